#include "core/act/permission.hpp"

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
constexpr bool by_another_person = true;

constexpr auto table = std::to_array<Permission>({
    // Register: the system administrator makes people known, the security administrator gives
    // them roles, the office keeps the units (SEC-15).
    {"add_body", system_admin, any},
    {"add_person", system_admin, any},
    {"appoint", security_admin, any},
    {"dismiss", security_admin, any},
    {"enrol_unit", office, any},
    {"move_unit", office, any},
    {"rename_unit", office, any},
    {"merge_units", office, any},
    {"exempt_unit", office, any},

    // Indicators
    {"open_year", office, any},
    {"propose_indicator", assessor, named_assessor},
    {"comment_on_indicators", unit, own_unit},
    {"consolidate_indicators", office, any},
    {"consent_to_indicators", commission, any},
    {"return_indicators", commission, any},
    {"issue_indicators", office, any},
    {"request_change", assessor, named_assessor},
    {"decide_change", office, any},

    // Findings: where the only body that a clause names is itself the unit, the lead stands in for
    // it, and the office for the lead (CALC-14); then they are the bodies named.
    {"record_finding", assessor, named_assessor},
    {"record_finding", lead, named_assessor},
    {"record_finding", office, named_assessor},
    {"confirm_finding", assessor, named_assessor, by_another_person},
    {"confirm_finding", lead, named_assessor, by_another_person},
    {"confirm_finding", office, named_assessor, by_another_person},
    {"correct_finding", assessor, named_assessor},
    {"correct_finding", lead, named_assessor},
    {"correct_finding", office, named_assessor},
    {"withdraw_finding", assessor, named_assessor},
    {"withdraw_finding", lead, named_assessor},
    {"withdraw_finding", office, named_assessor},
    {"object_to_finding", unit, own_unit},
    {"answer_objection", assessor, named_assessor, by_another_person},
    {"answer_objection", lead, named_assessor, by_another_person},
    {"answer_objection", office, named_assessor, by_another_person},
    {"supply_reference", assessor, named_assessor},

    // Monitoring: where the lead is itself the unit, the coordinator takes its place (A11.1). The
    // office may send back every report, since each is addressed to it too (A11.9).
    {"open_monitoring", lead, own_domain},
    {"mark_progress", assessor, named_assessor},
    {"mark_progress", lead, own_domain},
    {"mark_progress", coordinator, lead_recused},
    {"remind", lead, own_domain},
    {"remind", assessor, named_assessor},
    {"acknowledge_matter", unit, own_unit},
    {"rectify_matter", unit, own_unit},
    {"accept_rectification", lead, own_domain},
    {"accept_rectification", coordinator, lead_recused},
    {"return_rectification", lead, own_domain},
    {"return_rectification", coordinator, lead_recused},
    {"return_rectification", office, any},
    {"withdraw_matter", lead, own_domain},
    {"withdraw_matter", coordinator, lead_recused},
    {"withdraw_matter", office, any},
    {"request_supervision", lead, own_domain},
    {"request_supervision", coordinator, lead_recused},
    {"refuse_supervision", office, any},
    {"order_supervision", office, any},
    {"extend_supervision", office, any},
    {"close_supervision", office, any},
    {"publish_supervision_circular", office, any},

    // Half-year
    {"open_half_year", office, any},
    {"submit_self_check", unit, own_unit},
    {"return_self_check", lead, own_domain},
    {"return_self_check", coordinator, lead_recused},
    {"review_self_check", lead, own_domain},
    {"review_self_check", coordinator, lead_recused},
    {"collect_half_year", coordinator, any},
    {"publish_half_year_circular", office, any},

    // Year-end
    {"open_year_end", office, any},
    {"form_group", office, any},
    {"settle_sheet", assessor, named_assessor},
    {"settle_sheet", lead, named_assessor},  // These two where the assessor is the unit itself.
    {"settle_sheet", office, named_assessor},
    {"sign_sheet", assessor, named_assessor, by_another_person},
    {"sign_sheet", lead, named_assessor, by_another_person},
    {"sign_sheet", office, named_assessor, by_another_person},
    {"reopen_sheet", office, any},

    // Review: the office where the lead is itself one of the units.
    {"open_ballot", lead, own_domain},
    {"open_ballot", office, named_assessor},
    {"close_ballot", lead, own_domain},
    {"close_ballot", office, named_assessor},
    {"cancel_ballot", lead, own_domain},
    {"cancel_ballot", office, named_assessor},
    {"enter_paper_count", lead, own_domain},
    {"enter_paper_count", office, named_assessor},
    {"enter_review_score", lead, own_domain},
    {"enter_review_score", office, named_assessor},
    {"correct_review_score", lead, own_domain},
    {"correct_review_score", office, named_assessor},
    {"confirm_review_score", lead, own_domain, by_another_person},
    {"confirm_review_score", office, named_assessor, by_another_person},

    // Circumstances
    {"record_circumstance", office, any},
    {"confirm_circumstance", office, any, by_another_person},
    {"withdraw_circumstance", office, any},

    // Grading
    {"propose_grades", office, any},
    {"deliberate", commission, any},
    {"withdraw_deliberation", commission, any},
    {"approve_grades", commission, any},
    {"publish_results", office, any},

    // Aftermath
    {"request_recheck", unit, own_unit},
    // The commission too: a change may need grades, and those are the commission's (A16).
    {"decide_recheck", office, any, by_another_person},
    {"decide_recheck", commission, any, by_another_person},
    {"appeal", unit, own_unit},
    {"decide_appeal", commission, any, by_another_person},
    {"file_explanation", unit, own_unit},
    {"accept_explanation", office, any},
    {"return_explanation", office, any},
    {"hand_on_consequences", office, any},
    {"record_misconduct", office, any},
    {"refer_misconduct", office, any},
    {"decide_misconduct", commission, any, by_another_person},
    {"interpret_article", coordinator, any},
    {"close_year", office, any},
    {"archive_year", office, any},
    {"carry_forward", office, any},
});

constexpr std::array<std::string_view, 5> relation_names{"any", "own_domain", "named_assessor",
                                                         "own_unit", "lead_recused"};

std::optional<std::string> domain_of(const cycle::State& state, const Subject& subject, Date day) {
    if (!subject.unit) return subject.domain;
    const cycle::Unit* const found = state.units_and_people.find_unit(*subject.unit);
    return found == nullptr ? std::nullopt : std::optional(found->on(day).domain);
}

/// The body that leads the domain of the subject, or nullptr.
const std::string* find_lead(const cycle::State& state, const cycle::Rulebook* rulebook,
                             const Subject& subject, Date day) {
    const auto domain = domain_of(state, subject, day);
    if (rulebook == nullptr || !domain) return nullptr;
    const scheme::Domain* const found = rulebook->scheme().find_domain(*domain);
    return found == nullptr ? nullptr : &found->lead;
}

}  // namespace

std::string_view name(Relation relation) {
    return relation_names[static_cast<std::size_t>(relation)];
}

bool stands(Relation relation, const cycle::State& state, const cycle::Rulebook* rulebook,
            const Actor& actor, const Subject& subject, Date day) {
    const std::string* const leading = find_lead(state, rulebook, subject, day);
    switch (relation) {
        case any: return true;
        case own_domain: return leading != nullptr && *leading == actor.of;
        case named_assessor:
            return std::find(subject.assessors.begin(), subject.assessors.end(), actor.of) !=
                   subject.assessors.end();
        case own_unit: return subject.unit == actor.of;
        case lead_recused:
            return leading != nullptr && subject.unit &&
                   state.units_and_people.is_itself(*leading, *subject.unit);
    }
    return false;
}

std::span<const Permission> permissions() {
    return table;
}

Result<void> check_permission(const cycle::State& state, const cycle::Rulebook* rulebook,
                              const Actor& actor, const Act& act, const Subject& subject,
                              Date day) {
    const auto listed = std::find_if(table.begin(), table.end(), [&](const Permission& one) {
        return one.act == act.id && one.as == actor.as &&
               stands(one.relation, state, rulebook, actor, subject, day);
    });
    if (listed == table.end())
        return refuse(Code::act_not_permitted, {},
                      {std::string(act.zh), std::string(act.en), std::string(cycle::name(actor.as)),
                       actor.of});
    const bool judges = actor.as != Capacity::unit && !cycle::is_administrator(actor.as);
    if (judges && subject.unit &&
        state.units_and_people.belongs_to(actor.person, *subject.unit, day))
        return refuse(Code::recusal, {}, {actor.person, *subject.unit});
    const auto& first = subject.first_persons;
    if (listed->by_another_person &&
        std::find(first.begin(), first.end(), actor.person) != first.end())
        return refuse(Code::second_person_needed, {}, {actor.person});
    return {};
}

}  // namespace heng::act
