#include "shell/csv/row_reader.hpp"

#include <algorithm>

namespace heng::csv {

const Row& RowReader::read(std::size_t begin) {
    row_.begin = begin;
    row_.fields.clear();
    row_.open_quote.reset();
    unquoted_.clear();
    std::size_t at = begin;
    while (true) {
        const bool is_quoted = at < table_.size() && table_[at] == '"';
        at = is_quoted ? read_quoted(at) : read_plain(at);
        if (is_row_end(at)) break;
        ++at;  // The comma.
    }
    const std::size_t newline = table_.find('\n', at);
    row_.next = newline == std::string_view::npos ? table_.size() : newline + 1;
    return row_;
}

bool RowReader::is_row_end(std::size_t at) const {
    return at >= table_.size() || table_[at] != ',';
}

std::size_t RowReader::read_plain(std::size_t at) {
    const std::size_t end = std::min(table_.find_first_of(",\n", at), table_.size());
    const bool has_return = end > at && table_[end - 1] == '\r' && is_row_end(end);
    row_.fields.push_back({table_.substr(at, end - at - (has_return ? 1 : 0)), at});
    return end;
}

std::size_t RowReader::read_quoted(std::size_t at) {
    std::string* unquoted = nullptr;
    std::size_t begin = at + 1;
    for (std::size_t from = begin;;) {
        const std::size_t quote = table_.find('"', from);
        if (quote == std::string_view::npos) {
            row_.open_quote = at;
            return table_.size();
        }
        const bool is_doubled = quote + 1 < table_.size() && table_[quote + 1] == '"';
        if (is_doubled) {
            if (unquoted == nullptr) unquoted = &unquoted_.emplace_back();
            unquoted->append(table_, begin, quote + 1 - begin);
            begin = from = quote + 2;
            continue;
        }
        std::string_view text = table_.substr(begin, quote - begin);
        if (unquoted != nullptr) text = unquoted->append(text);
        row_.fields.push_back({text, at});
        std::size_t end = quote + 1;
        if (end < table_.size() && table_[end] == '\r') ++end;
        const bool is_closed =
            end >= table_.size() || table_[end] == '\n' || (table_[end] == ',' && end == quote + 1);
        if (is_closed) return end;
        row_.open_quote = at;
        return std::min(table_.find('\n', end), table_.size());
    }
}

}  // namespace heng::csv
