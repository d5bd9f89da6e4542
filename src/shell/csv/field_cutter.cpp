#include "shell/csv/field_cutter.hpp"

namespace heng::csv {

FieldCutter::FieldCutter(std::string_view table, std::size_t fields)
    : table_(table), field_count_(fields), reader_(table) {
    const bool is_cuttable = fields >= 2 && fields <= PlainRow::fields_max;
    if (is_cuttable && table.size() > PlainRow::readable_bytes) {
        plain_end_ = table.size() - PlainRow::readable_bytes;
    }
}

std::size_t FieldCutter::cut(std::size_t at) {
    begin_ = at;
    PlainRow plain;
    if (is_plain_safe(at) && plain.cut(table_.data() + at, field_count_)) {
        for (std::size_t i = 0; i < field_count_; ++i) {
            plain_fields_[i] = {plain[i], static_cast<std::size_t>(plain.begin(i) - table_.data())};
        }
        fields_ = std::span(plain_fields_).first(field_count_);
        open_quote_.reset();
        return at + plain.length();
    }
    const Row& row = reader_.read(at);
    fields_ = row.fields;
    open_quote_ = row.open_quote;
    return row.next;
}

bool FieldCutter::check(Flaws& flaws) const {
    if (open_quote_) {
        flaws.add({*open_quote_, Code::csv_quote_open, {}, {}});
        return false;
    }
    if (fields_.size() == field_count_) return true;
    flaws.add({begin_,
               Code::csv_fields_differ,
               {},
               {std::to_string(fields_.size()), std::to_string(field_count_)}});
    return false;
}

}  // namespace heng::csv
