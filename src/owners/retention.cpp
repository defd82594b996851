// How long links, answers and addresses are kept.
#include "owners/implementation.h"
#include "owners/sql.h"
#include "platform/base/time.h"
#include "platform/kept/versions.h"
#include "platform/slice/counted_rule.h"

namespace digilots::owners {

namespace {

constexpr const char* link_rule = "owners.link";
constexpr const char* answer_rule = "owners.answer";
constexpr const char* address_rule = "owners.address";

RetentionRule of_links() {
    return counted({.key = link_rule,
                    .title = TEXT("Links for owners"),
                    .about = TEXT("The link is deleted with its title, its address and the list of letters that went. What was "
                                  "answered by it stays. The time counts from its last day, or from when its use was ended."),
                    .period = {6, Period::Unit::months},
                    .choice = PeriodChoice{2, 36},
                    .number = [](const i18n::Translator& words, std::int64_t n) { return words.tn("{n} link", "{n} links", n); },
                    .remove =
                        [](db::Connection& connection, const Due& due, int most) {
                            std::int64_t deleted = 0;
                            for (const auto row :
                                 connection.query(sql::due_links, due.municipality_id, base::format_utc(due.before), most)) {
                                const auto id = row.text("id");
                                connection.execute(sql::delete_address, due.municipality_id, id);
                                connection.execute(sql::delete_letters, due.municipality_id, id);
                                deleted += connection.execute(sql::delete_link, due.municipality_id, id);
                            }
                            if (deleted > 0) kept::raise(connection, "owner_link", due.municipality_id);
                            return deleted;
                        }},
                   [](db::Connection& connection, std::string_view id, std::string_view before) {
                       return connection.query(sql::count_links, id, before)[0].integer("number");
                   });
}

RetentionRule of_answers() {
    return counted({.key = answer_rule,
                    .title = TEXT("What owners answer"),
                    .about = TEXT("The answer is deleted with its words. The time counts from its last change."),
                    .period = {36, Period::Unit::months},
                    .choice = PeriodChoice{6, 120},
                    .laws = archives_acts(),
                    .number = [](const i18n::Translator& words,
                                 std::int64_t n) { return words.tn("{n} answer", "{n} answers", n); },
                    .remove =
                        [](db::Connection& connection, const Due& due, int most) {
                            const auto deleted = connection.execute(sql::delete_answers, due.municipality_id,
                                                                    base::format_utc(due.before), most);
                            if (deleted > 0) kept::raise(connection, "owner_answer", due.municipality_id);
                            return deleted;
                        }},
                   [](db::Connection& connection, std::string_view id, std::string_view before) {
                       return connection.query(sql::count_answers, id, before)[0].integer("number");
                   });
}

RetentionRule of_addresses() {
    return of_contacts({.key = address_rule,
                        .title = TEXT("Where monthly letters to owners go"),
                        .about = TEXT("The e-mail address is deleted; the link stays. It is deleted at once where the letter is "
                                      "ended. The time counts from the link’s last day, or from when its use was ended."),
                        .period = {14, Period::Unit::days},
                        .choice = PeriodChoice{1, 60}},
                       sql::count_addresses, sql::delete_addresses, "");
}

}  // namespace

RetentionRules retention_rules() { return {of_addresses(), of_links(), of_answers()}; }

std::vector<PrivacyNotice> privacy_notices() {
    return {{.of = PrivacyNotice::Of::staff,
             .text = TEXT("Who answers for an e-service or a body may get a letter a month at an address that is kept apart, "
                          "used for nothing else, and deleted {period} after the link has closed. Who opens the link stands "
                          "nowhere."),
             .rule = address_rule,
             .preserved = TEXT("Who answers for an e-service or a body may get a letter a month at an address that is kept apart "
                               "and used for nothing else. The municipality deletes none for the time being.")},
            {.of = PrivacyNotice::Of::staff,
             .text = TEXT("Who made a link for an owner stands in the trail. The link is deleted {period} after it has "
                          "closed."),
             .rule = link_rule,
             .preserved = TEXT("Who made a link for an owner stands in the trail. The municipality deletes no closed ones for "
                               "the time being.")},
            {.of = PrivacyNotice::Of::staff,
             .text = TEXT("What owners answer names no person, and is deleted {period} after its last change."),
             .rule = answer_rule,
             .preserved = TEXT("What owners answer names no person. The municipality deletes none for the time being.")},
            {.of = PrivacyNotice::Of::those_who_ask,
             .text = TEXT("Who answers for an e-service or a body sees how many needed help with it in a month, never who: "
                          "small numbers are hidden, and so are those that would give them away.")}};
}

}  // namespace digilots::owners
