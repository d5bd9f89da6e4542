#pragma once
/// @file
/// For tests: the small city at the end of its year, ready to be graded. C1 … C4 stand 1 to 4 of
/// the counties, D1 before D2 of the departments; the last of each raises questions.
#include "core/act/test_world.hpp"

namespace heng::act::test {

class GradingWorld : public World {
public:
    /// It is 2022-01-10; all task sheets and review scores (90) are in.
    GradingWorld();

    /// A year, and more members.
    static Object with(std::initializer_list<ledger::Member> members);
    static Object settle(const char* unit, const char* grade, const char* cites = "A16.3");

    /// Every task sheet that is still open is settled by one person and signed by another.
    void settle_sheets();
    /// A finding that is confirmed once its sheet has been reopened, and settled anew.
    std::int64_t late_finding(const char* unit, const char* branch, const char* value);
    /// Proposes, and answers what is open: C4 and D2 stay 较好.
    void deliberated();
    void published();

    /// What bears on the unit's grade, recorded by one person of the office.
    std::int64_t recorded_circumstance(const char* unit, const char* kind,
                                       std::initializer_list<ledger::Member> parts = {});
    /// And confirmed by another.
    void circumstance(const char* unit, const char* kind,
                      std::initializer_list<ledger::Member> parts = {});
    /// A unit's misconduct, recorded by the first person of the office.
    std::int64_t recorded_misconduct(const char* unit);
    /// And decided by the first of the commission, which lowers the grade.
    void fraud(const char* unit);

    /// The last event.
    Fields last() const { return Fields(events.back().what.body); }
    /// The row of the unit in the version that holds.
    const cycle::ResultRow& row(const char* unit) const {
        return *year().grading.versions.back().find(unit);
    }

    /// By the unit that they cost.
    std::int64_t c1, c2, c3, c4, d2;
};

/// A second world to which everything that happened in `world` after its making is replayed.
cycle::State replayed(const GradingWorld& world);

/// 64 hexadecimal digits, as evidence.
inline const ledger::List proof{std::string(64, 'a')};

}  // namespace heng::act::test
