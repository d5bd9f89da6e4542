#include "core/cycle/grading.hpp"

#include "core/base/invariant.hpp"
#include "core/cycle/named.hpp"

#include <algorithm>

namespace heng::cycle {

namespace {

constexpr std::array<std::string_view, 4> cause_words{"publication", "recheck", "appeal",
                                                      "misconduct"};

bool stands_otherwise(const ResultRow& a, const ResultRow& b) {
    return a.published.total != b.published.total || a.rank != b.rank || a.grade != b.grade;
}

}  // namespace

std::string_view name(VersionCause cause) {
    return word_for(cause_words, cause);
}

const ResultRow* ResultVersion::find(std::string_view unit) const {
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [unit](const ResultRow& row) { return row.unit == unit; });
    return found == rows.end() ? nullptr : &*found;
}

std::vector<Moved> moved_between(const ResultVersion& before, const ResultVersion& after) {
    std::vector<Moved> out;
    for (const ResultRow& is : after.rows) {
        const ResultRow* const was = before.find(is.unit);
        INVARIANT(was != nullptr, "versions of one result have the same units");
        if (stands_otherwise(*was, is)) out.push_back({*was, is});
    }
    return out;
}

const Deliberation* Grading::find(DeliberationId id) const {
    const auto found = std::find_if(deliberations.begin(), deliberations.end(),
                                    [id](const Deliberation& one) { return one.id == id; });
    return found == deliberations.end() ? nullptr : &*found;
}

const Deliberation* Grading::about(std::string_view unit) const {
    const auto found = std::find_if(
        deliberations.begin(), deliberations.end(),
        [unit](const Deliberation& one) { return one.settled.unit == unit && !one.withdrawn; });
    return found == deliberations.end() ? nullptr : &*found;
}

std::vector<Settlement> Grading::settled() const {
    std::vector<Settlement> out;
    for (const Deliberation& one : deliberations)
        if (!one.withdrawn) out.push_back(one.settled);
    return out;
}

void Grading::settle(Deliberation deliberation) {
    set_aside(deliberation.settled.unit, deliberation.settled.reason);
    deliberations.push_back(std::move(deliberation));
}

void Grading::set_aside(std::string_view unit, const std::string& reason) {
    for (Deliberation& one : deliberations)
        if (one.settled.unit == unit && !one.withdrawn) one.withdrawn = reason;
}

const ResultVersion* Grading::last_move_of(std::string_view unit) const {
    if (versions.empty() || versions.front().find(unit) == nullptr) return nullptr;
    for (std::size_t i = versions.size() - 1; i > 0; --i)
        if (stands_otherwise(*versions[i - 1].find(unit), *versions[i].find(unit)))
            return &versions[i];
    return &versions.front();
}

}  // namespace heng::cycle
