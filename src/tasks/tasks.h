#pragma once
// What somebody has to do, by when and why. Tasks are written by hand, or opened and closed as slices say that there is
// something to be done (Slice::duties). A task names a function, so that it outlives who holds it, or a person.
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "municipality/municipality.h"
#include "organisation/organisation.h"
#include "platform/base/clock.h"
#include "platform/db/database.h"
#include "platform/kept/versions.h"
#include "platform/register/records.h"
#include "platform/slice/slice.h"

namespace digilots::tasks {

/// Who is written to about their tasks, and by whom links are followed.
struct Readers {
    struct Reader {
        std::string account, email;
    };
    /// Those of a municipality who can sign in; nullptr where no letters are sent.
    std::function<std::vector<Reader>(std::string_view municipality_id)> all = nullptr;
    std::string site = "";  // what links in letters begin with: "https://digilots.example.org"
    /// Whether somebody can still sign in.
    std::function<bool(db::Connection& connection, std::string_view municipality_id, std::string_view account_id)> is_open =
        nullptr;
};

/// Tasks about a record that somebody wrote, not those of duties.
struct About {
    struct Task {
        std::string id, title;
        bool is_done = false;
    };
    std::int64_t done = 0, open = 0, overdue = 0;  // overdue: of the open ones
};

/// How often a letter about open tasks comes.
enum class Rhythm { never, daily, weekly };

/// What other slices say: words for records that tasks are about, and what there is to be done.
struct Neighbours {
    std::vector<audit::Words> trails = {};
    std::vector<DutyKind> duties = {};
    /// Who may open a page of a municipality, by its whole path; nullptr: any of the staff.
    std::function<http::Role(std::string_view path)> role_for = nullptr;
    PeriodOf period_of = nullptr;  // how long closed tasks are kept; without it: their own period
    Readers readers = {};
    std::vector<DaysOf> days = {};  // what else stands in somebody's own calendar
};

/// What came of bringing tasks into agreement with the duties of a municipality.
struct Agreed {
    std::int64_t opened = 0, closed = 0, changed = 0;
    bool is_all = true;  // false: there was more than one run does; the next goes on
};

/// Open tasks that wait for a person: their own, and those of functions that they hold or stand in for.
struct Waiting {
    std::int64_t open = 0, overdue = 0;
};

enum class Finish { done, not_there, not_theirs, closed_already };
/// has_another: there is a new one for the same duty.
enum class Reopen { open, not_there, not_theirs, open_already, has_another };

class Tasks {
public:
    /// At most so many are opened or closed in one run, and stand open for duties in a municipality.
    static constexpr std::size_t most_of_a_run = 200, most_open = 1000;

    /// `others`: what tasks link to ("organisation.function", "organisation.unit", "accounts.person").
    Tasks(db::Database& database, const kept::Versions& versions, const organisation::Organisation& organisation,
          const municipality::Municipalities& municipalities, const base::Clock& clock, register_::Others others);
    ~Tasks();

    /// Once, before anything else is called.
    void know(Neighbours neighbours);

    register_::Records& records() const;
    /// From memory.
    Waiting waiting_for(std::string_view municipality_id, std::string_view account_id) const;
    /// Of all records of a kind ("plan_node"), by their ids; those without a task are not in it.
    std::map<std::string, About, std::less<>> about_kind(std::string_view municipality_id, std::string_view kind) const;
    /// Of one ("plan_node:…"), the open ones first; at most a hundred.
    std::vector<About::Task> about(std::string_view municipality_id, std::string_view record) const;
    /// Whether a task is for this person, who then may close it; coordinators may close any.
    bool is_for(const register_::Record& task, std::string_view municipality_id, std::string_view account_id) const;

    /// Whether this person closes it and opens it again.
    bool may_finish(const register_::Record& task, const register_::Surroundings& around, const http::Identity& who) const;
    /// The kind of duty that it comes from; nullptr where it was written by hand.
    const DutyKind* duty_of(const register_::Record& task) const;
    /// Where the task is done, or else what this person may see of it. "" below the municipality: nothing.
    struct Place {
        std::string path = {};
        std::optional<http::Role> done_by = {};     // at least, where this person may not do it
    };
    Place place_of(const register_::Record& task, const http::Tenant& tenant, const http::Identity& who) const;

    /// Opens a task for each duty that has none, closes those whose duty is gone. Whoever does it, on however many servers
    /// at once: a duty has one open task. What somebody closed while its duty held rests for DutyKind::rests days.
    Agreed agree(std::string_view municipality_id);
    /// agree() for those whose duties may have changed since it was called last: a few municipalities at a time.
    void refresh();

    /// Somebody says that it is done.
    Finish finish(const register_::Surroundings& around, std::string_view id, std::string_view outcome,
                  const http::Identity& who);
    Reopen open_again(const register_::Surroundings& around, std::string_view id, const http::Identity& who);

    bool sends_letters() const;
    Rhythm rhythm_of(std::string_view municipality_id, std::string_view account_id) const;
    void set_rhythm(std::string_view municipality_id, std::string_view account_id, Rhythm rhythm);
    /// A letter to everybody who has open tasks and for whom it is time: on working days, or from Monday on once a week. Each
    /// once, on however many servers. How many.
    std::int64_t remind(jobs::Run& run);

    /// A new secret under which a calendar reads somebody's tasks; the one before is over. Told only now.
    std::string make_calendar(std::string_view municipality_id, std::string_view account_id);
    void end_calendar(std::string_view municipality_id, std::string_view account_id);
    /// Since when there is one; nothing where there is none.
    std::optional<base::Instant> calendar_since(std::string_view municipality_id, std::string_view account_id) const;
    /// The account whose it is, while it can sign in; "" else.
    std::string reader_of_calendar(std::string_view municipality_id, std::string_view secret) const;
    /// What other slices have for the functions that somebody holds; urls are paths below the municipality.
    std::vector<calendar::Event> days_of(const http::Tenant& tenant, std::string_view account_id,
                                         const i18n::Translator& words) const;

    /// In the transaction that takes somebody's access away: their reminders and their calendar end, their own open tasks go
    /// to `to`, "" is whoever holds their function, or nobody. How many.
    static std::int64_t hand_over(db::Connection& connection, std::string_view municipality_id, std::string_view from,
                                  std::string_view to, std::string_view actor, base::Instant now);
    /// How many open tasks name this person.
    static std::int64_t number_of(db::Connection& connection, std::string_view municipality_id, std::string_view account_id);
    /// How many open ones name a function.
    static std::int64_t number_of_function(db::Connection& connection, std::string_view municipality_id,
                                           std::string_view function);

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

/// Closed tasks.
RetentionRules retention_rules();
inline constexpr std::string_view closed_rule = "tasks.closed";

/// "/{municipality}/staff/my-tasks…", "/{municipality}/staff/tasks…", "/{municipality}/my-tasks/{token}/calendar.ics",
/// "/api/v1/{municipality}/tasks"
Slice slice(Tasks& tasks, const organisation::Organisation& organisation);

}  // namespace digilots::tasks
