#pragma once
// What the municipality wrote, on a page of another language: in its own language and direction.
#include <string_view>

#include "platform/html/page.h"

namespace digilots::html {

/// The text, in <bdi lang="sv"> where the page is not in the municipality's first language.
Safe stored(std::string_view text, const Page& page);

}  // namespace digilots::html
