/// @file
/// Where a title breaks (DOC-9): pieces stay whole, lines of unequal length form a trapezoid or a
/// diamond, and no line is left with a word or two.
#include "core/base/text.hpp"
#include "core/paper/paper.hpp"

#include <algorithm>
#include <limits>

namespace heng::paper {

namespace {

/// A break, and what it costs up to here.
struct Choice {
    long cost = std::numeric_limits<long>::max();
    std::vector<std::size_t> starts;  ///< Of the lines, as indices of pieces.
};

std::vector<std::string> whole_pieces(const std::vector<std::string>& pieces, std::size_t widest) {
    std::vector<std::string> out;
    for (const std::string& piece : pieces) {
        if (half_widths(piece) <= widest) {
            out.push_back(piece);
            continue;
        }
        for (std::size_t at = 0; at < piece.size();) {
            const std::size_t length = decode_utf8(piece, at).length;
            out.push_back(piece.substr(at, length));
            at += length;
        }
    }
    return out;
}

/// Whether lengths rise or fall throughout (trapezoid), or rise and then fall (diamond).
bool has_shape(const std::vector<long>& lengths) {
    std::size_t at = 1;
    while (at < lengths.size() && lengths[at] > lengths[at - 1]) ++at;
    while (at < lengths.size() && lengths[at] < lengths[at - 1]) ++at;
    return at == lengths.size();
}

constexpr long shapeless = 400;
constexpr long meagre = 1'000;  ///< A line of less than four characters.
constexpr long meagre_half_widths = 8;

long cost_of(const std::vector<long>& lengths) {
    const long longest = *std::max_element(lengths.begin(), lengths.end());
    long cost = has_shape(lengths) ? 0 : shapeless;
    for (const long length : lengths) {
        const long gap = longest - length;
        cost += gap * gap;
        if (length < meagre_half_widths) cost += meagre;
    }
    return cost;
}

/// Tries every way to put the pieces from `first` on into the lines that are left.
class Search {
public:
    Search(const std::vector<std::string>& pieces, std::size_t widest) : widest_(widest) {
        for (const std::string& piece : pieces) widths_.push_back(half_widths(piece));
    }

    Choice best(std::size_t lines) {
        best_ = {};
        lines_ = lines;
        place(0);
        return best_;
    }

private:
    void place(std::size_t first) {
        if (starts_.size() == lines_) {
            if (first != widths_.size()) return;
            const long cost = cost_of(lengths_);
            if (cost < best_.cost) best_ = {cost, starts_};
            return;
        }
        std::size_t length = 0;
        starts_.push_back(first);
        for (std::size_t next = first; next < widths_.size(); ++next) {
            length += widths_[next];
            if (length > widest_) break;
            lengths_.push_back(static_cast<long>(length));
            place(next + 1);
            lengths_.pop_back();
        }
        starts_.pop_back();
    }

    std::vector<std::size_t> widths_;
    std::size_t widest_;
    std::size_t lines_ = 0;
    std::vector<std::size_t> starts_;
    std::vector<long> lengths_;
    Choice best_;
};

/// Line after line as full as it gets, for titles too long to look for the best.
std::vector<std::size_t> filled(const std::vector<std::string>& pieces, std::size_t widest) {
    std::vector<std::size_t> starts{0};
    std::size_t length = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const std::size_t width = half_widths(pieces[i]);
        if (length + width > widest && length > 0) {
            starts.push_back(i);
            length = 0;
        }
        length += width;
    }
    return starts;
}

constexpr std::size_t searched_pieces_max = 24;
constexpr std::size_t searched_lines_max = 4;

}  // namespace

std::vector<std::string> title_lines(const std::vector<std::string>& pieces,
                                     std::size_t characters) {
    const std::size_t widest = 2 * characters;
    const std::vector<std::string> parts = whole_pieces(pieces, widest);
    if (parts.empty()) return {};
    std::vector<std::size_t> starts = filled(parts, widest);
    if (parts.size() <= searched_pieces_max && starts.size() <= searched_lines_max) {
        const Choice found = Search(parts, widest).best(starts.size());
        if (!found.starts.empty()) starts = found.starts;
    }
    std::vector<std::string> out;
    for (std::size_t line = 0; line < starts.size(); ++line) {
        const std::size_t end = line + 1 < starts.size() ? starts[line + 1] : parts.size();
        out.emplace_back();
        for (std::size_t i = starts[line]; i < end; ++i) out.back() += parts[i];
    }
    return out;
}

}  // namespace heng::paper
