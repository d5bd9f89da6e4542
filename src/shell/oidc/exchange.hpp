#pragma once
/// @file
/// One question to the provider, by libcurl, under rules that no caller can leave out: no redirect
/// is followed, no proxy of the environment is used, the answer is small, and it ends in time.
#include "core/base/result.hpp"

#include <chrono>
#include <string>

namespace heng::oidc {

using Deadline = std::chrono::steady_clock::time_point;

struct Question {
    std::string url;       ///< Over https, or over http to this machine.
    std::string form;      ///< Posted if it is not empty.
    std::string user;      ///< With `password` for basic authentication; empty for none.
    std::string password;  ///< Written to no message.
};

struct Answer {
    long status = 0;
    std::string body;
};

inline constexpr std::size_t answer_bytes_max = std::size_t{256} << 10;

/// @param ca_file  empty: the certificates that this machine trusts.
/// @returns the answer, whatever its status, or `identity_provider_unusable`.
[[nodiscard]] Result<Answer> exchange(const Question& question, const std::string& ca_file,
                                      Deadline deadline);

/// The error for whatever the provider does wrong. `why` is for the log.
inline tl::unexpected<Error> unusable(std::string why) {
    return refuse(Code::identity_provider_unusable, {"", 0, 0, std::move(why)});
}

}  // namespace heng::oidc
