#include "core/intake/thread.hpp"

#include "core/intake/chars.hpp"
#include "core/intake/headings.hpp"

namespace heng::intake {

namespace {

constexpr std::u32string_view openers = U"《“‘([【〔";
constexpr std::u32string_view closers = U"》”’)]】〕";

}  // namespace

Attached attach(const Thread& before, std::u32string_view line) {
    Attached out{before, 0};
    Thread& thread = out.thread;
    for (const char32_t c : line) {
        const char32_t mark = c == U'【' || c == U'】' ? c : plain(c);
        const std::size_t opener = openers.find(mark);
        if (opener != openers.npos) {
            if (thread.depth < thread.open.size()) thread.open[thread.depth++] = closers[opener];
        } else if (closers.find(mark) != closers.npos) {
            if (thread.depth > 0 && thread.open[thread.depth - 1u] == mark)
                --thread.depth;
            else
                ++out.misfits;
        }
        thread.last = {thread.last[1], c};
    }
    thread.has_begun = true;
    thread.has_ended = ends_sentence(line) || line.ends_with(U'】');
    thread.has_amount = thread.has_amount || before.last[1] == U'扣' || states_amount(line);
    thread.width = width_of(line);
    return out;
}

int cost_of_leaving(const Thread& thread, bool is_clause) {
    if (!thread.has_begun) return 0;
    int cost = thread.depth > 0 ? 15 : 0;
    const char32_t last = plain(thread.last[1]);
    if (!thread.has_ended) cost += last == U';' ? 4 : is_clause && last == U'分' ? 8 : 30;
    if (is_clause && !thread.has_amount) cost += 10;
    return cost;
}

}  // namespace heng::intake
