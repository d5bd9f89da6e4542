#pragma once
/// @file
/// Parts of the network that settings name: whose word counts for where a request comes from, and
/// from where administrators come.
#include <span>
#include <string>
#include <string_view>

namespace heng::app {

/// An address, or one with the number of its leading bits that count: 10.1.0.0/16, fd00::/8.
/// Bits behind those must be zero, so that what is meant is what is written.
bool is_network(std::string_view text);

/// Whether the address is in one of the networks. IPv4 within IPv6 (::ffff:10.1.0.7) is IPv4; what
/// is no address is in none.
/// @pre each of `networks` is one
bool is_within(std::span<const std::string> networks, std::string_view address);

/// Where a request comes from: `peer`, unless that is one of the `proxies`; then the last address
/// of `forwarded` that is none (X-Forwarded-For, to which each proxy adds whom it spoke with).
/// What is no address ends the search: whoever stands before it may have made it up.
std::string client_of(std::span<const std::string> proxies, std::string_view peer,
                      std::string_view forwarded);

}  // namespace heng::app
