#include "directory/directory.h"

#include <algorithm>

#include "directory/directory_store.h"
#include "directory/snapshot.h"
#include "directory/span_cache.h"
#include "platform/base/log.h"
#include "platform/base/mutex.h"
#include "platform/base/reason.h"

namespace digilots::directory {
namespace {

struct Loaded {
    SnapshotPtr snapshot;
    std::int64_t settings_version = 0;
    base::Date day{};
};

std::string_view country_of(std::string_view municipality_id) {
    const auto* municipality = municipality::Municipalities::find(municipality_id);
    return municipality == nullptr ? "SE" : std::string_view(municipality->country);
}

/// What a listener cannot take in is its own trouble: the next one and the next municipality are told all the same.
void tell(const std::function<void(std::string_view)>& listener, const std::string& municipality_id) {
    try {
        listener(municipality_id);
    } catch (...) {
        base::log(base::LogLevel::error, "change not passed on",
                  {{"municipality", municipality_id}, {"reason", base::reason_of_current_exception()}});
    }
}

OpenState shut() {
    OpenState state;
    state.now = Openness::closed;
    return state;
}

}  // namespace

struct Directory::Implementation {
    db::Database& database;
    const municipality::Municipalities& municipalities;
    const base::Clock& clock;
    SpanCache spans;
    base::Mutex refreshing;
    base::Mutex mutex;
    bool loaded_once GUARDED_BY(mutex) = false;
    std::map<std::string, Loaded, std::less<>> loaded GUARDED_BY(mutex);
    base::Mutex listeners_mutex;
    std::vector<std::function<void(std::string_view)>> listeners GUARDED_BY(listeners_mutex);

    std::string zone_of(std::string_view id) const {
        auto zone = municipalities.settings(id).zone;
        return base::is_known_zone(zone) ? zone : "Europe/Stockholm";
    }

    bool is_fresh(std::string_view id, std::int64_t version, base::Date day) {
        const base::Lock lock(mutex);
        const auto found = loaded.find(id);
        return found != loaded.end() && found->second.snapshot->version == version &&
               found->second.settings_version == municipalities.version() && found->second.day == day;
    }

    std::int64_t settings_taken_in(std::string_view id) {
        const base::Lock lock(mutex);
        const auto found = loaded.find(id);
        return found == loaded.end() ? 0 : found->second.settings_version;
    }

    Loaded load(const std::string& id, std::int64_t version, base::Date day) {
        const auto settings_version = municipalities.version();
        const auto settings = municipalities.settings(id);
        const SnapshotInput input{id, version, settings.languages.empty() ? "sv" : settings.languages.front(),
                                  settings.fallback_place, settings.phone_hours, day};
        auto snapshot = database.read([&](db::Connection& connection) { return load_snapshot(connection, input); });
        return {std::move(snapshot), settings_version, day};
    }

    std::vector<std::string> reload() {
        const base::Lock one_at_a_time(refreshing);
        std::vector<std::string> changed;
        const auto versions = database.read([](db::Connection& connection) { return load_versions(connection); });
        for (const auto& [id, version] : versions) {
            const auto day = base::to_civil(clock.now(), zone_of(id)).date;
            if (is_fresh(id, version, day)) continue;
            auto fresh = load(id, version, day);
            const base::Lock lock(mutex);
            loaded.insert_or_assign(id, std::move(fresh));
            changed.push_back(id);
        }
        const base::Lock lock(mutex);
        loaded_once = true;
        return changed;
    }
};

Directory::Directory(db::Database& database, const municipality::Municipalities& municipalities, const base::Clock& clock)
    : implementation_(new Implementation{database, municipalities, clock, {}, {}, {}, false, {}, {}, {}}) {}

Directory::~Directory() = default;

SnapshotPtr Directory::snapshot(std::string_view municipality_id) const {
    auto& own = *implementation_;
    bool first = false;
    {
        const base::Lock lock(own.mutex);
        const auto found = own.loaded.find(municipality_id);
        if (found != own.loaded.end()) return found->second.snapshot;
        first = !own.loaded_once;
    }
    if (first) {
        own.reload();
        return snapshot(municipality_id);
    }
    auto empty = std::make_shared<Snapshot>();
    empty->municipality_id = municipality_id;
    return empty;
}

std::string Directory::version(std::string_view municipality_id) const {
    // A page made before a saved setting is taken in here carries the settings' new version and yet the old desk.
    const auto current = snapshot(municipality_id);     // loads it where nobody has asked yet
    return "directory:" + std::string(municipality_id) + ":" + std::to_string(current->version) + ":" +
           std::to_string(implementation_->settings_taken_in(municipality_id)) + ":" +
           std::to_string(implementation_->municipalities.version());
}

bool Directory::is_current(std::string_view version) const {
    constexpr std::string_view prefix = "directory:";
    if (!version.starts_with(prefix)) return false;
    const auto rest = version.substr(prefix.size());
    return version == this->version(rest.substr(0, rest.find(':')));
}

OpenState Directory::open_state(const Place& place, std::string_view municipality_id, base::Instant at) const {
    if (place.status == Status::to_verify) return {};
    if (place.status != Status::open) return shut();
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
    const auto spans = implementation_->spans.find(hours.rule, {country_of(municipality_id), zone}, day);
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

void Directory::refresh() {
    const auto changed = implementation_->reload();
    if (changed.empty()) return;
    std::vector<std::function<void(std::string_view)>> listeners;
    {
        const base::Lock lock(implementation_->listeners_mutex);
        listeners = implementation_->listeners;
    }
    for (const auto& id : changed) {
        for (const auto& listener : listeners) tell(listener, id);
    }
}

void Directory::on_change(std::function<void(std::string_view municipality_id)> listener) {
    const base::Lock lock(implementation_->listeners_mutex);
    implementation_->listeners.push_back(std::move(listener));
}

}  // namespace digilots::directory
