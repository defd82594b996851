#pragma once
// Hours as residents are told them, in one sentence; "" where nothing is stated.
#include "directory/pages.h"
#include "platform/html/page.h"

namespace digilots::directory {

/// A usual week with all exceptions that are stored.
std::string hours_in_words(const Hours& hours, const Pages& pages, const html::Page& page);
/// The week and the other times as residents see them now, and what they will see later.
std::string hours_as_shown(const Hours& hours, const Pages& pages, const html::Page& page);

}  // namespace digilots::directory
