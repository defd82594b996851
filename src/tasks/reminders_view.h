#pragma once
#include "tasks/pages.h"

namespace digilots::tasks {

/// Of who asks for the page.
RemindersView reminders_view(const Pages& pages, const http::Request& request, const html::Page& page);

}  // namespace digilots::tasks
