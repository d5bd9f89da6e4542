#include "core/cycle/indicators.hpp"

#include "core/cycle/calendar.hpp"

#include <array>

namespace heng::cycle {

namespace {

constexpr std::array<std::string_view, 5> draft_stages{"carried", "consolidated", "consented",
                                                       "returned", "issued"};
constexpr std::array<std::string_view, 3> change_stages{"requested", "refused", "granted"};

}  // namespace

std::string_view name(DraftStage stage) {
    return draft_stages[static_cast<std::size_t>(stage)];
}

std::string_view name(ChangeStage stage) {
    return change_stages[static_cast<std::size_t>(stage)];
}

bool Draft::operator==(const Draft& other) const {
    const bool same_files =
        files == other.files || (files && other.files && *files == *other.files);
    return id == other.id && same_files && stage == other.stage && note == other.note;
}

const Edition* Indicators::edition_on(Date day) const {
    const Edition* found = nullptr;
    for (const Edition& edition : editions)
        if (edition.from <= day) found = &edition;
    return found;
}

const Draft* Indicators::find_draft(DraftId id) const {
    const auto found = drafts.find(id);
    return found == drafts.end() ? nullptr : &found->second;
}

const Draft* Indicators::current_draft() const {
    return drafts.empty() ? nullptr : &drafts.rbegin()->second;
}

std::optional<Date> issue_due(const scheme::Scheme& scheme, int year) {
    const Date first_day{std::chrono::year(year), std::chrono::January, std::chrono::day(1)};
    return due(scheme, "indicators_issued", first_day);
}

}  // namespace heng::cycle
