#pragma once
// When somebody opens or closes next, in words.
#include <optional>
#include <string>
#include <string_view>

#include "platform/base/clock.h"
#include "platform/i18n/translator.h"

namespace digilots::html {

/// "closes at 16.30", "opens tomorrow at 08.00", "opens on Monday at 10.00"; "" where nothing changes.
std::string change_text(bool is_open, std::optional<base::Instant> change, base::Instant now, std::string_view zone,
                        const i18n::Translator& translator);

}  // namespace digilots::html
