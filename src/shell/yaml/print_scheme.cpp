#include "shell/yaml/print_scheme.hpp"

#include "shell/yaml/scalar.hpp"
#include "shell/yaml/writer.hpp"

#include <string_view>
#include <vector>

namespace heng::yaml {

namespace {

using scheme::Scheme;

template <class Enum>
std::string word(Enum value) {
    using scheme::name;  // of a RoundingMode, which lives elsewhere
    return std::string(name(value));
}

std::string print_target(const scheme::Target& target) {
    Flow flow;
    flow.text("op", word(target.op)).decimal("value", target.value);
    if (!target.unit.empty()) flow.text("unit", target.unit);
    return flow.print();
}

/// One line; `clause_text` need not be said again.
std::string print_branch(const scheme::Branch& branch, const std::string& clause_text) {
    const scheme::Branch usual;
    Flow flow;
    flow.text("id", branch.id);
    if (branch.text != clause_text) flow.text("text", branch.text);
    if (branch.effect != usual.effect) flow.raw("effect", word(branch.effect));
    flow.raw("basis", word(branch.basis))
        .decimal("points", branch.points)
        .decimal("points_max", branch.points_max)
        .decimal("percent_of_task", branch.percent_of_task)
        .text("per", branch.per)
        .decimal("step", branch.step);
    if (branch.target) flow.raw("target", print_target(*branch.target));
    flow.text("reference", branch.reference).text("level", branch.level);
    if (branch.cap) flow.raw("cap", branch.cap->whole_task ? "task" : branch.cap->points.text());
    if (branch.cap_shared) flow.raw("cap_shared", "true");
    flow.texts("items", branch.items)
        .texts("subjects", branch.subjects)
        .text("deadline", branch.deadline);
    if (branch.partial != usual.partial) flow.raw("partial", word(branch.partial));
    return flow.print();
}

void write_number(Writer& out, std::string_view no) {
    // A plain number, as people write it; no reader can take 1 for another text.
    const bool is_counted = no.find_first_not_of("0123456789") == no.npos && !no.starts_with('0') &&
                            !no.empty() && no.size() <= 4;
    if (is_counted) {
        out.raw("no", no);
    } else {
        out.text("no", no);
    }
}

void write_clause(Writer& out, const scheme::Clause& clause) {
    write_number(out, clause.no);
    out.text("text", clause.text);
    if (clause.assessors) out.raw("assessors", print_flow_list(*clause.assessors));
    if (!clause.branches.empty()) {
        out.nested("branches", [&] {
            for (const auto& branch : clause.branches) out.item(print_branch(branch, clause.text));
        });
    }
    if (clause.reading_override) {
        out.nested("reading_override",
                   [&] { out.text("reason", clause.reading_override->reason); });
    }
}

void write_task(Writer& out, const scheme::Task& task) {
    write_number(out, task.no);
    out.text("name", task.name);
    out.decimal("points", task.points);
    out.optional_text("requirement", task.requirement);
    if (!task.requirement_complete) out.raw("requirement_complete", "false");
    out.flow_list("assessors", task.assessors);
    if (task.illustrative) out.raw("illustrative", "true");
    out.items("clauses", task.clauses, [&](const auto& clause) { write_clause(out, clause); });
}

std::string print_table(const scheme::Table& table) {
    Writer out;
    out.nested("table", [&] {
        out.text("domain", table.domain);
        out.optional_text("title", table.title);
        out.decimal("points", table.points);
        out.items("categories", table.categories, [&](const scheme::Category& category) {
            write_number(out, category.no);
            out.text("name", category.name);
            out.decimal("points", category.points);
            out.items("tasks", category.tasks, [&](const auto& task) { write_task(out, task); });
        });
    });
    return out.take();
}

void write_head(Writer& out, const Scheme& scheme) {
    out.nested("scheme", [&] {
        out.text("id", scheme.id);
        out.text("name", scheme.name);
        out.whole("year", scheme.year);
    });
    const scheme::Source& source = scheme.source;
    if (source != scheme::Source{}) {
        out.gap();
        out.nested("source", [&] {
            out.text("title", source.title);
            out.optional_text("edition", source.edition);
            if (!source.complete) out.raw("complete", "false");
            out.block_list("missing", source.missing);
        });
    }
    if (!scheme.basis.empty()) {
        out.gap();
        out.block_list("basis", scheme.basis);
    }
}

void write_domains(Writer& out, const Scheme& scheme) {
    if (scheme.domains.empty()) return;
    out.gap();
    out.items("domains", scheme.domains, [&](const scheme::Domain& domain) {
        out.text("id", domain.id);
        out.text("name", domain.name);
        out.optional_text("lead", domain.lead);
        out.optional_text("cites", domain.cites);
        out.optional_text("focus", domain.focus);
    });
}

void write_composition(Writer& out, const scheme::Composition& composition) {
    out.gap();
    out.nested("composition", [&] {
        out.decimal("indicators_percent", composition.indicators_percent);
        out.decimal("review_percent", composition.review_percent);
        out.decimal("indicators_full", composition.indicators_full);
        out.decimal("review_full", composition.review_full);
        out.optional_text("cites", composition.cites);
    });
}

void write_grading(Writer& out, const scheme::Grading& grading) {
    out.gap();
    out.nested("grading", [&] {
        out.decimal("quota_percent", grading.quota_percent);
        out.raw("quota_rounding", word(grading.quota_rounding));
        out.raw("freed_place", word(grading.freed_place));
        if (grading.ordinary_band) out.decimal("ordinary_band", *grading.ordinary_band);
        out.decimal("candidate_band", grading.candidate_band);
        out.whole("fraud_lowers_by", grading.fraud_lowers_by);
        out.optional_text("cites", grading.cites);
    });
}

std::vector<std::string> words(const std::vector<scheme::Grade>& grades) {
    std::vector<std::string> out;
    out.reserve(grades.size());
    for (const scheme::Grade grade : grades) out.push_back(word(grade));
    return out;
}

void write_outcomes(Writer& out, const Scheme& scheme) {
    if (!scheme.bars.empty()) out.gap();
    out.items("bars", scheme.bars, [&](const scheme::Bar& bar) {
        out.text("id", bar.id);
        out.text("text", bar.text);
        out.raw("best", word(bar.best));
        out.optional_text("cites", bar.cites);
    });
    if (!scheme.consequences.empty()) out.gap();
    out.items("consequences", scheme.consequences, [&](const scheme::Consequence& consequence) {
        out.text("id", consequence.id);
        out.flow_list("grades", words(consequence.grades));
        out.text("text", consequence.text);
        out.optional_text("cites", consequence.cites);
    });
}

void write_calendar(Writer& out, const scheme::Calendar& calendar) {
    if (calendar == scheme::Calendar{}) return;
    out.gap();
    out.nested("calendar", [&] {
        out.items("terms", calendar.terms, [&](const scheme::Term& term) {
            out.text("id", term.id);
            out.text("text", term.text);
            out.raw("unit", word(term.unit));
            if (term.month_day) {
                out.text("month_day", *term.month_day);
            } else {
                out.whole("count", term.count);
            }
            out.optional_text("cites", term.cites);
        });
        out.block_list("holidays", calendar.holidays);
        out.block_list("working_weekends", calendar.working_weekends);
    });
}

void write_settings(Writer& out, const scheme::Settings& settings) {
    out.gap();
    out.nested("settings", [&] {
        out.raw("floor", word(settings.floor));
        out.raw("partial", word(settings.partial));
        out.raw("same_case", word(settings.same_case));
        if (!settings.rounding) {
            out.raw("rounding", "none");
            return;
        }
        Flow rounding;
        rounding.raw("places", std::to_string(settings.rounding->places))
            .raw("mode", word(settings.rounding->mode));
        out.raw("rounding", rounding.print());
    });
}

void write_notes(Writer& out, const Scheme& scheme) {
    if (!scheme.conventions.empty()) out.gap();
    out.items("conventions", scheme.conventions, [&](const scheme::Convention& convention) {
        out.text("id", convention.id);
        out.text("text", convention.text);
        out.optional_text("setting", convention.setting);
        out.optional_text("cites", convention.cites);
    });
    if (!scheme.references.empty()) out.gap();
    out.items("references", scheme.references, [&](const scheme::Reference& reference) {
        out.text("branch", reference.branch);
        out.decimal("value", reference.value);
        out.optional_text("source", reference.source);
    });
}

std::string print_main(const Scheme& scheme) {
    Writer out;
    write_head(out, scheme);
    write_domains(out, scheme);
    write_composition(out, scheme.composition);
    write_grading(out, scheme.grading);
    write_outcomes(out, scheme);
    write_calendar(out, scheme.calendar);
    write_settings(out, scheme.settings);
    write_notes(out, scheme);
    return out.take();
}

std::string print_articles(const std::vector<scheme::Article>& articles) {
    Writer out;
    out.items("articles", articles, [&](const scheme::Article& article) {
        out.whole("no", article.no);
        out.optional_text("chapter", article.chapter);
        out.text("text", article.text);
    });
    return out.take();
}

std::string print_statements(const std::vector<scheme::Statement>& statements) {
    Writer out;
    out.items("statements", statements, [&](const scheme::Statement& statement) {
        out.text("id", statement.id);
        out.optional_text("mark", statement.mark);
        out.text("text", statement.text);
    });
    return out.take();
}

std::string print_bodies(const std::vector<scheme::Body>& bodies) {
    Writer out;
    out.items("bodies", bodies, [&](const scheme::Body& body) {
        std::vector<std::string> roles;
        for (const scheme::Role role : body.roles) roles.push_back(word(role));
        out.text("name", body.name);
        out.flow_list("roles", roles);
        out.optional_text("cites", body.cites);
        out.items("duties", body.duties, [&](const scheme::Duty& duty) {
            out.text("text", duty.text);
            out.optional_text("cites", duty.cites);
        });
    });
    return out.take();
}

/// A name that is one file directly in tables/, whatever the domain is called.
std::string table_name(std::string_view domain) {
    std::string name = "tables/";
    if (domain.empty() || domain.front() == '.') name += '_';
    for (const char c : domain) {
        const bool is_unfit = c == '/' || c == '\\' || (c >= 0 && c < ' ');
        name += is_unfit ? '_' : c;
    }
    return name;
}

}  // namespace

std::map<std::string, std::string> print_scheme(const Scheme& scheme) {
    std::map<std::string, std::string> files{{"scheme.yaml", print_main(scheme)}};
    if (!scheme.articles.empty()) files["articles.yaml"] = print_articles(scheme.articles);
    if (!scheme.statements.empty()) files["statements.yaml"] = print_statements(scheme.statements);
    if (!scheme.bodies.empty()) files["bodies.yaml"] = print_bodies(scheme.bodies);
    for (const scheme::Table& table : scheme.tables) {
        std::string name = table_name(table.domain);
        while (files.contains(name + ".yaml")) name += '_';
        files[name + ".yaml"] = print_table(table);
    }
    return files;
}

}  // namespace heng::yaml
