#include "municipality/municipality.h"
#include "municipality/pages.h"

namespace digilots::municipality {

http::Routes routes(Municipalities& municipalities, DeskChoices desks) {
    using http::Access, http::Method, http::Request;
    const auto with = [&municipalities](auto page) {
        return [&municipalities, page](const Request& request) { return page(request, municipalities); };
    };
    return {
        {Method::get, "/", Access::anyone, with(start_page), {"q"}},
        {Method::get, "/accessibility", Access::anyone, with(accessibility_page)},
        {Method::get, "/privacy", Access::anyone, with(privacy_page)},
        {Method::get, "/open-data", Access::anyone, with(open_data_page)},
        {Method::get, "/{municipality}/theme.css", Access::anyone, with(theme_css)},
        {Method::get, "/{municipality}/staff/settings", Access::administrator,
         [&municipalities, desks](const Request& request) {
             return settings_page(request, municipalities, desks);
         }},
        {Method::post, "/{municipality}/staff/settings", Access::administrator,
         [&municipalities, desks](const Request& request) {
             return save_settings(request, municipalities, desks);
         }},
    };
}

}  // namespace digilots::municipality
