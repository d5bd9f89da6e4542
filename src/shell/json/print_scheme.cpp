#include "shell/json/print_scheme.hpp"

#include "shell/json/branch.hpp"
#include "shell/json/pretty.hpp"

#include <array>

namespace heng::json {

namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;
using scheme::Scheme;

template <class List, class Convert>
array list_json(const List& list, Convert convert) {
    array out;
    out.reserve(list.size());
    for (const auto& item : list) out.push_back(convert(item));
    return out;
}

template <class Enum>
array names_json(const std::vector<Enum>& values) {
    return list_json(values, [](Enum v) { return value(name(v)); });
}

/// All keys of a branch, those that say nothing included.
object whole_branch_json(const Scheme& scheme, const scheme::Branch& branch) {
    constexpr std::array<std::string_view, 16> keys{
        "effect",   "basis",     "points", "points_max", "percent_of_task", "per",   "step",
        "target",   "reference", "level",  "cap",        "cap_shared",      "items", "subjects",
        "deadline", "partial"};
    object said = branch_json(branch);
    said.emplace("cap_shared", false);
    said.emplace("items", array{});
    said.emplace("subjects", array{});
    said.emplace("partial", name(branch.partial));
    object out{{"id", branch.id}, {"text", branch.text}};
    for (const std::string_view key : keys) {
        const value* found = said.if_contains(key);
        out[key] = found == nullptr ? value(nullptr) : *found;
    }
    out["value_meaning"] = name(value_meaning(scheme, branch));
    return out;
}

object clause_json(const Scheme& scheme, const scheme::Clause& clause) {
    const auto branch = [&scheme](const scheme::Branch& b) { return whole_branch_json(scheme, b); };
    object out{{"no", clause.no}, {"text", clause.text}, {"assessors", nullptr}};
    if (clause.assessors) out["assessors"] = texts_json(*clause.assessors);
    out["branches"] = list_json(clause.branches, branch);
    out["reading_override"] = nullptr;
    if (clause.reading_override) {
        out["reading_override"] = object{{"reason", clause.reading_override->reason}};
    }
    return out;
}

object task_json(const Scheme& scheme, const scheme::Task& task) {
    const auto clause = [&scheme](const scheme::Clause& c) { return clause_json(scheme, c); };
    return {{"no", task.no},
            {"name", task.name},
            {"points", task.points.text()},
            {"requirement", task.requirement},
            {"requirement_complete", task.requirement_complete},
            {"illustrative", task.illustrative},
            {"assessors", texts_json(task.assessors)},
            {"clauses", list_json(task.clauses, clause)}};
}

object category_json(const Scheme& scheme, const scheme::Category& category) {
    const auto task = [&scheme](const scheme::Task& t) { return task_json(scheme, t); };
    return {{"no", category.no},
            {"name", category.name},
            {"points", category.points.text()},
            {"tasks", list_json(category.tasks, task)}};
}

object domain_json(const Scheme& scheme, const scheme::Domain& domain) {
    const auto category = [&scheme](const scheme::Category& c) { return category_json(scheme, c); };
    object out{{"id", domain.id},       {"name", domain.name},   {"lead", domain.lead},
               {"focus", domain.focus}, {"cites", domain.cites}, {"points", nullptr},
               {"title", nullptr},      {"categories", array{}}};
    if (const scheme::Table* table = scheme.find_table(domain.id)) {
        out["points"] = table->points.text();
        out["title"] = table->title;
        out["categories"] = list_json(table->categories, category);
    }
    return out;
}

object source_json(const scheme::Source& source) {
    return {{"title", source.title},
            {"edition", source.edition},
            {"complete", source.complete},
            {"missing", texts_json(source.missing)}};
}

object article_json(const scheme::Article& article) {
    return {{"no", article.no}, {"chapter", article.chapter}, {"text", article.text}};
}

object statement_json(const scheme::Statement& statement) {
    return {{"id", statement.id}, {"mark", statement.mark}, {"text", statement.text}};
}

object duty_json(const scheme::Duty& duty) {
    return {{"text", duty.text}, {"cites", duty.cites}};
}

object body_json(const scheme::Body& body) {
    return {{"name", body.name},
            {"roles", names_json(body.roles)},
            {"cites", body.cites},
            {"duties", list_json(body.duties, duty_json)}};
}

object composition_json(const scheme::Composition& composition) {
    return {{"indicators_percent", composition.indicators_percent.text()},
            {"review_percent", composition.review_percent.text()},
            {"indicators_full", composition.indicators_full.text()},
            {"review_full", composition.review_full.text()},
            {"cites", composition.cites}};
}

object grading_json(const scheme::Grading& grading) {
    return {{"quota_percent", grading.quota_percent.text()},
            {"quota_rounding", scheme::name(grading.quota_rounding)},
            {"freed_place", name(grading.freed_place)},
            {"ordinary_band", decimal_json(grading.ordinary_band)},
            {"candidate_band", grading.candidate_band.text()},
            {"fraud_lowers_by", grading.fraud_lowers_by},
            {"cites", grading.cites}};
}

object bar_json(const scheme::Bar& bar) {
    return {{"id", bar.id}, {"text", bar.text}, {"best", name(bar.best)}, {"cites", bar.cites}};
}

object consequence_json(const scheme::Consequence& consequence) {
    return {{"id", consequence.id},
            {"grades", names_json(consequence.grades)},
            {"text", consequence.text},
            {"cites", consequence.cites}};
}

object term_json(const scheme::Term& term) {
    const bool is_date = term.unit == scheme::TermUnit::date;
    return {{"id", term.id},
            {"text", term.text},
            {"unit", name(term.unit)},
            {"count", is_date ? value(nullptr) : value(term.count)},
            {"month_day", text_json(term.month_day)},
            {"cites", term.cites}};
}

object calendar_json(const scheme::Calendar& calendar) {
    return {{"terms", list_json(calendar.terms, term_json)},
            {"holidays", texts_json(calendar.holidays)},
            {"working_weekends", texts_json(calendar.working_weekends)}};
}

object settings_json(const scheme::Settings& settings) {
    object out{{"floor", name(settings.floor)},
               {"partial", name(settings.partial)},
               {"same_case", name(settings.same_case)},
               {"rounding", nullptr}};
    if (const auto& rounding = settings.rounding) {
        out["rounding"] =
            object{{"places", rounding->places}, {"mode", scheme::name(rounding->mode)}};
    }
    return out;
}

object convention_json(const scheme::Convention& convention) {
    return {{"id", convention.id},
            {"text", convention.text},
            {"setting", convention.setting},
            {"cites", convention.cites}};
}

object reference_json(const scheme::Reference& reference) {
    return {{"branch", reference.branch},
            {"value", reference.value.text()},
            {"source", reference.source}};
}

}  // namespace

std::string print_scheme(const Scheme& scheme) {
    const auto domain = [&scheme](const scheme::Domain& d) { return domain_json(scheme, d); };
    return print_pretty(object{{"id", scheme.id},
                               {"name", scheme.name},
                               {"year", scheme.year},
                               {"source", source_json(scheme.source)},
                               {"basis", texts_json(scheme.basis)},
                               {"articles", list_json(scheme.articles, article_json)},
                               {"statements", list_json(scheme.statements, statement_json)},
                               {"bodies", list_json(scheme.bodies, body_json)},
                               {"domains", list_json(scheme.domains, domain)},
                               {"composition", composition_json(scheme.composition)},
                               {"grading", grading_json(scheme.grading)},
                               {"bars", list_json(scheme.bars, bar_json)},
                               {"consequences", list_json(scheme.consequences, consequence_json)},
                               {"calendar", calendar_json(scheme.calendar)},
                               {"settings", settings_json(scheme.settings)},
                               {"conventions", list_json(scheme.conventions, convention_json)},
                               {"references", list_json(scheme.references, reference_json)}});
}

}  // namespace heng::json
