#include "core/scheme/check_parts.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <utility>

namespace heng::scheme {

namespace {

/// The end of a sentence or of a part that stands on its own.
constexpr auto sentence_ends = std::to_array<std::string_view>({";", "；", "。", "\n"});

/// Where the sentence begins that reaches up to the end of `words`.
std::size_t sentence_begin(std::string_view words) {
    std::size_t begin = 0;
    for (const std::string_view mark : sentence_ends) {
        std::string_view rest = words;
        if (rest.ends_with(mark)) rest.remove_suffix(mark.size());
        const std::size_t found = rest.rfind(mark);
        if (found != std::string_view::npos) begin = std::max(begin, found + mark.size());
    }
    return begin;
}

}  // namespace

std::string designation(const Task& task, const Clause& clause) {
    return task.no + clause.no;
}

std::string designation(const Task& task, const Clause& clause, const Branch& branch) {
    return designation(task, clause) + ' ' + branch.id;
}

Place place_at(const SourceLine& at, std::string item) {
    return {at.file, at.line, 0, std::move(item)};
}

void append(Issues& issues, Issues more) {
    issues.insert(issues.end(), std::make_move_iterator(more.begin()),
                  std::make_move_iterator(more.end()));
}

Issues Ids::add(const std::string& id, const Place& place) {
    const auto [first, added] = first_.emplace(id, place);
    if (added) return {};
    return {{Code::id_duplicate, place, {id, print(first->second)}}};
}

Decimal Tally::total() const {
    constexpr Int128 largest = std::numeric_limits<std::int64_t>::max();
    return Decimal::of_units(static_cast<std::int64_t>(std::clamp(units_, -largest, largest)));
}

std::vector<Reading> readings(const Clause& clause) {
    const std::string_view text = clause.text;
    std::vector<Reading> result;
    std::size_t done = 0;
    for (const Branch& branch : clause.branches) {
        std::size_t at = text.find(branch.text, done);
        if (at == std::string_view::npos) at = text.find(branch.text);
        if (branch.text.empty() || at == std::string_view::npos) {
            const std::string_view words = branch.text.empty() ? text : branch.text;
            result.push_back({&branch, words, words, words});
            continue;
        }
        const std::string_view all = text.substr(0, at + branch.text.size());
        result.push_back(
            {&branch, all.substr(std::min(at, done)), all.substr(sentence_begin(all)), all});
        done = std::max(done, all.size());
    }
    return result;
}

}  // namespace heng::scheme
