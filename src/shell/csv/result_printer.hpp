#pragma once
/// @file
/// Result rows as text, without an allocation for each field.
#include "app/year.hpp"
#include "shell/csv/write_results.hpp"

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace heng::csv {

/// Prints one block of rows after another; each thread has one. The year and the columns must
/// outlive it.
class ResultPrinter {
public:
    ResultPrinter(const app::Year& year, std::span<const ResultColumn> columns);

    /// The rows of the units from `first` up to `last`, valid until the next call.
    std::string_view print(std::size_t first, std::size_t last);

private:
    std::size_t row_bytes_max(std::size_t unit) const;
    char* print_row(char* place, std::size_t unit) const;
    char* print_field(char* place, std::size_t unit, ResultColumn column,
                      const score::Published& published, const grade::Outcome& outcome) const;

    const app::Year* year_;
    std::span<const ResultColumn> columns_;
    int places_;
    bool has_name_;
    std::vector<std::string> domains_;
    std::vector<Decimal> points_;  ///< Of each domain's table, at the places of publication.
    std::array<std::string_view, 4> grades_;
    std::vector<std::string> questions_;  ///< By the bits of the questions raised.
    std::size_t fixed_bytes_max_ = 0;     ///< Of all fields but ids and names.
    std::string buffer_;
};

/// A field as CSV has it: quoted where it holds a comma, a quotation mark or a line break.
std::string quoted(std::string_view field);

}  // namespace heng::csv
