#pragma once
// What is counted without an entry in the log: strokes on sheets of paper, visitors at the door, calls of the
// switchboard, cases of e-services, visits on the web.
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "directory/directory.h"
#include "inquiries/inquiries.h"
#include "municipality/municipality.h"
#include "platform/base/clock.h"
#include "platform/base/result.h"
#include "platform/base/seen.h"
#include "platform/db/database.h"
#include "platform/periods/period.h"
#include "platform/register/records.h"
#include "platform/slice/slice.h"
#include "taxonomy/taxonomy.h"

namespace digilots::counts {

inline constexpr http::Scope write_counts{"counts:write", TEXT("write numbers of other sources")};
inline constexpr http::Scope read_counts{"counts:read", TEXT("read numbers of other sources")};

/// Where a number comes from, as it is stored: "visitors", "calls_answered" …
struct Source {
    std::string_view key;
    i18n::Text label;
    enum class Says { visitors, first_times, contacts, lost_calls, web_visits, web_sources } says;
};
const std::vector<Source>& sources();
const Source* find_source(std::string_view key);

/// A number as somebody says it; `period` is a day, an ISO week, a month or a year ("2026-11-22", "2026-W47",
/// "2026-11", "2026").
struct Number {
    std::string source, place, period;
    std::int64_t number = 0;
    std::string note = "";
};

/// A week's sheet of a place and a channel. Days are the seven of the week, Monday first.
struct Sheet {
    std::string place, channel = "visit";
    periods::Period week;
    /// Topic → strokes of each day; nothing where none are written.
    struct Line {
        std::string topic;
        std::vector<std::int64_t> days = std::vector<std::int64_t>(7, 0);
        bool operator==(const Line&) const = default;
    };
    std::vector<Line> lines = {};
    std::vector<std::optional<std::int64_t>> visitors = std::vector<std::optional<std::int64_t>>(7);
    std::vector<std::optional<std::int64_t>> first_times = std::vector<std::optional<std::int64_t>>(7);     // of the visitors
};
/// Counted at the door, beside the questions: of which source a row of the sheet is.
struct OfDoor {
    std::string_view source;
    std::vector<std::optional<std::int64_t>> Sheet::*days;
};
inline constexpr OfDoor of_door[] = {{"visitors", &Sheet::visitors}, {"first_time", &Sheet::first_times}};

struct Neighbours {
    const municipality::Municipalities& municipalities;
    const directory::Directory& directory;
    const taxonomy::OwnTopics& own_topics;
    const inquiries::Inquiries& inquiries;
    register_::Others others;  // "directory.place", "organisation.unit"
};

class Counts {
public:
    Counts(db::Database& database, const base::Clock& clock, Neighbours neighbours);
    ~Counts();

    register_::Records& records() const;
    /// For the figures of all inquiries.
    inquiries::Tallies tallies() const;

    Sheet sheet(std::string_view municipality, std::string_view place, std::string_view channel,
                const periods::Period& week) const;
    /// Of all in it (base::Seen).
    static std::string mark_of(const Sheet& sheet);
    enum class Saved { done, changed_meanwhile, not_theirs };
    /// Writes the difference to what stands, in one transaction. Topics that the sheet does not name stay as
    /// they are.
    Saved save(const register_::Surroundings& around, const Sheet& sheet, std::string_view actor,
               const base::Seen& seen);

    struct Put {
        std::string id;
        bool is_new = false, repeated = false;
        std::int64_t number = 0;
    };
    enum class NotPut { key_reused, not_theirs, too_large, no_period, changed };
    /// The number of a source, place and period becomes this one. `key`: the same key and number once more
    /// change nothing, also where somebody has corrected it since; "" none. no_period: it is none that is
    /// counted, such as a day before 1900.
    base::Result<Put, NotPut> put(const register_::Surroundings& around, const Number& number,
                                  std::string_view actor, std::string_view key = "");
    /// The same by somebody who saw `seen` there, nothing where nobody had counted: changed where another number stands by now
    /// than that and than the new one.
    base::Result<Put, NotPut> put_seen(const register_::Surroundings& around, const Number& number,
                                       std::optional<std::int64_t> seen, std::string_view actor);
    /// So many more (or fewer, never below none) visitors of a place today; once for each `key`, place and
    /// `more`: another press of the same form counts too. `source`: visitors, or first_time for those who say that they were
    /// never here before.
    base::Result<Put, NotPut> add_visitors(const register_::Surroundings& around, std::string_view place,
                                           std::int64_t more, std::string_view actor, std::string_view key,
                                           std::string_view source = "visitors");
    /// Nothing where nobody counted.
    std::optional<std::int64_t> visitors_of(std::string_view municipality, std::string_view place, base::Date day,
                                            std::string_view source = "visitors") const;

    std::vector<measures::Measure> measures() const;

    struct Implementation;

private:
    std::unique_ptr<Implementation> implementation_;
    friend struct Inside;
};

/// One number of those that tell of the same source and place: the days that it is about, both included.
struct Told {
    base::Date from, to;
    std::int64_t number = 0;
    bool operator==(const Told&) const = default;
};
/// What they say together, no day twice: the longer period stands, unless the shorter ones within it are
/// about each of its days; what is partly in a longer one is left out.
std::int64_t sum_without_overlap(std::vector<Told> told);

RetentionRules retention_rules();
Slice slice(Counts& counts);

}  // namespace digilots::counts
