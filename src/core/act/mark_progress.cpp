/// @file
/// An assessor marks how a unit gets on with a task that names it (A11.3, A11.5); so may the lead,
/// for a task whose assessor is itself the unit. A later mark of the same body takes the place of
/// the earlier one, which stays in the ledger.
#include "core/act/monitoring_acts.hpp"
#include "core/act/people.hpp"

#include <algorithm>
#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{
    year_field,
    quarter_field,
    unit_field,
    Field{"task", Kind::id, Need::required, "基本任务", "Task"},
    Field{"progress", Kind::choice, Need::required, "进展", "Progress", cycle::progress_names},
    note_field};

cycle::Progress progress_of(const Fields& in) {
    const auto& names = cycle::progress_names;
    return static_cast<cycle::Progress>(std::find(names.begin(), names.end(), in.text("progress")) -
                                        names.begin());
}

Checked<Subject> subject(const Context& context, const Fields& in) {
    auto out = subject_unit(context, in);
    if (!out) return out;
    const auto task = find_task(context, context.cycle_of(in), *out->unit, in.text("task"));
    if (!task) return tl::unexpected(task.error());
    out->assessors = cycle::assessors_of(**task);
    return out;
}

Decision decide(const Context& context, const Fields& in) {
    const cycle::Cycle& cycle = context.cycle_of(in);
    if (const auto fits = check_takes_part(context, cycle, in.text("unit")); !fits)
        return tl::unexpected(Issues{fits.error()});
    const auto open = check_quarter_open(context, cycle, in.text("unit"), quarter_of(in));
    if (!open) return tl::unexpected(Issues{open.error()});
    // What is behind leads to a reminder, so it must be said in words (A11.5).
    if (progress_of(in) != cycle::Progress::on_time && !in.has("note"))
        return tl::unexpected(Issues{{Code::field_missing,
                                      {{}, 0, 0, "note"},
                                      {std::string(note_field.zh), std::string(note_field.en)}}});
    return done(mark_progress, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle_of(state, in).monitoring.marks.insert_or_assign(
        {quarter_of(in), in.text("unit"), in.text("task"), in.text("of")},
        cycle::ProgressMark{progress_of(in), in.text_or_empty("note"), entry.person(),
                            entry.day()});
}

}  // namespace

const Act mark_progress{.id = "mark_progress",
                        .zh = "填报监测情况",
                        .en = "Mark the progress of a task",
                        .cites = "A11.2 A11.3 A11.5",
                        .fields = fields,
                        .stages = monitoring_stages,
                        .subject = subject,
                        .decide = decide,
                        .apply = apply};

}  // namespace heng::act
