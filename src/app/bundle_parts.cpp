#include "app/bundle_parts.hpp"

#include "core/act/field.hpp"
#include "core/cycle/standing.hpp"

#include <algorithm>

namespace heng::app {

namespace {

using ledger::List;
using ledger::Object;
using ledger::Value;

/// The hashes in the lists under `evidence`: of the body, and of the rows in its other lists.
void collect(const Object& body, std::vector<ledger::Digest>& out) {
    for (const ledger::Member& member : body.members()) {
        if (member.value.list() == nullptr) continue;
        const bool is_evidence = member.key == act::evidence_field.name;
        for (const Value& item : *member.value.list()) {
            if (!is_evidence && item.object() != nullptr) collect(*item.object(), out);
            if (!is_evidence || item.text() == nullptr) continue;
            if (const auto digest = ledger::parse_digest(*item.text())) out.push_back(*digest);
        }
    }
}

/// By which the year is scored on `day`, or nullptr.
const cycle::Rulebook* rulebook_on(const Live& live, const cycle::Cycle& cycle, ledger::Date day) {
    const cycle::Edition* const edition = cycle.indicators.edition_on(day);
    if (edition == nullptr) return nullptr;
    const auto found = live.rulebooks.find(edition->draft);
    return found == live.rulebooks.end() ? nullptr : found->second.get();
}

List question_list(const grade::Outcome& outcome) {
    List out;
    for (const grade::QuestionText& question : grade::question_texts())
        if (outcome.has(question.question)) out.emplace_back(question.id);
    return out;
}

Object result_row(int year, std::string_view domain, const cycle::UnitStanding& unit) {
    return {{"domain", domain},
            {"grade", scheme::identifier(unit.proposed.grade)},
            {"indicator", unit.indicator.text()},
            {"questions", question_list(unit.proposed)},
            {"rank", std::int64_t{unit.proposed.rank}},
            {"review", unit.review ? Value(unit.review->text()) : Value()},
            {"total", unit.published.total.text()},
            {"unit", unit.unit},
            {"year", std::int64_t{year}}};
}

bool is_decided(const cycle::ResultRow& row) {
    return std::any_of(row.reasons.begin(), row.reasons.end(),
                       [](const cycle::GradeReason& reason) { return !reason.text.empty(); });
}

/// The rows of one domain against what the facts give for the same units.
class Comparison {
public:
    explicit Comparison(std::int64_t event) : event_(event) {}

    void add(const cycle::ResultRow& row, const cycle::UnitStanding& computed) {
        const score::Published& stated = row.published;
        const score::Published& is = computed.published;
        compare(row, "indicator", stated.indicator.text(), is.indicator.text());
        compare(row, "review", stated.review.text(), is.review.text());
        compare(row, "total", stated.total.text(), is.total.text());
        compare(row, "rank", std::to_string(row.rank), std::to_string(computed.proposed.rank));
        if (!is_decided(row))
            compare(row, "grade", std::string(scheme::identifier(row.grade)),
                    std::string(scheme::identifier(computed.proposed.grade)));
    }

    Issues take() { return std::move(issues_); }

private:
    void compare(const cycle::ResultRow& row, const char* what, const std::string& stated,
                 const std::string& computed) {
        if (stated == computed) return;
        issues_.push_back({Code::bundle_result_differs,
                           {{}, 0, 0, "event " + std::to_string(event_)},
                           {row.unit, what, stated, computed}});
    }

    std::int64_t event_;
    Issues issues_;
};

Issues compare_version(const cycle::Cycle& cycle, const cycle::Rulebook& rulebook,
                       const cycle::ResultVersion& version) {
    std::map<cycle::DomainId, std::vector<const cycle::ResultRow*>> by_domain;
    for (const cycle::ResultRow& row : version.rows) by_domain[row.domain].push_back(&row);
    Comparison comparison(version.event);
    for (const auto& [domain, rows] : by_domain) {
        if (rulebook.scheme().find_domain(domain) == nullptr)
            return {{Code::event_malformed, {}, {std::to_string(version.event), domain}}};
        std::vector<cycle::UnitId> units;
        for (const cycle::ResultRow* const row : rows) units.push_back(row->unit);
        const auto standing = cycle::standing_of(cycle, rulebook, domain, units);
        for (std::size_t i = 0; i < rows.size(); ++i) comparison.add(*rows[i], standing.units[i]);
    }
    return comparison.take();
}

}  // namespace

std::vector<ledger::Digest> evidence_of(const ledger::Event& event) {
    std::vector<ledger::Digest> out;
    collect(event.what.body, out);
    return out;
}

List document_rows(const cycle::State& state) {
    List out;
    for (const auto& [year, cycle] : state.cycles)
        for (const cycle::Document& document : cycle.documents.all) {
            Object row{
                {"event", document.event},   {"issued_on", ledger::print_date(document.issued_on)},
                {"issuer", document.issuer}, {"kind", cycle::name(document.kind)},
                {"no", document.no},         {"year", std::int64_t{year}}};
            if (document.to) row.add("to", *document.to);
            out.emplace_back(std::move(row));
        }
    return out;
}

List result_rows(const Live& live, ledger::Date day) {
    List out;
    for (const auto& [year, cycle] : live.state.cycles) {
        const cycle::Rulebook* const rulebook = rulebook_on(live, cycle, day);
        if (rulebook == nullptr) continue;
        for (const scheme::Domain& domain : rulebook->scheme().domains)
            for (const cycle::UnitStanding& unit :
                 cycle::standing_of(live.state, cycle, *rulebook, domain.id, day).units)
                out.emplace_back(result_row(year, domain.id, unit));
    }
    return out;
}

bool publishes_result(const Live& live, const ledger::Event& event) {
    return std::any_of(live.state.cycles.begin(), live.state.cycles.end(),
                       [&event](const auto& of_year) {
                           const auto& versions = of_year.second.grading.versions;
                           return !versions.empty() && versions.back().event == event.seq;
                       });
}

Issues compare_published(const Live& live, const ledger::Event& event) {
    for (const auto& [year, cycle] : live.state.cycles) {
        const auto& versions = cycle.grading.versions;
        if (versions.empty() || versions.back().event != event.seq) continue;
        const cycle::Rulebook* const rulebook = rulebook_on(live, cycle, event.what.happened_on);
        if (rulebook == nullptr)
            return {{Code::event_malformed, {}, {std::to_string(event.seq), "edition"}}};
        return compare_version(cycle, *rulebook, versions.back());
    }
    return {};
}

}  // namespace heng::app
