#include "core/scheme/branch.hpp"

#include "core/scheme/scheme.hpp"

#include <gtest/gtest.h>

namespace heng::scheme {
namespace {

/// Every value of an enumeration has a name of its own, by which it is found again.
template <class Enum, class Find>
void expect_names(int count, Find find) {
    for (int i = 0; i < count; ++i) {
        const auto value = static_cast<Enum>(i);
        EXPECT_FALSE(name(value).empty()) << i;
        EXPECT_EQ(find(name(value)), value) << name(value);
    }
    EXPECT_EQ(name(static_cast<Enum>(count)), "") << "a value without a name";
    EXPECT_EQ(find("?"), std::nullopt);
    EXPECT_EQ(find(""), std::nullopt);
}

TEST(Names, LeadToTheirValues) {
    expect_names<Effect>(4, effect_named);
    expect_names<Basis>(5, basis_named);
    expect_names<Partial>(3, partial_named);
    expect_names<Comparison>(4, comparison_named);
    expect_names<Grade>(4, grade_named);
    expect_names<Role>(7, role_named);
    expect_names<RoundingMode>(3, rounding_mode_named);
    expect_names<FreedPlace>(3, freed_place_named);
    expect_names<TermUnit>(3, term_unit_named);
    expect_names<Floor>(3, floor_named);
    expect_names<SameCase>(2, same_case_named);
}

TEST(Names, AreThoseOfTheRegulationAndTheFiles) {
    EXPECT_EQ(name(Effect::veto), "void");
    EXPECT_EQ(name(Comparison::at_least), ">=");
    EXPECT_EQ(name(Grade::fair), "较好");
    EXPECT_EQ(identifier(Grade::fair), "fair");
    EXPECT_EQ(grade_named("poor"), Grade::poor);
}

TEST(Branch, ComparesReadingsWithoutIdAndText) {
    Branch a;
    a.points = Decimal::whole(2);
    Branch b = a;
    b.id = "1.1a";
    b.text = "扣2分";
    EXPECT_TRUE(same_reading(a, b));
    b.cap = Cap{true, {}};
    EXPECT_FALSE(same_reading(a, b));
}

TEST(ValueMeaning, FollowsFromBasisAndAmount) {
    Branch branch;
    EXPECT_EQ(value_meaning(branch), ValueMeaning::points) << "酌情扣分: a person chooses";
    branch.points = Decimal::whole(1);
    EXPECT_EQ(value_meaning(branch), ValueMeaning::count);
    branch.points_max = Decimal::whole(3);
    EXPECT_EQ(value_meaning(branch), ValueMeaning::points);
    branch.points_max.reset();
    branch.basis = Basis::level;
    EXPECT_EQ(value_meaning(branch), ValueMeaning::level);
    branch.basis = Basis::shortfall;
    EXPECT_EQ(value_meaning(branch), ValueMeaning::gap);
    branch.target = Target{};
    EXPECT_EQ(value_meaning(branch), ValueMeaning::measured);
    Branch zero;
    zero.effect = Effect::zero;
    EXPECT_EQ(value_meaning(zero), ValueMeaning::count) << "no amount, and none to choose";
}

TEST(ValueMeaning, BecomesMeasuredWhereTheSchemeHoldsTheFigure) {
    Branch branch;
    branch.id = "1.1a";
    branch.points = Decimal::whole(1);
    branch.basis = Basis::excess;
    Scheme scheme;
    EXPECT_EQ(value_meaning(scheme, branch), ValueMeaning::gap);
    scheme.references = {{"1.1a", Decimal::whole(90), "", {}}};
    EXPECT_EQ(value_meaning(scheme, branch), ValueMeaning::measured);
    branch.basis = Basis::once;
    EXPECT_EQ(value_meaning(scheme, branch), ValueMeaning::count);
}

TEST(Names, NameEveryValueMeaning) {
    using enum ValueMeaning;
    std::string names;
    for (const auto meaning : {count, measured, gap, level, points}) {
        names += std::string(name(meaning)) + ' ';
    }
    EXPECT_EQ(names, "count measured gap level points ");
}

TEST(Scheme, FindsItsPartsByTheirKeys) {
    Scheme scheme;
    scheme.domains = {{"county", "县(区)", "", "", "", {}}};
    scheme.tables = {{"county", "", {}, {}, {}}};
    scheme.bodies = {{"市委组织部", {}, "", {}, {}}};
    EXPECT_EQ(scheme.find_domain("county"), &scheme.domains[0]);
    EXPECT_EQ(scheme.find_domain("县(区)"), &scheme.domains[0]);
    EXPECT_EQ(scheme.find_domain("school"), nullptr);
    EXPECT_EQ(scheme.find_table("county"), &scheme.tables[0]);
    EXPECT_EQ(scheme.find_table("县(区)"), nullptr);
    EXPECT_EQ(scheme.find_body("市委组织部"), &scheme.bodies[0]);
    EXPECT_EQ(scheme.find_body(""), nullptr);
}

}  // namespace
}  // namespace heng::scheme
