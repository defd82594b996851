#include "directory/directory.h"

#include <algorithm>

#include "directory/directory_store.h"
#include "directory/more_of_record.h"
#include "directory/registers.h"
#include "directory/slip.h"
#include "directory/snapshot.h"
#include "directory/stated_closing.h"
#include "directory/stop_register.h"
#include "directory/stop_view.h"
#include "platform/calendar/free_busy.h"
#include "platform/calendar/span_cache.h"
#include "platform/kept/kept.h"

namespace digilots::directory {

using calendar::SpanCache, calendar::state_of;

namespace {

OpenState shut() {
    OpenState state;
    state.now = Openness::closed;
    return state;
}

/// Two weeks ahead, as far as other hours are looked at.
std::vector<calendar::OpenSpan> visit_spans(const Place& place, base::Instant at) {
    std::vector<calendar::Interval> times;
    for (const auto& visit : place.visits)
        if (visit.time.begin < at + std::chrono::days(15)) times.push_back(visit.time);
    std::vector<calendar::OpenSpan> spans;
    for (const auto& time : calendar::busy(std::move(times))) spans.push_back({time.begin, time.end, true, false, ""});
    return spans;
}

/// Whoever is on their way there would stand before a closed door.
void doubt_closing(const Directory::WaitingThere& waiting_there, const register_::Checked& checked,
                   register_::Problems& problems) {
    const bool is_closed = checked.record.text("status") == text_of(Status::closed);
    if (!is_closed || !waiting_there || checked.record.id.empty()) return;
    for (auto& sentence : waiting_there(checked.around, checked.record.id))
        problems.push_back({.input = "status", .in_words = std::move(sentence)});
}

}  // namespace

struct Directory::Implementation {
    db::Database& database;
    const municipality::Municipalities& municipalities;
    const organisation::Organisation& organisation;
    const base::Clock& clock;
    SpanCache spans;
    kept::Kept<Snapshot> snapshots;
    std::function<std::string(std::string_view account)> name_of = nullptr;
    QuestionAfter question_after = nullptr;
    WaitingThere waiting_there = nullptr;
    std::function<BesidePlace(std::string_view municipality_id, const Place& place)> beside = nullptr;
    std::function<std::vector<Service>(std::string_view municipality_id)> arranged = nullptr;
    std::vector<std::unique_ptr<register_::Records>> records = {};
    std::unique_ptr<register_::Records> stops = {};

    Implementation(db::Database& opened, const kept::Versions& versions, const municipality::Municipalities& all,
                   const organisation::Organisation& units, const base::Clock& time)
        : database(opened), municipalities(all), organisation(units), clock(time),
          snapshots(clock, [&versions](std::string_view id, kept::Stamp& stamp) { stamp.take_all(versions, made_from, id); },
                    [this](std::string_view id) { return load(id); }) {}

    std::string zone_of(std::string_view id) const {
        auto zone = municipalities.settings(id).zone;
        return base::is_known_zone(zone) ? zone : "Europe/Stockholm";
    }

    std::string country_of(std::string_view id) const {
        const auto municipality = municipalities.about(id);
        return municipality == nullptr ? "SE" : municipality->country;
    }

    /// Until midnight: what is planned begins on a day.
    kept::Until<Snapshot> load(std::string_view id) {
        const auto settings = municipalities.settings(id);
        const auto zone = zone_of(id);
        const auto today = base::to_civil(clock.now(), zone).date;
        const SnapshotInput input{std::string(id), settings.languages.empty() ? "sv" : settings.languages.front(),
                                  settings.fallback_place, settings.phone_hours, today, country_of(id), zone,
                                  arranged ? arranged(id) : std::vector<Service>()};
        return {database.read([&](db::Connection& connection) { return load_snapshot(connection, input); }),
                base::from_civil(base::add_days(today, 1), 0, 0, zone)};
    }
};

Directory::Directory(db::Database& database, const kept::Versions& versions,
                     const municipality::Municipalities& municipalities,
                     const organisation::Organisation& organisation, const base::Clock& clock)
    : implementation_(std::make_unique<Implementation>(database, versions, municipalities, organisation, clock)) {
    const auto name_of = [this](std::string_view account) {
        return implementation_->name_of ? implementation_->name_of(account) : std::string();
    };
    const auto links = link_sources(*this, organisation.link_sources());
    const auto unit_of = [this](const register_::Record& record, std::string_view municipality_id) {
        return unit_of_record(*this, record, municipality_id);
    };
    const auto limit_of = [&organisation](std::string_view municipality_id, const http::Identity& identity) {
        return organisation::limit_of(*organisation.units(municipality_id), identity);
    };
    for (const auto kind : all_kinds) {
        const auto more = [this, kind](const register_::Record& record, const html::Page& page) {
            const auto& all = *implementation_;
            return more_of_record({*this, all.database, all.municipalities, all.clock, {}}, kind, record, page);
        };
        register_::Others others{links, name_of, more, unit_of, limit_of};
        others.checked_every = [this, kind](std::string_view municipality_id) { return rhythm(kind, municipality_id).months; };
        auto declared = register_of(kind);
        if (kind == RecordKind::place) {
            declared.doubts = [this, own = declared.doubts](const register_::Checked& checked, register_::Problems& problems) {
                own(checked, problems);
                doubt_closing(implementation_->waiting_there, checked, problems);
            };
        }
        implementation_->records.push_back(
            std::make_unique<register_::Records>(std::move(declared), database, clock, std::move(others)));
    }
    const auto unit_of_stop = [this](const register_::Record& record, std::string_view municipality_id) {
        const auto held = snapshot(municipality_id);
        const auto* place = held->place(record.text("place_id"));
        return place ? place->unit : std::string();
    };
    const auto more_of = [this](const register_::Record& record, const html::Page& page) {
        return more_of_stop(*this, record, page);
    };
    implementation_->stops = std::make_unique<register_::Records>(
        stop_register(), database, clock,
        register_::Others{{{"directory.mobile_place", mobile_places(*this)},
                           {"organisation.unit", links.at("organisation.unit")},
                           {"directory.unit_of_place", links.at("directory.unit_of_place")}},
                          name_of, more_of, unit_of_stop, limit_of});
}

Directory::~Directory() = default;

register_::Records& Directory::records(RecordKind kind) const {
    return *implementation_->records[static_cast<std::size_t>(kind)];
}

register_::Records& Directory::stops() const { return *implementation_->stops; }

std::set<std::string, std::less<>> Directory::unanswered_contacts(std::string_view municipality_id) const {
    return implementation_->organisation.unanswered_contacts(municipality_id);
}

organisation::Rhythm Directory::rhythm(RecordKind kind, std::string_view municipality_id) const {
    return organisation::rhythm_of(*implementation_->organisation.rhythms(municipality_id), name_of(kind));
}

void Directory::know_beside(std::function<BesidePlace(std::string_view municipality_id, const Place& place)> beside) {
    implementation_->beside = std::move(beside);
}

void Directory::know_arranged(std::function<std::vector<Service>(std::string_view municipality_id)> arranged) {
    implementation_->arranged = std::move(arranged);
}

BesidePlace Directory::beside(std::string_view municipality_id, const Place& place) const {
    return implementation_->beside ? implementation_->beside(municipality_id, place) : BesidePlace{};
}

void Directory::know_question_after(QuestionAfter question) {
    implementation_->question_after = std::move(question);
}

const Directory::QuestionAfter& Directory::question_after() const {
    return implementation_->question_after;
}

void Directory::know_waiting_there(WaitingThere waiting) { implementation_->waiting_there = std::move(waiting); }

void Directory::know_names(std::function<std::string(std::string_view account)> name_of) {
    implementation_->name_of = std::move(name_of);
}

SnapshotPtr Directory::snapshot(std::string_view municipality_id) const {
    return implementation_->snapshots.of(municipality_id);
}

OpenState Directory::open_state(const Place& place, std::string_view municipality_id, base::Instant at) const {
    if (place.status == Status::to_verify) return {};
    if (place.status != Status::open) return shut();
    // A bus is where its stops say.
    if (!place.visits.empty()) return state_of(visit_spans(place, at), at, implementation_->zone_of(municipality_id));
    OpenState state = open_state(place.hours, municipality_id, at);
    if (state.now != Openness::unknown) return state;
    // Where the building's hours are unknown, a service that is staffed shows that it is open.
    bool staffed_this_evening = state.open_this_evening;
    for (const auto& service : place.services) {
        if (service.status != Status::open) continue;
        const OpenState own = open_state(service.hours, municipality_id, at);
        staffed_this_evening = staffed_this_evening || own.open_this_evening;
        if (own.now == Openness::open && state.now != Openness::open) state = own;
    }
    state.open_this_evening = staffed_this_evening;
    return state;
}

OpenState Directory::open_state(const Service& service, const Snapshot& snapshot, base::Instant at) const {
    const Place* place = service.place.empty() ? nullptr : snapshot.place(service.place);
    if (!is_offered(service, place)) return shut();
    return open_state(service.hours, snapshot.municipality_id, at);
}

OpenState Directory::open_state(const Hours& hours, std::string_view municipality_id, base::Instant at) const {
    if (hours.rule.empty() || !hours.complete) return {};
    const auto zone = implementation_->zone_of(municipality_id);
    const auto day = base::to_civil(at, zone).date;
    const auto country = implementation_->country_of(municipality_id);
    const auto spans = implementation_->spans.find(hours.rule, {country, zone}, day);
    return spans ? state_of(*spans, at, zone) : OpenState{};
}

ThisEvening Directory::this_evening(const Place& place, std::string_view municipality_id, base::Instant at) const {
    if (place.status != Status::open) return ThisEvening::no;
    if (open_state(place, municipality_id, at).open_this_evening) return ThisEvening::yes;
    const bool days_are_known = open_state(place.hours, municipality_id, at).now != Openness::unknown;
    if (days_are_known || place.evening != Answer::yes) return ThisEvening::no;
    const auto closes = stated_closing(place.hours, at, implementation_->zone_of(municipality_id));
    return closes && at >= *closes ? ThisEvening::no : ThisEvening::maybe;
}

std::string Directory::today(std::string_view municipality_id) const {
    return base::format_date(base::to_civil(implementation_->clock.now(), implementation_->zone_of(municipality_id)).date);
}

base::Instant Directory::day_end(std::string_view municipality_id) const {
    const auto zone = implementation_->zone_of(municipality_id);
    return base::from_civil(base::add_days(base::to_civil(implementation_->clock.now(), zone).date, 1), 0, 0, zone);
}

base::Instant Directory::next_change(std::string_view municipality_id, base::Instant at) const {
    const auto zone = implementation_->zone_of(municipality_id);
    auto earliest = base::from_civil(base::add_days(base::to_civil(at, zone).date, 1), 0, 0, zone);
    const auto take = [&](const Hours& hours) {
        const auto state = open_state(hours, municipality_id, at);
        if (state.next_change) earliest = std::min(earliest, *state.next_change);
    };
    const auto current = snapshot(municipality_id);
    for (const auto& place : current->places) {
        take(place.hours);
        for (const auto& visit : place.visits) {
            if (visit.time.begin >= earliest) break;
            for (const auto moment : {visit.time.begin, visit.time.end})
                if (moment > at) earliest = std::min(earliest, moment);
        }
        // Until then it may be open this evening.
        const auto closes = place.evening == Answer::yes ? stated_closing(place.hours, at, zone) : std::nullopt;
        if (closes && *closes > at) earliest = std::min(earliest, *closes);
        for (const auto& service : place.services) take(service.hours);
    }
    for (const auto& service : current->services) take(service.hours);
    for (const auto& contact : current->contacts) take(contact.phone_hours);
    Hours municipal;
    municipal.rule = current->phone_hours;
    take(municipal);
    return earliest;
}

print::Document Directory::slip(const OnSlip& said, const print::Format& format, const html::Page& page) const {
    const Pages pages{*this, implementation_->database, implementation_->municipalities, implementation_->clock, {}};
    return slip_saying(said, *snapshot(page.request().tenant->id), format, pages, page);
}

}  // namespace digilots::directory
