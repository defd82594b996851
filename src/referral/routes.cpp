#include "referral/pages.h"

namespace digilots::referral {

http::Routes routes(Referral& referral, const directory::Directory& directory,
                    const municipality::Municipalities& municipalities, const base::Clock& clock,
                    const std::vector<FindableKind>& findable) {
    using http::Access;
    using http::Method;
    const auto page = http::handlers_with(Pages{referral, directory, municipalities, clock});
    auto from = found_from;
    from.insert(from.end(), ways_from.begin(), ways_from.end());
    for (const auto& kind : findable)
        for (const auto* more : {&kind.from, &kind.now_from}) from.insert(from.end(), more->begin(), more->end());
    return {
        {Method::get, "/{municipality}/", Access::anyone, page(start_page), {}, found_from},
        {Method::get, "/{municipality}/kiosk", Access::anyone, page(kiosk_page), {"cookie"}},
        {Method::post, "/{municipality}/kiosk/done", Access::anyone, page(end_kiosk_turn)},
        {Method::post, "/{municipality}/kiosk/end", Access::anyone, page(end_kiosk)},
        {Method::get, "/{municipality}/kiosk/end", Access::anyone, page(kiosk_page)},
        {Method::get, "/{municipality}/kiosk/done", Access::anyone, page(kiosk_page)},
        {Method::get, "/{municipality}/search", Access::anyone, page(search_page), {"q", "fragment", "as_written"},
         from},
        {Method::get, "/api/v1/{municipality}/search", Access::anyone, page(search_api), {"q", "limit", "as_written"},
         from},
    };
}

}  // namespace digilots::referral
