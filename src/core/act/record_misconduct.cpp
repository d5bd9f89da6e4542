/// @file
/// The office puts misconduct on record, with its evidence: a unit's (A18.2), an assessor body's
/// (A19.2), or one of the staff's (A20.3).
#include "core/act/aftermath_acts.hpp"

namespace heng::act {

namespace {

using cycle::conducts;

constexpr auto conduct_ids = [] {
    std::array<std::string_view, conducts.size()> out{};
    for (std::size_t i = 0; i < conducts.size(); ++i) out[i] = conducts[i].id;
    return out;
}();

constexpr Field conduct_field{"conduct", Kind::choice, Need::required,
                              "情形",    "Conduct",    conduct_ids};
constexpr Field proof_field{"evidence", Kind::digests, Need::required, "佐证", "Evidence"};
constexpr std::array fields{
    year_field,
    Field{"accused", Kind::choice, Need::required, "对象类别", "Whose", cycle::accused_words},
    Field{"who", Kind::id, Need::required, "单位或人员", "Unit, body or person"},
    conduct_field,
    Field{"occurred_on", Kind::date, Need::required, "发生日期", "Happened on"},
    Field{"text", Kind::text, Need::required, "事实", "The fact in words"},
    proof_field};

cycle::Accused accused_in(const Fields& in) {
    return *cycle::accused_named(in.text("accused"));
}

Checked<Subject> subject(const Context& context, const Fields& in) {
    const cycle::Register& known = context.state.units_and_people;
    const std::string& who = in.text("who");
    Subject out;
    using enum cycle::Accused;
    switch (accused_in(in)) {
        case unit:
            if (known.find_unit(who) == nullptr)
                return refused(Code::record_unknown, {"考核对象", "unit", who});
            out.unit = who;
            break;
        case assessor: {
            const cycle::Body* const body = known.find_body(who);
            if (body == nullptr) return refused(Code::record_unknown, {"单位", "body", who});
            out.unit = body->unit;
            break;
        }
        case staff:
            if (known.find_person(who) == nullptr)
                return refused(Code::record_unknown, {"人员", "person", who});
            break;
    }
    return out;
}

Result<void> check_conduct(const Fields& in) {
    std::string known;
    for (const cycle::Conduct& conduct : conducts) {
        if (conduct.of != accused_in(in)) continue;
        if (conduct.id == in.text("conduct")) return {};
        known += (known.empty() ? "" : ", ") + std::string(conduct.id);
    }
    return refuse(
        Code::field_choice_unknown, {{}, 0, 0, "conduct"},
        {std::string(conduct_field.zh), std::string(conduct_field.en), in.text("conduct"), known});
}

Decision decide(const Context& context, const Fields& in) {
    if (const auto fits = check_conduct(in); !fits) return tl::unexpected(Issues{fits.error()});
    if (in.date("occurred_on") > context.today)
        return refused(Code::too_early, {"记录违纪问题", "recording it",
                                         ledger::print_date(in.date("occurred_on"))});
    return done(record_misconduct, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Misconduct misconduct;
    misconduct.id = {entry.seq};
    misconduct.accused = accused_in(in);
    misconduct.who = in.text("who");
    misconduct.conduct = in.text("conduct");
    misconduct.occurred_on = in.date("occurred_on");
    misconduct.text = in.text("text");
    misconduct.evidence = in.digests("evidence");
    misconduct.recorded_by = entry.person();
    misconduct.recorded_on = entry.day();
    cycle_of(state, in).aftermath.misconduct.emplace(misconduct.id, std::move(misconduct));
}

}  // namespace

const Act record_misconduct{.id = "record_misconduct",
                            .zh = "记录违纪问题",
                            .en = "Record misconduct",
                            .cites = "A18.2 A19.2 A20.2 A20.3",
                            .fields = fields,
                            .stages = {cycle::Stage::in_force, cycle::Stage::published},
                            .subject = subject,
                            .decide = decide,
                            .apply = apply};

}  // namespace heng::act
