#include "platform/print/format.h"
#include "progress/requested_wheel.h"
#include "progress/draw_wheel.h"
#include "progress/evaluation_view.h"
#include "progress/pages.h"
#include "progress/progress_view.h"
#include "progress/templates.h"
#include "progress/wheel_parts.h"
#include "progress/wheel_words.h"

namespace digilots::progress {

http::Response progress_page(const Pages& pages, const http::Request& request) {
    const auto requested = requested_wheel(pages, request).value();
    html::Page page(request);
    page.styles = {"wheel.css"};
    page.title = page.t("Progress in {name}", {{"name", requested.subject.name()}});
    page.description =
        page.t("The municipality’s goals, the targets it follows and how it goes, year by year.");
    ProgressView view;
    view.lead = tally_of(requested.wheel, page);
    view.made_up = made_up_text(requested.wheel, page);
    view.is_empty = requested.wheel.year == 0;
    view.wheel = draw(picture_of(requested.wheel, requested.subject, page, Leads::nowhere));
    view.wheel_url = page.url(requested.subject.wheel_path());
    view.method_url = page.url(requested.subject.method_path());
    view.indicators_url = page.url("/indicators");
    view.rings = rings_of(requested.wheel, groups_of(requested.wheel, requested.subject, page));
    for (const auto& evaluation : pages.progress.evaluations(requested.subject.id())) {
        if (evaluation.closed_at) view.evaluations.push_back(show(evaluation, requested.subject, page));
    }
    view.followed = pages.progress.followed(*request.tenant, page.translator());
    view.money = pages.progress.money(*request.tenant, page.translator());
    if (!view.followed.empty() || !view.money.empty())
        view.summaries = {{page.t("Summary to print (PDF)"), page.tenant_url("/progress/summary.pdf")},
                          print::odt_link(page.tenant_url("/progress/summary.odt"), page)};
    if (!pages.progress.contributing(request.tenant->id, "").empty()) view.plan_url = page.tenant_url("/progress/plan");
    auto response = html::render_page(page, templates::progress_page(view, page));
    response.for_once = !view.followed.empty();
    return response;
}

http::Response method_page(const Pages&, const http::Request& request) {
    html::Page page(request);
    page.title = page.t("How the colours are worked out");
    if (request.tenant) {
        page.breadcrumbs = {{page.t("Progress"), page.tenant_url("/progress"), false},
                            {page.title, "", false}};
    } else {
        page.breadcrumbs = {{page.t("All wheels"), page.url("/wheels"), false}, {page.title, "", false}};
    }
    return html::render_page(page, templates::method_page(page));
}

}  // namespace digilots::progress
