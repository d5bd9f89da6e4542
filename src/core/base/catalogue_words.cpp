#include "core/base/catalogue_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace heng {

namespace {

using Word = std::pair<std::string_view, std::string_view>;

/// By identifier, in their order.
constexpr auto words = std::to_array<Word>({
    {"absent", "未报送"},
    {"accepted", "已认可"},
    {"acknowledged", "已签收"},
    {"approved", "已审定"},
    {"archived", "已归档"},
    {"assessor", "考核责任单位"},
    {"audit_admin", "审计管理员"},
    {"cancelled", "已取消"},
    {"carried", "结转"},
    {"choice", "可选值"},
    {"closed", "已关闭"},
    {"collected", "已汇总"},
    {"commission", "市考核委"},
    {"confirmed", "已确认"},
    {"consented", "已同意"},
    {"consolidated", "已汇总审核"},
    {"coordinator", "市委组织部"},
    {"date", "日期"},
    {"decided", "已处理"},
    {"decimal", "小数"},
    {"department", "部门"},
    {"digests", "佐证材料"},
    {"drafting", "指标制定"},
    {"entered", "待确认"},
    {"filed", "已提出"},
    {"flag", "是或否"},
    {"grading", "等次评定"},
    {"granted", "已同意"},
    {"id", "编号"},
    {"in_force", "组织实施"},
    {"issued", "已印发"},
    {"lead", "主要考核责任单位"},
    {"merged", "已合并"},
    {"none", "未督办"},
    {"not_collected", "未汇总"},
    {"not_taking_part", "不参加考核"},
    {"office", "市考核办"},
    {"open", "进行中"},
    {"ordered", "督办中"},
    {"planned", "整改中"},
    {"proposed", "已提出"},
    {"published", "结果公布"},
    {"recipient", "结果接收单位"},
    {"record", "编号"},
    {"recorded", "待确认"},
    {"referred", "已移交"},
    {"refused", "未同意"},
    {"reopened", "已退回"},
    {"replaced", "已更正"},
    {"reported", "已反馈"},
    {"requested", "已提请"},
    {"returned", "已退回"},
    {"reviewed", "已审核评价"},
    {"rows", "列表"},
    {"scheme", "方案文件"},
    {"security_admin", "安全管理员"},
    {"separate", "未合并"},
    {"settled", "已核定"},
    {"signed", "已签认"},
    {"submitted", "已报送"},
    {"system_admin", "系统管理员"},
    {"taking_part", "参加考核"},
    {"text", "文本"},
    {"texts", "文本列表"},
    {"told", "待签收"},
    {"unit", "考核对象"},
    {"whole", "整数"},
    {"withdrawn", "已撤回"},
    {"year_end", "年终考核"},
});
static_assert(std::is_sorted(words.begin(), words.end()));

bool is_of_identifier(char c) {
    return (c >= 'a' && c <= 'z') || c == '_';
}

std::string_view word_of(std::string_view identifier) {
    const auto found = std::lower_bound(
        words.begin(), words.end(), identifier,
        [](const Word& word, std::string_view wanted) { return word.first < wanted; });
    return found == words.end() || found->first != identifier ? identifier : found->second;
}

}  // namespace

std::string in_chinese(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && is_of_identifier(text[end])) ++end;
        if (end > at) {
            out += word_of(text.substr(at, end - at));
            at = end;
        } else {
            out += text[at++];
        }
    }
    return out;
}

}  // namespace heng
