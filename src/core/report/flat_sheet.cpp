#include "core/report/flat_sheet.hpp"

#include "core/base/text.hpp"

#include <algorithm>

namespace heng::report {

namespace {

constexpr Look heading{Paint::heading, Across::centre, -1};

std::string worded(const std::string& id, std::span<const Term> terms, Language language) {
    for (const Term& term : terms)
        if (term.id == id) return std::string(language == Language::zh ? term.zh : term.en);
    return id;
}

std::string text_of(const ledger::Value& value, const FlatColumn& column, Language language) {
    if (const auto* const text = value.text()) return worded(*text, column.terms, language);
    if (const auto* const number = value.number()) return std::to_string(*number);
    if (const auto* const flag = value.flag())
        return *flag ? (language == Language::zh ? "是" : "yes") : "";
    std::vector<std::string> parts;
    if (const auto* const list = value.list())
        for (const ledger::Value& one : *list) parts.push_back(text_of(one, column, language));
    return join(parts, "、");
}

CellValue cell_of(const ledger::Value* value, const FlatColumn& column, Language language) {
    if (value == nullptr || value->is_null()) return {};
    std::string text = text_of(*value, column, language);
    if (column.holds == Holds::number)
        if (const auto number = Decimal::parse(text)) return *number;
    if (column.holds == Holds::date)
        if (const auto day = ledger::parse_date(text)) return *day;
    return text;
}

}  // namespace

BookSheet flat_sheet(std::string name, std::string head, std::span<const FlatColumn> columns,
                     const ledger::List& rows, Language language) {
    BookSheet sheet;
    sheet.name = std::move(name);
    sheet.head = std::move(head);
    for (std::uint16_t i = 0; i < column_count(columns); ++i) {
        sheet.widths.push_back(columns[i].width);
        sheet.put(0, i, std::string(language == Language::zh ? columns[i].zh : columns[i].en),
                  heading);
    }
    std::uint32_t row = 1;
    for (const ledger::Value& one : rows) {
        for (std::uint16_t i = 0; i < column_count(columns); ++i) {
            const Across across = columns[i].holds == Holds::number ? Across::right
                                  : columns[i].holds == Holds::date ? Across::centre
                                                                    : Across::left;
            sheet.put(row, i, cell_of(one.object()->find(columns[i].key), columns[i], language),
                      {Paint::step, across, -1});
        }
        ++row;
    }
    sheet.frozen_rows = 1;
    sheet.can_filter = !rows.empty();
    sheet.page = {true, 0, 1, 0};
    fit_heights(sheet, 0);
    return sheet;
}

}  // namespace heng::report
