#include "core/act/reading.hpp"

#include <algorithm>
#include <array>

namespace heng::act {

namespace {

using enum Relation;
constexpr auto commission = Capacity::commission;
constexpr auto office = Capacity::office;
constexpr auto coordinator = Capacity::coordinator;
constexpr auto lead = Capacity::lead;
constexpr auto assessor = Capacity::assessor;
constexpr auto unit = Capacity::unit;
constexpr auto system_admin = Capacity::system_admin;
constexpr auto security_admin = Capacity::security_admin;
constexpr auto audit_admin = Capacity::audit_admin;

constexpr auto words = std::to_array<ViewWord>({
    {View::indicators, "indicators", "指标体系", "indicators"},
    {View::drafts, "drafts", "指标体系拟制", "schemes in the making"},
    {View::units, "units", "单位库", "the register of units"},
    {View::people, "people", "人员与任用", "people and appointments"},
    {View::findings, "findings", "扣分记录", "findings"},
    {View::progress, "progress", "季度监测与整改", "progress and rectification"},
    {View::self_checks, "self_checks", "半年自查与评估", "half-year self-checks"},
    {View::sheets, "sheets", "任务评分表", "task sheets"},
    {View::reviews, "reviews", "述职评议得分", "review scores"},
    {View::circumstances, "circumstances", "限制与重大问题", "circumstances"},
    {View::grading, "grading", "等次评定", "grading before publication"},
    {View::results, "results", "考核结果", "results"},
    {View::aftermath, "aftermath", "复核申诉与书面说明", "rechecks, appeals and explanations"},
    {View::misconduct, "misconduct", "违规违纪情形", "misconduct"},
    {View::documents, "documents", "文件", "documents"},
    {View::log, "log", "操作日志", "the log of acts"},
});

constexpr auto table = std::to_array<Reading>({
    {View::indicators, commission, any},
    {View::indicators, office, any},
    {View::indicators, coordinator, any},
    {View::indicators, lead, any},
    {View::indicators, assessor, any},
    {View::indicators, unit, any},
    {View::indicators, system_admin, any},
    {View::indicators, security_admin, any},
    {View::indicators, audit_admin, any},
    {View::drafts, commission, any},
    {View::drafts, office, any},
    {View::drafts, coordinator, any},
    {View::drafts, lead, any},
    {View::drafts, assessor, any},
    {View::drafts, unit, any},
    {View::units, commission, any},
    {View::units, office, any},
    {View::units, coordinator, any},
    {View::units, lead, any},
    {View::units, assessor, any},
    {View::units, unit, own_unit},
    {View::units, system_admin, any},
    {View::units, security_admin, any},
    {View::units, audit_admin, any},
    {View::people, commission, any},
    {View::people, office, any},
    {View::people, system_admin, any},
    {View::people, security_admin, any},
    {View::people, audit_admin, any},
    {View::findings, commission, any},
    {View::findings, office, any},
    {View::findings, coordinator, any},
    {View::findings, lead, own_domain},
    {View::findings, assessor, named_assessor},
    {View::findings, unit, own_unit},
    {View::progress, commission, any},
    {View::progress, office, any},
    {View::progress, coordinator, any},
    {View::progress, lead, own_domain},
    {View::progress, assessor, named_assessor},
    {View::progress, unit, own_unit},
    {View::self_checks, commission, any},
    {View::self_checks, office, any},
    {View::self_checks, coordinator, any},
    {View::self_checks, lead, own_domain},
    {View::self_checks, assessor, named_assessor},
    {View::self_checks, unit, own_unit},
    {View::sheets, commission, any},
    {View::sheets, office, any},
    {View::sheets, coordinator, any},
    {View::sheets, lead, own_domain},
    {View::sheets, assessor, named_assessor},
    {View::sheets, unit, own_unit},
    {View::reviews, commission, any},
    {View::reviews, office, any},
    {View::reviews, coordinator, any},
    {View::reviews, lead, own_domain},
    {View::reviews, unit, own_unit},
    {View::circumstances, commission, any},
    {View::circumstances, office, any},
    {View::circumstances, unit, own_unit},
    {View::grading, commission, any},
    {View::grading, office, any},
    {View::results, commission, any},
    {View::results, office, any},
    {View::results, coordinator, any},
    {View::results, lead, own_domain},
    {View::results, unit, own_unit},
    {View::aftermath, commission, any},
    {View::aftermath, office, any},
    {View::aftermath, unit, own_unit},
    {View::misconduct, commission, any},
    {View::misconduct, office, any},
    {View::documents, commission, any},
    {View::documents, office, any},
    {View::documents, unit, own_unit},
    {View::log, audit_admin, any},
});

}  // namespace

std::span<const ViewWord> view_words() {
    return words;
}

std::span<const Reading> readings() {
    return table;
}

Result<void> check_reading(const cycle::State& state, const cycle::Rulebook* rulebook,
                           const Actor& actor, View view, const Subject& subject, Date day) {
    const bool listed = std::any_of(table.begin(), table.end(), [&](const Reading& one) {
        return one.view == view && one.as == actor.as &&
               stands(one.relation, state, rulebook, actor, subject, day);
    });
    if (listed) return {};
    const ViewWord& word = words[static_cast<std::size_t>(view)];
    return refuse(
        Code::view_not_permitted, {},
        {std::string(word.zh), std::string(word.en), std::string(cycle::name(actor.as)), actor.of});
}

}  // namespace heng::act
