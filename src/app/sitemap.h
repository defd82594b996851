#pragma once
// What search engines may read: /robots.txt, and maps of the public pages with their languages.
#include "municipality/municipality.h"
#include "platform/slice/slice.h"

namespace digilots::app {

/// "/robots.txt", "/sitemap.xml", "/sitemap-common.xml", "/{municipality}/sitemap.xml"
http::Routes sitemap_routes(const municipality::Municipalities& municipalities, const Slices& slices);

}  // namespace digilots::app
