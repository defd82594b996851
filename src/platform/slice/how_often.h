#pragma once
// How often somebody is told who left one way to reach them: asked in the same words on every form where one can be left.
#include <optional>
#include <string_view>

#include "platform/html/components.h"
#include "platform/html/page.h"

namespace digilots {

/// only: when there is an answer, or the time itself changes. each: that it is taken on, late or moved, and a reminder, too.
enum class HowOften { only, each };
std::string_view word_of(HowOften often);
std::optional<HowOften> how_often_called(std::string_view word);

/// Its name in forms, and with programs.
inline constexpr const char* how_often_name = "how_often";
html::components::Field how_often_field(std::string_view chosen, const html::Page& page);
/// What is said of a choice that is none.
std::string how_often_fault(const i18n::Translator& words);

}  // namespace digilots
