#include <cstdint>

#include "platform/http/accept.h"
#include "platform/http/address.h"
#include "platform/http/target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace digilots::http;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto fields = read_urlencoded(bytes)) {
        for (const auto& [name, value] : fields->pairs)
            if (!is_plain_text(name) || !is_plain_text(value)) __builtin_trap();
    }
    if (const auto target = read_target(bytes)) {
        if (target->path != "*" && (!target->path.starts_with('/') ||
                                    target->path.find("/../") != std::string::npos || !is_utf8(target->path)))
            __builtin_trap();
        if (target->path != "*" && percent_decode(encode_path(target->path), false) != target->path)
            __builtin_trap();
    }
    choose_language(bytes, {"sv", "nb", "en"});
    choose_encoding(bytes);
    quality_of(bytes, "application/json");
    find_cookie({{"Cookie", std::string(bytes)}}, "session");
    forwarded_client(bytes, "127.0.0.1", {"127.0.0.1"});
    return 0;
}
