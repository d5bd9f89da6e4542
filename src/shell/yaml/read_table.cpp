#include "shell/yaml/read_table.hpp"

namespace heng::yaml {

namespace {

scheme::Target read_target(const Node& node, Reading& reading) {
    Fields fields(node, "target", reading);
    return {
        .op = fields.choice("op", scheme::Comparison::at_least),
        .value = fields.decimal("value"),
        .unit = fields.text_or("unit", ""),
    };
}

scheme::Cap read_cap(const Node& node, Reading& reading) {
    if (node.kind == Node::Kind::text && node.text == "task")
        return {.whole_task = true, .points = {}};
    const auto points =
        node.kind == Node::Kind::text ? Decimal::parse(node.text) : std::optional<Decimal>{};
    if (!points) reading.report(Code::value_not_decimal, node.mark, {"cap", node.text});
    return {.whole_task = false, .points = points.value_or(Decimal{})};
}

scheme::Override read_override(const Node& node, Reading& reading) {
    Fields fields(node, "reading_override", reading);
    return {.reason = fields.text("reason")};
}

std::vector<std::string> read_assessors(const Node& node, Reading& reading) {
    return read_texts(node, "assessors", reading);
}

scheme::Clause read_clause(const Node& node, Reading& reading) {
    Fields fields(node, "clauses", reading);
    scheme::Clause clause{
        .no = fields.text("no"),
        .text = fields.text("text"),
        .assessors = fields.value("assessors", read_assessors),
        .branches = fields.list("branches", read_branch),
        .reading_override = fields.value("reading_override", read_override),
        .at = fields.at(),
    };
    for (scheme::Branch& branch : clause.branches) {
        if (branch.text.empty()) branch.text = clause.text;
    }
    return clause;
}

scheme::Task read_task(const Node& node, Reading& reading) {
    Fields fields(node, "tasks", reading);
    return {
        .no = fields.text("no"),
        .name = fields.text("name"),
        .points = fields.decimal("points"),
        .requirement = fields.text_or("requirement", ""),
        .requirement_complete = fields.flag_or("requirement_complete", true),
        .assessors = fields.texts("assessors"),
        .illustrative = fields.flag_or("illustrative", false),
        .clauses = fields.list("clauses", read_clause),
        .at = fields.at(),
    };
}

scheme::Category read_category(const Node& node, Reading& reading) {
    Fields fields(node, "categories", reading);
    return {
        .no = fields.text("no"),
        .name = fields.text("name"),
        .points = fields.decimal("points"),
        .tasks = fields.list("tasks", read_task),
        .at = fields.at(),
    };
}

}  // namespace

scheme::Branch read_branch(const Node& node, Reading& reading) {
    Fields fields(node, "branches", reading);
    return {
        .id = fields.text("id"),
        .text = fields.text_or("text", ""),
        .effect = fields.choice_or("effect", scheme::Effect::deduct),
        .basis = fields.choice_or("basis", scheme::Basis::once),
        .points = fields.optional_decimal("points"),
        .points_max = fields.optional_decimal("points_max"),
        .percent_of_task = fields.optional_decimal("percent_of_task"),
        .per = fields.optional_text("per"),
        .step = fields.optional_decimal("step"),
        .target = fields.value("target", read_target),
        .reference = fields.optional_text("reference"),
        .level = fields.optional_text("level"),
        .cap = fields.value("cap", read_cap),
        .cap_shared = fields.flag_or("cap_shared", false),
        .items = fields.texts("items"),
        .subjects = fields.texts("subjects"),
        .deadline = fields.optional_text("deadline"),
        .partial = fields.choice_or("partial", scheme::Partial::down),
    };
}

scheme::Table read_table(const Node& node, Reading& reading) {
    Fields fields(node, "table", reading);
    return {
        .domain = fields.text("domain"),
        .title = fields.text_or("title", ""),
        .points = fields.decimal("points"),
        .categories = fields.list("categories", read_category),
        .at = fields.at(),
    };
}

}  // namespace heng::yaml
