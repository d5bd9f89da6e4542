#include "core/cycle/indicators.hpp"

namespace heng::cycle {

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

}  // namespace heng::cycle
