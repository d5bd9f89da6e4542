#include "core/report/act_reference.hpp"

#include "core/act/acts.hpp"
#include "core/act/perform.hpp"
#include "core/act/reading.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace heng::report {

namespace {

struct Group {
    std::string_view title;
    std::span<const act::Act* const> acts;
};

std::vector<Group> groups() {
    return {{"单位库 Register", act::register_acts()},
            {"指标体系与年度更替 Indicators, and the turn of the year", act::indicator_acts()},
            {"扣分记录 Findings", act::finding_acts()},
            {"季度监测 Monitoring", act::monitoring_acts()},
            {"半年评估 Half-year", act::half_year_acts()},
            {"年终考核 Year-end", act::year_end_acts()},
            {"述职评议 Review", act::review_acts()},
            {"限制与重大问题 Circumstances", act::circumstance_acts()},
            {"等次评定 Grading", act::grading_acts()},
            {"结果之后 Aftermath", act::aftermath_acts()}};
}

struct CapacityWord {
    act::Capacity capacity;
    std::string_view zh;
};
constexpr std::array<CapacityWord, cycle::capacity_count> capacity_words{{
    {act::Capacity::commission, "市考核委"},
    {act::Capacity::office, "市考核办"},
    {act::Capacity::coordinator, "市委组织部"},
    {act::Capacity::lead, "主要考核责任单位"},
    {act::Capacity::assessor, "考核责任单位"},
    {act::Capacity::unit, "考核对象"},
    {act::Capacity::system_admin, "系统管理员"},
    {act::Capacity::security_admin, "安全管理员"},
    {act::Capacity::audit_admin, "审计管理员"},
}};

/// The condition under which a permission holds; empty for any.
std::string condition_of(const act::Permission& permission) {
    std::vector<std::string> parts;
    if (permission.relation != act::Relation::any)
        parts.emplace_back(act::name(permission.relation));
    if (permission.by_another_person) parts.emplace_back("another person");
    return join(parts, ", ");
}

std::string who_may(const act::Act& act) {
    if (act.id == act::founding_act) return "任何人，仅限空台账 anyone, on an empty ledger";
    std::vector<std::string> parts;
    for (const act::Permission& one : act::permissions()) {
        if (one.act != act.id) continue;
        const std::string condition = condition_of(one);
        parts.push_back(std::string(cycle::name(one.as)) +
                        (condition.empty() ? "" : " (" + condition + ")"));
    }
    return parts.empty() ? std::string(not_applicable) : join(parts, ", ");
}

bool is_of_a_year(const act::Act& act) {
    return act.id != act::opening_of_year &&
           std::any_of(act.fields.begin(), act.fields.end(),
                       [](const act::Field& field) { return field.name == act::year_field.name; });
}

std::string when(const act::Act& act) {
    if (!is_of_a_year(act)) return std::string(not_applicable);
    const std::string first(cycle::name(act.stages.first));
    const std::string last(cycle::name(act.stages.last));
    return first == last ? first : first + " … " + last;
}

std::string kind_of(const act::Field& field) {
    std::string out(act::name(field.kind));
    if (!field.choices.empty())
        out += ": " + join({field.choices.begin(), field.choices.end()}, ", ");
    return out;
}

void add_fields(std::span<const act::Field> fields, const std::string& prefix, Table& table) {
    for (const act::Field& field : fields) {
        const std::string name = prefix + std::string(field.name);
        const bool required = field.need == act::Need::required;
        table.rows.push_back({name, kind_of(field), required ? "required" : "optional",
                              std::string(field.zh), std::string(field.en)});
        add_fields(field.row, name + '/', table);
    }
}

void add_act(const act::Act& act, Document& out) {
    out.blocks.push_back(Heading{3, std::string(act.id) + " " + std::string(act.zh)});
    out.blocks.push_back(Paragraph{std::string(act.en) + ". 依据 Cites: " + std::string(act.cites) +
                                   ". 可由 Who: " + who_may(act) + ". 阶段 Stages: " + when(act) +
                                   "."});
    Table fields;
    fields.columns = {{"field"}, {"kind"}, {"need"}, {"中文"}, {"English"}};
    add_fields(act.fields, {}, fields);
    out.blocks.push_back(std::move(fields));
}

std::string cell(std::string_view act, act::Capacity as) {
    std::vector<std::string> parts;
    for (const act::Permission& one : act::permissions()) {
        if (one.act != act || one.as != as) continue;
        const std::string condition = condition_of(one);
        parts.push_back(condition.empty() ? std::string(act::name(one.relation)) : condition);
    }
    return join(parts, "; ");
}

Table table_by_capacity(std::string first_column) {
    Table out;
    out.columns.push_back({std::move(first_column)});
    for (const CapacityWord& word : capacity_words)
        out.columns.push_back(
            {std::string(cycle::name(word.capacity)) + ' ' + std::string(word.zh)});
    return out;
}

std::string title_of(std::string_view act_id) {
    const act::Act* const act = act::find_act(act_id);
    return std::string(act_id) + (act == nullptr ? "" : ' ' + std::string(act->zh));
}

Table acting_table() {
    Table out = table_by_capacity("act");
    std::string_view last;
    for (const act::Permission& one : act::permissions()) {
        if (one.act == last) continue;
        last = one.act;
        std::vector<std::string> row{title_of(one.act)};
        for (const CapacityWord& word : capacity_words) row.push_back(cell(one.act, word.capacity));
        out.rows.push_back(std::move(row));
    }
    return out;
}

std::string cell(act::View view, act::Capacity as) {
    for (const act::Reading& one : act::readings())
        if (one.view == view && one.as == as) return std::string(act::name(one.relation));
    return {};
}

Table seeing_table() {
    Table out = table_by_capacity("view");
    for (const act::ViewWord& view : act::view_words()) {
        std::vector<std::string> row{std::string(view.id) + ' ' + std::string(view.zh)};
        for (const CapacityWord& word : capacity_words)
            row.push_back(cell(view.view, word.capacity));
        out.rows.push_back(std::move(row));
    }
    return out;
}

}  // namespace

Document act_reference() {
    Document out;
    out.blocks.push_back(Heading{1, "Acts"});
    out.blocks.push_back(Paragraph{
        "Printed by heng acts. 每项操作即台账中的一个事件：填写的各项就是事件的内容。 Every act is "
        "an "
        "event of the ledger: its fields are the event's body, to which the program adds what it "
        "computes, and as and of, the capacity in which the person acted."});
    for (const Group& group : groups()) {
        if (group.acts.empty()) continue;
        out.blocks.push_back(Heading{2, std::string(group.title)});
        for (const act::Act* const act : group.acts) add_act(*act, out);
    }
    return out;
}

Document permission_reference() {
    Document out;
    out.blocks.push_back(Heading{1, "Permissions"});
    out.blocks.push_back(Paragraph{
        "Printed by heng permissions. 未列出的一律不允许。 What is not listed is refused. any: "
        "whoever "
        "holds the capacity; own_domain: his body leads the domain; named_assessor: his body is "
        "named for the clause, task or record; own_unit: he acts for the unit itself; another "
        "person: not who did the step before. 所在单位的考核一律回避。 Nobody in an assessing "
        "capacity acts on a unit that he belongs to, whatever the table says."});
    out.blocks.push_back(Heading{2, "办理 Acting"});
    out.blocks.push_back(acting_table());
    out.blocks.push_back(Heading{2, "查看 Seeing"});
    out.blocks.push_back(seeing_table());
    return out;
}

}  // namespace heng::report
