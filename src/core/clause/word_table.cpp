#include "core/clause/word_table.hpp"

#include <algorithm>

namespace heng::clause {

WordTable::WordTable(const std::vector<Entry>& entries) {
    std::vector<Entry> sorted = entries;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Entry& a, const Entry& b) {
        if (a.text[0] != b.text[0]) return a.text[0] < b.text[0];
        return a.text.size() > b.text.size();
    });
    for (const Entry& entry : sorted) {
        Item item;
        item.second = entry.text.size() > 1 ? entry.text[1] : U'\0';
        item.pool_at = static_cast<std::uint32_t>(pool_.size());
        item.value = entry.value;
        item.length = static_cast<std::uint8_t>(entry.text.size());
        std::uint16_t& first = first_[entry.text[0]];
        if (first == 0) {
            if (!items_.empty()) items_.back().is_last = true;
            first = static_cast<std::uint16_t>(items_.size() + 1);
        }
        pool_ += entry.text;
        items_.push_back(item);
    }
    if (!items_.empty()) items_.back().is_last = true;
}

std::optional<WordTable::Match> WordTable::find(std::u32string_view text, std::size_t at,
                                                std::size_t length_max) const {
    const char32_t c = text[at];
    if (c >= first_.size() || first_[c] == 0) return std::nullopt;
    const char32_t second = at + 1 < text.size() ? text[at + 1] : U'\0';
    const std::size_t rest = std::min(length_max, text.size() - at);
    for (std::size_t i = first_[c] - 1U;; ++i) {
        const Item& item = items_[i];
        const bool fits = item.length == 1 || (item.second == second && item.length <= rest);
        if (fits) {
            const std::u32string_view word =
                std::u32string_view(pool_).substr(item.pool_at, item.length);
            if (item.length <= 2 || text.substr(at, item.length) == word) {
                return Match{item.value, item.length};
            }
        }
        if (item.is_last) return std::nullopt;
    }
}

}  // namespace heng::clause
