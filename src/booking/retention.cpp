// How long bookings, the ways to reach people and addresses are kept.
#include "booking/booking.h"
#include "booking/sql.h"
#include "platform/base/time.h"
#include "platform/kept/versions.h"
#include "platform/slice/counted_rule.h"

namespace digilots::booking {

namespace {

std::int64_t number_of(const db::Rows& rows) {
    return rows[0].integer("number");
}

RetentionRule contacts() {
    return of_contacts({.key = std::string(contact_rule),
                        .title = TEXT("How people are reached who have booked"),
                        .about = TEXT("The first name and the number or address are deleted; the booking stays. "
                                      "They are deleted sooner "
                                      "when it is cancelled. The time counts from when the booked time ends."),
                        .period = {7, Period::Unit::days},
                        .choice = PeriodChoice{1, 60}},
                       sql::count_contacts, sql::delete_old_contacts, "");
}

RetentionRule addresses() {
    return counted(
        {.key = std::string(address_rule),
         .title = TEXT("Addresses of home visits"),
         .about =
             TEXT("The address is deleted; the booking stays. The time counts from when the visit ends."),
         .period = {1, Period::Unit::days},
         .choice = PeriodChoice{1, 30},
         .laws = archives_acts(),
         .number =
             [](const i18n::Translator& words, std::int64_t n) {
                 return words.tn("{n} address of a visit", "{n} addresses of visits", n);
             },
         .held = nullptr,
         .due = nullptr,
         .remove =
             [](db::Connection& connection, const Due& due, int most) {
                 return connection.execute(sql::delete_old_addresses, due.municipality_id,
                                           base::format_utc(due.before), most);
             }},
        [](db::Connection& connection, std::string_view id, std::string_view before) {
            return number_of(connection.query(sql::count_addresses, id, before));
        });
}

std::int64_t remove_bookings(db::Connection& connection, const Due& due, int most) {
    const auto rows =
        connection.query(sql::old_bookings, due.municipality_id, base::format_utc(due.before), most);
    for (const auto row : rows) {
        const auto id = row.text("id");
        connection.execute(sql::give_back, due.municipality_id, id);
        connection.execute(sql::delete_contact, due.municipality_id, id);
        connection.execute(sql::delete_address, due.municipality_id, id);
        connection.execute(sql::delete_booking, due.municipality_id, id);
    }
    if (!rows.empty()) kept::raise(connection, kept_bookings, due.municipality_id);
    return std::ssize(rows);
}

RetentionRule times() {
    return counted(
        {.key = std::string(booking_rule),
         .title = TEXT("Booked times"),
         .about = TEXT(
             "The booking is deleted with all that belongs to it; counts stay. The time counts from when the "
             "booked time ends."),
         .period = {12, Period::Unit::months},
         .choice = PeriodChoice{2, 60},
         .laws = archives_acts(),
         .number = [](const i18n::Translator& words,
                      std::int64_t n) { return words.tn("{n} booking", "{n} bookings", n); },
         .held = nullptr,
         .due = nullptr,
         .remove = remove_bookings},
        [](db::Connection& connection, std::string_view id, std::string_view before) {
            return number_of(connection.query(sql::count_bookings, id, before));
        });
}

RetentionRule queues() {
    return counted(
        {.key = "booking.queue",
         .title = TEXT("Numbers in queues"),
         .about = TEXT(
             "Numbers that were taken at a desk: they say nothing of anybody. The time counts from when they "
             "were taken."),
         .period = {2, Period::Unit::days},
         .choice = PeriodChoice{1, 30},
         .laws = archives_acts(),
         .number = [](const i18n::Translator& words,
                      std::int64_t n) { return words.tn("{n} number", "{n} numbers", n); },
         .held = nullptr,
         .due = nullptr,
         .remove =
             [](db::Connection& connection, const Due& due, int most) {
                 return connection.execute(sql::delete_queue, due.municipality_id,
                                           base::format_utc(due.before), most);
             }},
        [](db::Connection& connection, std::string_view id, std::string_view before) {
            return number_of(connection.query(sql::count_queue, id, before));
        });
}

}  // namespace

RetentionRules retention_rules() {
    return {contacts(), addresses(), times(), queues()};
}

}  // namespace digilots::booking
