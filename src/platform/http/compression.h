#pragma once
#include <string>
#include <string_view>

namespace digilots::http {

/// quality 0 … 11
std::string brotli(std::string_view text, int quality);
/// level 1 … 9
std::string gzip(std::string_view text, int level);
/// Text, JSON, SVG …: worth it; images and archives are not.
bool is_compressible(std::string_view content_type);

}  // namespace digilots::http
