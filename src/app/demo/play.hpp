#pragma once
/// @file
/// The stage on which the demonstration is played: an agenda of scenes by day, a clock that goes by
/// it, and the people who act. Everything follows from the story and the seed.
#include "app/ballot_desk.hpp"
#include "app/demo/story.hpp"
#include "app/voting.hpp"
#include "core/cycle/calendar.hpp"

#include <atomic>
#include <functional>
#include <map>
#include <optional>

namespace heng::app::demo {

using act::Actor;
using act::Capacity;
using ledger::List;
using ledger::Object;

inline constexpr int year = 2021;
inline constexpr const char* tenant = "demo-city";
inline constexpr const char* system_admin_id = "系统管理员甲";
inline constexpr const char* security_admin_id = "安全管理员甲";
inline constexpr const char* audit_admin_id = "审计管理员甲";

/// Day of the demonstrated year, or of the one after.
Date on(unsigned month, unsigned day);
Date next_year_on(unsigned month, unsigned day);

/// Random numbers that are the same on every machine.
class Chance {
public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next();
    /// From 0 to `count` - 1. @pre count > 0
    int below(int count);

private:
    std::uint64_t state_;
};

/// Names for one-time codes. They follow from the seed: nobody but the demonstration may vote so.
class StoryIds final : public Ids {
public:
    explicit StoryIds(std::uint64_t seed) : chance_(seed) {}
    std::string next() override;

private:
    Chance chance_;
};

/// Stands at nine in the morning of the day played, and goes on by a microsecond each time.
class StoryClock final : public Clock {
public:
    ledger::Instant now() override;
    void turn_to(Date day);

private:
    std::atomic<std::int64_t> microseconds_{0};
};

/// What the play needs of the world.
struct Parts {
    EventStore& store;
    BallotBox& boxes;
    Blobs& evidence;
    Readers readers;
    std::function<ledger::Object(const scheme::Scheme&)> scheme_files;
};

/// Thrown where an act of the play is refused or a part fails; caught by `play_year` alone.
struct Interrupted {
    Issues issues;
};

class Play {
public:
    using Scene = std::function<void()>;

    /// Opens the ledger and founds it. `parts` must outlive the play.
    Play(Parts parts, const Story& story, std::uint64_t seed);

    const Story& story() const { return story_; }
    const scheme::Scheme& scheme() const { return story_.scheme(); }
    Chance& chance() { return chance_; }
    Date today() const { return today_; }
    const Desk& desk() const { return *desk_; }

    /// Puts a scene on the agenda, behind those of the same day. @pre the day is not past
    void plan(Date day, Scene scene);
    /// Plays the agenda up to the end of `until`, or to its own.
    void run(std::optional<Date> until);

    /// The first working day from `day` on, and the one so many working days later.
    Date working(Date day) const;
    Date working_after(Date day, int days) const;

    /// Does an act today. @returns the number of its first event
    std::int64_t must(const Actor& actor, std::string act, Object body);
    /// The same with the field `year`.
    std::int64_t act(const Actor& actor, std::string act, Object body = {});

    /// A document of this title, kept as evidence.
    List evidence(const std::string& title);
    /// The scheme as an act hands it in.
    Object files(const scheme::Scheme& scheme) const { return parts_.scheme_files(scheme); }

    /// Codes for so many voters.
    Codes codes(std::int64_t voters);
    /// A voter's ballot. @pre the ballot is open
    void cast(cycle::BallotId ballot, const std::string& code,
              const std::map<cycle::UnitId, cycle::Mark>& marks);

    /// What `read` says of the year.
    template <class Read>
    auto look(Read read) const {
        return desk_->read([&](const Live& live) { return read(live.state.cycles.at(year)); });
    }

private:
    Parts parts_;
    const Story& story_;
    cycle::WorkingDays working_days_;
    Chance chance_;
    StoryIds ids_;
    StoryClock clock_;
    Date today_;
    std::multimap<Date, Scene> agenda_;
    std::unique_ptr<Desk> desk_;
};

}  // namespace heng::app::demo
