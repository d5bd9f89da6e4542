#include "scored_year.hpp"

#include "core/scheme/check.hpp"
#include "core/score/test_scheme.hpp"
#include "shell/csv/score_tables.hpp"
#include "shell/yaml/load_scheme.hpp"

#include <algorithm>
#include <random>
#include <stdexcept>

namespace heng::books {

namespace {

namespace fs = std::filesystem;
using namespace score::test;
using report::ScoredDomain;
using report::ScoredUnit;
using scheme::Branch;
using scheme::Effect;
using scheme::Grade;

/// Scores a unit by its findings and by what stands in its facts.
void stand(const ScoredDomain& domain, ScoredUnit& unit) {
    unit.score = score::score_unit(domain.rules, unit.findings);
    cycle::UnitStanding& standing = unit.standing;
    standing.indicator = unit.score.indicator;
    standing.published = score::Composer(domain.scheme)
                             .publish(standing.indicator, standing.review.value_or(Decimal{}));
    standing.bearing.best = unit.best_by_facts;
    if (unit.score.vetoed)
        standing.bearing.best =
            std::max(standing.bearing.best, grade::best_when_barred(domain.scheme));
    standing.standing = {standing.published.total, standing.bearing.best, standing.bearing.serious,
                         standing.bearing.lowered_by};
}

void rank(ScoredDomain& domain) {
    std::vector<grade::Standing> standings;
    for (const ScoredUnit& unit : domain.units) standings.push_back(unit.standing.standing);
    const auto outcomes = grade::grade_domain(domain.scheme.grading, standings);
    for (std::size_t i = 0; i < outcomes.size(); ++i)
        domain.units[i].standing.proposed = outcomes[i];
}

app::Year read_year(const scheme::Scheme& scheme, const fs::path& folder,
                    const std::string& watched) {
    app::YearFiles files{(folder / "units.csv").string(), (folder / "findings.csv").string()};
    if (fs::exists(folder / "decisions.csv")) files.decisions = (folder / "decisions.csv").string();
    app::RunOptions options;
    if (!watched.empty()) options.watch = watched;
    auto year = csv::score_files(scheme, files, options);
    if (!year) throw std::runtime_error("tables that do not fit: " + folder.string());
    return *std::move(year);
}

ScoredUnit read_unit(const app::Year& year, const fs::path& folder, std::size_t unit) {
    ScoredUnit out;
    const std::string id(year.id(unit));
    out.name = year.name(unit) ? std::string(*year.name(unit)) : id;
    out.standing.unit = id;
    out.standing.review = year.review(unit);
    out.standing.bearing.serious = year.standing(unit).serious;
    out.standing.bearing.lowered_by = year.standing(unit).lowered_by;
    if (year.is_barred_by_register(unit))
        out.best_by_facts = grade::best_when_barred(year.scheme());
    out.findings = read_year(year.scheme(), folder, id).watched;
    if (const grade::Settled* const settled = year.settled(unit))
        out.settled = {id, settled->decision.grade, settled->decision.reason, {}};
    return out;
}

/// What the engine made of the year as a whole must be what was put together here.
void check_against(const app::Year& year, const ScoredDomain& domain) {
    for (const ScoredUnit& unit : domain.units) {
        const std::size_t index = *year.find(unit.standing.unit);
        const grade::Settled* const settled = year.settled(index);
        const grade::Outcome proposal =
            settled == nullptr ? year.outcome(index) : settled->proposal;
        if (unit.standing.published != year.published(index) || unit.standing.proposed != proposal)
            throw std::runtime_error("two engines: " + unit.standing.unit);
    }
}

/// Draws for made-up years; the same everywhere for one seed.
class Chance {
public:
    explicit Chance(unsigned seed) : draws_(seed) {}
    int below(int count) { return static_cast<int>(draws_() % static_cast<unsigned>(count)); }
    bool heads() { return below(2) == 0; }
    template <class T>
    T of(std::initializer_list<T> values) {
        return *(values.begin() + below(static_cast<int>(values.size())));
    }

private:
    std::mt19937 draws_;
};

Branch random_branch(Chance& chance, std::string id) {
    const auto points = chance.of<const char*>({"0.1", "0.5", "1", "2", "3.3333", "0.0001"});
    const auto step = chance.of<const char*>({"0.3", "0.5", "1", "3", "10"});
    Branch branch;
    switch (chance.below(12)) {
        case 0: return level(std::move(id), points, "差");
        case 1: branch = level(std::move(id), points, "中"); break;
        case 2: return without_amount(std::move(id), Effect::zero);
        case 3: return without_amount(std::move(id), Effect::veto);
        case 4: branch = range(std::move(id), "0.5", "3"); break;
        case 5: branch = percent(std::move(id), chance.of<const char*>({"25", "50", "100"})); break;
        case 6: branch = shortfall(std::move(id), points, step, chance.heads() ? "5.5" : ""); break;
        case 7: branch = excess(std::move(id), points, step, chance.heads() ? "2.1" : ""); break;
        case 8: branch = once(std::move(id), points); break;
        default: branch = each(std::move(id), points, step); break;
    }
    using enum scheme::Partial;
    if (branch.step) branch.partial = chance.of({down, up, proportional});
    if (chance.below(4) == 0) branch.effect = Effect::award;
    const auto cap = chance.of<const char*>({"0.7", "2", "task"});
    if (chance.below(4) == 0) return capped(std::move(branch), cap);
    const bool may_share = branch.basis != scheme::Basis::level;
    if (may_share && chance.below(4) == 0) return capped_together(std::move(branch), cap);
    return branch;
}

scheme::Scheme random_scheme(Chance& chance) {
    int ids = 0;
    std::vector<std::vector<scheme::Task>> categories;
    for (int c = 1 + chance.below(3); c > 0; --c) {
        std::vector<scheme::Task> tasks;
        for (int t = 1 + chance.below(3); t > 0; --t) {
            std::vector<scheme::Clause> clauses;
            for (int k = chance.below(3); k >= 0; --k) {
                std::vector<Branch> branches;
                for (int b = chance.below(4); b >= 0; --b)
                    branches.push_back(random_branch(chance, "b" + std::to_string(ids++)));
                clauses.push_back(clause(std::move(branches)));
            }
            tasks.push_back(
                task(chance.of<const char*>({"1", "3", "8", "12.25"}), std::move(clauses)));
        }
        categories.push_back(std::move(tasks));
    }
    scheme::Scheme scheme = scheme_of_categories(std::move(categories));
    using enum RoundingMode;
    scheme.settings.floor =
        chance.of({scheme::Floor::task, scheme::Floor::category, scheme::Floor::none});
    scheme.settings.same_case = chance.of({scheme::SameCase::highest, scheme::SameCase::every});
    scheme.settings.partial = chance.of({scheme::Partial::down, scheme::Partial::up});
    if (chance.below(5) == 0)
        scheme.settings.rounding.reset();
    else
        scheme.settings.rounding = Rounding{chance.below(5), chance.of({half_up, down, up})};
    scheme.composition.indicators_percent = dec(chance.of<const char*>({"80", "70", "66.6667"}));
    scheme.composition.review_percent = dec("100") - scheme.composition.indicators_percent;
    scheme.composition.review_full = dec(chance.of<const char*>({"100", "20"}));
    scheme::Grading& grading = scheme.grading;
    grading.quota_percent = dec(chance.of<const char*>({"30", "33.3", "0", "100"}));
    grading.quota_rounding = chance.of({half_up, down, up});
    grading.freed_place = chance.of(
        {scheme::FreedPlace::decision, scheme::FreedPlace::next, scheme::FreedPlace::none});
    grading.candidate_band = dec(chance.of<const char*>({"0", "0.2", "0.5"}));
    if (chance.heads()) grading.ordinary_band = dec(chance.of<const char*>({"0.1", "0.34"}));
    return scheme;
}

/// Names that a spreadsheet would like to take for something else.
constexpr std::array<const char*, 12> odd_ids{"=1+1", "C*",   "c?", "01",  "1",  "a",
                                              "A",    "@SUM", "-2", "+86", "~x", "县(区)"};

std::vector<score::Finding> random_findings(Chance& chance, const score::Rules& rules,
                                            std::size_t& line) {
    std::vector<score::Finding> out;
    if (rules.branches.empty()) return out;
    for (int i = chance.below(10); i > 0; --i) {
        score::Finding finding;
        finding.branch =
            static_cast<score::BranchIndex>(chance.below(static_cast<int>(rules.branches.size())));
        const bool is_chosen =
            rules.branches[finding.branch].meaning == scheme::ValueMeaning::points;
        finding.value = dec(is_chosen ? chance.of<const char*>({"0.5", "1.25", "3"})
                                      : chance.of<const char*>({"0", "0.3", "0.9", "1", "2", "7.5",
                                                                "12", "1234567.8912"}));
        if (chance.heads())
            finding.case_id = chance.of<const char*>({"C1", "c1", "C*", ">5", "1", "01", "=C1"});
        finding.occurred_on = chance.heads() ? "2021-03-09" : "";
        finding.note = chance.of<const char*>({"=HYPERLINK(1)", "-1", "通报\n两起", "\"引号\""});
        finding.line = ++line;
        out.push_back(std::move(finding));
    }
    return out;
}

ScoredUnit random_unit(Chance& chance, const ScoredDomain& domain, std::size_t index,
                       std::size_t& line) {
    ScoredUnit unit;
    unit.standing.unit = odd_ids.at(index);
    unit.name = chance.of<const char*>({"甲县", odd_ids.at(index), "_x0041_", "\"乙\"&<县>"});
    unit.findings = random_findings(chance, domain.rules, line);
    if (chance.below(4) != 0)
        unit.standing.review = dec(
            chance.of<const char*>({"88.725", "88.724", "0.0125", "20", "97.3333", "90", "90"}));
    cycle::Bearing& bearing = unit.standing.bearing;
    bearing.serious = chance.below(5) == 0;
    bearing.no_progress = chance.below(4) == 0;
    bearing.lowered_by = static_cast<std::uint8_t>(chance.below(6) == 0 ? 1 : 0);
    if (chance.below(4) == 0)
        unit.best_by_facts = chance.of({Grade::fair, Grade::ordinary, Grade::poor});
    if (chance.below(5) == 0)
        unit.settled = {unit.standing.unit, chance.of({Grade::fair, Grade::ordinary}), "=理由",
                        "A16.3"};
    return unit;
}

}  // namespace

std::unique_ptr<World> read_world(const std::filesystem::path& scheme,
                                  const std::filesystem::path& folder) {
    auto world = std::make_unique<World>();
    auto loaded = yaml::load_scheme(scheme);
    if (!loaded || has_errors(scheme::check_structure(*loaded))) return world;
    world->scheme = std::move(*loaded);
    const app::Year year = read_year(world->scheme, folder, {});
    const auto& domains = world->scheme.domains;
    world->rules.reserve(domains.size());
    for (std::size_t i = 0; i < domains.size(); ++i) {
        const scheme::Table* const table = world->scheme.find_table(domains[i].id);
        if (table == nullptr) continue;
        world->rules.push_back(score::compile(world->scheme, *table));
        ScoredDomain domain{world->scheme, domains[i], world->rules.back(), {}, {}};
        for (std::size_t unit = 0; unit < year.size(); ++unit)
            if (year.domain_index(unit) == i) domain.units.push_back(read_unit(year, folder, unit));
        for (ScoredUnit& unit : domain.units) stand(domain, unit);
        rank(domain);
        check_against(year, domain);
        if (!domain.units.empty()) world->domains.push_back(std::move(domain));
    }
    return world;
}

std::unique_ptr<World> random_world(unsigned seed) {
    Chance chance(seed);
    auto world = std::make_unique<World>();
    world->scheme = random_scheme(chance);
    world->rules.push_back(score::compile(world->scheme, world->scheme.tables.front()));
    ScoredDomain domain{world->scheme, world->scheme.domains.front(), world->rules.back(), {}, {}};
    std::size_t line = 0;
    const auto units = static_cast<std::size_t>(1 + chance.below(static_cast<int>(odd_ids.size())));
    for (std::size_t i = 0; i < units; ++i)
        domain.units.push_back(random_unit(chance, domain, i, line));
    for (ScoredUnit& unit : domain.units) stand(domain, unit);
    rank(domain);
    world->domains.push_back(std::move(domain));
    return world;
}

void rescore(World& world, std::size_t domain, std::size_t unit,
             std::vector<score::Finding> findings) {
    ScoredDomain& changed = world.domains[domain];
    changed.units[unit].findings = std::move(findings);
    stand(changed, changed.units[unit]);
    rank(changed);
}

}  // namespace heng::books
