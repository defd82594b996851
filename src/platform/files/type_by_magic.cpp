#include "platform/files/type_by_magic.h"

#include <magic.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace digilots::files {

namespace {

struct Close {
    void operator()(magic_set* cookie) const { ::magic_close(cookie); }
};

/// Nothing is unpacked to look into it.
constexpr int only_looks = MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS | MAGIC_NO_CHECK_TAR |
                           MAGIC_NO_CHECK_CDF | MAGIC_NO_CHECK_JSON | MAGIC_NO_CHECK_CSV |
                           MAGIC_NO_CHECK_TOKENS;
/// Its patterns take a time that grows with the square of what they look through: a megabyte of one letter
/// took half a minute.
constexpr std::size_t most_looked_at = 16 * 1024;

}  // namespace

std::string type_by_magic(std::string_view bytes) {
    // Open for one file only: its table is mapped from the disk, and most servers are asked once a day.
    const std::unique_ptr<magic_set, Close> cookie(::magic_open(only_looks));
    if (!cookie || ::magic_load(cookie.get(), nullptr) != 0)
        throw std::runtime_error("the table of kinds of files cannot be read (Debian: libmagic-mgc)");
    const char* name = ::magic_buffer(cookie.get(), bytes.data(), std::min(bytes.size(), most_looked_at));
    return name ? name : "";
}

}  // namespace digilots::files
