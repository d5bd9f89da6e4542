#include "core/act/label.hpp"

#include <gtest/gtest.h>

namespace heng::act {
namespace {

TEST(Labels, AskForMoreInTheirOrder) {
    EXPECT_LT(Label::open, Label::internal);
    EXPECT_LT(Label::internal, Label::work_secret);
}

TEST(Labels, HaveNamesThatAreReadBack) {
    for (const Label one : {Label::open, Label::internal, Label::work_secret})
        EXPECT_EQ(label_named(name(one)), one);
    EXPECT_FALSE(label_named("secret"));
    EXPECT_EQ(chinese_name(Label::work_secret), "工作秘密");
}

/// Scores of a unit and facts about it are never public; discipline is for few.
TEST(Labels, AreOnEveryKindOfRecord) {
    for (const ViewWord& word : view_words()) {
        const bool is_public = word.view == View::indicators;
        EXPECT_EQ(label_of(word.view) == Label::open, is_public) << word.id;
    }
    EXPECT_EQ(label_of(View::misconduct), Label::work_secret);
}

}  // namespace
}  // namespace heng::act
