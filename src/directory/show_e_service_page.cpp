#include <algorithm>

#include "directory/registers.h"
#include "directory/e_service_view.h"
#include "directory/templates.h"
#include "platform/html/error_page.h"

namespace digilots::directory {
namespace {

constexpr std::size_t most_places_of_e_service = 5;

ContactView contact_view(const EService& service, const WhoAnswers& answer, const Pages& pages, const html::Page& page) {
    ContactView view = contact_view(answer, pages, page);
    view.title = service.contact_role;
    if (answer.contact == nullptr) return view;
    view.title = answer.contact->title;
    view.url = page.tenant_url("/contacts/" + answer.contact->slug);
    if (service.contact_role != answer.contact->title) view.role = service.contact_role;
    return view;
}

bool helps_with_e_services(const Place& place) {
    return std::ranges::any_of(place.support, [](const CodedNote& note) {
        return note.code == "guidance_in_e_service" || note.code == "form_filling" ||
               note.code == "case_specific_help" || note.code == "scanning_attaching";
    });
}

/// Those that guide in e-services first, open ones before others, then places for general digital help.
std::vector<DeskView> helping_places(const EService& service, const Snapshot& snapshot, const Pages& pages,
                                     const html::Page& page) {
    std::vector<FoundPlace> found;
    for (const auto& item : find_places(pages.directory, snapshot, {}, pages.clock.now())) {
        if (item.place->status != Status::open) continue;
        const bool topic = std::ranges::any_of(
            service.topics, [&](const auto& key) { return covers_topic(item.place->topics, key); });
        if (topic || helps_with_e_services(*item.place)) found.push_back(item);
    }
    std::ranges::stable_sort(found, {}, [](const FoundPlace& item) {
        return std::pair{helps_with_e_services(*item.place) ? 0 : 1, item.state.now == Openness::open ? 0 : 1};
    });
    if (found.size() > most_places_of_e_service) found.resize(most_places_of_e_service);
    std::vector<DeskView> rows;
    for (const auto& item : found) rows.push_back(desk_view(item.place, item.state, pages, page));
    return rows;
}

std::string paper_text(const EService& service, const html::Page& page) {
    if (service.digital_only) return page.t("There is no paper form. You can get help to do it digitally.");
    if (service.paper_form == Answer::yes)
        return page.t("There is a paper form. Ask for it at the desk or on the phone.");
    return service.paper_form == Answer::no ? page.t("There is no paper form.") : "";
}

std::string unknown_of(const ShowEServiceView& view, const WhoAnswers& answer, const html::Page& page) {
    std::vector<std::string> things;
    const bool is_found = !view.url.empty() || !view.delivered_via.empty();
    if (view.can_be_done && !is_found) things.push_back(page.t("where the e-service is found"));
    if (view.can_be_done && view.login.empty()) things.push_back(page.t("how to log in"));
    if (view.can_be_done && view.paper.empty()) things.push_back(page.t("whether there is a paper form"));
    const bool has_hours = answer.first.open.now != Openness::unknown || !view.contact.line.times.empty();
    if (!answer.first.number.empty() && !has_hours) things.push_back(page.t("phone hours"));
    return unknown_text(things, page);
}

ShowEServiceView e_service_view(const EService& service, const Snapshot& snapshot, const Pages& pages,
                                const html::Page& page) {
    ShowEServiceView view;
    view.department = service.department;
    view.login = login_text(service, page);
    view.status = status_text(service.status, "", page);
    view.can_be_done = service.status == Status::open;
    view.url = service.url;
    view.delivered_via = service.delivered_via;
    view.is_found_there_too = !service.url.empty() && !service.delivered_via.empty();
    view.paper = paper_text(service, page);
    view.attachments = service.attachments;
    if (pages.renewals_of) view.renewals = pages.renewals_of(service.id, page);
    if (view.renewals.empty()) view.reapply = service.reapply_rule;
    view.languages = labels("language", service.languages, page);
    view.first_line = service.first_line_roles;
    const auto answer = pages.directory.who_answers(*page.request().tenant, snapshot, &service, pages.clock.now());
    view.contact = contact_view(service, answer, pages, page);
    view.places = helping_places(service, snapshot, pages, page);
    view.age = how_old(RecordKind::e_service, service, pages, page);
    view.age.since = checked_since(snapshot, RecordKind::e_service, service.id, page);
    view.unknown = unknown_of(view, answer, page);
    if (const auto& asked = pages.directory.question_after(); asked && view.can_be_done) {
        view.question_after = asked(*page.request().tenant, service.id, page.translator());
        if (view.question_after) view.question_after->url = page.tenant_url(view.question_after->url);
    }
    return view;
}

}  // namespace

http::Response show_e_service_page(const Pages& pages, const http::Request& request) {
    const auto snapshot = pages.directory.snapshot(request.tenant->id);
    const auto wanted = request.parameter("slug");
    const EService* service = snapshot->e_service(wanted);
    html::Page page(request);
    const Service* errand = service == nullptr ? snapshot->service(wanted) : nullptr;
    if (errand != nullptr && errand->place.empty()) return http::moved(page.tenant_url("/services/" + errand->slug));
    if (service == nullptr) return html::error_page(request, 404);
    if (service->slug != wanted) return http::moved(page.tenant_url("/e-services/" + service->slug));
    page.title = service->name;
    page.description = page.t("{name} in {municipality}: do it yourself, with help, on paper or by phone",
                              {{"name", service->name}, {"municipality", request.tenant->name}});
    page.breadcrumbs = {{page.t("E-services"), page.tenant_url("/e-services")}, {service->name, "", true}};
    const auto view = e_service_view(*service, *snapshot, pages, page);
    return html::render_page(page, templates::show_e_service_page(view, page));
}

}  // namespace digilots::directory
