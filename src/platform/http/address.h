#pragma once
// Client addresses. They are used for limits and never logged.
#include <string>
#include <string_view>
#include <vector>

namespace digilots::http {

/// Canonical text; an IPv4 address mapped into IPv6 becomes IPv4; "" where it is no address.
std::string canonical_address(std::string_view text);
/// One household or company: an IPv4 address, the first 64 bits of an IPv6 one.
std::string limit_key(std::string_view canonical);
bool is_loopback(std::string_view canonical);
/// The client behind trusted proxies, from X-Forwarded-For read from the right.
std::string forwarded_client(std::string_view forwarded_for, std::string_view peer,
                             const std::vector<std::string>& trusted);

}  // namespace digilots::http
