#include "app/ballot_desk.hpp"

#include "app/voting.hpp"
#include "core/act/review_acts.hpp"
#include "core/base/invariant.hpp"

namespace heng::app {

namespace {

/// The ballot of the command's year. @pre the desk has it
cycle::Ballot ballot_of(const Desk& desk, const act::Command& command, std::int64_t id) {
    const auto year = static_cast<int>(act::Fields(command.body).whole(act::year_field.name));
    return desk.read([&](const Live& live) {
        const cycle::Ballot* const found =
            live.state.cycles.at(year).reviews.find(cycle::BallotId{id});
        INVARIANT(found != nullptr, "the desk has just looked at the ballot");
        return *found;
    });
}

tl::unexpected<Issues> failed(const Error& error) {
    return tl::unexpected(Issues{error});
}

bool lacks_count_alone(const Checked<Receipt>& closed) {
    return !closed && closed.error().size() == 1 &&
           closed.error().front().code == Code::ballot_uncounted;
}

}  // namespace

bool concerns_box(const act::Command& command) {
    return command.act == act::open_ballot.id || command.act == act::close_ballot.id;
}

Checked<Receipt> perform_with_box(Desk& desk, BallotBox& box, const act::Actor& actor,
                                  const act::Command& command, ledger::Date day, Terms terms) {
    auto done = desk.perform(actor, command, day, terms);
    if (done && command.act == act::open_ballot.id) {
        const cycle::Ballot ballot = ballot_of(desk, command, done->seq);
        if (ballot.is_on_paper()) return done;
        const auto ready = set_up_box(box, desk.tenant(), ballot);
        if (!ready) return failed(ready.error());
    }
    if (command.act != act::close_ballot.id || !lacks_count_alone(done)) return done;
    const std::int64_t id = act::Fields(command.body).whole(act::ballot_field.name);
    const cycle::Ballot ballot = ballot_of(desk, command, id);
    // Again, for the process that opened the ballot may have died before it came to that.
    if (const auto ready = set_up_box(box, desk.tenant(), ballot); !ready)
        return failed(ready.error());
    const auto counted = count_box(box, desk.tenant(), ballot);
    if (!counted) return failed(counted.error());
    terms.counted = &*counted;
    return desk.perform(actor, command, day, terms);
}

}  // namespace heng::app
