#include "core/cycle/aftermath.hpp"

#include "core/cycle/named.hpp"

#include <algorithm>

namespace heng::cycle {

std::string_view name(Ruling ruling) {
    return word_for(ruling_words, ruling);
}

std::optional<Ruling> ruling_named(std::string_view text) {
    return named<Ruling>(ruling_words, text);
}

std::string_view name(ExplanationStage stage) {
    return word_for(explanation_stage_words, stage);
}

std::string_view name(Accused accused) {
    return word_for(accused_words, accused);
}

std::optional<Accused> accused_named(std::string_view text) {
    return named<Accused>(accused_words, text);
}

std::string_view name(MisconductStage stage) {
    return word_for(misconduct_stage_words, stage);
}

std::string_view name(Sanction sanction) {
    return word_for(sanction_words, sanction);
}

std::optional<Sanction> sanction_named(std::string_view text) {
    return named<Sanction>(sanction_words, text);
}

bool Misconduct::lowers_grade() const {
    return accused == Accused::unit && sanction && *sanction != Sanction::unfounded;
}

const Explanation* Aftermath::last_explanation_of(std::string_view unit) const {
    const Explanation* last = nullptr;
    for (const auto& [id, explanation] : explanations)
        if (explanation.unit == unit) last = &explanation;
    return last;
}

bool Aftermath::lowers_grade_of(std::string_view unit) const {
    return std::any_of(misconduct.begin(), misconduct.end(), [unit](const auto& one) {
        return one.second.who == unit && one.second.lowers_grade();
    });
}

}  // namespace heng::cycle
