#include <cstdint>

#include "platform/http/multipart.h"
#include "platform/http/target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace digilots::http;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto line = bytes.find('\n');
    if (line == std::string_view::npos) return 0;
    // The first line is the header, the rest the body.
    const auto boundary = boundary_of(bytes.substr(0, line));
    const auto parts = read_multipart(bytes.substr(line + 1), boundary);
    if (!parts) return 0;
    for (const auto& [name, value] : parts->fields.pairs)
        if (!is_plain_text(name) || !is_plain_text(value)) __builtin_trap();
    for (const auto& upload : parts->uploads)
        if (!is_plain_text(upload.file_name) || upload.file_name.find('/') != std::string::npos)
            __builtin_trap();
    return 0;
}
