#include "core/paper/paper.hpp"

#include "core/base/invariant.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace heng::paper {

namespace {

constexpr std::array<std::string_view, 10> digits{"〇", "一", "二", "三", "四",
                                                  "五", "六", "七", "八", "九"};

void add_blocks(report::Document& out, const std::vector<Block>& blocks) {
    for (const Block& block : blocks)
        std::visit(
            [&out](const auto& one) {
                if constexpr (std::is_same_v<std::decay_t<decltype(one)>, Table>)
                    out.blocks.emplace_back(one.content);
                else
                    out.blocks.emplace_back(one);
            },
            block);
}

}  // namespace

std::string_view name(Form form) {
    constexpr std::array<std::string_view, 4> names{"document", "letter", "minutes", "plain"};
    return names[static_cast<std::size_t>(form)];
}

std::string_view name(Direction direction) {
    constexpr std::array<std::string_view, 4> names{"down", "level", "up", "internal"};
    return names[static_cast<std::size_t>(direction)];
}

std::string_view name(Retention retention) {
    constexpr std::array<std::string_view, 3> names{"永久", "30年", "10年"};
    return names[static_cast<std::size_t>(retention)];
}

std::string title_of(const Paper& paper) {
    return join(paper.title, "");
}

report::Document document_of(const Paper& paper) {
    report::Document out;
    out.blocks.emplace_back(report::Heading{1, title_of(paper)});
    if (!paper.number.empty()) out.blocks.emplace_back(report::Paragraph{paper.number});
    add_blocks(out, paper.body);
    for (const Annex& annex : paper.annexes) {
        out.blocks.emplace_back(report::Heading{1, annex.title});
        add_blocks(out, annex.blocks);
    }
    return out;
}

std::string print_day(Date day) {
    return std::to_string(static_cast<int>(day.year())) + "年" +
           std::to_string(static_cast<unsigned>(day.month())) + "月" +
           std::to_string(static_cast<unsigned>(day.day())) + "日";
}

std::string print_article(std::string_view cites) {
    int number = 0;
    std::size_t at = 1;
    while (at < cites.size() && at < 3 && cites[at] >= '0' && cites[at] <= '9')
        number = number * 10 + (cites[at++] - '0');
    const bool is_article =
        cites.starts_with('A') && number > 0 && (at == cites.size() || cites[at] == '.');
    return is_article ? "第" + chinese_number(number) + "条" : std::string(cites);
}

std::string chinese_number(int number) {
    INVARIANT(number > 0 && number < 100, "one or two digits");
    const auto tens = static_cast<std::size_t>(number / 10);
    const auto ones = static_cast<std::size_t>(number % 10);
    std::string out;
    if (tens > 1) out += digits[tens];
    if (tens > 0) out += "十";
    if (ones > 0) out += digits[ones];
    return out;
}

std::size_t half_widths(std::string_view text) {
    std::size_t out = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_utf8(text, at);
        at += point.length;
        out += point.value < 0x2000 ? 1 : 2;
    }
    return out;
}

}  // namespace heng::paper
