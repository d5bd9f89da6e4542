#pragma once
/// @file
/// For tests: a small city whose state only acts have made, and people for every part.
#include "core/act/perform.hpp"
#include "core/base/invariant.hpp"

#include <string>

namespace heng::act::test {

using ledger::Object;
using ledger::Value;

inline Date day(const char* text) {
    return *ledger::parse_date(text);
}

/// Two domains: counties with two tasks, departments with one. 组织部 leads counties and records
/// against its first task, 宣传部 against the second; 机关工委 leads departments.
scheme::Scheme small_scheme();

/// The year 2021 of a city of four counties C1 … C4 and two departments D1, D2; 组织部 is itself
/// the department D1. Every body has two people: 组织部-1, 组织部-2 …; every unit one: C1-1.
class World {
public:
    World();

    /// Performs and replays; what was wrong if it was refused. The number of its first event.
    [[nodiscard]] Checked<std::int64_t> attempt(const Actor& actor, const std::string& act,
                                                Object body);
    /// The same where refusing is a failure of the test.
    std::int64_t must(const Actor& actor, const std::string& act, Object body);
    /// The codes of a refusal; none where the act is done.
    std::vector<Code> refusal(const Actor& actor, const std::string& act, Object body);

    /// Brings `small_scheme` into force for 2021, without the acts that lead there.
    void put_in_force();
    /// Makes another scheme the candidate of the acts with a field of kind `scheme` from now on,
    /// or something that is none.
    void offer(scheme::Scheme scheme);
    void offer(Issues issues);

    const cycle::Cycle& year() const { return state.cycles.at(2021); }
    const cycle::Rulebook& rulebook() const;

    /// Records and confirms a finding; its number.
    std::int64_t confirmed_finding(const std::string& unit, const std::string& branch,
                                   const std::string& value);

    cycle::State state;
    cycle::Rulebooks rulebooks;
    Date today = day("2021-01-04");
    /// What the box holds, for `close_ballot`.
    std::optional<cycle::Tallies> counted;
    /// All events so far, so that a test can replay them.
    std::vector<ledger::Event> events;

    Actor system_admin{"sys", Capacity::system_admin, {}};
    Actor security_admin{"sec", Capacity::security_admin, {}};
    Actor audit_admin{"aud", Capacity::audit_admin, {}};

    /// Person `no` (1 or 2) of a body.
    static Actor of(Capacity as, const std::string& body, int no = 1) {
        return {body + '-' + std::to_string(no), as, body};
    }
    static Actor commission(int no = 1) { return of(Capacity::commission, "考核委", no); }
    static Actor office(int no = 1) { return of(Capacity::office, "考核办", no); }
    static Actor coordinator(int no = 1) { return of(Capacity::coordinator, "组织部", no); }
    static Actor lead(int no = 1) { return of(Capacity::lead, "组织部", no); }
    static Actor assessor(int no = 1) { return of(Capacity::assessor, "组织部", no); }
    static Actor publicity(int no = 1) { return of(Capacity::assessor, "宣传部", no); }
    static Actor unit(const std::string& id) { return {id + "-1", Capacity::unit, id}; }

private:
    Context context(const Actor& actor) const;
    /// As the application does: every draft of the state gets the rulebook of its files.
    void learn_rulebooks();

    std::optional<Checked<std::shared_ptr<const cycle::Rulebook>>> candidate_;
};

}  // namespace heng::act::test
