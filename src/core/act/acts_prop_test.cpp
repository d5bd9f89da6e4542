/// @file
/// Random acts by random people against the reference model: nothing illegal is ever appended,
/// every refusal has a code with its words, and replaying the events gives the live state.
#include "core/act/random_acts.hpp"
#include "core/cycle/standing.hpp"

#include <gtest/gtest.h>

#include <map>

namespace heng::act {
namespace {

using test::Attempt;
using test::RandomActs;
using test::ReferenceModel;
using test::Start;
using test::World;

/// Fixed, so that every run tries the same.
constexpr std::uint64_t first_seed = 20'210'101;
constexpr int sequences = 48;
constexpr int acts_each = 80;
/// An act is drawn anew so often until it is let through.
constexpr int draws_each = 8;

struct Tried {
    int attempted = 0;
    int accepted = 0;
};
using Statistic = std::map<std::string_view, Tried>;

const World& start_of(Start start) {
    static std::map<Start, World> worlds;
    const auto found = worlds.find(start);
    return found != worlds.end() ? found->second
                                 : worlds.emplace(start, test::world_at(start)).first->second;
}

cycle::State replayed(const std::vector<ledger::Event>& events) {
    cycle::State out;
    for (const ledger::Event& event : events) replay(out, event);
    return out;
}

/// What is wrong with the words of a refusal.
std::string flaw_of(const Issues& issues) {
    if (issues.empty()) return "a refusal without a code";
    for (const Error& error : issues) {
        const CatalogueEntry& known = entry(error.code);
        for (const std::string_view text : {known.zh, known.en, known.remedy_zh, known.remedy_en}) {
            if (text.empty()) return std::string(known.id) + " has no words";
            for (std::size_t at = text.find('{'); at != std::string_view::npos;
                 at = text.find('{', at + 1))
                if (const char slot = text[at + 1] == 'w' ? text[at + 2] : text[at + 1];
                    static_cast<std::size_t>(slot - '0') >= error.args.size())
                    return std::string(known.id) + " lacks an argument";
        }
    }
    return {};
}

/// Whether an attempt was let through, and what is wrong with that answer, or nothing.
struct Answer {
    bool is_accepted = false;
    std::string wrong;
};

/// A world, and beside it the model and a second state that only its events have made.
class Watched {
public:
    explicit Watched(World world) : world_(std::move(world)), twin_(replayed(world_.events)) {
        for (const ledger::Event& event : world_.events) model_.take(event);
    }

    World& world() { return world_; }
    const ReferenceModel& model() const { return model_; }

    Answer attempt(const Attempt& attempt) {
        const std::size_t before = world_.events.size();
        const auto done = test::attempt_in(world_, attempt);
        if (!done) {
            if (world_.events.size() != before) return {false, "a refused act leaves an event"};
            if (world_.state != twin_) return {false, "a refused act changes the state"};
            return {false, flaw_of(done.error())};
        }
        Answer out{true, {}};
        const auto made = std::span(world_.events).subspan(before);
        for (const std::string& breach : model_.breaches(attempt, made)) out.wrong += breach + "; ";
        for (const ledger::Event& event : made) {
            model_.take(event);
            replay(twin_, event);
        }
        if (world_.state != twin_) out.wrong += "replay gives another state; ";
        return out;
    }

private:
    World world_;
    cycle::State twin_;
    ReferenceModel model_;
};

/// An attempt, and how many events it made.
struct Step {
    Attempt attempt;
    std::size_t events = 0;
};

/// An event that changes nothing of the year: in the place of another it keeps the numbers of all
/// that follow.
Attempt filler(const World& world, Date day) {
    return {world.system_admin,
            "add_person",
            {{"person", "路人" + std::to_string(world.events.size())}},
            day,
            {}};
}

/// Whether the last step still fails, and no other, where those without a sign in `kept` make way.
bool still_fails(Start start, const std::vector<Step>& steps, const std::vector<bool>& kept) {
    Watched watched(start_of(start));
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Attempt& attempt = steps[i].attempt;
        if (kept[i]) {
            const bool fails = !watched.attempt(attempt).wrong.empty();
            if (fails || i + 1 == steps.size()) return fails && i + 1 == steps.size();
        } else {
            for (std::size_t j = 0; j < steps[i].events; ++j)
                if (!watched.attempt(filler(watched.world(), attempt.day)).wrong.empty())
                    return false;
        }
    }
    return false;
}

/// The fewest of them that still fail, the last one among them.
std::vector<Attempt> shrunk(Start start, const std::vector<Step>& steps) {
    std::vector<bool> kept(steps.size(), true);
    const auto make_way = [&](std::size_t from, std::size_t to) {
        auto fewer = kept;
        std::fill(fewer.begin() + static_cast<std::ptrdiff_t>(from),
                  fewer.begin() + static_cast<std::ptrdiff_t>(to), false);
        if (still_fails(start, steps, fewer)) kept = std::move(fewer);
    };
    for (std::size_t size = steps.size() / 2; size > 0; size /= 2)
        for (std::size_t from = 0; from + size < steps.size(); from += size)
            make_way(from, from + size);
    std::vector<Attempt> out;
    for (std::size_t i = 0; i < steps.size(); ++i)
        if (kept[i]) out.push_back(steps[i].attempt);
    return out;
}

std::string print(const std::vector<Attempt>& attempts) {
    std::string out;
    for (const Attempt& one : attempts)
        out += ledger::print_date(one.day) + ' ' + one.actor.person + " as " +
               std::string(cycle::name(one.actor.as)) + " of " + one.actor.of + ": " + one.act +
               ' ' + *ledger::encode(one.body) + '\n';
    return out;
}

/// What the model and the product make of the same facts.
void expect_same_scores(const Watched& watched, const World& world) {
    const cycle::Cycle& year = world.year();
    if (year.indicators.editions.empty()) return;
    const cycle::Edition* const edition = year.indicators.edition_on(world.today);
    if (edition == nullptr) return;
    const cycle::Rulebook& rulebook = *world.rulebooks.at(edition->draft);
    for (const auto& [id, unit] : world.state.units_and_people.units) {
        const std::string& domain = unit.on(world.today).domain;
        if (rulebook.scheme().find_domain(domain) == nullptr) continue;
        const auto sheet = cycle::sheet_of(year, rulebook, id, domain);
        const auto total =
            rulebook.composer()
                .publish(sheet.score.indicator, year.reviews.score_of(id).value_or(Decimal{}))
                .total;
        EXPECT_EQ(total, watched.model().total_of(2021, id, domain, world.today)) << id;
    }
}

void run(Start start, std::uint64_t seed, Statistic& statistic) {
    Watched watched(start_of(start));
    RandomActs random(seed, watched.model());
    std::vector<Step> steps;
    for (int i = 0; i < acts_each; ++i) {
        const Act& act = random.draw_act(watched.world());
        watched.world().today = random.next_day(watched.world().today);
        bool is_accepted = false;
        for (int draw = 0; draw < draws_each && !is_accepted; ++draw) {
            const std::size_t before = watched.world().events.size();
            Step& step = steps.emplace_back(Step{random.draw(watched.world(), act)});
            const Answer answer = watched.attempt(step.attempt);
            is_accepted = answer.is_accepted;
            step.events = watched.world().events.size() - before;
            ++statistic[act.id].attempted;
            statistic[act.id].accepted += is_accepted ? 1 : 0;
            ASSERT_EQ(answer.wrong, "")
                << "seed " << seed << " from start " << static_cast<int>(start) << '\n'
                << print(shrunk(start, steps));
        }
    }
    EXPECT_EQ(replayed(watched.world().events), watched.world().state);
    expect_same_scores(watched, watched.world());
}

/// Of all acts: which were never let through, and how many of the attempts were.
void report(const Statistic& statistic) {
    int attempted = 0;
    int accepted = 0;
    int reached = 0;
    std::string never;
    for (const Act* const act : acts()) {
        const auto found = statistic.find(act->id);
        ASSERT_NE(found, statistic.end()) << act->id << " was never tried";
        attempted += found->second.attempted;
        accepted += found->second.accepted;
        reached += found->second.accepted > 0 ? 1 : 0;
        if (found->second.accepted == 0) never += ' ' + std::string(act->id);
    }
    GTEST_LOG_(INFO) << attempted << " attempts, " << accepted << " let through; " << reached
                     << " of " << acts().size() << " acts; never:" << never;
    EXPECT_GE(reached * 100, static_cast<int>(acts().size()) * 80);
}

TEST(ActsProp, NothingIllegalIsAppendedAndEveryRefusalHasItsWords) {
    Statistic statistic;
    for (int i = 0; i < sequences; ++i) {
        run(static_cast<Start>(i % test::start_count), first_seed + static_cast<std::uint64_t>(i),
            statistic);
    }
    report(statistic);
}

/// The model is no rubber stamp: told that these were let through, it objects.
TEST(ActsProp, TheModelObjectsToWhatIsIllegal) {
    const World& world = start_of(Start::year_end);
    const Watched watched(world);
    const auto finding = world.year().findings.all.begin()->first.seq;
    const auto objects = [&](const Actor& actor, const std::string& act, test::Object body) {
        body.add("year", 2021);
        const Attempt attempt{actor, act, body, world.today, {}};
        body.add("as", cycle::name(actor.as));
        body.add("of", actor.of);
        const ledger::Event event{"city", 900, {}, {}, {actor.person, act, world.today, {}, body}};
        return !watched.model().breaches(attempt, std::span(&event, 1)).empty();
    };
    const test::Object about{{"finding", finding}};
    EXPECT_TRUE(objects(World::assessor(2), "confirm_finding", about)) << "confirmed already";
    EXPECT_TRUE(objects(World::publicity(), "withdraw_finding", about)) << "of another body";
    EXPECT_TRUE(objects(World::office(), "publish_results", {})) << "nothing is approved";
    EXPECT_TRUE(objects({"谁", Capacity::office, "考核办"}, "reopen_sheet", {{"sheet", 1}}))
        << "not of the office";
    EXPECT_FALSE(objects(World::unit("C1"), "object_to_finding", about)) << "as it may";
}

}  // namespace
}  // namespace heng::act
