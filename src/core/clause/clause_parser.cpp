#include "core/clause/clause_parser.hpp"

#include "core/base/text.hpp"
#include "core/clause/draft_reader.hpp"
#include "core/clause/envelope.hpp"
#include "core/clause/glyphs.hpp"

#include <algorithm>

namespace heng::clause {

namespace {

/// The words of the draft without the signs and the numbering that part it from the one before.
std::string phrase_text(const Words& words, const Draft& draft) {
    std::uint32_t begin = draft.begin;
    const auto before = [](const Token& token, std::uint32_t at) { return token.begin < at; };
    auto token = std::lower_bound(words.tokens.begin(), words.tokens.end(), begin, before);
    for (; token != words.tokens.end() && token->begin == begin && token->end <= draft.end;
         ++token) {
        const Role role = token->role;
        const bool parts = role == Role::comma || role == Role::stop || role == Role::pause ||
                           role == Role::colon || role == Role::close || role == Role::numbering;
        if (!parts) break;
        begin = token->end;
    }
    return words.glyphs->quote(begin, draft.end);
}

void add_text_doubt(std::string_view text, Reading& out) {
    const auto at = find_invalid_utf8(text);
    if (at) out.doubts.push_back({*at, 1, DoubtKind::not_text, "\uFFFD"});
}

}  // namespace

Reading read_clause(std::string_view text) {
    Reading out;
    const Glyphs glyphs = normalise(text);
    Envelope envelope = open_envelope(glyphs);
    const Words words = lex(glyphs, envelope.begin, envelope.end);
    const Layout layout = lay_out(words, envelope.begin, envelope.end);
    DraftSet set = read_drafts(layout, static_cast<std::uint32_t>(envelope.begin));
    out.number = std::move(envelope.number);
    out.assessors = std::move(envelope.assessors);
    out.doubts = std::move(set.doubts);
    if (!glyphs.is_valid) add_text_doubt(text, out);
    std::stable_sort(out.doubts.begin(), out.doubts.end(),
                     [](const Doubt& a, const Doubt& b) { return a.offset < b.offset; });
    out.branches.reserve(set.drafts.size());
    for (Draft& draft : set.drafts) {
        draft.branch.text = phrase_text(words, draft);
        out.branches.push_back(std::move(draft.branch));
    }
    return out;
}

}  // namespace heng::clause
