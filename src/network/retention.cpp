// How long what networks are told is kept: nothing of it says who said it.
#include "network/pages.h"
#include "network/sql.h"
#include "platform/kept/versions.h"
#include "platform/slice/counted_rule.h"

namespace digilots::network {

namespace {

constexpr const char* feedback_rule = "network.feedback";

}  // namespace

RetentionRules retention_rules() {
    return {counted(
        {.key = feedback_rule,
         .title = TEXT("What networks are told"),
         .about = TEXT("What somebody said on the page of a network is deleted, with what came of it. The time counts from when "
                       "it was said."),
         .period = {24, Period::Unit::months},
         .choice = PeriodChoice{6, 120},
         .laws = archives_acts(),
         .number = [](const i18n::Translator& words, std::int64_t n) { return words.tn("{n} line", "{n} lines", n); },
         .remove =
             [](db::Connection& connection, const Due& due, int most) {
                 const auto deleted =
                     connection.execute(sql::delete_feedback, due.municipality_id, base::format_utc(due.before), most);
                 if (deleted > 0) kept::raise(connection, "network_feedback", due.municipality_id);
                 return deleted;
             }},
        [](db::Connection& connection, std::string_view id, std::string_view before) {
            return connection.query(sql::count_feedback, id, before)[0].integer("number");
        })};
}

const std::vector<PrivacyNotice>& privacy_notices() {
    static const std::vector<PrivacyNotice> notices{
        {.of = PrivacyNotice::Of::those_who_ask,
         .text = TEXT("What you say on the page of a network is kept without who you are, and deleted {period} after you said "
                      "it."),
         .rule = feedback_rule,
         .preserved = TEXT("What you say on the page of a network is kept without who you are.")}};
    return notices;
}

}  // namespace digilots::network
