#include "core/intake/headings.hpp"

#include "core/intake/chars.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace heng::intake {

namespace {

using View = std::u32string_view;

struct Title {
    View text;
    Column column;
};

/// Titles as tables of this kind have them. Longer ones first where one begins another.
constexpr auto titles = std::to_array<Title>({
    {U"考核指标", Column::category},
    {U"一级指标", Column::category},
    {U"考核项目", Column::category},
    {U"指标类别", Column::category},
    {U"考核类别", Column::category},
    {U"考核内容", Column::category},
    {U"指标名称", Column::category},
    {U"类别", Column::category},
    {U"指标", Column::category},
    {U"基本任务", Column::task},
    {U"二级指标", Column::task},
    {U"考核任务", Column::task},
    {U"重点任务", Column::task},
    {U"主要任务", Column::task},
    {U"工作任务", Column::task},
    {U"考核要点", Column::task},
    {U"任务", Column::task},
    {U"任务要求", Column::requirement},
    {U"工作要求", Column::requirement},
    {U"考核要求", Column::requirement},
    {U"指标要求", Column::requirement},
    {U"目标要求", Column::requirement},
    {U"具体要求", Column::requirement},
    {U"指标内容", Column::requirement},
    {U"任务内容", Column::requirement},
    {U"要求", Column::requirement},
    {U"扣分细则", Column::clause},
    {U"扣分标准", Column::clause},
    {U"评分标准", Column::clause},
    {U"评分细则", Column::clause},
    {U"考核标准", Column::clause},
    {U"考核细则", Column::clause},
    {U"计分标准", Column::clause},
    {U"计分细则", Column::clause},
    {U"评分办法", Column::clause},
    {U"计分办法", Column::clause},
    {U"扣分办法", Column::clause},
    {U"计分规则", Column::clause},
    {U"评分规则", Column::clause},
    {U"扣分规则", Column::clause},
    {U"扣分项", Column::clause},
    {U"考核责任单位", Column::assessor},
    {U"主要考核责任单位", Column::assessor},
    {U"考核单位", Column::assessor},
    {U"责任单位", Column::assessor},
    {U"牵头单位", Column::assessor},
    {U"考核部门", Column::assessor},
    {U"责任部门", Column::assessor},
    {U"评分单位", Column::assessor},
    {U"分值", Column::points},
    {U"标准分", Column::points},
    {U"权重", Column::points},
    {U"基本分", Column::points},
    {U"满分", Column::points},
    {U"序号", Column::number},
    {U"编号", Column::number},
    {U"备注", Column::other},
    {U"得分", Column::other},
    {U"自评分", Column::other},
    {U"自评得分", Column::other},
    {U"考核得分", Column::other},
    {U"扣分情况", Column::other},
});

/// Page numbers apart, what pages and web sites print around a text.
constexpr auto furniture_words = std::to_array<View>({
    U"续表",     U"(续表)",       U"（续表）",     U"续上表",   U"接上表",   U"接上页",
    U"(续)",     U"（续）",       U"展开阅读全文", U"阅读全文", U"展开全文", U"返回顶部",
    U"下载文档", U"免费下载",     U"上一页",       U"下一页",   U"打印本页", U"关闭窗口",
    U"分享到",   U"点击查看更多", U"收起",         U"展开",
});

constexpr auto signature_words = std::to_array<View>({
    U"制表人",     U"填表人",     U"审核人", U"负责人签字", U"填报单位", U"填报人", U"填表日期",
    U"填报日期",   U"制表日期",   U"盖章",   U"签字",       U"签章",     U"联系人", U"联系电话",
    U"主要负责人", U"单位负责人", U"审定人", U"复核人",     U"考核组长",
});

constexpr auto body_ends = std::to_array<View>({
    U"部",     U"委",   U"办",     U"局",   U"室",   U"会",   U"院",   U"机关",
    U"党组",   U"中心", U"集团",   U"公司", U"学校", U"大学", U"厅",   U"处",
    U"组",     U"法院", U"检察院", U"站",   U"所",   U"团",   U"党校", U"报社",
    U"电视台", U"政府", U"银行",   U"党委", U"科",   U"队",   U"单位", U"部门",
});

constexpr View body_starts = U"市县省区州旗党各团";
constexpr View place_starts = U"市县省区州旗";

constexpr auto requirement_starts = std::to_array<View>({
    U"坚持", U"加强", U"落实", U"深入",   U"全面", U"严格",   U"认真", U"扎实", U"持续", U"着力",
    U"大力", U"推进", U"推动", U"深化",   U"健全", U"完善",   U"强化", U"巩固", U"抓好", U"抓紧",
    U"做好", U"突出", U"增强", U"严肃",   U"统筹", U"贯彻",   U"充分", U"积极", U"切实", U"牢牢",
    U"建立", U"聚焦", U"坚决", U"支持",   U"学习", U"选优",   U"树立", U"注重", U"提高", U"提升",
    U"发挥", U"压实", U"围绕", U"进一步", U"不断", U"常态化", U"做到", U"维护", U"把",   U"以",
    U"认真", U"开展", U"构建", U"引导",   U"注重", U"防范",   U"确保", U"加大", U"优化", U"规范",
    U"创新", U"带头", U"自觉", U"严明",   U"严守", U"履行",   U"学懂", U"用好", U"管好", U"讲好",
    U"培育", U"弘扬", U"执行", U"领导",   U"领会", U"组织",   U"有效", U"拓展",
});

constexpr auto deduction_starts = std::to_array<View>({
    U"未",   U"不",   U"扣", U"每", U"存在", U"发生", U"被",   U"出现", U"少于", U"低于",
    U"逾期", U"违反", U"因", U"对", U"没有", U"年内", U"累计", U"最多", U"以上",
});

template <std::size_t size>
bool starts_with_any(View text, const std::array<View, size>& words) {
    return std::any_of(words.begin(), words.end(),
                       [text](View word) { return text.starts_with(word); });
}

std::u32string plain_text(View text) {
    std::u32string out;
    for (const char32_t c : text)
        if (c != U' ' && c != U'\n') out += plain(c);
    return out;
}

/// `10`, `0.5` at `at`; `at` moves behind it.
std::optional<Decimal> read_decimal(View text, std::size_t& at) {
    std::string digits;
    std::size_t end = at;
    while (end < text.size() && (is_digit(text[end]) || text[end] == U'.'))
        digits += static_cast<char>(text[end++]);
    const auto value = Decimal::parse(digits);
    if (value) at = end;
    return value;
}

/// The points at the end of `text`, in brackets or not; it is cut before them.
std::optional<Decimal> take_points(std::u32string& text) {
    if (text.ends_with(U'分')) {
        std::size_t begin = text.size() - 1;
        while (begin > 0 && (is_digit(text[begin - 1]) || text[begin - 1] == U'.')) --begin;
        const auto points =
            begin + 1 < text.size() ? points_alone(View(text).substr(begin)) : std::nullopt;
        if (points) text.resize(begin);
        return points;
    }
    if (text.empty() || plain(text.back()) != U')') return std::nullopt;
    std::size_t open = text.size() - 1;
    while (open > 0 && plain(text[open]) != U'(') --open;
    const auto points = points_alone(View(text).substr(open));
    if (points) text.resize(open);
    return points;
}

Heading heading_of(int ordinal, std::u32string no, View rest) {
    Heading heading{ordinal, std::move(no), tidied(rest), {}, false};
    for (const View mark : {View(U"（演示用）"), View(U"(演示用)")})
        if (heading.name.ends_with(mark)) {
            heading.name.resize(heading.name.size() - mark.size());
            heading.illustrative = true;
        }
    heading.points = take_points(heading.name);
    return heading;
}

bool ends_as_body(View name) {
    return std::any_of(body_ends.begin(), body_ends.end(),
                       [name](View end) { return name.ends_with(end); });
}

bool is_separator(char32_t c) {
    return View(U"、,，;；/ \n").find(c) != View::npos;
}

/// Where the name that begins `text` ends: a known one whole, else before the start of another.
std::size_t name_end(View text, const std::set<std::u32string>& known) {
    std::size_t longest = 0;
    for (const std::u32string& name : known)
        if (name.size() > longest && text.starts_with(name)) longest = name.size();
    if (longest > 0) return longest;
    for (std::size_t i = 3; i < text.size(); ++i)
        if (place_starts.find(text[i]) != View::npos && i + 2 < text.size() &&
            ends_as_body(text.substr(0, i)))
            return i;
    return text.size();
}

}  // namespace

std::optional<Column> column_titled(View title) {
    std::u32string text = plain_text(title);
    const std::size_t open = text.find(U'(');
    if (open != text.npos && open > 0) text.resize(open);
    for (const Title& known : titles)
        if (known.text == text) return known.column;
    return std::nullopt;
}

bool is_part_of_title(View line) {
    const std::u32string text = plain_text(line);
    if (text.empty() || text.size() > 8) return false;
    return std::any_of(titles.begin(), titles.end(), [&](const Title& known) {
        return known.text.size() >= 4 &&
               (known.text.starts_with(text) || known.text.ends_with(text));
    });
}

std::optional<Heading> category_heading(View line) {
    const std::size_t mark = line.substr(0, 5).find_first_of(U"、.");
    if (mark == View::npos) return std::nullopt;
    const auto ordinal = chinese_ordinal(line.substr(0, mark));
    if (!ordinal) return std::nullopt;
    return heading_of(*ordinal, std::u32string(line.substr(0, mark)), line.substr(mark + 1));
}

std::optional<Heading> task_heading(View line) {
    if (line.empty() || plain(line[0]) != U'(') return std::nullopt;
    std::size_t close = 1;
    while (close < line.size() && close < 6 && plain(line[close]) != U')') ++close;
    if (close >= line.size() || plain(line[close]) != U')') return std::nullopt;
    const auto ordinal = chinese_ordinal(line.substr(1, close - 1));
    if (!ordinal) return std::nullopt;
    return heading_of(*ordinal, U"(" + std::u32string(line.substr(1, close - 1)) + U")",
                      line.substr(close + 1));
}

Heading loose_heading(View text) {
    const std::u32string line = tidied(text);
    if (auto heading = task_heading(line)) return *heading;
    if (auto heading = category_heading(line)) return *heading;
    return heading_of(0, {}, line);
}

std::optional<Decimal> points_alone(View line) {
    std::u32string text = plain_text(line);
    const bool is_bracketed = text.size() > 2 && text.front() == U'(' && text.back() == U')';
    if (is_bracketed) text = text.substr(1, text.size() - 2);
    for (const View word : {View(U"分值"), View(U"满分"), View(U"共"), View(U"计"), View(U":")})
        if (text.starts_with(word)) text.erase(0, word.size());
    std::size_t at = 0;
    const auto points = read_decimal(text, at);
    if (!points) return std::nullopt;
    const bool has_unit = at + 1 == text.size() && text[at] == U'分';
    return has_unit || (at == text.size() && !is_bracketed) ? points : std::nullopt;
}

std::optional<ClauseNumber> clause_number(View text, std::size_t at) {
    if (at >= text.size()) return std::nullopt;
    if (text[at] >= U'①' && text[at] <= U'⑳')
        return ClauseNumber{static_cast<int>(text[at] - U'①') + 1, at + 1};
    const bool is_bracketed = plain(text[at]) == U'(';
    std::size_t end = at + (is_bracketed ? 1 : 0);
    int value = 0;
    const std::size_t digits = end;
    while (end < text.size() && end < digits + 3 && is_digit(text[end]))
        value = value * 10 + static_cast<int>(text[end++] - U'0');
    if (end == digits || end == digits + 3 || end >= text.size() || value == 0) return std::nullopt;
    const char32_t mark = plain(text[end]);
    const bool closes = is_bracketed ? mark == U')' : mark == U'.' || mark == U'、' || mark == U')';
    if (!closes) return std::nullopt;
    ++end;
    if (mark == U'.' && end < text.size() && is_digit(text[end])) return std::nullopt;
    while (end < text.size() && text[end] == U' ') ++end;
    return ClauseNumber{value, end};
}

std::vector<std::size_t> clause_starts_inside(View line) {
    std::vector<std::size_t> starts;
    for (std::size_t i = 1; i < line.size(); ++i) {
        std::size_t before = i;
        while (before > 0 && line[before - 1] == U' ') --before;
        const bool is_behind_end =
            before > 0 && View(U"。】;；").find(line[before - 1]) != View::npos;
        if (is_behind_end && is_digit(line[i]) && clause_number(line, i)) starts.push_back(i);
    }
    return starts;
}

bool states_amount(View text) {
    for (std::size_t at = text.find_first_of(U"扣加"); at != text.npos;
         at = text.find_first_of(U"扣加", at + 1)) {
        const View rest = text.substr(at + 1, 14);
        const std::size_t unit = rest.find(U'分');
        if (unit == rest.npos) continue;
        const View between = rest.substr(0, unit);
        if (std::any_of(between.begin(), between.end(), is_digit) || text[at] == U'扣') return true;
    }
    return contains(text, U"不得分") || contains(text, U"否决") || contains(text, U"扣完") ||
           contains(text, U"扣分");
}

bool is_body_name(View line) {
    if (line.size() < 3 || line.size() > 40) return false;
    const bool has_only_names = std::all_of(
        line.begin(), line.end(), [](char32_t c) { return is_han(c) || is_separator(c); });
    return has_only_names && body_starts.find(line[0]) != View::npos && ends_as_body(line);
}

std::vector<std::string> body_names(View cell, const std::set<std::u32string>& known) {
    std::vector<std::string> names;
    std::u32string joined;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        // A name may be broken over lines; a break parts names only where one has ended.
        if (cell[i] == U'\n' && !(i + 1 < cell.size() && ends_as_body(cell.substr(0, i)) &&
                                  place_starts.find(cell[i + 1]) != View::npos))
            continue;
        joined += cell[i];
    }
    const View text = joined;
    for (std::size_t at = 0; at < text.size();) {
        if (is_separator(text[at]) || View(U"【】[]").find(text[at]) != View::npos) {
            ++at;
            continue;
        }
        const View rest = text.substr(at);
        const std::size_t stop = std::min(rest.find_first_of(U"、,，;；/ \n【】[]"), rest.size());
        const std::size_t end = name_end(rest.substr(0, stop), known);
        std::string name = text_of(rest.substr(0, end));
        if (std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(std::move(name));
        at += end;
    }
    return names;
}

std::vector<std::u32string> bracketed_names(View text) {
    std::vector<std::u32string> names;
    for (std::size_t open = text.find(U'【'); open != text.npos;
         open = text.find(U'【', open + 1)) {
        const std::size_t close = text.find(U'】', open);
        if (close == text.npos || close - open > 200) continue;
        std::u32string name;
        for (std::size_t i = open + 1; i <= close; ++i) {
            if (i == close || is_separator(text[i])) {
                if (name.size() >= 2) names.push_back(name);
                name.clear();
            } else {
                name += text[i];
            }
        }
    }
    return names;
}

bool is_page_furniture(View line) {
    std::u32string text = plain_text(line);
    if (std::any_of(furniture_words.begin(), furniture_words.end(),
                    [&](View word) { return text == word; }))
        return true;
    if (text.starts_with(U"续表") && says_continued(text)) return true;
    if (text.starts_with(U"附件") || text.starts_with(U"附表")) return text.size() <= 4;
    while (!text.empty() && View(U"-—–_·第").find(text.front()) != View::npos) text.erase(0, 1);
    while (!text.empty() && View(U"-—–_·页").find(text.back()) != View::npos) text.pop_back();
    std::size_t digits = 0;
    while (digits < text.size() && is_digit(text[digits])) ++digits;
    if (digits == 0) return text.empty();
    if (digits == text.size()) return digits <= 3;
    // 3 / 12, 第3页 共12页
    View rest = View(text).substr(digits);
    const std::size_t number = rest.find_first_not_of(U"页/,共第 ");
    return number != rest.npos && rest.find_first_not_of(U"0123456789", number) == rest.npos &&
           rest.size() < 8;
}

bool says_continued(View line) {
    const std::u32string text = plain_text(line);
    if (text.ends_with(U"(续)") || text.ends_with(U"(续表)")) return text.size() <= 60;
    for (const View word : {View(U"续表"), View(U"续上表"), View(U"接上表"), View(U"接上页")})
        if (text.starts_with(word)) return text.size() <= word.size() + 3;  // 续表2-1
    return false;
}

bool says_nothing(View text) {
    return text.size() <= 4 && text.find_first_not_of(U"—–-－/／") == text.npos;
}

bool is_total(View text) {
    const std::u32string line = plain_text(text);
    for (const View word :
         {View(U"合计"), View(U"总计"), View(U"小计"), View(U"总分"), View(U"共计")})
        if (line.starts_with(word) && line.size() <= word.size() + 8) return true;
    return false;
}

bool is_signature(View text) {
    const std::u32string line = plain_text(text);
    if (line.size() > 60) return false;
    return std::any_of(signature_words.begin(), signature_words.end(), [&](View word) {
        const std::size_t at = line.find(word);
        if (at == line.npos) return false;
        const std::size_t end = at + word.size();
        return end == line.size() || View(U":()_").find(line[end]) != View::npos;
    });
}

bool ends_table(View line) {
    const std::u32string text = plain_text(line);
    for (const View word : {View(U"附件"), View(U"附表")})
        if (text.starts_with(word) && text.size() <= 4) return true;
    for (const View word :
         {View(U"注:"), View(U"说明:"), View(U"备注:"), View(U"填表说明"), View(U"备注1")})
        if (text.starts_with(word)) return true;
    return false;
}

bool begins_requirement(View text) {
    return starts_with_any(text, requirement_starts);
}

bool begins_deduction(View text) {
    return starts_with_any(text, deduction_starts);
}

}  // namespace heng::intake
