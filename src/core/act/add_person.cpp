/// @file
/// Someone who may be appointed. Only an id: name, post and phone live outside the ledger (SEC-14).
#include "core/act/people.hpp"
#include "core/act/register_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{person_field};

Decision decide(const Context& context, const Fields& in) {
    const std::string& person = in.text("person");
    if (context.state.units_and_people.find_person(person) != nullptr)
        return refused(Code::record_exists, {"人员", "person", person});
    return done(add_person, in);
}

void apply(cycle::State& state, const Entry&, const Fields& in) {
    const std::string& person = in.text("person");
    state.units_and_people.people.emplace(person, cycle::Person{person, {}});
}

}  // namespace

const Act add_person{.id = "add_person",
                     .zh = "登记人员",
                     .en = "Add a person",
                     .cites = "SEC-1 SEC-14",
                     .fields = fields,
                     .decide = decide,
                     .apply = apply};

}  // namespace heng::act
