/// @file
/// The unit checks itself against every task of its table and hands in its half-year summary
/// (A12.1, A12.2); after a return it does so anew. What comes late is taken: it shows as overdue.
#include "core/act/half_year_acts.hpp"
#include "core/act/monitoring_acts.hpp"
#include "core/act/people.hpp"

#include <array>
#include <set>

namespace heng::act {

namespace {

constexpr std::array task_row{
    Field{"task", Kind::id, Need::required, "基本任务", "Task"},
    Field{"done", Kind::text, Need::required, "完成情况", "What is done"},
    Field{"shortcomings", Kind::text, Need::optional, "存在不足", "Shortcomings"}};
constexpr std::array fields{
    year_field, unit_field,
    // A domain whose table the source does not give has no tasks to report on.
    Field{"tasks", Kind::rows, Need::optional, "各项基本任务自查", "By task", {}, task_row},
    Field{"summary", Kind::text, Need::required, "半年工作总结", "Half-year summary"},
    evidence_field};

/// Unknown and repeated tasks in the order of the rows, then those left out in that of the table.
Issues check_tasks(const Context& context, const cycle::Cycle& cycle, const Fields& in) {
    Issues issues;
    const std::string& unit = in.text("unit");
    std::set<std::string> covered;
    for (const Fields& row : in.rows("tasks")) {
        const std::string& no = row.text("task");
        if (const auto task = find_task(context, cycle, unit, no); !task)
            issues.push_back(task.error().front());
        else if (!covered.insert(no).second)
            issues.push_back({Code::record_exists, {}, {"基本任务", "task", no}});
    }
    const scheme::Table* const table =
        rulebook_of(context, cycle).scheme().find_table(domain_of(context, unit));
    if (table == nullptr) return issues;
    for (const scheme::Category& category : table->categories)
        for (const scheme::Task& task : category.tasks)
            if (!covered.contains(task.no))
                issues.push_back({Code::task_not_covered, {}, {task.no}});
    return issues;
}

Decision decide(const Context& context, const Fields& in) {
    using enum cycle::SelfCheckStage;
    const cycle::Cycle& cycle = context.cycle_of(in);
    const std::string& unit = in.text("unit");
    if (const auto open = check_half_year_open(cycle); !open)
        return tl::unexpected(Issues{open.error()});
    if (const auto fits = check_takes_part(context, cycle, unit); !fits)
        return tl::unexpected(Issues{fits.error()});
    if (const auto fits = check_self_check(cycle.half_year, unit, {absent, returned}); !fits)
        return tl::unexpected(Issues{fits.error()});
    if (Issues issues = check_tasks(context, cycle, in); !issues.empty())
        return tl::unexpected(std::move(issues));
    return done(submit_self_check, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Submission submission{entry.seq, entry.person(),     entry.day(),
                                 {},        in.text("summary"), in.digests("evidence")};
    for (const Fields& row : in.rows("tasks"))
        submission.tasks.push_back(
            {row.text("task"), row.text("done"), row.text_or_empty("shortcomings")});
    cycle::SelfCheck& self_check = cycle_of(state, in).half_year.self_checks[in.text("unit")];
    self_check.stage = cycle::SelfCheckStage::submitted;
    self_check.submission = std::move(submission);
}

}  // namespace

const Act submit_self_check{.id = "submit_self_check",
                            .zh = "报送半年自查",
                            .en = "Hand in the half-year self-check",
                            .cites = "A12.1 A12.2 A18.1",
                            .fields = fields,
                            .stages = half_year_stages,
                            .subject = subject_unit,
                            .decide = decide,
                            .apply = apply};

}  // namespace heng::act
