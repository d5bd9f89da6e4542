#pragma once
/// @file
/// The settings of a server as options of a verb.
#include "app/settings.hpp"

#include <CLI/CLI.hpp>

#include <vector>

namespace heng::cli {

/// Adds an option for every setting. What is given is put into `given`, in the order of the table
/// and unread; `app::read_settings` says what is wrong with it. A flag setting needs no value.
/// @pre `given` outlives the parsing.
void add_setting_options(CLI::App& verb, std::vector<app::GivenSetting>& given);

/// What was given and is no option of `verb`, so that it is refused with the rest, with a hint.
/// @pre the verb allows extras, and has been parsed.
std::vector<app::GivenSetting> unknown_options(const CLI::App& verb);

}  // namespace heng::cli
