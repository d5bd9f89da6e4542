#include "main/office.hpp"

#include "shell/office/read_office.hpp"
#include "shell/yaml/scheme_files.hpp"

namespace heng {

http::OfficeParts make_office_parts() {
    http::OfficeParts parts;
    parts.read_table_file = [](std::string_view bytes, const std::string& name) {
        return office::read_office_bytes(bytes, name);
    };
    parts.scheme_files = yaml::scheme_files;
    return parts;
}

}  // namespace heng
