/// @file
/// After issue the indicators stay as they are; where a change is truly needed, the assessor
/// responsible asks for it (A8.11, A8.12).
#include "core/act/indicator_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{
    year_field,
    domain_field,
    task_field,
    clause_field,
    Field{"text", Kind::text, Need::required, "变更内容", "What is to change"},
    reason_field,
};

Decision decide(const Context&, const Fields& in) {
    return done(request_change, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::ChangeRequest request;
    request.id = {entry.seq};
    request.by = entry.person();
    request.body = in.text("of");
    request.place = read_place(in);
    request.text = in.text("text");
    request.reason = in.text("reason");
    cycle_of(state, in).indicators.changes.emplace(request.id, std::move(request));
}

}  // namespace

const Act request_change{.id = "request_change",
                         .zh = "申请变更指标",
                         .en = "Request a change of the indicators",
                         .cites = "A8.10 A8.11 A8.12",
                         .fields = fields,
                         .stages = {cycle::Stage::in_force, cycle::Stage::in_force},
                         .subject = subject_place,
                         .decide = decide,
                         .apply = apply};

}  // namespace heng::act
