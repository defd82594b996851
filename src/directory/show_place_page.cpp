#include "directory/show_place_page.h"

#include <algorithm>

#include "directory/registers.h"
#include "directory/templates.h"
#include "platform/files/shown.h"
#include "platform/html/error_page.h"
#include "platform/http/offered.h"
#include "platform/register/pages.h"

namespace digilots::directory {
namespace {

struct KnownEligibility {
    std::string_view stated;
    i18n::Text text;
};

const KnownEligibility known_eligibility[] = {
    {"adult students and residents who study at a distance", TEXT("Adult students and residents who study at a distance")},
    {"staff or users could book", TEXT("Staff and users by appointment")},
    {"vuxna som studerar och invånare som studerar på distans", TEXT("Adult students and residents who study at a distance")},
    {"personal eller användare kunde boka", TEXT("Staff and users by appointment")},
};

}  // namespace

std::string who_may_come(const Place& place, const i18n::Translator& translator) {
    const auto known = std::ranges::find(known_eligibility, std::string_view(place.eligibility), &KnownEligibility::stated);
    if (known != std::end(known_eligibility)) return translator.t(known->text);
    const bool for_residents = !place.imported || place.eligibility_edited;
    return for_residents ? place.eligibility : "";
}

AidRow aid_row(const Aid& aid, Status status, const html::Page& page) {
    AidRow row;
    row.name = labels("aid", std::vector<std::string>{aid.type}, page).front();
    if (!aid.name.empty()) row.name += ": " + aid.name;
    const auto add = [&](const std::string& text) { row.detail += (row.detail.empty() ? "" : ", ") + text; };
    if (aid.count) {
        const std::string number = page.translator().number(*aid.count);
        add(aid.approximate ? page.t("about {n}", {{"n", number}}) : number);
    }
    if (aid.bookable == Answer::yes && status == Status::open) add(page.t("can be booked"));
    if (aid.mode == "take_home") add(page.t("to take home"));
    if (aid.mode == "display") add(page.t("on display"));
    if (aid.mode == "personal") add(page.t("only for those who belong here"));
    return row;
}

namespace {

void add_answers(ShowPlaceView& view, const Place& place, const html::Page& page) {
    if (place.status != Status::open) return;
    const auto add = [&](Answer answer, i18n::Text yes, i18n::Text no) {
        if (answer == Answer::yes) view.answers.push_back(page.t(yes));
        if (answer == Answer::no) view.answers.push_back(page.t(no));
    };
    add(place.wifi, TEXT("Free wifi"), TEXT("No wifi"));
    add(place.printing, TEXT("You can print"), TEXT("You cannot print"));
    add(place.copying, TEXT("You can copy"), TEXT("You cannot copy"));
    add(place.scanning, TEXT("You can scan"), TEXT("You cannot scan"));
    add(place.drop_in, TEXT("Come without an appointment"), TEXT("Only by appointment"));
    add(place.step_free, TEXT("Step-free entrance"), TEXT("Steps at the entrance"));
    add(place.evening, TEXT("Open in the evening"), TEXT("Not open in the evening"));
    add(place.weekend, TEXT("Open at weekends"), TEXT("Not open at weekends"));
}

void add_where(ShowPlaceView& view, const Place& place, const html::Page& page) {
    view.address = place.address;
    view.locality = place.locality;
    view.locality_of_address = locality_of_address(place);
    view.collective = place.collective;
    view.mobile = place.mobile;
    view.operator_name = place.operator_name;
    view.is_of_others = !is_municipal(place);
    view.operator_type = operator_text(place.operator_type, page);
    if (place.collective) view.position_note = page.t("This stands for several places. Ask which one is nearest to you.");
    if (place.mobile) {
        view.position_note = view.stops.next.empty() ? page.t("Moves around. Ask where it is when you need it.")
                                                     : page.t("Moves around. Where it stops is said below.");
    }
    view.bring = place.bring;
    view.eligibility = who_may_come(place, page.translator());
    view.eligibility_is_theirs = view.eligibility == place.eligibility;
}

void add_services(ShowPlaceView& view, const Place& place, const Pages& pages, const html::Page& page) {
    for (const auto& service : place.services) {
        if (status_of(service, &place) == Status::closed) continue;
        auto& list = service.kind == ServiceKind::activity ? view.activities : view.services;
        list.push_back(service_row_with_times(service, pages, page));
    }
}

components::PointMap map_of(const Place& place, const MapTiles& tiles, const html::Page& page) {
    components::PointMap map{page.t("Map of where {place} is", {{"place", place.name}}), {}, tiles.address, tiles.attribution};
    if (tiles.address.empty() || !place.latitude || !place.longitude || place.collective || place.mobile) return map;
    map.points.push_back({place.name, *place.latitude, *place.longitude, place.approximate_position});
    return map;
}

void add_unknown(ShowPlaceView& view, const Place& place, const html::Page& page) {
    if (!view.is_open_kind) return;
    std::vector<std::string> things;
    const bool helps = !view.helps.empty() || !view.services.empty() || !view.activities.empty() || !view.agencies.empty();
    if (!helps) things.push_back(page.t("what they help with"));
    const bool says_when = !view.hours.days.empty() || !view.hours.summary.empty() || !view.stops.rows.empty();
    if (!says_when) things.push_back(page.t("opening hours"));
    if (place.address.empty() && !place.collective && !place.mobile) things.push_back(page.t("address"));
    view.unknown = unknown_text(things, page);
}

}  // namespace

ShowPlaceView place_view(const Place& place, const Snapshot& snapshot, const Pages& pages, const html::Page& page) {
    ShowPlaceView view;
    const auto& tenant = *page.request().tenant;
    view.kind = labels("place_kind", std::vector<std::string>{place.kind}, page).front();
    view.status = status_text(place.status, place.opens_from, page);
    view.is_open_kind = place.status == Status::open;
    view.has_closed = place.status == Status::closed;
    const auto state = pages.directory.open_state(place, tenant.id, pages.clock.now());
    view.open = open_badge(place, state, pages, page);
    view.open_known = state.now != Openness::unknown;
    view.limits = limits_of(place, page);
    view.helps = labels("support", place.support, page);
    view.agencies = place.member_agencies;
    if (view.is_open_kind) view.roles = place.staff_roles;
    view.languages = labels("language", place.languages, page);
    view.names = place.alternative_names;
    for (const auto& aid : place.aids) view.aids.push_back(aid_row(aid, place.status, page));
    add_answers(view, place, page);
    add_services(view, place, pages, page);
    // Hours of what is not open would be read as if it were.
    if (view.is_open_kind) view.stops = stops_view(place, pages, page);
    // A bus is open where it stands: other hours beside its stops would contradict them.
    if (view.is_open_kind && view.stops.rows.empty()) {
        view.hours = hours_view(place.hours, pages, page);
        view.hours.summary = hours_summary(place.hours, place.evening, page);
    }
    add_where(view, place, page);
    view.map = map_of(place, pages.tiles, page);
    for (const auto& id : place.shares_premises_with) {
        const Place* other = snapshot.place(id);
        if (other != nullptr && other->listed()) view.shares.push_back({other->name, page.tenant_url("/places/" + other->slug)});
    }
    view.phone.number = place.phone;
    view.assumed = place.certainty == "assumed" && place.verified_on.empty();
    view.age = how_old(RecordKind::place, place, pages, page);
    view.age.since = checked_since(snapshot, RecordKind::place, place.id, page);
    const auto answer = pages.directory.who_answers(tenant, snapshot, {}, pages.clock.now());
    view.help = help_view(answer, pages, page);
    if (answer.desk == &place) view.help.desk = {};
    add_unknown(view, place, page);
    return view;
}

namespace {

html::Safe files_of_place(const Place& place, const Pages& pages, const html::Page& page) {
    const auto& records = pages.directory.records(RecordKind::place);
    return files::on_page(register_::shown_files(records, page.request().tenant->id, place.id), page);
}

/// The next day of each, also of those that are usually elsewhere.
void add_next(ShowPlaceView& view, const BesidePlace& beside, const html::Page& page) {
    const auto& words = page.translator();
    for (const auto& next : beside.next) {
        const auto url = page.tenant_url(next.path);
        auto row = std::ranges::find(view.activities, url, &ServiceRow::url);
        if (row == view.activities.end()) {
            ServiceRow added;
            added.title = next.title;
            added.url = url;
            row = view.activities.insert(row, std::move(added));
        }
        const auto day = base::to_civil(next.starts, page.request().tenant->zone);
        row->next = page.t("Next: {when}", {{"when", words.weekday(day.weekday) + " " +
                                                         words.date_time(next.starts, page.request().tenant->zone)}});
    }
}

void add_beside(ShowPlaceView& view, const BesidePlace& beside, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    add_next(view, beside, page);
    if (!beside.booking_path.empty()) view.booking_url = page.tenant_url(beside.booking_path);
    if (!beside.staffed_until) return;
    const auto until = base::to_civil(*beside.staffed_until, tenant.zone);
    view.staffed = page.t("Somebody is here to help now, until {time}.",
                          {{"time", page.translator().time(until.hour, until.minute)}});
}

}  // namespace

http::Response show_place_page(const Pages& pages, const http::Request& request) {
    const auto snapshot = pages.directory.snapshot(request.tenant->id);
    const auto wanted = request.parameter("slug");
    const Place* place = snapshot->place(wanted);
    if (place == nullptr) return html::error_page(request, 404);
    html::Page page(request);
    if (place->slug != wanted) return http::moved(page.tenant_url("/places/" + place->slug));
    page.title = place->name;
    page.description = page.t("{place} in {municipality}: opening hours and what they help with",
                              {{"place", place->name}, {"municipality", request.tenant->name}});
    page.breadcrumbs = {{page.t("Places that help"), page.tenant_url("/places")}, {place->name, "", true}};
    page.indexable = place->listed();
    auto view = place_view(*place, *snapshot, pages, page);
    if (!view.has_closed)
        view.files = files_of_place(*place, pages, page);
    if (!view.has_closed) view.on_here_url = page.tenant_url("/activities?place=" + html::url_encode(place->id));
    const auto beside = view.is_open_kind ? pages.directory.beside(request.tenant->id, *place) : BesidePlace{};
    add_beside(view, beside, page);
    const bool is_rung = http::is_offered(request.menu, *request.tenant, "/ask?by=phone");
    if (!view.has_closed && is_rung) view.ring_url = page.tenant_url("/ask?by=phone&place=" + html::url_encode(place->slug));
    if (!view.has_closed) view.leaflet_url = page.tenant_url("/places/" + place->slug + "/leaflet");
    add_map_files(view.map, page);
    auto response = html::render_page(page, templates::show_place_page(view, page));
    response.until = beside.changes_at;
    return response;
}

}  // namespace digilots::directory
