#include "platform/http/pieces.h"

#include <array>
#include <charconv>

#include "platform/base/log.h"
#include "platform/base/reason.h"

namespace digilots::http {

std::optional<std::string> made_piece(const Pieces& pieces, const std::string& request_id) {
    try {
        return (*pieces)();
    } catch (...) {
        base::log(base::LogLevel::error, "a body was cut off",
                  {{"request_id", request_id}, {"reason", base::reason_of_current_exception()}});
        return std::nullopt;
    }
}

std::string as_chunk(std::string piece) {
    constexpr int sixteen = 16;
    std::array<char, sixteen> size{};
    const auto end = std::to_chars(size.data(), size.data() + size.size(), piece.size(), sixteen).ptr;
    piece.insert(0, "\r\n").insert(0, size.data(), static_cast<std::size_t>(end - size.data()));
    return piece += "\r\n";
}

}  // namespace digilots::http
