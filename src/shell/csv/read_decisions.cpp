#include "shell/csv/read_decisions.hpp"

#include "core/base/text.hpp"
#include "shell/csv/field_cutter.hpp"
#include "shell/csv/header.hpp"

#include <array>
#include <optional>
#include <unordered_map>

namespace heng::csv {

namespace {

enum DecisionColumn : std::size_t { unit, grade_given, reason };
constexpr std::array<Column, 3> columns{{{"unit"}, {"grade"}, {"reason"}}};

class DecisionReading {
public:
    DecisionReading(const TableText& table, const Header& header, const UnitIds& ids,
                    ReadDecisions& read)
        : table_(table),
          header_(header),
          ids_(ids),
          cutter_(table.bytes(), header.fields()),
          lines_(table.bytes()),
          read_(read) {}

    void read_all() {
        for (std::size_t at = header_.rows_begin(); at < table_.bytes().size();) {
            at = cutter_.cut(at);
            if (!cutter_.is_blank() && cutter_.check(read_.flaws)) read_row();
        }
    }

private:
    Field field(std::size_t column) const {
        const std::size_t at = header_.field_of(column);
        return {cutter_.text(at), cutter_.offset(at)};
    }

    void flaw(Code code, std::size_t column, std::vector<std::string> args) {
        read_.flaws.add(
            {field(column).offset, code, std::string(columns[column].name), std::move(args)});
    }

    void read_row() {
        const std::size_t line = lines_.line(field(unit).offset);
        const std::optional<std::size_t> known = read_unit(line);
        const std::optional<scheme::Grade> given = read_grade();
        const bool has_reason = check_reason();
        if (!known || !given || !has_reason) return;
        const Place place{table_.name(), line, lines_.column(field(unit).offset), "unit"};
        read_.decisions.push_back({*known, *given, std::string(field(reason).text), place});
    }

    std::optional<std::size_t> read_unit(std::size_t line) {
        const std::string_view id = field(unit).text;
        if (id.empty()) {
            flaw(Code::unit_empty, unit, {});
            return std::nullopt;
        }
        const UnitIndex found = find_unit(ids_, id);
        if (found == no_unit) {
            flaw(Code::unit_unknown, unit, {excerpt(id)});
            return std::nullopt;
        }
        const auto [first, is_first] = line_of_.emplace(found, line);
        if (!is_first) {
            flaw(Code::unit_duplicate, unit, {excerpt(id), std::to_string(first->second)});
            return std::nullopt;
        }
        return found;
    }

    std::optional<scheme::Grade> read_grade() {
        const std::string_view text = field(grade_given).text;
        const std::optional<scheme::Grade> found = scheme::grade_named(text);
        if (!found) flaw(Code::grade_unknown, grade_given, {excerpt(text)});
        return found;
    }

    bool check_reason() {
        const std::string_view text = field(reason).text;
        if (find_invalid_utf8(text)) {
            flaw(Code::text_not_utf8, reason, {});
            return false;
        }
        if (!is_blank(text)) return true;
        flaw(Code::decision_without_reason, reason, {excerpt(field(unit).text)});
        return false;
    }

    const TableText& table_;
    const Header& header_;
    const UnitIds& ids_;
    FieldCutter cutter_;
    LineCounter lines_;
    ReadDecisions& read_;
    std::unordered_map<UnitIndex, std::size_t> line_of_;
};

}  // namespace

ReadDecisions read_decisions(const TableText& table, const UnitIds& ids) {
    ReadDecisions read;
    const Header header(table.bytes(), columns, read.flaws);
    if (read.flaws.empty()) DecisionReading(table, header, ids, read).read_all();
    return read;
}

Flaws check_decisions_header(const TableText& table) {
    Flaws flaws;
    const Header header(table.bytes(), columns, flaws);
    return flaws;
}

}  // namespace heng::csv
