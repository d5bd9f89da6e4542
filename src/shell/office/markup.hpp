#pragma once
/// @file
/// XML parts of an office file, without anything that reaches beyond them.
#include "shell/office/archive.hpp"

#include <pugixml.hpp>

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace heng::office {

/// A parsed part. @returns it, or `office_file_refused` for a DOCTYPE (and with it every entity of
/// its own),
///   `office_file_malformed` for what is no XML in UTF-8, `office_file_too_large`.
[[nodiscard]] Result<std::unique_ptr<pugi::xml_document>> parse_part(const Archive& archive,
                                                                     const std::string& name);

/// The name of a node without its prefix: `tbl` for w:tbl.
std::string_view local_name(const pugi::xml_node& node);
/// An attribute by its name without prefix, empty if absent.
std::string_view attribute(const pugi::xml_node& node, std::string_view name);
/// The first child of this name, any prefix.
pugi::xml_node child(const pugi::xml_node& node, std::string_view name);

struct Relation {
    std::string type;    ///< The last part of its address: worksheet, sharedStrings.
    std::string target;  ///< Name of a part.
};

/// The relations of a part by id. None if it has no relations.
/// @returns them, or `office_file_refused` where one leads out of the file (hyperlinks are let be).
[[nodiscard]] Result<std::map<std::string, Relation>> relations_of(const Archive& archive,
                                                                   const std::string& part);

}  // namespace heng::office
