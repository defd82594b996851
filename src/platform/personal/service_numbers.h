#pragma once
// Phone numbers of authorities, banks and others that serve everybody, and of nobody: they may stand in a note.
#include <string_view>

namespace digilots::personal {

/// `country`: "46" or "47"; `national`: figures alone, Swedish ones with or without the nought before them.
bool is_service_number(std::string_view country, std::string_view national);

}  // namespace digilots::personal
