#pragma once
// Text that keeps its own direction inside a sentence of a language that is written from the right: a name, a phone
// number, a time range. Invisible marks (Unicode's isolates); in other languages the text stays as it is.
#include <string>

#include "platform/i18n/translator.h"

namespace digilots::i18n {

/// In the direction of its first letter; what is made of such parts goes from the right.
std::string isolated(std::string text, const LanguageInfo& language);
/// "09.00–12.00": from the left also in Arabic, as in a table.
std::string range(const std::string& from, const std::string& to, const LanguageInfo& language);

}  // namespace digilots::i18n
