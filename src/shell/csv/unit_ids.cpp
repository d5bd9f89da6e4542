#include "shell/csv/unit_ids.hpp"

#include "app/share_out.hpp"

#include <algorithm>
#include <atomic>
#include <bit>

namespace heng::csv {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The eight bytes from `at` on, zeros behind the end of the text.
std::uint64_t word_at(std::string_view text, std::size_t at) {
    return load_text(text.substr(at));
}

/// The same for `HashedIds::key_of`.
auto words_of(std::string_view text) {
    return [text](std::size_t at, std::size_t) { return word_at(text, at); };
}

std::uint64_t mixed(std::uint64_t word) {
    word *= 0x9E3779B97F4A7C15U;
    return word ^ word >> 32U;
}

}  // namespace

std::optional<DenseIds> DenseIds::create(const app::TextColumn& ids, unsigned threads) {
    if (ids.size() == 0 || ids[0].size() - 1 >= digits_max) return std::nullopt;
    DenseIds dense;
    dense.first_ = Digits(load_text(ids[0]), ids[0].size()).value();
    dense.count_ = static_cast<std::uint32_t>(ids.size());
    constexpr std::size_t block = 65'536;
    std::atomic<bool> is_dense = true;
    app::share_out(threads, (ids.size() + block - 1) / block, [&](unsigned, std::size_t i) {
        const std::size_t end = std::min((i + 1) * block, ids.size());
        std::size_t unit = i * block;
        while (unit < end && is_dense && dense.find(ids[unit]) == unit) ++unit;
        if (unit != end) is_dense = false;
    });
    if (!is_dense) return std::nullopt;
    return dense;
}

UnitIndex DenseIds::find(std::string_view id) const {
    return id.size() - 1 >= digits_max ? no_unit : find(load_text(id), id.size());
}

std::optional<NumberedIds> NumberedIds::create(const app::TextColumn& ids) {
    if (ids.size() == 0) return std::nullopt;
    NumberedIds numbered;
    numbered.set_form(ids);
    const std::size_t prefix = numbered.prefix_.size();
    std::vector<std::uint32_t> numbers(ids.size());
    bool has_order = true;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const std::string_view id = ids[i];
        const std::size_t digits = id.size() - prefix;
        if (id.size() <= prefix || digits > digits_max || !id.starts_with(numbered.prefix_)) {
            return std::nullopt;
        }
        if (digits > numbered.width_ && id[prefix] == '0') return std::nullopt;
        const std::uint64_t word = word_at(id, prefix);
        const Digits number(word, digits);
        if (!number.are_all()) return std::nullopt;
        numbers[i] = number.value();
        has_order = has_order && numbers[i] == numbers[0] + i;
    }
    const auto [low, high] = std::minmax_element(numbers.begin(), numbers.end());
    numbered.first_ = *low;
    numbered.range_ = *high - *low + 1;
    if (has_order) return numbered;
    if (numbered.range_ > 4 * ids.size()) return std::nullopt;
    numbered.units_.assign(numbered.range_, no_unit);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        UnitIndex& unit = numbered.units_[numbers[i] - numbered.first_];
        if (unit != no_unit) return std::nullopt;
        unit = static_cast<UnitIndex>(i);
    }
    return numbered;
}

UnitIndex NumberedIds::find(std::string_view id) const {
    const std::size_t digits = id.size() - prefix_.size();
    if (digits - 1 >= digits_max || !id.starts_with(prefix_)) return no_unit;
    return unit_of(word_at(id, prefix_.size()), digits);
}

void NumberedIds::set_form(const app::TextColumn& ids) {
    const std::string_view first = ids[0];
    std::size_t digits = 0;
    while (digits < std::min(digits_max, first.size()) &&
           is_digit(first[first.size() - 1 - digits])) {
        ++digits;
    }
    prefix_ = first.substr(0, first.size() - digits);
    prefix_word_ = prefix_.size() <= sizeof prefix_word_ ? word_at(prefix_, 0) : 0;
    width_ = digits;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        width_ = std::min(width_, std::max(ids[i].size(), prefix_.size() + 1) - prefix_.size());
    }
}

template <class Word>
HashedIds::Key HashedIds::key_of(std::size_t size, Word word) {
    if (size <= 8) return {word(0, size), 0};
    if (size <= 16) return {word(0, 8), word(8, size - 8)};
    Key key{size, 0};
    for (std::size_t at = 0; at < size; at += 8) {
        key.first = mixed(key.first ^ word(at, std::min<std::size_t>(8, size - at)));
        key.last = mixed(key.last + key.first);
    }
    return key;
}

HashedIds::HashedIds(const app::TextColumn& ids)
    : ids_(&ids),
      bits_(static_cast<unsigned>(std::bit_width(ids.size()) + 1)),
      slots_(std::size_t{1} << bits_, Slot{}) {
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (i + look_ahead < ids.size()) {
            const std::string_view expected = ids[i + look_ahead];
            __builtin_prefetch(&slots_[home(key_of(expected.size(), words_of(expected)))], 1);
        }
        const std::string_view id = ids[i];
        const Key key = key_of(id.size(), words_of(id));
        std::size_t at = home(key);
        while (slots_[at].unit != no_unit && !holds(slots_[at], key, id)) {
            at = (at + 1) & (slots_.size() - 1);
        }
        if (slots_[at].unit != no_unit) {
            has_duplicates_ = true;
        } else {
            slots_[at] = {key, static_cast<std::uint32_t>(id.size()), static_cast<UnitIndex>(i)};
        }
    }
}

UnitIndex HashedIds::find(std::string_view id) const {
    return find(id, key_of(id.size(), words_of(id)));
}

HashedIds::Key HashedIds::readable_key(std::string_view id) {
    return key_of(id.size(), [id](std::size_t at, std::size_t size) {
        return load_word(id.data() + at, size);
    });
}

UnitIndex HashedIds::find_readable(std::string_view id) const {
    return find(id, readable_key(id));
}

UnitIndex HashedIds::find(std::string_view id, const Key& key) const {
    std::size_t at = home(key);
    while (slots_[at].unit != no_unit && !holds(slots_[at], key, id)) {
        at = (at + 1) & (slots_.size() - 1);
    }
    return slots_[at].unit;
}

std::size_t HashedIds::home(const Key& key) const {
    return static_cast<std::size_t>(mixed(mixed(key.first) ^ key.last) * 0xD6E8FEB86659FD93U >>
                                    (64 - bits_));
}

bool HashedIds::holds(const Slot& slot, const Key& key, std::string_view id) const {
    const bool is_same = slot.key == key && slot.size == id.size();
    return is_same && (id.size() <= 16 || (*ids_)[slot.unit] == id);
}

UnitIds index_ids(const app::TextColumn& ids, unsigned threads) {
    if (const auto dense = DenseIds::create(ids, threads)) return *dense;
    if (auto numbered = NumberedIds::create(ids)) return *std::move(numbered);
    return HashedIds(ids);
}

bool has_duplicates(const UnitIds& ids) {
    const auto* const hashed = std::get_if<HashedIds>(&ids);
    return hashed != nullptr && hashed->has_duplicates();
}

UnitIndex find_unit(const UnitIds& ids, std::string_view id) {
    return std::visit([id](const auto& known) { return known.find(id); }, ids);
}

}  // namespace heng::csv
