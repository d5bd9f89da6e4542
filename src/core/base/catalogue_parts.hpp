#pragma once
/// @file
/// The catalogue in parts, by the stage of the work in which a code is given. Together they are in
/// the order of `Code`. In a Chinese text, {w0} is an argument whose identifiers are said in
/// Chinese
/// (`in_chinese`).
#include "core/base/error.hpp"

#include <span>

namespace heng::catalogue_parts {

std::span<const CatalogueEntry> scheme();
std::span<const CatalogueEntry> year();
std::span<const CatalogueEntry> server();
std::span<const CatalogueEntry> office();

}  // namespace heng::catalogue_parts
