#include "core/report/finding_words.hpp"

#include "core/report/document.hpp"
#include "core/report/words.hpp"

namespace heng::report {

std::string value_words(const scheme::Scheme& scheme, const scheme::Branch& branch, Decimal value,
                        Language language) {
    const Words words(language);
    const std::string number = value.text();
    switch (scheme::value_meaning(scheme, branch)) {
        case scheme::ValueMeaning::points: return number + words("分", " points");
        case scheme::ValueMeaning::level: return std::string(not_applicable);
        case scheme::ValueMeaning::measured:
            if (branch.target && !branch.target->unit.empty()) return number + branch.target->unit;
            [[fallthrough]];
        default: return number + branch.per.value_or("");
    }
}

}  // namespace heng::report
