/// @file
/// The lead opens a secret ballot about the units of its domain that have no review score yet
/// (A14.3). Voter groups, weights, coefficients and rules of validity are frozen with this event,
/// and so are the one-time codes, by their hashes (DEB-2, DEB-3, DEB-5). Without codes the votes
/// are cast on paper.
#include "core/act/review_acts.hpp"
#include "core/act/stand_in.hpp"
#include "core/cycle/settling.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace heng::act {

namespace {

using cycle::counted_marks;

constexpr std::array group_row{
    Field{"group", Kind::id, Need::required, "投票组", "Voter group"},
    Field{"weight", Kind::decimal, Need::required, "权重(%)", "Weight, in per cent"},
    Field{"voters", Kind::whole, Need::required, "人数", "Voters"},
    Field{"codes", Kind::digests, Need::optional, "投票码哈希", "Hashes of the one-time codes"}};
constexpr std::array fields{
    year_field,
    Field{"domain", Kind::id, Need::required, "领域", "Domain"},
    Field{"groups", Kind::rows, Need::required, "投票组", "Voter groups", {}, group_row},
    Field{"good", Kind::decimal, Need::optional, "“好”的分值", "Coefficient of 好"},
    Field{"fair", Kind::decimal, Need::optional, "“较好”的分值", "Coefficient of 较好"},
    Field{"ordinary", Kind::decimal, Need::optional, "“一般”的分值", "Coefficient of 一般"},
    Field{"poor", Kind::decimal, Need::optional, "“差”的分值", "Coefficient of 差"},
    Field{"good_max", Kind::whole, Need::optional, "“好”的最多个数", "Most units marked 好"},
    Field{"all_same_is_invalid", Kind::flag, Need::optional, "全部相同为无效票",
          "A ballot of equal marks is invalid"},
    note_field};
/// Of full marks, where the lead sets nothing else.
constexpr std::array<std::int64_t, counted_marks> usual_percent{100, 80, 60, 40};

const scheme::Scheme& scheme_of(const Context& context, const Fields& in) {
    return context.rulebook(context.cycle_of(in))->scheme();
}

/// The participants of the domain that have no review score and none on its way.
std::vector<cycle::UnitId> units_of(const Context& context, const Fields& in) {
    const cycle::Cycle& cycle = context.cycle_of(in);
    std::vector<cycle::UnitId> out;
    const Date day = cycle::assessed_on(cycle, context.today);
    for (const cycle::Unit* const unit : context.state.participants(cycle, in.text("domain"), day))
        if (!cycle.reviews.score_of(unit->id) && cycle.reviews.waiting(unit->id) == nullptr)
            out.push_back(unit->id);
    return out;
}

Checked<Subject> subject(const Context& context, const Fields& in) {
    const std::string& domain = in.text("domain");
    const cycle::Rulebook* const rulebook = context.rulebook(context.cycle_of(in));
    if (rulebook->scheme().find_domain(domain) == nullptr)
        return refused(Code::record_unknown, {"领域", "domain", domain});
    Subject out;
    out.domain = domain;
    out.assessors = bodies_instead_of_lead(context, *rulebook, domain, units_of(context, in));
    return out;
}

bool has_two_places(Decimal value) {
    return round(value, cycle::ballot_rounding) == value;
}

Error out_of_range(std::string value, std::string range) {
    return {Code::value_out_of_range, {}, {std::move(value), std::move(range)}};
}

/// What is wrong with the size and the weight of the groups.
Issues check_groups(const std::vector<Fields>& rows) {
    Issues issues;
    Decimal sum;
    std::int64_t voters = 0;
    std::set<std::string> names;
    for (const Fields& row : rows) {
        const Decimal weight = row.decimal("weight");
        if (weight.is_negative() || weight.is_zero() || weight > Decimal::whole(100) ||
            !has_two_places(weight))
            issues.push_back(out_of_range(weight.text(), "0.01 – 100.00"));
        else
            sum += weight;
        const std::int64_t here = row.whole("voters");
        if (here < 1 || here > cycle::voters_max)
            issues.push_back(
                out_of_range(std::to_string(here), "1 – " + std::to_string(cycle::voters_max)));
        else
            voters += here;
        if (!names.insert(row.text("group")).second)
            issues.push_back(
                {Code::record_exists, {}, {"投票组", "voter group", row.text("group")}});
    }
    if (rows.size() > cycle::groups_max)
        issues.push_back(
            out_of_range(std::to_string(rows.size()), "1 – " + std::to_string(cycle::groups_max)));
    if (!issues.empty()) return issues;
    if (sum != Decimal::whole(100)) issues.push_back({Code::weights_sum_differs, {}, {sum.text()}});
    if (voters < cycle::secret_from)
        issues.push_back({Code::ballot_too_small,
                          {},
                          {std::to_string(voters), std::to_string(cycle::secret_from)}});
    return issues;
}

/// One code for each voter, or none at all.
Issues check_codes(const std::vector<Fields>& rows) {
    const bool is_online = std::any_of(
        rows.begin(), rows.end(), [](const Fields& row) { return !row.digests("codes").empty(); });
    Issues issues;
    std::set<ledger::Digest> seen;
    for (const Fields& row : rows) {
        const auto codes = row.digests("codes");
        const auto before = seen.size();
        seen.insert(codes.begin(), codes.end());
        const auto fresh = static_cast<std::int64_t>(seen.size() - before);
        const auto handed_in = static_cast<std::int64_t>(codes.size());
        if (is_online && (fresh != row.whole("voters") || handed_in != fresh))
            issues.push_back(
                {Code::ballot_codes_unfit,
                 {},
                 {row.text("group"), std::to_string(fresh), std::to_string(row.whole("voters"))}});
    }
    return issues;
}

std::array<Decimal, counted_marks> coefficients_of(const Context& context, const Fields& in) {
    const Decimal full = scheme_of(context, in).composition.review_full;
    std::array<Decimal, counted_marks> out;
    for (std::size_t i = 0; i < counted_marks; ++i)
        out[i] = in.optional_decimal(mark_keys[i])
                     .value_or(multiply_divide(full, Decimal::whole(usual_percent[i]),
                                               Decimal::whole(100), cycle::ballot_rounding));
    return out;
}

/// From full marks down to nothing, no mark worth more than the one before.
Issues check_coefficients(const Context& context, const Fields& in) {
    Issues issues;
    Decimal above = scheme_of(context, in).composition.review_full;
    for (const Decimal value : coefficients_of(context, in)) {
        if (value.is_negative() || value > above || !has_two_places(value))
            issues.push_back(out_of_range(value.text(), "0 – " + above.text(2)));
        else
            above = value;
    }
    return issues;
}

Issues check_frozen(const Context& context, const Fields& in,
                    const std::vector<cycle::UnitId>& units) {
    Issues issues = recusals(context, context.actor.person, units);
    const auto add = [&issues](Issues more) {
        issues.insert(issues.end(), more.begin(), more.end());
    };
    const auto rows = in.rows("groups");
    add(check_groups(rows));
    add(check_codes(rows));
    add(check_coefficients(context, in));
    if (in.has("good_max") && in.whole("good_max") < 0)
        add({out_of_range(std::to_string(in.whole("good_max")), "≥ 0")});
    return issues;
}

Decision decide(const Context& context, const Fields& in) {
    const std::string& domain = in.text("domain");
    for (const auto& [id, ballot] : context.cycle_of(in).reviews.ballots)
        if (ballot.domain == domain && ballot.stage == cycle::BallotStage::open)
            return refused(Code::record_exists, {"述职评议投票", "ballot", std::to_string(id.seq)});
    const auto units = units_of(context, in);
    if (units.empty())
        return refused(Code::record_unknown, {"待评议的考核对象", "unit to be reviewed", domain});
    Issues issues = check_frozen(context, in, units);
    if (!issues.empty()) return tl::unexpected(std::move(issues));
    std::vector<ledger::Member> computed{{"units", ledger::List(units.begin(), units.end())}};
    const auto coefficients = coefficients_of(context, in);
    for (std::size_t i = 0; i < counted_marks; ++i)
        if (!in.has(mark_keys[i]))
            computed.push_back({std::string(mark_keys[i]), coefficients[i].text()});
    return done(open_ballot, in, std::move(computed));
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Ballot ballot;
    ballot.id = {entry.seq};
    ballot.domain = in.text("domain");
    ballot.opened_on = entry.day();
    ballot.units = in.texts("units");
    for (const Fields& row : in.rows("groups"))
        ballot.groups.push_back(
            {row.text("group"), row.decimal("weight"), row.whole("voters"), row.digests("codes")});
    for (std::size_t i = 0; i < counted_marks; ++i)
        ballot.coefficients[i] = in.decimal(mark_keys[i]);
    if (in.has("good_max")) ballot.validity.good_max = in.whole("good_max");
    ballot.validity.all_same_is_invalid = in.flag_or_false("all_same_is_invalid");
    cycle_of(state, in).reviews.ballots.emplace(ballot.id, std::move(ballot));
}

}  // namespace

const Act open_ballot{.id = "open_ballot",
                      .zh = "启动述职评议投票",
                      .en = "Open a ballot",
                      .cites = "A14.3",
                      .fields = fields,
                      .stages = {cycle::Stage::in_force, cycle::Stage::year_end},
                      .subject = subject,
                      .decide = decide,
                      .apply = apply};

}  // namespace heng::act
