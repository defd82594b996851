#include <algorithm>

#include "inquiries/desk_page.h"
#include "inquiries/inquiries_page.h"
#include "inquiries/refer_targets.h"
#include "inquiries/templates.h"

namespace digilots::inquiries {

namespace {

using html::components::Field;
using html::components::SummaryItem;

void add_typed(std::vector<SummaryItem>& items, const std::string& label, const std::string& text) {
    if (!text.empty()) items.push_back({label, {text}});
}

/// In the words that the form has for it.
void add_field(std::vector<SummaryItem>& items, const Field& field) {
    const auto chosen = std::ranges::find_if(field.options, [](const auto& one) { return one.selected && !one.value.empty(); });
    const std::string& text = chosen == field.options.end() ? field.value : chosen->label;
    if (field.options.empty() || chosen != field.options.end()) add_typed(items, field.label, text);
}

std::vector<SummaryItem> typed_fields(const Service& service, const FormInput& input, const html::Page& page) {
    const http::Tenant& tenant = *page.request().tenant;
    const auto own = service.own_topics.of(tenant.id);
    LogForm form = make_log_form(service, page, input, desk_topics(service, tenant, input.inquiry.place));
    form.referred_to.options = target_options(service, tenant, input.inquiry.referred_to, page.translator());
    std::vector<SummaryItem> items;
    add_typed(items, page.t(TEXT("Topic")), topic_labels(input.inquiry.topics, *own, page.translator()));
    add_field(items, {.name = "outcome", .label = page.t(TEXT("Outcome")), .options = form.outcomes});
    for (const Field* field : {&form.referred_to, &form.place, &form.channel, &form.minutes}) add_field(items, *field);
    if (form.returning.checked) add_typed(items, form.returning.label, page.t(TEXT("Yes")));
    for (const Field* field : {&form.support_given, &form.body, &form.language, &form.barrier, &form.age_band, &form.gender,
                               &form.date, &form.time, &form.note}) {
        add_field(items, *field);
    }
    return items;
}

/// Then it is out of this person's reach.
bool is_there(const Service& service, const http::Request& request) {
    return service.database.read([&](db::Connection& connection) {
        return store::find(connection, request.tenant->id, request.parameter("id")).has_value();
    });
}

/// Else its id is another municipality's, or nobody's.
bool was_there(const Service& service, const http::Request& request) {
    return service.database.read([&](db::Connection& connection) {
        return !store::list_changes(connection, request.tenant->id, request.parameter("id")).empty();
    });
}

/// When this person deleted it; nothing where somebody else did, or nobody.
std::optional<base::Instant> deleted_by_oneself(const Service& service, const http::Request& request) {
    const auto changes = service.database.read([&](db::Connection& connection) {
        return store::list_changes(connection, request.tenant->id, request.parameter("id"));
    });
    for (const Change& change : changes) {
        if (change.action == "deleted" && change.actor == actor_of(*request.identity)) return change.at;
    }
    return std::nullopt;
}

}  // namespace

http::Response gone_inquiry(Inquiries& inquiries, const http::Request& request, const FormInput& input) {
    const Service& service = Inside::service(inquiries);
    html::Page page(request);
    page.title = page.t(TEXT("Correct an entry"));
    page.staff = true;
    page.indexable = false;
    GoneView view;
    const auto deleted = deleted_by_oneself(service, request);
    if (is_there(service, request)) {
        page.title = page.t(TEXT("An entry out of your reach"));
        view.notice = page.t(TEXT("The entry is there, but you cannot change it any more: it was logged more than seven days "
                                  "ago, or by somebody else. Nothing was saved; what you had written stands below. A "
                                  "coordinator can put it right."));
    } else if (deleted) {
        const std::string time = page.translator().date_time(*deleted, request.tenant->zone);
        view.notice = page.t(TEXT("You deleted this entry at {time}, so nothing was saved. What you had written stands below."),
                             {{"time", time}});
    } else {
        view.notice = page.t(TEXT("This entry is not here any more, so nothing was saved. What you had written stands below."));
    }
    view.typed = typed_fields(service, input, page);
    view.desk_url = page.tenant_url("/staff/");
    const int status = is_there(service, request) ? 403 : was_there(service, request) ? 409 : 404;
    return html::render_page(page, templates::gone_inquiry_page(view, page), status);
}

}  // namespace digilots::inquiries
