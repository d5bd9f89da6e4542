#include "shell/csv/read_findings.hpp"

#include "core/base/text.hpp"
#include "shell/csv/field_cutter.hpp"
#include "shell/csv/iso_date.hpp"
#include "shell/csv/plain_findings.hpp"
#include "shell/csv/stripes.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace heng::csv {

namespace {

/// A finding of the watched unit; its line is counted when all are known.
struct Watched {
    std::size_t offset = 0;
    score::Finding finding;
};

/// What one stripe gives besides the lists.
struct StripeResult {
    app::Stretch stretch;
    std::vector<Watched> watched;
    Flaws flaws;
};

/// Reads the findings of one stripe with all their flaws.
template <class Ids>
class StripeReader {
public:
    StripeReader(const FindingReading& reading, const Ids& ids, app::FindingLists& lists,
                 StripeResult& result)
        : reading_(reading),
          ids_(ids),
          lists_(lists),
          result_(result),
          plain_(reading, ids, lists),
          cutter_(reading.table.bytes(), reading.header.fields()) {}

    /// Reads the rows that begin in [begin, end); says where the last one ends.
    std::size_t read(std::size_t begin, std::size_t end) {
        result_.stretch.from = lists_.positions();
        const char* const text = reading_.table.bytes().data();
        const std::size_t plain_end = std::min(end, cutter_.plain_end());
        std::size_t at = begin;
        while (at < end) {
            at = plain_.take(text, at, plain_end);
            if (at < end) at = read_any(at);
        }
        result_.stretch.to = lists_.positions();
        result_.stretch.lists = &lists_;
        return at;
    }

private:
    /// Reads any row, notes its flaws, and says where the next one begins.
    std::size_t read_any(std::size_t at) {
        const std::size_t next = cutter_.cut(at);
        if (!cutter_.is_blank() && cutter_.check(result_.flaws)) check_finding(at);
        return next;
    }

    void check_finding(std::size_t at) {
        const UnitIndex unit_index = ids_.find(text(unit));
        const KnownBranch* const found = reading_.branches.find(text(branch));
        if (text(unit).empty()) {
            flaw(Code::unit_empty, unit, {});
        } else if (unit_index == no_unit) {
            flaw(Code::unit_unknown, unit, {excerpt(text(unit))});
        }
        if (found == nullptr) {
            flaw(Code::branch_unknown, branch, {excerpt(text(branch))});
        } else if (unit_index != no_unit) {
            if (!reading_.is_of_domain(unit_index, *found)) {
                flaw(Code::branch_not_in_domain, branch,
                     {excerpt(text(branch)), excerpt(text(unit))});
            }
        }
        const bool counts = check_status();
        check_utf8(case_id);
        check_utf8(note);
        if (!counts) return;
        const std::optional<Decimal> amount = check_value(found);
        check_date();
        if (unit_index == no_unit || found == nullptr || !amount) return;
        append(unit_index, *found, *amount);
        if (unit_index == reading_.known.watched) watch(at, *found, *amount);
    }

    /// @returns whether the finding counts.
    bool check_status() {
        std::string known;
        for (const Status& state : statuses) {
            if (state.name == text(status)) return state.counts;
            known += known.empty() ? "" : ", ";
            known += state.name;
        }
        flaw(Code::status_unknown, status, {excerpt(text(status)), known});
        return false;
    }

    std::optional<Decimal> check_value(const KnownBranch* found) {
        const std::optional<Decimal> amount = Decimal::parse(text(value));
        if (!amount) {
            flaw(Code::value_not_decimal, value, {"value", excerpt(text(value))});
            return std::nullopt;
        }
        if (found == nullptr) return amount;
        const std::string range = range_violated(reading_.rule(*found), *amount);
        if (range.empty()) return amount;
        flaw(Code::value_out_of_range, value, {excerpt(text(value)), range});
        return std::nullopt;
    }

    void check_date() {
        const std::string_view date = text(occurred_on);
        if (!date.empty() && !is_iso_date(date)) {
            flaw(Code::date_unknown, occurred_on, {excerpt(date)});
        }
    }

    void check_utf8(std::size_t column) {
        if (find_invalid_utf8(text(column))) flaw(Code::text_not_utf8, column, {});
    }

    void append(UnitIndex unit_index, const KnownBranch& found, Decimal amount) {
        lists_.append(unit_index, found.branch, amount,
                      reading_.case_matters ? text(case_id) : std::string_view{});
    }

    void watch(std::size_t at, const KnownBranch& found, Decimal amount) {
        score::Finding finding;
        finding.branch = reading_.index_in_domain(found);
        finding.value = amount;
        finding.case_id = text(case_id);
        finding.occurred_on = text(occurred_on);
        finding.note = text(note);
        result_.watched.push_back({at, std::move(finding)});
    }

    /// The text of a column, empty where the table lacks it.
    std::string_view text(std::size_t column) const {
        return reading_.has(column) ? cutter_.text(reading_.header.field_of(column))
                                    : std::string_view{};
    }

    void flaw(Code code, std::size_t column, std::vector<std::string> args) {
        result_.flaws.add({cutter_.offset(reading_.header.field_of(column)), code,
                           std::string(finding_columns[column].name), std::move(args)});
    }

    const FindingReading& reading_;
    const Ids& ids_;
    app::FindingLists& lists_;
    StripeResult& result_;
    PlainFindings<Ids> plain_;
    FieldCutter cutter_;
};

}  // namespace

ReadFindings read_findings(const TableText& table, const Known& known,
                           const app::RunOptions& options) {
    ReadFindings all;
    const Header header(table.bytes(), finding_columns, all.flaws);
    if (!all.flaws.empty()) return all;
    const bool case_matters = known.rules.scheme().settings.same_case == scheme::SameCase::highest;
    const FindingReading reading{table, header, known, branch_table(known.rules), case_matters};
    for (unsigned i = 0; i < options.threads; ++i) all.lists.emplace_back(known.units.size());
    std::vector<StripeResult> results(stripe_count(table, header.rows_begin()));
    const auto read = [&](unsigned thread, std::size_t stripe, std::size_t begin, std::size_t end) {
        results[stripe] = {};
        return std::visit(
            [&](const auto& ids) {
                return StripeReader(reading, ids, all.lists[thread], results[stripe])
                    .read(begin, end);
            },
            known.ids);
    };
    read_in_stripes(table, header.rows_begin(), app::Stage::findings, options, read);
    LineCounter lines(table.bytes());
    for (StripeResult& result : results) {
        all.stretches.push_back(std::move(result.stretch));
        all.flaws.add(result.flaws);
        for (Watched& watched : result.watched) {
            watched.finding.line = lines.line(watched.offset);
            all.watched.push_back(std::move(watched.finding));
        }
    }
    return all;
}

Flaws check_findings_header(const TableText& table) {
    Flaws flaws;
    const Header header(table.bytes(), finding_columns, flaws);
    return flaws;
}

}  // namespace heng::csv
