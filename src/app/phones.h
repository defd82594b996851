#pragma once
// Whom to ring from a page that is of no municipality.
#include <functional>
#include <string>
#include <vector>

#include "platform/html/components.h"
#include "platform/http/route.h"

namespace digilots::app {

struct MunicipalPhone {
    std::string name, url;
    html::components::Phone phone;
};

/// Of pages that anyone may read and that are of no municipality: their foot says the number of each of `tenants`, at the host
/// of one its alone. `from`: what makes such a page anew, as well.
http::Routes with_phones(http::Routes routes, const std::function<std::vector<http::Tenant>()>& tenants,
                         const kept::Dependences& from);

}  // namespace digilots::app
