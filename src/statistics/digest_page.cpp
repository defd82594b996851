// One's own choice: on which day of the month a letter with the figures of the month before comes.
#include "platform/base/whole_number.h"
#include "statistics/statistics_page.h"
#include "statistics/templates.h"

namespace digilots::statistics {

namespace {

constexpr std::string_view path_of_digest = "/staff/statistics/digest";

html::Page page_of_digest(const http::Request& request) {
    html::Page page(request);
    page.staff = true;
    page.indexable = false;
    page.title = page.t(TEXT("Figures of the month by letter"));
    page.breadcrumbs = {{page.t(TEXT("Statistics")), page.tenant_url("/staff/statistics")}};
    return page;
}

http::Response show_digest(const Pages& pages, const html::Page& page, int chosen, html::FormErrors errors) {
    DigestView view{.errors = std::move(errors), .url = page.tenant_url(path_of_digest)};
    view.are_sent = pages.digests && pages.digests->are_sent();
    if (page.request().tenant->is_made_up)
        view.hint = page.t(TEXT("This municipality is made up: no letter comes here, whatever you choose."));
    if (page.request().query.has("saved")) view.done = page.t(TEXT("Your choice is saved."));
    view.day = {.name = "day",
                .label = page.t(TEXT("Day of the month")),
                .options = {{"0", page.t(TEXT("No letter")), chosen == 0}}};
    for (int day = 1; day <= last_day_of_digest; ++day)
        view.day.options.push_back({std::to_string(day), std::to_string(day), day == chosen});
    view.day = view.day.with(view.errors);
    return html::render_page(page, templates::digest_page(view, page), view.errors.empty() ? 200 : 422);
}

}  // namespace

http::Response digest_page(const Pages& pages, const http::Request& request) {
    const auto page = page_of_digest(request);
    const int chosen = pages.digests ? pages.digests->day_of(request.tenant->id, request.identity->account_id) : 0;
    return show_digest(pages, page, chosen, {});
}

http::Response save_digest(const Pages& pages, const http::Request& request) {
    const auto page = page_of_digest(request);
    const auto day = base::whole_number(request.form.get("day"), 0, last_day_of_digest);
    html::FormErrors errors;
    if (!day) errors.add("day", page.t(TEXT("Choose a day from the list.")));
    else if (!pages.digests || !pages.digests->are_sent()) errors.add("day", page.t(TEXT("This installation sends no letters.")));
    if (!errors.empty()) return show_digest(pages, page, 0, std::move(errors));
    pages.digests->set_day(request.tenant->id, request.identity->account_id, static_cast<int>(*day));
    return http::see_other(page.tenant_url(std::string(path_of_digest) + "?saved=1"));
}

}  // namespace digilots::statistics
