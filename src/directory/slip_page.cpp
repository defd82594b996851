// The slip that a resident takes home from the desk: one thing that was found, when it is open, whom to call,
// what to do next. It holds nothing of the resident.
#include "directory/printed.h"
#include "directory/registers.h"
#include "directory/templates.h"
#include "platform/base/text.h"
#include "platform/html/error_page.h"
#include "platform/i18n/isolate.h"
#include "platform/print/web.h"

namespace digilots::directory {
namespace {

using print::Emphasis;

const std::vector<print::Paper> slip_papers{print::Paper::a5, print::Paper::a6};

/// What was found, as a slip tells it.
struct Found {
    std::string title, path;  // path: of its public page, "" where residents have none
    AskedAbout about;
    const Place* place = nullptr;  // where to go
    const Hours* hours = nullptr;
    Answer evening = Answer::unknown;
    std::string url = "";  // where the e-service is
    std::string note = "";
    std::vector<std::string> before = {};  // to know before it is done
};

std::optional<Found> found_service(const Snapshot& snapshot, std::string_view id) {
    const Service* service = snapshot.service(id);
    if (service == nullptr) return std::nullopt;
    const Place* place = service->place.empty() ? nullptr : snapshot.place(service->place);
    if (!is_offered(*service, place)) return std::nullopt;
    Found found{service->title, "/services/" + service->slug, service, place};
    const bool has_hours = !service->hours.rule.empty() || !service->hours.complete;
    found.hours = has_hours || place == nullptr ? &service->hours : &place->hours;
    found.note = service->description;
    return found;
}

std::optional<Found> found_e_service(const Snapshot& snapshot, std::string_view id, const html::Page& page) {
    const EService* service = snapshot.e_service(id);
    if (service == nullptr || service->status != Status::open) return std::nullopt;
    Found found{service->name, "/e-services/" + service->slug, service};
    found.url = service->url;
    if (service->e_id_required == Answer::yes) found.before.push_back(page.t("You need an electronic ID."));
    if (service->e_id_required == Answer::no) found.before.push_back(page.t("You need no electronic ID."));
    if (service->paper_form == Answer::yes) found.before.push_back(page.t("There is a form on paper."));
    return found;
}

std::optional<Found> found_contact(const Snapshot& snapshot, std::string_view id) {
    const Contact* contact = snapshot.contact(id);
    // What is for staff only never goes home with anybody.
    if (contact == nullptr || !is_offered(*contact)) return std::nullopt;
    return Found{contact->title, "/contacts/" + contact->slug, contact};
}

std::optional<Found> found_place(const Snapshot& snapshot, std::string_view id) {
    const Place* place = snapshot.place(id);
    if (place == nullptr || place->status != Status::open) return std::nullopt;
    return Found{place->name, "/places/" + place->slug, place, place, &place->hours, place->evening};
}

std::optional<Found> found_record(const Snapshot& snapshot, const html::Page& page) {
    const auto id = page.request().parameter("id");
    const auto kind = kind_named(page.request().parameter("kind"));
    if (!kind) return std::nullopt;
    switch (*kind) {
        case RecordKind::place:
            return found_place(snapshot, id);
        case RecordKind::service:
            return found_service(snapshot, id);
        case RecordKind::e_service:
            return found_e_service(snapshot, id, page);
        case RecordKind::contact:
            return found_contact(snapshot, id);
    }
    return std::nullopt;
}

void add_next_steps(Blocks& blocks, const Found& found, const WhoAnswers& answer, const html::Page& page) {
    const auto& language = page.translator().language();
    std::vector<std::string> steps;
    if (!found.url.empty())
        steps.push_back(page.t("Open {address}", {{"address", i18n::isolated(found.url, language)}}));
    if (found.place != nullptr) {
        const bool has_address = !found.place->address.empty();
        const std::string where =
            found.place->name + (has_address ? ", " + found.place->address : "") +
            (locality_of_address(*found.place).empty() ? "" : ", " + locality_of_address(*found.place));
        steps.push_back(page.t("Go to {place}", {{"place", i18n::isolated(where, language)}}));
    }
    if (!answer.first.number.empty()) {
        steps.push_back(found.place == nullptr && found.url.empty() ? page.t("Call the number below")
                                                                    : page.t("Or call the number below"));
    }
    add_list(blocks, page.t("What you do next"), steps);
}

/// A slip is one sheet: what stands above it is not said again, and of the second number only its usual week.
void add_call(Blocks& blocks, const WhoAnswers& answer, const Hours* hours_above, const Pages& pages, const html::Page& page) {
    auto line = phone_view(answer.first, pages, page);
    if (line.phone.number.empty()) return;
    const bool is_said = hours_above != nullptr && answer.first.hours == *hours_above && !line.times.empty();
    if (is_said) line = {.phone = line.phone, .times = "", .note = "", .other_times = {}, .open = {}, .answers = ""};
    add_heading(blocks, 2, {page.t("Call")});
    add_phone(blocks, line, page);
    if (is_said) add_paragraph(blocks, {page.t("The phone is answered during the opening hours.")});
    auto otherwise = phone_view(answer.otherwise, pages, page);
    if (otherwise.phone.number.empty()) return;
    otherwise.other_times.clear();
    add_paragraph(blocks, {page.t("If nobody answers, call the municipality:")});
    add_phone(blocks, otherwise, page);
}

print::Document slip_of(const Found& found, const Snapshot& snapshot, const print::Format& format,
                        const Pages& pages, const html::Page& page) {
    const auto answer =
        pages.directory.who_answers(*page.request().tenant, snapshot, found.about, pages.clock.now());
    auto document = document_of(found.title, format, pages, page);
    auto& blocks = document.blocks;
    add_heading(blocks, 1, theirs(found.title, page));
    add_paragraph(blocks, theirs(found.note, page));
    add_next_steps(blocks, found, answer, page);
    add_list(blocks, "", found.before);
    const auto* own_hours = found.place == nullptr ? nullptr : &found.place->hours;
    const bool says_stops = found.hours != nullptr && found.hours == own_hours &&
                            add_stops(blocks, stops_view(*found.place, pages, page), page);
    const bool says_hours = says_stops || (found.hours != nullptr && add_hours(blocks, page.t("Opening hours"), *found.hours,
                                                                               found.evening, pages, page));
    if (found.hours != nullptr && !says_hours)
        add_paragraph(blocks, {page.t("The hours are not stated. Call and ask before you go.")});
    add_call(blocks, answer, says_hours && !says_stops ? found.hours : nullptr, pages, page);
    if (answer.desk != nullptr && answer.desk != found.place)
        add_paragraph(blocks, {page.t("You can also visit") + " " +
                               i18n::isolated(answer.desk->name, page.translator().language())});
    for (auto& block : code_of_page(page.tenant_url(found.path), page)) blocks.push_back(std::move(block));
    return document;
}

/// A guide works in one language and hands over another.
std::vector<PrintedView::InLanguage> in_each_language(const html::Page& page) {
    std::vector<PrintedView::InLanguage> all;
    const auto& request = page.request();
    for (const auto& code : request.tenant->languages) {
        const auto& language = i18n::translator(code).language();
        const std::string url = "/" + code + request.path + "/slip.pdf";
        all.push_back(
            {code, language.own_name, language.right_to_left, print::format_links(url, slip_papers, page)});
    }
    return all;
}

}  // namespace

http::Response slip_page(const Pages& pages, const http::Request& request) {
    const auto snapshot = pages.directory.snapshot(request.tenant->id);
    html::Page page(request);
    page.staff = true;
    const auto found = found_record(*snapshot, page);
    if (!found) return html::error_page(request, 404);
    const auto document = slip_of(*found, *snapshot, {print::Paper::a5}, pages, page);
    page.title = found->title;
    page.breadcrumbs = {{request.tenant->name, page.tenant_url("/staff/")},
                        {page.t("Slip to take home"), "", true}};
    return html::render_page(page, templates::printed_page({document, {}, {}, in_each_language(page)}, page));
}

http::Response slip_file(const Pages& pages, const http::Request& request) {
    if (auto other = print::to_one_spelling(request, slip_papers)) return std::move(*other);
    const auto snapshot = pages.directory.snapshot(request.tenant->id);
    const html::Page page(request);
    const auto found = found_record(*snapshot, page);
    if (!found) return html::error_page(request, 404);
    const auto document = slip_of(*found, *snapshot, print::format_of(request, slip_papers), pages, page);
    return print::pdf_answer(document, base::slug(found->title) + ".pdf");
}

}  // namespace digilots::directory
