#include "core/report/due_table.hpp"

#include "core/ledger/time_text.hpp"
#include "core/report/words.hpp"

#include <set>

namespace heng::report {

namespace {

std::string urgency_word(cycle::Urgency urgency, const Words& words) {
    switch (urgency) {
        case cycle::Urgency::overdue: return words("已逾期", "overdue");
        case cycle::Urgency::near: return words("临期", "near");
        case cycle::Urgency::later: break;
    }
    return std::string(not_applicable);
}

/// The domain as the edition of the due's year calls it.
std::string domain_name(const cycle::State& state, const cycle::Rulebooks& rulebooks,
                        const cycle::Due& due) {
    const auto& editions = state.cycles.at(due.year).indicators.editions;
    const scheme::Domain* const domain =
        rulebooks.at(editions.back().draft)->scheme().find_domain(*due.domain);
    return domain == nullptr ? *due.domain : domain->name;
}

/// Whom or what it is about: a unit, else a domain with its quarter.
std::string about(const cycle::State& state, const cycle::Rulebooks& rulebooks,
                  const cycle::Due& due, cycle::Date today, const Words& words) {
    if (due.about) {
        const cycle::Unit* const unit = state.units_and_people.find_unit(*due.about);
        return unit == nullptr
                   ? *due.about
                   : unit->on(today).name + words("（", " (") + *due.about + words("）", ")");
    }
    if (!due.domain) return std::string(not_applicable);
    const std::string domain = domain_name(state, rulebooks, due);
    if (!due.quarter) return domain;
    const std::string quarter = std::to_string(*due.quarter);
    return domain + words(" 第" + quarter + "季度", " Q" + quarter);
}

}  // namespace

Document due_table(const cycle::State& state, const cycle::Rulebooks& rulebooks,
                   const std::vector<cycle::Due>& dues, cycle::Date today, Language language) {
    const Words words(language);
    Table table;
    table.columns = {{words("期限", "Until")},   {words("状态", "State")},
                     {words("事项", "Duty")},    {words("由谁办理", "By")},
                     {words("涉及", "About")},   {words("编号", "Record"), Align::end},
                     {words("依据", "Rests on")}};
    std::set<std::vector<std::string>> told;  // a body may owe the same in two capacities
    for (const cycle::Due& due : dues) {
        const cycle::DutyEntry& duty = cycle::entry(due.what);
        std::vector<std::string> row{
            ledger::print_date(due.until),
            urgency_word(due.urgency, words),
            std::string(words.zh() ? duty.zh : duty.en),
            due.by.of,
            about(state, rulebooks, due, today, words),
            due.record == 0 ? std::string(not_applicable) : std::to_string(due.record),
            std::string(duty.cites)};
        if (told.insert(row).second) table.rows.push_back(std::move(row));
    }
    const std::string day = ledger::print_date(today);
    const std::string count = std::to_string(table.rows.size());
    Document out;
    out.blocks.emplace_back(Heading{2, words("待办事项", "What is due")});
    out.blocks.emplace_back(
        Paragraph{words("截至 " + day + "，共 " + count + " 项。", "As of " + day + ": " + count)});
    if (!table.rows.empty()) out.blocks.emplace_back(std::move(table));
    return out;
}

}  // namespace heng::report
