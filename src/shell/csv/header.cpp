#include "shell/csv/header.hpp"

#include "core/base/text.hpp"

namespace heng::csv {

Header::Header(std::string_view text, std::span<const Column> columns, Flaws& flaws)
    : fields_of_(columns.size(), absent) {
    const std::size_t begin = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    if (begin == text.size()) {
        flaws.add({begin, Code::csv_empty, {}, {}});
        return;
    }
    RowReader reader(text);
    const Row& row = reader.read(begin);
    rows_begin_ = row.next;
    fields_ = row.fields.size();
    if (row.open_quote) {
        flaws.add({*row.open_quote, Code::csv_quote_open, {}, {}});
        return;
    }
    if (const auto invalid = find_invalid_utf8(text.substr(begin, row.next - begin))) {
        flaws.add({begin + *invalid, Code::text_not_utf8, {}, {}});
        return;
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        for (std::size_t field = 0; field < fields_; ++field) {
            if (row.fields[field].text != columns[i].name) continue;
            const std::string name(columns[i].name);
            if (fields_of_[i] == absent) {
                fields_of_[i] = field;
            } else {
                flaws.add({row.fields[field].offset, Code::csv_header_duplicate, name, {name}});
            }
        }
        if (columns[i].is_required && fields_of_[i] == absent) {
            flaws.add({begin, Code::csv_header_missing, {}, {std::string(columns[i].name)}});
        }
    }
}

}  // namespace heng::csv
