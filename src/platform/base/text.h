#pragma once
// Text as people write it: UTF-8, Swedish and Norwegian order, folding for search. ICU stays inside text.cpp.
#include <string>
#include <string_view>
#include <vector>

namespace digilots::base {

bool is_valid_utf8(std::string_view text);
/// NFC, control characters other than newline and tab and runs of space at the ends removed; invalid UTF-8 becomes
/// U+FFFD. "" where nothing is visible (zero-width spaces, marks alone): a required text is missing then.
std::string clean(std::string_view text);
/// At most `characters` code points, never cutting inside one (nor between a base letter and its mark).
std::string cut(std::string_view text, std::size_t characters);
std::size_t length(std::string_view text);
/// A to Z in lower case, everything else as it stands: for names of protocols.
std::string ascii_lower(std::string_view text);
/// Lower case and NFC; å ä ö æ ø are kept.
std::string lower(std::string_view text);
/// lower() and every mark taken away: å ä → a, ö ø → o, æ → ae, é → e. The weaker match for those without the
/// keys.
std::string fold(std::string_view text);
/// ASCII slug: "Örnsköldsvik" → "ornskoldsvik", "Upplands Väsby" → "upplands-vasby". Never empty ("x" then).
std::string slug(std::string_view text);
/// Bytes that order like the language does (locale "sv", "nb", "en" …): z < å < ä < ö, z < æ < ø < å.
std::string collation_key(std::string_view text, std::string_view locale);
std::vector<std::string> words(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);
std::string_view trim(std::string_view text);

}  // namespace digilots::base
