// How long questions and the ways to reach who asked are kept.
#include "platform/base/time.h"
#include "platform/slice/counted_rule.h"
#include "questions/questions.h"
#include "questions/sql.h"

namespace digilots::questions {

namespace {

RetentionRule contacts() {
    // Nobody can be told any more: what waits to be told is another.
    return of_contacts({.key = std::string(contact_rule),
                        .title = TEXT("How to reach who asked a question"),
                        .about = TEXT("The e-mail address or phone number is deleted; the question stays. It is deleted sooner "
                                      "when the question is closed. The time counts from the day on which it was asked."),
                        .period = {90, Period::Unit::days},
                        .choice = PeriodChoice{14, 365}},
                       sql::count_contacts, sql::delete_contacts, kept_questions);
}

RetentionRule answered_questions() {
    return counted({.key = std::string(question_rule),
                    .title = TEXT("Residents’ questions"),
                    .about = TEXT("Questions that are answered or closed are deleted with their answers. What waits stays, and "
                                  "so do counts and the answer bank. The time counts from the answer, or from closing."),
                    .period = {12, Period::Unit::months},
                    .choice = PeriodChoice{3, 120},
                    .laws = archives_acts(),
                    .number = [](const i18n::Translator& words,
                                 std::int64_t n) { return words.tn("{n} question", "{n} questions", n); },
                    .held = nullptr,
                    .due = nullptr,
                    .remove =
                        [](db::Connection& connection, const Due& due, int most) {
                            const auto deleted = connection.execute(sql::delete_done, due.municipality_id,
                                                                    base::format_utc(due.before), most);
                            if (deleted == 0) return deleted;
                            connection.execute(sql::delete_lost_contacts, due.municipality_id);
                            connection.execute(sql::delete_lost_lines, due.municipality_id);
                            kept::raise(connection, kept_questions, due.municipality_id);
                            return deleted;
                        }},
                   [](db::Connection& connection, std::string_view id, std::string_view before) {
                       return connection.query(sql::count_done, id, before)[0].integer("number");
                   });
}

}  // namespace

RetentionRules retention_rules() { return {contacts(), answered_questions()}; }

}  // namespace digilots::questions
