#include "app/demo/accounts.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace heng::app::demo {

namespace {

/// What a person is first of all: the earliest in the order of capacities, and among the posts of a
/// unit the secretary.
const cycle::Appointment* main_appointment(const cycle::Person& person) {
    const auto& all = person.appointments;
    const auto found = std::min_element(all.begin(), all.end(),
                                        [](const auto& a, const auto& b) { return a.as < b.as; });
    return found == all.end() ? nullptr : &*found;
}

std::string with_hyphens(std::string_view text) {
    std::string out(text);
    std::replace(out.begin(), out.end(), '_', '-');
    return out;
}

std::string in_small_letters(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

/// The name without the person's own number.
std::string group_of(const cycle::Register& units_and_people, const cycle::Appointment& main) {
    if (cycle::is_administrator(main.as)) return with_hyphens(cycle::name(main.as));
    if (main.as == cycle::Capacity::unit) return in_small_letters(main.of);
    const auto bodies = units_and_people.bodies_as(main.as);
    std::string out(cycle::name(main.as));
    if (bodies.size() > 1) {
        const auto place = std::find(bodies.begin(), bodies.end(), main.of) - bodies.begin();
        out += '-' + std::to_string(place + 1);
    }
    return out;
}

/// 甲, 乙 and 丙 in their own order, which is not that of their code points.
std::size_t rank_of(const cycle::PersonId& person) {
    constexpr std::array<std::string_view, 3> names{"甲", "乙", "丙"};
    const auto found = std::find_if(names.begin(), names.end(),
                                    [&](std::string_view name) { return person.ends_with(name); });
    return static_cast<std::size_t>(found - names.begin());
}

}  // namespace

std::vector<accounts::NewAccount> accounts_of(const cycle::Register& units_and_people) {
    using Place = std::tuple<cycle::Post, std::size_t, cycle::PersonId>;
    std::map<std::string, std::vector<Place>> groups;
    for (const auto& [id, person] : units_and_people.people) {
        const cycle::Appointment* const main = main_appointment(person);
        if (main != nullptr)
            groups[group_of(units_and_people, *main)].emplace_back(main->post, rank_of(id), id);
    }
    std::vector<accounts::NewAccount> out;
    for (auto& [group, people] : groups) {
        std::sort(people.begin(), people.end());
        const bool is_one = group.ends_with("-admin");
        std::size_t number = 0;
        for (const auto& [post, rank, id] : people)
            out.push_back({is_one ? group : group + '-' + std::to_string(++number), id});
    }
    return out;
}

}  // namespace heng::app::demo
