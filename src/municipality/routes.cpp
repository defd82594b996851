#include "municipality/municipality.h"
#include "municipality/pages.h"
#include "platform/register/pages.h"

namespace digilots::municipality {
namespace {

/// Pages of all municipalities.
const kept::Dependences listed_from{{"municipality", kept::Dependence::Of::everyone},
                                    {"municipality_active", kept::Dependence::Of::everyone},
                                    {"network", kept::Dependence::Of::everyone},
                                    {"rhythm", kept::Dependence::Of::everyone},   // whether somebody rings who asks for it
                                    {"promise", kept::Dependence::Of::everyone}};

}  // namespace

http::Routes routes(Municipalities& municipalities, DeskChoices desks) {
    using http::Access, http::Method;
    const auto page = http::handlers_with(Pages{municipalities});
    http::Routes routes{
        {Method::get, "/", Access::anyone, page(start_page), {"q"}, listed_from},
        {Method::get, "/accessibility", Access::anyone, page(accessibility_page), {}, listed_from},
        {Method::get, "/open-data", Access::anyone, page(open_data_page), {}, listed_from},
        {Method::get, "/{municipality}/accessibility", Access::anyone, page(accessibility_statement_page), {},
         {{"municipality"}, {"directory"}}},
        {Method::get, "/{municipality}/theme.css", Access::anyone, page(theme_css), {}, {{"municipality"}}},
    };
    municipalities.offer_desks(std::move(desks));
    return routes;
}

}  // namespace digilots::municipality
