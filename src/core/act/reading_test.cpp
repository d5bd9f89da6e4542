#include "core/act/reading.hpp"

#include "core/act/test_world.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <sstream>

namespace heng::act {
namespace {

/// Who may see what, written by hand and not from the table of reading.cpp.
///
///   any   whoever holds the capacity      domain  who leads the domain
///   named who is named as assessor        own     the unit itself      .  nobody
constexpr std::string_view matrix = R"(
view          commission office coordinator lead   assessor unit system security audit
indicators    any        any    any         any    any      any  any    any      any
drafts        any        any    any         any    any      any  .      .        .
units         any        any    any         any    any      own  any    any      any
people        any        any    .           .      .        .    any    any      any
findings      any        any    any         domain named    own  .      .        .
progress      any        any    any         domain named    own  .      .        .
self_checks   any        any    any         domain named    own  .      .        .
sheets        any        any    any         domain named    own  .      .        .
reviews       any        any    any         domain .        own  .      .        .
circumstances any        any    .           .      .        own  .      .        .
grading       any        any    .           .      .        .    .      .        .
results       any        any    any         domain .        own  .      .        .
aftermath     any        any    .           .      .        own  .      .        .
misconduct    any        any    .           .      .        .    .      .        .
documents     any        any    .           .      .        own  .      .        .
log           .          .      .           .      .        .    .      .        any
)";

constexpr std::array capacities{
    Capacity::commission,   Capacity::office,         Capacity::coordinator,
    Capacity::lead,         Capacity::assessor,       Capacity::unit,
    Capacity::system_admin, Capacity::security_admin, Capacity::audit_admin};

std::map<std::string, std::vector<std::string>> read_matrix() {
    std::map<std::string, std::vector<std::string>> out;
    std::istringstream lines{std::string(matrix)};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string view;
        if (!(words >> view) || view == "view") continue;
        for (std::string cell; words >> cell;) out[view].push_back(cell);
    }
    return out;
}

/// A city with one county, U, and someone who stands to it in one way only.
struct Readings : testing::Test {
    Readings() {
        state.units_and_people.units["U"] = {
            "U", {{test::day("2021-01-04"), "某县", "counties"}}, {}};
    }

    /// `how`: "domain", "named", "own", or anything else for a stranger.
    bool may(View view, Capacity as, const std::string& how) const {
        const std::string of = how == "domain" ? "组织部" : how == "own" ? "U" : "某机关";
        Subject subject;
        subject.unit = "U";
        subject.assessors = {how == "named" ? of : "另一机关"};
        const auto seen =
            check_reading(state, &rulebook, {"p", as, of}, view, subject, test::day("2021-06-30"));
        EXPECT_TRUE(seen || seen.error().code == Code::view_not_permitted);
        return seen.has_value();
    }

    cycle::State state;
    cycle::Rulebook rulebook{test::small_scheme()};
};

TEST_F(Readings, EveryCellIsAsWrittenByHand) {
    const auto by_hand = read_matrix();
    ASSERT_EQ(by_hand.size(), view_words().size());
    for (const ViewWord& word : view_words()) {
        const auto& row = by_hand.at(std::string(word.id));
        ASSERT_EQ(row.size(), capacities.size()) << word.id;
        for (std::size_t i = 0; i < row.size(); ++i)
            for (const char* const how : {"domain", "named", "own", "stranger"})
                EXPECT_EQ(may(word.view, capacities[i], how), row[i] == "any" || row[i] == how)
                    << word.id << " as " << cycle::name(capacities[i]) << ' ' << how;
    }
}

TEST_F(Readings, AUnitSeesNothingOfAnother) {
    const std::set<View> open{View::indicators, View::drafts};
    for (const ViewWord& word : view_words())
        EXPECT_EQ(may(word.view, Capacity::unit, "stranger"), open.contains(word.view)) << word.id;
}

/// 三员: none of them sees what a unit lost, or how it stands.
TEST_F(Readings, AdministratorsAreBlindToScores) {
    const std::set<View> open{View::indicators, View::units, View::people, View::log};
    for (const ViewWord& word : view_words())
        for (const Capacity as : capacities)
            if (cycle::is_administrator(as) && !open.contains(word.view))
                EXPECT_FALSE(may(word.view, as, "stranger")) << word.id;
}

TEST_F(Readings, TheWordsStandInTheOrderOfTheViews) {
    for (std::size_t i = 0; i < view_words().size(); ++i)
        EXPECT_EQ(static_cast<std::size_t>(view_words()[i].view), i) << view_words()[i].id;
}

}  // namespace
}  // namespace heng::act
