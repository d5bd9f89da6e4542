#include "shell/csv/result_printer.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace heng::csv {

namespace {

constexpr std::size_t number_bytes_max = 24;

bool needs_quotes(std::string_view field) {
    return std::any_of(field.begin(), field.end(),
                       [](char c) { return c == ',' || c == '"' || c == '\r' || c == '\n'; });
}

char* put(char* place, std::string_view text) {
    std::memcpy(place, text.data(), text.size());
    return place + text.size();
}

char* put_quoted(char* place, std::string_view field) {
    if (!needs_quotes(field)) [[likely]]
        return put(place, field);
    *place++ = '"';
    for (const char c : field) {
        if (c == '"') *place++ = '"';
        *place++ = c;
    }
    *place++ = '"';
    return place;
}

/// Every set of questions as their ids, joined by semicolons.
std::vector<std::string> question_lists() {
    const auto texts = grade::question_texts();
    std::vector<std::string> lists(std::size_t{1} << texts.size());
    for (std::size_t bits = 0; bits < lists.size(); ++bits) {
        for (const grade::QuestionText& text : texts) {
            if ((bits & grade::bit(text.question)) == 0) continue;
            lists[bits] += lists[bits].empty() ? "" : ";";
            lists[bits] += text.id;
        }
    }
    return lists;
}

}  // namespace

std::string quoted(std::string_view field) {
    std::string out(2 * field.size() + 2, '\0');
    out.resize(static_cast<std::size_t>(put_quoted(out.data(), field) - out.data()));
    return out;
}

ResultPrinter::ResultPrinter(const app::Year& year, std::span<const ResultColumn> columns)
    : year_(&year),
      columns_(columns),
      places_(year.rounding().places),
      has_name_(std::find(columns.begin(), columns.end(), ResultColumn::name) != columns.end()),
      questions_(question_lists()) {
    std::size_t longest_domain = 0;
    for (const scheme::Domain& domain : year.scheme().domains) {
        domains_.push_back(quoted(domain.id));
        longest_domain = std::max(longest_domain, domains_.back().size());
        const scheme::Table* const table = year.scheme().find_table(domain.id);
        points_.push_back(table == nullptr ? Decimal{} : round(table->points, year.rounding()));
    }
    for (std::size_t i = 0; i < grades_.size(); ++i) {
        grades_[i] = scheme::name(static_cast<scheme::Grade>(i));
    }
    fixed_bytes_max_ =
        columns.size() * (number_bytes_max + 1) + longest_domain + questions_.back().size();
}

std::size_t ResultPrinter::row_bytes_max(std::size_t unit) const {
    const std::size_t name = has_name_ ? year_->name(unit).value_or("").size() : 0;
    return fixed_bytes_max_ + 2 * (year_->id(unit).size() + name + 2);
}

std::string_view ResultPrinter::print(std::size_t first, std::size_t last) {
    std::size_t used = 0;
    for (std::size_t unit = first; unit < last; ++unit) {
        const std::size_t needed = used + row_bytes_max(unit);
        if (needed > buffer_.size()) buffer_.resize(2 * needed);
        used = static_cast<std::size_t>(print_row(buffer_.data() + used, unit) - buffer_.data());
    }
    return std::string_view(buffer_).substr(0, used);
}

char* ResultPrinter::print_row(char* place, std::size_t unit) const {
    const score::Published published = year_->published(unit);
    const grade::Outcome outcome = year_->outcome(unit);
    for (const ResultColumn column : columns_) {
        place = print_field(place, unit, column, published, outcome);
        *place++ = ',';
    }
    place[-1] = '\n';
    return place;
}

char* ResultPrinter::print_field(char* place, std::size_t unit, ResultColumn column,
                                 const score::Published& published,
                                 const grade::Outcome& outcome) const {
    const app::DomainIndex domain = year_->domain_index(unit);
    switch (column) {
        case ResultColumn::unit: return put_quoted(place, year_->id(unit));
        case ResultColumn::name: return put_quoted(place, year_->name(unit).value_or(""));
        case ResultColumn::domain: return put(place, domains_[domain]);
        case ResultColumn::indicator: return published.indicator.print(place, places_);
        case ResultColumn::lost:
            return (points_[domain] - published.indicator).print(place, places_);
        case ResultColumn::review: return published.review.print(place, places_);
        case ResultColumn::total: return published.total.print(place, places_);
        case ResultColumn::rank:
            return std::to_chars(place, place + number_bytes_max, outcome.rank).ptr;
        case ResultColumn::grade:
            return put(place, grades_[static_cast<std::size_t>(outcome.grade)]);
        case ResultColumn::needs_decision: return put(place, questions_[outcome.questions]);
    }
    return place;
}

}  // namespace heng::csv
