#pragma once
/// @file
/// How far a long run has come.
#include <cstddef>
#include <functional>

namespace heng::app {

enum class Stage { events, units, findings, scores, results };

/// Called now and then on the thread that began the run, with `done` of `total` steps of a stage.
using Progress = std::function<void(Stage stage, std::size_t done, std::size_t total)>;

}  // namespace heng::app
