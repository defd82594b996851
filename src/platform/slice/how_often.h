#pragma once
// How often somebody is told who left one way to reach them: asked on every form where one can be left.
#include <optional>
#include <string_view>

#include "platform/html/components.h"
#include "platform/html/page.h"
#include "platform/http/response.h"

namespace digilots {

/// only: when there is an answer, or the time itself changes. each: that it is taken on, late or moved, and a reminder, too.
enum class HowOften { only, each };
std::string_view word_of(HowOften often);
std::optional<HowOften> how_often_called(std::string_view word);

/// Its name in forms, and with programs.
inline constexpr const char* how_often_name = "how_often";
/// What they wait for: an answer, or a time at which something takes place.
enum class WaitsFor { answer, time };
html::components::Field how_often_field(std::string_view chosen, const html::Page& page, WaitsFor waits_for);
/// What is said of a choice that is none.
std::string how_often_fault(const i18n::Translator& words);

/// The page where whoever has a code of a time chooses that anew: `page` with its breadcrumbs, what holds now, and the address
/// of the page of the code; the form is sent to that with "/how-often". Kept nowhere.
http::Response how_often_page(html::Page page, HowOften holds, const std::string& back_url);
/// What the form says; nothing where that is no choice: then the answer is how_often_again().
std::optional<HowOften> how_often_in(const http::Request& request);
http::Response how_often_again(html::Page page, const http::Request& request, const std::string& back_url,
                               WaitsFor waits_for);

}  // namespace digilots
