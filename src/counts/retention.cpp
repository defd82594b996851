// Numbers tell of nobody and stay. Marks of what was sent go.
#include "counts/implementation.h"
#include "counts/sql.h"
#include "platform/base/time.h"

namespace digilots::counts {

RetentionRules retention_rules() {
    constexpr std::string_view ever = "9999-12-31T23:59:59.999Z";
    return {{.key = "counts.sent",
             .title = TEXT("Marks of numbers that were sent"),
             .about = TEXT("By them a number that is sent twice is counted once."),
             .period = {30, Period::Unit::days},
             .number = [](const i18n::Translator& words,
                          std::int64_t n) { return words.tn("{n} mark", "{n} marks", n); },
             .held =
                 [ever](db::Connection& connection, std::string_view) {
                     return connection.query(sql::count_sent, ever)[0].integer("number");
                 },
             .due =
                 [](db::Connection& connection, const Due& due) {
                     return connection.query(sql::count_sent, base::format_utc(due.before))[0].integer(
                         "number");
                 },
             .remove =
                 [](db::Connection& connection, const Due& due, int most) {
                     return connection.execute(sql::delete_sent, base::format_utc(due.before), most);
                 }}};
}

}  // namespace digilots::counts
