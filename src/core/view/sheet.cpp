#include "core/view/sheet.hpp"

#include "core/act/stand_in.hpp"
#include "core/cycle/sheet_need.hpp"
#include "core/view/print.hpp"

#include <algorithm>
#include <map>

namespace heng::view {

namespace {

/// The statement by which points are lost for facts under clauses.
constexpr std::string_view deduction_statement = "A9.4";

/// What the units of a domain have lost in each category, each list in growing order. Empty where
/// the actor may not see every one of them whole.
class DomainLosses {
public:
    DomainLosses(const YearScope& year, const scheme::Domain& domain) {
        const scheme::Table* const table = year.rulebook->scheme().find_table(domain.id);
        const auto units = year.participants(domain.id);
        const bool sees_all =
            std::all_of(units.begin(), units.end(), [&year](const cycle::Unit* unit) {
                return year.may_see(View::sheets, about(unit->id));
            });
        if (table == nullptr || !sees_all) return;
        for (const cycle::Unit* const unit : units) {
            const auto sheet = cycle::sheet_of(year.cycle, *year.rulebook, unit->id, domain.id);
            for (const scheme::Category& category : table->categories)
                by_category_[category.no].push_back(
                    cycle::category_lost(*year.rulebook, domain.id, category, sheet));
        }
        for (auto& [no, all] : by_category_) std::sort(all.begin(), all.end());
    }

    /// The lower of the two in the middle where there is an even number, so that it is exact.
    std::optional<Decimal> median(const std::string& category) const {
        const auto found = by_category_.find(category);
        if (found == by_category_.end()) return std::nullopt;
        return found->second[(found->second.size() - 1) / 2];
    }

private:
    std::map<std::string, std::vector<Decimal>> by_category_;
};

class UnitPrinter {
public:
    UnitPrinter(const YearScope& year, const cycle::UnitId& unit, const scheme::Domain& domain)
        : year_(year),
          unit_(unit),
          domain_(domain),
          rules_(year.rulebook->rules(domain.id)),
          sheet_(cycle::sheet_of(year.cycle, *year.rulebook, unit, domain.id)),
          is_whole_(year.may_see(View::sheets, about(unit))) {}

    List categories() const {
        List out;
        const scheme::Table* const table = year_.rulebook->scheme().find_table(domain_.id);
        if (table == nullptr) return out;
        const DomainLosses losses(year_, domain_);
        for (const scheme::Category& category : table->categories) {
            Decimal lost;
            List tasks = tasks_of(category, lost);
            if (tasks.empty()) continue;
            out.push_back(Object{{"id", category.no},
                                 {"name", category.name},
                                 {"points", print(category.points)},
                                 {"lost", print(lost)},
                                 {"median_lost", print(losses.median(category.no))},
                                 {"tasks", std::move(tasks)}});
        }
        return out;
    }

    bool is_whole() const { return is_whole_; }

    void add_totals(Object& out) const {
        const std::optional<Decimal> review = seen_review();
        const bool is_complete = is_whole_ && review;
        out.add("points", is_whole_ ? print(sheet_.score.points) : Value());
        out.add("indicator", is_whole_ ? print(sheet_.score.indicator) : Value());
        out.add("review", print(review));
        out.add("total", is_complete ? print_published(*year_.rulebook, total(*review)) : Value());
        out.add("vetoed", is_whole_ ? Value(sheet_.score.vetoed) : Value());
        out.add("without_clause", is_whole_ ? print_ids(sheet_.without_clause) : List{});
    }

private:
    /// The tasks that are shown. @param lost  grows by what they have cost.
    List tasks_of(const scheme::Category& category, Decimal& lost) const {
        List out;
        for (const scheme::Task& task : category.tasks) {
            const cycle::SheetKey key{unit_, domain_.id, task.no};
            if (year_.may_see(View::sheets, about(unit_, bodies_of_task(year_, key))))
                out.push_back(print_task(task, key, lost));
        }
        return out;
    }

    Value print_task(const scheme::Task& task, const cycle::SheetKey& key, Decimal& lost) const {
        const auto figures = cycle::figures_of(*year_.rulebook, domain_.id, task.no, sheet_);
        lost += figures.lost;
        return Object{{"id", task.no},
                      {"name", task.name},
                      {"points", print(figures.points)},
                      {"lost", print(figures.lost)},
                      {"gained", print(figures.gained)},
                      {"score", print(figures.score())},
                      {"assessors", print_texts(cycle::assessors_of(task))},
                      {"sheet", print_standing(key)},
                      {"need", print_need(key)},
                      {"deductions", deductions_of(task)}};
    }

    /// The sheet that was settled last and not reopened.
    Value print_standing(const cycle::SheetKey& key) const {
        const cycle::Sheet* const found = year_.cycle.year_end.find(key);
        if (found == nullptr) return {};
        Object out{{"id", print(found->id)},
                   {"stage", cycle::name(found->stage)},
                   {"body", found->body},
                   {"settled_on", print(found->settled_on)},
                   {"signed_for", found->signed_for},
                   {"signed_on", print(found->signed_on)}};
        add_person(out, "settled_by", year_.scope, found->settled_by);
        add_person(out, "signed_by", year_.scope, found->signed_by);
        return out;
    }

    /// Nothing before the year-end assessment, in which sheets are settled; nor for a unit, which
    /// would learn from it of findings that nobody has confirmed.
    Value print_need(const cycle::SheetKey& key) const {
        if (year_.scope.is_unit() || year_.cycle.stage < cycle::Stage::year_end) return {};
        const auto need = cycle::need_of(year_.cycle, *year_.rulebook, key, sheet_);
        return need ? Value(cycle::name(*need)) : Value();
    }

    List deductions_of(const scheme::Task& task) const {
        List out;
        for (const score::Deduction& one : sheet_.score.deductions)
            if (origin_of(one.finding).task == &task) out.push_back(print_deduction(one));
        return out;
    }

    Value print_deduction(const score::Deduction& one) const {
        const score::Finding& finding = sheet_.findings[one.finding];
        const cycle::Finding& recorded = *year_.cycle.findings.find(sheet_.ids[one.finding]);
        const score::Rules::Origin& origin = origin_of(one.finding);
        const bool is_less = one.reason != score::Reason::none;
        const bool is_same_case = one.reason == score::Reason::same_case;
        return Object{
            {"id", print(sheet_.ids[one.finding])},
            {"clause", origin.clause->no},
            {"clause_text", origin.clause->text},
            {"branch", origin.branch->id},
            {"branch_text", origin.branch->text},
            {"effect", scheme::name(origin.branch->effect)},
            {"cites", deduction_statement},
            {"body", recorded.body},
            {"value", print(finding.value)},
            {"occurred_on", finding.occurred_on},
            {"case", finding.case_id},
            {"note", finding.note},
            {"evidence", print_evidence(recorded.fact.evidence)},
            {"asked", print(one.asked)},
            {"taken", print(one.taken)},
            {"is_capped", one.reason == score::Reason::cap_reached ||
                              one.reason == score::Reason::floor_reached},
            {"reason", is_less ? Value(score::name(one.reason)) : Value()},
            {"reason_text", is_less ? Value(score::sentence(one.reason, Language::zh)) : Value()},
            {"counted_instead", is_same_case ? print(sheet_.ids[one.winner]) : Value()}};
    }

    const score::Rules::Origin& origin_of(std::size_t finding) const {
        return rules_.origins[sheet_.findings[finding].branch];
    }

    std::optional<Decimal> seen_review() const {
        if (!year_.may_see(View::reviews, about(unit_))) return std::nullopt;
        return year_.cycle.reviews.score_of(unit_);
    }

    Decimal total(Decimal review) const {
        return year_.rulebook->composer().publish(sheet_.score.indicator, review).total;
    }

    const YearScope& year_;
    const cycle::UnitId& unit_;
    const scheme::Domain& domain_;
    const score::Rules& rules_;
    cycle::UnitSheet sheet_;
    bool is_whole_;
};

bool takes_part(const YearScope& year, const cycle::UnitId& unit) {
    const auto all = year.participants(year.domain_of(unit));
    return std::any_of(all.begin(), all.end(),
                       [&unit](const cycle::Unit* one) { return one->id == unit; });
}

}  // namespace

std::vector<cycle::BodyName> bodies_of_task(const YearScope& year, const cycle::SheetKey& key) {
    auto out = cycle::assessors_of(*year.rulebook->find_task(key.domain, key.task));
    for (cycle::BodyName& body : act::bodies_for_task(year.scope.context(), *year.rulebook, key))
        if (std::find(out.begin(), out.end(), body) == out.end()) out.push_back(std::move(body));
    return out;
}

Checked<Value> sheet(const Scope& scope, int number, const cycle::UnitId& unit) {
    const auto year = find_year_in_force(scope, number);
    if (!year) return tl::unexpected(year.error());
    if (scope.state.units_and_people.find_unit(unit) == nullptr) return unknown(unit_kind, unit);
    const scheme::Domain* const domain =
        year->rulebook->scheme().find_domain(year->domain_of(unit));
    if (domain == nullptr) return unknown(unit_kind, unit);
    const UnitPrinter printer(*year, unit, *domain);
    List categories = printer.categories();
    if (categories.empty() && !printer.is_whole()) return unknown(unit_kind, unit);
    Object out{{"id", unit},
               {"year", number},
               {"edition", year->cycle.indicators.edition_on(scope.day)->id},
               {"takes_part", takes_part(*year, unit)},
               {"is_whole", printer.is_whole()},
               {"categories", std::move(categories)}};
    add_unit(out, scope, unit);
    add_domain(out, year->rulebook, domain->id);
    printer.add_totals(out);
    return out;
}

}  // namespace heng::view
