#pragma once
// A code that somebody reads out leads staff to what it belongs to, whichever kind it is of.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/slice/ongoing.h"

namespace digilots {

struct OpenedByCode {
    i18n::Text one;    // "Booking"
    std::string path;  // below the municipality
};

/// However it is written; nothing where no kind knows it, or not any more. What somebody may do there is up to that page.
std::optional<OpenedByCode> opened_by_code(const std::vector<FollowedKind>& kinds, const html::Page& page,
                                           std::string_view typed);
/// A code of one of these kinds as it is written down or typed, not words that happen to have as many letters.
bool is_written_as_code(const std::vector<FollowedKind>& kinds, std::string_view typed);

}  // namespace digilots
