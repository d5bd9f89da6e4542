/// @file
/// SEC-15, A9.2: whatever view a unit's person opens, at whatever stage of the year, nothing of
/// another unit is in the answer; and no view shows a score to an administrator.
#include "core/cycle/standing.hpp"
#include "core/view/all_views.hpp"
#include "core/view/findings.hpp"
#include "core/view/played_year.hpp"
#include "core/view/progress.hpp"
#include "core/view/results.hpp"
#include "core/view/reviews.hpp"
#include "core/view/scheme.hpp"
#include "core/view/test_looks.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

namespace heng::view::test {

namespace {

using act::Actor;
using act::Capacity;
using act::test::World;

/// The figures by which a unit would be known: totals, indicator and review scores.
std::set<std::string> figures_of(const PlayedYear& world, const Moment& moment,
                                 const std::string& id) {
    std::set<std::string> out;
    const cycle::Cycle& cycle = moment.state.cycles.at(2021);
    const auto& rulebook = world.rulebook();
    const auto standing = cycle::standing_of(moment.state, cycle, rulebook,
                                             id[0] == 'C' ? "counties" : "departments", moment.day);
    for (const auto& one : standing.units) {
        if (one.unit != id) continue;
        if (one.review) out.insert(one.review->text());
        if (one.review) out.insert(one.published.total.text(2));
        if (!one.indicator.is_whole()) out.insert(one.indicator.text());
    }
    for (const cycle::ResultVersion& version : cycle.grading.versions)
        out.insert(version.find(id)->published.total.text(2));
    return out;
}

/// The first text that names the unit or is one of its figures and none of one's own; else empty.
std::string tell_tale(const std::vector<std::string>& texts, const std::string& other,
                      const std::set<std::string>& figures, const std::set<std::string>& own) {
    for (const std::string& text : texts)
        if (names(text, other) || (figures.contains(text) && !own.contains(text))) return text;
    return {};
}

class Secrecy : public testing::Test {
protected:
    static const PlayedYear& world() {
        static const PlayedYear played;
        return played;
    }
    static Scope at_moment(const Moment& moment, const Actor& actor) {
        return {moment.state, world().rulebooks, actor, moment.day};
    }
    static std::set<std::string> all_figures(const Moment& moment) {
        std::set<std::string> out;
        for (const std::string& id : unit_ids) out.merge(figures_of(world(), moment, id));
        return out;
    }
    static const Moment& moment(std::string_view name) {
        for (const Moment& one : world().moments)
            if (one.name == name) return one;
        broken_invariant("found", "the year has this moment");
    }
};

/// SEC-15, A9.2. The generated test: every stage × unit × view.
TEST_F(Secrecy, NothingOfAnotherUnitIsInWhatAUnitSees) {
    for (const Moment& moment : world().moments) {
        std::map<std::string, std::set<std::string>> figures;
        for (const std::string& id : unit_ids) figures[id] = figures_of(world(), moment, id);
        for (const std::string& own : unit_ids) {
            const Actor actor = World::unit(own);
            for (const Seen& seen :
                 seen_by(at_moment(moment, actor), world().rulebook(), world().events))
                for (const std::string& other : unit_ids) {
                    if (other == own) continue;
                    const std::string told =
                        tell_tale(seen.texts, other, figures[other], figures[own]);
                    EXPECT_EQ(told, "")
                        << moment.name << ": " << seen.view << " tells " << own << " of " << other;
                }
        }
    }
}

std::string content_of(const std::filesystem::path& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// A view that is not in all_views.cpp would not be looked at here.
TEST_F(Secrecy, EveryViewIsLookedAt) {
    const std::filesystem::path folder = HENG_SOURCE_DIR "/src/core/view";
    const std::string looked_at = content_of(folder / "all_views.cpp");
    const std::string declared = "Checked<ledger::Value> ";
    std::size_t count = 0;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        if (file.path().extension() != ".hpp") continue;
        const std::string header = content_of(file.path());
        for (auto at = header.find(declared); at != std::string::npos;
             at = header.find(declared, at + 1)) {
            const std::size_t name = at + declared.size();
            const std::string call = header.substr(name, header.find('(', name) - name) + "(scope";
            EXPECT_NE(looked_at.find(call), std::string::npos) << call;
            ++count;
        }
    }
    EXPECT_GT(count, 50U);
}

/// The generated test looks for something that is there: the office sees all of it.
TEST_F(Secrecy, WhatIsLookedForIsThere) {
    const Actor actor = World::office();
    std::vector<std::string> all;
    for (const Seen& seen :
         seen_by(at_moment(moment("aftermath"), actor), world().rulebook(), world().events))
        all.insert(all.end(), seen.texts.begin(), seen.texts.end());
    for (const std::string& id : unit_ids) {
        EXPECT_TRUE(std::any_of(all.begin(), all.end(),
                                [&id](const auto& text) { return names(text, id); }));
        for (const std::string& figure : figures_of(world(), moment("aftermath"), id))
            EXPECT_NE(std::find(all.begin(), all.end(), figure), all.end()) << figure;
    }
}

/// A unit learns its rank and grade by publication and not before.
TEST_F(Secrecy, NoRankOrGradeIsSeenByUnitsBeforePublication) {
    for (const Moment& moment : world().moments) {
        const auto& versions = moment.state.cycles.at(2021).grading.versions;
        for (const std::string& own : unit_ids) {
            const Actor actor = World::unit(own);
            bool sees_rank = false;
            for (const Seen& seen :
                 seen_by(at_moment(moment, actor), world().rulebook(), world().events))
                for (const char* const key : {"rank", "grade", "proposed"})
                    sees_rank |=
                        std::find(seen.texts.begin(), seen.texts.end(), key) != seen.texts.end();
            EXPECT_EQ(sees_rank, !versions.empty()) << moment.name << ' ' << own;
        }
    }
}

/// SEC-15 (b): the three administrators see no score, no finding, no rank and no grade.
TEST_F(Secrecy, AdministratorsSeeNoScores) {
    const std::set<std::string> secret{"rank", "grade", "total", "indicator", "review",
                                       "lost", "taken", "asked", "score",     "proposed",
                                       "case", "value", "text",  "bearing"};
    for (const Actor& admin : {world().system_admin, world().security_admin, world().audit_admin})
        for (const Moment& moment : world().moments) {
            const auto figures = all_figures(moment);
            for (const Seen& seen :
                 seen_by(at_moment(moment, admin), world().rulebook(), world().events)) {
                static const std::set<std::string> of_the_regulation{
                    "scheme", "draft", "draft_files", "interpretations"};
                if (of_the_regulation.contains(seen.view)) continue;
                for (const std::string& text : seen.texts) {
                    EXPECT_FALSE(secret.contains(text)) << seen.view << " shows " << text;
                    EXPECT_FALSE(figures.contains(text)) << seen.view << " shows " << text;
                }
            }
        }
}

/// Scheme pages are for everybody and hold no figure of a unit.
TEST_F(Secrecy, SchemesNameNoUnit) {
    const Actor admin = world().system_admin;
    const Scope scope = at_moment(moment("aftermath"), admin);
    for (const std::string& text : texts_of(*scheme(scope, 2021, std::nullopt)))
        for (const std::string& id : unit_ids) EXPECT_FALSE(names(text, id)) << text;
}

/// What each capacity gets of each view, by hand: where the whole view is for others only.
TEST_F(Secrecy, EachCapacityHasItsViews) {
    const auto granted = [](const Actor& actor) {
        std::set<std::string> out;
        for (const Seen& seen :
             seen_by(at_moment(moment("aftermath"), actor), world().rulebook(), world().events))
            if (seen.view.find(' ') == std::string::npos) out.insert(seen.view);
        return out;
    };
    const std::set<std::string> for_all{"me",    "years",       "work_list", "scheme",
                                        "draft", "draft_files", "units",     "interpretations"};
    auto admins = for_all;
    admins.insert({"people", "bodies"});
    EXPECT_EQ(granted(world().system_admin), admins);
    EXPECT_EQ(granted(world().security_admin), admins);
    admins.insert("log");
    EXPECT_EQ(granted(world().audit_admin), admins);
    auto assessors = for_all;
    assessors.insert({"drafts",   "proposals",   "comments",   "changes",   "scheme_diff",
                      "findings", "references",  "finding",    "quarters",  "progress",
                      "matters",  "matter",      "circulars",  "half_year", "self_checks",
                      "groups",   "task_sheets", "task_sheet", "heat_map",  "burden",
                      "evidence"});
    EXPECT_EQ(granted(World::assessor()), assessors);
    auto leads = assessors;
    leads.insert({"reviews", "review_entries", "ballots", "results", "result"});
    EXPECT_EQ(granted(World::lead()), leads);
    const auto office = granted(World::office());
    for (const char* const view : {"grading_desk", "standings", "misconduct", "dry_run"})
        EXPECT_TRUE(office.contains(view)) << view;
    EXPECT_FALSE(office.contains("log"));
}

/// IDOR: for every record number, what another's unit may not see is answered word for word like a
/// number that nothing stands behind.
TEST_F(Secrecy, NoNumberTellsWhetherThereIsARecord) {
    const Actor actor = World::unit("D2");
    const Scope scope = at_moment(moment("aftermath"), actor);
    const auto kind_of = [](const Error& error) {
        return std::pair(error.code, std::vector(error.args.begin(), error.args.end() - 1));
    };
    const auto absent = finding(scope, 2021, {9999}).error().front();
    const auto absent_matter = matter(scope, 2021, {9999}).error().front();
    for (const auto& [id, one] : scope.state.cycles.at(2021).findings.all)
        if (one.unit != "D2") {
            EXPECT_EQ(kind_of(finding(scope, 2021, id).error().front()), kind_of(absent));
        }
    for (const auto& [id, one] : scope.state.cycles.at(2021).monitoring.matters)
        EXPECT_EQ(kind_of(matter(scope, 2021, id).error().front()), kind_of(absent_matter));
    ASSERT_FALSE(result(scope, 2021, 2)) << "version 2 was made for a county";
    EXPECT_EQ(kind_of(result(scope, 2021, 2).error().front()),
              kind_of(result(scope, 2021, 99).error().front()));
}

/// Nothing in any view leads from a ballot to its voters: no code, no vote of a small group.
TEST_F(Secrecy, ABallotShowsNeitherCodesNorTheVotesOfSmallGroups) {
    for (const Actor& actor : {World::office(), World::of(Capacity::lead, "机关工委")})
        for (const Seen& seen :
             seen_by(at_moment(moment("aftermath"), actor), world().rulebook(), world().events))
            for (const std::string& text : seen.texts)
                EXPECT_EQ(text.find("bbbbbbbb"), std::string::npos) << seen.view;
    const Actor office = World::office();
    const Value seen = *ballot(at_moment(moment("aftermath"), office), 2021, {world().ballot});
    EXPECT_EQ(at(seen, "tallies"), Value(List{})) << "both groups are of three";
    EXPECT_EQ(column(at(seen, "merged"), "unit"), Value(List{"D1", "D2"}));
}

/// Every list row has an id of its own, by which the pages of a list are cut.
TEST_F(Secrecy, EveryRowOfAListHasAnIdOfItsOwn) {
    for (const Actor& actor : {World::office(), World::unit("C3"), World::lead(), World::assessor(),
                               world().audit_admin})
        for (const Moment& moment : world().moments)
            for (const Seen& seen :
                 seen_by(at_moment(moment, actor), world().rulebook(), world().events)) {
                if (seen.answer.list() == nullptr) continue;
                std::set<std::string> ids;
                for (const Value& row : *seen.answer.list()) {
                    EXPECT_FALSE(at(row, "id").is_null()) << seen.view;
                    EXPECT_TRUE(ids.insert(text(at(row, "id"))).second)
                        << seen.view << ' ' << text(at(row, "id"));
                }
            }
}

}  // namespace

}  // namespace heng::view::test
