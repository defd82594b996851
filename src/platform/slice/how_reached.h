#pragma once
// The one way to reach somebody that they left: what they meant by it, and how it is shown to whoever has a code of theirs. A
// code may be found or guessed: it shows the way masked, never whole.
#include <string>
#include <string_view>

#include "platform/i18n/translator.h"

namespace digilots {

enum class WayToReach { nothing, email, phone };
/// What somebody means who typed a way to reach them and chose none.
WayToReach reach_meant_by(std::string_view typed, std::string_view country);
/// A number of a person, a card or an account, typed where it is asked how or where somebody is reached. What can only be a
/// phone number is none.
bool holds_persons_number(std::string_view typed, std::string_view country);
inline constexpr i18n::Text no_persons_number = TEXT("This looks like a personal number, or one of a card or an account. Write "
                                                     "only where you are reached.");
/// What may leave the place where it is kept: "a…@gmail.com", "67".
std::string masked(WayToReach by, std::string_view value);
/// "By phone, on the number that ends with 67"; "" of nothing.
std::string reached_words(WayToReach by, std::string_view masked, const i18n::Translator& words);

}  // namespace digilots
