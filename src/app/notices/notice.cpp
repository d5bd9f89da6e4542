#include "app/notices/notice.hpp"

#include "core/base/invariant.hpp"

#include <algorithm>
#include <array>
#include <chrono>

namespace heng::app::notices {

namespace {

constexpr int overdue_repeats_after_days = 7;
constexpr std::array<std::string_view, notice_kind_count> names{"due", "near", "overdue"};

/// Parts with a tab between them, which no id may hold: two matters never have one text.
std::string matter_of(const cycle::Due& due) {
    std::string out{cycle::entry(due.what).id};
    const auto add = [&out](std::string_view part) { (out += '\t') += part; };
    add(std::to_string(due.year));
    add(cycle::name(due.by.as));
    add(due.by.of);
    add(std::to_string(due.record));
    add(due.about.value_or(""));
    add(due.domain.value_or(""));
    add(due.quarter ? std::to_string(*due.quarter) : "");
    return out;
}

NoticeKind kind_of(const cycle::Due& due) {
    switch (due.urgency) {
        case cycle::Urgency::later: return NoticeKind::due;
        case cycle::Urgency::near: return NoticeKind::near;
        case cycle::Urgency::overdue: break;
    }
    return NoticeKind::overdue;
}

/// The first day of the week that `today` is in, counted from the day after the term.
cycle::Date overdue_day(cycle::Date until, cycle::Date today) {
    const auto days = (std::chrono::sys_days(today) - std::chrono::sys_days(until)).count();
    const auto weeks = (static_cast<int>(days) - 1) / overdue_repeats_after_days;
    return cycle::plus_days(until, 1 + weeks * overdue_repeats_after_days);
}

std::vector<cycle::PersonId> people_of(const cycle::Debtor& debtor, const cycle::Register& people,
                                       cycle::Date today) {
    std::vector<cycle::PersonId> out;
    for (const auto& [id, person] : people.people)
        if (people.holds({id, debtor.as, debtor.of}, today)) out.push_back(id);
    return out;
}

}  // namespace

std::string_view name(NoticeKind kind) {
    return names[static_cast<std::size_t>(kind)];
}

NoticeKind notice_kind_named(std::string_view text) {
    const auto found = std::find(names.begin(), names.end(), text);
    INVARIANT(found != names.end(), "the stores hold kinds of notices that there are");
    return static_cast<NoticeKind>(found - names.begin());
}

std::vector<NoticeDraft> notices_for(std::span<const cycle::Due> dues,
                                     const cycle::Register& people, cycle::Date today) {
    std::vector<NoticeDraft> out;
    for (const cycle::Due& due : dues) {
        const NoticeKind kind = kind_of(due);
        const bool is_overdue = kind == NoticeKind::overdue;
        if (is_overdue && cycle::entry(due.what).is_right) continue;
        for (cycle::PersonId& person : people_of(due.by, people, today)) {
            NoticeDraft& draft = out.emplace_back();
            draft.key = {std::move(person), matter_of(due), kind,
                         is_overdue ? overdue_day(due.until, today) : due.until};
            draft.duty = cycle::entry(due.what).id;
            draft.year = due.year;
            draft.until = due.until;
        }
    }
    return out;
}

}  // namespace heng::app::notices
