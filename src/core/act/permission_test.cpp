#include "core/act/permission.hpp"

#include "core/act/acts.hpp"
#include "core/act/perform.hpp"
#include "core/act/test_world.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <sstream>

namespace heng::act {
namespace {

using test::day;

/// Who may do what, written by hand from the regulation (A5, A8, A11 to A13, A16 to A19, A22) and
/// not from the table of permission.cpp: both must be changed for a right to change.
///
///   any     whoever holds the capacity            domain  who leads the domain
///   named   who is named as assessor              own     the unit itself
///   …+      but not who did the step before       .       nobody in this capacity
///   recused only where the lead is the unit itself, which never holds in this city
constexpr std::string_view matrix = R"(
act                           commission office coordinator lead    assessor unit system security audit
add_body                      .          .      .           .       .        .    any    .        .
add_person                    .          .      .           .       .        .    any    .        .
appoint                       .          .      .           .       .        .    .      any      .
dismiss                       .          .      .           .       .        .    .      any      .
enrol_unit                    .          any    .           .       .        .    .      .        .
move_unit                     .          any    .           .       .        .    .      .        .
rename_unit                   .          any    .           .       .        .    .      .        .
merge_units                   .          any    .           .       .        .    .      .        .
exempt_unit                   .          any    .           .       .        .    .      .        .

open_year                     .          any    .           .       .        .    .      .        .
propose_indicator             .          .      .           .       named    .    .      .        .
comment_on_indicators         .          .      .           .       .        own  .      .        .
consolidate_indicators        .          any    .           .       .        .    .      .        .
consent_to_indicators         any        .      .           .       .        .    .      .        .
return_indicators             any        .      .           .       .        .    .      .        .
issue_indicators              .          any    .           .       .        .    .      .        .
request_change                .          .      .           .       named    .    .      .        .
decide_change                 .          any    .           .       .        .    .      .        .

record_finding                .          named  .           named   named    .    .      .        .
confirm_finding               .          named+ .           named+  named+   .    .      .        .
correct_finding               .          named  .           named   named    .    .      .        .
withdraw_finding              .          named  .           named   named    .    .      .        .
object_to_finding             .          .      .           .       .        own  .      .        .
answer_objection              .          named+ .           named+  named+   .    .      .        .
supply_reference              .          .      .           .       named    .    .      .        .

open_monitoring               .          .      .           domain  .        .    .      .        .
mark_progress                 .          .      recused     domain  named    .    .      .        .
remind                        .          .      .           domain  named    .    .      .        .
acknowledge_matter            .          .      .           .       .        own  .      .        .
rectify_matter                .          .      .           .       .        own  .      .        .
accept_rectification          .          .      recused     domain  .        .    .      .        .
return_rectification          .          any    recused     domain  .        .    .      .        .
request_supervision           .          .      recused     domain  .        .    .      .        .
withdraw_matter               .          any    recused     domain  .        .    .      .        .
refuse_supervision            .          any    .           .       .        .    .      .        .
order_supervision             .          any    .           .       .        .    .      .        .
extend_supervision            .          any    .           .       .        .    .      .        .
close_supervision             .          any    .           .       .        .    .      .        .
publish_supervision_circular  .          any    .           .       .        .    .      .        .

open_half_year                .          any    .           .       .        .    .      .        .
submit_self_check             .          .      .           .       .        own  .      .        .
return_self_check             .          .      recused     domain  .        .    .      .        .
review_self_check             .          .      recused     domain  .        .    .      .        .
collect_half_year             .          .      any         .       .        .    .      .        .
publish_half_year_circular    .          any    .           .       .        .    .      .        .

open_year_end                 .          any    .           .       .        .    .      .        .
form_group                    .          any    .           .       .        .    .      .        .
settle_sheet                  .          named  .           named   named    .    .      .        .
sign_sheet                    .          named+ .           named+  named+   .    .      .        .
reopen_sheet                  .          any    .           .       .        .    .      .        .

open_ballot                   .          named  .           domain  .        .    .      .        .
close_ballot                  .          named  .           domain  .        .    .      .        .
cancel_ballot                 .          named  .           domain  .        .    .      .        .
enter_paper_count             .          named  .           domain  .        .    .      .        .
enter_review_score            .          named  .           domain  .        .    .      .        .
correct_review_score          .          named  .           domain  .        .    .      .        .
confirm_review_score          .          named+ .           domain+ .        .    .      .        .

record_circumstance           .          any    .           .       .        .    .      .        .
confirm_circumstance          .          any+   .           .       .        .    .      .        .
withdraw_circumstance         .          any    .           .       .        .    .      .        .

propose_grades                .          any    .           .       .        .    .      .        .
deliberate                    any        .      .           .       .        .    .      .        .
withdraw_deliberation         any        .      .           .       .        .    .      .        .
approve_grades                any        .      .           .       .        .    .      .        .
publish_results               .          any    .           .       .        .    .      .        .

request_recheck               .          .      .           .       .        own  .      .        .
decide_recheck                any+       any+   .           .       .        .    .      .        .
appeal                        .          .      .           .       .        own  .      .        .
decide_appeal                 any+       .      .           .       .        .    .      .        .
file_explanation              .          .      .           .       .        own  .      .        .
accept_explanation            .          any    .           .       .        .    .      .        .
return_explanation            .          any    .           .       .        .    .      .        .
hand_on_consequences          .          any    .           .       .        .    .      .        .
record_misconduct             .          any    .           .       .        .    .      .        .
refer_misconduct              .          any    .           .       .        .    .      .        .
decide_misconduct             any+       .      .           .       .        .    .      .        .

interpret_article             .          .      any         .       .        .    .      .        .
close_year                    .          any    .           .       .        .    .      .        .
archive_year                  .          any    .           .       .        .    .      .        .
carry_forward                 .          any    .           .       .        .    .      .        .
)";

constexpr std::array capacities{
    Capacity::commission,   Capacity::office,         Capacity::coordinator,
    Capacity::lead,         Capacity::assessor,       Capacity::unit,
    Capacity::system_admin, Capacity::security_admin, Capacity::audit_admin};

/// Act → what its row says for each capacity, in the order of `capacities`.
std::map<std::string, std::vector<std::string>> read_matrix() {
    std::map<std::string, std::vector<std::string>> out;
    std::istringstream lines{std::string(matrix)};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string act;
        if (!(words >> act) || act == "act") continue;
        std::vector<std::string>& cells = out[act];
        for (std::string cell; words >> cell;) cells.push_back(cell);
    }
    return out;
}

/// How someone stands to the subject. Each may hold or not.
struct Situation {
    bool leads = false;    ///< His body leads the unit's domain.
    bool is_unit = false;  ///< He acts for the unit itself; then his body leads nothing.
    bool named = false;    ///< His body is among the assessors.
    bool belongs = false;  ///< He belongs to the unit, in whatever part.
    bool was_first = false;
};

std::vector<Situation> situations() {
    std::vector<Situation> out;
    for (const int part : {0, 1, 2})
        for (const bool named : {false, true})
            for (const bool belongs : {false, true})
                for (const bool was_first : {false, true})
                    out.push_back({part == 1, part == 2, named, belongs, was_first});
    return out;
}

std::string print(const Situation& s) {
    return std::string(s.leads ? " leading" : "") + (s.is_unit ? " own" : "") +
           (s.named ? " named" : "") + (s.belongs ? " belonging" : "") +
           (s.was_first ? " first" : "");
}

std::optional<Code> expected(std::string cell, Capacity as, const Situation& s) {
    const bool by_another = cell.back() == '+';
    if (by_another) cell.pop_back();
    const bool listed = cell == "any" || (cell == "domain" && s.leads) ||
                        (cell == "named" && s.named) || (cell == "own" && s.is_unit);
    if (!listed) return Code::act_not_permitted;
    const bool assesses = as == Capacity::commission || as == Capacity::office ||
                          as == Capacity::coordinator || as == Capacity::lead ||
                          as == Capacity::assessor;
    if (assesses && s.belongs) return Code::recusal;
    if (by_another && s.was_first) return Code::second_person_needed;
    return std::nullopt;
}

/// A city with one county, U, in which the person `member` has a part and `stranger` has none.
struct Permissions : testing::Test {
    Permissions() {
        const Date first_day = day("2021-01-04");
        cycle::Register& known = state.units_and_people;
        known.units["U"] = {"U", {{first_day, "某县", "counties"}}, {}};
        known.people["stranger"] = {"stranger", {}};
        known.people["member"] = {"member",
                                  {{Capacity::unit, "U", cycle::Post::none, first_day, {}}}};
    }

    std::optional<Code> answer(const std::string& id, Capacity as, const Situation& s) const {
        Act act{.id = id, .zh = {}, .en = {}, .cites = {}, .fields = {}};
        const std::string of = s.leads ? "组织部" : s.is_unit ? "U" : "某机关";
        const Actor actor{s.belongs ? "member" : "stranger", as, of};
        Subject subject;
        subject.unit = "U";
        subject.assessors = {s.named ? of : "另一机关"};
        if (s.was_first) subject.first_persons = {actor.person};
        const auto permitted =
            check_permission(state, &rulebook, actor, act, subject, day("2021-06-30"));
        return permitted ? std::nullopt : std::optional(permitted.error().code);
    }

    cycle::State state;
    cycle::Rulebook rulebook{test::small_scheme()};
};

std::string word(const std::optional<Code>& refusal) {
    return refusal ? std::string(entry(*refusal).id) : "permitted";
}

TEST_F(Permissions, EveryCellIsAsWrittenByHand) {
    std::size_t cells = 0;
    for (const auto& [act, row] : read_matrix()) {
        ASSERT_EQ(row.size(), capacities.size()) << act;
        for (std::size_t i = 0; i < row.size(); ++i)
            for (const Situation& situation : situations()) {
                ++cells;
                EXPECT_EQ(word(answer(act, capacities[i], situation)),
                          word(expected(row[i], capacities[i], situation)))
                    << act << " as " << cycle::name(capacities[i]) << print(situation);
            }
    }
    EXPECT_EQ(cells, read_matrix().size() * 9 * 24);
}

TEST_F(Permissions, TheMatrixAndTheTableSpeakOfTheSameActs) {
    std::set<std::string> by_hand;
    for (const auto& [act, row] : read_matrix()) by_hand.insert(act);
    std::set<std::string> listed;
    for (const Permission& one : permissions()) listed.insert(std::string(one.act));
    EXPECT_EQ(by_hand, listed);
}

/// An act without a row could be done by nobody. The founding act needs none, and a matter is
/// opened by the circulars alone.
TEST_F(Permissions, EveryActIsListed) {
    const auto by_hand = read_matrix();
    for (const Act* const act : acts())
        EXPECT_NE(by_hand.contains(std::string(act->id)),
                  act->id == founding_act || act->id == "open_matter")
            << act->id;
}

TEST_F(Permissions, WhatIsNotListedIsRefusedToEveryone) {
    for (const Capacity as : capacities)
        for (const Situation& situation : situations())
            EXPECT_EQ(answer("change_score", as, situation), Code::act_not_permitted);
}

/// 三员分立: the administrators have the register's four acts, no two of them one in common, and
/// nothing by which a score could be seen to.
TEST_F(Permissions, AdministratorsAreApartAndBlind) {
    std::map<Capacity, std::set<std::string>> may;
    for (const auto& [act, row] : read_matrix())
        for (const Capacity as : capacities)
            for (const Situation& situation : situations())
                if (cycle::is_administrator(as) && !answer(act, as, situation)) may[as].insert(act);
    EXPECT_EQ(may[Capacity::system_admin], (std::set<std::string>{"add_body", "add_person"}));
    EXPECT_EQ(may[Capacity::security_admin], (std::set<std::string>{"appoint", "dismiss"}));
    EXPECT_TRUE(may[Capacity::audit_admin].empty());
}

/// A domain without a unit: the lead of the domain is asked for, and no other lead passes.
TEST_F(Permissions, ASubjectCanBeADomainAlone) {
    Act act{.id = "open_monitoring", .zh = {}, .en = {}, .cites = {}, .fields = {}};
    Subject subject;
    subject.domain = "departments";
    const auto as = [&](const char* body) {
        return check_permission(state, &rulebook, {"stranger", Capacity::lead, body}, act, subject,
                                day("2021-06-30"))
            .has_value();
    };
    EXPECT_TRUE(as("机关工委"));
    EXPECT_FALSE(as("组织部"));
}

/// Before an edition is in force nobody leads a domain.
TEST_F(Permissions, WithoutARulebookNoDomainIsLed) {
    Act act{.id = "open_monitoring", .zh = {}, .en = {}, .cites = {}, .fields = {}};
    Subject subject;
    subject.domain = "counties";
    EXPECT_FALSE(check_permission(state, nullptr, {"stranger", Capacity::lead, "组织部"}, act,
                                  subject, day("2021-06-30")));
}

/// A person belongs to a unit as well through a body that is that unit, and no longer than his
/// appointment lasts.
TEST_F(Permissions, RecusalFollowsTheBodyThatIsTheUnitAndEndsWithTheAppointment) {
    cycle::Register& known = state.units_and_people;
    known.bodies["某机关"] = {"某机关", {Capacity::assessor}, "U"};
    known.people["clerk"] = {
        "clerk",
        {{Capacity::assessor, "某机关", cycle::Post::none, day("2021-01-04"), day("2021-07-01")}}};
    Act act{.id = "record_finding", .zh = {}, .en = {}, .cites = {}, .fields = {}};
    Subject subject;
    subject.unit = "U";
    subject.assessors = {"某机关"};
    const Actor clerk{"clerk", Capacity::assessor, "某机关"};
    const auto then = [&](const char* when) {
        const auto permitted = check_permission(state, &rulebook, clerk, act, subject, day(when));
        return permitted ? std::nullopt : std::optional(permitted.error().code);
    };
    EXPECT_EQ(then("2021-06-30"), Code::recusal);
    EXPECT_EQ(then("2021-07-01"), std::nullopt);
}

}  // namespace
}  // namespace heng::act
