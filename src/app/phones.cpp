#include "app/phones.h"

#include <string_view>
#include <utility>

#include "app/templates.h"
#include "platform/html/page.h"

namespace digilots::app {

namespace {

/// Where the foot of a page without a municipality has them (site_footer.html): hidden as long as there are none.
constexpr std::string_view place_of_phones = "hidden data-phones>", with_them = "data-phones>";
constexpr std::size_t most_phones = 60;

/// Nothing where they are too many to list.
std::vector<MunicipalPhone> phones_for(const html::Page& page, const std::vector<http::Tenant>& tenants) {
    const auto& own = page.request().host_tenant;
    std::vector<MunicipalPhone> phones;
    for (const auto& one : tenants) {
        // Made-up ones stand in no list of real ones.
        if (one.phone.empty() || (own.empty() ? one.is_made_up : one.slug != own)) continue;
        phones.push_back({one.name, page.url("/" + one.slug + "/"),
                          {.number = one.phone, .is_example = one.phone_is_example, .zone = one.zone}});
    }
    if (phones.size() > most_phones) phones.clear();
    return phones;
}

}  // namespace

http::Routes with_phones(http::Routes routes, const std::function<std::vector<http::Tenant>()>& tenants,
                         const kept::Dependences& from) {
    for (auto& route : routes) {
        const bool is_of_none = route.path.find("{municipality}") == std::string::npos;
        if (!is_of_none || route.access != http::Access::anyone) continue;
        if (!route.kept.empty()) route.kept.insert(route.kept.end(), from.begin(), from.end());
        route.handler = [tenants, answer = std::move(route.handler)](const http::Request& request) {
            auto response = answer(request);
            const auto at = response.body.rfind(place_of_phones);
            if (at == std::string::npos) return response;
            const html::Page page(request);
            const auto phones = phones_for(page, tenants());
            if (phones.empty()) return response;
            response.body.replace(at, place_of_phones.size(),
                                  std::string(with_them) + templates::footer_phones(phones, page).html());
            return response;
        };
    }
    return routes;
}

}  // namespace digilots::app
