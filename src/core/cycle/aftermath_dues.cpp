/// @file
/// What is due after publication: rechecks, appeals, explanations.
#include "core/cycle/dues.hpp"
#include "core/cycle/follow_up.hpp"

namespace heng::cycle {

namespace {

Due due_about(Duty what, Debtor by, Date until, const UnitId& unit, std::int64_t record) {
    Due out = make_due(what, std::move(by), until);
    out.about = unit;
    out.record = record;
    return out;
}

void add_rechecks(const DueBasis& basis, std::vector<Due>& out) {
    for (const OpenRecheck& one : rechecks_open(basis.cycle, basis.scheme)) {
        if (!one.due) continue;
        const Recheck& recheck = basis.cycle.aftermath.rechecks.at(one.recheck);
        out.push_back(one.is_appeal ? due_about(Duty::decide_appeal, basis.commission(), *one.due,
                                                recheck.unit, one.recheck.seq)
                                    : due_about(Duty::decide_recheck, basis.office(), *one.due,
                                                recheck.unit, one.recheck.seq));
    }
}

/// The windows in which a decided recheck may be appealed against.
void add_windows(const DueBasis& basis, std::vector<Due>& out) {
    for (const auto& [id, recheck] : basis.cycle.aftermath.rechecks) {
        if (!recheck.decided || recheck.appeal) continue;
        if (const auto until = basis.limit(Duty::appeal, recheck.decided->on))
            out.push_back(due_about(Duty::appeal, {Capacity::unit, recheck.unit}, *until,
                                    recheck.unit, id.seq));
    }
}

void add_explanations(const DueBasis& basis, std::vector<Due>& out) {
    for (const OwedExplanation& one : explanations_owed(basis.cycle, basis.scheme))
        if (one.is_missing() && one.due)
            out.push_back(due_about(Duty::file_explanation, {Capacity::unit, one.unit}, *one.due,
                                    one.unit, one.last == nullptr ? 0 : one.last->id.seq));
}

}  // namespace

std::vector<Due> aftermath_dues(const DueBasis& basis) {
    std::vector<Due> out;
    if (basis.cycle.stage != Stage::published) return out;
    add_rechecks(basis, out);
    add_windows(basis, out);
    add_explanations(basis, out);
    return out;
}

}  // namespace heng::cycle
