// Who was invited and how, how those who signed up had heard of it, and what was tried to reach more.
#include "activities/recruiting.h"

#include <algorithm>

#include "activities/campaigns.h"
#include "activities/sql.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/measures/time.h"
#include "platform/register/days_and_hours.h"
#include "platform/register/free_text.h"
#include "platform/register/measure.h"
#include "platform/register/through.h"
#include "platform/register/types.h"
#include "taxonomy/taxonomy.h"

namespace digilots::activities {

namespace {

using namespace register_;

constexpr std::int64_t most_invited = 100'000;
constexpr std::size_t longest_of_experiment = 2000;

std::vector<Choice> channels_offered(const Surroundings& around) {
    std::vector<Choice> choices;
    for (const auto& one : taxonomy::terms(taxonomy::List::found_us)) choices.push_back({one.key, around.t(one.label)});
    return choices;
}

void check_invitation(const Checked& checked, Problems& problems) {
    check_no_person(checked, {"about"}, problems);
    check_has_been(checked, "invited_on", problems);
    const auto day = checked.record.date("invited_on"), session = checked.record.date("session_day");
    if (day && session && *session < *day)
        add_problem_once(problems, "invited_on", TEXT("The session had been by then. Correct one of the two days."));
}

/// To a session there is, where one is named: to none it would count nowhere.
void hold_to_a_session(const Writing& writing, const Record& invitation, Problems& problems) {
    const auto day = invitation.text("session_day");
    if (day.empty() || (writing.before && writing.before->text("session_day") == day)) return;
    const auto rows = writing.connection.query(sql::sessions_on_day, writing.around.municipality_id,
                                               invitation.text("activity"), day);
    if (rows[0].integer("number") == 0)
        problems.push_back({"session_day", TEXT("No session of it is on that day. Its days stand on the page of the activity.")});
}

void check_experiment(const Checked& checked, Problems& problems) {
    check_no_person(checked, {"title", "about", "expected", "result", "next_step"}, problems);
    const auto& record = checked.record;
    if (record.text("first_day").empty()) add_problem_once(problems, "first_day", TEXT("Write the first day."));
    const auto first = record.date("first_day");
    if (first && *first > checked.around.today && !record.text("outcome").empty())
        add_problem_once(problems, "outcome", TEXT("It has not begun: whether it worked is not known yet."));
    if (!record.text("outcome").empty() && record.text("result").empty())
        problems.push_back({"result", TEXT("Write what came of it, too.")});
}

/// Figures of a time as one line.
std::string line_of_time(const Activities::Implementation& self, const Record& experiment, base::Date from, base::Date to,
                         i18n::Text line, const html::Page& page) {
    const auto& here = page.request().tenant->id;
    const auto all = self.database.read([&](db::Connection& connection) {
        return connection.query(sql::all_channels, here, experiment.text("activity"), "", experiment.text("campaign"),
                                base::format_date(from), base::format_date(to));
    });
    const auto sum_of = [&](const char* column) {
        std::int64_t sum = 0;
        for (const auto row : all) sum += row.integer(column);
        return sum;
    };
    const auto number = [&](const char* column) { return std::to_string(sum_of(column)); };
    auto text = page.t(line, {{"from", page.translator().date(from)},
                              {"to", page.translator().date(to)},
                              {"sessions", page.tn("{n} activity session", "{n} activity sessions", sum_of("sessions"))},
                              {"signed_up", number("signed_up")},
                              {"came", number("came")}});
    const auto channel = experiment.text("channel");
    if (channel.empty() || !experiment.text("campaign").empty()) return text;
    const auto by_channel = reached_by_channel(self, here, {.activity = experiment.text("activity"), .from = from, .to = to});
    const auto found = by_channel.find(channel);
    const auto reached = found == by_channel.end() ? Reached{} : found->second;
    return text + " " +
           page.t("By this way: {invited} invited, {signed_up} signed up, {came} came.",
                  {{"invited", std::to_string(reached.invited)},
                   {"signed_up", std::to_string(reached.signed_up)},
                   {"came", std::to_string(reached.came)}});
}

using Figure = std::map<std::string, std::string>;

/// What an activity, also one that has ended, says along a dimension.
struct AlongActivity {
    std::string kind, unit;
};

/// Rows of day, activity, channel, number, as figures.
std::vector<measures::Row> channel_figures(const Activities::Implementation& self, const db::Statement& statement,
                                           const measures::Query& query) {
    std::map<Figure, std::int64_t> sums;
    const auto from = base::format_date(query.period.from), to = base::format_date(query.period.to);
    for (const auto& municipality : query.municipalities) {
        const auto rows = self.database.read(
            [&](db::Connection& connection) { return connection.query(statement, municipality, from, to); });
        std::map<std::string, AlongActivity> of_activities;
        const auto activity_of = [&](const std::string& id) -> const AlongActivity& {
            const auto [known, is_new] = of_activities.try_emplace(id);
            if (const auto found = is_new ? self.activities.find(municipality, id) : std::nullopt)
                known->second = {found->text("kind"), found->text("unit")};
            return known->second;
        };
        for (const auto row : rows) {
            const auto along = [&](const std::string& dimension) {
                if (measures::is_time(dimension)) return measures::time_key(dimension, row.text("day"));
                if (dimension == "activity") return row.text("activity");
                if (dimension == "kind") return activity_of(row.text("activity")).kind;
                if (dimension == "unit") return activity_of(row.text("activity")).unit;
                return dimension == "municipality" ? municipality : row.text("channel");
            };
            const auto fits_in = [&](const auto& one) {
                if (one.first == "unit") return is_asked_for(self.activities, query, municipality, along("unit"));
                return along(one.first) == one.second;
            };
            if (row.integer("number") == 0 || !std::ranges::all_of(query.where, fits_in)) continue;
            Figure key;
            for (const auto& dimension : query.by) key[dimension] = along(dimension);
            sums[key] += row.integer("number");
        }
    }
    std::vector<measures::Row> figures;
    for (const auto& [key, sum] : sums) figures.push_back({key, sum});
    return figures;
}

measures::Measure by_channel_measure(const Activities& activities, measures::Measure measure, const db::Statement& between,
                                     const db::Statement& last) {
    const auto& self = Inside::of(activities);
    const auto channel = [](std::string_view key, std::string_view, const i18n::Translator& words) {
        return key.empty() ? words.t(TEXT("Not stated")) : taxonomy::label(taxonomy::List::found_us, key, words);
    };
    measure.unit_of_one = TEXT("person");
    const auto title = [&self](std::string_view key, std::string_view municipality, const i18n::Translator& words) {
        const auto found = self.activities.find(municipality, key);
        return found ? found->text("title") : words.t(TEXT("An activity that is not there any more"));
    };
    measure.dimensions = {{"found_us", TEXT("How they heard of it"), channel},
                          {"activity", TEXT("Activity"), title},
                          field_dimension(self.activities, "kind", "kind", TEXT("Kind"), TEXT("None"))};
    if (auto units = unit_dimension(self.activities)) measure.dimensions.push_back(*std::move(units));
    measure.figures = [&self, &between](const measures::Query& query) { return channel_figures(self, between, query); };
    measure.last_day = [&self, &last](std::string_view municipality) {
        return self.database.read([&](db::Connection& connection) {
            return base::parse_date(connection.query(last, municipality)[0].text_or_empty("day"));
        });
    };
    return measure;
}

}  // namespace

Register invitation_register() {
    return {.key = "invitation",
            .table = "activities_invitation",
            .names = {TEXT("Invitations"), TEXT("Invitation")},
            .see = http::Role::guide,
            .change = http::Role::guide,
            .path = "/staff/invitations",
            .above = {{TEXT("Invited, signed up, came"), "/staff/recruiting"}},
            .fields = {link("activity", TEXT("Activity"), "activities.activity")
                           .required()
                           .listed()
                           .filter()
                           .from_address("activity")
                           .when_wrong(TEXT("Choose an activity from the list.")),
                       date("session_day", TEXT("Session on"))
                           .listed()
                           .from_address("day")
                           .hint(TEXT("Without a day: to all of its sessions.")),
                       term("channel", TEXT("How they were invited"), channels_offered)
                           .required()
                           .listed()
                           .filter()
                           .when_missing(TEXT("Choose how they were invited.")),
                       whole_number("number", TEXT("How many were invited"), 0, most_invited).required().listed(),
                       date("invited_on", TEXT("Invited on")).required().listed(),
                       unit_through({{"activity", "activities.unit_of_activity"}}),
                       text("about", TEXT("What was done"))
                           .hint(TEXT("Such as: letters to all over 75. Never who."))},
            .rules = check_invitation,
            .together = hold_to_a_session,
            .words = {.about = TEXT("How many were invited, and how. Beside it stand those who signed up and came, by how they "
                                    "had heard of it."),
                      .caption = TEXT("Invitations"),
                      .empty = TEXT("No invitation is written down yet."),
                      .add = TEXT("Write down an invitation")}};
}

Register experiment_register() {
    return {.key = "experiment",
            .table = "activities_experiment",
            .names = {TEXT("What we try"), TEXT("Something we try")},
            .see = http::Role::guide,
            .change = http::Role::guide,
            .path = "/staff/experiments",
            .above = {{TEXT("Invited, signed up, came"), "/staff/recruiting"}},
            .fields = {text("title", TEXT("What is tried"))
                           .required()
                           .listed()
                           .searched()
                           .sorted()
                           .hint(TEXT("Such as: an invitation by text message instead of a poster")),
                       long_text("about", TEXT("How it is done"), longest_of_experiment).searched(),
                       period("first_day", "last_day", TEXT("Tried"))
                           .required()
                           .hint(TEXT("Figures of this time stand beside those of as many days before it.")),
                       link("activity", TEXT("Activity"), "activities.activity")
                           .listed()
                           .filter()
                           .when_none(TEXT("All activities"))
                           .when_wrong(TEXT("Choose an activity from the list.")),
                       campaign_field("campaign", TEXT("Campaign or theme week"))
                           .hint(TEXT("As it is written at its activities: their figures count.")),
                       term("channel", TEXT("Way it is about"), channels_offered)
                           .listed()
                           .filter()
                           .when_none(TEXT("None in particular")),
                       long_text("expected", TEXT("What we expect"), longest_of_experiment),
                       term("outcome", TEXT("Whether it worked"),
                            fixed_terms({{"worked", TEXT("It worked")},
                                         {"partly", TEXT("It worked in part")},
                                         {"failed", TEXT("It did not work")}}))
                           .listed()
                           .filter()
                           .when_none(TEXT("It goes on")),
                       long_text("result", TEXT("What came of it"), longest_of_experiment)
                           .searched()
                           .hint(TEXT("Needed once it is said whether it worked.")),
                       long_text("next_step", TEXT("What we do next"), longest_of_experiment),
                       link("unit", TEXT("Unit"), "organisation.unit")
                           .listed()
                           .filter()
                           .when_none(TEXT("No unit"))
                           .not_checked()},
            .rules = check_experiment,
            .words = {.about = TEXT("What is tried to reach more people: what was expected, what came of it, and what is done "
                                    "next. Figures from before and during it stand on its page."),
                      .caption = TEXT("What we try"),
                      .empty = TEXT("Nothing is tried yet."),
                      .add = TEXT("Try something")}};
}

std::map<std::string, Reached> reached_by_channel(const Activities::Implementation& self, std::string_view municipality_id,
                                                  const ReachedOf& of) {
    const auto from = base::format_date(of.from), to = base::format_date(of.to);
    return self.database.read([&](db::Connection& connection) {
        std::map<std::string, Reached> reached;
        Reached known, all;
        const auto is_asked_for = [&](const db::Row& row) { return !of.among || base::holds(*of.among, row.text("activity")); };
        for (const auto row : connection.query(sql::by_channel, municipality_id, of.activity, of.session, of.session_day,
                                               from, to)) {
            if (!is_asked_for(row)) continue;
            auto& one = reached[row.text("channel")];
            one.invited += row.integer("invited");
            one.signed_up += row.integer("signed_up");
            one.came += row.integer("came");
            known.signed_up += row.integer("signed_up");
            known.came += row.integer("came");
        }
        for (const auto row :
             connection.query(sql::all_channels, municipality_id, of.activity, of.session, of.campaign, from, to)) {
            if (!is_asked_for(row)) continue;
            all.signed_up += row.integer("signed_up");
            all.came += row.integer("came");
        }
        const Reached unknown{.signed_up = std::max<std::int64_t>(0, all.signed_up - known.signed_up),
                              .came = std::max<std::int64_t>(0, all.came - known.came)};
        if (unknown.signed_up > 0 || unknown.came > 0) reached[""] = unknown;
        return reached;
    });
}

More Activities::Implementation::more_of_experiment(const Record& experiment, const html::Page& page) const {
    More more;
    const auto first = experiment.date("first_day");
    if (!first) return more;
    const auto today = around(page.request().tenant->id).today;
    if (*first > today) {
        more.above.push_back({page.t("Figures"), {page.t("It has not begun: there are no figures yet.")}});
        return more;
    }
    // What goes on is held against as many days as it has lasted so far.
    const auto last = std::max(*first, std::min(experiment.date("last_day").value_or(today), today));
    const auto days = (std::chrono::sys_days(last) - std::chrono::sys_days(*first)).count() + 1;
    const auto before = base::add_days(*first, -static_cast<int>(days));
    more.above.push_back(
        {page.t("Figures"),
         {line_of_time(*this, experiment, before, base::add_days(*first, -1),
                       TEXT("Before, {from} – {to}: {sessions}, {signed_up} signed up, {came} came."), page),
          line_of_time(*this, experiment, *first, last,
                       TEXT("During, {from} – {to}: {sessions}, {signed_up} signed up, {came} came."), page)}});
    const auto activity = experiment.text("activity");
    more.links.push_back({page.t("Invited, signed up, came"),
                          page.tenant_url("/staff/recruiting?from=" + base::format_date(*first) + "&to=" +
                                          base::format_date(last) + (activity.empty() ? "" : "&activity=" + activity))});
    return more;
}

measures::Measure invited(const Activities& activities) {
    return by_channel_measure(activities,
                              {.key = "activity_invited",
                               .title = TEXT("Invited to activities"),
                               .definition = TEXT("How many were invited to activities as staff wrote it down, on the day they "
                                                  "were invited. Whoever is invited twice counts twice."),
                               .unit = TEXT("people")},
                              sql::invited_between, sql::last_invited);
}

measures::Measure signed_up_by_channel(const Activities& activities) {
    return by_channel_measure(
        activities,
        {.key = "activity_signed_up",
         .title = TEXT("Signed up for activities"),
         .definition = TEXT("How many are or were signed up for sessions that are not cancelled, with a seat or waiting, on the "
                            "day of the session. Whoever cancels is not counted."),
         .unit = TEXT("people")},
        sql::heard_between, sql::last_signed_up_for);
}

}  // namespace digilots::activities
