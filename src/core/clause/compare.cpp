#include "core/clause/compare.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <utility>

namespace heng::clause {

namespace {

using scheme::Branch;

constexpr std::string_view nothing = "—";

std::string shown(const std::optional<Decimal>& value) {
    return value ? value->text() : std::string(nothing);
}

std::string shown(const std::optional<std::string>& value) {
    return value.value_or(std::string(nothing));
}

std::string shown(const std::optional<scheme::Target>& target) {
    if (!target) return std::string(nothing);
    return std::string(name(target->op)) + target->value.text() + target->unit;
}

std::string shown(const std::optional<scheme::Cap>& cap) {
    if (!cap) return std::string(nothing);
    return cap->whole_task ? "task" : cap->points.text();
}

std::string shown(const std::vector<std::string>& texts) {
    return texts.empty() ? std::string(nothing) : join(texts, "、");
}

/// Every field that counts, by name.
std::vector<std::pair<std::string_view, std::string>> fields(const Branch& branch) {
    return {{"effect", std::string(name(branch.effect))},
            {"basis", std::string(name(branch.basis))},
            {"points", shown(branch.points)},
            {"points_max", shown(branch.points_max)},
            {"percent_of_task", shown(branch.percent_of_task)},
            {"per", shown(branch.per)},
            {"step", shown(branch.step)},
            {"target", shown(branch.target)},
            {"reference", shown(branch.reference)},
            {"level", shown(branch.level)},
            {"cap", shown(branch.cap)},
            {"cap_shared", branch.cap_shared ? "true" : "false"},
            {"items", shown(branch.items)},
            {"subjects", shown(branch.subjects)},
            {"deadline", shown(branch.deadline)},
            {"partial", std::string(name(branch.partial))}};
}

void compare(const std::string& label, const Branch& written, const Branch& read,
             std::vector<Difference>& out) {
    if (same_reading(written, read)) return;
    const auto left = fields(written);
    const auto right = fields(read);
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (left[i].second == right[i].second) continue;
        out.push_back({label, std::string(left[i].first), left[i].second, right[i].second});
    }
}

}  // namespace

std::vector<Difference> differences(const std::vector<Branch>& written, const Reading& read) {
    std::vector<Difference> out;
    const std::size_t size = std::max(written.size(), read.branches.size());
    for (std::size_t i = 0; i < size; ++i) {
        const bool both = i < written.size() && i < read.branches.size();
        const bool named = i < written.size() && !written[i].id.empty();
        const std::string label = named ? written[i].id : std::to_string(i + 1);
        if (both) {
            compare(label, written[i], read.branches[i], out);
        } else if (i < written.size()) {
            out.push_back({label, "branch", written[i].text, std::string(nothing)});
        } else {
            out.push_back({label, "branch", std::string(nothing), read.branches[i].text});
        }
    }
    return out;
}

}  // namespace heng::clause
