/// @file
/// An assessor of the task states that its findings on the unit are complete (A13.3, A13.4). What
/// the task then scores goes into the ledger, so that what is signed is on record.
#include "core/act/people.hpp"
#include "core/act/stand_in.hpp"
#include "core/act/year_end_acts.hpp"
#include "core/cycle/settling.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field, unit_field,
                            Field{"task", Kind::id, Need::required, "基本任务", "Task"},
                            note_field};

cycle::SheetKey key_of(const Context& context, const Fields& in) {
    const cycle::Unit& unit = *context.state.units_and_people.find_unit(in.text("unit"));
    const Date day = cycle::assessed_on(context.cycle_of(in), context.today);
    return {unit.id, unit.on(day).domain, in.text("task")};
}

Checked<Subject> subject(const Context& context, const Fields& in) {
    auto out = subject_unit(context, in);
    if (!out) return out;
    const cycle::Rulebook& rulebook = *context.rulebook(context.cycle_of(in));
    const cycle::SheetKey key = key_of(context, in);
    if (rulebook.find_task(key.domain, key.task) == nullptr)
        return refused(Code::record_unknown, {"基本任务", "task", key.task});
    out->assessors = bodies_for_task(context, rulebook, key);
    return out;
}

ledger::List numbers_of(const std::vector<cycle::FindingId>& findings) {
    ledger::List out;
    for (const cycle::FindingId id : findings) out.emplace_back(id.seq);
    return out;
}

Decision decide(const Context& context, const Fields& in) {
    const cycle::Cycle& cycle = context.cycle_of(in);
    const cycle::SheetKey key = key_of(context, in);
    if (const auto takes_part = check_takes_part(context, cycle, key.unit); !takes_part)
        return tl::unexpected(Issues{takes_part.error()});
    if (const cycle::Sheet* const sheet = cycle.year_end.find(key))
        return refused(Code::sheet_settled, {key.unit, key.task, std::to_string(sheet->id.seq)});
    if (const auto decided = check_decided(context, cycle, key); !decided)
        return tl::unexpected(Issues{decided.error()});
    const cycle::SheetFigures figures = current_figures(context, cycle, key);
    return done(settle_sheet, in,
                {{"domain", key.domain},
                 {"points", figures.points.text()},
                 {"lost", figures.lost.text()},
                 {"gained", figures.gained.text()},
                 {"score", figures.score().text()},
                 {"findings", numbers_of(figures.findings)}});
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Sheet sheet;
    sheet.id = {entry.seq};
    sheet.key = {in.text("unit"), in.text("domain"), in.text("task")};
    sheet.figures = {in.decimal("points"), in.decimal("lost"), in.decimal("gained"), {}};
    for (const ledger::Value& number : *in.body().find("findings")->list())
        sheet.figures.findings.push_back({*number.number()});
    sheet.body = in.text("of");
    sheet.settled_by = entry.person();
    sheet.settled_on = entry.day();
    cycle::YearEnd& year_end = cycle_of(state, in).year_end;
    year_end.standing[sheet.key] = sheet.id;
    year_end.sheets.emplace(sheet.id, std::move(sheet));
}

}  // namespace

const Act settle_sheet{.id = "settle_sheet",
                       .zh = "核定任务评分表",
                       .en = "Settle a task sheet",
                       .cites = "A9.3 A13.3 A13.4",
                       .fields = fields,
                       .stages = {cycle::Stage::year_end, cycle::Stage::year_end},
                       .subject = subject,
                       .decide = decide,
                       .apply = apply};

}  // namespace heng::act
