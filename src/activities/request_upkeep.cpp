// What is to be done about requests, how long it is kept how who asked is reached, and requests as figures.
#include <map>

#include "activities/requests.h"
#include "activities/sql.h"
#include "platform/base/time.h"
#include "platform/html/codes_alike.h"
#include "platform/html/page.h"
#include "platform/http/waiting.h"
#include "platform/measures/time.h"
#include "platform/slice/counted_rule.h"
#include "taxonomy/taxonomy.h"

namespace digilots::activities {

namespace {

Sentence why_tell(std::string_view news) {
    if (news == "planned") return {TEXT("It is planned, and whoever asked does not know it.")};
    if (news == "declined") return {TEXT("It is declined, and whoever asked does not know it.")};
    return {TEXT("It is answered, and whoever asked does not know it.")};
}

std::vector<Duty> askers_to_tell(const Activities::Implementation& self, std::string_view municipality_id) {
    std::vector<Duty> duties;
    const auto today = base::format_date(self.around(municipality_id).today);
    const auto rows = self.database.read(
        [&](db::Connection& connection) { return connection.query(sql::requests_to_tell, municipality_id); });
    for (const auto row : rows)
        duties.push_back({.id = row.text("id") + "/" + row.text("to_tell"),
                          .name = row.text("title"),
                          .why = {why_tell(row.text("to_tell"))},
                          .due = today,
                          .responsible = row.text("function").empty() ? "activity_request"
                                                                      : "function:" + row.text("function"),
                          .unit = row.text("unit"),
                          .record = "activity_request:" + row.text("id"),
                          .path = "/staff/activity-requests/" + row.text("id") + "/contact"});
    return duties;
}

using RequestFigure = std::map<std::string, std::string>;

std::string value_along(const db::Row& row, const std::string& dimension, const std::string& municipality) {
    if (measures::is_time(dimension)) return measures::time_key(dimension, row.text("asked_on"));
    return dimension == "municipality" ? municipality : row.text(dimension.c_str());
}

std::vector<measures::Row> request_figures(const Activities::Implementation& self, const measures::Query& query) {
    std::map<RequestFigure, std::int64_t> sums;
    const auto from = base::format_date(query.period.from), to = base::format_date(query.period.to);
    for (const auto& municipality : query.municipalities) {
        const auto rows = self.database.read([&](db::Connection& connection) {
            return connection.query(sql::requests_asked, municipality, from, to);
        });
        for (const auto row : rows) {
            bool fits_all = true;
            for (const auto& [dimension, value] : query.where)
                fits_all = fits_all && value_along(row, dimension, municipality) == value;
            if (!fits_all) continue;
            RequestFigure key;
            for (const auto& dimension : query.by) key[dimension] = value_along(row, dimension, municipality);
            ++sums[key];
        }
    }
    std::vector<measures::Row> figures;
    for (const auto& [key, sum] : sums) figures.push_back({key, sum});
    return figures;
}

}  // namespace

DutyKind request_duties(const Activities& activities) {
    const auto& self = Inside::of(activities);
    return {.key = "activities.tell_asker",
            .title = TEXT("Somebody to be told of a request"),
            .task = TEXT("Tell who asked for an activity: {name}"),
            .gone = TEXT("Somebody has told them."),
            .of = {{"activity_request", TEXT("Requests for activities")}},
            .now = [&self](std::string_view id) { return askers_to_tell(self, id); },
            .from = {{kept_requests}, {"municipality"}},
            .days = 3,
            .rests = 1};
}

std::vector<Duty> requests_to_see_to(const Activities::Implementation& self, std::string_view municipality_id) {
    std::vector<Duty> duties;
    const auto rows = self.database.read(
        [&](db::Connection& connection) { return connection.query(sql::new_requests, municipality_id); });
    for (const auto row : rows)
        duties.push_back({.id = row.text("id"),
                          .name = row.text("title") + ", " + row.text("locality"),
                          .why = {{TEXT("Somebody asked for it on {day}, and nobody has gone on with it."),
                                   {{"day", row.text("asked_on")}}}},
                          .responsible = row.text("function").empty() ? "activity_request"
                                                                      : "function:" + row.text("function"),
                          .unit = row.text("unit"),
                          .record = "activity_request:" + row.text("id"),
                          .path = "/staff/activity-requests/" + row.text("id")});
    return duties;
}

DutyKind new_request_duties(const Activities& activities) {
    const auto& self = Inside::of(activities);
    return {.key = "activities.new_request",
            .title = TEXT("A new request for an activity"),
            .task = TEXT("Go on with the request: {name}"),
            .gone = TEXT("Somebody has gone on with it, or it is declined."),
            .of = {{"activity_request", TEXT("Requests for activities")}},
            .now = [&self](std::string_view id) { return *self.new_requests.of(id); },
            .from = {{kept_requests}, {"municipality"}},
            .days = 5,
            .rests = 5};
}

FollowedKind followed_requests(const Activities& activities) {
    return {.code = request_code,
            .find = [&activities](const html::Page& page, std::string_view code) -> std::optional<FollowedMatter> {
                auto& self = Inside::of(activities);
                // While a wrong code waits a right one does, too.
                if (html::wait_of_guess(self.guessing, page.request(), self.clock.now())) return std::nullopt;
                const auto asked = request_with_code(activities, *page.request().tenant, code);
                if (!asked) return std::nullopt;
                FollowedMatter matter{.what = asked->text("title") + ", " + asked->text("locality"),
                                      .standing = standing_of(activities, *asked, page)};
                if (const auto answer = asked->text("answer"); !answer.empty()) matter.more = {answer};
                if (const auto day = asked->date("asked_on"))
                    matter.began = page.t("Asked {time}.", {{"time", page.translator().date(*day)}});
                return matter;
            },
            .wait = [&activities](const http::Request& request) {
                auto& self = Inside::of(activities);
                return wait_after_guess(self.guessing, request, self.clock.now());
            },
            .one = TEXT("Request for an activity"),
            .opens = [&activities](const html::Page& page, std::string_view code) -> std::optional<std::string> {
                const auto asked = request_with_code(activities, *page.request().tenant, code);
                return asked ? std::optional("/staff/activity-requests/" + asked->id) : std::nullopt;
            }};
}

RetentionRule request_contact_retention() {
    return of_contacts(
        {.key = std::string(request_contact_rule),
         .title = TEXT("How to reach who asked for an activity"),
         .about = TEXT("The e-mail address or phone number is deleted; the request stays, which holds no person. It is deleted "
                       "sooner when they are told that it is declined. The time counts from the day on which they asked."),
         .period = {365, Period::Unit::days},
         .choice = PeriodChoice{30, 730}},
        sql::count_request_contacts, sql::delete_old_request_contacts, kept_requests);
}

measures::Measure requests_asked(const Activities& activities) {
    const auto& self = Inside::of(activities);
    const auto state = [](std::string_view key, std::string_view, const i18n::Translator& words) {
        return words.t(request_state_of(key).label);
    };
    const auto topic = [](std::string_view key, std::string_view, const i18n::Translator& words) {
        return key.empty() ? words.t(TEXT("No topic")) : taxonomy::label(taxonomy::List::topic, key, words);
    };
    return {.key = "activity_requests",
            .title = TEXT("Requests for activities"),
            .definition = TEXT("What associations, churches, villages and others asked for, and what staff found to be wished "
                               "for, on the day on which it was asked, by how it stands today."),
            .unit = TEXT("requests"),
            .unit_of_one = TEXT("request"),
            .dimensions = {{"state", TEXT("How it stands"), state},
                           {"locality", TEXT("Village or place")},
                           {"topic", TEXT("Topic"), topic}},
            .figures = [&self](const measures::Query& query) { return request_figures(self, query); },
            .last_day = [&self](std::string_view municipality) {
                return self.database.read([&](db::Connection& connection) {
                    return base::parse_date(connection.query(sql::last_request, municipality)[0].text_or_empty("day"));
                });
            }};
}

}  // namespace digilots::activities
