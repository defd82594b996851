#include "inquiries/asked_fields_page.h"

#include "inquiries/asked_fields.h"
#include "inquiries/desk_page.h"
#include "inquiries/templates.h"
#include "platform/base/lists.h"
#include "platform/html/chosen.h"
#include "platform/html/page.h"
#include "platform/http/target.h"
#include "taxonomy/taxonomy.h"

namespace digilots::inquiries {

namespace {

constexpr std::size_t buttons_at_desk = 10;

/// A list of topics for each key, with what stands there now.
std::vector<html::components::Field> button_fields(const Service& service, const html::Page& page, std::string_view place) {
    const http::Tenant& tenant = *page.request().tenant;
    auto topics = desk_topics(service, tenant, place);
    topics.resize(buttons_at_desk);
    const auto own = service.own_topics.of(tenant.id);
    std::vector<html::components::Field> fields;
    for (std::size_t i = 0; i < topics.size(); ++i) {
        const auto key = std::to_string((i + 1) % buttons_at_desk);
        fields.push_back({.name = "button", .label = page.t(TEXT("Key {key}"), {{"key", key}}),
                          .options = topic_options(topics[i], page.t(TEXT("No button")), *own, page.translator()),
                          .id = "button-" + key});
    }
    return fields;
}

/// Each topic once; nothing where they are the usual ones, which then follow what is usual.
std::vector<std::string> chosen_buttons(const Service& service, const http::Request& request) {
    const auto own = service.own_topics.of(request.tenant->id);
    std::vector<std::string> topics;
    for (const auto typed : request.form.all("button")) {
        const std::string topic(typed);
        if (taxonomy::shared_topic(*own, topic) && topics.size() < buttons_at_desk) base::add_once(topics, topic);
    }
    return topics == usual_desk_topics(service, *request.tenant) ? std::vector<std::string>{} : topics;
}

/// "" for all places, also where it is none of here.
std::string place_asked_about(const Service& service, const http::Request& request, const http::Fields& from) {
    const auto directory = service.directory.snapshot(request.tenant->id);
    const auto* place = directory->place(from.get("place"));
    return place ? place->id : "";
}

html::components::Field places_to_choose(const Service& service, const html::Page& page, const std::string& chosen) {
    html::components::Field field{.name = "place", .label = page.t(TEXT("For which desk")),
                                  .options = {{"", page.t(TEXT("All places that have chosen nothing of their own")),
                                               chosen.empty()}}};
    for (const auto held = service.directory.snapshot(page.request().tenant->id); const auto& place : held->places)
        if (place.listed() || place.id == chosen) field.options.push_back({place.id, place.name, place.id == chosen});
    return field;
}

}  // namespace

namespace {

http::Response show_asked_fields(const Pages& pages, const http::Request& request, html::FormErrors errors, int status) {
    html::Page page(request);
    page.title = page.t(TEXT("What the desk asks"));
    page.staff = true;
    page.indexable = false;
    const Service& service = Inside::service(pages.inquiries);
    const auto place = place_asked_about(service, request, request.query);
    const DeskSettings settings = desk_settings(service, request.tenant->id, place);
    AskedFieldsView view;
    view.errors = std::move(errors);
    view.url = page.tenant_url("/staff/settings/log-questions");
    view.seen = mark_of_settings(settings);
    view.place = place;
    view.is_own = settings.is_of_place;
    if (request.query.has("saved")) view.done = page.t(TEXT("Saved. The desk asks this from now on."));
    view.places = places_to_choose(service, page, place);
    view.hidden = html::made_for({view.places});
    view.asked = {.name = "asked", .label = page.t(TEXT("Further questions"))};
    for (const auto& field : askable_fields())
        view.asked.options.push_back({field.name, page.t(field.title), !base::holds(settings.not_asked, field.name)});
    view.buttons = button_fields(service, page, place);
    if (!view.errors.empty()) {   // what was ticked stands
        const auto ticked = request.form.all("asked");
        for (auto& option : view.asked.options) option.selected = base::holds(ticked, std::string_view(option.value));
    }
    view.places = view.places.with(view.errors);
    return html::render_page(page, templates::asked_fields_page(view, page), status);
}

}  // namespace

http::Response asked_fields_page(const Pages& pages, const http::Request& request) {
    return show_asked_fields(pages, request, {}, 200);
}

http::Response save_asked_fields(const Pages& pages, const http::Request& request) {
    Service& service = Inside::service(pages.inquiries);
    const auto place = place_asked_about(service, request, request.form);
    // It was deleted meanwhile: never the choice of all places instead.
    if (place.empty() && !request.form.get("place").empty()) {
        html::FormErrors errors;
        errors.add("place", html::Page(request).t(
                                TEXT("This place is not there any more. Choose another one: nothing was saved.")));
        return show_asked_fields(pages, request, std::move(errors), 422);
    }
    if (const auto other = html::chosen_otherwise(request, "/staff/settings/log-questions"))
        return html::shown_as_chosen(asked_fields_page(pages, *other), request, *other);
    std::optional<DeskSettings> settings;
    if (!request.form.has("as_all")) {
        settings = DeskSettings{{}, chosen_buttons(service, request), !place.empty()};
        const auto asked = request.form.all("asked");
        for (const auto& field : askable_fields())
            if (!base::holds(asked, std::string_view(field.name))) settings->not_asked.emplace_back(field.name);
    }
    const auto seen = base::Seen::mark(request.form.get("seen"));
    if (!save_desk_settings(service, request.tenant->id, place, settings, actor_of(*request.identity), seen))
        return http::changed_meanwhile("log questions");
    const auto of_place = place.empty() ? "" : "&place=" + http::percent_encode(place);
    return http::see_other(html::Page(request).tenant_url("/staff/settings/log-questions?saved=1" + of_place));
}

}  // namespace digilots::inquiries
