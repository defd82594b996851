#pragma once
// Bytes as text: in letters (MIME), and on their way into a database.
#include <optional>
#include <string>
#include <string_view>

namespace digilots::base {

/// In one line, with "=" at the end where it needs it.
std::string to_base64(std::string_view bytes);
/// nullopt for what to_base64() never makes.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace digilots::base
