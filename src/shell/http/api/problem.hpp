#pragma once
/// @file
/// Refusals as problem details (RFC 9457): every reason at once, each with its code, its place and
/// its remedy in both languages, from the one catalogue.
#include "core/base/error.hpp"
#include "core/ledger/canonical.hpp"
#include "shell/http/message.hpp"

namespace heng::http {

/// The HTTP status that stands for a code; 422 for what an act refuses for reasons of its own.
int status_of(Code code);

/// {"code", "message", "remedy"}, both texts in both languages, and "line" or "place" where known.
ledger::Object print_reason(const Error& error);

/// The answer for what is wrong. The first reason gives the status. @pre there is one.
Response problem(const Issues& issues);
Response problem(Code code, std::vector<std::string> args = {});
/// The same where the address names what is wrong: what it names and is not there, or not there
/// yet, is 404, while an act that names it in its fields is refused with 422.
Response problem_of_address(const Issues& issues);

/// An answer with a JSON body.
Response json_response(int status, std::string text);

}  // namespace heng::http
