#pragma once
// Headers in which a client says what it would like: media types, encodings, languages, cookies.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace digilots::http {

/// 0 … 1000 for this type by an Accept header; 0 where the header is missing or does not name it. "*/*"
/// counts last.
int quality_of(std::string_view accept, std::string_view media_type);

enum class Encoding { identity, gzip, brotli };
/// The best of ours that Accept-Encoding allows.
Encoding choose_encoding(std::string_view accept_encoding);

/// Best of `offered` by an Accept-Language header ("nb-NO" and "no" find "nb"), or "".
std::string choose_language(std::string_view accept_language, const std::vector<std::string>& offered);

using Headers = std::vector<std::pair<std::string, std::string>>;

/// The value of the first header of this name, in any case; "" where missing.
std::string_view find_header(const Headers& headers, std::string_view name);
/// The value of one cookie among all Cookie headers; "" where missing.
std::string_view find_cookie(const Headers& headers, std::string_view name);

}  // namespace digilots::http
