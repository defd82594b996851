#include "municipality/municipality.h"
#include "municipality/pages.h"
#include "platform/register/pages.h"

namespace digilots::municipality {
namespace {

/// Pages of all municipalities.
const kept::Dependences listed_from{{"municipality", kept::Dependence::Of::everyone},
                                    {"municipality_active", kept::Dependence::Of::everyone},
                                    {"network", kept::Dependence::Of::everyone}};

}  // namespace

http::Routes routes(Municipalities& municipalities, DeskChoices desks, std::vector<PrivacyNotice> privacy) {
    using http::Access, http::Method, http::Request;
    const auto with = [&municipalities](auto page) {
        return [&municipalities, page](const Request& request) { return page(request, municipalities); };
    };
    http::Routes routes{
        {Method::get, "/", Access::anyone, with(start_page), {"q"}, listed_from},
        {Method::get, "/accessibility", Access::anyone, with(accessibility_page), {}, listed_from},
        {Method::get, "/privacy", Access::anyone,
         [kept = std::move(privacy)](const Request& request) { return privacy_page(request, kept); }, {}, listed_from},
        {Method::get, "/open-data", Access::anyone, with(open_data_page), {}, listed_from},
        {Method::get, "/{municipality}/accessibility", Access::anyone, with(accessibility_statement_page), {},
         {{"municipality"}, {"directory"}}},
        {Method::get, "/{municipality}/theme.css", Access::anyone, with(theme_css), {}, {{"municipality"}}},
    };
    municipalities.offer_desks(std::move(desks));
    return routes;
}

}  // namespace digilots::municipality
