// How long the log keeps what may tell of people. Entries themselves and their counts stay: they tell of
// nobody.
#include "inquiries/implementation.h"
#include "inquiries/sql.h"
#include "platform/base/time.h"

namespace digilots::inquiries {

namespace {

/// Later than everything.
constexpr std::string_view ever = "9999-12-31T23:59:59.999Z";

std::int64_t number_in(const db::Rows& rows) {
    return rows[0].integer("number");
}

std::int64_t empty_notes(db::Connection& connection, const Due& due, int most) {
    const auto before = base::format_utc(due.before);
    std::int64_t emptied = 0;
    for (const db::Row row : connection.query(sql::expired_notes, due.municipality_id, before, most)) {
        // A correction may have been here since it was listed.
        if (connection.execute(sql::remove_note, due.municipality_id, row.text("id"), before) == 0) continue;
        store::insert_change(connection, due.municipality_id, row.text("id"),
                             {due.now, "retention", "note_removed", "note"});
        ++emptied;
    }
    return emptied;
}

RetentionRule notes() {
    return {.key = std::string(notes_rule),
            .title = TEXT("Notes in the questions log"),
            .about = TEXT("What was written about a question is emptied. The entry and all counts stay. The "
                          "time counts from the "
                          "day on which the question was asked."),
            .period = {12, Period::Unit::months},
            .choice = PeriodChoice{1, 36},
            .laws = archives_acts(),
            .number = [](const i18n::Translator& words,
                         std::int64_t n) { return words.tn("{n} note", "{n} notes", n); },
            .held =
                [](db::Connection& connection, std::string_view municipality_id) {
                    return number_in(connection.query(sql::count_notes, municipality_id, ever));
                },
            .due =
                [](db::Connection& connection, const Due& due) {
                    return number_in(connection.query(sql::count_notes, due.municipality_id,
                                                      base::format_utc(due.before)));
                },
            .remove = empty_notes};
}

RetentionRule changes() {
    return {.key = "inquiries.change",
            .title = TEXT("Who corrected an entry in the questions log"),
            .about = TEXT("The lines about who corrected or deleted an entry are deleted. The entry stays as "
                          "it is. The time "
                          "counts from the correction."),
            .period = {24, Period::Unit::months},
            .choice = PeriodChoice{6, 120},
            .laws = {accountability()},
            .number = [](const i18n::Translator& words,
                         std::int64_t n) { return words.tn("{n} line", "{n} lines", n); },
            .held =
                [](db::Connection& connection, std::string_view municipality_id) {
                    return number_in(connection.query(sql::count_changes, municipality_id, ever));
                },
            .due =
                [](db::Connection& connection, const Due& due) {
                    return number_in(connection.query(sql::count_changes, due.municipality_id,
                                                      base::format_utc(due.before)));
                },
            .remove =
                [](db::Connection& connection, const Due& due, int most) {
                    return connection.execute(sql::delete_changes, due.municipality_id,
                                              base::format_utc(due.before), most);
                }};
}

RetentionRule keys() {
    return {.key = "inquiries.key",
            .title = TEXT("Marks of entries that were sent"),
            .about = TEXT("By them an entry that is sent twice is logged once."),
            .period = {30, Period::Unit::days},
            .number = [](const i18n::Translator& words,
                         std::int64_t n) { return words.tn("{n} mark", "{n} marks", n); },
            .held = [](db::Connection& connection,
                       std::string_view) { return number_in(connection.query(sql::count_keys, ever)); },
            .due =
                [](db::Connection& connection, const Due& due) {
                    return number_in(connection.query(sql::count_keys, base::format_utc(due.before)));
                },
            .remove =
                [](db::Connection& connection, const Due& due, int most) {
                    return connection.execute(sql::delete_keys, base::format_utc(due.before), most);
                }};
}

}  // namespace

RetentionRules retention_rules() {
    return {notes(), changes(), keys()};
}

std::optional<Period> notes_kept(const Service& service, std::string_view municipality_id) {
    static const PeriodOf own = own_periods(retention_rules());
    return (service.period_of ? service.period_of : own)(municipality_id, notes_rule);
}

}  // namespace digilots::inquiries
