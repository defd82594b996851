// The leaflet of a place: what an 80-year-old takes home. On the screen, and as a file for the printer.
#include "directory/printed.h"
#include "directory/show_place_page.h"
#include "directory/templates.h"
#include "platform/html/error_page.h"
#include "platform/i18n/isolate.h"
#include "platform/print/web.h"

namespace digilots::directory {
namespace {

using print::Emphasis;

const std::vector<print::Paper> leaflet_papers{print::Paper::a4, print::Paper::a5};

std::string joined_line(std::initializer_list<std::string_view> parts, std::string_view separator) {
    std::string line;
    for (const auto part : parts) {
        if (part.empty()) continue;
        if (!line.empty()) line += separator;
        line += part;
    }
    return line;
}

Blocks way_there(const ShowPlaceView& view, const html::Page& page) {
    Blocks blocks;
    add_heading(blocks, 2, {page.t("Find the way and get in touch")});
    add_paragraph(blocks,
                  theirs(joined_line({view.address, view.locality_of_address}, ", "), page),
                  Emphasis::strong);
    add_paragraph(blocks, {view.position_note});
    if (view.is_open_kind && !view.phone.number.empty()) {
        add_number(blocks, view.phone, page);
    } else if (!view.help.line.phone.number.empty()) {
        add_paragraph(blocks, {view.is_open_kind ? page.t("No number of its own. Call the municipality:")
                                                 : page.t("Call the municipality:")});
        add_number(blocks, view.help.line.phone, page);
    }
    return blocks;
}

void add_services(Blocks& blocks, const std::string& heading, const std::vector<ServiceRow>& services,
                  const html::Page& page) {
    std::vector<std::string> lines;
    for (const auto& service : services) {
        std::string line = i18n::isolated(service.title, page.translator().language());
        const auto& when = !service.times.empty()       ? service.times
                           : !service.frequency.empty() ? service.frequency
                                                        : service.hours_summary;
        if (!service.status.empty())
            line += ": " + service.status;
        else if (!when.empty())
            line += ": " + when;
        lines.push_back(std::move(line));
    }
    add_list(blocks, heading, lines);
}

/// E-services whose contact sends people here.
std::vector<std::string> e_services_here(const Place& place, const Snapshot& snapshot) {
    std::vector<std::string> names;
    for (const auto& service : snapshot.e_services) {
        if (service.status != Status::open) continue;
        const Contact* contact = snapshot.contact(service.contact);
        if (contact != nullptr && is_offered(*contact) && contact->fallback_place == place.id)
            names.push_back(service.name);
    }
    return names;
}

void add_what_they_do(Blocks& blocks, const ShowPlaceView& view, const Place& place, const Snapshot& snapshot,
                      const html::Page& page) {
    add_list(blocks, page.t("What they help with"), view.helps);
    if (!view.eligibility.empty()) {
        const std::string words = (view.is_open_kind ? "" : page.t("Not valid now:") + " ") + page.t("For:") +
                                  " " + i18n::isolated(view.eligibility, page.translator().language());
        add_paragraph(blocks, {words});
    }
    if (!view.bring.empty())
        add_paragraph(blocks, {page.t("Bring with you:") + " " + i18n::isolated(view.bring, page.translator().language())});
    add_paragraph(blocks, {page.t("Those who help you show and explain; you sign in, pay and sign yourself. What they see and "
                                  "hear they tell nobody.")});
    add_list(blocks, page.t("Good to know before you come"), view.limits.good_to_know);
    add_list(blocks, page.t("Authorities that are here"), view.agencies);
    add_services(blocks, page.t("Services"), view.services, page);
    add_services(blocks, page.t("Activities"), view.activities, page);
    add_list(blocks, page.t("E-services that they help with"), e_services_here(place, snapshot));
}

print::Document leaflet_of(const Place& place, const Snapshot& snapshot, const print::Format& format,
                           const Pages& pages, const html::Page& page) {
    const auto view = place_view(place, snapshot, pages, page);
    auto document = document_of(place.name, format, pages, page);
    auto& blocks = document.blocks;
    add_heading(blocks, 1, theirs(place.name, page));
    add_paragraph(
        blocks,
        {joined_line({view.kind, i18n::isolated(view.locality, page.translator().language())}, " · ")},
        Emphasis::lead);
    add_paragraph(blocks, {view.status}, Emphasis::strong);
    if (view.assumed)
        add_paragraph(blocks, {page.t("Somebody has told us about this place. It is not confirmed.")});
    add_list(blocks, page.t("What they do not help with"), view.limits.refusals);
    blocks.push_back(
        {print::Columns{{way_there(view, page), code_of_page(page.tenant_url("/places/" + place.slug), page)},
                        {0.62, 0.38}}});
    if (!add_stops(blocks, view.stops, page) && view.is_open_kind) {
        add_hours(blocks, page.t("Opening hours"), place.hours, place.evening, pages, page);
    }
    add_what_they_do(blocks, view, place, snapshot, page);
    add_paragraph(blocks, {view.unknown});
    add_help(blocks, view.help, page);
    return document;
}

/// Nothing, and the answer instead, where there is no such place or it stands under another address.
const Place* asked_place(const Snapshot& snapshot, const html::Page& page, std::string_view ending,
                         std::optional<http::Response>& instead) {
    const auto wanted = page.request().parameter("slug");
    const Place* place = snapshot.place(wanted);
    if (place == nullptr || place->status == Status::closed) {
        instead = html::error_page(page.request(), 404);
    } else if (place->slug != wanted) {
        instead = http::moved(page.tenant_url("/places/" + place->slug + std::string(ending)));
    }
    return place;
}

template <class Answer>
http::Response leaflet_as(const std::string& ending, const Answer& answer, const Pages& pages, const http::Request& request) {
    if (auto other = print::to_one_spelling(request, leaflet_papers)) return std::move(*other);
    const auto snapshot = pages.directory.snapshot(request.tenant->id);
    const html::Page page(request);
    std::optional<http::Response> instead;
    const Place* place = asked_place(*snapshot, page, "/leaflet" + ending, instead);
    if (instead) return std::move(*instead);
    const auto format = print::format_of(request, leaflet_papers);
    return for_host(answer(leaflet_of(*place, *snapshot, format, pages, page), place->slug + ending), request);
}

}  // namespace

http::Response leaflet_page(const Pages& pages, const http::Request& request) {
    const auto snapshot = pages.directory.snapshot(request.tenant->id);
    html::Page page(request);
    std::optional<http::Response> instead;
    const Place* place = asked_place(*snapshot, page, "/leaflet", instead);
    if (instead) return std::move(*instead);
    const std::string place_url = page.tenant_url("/places/" + place->slug);
    page.title = place->name;
    page.breadcrumbs = {{page.t("Places that help"), page.tenant_url("/places")},
                        {place->name, place_url},
                        {page.t("Leaflet"), "", true}};
    page.indexable = false;
    const auto document = leaflet_of(*place, *snapshot, {}, pages, page);
    PrintedView view{document, print::format_links(place_url + "/leaflet.pdf", leaflet_papers, page), {}};
    view.formats.push_back(print::odt_link(place_url + "/leaflet.odt", page));
    return for_host(html::render_page(page, templates::printed_page(view, page)), request);
}

http::Response leaflet_file(const Pages& pages, const http::Request& request) {
    return leaflet_as(".pdf", print::pdf_answer, pages, request);
}

http::Response leaflet_to_change(const Pages& pages, const http::Request& request) {
    return leaflet_as(".odt", print::odt_answer, pages, request);
}

}  // namespace digilots::directory
