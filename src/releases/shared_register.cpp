// Links to released tables: who has the address reads the table until its last day, and nothing else.
#include "platform/base/uuid.h"
#include "platform/kept/versions.h"
#include "platform/register/through.h"
#include "platform/register/types.h"
#include "platform/slice/counted_rule.h"
#include "releases/asked.h"
#include "releases/implementation.h"
#include "releases/shared.h"
#include "releases/sql.h"

namespace digilots::releases {

namespace {

using register_::Record;

constexpr const char* shared_rule = "releases.shared";
constexpr auto longest_open = std::chrono::years(2);
constexpr std::size_t longest_title = 100;

register_::Choices tables_to_share() {
    std::vector<register_::FixedTerm> terms;
    for (const auto& key : table_keys()) terms.push_back({key, title_of(key)});
    return register_::fixed_terms(std::move(terms));
}

register_::Choices periods_to_share(const PeriodsOf& released) {
    return [released](const register_::Surroundings& around) {
        std::vector<register_::Choice> all{{"quarter", around.t(TEXT("The newest quarter"))},
                                           {"month", around.t(TEXT("The newest month"))},
                                           {"year", around.t(TEXT("The newest year"))}};
        for (const auto& one : released(around.municipality_id))
            all.push_back({periods::key_of(one), periods::name_of(one, *around.words)});
        return all;
    };
}

/// A time of the kind that a link is to show.
int time_node_of(const std::string& period) {
    const auto named = periods::read(period);
    const auto is = [&](const char* word, periods::Kind kind) {
        return period == word || (named && periods::kind_of(*named) == kind);
    };
    return is("year", periods::Kind::year) ? node_of_the_year : is("quarter", periods::Kind::quarter) ? months_of_a_year : 0;
}

void check_shared(const register_::Checked& checked, register_::Problems& problems) {
    const auto& record = checked.record;
    const auto last = record.date("open_until");
    const auto today = checked.around.today;
    if (last && !record.has_ended() && (*last < today || *last > today + longest_open))
        problems.push_back({.input = "open_until", .text = TEXT("Choose a day from today on, at most two years ahead.")});
    const auto table = record.text("table_key");
    const auto time = time_node_of(record.text("period"));
    if (!is_told(table, node_of_the_year, !record.text("place").empty()))
        problems.push_back({.input = "place",
                            .text = TEXT("This table is released of whole municipalities alone. Leave the place empty.")});
    else if (!is_told(table, time, false))
        problems.push_back({.input = "period", .text = TEXT("This table is released by quarter and year. Choose one of those.")});
    else if (!is_told(table, time, !record.text("place").empty()))
        problems.push_back({.input = "period", .text = TEXT("Of a single place how many asked is released by month and quarter, "
                                                            "everything else by year.")});
}

void make_secret(const register_::Writing&, Record& record) {
    if (record.text("secret").empty()) record.columns["secret"] = base::random_token();
}

}  // namespace

register_::Register shared_register(const PeriodsOf& released) {
    using namespace register_;
    return {.key = "shared_table",
            .table = "releases_shared",
            .names = {TEXT("Links to tables"), TEXT("A link to a table")},
            .see = http::Role::coordinator,
            .change = http::Role::coordinator,
            .path = "/staff/settings/shared-tables",
            .fields = {text("title", TEXT("What the link is called"), longest_title)
                           .required()
                           .listed()
                           .searched()
                           .sorted()
                           .hint(TEXT("Stands above the table. Never a name of a person.")),
                       term("table_key", TEXT("What is shown"), tables_to_share()).listed().filter().usually("topic"),
                       link("place", TEXT("Place"), "directory.place")
                           .listed()
                           .filter()
                           .when_none(TEXT("The whole municipality")),
                       unit_through({{"place", "directory.unit_of_place"}}),
                       term("period", TEXT("Period"), periods_to_share(released))
                           .listed()
                           .usually("quarter")
                           .hint(TEXT("Of a single place a year is needed, except for how many asked.")),
                       date("open_until", TEXT("Open until"))
                           .required()
                           .listed()
                           .hint(TEXT("The last day. To close a link before, end its use.")),
                       stored("secret", {})},
            .rules = check_shared,
            .complete = make_secret,
            .words = {.about = TEXT("Who has the address of a link sees one released table, nothing else and nobody’s name. What "
                                    "is small is hidden as everywhere. Who opens it is not written down."),
                      .caption = TEXT("Links to tables"),
                      .add = TEXT("New link")}};
}

RetentionRules shared_rules() {
    return {counted(
        {.key = shared_rule,
         .title = TEXT("Links to tables"),
         .about = TEXT("The link is deleted with its title and its address. The time counts from its last day, or from when "
                       "its use was ended."),
         .period = {6, Period::Unit::months},
         .choice = PeriodChoice{1, 36},
         .laws = {},
         .number = [](const i18n::Translator& words, std::int64_t n) { return words.tn("{n} link", "{n} links", n); },
         .held = nullptr,
         .due = nullptr,
         .remove =
             [](db::Connection& connection, const Due& due, int most) {
                 const auto deleted =
                     connection.execute(sql::delete_shared, due.municipality_id, base::format_utc(due.before), most);
                 if (deleted > 0) kept::raise(connection, "shared_table", due.municipality_id);
                 return deleted;
             }},
        [](db::Connection& connection, std::string_view id, std::string_view before) {
            return connection.query(sql::count_shared, id, before)[0].integer("number");
        })};
}

const PrivacyNotice& shared_notice() {
    static const PrivacyNotice notice{
        .of = PrivacyNotice::Of::staff,
        .text = TEXT("Who made a link to a released table stands in the trail; who opens it stands nowhere. The link is deleted "
                     "{period} after it has closed."),
        .rule = shared_rule,
        .preserved = TEXT("Who made a link to a released table stands in the trail; who opens it stands nowhere. The "
                          "municipality deletes no closed links for the time being.")};
    return notice;
}

}  // namespace digilots::releases
