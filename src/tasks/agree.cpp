// Bringing tasks into agreement with what slices say there is to be done.
#include <algorithm>
#include <set>

#include "platform/base/log.h"
#include "platform/base/reason.h"
#include "platform/base/text.h"
#include "platform/base/uuid.h"
#include "tasks/implementation.h"
#include "tasks/sentences.h"
#include "tasks/sql.h"

namespace digilots::tasks {

namespace {

constexpr std::size_t most_at_once = 5;    // municipalities of one refresh()
constexpr std::size_t longest_duty = 250, longest_name = 200;

/// A duty as its task is to be.
struct Wanted {
    const DutyKind* kind;
    Duty duty;
    std::string key, why, function, person;
};
using AllWanted = std::map<std::string, Wanted, std::less<>>;

struct OpenTask {
    std::string id, title, title_said, why, function, path, due;
};

struct Plan {
    std::vector<const Wanted*> open;
    std::vector<std::pair<std::string, std::string>> gone;    // task, its duty
    std::vector<std::pair<std::string, const Wanted*>> change;
    std::vector<std::string> rested;                          // whose duty is gone: the next one is a new one
    bool is_all = true;
    bool is_empty() const { return open.empty() && gone.empty() && change.empty() && rested.empty(); }
};

/// What has no day stands behind what has one.
std::string order_of(const Wanted& wanted) { return (wanted.duty.due.empty() ? "9" : wanted.duty.due) + wanted.key; }

/// A day that is over is none to do it by, but a promise is one that was broken.
bool has_day(const Wanted& wanted, const std::string& today) {
    return wanted.duty.due >= today || (wanted.kind->is_promise && !wanted.duty.due.empty());
}

bool differs(const OpenTask& task, const Wanted& wanted, const std::string& today) {
    const bool has_other_day = has_day(wanted, today) && wanted.duty.due != task.due;
    return task.title != wanted.duty.name || task.title_said != wanted.kind->task.id || task.why != wanted.why ||
           task.path != wanted.duty.path || (task.function.empty() && !wanted.function.empty()) || has_other_day;
}

/// The next that fit into one run.
template <class List, class Item>
void add(List& list, Item item, bool& is_all) {
    if (list.size() < Tasks::most_of_a_run) list.push_back(std::move(item));
    else is_all = false;
}

Plan plan_of(db::Connection& connection, std::string_view municipality_id, const AllWanted& wanted, const std::string& today) {
    Plan plan;
    std::set<std::string, std::less<>> stands;
    for (const auto row : connection.query(sql::open_duties, municipality_id)) {
        const auto duty = row.text("duty");
        const auto still = wanted.find(duty);
        stands.insert(duty);
        const OpenTask task{row.text("id"), row.text("title"), row.text("title_said"), row.text("why_said"),
                            row.text("function"), row.text("path"), row.text("due")};
        if (still == wanted.end()) add(plan.gone, std::pair(task.id, duty), plan.is_all);
        else if (differs(task, still->second, today)) add(plan.change, std::pair(task.id, &still->second), plan.is_all);
    }
    const auto open = stands.size();
    for (const auto row : connection.query(sql::resting, municipality_id)) {
        const auto duty = row.text("duty");
        if (!wanted.contains(duty)) add(plan.rested, row.text("id"), plan.is_all);
        else if (row.text("rests_until") > today) stands.insert(duty);
    }
    std::vector<const Wanted*> missing;
    for (const auto& [key, one] : wanted)
        if (!stands.contains(key)) missing.push_back(&one);
    std::ranges::sort(missing, {}, [](const Wanted* one) { return order_of(*one); });
    for (const auto* one : missing)
        if (open + plan.open.size() < Tasks::most_open) add(plan.open, one, plan.is_all);
    return plan;
}

constexpr std::string_view one_function = "function:", one_person = "person:";

/// "function:…" is that one, whoever sees to its kind; what is a person's is no function's.
std::string function_of(const organisation::Organisation& organisation, std::string_view municipality_id, const Duty& duty) {
    if (duty.responsible.starts_with(one_person)) return "";
    if (duty.responsible.starts_with(one_function)) return duty.responsible.substr(one_function.size());
    return organisation::rhythm_of(*organisation.rhythms(municipality_id), duty.responsible).function;
}

std::string person_of(const Duty& duty) {
    return duty.responsible.starts_with(one_person) ? duty.responsible.substr(one_person.size()) : "";
}

AllWanted ask(const std::vector<DutyKind>& duties, const organisation::Organisation& organisation,
              std::string_view municipality_id) {
    AllWanted wanted;
    for (const auto& kind : duties) {
        for (auto& duty : kind.now(municipality_id)) {
            const auto key = kind.key + "/" + duty.id;
            if (key.size() > longest_duty) continue;
            duty.name = base::cut(duty.name, longest_name);
            auto function = function_of(organisation, municipality_id, duty);
            auto why = stored_form(duty.why);
            auto person = person_of(duty);
            wanted.try_emplace(key, Wanted{&kind, std::move(duty), key, std::move(why), std::move(function), std::move(person)});
        }
    }
    return wanted;
}

void put_words(register_::Record& task, const Wanted& wanted) {
    task.columns["title"] = wanted.duty.name;
    task.columns["title_said"] = std::string(wanted.kind->task.id);
    task.columns["why_said"] = wanted.why;
    task.columns["path"] = wanted.duty.path;
    if (task.text("function").empty()) task.columns["function"] = wanted.function;
}

register_::Record new_task(const register_::Records& records, const register_::Surroundings& around, const Wanted& wanted) {
    auto task = register_::blank_record(records.declaration(), around);
    task.id = base::new_uuid(records.now());
    put_words(task, wanted);
    task.columns["person"] = wanted.person;
    const auto& due = wanted.duty.due;
    const auto later = base::format_date(base::add_days(around.today, wanted.kind->days));
    task.columns["due"] = has_day(wanted, base::format_date(around.today)) ? due : later;
    task.columns["unit"] = wanted.duty.unit;
    task.columns["about"] = wanted.duty.record;
    task.columns["origin"] = wanted.kind->key;
    task.columns["duty"] = wanted.key;
    task.columns["rests"] = std::int64_t{wanted.kind->rests};
    return task;
}

std::string gone_text(const Known& known, std::string_view duty) {
    const auto* kind = known.duty(duty.substr(0, duty.find('/')));
    return kind ? stored_form({{kind->gone}}) : "";
}

}  // namespace

Agreed Tasks::agree(std::string_view municipality_id) {
    auto& all = *implementation_;
    const auto around = all.around(municipality_id);
    const auto today = base::format_date(around.today);
    const auto wanted = ask(all.known.duties, all.organisation, municipality_id);
    const auto planned = [&](db::Connection& connection) { return plan_of(connection, municipality_id, wanted, today); };
    if (all.database.read(planned).is_empty()) return {};
    return all.database.write(
        [&](db::Connection& connection) {
            // Whoever else does the same waits here, and then sees what has been done.
            kept::raise(connection, kept_tasks, municipality_id);
            const auto plan = planned(connection);
            const auto now = base::format_utc(all.clock.now());
            for (const auto* one : plan.open) all.store(connection, around, new_task(all.records, around, *one));
            for (const auto& [id, duty] : plan.gone) {
                auto task = all.find(connection, municipality_id, id);
                if (!task) continue;
                task->columns["state"] = std::string("gone");
                task->columns["outcome_said"] = gone_text(all.known, duty);
                task->columns["done_at"] = now;
                all.store(connection, around, *task);
            }
            for (const auto& [id, one] : plan.change) {
                auto task = all.find(connection, municipality_id, id);
                if (!task) continue;
                put_words(*task, *one);
                if (has_day(*one, today)) task->columns["due"] = one->duty.due;
                all.store(connection, around, *task);
            }
            for (const auto& id : plan.rested) connection.execute(sql::end_rest, municipality_id, id);
            return Agreed{std::ssize(plan.open), std::ssize(plan.gone), std::ssize(plan.change), plan.is_all};
        },
        db::Isolation::deciding);
}

namespace {

std::optional<base::Instant> next_change(const std::vector<DutyKind>& kinds, std::string_view municipality_id) {
    std::optional<base::Instant> next;
    for (const auto& kind : kinds) {
        const auto until = kind.until ? kind.until(municipality_id) : std::nullopt;
        if (until && (!next || *until < *next)) next = until;
    }
    return next;
}

}  // namespace

void Tasks::refresh() {
    auto& all = *implementation_;
    if (all.known.duties.empty()) return;
    std::size_t done = 0;
    for (const auto& one : all.municipalities.active()) {
        const auto day = all.today(one.id);
        const auto before = all.seen.find(one.id);
        const bool is_known = before != all.seen.end() && before->second.day == day && before->second.stamp.holds();
        if (is_known && (!before->second.until || all.clock.now() < *before->second.until)) continue;
        if (++done > most_at_once) return;
        Implementation::Seen now{{}, day};
        now.stamp.take_all(all.versions, all.asked_from, one.id);
        bool is_all = true;
        // One municipality's trouble is not the others': it is tried again when something changes there.
        try {
            now.until = next_change(all.known.duties, one.id);
            is_all = agree(one.id).is_all;
        } catch (...) {
            base::log(base::LogLevel::error, "tasks not brought into agreement",
                      {{"municipality", one.id}, {"reason", base::reason_of_current_exception()}});
        }
        if (is_all) all.seen.insert_or_assign(one.id, std::move(now));
        else all.seen.erase(one.id);
    }
}

}  // namespace digilots::tasks
