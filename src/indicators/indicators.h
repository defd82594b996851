#pragma once
// Figures of municipalities: where they come from, what they mean, which way is good, and the colour that follows.
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indicators/figures/figure.h"
#include "indicators/figures/made_up.h"
#include "indicators/figures/shipped_figures.h"
#include "municipality/municipality.h"
#include "platform/base/clock.h"
#include "platform/measures/measure.h"
#include "platform/base/seen.h"
#include "platform/db/database.h"
#include "platform/http/route.h"
#include "platform/i18n/translator.h"
#include "platform/kept/versions.h"
#include "platform/slice/slice.h"

namespace digilots::indicators {

enum class Direction { high, low, neither };   // which end is good
enum class Colour : std::uint8_t { green, yellow, red, unknown };
/// Why a colour is unknown; `ranked`: it is known.
enum class Why { ranked, no_value, small_group, no_direction };

/// "high", "T", "not_reported", "green", "small_group": as stored and as the API says them.
std::string_view word_of(Direction direction);
std::string_view word_of(Colour colour);
std::string_view word_of(Why why);
std::optional<Direction> direction_of(std::string_view word);

/// Whom a municipality is compared with: "country", "county", "network:teo", "similar:G175948", "chosen:2281,2580".
struct Group {
    std::string key = "country";
    bool operator==(const Group&) const = default;
};
struct GroupChoice {
    std::string key;
    std::string title;                 // in the words of its source; "" for country and county (translate those)
};

struct Question {
    std::string indicator;
    std::optional<int> year = std::nullopt;          // exactly this; else the latest within the setting's years …
    Gender gender = Gender::total;
    Group group = {};
    std::optional<Direction> direction = std::nullopt;   // instead of the table's
    std::optional<int> as_of = std::nullopt;         // … up to this one (none: the newest that its source has)
};

/// Where one municipality stands. `year` is 0 where the indicator has no figure at all in the years asked about.
struct Standing {
    std::optional<double> value;
    Missing missing = Missing::not_reported;
    int year = 0;
    Gender gender = Gender::total;
    Direction direction = Direction::neither;
    Colour colour = Colour::unknown;
    Why why = Why::no_value;
    bool many_equal = false;           // too many equal values to rank: yellow for that reason
    int rank = 0;                      // 1 is best; largest first where no direction; 0 without a value
    int n = 0;                         // how many have a value
    std::optional<double> green_limit, red_limit;   // the worst green and the best red value; none where there is none
    struct Previous {
        int year;
        double value;
        Colour colour;
    };
    std::optional<Previous> previous;  // the year before with a value of this municipality
    std::optional<double> women, men;  // the same year
};

struct Distribution {
    Question question;
    int year = 0, n = 0;
    Direction direction = Direction::neither;
    std::optional<double> green_limit, red_limit;
    bool many_equal = false;
    Why why = Why::no_value;           // why nobody has a colour; `ranked` where they have
    struct Member {
        std::string municipality;
        double value;
        int rank;
        Colour colour;
    };
    std::vector<Member> values;        // best first, equal ones by id
    struct Absent {
        std::string municipality;
        Missing reason;
    };
    std::vector<Absent> missing;       // by id
};

struct DirectionChange {
    Direction direction;
    std::string reason, actor;         // actor: account id; "proposal" for the shipped table; "" as an own one was added
    std::optional<base::Instant> at;   // none for the shipped table and as an own one was added
};

/// What a municipality counts itself. A new one has id "".
struct LocalIndicator {
    std::string id, title, unit, measure;
    Direction direction = Direction::high;
    bool by_gender = false;
    bool retired = false;
};
struct OwnValue {
    int year = 0;
    Gender gender = Gender::total;
    std::optional<double> value;
    Missing missing = Missing::not_reported;   // where there is no value
};

struct Options {
    std::string search_folder;         // "": the catalogue's index is in memory
    int max_age = 3;                   // how many years a figure may be behind the newest
};

/// What grows (platform/kept) with what a municipality counts itself and with which way it says is good (both by municipality),
/// and when the search index has been brought up to date (in this process, for all); kept_figures stands in figure.h.
inline constexpr std::string_view kept_own_figures = "own_figures", kept_directions = "directions",
                                  kept_searchable = "searchable_catalogue";

/// What a national page is made from …
inline const kept::Dependences answered_from{{kept_figures, kept::Dependence::Of::everyone},
                                             {kept_searchable, kept::Dependence::Of::everyone},
                                             {"network", kept::Dependence::Of::everyone},
                                             {"municipality_active", kept::Dependence::Of::everyone}};
/// … and one of a municipality, which may stand beside another.
inline const kept::Dependences standing_from{{kept_figures, kept::Dependence::Of::everyone},
                                             {kept_own_figures},
                                             {kept_directions, kept::Dependence::Of::everyone},
                                             {"network", kept::Dependence::Of::everyone},
                                             {"municipality_active", kept::Dependence::Of::everyone}};

class Indicators {
public:
    Indicators(db::Database& database, kept::Versions& versions, const municipality::Municipalities& municipalities,
               const base::Clock& clock, Options options = {});
    ~Indicators();

    std::optional<Indicator> find(std::string_view id) const;
    /// The source's own description of what is measured and by whom; "" where none.
    std::string definition(std::string_view id) const;
    /// Official ones, those in use first. Also finds retired ones, last.
    std::vector<Indicator> search(std::string_view words, int limit) const;
    /// "agenda2030", "digitalisation": the shipped ones of that group, by title.
    std::vector<Indicator> of_group(std::string_view group) const;
    /// A municipality's own, by title.
    std::vector<Indicator> local(std::string_view municipality) const;
    /// Ascending, with figures.
    std::vector<int> years(std::string_view indicator) const;

    /// Reads the years of many indicators at once: years() is then from memory.
    void read_years_ahead(const std::vector<std::string>& ids) const;

    Standing standing(std::string_view municipality, const Question& question) const;
    /// The same of many, in their order: instead of question.indicator. Much quicker than one after the other.
    std::vector<Standing> standings(std::string_view municipality, const std::vector<std::string>& ids,
                                    const Question& question) const;
    /// Every year with figures, ascending; `question.year` and `as_of` do not matter.
    std::vector<std::pair<int, Standing>> history(std::string_view municipality, const Question& question) const;
    /// `municipality` gives direction and group; "" is national.
    Distribution distribution(std::string_view municipality, const Question& question) const;
    /// With whom a municipality may compare itself: country, county, its networks, similar ones.
    std::vector<GroupChoice> groups(std::string_view municipality) const;
    /// Whether a source has made this group of similar municipalities: "similar:G175948".
    bool has_similar(std::string_view key) const;

    /// What the municipality has set, else the shipped table, else neither. "" is the table.
    Direction direction(std::string_view indicator, std::string_view municipality) const;
    /// Oldest first; the shipped table's word, or what was chosen as an own one was added, is the first.
    std::vector<DirectionChange> direction_history(std::string_view indicator, std::string_view municipality) const;
    /// False, here and for save_values(), where the indicator's mark is not what was seen.
    bool set_direction(std::string_view municipality, std::string_view indicator, Direction direction,
                       std::string_view reason, std::string_view actor, const base::Seen& seen = base::Seen::anything());

    /// Returns its id. One that is there under this id (its form was sent twice) stays as it is.
    std::string add_local(std::string_view municipality, const LocalIndicator& indicator, std::string_view actor);
    /// Of an indicator of this municipality. A value without a number is missing for the reason given.
    bool save_values(std::string_view municipality, std::string_view indicator, const std::vector<OwnValue>& values,
                     std::string_view actor, const base::Seen& seen = base::Seen::anything());
    /// Of what a municipality has decided about an indicator and filled in for it, for forms (base::Seen).
    std::string mark(std::string_view municipality, std::string_view indicator) const;
    /// Counts every local indicator that a Measure gives, for each year since `from_year` up to the last whole one.
    void take_measures(const std::vector<measures::Measure>& measures, int from_year);

    /// Also fetched by the next sync, beside the shipped ones.
    void follow(std::string_view indicator, std::string_view actor);
    std::vector<std::string> followed(std::string_view source) const;   // shipped and chosen, of "kolada", "kostra", by id

    /// Latest first.
    std::vector<Run> runs(int limit) const;
    std::vector<RunChange> changes(std::string_view run, int limit) const;

    /// Makes the catalogue searchable as it now is; seconds after a whole catalogue has come. Beside searches.
    void catch_up_search();
    /// Ids that the search's index could not take.
    std::vector<std::string> not_searchable() const;

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

/// Own indicators of the demo's made-up municipalities, where they are missing.
void load_own_of_demo(Indicators& indicators, const Demo& demo);

/// The national page, a municipality's page of an indicator, the distribution as JSON and CSV.
http::Routes routes(Indicators& indicators, const municipality::Municipalities& municipalities,
                    const base::Clock& clock);

Slice slice(Indicators& indicators, db::Database& database, const municipality::Municipalities& municipalities,
            const base::Clock& clock);

}  // namespace digilots::indicators
