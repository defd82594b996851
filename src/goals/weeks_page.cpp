// The weeks of a year, of one weekly goal or of all; and what somebody writes of one.
#include <algorithm>

#include "goals/goals_view.h"
#include "goals/pages.h"
#include "goals/reading.h"
#include "goals/sql.h"
#include "goals/templates.h"
#include "goals/words.h"
#include "platform/audit/audit.h"
#include "platform/base/seen.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/http/may.h"
#include "platform/kept/kept.h"
#include "platform/personal/personal_data.h"
#include "platform/register/free_text.h"

namespace digilots::goals {

namespace {

using html::components::Cell, html::components::MarkColour;

constexpr std::size_t longest_reason = 300;

html::components::Mark mark_of_week(WeekState state, const i18n::Translator& words) {
    return {.colour = state == WeekState::met ? MarkColour::green : MarkColour::red, .word = week_in_words(state, words)};
}

std::string uncounted_text(const Week& week, const html::Page& page) {
    return page.tn("{n} time that took place is not counted yet, so nobody knows how the week went.",
                   "{n} times that took place are not counted yet, so nobody knows how the week went.", week.uncounted);
}

std::string detail_of(const Week& week, const html::Page& page) {
    if (week.note && !week.note->reason.empty()) return week.note->reason;
    if (week.state == WeekState::open && week.uncounted > 0) return uncounted_text(week, page);
    if (week.state == WeekState::not_applicable && week.is_holiday) return page.t(TEXT("A week of holidays"));
    if (week.state == WeekState::open && week.number) return page.t(TEXT("It is going on"));
    return "";
}

WeekBox box_of(const Goal& goal, const Week& week, const html::Page& page) {
    const auto& words = page.translator();
    const auto key = week.key();
    WeekBox box{.label = key.substr(key.find('W') + 1),
                .name = periods::name_of(week.days, words),
                .word = week_in_words(week.state, words),
                .detail = detail_of(week, page)};
    box.has_mark = week.state == WeekState::met || week.state == WeekState::missed;
    if (box.has_mark) box.mark = mark_of_week(week.state, words);
    box.url = page.tenant_url("/staff/goals/" + goal.id + "/weeks/" + key);
    return box;
}

/// Those that were missed or do not count, with why.
html::components::Table explained_table(const Goals::Implementation& self, const std::vector<WeekBox>& boxes,
                                        const std::vector<Week>& weeks, const html::Page& page) {
    html::components::Table table{.caption = page.t(TEXT("Weeks that were missed, do not count, or are not counted yet")),
                                  .columns = {{page.t(TEXT("Week"))},
                                              {page.t(TEXT("How it stands"))},
                                              {page.t(TEXT("Reason"))},
                                              {page.t(TEXT("Written by"))}},
                                  .empty = page.t(TEXT("None in this year."))};
    for (std::size_t at = 0; at < weeks.size(); ++at) {
        const auto& week = weeks[at];
        const bool waits = week.state == WeekState::open && week.uncounted > 0;
        if (week.state != WeekState::missed && week.state != WeekState::not_applicable && !waits) continue;
        auto who = week.note && self.neighbours.others.name_of ? self.neighbours.others.name_of(week.note->account) : "";
        if (week.note)
            who += (who.empty() ? "" : ", ") +
                   page.translator().date(base::to_civil(week.note->at, page.request().tenant->zone).date);
        Cell state{.text = ""};
        if (boxes[at].has_mark)
            state.mark = boxes[at].mark;
        else
            state.text = boxes[at].word;
        table.rows.push_back({Cell{.text = boxes[at].name, .url = boxes[at].url}, state,
                              Cell{.text = boxes[at].detail.empty() ? page.t(TEXT("No reason written")) : boxes[at].detail},
                              Cell{.text = who}});
    }
    return table;
}

/// The part of a year in which the goal holds; nothing where it does not.
std::optional<periods::Period> held_in(const Goal& goal, const periods::Period& year) {
    if (!goal.period) return year;
    const periods::Period both{std::max(year.from, goal.period->from), std::min(year.to, goal.period->to)};
    return both.from <= both.to ? std::optional(both) : std::nullopt;
}

WeeksOf weeks_of_goal(const Goals::Implementation& self, const Snapshot& snapshot, const Goal& goal,
                      const periods::Period& year, const html::Page& page) {
    const auto& words = page.translator();
    const auto held = held_in(goal, year);
    const auto weeks = held ? read_weeks(self, snapshot, goal, *page.request().tenant, *held) : std::vector<Week>{};
    const auto tally = tally_of(weeks);
    WeeksOf of{.id = goal.id, .title = goal.title, .url = page.tenant_url("/staff/goals/" + goal.id)};
    if (!held) {
        of.tally = words.t(TEXT("The goal does not hold in this year."));
        of.table = explained_table(self, {}, {}, page);
        return of;
    }
    of.tally = words.t(TEXT("Weeks met: {met}. Missed: {missed}. Do not count: {not}. Open: {open}."),
                       {{"met", words.number(tally.met)},
                        {"missed", words.number(tally.missed)},
                        {"not", words.number(tally.not_applicable)},
                        {"open", words.number(tally.open)}});
    for (const auto& week : weeks) of.boxes.push_back(box_of(goal, week, page));
    of.table = explained_table(self, of.boxes, weeks, page);
    return of;
}

struct AskedWeek {
    std::shared_ptr<const Snapshot> snapshot;
    const Goal* goal = nullptr;
    periods::Period days = {};
};

/// Nothing where the goal is no weekly one, or there is no such week.
std::optional<AskedWeek> asked_week(const Goals::Implementation& self, const http::Request& request) {
    AskedWeek asked{.snapshot = self.snapshot(request.tenant->id)};
    asked.goal = asked.snapshot->find(request.parameter("id"));
    const auto days = periods::read(request.parameter("week"));
    if (asked.goal == nullptr || !asked.goal->is_weekly() || !days || periods::kind_of(*days) != periods::Kind::week)
        return std::nullopt;
    asked.days = *days;
    return asked;
}

std::string mark_of_note(const std::optional<WeekNote>& note) {
    return note ? base::mark_of({note->is_closed ? "1" : "0", note->reason, base::format_utc(note->at)}) : base::mark_of({});
}

WeekView view_of_week(const Goals::Implementation& self, const AskedWeek& asked, const html::Page& page) {
    const auto weeks = read_weeks(self, *asked.snapshot, *asked.goal, *page.request().tenant, asked.days);
    const auto& week = weeks.front();
    const auto& words = page.translator();
    WeekView view{.errors = {},
                  .url = page.tenant_url("/staff/goals/" + asked.goal->id + "/weeks/" + week.key()),
                  .goal = asked.goal->title,
                  .back_url = page.tenant_url("/staff/goals/" + asked.goal->id + "/weeks?year=" + week.key().substr(0, 4)),
                  .state = week_in_words(week.state, words),
                  .seen = page.seen(mark_of_note(week.note))};
    view.facts.push_back({periods::days_of(week.days, words)});
    view.facts.push_back({week.number
                              ? page.t(TEXT("Until now: {number}."), {{"number", hundredths_in_words(*week.number, words)}})
                              : page.t(TEXT("Nothing is known of this week."))});
    if (week.uncounted > 0 && week.state == WeekState::open) view.facts.push_back({uncounted_text(week, page)});
    if (week.is_holiday)
        view.facts.push_back(
            {page.t(TEXT("A week of holidays: it has fewer than three working days, and does not count."))});
    view.reason = {.name = "reason",
                   .label = page.t(TEXT("Reason")),
                   .value = week.note ? week.note->reason : "",
                   .hint = page.t(TEXT("Why nothing was reached, or why it does not count. Nothing about a person.")),
                   .optional = true,
                   .rows = 3};
    view.closed = {.name = "closed", .label = page.t(TEXT("Closed: this week does not count")), .value = "1"};
    view.closed.checked = week.note && week.note->is_closed;
    view.may_write = http::may(page.request(), http::Role::editor);
    return view;
}

html::FormErrors errors_of_week(const std::string& reason, bool is_closed, const html::Page& page) {
    html::FormErrors errors;
    if (base::length(reason) > longest_reason)
        errors.add("reason", page.tn("Write at most {n} character.", "Write at most {n} characters.", longest_reason));
    else if (personal::find_personal_data(reason) != personal::PersonalData::none)
        errors.add("reason", page.t(TEXT("Remove the number or address: nothing here tells of a person.")));
    else if (is_closed && reason.empty())
        errors.add("reason", page.t(TEXT("Write why the week does not count.")));
    return errors;
}

/// Whoever reads the goals reads it. Asked about once, and again where it is another doubt.
void ask_about_names(WeekView& view, const std::string& reason, const html::Page& page) {
    if (reason == view.reason.value) return;
    register_::Surroundings around;
    around.words = &page.translator();
    around.country = page.request().tenant->country;
    auto doubts = register_::doubts_of_text(reason, around);
    view.asked_about = doubts.empty() ? "" : base::mark_of(doubts);
    if (page.request().form.get("asked_about") != view.asked_about) view.doubts = std::move(doubts);
}

/// False where somebody else has written meanwhile.
bool write_note(const Goals::Implementation& self, const AskedWeek& asked, const WeekNote& note,
                const http::Request& request) {
    const auto seen = base::Seen::mark(request.form.get("seen"));
    const auto& municipality = request.tenant->id;
    const auto week = periods::key_of(asked.days);
    return self.database.write(
        [&](db::Connection& connection) {
            const auto rows = connection.query(sql::find_week_note, municipality, asked.goal->id, week);
            std::optional<WeekNote> stands;
            if (!rows.empty())
                stands = WeekNote{rows[0].flag("is_closed"), rows[0].text("reason"), rows[0].text("account"),
                                  base::parse_utc(rows[0].text("written_at")).value_or(base::Instant{})};
            if (!seen.is(mark_of_note(stands))) return false;
            if (note.reason.empty() && !note.is_closed)
                connection.execute(sql::delete_week_note, municipality, asked.goal->id, week);
            else
                connection.execute(sql::set_week_note, municipality, asked.goal->id, week, note.is_closed, note.reason,
                                   note.account, base::format_utc(note.at));
            audit::record(
                connection,
                {municipality, note.account, "week explained", std::string(kept_goals) + ":" + asked.goal->id, ""},
                self.clock.now());
            kept::raise(connection, kept_goals, municipality);
            return true;
        },
        db::Isolation::deciding);
}

}  // namespace

http::Response weeks_page(const Pages& pages, const http::Request& request) {
    const auto& self = Inside::of(pages.goals);
    const auto snapshot = self.snapshot(request.tenant->id);
    const std::string id(request.parameter("id"));
    const auto* only = id.empty() ? nullptr : snapshot->find(id);
    if (!id.empty() && (only == nullptr || !only->is_weekly())) return html::error_page(request, 404);
    html::Page page = goals_page_of(request, "");
    const int now = static_cast<int>(today_in(self, request).year());
    const int year = periods::read_year(request.query.get("year")).value_or(now);
    const auto period = periods::of_year(year);
    page.title = only ? page.t(TEXT("{goal}: the weeks of {year}"), {{"goal", only->title}, {"year", std::to_string(year)}})
                      : page.t(TEXT("Weekly goals: the weeks of {year}"), {{"year", std::to_string(year)}});
    page.breadcrumbs.back().title = page.title;
    const auto path = only ? "/staff/goals/" + only->id + "/weeks" : std::string("/staff/goals/weeks");
    WeeksView view{.period = std::to_string(year)};
    view.previous = {std::to_string(year - 1), page.tenant_url(path + "?year=" + std::to_string(year - 1))};
    if (year <= now) view.next = {std::to_string(year + 1), page.tenant_url(path + "?year=" + std::to_string(year + 1))};
    for (const auto& goal : snapshot->goals)
        if (goal.is_weekly() && (only == nullptr || &goal == only))
            view.goals.push_back(weeks_of_goal(self, *snapshot, goal, period, page));
    return html::render_page(page, templates::weeks_page(view, page));
}

http::Response week_page(const Pages& pages, const http::Request& request) {
    const auto& self = Inside::of(pages.goals);
    const auto asked = asked_week(self, request);
    if (!asked) return html::error_page(request, 404);
    auto page = goals_page_of(request, "");
    page.title = page.t(TEXT("{goal}: {week}"),
                        {{"goal", asked->goal->title}, {"week", periods::name_of(asked->days, page.translator())}});
    page.breadcrumbs.back().title = page.title;
    return html::render_page(page, templates::week_page(view_of_week(self, *asked, page), page));
}

http::Response save_week(const Pages& pages, const http::Request& request) {
    const auto& self = Inside::of(pages.goals);
    const auto asked = asked_week(self, request);
    if (!asked) return html::error_page(request, 404);
    auto page = goals_page_of(request, "");
    page.title = page.t(TEXT("{goal}: {week}"),
                        {{"goal", asked->goal->title}, {"week", periods::name_of(asked->days, page.translator())}});
    page.breadcrumbs.back().title = page.title;
    WeekNote note{.is_closed = request.form.has("closed"),
                  .reason = base::clean(request.form.get("reason")),
                  .account = request.identity->account_id,
                  .at = self.clock.now()};
    auto view = view_of_week(self, *asked, page);
    view.errors = errors_of_week(note.reason, note.is_closed, page);
    if (view.errors.empty()) ask_about_names(view, note.reason, page);
    if (!view.errors.empty() || !view.doubts.empty()) {
        view.reason.value = note.reason;
        view.closed.checked = note.is_closed;
        return html::render_page(page, templates::week_page(view, page), 422);
    }
    if (!write_note(self, *asked, note, request))
        return http::changed_meanwhile(std::string(kept_goals) + ":" + asked->goal->id);
    return http::see_other(view.back_url);
}

}  // namespace digilots::goals
