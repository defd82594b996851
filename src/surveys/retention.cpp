// How long answers are kept, and what is kept of people who answer: nothing that says who they are.
#include "platform/base/time.h"
#include "platform/slice/counted_rule.h"
#include "surveys/implementation.h"
#include "surveys/sql.h"

namespace digilots::surveys {

namespace {

constexpr const char* answer_rule = "surveys.answer";

RetentionRule of_answers() {
    return counted(
        {.key = answer_rule,
         .title = TEXT("Answers to surveys"),
         .about = TEXT("Single answers are deleted; how many answered what stays. The time counts from the last day of the "
                       "round, since no answer says when it came."),
         .period = {36, Period::Unit::months},
         .choice = PeriodChoice{6, 120},
         .laws = archives_acts(),
         .number = [](const i18n::Translator& words, std::int64_t n) { return words.tn("{n} answer", "{n} answers", n); },
         .remove =
             [](db::Connection& connection, const Due& due, int most) {
                 return connection.execute(sql::delete_answers, due.municipality_id, base::format_utc(due.before), most);
             }},
        [](db::Connection& connection, std::string_view id, std::string_view before) {
            return connection.query(sql::count_answers, id, before)[0].integer("number");
        });
}

}  // namespace

RetentionRules retention_rules() {
    return {of_answers()};
}

std::vector<PrivacyNotice> privacy_notices() {
    return {
        {.of = PrivacyNotice::Of::those_who_ask,
         .text =
             TEXT("Who answers a survey is nowhere: no account, no cookie, no address. Answers are sealed, moved together with "
                  "at least four others in random order the next day at the earliest, and deleted {period} after their round "
                  "has closed; how many answered what stays."),
         .rule = answer_rule,
         .preserved = TEXT("Who answers a survey is nowhere: no account, no cookie, no address. Answers are sealed, and moved "
                           "together with at least four others in random order the next day at the earliest. The municipality "
                           "deletes none for the time being.")},
        {.of = PrivacyNotice::Of::those_who_ask,
         .text =
             TEXT("Where a survey asks before and after, a code of your own facts may stand for you until the survey is "
                  "closed: a pseudonym, of which nobody can work out the facts without a key that lies apart and is destroyed "
                  "then.")}};
}

}  // namespace digilots::surveys
