#include "core/cycle/year_end.hpp"

#include "core/base/invariant.hpp"
#include "core/cycle/sheet_need.hpp"

#include <algorithm>
#include <array>

namespace heng::cycle {

namespace {

constexpr std::array<std::string_view, 3> stage_names{"settled", "signed", "reopened"};
constexpr std::array<std::string_view, 4> need_names{"settling", "signature", "answer",
                                                     "resettling"};
constexpr std::array<std::string_view, 4> need_zh{"待核定", "待签认", "待答复异议", "须重核"};

bool is_undecided(const Finding& finding) {
    if (finding.stage == FindingStage::withdrawn) return false;
    return finding.stage == FindingStage::recorded ||
           (finding.objection && finding.objection->stage == ObjectionStage::filed);
}

}  // namespace

std::string_view name(SheetStage stage) {
    return stage_names[static_cast<std::size_t>(stage)];
}

std::string_view name(SheetNeed need) {
    return need_names[static_cast<std::size_t>(need)];
}

std::string_view zh(SheetNeed need) {
    return need_zh[static_cast<std::size_t>(need)];
}

bool Group::covers(const UnitId& unit, const DomainId& domain) const {
    return std::find(domains.begin(), domains.end(), domain) != domains.end() ||
           std::find(units.begin(), units.end(), unit) != units.end();
}

const Sheet* YearEnd::find(SheetId id) const {
    const auto found = sheets.find(id);
    return found == sheets.end() ? nullptr : &found->second;
}

const Sheet* YearEnd::find(const SheetKey& key) const {
    const auto found = standing.find(key);
    return found == standing.end() ? nullptr : &sheets.at(found->second);
}

SheetFigures figures_of(const Rulebook& rulebook, std::string_view domain, std::string_view no,
                        const UnitSheet& unit_sheet) {
    const score::Rules& rules = rulebook.rules(domain);
    const auto index = rulebook.task_index(domain, no);
    INVARIANT(index, "the table has the task");
    const score::TaskScore& task = unit_sheet.score.tasks[*index];
    SheetFigures out{task.points, task.lost, task.gained, {}};
    for (std::size_t i = 0; i < unit_sheet.ids.size(); ++i)
        if (rules.branches[unit_sheet.findings[i].branch].task == *index)
            out.findings.push_back(unit_sheet.ids[i]);
    return out;
}

std::vector<FindingId> undecided_findings(const Cycle& cycle, const Rulebook& rulebook,
                                          const SheetKey& key) {
    std::vector<FindingId> out;
    const auto mine = cycle.findings.of_unit.find(key.unit);
    if (mine == cycle.findings.of_unit.end()) return out;
    const score::Rules& rules = rulebook.rules(key.domain);
    for (const FindingId id : mine->second) {
        const Finding& finding = cycle.findings.all.at(id);
        const auto branch = rules.find(finding.fact.branch);
        if (branch && rules.origins[*branch].task->no == key.task && is_undecided(finding))
            out.push_back(id);
    }
    return out;
}

std::optional<SheetNeed> need_of(const Cycle& cycle, const Rulebook& rulebook, const SheetKey& key,
                                 const UnitSheet& unit_sheet) {
    const Sheet* const sheet = cycle.year_end.find(key);
    if (sheet == nullptr) return SheetNeed::settling;
    if (!undecided_findings(cycle, rulebook, key).empty()) return SheetNeed::answer;
    if (sheet->figures != figures_of(rulebook, key.domain, key.task, unit_sheet))
        return SheetNeed::resettling;
    if (sheet->stage == SheetStage::settled) return SheetNeed::signature;
    return std::nullopt;
}

std::vector<OpenSheet> open_sheets(const State& state, const Cycle& cycle, const Rulebook& rulebook,
                                   Date day) {
    std::vector<OpenSheet> out;
    for (const scheme::Domain& domain : rulebook.scheme().domains) {
        const auto tasks = rulebook.tasks(domain.id);
        for (const Unit* const unit : state.participants(cycle, domain.id, day)) {
            const UnitSheet unit_sheet = sheet_of(cycle, rulebook, unit->id, domain.id);
            for (const scheme::Task* const task : tasks) {
                const SheetKey key{unit->id, domain.id, task->no};
                if (const auto need = need_of(cycle, rulebook, key, unit_sheet))
                    out.push_back({key, *need});
            }
        }
    }
    return out;
}

std::vector<UnitId> units_without_group(const State& state, const Cycle& cycle,
                                        const Rulebook& rulebook, Date day) {
    std::vector<UnitId> out;
    for (const scheme::Domain& domain : rulebook.scheme().domains) {
        for (const Unit* const unit : state.participants(cycle, domain.id, day)) {
            const auto& groups = cycle.year_end.groups;
            const bool is_covered = std::any_of(groups.begin(), groups.end(), [&](const auto& one) {
                return !one.second.is_replaced && one.second.covers(unit->id, domain.id);
            });
            if (!is_covered) out.push_back(unit->id);
        }
    }
    return out;
}

}  // namespace heng::cycle
