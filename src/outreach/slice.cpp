#include <map>

#include "outreach/outreach.h"
#include "outreach/sql.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/html/writer.h"
#include "platform/kept/versions.h"
#include "platform/register/day_counts.h"
#include "platform/register/measure.h"
#include "platform/register/unit_rule.h"
#include "platform/slice/counted_rule.h"
#include "taxonomy/taxonomy.h"

namespace digilots::outreach {

namespace {

using http::MenuPlace;

struct Kinds {
    register_::Records visits, trials, launches, onboarding, tours, walkthroughs, catch_ups;
};

const http::Menu menu{
    {MenuPlace::staff, 820, TEXT("Assisted digital visits"), "/staff/assisted-visits"},
    {MenuPlace::staff, 821, TEXT("Visits to groups"), "/staff/tours"},
    {MenuPlace::staff, 822, TEXT("Trials of new services"), "/staff/trials"},
    {MenuPlace::staff, 823, TEXT("Staff for launches"), "/staff/launches"},
    {MenuPlace::staff, 824, TEXT("Bringing people into a system"), "/staff/onboarding"},
    {MenuPlace::staff, 825, TEXT("Walked through with a group"), "/staff/walkthroughs", http::Role::guide, {"/staff/catch-ups"}},
};

const std::vector<PrivacyNotice> privacy{
    {.of = PrivacyNotice::Of::those_who_ask,
     .text = TEXT("When somebody helps you to meet a professional online, or we visit your group, what it was for and how it "
                  "went is kept, never who you are. Notes and what was asked are deleted {period} after the day. Counts stay."),
     .rule = std::string(notes_rule),
     .preserved = TEXT("When somebody helps you to meet a professional online, or we visit your group, what it was for and how "
                       "it went is kept, never who you are. Notes are kept for the time being.")},
    {.of = PrivacyNotice::Of::those_who_ask,
     .text = TEXT("When you could not come to a meeting of your group, how many get it in which other way is kept, never who. It "
                  "is deleted {period} after the meeting."),
     .rule = std::string(catch_up_rule),
     .preserved = TEXT("When you could not come to a meeting of your group, how many get it in which other way is kept, never "
                       "who.")},
};

/// Catch-ups of a group, ended ones too: while there are any, the group is not deleted away from them.
std::int64_t catch_ups_planned(db::Connection& connection, std::string_view municipality_id, std::string_view walkthrough) {
    return connection.query(sql::number_of_catch_ups, municipality_id, walkthrough)[0].integer("number");
}

/// A catch-up is of the unit of its group.
void add_units_of_walkthroughs(register_::Others& others, db::Database& database) {
    const auto units_of_groups = [&database](std::string_view municipality_id) {
        return database.read(
            [&](db::Connection& connection) { return connection.query(sql::units_of_walkthroughs, municipality_id); });
    };
    auto units = others.links.at("organisation.unit");
    const auto below = units.within;
    units.is_scope = false;
    units.within = [units_of_groups, below](const register_::Surroundings& around, std::string_view unit) {
        const auto all = unit == register_::of_no_unit ? std::vector<std::string>{""} : below(around, unit);
        std::vector<std::string> ids;
        for (const auto row : units_of_groups(around.municipality_id))
            if (base::holds(all, row.text("unit"))) ids.push_back(row.text("id"));
        return ids;
    };
    others.links["outreach.unit_of_walkthrough"] = std::move(units);
    others.unit_of = [units_of_groups](const register_::Record& catch_up, std::string_view municipality_id) -> std::string {
        for (const auto row : units_of_groups(municipality_id))
            if (row.text("id") == catch_up.text("walkthrough")) return row.text("unit");
        return "";
    };
}

/// What the form of the rota opens with.
std::string rota_line_of(const register_::Record& launch) {
    std::string query;
    for (const auto* name : {"title", "function", "place", "hours", "people", "first_day", "last_day"}) {
        const bool is_number = std::string_view(name) == "people";
        const auto value = is_number ? std::to_string(launch.whole(name).value_or(1)) : launch.text(name);
        if (!value.empty()) query += (query.empty() ? "?" : "&") + std::string(name) + "=" + html::url_encode(value);
    }
    return query;
}

/// The figure of a launch: what is logged at its place in its time.
register_::MoreOf help_given(std::vector<measures::Measure> of_log) {
    return [of_log = std::move(of_log)](const register_::Record& launch, const html::Page& page) {
        register_::More more;
        const auto* logged = measures::find_measure(of_log, "inquiries");
        const auto first = launch.date("first_day"), last = launch.date("last_day");
        if (!logged || !first || !last) return more;
        measures::Query query{.municipalities = {page.request().tenant->id},
                              .period = {*first, *last},
                              .by = {},
                              .where = {{"place", launch.text("place")}}};
        const auto topic = launch.text("topic");
        if (!topic.empty()) query.where["topic"] = topic;
        const auto rows = logged->figures(query);
        const auto number = measures::total_of(*logged, rows).amount;
        more.above.push_back({page.t("Help given there"),
                              {page.tn("{n} entry in the log so far", "{n} entries in the log so far", number)}});
        more.links.push_back({page.t("Put it into the rota"), page.tenant_url("/staff/booking/rota/new" + rota_line_of(launch))});
        return more;
    };
}

std::string language_in_words(std::string_view key, std::string_view, const i18n::Translator& words) {
    if (key.empty()) return words.t(TEXT("Not stated"));
    return taxonomy::label(taxonomy::List::language, key, words);
}

/// A row counts under each of its languages.
measures::Measure under_each_language(measures::Measure measure) {
    measure.figures = [whole = measure.figures](const measures::Query& asked) {
        auto query = asked;
        const auto wanted = asked.where.find("language");
        const bool is_split = base::holds(asked.by, std::string("language"));
        if (!is_split && wanted == asked.where.end()) return whole(asked);
        query.where.erase("language");
        if (!is_split) query.by.emplace_back("language");
        std::map<std::map<std::string, std::string>, std::int64_t> sums;
        for (const auto& row : whole(query)) {
            auto languages = register_::list_items(row.dimensions.at("language"));
            if (languages.empty()) languages.emplace_back();
            for (const auto& language : languages) {
                if (wanted != asked.where.end() && wanted->second != language) continue;
                auto key = row.dimensions;
                key.erase("language");
                if (is_split) key["language"] = language;
                sums[std::move(key)] += row.value.amount;
            }
        }
        std::vector<measures::Row> rows;
        for (const auto& [key, sum] : sums) rows.push_back({key, sum});
        return rows;
    };
    return measure;
}

std::vector<measures::Measure> measures_of(const Kinds& kinds) {
    const register_::DayCounts visits{
        .between = sql::visits_by_day, .numbers = {"visits", "worked"}, .last_day = sql::last_visit,
        .along = {"place", "purpose", "helper"}};
    const register_::DayCounts tours{
        .between = sql::tours_by_day, .numbers = {"visits", "persons"}, .last_day = sql::last_tour,
        .along = {"place", "kind", "language"}};
    const std::vector<measures::Dimension> of_visits{
        register_::field_dimension(kinds.visits, "place", "place", TEXT("Place"), TEXT("At somebody’s home, or elsewhere")),
        register_::field_dimension(kinds.visits, "purpose", "purpose", TEXT("What it was for"), TEXT("Not known")),
        register_::field_dimension(kinds.visits, "helper", "helper", TEXT("Who helped on site"), TEXT("Not known"))};
    const std::vector<measures::Dimension> of_tours{
        register_::field_dimension(kinds.tours, "place", "place", TEXT("Place"), TEXT("Elsewhere")),
        register_::field_dimension(kinds.tours, "kind", "kind", TEXT("Kind of group"), TEXT("Not known")),
        {"language", TEXT("Language"), language_in_words}};
    using Numbers = std::vector<std::int64_t>;
    const auto first = [](const Numbers& day) -> measures::Value { return day[0]; };
    const auto second = [](const Numbers& day) -> measures::Value { return day[1]; };
    return {
        register_::counted_by_day(
            kinds.visits, visits,
            {.key = "assisted_visits",
             .title = TEXT("Assisted digital visits"),
             .definition = TEXT("Visits at which a helper was on site and the professional online, on their day."),
             .unit = TEXT("visits"),
             .unit_of_one = TEXT("visit"),
             .dimensions = of_visits},
            first),
        register_::counted_by_day(
            kinds.visits, visits,
            {.key = "assisted_visits_worked",
             .title = TEXT("Assisted digital visits that worked"),
             .definition = TEXT("Assisted digital visits of which the helper said that it worked, on their day."),
             .unit = TEXT("visits"),
             .unit_of_one = TEXT("visit"),
             .dimensions = of_visits},
            second),
        under_each_language(register_::counted_by_day(
            kinds.tours, tours,
            {.key = "group_visits",
             .title = TEXT("Visits to groups"),
             .definition = TEXT("How many times staff went out to a group, on the day of the visit. A visit in several "
                                "languages stands under each of them, and counts once in the sum."),
             .unit = TEXT("visits"),
             .unit_of_one = TEXT("visit"),
             .dimensions = of_tours},
            first)),
        under_each_language(register_::counted_by_day(
            kinds.tours, tours,
            {.key = "group_visits_people",
             .title = TEXT("People at visits to groups"),
             .definition = TEXT("How many people came when staff went out to a group; visits without a number count as none. "
                                "Those of a visit in several languages stand under each of them, and count once in the sum."),
             .unit = TEXT("people"),
             .unit_of_one = TEXT("person"),
             .dimensions = of_tours},
            second))};
}

}  // namespace

RetentionRules retention_rules() {
    return {counted(
        {.key = std::string(notes_rule),
         .title = TEXT("Notes of visits, trials and tours"),
         .about = TEXT("The note of an assisted visit, the views of a trial and the questions of a group are deleted; the rest "
                       "stays. The time counts from their day."),
         .period = {24, Period::Unit::months},
         .choice = PeriodChoice{3, 120},
         .laws = archives_acts(),
         .number = [](const i18n::Translator& words, std::int64_t n) { return words.tn("{n} note", "{n} notes", n); },
         .held = nullptr,
         .due = nullptr,
         .remove =
             [](db::Connection& connection, const Due& due, int most) {
                 const auto before = base::format_utc(due.before);
                 const auto clear = [&](const db::Statement& statement, std::string_view kept_name) {
                     const auto cleared = connection.execute(statement, due.municipality_id, before, most);
                     if (cleared > 0) kept::raise(connection, kept_name, due.municipality_id);
                     return cleared;
                 };
                 return clear(sql::clear_visit, "assisted_visit") + clear(sql::clear_trial, "trial") +
                        clear(sql::clear_tour, "tour");
             }},
        [](db::Connection& connection, std::string_view id, std::string_view before) {
            return connection.query(sql::count_notes, id, before)[0].integer("number");
        }),
            catch_up_retention()};
}

Slice slice(db::Database& database, const base::Clock& clock, const register_::Others& others, const inquiries::Inquiries& log,
            register_::MoreOf sessions, TimesLeft times_left) {
    auto of_onboarding = others;
    if (sessions) of_onboarding.more = std::move(sessions);
    auto of_launches = others;
    of_launches.more = help_given(log.measures());
    auto of_walkthroughs = others, of_catch_ups = others;
    of_walkthroughs.more = who_is_left(database);
    of_walkthroughs.holds = [&database](const register_::Record& walkthrough, const html::Page& page) {
        const auto number = database.read([&](db::Connection& connection) {
            return catch_ups_planned(connection, page.request().tenant->id, walkthrough.id);
        });
        return number ? std::vector{page.tn("{n} catch-up", "{n} catch-ups", number)} : std::vector<std::string>{};
    };
    of_walkthroughs.is_held = [](db::Connection& connection, std::string_view municipality_id, std::string_view id) {
        return catch_ups_planned(connection, municipality_id, id) > 0;
    };
    of_catch_ups.links["outreach.walkthrough"] = walkthroughs_to_link(database);
    add_units_of_walkthroughs(of_catch_ups, database);
    auto of_trials = others;
    const auto box = std::make_shared<std::weak_ptr<Kinds>>();
    of_trials.more = [box](const register_::Record& trial, const html::Page& page) {
        const auto known = box->lock();
        return known ? way_to_take(known->trials, trial, page) : register_::More{};
    };
    const auto is_written_down = [&database](const register_::Record& tour, const register_::Surroundings& around) {
        return database.read([&](db::Connection& connection) {
            return connection.query(sql::same_tours, around.municipality_id, tour.text("day"), tour.text("title"),
                                    tour.text("hours"), tour.id)[0].integer("number") > 0;
        });
    };
    const std::shared_ptr<Kinds> kinds(new Kinds{{assisted_visit_register(), database, clock, others},
                                                 {trial_register(), database, clock, of_trials},
                                                 {launch_register(), database, clock, of_launches},
                                                 {onboarding_register(), database, clock, of_onboarding},
                                                 {tour_register(is_written_down, std::move(times_left)), database, clock, others},
                                                 {walkthrough_register(), database, clock, of_walkthroughs},
                                                 {catch_up_register(), database, clock, of_catch_ups}});
    *box = kinds;
    return {
        .name = "outreach",
        .routes =
            [kinds](const Slices&) {
                return http::Routes{{http::Method::post, "/{municipality}/staff/trials/{id}/take", http::Access::guide,
                                     [kinds](const http::Request& request) { return take_trial(kinds->trials, request); }}};
            },
        .registers = {&kinds->visits, &kinds->trials, &kinds->launches, &kinds->onboarding, &kinds->tours,
                      &kinds->walkthroughs, &kinds->catch_ups},
        .menu = menu,
        .measures = measures_of(*kinds),
        .privacy = privacy,
        .retention = retention_rules(),
        .duties = {catch_up_duties(database), trial_duties(database, clock), tour_duties(database, clock)},
        .owns = kinds,
    };
}

}  // namespace digilots::outreach
