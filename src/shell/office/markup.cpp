#include "shell/office/markup.hpp"

#include "core/base/text.hpp"

#include <algorithm>

namespace heng::office {

namespace {

Place in(const Archive& archive) {
    return {archive.file(), 0, 0, ""};
}

/// `sheet1.xml` as seen from `xl/`; nothing where it leads out of the archive.
std::optional<std::string> resolve(std::string_view folder, std::string_view target) {
    std::string path = target.starts_with('/') ? std::string(target.substr(1))
                                               : std::string(folder) + std::string(target);
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        const std::string part = path.substr(at, end - at);
        at = end + 1;
        if (part.empty() || part == ".") continue;
        if (part != "..") {
            parts.push_back(part);
        } else if (parts.empty()) {
            return std::nullopt;
        } else {
            parts.pop_back();
        }
    }
    return join(parts, "/");
}

}  // namespace

Result<std::unique_ptr<pugi::xml_document>> parse_part(const Archive& archive,
                                                       const std::string& name) {
    auto bytes = archive.read(name);
    if (!bytes) return tl::unexpected(bytes.error());
    if (bytes->find("<!DOCTYPE") != bytes->npos || bytes->find("<!ENTITY") != bytes->npos)
        return refuse(Code::office_file_refused, in(archive), {name + "（DOCTYPE）"});
    if (find_invalid_utf8(*bytes) || bytes->find('\0') != bytes->npos)
        return refuse(Code::office_file_malformed, in(archive), {name + "（UTF-8）"});
    const auto marks = static_cast<std::size_t>(
        std::count_if(bytes->begin(), bytes->end(), [](char c) { return c == '<' || c == '='; }));
    if (marks > archive.limits().marks_max)
        return refuse(Code::office_file_too_large, in(archive),
                      {name, std::to_string(archive.limits().marks_max)});
    auto document = std::make_unique<pugi::xml_document>();
    const auto parsed =
        document->load_buffer(bytes->data(), bytes->size(),
                              pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
    if (!parsed)
        return refuse(Code::office_file_malformed, in(archive),
                      {name + ": " + parsed.description()});
    return document;
}

std::string_view local_name(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    const std::size_t colon = name.find(':');
    return colon == name.npos ? name : name.substr(colon + 1);
}

std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_attribute& found : node.attributes()) {
        const std::string_view full = found.name();
        const std::size_t colon = full.find(':');
        if ((colon == full.npos ? full : full.substr(colon + 1)) == name) return found.value();
    }
    return {};
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_node& found : node.children())
        if (local_name(found) == name) return found;
    return {};
}

Result<std::map<std::string, Relation>> relations_of(const Archive& archive,
                                                     const std::string& part) {
    std::map<std::string, Relation> relations;
    const std::size_t slash = part.rfind('/');
    const std::string folder = slash == part.npos ? "" : part.substr(0, slash + 1);
    const std::string name = folder + "_rels/" + part.substr(folder.size()) + ".rels";
    if (!archive.has(name)) return relations;
    const auto document = parse_part(archive, name);
    if (!document) return tl::unexpected(document.error());
    for (const pugi::xml_node& node : (*document)->document_element().children()) {
        const std::string_view type = attribute(node, "Type");
        Relation relation{std::string(type.substr(type.rfind('/') + 1)), {}};
        const std::string target(attribute(node, "Target"));
        if (attribute(node, "TargetMode") == "External") {
            if (relation.type == "hyperlink") continue;
            return refuse(Code::office_file_refused, in(archive), {relation.type + " → " + target});
        }
        const auto resolved = resolve(folder, target);
        if (!resolved) return refuse(Code::office_file_refused, in(archive), {target});
        relation.target = *resolved;
        relations.emplace(attribute(node, "Id"), std::move(relation));
    }
    return relations;
}

}  // namespace heng::office
