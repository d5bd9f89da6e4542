/// @file
/// The office sends a sheet back, with the reason; its findings can be changed again and it must be
/// settled and signed anew (A13.4).
#include "core/act/year_end_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field, sheet_field, reason_field};

Checked<Subject> subject(const Context& context, const Fields& in) {
    const auto sheet = find_sheet(context, in);
    if (!sheet) return tl::unexpected(sheet.error());
    Subject out;
    out.unit = (*sheet)->key.unit;
    return out;
}

Decision decide(const Context&, const Fields& in) {
    return done(reopen_sheet, in);
}

void apply(cycle::State& state, const Entry&, const Fields& in) {
    cycle::YearEnd& year_end = cycle_of(state, in).year_end;
    cycle::Sheet& sheet = year_end.sheets.at({in.whole("sheet")});
    sheet.stage = cycle::SheetStage::reopened;
    sheet.reason = in.text("reason");
    year_end.standing.erase(sheet.key);
}

}  // namespace

const Act reopen_sheet{.id = "reopen_sheet",
                       .zh = "退回任务评分表",
                       .en = "Reopen a task sheet",
                       .cites = "A13.4",
                       .fields = fields,
                       .stages = {cycle::Stage::year_end, cycle::Stage::year_end},
                       .subject = subject,
                       .decide = decide,
                       .apply = apply};

}  // namespace heng::act
