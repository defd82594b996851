// How long it is kept who is signed up.
#include "activities/requests.h"
#include "activities/sql.h"
#include "platform/base/time.h"
#include "platform/kept/versions.h"
#include "platform/slice/counted_rule.h"

namespace digilots::activities {

namespace {

std::int64_t remove_sign_ups(db::Connection& connection, const Due& due, int most) {
    const auto rows =
        connection.query(sql::due_sign_ups, due.municipality_id, base::format_utc(due.before), most);
    for (const auto row : rows) {
        connection.execute(sql::delete_contact, due.municipality_id, row.text("id"));
        connection.execute(sql::delete_sign_up, due.municipality_id, row.text("id"));
    }
    return std::ssize(rows);
}

RetentionRule invitation_retention() {
    return counted({.key = std::string(invitation_rule),
                    .title = TEXT("Invitations to activities"),
                    .about = TEXT("How many were invited and how is deleted. The time counts from the day of the "
                                  "invitation."),
                    .period = {60, Period::Unit::months},
                    .choice = PeriodChoice{12, 120},
                    .laws = archives_acts(),
                    .number = [](const i18n::Translator& words,
                                 std::int64_t n) { return words.tn("{n} invitation", "{n} invitations", n); },
                    .held = nullptr,
                    .due = nullptr,
                    .remove =
                        [](db::Connection& connection, const Due& due, int most) {
                            const auto removed = connection.execute(sql::delete_invitations, due.municipality_id,
                                                                    base::format_utc(due.before), most);
                            if (removed > 0) kept::raise(connection, "invitation", due.municipality_id);
                            return removed;
                        }},
                   [](db::Connection& connection, std::string_view id, std::string_view before) {
                       return connection.query(sql::count_invitations, id, before)[0].integer("number");
                   });
}

RetentionRule campaign_message_retention() {
    return counted({.key = std::string(campaign_message_rule),
                    .title = TEXT("Messages of campaign weeks"),
                    .about = TEXT("What was said of campaign weeks is deleted. The time counts from the day on which it was "
                                  "said."),
                    .period = {60, Period::Unit::months},
                    .choice = PeriodChoice{12, 120},
                    .laws = archives_acts(),
                    .number = [](const i18n::Translator& words,
                                 std::int64_t n) { return words.tn("{n} message", "{n} messages", n); },
                    .held = nullptr,
                    .due = nullptr,
                    .remove =
                        [](db::Connection& connection, const Due& due, int most) {
                            const auto removed = connection.execute(sql::delete_campaign_messages, due.municipality_id,
                                                                    base::format_utc(due.before), most);
                            if (removed > 0) kept::raise(connection, "campaign_message", due.municipality_id);
                            return removed;
                        }},
                   [](db::Connection& connection, std::string_view id, std::string_view before) {
                       return connection.query(sql::count_campaign_messages, id, before)[0].integer("number");
                   });
}

RetentionRule experiment_retention() {
    return counted({.key = std::string(experiment_rule),
                    .title = TEXT("What was tried to reach more people"),
                    .about = TEXT("What was tried and what came of it is deleted. The time counts from its last day; what goes "
                                  "on stays."),
                    .period = {60, Period::Unit::months},
                    .choice = PeriodChoice{12, 120},
                    .laws = archives_acts(),
                    .number = [](const i18n::Translator& words,
                                 std::int64_t n) { return words.tn("{n} trial of ways", "{n} trials of ways", n); },
                    .held = nullptr,
                    .due = nullptr,
                    .remove =
                        [](db::Connection& connection, const Due& due, int most) {
                            const auto removed = connection.execute(sql::delete_experiments, due.municipality_id,
                                                                    base::format_utc(due.before), most);
                            if (removed > 0) kept::raise(connection, "experiment", due.municipality_id);
                            return removed;
                        }},
                   [](db::Connection& connection, std::string_view id, std::string_view before) {
                       return connection.query(sql::count_experiments, id, before)[0].integer("number");
                   });
}

}  // namespace

RetentionRules retention_rules() {
    return {counted(
        {.key = std::string(sign_up_rule),
         .title = TEXT("Who is signed up for activities"),
         .about = TEXT(
             "Sign-ups are deleted with first names and how people are reached; how many signed up and came "
             "stays. The time counts from the end of the session. Who cancels is deleted at once, and for whom "
             "staff cancel the night after."),
         .period = {7, Period::Unit::days},
         .choice = PeriodChoice{1, 90},
         .laws = archives_acts(),
         .number = [](const i18n::Translator& words,
                      std::int64_t n) { return words.tn("{n} sign-up", "{n} sign-ups", n); },
         .held = nullptr,
         .due = nullptr,
         .remove = remove_sign_ups},
        [](db::Connection& connection, std::string_view id, std::string_view before) {
            return connection.query(sql::count_sign_ups, id, before)[0].integer("number");
        }),
            request_contact_retention(), invitation_retention(), experiment_retention(),
            campaign_message_retention()};
}

}  // namespace digilots::activities
