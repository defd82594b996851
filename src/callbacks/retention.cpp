// How long call-backs and the ways to reach people are kept.
#include "callbacks/callbacks.h"
#include "callbacks/sql.h"
#include "platform/base/time.h"
#include "platform/slice/counted_rule.h"

namespace digilots::callbacks {

namespace {

std::int64_t remove_contacts(db::Connection& connection, const Due& due, int most) {
    const auto rows = connection.query(sql::due_contacts, due.municipality_id, base::format_utc(due.before), most);
    for (const auto row : rows) {
        connection.execute(sql::delete_contact, due.municipality_id, row.text("call_back_id"));
        connection.execute(sql::forget_contact, due.municipality_id, row.text("call_back_id"));
    }
    return std::ssize(rows);
}

std::int64_t remove_call_backs(db::Connection& connection, const Due& due, int most) {
    const auto rows = connection.query(sql::due_call_backs, due.municipality_id, base::format_utc(due.before), most);
    for (const auto row : rows) {
        const auto id = row.text("id");
        connection.execute(sql::delete_contact, due.municipality_id, id);
        connection.execute(sql::delete_events, due.municipality_id, id);
        connection.execute(sql::delete_call_back, due.municipality_id, id);
    }
    if (!rows.empty()) kept::raise(connection, kept_call_backs, due.municipality_id);
    return std::ssize(rows);
}

RetentionRule contacts() {
    return of_contacts({.key = std::string(contact_rule),
                        .title = TEXT("How people are reached who are called back"),
                        .about = TEXT("The number or address is deleted; the call-back stays. The time counts from closing. Of "
                                      "what is still open it counts from the last step that somebody took, and not before it was "
                                      "promised."),
                        .period = {30, Period::Unit::days},
                        .choice = PeriodChoice{7, 180},
                        .remove = remove_contacts},
                       sql::count_contacts);
}

RetentionRule closed_ones() {
    return counted({.key = std::string(closed_rule),
                    .title = TEXT("Closed call-backs"),
                    .about = TEXT("Call-backs that are closed are deleted with what was tried. What waits stays, and so do "
                                  "counts. The time counts from closing."),
                    .period = {12, Period::Unit::months},
                    .choice = PeriodChoice{3, 120},
                    .laws = archives_acts(),
                    .number = [](const i18n::Translator& words,
                                 std::int64_t n) { return words.tn("{n} call-back", "{n} call-backs", n); },
                    .held = nullptr,
                    .due = nullptr,
                    .remove = remove_call_backs},
                   [](db::Connection& connection, std::string_view id, std::string_view before) {
                       return connection.query(sql::count_closed, id, before)[0].integer("number");
                   });
}

}  // namespace

RetentionRules retention_rules() { return {contacts(), closed_ones()}; }

}  // namespace digilots::callbacks
