// Any bytes through everything that people's text goes through.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "platform/base/text.h"
#include "platform/base/time.h"

using namespace digilots::base;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const std::string cleaned = clean(text);
    if (!is_valid_utf8(cleaned) || clean(cleaned) != cleaned) std::abort();
    if (!is_valid_utf8(fold(text)) || !is_valid_utf8(lower(text))) std::abort();
    const std::string part = cut(cleaned, 10);
    if (!is_valid_utf8(part) || length(part) > 10) std::abort();
    const std::string path = slug(text);
    if (path.empty() || path.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos)
        std::abort();
    for (const std::string& word : words(text)) {
        if (word.empty()) std::abort();
    }
    collation_key(text, "sv");
    if (const auto instant = parse_utc(text); instant && parse_utc(format_utc(*instant)) != instant)
        std::abort();
    if (const auto date = parse_date(text); date && format_date(*date) != text) std::abort();
    return 0;
}
