#include "shell/csv/field_cutter.hpp"

namespace heng::csv {

FieldCutter::FieldCutter(std::string_view table, std::size_t fields)
    : table_(table), fields_(fields), reader_(table) {
    const bool is_cuttable = fields >= 2 && fields <= PlainRow::fields_max;
    if (is_cuttable && table.size() > PlainRow::readable_bytes) {
        plain_end_ = table.size() - PlainRow::readable_bytes;
    }
}

bool FieldCutter::cut_plain(const char* row) {
    if (!plain_.cut(row, fields_)) return false;
    bool is_quoted = false;
    for (std::size_t i = 0; i < fields_; ++i) is_quoted |= plain_.is_quoted(i);
    return !is_quoted;
}

std::size_t FieldCutter::cut(std::size_t at) {
    begin_ = at;
    is_plain_ = at < plain_end_ && cut_plain(table_.data() + at);
    if (is_plain_) return at + plain_.length();
    row_ = &reader_.read(at);
    return row_->next;
}

bool FieldCutter::check(Flaws& flaws) const {
    if (!is_plain_ && row_->open_quote) {
        flaws.add({*row_->open_quote, Code::csv_quote_open, {}, {}});
        return false;
    }
    if (field_count() == fields_) return true;
    flaws.add({begin_,
               Code::csv_fields_differ,
               {},
               {std::to_string(field_count()), std::to_string(fields_)}});
    return false;
}

}  // namespace heng::csv
