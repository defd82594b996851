#pragma once
// What search engines may read: /robots.txt, and maps of the public pages with their languages.
#include "directory/directory.h"
#include "municipality/municipality.h"
#include "platform/http/route.h"

namespace digilots::app {

/// "/robots.txt", "/sitemap.xml", "/sitemap-common.xml", "/{municipality}/sitemap.xml"
http::Routes sitemap_routes(const municipality::Municipalities& municipalities, const directory::Directory& directory);

}  // namespace digilots::app
