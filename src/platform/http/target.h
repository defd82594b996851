#pragma once
// Text from outside, decoded strictly: targets, query strings and urlencoded forms. nullopt is a 400.
#include <optional>
#include <string>
#include <string_view>

#include "platform/http/request.h"

namespace digilots::http {

struct Target {
    std::string path;  // decoded, begins with "/"; "*" for OPTIONS *
    std::string raw_query;
    std::string authority;  // of an absolute target, else ""
};

/// Refuses broken escapes, NUL and other controls, invalid UTF-8, encoded slashes, backslashes, "." and ".."
/// segments, empty segments inside.
std::optional<Target> read_target(std::string_view target);

/// application/x-www-form-urlencoded. Valid UTF-8 without NUL; values are typed_text.
std::optional<Fields> read_urlencoded(std::string_view text, std::size_t most_fields = 500);

/// Percent-decodes; nullopt for a broken escape.
std::optional<std::string> percent_decode(std::string_view text, bool plus_is_space);
std::string percent_encode(std::string_view text);
/// As it may stand in a Location header: percent-encodes what is not allowed in a path and keeps "/".
std::string encode_path(std::string_view path);

/// No NUL, valid UTF-8, controls only tab and line ends.
bool is_plain_text(std::string_view text);
bool is_utf8(std::string_view text);
/// What somebody typed, as pages may keep it: CRLF and CR become LF, hidden controls are left out.
std::string typed_text(std::string_view text);

}  // namespace digilots::http
