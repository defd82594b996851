#include <algorithm>
#include <unordered_map>

#include "municipality/municipality.h"
#include "municipality/municipality_store.h"
#include "municipality/registry.h"
#include "platform/audit/audit.h"
#include "platform/base/ensure.h"
#include "platform/base/mutex.h"

namespace digilots::municipality {

namespace {

constexpr const char* settings_changed = "settings changed";
constexpr int most_audit_entries = 10'000;

/// Never changes once made; readers keep the one they took.
struct Snapshot {
    std::int64_t version = 0;
    std::unordered_map<std::string, Settings> settings;
    std::unordered_map<std::string, http::Tenant> tenants;  // by slug
    std::vector<Municipality> active;
    std::vector<Network> networks;
};

http::Tenant tenant_of(const Municipality& municipality, const Settings& settings) {
    return {municipality.id,    municipality.slug, municipality.name,         settings.zone,
            settings.languages, settings.phone,    settings.phone_is_example, settings.primary_colour};
}

Snapshot load(db::Database& database) {
    Snapshot snapshot;
    database.read([&](db::Connection& connection) {
        snapshot.version = store::version(connection);
        for (auto& [id, settings] : store::active(connection))
            snapshot.settings.emplace(id, std::move(settings));
        snapshot.networks = store::networks(connection);
    });
    for (const auto& one : registry()) {
        const auto found = snapshot.settings.find(one.id);
        if (found == snapshot.settings.end()) continue;
        snapshot.active.push_back(one);
        snapshot.tenants.emplace(one.slug, tenant_of(one, found->second));
    }
    return snapshot;
}

std::string changed_fields(const Settings& before, const Settings& after) {
    std::string names;
    const auto note = [&names](bool same, const char* name) {
        if (!same) names += (names.empty() ? "" : ", ") + std::string(name);
    };
    note(before.languages == after.languages, "languages");
    note(before.zone == after.zone, "zone");
    note(before.phone == after.phone, "phone");
    note(before.phone_hours == after.phone_hours, "phone_hours");
    note(before.primary_colour == after.primary_colour, "primary_colour");
    note(before.response_limit == after.response_limit && before.response_unit == after.response_unit,
         "response_limit");
    note(before.fallback_place == after.fallback_place, "fallback_place");
    return names;
}

/// Sweden's, in another country.
bool is_foreign(const Municipality& municipality, const Settings& settings) {
    const Settings swedish;
    return municipality.country != "SE" && settings.languages == swedish.languages && settings.zone == swedish.zone;
}

bool never_chosen(db::Connection& connection, std::string_view id) {
    const auto entries = audit::entries(connection, id, most_audit_entries);
    return std::ranges::none_of(entries, [](const audit::StoredEntry& stored) {
        return stored.entry.action == settings_changed &&
               (stored.entry.detail.contains("languages") || stored.entry.detail.contains("zone"));
    });
}

/// Languages and zone of another country that nobody chose, as imports once gave them, become its own country's.
void mend_country(db::Connection& connection, const Municipality& municipality, base::Instant now) {
    auto settings = *store::settings(connection, municipality.id);
    if (!is_foreign(municipality, settings) || !never_chosen(connection, municipality.id)) return;
    const auto own = default_settings(municipality);
    settings.languages = own.languages;
    settings.zone = own.zone;
    store::save_settings(connection, municipality.id, settings);
    audit::record(connection,
                  {municipality.id, "operator", settings_changed, "municipality:" + municipality.id, "languages, zone"}, now);
}

}  // namespace

struct Municipalities::Implementation {
    db::Database& database;
    const base::Clock& clock;
    mutable base::Mutex mutex;
    std::shared_ptr<const Snapshot> snapshot GUARDED_BY(mutex);

    std::shared_ptr<const Snapshot> current() const {
        const base::Lock lock(mutex);
        return snapshot;
    }
    void reload() {
        auto loaded = std::make_shared<const Snapshot>(load(database));
        const base::Lock lock(mutex);
        if (!snapshot || loaded->version >= snapshot->version) snapshot = std::move(loaded);
    }
};

Municipalities::Municipalities(db::Database& database, const base::Clock& clock)
    : implementation_(new Implementation{database, clock, {}, nullptr}) {
    implementation_->reload();
}

Municipalities::~Municipalities() = default;

const std::vector<Municipality>& Municipalities::all() {
    return registry();
}

const Municipality* Municipalities::find(std::string_view id_or_slug) {
    return find_in_registry(id_or_slug);
}

std::optional<std::pair<double, double>> Municipalities::settlement(std::string_view municipality_id,
                                                                    std::string_view name) {
    return find_settlement(municipality_id, name);
}

std::vector<Municipality> Municipalities::active() const {
    return implementation_->current()->active;
}

bool Municipalities::is_active(std::string_view id) const {
    return implementation_->current()->settings.contains(std::string(id));
}

std::optional<http::Tenant> Municipalities::find_tenant(std::string_view slug) const {
    const auto snapshot = implementation_->current();
    const auto found = snapshot->tenants.find(std::string(slug));
    if (found == snapshot->tenants.end()) return std::nullopt;
    return found->second;
}

Settings Municipalities::settings(std::string_view id) const {
    const auto snapshot = implementation_->current();
    const auto found = snapshot->settings.find(std::string(id));
    return found == snapshot->settings.end() ? Settings{} : found->second;
}

std::vector<Network> Municipalities::networks() const {
    return implementation_->current()->networks;
}

std::optional<Network> Municipalities::network(std::string_view key) const {
    const auto snapshot = implementation_->current();
    const auto found = std::ranges::find(snapshot->networks, key, &Network::key);
    if (found == snapshot->networks.end()) return std::nullopt;
    return *found;
}

void Municipalities::activate(std::string_view id, const Settings& settings) {
    ENSURE(find(id) != nullptr && find(id)->id == id);
    const auto now = implementation_->clock.now();
    implementation_->database.write([&](db::Connection& connection) {
        if (!store::activate(connection, id, settings, now)) return mend_country(connection, *find(id), now);
        audit::record(
            connection,
            {std::string(id), "operator", "municipality activated", "municipality:" + std::string(id), ""},
            now);
    }, db::Isolation::deciding);
    refresh();
}

bool Municipalities::save_settings(std::string_view id, const Settings& settings, std::string_view actor,
                                   const base::Seen& seen) {
    const auto now = implementation_->clock.now();
    const bool saved = implementation_->database.write([&](db::Connection& connection) {
        const auto before = store::settings(connection, id);
        ENSURE(before.has_value());
        if (!seen.is(mark_of(*before))) return false;
        const auto fields = changed_fields(*before, settings);
        store::save_settings(connection, id, settings);
        if (fields.empty()) return true;
        audit::record(connection,
                      {std::string(id), std::string(actor), settings_changed,
                       "municipality:" + std::string(id), fields},
                      now);
        return true;
    }, db::Isolation::deciding);
    refresh();
    return saved;
}

void Municipalities::save_network(const Network& network) {
    for (const auto& member : network.members) ENSURE(find(member) != nullptr);
    const auto now = implementation_->clock.now();
    implementation_->database.write([&](db::Connection& connection) {
        store::save_network(connection, network);
        audit::record(connection,
                      {"", "operator", "network saved", "network:" + network.key, "name, members"}, now);
    }, db::Isolation::deciding);
    refresh();
}

void Municipalities::refresh() {
    const auto stored =
        implementation_->database.read([](db::Connection& connection) { return store::version(connection); });
    if (stored != version()) implementation_->reload();
}

std::int64_t Municipalities::version() const {
    return implementation_->current()->version;
}

std::string Municipalities::page_version() const {
    return "municipality:" + std::to_string(version());
}

bool Municipalities::is_current(std::string_view page_version) const {
    return page_version == this->page_version();
}

std::string mark_of(const Settings& settings) {
    std::vector<std::string> parts = settings.languages;
    const auto limit = settings.response_limit ? std::to_string(*settings.response_limit) : "";
    for (const auto& part : {settings.zone, settings.phone, settings.phone_hours, settings.primary_colour, limit,
                             std::to_string(static_cast<int>(settings.response_unit)), settings.fallback_place})
        parts.push_back(part);
    return base::mark_of(parts);
}

Settings default_settings(const Municipality& municipality) {
    Settings settings;
    if (municipality.country == "NO") {
        settings.languages = {"nb", "en"};
        settings.zone = "Europe/Oslo";
    }
    return settings;
}

}  // namespace digilots::municipality
