#include "core/view/clause_reading.hpp"

#include "core/base/text.hpp"
#include "core/clause/clause_parser.hpp"
#include "core/view/scheme_print.hpp"

namespace heng::view {

namespace {

/// Counts UTF-16 units up to places in a text that come one after the other.
class Units {
public:
    explicit Units(std::string_view text) : text_(text) {}

    std::int64_t up_to(std::size_t offset) {
        if (offset < at_) *this = Units(text_);
        while (at_ < offset) {
            const CodePoint point = decode_utf8(text_, at_);
            at_ += point.length;
            units_ += point.value > 0xFFFF ? 2 : 1;
        }
        return units_;
    }

private:
    std::string_view text_;
    std::size_t at_ = 0;
    std::int64_t units_ = 0;
};

Object print_doubt(const clause::Doubt& doubt, std::size_t line, Units& units) {
    Object out{{"code", clause::name(doubt.kind)},
               {"message_zh", clause::sentence(doubt.kind, Language::zh)},
               {"message_en", clause::sentence(doubt.kind, Language::en)}};
    out.add("start", units.up_to(line + doubt.offset));
    out.add("end", units.up_to(line + doubt.offset + doubt.length));
    return out;
}

Object read_line(std::string_view line, std::size_t offset, Units& units) {
    const clause::Reading reading = clause::read_clause(line);
    Object out{{"number", reading.number}, {"text", line}};
    out.add("start", units.up_to(offset));
    List doubts;
    for (const clause::Doubt& one : reading.doubts)
        doubts.emplace_back(print_doubt(one, offset, units));
    out.add("end", units.up_to(offset + line.size()));
    out.add("assessors", print_texts(reading.assessors));
    List branches;
    for (const scheme::Branch& one : reading.branches) {
        Object branch = print_branch_terms(one);
        branch.add("text", one.text);
        branches.emplace_back(std::move(branch));
    }
    out.add("branches", std::move(branches));
    out.add("doubts", std::move(doubts));
    return out;
}

}  // namespace

Object read_clauses(std::string_view text) {
    Units units(text);
    List clauses;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        if (!is_blank(line)) clauses.emplace_back(read_line(line, begin, units));
        begin = end + 1;
    }
    return Object{{"clauses", std::move(clauses)}};
}

}  // namespace heng::view
