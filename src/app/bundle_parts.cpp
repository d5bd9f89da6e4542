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

const cycle::Rulebook* rulebook_of(const Live& live, const cycle::Cycle& cycle) {
    const auto& editions = cycle.indicators.editions;
    if (editions.empty()) return nullptr;
    const auto found = live.rulebooks.find(editions.back().draft);
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

/// One row of a published result, as far as it can be computed again.
struct PublishedRow {
    std::string domain;
    std::string unit;
    Decimal indicator;
    Decimal review;
    Decimal total;
    std::int64_t rank = 0;
    std::string grade;
    bool is_decided = false;  ///< By people, in words.
};

std::optional<Decimal> decimal_in(const Object& row, std::string_view key) {
    const Value* const value = row.find(key);
    return value == nullptr || value->text() == nullptr ? std::nullopt
                                                        : Decimal::parse(*value->text());
}

bool has_words(const Object& row) {
    const Value* const reasons = row.find("reasons");
    if (reasons == nullptr || reasons->list() == nullptr) return false;
    return std::any_of(reasons->list()->begin(), reasons->list()->end(), [](const Value& reason) {
        const Value* const text =
            reason.object() == nullptr ? nullptr : reason.object()->find("text");
        return text != nullptr && text->text() != nullptr && !text->text()->empty();
    });
}

std::optional<PublishedRow> read_row(const Value& value) {
    const Object* const row = value.object();
    if (row == nullptr) return std::nullopt;
    const auto text = [row](std::string_view key) {
        const Value* const found = row->find(key);
        return found == nullptr ? nullptr : found->text();
    };
    const std::string* const domain = text("domain");
    const std::string* const unit = text("unit");
    const std::string* const grade = text("grade");
    const Value* const rank = row->find("rank");
    const auto indicator = decimal_in(*row, "indicator");
    const auto review = decimal_in(*row, "review");
    const auto total = decimal_in(*row, "total");
    if (domain == nullptr || unit == nullptr || grade == nullptr || rank == nullptr ||
        rank->number() == nullptr || !indicator || !review || !total)
        return std::nullopt;
    return PublishedRow{*domain, *unit,           *indicator, *review,
                        *total,  *rank->number(), *grade,     has_words(*row)};
}

/// What the facts give for the units that were published in one domain.
struct Recomputed {
    std::vector<score::Published> published;
    std::vector<grade::Outcome> outcomes;
};

Recomputed recompute(const cycle::Cycle& cycle, const cycle::Rulebook& rulebook,
                     std::span<const PublishedRow> rows) {
    Recomputed out;
    std::vector<grade::Standing> standings;
    for (const PublishedRow& row : rows) {
        const auto sheet = cycle::sheet_of(cycle, rulebook, row.unit, row.domain);
        out.published.push_back(rulebook.composer().publish(
            sheet.score.indicator, cycle.reviews.score_of(row.unit).value_or(Decimal{})));
        cycle::Bearing bearing = cycle.circumstances.bearing_of(rulebook.scheme(), row.unit);
        if (sheet.score.vetoed)
            bearing.best = std::max(bearing.best, grade::best_when_barred(rulebook.scheme()));
        standings.push_back(
            {out.published.back().total, bearing.best, bearing.serious, bearing.lowered_by});
    }
    out.outcomes = grade::grade_domain(rulebook.scheme().grading, standings);
    return out;
}

class Comparison {
public:
    explicit Comparison(std::int64_t event) : event_(event) {}

    void domain(const cycle::Cycle& cycle, const cycle::Rulebook& rulebook,
                std::span<const PublishedRow> rows) {
        const Recomputed again = recompute(cycle, rulebook, rows);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const PublishedRow& row = rows[i];
            const score::Published& is = again.published[i];
            const grade::Outcome& outcome = again.outcomes[i];
            compare(row, "indicator", row.indicator.text(), is.indicator.text());
            compare(row, "review", row.review.text(), is.review.text());
            compare(row, "total", row.total.text(), is.total.text());
            compare(row, "rank", std::to_string(row.rank), std::to_string(outcome.rank));
            if (!row.is_decided)
                compare(row, "grade", row.grade, std::string(scheme::identifier(outcome.grade)));
        }
    }

    Issues take() { return std::move(issues_); }

private:
    void compare(const PublishedRow& row, const char* what, const std::string& stated,
                 const std::string& computed) {
        if (stated == computed) return;
        issues_.push_back({Code::bundle_result_differs,
                           {{}, 0, 0, "event " + std::to_string(event_)},
                           {row.unit, what, stated, computed}});
    }

    std::int64_t event_;
    Issues issues_;
};

}  // namespace

std::vector<ledger::Digest> evidence_of(const ledger::Event& event) {
    std::vector<ledger::Digest> out;
    collect(event.what.body, out);
    return out;
}

List document_rows(const cycle::State& state) {
    List out;
    for (const auto& [year, cycle] : state.cycles)
        for (const cycle::Document& document : cycle.documents.all)
            out.emplace_back(Object{{"event", document.event},
                                    {"issued_on", ledger::print_date(document.issued_on)},
                                    {"issuer", document.issuer},
                                    {"kind", cycle::name(document.kind)},
                                    {"no", document.no},
                                    {"year", std::int64_t{year}}});
    return out;
}

List result_rows(const Live& live, ledger::Date day) {
    List out;
    for (const auto& [year, cycle] : live.state.cycles) {
        const cycle::Rulebook* const rulebook = rulebook_of(live, cycle);
        if (rulebook == nullptr) continue;
        for (const scheme::Domain& domain : rulebook->scheme().domains)
            for (const cycle::UnitStanding& unit :
                 cycle::standing_of(live.state, cycle, *rulebook, domain.id, day).units)
                out.emplace_back(result_row(year, domain.id, unit));
    }
    return out;
}

Issues compare_published(const Live& live, const ledger::Event& event) {
    const Value* const rows = event.what.body.find("rows");
    const Value* const year = event.what.body.find("year");
    if (event.what.body.find("version") == nullptr || rows == nullptr || rows->list() == nullptr ||
        year == nullptr || year->number() == nullptr)
        return {};
    const cycle::Cycle* const cycle = live.state.find_cycle(static_cast<int>(*year->number()));
    const cycle::Rulebook* const rulebook = cycle == nullptr ? nullptr : rulebook_of(live, *cycle);
    if (rulebook == nullptr) return {};
    std::map<std::string, std::vector<PublishedRow>> by_domain;
    for (const Value& value : *rows->list()) {
        auto row = read_row(value);
        if (!row || rulebook->scheme().find_domain(row->domain) == nullptr)
            return {{Code::event_malformed, {}, {std::to_string(event.seq), "rows"}}};
        by_domain[row->domain].push_back(std::move(*row));
    }
    Comparison comparison(event.seq);
    for (const auto& [domain, published] : by_domain)
        comparison.domain(*cycle, *rulebook, published);
    return comparison.take();
}

}  // namespace heng::app
