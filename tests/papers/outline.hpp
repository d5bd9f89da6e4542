#pragma once
/// @file
/// A paper as text that people can compare: every element by name, then body and annexes.
#include "core/base/text.hpp"
#include "core/paper/paper.hpp"

#include <string>

namespace heng::paper {

inline std::string outline_of(const std::vector<Block>& blocks) {
    std::string out;
    for (const Block& block : blocks) {
        if (const auto* const heading = std::get_if<report::Heading>(&block))
            out += std::string(static_cast<std::size_t>(heading->level), '#') + " " +
                   heading->text + "\n";
        if (const auto* const one = std::get_if<report::Paragraph>(&block)) out += one->text + "\n";
        if (const auto* const note = std::get_if<report::Note>(&block))
            out += "> " + note->text + "\n";
        if (const auto* const table = std::get_if<Table>(&block)) {
            for (std::size_t i = 0; i < table->content.columns.size(); ++i)
                out += "| " + table->content.columns[i].title + ":" +
                       std::to_string(table->widths[i]) + " ";
            out += "| merged " + std::to_string(table->merged);
            if (table->merged_last > 0)
                out += " and the last " + std::to_string(table->merged_last);
            out += '\n';
            for (const auto& row : table->content.rows) out += "| " + join(row, " | ") + " |\n";
        }
    }
    return out;
}

inline std::string outline_of(const Paper& paper) {
    std::string out;
    const auto say = [&out](const char* what, const std::string& text) {
        if (!text.empty()) out += std::string(what) + ": " + text + "\n";
    };
    say("kind", paper.kind);
    say("文种", paper.type);
    say("类别", paper.tag);
    say("form", std::string(name(paper.form)));
    say("direction", std::string(name(paper.direction)));
    say("发文机关标志", paper.mark);
    say("发文字号", paper.number);
    if (paper.signer) out += "签发人: " + *paper.signer + "\n";
    say("题名", join(paper.title, "/"));
    say("主送", join(paper.to, "，"));
    out += "\n" + outline_of(paper.body) + "\n";
    for (const Annex& annex : paper.annexes)
        out += std::string("附件") + (annex.is_landscape ? "（横排）" : "") + ": " + annex.title +
               "\n" + outline_of(annex.blocks) + "\n";
    say("署名", paper.signature);
    if (paper.dated) say("成文日期", print_day(*paper.dated));
    say("抄送", join(paper.copies, "，"));
    say("印发机关", paper.printed_by);
    if (paper.printed_on) say("印发日期", print_day(*paper.printed_on));
    say("保管期限", std::string(name(paper.retention)));
    return out;
}

}  // namespace heng::paper
