/// @file
/// A second person signs what was settled: of the same assessor or of another one that the task
/// names (A13.4, CALC-14).
#include "core/act/stand_in.hpp"
#include "core/act/year_end_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field, sheet_field};

Checked<Subject> subject(const Context& context, const Fields& in) {
    const auto sheet = find_sheet(context, in);
    if (!sheet) return tl::unexpected(sheet.error());
    Subject out;
    out.unit = (*sheet)->key.unit;
    out.first_persons = {(*sheet)->settled_by};
    const cycle::Rulebook& rulebook = *context.rulebook(context.cycle_of(in));
    if (rulebook.find_task((*sheet)->key.domain, (*sheet)->key.task) == nullptr)
        return refused(Code::record_unknown, {"基本任务", "task", (*sheet)->key.task});
    out.assessors = bodies_for_task(context, rulebook, (*sheet)->key);
    return out;
}

Decision decide(const Context& context, const Fields& in) {
    const cycle::Cycle& cycle = context.cycle_of(in);
    const cycle::Sheet& sheet = **find_sheet(context, in);
    if (sheet.stage == cycle::SheetStage::signed_off)
        return refused(Code::record_stage_unfit,
                       {"任务评分表", "task sheet", std::to_string(sheet.id.seq),
                        std::string(cycle::name(sheet.stage)),
                        std::string(cycle::name(cycle::SheetStage::settled))});
    if (const auto decided = check_decided(context, cycle, sheet.key); !decided)
        return tl::unexpected(Issues{decided.error()});
    const cycle::SheetFigures now = current_figures(context, cycle, sheet.key);
    if (now == sheet.figures) return done(sign_sheet, in);
    auto args = names_of(sheet.key);
    args.push_back(sheet.figures.score().text());
    args.push_back(now.score().text());
    return refused(Code::sheet_outdated, std::move(args));
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Sheet& sheet = cycle_of(state, in).year_end.sheets.at({in.whole("sheet")});
    sheet.stage = cycle::SheetStage::signed_off;
    sheet.signed_by = entry.person();
    sheet.signed_for = in.text("of");
    sheet.signed_on = entry.day();
}

}  // namespace

const Act sign_sheet{.id = "sign_sheet",
                     .zh = "签认任务评分表",
                     .en = "Sign a task sheet",
                     .cites = "A13.4",
                     .fields = fields,
                     .stages = {cycle::Stage::year_end, cycle::Stage::year_end},
                     .subject = subject,
                     .decide = decide,
                     .apply = apply};

}  // namespace heng::act
