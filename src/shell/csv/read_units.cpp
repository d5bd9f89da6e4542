#include "shell/csv/read_units.hpp"

#include "core/base/text.hpp"
#include "shell/csv/field_cutter.hpp"
#include "shell/csv/header.hpp"
#include "shell/csv/stripes.hpp"
#include "shell/csv/word_table.hpp"

#include <array>
#include <optional>
#include <unordered_map>

namespace heng::csv {

namespace {

enum UnitColumn : std::size_t { unit, domain, review, veto, serious, name, fraud };
constexpr std::array<Column, 7> columns{
    {{"unit"}, {"domain"}, {"review"}, {"veto"}, {"serious"}, {"name", false}, {"fraud", false}}};

/// What all stripes read by.
class UnitReading {
public:
    UnitReading(const TableText& table, const Header& header, const app::DomainRules& rules)
        : table_(table),
          header_(header),
          review_full_(rules.scheme().composition.review_full),
          domains_(2 * rules.size()) {
        std::vector<std::string> ids;
        for (std::size_t i = 0; i < rules.size(); ++i) {
            const auto index = static_cast<app::DomainIndex>(i);
            const scheme::Domain& known = rules.scheme().domains[i];
            const KnownDomain value{index, rules.has_table(index)};
            domains_.add(known.id, value);
            domains_.add(known.name, value);
            ids.push_back(known.id);
        }
        domain_list_ = join(ids, ", ");
    }

    /// Reads the rows that begin in [begin, end) into `part`; says where the last one ends.
    std::size_t read(std::size_t begin, std::size_t end, ReadUnits& part) const {
        FieldCutter cutter(table_.bytes(), header_.fields());
        std::size_t at = begin;
        while (at < end) {
            const std::size_t next = cutter.cut(at);
            if (!cutter.is_blank()) Row{*this, cutter, part}.read();
            // The rows of a stripe are about as long as its first.
            if (at == begin && next < end) part.units.reserve((end - at) / (next - at) + 1, 8);
            at = next;
        }
        return at;
    }

private:
    struct KnownDomain {
        app::DomainIndex index = no_domain;
        bool has_table = false;
    };

    /// One row on its way into the register.
    struct Row {
        const UnitReading& reading;
        const FieldCutter& cutter;
        ReadUnits& part;

        void read() {
            const bool is_whole = cutter.check(part.flaws);
            const std::string_view id = text(unit);
            if (!has_field(unit) || !check_id(id)) return;
            app::UnitRegister& units = part.units;
            units.ids.append(id);
            units.domains.push_back(is_whole ? read_domain() : no_domain);
            units.reviews.push_back(is_whole ? read_review() : Decimal{});
            units.circumstances.push_back(is_whole ? read_circumstances() : app::Circumstances{});
            if (has_column(name)) units.names.append(is_whole ? read_name() : "");
        }

        bool has_column(std::size_t column) const {
            return reading.header_.field_of(column) != Header::absent;
        }
        bool has_field(std::size_t column) const {
            return reading.header_.field_of(column) < cutter.field_count();
        }
        std::string_view text(std::size_t column) const {
            return has_field(column) ? cutter.text(reading.header_.field_of(column))
                                     : std::string_view{};
        }
        void flaw(Code code, std::size_t column, std::vector<std::string> args) {
            part.flaws.add({cutter.offset(reading.header_.field_of(column)), code,
                            std::string(columns[column].name), std::move(args)});
        }

        bool check_id(std::string_view id) {
            if (id.empty()) flaw(Code::unit_empty, unit, {});
            check_utf8(unit);
            return !id.empty();
        }

        void check_utf8(std::size_t column) {
            if (find_invalid_utf8(text(column))) flaw(Code::text_not_utf8, column, {});
        }

        app::DomainIndex read_domain() {
            const std::string_view id = text(domain);
            const KnownDomain* const found = reading.domains_.find(id);
            if (found == nullptr) {
                flaw(Code::domain_unknown, domain, {excerpt(id), reading.domain_list_});
                return no_domain;
            }
            if (!found->has_table) flaw(Code::domain_without_table, domain, {excerpt(id)});
            return found->index;
        }

        Decimal read_review() {
            const std::string_view figure = text(review);
            const std::optional<Decimal> value = Decimal::parse(figure);
            if (value && !value->is_negative() && *value <= reading.review_full_) return *value;
            flaw(Code::review_out_of_range, review, {excerpt(figure), reading.review_full_.text()});
            return {};
        }

        app::Circumstances read_circumstances() {
            return {read_flag(veto), read_flag(serious), has_column(fraud) && read_flag(fraud)};
        }

        bool read_flag(std::size_t column) {
            const std::string_view flag = text(column);
            if (flag.empty() || flag == "0") return false;
            if (flag != "1") flaw(Code::flag_unknown, column, {excerpt(flag)});
            return flag == "1";
        }

        std::string_view read_name() {
            check_utf8(name);
            return text(name);
        }
    };

    const TableText& table_;
    const Header& header_;
    Decimal review_full_;
    WordTable<KnownDomain> domains_;
    std::string domain_list_;
};

}  // namespace

ReadUnits read_units(const TableText& table, const app::DomainRules& rules,
                     const app::RunOptions& options) {
    ReadUnits all;
    const Header header(table.bytes(), columns, all.flaws);
    if (!all.flaws.empty()) return all;
    all.has_header = true;
    const UnitReading reading(table, header, rules);
    std::vector<ReadUnits> parts(stripe_count(table, header.rows_begin()));
    read_in_stripes(table, header.rows_begin(), app::Stage::units, options,
                    [&](unsigned, std::size_t stripe, std::size_t begin, std::size_t end) {
                        parts[stripe] = {};
                        return reading.read(begin, end, parts[stripe]);
                    });
    std::vector<const app::UnitRegister*> registers;
    for (const ReadUnits& part : parts) {
        registers.push_back(&part.units);
        all.flaws.add(part.flaws);
    }
    all.units = app::joined(registers, options.threads);
    if (all.units.size() == 0 && all.flaws.empty()) {
        all.flaws.add({header.rows_begin(), Code::domain_without_units, {}, {}});
    }
    return all;
}

void find_duplicates(const TableText& table, Flaws& flaws) {
    Flaws duplicates;
    const Header header(table.bytes(), columns, duplicates);
    std::unordered_map<std::string, std::size_t> lines;
    LineCounter counter(table.bytes());
    FieldCutter cutter(table.bytes(), header.fields());
    for (std::size_t at = header.rows_begin(); at < table.bytes().size();) {
        at = cutter.cut(at);
        const std::size_t place = header.field_of(unit);
        if (cutter.is_blank() || place >= cutter.field_count()) continue;
        const std::string_view id = cutter.text(place);
        if (id.empty()) continue;
        const std::size_t offset = cutter.offset(place);
        const auto [known, is_new] = lines.emplace(id, counter.line(offset));
        if (is_new) continue;
        duplicates.add(
            {offset, Code::unit_duplicate, "unit", {excerpt(id), std::to_string(known->second)}});
    }
    flaws.add(duplicates);
}

}  // namespace heng::csv
