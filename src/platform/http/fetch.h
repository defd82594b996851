#pragma once
// One request to another server (libcurl stays inside fetch.cpp): http and https only, bounded in time and size, and
// never led to another host.
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "platform/base/result.h"

namespace digilots::http {

struct Errand {
    std::string url;
    std::string body = {};   // sent as POST where not empty
    std::string content_type = "application/json";
    std::string accept = "application/json";
    std::chrono::milliseconds time_limit{60'000};
    std::size_t most_bytes = 64 * 1024 * 1024;   // of the body as it comes out, after decompression
};

struct Fetched {
    int status = 0;
    std::string body;
    /// What the server asks for with 429 or 503, in seconds or as a date.
    std::optional<std::chrono::seconds> retry_after;
};

enum class FetchProblem {
    broken,      // no connection, a broken one, or too slow: may work the next time
    too_large,
    elsewhere,   // leads to another host
    bad_address
};
struct FetchError {
    FetchProblem problem;
    std::string message;               // for the operator; holds the host, never a query
};

/// Waits for the answer, whatever its status. Safe from any thread.
base::Result<Fetched, FetchError> fetch(const Errand& errand);

/// http or https, with a host and without a user's name.
bool is_web_address(std::string_view url);
/// The same scheme, host and port.
bool is_same_origin(std::string_view one, std::string_view other);

}  // namespace digilots::http
