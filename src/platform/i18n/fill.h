#pragma once
// Placeholders of a text that is translated already, for whoever has its arguments as data. Pages ask Translator::t.
#include <span>
#include <string>
#include <string_view>

#include "platform/i18n/translator.h"

namespace digilots::i18n {

/// {name} becomes the argument of that name, set apart in languages written from the right (isolate.h). What no argument fills
/// stays as it stands, so that a mistake is seen.
std::string filled(std::string_view text, std::span<const Argument> arguments, const LanguageInfo& language);

}  // namespace digilots::i18n
