#pragma once
/// @file
/// The people of the demonstration. Their names are plainly made up: 宣传部甲 acts for 市委宣传部,
/// 青岭县书记 is the secretary of 青岭县.
#include "app/demo/play.hpp"

#include <span>

namespace heng::app::demo {

/// Three people act for each body; the first two do most of it.
enum class Who { first, second, third };
inline constexpr std::array everyone{Who::first, Who::second, Who::third};

std::string person_of(std::string_view body, Who who);
Actor acting(Capacity as, std::string_view body, Who who = Who::first);

Actor office(Who who = Who::first);
Actor commission(Who who = Who::first);
Actor coordinator(Who who = Who::first);
/// For the lead of the domain.
Actor lead(const Play& play, std::string_view domain, Who who = Who::first);

std::string secretary_of(const StoryUnit& unit);
std::string deputy_of(const StoryUnit& unit);
/// The deputy in charge acts for the unit in most things.
Actor unit_actor(const StoryUnit& unit);
Actor secretary(const StoryUnit& unit);

/// The unit that the body is itself, or nothing.
std::optional<std::string> unit_of_body(const Story& story, std::string_view body);
/// The first of `bodies` that is not itself the unit, or nothing: nobody judges his own unit.
std::optional<std::string> impartial(const Story& story, std::span<const std::string> bodies,
                                     std::string_view unit);

}  // namespace heng::app::demo
