#include "directory/slip.h"

#include <algorithm>

#include "directory/registers.h"
#include "platform/i18n/isolate.h"

namespace digilots::directory {
namespace {

using print::Emphasis;

void add_what_to_bring(Found& found, const Place& place, const html::Page& page) {
    if (place.bring.empty()) return;
    found.before.push_back(page.t("Bring with you:") + " " + i18n::isolated(place.bring, page.translator().language()));
}

std::optional<Found> found_service(const Snapshot& snapshot, std::string_view id, const html::Page& page) {
    const Service* service = snapshot.service(id);
    if (service == nullptr) return std::nullopt;
    const Place* place = service->place.empty() ? nullptr : snapshot.place(service->place);
    if (!is_offered(*service, place)) return std::nullopt;
    Found found{service->title, "/services/" + service->slug, service, place};
    const bool has_hours = !service->hours.rule.empty() || !service->hours.complete;
    found.hours = has_hours || place == nullptr ? &service->hours : &place->hours;
    found.note = service->description;
    if (place != nullptr) add_what_to_bring(found, *place, page);
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

std::optional<Found> found_place(const Snapshot& snapshot, std::string_view id, const html::Page& page) {
    const Place* place = snapshot.place(id);
    if (place == nullptr || place->status != Status::open) return std::nullopt;
    Found found{place->name, "/places/" + place->slug, place, place, &place->hours, place->evening};
    add_what_to_bring(found, *place, page);
    return found;
}

std::string place_and_address(const Place& place) {
    std::string where = place.name;
    for (const auto& part : {place.address, locality_of_address(place)})
        if (!part.empty()) where += ", " + part;
    return where;
}

std::vector<std::string> next_steps(const Found& found, const WhoAnswers& answer, const html::Page& page) {
    const auto& language = page.translator().language();
    std::vector<std::string> steps;
    if (!found.url.empty())
        steps.push_back(page.t("Open {address}", {{"address", i18n::isolated(found.url, language)}}));
    if (found.place != nullptr)
        steps.push_back(page.t("Go to {place}", {{"place", i18n::isolated(place_and_address(*found.place), language)}}));
    if (!answer.first.number.empty()) {
        steps.push_back(found.place == nullptr && found.url.empty() ? page.t("Call the number below")
                                                                    : page.t("Or call the number below"));
    }
    return steps;
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

/// When it is open, whom to call, where else to go, the latest on one's own phone.
void add_where(Blocks& blocks, const Found& found, const WhoAnswers& answer, const Pages& pages, const html::Page& page) {
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
}

Found found_or_municipality(const Snapshot& snapshot, std::string_view where, const html::Page& page) {
    const auto colon = std::min(where.find(':'), where.size());
    auto found = found_record(snapshot, where.substr(0, colon), where.substr(std::min(colon + 1, where.size())), page);
    return found ? std::move(*found) : Found{page.request().tenant->name, "/", {}};
}

}  // namespace

std::optional<Found> found_record(const Snapshot& snapshot, std::string_view kind, std::string_view id, const html::Page& page) {
    const auto known = kind_named(kind == "activity" ? "service" : kind);
    if (!known) return std::nullopt;
    switch (*known) {
        case RecordKind::place: return found_place(snapshot, id, page);
        case RecordKind::service: return found_service(snapshot, id, page);
        case RecordKind::e_service: return found_e_service(snapshot, id, page);
        case RecordKind::contact: return found_contact(snapshot, id);
    }
    return std::nullopt;
}

print::Document slip_of(const Found& found, const Snapshot& snapshot, const print::Format& format, const Pages& pages,
                        const html::Page& page) {
    const auto answer =
        pages.directory.who_answers(*page.request().tenant, snapshot, found.about, pages.clock.now());
    auto document = document_of(found.title, format, pages, page);
    auto& blocks = document.blocks;
    add_heading(blocks, 1, theirs(found.title, page));
    add_paragraph(blocks, theirs(found.note, page));
    add_list(blocks, page.t("What you do next"), next_steps(found, answer, page));
    add_list(blocks, "", found.before);
    add_where(blocks, found, answer, pages, page);
    return document;
}

print::Document slip_saying(const OnSlip& said, const Snapshot& snapshot, const print::Format& format, const Pages& pages,
                            const html::Page& page) {
    const auto found = found_or_municipality(snapshot, said.where, page);
    const auto answer =
        pages.directory.who_answers(*page.request().tenant, snapshot, found.about, pages.clock.now());
    auto document = document_of(said.title, format, pages, page);
    auto& blocks = document.blocks;
    add_heading(blocks, 1, {said.title});
    blocks.insert(blocks.end(), said.above.begin(), said.above.end());
    auto steps = said.steps;
    if (said.goes_there)
        for (auto& step : next_steps(found, answer, page)) steps.push_back(std::move(step));
    add_list(blocks, page.t("What you do next"), steps);
    if (said.goes_there) add_list(blocks, "", found.before);
    add_heading(blocks, 2, {page.t("Where to ask")});
    const bool says_address = found.place != nullptr && !said.goes_there && found.place->name == found.title;
    add_paragraph(blocks, theirs(says_address ? place_and_address(*found.place) : found.title, page), Emphasis::strong);
    add_where(blocks, found, answer, pages, page);
    return document;
}

}  // namespace digilots::directory
