/// @file
/// Views of whatever random people make of a year: every view answers or refuses, with an encoding
/// that holds and ids that differ, and no unit is told of another.
#include "core/act/random_acts.hpp"
#include "core/view/all_views.hpp"
#include "core/view/heat_map.hpp"
#include "core/view/test_looks.hpp"

#include <gtest/gtest.h>

#include <set>

namespace heng::view::test {

namespace {

using act::Actor;
using act::test::RandomActs;
using act::test::ReferenceModel;
using act::test::Start;
using act::test::World;

/// Fixed, so that every run tries the same.
constexpr std::uint64_t first_seed = 20'210'101;
constexpr int sequences_each = 2;
constexpr int acts_each = 60;

/// What some random acts make of the world; how many events that is.
std::size_t wander(World& world, std::uint64_t seed) {
    const std::size_t at_first = world.events.size();
    ReferenceModel model;
    for (const ledger::Event& event : world.events) model.take(event);
    RandomActs acts(seed, model);
    for (int i = 0; i < acts_each; ++i) {
        world.today = acts.next_day(world.today);
        const act::Act& act = acts.draw_act(world);
        const std::size_t before = world.events.size();
        if (!act::test::attempt_in(world, acts.draw(world, act))) continue;
        for (std::size_t at = before; at < world.events.size(); ++at) model.take(world.events[at]);
    }
    return world.events.size() - at_first;
}

/// One of each capacity, and of each unit.
std::vector<Actor> lookers(const World& world) {
    std::vector<Actor> out{World::commission(), World::office(),      World::coordinator(),
                           World::lead(),       World::assessor(),    World::publicity(),
                           world.system_admin,  world.security_admin, world.audit_admin};
    for (const std::string& id : unit_ids) out.push_back(World::unit(id));
    return out;
}

/// What is wrong with an answer, or nothing.
std::string flaw_of(const Seen& seen) {
    if (!ledger::encode(seen.answer)) return "it cannot be encoded";
    if (seen.answer.list() == nullptr) return {};
    std::set<std::string> ids;
    for (const Value& row : *seen.answer.list())
        if (!ids.insert(text(at(row, "id"))).second) return "two rows are " + text(at(row, "id"));
    return {};
}

/// The first text of an answer that names a unit other than `own`, or nothing.
std::string other_named(const Seen& seen, const std::string& own) {
    for (const std::string& id : unit_ids)
        for (const std::string& text : seen.texts)
            if (id != own && names(text, id)) return text;
    return {};
}

TEST(RandomViews, AnswerWhateverHasHappened) {
    const cycle::Rulebook candidate(act::test::small_scheme());
    std::size_t happened = 0;
    for (int start = 0; start < act::test::start_count; ++start) {
        for (int sequence = 0; sequence < sequences_each; ++sequence) {
            World world = act::test::world_at(static_cast<Start>(start));
            happened +=
                wander(world, first_seed + static_cast<std::uint64_t>(start * 100 + sequence));
            for (const Actor& actor : lookers(world))
                for (const Seen& seen : seen_by(look(world, actor), candidate, world.events)) {
                    EXPECT_EQ(flaw_of(seen), "") << seen.view << " for " << actor.person;
                    if (actor.as != act::Capacity::unit) continue;
                    EXPECT_EQ(other_named(seen, actor.of), "")
                        << seen.view << " tells " << actor.of;
                }
        }
    }
    EXPECT_GT(happened, 100U) << "something must have happened";
}

/// What the domain has lost by rows and cells, or nothing where there is no heat map.
std::vector<Decimal> losses(const Scope& scope, const char* domain, std::optional<int> quarter) {
    std::vector<Decimal> out;
    const auto map = heat_map(scope, 2021, domain, quarter);
    if (!map) return out;
    for (const Value& row : *at(*map, "rows").list()) {
        out.push_back(*Decimal::parse(*at(row, "lost").text()));
        for (const Value& cell : *at(row, "cells").list())
            out.push_back(*Decimal::parse(*at(cell, "lost").text()));
    }
    return out;
}

/// Whatever caps, floors and cases take of a finding, it is lost in its quarter and in no other.
TEST(RandomViews, QuartersOfAHeatMapAddUp) {
    std::size_t lost = 0;
    for (int start = 0; start < act::test::start_count; ++start) {
        World world = act::test::world_at(static_cast<Start>(start));
        wander(world, first_seed + static_cast<std::uint64_t>(start));
        const Actor office = World::office();
        for (const char* const domain : {"counties", "departments"}) {
            const auto year = losses(look(world, office), domain, std::nullopt);
            std::vector<Decimal> sum(year.size());
            for (int quarter = 1; quarter <= 4; ++quarter) {
                const auto part = losses(look(world, office), domain, quarter);
                ASSERT_EQ(part.size(), year.size());
                for (std::size_t i = 0; i < part.size(); ++i) sum[i] += part[i];
            }
            EXPECT_EQ(sum, year) << domain << " from start " << start;
            for (const Decimal one : year) lost += one != Decimal() ? 1 : 0;
        }
    }
    EXPECT_GT(lost, 20U) << "something must have been lost";
}

}  // namespace

}  // namespace heng::view::test
