#pragma once
/// @file
/// How cells look: fonts that every Chinese office has, named and without a theme, thin frames, a
/// pale yellow for facts. One format of the file for each look.
#include "core/report/book.hpp"

#include <map>
#include <tuple>

struct lxw_workbook;
struct lxw_format;

namespace heng::xlsx {

class Faces {
public:
    /// `workbook` must outlive it.
    explicit Faces(lxw_workbook* workbook) : workbook_(workbook) {}

    lxw_format* of(report::Look look) { return find(look, false); }
    /// The same for a day, shown as 2021-06-30.
    lxw_format* of_date(report::Look look) { return find(look, true); }

private:
    lxw_format* find(report::Look look, bool is_date);
    lxw_format* make(report::Look look, bool is_date);

    using Key = std::tuple<report::Paint, report::Across, std::int8_t, bool>;
    lxw_workbook* workbook_;
    std::map<Key, lxw_format*> made_;
};

}  // namespace heng::xlsx
