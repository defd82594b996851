#include "matters/pages.h"

namespace digilots::matters {

namespace {

using http::Access, http::Method, http::MenuPlace;

http::Routes routes(const Pages& pages) {
    const auto page = http::handlers_with(pages);
    return {{Method::get, "/{municipality}/staff/ongoing", Access::guide, page(ongoing_page), {"kind", "unit", "page"}},
            {Method::get, "/{municipality}/my-matters", Access::anyone, page(matters_page)},
            {Method::post, "/{municipality}/my-matters", Access::anyone, page(find_matters)}};
}

const http::Menu menu{{MenuPlace::staff, 205, TEXT("Under way"), "/staff/ongoing"},
                      {MenuPlace::help, 120, TEXT("My matters"), "/my-matters"}};

const std::vector<PrivacyNotice> privacy{
    {PrivacyNotice::Of::those_who_ask,
     TEXT("How often you want to be told of a booked time or a session is kept with your number or address, and deleted with "
          "it.")},
    {PrivacyNotice::Of::those_who_ask,
     TEXT("Codes that you write on “My matters” find what is yours. They stand in no address and are not kept.")}};

}  // namespace

Slice slice(const organisation::Organisation& organisation, const base::Clock& clock) {
    return {
        .name = "matters",
        .routes =
            [&](const Slices& all) {
                return routes({all_of(all, &Slice::ongoing), all_of(all, &Slice::followed), organisation, clock});
            },
        .menu = menu,
        .privacy = privacy,
    };
}

}  // namespace digilots::matters
