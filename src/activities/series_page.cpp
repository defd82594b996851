// Sessions of an activity are added: once, or again and again; the days are seen first.
#include "activities/foreseen.h"
#include "activities/session_fields.h"

#include <algorithm>

#include "activities/templates.h"
#include "platform/base/clock_time.h"
#include "platform/base/form_key.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/whole_number.h"
#include "platform/html/error_page.h"
#include "platform/html/gone_page.h"
#include "platform/html/not_theirs_page.h"
#include "platform/register/pages.h"

namespace digilots::activities {

namespace {

constexpr std::size_t most_typed_days = 4000;

struct Repeat {
    const char* key;
    i18n::Text label;
    const char* rule;  // {nth} and {day} are those of the first day
};
const Repeat repeats[] = {
    {"once", TEXT("Once"), ""},
    {"1", TEXT("Every week"), "FREQ=WEEKLY"},
    {"2", TEXT("Every second week"), "FREQ=WEEKLY;INTERVAL=2"},
    {"3", TEXT("Every third week"), "FREQ=WEEKLY;INTERVAL=3"},
    {"4", TEXT("Every fourth week"), "FREQ=WEEKLY;INTERVAL=4"},
    {"nth", TEXT("Every month on the same weekday, such as the first Thursday"), "FREQ=MONTHLY;BYDAY={nth}"},
    {"last", TEXT("Every month on the last such weekday"), "FREQ=MONTHLY;BYDAY={last}"}};

std::string weekday_of_rule(base::Date day) {
    constexpr const char* days[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    return days[base::weekday_of(day)];
}

/// The rule that the form says; "" once.
std::string rule_of(const http::Fields& typed, base::Date first, html::FormErrors& errors,
                    const html::Page& page) {
    const auto chosen = typed.get("repeat");
    if (chosen.empty() || chosen == "once") {
        // Whoever says that it comes again has not chosen how often.
        const auto number = base::whole_number_up_to(base::trim(typed.get("times")), 2, 100'000);
        if (number)
            errors.add("repeat", page.tn("You wrote {n} time: choose how often it comes again, or leave out how many times.",
                                         "You wrote {n} times: choose how often it comes again, or leave out how many times.",
                                         *number));
        else if (!base::trim(typed.get("until")).empty()) errors.add("repeat", page.t("Choose how often it comes again."));
        return "";
    }
    std::string rule;
    for (const auto& repeat : repeats)
        if (chosen == repeat.key) rule = repeat.rule;
    if (rule.empty()) {
        errors.add("repeat", page.t("Choose how often it comes again."));
        return "";
    }
    const auto nth = (unsigned(first.day()) - 1) / 7 + 1;
    if (rule.contains("{nth}"))
        rule.replace(rule.find("{nth}"), 5, std::to_string(nth) + weekday_of_rule(first));
    if (rule.contains("{last}")) rule.replace(rule.find("{last}"), 6, "-1" + weekday_of_rule(first));
    const auto until = base::parse_date(typed.get("until"));
    const auto times = base::trim(typed.get("times"));
    if (until && !times.empty())
        errors.add("times", page.t("Say either how many times or the last day, not both: they may say different things."));
    if (until) {
        auto day = base::format_date(*until);
        std::erase(day, '-');
        return rule + ";UNTIL=" + day + "T235959";
    }
    if (!typed.get("until").empty()) errors.add("until", page.t("Write the day as 2026-11-22."));
    const auto count = base::whole_number_up_to(times, 1, 100'000);
    if (!count)
        errors.add(
            "times",
            page.t("Say how many times, or until which day: a series that never ends cannot be planned."));
    return rule + ";COUNT=" + std::to_string(std::min(count.value_or(1), 9999));
}

std::vector<base::Date> excepted(const http::Fields& typed, html::FormErrors& errors,
                                 const html::Page& page) {
    std::vector<base::Date> days;
    for (const auto& line : base::separated(typed.get("except").substr(0, most_typed_days), '\n')) {
        const auto text = base::trim(line);
        if (text.empty()) continue;
        const auto day = base::parse_date(text);
        if (day)
            days.push_back(*day);
        else
            errors.add("except", page.t("“{text}” is no day. Write one day a line, as 2026-12-24.",
                                        {{"text", base::cut(text, 40)}}));
        if (!errors.message("except").empty()) break;
    }
    return days;
}

/// Of days that are left out though the series has none of them.
std::vector<std::string> beside_the_series(const Series& series, const html::Page& page) {
    if (series.except.empty()) return {};
    auto whole = series;
    whole.except.clear();
    std::vector<base::Date> days;
    for (const auto starts : dates_of(whole, page.request().tenant->zone).starts) days.push_back(calendar::date_of(starts));
    std::vector<std::string> said;
    for (const auto day : series.except)
        if (!base::holds(days, day))
            said.push_back(page.t("{weekday} {date} is no day of the series: nothing is left out then.",
                                  {{"weekday", page.translator().weekday(base::weekday_of(day))},
                                   {"date", page.translator().date(day)}}));
    return said;
}

/// The first one, on each of these days.
std::vector<NewSession> on_days(const NewSession& first, const std::vector<calendar::WallTime>& days) {
    std::vector<NewSession> sessions;
    for (const auto starts : days) {
        auto session = first;
        session.starts = starts;
        session.ends = starts + (first.ends - first.starts);
        if (first.decide_on)
            session.decide_on = base::add_days(calendar::date_of(starts),
                                               -base::days_between(*first.decide_on, calendar::date_of(first.starts)));
        sessions.push_back(std::move(session));
    }
    return sessions;
}

http::Response show_series(const Pages& pages, const http::Request& request,
                           const register_::Record& activity, const http::Fields& typed,
                           html::FormErrors errors, SeriesView view, int status) {
    auto page = staff_page(
        request, html::Page(request).t("Add sessions: {activity}", {{"activity", activity.text("title")}}));
    const auto back = page.tenant_url("/staff/activities/" + activity.id);
    view.url = back + "/series";
    view.back_url = back;
    view.form_key = base::form_key_for(typed.get("form_key"), Inside::of(pages.activities).clock.now());
    view.when = when_fields(typed, errors, page);
    using html::components::Field;
    view.repeat = Field{.name = "repeat", .label = page.t("How often")}.with(errors);
    for (const auto& repeat : repeats)
        view.repeat.options.push_back({repeat.key, page.t(repeat.label), typed.get("repeat") == repeat.key});
    view.when.push_back(Field{.name = "times",
                              .label = page.t("How many times"),
                              .value = std::string(typed.get("times")),
                              .hint = page.t("Or the last day below. Days that are left out count."),
                              .input_mode = "numeric",
                              .optional = true}
                            .with(errors));
    view.when.push_back(Field{.name = "until",
                              .label = page.t("Last day"),
                              .value = std::string(typed.get("until")),
                              .type = "date",
                              .optional = true}
                            .with(errors));
    view.except = Field{.name = "except",
                        .label = page.t("Days that are left out"),
                        .value = std::string(typed.get("except")),
                        .hint = page.t("One a line: 2026-12-24"),
                        .optional = true,
                        .rows = 3}
                      .with(errors);
    view.where = where_fields(pages, typed, errors, page);
    view.seats = seat_fields(typed, errors, page);
    view.errors = std::move(errors);
    return html::render_page(page, templates::series_page(view, page), status);
}

/// The same form, with the days on which it is shut among those that are left out.
http::Response add_without(const Pages& pages, const http::Request& request, const std::vector<Foreseen>& foreseen) {
    auto again = request;
    std::string except(request.form.get("except"));
    for (const auto& one : foreseen)
        if (one.day) except += (except.empty() || except.ends_with('\n') ? "" : "\n") + base::format_date(*one.day);
    std::erase_if(again.form.pairs, [](const auto& field) { return field.first == "except" || field.first == "step"; });
    again.form.pairs.emplace_back("except", std::move(except));
    again.form.pairs.emplace_back("step", "look");
    return add_series(pages, again);
}

/// Who is with it all the way comes to the new days too: that there are fewer seats.
std::vector<std::string> more_along_than(const Pages& pages, const http::Tenant& tenant, std::string_view activity_id,
                                         const NewSession& session, const html::Page& page) {
    const auto programme = pages.activities.programme(tenant.id);
    const auto* activity = programme->with_id(activity_id);
    if (!activity || !activity->all_along || !session.capacity) return {};
    const auto now = Inside::of(pages.activities).clock.now();
    std::int64_t along = 0;
    for (const auto& one : activity->sessions)
        if (one.ends > now && one.status == Status::planned) along = std::max(along, one.taken);
    if (along <= *session.capacity) return {};
    return {page.tn("{n} person has a seat on every day, also on those that are added: there are fewer seats.",
                    "{n} people have a seat on every day, also on those that are added: there are fewer seats.", along)};
}

std::vector<std::string> doubts_of(const Pages& pages, const http::Tenant& tenant, std::string_view activity,
                                   const NewSession& first, const Series& series, const std::vector<Foreseen>& foreseen,
                                   const html::Page& page) {
    auto doubts = texts_of(foreseen);
    for (auto& doubt : more_along_than(pages, tenant, activity, first, page)) doubts.push_back(std::move(doubt));
    for (auto& doubt : beside_the_series(series, page)) doubts.push_back(std::move(doubt));
    return doubts;
}

http::Response has_ended_page(const http::Request& request, const register_::Record& activity) {
    const html::Page page(request);
    return html::gone_page(request, {.title = page.t("The activity has ended"),
                                     .text = page.t("Nothing was added. Take it into use again first, if it is to be held "
                                                    "again."),
                                     .ways = {{activity.text("title"), page.tenant_url("/staff/activities/" + activity.id)}}});
}

}  // namespace

http::Response series_page(const Pages& pages, const http::Request& request) {
    const auto activity = pages.activities.activities().find(request.tenant->id, request.parameter("id"));
    if (!activity) return html::error_page(request, 404);
    if (activity->has_ended()) return has_ended_page(request, *activity);
    if (!may_change(pages, request, activity->id)) return html::not_theirs_page(request, whose_activity);
    http::Fields proposed;
    proposed.pairs = {
        {"repeat", "once"}, {"place", activity->text("place")}, {"starts", "14:00"}, {"ends", "15:30"}};
    return show_series(pages, request, *activity, proposed, {}, {}, 200);
}

http::Response add_series(const Pages& pages, const http::Request& request) {
    const auto activity = pages.activities.activities().find(request.tenant->id, request.parameter("id"));
    if (!activity) return html::error_page(request, 404);
    if (activity->has_ended()) return has_ended_page(request, *activity);
    const html::Page page(request);
    const auto& zone = request.tenant->zone;
    html::FormErrors errors;
    if (!may_change(pages, request, activity->id)) {
        errors.add("", page.t(whose_activity));
        return show_series(pages, request, *activity, request.form, std::move(errors), {}, 403);
    }
    auto first = session_in(pages, request.form, errors, page);
    const auto day = calendar::date_of(first.starts);
    Series series{.starts = first.starts,
                  .length = std::chrono::duration_cast<std::chrono::minutes>(first.ends - first.starts),
                  .rule = rule_of(request.form, day, errors, page),
                  .except = excepted(request.form, errors, page)};
    if (!errors.empty())
        return show_series(pages, request, *activity, request.form, std::move(errors), {}, 422);
    const auto dates = dates_of(series, zone);
    if (dates.fault != SeriesFault::none) {
        errors.add(dates.fault == SeriesFault::too_many || dates.fault == SeriesFault::too_far ? "times" : "day",
                   words_of(dates, page.translator()));
        return show_series(pages, request, *activity, request.form, std::move(errors), {}, 422);
    }
    const auto sessions = on_days(first, dates.starts);
    SeriesView view;
    for (const auto& session : sessions) {
        const auto on = calendar::date_of(session.starts);
        view.dates.push_back(page.translator().weekday(base::weekday_of(on)) + " " + page.translator().date(on));
    }
    const auto foreseen = foreseen_of(pages, *request.tenant, activity->id, sessions, page.translator());
    view.doubts = doubts_of(pages, *request.tenant, activity->id, first, series, foreseen, page);
    view.asked_about = view.doubts.empty() ? "" : base::mark_of(view.doubts);
    for (const auto& one : foreseen) view.can_leave_out = view.can_leave_out || (one.day && sessions.size() > 1);
    if (request.form.get("step") == "leave_out" && view.can_leave_out) return add_without(pages, request, foreseen);
    const auto around = register_::around_of(pages.activities.activities(), request);
    const auto form_key = request.form.get("form_key").substr(0, 100);
    const auto programme = pages.activities.programme(request.tenant->id);
    // Pressed twice it is what the first press has added.
    const bool is_added = programme->session(id_of_new_session(around, activity->id, sessions.front(), form_key,
                                                               Inside::of(pages.activities).clock.now())).session;
    const bool is_asked = view.doubts.empty() || is_added || request.form.get("asked_about") == view.asked_about;
    if (request.form.get("step") != "add" || !is_asked) {
        if (const auto* known = programme->with_id(activity->id))
            view.warnings = warnings_about(pages, *known, first.place, !first.remote.empty(), page);
        const int status = request.form.get("step") == "add" ? 422 : 200;
        return show_series(pages, request, *activity, request.form, {}, std::move(view), status);
    }
    const auto added =
        pages.activities.add_sessions(around, activity->id, sessions, request.identity->account_id, form_key);
    if (!added && added.error() == Arranged::not_theirs) {
        errors.add("", page.t(whose_activity));
        return show_series(pages, request, *activity, request.form, std::move(errors), {}, 403);
    }
    if (!added) return html::error_page(request, 404);
    return http::see_other(
        page.tenant_url("/staff/activities/" + activity->id + "?sessions_added=" + std::to_string(added->size())));
}

}  // namespace digilots::activities
