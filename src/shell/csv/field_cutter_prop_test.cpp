/// @file
/// The quick way of cutting rows says what the whole rules say, wherever quotation marks, CRLF,
/// blank lines, long rows and the end of the table fall.
#include "shell/csv/field_cutter.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <algorithm>
#include <string>
#include <vector>

namespace heng::csv {
namespace {

/// Cuts a table row by row in both ways and compares.
void expect_same(const std::string& table, std::size_t fields) {
    FieldCutter cutter(table, fields);
    RowReader reader(table);
    for (std::size_t at = 0; at < table.size();) {
        const std::size_t next = cutter.cut(at);
        const Row& row = reader.read(at);
        RC_ASSERT(next == row.next);
        RC_ASSERT(cutter.field_count() == row.fields.size());
        for (std::size_t i = 0; i < row.fields.size(); ++i) {
            RC_ASSERT(cutter.text(i) == row.fields[i].text);
            RC_ASSERT(cutter.offset(i) == row.fields[i].offset);
        }
        at = next;
    }
}

std::string random_row(const std::string& line_end) {
    const int kind = *rc::gen::inRange(0, 40);
    if (kind == 0) return line_end;
    if (kind == 1) return "12,\"a \"\"b\"\",\n c\",3,confirmed" + line_end;
    if (kind == 2) return "12,only" + line_end;
    if (kind == 3) return "1,2,3,4,5" + line_end;
    if (kind == 4) return "1,2,3," + std::string(5'000, 'x') + line_end;
    if (kind == 5) return "1,2,3,confirmed\r\n";
    if (kind == 6) return "1,2,3,a \"quote\" inside" + line_end;
    if (kind == 7) return ",,," + line_end;
    const int number = *rc::gen::inRange(0, 1'000'000);
    return std::to_string(number) + ",3." + std::to_string(number % 17) + ",1,confirmed" + line_end;
}

RC_GTEST_PROP(FieldCutter, CutsAsRowReaderDoes, ()) {
    const std::string line_end = *rc::gen::element(std::string("\n"), std::string("\r\n"));
    std::string table;
    const int rows = *rc::gen::inRange(0, 300);
    for (int i = 0; i < rows; ++i) table += random_row(line_end);
    table.resize(table.size() -
                 *rc::gen::inRange<std::size_t>(0, std::min<std::size_t>(table.size(), 40) + 1));
    expect_same(table, 4);
}

RC_GTEST_PROP(FieldCutter, CutsAnyTextOfSeparatorsAlike, ()) {
    const auto table =
        *rc::gen::container<std::string>(rc::gen::element(',', '\n', '\r', '"', 'a'));
    expect_same(table, *rc::gen::inRange<std::size_t>(1, 6));
}

}  // namespace
}  // namespace heng::csv
