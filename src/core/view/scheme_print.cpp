#include "core/view/scheme_print.hpp"

namespace heng::view {

namespace {

List print_articles(const scheme::Scheme& scheme) {
    List out;
    for (const scheme::Article& one : scheme.articles)
        out.push_back(Object{{"id", one.no}, {"chapter", one.chapter}, {"text", one.text}});
    return out;
}

List print_statements(const scheme::Scheme& scheme) {
    List out;
    for (const scheme::Statement& one : scheme.statements)
        out.push_back(Object{{"id", one.id}, {"mark", one.mark}, {"text", one.text}});
    return out;
}

List print_bodies(const scheme::Scheme& scheme) {
    List out;
    for (const scheme::Body& body : scheme.bodies) {
        List roles;
        for (const scheme::Role role : body.roles) roles.emplace_back(scheme::name(role));
        List duties;
        for (const scheme::Duty& duty : body.duties)
            duties.push_back(Object{{"text", duty.text}, {"cites", duty.cites}});
        out.push_back(Object{{"id", body.name},
                             {"roles", std::move(roles)},
                             {"cites", body.cites},
                             {"duties", std::move(duties)}});
    }
    return out;
}

Value print_target(const std::optional<scheme::Target>& target) {
    if (!target) return {};
    return Object{
        {"op", scheme::name(target->op)}, {"value", print(target->value)}, {"unit", target->unit}};
}

Value print_cap(const std::optional<scheme::Cap>& cap) {
    if (!cap) return {};
    return Object{{"whole_task", cap->whole_task},
                  {"points", cap->whole_task ? Value() : print(cap->points)}};
}

Value print_branch(const scheme::Scheme& scheme, const scheme::Branch& branch) {
    Object out = print_branch_terms(branch);
    out.add("id", branch.id);
    out.add("text", branch.text);
    out.add("meaning", scheme::name(scheme::value_meaning(scheme, branch)));
    return out;
}

List print_clauses(const scheme::Scheme& scheme, const scheme::Task& task) {
    List out;
    for (const scheme::Clause& clause : task.clauses) {
        List branches;
        for (const scheme::Branch& one : clause.branches)
            branches.push_back(print_branch(scheme, one));
        out.push_back(Object{{"id", clause.no},
                             {"text", clause.text},
                             {"assessors", print_texts(clause.assessors.value_or(task.assessors))},
                             {"branches", std::move(branches)}});
    }
    return out;
}

List print_tasks(const scheme::Scheme& scheme, const scheme::Category& category) {
    List out;
    for (const scheme::Task& task : category.tasks)
        out.push_back(Object{{"id", task.no},
                             {"name", task.name},
                             {"points", print(task.points)},
                             {"requirement", task.requirement},
                             {"requirement_complete", task.requirement_complete},
                             {"assessors", print_texts(task.assessors)},
                             {"illustrative", task.illustrative},
                             {"clauses", print_clauses(scheme, task)}});
    return out;
}

List print_categories(const scheme::Scheme& scheme, const scheme::Table& table) {
    List out;
    for (const scheme::Category& category : table.categories)
        out.push_back(Object{{"id", category.no},
                             {"name", category.name},
                             {"points", print(category.points)},
                             {"tasks", print_tasks(scheme, category)}});
    return out;
}

Value print_composition(const scheme::Composition& one) {
    return Object{{"indicators_percent", print(one.indicators_percent)},
                  {"review_percent", print(one.review_percent)},
                  {"indicators_full", print(one.indicators_full)},
                  {"review_full", print(one.review_full)},
                  {"cites", one.cites}};
}

Value print_grading(const scheme::Grading& one) {
    return Object{{"quota_percent", print(one.quota_percent)},
                  {"quota_rounding", scheme::name(one.quota_rounding)},
                  {"freed_place", scheme::name(one.freed_place)},
                  {"ordinary_band", print(one.ordinary_band)},
                  {"candidate_band", print(one.candidate_band)},
                  {"fraud_lowers_by", one.fraud_lowers_by},
                  {"cites", one.cites}};
}

List print_bars(const scheme::Scheme& scheme) {
    List out;
    for (const scheme::Bar& one : scheme.bars)
        out.push_back(Object{{"id", one.id},
                             {"text", one.text},
                             {"best", scheme::identifier(one.best)},
                             {"cites", one.cites}});
    return out;
}

List print_consequences(const scheme::Scheme& scheme) {
    List out;
    for (const scheme::Consequence& one : scheme.consequences) {
        List grades;
        for (const scheme::Grade grade : one.grades) grades.emplace_back(scheme::identifier(grade));
        out.push_back(Object{{"id", one.id},
                             {"text", one.text},
                             {"grades", std::move(grades)},
                             {"cites", one.cites}});
    }
    return out;
}

/// A term counts days, or names a date of the year.
List print_terms(const scheme::Scheme& scheme) {
    List out;
    for (const scheme::Term& one : scheme.calendar.terms) {
        const bool is_date = one.unit == scheme::TermUnit::date;
        out.push_back(Object{{"id", one.id},
                             {"text", one.text},
                             {"unit", scheme::name(one.unit)},
                             {"count", is_date ? Value() : Value(one.count)},
                             {"month_day", print(one.month_day)},
                             {"cites", one.cites}});
    }
    return out;
}

Value print_settings(const scheme::Settings& one) {
    const auto& rounding = one.rounding;
    return Object{{"floor", scheme::name(one.floor)},
                  {"partial", scheme::name(one.partial)},
                  {"same_case", scheme::name(one.same_case)},
                  {"rounding", rounding ? Value(Object{{"places", rounding->places},
                                                       {"mode", scheme::name(rounding->mode)}})
                                        : Value()}};
}

List print_conventions(const scheme::Scheme& scheme) {
    List out;
    for (const scheme::Convention& one : scheme.conventions)
        out.push_back(Object{
            {"id", one.id}, {"text", one.text}, {"setting", one.setting}, {"cites", one.cites}});
    return out;
}

List print_references(const scheme::Scheme& scheme) {
    List out;
    for (const scheme::Reference& one : scheme.references)
        out.push_back(
            Object{{"id", one.branch}, {"value", print(one.value)}, {"source", one.source}});
    return out;
}

}  // namespace

List print_table(const scheme::Scheme& scheme, const scheme::Table& table) {
    return print_categories(scheme, table);
}

Object print_branch_terms(const scheme::Branch& branch) {
    return Object{{"effect", scheme::name(branch.effect)},
                  {"basis", scheme::name(branch.basis)},
                  {"points", print(branch.points)},
                  {"points_max", print(branch.points_max)},
                  {"percent_of_task", print(branch.percent_of_task)},
                  {"per", print(branch.per)},
                  {"step", print(branch.step)},
                  {"target", print_target(branch.target)},
                  {"reference", print(branch.reference)},
                  {"level", print(branch.level)},
                  {"cap", print_cap(branch.cap)},
                  {"cap_shared", branch.cap_shared},
                  {"items", print_texts(branch.items)},
                  {"subjects", print_texts(branch.subjects)},
                  {"deadline", print(branch.deadline)},
                  {"partial", scheme::name(branch.partial)}};
}

List print_tables(const cycle::Rulebook& rulebook) {
    List out;
    const scheme::Scheme& scheme = rulebook.scheme();
    for (const scheme::Domain& domain : scheme.domains) {
        const scheme::Table* const table = scheme.find_table(domain.id);
        out.push_back(
            Object{{"id", domain.id},
                   {"name", domain.name},
                   {"lead", domain.lead},
                   {"cites", domain.cites},
                   {"focus", domain.focus},
                   {"title", table == nullptr ? Value() : Value(table->title)},
                   {"points", table == nullptr ? Value() : print(table->points)},
                   {"categories", table == nullptr ? List{} : print_categories(scheme, *table)}});
    }
    return out;
}

Object print_scheme(const cycle::Rulebook& rulebook) {
    const scheme::Scheme& scheme = rulebook.scheme();
    return {{"scheme", scheme.id},
            {"name", scheme.name},
            {"year", scheme.year},
            {"source", Object{{"title", scheme.source.title},
                              {"edition", scheme.source.edition},
                              {"complete", scheme.source.complete},
                              {"missing", print_texts(scheme.source.missing)}}},
            {"basis", print_texts(scheme.basis)},
            {"articles", print_articles(scheme)},
            {"statements", print_statements(scheme)},
            {"bodies", print_bodies(scheme)},
            {"domains", print_tables(rulebook)},
            {"composition", print_composition(scheme.composition)},
            {"grading", print_grading(scheme.grading)},
            {"bars", print_bars(scheme)},
            {"consequences", print_consequences(scheme)},
            {"terms", print_terms(scheme)},
            {"holidays", print_texts(scheme.calendar.holidays)},
            {"working_weekends", print_texts(scheme.calendar.working_weekends)},
            {"settings", print_settings(scheme.settings)},
            {"conventions", print_conventions(scheme)},
            {"references", print_references(scheme)}};
}

}  // namespace heng::view
