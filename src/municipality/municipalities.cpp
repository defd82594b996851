#include <algorithm>

#include "municipality/municipality.h"
#include "municipality/municipality_store.h"
#include "municipality/registry.h"
#include "platform/audit/audit.h"
#include "platform/base/ensure.h"
#include "platform/base/text.h"
#include "platform/kept/kept.h"

namespace digilots::municipality {

namespace {

constexpr const char* settings_changed = "settings changed";
constexpr int most_audit_entries = 10'000;
// What is raised when it changes: settings by municipality, the other two for all.
constexpr std::string_view settings_name = "municipality", active_name = "municipality_active", network_name = "network";

/// Of one municipality; nothing where it is not active.
struct Kept {
    std::optional<Settings> settings;
    http::Tenant tenant;
};

http::Tenant tenant_of(const Municipality& municipality, const Settings& settings) {
    return {municipality.id,    municipality.slug, municipality.name,         settings.zone,
            settings.languages, settings.phone,    settings.phone_is_example, settings.primary_colour,
            municipality.country};
}

/// All for whom something is kept beside the official ones: who is active, and who was added here.
struct Here {
    std::vector<Municipality> active, own;
};

Here load_here(db::Database& database) {
    return database.read([](db::Connection& connection) {
        Here here;
        here.own = store::own(connection);
        std::ranges::sort(here.own, {}, [](const Municipality& one) {
            return base::collation_key(one.name, one.country == "NO" ? "nb" : "sv");
        });
        const auto ids = store::active(connection);
        for (const auto* all : {&registry(), &std::as_const(here.own)})
            for (const auto& one : *all)
                if (ids.contains(one.id)) here.active.push_back(one);
        return here;
    });
}

template <class Load>
auto kept_for_all(const kept::Versions& versions, const base::Clock& clock, std::string_view name, Load load) {
    using T = std::invoke_result_t<Load>;
    return kept::Kept<T>(
        clock, [&versions, name](std::string_view, kept::Stamp& stamp) { stamp.take(versions.of(name, "")); },
        [load](std::string_view) { return std::make_shared<const T>(load()); });
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
    note(before.accessibility_reviewed == after.accessibility_reviewed, "accessibility_reviewed");
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
    kept::raise(connection, settings_name, municipality.id);
    store::save_settings(connection, municipality.id, settings);
    audit::record(connection,
                  {municipality.id, "operator", settings_changed, "municipality:" + municipality.id, "languages, zone"}, now);
}

}  // namespace

struct Municipalities::Implementation {
    db::Database& database;
    const base::Clock& clock;
    kept::Kept<Kept> settings;
    kept::Kept<Here> here;
    kept::Kept<std::vector<Network>> networks;

    Implementation(db::Database& opened, const kept::Versions& versions, const base::Clock& time)
        : database(opened), clock(time),
          settings(clock, [&versions](std::string_view id, kept::Stamp& stamp) { stamp.take(versions.of(settings_name, id)); },
                   [this](std::string_view id) { return std::make_shared<const Kept>(load(id)); }),
          here(kept_for_all(versions, clock, active_name, [this] { return load_here(database); })),
          networks(kept_for_all(versions, clock, network_name, [this] {
              return database.read([](db::Connection& connection) { return store::networks(connection); });
          })) {}

    std::shared_ptr<const Municipality> about(std::string_view id_or_slug) const {
        if (const auto* official = find_in_registry(id_or_slug)) return {std::shared_ptr<const void>(), official};
        auto known = here.of("");
        const auto own = std::ranges::find(known->own, id_or_slug, &Municipality::id);
        return own == known->own.end() ? nullptr : std::shared_ptr<const Municipality>(known, &*own);
    }

    Kept load(std::string_view id) const {
        Kept kept;
        kept.settings = database.read([&](db::Connection& connection) { return store::settings(connection, id); });
        const auto municipality = about(id);
        if (kept.settings && municipality) kept.tenant = tenant_of(*municipality, *kept.settings);
        return kept;
    }

    /// Nothing is kept for what is no municipality.
    std::shared_ptr<const Kept> of(std::string_view id_or_slug) const {
        static const auto none = std::make_shared<const Kept>();
        const auto municipality = about(id_or_slug);
        return municipality == nullptr ? none : settings.of(municipality->id);
    }
};

Municipalities::Municipalities(db::Database& database, const kept::Versions& versions, const base::Clock& clock)
    : implementation_(std::make_unique<Implementation>(database, versions, clock)) {}

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

std::string Municipalities::slug_of(std::string_view id) {
    const auto* official = find_in_registry(id);
    return official ? official->slug : std::string(id);
}

std::shared_ptr<const Municipality> Municipalities::about(std::string_view id_or_slug) const {
    return implementation_->about(id_or_slug);
}

std::vector<Municipality> Municipalities::own() const {
    return implementation_->here.of("")->own;
}

std::vector<Municipality> Municipalities::active() const {
    return implementation_->here.of("")->active;
}

bool Municipalities::is_active(std::string_view id) const {
    return implementation_->of(id)->settings.has_value();
}

std::optional<http::Tenant> Municipalities::find_tenant(std::string_view slug) const {
    const auto kept = implementation_->of(slug);
    if (!kept->settings || kept->tenant.slug != slug) return std::nullopt;
    return kept->tenant;
}

Settings Municipalities::settings(std::string_view id) const {
    return implementation_->of(id)->settings.value_or(Settings{});
}

std::vector<Network> Municipalities::networks() const {
    return *implementation_->networks.of("");
}

std::optional<Network> Municipalities::network(std::string_view key) const {
    const auto networks = implementation_->networks.of("");
    const auto found = std::ranges::find(*networks, key, &Network::key);
    if (found == networks->end()) return std::nullopt;
    return *found;
}

void Municipalities::activate(std::string_view id, const Settings& settings) {
    const auto municipality = about(id);
    ENSURE(municipality != nullptr && municipality->id == id);
    const auto now = implementation_->clock.now();
    implementation_->database.write([&](db::Connection& connection) {
        if (!store::activate(connection, id, settings, now)) return mend_country(connection, *municipality, now);
        kept::raise(connection, settings_name, id);
        kept::raise(connection, active_name, "");
        audit::record(
            connection,
            {std::string(id), "operator", "municipality activated", "municipality:" + std::string(id), ""},
            now);
    }, db::Isolation::deciding);
}

bool Municipalities::save_settings(std::string_view id, const Settings& settings, std::string_view actor,
                                   const base::Seen& seen) {
    const auto now = implementation_->clock.now();
    return implementation_->database.write([&](db::Connection& connection) {
        const auto before = store::settings(connection, id);
        ENSURE(before.has_value());
        if (!seen.is(mark_of(*before))) return false;
        kept::raise(connection, settings_name, id);
        const auto fields = changed_fields(*before, settings);
        store::save_settings(connection, id, settings);
        if (fields.empty()) return true;
        audit::record(connection,
                      {std::string(id), std::string(actor), settings_changed,
                       "municipality:" + std::string(id), fields},
                      now);
        return true;
    }, db::Isolation::deciding);
}

void Municipalities::save_network(const Network& network) {
    for (const auto& member : network.members) ENSURE(about(member) != nullptr);
    const auto now = implementation_->clock.now();
    implementation_->database.write([&](db::Connection& connection) {
        kept::raise(connection, network_name, "");
        store::save_network(connection, network);
        audit::record(connection,
                      {"", "operator", "network saved", "network:" + network.key, "name, members"}, now);
    }, db::Isolation::deciding);
}

void Municipalities::save_own(const Municipality& own) {
    ENSURE(fault_of_own(own, {}).empty());
    const auto now = implementation_->clock.now();
    implementation_->database.write([&](db::Connection& connection) {
        kept::raise(connection, active_name, "");
        kept::raise(connection, settings_name, own.id);
        store::save_own(connection, own, now);
        audit::record(connection, {own.id, "operator", "own municipality saved", "municipality:" + own.id, ""}, now);
    });
}

std::string mark_of(const Settings& settings) {
    std::vector<std::string> parts = settings.languages;
    const auto limit = settings.response_limit ? std::to_string(*settings.response_limit) : "";
    const auto reviewed = settings.accessibility_reviewed ? base::format_date(*settings.accessibility_reviewed) : "";
    for (const auto& part : {settings.zone, settings.phone, settings.phone_hours, settings.primary_colour, limit,
                             std::to_string(static_cast<int>(settings.response_unit)), settings.fallback_place, reviewed})
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
