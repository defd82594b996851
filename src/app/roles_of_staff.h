#pragma once
// Which role a page is for: the routes that ask for one, with nothing that answers. A second router with all handlers would hold
// what they hold once more.
#include <memory>

#include "platform/http/router.h"

namespace digilots::app {

std::shared_ptr<const http::Router> roles_of_staff(const http::Routes& routes);

}  // namespace digilots::app
