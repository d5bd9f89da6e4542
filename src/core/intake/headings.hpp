#pragma once
/// @file
/// What the parts of an indicator table look like: the titles of its columns, the headings of
/// categories and tasks, numbering, names of bodies, and the furniture of pages around it.
#include "core/base/decimal.hpp"

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace heng::intake {

enum class Column { category, task, requirement, clause, assessor, points, number, other };

/// The column that a title heads: 扣分细则, 评分标准 and 考核标准 all head clauses. Blanks and
/// brackets behind the title do not matter; `other` is a title that is known and not needed (备注,
/// 得分).
std::optional<Column> column_titled(std::u32string_view title);

/// Whether `line` may be a part of a title that a narrow column broke over lines.
bool is_part_of_title(std::u32string_view line);

/// 一、政治建设（10分） or (二)深入推进… : ordinal, name and the points if they stand there.
struct Heading {
    int ordinal = 0;    ///< From 1; 0 where there is no numbering.
    std::u32string no;  ///< As written in tables: 一 or (一).
    std::u32string name;
    std::optional<Decimal> points;
    bool illustrative = false;  ///< Marked as 演示用, as heng marks what was made up to show.
};
std::optional<Heading> category_heading(std::u32string_view line);
std::optional<Heading> task_heading(std::u32string_view line);
/// A name and the points in brackets behind it, with or without numbering.
Heading loose_heading(std::u32string_view text);

/// 10分, (10分), （分值：10分）, 10; nothing else on the line.
std::optional<Decimal> points_alone(std::u32string_view line);

/// The number before a clause: 3., 3、, (3), ③. `end` is just behind it.
struct ClauseNumber {
    int value = 0;
    std::size_t end = 0;
};
std::optional<ClauseNumber> clause_number(std::u32string_view text, std::size_t at = 0);

/// Places inside a line where a clause begins behind the end of the one before: …扣1分。2.未…
std::vector<std::size_t> clause_starts_inside(std::u32string_view line);

/// Whether an amount is stated: 扣1分, 加0.5分, 不得分, 一票否决.
bool states_amount(std::u32string_view text);

/// The names in a cell of assessors: apart at 、, commas, blanks and line breaks, and where one
/// name ends and the next begins without any (市委办公室市纪委机关). `known` names are taken whole.
std::vector<std::string> body_names(std::u32string_view cell,
                                    const std::set<std::u32string>& known);
/// Whether `line` looks like names of bodies and nothing else.
bool is_body_name(std::u32string_view line);

/// Names inside 【…】 anywhere in `text`.
std::vector<std::u32string> bracketed_names(std::u32string_view text);

/// Page numbers, 续表, words of web pages: what is on a page and not of the table.
bool is_page_furniture(std::u32string_view line);
/// 续表 and its like: the table goes on below.
bool says_continued(std::u32string_view line);
/// Whether a cell is blank, or says — or / for nothing.
bool says_nothing(std::u32string_view text);
/// 合计, 总计, 小计: a row of sums.
bool is_total(std::u32string_view text);
/// 制表人, 审核人, 填报单位, 盖章: lines under a table.
bool is_signature(std::u32string_view text);
/// 附件2, 附表, 注：, 说明：, 备注： : what follows a table.
bool ends_table(std::u32string_view line);

/// Words with which a sentence of a requirement begins, as against one of a deduction.
bool begins_requirement(std::u32string_view text);
bool begins_deduction(std::u32string_view text);

}  // namespace heng::intake
