#pragma once
/// @file
/// For tests: random people trying random acts in the small city. What they hand in is drawn field
/// by field from the act's own table: mostly what could be, sometimes nonsense.
#include "core/act/reference_model.hpp"
#include "core/act/test_world.hpp"

#include <random>

namespace heng::act::test {

/// The small city's scheme for a year; `once` are the points of branch 1.1.
scheme::Scheme city_scheme(std::int64_t year, Decimal once);
/// Its files, as far as tests need any.
Object scheme_files(std::int64_t year, Decimal once);

/// Attempts, and appends what they make. What was wrong if it was refused.
[[nodiscard]] Checked<std::int64_t> attempt_in(World& world, const Attempt& attempt);

/// How far the year 2021 has come where a sequence begins.
enum class Start { drafting, in_force, half_year, year_end, graded, published };
inline constexpr int start_count = 6;
World world_at(Start start);

/// Draws from a seed; the same everywhere.
class RandomActs {
public:
    /// What may come next is asked of `model`.
    RandomActs(std::uint64_t seed, const ReferenceModel& model) : model_(&model), random_(seed) {}

    /// An act that the world is likely to be ready for, most of the time.
    const Act& draw_act(const World& world);
    /// Somebody who tries it.
    Attempt draw(const World& world, const Act& act);
    /// Time passes, as a rule by little.
    Date next_day(Date day);

private:
    using Fill = void (RandomActs::*)(const World&, Object&);

    std::int64_t below(std::int64_t count);
    bool chance(int percent) { return below(100) < percent; }
    template <class List>
    auto one_of(const List& list) {
        return *std::next(std::begin(list), below(static_cast<std::int64_t>(std::size(list))));
    }
    std::string word(std::initializer_list<const char*> words) { return one_of(words); }

    Object draw_body(const World& world, std::span<const Field> fields);
    ledger::Value draw_value(const World& world, const Field& field);
    std::string draw_id(const World& world, std::string_view field);
    std::string draw_date(const World& world, std::string_view field);
    std::string draw_decimal(std::string_view field);
    std::int64_t draw_whole(const World& world, std::string_view field);
    std::int64_t draw_record(const World& world, std::string_view field);
    ledger::List draw_texts(const World& world, std::string_view field);
    /// Whether there is such a record as the act needs.
    bool is_possible(const Rule& rule) const;
    /// One that stands as the act needs it, most of the time.
    void fit_record(const Rule& rule, Object& body);
    Actor draw_actor(const World& world, const Act& act, const Object& body);
    std::set<std::string> likely_bodies(const World& world, const Act& act, const Object& body);
    cycle::Tallies draw_tallies(const cycle::Ballot& ballot);

    /// What only goes together.
    void fit(const World& world, const Act& act, Object& body);
    void fit_deliberation(const World& world, Object& body);
    void fit_change(const World& world, Object& body);
    void fit_self_check(const World& world, Object& body);
    void fit_half_year_circular(const World& world, Object& body);
    void fit_supervision_circular(const World& world, Object& body);
    void fit_group(const World& world, Object& body);
    void fit_ballot(const World& world, Object& body);
    void fit_paper_count(const World& world, Object& body);
    void fit_circumstance(const World& world, Object& body);
    void fit_misconduct(const World& world, Object& body);
    void fit_ruling(const World& world, Object& body);
    void fit_appointment(const World& world, Object& body);

    const ReferenceModel* model_;
    std::mt19937_64 random_;
};

}  // namespace heng::act::test
