#include "app/rulebooks.hpp"

#include "app/check_scheme.hpp"
#include "core/scheme/check.hpp"

#include <algorithm>

namespace heng::app {

namespace {

ReadRulebook make_rulebook(const ReadSchemeFiles& read, const ledger::Object& files,
                           Issues (*check)(const scheme::Scheme&)) {
    auto scheme = read(files);
    if (!scheme) return tl::unexpected(std::move(scheme.error()));
    Issues issues = check(*scheme);
    std::erase_if(issues, [](const Error& issue) { return severity(issue) != Severity::error; });
    if (!issues.empty()) return tl::unexpected(std::move(issues));
    return std::make_shared<const cycle::Rulebook>(std::move(*scheme));
}

}  // namespace

ReadRulebook read_candidate(const ReadSchemeFiles& read, const ledger::Object& files) {
    return make_rulebook(read, files, check_scheme);
}

ReadRulebook read_rulebook(const ReadSchemeFiles& read, const ledger::Object& files) {
    return make_rulebook(read, files, scheme::check_structure);
}

Checked<void> add_missing(cycle::Rulebooks& rulebooks, const cycle::State& state,
                          const ReadSchemeFiles& read, const cycle::Rulebooks& others) {
    for (const auto& [year, cycle] : state.cycles) {
        for (const auto& [id, draft] : cycle.indicators.drafts) {
            if (!draft.files || rulebooks.contains(id)) continue;
            if (const auto known = others.find(id); known != others.end()) {
                rulebooks.insert(*known);
                continue;
            }
            auto rulebook = read_rulebook(read, *draft.files);
            if (!rulebook) return tl::unexpected(std::move(rulebook.error()));
            rulebooks.emplace(id, std::move(*rulebook));
        }
    }
    return {};
}

}  // namespace heng::app
