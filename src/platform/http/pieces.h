#pragma once
// A body in pieces on its way out.
#include <optional>
#include <string>

#include "platform/http/response.h"

namespace digilots::http {

/// On a worker: it may read and work. Nothing where that failed, which is in the log by the request's id.
std::optional<std::string> made_piece(const Pieces& pieces, const std::string& request_id);
/// As HTTP/1.1 sends it; "" is the end.
std::string as_chunk(std::string piece);

}  // namespace digilots::http
