// How somebody hears of their tasks elsewhere: by letters, and in their own calendar by a secret link, beside when their groups
// meet and what else is due of what they answer for.
#include <algorithm>
#include <iterator>

#include "platform/base/uuid.h"
#include "platform/calendar/icalendar.h"
#include "platform/html/error_page.h"
#include "platform/http/never_kept.h"
#include "platform/http/site_address.h"
#include "platform/register/pages.h"
#include "tasks/implementation.h"
#include "tasks/own_tasks.h"
#include "tasks/reminders_view.h"
#include "tasks/rhythm_key.h"
#include "tasks/sql.h"
#include "tasks/templates.h"

namespace digilots::tasks {

namespace {

constexpr std::size_t longest_secret = 100, most_shown_in_calendar = 500;

std::string my_tasks_url(const http::Request& request, std::string_view told = "") {
    return html::Page(request).tenant_url("/staff/my-tasks" + std::string(told));
}

calendar::Event event_of(const register_::Record& task, const Tasks& tasks, const register_::Surroundings& around,
                         const std::string& url) {
    calendar::Event event;
    event.uid = "task-" + task.id + "@digilots";
    event.summary = title_of(tasks.records(), task, around);
    event.url = url;
    event.whole_days = true;
    event.when = {calendar::wall_time(*task.date("due"), 0), std::chrono::hours(24)};
    event.takes_time = false;
    event.changed = base::parse_utc(task.changed_at).value_or(base::Instant{});
    event.sequence = task.version;
    return event;
}

}  // namespace

std::string Tasks::make_calendar(std::string_view municipality_id, std::string_view account_id) {
    auto secret = base::random_token();
    const auto now = implementation_->clock.now();
    implementation_->database.write([&](db::Connection& connection) {
        connection.execute(sql::set_calendar, base::sha256_hex(secret), municipality_id, account_id, base::format_utc(now));
    });
    return secret;
}

void Tasks::end_calendar(std::string_view municipality_id, std::string_view account_id) {
    implementation_->database.write([&](db::Connection& connection) {
        connection.execute(sql::delete_calendar, municipality_id, account_id);
    });
}

std::optional<base::Instant> Tasks::calendar_since(std::string_view municipality_id, std::string_view account_id) const {
    return implementation_->database.read([&](db::Connection& connection) -> std::optional<base::Instant> {
        const auto rows = connection.query(sql::find_calendar_of, municipality_id, account_id);
        const auto row = rows.only();
        return row ? base::parse_utc(row->text("created_at")) : std::nullopt;
    });
}

std::string Tasks::reader_of_calendar(std::string_view municipality_id, std::string_view secret) const {
    if (secret.empty() || secret.size() > longest_secret) return "";
    const auto& all = *implementation_;
    return all.database.read([&](db::Connection& connection) -> std::string {
        const auto rows = connection.query(sql::find_calendar, base::sha256_hex(secret));
        const auto row = rows.only();
        if (!row || row->text("municipality_id") != municipality_id) return "";
        auto account = row->text("account_id");
        const bool is_open = !all.readers.is_open || all.readers.is_open(connection, municipality_id, account);
        return is_open ? account : "";
    });
}

std::vector<calendar::Event> Tasks::days_of(const http::Tenant& tenant, std::string_view account_id,
                                            const i18n::Translator& words) const {
    const auto& all = *implementation_;
    std::vector<std::string> functions;
    const auto held = all.organisation.held_by(tenant.id, account_id);
    for (const auto& function : held) functions.push_back(function.id);
    std::vector<calendar::Event> days;
    if (functions.empty()) return days;
    for (const auto& say : all.days) std::ranges::move(say({tenant, functions, words}), std::back_inserter(days));
    return days;
}

RemindersView reminders_view(const Pages& pages, const http::Request& request, const html::Page& page) {
    const auto& account = request.identity->account_id;
    const auto& municipality = request.tenant->id;
    RemindersView view;
    view.url = my_tasks_url(request, "/reminders");
    view.calendar_url = my_tasks_url(request, "/calendar");
    view.end_url = my_tasks_url(request, "/calendar/end");
    if (const auto since = pages.tasks.calendar_since(municipality, account))
        view.since = page.translator().date(base::to_civil(*since, request.tenant->zone).date);
    if (request.query.has("reminders")) view.done = page.t("How often the letter comes is saved.");
    if (request.query.has("calendar_ended")) view.done = page.t("The link for your calendar is over.");
    if (!pages.tasks.sends_letters()) return view;
    const auto chosen = pages.tasks.rhythm_of(municipality, account);
    view.rhythm = {.name = "rhythm", .label = page.t("A letter about your open tasks")};
    const auto offer = [&](Rhythm rhythm, const std::string& label) {
        view.rhythm.options.push_back({std::string(key_of(rhythm)), label, rhythm == chosen});
    };
    offer(Rhythm::weekly, page.t("Once a week, on Mondays"));
    offer(Rhythm::daily, page.t("Each working day"));
    offer(Rhythm::never, page.t("Never"));
    return view;
}

http::Response save_reminders(const Pages& pages, const http::Request& request) {
    pages.tasks.set_rhythm(request.tenant->id, request.identity->account_id, rhythm_called(request.form.get("rhythm")));
    return http::see_other(my_tasks_url(request, "?reminders=1"));
}

// The link is in this answer and nowhere else.
http::Response make_calendar(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    page.title = page.t("My tasks in my calendar");
    page.staff = true;
    page.indexable = false;
    page.breadcrumbs = {{page.t("My tasks"), my_tasks_url(request)}, {page.title, ""}};
    const auto secret = pages.tasks.make_calendar(request.tenant->id, request.identity->account_id);
    auto view = reminders_view(pages, request, page);
    view.secret = http::site_address(request) + page.tenant_url("/my-tasks/" + secret + "/calendar.ics");
    auto response = html::render_page(page, templates::calendar_made_page(view, page));
    return never_kept(std::move(response));
}

http::Response end_calendar(const Pages& pages, const http::Request& request) {
    pages.tasks.end_calendar(request.tenant->id, request.identity->account_id);
    return http::see_other(my_tasks_url(request, "?calendar_ended=1"));
}

http::Response own_calendar(const Pages& pages, const http::Request& request) {
    const auto account = pages.tasks.reader_of_calendar(request.tenant->id, request.parameter("token"));
    if (account.empty()) return html::error_page(request, 404);
    const html::Page page(request);
    const auto around = register_::around_of(pages.tasks.records(), request);
    auto open = tasks_of(pages.tasks.records(), pages.organisation, around, account);
    put_in_order(open);
    calendar::Calendar calendar{page.t("My tasks"), request.tenant->zone};
    for (const auto& task : open)
        if (task.date("due") && calendar.events.size() < most_shown_in_calendar)
            calendar.events.push_back(event_of(task, pages.tasks, around, http::site_address(request) + my_tasks_url(request)));
    auto days = pages.tasks.days_of(*request.tenant, account, page.translator());
    for (auto& day : days) {
        if (calendar.events.size() == most_shown_in_calendar) break;
        day.url = http::site_address(request) + page.tenant_url(day.url);
        calendar.events.push_back(std::move(day));
    }
    auto response = http::text(calendar::to_icalendar(calendar), "text/calendar; charset=utf-8");
    response.headers.emplace_back("X-Robots-Tag", "noindex");
    return never_kept(std::move(response));
}

}  // namespace digilots::tasks
