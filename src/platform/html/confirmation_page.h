#pragma once
// Where something would be thrown away that cannot be brought back, a page asks first; without scripts, too.
#include "platform/html/components.h"
#include "platform/html/page.h"

namespace digilots::html {

/// True where the person has pressed the button of ask_first().
bool is_sure(const http::Request& request);
/// The page that asks. Its button sends the same form again, and then is_sure().
http::Response ask_first(const Page& page, components::Confirmation question);

}  // namespace digilots::html
