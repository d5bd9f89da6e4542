/// @file
/// What the words of a clause leave open: how to count, and from where on it applies.
#include "core/base/text.hpp"
#include "core/scheme/check_parts.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace heng::scheme {

namespace {

/// Units that count the entries of some list, unlike 起 or 次, which count what happens. Who reads
/// 每1项 must be able to tell how many there are.
constexpr auto list_units = std::to_array<std::string_view>({"项", "条", "款", "类", "方面"});

/// Words that name the things counted themselves, so that no list is needed: 每1项 of 请示事项.
constexpr auto counted_things = std::to_array<std::string_view>({"事项", "项目"});

/// Joins the entries of a list.
constexpr std::string_view list_mark = "、";

/// What would make a vague word exact: a time limit, or a figure to compare with.
enum class Measure { time, figure };

struct VagueWord {
    std::string_view text;
    Measure measure;
};

/// Words of degree that two assessors read in two ways. They are general Chinese of assessments;
/// what one regulation alone says does not belong here. The longest that fits is the one reported.
constexpr auto vague_words = std::to_array<VagueWord>({
    {"及时", Measure::time},       {"滞后", Measure::time},         {"明显滞后", Measure::time},
    {"迟缓", Measure::time},       {"缓慢", Measure::time},         {"慢作为", Measure::time},
    {"拖延", Measure::time},       {"不力", Measure::figure},       {"不到位", Measure::figure},
    {"不明显", Measure::figure},   {"成效不明显", Measure::figure}, {"效果不明显", Measure::figure},
    {"不显著", Measure::figure},   {"不好", Measure::figure},       {"不佳", Measure::figure},
    {"不够", Measure::figure},     {"不高", Measure::figure},       {"不深", Measure::figure},
    {"不深入", Measure::figure},   {"不扎实", Measure::figure},     {"不充分", Measure::figure},
    {"不规范", Measure::figure},   {"不畅通", Measure::figure},     {"不严格", Measure::figure},
    {"不认真", Measure::figure},   {"未认真", Measure::figure},     {"不主动", Measure::figure},
    {"未主动", Measure::figure},   {"不积极", Measure::figure},     {"未积极", Measure::figure},
    {"未有效", Measure::figure},   {"未做好", Measure::figure},     {"流于形式", Measure::figure},
    {"敷衍", Measure::figure},     {"重大问题", Measure::figure},   {"不良影响", Measure::figure},
    {"恶劣影响", Measure::figure}, {"影响恶劣", Measure::figure},   {"严重影响", Measure::figure},
    {"影响较大", Measure::figure}, {"严重后果", Measure::figure},   {"后果严重", Measure::figure},
    {"情节严重", Measure::figure}, {"情节较重", Measure::figure},
});

/// The longest vague word at the beginning of `words`, if one stands there.
const VagueWord* vague_word_at(std::string_view words) {
    const VagueWord* best = nullptr;
    for (const VagueWord& word : vague_words) {
        if (!words.starts_with(word.text)) continue;
        if (best == nullptr || word.text.size() > best->text.size()) best = &word;
    }
    return best;
}

/// Whether the branch says itself what the word means: by a limit, a figure, or as the name of a
/// level that somebody else gave.
bool settles(const Branch& branch, const VagueWord& word) {
    if (branch.target || branch.basis == Basis::shortfall || branch.basis == Basis::excess) {
        return true;
    }
    if (branch.level && branch.level->find(word.text) != std::string::npos) return true;
    return word.measure == Measure::time && branch.deadline;
}

/// The vague words on which amounts of the clause turn, each once, in the order of the text.
std::vector<std::string> unsettled_words(const std::vector<Reading>& readings) {
    std::vector<std::string> found;
    for (const Reading& reading : readings) {
        for (std::size_t at = 0; at < reading.own.size();) {
            const VagueWord* word = vague_word_at(reading.own.substr(at));
            if (word == nullptr) {
                ++at;
                continue;
            }
            at += word->text.size();
            const bool is_new = std::ranges::find(found, word->text) == found.end();
            if (is_new && !settles(*reading.branch, *word)) found.emplace_back(word->text);
        }
    }
    return found;
}

bool counts_entries(std::string_view unit) {
    return std::ranges::any_of(list_units,
                               [&](std::string_view known) { return unit.starts_with(known); });
}

/// Whether a reader can tell which things are counted. In a tier (被省纪委抽查发现,每1项) the list
/// stands before the first tier, elsewhere in the branch's own sentence.
bool lists_entries(const Reading& reading) {
    if (!reading.branch->items.empty()) return true;
    const std::string_view words = reading.branch->level ? reading.all : reading.sentence;
    const auto stands = [&](std::string_view part) {
        return words.find(part) != std::string_view::npos;
    };
    return stands(list_mark) || std::ranges::any_of(counted_things, stands);
}

}  // namespace

Issues check_wording(const Task& task, const Clause& clause) {
    Issues issues;
    const std::vector<Reading> all = readings(clause);
    for (const Reading& reading : all) {
        const Branch& branch = *reading.branch;
        if (branch.basis != Basis::each) continue;
        const Place place = place_at(clause.at, designation(task, clause, branch));
        if (branch.per.value_or("").empty()) {
            issues.push_back({Code::counting_unit_missing, place, {branch.id}});
        } else if (counts_entries(*branch.per) && !lists_entries(reading)) {
            issues.push_back({Code::counting_items_unlisted, place, {branch.id, *branch.per}});
        }
    }
    const std::vector<std::string> words = unsettled_words(all);
    if (!words.empty()) {
        const std::string item = designation(task, clause);
        issues.push_back({Code::threshold_without_figure,
                          place_at(clause.at, item),
                          {item, join(words, list_mark)}});
    }
    return issues;
}

}  // namespace heng::scheme
