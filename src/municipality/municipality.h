#pragma once
// All municipalities of Sweden and Norway and what the operator serves like one (a region, a programme), those active here
// with their settings, and networks of them.
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/base/clock.h"
#include "platform/base/seen.h"
#include "platform/base/time.h"
#include "platform/db/database.h"
#include "platform/http/route.h"
#include "platform/kept/versions.h"
#include "platform/slice/slice.h"

namespace digilots::i18n {
class Translator;
}

namespace digilots::register_ {
class Records;
struct Surroundings;
}

namespace digilots::municipality {

/// One of the 290 + 357, a fact from the table in data/municipalities.csv; or one that the operator added with a key of its own.
struct Municipality {
    std::string id;          // official code: "2281", "NO-0301"; or the key: "region-gavleborg"
    std::string country;     // "SE", "NO"
    std::string name, slug;  // "Örnsköldsvik", "ornskoldsvik"; of a key the key itself
    std::string county_code, county_name;          // "" where it is in none, or in several
    std::int64_t population = 0;                   // only where there is a year
    int population_year = 0;                       // 0: the population is unknown
    double latitude = 0, longitude = 0;            // a point inside
    bool is_on_map = true;                         // false: the point is unknown
    bool is_own = false;                           // added by the operator, with a key instead of an official code
    bool is_made_up = false;                       // an own one of the demo: in no list, rank or sum of real ones
    std::string main_town;                         // "" where unknown
    double town_latitude = 0, town_longitude = 0;  // of the main town, for places without an address
};

enum class PromiseUnit { working_days, days, hours };

/// A settlement with its point, from the table of settlements.
struct Settlement {
    std::string name;
    double latitude = 0, longitude = 0;
    std::optional<std::int64_t> population = {};   // of different years
};

/// What an administrator sets.
struct Settings {
    std::vector<std::string> languages = {"sv", "en"};  // first is the default
    std::string zone = "Europe/Stockholm";
    std::string phone;  // of the municipality's contact centre or switchboard; "" until asked for
    bool phone_is_example = false;
    std::string phone_hours;            // OpenStreetMap notation, "" unknown
    std::string primary_colour;         // checked: at least 4.5:1 against white text
    std::optional<int> response_limit;  // "answer e-mails and letters within 2 working days"
    PromiseUnit response_unit = PromiseUnit::working_days;
    std::string
        fallback_place;  // public id of the desk where every search ends; "" = proposed by the directory
    std::optional<base::Date> accessibility_reviewed;   // by somebody at the municipality; nothing: not yet
    int figures_hold = 5;               // years after which figures are marked as possibly outdated
};

/// Those of the demo, facts of the program as the official ones are: "lotsby" in Sweden and "losvik" in Norway, which are
/// complete, and provkommun-001 … -290 and provekommune-001 … -290, with which the two are compared.
const std::vector<Municipality>& made_up();
/// nullptr where there is none.
const Municipality* find_made_up(std::string_view id);

/// "" where it can be added with this key; else in words why not. `taken`: first parts of other pages' addresses ("login").
std::string fault_of_own(const Municipality& own, const std::vector<std::string>& taken);
/// What a municipality starts with: the country's language and zone.
Settings default_settings(const Municipality& municipality);
/// "We answer e-mails and letters within 2 working days."; "" where nothing is promised.
std::string promise_text(const Settings& settings, const i18n::Translator& translator);
/// By when somebody gets an answer.
struct Promise {
    int limit = 2;                                      // where the municipality has said nothing
    PromiseUnit unit = PromiseUnit::working_days;
};

/// What the settings promise of all that comes in.
Promise usual_promise(const Settings& settings);
/// The last moment at which what was asked at `asked` is answered in time. Working days and hours leave the holidays of the
/// country out (platform/calendar/working_time.h); days end with the day.
base::Instant promised_by(const Promise& promise, std::string_view zone, std::string_view country, base::Instant asked);
/// From a series that the numbering authority keeps for fiction: nobody answers there.
bool is_example_phone(std::string_view phone);

struct Network {
    std::string key;  // "teo"
    std::string name;
    std::vector<std::string> members;  // municipality ids; may overlap with others and cross borders
    std::string lead = "";  // the member that sees to it: enters keys, locks periods; "" for none
    /// The country whose network it is; "" of all others. Each of its official municipalities that is active here is a member,
    /// without anybody adding it, but those whose membership was ended.
    std::string nation = "";
    std::vector<std::string> ended = {};  // of a nation: who comes in again only by being named
};
/// Of made-up municipalities alone: it says so on its pages, and stands in no list, rank or sum of real ones. None holds both.
bool is_made_up(const Network& network);

/// A place that can be the desk where every search ends; `id` is its public id.
struct DeskChoice {
    std::string id, name;
    bool is_open = true;
};
using DeskChoices = std::function<std::vector<DeskChoice>(std::string_view municipality_id)>;

class Municipalities {
public:
    /// Settings are kept as "municipality" (by municipality), the lists of active and own ones as "municipality_active",
    /// networks as "network" (both for all).
    Municipalities(db::Database& database, const kept::Versions& versions, const base::Clock& clock);
    ~Municipalities();

    static const std::vector<Municipality>& all();                 // the official ones, by name order of the country
    static const Municipality* find(std::string_view id_or_slug);  // an official one, active or not
    /// Its name in addresses, for an id that is known: of one with a key the key itself.
    static std::string slug_of(std::string_view id);
    /// An official one or one that the operator added, active or not; nullptr where there is none.
    std::shared_ptr<const Municipality> about(std::string_view id_or_slug) const;
    /// Those that the operator added, by name.
    std::vector<Municipality> own() const;
    /// Adds it, or corrects what is known of it; fault_of_own() is "".
    void save_own(const Municipality& own);
    /// A settlement's coordinates inside a municipality ("Ullånger" in 2282), from the table of settlements.
    static std::optional<std::pair<double, double>> settlement(std::string_view municipality_id,
                                                               std::string_view name);

    /// All of a municipality that the table knows, in its order.
    static std::vector<Settlement> settlements(std::string_view municipality_id);

    std::vector<Municipality> active() const;   // own ones last, made-up ones among them
    /// Without the made-up ones: what is listed.
    std::vector<Municipality> active_real() const;
    /// The complete made-up ones that are here: one in each country, none without the demo.
    std::vector<Municipality> examples() const;
    bool is_active(std::string_view id) const;
    std::optional<http::Tenant> find_tenant(std::string_view slug) const;  // active ones, from memory
    Settings settings(std::string_view id) const;
    std::vector<Network> networks() const;
    /// Of any; from memory, without a copy: asked for each page.
    bool is_in_a_network(std::string_view id) const;
    std::optional<Network> network(std::string_view key) const;

    /// Idempotent; keeps settings of an active one. Who was not active becomes a member of the country's networks.
    void activate(std::string_view id, const Settings& settings);
    /// `actor` and the names of the changed fields go into the audit trail.
    /// False, and nothing is saved, where they are not as they were seen.
    bool save_settings(std::string_view id, const Settings& settings, std::string_view actor = "operator",
                       const base::Seen& seen = base::Seen::anything());
    /// Without a lead the one that it has stays, while it is a member. Who is ended of a nation's network stays so until named as
    /// a member; all others who are active there are members, named or not.
    void save_network(const Network& network);

    /// The register of settings: its page, and a mark of them for save_settings. The id is the municipality's.
    register_::Records& records() const;
    /// Before anybody is served.
    void offer_desks(DeskChoices desks);

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

/// What a register's records are read with where nobody asks for a page, such as by a job: the municipality's first language, its
/// zone and country, its day.
register_::Surroundings surroundings_of(const Municipalities& municipalities, const register_::Records& records,
                                        std::string_view municipality_id, base::Instant now);

/// "/", "/accessibility", "/open-data", "/{municipality}/accessibility", "/{municipality}/theme.css",
/// "/{municipality}/staff/settings".
http::Routes routes(Municipalities& municipalities, DeskChoices desks);

Slice slice(Municipalities& municipalities, const DeskChoices& desks);

}  // namespace digilots::municipality
