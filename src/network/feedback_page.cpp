// What works in a network and what does not, said on its page by anybody, to the municipality that leads it.
#include "network/pages.h"
#include "network/templates.h"
#include "network/terms.h"
#include "platform/base/form_key.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/http/never_kept.h"
#include "platform/http/waiting.h"

namespace digilots::network {

namespace {

/// Somebody reads it only where whoever leads the network is served here.
bool is_read_by_somebody(const Pages& pages, const municipality::Network& network) {
    return !network.lead.empty() && pages.municipalities.is_active(network.lead);
}

http::Response show_feedback(const Pages& pages, const municipality::Network& network, const http::Request& request,
                             const html::FormErrors& errors, int status = 422) {
    html::Page page(request);
    page.title = page.t("Tell the network");
    say_made_up(page, network);
    page.indexable = false;
    page.breadcrumbs = {{network.name, page.url("/networks/" + network.key)}};
    FeedbackView view{.url = page.url("/networks/" + network.key + "/feedback"),
                      .back_url = page.url("/networks/" + network.key),
                      .errors = errors};
    if (!is_read_by_somebody(pages, network)) view.closed = page.t("Nobody here leads this network: ask one of its members.");
    if (!request.query.get("done").empty()) view.done = page.t("Thank you. Whoever leads the network reads it.");
    view.form_key = base::form_key_for(request.form.get("form_key"), pages.kinds->feedback.now());
    view.said = html::components::Field{.name = "said",
                                        .label = page.t("What works, and what does not?"),
                                        .value = std::string(request.form.get("said")),
                                        .hint = page.t(
                                            "At most 1000 characters. Never write who somebody is: nobody can answer you here."),
                                        .rows = 5}
                    .with(errors);
    return http::never_kept(html::render_page(page, templates::feedback_page(view, page), errors.empty() ? 200 : status));
}

}  // namespace

http::Response feedback_page(const Pages& pages, const http::Request& request) {
    const auto network = network_of(pages, request);
    if (!network) return html::error_page(request, 404);
    return show_feedback(pages, *network, request, {});
}

http::Response say_feedback(const Pages& pages, const http::Request& request) {
    const auto network = network_of(pages, request);
    if (!network || !is_read_by_somebody(pages, *network)) return html::error_page(request, 404);
    const html::Page page(request);
    html::FormErrors errors;
    if (const auto wait = http::wait_of(*pages.saying, request, pages.clock.now())) {
        errors.add("", page.t("So much was sent from here that it has to wait a moment. Try again in a minute; what you wrote "
                              "stands here."));
        auto response = show_feedback(pages, *network, request, errors, 429);
        response.headers.emplace_back("Retry-After", std::to_string(wait->count()));
        return response;
    }
    const auto said = base::clean(request.form.get("said"));
    if (said.empty()) errors.add("said", page.t("Write what works, or what does not."));
    if (!errors.empty()) return show_feedback(pages, *network, request, errors);
    auto& records = pages.kinds->feedback;
    const auto today = base::to_civil(records.now(), pages.municipalities.settings(network->lead).zone).date;
    const auto added = records.add(records.around(network->lead),
                                   {{"title", {said}},
                                    {"network", {network->key}},
                                    {"day", {base::format_date(today)}},
                                    {"state", {"new"}},
                                    {"form_key", {std::string(request.form.get("form_key"))}}},
                                   "visitor");
    if (!added)
        for (const auto& problem : added.error().problems) errors.add("said", problem.words(page.translator()));
    if (!errors.empty()) return show_feedback(pages, *network, request, errors);
    return http::see_other(page.url("/networks/" + network->key + "/feedback?done=1"));
}

}  // namespace digilots::network
