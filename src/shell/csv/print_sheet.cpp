#include "shell/csv/print_sheet.hpp"

#include "shell/csv/flaws.hpp"

#include <algorithm>

namespace heng::csv {

namespace {

constexpr std::string_view dangerous = "=+-@\t\r\n";

bool would_be_formula(std::string_view text) {
    const std::size_t at = text.find_first_not_of('\'');
    return at != text.npos && dangerous.find(text[at]) != dangerous.npos;
}

std::string text_of(const report::CellValue& value) {
    if (const auto* const text = std::get_if<std::string>(&value)) return guarded(*text);
    if (const auto* const number = std::get_if<Decimal>(&value)) return number->text();
    if (const auto* const day = std::get_if<ledger::Date>(&value)) return ledger::print_date(*day);
    if (const auto* const formula = std::get_if<report::Formula>(&value)) {
        if (const auto* const given = std::get_if<std::string>(&formula->value))
            return guarded(*given);
        return std::get<Decimal>(formula->value).text();
    }
    return {};
}

void append_cell(std::string& out, const std::string& text) {
    if (text.find_first_of(",\"\r\n") == text.npos) {
        out += text;
        return;
    }
    out += '"';
    for (const char c : text) {
        out += c;
        if (c == '"') out += c;
    }
    out += '"';
}

}  // namespace

std::string guarded(std::string_view text) {
    return would_be_formula(text) ? '\'' + std::string(text) : std::string(text);
}

std::string_view unguarded(std::string_view text) {
    return text.starts_with('\'') && would_be_formula(text) ? text.substr(1) : text;
}

std::string print_sheet(const report::BookSheet& sheet) {
    std::size_t columns = 0;
    for (const auto& row : sheet.rows) columns = std::max(columns, row.size());
    std::string out(byte_order_mark);
    for (const auto& row : sheet.rows) {
        for (std::size_t i = 0; i < columns; ++i) {
            if (i > 0) out += ',';
            if (i < row.size()) append_cell(out, text_of(row[i].value));
        }
        out += "\r\n";
    }
    return out;
}

}  // namespace heng::csv
