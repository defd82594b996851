#pragma once
// Fixed tables of closed periods, released once, for everybody who is not a unit's own staff. A month of all real
// municipalities is one release, each made-up municipality has its own; all tables of a calendar year are decided together
// (platform/suppression), so that no small cell can be worked out from all that was ever released of it.
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "directory/directory.h"
#include "inquiries/inquiries.h"
#include "municipality/municipality.h"
#include "platform/base/clock.h"
#include "platform/db/database.h"
#include "platform/i18n/translator.h"
#include "platform/kept/versions.h"
#include "platform/periods/period.h"
#include "platform/register/records.h"
#include "platform/slice/slice.h"

namespace digilots::releases {

/// Under how many a cell is hidden, where a municipality has chosen nothing; and what it may choose.
inline constexpr int usual_least = 5, lowest_least = 3, highest_least = 10;

/// What everybody may read, for programs; all that a network's key can have.
inline constexpr http::Scope read_released{"statistics:public", TEXT("read released statistics"), http::Scope::Holder::network_too};

/// What was so on some days, as everybody may know it: more or fewer ask then than else.
struct WasSo {
    enum class What { campaign, closed } what = What::campaign;
    std::string title;                  // of the campaign; the name of the place
    periods::Period days;
};
/// "Campaign “Go online week”, 12 October 2026 – 18 October 2026"
std::string was_so_in_words(const WasSo& one, const i18n::Translator& translator);
using WasSoThen = std::function<std::vector<WasSo>(const std::string& municipality, const periods::Period& period)>;

using StaffedPlaces = std::map<std::string, std::int64_t, std::less<>>;

struct Neighbours {
    const municipality::Municipalities& municipalities;
    const inquiries::Inquiries& inquiries;
    register_::Others others = {};
    int day = 10;                       // of the month on which the one before is released
    /// By place, minutes in which somebody is there to help in the coming seven days; of what the rota says nothing, nothing.
    std::function<StaffedPlaces(const std::string& municipality)> staffed = nullptr;
    WasSoThen was_so = nullptr;
};

enum class Shown {
    count,          // zeros among them
    hidden,         // some, too few to be told or needed to protect those
    withheld,       // nothing is told, not even whether there are any
    not_reported,   // nobody was active there then: not zero
    not_released    // not yet
};
struct Value {
    Shown shown = Shown::not_released;
    std::int64_t count = 0;             // of Shown::count
    bool is_kept = false;               // as it was told first: whether it was corrected since is not told
    bool is_least = false;              // of several municipalities: as many as they tell; there may be more
    bool operator==(const Value&) const = default;
};

/// By whose clock a month ends and is released.
inline constexpr const char* released_zone = "Europe/Stockholm";
/// What kept pages of it are made from, for all.
inline constexpr const char* kept_releases = "releases";

/// Whose inquiries.
struct Whose {
    enum class Of { place, municipality, county, network, all };
    Of of = Of::all;
    std::string key = "";               // id of the municipality, "SE-22", key of the network
    std::string place = "";             // public id; "" where none was stated
};

struct Line {
    std::string key;                    // a place, or a term of the code list; "" not stated
    Value value;
};
struct Table {
    Value total;                        // as it was released, never added up from lines
    std::vector<Line> lines;
    std::int64_t hidden = 0;            // of the lines, hidden and withheld ones
    std::int64_t kept = 0;              // of the lines and the total: Value::is_kept
    std::int64_t least = 0;             // of the lines: Value::is_least
    std::optional<std::int64_t> others = std::nullopt;      // the hidden ones together, where that is known from the total
    bool is_untold = false;             // nothing of its lines is told in this period, so that the year can be told
    std::int64_t for_the_year = 0;      // of the lines: withheld for the same reason
    int revision = 0;                   // 1: the first; 0 not released
    std::optional<base::Instant> made_at = std::nullopt;
    std::string reason = "", code_lists = "";       // of the revision
    bool is_changed = false;                        // it says anything else of the municipality than the one before it
    std::int64_t reported = 0, expected = 0;        // months of municipalities
    int least_shown = 0;                            // of a sum never under five, nor under its members'
};

/// Which months of a period a municipality has reported. Those that are missing are not zero.
struct Reporter {
    std::string municipality;
    std::vector<periods::Period> reported, missing;
};

inline constexpr int newest_revision = 0;

/// What was made.
struct Made {
    std::string scope;                  // "" all real municipalities, else the id of a made-up one
    int year = 0, month = 0, revision = 1;
    std::int64_t published = 0, hidden = 0, withheld = 0;       // without published zeros
    // Of a revision: figures that are other ones now, that are the same, that are none now; and of those that are the same (zeros
    // among them) how many of which it is not told whether they were corrected.
    std::int64_t changed = 0, kept = 0, gone = 0, untold = 0;
};
/// What a revision would make, before it is written; false: it is not.
using Look = std::function<bool(const Made& made)>;
/// How far it is: what is done, and of what.
using Progress = std::function<void(std::int64_t done, std::int64_t total, std::string_view step)>;

class Releases {
public:
    /// Kept as "releases", for all.
    Releases(db::Database& database, const kept::Versions& versions, const base::Clock& clock, Neighbours neighbours);
    ~Releases();

    /// Tables: "total", "topic" (by the first topic), "together" (groups of the first topic and of the one behind it,
    /// "money+identification"), "body", "barrier" (what stood in the way first), "body_barrier", "channel", "outcome",
    /// "language", "age_band", "gender", "support_given". A year that began without one of them has it from the next one on.
    static const std::vector<std::string>& tables();
    /// One table of a whole month, quarter or year; of any other period it is not released, nor of a revision that never was. Of
    /// a place all but "total" by year alone; "together", "barrier" and "body_barrier" by quarter and year, never of a place.
    Table read(const Whose& whose, std::string_view table, const periods::Period& period, int revision = newest_revision) const;
    /// How many there are of a year: 1 where it was never released anew, 0 where nothing is released.
    int revisions(const Whose& whose, int year) const;
    /// The totals of what it is made of: a municipality's places, the municipalities of a county or network, of all their
    /// counties. Lines by place, id of the municipality, "SE-22".
    Table parts(const Whose& whose, const periods::Period& period, int revision = newest_revision) const;
    /// Of all that it is made of, in their order; none where the period is not released.
    std::vector<Reporter> reporters(const Whose& whose, const periods::Period& period) const;
    /// Periods with a released table: years, quarters, months, newest first; of a place those of its municipality, but of all
    /// tables other than "total" years alone.
    std::vector<periods::Period> released(const Whose& whose, std::string_view table) const;
    /// As Neighbours::staffed.
    StaffedPlaces staffed(const std::string& municipality) const;
    /// As Neighbours::was_so.
    std::vector<WasSo> was_so(const std::string& municipality, const periods::Period& period) const;
    /// Under how many a cell of its is hidden.
    int least_shown(std::string_view municipality) const;
    /// Counties and networks with any: keys, sorted.
    std::vector<std::string> counties() const, networks() const;

    /// The month that is released last as of now: the one before, from the set day on, else the one before that.
    periods::Period due() const;
    /// Releases what is missing up to that month, each month by itself: of all of its year where nothing was released yet, else
    /// from the last released one on. What two servers make at once is there once.
    std::vector<Made> make_until(const periods::Period& month, const Progress& progress = nullptr);
    /// A revision of what was released of the year, by what the log says now; earlier ones stay. Nothing that was told is hidden
    /// by it. A figure changes where the change can be told: not by fewer than its threshold, nor so that a smaller change could
    /// be worked out; else it stays as it was told and says that it may have been corrected. Of one municipality: a made-up one's
    /// release is its own; of the release of all real ones that one alone is counted anew. Of a year that was over before its
    /// counts were kept nothing is revised.
    std::vector<Made> revise(int year, std::string_view reason, const Progress& progress = nullptr,
                             std::string_view municipality = "", const Look& look = nullptr);

    /// What a municipality chose, a register of one record.
    register_::Records& choices() const;
    /// Links to tables, a register.
    register_::Records& shared() const;

    struct Implementation;

private:
    std::unique_ptr<Implementation> implementation_;
};

/// "/statistics", "/{municipality}/statistics", a network's, all as CSV and JSON. What they are given must outlive them.
http::Routes routes(const Releases& releases, const municipality::Municipalities& municipalities,
                    const directory::Directory& directory);

Slice slice(Releases& releases, const municipality::Municipalities& municipalities, const directory::Directory& directory);

}  // namespace digilots::releases
