// The desk's phone list: who answers, when, and where to turn when nobody does. For the wall beside the
// phone.
#include "directory/printed.h"
#include "directory/templates.h"
#include "directory/unit_choice.h"
#include "platform/base/lists.h"
#include "platform/calendar/hours.h"
#include "platform/calendar/other_hours.h"
#include "platform/i18n/isolate.h"
#include "platform/print/web.h"

namespace digilots::directory {
namespace {

using print::Emphasis;

constexpr double letters_of_a4 = 11;
constexpr std::size_t most_rows_at_a_glance = 20;

const std::vector<print::Paper> list_papers{print::Paper::a4, print::Paper::a5};

print::Text number_of(const std::string& phone, std::string none) {
    return phone.empty() ? print::Text{std::move(none)} : print::Text{phone, "", true};
}

/// A bus is open where it stands.
std::string times_of_place(const Place& place, const Pages& pages, const html::Page& page) {
    const auto stops = stops_view(place, pages, page);
    std::vector<std::string> lines;
    for (const auto& row : stops.rows) lines.push_back(row.name + ": " + row.times);
    if (!lines.empty()) return base::joined(lines, "\n");
    return place.hours.complete ? week_text(place.hours, pages, page) : hours_summary(place.hours, place.evening, page);
}

/// Public holidays are told once, with the municipality's own number: in each row they would hide who answers what.
bool has_exceptions_of_its_own(const Hours& hours, const Pages& pages, const html::Page& page) {
    const auto notation = calendar::read_shown(hours.rule);
    const auto today = base::to_civil(pages.clock.now(), page.request().tenant->zone).date;
    return notation && !calendar::other_hours(*notation, country_of(page), today).empty();
}

print::Text when_answered(const PhoneLine& line, const Pages& pages, const html::Page& page) {
    const auto view = phone_view(line, pages, page);
    std::vector<std::string> parts;
    const auto others = has_exceptions_of_its_own(line.hours, pages, page) ? base::joined(view.other_times, "\n") : "";
    for (const auto& part : {view.times, others, view.note}) {
        if (!part.empty()) parts.push_back(part);
    }
    return {parts.empty() ? page.t("not stated") : base::joined(parts, "\n")};
}

std::vector<print::Text> line_of_contact(const Contact& contact, const Snapshot& snapshot, const Pages& pages,
                                         const html::Page& page) {
    const auto answer = pages.directory.who_answers(*page.request().tenant, snapshot, &contact,
                                                    pages.clock.now(), Audience::staff);
    print::Text name = theirs(contact.title, page);
    if (contact.staff_only) name.words += "\n" + page.t("(only for staff)");
    const Place* fallback = contact.fallback_place.empty() ? nullptr : snapshot.place(contact.fallback_place);
    return {name,
            number_of(contact.phone, page.t("no number of its own")),
            contact.phone.empty() ? print::Text{"–"} : when_answered(answer.first, pages, page),
            fallback == nullptr ? print::Text{"–"} : theirs(fallback->name, page)};
}

print::Table contacts_table(const Snapshot& snapshot, const UnitChoice& units, const Pages& pages, const html::Page& page) {
    print::Table table{
        page.t("Who answers what"),
        {{page.t("Function")}, {page.t("Phone")}, {page.t("Hours")}, {page.t("If nobody answers")}},
        {}};
    for (const auto& contact : snapshot.contacts) {
        if (is_offered(contact, Audience::staff) && units.holds(RecordKind::contact, contact.id))
            table.rows.push_back(line_of_contact(contact, snapshot, pages, page));
    }
    return table;
}

print::Table places_table(const Snapshot& snapshot, const UnitChoice& units, const Pages& pages, const html::Page& page) {
    print::Table table{page.t("Places that help"),
                       {{page.t("Place")}, {page.t("Phone")}, {page.t("Opening hours")}},
                       {}};
    for (const auto& place : snapshot.places) {
        if (place.status != Status::open || !units.holds(RecordKind::place, place.id)) continue;
        const auto hours = times_of_place(place, pages, page);
        table.rows.push_back({theirs(place.name, page),
                              number_of(place.phone, "–"),
                              {hours.empty() ? page.t("not stated") : hours}});
    }
    return table;
}

/// Whoever is limited to a unit still sees all that help: a part only where it is asked for.
UnitChoice units_of(const Pages& pages, const html::Page& page) { return unit_choice(pages, page, WhereNoneIsChosen::all); }

print::Document phone_list(const print::Format& format, const UnitChoice& units, const Pages& pages,
                           const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    const auto snapshot = pages.directory.snapshot(tenant.id);
    auto document = document_of(page.t("Phone list for {municipality}", {{"municipality", tenant.name}}),
                                format, pages, page);
    // For those who work with it: four columns beside each other.
    if (format.paper == print::Paper::a4 && format.size == print::Size::usual) document.body = letters_of_a4;
    auto& blocks = document.blocks;
    add_heading(blocks, 1, {document.title});
    const auto help = help_view(pages, page);
    if (!help.line.phone.number.empty()) {
        add_paragraph(blocks, {page.t("The municipality’s own number:")});
        add_phone(blocks, help.line, page);
    }
    auto contacts = contacts_table(*snapshot, units, pages, page);
    auto places = places_table(*snapshot, units, pages, page);
    if (contacts.rows.empty())
        add_paragraph(blocks, {page.t("No contacts yet. An editor adds them in the directory.")});
    if (!contacts.rows.empty()) {
        add_heading(blocks, 2, {contacts.caption});
        blocks.push_back({std::move(contacts)});
    }
    if (!places.rows.empty()) {
        add_heading(blocks, 2, {places.caption});
        blocks.push_back({std::move(places)});
    }
    return document;
}

/// From each heading of the second level on; they are gone from `document` then.
std::vector<PrintedPart> taken_apart(print::Document& document) {
    std::vector<PrintedPart> parts;
    Blocks before;
    for (auto& block : document.blocks) {
        const auto* heading = std::get_if<print::Heading>(&block.is);
        if (heading && heading->level == 2)
            parts.push_back({"part-" + std::to_string(parts.size() + 1), heading->text.words, {}});
        (parts.empty() ? before : parts.back().document.blocks).push_back(std::move(block));
    }
    document.blocks = std::move(before);
    return parts;
}

std::size_t rows_of(const std::vector<PrintedPart>& parts) {
    std::size_t rows = 0;
    for (const auto& part : parts)
        for (const auto& block : part.document.blocks)
            if (const auto* table = std::get_if<print::Table>(&block.is)) rows += table->rows.size();
    return rows;
}

}  // namespace

http::Response phone_list_page(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    page.staff = true;
    const auto units = units_of(pages, page);
    auto document = phone_list({}, units, pages, page);
    page.title = document.title;
    page.breadcrumbs = {{request.tenant->name, page.tenant_url("/staff/")}, {page.t("Phone list"), "", true}};
    PrintedView view{document, print::format_links(page.tenant_url("/staff/phone-list.pdf"), list_papers, page, units.query),
                     units.options, {}};
    view.parts = taken_apart(document);
    view.is_long = rows_of(view.parts) > most_rows_at_a_glance;
    const auto odt_url = page.tenant_url("/staff/phone-list.odt") + print::query_of({}, list_papers, units.query);
    view.formats.push_back(print::odt_link(odt_url, page));
    return html::render_page(page, templates::printed_page(view, page));
}

http::Response phone_list_file(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto units = units_of(pages, page);
    if (auto other = print::to_one_spelling(request, list_papers, units.query)) return std::move(*other);
    return print::pdf_answer(phone_list(print::format_of(request, list_papers), units, pages, page),
                             request.tenant->slug + "-phone-list.pdf");
}

http::Response phone_list_to_change(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto units = units_of(pages, page);
    if (auto other = print::to_one_spelling(request, list_papers, units.query)) return std::move(*other);
    return print::odt_answer(phone_list(print::format_of(request, list_papers), units, pages, page),
                             request.tenant->slug + "-phone-list.odt");
}

}  // namespace digilots::directory
