// How long devices and the numbers of what came in are kept.
#include "offline/offline.h"
#include "offline/sql.h"
#include "platform/base/time.h"
#include "platform/slice/counted_rule.h"

namespace digilots::offline {

namespace {

std::int64_t remove_devices(db::Connection& connection, const Due& due, int most) {
    const auto rows = connection.query(sql::due_devices, due.municipality_id, base::format_utc(due.before), most);
    for (const auto row : rows) connection.execute(sql::delete_device, due.municipality_id, row.text("id"));
    return std::ssize(rows);
}

std::int64_t remove_sent(db::Connection& connection, const Due& due, int most) {
    const auto rows = connection.query(sql::due_sent, base::format_utc(due.before), most);
    for (const auto row : rows) connection.execute(sql::delete_sent, row.text("municipality_id"), row.text("sent_id"));
    return std::ssize(rows);
}

RetentionRule devices() {
    return counted({.key = std::string(device_rule),
                    .title = TEXT("Devices that log without a network"),
                    .about = TEXT("Who may log from a device that nobody has used is deleted; what was logged stays. What still "
                                  "waits on the device then comes in only when its owner has added the device again. The time "
                                  "counts from when something last came in from it."),
                    .period = {90, Period::Unit::days},
                    .choice = PeriodChoice{30, 400},
                    .number = [](const i18n::Translator& words,
                                 std::int64_t n) { return words.tn("{n} device", "{n} devices", n); },
                    .held = nullptr,
                    .due = nullptr,
                    .remove = remove_devices},
                   [](db::Connection& connection, std::string_view id, std::string_view before) {
                       return connection.query(sql::count_devices, id, before)[0].integer("number");
                   });
}

/// Longer than an entry may be old: what came in never comes in again.
RetentionRule numbers_of_sent() {
    return counted({.key = std::string(sent_rule),
                    .title = TEXT("Numbers of what came in from devices without a network"),
                    .about = TEXT("A number for each entry, so that none comes in twice. It says nothing of who or what. It is "
                                  "kept longer than the two years that an entry may lie back."),
                    .period = {760, Period::Unit::days},
                    .number = [](const i18n::Translator& words,
                                 std::int64_t n) { return words.tn("{n} number", "{n} numbers", n); },
                    .held = nullptr,
                    .due = nullptr,
                    .remove = remove_sent},
                   [](db::Connection& connection, std::string_view, std::string_view before) {
                       return connection.query(sql::count_sent, before)[0].integer("number");
                   });
}

}  // namespace

RetentionRules retention_rules() { return {devices(), numbers_of_sent()}; }

}  // namespace digilots::offline
