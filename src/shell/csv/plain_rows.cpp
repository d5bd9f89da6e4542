#include "shell/csv/plain_rows.hpp"

#include <algorithm>

namespace heng::csv {

namespace {

/// Appends the places of a mask's bits. By fours, whose number seldom differs from one mask to the
/// next: so the processor seldom guesses wrong when to stop.
std::uint16_t* put_places(std::uint64_t mask, std::size_t offset, std::uint16_t* place) {
    constexpr std::uint64_t stop = std::uint64_t{1}
                                   << 63U;  // Behind the last bit, any place will do.
    std::uint16_t* const end = place + count_bits(mask);
    while (place < end) {
        for (unsigned i = 0; i < 4; ++i) {
            const auto bit = static_cast<std::size_t>(__builtin_ctzll(mask | stop));
            *place++ = static_cast<std::uint16_t>(offset + bit);
            mask &= mask - 1;
        }
    }
    return end;
}

}  // namespace

std::size_t PlainRows::find(std::size_t at) const {
    if (at - window_ > window_bytes) return last_ + 1;
    const auto end = places_.begin() + static_cast<std::ptrdiff_t>(last_ + 1);
    const auto found = std::lower_bound(places_.begin(), end, at - window_);
    const bool is_known = found != end && *found == at - window_;
    return is_known ? static_cast<std::size_t>(found - places_.begin()) : last_ + 1;
}

bool PlainRows::look_ahead(std::size_t at) {
    if (first_ + fields_ > last_) find_places(at);
    const char* const text = table_.data() + window_;
    const std::size_t fields = fields_;
    std::size_t first = first_;
    for (const bool has_returns = has_returns_; first + fields <= last_; first += fields) {
        const Place* const places = &places_[first];
        const std::size_t end = places[fields];
        unsigned difference = static_cast<unsigned>(text[end - 1] ^ '\n');
        for (std::size_t i = 1; i < fields; ++i) {
            difference |= static_cast<unsigned>(text[places[i] - 1] ^ ',');
        }
        // A row of two fields has a comma, so it is longer than its line end.
        const bool has_return = text[end - 2] == '\r';
        if ((difference != 0) | (has_return != has_returns)) break;
    }
    checked_ = first;
    if (checked_ != first_) return true;
    end_ = nowhere;
    return false;
}

void PlainRows::find_places(std::size_t at) {
    window_ = at;
    first_ = 0;
    const char* const text = table_.data() + at;
    const std::size_t left = table_.size() - at;
    const std::size_t bytes =
        std::min(left < readable_bytes ? 0 : left - readable_bytes, window_bytes);
    Place* place = places_.data();
    *place++ = 0;
    for (std::size_t begin = 0; begin + 64 <= bytes; begin += 64) {
        const Marks marks = mark_64(text + begin);
        const std::uint64_t plain = (marks.quotes & (0 - marks.quotes)) - 1;
        place = put_places(marks.separators & plain, begin + 1, place);
        if (marks.quotes != 0) break;
    }
    last_ = static_cast<std::size_t>(place - places_.data()) - 1;
    if (last_ < fields_) return;
    has_returns_ = text[places_[fields_] - 2] == '\r';
    gaps_[fields_ - 1] = has_returns_ ? 2 : 1;
}

}  // namespace heng::csv
