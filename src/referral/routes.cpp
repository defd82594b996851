#include "referral/pages.h"

namespace digilots::referral {

http::Routes routes(Referral& referral, const directory::Directory& directory,
                    const municipality::Municipalities& municipalities, const base::Clock& clock) {
    using http::Access;
    using http::Method;
    auto shown_from = found_from;
    shown_from.insert(shown_from.end(), ways_from.begin(), ways_from.end());
    const auto page = http::handlers_with(Pages{referral, directory, municipalities, clock});
    return {
        {Method::get, "/{municipality}/", Access::anyone, page(start_page), {}, found_from},
        {Method::get, "/{municipality}/kiosk", Access::anyone, page(kiosk_page), {"cookie"}},
        {Method::post, "/{municipality}/kiosk/done", Access::anyone, page(end_kiosk_turn)},
        {Method::post, "/{municipality}/kiosk/end", Access::anyone, page(end_kiosk)},
        {Method::get, "/{municipality}/kiosk/end", Access::anyone, page(kiosk_page)},
        {Method::get, "/{municipality}/kiosk/done", Access::anyone, page(kiosk_page)},
        {Method::get, "/{municipality}/search", Access::anyone, page(search_page), {"q", "fragment", "as_written"},
         shown_from},
        {Method::get, "/api/v1/{municipality}/search", Access::anyone, page(search_api), {"q", "limit", "as_written"},
         shown_from},
    };
}

}  // namespace digilots::referral
