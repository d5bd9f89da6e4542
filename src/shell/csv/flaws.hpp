#pragma once
/// @file
/// What is wrong in a table: noted by offset while reading, turned into lines and columns at the
/// end.
#include "app/year.hpp"
#include "core/base/error.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace heng::csv {

struct Flaw {
    std::size_t offset = 0;  ///< Into the text of the table.
    Code code;
    std::string column;  ///< Its name, where one column is wrong.
    std::vector<std::string> args;
};

/// The first flaws of a stretch, and how many there are.
class Flaws {
public:
    void add(Flaw flaw);
    /// Adds the flaws of another stretch, or another kind, of the same table.
    void add(const Flaws& others);
    bool empty() const { return count_ == 0; }

    /// Adds them to `rejection`, in the order of the text and with their places.
    void report(const std::string& file, std::string_view text, app::Rejection& rejection) &&;

private:
    void sort();

    std::vector<Flaw> first_;
    std::size_t count_ = 0;
};

/// What a message shows of a field: cut where it is long, valid UTF-8 whatever stands in the file.
std::string excerpt(std::string_view field);

/// Turns offsets into lines, from 1, and columns, from 1 in code points. @pre offsets never
/// decrease.
class LineCounter {
public:
    explicit LineCounter(std::string_view text);
    std::size_t line(std::size_t offset);
    std::size_t column(std::size_t offset);

private:
    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t line_begin_ = 0;
};

/// The bytes that a file may begin with to say that it is UTF-8.
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace heng::csv
