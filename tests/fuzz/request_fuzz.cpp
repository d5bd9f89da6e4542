/// @file
/// Any bytes as what a request is read from between the library and the handlers: its target, its
/// query, its cookies, and the route that they find. What comes out is clean, or nothing does.
#include "core/base/text.hpp"
#include "shell/http/router.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

using namespace heng::http;

void must(bool holds) {
    if (!holds) std::abort();
}

/// No control characters, and valid UTF-8: nothing that forges a line or a header field.
void must_be_clean(std::string_view text) {
    must(std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }));
    must(!heng::find_invalid_utf8(text));
}

const Router& router() {
    static const Router made = [] {
        Router out;
        const Handler none = [](const Request&) { return Response{}; };
        for (const char* const pattern :
             {"/", "/api/v1/units/{unit}", "/api/v1/years/{year}/units/{unit}/sheet",
              "/api/v1/evidence/{hash}", "/api/v1/acts/{act}"})
            out.add({Method::get, pattern, none});
        return out;
    }();
    return made;
}

void follow(const std::string& path) {
    must(path.starts_with('/'));
    must_be_clean(path);
    must((path + '/').find("/../") == path.npos && (path + '/').find("/./") == path.npos);
    const Match match = router().find(Method::get, path);
    for (const auto& [name, value] : match.path_values) {
        must(!value.empty() && value.find('/') == value.npos);
        must(path.find(value) != path.npos);
    }
}

}  // namespace

/// The input is a target; behind a zero byte, a cookie field.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const std::size_t cut = std::min(text.find('\0'), text.size());
    const std::string target = text.substr(0, cut);
    const std::size_t question = std::min(target.find('?'), target.size());
    if (const auto path = normalise_path(target.substr(0, question))) follow(*path);
    Request request;
    request.query = target.substr(std::min(question + 1, target.size()));
    request.headers.add("Cookie", text.substr(std::min(cut + 1, text.size())));
    for (const char* const key : {"at", "limit", "cursor", "declared", "name"})
        if (const auto value = request.query_value(key)) must_be_clean(*value);
    if (const auto cookie = request.cookie("heng_session")) must(cookie->find(';') == cookie->npos);
    return 0;
}
