#include "shell/csv/flaws.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <utility>

namespace heng::csv {

namespace {

/// A row's flaws are not noted in the order of its columns, so some more are kept than will be
/// listed.
constexpr std::size_t kept_max = app::listed_issues_max + 16;

}  // namespace

void Flaws::add(Flaw flaw) {
    ++count_;
    if (first_.size() < kept_max) first_.push_back(std::move(flaw));
}

void Flaws::add(const Flaws& others) {
    count_ += others.count_;
    first_.insert(first_.end(), others.first_.begin(), others.first_.end());
    sort();
    if (first_.size() > kept_max) first_.resize(kept_max);
}

void Flaws::sort() {
    std::stable_sort(first_.begin(), first_.end(),
                     [](const Flaw& a, const Flaw& b) { return a.offset < b.offset; });
}

void Flaws::report(const std::string& file, std::string_view text, app::Rejection& rejection) && {
    sort();
    rejection.count += count_;
    LineCounter lines(text);
    for (Flaw& flaw : first_) {
        if (rejection.issues.size() == app::listed_issues_max) return;
        const std::size_t line = lines.line(flaw.offset);
        Place place{file, line, lines.column(flaw.offset), std::move(flaw.column)};
        rejection.issues.push_back({flaw.code, std::move(place), std::move(flaw.args)});
    }
}

std::string excerpt(std::string_view field) {
    constexpr std::size_t code_points_max = 60;
    std::string out;
    std::size_t at = 0;
    for (std::size_t i = 0; i < code_points_max && at < field.size(); ++i) {
        const CodePoint next = decode_utf8(field, at);
        append_utf8(out, next.value);
        at += next.length;
    }
    return at < field.size() ? out + "…" : out;
}

LineCounter::LineCounter(std::string_view text) : text_(text) {
    if (text.starts_with(byte_order_mark)) line_begin_ = byte_order_mark.size();
}

std::size_t LineCounter::line(std::size_t offset) {
    while (true) {
        const std::size_t newline = text_.substr(0, offset).find('\n', at_);
        if (newline == std::string_view::npos) break;
        ++line_;
        at_ = line_begin_ = newline + 1;
    }
    return line_;
}

std::size_t LineCounter::column(std::size_t offset) {
    line(offset);
    return count_code_points(text_.substr(line_begin_, offset - line_begin_)) + 1;
}

}  // namespace heng::csv
