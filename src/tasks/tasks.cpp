#include "tasks/tasks.h"

#include "platform/audit/audit.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/html/page.h"
#include "platform/http/may.h"
#include "tasks/implementation.h"
#include "tasks/pages.h"
#include "tasks/sql.h"

namespace digilots::tasks {

namespace {

constexpr std::size_t longest_outcome = 500;

register_::Others with_steps(register_::Others others, register_::MoreOf more, const organisation::Organisation& organisation) {
    others.more = std::move(more);
    others.named_as = organisation::named_as(organisation);
    return others;
}

}  // namespace

Tasks::Implementation::Implementation(db::Database& opened, const kept::Versions& all, const organisation::Organisation& units,
                                      const municipality::Municipalities& active, const base::Clock& time,
                                      register_::Others others)
    : database(opened),
      versions(all),
      organisation(units),
      municipalities(active),
      clock(time),
      name_of(others.name_of),
      records(task_register(known, name_of), opened, time,
              with_steps(std::move(others),
                         [this](const register_::Record& task, const html::Page& page) { return more_of(task, page); }, units)),
      open(time,
           [this](std::string_view id, kept::Stamp& stamp) {
               stamp.take(versions.of(kept_tasks, id));
               stamp.take(versions.of("function", id));
           },
           [this](std::string_view id) { return load(id); }) {}

bool Tasks::Implementation::is_for(const register_::Record& task, std::string_view municipality_id,
                                   std::string_view account_id) const {
    if (account_id.empty()) return false;
    const auto person = task.text("person"), function = task.text("function");
    if (!person.empty()) return person == account_id;
    const auto held = organisation.held_by(municipality_id, account_id);
    return base::find_in(held, function, &organisation::HeldFunction::id) != nullptr;
}

bool Tasks::Implementation::may_step(const register_::Record& task, std::string_view municipality_id,
                                     const http::Identity& who) const {
    if (http::may(who, http::Role::coordinator, municipality_id)) return true;
    return is_for(task, municipality_id, who.account_id) || task.text("done_by") == who.account_id;
}

Tasks::Place Tasks::Implementation::place_of(const register_::Record& task, const http::Tenant& tenant,
                                             const http::Identity& who) const {
    const auto about = known.about(task.text("about"), tenant.id, i18n::translator("en"));
    const auto stored = task.text("path"), path = stored.empty() && about ? about->path : stored;
    if (path.empty()) return {};
    const auto needed = known.role_for ? known.role_for("/" + tenant.slug + path) : http::Role::guide;
    if (who.role >= needed) return {path, {}};
    const auto record = task.text("about"), kind = record.substr(0, record.find(':'));
    for (const auto& duty : known.duties)
        if (duty.seen_at && base::find_in(duty.of, kind, &std::pair<std::string, i18n::Text>::first))
            return {duty.seen_at(tenant.id, record), needed};
    return {"", needed};
}

register_::More Tasks::Implementation::more_of(const register_::Record& task, const html::Page& page) const {
    register_::More more;
    const auto& request = page.request();
    if (const auto day = gone_on(task, request.tenant->id))
        more.below.push_back({page.t("How long it is kept"),
                              {page.t("The task is deleted on {date}.", {{"date", page.translator().date(*day)}})}});
    if (!request.identity || !may_step(task, request.tenant->id, *request.identity)) return more;
    const auto url = page.tenant_url("/staff/tasks/" + task.id);
    const auto* kind = known.duty(task.text("origin"));
    const auto place = place_of(task, *request.tenant, *request.identity);
    if (task.text("state") == "open" && place.done_by)
        more.above.push_back({page.t("Who does it"), {who_does_it(*place.done_by, page)}});
    if (task.text("state") == "open" && kind && kind->settle && !place.done_by)
        more.steps.push_back({page.t("Is it done?"), page.t("The task is closed, and the record counts as checked today."),
                              page.t(kind->settled), url + "/done?back=task", false});
    else if (task.text("state") == "open" && kind && kind->settle)
        return more;
    else if (task.text("state") == "open")
        more.steps.push_back({page.t("Is it done?"), page.t("The task is closed and stands among what is done."), page.t("Done"),
                              url + "/done?back=task", false});
    else
        more.steps.push_back({page.t("Is it not done after all?"), page.t("The task stands among what is to be done again."),
                              page.t("Open it again"), url + "/again?back=task", false});
    return more;
}

std::shared_ptr<const OpenTasks> Tasks::Implementation::load(std::string_view municipality_id) const {
    auto tasks = std::make_shared<OpenTasks>();
    std::map<std::string, std::pair<std::string, std::string>> holders;
    for (const auto row : database.read([&](db::Connection& connection) {
             return connection.query(sql::waiting, municipality_id);
         })) {
        const auto function = row.text("function");
        if (!function.empty() && !holders.contains(function)) {
            const auto found = organisation.function_records().find(municipality_id, function);
            if (found) holders[function] = {found->text("holder"), found->text("stand_in")};
        }
        const auto& [holder, stand_in] = holders[function];
        tasks->parts.push_back({row.text("person"), holder, stand_in, row.text("due"), row.integer("number")});
    }
    return tasks;
}

base::Date Tasks::Implementation::today(std::string_view municipality_id) const {
    const auto zone = municipalities.settings(municipality_id).zone;
    return base::to_civil(clock.now(), base::is_known_zone(zone) ? zone : "Europe/Stockholm").date;
}

register_::Surroundings Tasks::Implementation::around(std::string_view municipality_id) const {
    return municipality::surroundings_of(municipalities, records, municipality_id, clock.now());
}

std::optional<register_::Record> Tasks::Implementation::find(db::Connection& connection, std::string_view municipality_id,
                                                             std::string_view id) const {
    const auto rows = connection.query(records.statements().find.statement(), municipality_id, id);
    const auto row = rows.only();
    return row ? std::optional(register_::record_of(records.declaration(), *row)) : std::nullopt;
}

void Tasks::Implementation::store(db::Connection& connection, const register_::Surroundings& around,
                                  register_::Record task) const {
    ++task.version;
    task.changed_at = base::format_utc(clock.now());
    register_::store_record(connection, records.declaration(), records.statements(), around, task);
}

Tasks::Tasks(db::Database& database, const kept::Versions& versions, const organisation::Organisation& organisation,
             const municipality::Municipalities& municipalities, const base::Clock& clock, register_::Others others)
    : implementation_(std::make_unique<Implementation>(database, versions, organisation, municipalities, clock,
                                                       std::move(others))) {}

Tasks::~Tasks() = default;

void Tasks::know(Neighbours neighbours) {
    auto& all = *implementation_;
    all.known = {std::move(neighbours.trails), std::move(neighbours.duties), std::move(neighbours.role_for)};
    all.known_periods = std::move(neighbours.period_of);
    all.readers = std::move(neighbours.readers);
    all.days = std::move(neighbours.days);
    all.asked_from = {{"rhythm"}};
    for (const auto& duty : all.known.duties)
        all.asked_from.insert(all.asked_from.end(), duty.from.begin(), duty.from.end());
}

register_::Records& Tasks::records() const { return implementation_->records; }

Waiting Tasks::waiting_for(std::string_view municipality_id, std::string_view account_id) const {
    Waiting waiting;
    if (account_id.empty()) return waiting;
    const auto today = base::format_date(implementation_->today(municipality_id));
    for (const auto held = implementation_->open.of(municipality_id); const auto& part : held->parts) {
        const bool is_theirs = part.person == account_id ||
                               (part.person.empty() && (part.holder == account_id || part.stand_in == account_id));
        if (!is_theirs) continue;
        waiting.open += part.number;
        if (!part.due.empty() && part.due < today) waiting.overdue += part.number;
    }
    return waiting;
}

std::map<std::string, About, std::less<>> Tasks::about_kind(std::string_view municipality_id, std::string_view kind) const {
    const auto today = base::format_date(implementation_->today(municipality_id));
    const auto begin = std::string(kind) + ":";
    std::map<std::string, About, std::less<>> all;
    implementation_->database.read([&](db::Connection& connection) {
        all.clear();
        for (const auto row : connection.query(sql::tasks_about_kind, municipality_id, begin + "%", today)) {
            const auto record = row.text("about");
            if (!record.starts_with(begin)) continue;  // “_” stands for any letter there
            auto& about = all[record.substr(begin.size())];
            const bool is_open = row.text("state") == "open";
            (is_open ? about.open : about.done) = row.integer("number");
            if (is_open) about.overdue = row.integer("overdue");
        }
    });
    return all;
}

std::vector<About::Task> Tasks::about(std::string_view municipality_id, std::string_view record) const {
    return implementation_->database.read([&](db::Connection& connection) {
        std::vector<About::Task> found;
        for (const auto row : connection.query(sql::tasks_about, municipality_id, record))
            found.push_back({row.text("id"), row.text("title"), row.text("state") == "done"});
        return found;
    });
}

bool Tasks::is_for(const register_::Record& task, std::string_view municipality_id, std::string_view account_id) const {
    return implementation_->is_for(task, municipality_id, account_id);
}

bool Tasks::may_finish(const register_::Record& task, const register_::Surroundings& around, const http::Identity& who) const {
    return implementation_->may_step(task, around.municipality_id, who) && implementation_->records.may_change(around, task);
}

const DutyKind* Tasks::duty_of(const register_::Record& task) const { return implementation_->known.duty(task.text("origin")); }

Tasks::Place Tasks::place_of(const register_::Record& task, const http::Tenant& tenant, const http::Identity& who) const {
    return implementation_->place_of(task, tenant, who);
}

Finish Tasks::finish(const register_::Surroundings& around, std::string_view id, std::string_view outcome,
                     const http::Identity& who) {
    const auto& all = *implementation_;
    const auto seen = all.records.find(around.municipality_id, id);
    if (!seen) return Finish::not_there;
    if (!may_finish(*seen, around, who)) return Finish::not_theirs;
    const auto here = all.around(around.municipality_id);
    const auto words = base::cut(base::clean(outcome.substr(0, 4 * longest_outcome)), longest_outcome);
    return all.database.write(
        [&](db::Connection& connection) {
            auto task = all.find(connection, around.municipality_id, id);
            if (!task) return Finish::not_there;
            if (task->text("state") != "open") return Finish::closed_already;
            const auto now = all.clock.now();
            const auto rests = static_cast<int>(task->whole("rests").value_or(0));
            task->columns["state"] = std::string("done");
            task->columns["outcome"] = words;
            task->columns["done_at"] = base::format_utc(now);
            task->columns["done_by"] = who.account_id;
            if (!task->text("duty").empty())
                task->columns["rests_until"] = base::format_date(base::add_days(around.today, rests));
            all.store(connection, here, *task);
            audit::record(connection, {around.municipality_id, who.account_id, "task done", "task:" + task->id, "state"}, now);
            kept::raise(connection, kept_tasks, around.municipality_id);
            return Finish::done;
        },
        db::Isolation::deciding);
}

Reopen Tasks::open_again(const register_::Surroundings& around, std::string_view id, const http::Identity& who) {
    const auto& all = *implementation_;
    const auto seen = all.records.find(around.municipality_id, id);
    if (!seen) return Reopen::not_there;
    if (!may_finish(*seen, around, who)) return Reopen::not_theirs;
    const auto here = all.around(around.municipality_id);
    return all.database.write(
        [&](db::Connection& connection) {
            auto task = all.find(connection, around.municipality_id, id);
            if (!task) return Reopen::not_there;
            if (task->text("state") == "open") return Reopen::open_already;
            const auto duty = task->text("duty");
            if (!duty.empty() && !connection.query(sql::open_of_duty, around.municipality_id, duty).empty())
                return Reopen::has_another;
            task->columns["state"] = std::string("open");
            for (const char* column : {"outcome", "outcome_said", "done_at", "done_by", "rests_until"})
                task->columns[column] = std::string();
            all.store(connection, here, *task);
            audit::record(connection,
                          {around.municipality_id, who.account_id, "task opened again", "task:" + task->id, "state"},
                          all.clock.now());
            kept::raise(connection, kept_tasks, around.municipality_id);
            return Reopen::open;
        },
        db::Isolation::deciding);
}

std::int64_t Tasks::hand_over(db::Connection& connection, std::string_view municipality_id, std::string_view from,
                              std::string_view to, std::string_view actor, base::Instant now) {
    if (from.empty() || municipality_id.empty()) return 0;
    connection.execute(sql::delete_reminder, municipality_id, from);
    connection.execute(sql::delete_calendar, municipality_id, from);
    const auto rows = connection.query(sql::tasks_of_person, municipality_id, from);
    for (const auto row : rows) {
        const auto id = row.text("id");
        connection.execute(sql::set_person, municipality_id, id, to, base::format_utc(now));
        audit::record(connection,
                      {std::string(municipality_id), std::string(actor), "task handed over", "task:" + id, "person"}, now);
    }
    if (!rows.empty()) kept::raise(connection, kept_tasks, municipality_id);
    return std::ssize(rows);
}

std::int64_t Tasks::number_of(db::Connection& connection, std::string_view municipality_id, std::string_view account_id) {
    if (account_id.empty()) return 0;
    return std::ssize(connection.query(sql::tasks_of_person, municipality_id, account_id));
}

std::int64_t Tasks::number_of_function(db::Connection& connection, std::string_view municipality_id, std::string_view function) {
    return std::ssize(connection.query(sql::open_of_function, municipality_id, function));
}

}  // namespace digilots::tasks
