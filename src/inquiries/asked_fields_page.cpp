#include "inquiries/asked_fields_page.h"

#include "inquiries/asked_fields.h"
#include "inquiries/templates.h"
#include "platform/base/lists.h"
#include "platform/html/page.h"

namespace digilots::inquiries {

http::Response asked_fields_page(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    page.title = page.t(TEXT("What the desk asks"));
    page.staff = true;
    page.indexable = false;
    const auto not_asked = fields_not_asked(Inside::service(pages.inquiries), request.tenant->id);
    AskedFieldsView view;
    view.url = page.tenant_url("/staff/settings/log-questions");
    view.seen = mark_of_fields(not_asked);
    if (request.query.has("saved")) view.done = page.t(TEXT("Saved. The desk asks this from now on."));
    view.asked = {.name = "asked", .label = page.t(TEXT("Further questions"))};
    for (const auto& field : askable_fields())
        view.asked.options.push_back({field.name, page.t(field.title), !base::holds(not_asked, field.name)});
    return html::render_page(page, templates::asked_fields_page(view, page));
}

http::Response save_asked_fields(const Pages& pages, const http::Request& request) {
    std::vector<std::string> not_asked;
    const auto asked = request.form.all("asked");
    for (const auto& field : askable_fields())
        if (!base::holds(asked, std::string_view(field.name))) not_asked.emplace_back(field.name);
    const auto seen = base::Seen::mark(request.form.get("seen"));
    const bool is_saved = save_fields_not_asked(Inside::service(pages.inquiries), request.tenant->id, not_asked,
                                                actor_of(*request.identity), seen);
    if (!is_saved) return http::changed_meanwhile("log questions");
    return http::see_other(html::Page(request).tenant_url("/staff/settings/log-questions?saved=1"));
}

}  // namespace digilots::inquiries
