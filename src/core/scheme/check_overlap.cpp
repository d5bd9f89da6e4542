/// @file
/// Clauses that may hit the same fact, found by the rare words that they share. Exact and
/// repeatable: no weights are learned, and the words found are the whole reason given.
#include "core/base/text.hpp"
#include "core/scheme/check_parts.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace heng::scheme {

namespace {

/// A shared word has at least so many characters: most terms have four (分析研判).
constexpr std::size_t word_length = 4;

/// Words in more clauses than this name a topic of the table and not a fact.
constexpr std::size_t clauses_max = 3;

/// Each character of a shared word from the fourth on counts one. Clauses of one task share its
/// topic and stand side by side, so they must share more to be worth a warning.
constexpr std::size_t weight_across_tasks = 1;
constexpr std::size_t weight_within_task = 5;

/// Phrases of any assessment table that say nothing about which fact is meant: duties, organs,
/// manner, results. They are general Chinese; the words of one regulation do not belong here.
/// 官僚主义 is here because it always comes with 形式主义, which then stands for both.
constexpr auto stock_phrases = std::to_array<std::string_view>({
    "贯彻落实", "学习贯彻", "认真贯彻",     "传达学习",   "学习研讨",     "决策部署",
    "工作部署", "重大决策", "整改落实",     "落实情况",   "落实不到位",   "工作落实",
    "开展",     "组织领导", "推进情况",     "推进工作",   "支持配合",     "严格遵守",
    "严格执行", "依规依纪", "依法依规",     "按时完成",   "有关任务",     "相关任务",
    "工作任务", "目标任务", "重点任务",     "重点工作",   "工作要求",     "有关要求",
    "相关要求", "比例要求", "要求",         "有关规定",   "相关规定",     "工作方案",
    "实施方案", "年度计划", "年内至少",     "学习计划",   "制定年度",     "工作计划",
    "工作汇报", "工作报告", "工作总结",     "专题研究",   "专题会议",     "专项治理",
    "专项整治", "长效机制", "制度机制",     "工作机制",   "体制机制",     "监督检查",
    "督查检查", "经费保障", "造成不良影响", "不良影响",   "造成严重后果", "被上级查处",
    "重大问题", "存在问题", "主要问题",     "成效不明显", "典型案例",     "重要内容",
    "选拔任用", "领导干部", "领导班子成员", "领导班子",   "班子成员",     "党委书记",
    "党组书记", "主要领导", "主要负责同志", "负责同志",   "管干部",       "党委常委会",
    "常委会",   "纳入党委", "中央",         "省委",       "市委",         "县委",
    "纪委监委", "党的建设", "党建工作",     "官僚主义",   "个百分点",
});

/// Characters that only join words; terms end at them.
constexpr std::u32string_view joints = U"的及等和与或对被未并以在将按";

bool is_han(char32_t c) {
    return (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF);
}

/// What is left of a clause without stock phrases: runs of characters, and whole 《titles》. A part
/// of a title says nothing, for documents of one kind have names alike.
struct Run {
    std::u32string text;
    bool is_title = false;
};

std::size_t stock_phrase_length(std::string_view words) {
    std::size_t length = 0;
    for (const std::string_view phrase : stock_phrases) {
        if (words.starts_with(phrase)) length = std::max(length, phrase.size());
    }
    return length;
}

/// Length of the 《title》 with which `words` begin, or 0.
std::size_t title_length(std::string_view words) {
    constexpr std::string_view open = "《";
    constexpr std::string_view close = "》";
    if (!words.starts_with(open)) return 0;
    const std::size_t end = words.find(close);
    return end == std::string_view::npos ? 0 : end + close.size();
}

std::u32string decode(std::string_view bytes) {
    std::u32string out;
    for (std::size_t at = 0; at < bytes.size();) {
        const CodePoint next = decode_utf8(bytes, at);
        out += next.value;
        at += next.length;
    }
    return out;
}

std::string encode(std::u32string_view text) {
    std::string out;
    for (const char32_t c : text) append_utf8(out, c);
    return out;
}

std::vector<Run> cut(std::string_view text) {
    std::vector<Run> runs(1);
    const auto end_run = [&] {
        if (!runs.back().text.empty()) runs.emplace_back();
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = text.substr(at);
        if (const std::size_t title = title_length(rest); title != 0) {
            end_run();
            runs.back() = {decode(rest.substr(0, title)), true};
            end_run();
            at += title;
        } else if (const std::size_t stock = stock_phrase_length(rest); stock != 0) {
            end_run();
            at += stock;
        } else {
            const CodePoint next = decode_utf8(text, at);
            const bool is_joint = joints.find(next.value) != std::u32string_view::npos;
            if (is_han(next.value) && !is_joint) {
                runs.back().text += next.value;
            } else {
                end_run();
            }
            at += next.length;
        }
    }
    return runs;
}

/// The pieces by which runs are compared: every `word_length` characters in a row, or the whole
/// title.
std::vector<std::u32string_view> pieces(const Run& run) {
    const std::u32string_view text = run.text;
    if (run.is_title) return {text};
    std::vector<std::u32string_view> result;
    for (std::size_t at = 0; at + word_length <= text.size(); ++at) {
        result.push_back(text.substr(at, word_length));
    }
    return result;
}

struct ClauseWords {
    const Task* task;
    const Clause* clause;
    std::vector<Run> runs;
};

std::vector<ClauseWords> words_of(const Table& table) {
    std::vector<ClauseWords> all;
    for (const Category& category : table.categories) {
        for (const Task& task : category.tasks) {
            for (const Clause& clause : task.clauses) {
                all.push_back({&task, &clause, cut(clause.text)});
            }
        }
    }
    return all;
}

struct SharedWord {
    std::string text;
    std::size_t weight;
};
using SharedWords = std::vector<SharedWord>;

std::size_t weight_of(const SharedWords& words) {
    std::size_t sum = 0;
    for (const SharedWord& word : words) sum += word.weight;
    return sum;
}

std::string list(const SharedWords& words) {
    std::vector<std::string> texts;
    for (const SharedWord& word : words) texts.push_back(word.text);
    return join(texts, "、");
}

/// Adds `word` unless it is part of one already there; it takes the place of those that are part of
/// it.
void add(SharedWords& words, SharedWord word) {
    const auto holds = [](const SharedWord& outer, const SharedWord& inner) {
        return outer.text.find(inner.text) != std::string::npos;
    };
    if (std::ranges::any_of(words, [&](const SharedWord& w) { return holds(w, word); })) return;
    std::erase_if(words, [&](const SharedWord& w) { return holds(word, w); });
    words.push_back(std::move(word));
}

/// Which clauses of one table share which pieces.
class Overlaps {
public:
    explicit Overlaps(const Table& table) : clauses_(words_of(table)) {
        for (std::size_t i = 0; i < clauses_.size(); ++i) {
            for (const Run& run : clauses_[i].runs) {
                for (const std::u32string_view piece : pieces(run)) {
                    std::vector<std::size_t>& users = users_[piece];
                    if (users.empty() || users.back() != i) users.push_back(i);
                }
            }
        }
    }

    Overlaps(const Overlaps&) = delete;  // The pieces refer into the clauses.
    Overlaps& operator=(const Overlaps&) = delete;

    Issues report() const {
        Issues issues;
        for (std::size_t a = 0; a < clauses_.size(); ++a) {
            for (const std::size_t b : partners(a)) {
                const SharedWords shared = shared_by(a, b);
                const bool same_task = clauses_[a].task == clauses_[b].task;
                const std::size_t enough = same_task ? weight_within_task : weight_across_tasks;
                if (weight_of(shared) < enough) continue;
                issues.push_back({Code::clauses_overlap,
                                  place_at(clauses_[a].clause->at, item(a)),
                                  {item(a), item(b), list(shared)}});
            }
        }
        return issues;
    }

private:
    std::string item(std::size_t i) const {
        return designation(*clauses_[i].task, *clauses_[i].clause);
    }

    bool is_rare(std::u32string_view piece) const { return users_.at(piece).size() <= clauses_max; }

    bool uses(std::size_t clause, std::u32string_view piece) const {
        return std::ranges::binary_search(users_.at(piece), clause);
    }

    /// The later clauses that share a rare piece with clause `a`.
    std::set<std::size_t> partners(std::size_t a) const {
        std::set<std::size_t> result;
        for (const Run& run : clauses_[a].runs) {
            for (const std::u32string_view piece : pieces(run)) {
                if (!is_rare(piece)) continue;
                const std::vector<std::size_t>& users = users_.at(piece);
                result.insert(std::ranges::upper_bound(users, a), users.end());
            }
        }
        return result;
    }

    /// The longest words of `a` whose every piece stands in `b`, if a piece of them is rare.
    SharedWords shared_by(std::size_t a, std::size_t b) const {
        SharedWords shared;
        for (const Run& run : clauses_[a].runs) {
            const std::vector<std::u32string_view> all = pieces(run);
            for (std::size_t first = 0; first < all.size(); ++first) {
                std::size_t end = first;
                bool rare = false;
                for (; end < all.size() && uses(b, all[end]); ++end) rare |= is_rare(all[end]);
                const std::size_t count = end - first;
                if (rare) add(shared, {word(run, first, count), count});
                if (count > 0) first = end;
            }
        }
        return shared;
    }

    /// The word that `count` pieces of `run` make from `first` on.
    static std::string word(const Run& run, std::size_t first, std::size_t count) {
        const std::u32string_view text = run.text;
        return encode(run.is_title ? text : text.substr(first, count + word_length - 1));
    }

    std::vector<ClauseWords> clauses_;
    std::unordered_map<std::u32string_view, std::vector<std::size_t>> users_;  ///< In order.
};

}  // namespace

Issues check_overlaps(const Table& table) {
    return Overlaps(table).report();
}

}  // namespace heng::scheme
