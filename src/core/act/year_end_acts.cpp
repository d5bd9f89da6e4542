#include "core/act/year_end_acts.hpp"

#include "core/act/acts.hpp"
#include "core/base/text.hpp"
#include "core/cycle/standing.hpp"

#include <array>

namespace heng::act {

std::span<const Act* const> year_end_acts() {
    static constexpr std::array all{&open_year_end, &form_group, &settle_sheet, &sign_sheet,
                                    &reopen_sheet};
    return all;
}

std::vector<std::string> names_of(const cycle::SheetKey& key) {
    return {key.unit, key.task};
}

Checked<const cycle::Sheet*> find_sheet(const Context& context, const Fields& in) {
    const auto id = in.record<cycle::Sheet>("sheet");
    const cycle::Sheet* const sheet = context.cycle_of(in).year_end.find(id);
    const std::string no = std::to_string(id.seq);
    if (sheet == nullptr) return refused(Code::record_unknown, {"任务评分表", "task sheet", no});
    if (sheet->stage == cycle::SheetStage::reopened)
        return refused(Code::record_stage_unfit,
                       {"任务评分表", "task sheet", no, std::string(cycle::name(sheet->stage)),
                        std::string(cycle::name(cycle::SheetStage::settled))});
    return sheet;
}

cycle::SheetFigures current_figures(const Context& context, const cycle::Cycle& cycle,
                                    const cycle::SheetKey& key) {
    const cycle::Rulebook& rulebook = *context.rulebook(cycle);
    return cycle::figures_of(rulebook, key.domain, key.task,
                             cycle::sheet_of(cycle, rulebook, key.unit, key.domain));
}

Result<void> check_decided(const Context& context, const cycle::Cycle& cycle,
                           const cycle::SheetKey& key) {
    const auto open = cycle::undecided_findings(cycle, *context.rulebook(cycle), key);
    if (open.empty()) return {};
    std::vector<std::string> numbers;
    numbers.reserve(open.size());
    for (const cycle::FindingId id : open) numbers.push_back(std::to_string(id.seq));
    auto args = names_of(key);
    args.push_back(join(numbers, "、"));
    return refuse(Code::sheet_findings_open, {}, std::move(args));
}

}  // namespace heng::act
