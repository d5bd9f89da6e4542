#include "core/clause/draft_reader.hpp"

#include "core/clause/cap.hpp"
#include "core/clause/demand.hpp"
#include "core/clause/level.hpp"
#include "core/clause/name_list.hpp"
#include "core/clause/paired_level.hpp"
#include "core/clause/unread.hpp"

#include <algorithm>
#include <utility>

namespace heng::clause {

namespace {

using scheme::Basis;
using scheme::Branch;
using scheme::Effect;
constexpr auto at_least = scheme::Comparison::at_least;

/// Rows of amounts end here, so that a clause costs no more than its length.
constexpr std::size_t row_max = 16;

class DraftReader {
public:
    DraftReader(const Layout& layout, std::uint32_t begin)
        : layout_(layout), words_(*layout.words), floor_(begin), used_(words_.figures.size()) {}

    DraftSet run() {
        const std::vector<Mention> mentions = find_mentions(layout_);
        std::size_t last_amount = 0;
        for (std::size_t i = 0; i < mentions.size(); ++i) {
            if (std::holds_alternative<Amount>(mentions[i])) last_amount = i;
        }
        for (std::size_t i = 0; i < mentions.size(); ++i) {
            if (const auto* amount = std::get_if<Amount>(&mentions[i])) {
                if (i + 1 < mentions.size() && announces(*amount, mentions[i + 1])) continue;
                add(*amount);
                floor_ = std::max(floor_, amount->end);
            } else if (const auto* cap = std::get_if<CapMention>(&mentions[i])) {
                add(*cap, i > last_amount);
            } else {
                const auto& none = std::get<NoAmount>(mentions[i]);
                add(none);
                if (i + 1 < mentions.size() && shares_phrase(none, mentions[i + 1])) {
                    floor_ = std::max(floor_, none.end);
                }
            }
        }
        put_early_cap();
        set_partials();
        for (const std::uint32_t score : unread_scores(layout_, mentions, used_)) {
            doubt(DoubtKind::amount_unread, at(score).begin, at(score).end);
        }
        set_levels(out_.drafts);
        for (const Draft& draft : out_.drafts) doubt_endless(draft);
        std::erase_if(out_.drafts, [](const Draft& draft) { return draft.free_of_cost; });
        return std::move(out_);
    }

private:
    const Token& at(std::size_t token) const { return words_.tokens[token]; }

    void doubt(DoubtKind kind, std::uint32_t begin, std::uint32_t end) {
        const std::size_t from = words_.glyphs->byte_begin(begin);
        const std::size_t length = end > begin ? words_.glyphs->byte_end(end) - from : 0;
        out_.doubts.push_back({from, length, kind, words_.glyphs->quote(begin, end)});
    }

    Draft draft_of(const Amount& amount) const {
        Draft draft;
        draft.branch.effect = amount.effect;
        draft.condition = condition_of(layout_, amount, floor_);
        draft.begin = floor_;
        draft.end = amount.end;
        return draft;
    }

    /// 扣相应分数,每人扣1分: the amount that corresponds is the one that follows.
    bool announces(const Amount& amount, const Mention& next) const {
        const auto* stated = std::get_if<Amount>(&next);
        if (amount.kind != AmountKind::discretion || stated == nullptr) return false;
        const auto sentence = [this](const Amount& one) {
            return layout_.phrases[layout_.phrase_of[one.token]].sentence;
        };
        const std::u32string_view words = words_.glyphs->view(amount.begin, amount.end);
        return words.find(U"相应") != words.npos && sentence(amount) == sentence(*stated);
    }

    /// 81分以上 不扣分 59分以下 扣5分: no sign parts the band from the next.
    bool shares_phrase(const NoAmount& none, const Mention& next) const {
        const auto* amount = std::get_if<Amount>(&next);
        return amount != nullptr &&
               layout_.phrase_of[amount->token] == layout_.phrase_of[none.token] &&
               amount->begin > none.end;
    }

    void add(const NoAmount& mention) {
        Amount amount;
        amount.token = mention.token;
        amount.begin = mention.begin;
        amount.end = mention.end;
        Draft draft = draft_of(amount);
        draft.free_of_cost = true;
        out_.drafts.push_back(std::move(draft));
    }

    void add(const CapMention& cap, bool ends_clause) {
        if (sets_most(cap)) return;
        if (cap.is_unclear) doubt(DoubtKind::cap_unclear, cap.begin, cap.end);
        if (put_cap(out_.drafts, cap, ends_clause)) {
            out_.drafts.back().end = std::max(out_.drafts.back().end, cap.end);
            floor_ = std::max(floor_, cap.end);
        } else if (!early_cap_ && out_.drafts.empty()) {
            early_cap_ = cap;
        } else {
            doubt(DoubtKind::cap_unused, cap.begin, cap.end);
        }
    }

    /// 本项最多扣5分,每次扣1分: a cap in front covers what follows.
    void put_early_cap() {
        if (!early_cap_) return;
        CapMention cap = *early_cap_;
        cap.covers_clause = true;
        if (put_cap(out_.drafts, cap, true)) return;
        if (states_amount(*early_cap_)) return add(amount_of(cap));
        doubt(DoubtKind::cap_unused, cap.begin, cap.end);
    }

    static Amount amount_of(const CapMention& cap) {
        Amount amount;
        amount.effect = cap.effect.value_or(Effect::deduct);
        amount.token = cap.token;
        amount.last_token = cap.last_token;
        amount.begin = cap.begin;
        amount.end = cap.end;
        amount.values = {cap.points};
        amount.high = cap.points;
        amount.at_choice = true;
        return amount;
    }

    /// 作风不实的,最高可扣2分: in a clause without amounts a cap with a condition is one, up to it.
    bool states_amount(const CapMention& cap) const {
        if (cap.whole_task || cap.covers_clause || !cap.effect || cap.begin == 0) return false;
        const char32_t before = words_.glyphs->at(cap.begin - 1);
        if (before != U'的' && before != U',') return false;
        const Condition condition = condition_of(layout_, amount_of(cap), floor_);
        bool has_words = false;
        for (const Slice& slice : condition.slices) {
            const std::u32string_view text = words_.glyphs->view(slice.begin, slice.end);
            has_words = has_words ||
                        (!text.ends_with(U"扣分") && !text.ends_with(U"加分") && text.size() > 2);
            // 每项0.5分,最多扣2分: the score is another one.
            for (std::uint32_t i = slice.first; i < slice.last; ++i) {
                const bool score =
                    at(i).role == Role::number && words_.figure(at(i)).kind == UnitKind::score;
                if (score) return false;
            }
        }
        return has_words;
    }

    /// 视情扣分,最低扣0.5分: the lower end of the open amount before.
    bool sets_least(const Amount& amount) {
        if (amount.kind != AmountKind::points || amount.high || out_.drafts.empty()) return false;
        Draft& draft = out_.drafts.back();
        const std::uint32_t own = layout_.phrase_of[amount.token];
        const bool near =
            draft.is_open && !draft.has_least && draft.branch.effect == amount.effect &&
            layout_.phrases[draft.condition.own].sentence == layout_.phrases[own].sentence;
        if (!near) return false;
        const std::uint32_t begin = std::max(floor_, layout_.phrases[own].begin);
        const std::u32string_view lead = words_.glyphs->view(begin, amount.begin);
        if (lead != U"最低" && lead != U"最少" && lead != U"至少") return false;
        draft.branch.points = amount.values.front();
        draft.has_least = true;
        draft.end = amount.end;
        return true;
    }

    /// …,最高扣2分: the upper end of it.
    bool sets_most(const CapMention& cap) {
        if (out_.drafts.empty() || cap.whole_task || cap.covers_clause) return false;
        Draft& draft = out_.drafts.back();
        const bool fits = draft.has_least && !draft.branch.points_max && draft.branch.points &&
                          cap.points > *draft.branch.points;
        if (!fits) return false;
        draft.branch.points_max = cap.points;
        draft.end = cap.end;
        const bool missing =
            !out_.doubts.empty() && out_.doubts.back().kind == DoubtKind::amount_missing;
        if (missing) out_.doubts.pop_back();
        floor_ = std::max(floor_, cap.end);
        return true;
    }

    void add(const Amount& amount) {
        if (amount.kind == AmountKind::factor) return add_factor(amount);
        if (sets_least(amount)) return;
        if (finishes_step(amount) || repeats_last(amount)) return;
        const bool counts = amount.kind == AmountKind::points || amount.kind == AmountKind::percent;
        if (counts && std::any_of(amount.values.begin(), amount.values.end(),
                                  [](Decimal value) { return value <= Decimal{}; })) {
            return doubt(DoubtKind::amount_not_positive, amount.begin, amount.end);
        }
        if (amount.is_shared_verb && charges_alike(amount)) return;
        Draft draft = draft_of(amount);
        if (is_weight(amount, draft.condition)) return;
        draft.is_open = amount.kind == AmountKind::discretion;
        set_amount(draft.branch, amount);
        set_basis(draft, amount);
        if (amount.charged > 1 && charges_several(amount, draft)) return;
        if (amount.values.size() > 1) return add_pairs(amount, draft);
        if (is_apiece(amount)) {
            if (auto steps = steps_of_range(amount, draft)) return add_pairs(*steps, draft);
            if (!draft.count || lists_counted(amount, draft)) return add_apiece(amount, draft);
        }
        out_.drafts.push_back(std::move(draft));
    }

    /// 扣责任单位、责任人各1分, 分别扣责任单位、责任人2分、1分: a branch for each who is named.
    bool charges_several(const Amount& amount, Draft draft) {
        const std::size_t size = amount.values.size();
        if (size != amount.charged && !(size == 1 && amount.is_apiece)) return false;
        draft.paired = true;
        for (std::size_t i = 0; i < amount.charged; ++i) {
            draft.branch.points = amount.values[size == 1 ? 0 : i];
            out_.drafts.push_back(draft);
        }
        return true;
    }

    /// 每起扣牵头单位1分、配合单位0.5分: the branch before again, for another who is charged.
    bool charges_alike(const Amount& amount) {
        if (out_.drafts.empty() || out_.drafts.back().free_of_cost) return false;
        Draft draft = out_.drafts.back();
        draft.branch.points.reset();
        draft.branch.points_max.reset();
        set_amount(draft.branch, amount);
        draft.end = amount.end;
        draft.paired = true;
        out_.drafts.push_back(std::move(draft));
        return true;
    }

    /// 不足10人按10人计: an unfinished step of the nearest branch before costs a whole one.
    void set_partials() {
        std::size_t next = 0;
        for (std::uint32_t i = 0; i + 2 < words_.tokens.size(); ++i) {
            while (next < out_.drafts.size() && out_.drafts[next].condition.begin <= at(i).begin)
                ++next;
            if (next == 0 || at(i).role != Role::below || at(i + 1).role != Role::number) continue;
            std::uint32_t second = i + 2;
            while (words_.is(second, Role::filler)) ++second;
            const bool pair = words_.is(second, Role::number) &&
                              words_.is(second + 1, Role::gain) &&
                              at(second + 1).begin == at(second).end;
            if (!pair || words_.figure(at(second)).unit != words_.figure(at(i + 1)).unit) continue;
            Draft& draft = out_.drafts[next - 1];
            if (draft.count) draft.branch.partial = scheme::Partial::up;
        }
    }

    /// 不足500万元的按比例加分: says what an unfinished step of the branch before costs.
    bool finishes_step(const Amount& amount) {
        if (amount.kind != AmountKind::proportion || out_.drafts.empty()) return false;
        Draft& before = out_.drafts.back();
        if (!before.count) return false;
        const Condition condition = condition_of(layout_, amount, floor_);
        for (const Slice& slice : condition.slices) {
            for (std::uint32_t i = slice.first; i + 1 < slice.last; ++i) {
                if (at(i).role != Role::below || at(i + 1).role != Role::number) continue;
                before.branch.partial = scheme::Partial::proportional;
                return true;
            }
        }
        return false;
    }

    /// 基础分60分,加分40分: parts of a total, no amounts.
    bool is_weight(const Amount& amount, const Condition& condition) const {
        const Token& verb = at(amount.token);
        const bool noun = amount.effect == Effect::award && verb.end - verb.begin > 1 &&
                          words_.glyphs->at(verb.end - 1) == U'分';
        if (!noun || !condition.own_is_bare || !amount.suffix.empty()) return false;
        if (condition.empty()) return true;
        const Slice& slice = condition.nearest();
        const bool number = slice.last > slice.first && words_.is(slice.last - 1, Role::number);
        return number && words_.figure(at(slice.last - 1)).kind == UnitKind::score;
    }

    /// 一票否决,不得参加评优 is one veto, 不得分,计0分 one zero.
    bool repeats_last(const Amount& amount) const {
        if (amount.effect != Effect::veto && amount.effect != Effect::zero) return false;
        if (out_.drafts.empty() || out_.drafts.back().branch.effect != amount.effect) return false;
        const Condition& before = out_.drafts.back().condition;
        const std::uint32_t own = layout_.phrase_of[amount.token];
        if (layout_.phrases[before.own].sentence != layout_.phrases[own].sentence) return false;
        if (amount.effect == Effect::veto) return true;
        return condition_of(layout_, amount, floor_).empty();
    }

    static void set_amount(Branch& branch, const Amount& amount) {
        if (amount.kind == AmountKind::percent) branch.percent_of_task = amount.values.front();
        if (amount.kind == AmountKind::proportion) branch.partial = scheme::Partial::proportional;
        if (amount.kind != AmountKind::points) return;
        branch.points = amount.values.front();
        if (amount.high && !amount.high->is_zero() && amount.high != branch.points) {
            // 加3-1分 names the larger end first.
            const auto [low, high] = std::minmax(amount.values.front(), *amount.high);
            branch.points = low;
            branch.points_max = high;
        }
        if (amount.at_choice) branch.points_max = std::exchange(branch.points, std::nullopt);
    }

    void set_basis(Draft& draft, const Amount& amount) {
        Branch& branch = draft.branch;
        const Condition& condition = draft.condition;
        const bool countable = amount.effect == Effect::deduct || amount.effect == Effect::award;
        if (countable) draft.count = read_count(condition, amount);
        if (amount.kind == AmountKind::discretion) {
            doubt(DoubtKind::amount_missing, amount.begin, amount.end);
        }
        if (amount.kind == AmountKind::part) {
            doubt(DoubtKind::share_unclear, amount.begin, amount.end);
        }
        if (countable && !draft.count && carries_count(draft, amount)) {
            const Branch& before = out_.drafts.back().branch;
            draft.count = out_.drafts.back().count;
            branch.basis = before.basis;
            branch.per = before.per;
            branch.step = before.step;
            return;
        }
        if (!draft.count) {
            branch.target = flat_target(condition, branch.effect);
            const Draft* last = out_.drafts.empty() ? nullptr : &out_.drafts.back();
            const bool free = branch.target && last && last->free_of_cost;
            if (free && spares(last->condition, *branch.target)) branch.target->op = at_least;
            if (!branch.target) branch.reference = compared_reference(condition);
            branch.deadline = find_deadline(condition);
            return;
        }
        mark_used(*draft.count);
        set_counted(draft);
    }

    /// 到会人数不足三分之二: a demand that no Decimal states.
    void doubt_endless(const Draft& draft) {
        const bool flat = draft.branch.basis == Basis::once && !draft.branch.target;
        if (!flat || draft.count || draft.condition.empty()) return;
        const Slice& slice = draft.condition.nearest();
        for (std::uint32_t i = slice.first; i < slice.last; ++i) {
            if (at(i).role != Role::number) continue;
            const Figure& figure = words_.figure(at(i));
            if (!figure.is_share || figure.value || !comparing_of(words_, slice, i).has_lead())
                continue;
            doubt(DoubtKind::share_unclear, at(i).begin, at(i).end);
        }
    }

    /// 每次扣3分、首席代表扣1.5分, 每起扣单位1分、扣分管领导0.5分: another, counted in the same
    /// way.
    bool carries_count(const Draft& draft, const Amount& amount) const {
        const bool charges =
            draft.condition.empty() && amount.charged > 0 && words_.glyphs->at(floor_) == U'、';
        if (out_.drafts.empty() || draft.condition.slices.size() > 1) return false;
        if (draft.condition.empty() && !charges) return false;
        const Draft& before = out_.drafts.back();
        const bool counted = before.count && before.branch.basis == Basis::each;
        if (!counted || before.branch.effect != draft.branch.effect) return false;
        const Slice slice = charges ? Slice{} : draft.condition.nearest();
        bool person = charges;
        for (std::uint32_t i = slice.first; i < slice.last; ++i) {
            person = person || (at(i).role == Role::person && at(i).end == slice.end);
        }
        constexpr std::uint32_t name_length_max = 8;
        return person && slice.end - slice.begin <= name_length_max;
    }

    void mark_used(const Count& count) {
        for (std::uint32_t i = count.where.first; i < count.where.last; ++i) {
            const bool inside = at(i).begin >= count.begin && at(i).end <= count.end;
            if (inside && at(i).role == Role::number) used_[at(i).link] = true;
        }
    }

    void set_counted(Draft& draft) {
        Branch& branch = draft.branch;
        Count& count = *draft.count;
        branch.per = count.per;
        branch.step = count.step;
        branch.basis = Basis::each;
        branch.deadline = find_deadline(draft.condition);
        if (!count.per) doubt(DoubtKind::unit_missing, count.begin, count.end);
        if (count.drift == Drift::late && count.kind != UnitKind::time) {
            // 每滞后1个百分点: a share lags behind, and is late for nothing.
            count.drift = count.kind == UnitKind::percent ? Drift::lack : Drift::none;
        }
        if (count.drift == Drift::none) {
            if (exceeds_same_unit(draft)) return;
            branch.items = items_of(draft);
            return;
        }
        Origin origin = origin_of(draft.condition, count, branch.effect, used_);
        if (count.drift == Drift::lack && !origin.found()) {
            branch.items = items_of(draft);
            return;
        }
        branch.basis = count.drift == Drift::lack ? Basis::shortfall : Basis::excess;
        branch.target = std::move(origin.target);
        branch.reference = std::move(origin.reference);
    }

    /// 每项 and 每缺一项 count the things listed before; 每1项 does where each of them says what
    /// was not done.
    std::vector<std::string> items_of(const Draft& draft) const {
        const Count& count = *draft.count;
        const std::u32string_view words = words_.glyphs->view(count.begin, count.end);
        const bool numbered = words.find_first_of(U"1一") != std::u32string_view::npos;
        // 缺1次 counts which of the things is missing, 少1次 how often.
        const std::uint32_t lead = count.begin - std::min(count.begin, 1U);
        const bool missing =
            words_.glyphs->view(lead, count.end).find(U'缺') != std::u32string_view::npos;
        const bool lacks = count.drift == Drift::lack;
        const bool things = count.unit == U"项" ||
                            (lacks && (count.unit == U"个" || count.unit == U"件")) ||
                            (lacks && missing && count.unit == U"次");
        if (!things || draft.branch.effect == Effect::award) return {};
        // 少报、漏报1项 counts, and lists nothing.
        const bool every = words.starts_with(U'每') || words.starts_with(U'单');
        const bool attached = !every && count.where.begin + 2 < count.begin && !count.where.empty();
        if (attached) return {};
        std::vector<std::string> items = counted_items(draft.condition, count.begin);
        const auto negative = [](const std::string& item) {
            return item.find("未") != item.npos || item.find("无") != item.npos ||
                   item.find("没") != item.npos;
        };
        if (numbered && !lacks && !std::all_of(items.begin(), items.end(), negative)) items.clear();
        return items;
    }

    /// 超过3人的,扣0.5分/人: the count runs beyond the limit.
    bool exceeds_same_unit(Draft& draft) {
        const Count& count = *draft.count;
        const auto& slices = draft.condition.slices;
        constexpr std::size_t slices_max = 2;
        for (std::size_t k = 0; k < std::min(slices.size(), slices_max); ++k) {
            for (std::uint32_t i = slices[k].first; i < slices[k].last; ++i) {
                if (at(i).role != Role::number || at(i).begin == count.begin) continue;
                const Figure& figure = words_.figure(at(i));
                if (!figure.value || figure.high || figure.unit != count.unit) continue;
                if (comparing_of(words_, slices[k], i).lead != Role::above) continue;
                draft.branch.basis = Basis::excess;
                draft.branch.target = scheme::Target{scheme::Comparison::at_most, *figure.value,
                                                     count.per.value_or("")};
                return true;
            }
        }
        return false;
    }

    /// 分别 or 各 directly before the verb.
    bool is_apiece(const Amount& amount) const {
        constexpr std::uint32_t tokens_max = 3;
        const Phrase& phrase = layout_.phrases[layout_.phrase_of[amount.token]];
        for (std::uint32_t i = amount.token;
             i-- > phrase.first && amount.token - i <= tokens_max;) {
            if (at(i).begin < floor_ || at(i).end + 3 < amount.begin) break;
            if (at(i).role == Role::respective || at(i).role == Role::apiece) return true;
        }
        return false;
    }

    /// 开工率、竣工率每低1个百分点各扣0.1分: the list stands before the counting words.
    bool lists_counted(const Amount& amount, const Draft& draft) const {
        const bool apiece = amount.token > 0 && at(amount.token - 1).role == Role::apiece;
        if (!measures_of(draft).empty()) return true;
        if (!apiece || draft.condition.empty()) return false;
        const Slice& near = draft.condition.nearest();
        return draft.count->begin > near.begin && listed_conditions(draft.condition).size() > 1;
    }

    /// 受理率、答复率低于90%的,每低1个百分点分别扣0.1分
    static std::vector<Name> measures_of(const Draft& draft) {
        if (!draft.count || draft.count->kind != UnitKind::percent) return {};
        return listed_measures(draft.condition, draft.count->begin);
    }

    /// 县级、市级、省级的分别加1-3分: a range with a step for each name is a row.
    std::optional<Amount> steps_of_range(const Amount& amount, const Draft& draft) const {
        constexpr std::size_t names_min = 3;
        if (amount.kind != AmountKind::points || !amount.high || amount.at_choice) return {};
        const Decimal one = Decimal::whole(1);
        Amount out = amount;
        const bool rises = *amount.high > amount.values.front();
        while (out.values.back() != *amount.high && out.values.size() <= row_max) {
            const Decimal last = out.values.back();
            out.values.push_back(rises ? last + one : last - one);
        }
        const std::size_t size = out.values.size();
        if (size < names_min || size > row_max) return {};
        out.high.reset();
        return names_of(draft.condition, size).size() == size ? std::optional(out) : std::nullopt;
    }

    void add_apiece(const Amount& amount, const Draft& draft) {
        std::vector<Name> names = measures_of(draft);
        if (names.empty()) names = listed_conditions(draft.condition);
        if (names.size() < 2) doubt(DoubtKind::list_unclear, amount.begin, amount.end);
        for (std::size_t i = 0; i < names.size(); ++i) out_.drafts.push_back(draft);
    }

    void add_pairs(const Amount& amount, const Draft& draft) {
        const std::vector<Name> names = names_of(draft.condition, amount.values.size());
        const bool places = names.empty() && speaks_of_places(draft.condition);
        if (names.empty() && !places) doubt(DoubtKind::pairing_unclear, draft.begin, amount.end);
        const std::vector<PairedLevel> levels =
            places ? named_places(draft.condition, amount.values.size()) : levels_of(words_, names);
        for (std::size_t i = 0; i < amount.values.size(); ++i) {
            Draft one = draft;
            one.paired = true;
            one.branch.points = amount.values[i];
            one.branch.points_max.reset();
            if (i < names.size()) set_own_target(one, names[i]);
            one.branch.items.clear();
            if (i < levels.size()) set_paired_level(one, levels[i]);
            out_.drafts.push_back(std::move(one));
        }
    }

    /// 开工率低于80%、竣工率低于60%的,分别扣…: each name may carry its own demand.
    void set_own_target(Draft& draft, const Name& name) const {
        if (!draft.branch.target) return;
        Condition own = draft.condition;
        own.slices = {slice_of(words_, name)};
        if (auto target = flat_target(own, draft.branch.effect)) draft.branch.target = target;
    }

    static void set_paired_level(Draft& draft, const PairedLevel& level) {
        Branch& branch = draft.branch;
        if (!level.ranked) return;
        branch.level = level.text;
        if (branch.basis == Basis::once) {
            branch.basis = Basis::level;
            branch.target.reset();
        }
    }

    /// 加倍, 减半: the amount before, worked out.
    void add_factor(const Amount& amount) {
        const Draft* base = nullptr;
        bool differs = false;
        constexpr std::size_t drafts_back_max = 16;
        const std::size_t size = out_.drafts.size();
        for (std::size_t i = size; i-- > size - std::min(size, drafts_back_max);) {
            const Draft& draft = out_.drafts[i];
            if (draft.worked_out || !draft.branch.points || draft.branch.effect != amount.effect)
                continue;
            if (base == nullptr) base = &draft;
            differs = differs || draft.branch.points != base->branch.points;
        }
        if (base == nullptr) return doubt(DoubtKind::base_missing, amount.begin, amount.end);
        if (differs) doubt(DoubtKind::base_unclear, amount.begin, amount.end);
        Draft draft = *base;
        const Decimal factor = amount.values.front();
        const auto times = [factor](Decimal points) {
            return multiply_divide(points, factor, Decimal::whole(1), {4, RoundingMode::up});
        };
        draft.branch.points = times(*draft.branch.points);
        if (draft.branch.points_max) draft.branch.points_max = times(*draft.branch.points_max);
        draft.branch.cap.reset();
        draft.branch.cap_shared = false;
        draft.branch.items.clear();
        draft.condition = condition_of(layout_, amount, floor_);
        draft.begin = floor_;
        draft.end = amount.end;
        draft.worked_out = true;
        out_.drafts.push_back(std::move(draft));
    }

    const Layout& layout_;
    const Words& words_;
    std::uint32_t floor_;
    std::vector<bool> used_;  ///< By figure: a step.
    std::optional<CapMention> early_cap_;
    DraftSet out_;
};

}  // namespace

DraftSet read_drafts(const Layout& layout, std::uint32_t begin) {
    return DraftReader(layout, begin).run();
}

}  // namespace heng::clause
