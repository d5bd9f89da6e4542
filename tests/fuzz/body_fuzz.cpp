/// @file
/// Any bytes as the body of a request: an object or a refusal, and then fields of every act that
/// fit or are named one by one, and the files of a scheme. What was read and printed is read the
/// same again.
#include "core/act/acts.hpp"
#include "core/act/perform.hpp"
#include "shell/http/api/json_text.hpp"
#include "shell/json/object.hpp"
#include "shell/yaml/scheme_files.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto body =
        heng::json::read_object(std::string_view(reinterpret_cast<const char*>(data), size));
    if (!body) {
        if (body.error().code != heng::Code::json_malformed) std::abort();
        return 0;
    }
    const auto again = heng::json::read_object(heng::http::print_json(*body));
    if (!again || !(*again == *body)) std::abort();
    for (const heng::act::Act* const act : heng::act::acts())
        for (const heng::Error& issue : heng::act::check_fields(act->fields, *body)) {
            // a key may be empty itself
            if (issue.place.item.empty() && issue.code != heng::Code::field_unknown) std::abort();
            static_cast<void>(heng::message(issue, heng::Language::zh));
        }
    const auto scheme = heng::yaml::read_scheme_files(*body);
    if (scheme) return 0;
    for (const heng::Error& issue : scheme.error())
        static_cast<void>(heng::message(issue, heng::Language::en));
    return 0;
}
