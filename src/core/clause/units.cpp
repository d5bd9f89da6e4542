#include "core/clause/units.hpp"

#include "core/clause/word_table.hpp"

#include <iterator>
#include <optional>
#include <vector>

namespace heng::clause {

namespace {

struct Entry {
    std::u32string_view word;
    UnitKind kind;
};

constexpr Entry entries[] = {
    {U"分", UnitKind::score},       {U"%", UnitKind::percent},      {U"‰", UnitKind::percent},
    {U"百分点", UnitKind::percent}, {U"百分比", UnitKind::percent}, {U"千分点", UnitKind::percent},
    {U"点", UnitKind::percent},     {U"分点", UnitKind::percent},   {U"天", UnitKind::time},
    {U"日", UnitKind::time},        {U"工作日", UnitKind::time},    {U"自然日", UnitKind::time},
    {U"小时", UnitKind::time},      {U"分钟", UnitKind::time},      {U"秒", UnitKind::time},
    {U"秒钟", UnitKind::time},      {U"刻钟", UnitKind::time},      {U"周", UnitKind::time},
    {U"星期", UnitKind::time},      {U"月", UnitKind::time},        {U"季度", UnitKind::time},
    {U"季", UnitKind::time},        {U"年", UnitKind::time},        {U"年度", UnitKind::time},
    {U"学期", UnitKind::time},      {U"学年", UnitKind::time},      {U"旬", UnitKind::time},
    {U"半年", UnitKind::time},      {U"周岁", UnitKind::age},       {U"岁", UnitKind::age},
    {U"元", UnitKind::money},       {U"百元", UnitKind::money},     {U"千元", UnitKind::money},
    {U"万元", UnitKind::money},     {U"百万元", UnitKind::money},   {U"千万元", UnitKind::money},
    {U"亿元", UnitKind::money},     {U"万美元", UnitKind::money},   {U"亿美元", UnitKind::money},
    {U"万", UnitKind::money},       {U"亿", UnitKind::money},       {U"块钱", UnitKind::money},
    {U"人", UnitKind::person},      {U"名", UnitKind::person},      {U"位", UnitKind::person},
    {U"人次", UnitKind::person},    {U"名次", UnitKind::thing},     {U"位次", UnitKind::thing},
    {U"等次", UnitKind::thing},     {U"档次", UnitKind::thing},     {U"万人", UnitKind::person},
    {U"千人", UnitKind::person},    {U"万名", UnitKind::person},    {U"千名", UnitKind::person},
    {U"百名", UnitKind::person},    {U"百人", UnitKind::person},    {U"人员", UnitKind::person},
    {U"倍", UnitKind::multiple},    {U"成", UnitKind::none},        {U"次", UnitKind::thing},
    {U"项", UnitKind::thing},       {U"个", UnitKind::thing},       {U"件", UnitKind::thing},
    {U"处", UnitKind::thing},       {U"起", UnitKind::thing},       {U"例", UnitKind::thing},
    {U"篇", UnitKind::thing},       {U"条", UnitKind::thing},       {U"份", UnitKind::thing},
    {U"部", UnitKind::thing},       {U"场", UnitKind::thing},       {U"期", UnitKind::thing},
    {U"户", UnitKind::thing},       {U"家", UnitKind::thing},       {U"村", UnitKind::thing},
    {U"座", UnitKind::thing},       {U"辆", UnitKind::thing},       {U"台", UnitKind::thing},
    {U"套", UnitKind::thing},       {U"张", UnitKind::thing},       {U"盆", UnitKind::thing},
    {U"株", UnitKind::thing},       {U"棵", UnitKind::thing},       {U"亩", UnitKind::thing},
    {U"公顷", UnitKind::thing},     {U"平方米", UnitKind::thing},   {U"平米", UnitKind::thing},
    {U"㎡", UnitKind::thing},       {U"m²", UnitKind::thing},       {U"立方米", UnitKind::thing},
    {U"米", UnitKind::thing},       {U"公里", UnitKind::thing},     {U"千米", UnitKind::thing},
    {U"厘米", UnitKind::thing},     {U"吨", UnitKind::thing},       {U"公斤", UnitKind::thing},
    {U"千克", UnitKind::thing},     {U"斤", UnitKind::thing},       {U"万吨", UnitKind::thing},
    {U"度", UnitKind::thing},       {U"分贝", UnitKind::thing},     {U"微克", UnitKind::thing},
    {U"毫克", UnitKind::thing},     {U"升", UnitKind::thing},       {U"袋", UnitKind::thing},
    {U"车", UnitKind::thing},       {U"本", UnitKind::thing},       {U"册", UnitKind::thing},
    {U"课", UnitKind::thing},       {U"课时", UnitKind::thing},     {U"学时", UnitKind::thing},
    {U"节", UnitKind::thing},       {U"门", UnitKind::thing},       {U"批", UnitKind::thing},
    {U"宗", UnitKind::thing},       {U"桩", UnitKind::thing},       {U"笔", UnitKind::thing},
    {U"单", UnitKind::thing},       {U"票", UnitKind::thing},       {U"档", UnitKind::thing},
    {U"步", UnitKind::thing},       {U"字", UnitKind::thing},       {U"只", UnitKind::thing},
    {U"头", UnitKind::thing},       {U"间", UnitKind::thing},       {U"栋", UnitKind::thing},
    {U"幢", UnitKind::thing},       {U"层", UnitKind::thing},       {U"块", UnitKind::thing},
    {U"片", UnitKind::thing},       {U"根", UnitKind::thing},       {U"盏", UnitKind::thing},
    {U"段", UnitKind::thing},       {U"丘", UnitKind::thing},       {U"口", UnitKind::thing},
    {U"瓶", UnitKind::thing},       {U"箱", UnitKind::thing},       {U"桶", UnitKind::thing},
    {U"所", UnitKind::thing},       {U"支", UnitKind::thing},       {U"队", UnitKind::thing},
    {U"组", UnitKind::thing},       {U"轮", UnitKind::thing},       {U"回", UnitKind::thing},
    {U"遍", UnitKind::thing},       {U"趟", UnitKind::thing},       {U"道", UnitKind::thing},
    {U"幅", UnitKind::thing},       {U"枚", UnitKind::thing},       {U"面", UnitKind::thing},
    {U"首", UnitKind::thing},       {U"则", UnitKind::thing},       {U"封", UnitKind::thing},
    {U"通", UnitKind::thing},       {U"句", UnitKind::thing},       {U"页", UnitKind::thing},
    {U"科", UnitKind::thing},       {U"班", UnitKind::thing},       {U"床", UnitKind::thing},
    {U"种", UnitKind::thing},       {U"类", UnitKind::thing},       {U"级", UnitKind::thing},
    {U"等级", UnitKind::thing},     {U"卷", UnitKind::thing},       {U"案", UnitKind::thing},
    {U"艘", UnitKind::thing},       {U"架", UnitKind::thing},       {U"柜", UnitKind::thing},
    {U"环", UnitKind::thing},       {U"对", UnitKind::thing},       {U"文", UnitKind::none},
    {U"单位", UnitKind::thing},     {U"部门", UnitKind::thing},     {U"支部", UnitKind::thing},
    {U"项目", UnitKind::thing},     {U"企业", UnitKind::thing},     {U"岗位", UnitKind::thing},
    {U"环节", UnitKind::thing},     {U"路段", UnitKind::thing},     {U"社区", UnitKind::thing},
    {U"镇", UnitKind::thing},       {U"乡镇", UnitKind::thing},     {U"县", UnitKind::thing},
    {U"县区", UnitKind::thing},     {U"病例", UnitKind::thing},     {U"病历", UnitKind::thing},
    {U"点位", UnitKind::thing},     {U"站", UnitKind::thing},       {U"小项", UnitKind::thing},
    {U"子项", UnitKind::thing},     {U"分项", UnitKind::thing},     {U"井", UnitKind::thing},
    {U"场所", UnitKind::thing},
};

/// Units that follow 个 without 个 being one: 个百分点, 个工作日.
constexpr std::u32string_view after_piece[] = {
    U"百分点", U"分点", U"千分点", U"工作日", U"自然日", U"小时", U"月",   U"季度",
    U"星期",   U"学期", U"年度",   U"位次",   U"名次",   U"等次", U"档次", U"课时",
    U"学时",   U"亿元", U"亿",     U"百分比", U"等级",   U"点",
};

const Entry* find_entry(std::u32string_view text, std::size_t at) {
    static const WordTable table = [] {
        std::vector<WordTable::Entry> words;
        for (const Entry& entry : entries) {
            words.push_back({entry.word, static_cast<std::uint16_t>(words.size())});
        }
        return WordTable(words);
    }();
    const auto match = table.find(text, at, text.size() - at);
    return match ? &entries[match->value] : nullptr;
}

char32_t sign_at(std::u32string_view text, std::size_t at) {
    return at < text.size() ? text[at] : U'\0';
}

/// 分 is a score unless it opens another word: 分钟, 三分之一; 1分之内 is a score.
bool is_score(std::u32string_view text, std::size_t at) {
    if (sign_at(text, at + 1) == U'之') {
        return std::u32string_view(U"间内外上下前后").find(sign_at(text, at + 2)) !=
               std::u32string_view::npos;
    }
    return std::u32string_view(U"钟部局公管贝").find(sign_at(text, at + 1)) ==
           std::u32string_view::npos;
}

/// Where a compound that begins with the unit ending at `end` ends: 人次, 批次/千人, 人/次.
std::size_t compound_end(std::u32string_view text, std::size_t begin, std::size_t end) {
    const char32_t last = text[end - 1];
    // 场次, 件次; but 一次次 and 百分点次 do not occur.
    if (sign_at(text, end) == U'次' && last != U'次') return end + 1;
    // 人/次 and 人·次 are 人次.
    const bool joint = sign_at(text, end) == U'/' || sign_at(text, end) == U'·';
    if (joint && sign_at(text, end + 1) == U'次' && last != U'次') return end + 2;
    const bool rate = text.substr(begin, 2) == U"微克" || text.substr(begin, 2) == U"毫克" ||
                      text.substr(begin, 2) == U"批次";
    if (rate && sign_at(text, end) == U'/') {
        const Entry* entry = find_entry(text, end + 1 < text.size() ? end + 1 : end);
        if (entry != nullptr && end + 1 < text.size()) return end + 1 + entry->word.size();
    }
    return end;
}

}  // namespace

Unit find_unit(std::u32string_view text, std::size_t at) {
    if (at >= text.size()) return {};
    if (text[at] == U'个') {
        for (const std::u32string_view word : after_piece) {
            if (!text.substr(at + 1).starts_with(word)) continue;
            if (word == U"点" && sign_at(text, at + 2) == U'位') continue;
            const Entry* entry = find_entry(text, at + 1);
            return {at + 1, at + 1 + word.size(), entry->kind};
        }
    }
    const Entry* entry = find_entry(text, at);
    if (entry == nullptr) return {};
    if (entry->kind == UnitKind::score && !is_score(text, at)) return {};
    std::size_t end = at + entry->word.size();
    if (entry->kind == UnitKind::none && sign_at(text, end) != U'次') return {};
    UnitKind kind = entry->kind == UnitKind::none ? UnitKind::thing : entry->kind;
    if (kind == UnitKind::score) return {at, end, kind};
    for (std::size_t whole = compound_end(text, at, end); whole != end;
         whole = compound_end(text, at, end)) {
        end = whole;
        if (kind == UnitKind::time) kind = UnitKind::thing;
    }
    return {at, end, kind};
}

bool comparable(std::u32string_view a, std::u32string_view b) {
    if (a == b) return true;
    if (a.empty() || b.empty()) return false;
    const Entry* first = find_entry(a, 0);
    const Entry* second = find_entry(b, 0);
    if (first == nullptr || second == nullptr) return false;
    if (first->kind != second->kind) {
        const bool countable =
            (first->kind == UnitKind::person || first->kind == UnitKind::thing) &&
            (second->kind == UnitKind::person || second->kind == UnitKind::thing);
        return countable && (a == U"个" || b == U"个");
    }
    if (first->kind == UnitKind::thing) {
        constexpr std::u32string_view sets[] = {U"次场期回个项", U"篇条份件则个项", U"家个项户",
                                                U"所家个",       U"节课次",         U"人名位个"};
        for (const std::u32string_view set : sets) {
            if (a.size() == 1 && b.size() == 1 && set.find(a[0]) != set.npos &&
                set.find(b[0]) != set.npos) {
                return true;
            }
        }
        return false;
    }
    return true;
}

}  // namespace heng::clause
