/// @file
/// A group is formed from people whom assessors and leads send; none of them belongs to a unit that
/// it assesses (A13.2, CALC-14). A group that changes is replaced by another one.
#include "core/act/stand_in.hpp"
#include "core/act/year_end_acts.hpp"
#include "core/cycle/settling.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array member{Field{"person", Kind::id, Need::required, "成员", "Member"},
                            Field{"body", Kind::id, Need::required, "派出单位", "Sent by"}};
constexpr std::array fields{
    year_field,
    Field{"name", Kind::text, Need::required, "考核组名称", "Name of the group"},
    Field{"members", Kind::rows, Need::required, "成员", "Members", {}, member},
    Field{"domains", Kind::texts, Need::optional, "考核的领域", "Domains it assesses"},
    Field{"units", Kind::texts, Need::optional, "考核的单位", "Units it assesses"},
    Field{"replaces", Kind::record, Need::optional, "被替换的考核组", "Group it replaces"}};

bool is_sent(const Context& context, const Fields& row) {
    const cycle::Register& known = context.state.units_and_people;
    return known.holds({row.text("person"), Capacity::assessor, row.text("body")}, context.today) ||
           known.holds({row.text("person"), Capacity::lead, row.text("body")}, context.today);
}

/// Everyone whom the group assesses; what it cannot assess goes to `issues`.
std::vector<cycle::UnitId> units_of(const Context& context, const Fields& in, Issues& issues) {
    std::vector<cycle::UnitId> out;
    const cycle::Cycle& cycle = context.cycle_of(in);
    const Date day = cycle::assessed_on(cycle, context.today);
    for (const std::string& domain : in.texts("domains")) {
        if (context.rulebook(cycle)->scheme().find_domain(domain) == nullptr)
            issues.push_back({Code::record_unknown, {}, {"领域", "domain", domain}});
        for (const cycle::Unit* const unit : context.state.participants(cycle, domain, day))
            out.push_back(unit->id);
    }
    for (const std::string& unit : in.texts("units")) {
        if (context.state.units_and_people.find_unit(unit) == nullptr)
            issues.push_back({Code::record_unknown, {}, {"考核对象", "unit", unit}});
        else
            out.push_back(unit);
    }
    return out;
}

Issues check_members(const Context& context, const Fields& in,
                     std::span<const cycle::UnitId> units) {
    Issues issues;
    for (const Fields& row : in.rows("members")) {
        const std::string& person = row.text("person");
        if (!is_sent(context, row))
            issues.push_back({Code::capacity_absent, {}, {person, "assessor", row.text("body")}});
        const Issues own = recusals(context, person, units);
        issues.insert(issues.end(), own.begin(), own.end());
    }
    return issues;
}

/// Another group of this name stands, or the one to be replaced does not.
Result<void> check_groups(const cycle::YearEnd& year_end, const Fields& in) {
    const cycle::GroupId replaced{in.has("replaces") ? in.whole("replaces") : 0};
    const cycle::Group* const old = find_record(year_end.groups, replaced);
    if (in.has("replaces") && (old == nullptr || old->is_replaced))
        return refuse(Code::record_unknown, {}, {"考核组", "group", std::to_string(replaced.seq)});
    for (const auto& [id, group] : year_end.groups)
        if (group.name == in.text("name") && !group.is_replaced && id != replaced)
            return refuse(Code::record_exists, {}, {"考核组", "group", group.name});
    return {};
}

Decision decide(const Context& context, const Fields& in) {
    if (in.texts("domains").empty() && in.texts("units").empty())
        return refused(Code::field_missing, {"考核的领域或单位", "Domains or units"});
    if (const auto fits = check_groups(context.cycle_of(in).year_end, in); !fits)
        return tl::unexpected(Issues{fits.error()});
    Issues issues;
    const auto units = units_of(context, in, issues);
    const Issues of_members = check_members(context, in, units);
    issues.insert(issues.end(), of_members.begin(), of_members.end());
    if (!issues.empty()) return tl::unexpected(std::move(issues));
    return done(form_group, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Group group;
    group.id = {entry.seq};
    group.name = in.text("name");
    group.formed_on = entry.day();
    for (const Fields& row : in.rows("members"))
        group.members.push_back({row.text("person"), row.text("body")});
    group.domains = in.texts("domains");
    group.units = in.texts("units");
    auto& groups = cycle_of(state, in).year_end.groups;
    if (in.has("replaces")) groups.at({in.whole("replaces")}).is_replaced = true;
    groups.emplace(group.id, std::move(group));
}

}  // namespace

const Act form_group{.id = "form_group",
                     .zh = "组建考核组",
                     .en = "Form a group",
                     .cites = "A13.2",
                     .fields = fields,
                     .stages = {cycle::Stage::year_end, cycle::Stage::year_end},
                     .decide = decide,
                     .apply = apply};

}  // namespace heng::act
