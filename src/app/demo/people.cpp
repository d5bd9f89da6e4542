#include "app/demo/people.hpp"

#include "core/base/invariant.hpp"

#include <algorithm>

namespace heng::app::demo {

namespace {

constexpr std::string_view office_body = "市考核办";
constexpr std::string_view commission_body = "市考核委";
constexpr std::string_view coordinator_body = "市委组织部";

/// What a body's people are called after: its name without the city and the Party.
std::string short_name(std::string_view body) {
    if (body == "全市医院党建工作指导委员会") return "医院党建委";
    for (const std::string_view start : {"市直", "市委", "市"}) {
        if (body.starts_with(start) && body.size() > start.size() + 6)
            return std::string(body.substr(start.size()));
    }
    return std::string(body);
}

}  // namespace

std::string person_of(std::string_view body, Who who) {
    constexpr std::array names{"甲", "乙", "丙"};
    return short_name(body) + names[static_cast<std::size_t>(who)];
}

Actor acting(Capacity as, std::string_view body, Who who) {
    return {person_of(body, who), as, std::string(body)};
}

Actor office(Who who) {
    return acting(Capacity::office, office_body, who);
}
Actor commission(Who who) {
    return acting(Capacity::commission, commission_body, who);
}
Actor coordinator(Who who) {
    return acting(Capacity::coordinator, coordinator_body, who);
}
Actor lead(const Play& play, std::string_view domain, Who who) {
    const scheme::Domain* const found = play.scheme().find_domain(domain);
    INVARIANT(found != nullptr, "the demonstration knows its domains");
    return acting(Capacity::lead, found->lead, who);
}

std::string secretary_of(const StoryUnit& unit) {
    return unit.name + "书记";
}
std::string deputy_of(const StoryUnit& unit) {
    return unit.name + "副书记";
}
Actor unit_actor(const StoryUnit& unit) {
    return {deputy_of(unit), Capacity::unit, unit.id};
}
Actor secretary(const StoryUnit& unit) {
    return {secretary_of(unit), Capacity::unit, unit.id};
}

std::optional<std::string> unit_of_body(const Story& story, std::string_view body) {
    const auto found = std::find_if(story.units.begin(), story.units.end(),
                                    [body](const StoryUnit& unit) { return unit.name == body; });
    return found == story.units.end() ? std::nullopt : std::optional(found->id);
}

std::optional<std::string> impartial(const Story& story, std::span<const std::string> bodies,
                                     std::string_view unit) {
    const auto found = std::find_if(bodies.begin(), bodies.end(), [&](const std::string& body) {
        return unit_of_body(story, body) != unit;
    });
    return found == bodies.end() ? std::nullopt : std::optional(*found);
}

}  // namespace heng::app::demo
