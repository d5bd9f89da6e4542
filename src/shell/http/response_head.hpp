#pragma once
/// @file
/// The bytes before a response's body.
#include "shell/http/message.hpp"

#include <string>

namespace heng::http {

/// Status line and header, Date, Content-Length and Connection included. Fields with a line break
/// in them are left out, so that no value can forge another field.
std::string print_head(const Response& response, const Headers& defaults, bool goes_on);

std::string_view reason_phrase(int status);

/// Sun, 06 Nov 1994 08:49:37 GMT
std::string print_http_date(std::int64_t unix_seconds);

}  // namespace heng::http
