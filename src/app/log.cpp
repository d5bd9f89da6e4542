#include "app/log.hpp"

#include "app/ports.hpp"

#include <algorithm>
#include <array>

namespace heng::app {

namespace {

constexpr std::size_t header_name_bytes_max = 64;
constexpr std::size_t incident_half = 4;

/// Headers that carry credentials, in lower case as they become field names.
constexpr std::array<std::string_view, 8> credentials{
    "authorization", "cookie",       "set_cookie",   "proxy_authorization",
    "x_api_key",     "x_auth_token", "x_csrf_token", "idempotency_key"};

}  // namespace

LogField header_field(std::string_view name, std::string_view value) {
    std::string plain;
    for (const char c : name.substr(0, header_name_bytes_max)) {
        const bool is_upper = c >= 'A' && c <= 'Z';
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (is_upper)
            plain += static_cast<char>(c - 'A' + 'a');
        else
            plain += is_plain ? c : '_';
    }
    const bool is_secret =
        std::find(credentials.begin(), credentials.end(), plain) != credentials.end();
    return {"header_" + plain, is_secret ? hidden : value};
}

LogFields fields_of(const Error& error) {
    LogFields out;
    out.emplace_back("code", entry(error.code).id);
    if (const std::string place = print(error.place); !place.empty())
        out.emplace_back("place", place);
    out.emplace_back("message", message(error, Language::en));
    return out;
}

std::string make_incident(Ids& ids) {
    const std::string id = ids.next();
    return id.substr(0, incident_half) + '-' + id.substr(incident_half, incident_half);
}

}  // namespace heng::app
