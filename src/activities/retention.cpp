// How long it is kept who is signed up.
#include "activities/requests.h"
#include "activities/sql.h"
#include "platform/base/time.h"
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

}  // namespace

RetentionRules retention_rules() {
    return {counted(
        {.key = std::string(sign_up_rule),
         .title = TEXT("Who is signed up for activities"),
         .about = TEXT(
             "Sign-ups are deleted with first names and how people are reached; how many signed up and came "
             "stays. The time counts from the end of the session. Who cancels is deleted at once."),
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
            request_contact_retention()};
}

}  // namespace digilots::activities
