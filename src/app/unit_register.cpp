#include "app/unit_register.hpp"

namespace heng::app {

namespace {

template <class Column>
void append_all(Column& column, const Column& others) {
    column.insert(column.end(), others.begin(), others.end());
}

}  // namespace

void TextColumn::append(const TextColumn& others) {
    const std::size_t before = text_.size();
    text_ += others.text_;
    ends_.reserve(ends_.size() + others.ends_.size());
    for (const std::size_t end : others.ends_) ends_.push_back(before + end);
}

void UnitRegister::append(const UnitRegister& others) {
    ids.append(others.ids);
    names.append(others.names);
    append_all(domains, others.domains);
    append_all(reviews, others.reviews);
    append_all(circumstances, others.circumstances);
}

}  // namespace heng::app
