#include "app/unit_register.hpp"

#include "app/share_out.hpp"

#include <array>
#include <functional>
#include <vector>

namespace heng::app {

namespace {

using Parts = std::span<const UnitRegister* const>;

template <class T>
LongVector<T> joined(Parts parts, LongVector<T> UnitRegister::*column) {
    std::size_t size = 0;
    for (const UnitRegister* part : parts) size += (part->*column).size();
    LongVector<T> all;
    all.reserve(size);
    for (const UnitRegister* part : parts) {
        all.insert(all.end(), (part->*column).begin(), (part->*column).end());
    }
    return all;
}

TextColumn joined(Parts parts, TextColumn UnitRegister::*column) {
    std::vector<const TextColumn*> columns;
    for (const UnitRegister* part : parts) columns.push_back(&(part->*column));
    return TextColumn::joined(columns);
}

}  // namespace

TextColumn TextColumn::joined(std::span<const TextColumn* const> parts) {
    std::size_t bytes = 0;
    std::size_t texts = 0;
    for (const TextColumn* part : parts) {
        bytes += part->text_.size();
        texts += part->size();
    }
    TextColumn all;
    all.reserve(texts, bytes);
    for (const TextColumn* part : parts) {
        const std::size_t before = all.text_.size();
        all.text_.insert(all.text_.end(), part->text_.begin(), part->text_.end());
        for (const std::size_t end : part->ends_) all.ends_.push_back(before + end);
    }
    return all;
}

void UnitRegister::reserve(std::size_t units, std::size_t id_bytes) {
    ids.reserve(units, units * id_bytes);
    domains.reserve(units);
    reviews.reserve(units);
    circumstances.reserve(units);
}

UnitRegister joined(Parts parts, unsigned threads) {
    UnitRegister all;
    const std::array<std::function<void()>, 5> columns{
        [&] { all.ids = joined(parts, &UnitRegister::ids); },
        [&] { all.reviews = joined(parts, &UnitRegister::reviews); },
        [&] { all.circumstances = joined(parts, &UnitRegister::circumstances); },
        [&] { all.domains = joined(parts, &UnitRegister::domains); },
        [&] { all.names = joined(parts, &UnitRegister::names); }};
    share_out(threads, columns.size(), [&](unsigned, std::size_t column) { columns[column](); });
    return all;
}

}  // namespace heng::app
