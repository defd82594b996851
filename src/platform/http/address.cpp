#include "platform/http/address.h"

#include <arpa/inet.h>
#include <algorithm>
#include <array>
#include <cstring>

#include "platform/http/ascii.h"

namespace digilots::http {

namespace {
constexpr std::array<unsigned char, 12> mapped_prefix = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
}

std::string canonical_address(std::string_view text) {
    text = text.substr(0, text.find('%'));  // the zone of a link-local address
    if (text.size() > 45) return {};
    const std::string copy(text);
    in_addr four{};
    in6_addr six{};
    std::array<char, INET6_ADDRSTRLEN> out{};
    if (inet_pton(AF_INET, copy.c_str(), &four) == 1)
        return inet_ntop(AF_INET, &four, out.data(), out.size());
    if (inet_pton(AF_INET6, copy.c_str(), &six) != 1) return {};
    if (std::memcmp(six.s6_addr, mapped_prefix.data(), mapped_prefix.size()) == 0)
        return inet_ntop(AF_INET, six.s6_addr + 12, out.data(), out.size());
    return inet_ntop(AF_INET6, &six, out.data(), out.size());
}

std::string limit_key(std::string_view canonical) {
    if (canonical.find(':') == std::string_view::npos) return std::string(canonical);
    in6_addr six{};
    if (inet_pton(AF_INET6, std::string(canonical).c_str(), &six) != 1) return std::string(canonical);
    return std::string(reinterpret_cast<const char*>(six.s6_addr), 8);
}

bool is_loopback(std::string_view canonical) {
    return canonical == "::1" || canonical.starts_with("127.");
}

std::string forwarded_client(std::string_view forwarded_for, std::string_view peer,
                             const std::vector<std::string>& trusted) {
    std::string client(peer);
    while (!forwarded_for.empty()) {
        const auto comma = forwarded_for.rfind(',');
        const auto item =
            trim_space(comma == std::string_view::npos ? forwarded_for : forwarded_for.substr(comma + 1));
        auto address = canonical_address(item);
        if (address.empty()) return client;
        client = std::move(address);
        if (std::ranges::find(trusted, client) == trusted.end() || comma == std::string_view::npos)
            return client;
        forwarded_for = forwarded_for.substr(0, comma);
    }
    return client;
}

}  // namespace digilots::http
