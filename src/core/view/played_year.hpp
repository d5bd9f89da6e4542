#pragma once
/// @file
/// For tests: the year 2021 of the small city, played through the acts from the first draft to an
/// appeal, with something of every kind that a screen shows.
#include "core/act/test_world.hpp"

#include <vector>

namespace heng::view::test {

/// The city as it stood when a stage of the year was over.
struct Moment {
    const char* name;
    cycle::State state;
    cycle::Date day;
};

class PlayedYear : public act::test::World {
public:
    PlayedYear();

    /// Drafting, monitoring, half-year, year-end, grading, publication and what follows it.
    std::vector<Moment> moments;

    // Records that the screens of one unit or body lead to.
    std::int64_t supervised = 0;  ///< The matter of C3.
    std::int64_t first_circular = 0;
    std::int64_t ballot = 0;    ///< Of the departments, closed.
    std::int64_t recheck = 0;   ///< Of C3; it made version 2, in which only C3 moves.
    std::int64_t objected = 0;  ///< The finding of C2 with an objection that was dismissed.
    std::int64_t cheap = 0;     ///< The finding of C3 that the recheck withdrew.

private:
    void draft();
    void monitor();
    void half_year();
    void year_end();
    void vote();
    void review(const char* unit, const char* score, const act::Actor& first,
                const act::Actor& second);
    void settle_sheets();
    void grade();
    void publish();
    void follow_up();
    void keep(const char* name) { moments.push_back({name, state, today}); }
};

}  // namespace heng::view::test
