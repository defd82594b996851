#include "platform/http/request_id.h"

#include <cstdint>
#include <random>
#include <string_view>

namespace digilots::http {

std::string new_request_id() {
    thread_local std::uint64_t state =
        (static_cast<std::uint64_t>(std::random_device{}()) << 32) | std::random_device{}();
    // splitmix64: each state gives another number.
    std::uint64_t value = (state += 0x9e3779b97f4a7c15u);
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9u;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebu;
    value ^= value >> 31;
    constexpr std::string_view digits = "0123456789abcdef";
    std::string id(16, '0');
    for (char& c : id) {
        c = digits[value & 15];
        value >>= 4;
    }
    return id;
}

}  // namespace digilots::http
