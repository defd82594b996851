#pragma once
// "We get back to you": what was promised to somebody who asked, whose it is, by when, and how it ended. Whoever receives a
// question keeps it until somebody says that the person got an answer.
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "directory/directory.h"
#include "inquiries/inquiries.h"
#include "municipality/municipality.h"
#include "organisation/organisation.h"
#include "platform/base/clock.h"
#include "platform/db/database.h"
#include "platform/kept/versions.h"
#include "platform/register/steps.h"
#include "platform/slice/slice.h"
#include "taxonomy/taxonomy.h"

namespace digilots::callbacks {

/// What other programs may do with call-backs: read how they stand, close them. Never how a person is reached.
inline constexpr http::Scope read_call_backs{"callbacks:read", TEXT("read how call-backs stand")};
inline constexpr http::Scope write_call_backs{"callbacks:write", TEXT("close call-backs")};

struct Handed {
    std::string function, person, unit;   // one of the first two at least
    std::string note = "";                // checked as notes in the log are
};
struct Closed {
    std::string outcome;                  // "reached", "answered", "came_back", "not_reached", "withdrawn"
    std::string note = "";                // checked
};

/// Those that wait, from memory.
struct Waiting {
    struct CallBack {
        std::string id, topic, function, person, unit;
        base::Instant promised_at{}, opened_at{};
        bool lacks_contact = false;       // nobody has said how the person is reached
        bool is_of_resident = true;       // else it is in no figure
        std::string wished = "";          // when the person wants to be rung; "" as soon as possible
    };
    std::vector<CallBack> call_backs;     // the one promised first in front; the first two thousand
};

/// What call-backs need of others.
struct Neighbours {
    const municipality::Municipalities& municipalities;
    const organisation::Organisation& organisation;
    const directory::Directory& directory;
    const taxonomy::OwnTopics& own_topics;
    const inquiries::Inquiries& inquiries;
    /// By when the municipality answers what comes in now: its own promise, in its working time.
    std::function<base::Instant(std::string_view municipality_id, base::Instant asked)> promised_at;
    register_::Others others;             // "organisation.function", "organisation.unit", "accounts.person"
};

inline constexpr std::string_view kept_call_backs = "call_back";

class Callbacks {
public:
    Callbacks(db::Database& database, const kept::Versions& versions, const base::Clock& clock, Neighbours neighbours);
    ~Callbacks();

    /// How long ways to reach people are kept where a municipality has chosen so; before anybody is served.
    void know(PeriodOf period_of);

    register_::Records& records() const;
    /// Never null.
    std::shared_ptr<const Waiting> waiting(std::string_view municipality_id) const;
    /// On which day the way to reach the person is deleted at the latest; nothing where nothing is kept, or nothing deleted.
    std::optional<base::Date> contact_gone_on(std::string_view municipality_id, std::string_view id) const;

    // ---- Steps. Each is decided in one transaction by what was seen; of two at once the second is told. ----

    register_::Stepped take(const register_::Surroundings& around, std::string_view id, std::string_view account,
                            const base::Seen& seen);
    /// Nobody answered.
    register_::Stepped note_try(const register_::Surroundings& around, std::string_view id, std::string_view account,
                                const base::Seen& seen);
    register_::Stepped hand_over(const register_::Surroundings& around, std::string_view id, const Handed& to,
                                 std::string_view account, const base::Seen& seen);
    /// From then on the time counts after which the way to reach the person is deleted.
    register_::Stepped close(const register_::Surroundings& around, std::string_view id, const Closed& how,
                             std::string_view account, const base::Seen& seen);
    register_::Stepped open_again(const register_::Surroundings& around, std::string_view id, std::string_view account,
                                  const base::Seen& seen);

    /// Beside entries of the log: one whose outcome is "to be called back" has a call-back from the same moment on, unless it is
    /// of long ago. Corrected to another outcome, or deleted, it loses one that nobody has touched.
    inquiries::Companion beside_entries() const;

    /// In the transaction that closes somebody's account: what they have taken goes to `to`; "": to whoever holds the function,
    /// or to nobody yet.
    static void hand_over_all(db::Connection& connection, std::string_view municipality_id, std::string_view from,
                              std::string_view to, std::string_view actor, base::Instant now);

    std::vector<measures::Measure> measures() const;

    /// Promised and ended, with an answer or without, or waiting after its time.
    struct Ended {
        base::Instant opened_at{}, promised_at{};
        std::optional<base::Instant> answered_at = {};
        bool is_left = false;   // was not needed any more
        std::string unit = "";
    };
    /// Of residents: what was closed from a moment on and before another, and what waits although its promise ran out then.
    /// The newest twenty thousand.
    std::vector<Ended> ended_between(std::string_view municipality_id, base::Instant from, base::Instant until) const;

    struct Implementation;

private:
    std::unique_ptr<Implementation> implementation_;
    friend struct Inside;
};

/// Ways to reach people, and closed call-backs.
RetentionRules retention_rules();
inline constexpr std::string_view contact_rule = "callbacks.contact", closed_rule = "callbacks.closed";

/// "/{municipality}/staff/callbacks…". `callbacks` outlives it.
Slice slice(Callbacks& callbacks);

}  // namespace digilots::callbacks
