#include "core/report/markdown.hpp"

namespace heng::report {

namespace {

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '|' || c == '*' || c == '<') out += '\\';
        out += c;
    }
    return out;
}

std::string row(const std::vector<std::string>& cells) {
    std::string out = "|";
    for (const std::string& cell : cells) out += ' ' + escaped(cell) + " |";
    return out + '\n';
}

std::string print(const Heading& heading) {
    return std::string(static_cast<std::size_t>(heading.level), '#') + ' ' + escaped(heading.text) +
           '\n';
}

std::string print(const Paragraph& paragraph) {
    return escaped(paragraph.text) + '\n';
}

std::string print(const Note& note) {
    return "> " + escaped(note.text) + '\n';
}

std::string print(const Table& table) {
    std::string out = table.caption.empty() ? std::string() : escaped(table.caption) + "\n\n";
    std::vector<std::string> titles;
    std::string rule = "|";
    for (const Column& column : table.columns) {
        titles.push_back(column.title);
        rule += column.align == Align::end ? " ---: |" : " --- |";
    }
    out += row(titles) + rule + '\n';
    for (const auto& cells : table.rows) out += row(cells);
    return out;
}

}  // namespace

std::string print_markdown(const Document& document) {
    std::string out;
    for (const Block& block : document.blocks) {
        if (!out.empty()) out += '\n';
        out += std::visit([](const auto& one) { return print(one); }, block);
    }
    return out;
}

}  // namespace heng::report
