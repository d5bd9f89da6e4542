#include "shell/office/auto_numbers.hpp"

#include "core/base/text.hpp"
#include "core/intake/chars.hpp"
#include "shell/office/markup.hpp"

#include <algorithm>
#include <charconv>

namespace heng::office {

namespace {

int whole(std::string_view text, int otherwise) {
    int value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::string printed(int number, std::string_view format) {
    const bool is_chinese = format.starts_with("chinese") || format.starts_with("japanese") ||
                            format.starts_with("ideograph") || format.starts_with("taiwanese");
    if (is_chinese && number >= 1 && number <= 99)
        return intake::text_of(intake::chinese_numeral(number));
    if (format.starts_with("decimalEnclosedCircle") && number >= 1 && number <= 20) {
        std::string out;
        append_utf8(out, U'①' + static_cast<char32_t>(number - 1));
        return out;
    }
    return std::to_string(number);
}

}  // namespace

AutoNumbers::AutoNumbers(const pugi::xml_node& numbering) {
    for (const pugi::xml_node& node : numbering.children()) {
        if (local_name(node) == "num") {
            abstract_of_[std::string(attribute(node, "numId"))] =
                attribute(child(node, "abstractNumId"), "val");
            continue;
        }
        if (local_name(node) != "abstractNum") continue;
        Levels& own = abstract_[std::string(attribute(node, "abstractNumId"))];
        for (const pugi::xml_node& level : node.children()) {
            const auto index = static_cast<std::size_t>(whole(attribute(level, "ilvl"), -1));
            if (local_name(level) != "lvl" || index >= levels) continue;
            own[index].format = attribute(child(level, "numFmt"), "val");
            own[index].text = attribute(child(level, "lvlText"), "val");
            own[index].start = whole(attribute(child(level, "start"), "val"), 1);
        }
    }
}

std::string AutoNumbers::next(const pugi::xml_node& paragraph_properties) {
    const pugi::xml_node stated = child(paragraph_properties, "numPr");
    if (!stated) return {};
    const auto id = abstract_of_.find(std::string(attribute(child(stated, "numId"), "val")));
    if (id == abstract_of_.end()) return {};
    const auto found = abstract_.find(id->second);
    const auto level = static_cast<std::size_t>(whole(attribute(child(stated, "ilvl"), "val"), 0));
    if (found == abstract_.end() || level >= levels) return {};
    const Levels& own = found->second;
    if (own[level].format == "bullet" || own[level].format == "none") return {};
    auto& counters = counters_[id->second];
    counters[level] =
        counters[level] == 0 ? own[level].start : std::min(counters[level] + 1, 1'000'000);
    std::fill(counters.begin() + static_cast<std::ptrdiff_t>(level) + 1, counters.end(), 0);
    std::string out;
    const std::string& text = own[level].text;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_place =
            text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
        if (!is_place) {
            out += text[i];
            continue;
        }
        const auto which = static_cast<std::size_t>(text[++i] - '1');
        out +=
            printed(counters[which] == 0 ? own[which].start : counters[which], own[which].format);
    }
    return out;
}

}  // namespace heng::office
