#pragma once
// What Tasks holds; for the files of this folder.
#include <map>

#include "platform/kept/kept.h"
#include "tasks/task_register.h"
#include "tasks/tasks.h"

namespace digilots::tasks {

/// Open tasks, added up: whose, until when.
struct OpenTasks {
    struct Part {
        std::string person, holder, stand_in, due;
        std::int64_t number = 0;
    };
    std::vector<Part> parts;
};

struct Tasks::Implementation {
    db::Database& database;
    const kept::Versions& versions;
    const organisation::Organisation& organisation;
    const municipality::Municipalities& municipalities;
    const base::Clock& clock;
    Known known;
    std::function<std::string(std::string_view)> name_of;
    PeriodOf known_periods = nullptr;
    register_::Records records;
    kept::Kept<OpenTasks> open;
    kept::Dependences asked_from;   // of all duties
    Readers readers;
    std::vector<DaysOf> days;

    /// To one person, if it is still time; whether.
    bool remind(const municipality::Municipality& municipality, const Readers::Reader& reader);

    /// Of refresh(), which one thread calls.
    struct Seen {
        kept::Stamp stamp;
        base::Date day;
        std::optional<base::Instant> until = {};    // then a duty says something else, whether anything changes or not
    };
    std::map<std::string, Seen, std::less<>> seen;

    Implementation(db::Database& opened, const kept::Versions& all, const organisation::Organisation& units,
                   const municipality::Municipalities& active, const base::Clock& time, register_::Others others);

    /// When a closed task is deleted; nothing of an open one, and where none is.
    std::optional<base::Date> gone_on(const register_::Record& task, std::string_view municipality_id) const;
    std::shared_ptr<const OpenTasks> load(std::string_view municipality_id) const;
    /// Of what is done by itself: in the municipality's first language.
    register_::Surroundings around(std::string_view municipality_id) const;
    std::optional<register_::Record> find(db::Connection& connection, std::string_view municipality_id,
                                          std::string_view id) const;
    /// The next version of a record, in the caller's transaction.
    void store(db::Connection& connection, const register_::Surroundings& around, register_::Record task) const;
    base::Date today(std::string_view municipality_id) const;
    bool is_for(const register_::Record& task, std::string_view municipality_id, std::string_view account_id) const;
    /// Coordinators close and open any task, others those that are for them or that they closed.
    bool may_step(const register_::Record& task, std::string_view municipality_id, const http::Identity& who) const;
    Tasks::Place place_of(const register_::Record& task, const http::Tenant& tenant, const http::Identity& who) const;
    register_::More more_of(const register_::Record& task, const html::Page& page) const;
};

}  // namespace digilots::tasks
