#include <memory>

#include "referral/pages.h"

namespace digilots::referral {

http::Routes routes(Referral& referral, const directory::Directory& directory,
                    const municipality::Municipalities& municipalities, const base::Clock& clock) {
    using http::Access;
    using http::Method;
    const PageContext context{referral, directory, municipalities, clock};
    const auto page = [context](http::Response (*handler)(const PageContext&, const http::Request&)) {
        return [context, handler](const http::Request& request) { return handler(context, request); };
    };
    return {
        {Method::get, "/{municipality}/", Access::anyone, page(start_page), {}, found_from},
        {Method::get, "/{municipality}/search", Access::anyone, page(search_page), {"q", "fragment", "as_written"},
         found_from},
        {Method::get, "/api/v1/{municipality}/search", Access::anyone, page(search_api), {"q", "limit", "as_written"},
         found_from},
    };
}

}  // namespace digilots::referral
