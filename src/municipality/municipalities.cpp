#include <algorithm>
#include <tuple>

#include "municipality/municipality.h"
#include "municipality/municipality_store.h"
#include "municipality/registry.h"
#include "municipality/settings.h"
#include "platform/audit/audit.h"
#include "platform/base/ensure.h"
#include "platform/base/lists.h"
#include "platform/base/sort.h"
#include "platform/base/text.h"
#include "platform/kept/kept.h"
#include "platform/register/records.h"

namespace digilots::municipality {

namespace {

constexpr std::string_view settings_changed = "settings changed";
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
            municipality.country, {}, {}, {}, municipality.is_made_up};
}

/// All for whom something is kept beside the official ones: who is active, and who was added here.
struct Here {
    std::vector<Municipality> active, own;

    /// The complete made-up one of a country; nullptr without the demo.
    const Municipality* example(std::string_view country) const {
        for (const auto* id : {"lotsby", "losvik"}) {
            const auto* found = base::find_in(active, id, &Municipality::id);
            if (found && found->is_made_up && found->country == country) return found;
        }
        return nullptr;
    }
};

Here load_here(db::Database& database) {
    return database.read([](db::Connection& connection) {
        Here here;
        here.own = store::own(connection);
        base::sort_by_key(here.own, [](const Municipality& one) {
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

}  // namespace

struct Municipalities::Implementation {
    db::Database& database;
    const base::Clock& clock;
    DeskChoices desks;
    register_::Records records;
    kept::Kept<Kept> settings;
    kept::Kept<Here> here;
    kept::Kept<std::vector<Network>> networks;

    Implementation(db::Database& opened, const kept::Versions& versions, const base::Clock& time)
        : database(opened), clock(time), records(declaration(), database, clock, {.links = links()}),
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

    register_::Register declaration() const {
        auto declared = settings_register();
        declared.around_only = [this](const register_::Record& record, const html::Page& page) {
            return around_settings(record, *networks.of(""), page);
        };
        return declared;
    }
    register_::LinkSources links() const {
        const auto offered = [this](const register_::Surroundings& around) {
            return desk_choices(desks ? desks(around.municipality_id) : std::vector<DeskChoice>{}, around);
        };
        return {{std::string(desk_source), {offered, ""}}};
    }

    std::optional<Settings> stored(db::Connection& connection, std::string_view id) const {
        const auto found = register_::Records::all(connection, records.statements(), records.declaration(), id);
        return found.empty() ? std::nullopt : std::optional(settings_of(found.front()));
    }
    bool store(db::Connection& connection, std::string_view id, const Settings& set, std::string_view actor,
               const base::Seen& seen = base::Seen::anything()) {
        return records.put_in(connection, records.around(id), record_of(id, set), actor, seen).has_value();
    }

    Kept load(std::string_view id) const {
        Kept kept;
        kept.settings = database.read([&](db::Connection& connection) { return stored(connection, id); });
        const auto municipality = about(id);
        if (kept.settings && municipality) kept.tenant = tenant_of(*municipality, *kept.settings);
        return kept;
    }

    /// Languages and zone of another country that nobody chose, as imports once gave them, become its own country's.
    void mend_country(db::Connection& connection, const Municipality& municipality, Settings settings) {
        if (!is_foreign(municipality, settings) || !never_chosen(connection, municipality.id)) return;
        const auto own = default_settings(municipality);
        settings.languages = own.languages;
        settings.zone = own.zone;
        store(connection, municipality.id, settings, "operator");
    }

    /// What the nation gives to all is there from the first day.
    void join_nation(db::Connection& connection, const Municipality& municipality) {
        const auto joined = store::join_nation(connection, municipality);
        for (const auto& key : joined)
            audit::record(connection, {municipality.id, "operator", "network joined", "network:" + key, "members"}, clock.now());
        if (!joined.empty()) kept::raise(connection, network_name, "");
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

std::vector<Settlement> Municipalities::settlements(std::string_view municipality_id) { return settlements_of(municipality_id); }

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

std::vector<Municipality> Municipalities::active_real() const {
    auto all = active();
    std::erase_if(all, &Municipality::is_made_up);
    return all;
}

std::vector<Municipality> Municipalities::examples() const {
    const auto here = implementation_->here.of("");
    std::vector<Municipality> found;
    for (const auto* country : {"SE", "NO"})
        if (const auto* one = here->example(country)) found.push_back(*one);
    return found;
}

bool Municipalities::is_active(std::string_view id) const {
    return implementation_->of(id)->settings.has_value();
}

std::optional<http::Tenant> Municipalities::find_tenant(std::string_view slug) const {
    const auto kept = implementation_->of(slug);
    if (!kept->settings || kept->tenant.slug != slug) return std::nullopt;
    auto tenant = kept->tenant;
    const auto here = implementation_->here.of("");
    if (const auto* example = here->example(tenant.country); example && !tenant.is_made_up)
        std::tie(tenant.example, tenant.example_name) = std::tie(example->slug, example->name);
    return tenant;
}

Settings Municipalities::settings(std::string_view id) const {
    return implementation_->of(id)->settings.value_or(Settings{});
}

std::vector<Network> Municipalities::networks() const {
    return *implementation_->networks.of("");
}

bool Municipalities::is_in_a_network(std::string_view id) const {
    const auto networks = implementation_->networks.of("");
    return std::ranges::any_of(*networks, [&](const Network& network) {
        return std::ranges::find(network.members, id) != network.members.end();
    });
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
    auto& here = *implementation_;
    here.database.write([&](db::Connection& connection) {
        if (const auto stands = here.stored(connection, id)) return here.mend_country(connection, *municipality, *stands);
        here.store(connection, id, settings, "operator");
        kept::raise(connection, active_name, "");
        here.join_nation(connection, *municipality);
    }, db::Isolation::deciding);
}

bool Municipalities::save_settings(std::string_view id, const Settings& settings, std::string_view actor,
                                   const base::Seen& seen) {
    auto& here = *implementation_;
    return here.database.write([&](db::Connection& connection) {
        ENSURE(here.stored(connection, id).has_value());
        return here.store(connection, id, settings, actor, seen);
    }, db::Isolation::deciding);
}

register_::Records& Municipalities::records() const { return implementation_->records; }

void Municipalities::offer_desks(DeskChoices desks) { implementation_->desks = std::move(desks); }

void Municipalities::save_network(const Network& network) {
    for (const auto& member : network.members) {
        ENSURE(about(member) != nullptr);
        ENSURE((find_made_up(member) != nullptr) == is_made_up(network));
    }
    ENSURE(network.nation.empty() || !is_made_up(network));
    const auto now = implementation_->clock.now();
    implementation_->database.write([&](db::Connection& connection) {
        kept::raise(connection, network_name, "");
        store::save_network(connection, store::whole(connection, network));
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

Settings default_settings(const Municipality& municipality) {
    Settings settings;
    if (municipality.country == "NO") {
        settings.languages = {"nb", "en"};
        settings.zone = "Europe/Oslo";
    }
    return settings;
}

}  // namespace digilots::municipality
