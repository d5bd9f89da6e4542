#include "shell/csv/field_cutter.hpp"

namespace heng::csv {

FieldCutter::FieldCutter(std::string_view table, std::size_t fields)
    : table_(table),
      fields_(fields),
      is_cuttable_(fields >= 2 && fields <= PlainRows::fields_max),
      plain_(table, fields),
      reader_(table) {}

std::size_t FieldCutter::cut(std::size_t at) {
    begin_ = at;
    is_plain_ = cut_plain(at);
    if (is_plain_) return plain_.end();
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
