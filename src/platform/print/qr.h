#pragma once
#include <string_view>

#include "platform/print/document.h"

namespace digilots::print {

/// Readable where a seventh of it is covered. `text`: at most 2000 bytes, an address as a rule.
QrCode qr_code(std::string_view text);

/// Path data of its dark modules, each 1 by 1, from (0, 0).
std::string path_of(const QrCode& code);

}  // namespace digilots::print
