#pragma once
// Where help is given, when that is open and when somebody is there: of the directory, beside what is released.
#include "platform/html/components.h"
#include "platform/html/page.h"
#include "releases/asked.h"

namespace digilots::releases {

/// Of one municipality place by place; of several municipality by municipality. What nobody stated is said as that.
html::components::Table places_of_help(const Pages& pages, const Whose& whose, const html::Page& page);

}  // namespace digilots::releases
