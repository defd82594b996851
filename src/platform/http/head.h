#pragma once
// The head of one request, read strictly: what two programs could read in two ways is refused.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/http/request.h"

namespace digilots::http {

struct Head {
    Method method = Method::get;
    std::string target;     // as sent
    int minor_version = 1;  // HTTP/1.0 or HTTP/1.1
    std::vector<std::pair<std::string, std::string>> headers;
    bool keep_alive = true;
    bool expects_continue = false;
    bool chunked = false;
    std::optional<std::uint64_t> content_length;

    /// "" where missing; name in any case.
    std::string_view header(std::string_view name) const;
    bool has_body() const { return chunked || content_length.value_or(0) > 0; }
};

enum class HeadState { incomplete, complete, refused };

struct HeadResult {
    HeadState state = HeadState::incomplete;
    std::size_t used = 0;  // bytes of the head, when complete
    int status = 0;        // the answer to give before closing, when refused
};

struct HeadLimits {
    std::size_t bytes = 16 * 1024;
    std::size_t target = 8 * 1024;
    std::size_t fields = 100;
};

/// Reads the head at the start of `bytes`. `scanned` belongs to this head: 0 at first, kept between calls.
HeadResult read_head(std::string_view bytes, const HeadLimits& limits, std::size_t& scanned, Head& head);

}  // namespace digilots::http
