#pragma once
/// @file
/// Who is told what is due. Made from the dues on any day, as often as one likes: each notice has a
/// key that stays the same, and the outbox keeps one of a key.
#include "core/cycle/dues.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace heng::app::notices {

/// How a matter stands when its notice is made.
enum class NoticeKind {
    due,      ///< There is something to do, with time enough.
    near,     ///< Within the last three days, the last one included.
    overdue,  ///< From the day after; again every seventh day until it is done.
};
constexpr int notice_kind_count = 3;
/// `due`, `near`, `overdue`; as the stores have it.
std::string_view name(NoticeKind kind);
/// @pre `text` is one of the names.
NoticeKind notice_kind_named(std::string_view text);

/// There is one of each person, matter, kind and day.
struct NoticeKey {
    cycle::PersonId person;
    std::string matter;  ///< What it is about, apart from all else that is due; no text for people.
    NoticeKind kind = NoticeKind::due;
    /// The last day of the term; of an overdue one, the day from which this notice is owed.
    cycle::Date day;
    bool operator==(const NoticeKey&) const = default;
};

/// What a person sees of it beyond the key: the duty and its date, neither names nor scores.
struct NoticeDraft {
    NoticeKey key;
    std::string duty;  ///< The id of a `cycle::DutyEntry`.
    int year = 0;
    cycle::Date until;
    bool operator==(const NoticeDraft&) const = default;
};

/// The notices owed today for these dues, to everyone who holds the debtor's appointment today. In
/// the order of the dues, then of the ids of the people; a right that lapses is no failing and
/// never overdue.
std::vector<NoticeDraft> notices_for(std::span<const cycle::Due> dues,
                                     const cycle::Register& people, cycle::Date today);

}  // namespace heng::app::notices
