#pragma once
/// @file
/// One exchange with a server outside, by libcurl, under rules that no caller can leave out: the
/// host is on the list, so is its address unless it is a public one, no redirect is followed, no
/// proxy of the environment is used, and it ends in time (ASVS 5.2.6).
#include "core/base/result.hpp"

#include <sys/socket.h>

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace heng::mail {

/// Whom one may talk to, and how long.
struct LineRules {
    std::vector<std::string> hosts;  ///< Names and addresses, in lower case.
    std::chrono::milliseconds connect_max{10'000};
    std::chrono::milliseconds whole_max{30'000};
    std::string ca_file;  ///< Empty: the certificates that this machine trusts.
};

/// Whether the address leads nowhere that the whole world could reach: loopback, private,
/// link-local with the metadata servers of clouds, shared, reserved, multicast; of IPv6 also those
/// that hold such an IPv4 address.
bool is_private(const sockaddr& address);
/// The same of an address as text. @pre it is one.
bool is_private(std::string_view address);

/// What is sent.
struct Request {
    std::string host;  ///< In lower case.
    std::string url;   ///< Its scheme is one of `schemes`.
    std::string schemes;
    std::string body;
};

/// Makes the exchange. `prepare` sets what is particular to it on the handle, a CURL*.
/// @returns the status that the server gave, or
///   - `notice_host_refused`  the host is not on the list, or its address may not be used;
///   - `notice_refused`       the server cannot be reached, is too slow or says no.
[[nodiscard]] Result<long> exchange(const LineRules& rules, const Request& request,
                                    const std::function<void(void*)>& prepare);

}  // namespace heng::mail
