// One's own choice: on which day of the week a letter with the plan's week comes.
#include "plan/digest.h"
#include "plan/pages.h"
#include "plan/templates.h"
#include "platform/base/whole_number.h"

namespace digilots::plan {

namespace {

constexpr std::string_view path_of_plan_digest = "/staff/plan/digest";

http::Response show_plan_digest(const Pages& pages, const http::Request& request, int chosen, html::FormErrors errors) {
    const auto page = plan_page_of(request, html::Page(request).t("The plan’s week by letter"));
    DigestView view{.errors = std::move(errors), .url = page.tenant_url(path_of_plan_digest)};
    view.are_sent = Digests(*pages.kinds).are_sent();
    if (request.query.has("saved")) view.done = page.t("Your choice is saved.");
    view.day = {
        .name = "day", .label = page.t("Day of the week"), .options = {{"0", page.t("No letter"), chosen == 0}}};
    for (int day = 1; day <= last_day_of_digest; ++day)
        view.day.options.push_back({std::to_string(day), page.translator().weekday(day - 1), day == chosen});
    view.day = view.day.with(view.errors);
    return html::render_page(page, templates::digest_page(view, page), view.errors.empty() ? 200 : 422);
}

}  // namespace

http::Response digest_page(const Pages& pages, const http::Request& request) {
    const auto chosen = Digests(*pages.kinds).day_of(request.tenant->id, request.identity->account_id);
    return show_plan_digest(pages, request, chosen, {});
}

http::Response save_digest(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const Digests digests(*pages.kinds);
    const auto day = base::whole_number(request.form.get("day"), 0, last_day_of_digest);
    html::FormErrors errors;
    if (!day) errors.add("day", page.t("Choose a day from the list."));
    else if (!digests.are_sent()) errors.add("day", page.t("This installation sends no letters."));
    if (!errors.empty()) return show_plan_digest(pages, request, 0, std::move(errors));
    digests.set_day(request.tenant->id, request.identity->account_id, *day);
    return http::see_other(page.tenant_url(std::string(path_of_plan_digest) + "?saved=1"));
}

}  // namespace digilots::plan
