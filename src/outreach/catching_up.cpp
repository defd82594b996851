// Something is walked through with a group, such as parents in a school; who did not come gets it in another way. Numbers alone.
#include <algorithm>

#include "outreach/outreach.h"
#include "outreach/sql.h"
#include "platform/base/time.h"
#include "platform/kept/versions.h"
#include "platform/personal/personal_data.h"
#include "platform/register/days_and_hours.h"
#include "platform/register/through.h"
#include "platform/register/types.h"
#include "platform/slice/counted_rule.h"

namespace digilots::outreach {

namespace {

using namespace register_;

constexpr std::size_t longest_of_walkthrough = 2000;
constexpr std::int64_t most_of_group = 10'000;

Choices ways() {
    return fixed_terms({{"email", TEXT("By e-mail")},
                        {"e_service", TEXT("In the e-service")},
                        {"paper", TEXT("On paper")},
                        {"introduction", TEXT("At an introduction talk")},
                        {"development", TEXT("At a development talk")},
                        {"phone", TEXT("By phone")},
                        {"next", TEXT("At the next meeting")}});
}

std::string way_text(std::string_view key, const i18n::Translator& words) {
    Surroundings around;
    around.words = &words;
    const auto choices = ways()(around);
    const auto* choice = find_choice(choices, key);
    return choice ? choice->label : std::string(key);
}

void check_no_person(const Checked& checked, std::initializer_list<const char*> names, Problems& problems) {
    for (const auto* name : names)
        if (personal::find_personal_data(checked.record.text(name)) != personal::PersonalData::none)
            problems.push_back({name, TEXT("Remove the number or address: nothing here tells of a person.")});
}

void check_walkthrough(const Checked& checked, Problems& problems) {
    check_no_person(checked, {"title", "about"}, problems);
    const auto invited = checked.record.whole("invited"), came = checked.record.whole("came");
    if (came) check_has_been(checked, "day", problems);
    const auto day = checked.record.date("day"), done_by = checked.record.date("done_by");
    if (day && done_by && *done_by < *day)
        add_problem_once(problems, "done_by", TEXT("That is before the day itself. Write a later day."));
    if (invited && came && *came > *invited)
        problems.push_back({"came", TEXT("More came than were invited. Correct one of the numbers.")});
}

void check_catch_up(const Checked& checked, Problems& problems) {
    check_no_person(checked, {"note"}, problems);
    if (checked.record.whole("number").value_or(0) < 1)
        problems.push_back({"number", TEXT("Write how many, from 1 on.")});
}

/// So many catch-ups are written down for the group beside this one.
std::int64_t others_written(const Writing& writing, std::string_view walkthrough, std::string_view but) {
    return writing.connection.query(sql::sum_of_catch_ups, writing.around.municipality_id, walkthrough, but)[0].integer("number");
}

/// Who did not come gets it once.
void hold_to_absent(const Writing& writing, const Record& catch_up, Problems& problems) {
    const auto group = catch_up.text("walkthrough");
    const auto rows = writing.connection.query(sql::walkthrough_figures, writing.around.municipality_id, group);
    if (rows.empty()) return;
    const auto number = [&](const char* column) { return rows[0].get<std::optional<std::int64_t>>(column).value_or(0); };
    const auto absent = std::max<std::int64_t>(0, number("invited") - number("came"));
    const auto room = std::max<std::int64_t>(0, absent - others_written(writing, group, catch_up.id));
    if (catch_up.whole("number").value_or(0) <= room) return;
    problems.push_back({"number",
                        TEXT("So many did not come and are in no other catch-up: {n}. Write at most that, or correct how "
                             "many were invited and came."),
                        room});
}

/// Nor do more get it than did not come where the group's numbers are corrected afterwards.
void hold_to_catch_ups(const Writing& writing, const Record& walkthrough, Problems& problems) {
    if (!writing.before) return;
    const auto absent = walkthrough.whole("invited").value_or(0) - walkthrough.whole("came").value_or(0);
    const auto written = others_written(writing, walkthrough.id, "");
    if (written <= absent) return;
    problems.push_back({"came",
                        TEXT("In catch-ups of this group there are already {n}: more than did not come by these numbers. "
                             "Correct the catch-ups first."),
                        written});
}

struct Left {
    std::int64_t absent = 0, done = 0, planned = 0, open = 0;
};
Left left_in(const db::Row& row) {
    const auto number = [&](const char* column) { return row.get<std::optional<std::int64_t>>(column).value_or(0); };
    Left left{.done = number("done"), .planned = number("planned")};
    left.absent = std::max<std::int64_t>(0, number("invited") - number("came"));
    left.open = left_to_catch_up(number("invited"), number("came"), left.done);
    return left;
}

std::vector<Duty> groups_to_catch_up(db::Database& database, std::string_view municipality_id) {
    const auto rows = database.read(
        [&](db::Connection& connection) { return connection.query(sql::walkthroughs_open, municipality_id); });
    std::vector<Duty> duties;
    for (const auto row : rows) {
        const auto left = left_in(row);
        if (left.open == 0) continue;
        duties.push_back({.id = row.text("id"),
                          .name = row.text("title"),
                          .why = {{TEXT("{n} of those who did not come on {day} have not had it yet."),
                                   {{"n", std::to_string(left.open)}, {"day", row.text("day")}}}},
                          .due = row.text("done_by"),
                          .responsible = "walkthrough",
                          .unit = row.text("unit"),
                          .record = "walkthrough:" + row.text("id"),
                          .path = "/staff/walkthroughs/" + row.text("id")});
    }
    return duties;
}

}  // namespace

std::int64_t left_to_catch_up(std::int64_t invited, std::int64_t came, std::int64_t done) {
    return std::max<std::int64_t>(0, invited - came - done);
}

Register walkthrough_register() {
    return {.key = "walkthrough",
            .table = "outreach_walkthrough",
            .names = {TEXT("Walked through with a group"), TEXT("Walked through with a group")},
            .see = http::Role::guide,
            .change = http::Role::guide,
            .path = "/staff/walkthroughs",
            .fields = {text("title", TEXT("Group"))
                           .required()
                           .listed()
                           .searched()
                           .sorted()
                           .hint(TEXT("Such as: parents of year 3. Never a child or a parent.")),
                       link("system", TEXT("Digital system"), "everyday.system")
                           .listed()
                           .filter()
                           .when_none(TEXT("No system"))
                           .when_wrong(TEXT("Choose a system from the list.")),
                       link("activity", TEXT("Activity"), "activities.activity")
                           .filter()
                           .when_none(TEXT("No activity"))
                           .when_wrong(TEXT("Choose an activity from the list.")),
                       date("day", TEXT("Day")).required().listed(),
                       link("place", TEXT("Place"), "directory.place")
                           .filter()
                           .when_none(TEXT("Elsewhere"))
                           .when_wrong(TEXT("Choose a place from the list.")),
                       whole_number("invited", TEXT("How many were invited"), 0, most_of_group).required().listed(),
                       whole_number("came", TEXT("How many came"), 0, most_of_group)
                           .required()
                           .listed()
                           .hint(TEXT("The rest did not come: a task reminds of them until they have had it.")),
                       long_text("about", TEXT("What those get who did not come"), longest_of_walkthrough)
                           .hint(TEXT("The paper, the film, the steps, or where they are.")),
                       date("done_by", TEXT("Done by")),
                       link("unit", TEXT("Unit"), "organisation.unit")
                           .listed()
                           .filter()
                           .when_none(TEXT("No unit"))
                           .not_checked()},
            .rules = check_walkthrough,
            .together = hold_to_catch_ups,
            .words = {.about = TEXT("Something is walked through with a group, such as at a parent meeting. Who did not come "
                                    "gets it in another way: how many and how, never who."),
                      .caption = TEXT("Walked through with a group"),
                      .empty = TEXT("Nothing is written down yet."),
                      .add = TEXT("Write down a meeting")}};
}

Register catch_up_register() {
    return {.key = "catch_up",
            .table = "outreach_catch_up",
            .names = {TEXT("Catch-ups"), TEXT("Catch-up")},
            .see = http::Role::guide,
            .change = http::Role::guide,
            .path = "/staff/catch-ups",
            .above = {{TEXT("Walked through with a group"), "/staff/walkthroughs"}},
            .fields = {link("walkthrough", TEXT("Group"), "outreach.walkthrough")
                           .required()
                           .listed()
                           .filter()
                           .from_address("walkthrough")
                           .when_wrong(TEXT("Choose a group from the list.")),
                       unit_through({{"walkthrough", "outreach.unit_of_walkthrough"}}),
                       term("way", TEXT("How they get it"), ways()).required().listed().filter(),
                       whole_number("number", TEXT("How many"), 0, most_of_group).required().listed(),
                       term("state", TEXT("How it stands"),
                            fixed_terms({{"planned", TEXT("Planned")}, {"done", TEXT("They have had it")}}))
                           .listed()
                           .filter()
                           .usually("planned"),
                       date("day", TEXT("Day")).listed(),
                       text("note", TEXT("Note")).hint(TEXT("Never who it is for."))},
            .rules = check_catch_up,
            .together = hold_to_absent,
            .words = {.about = TEXT("How those get it who did not come: how many, in which way, and whether they have had it."),
                      .caption = TEXT("Catch-ups"),
                      .empty = TEXT("Nothing is planned yet."),
                      .add = TEXT("Add a catch-up")}};
}

LinkSource walkthroughs_to_link(db::Database& database) {
    return {.choices =
                [&database](const Surroundings& around) {
                    const auto rows = database.read([&](db::Connection& connection) {
                        return connection.query(sql::walkthroughs_to_link, around.municipality_id);
                    });
                    std::vector<Choice> choices;
                    for (const auto row : rows)
                        choices.push_back({.key = row.text("id"), .label = row.text("title") + ", " + row.text("day")});
                    return choices;
                },
            .path = "/staff/walkthroughs/"};
}

MoreOf who_is_left(db::Database& database) {
    return [&database](const Record& walkthrough, const html::Page& page) {
        More more;
        const auto& here = page.request().tenant->id;
        const auto [rows, all] = database.read([&](db::Connection& connection) {
            return std::pair(connection.query(sql::catch_ups_of, here, walkthrough.id),
                             connection.query(sql::walkthrough_figures, here, walkthrough.id));
        });
        if (all.empty()) return more;
        const auto left = left_in(all[0]);
        More::Part part{page.t("Those who did not come"),
                        {page.tn("{n} person did not come", "{n} persons did not come", left.absent)}};
        for (const auto row : rows)
            part.lines.push_back(page.t(row.text("state") == "done" ? TEXT("{way}: {n} have had it") : TEXT("{way}: {n} planned"),
                                        {{"way", way_text(row.text("way"), page.translator())},
                                         {"n", page.translator().number(static_cast<double>(row.integer("number")))}}));
        if (left.open > 0)
            part.lines.push_back(page.tn("{n} has not had it yet", "{n} have not had it yet", left.open));
        else
            part.lines.push_back(page.t("All have had it."));
        more.above.push_back(std::move(part));
        more.links.push_back({page.t("Add a catch-up"), page.tenant_url("/staff/catch-ups/new?walkthrough=" + walkthrough.id)});
        more.links.push_back({page.t("Catch-ups of this group"),
                              page.tenant_url("/staff/catch-ups?walkthrough=" + walkthrough.id)});
        return more;
    };
}

DutyKind catch_up_duties(db::Database& database) {
    return {.key = "outreach.catch_up",
            .title = TEXT("Those who did not come are to get it"),
            .task = TEXT("See to those who did not come: {name}"),
            .gone = TEXT("All have had it, or it is not used any more."),
            .of = {{"walkthrough", TEXT("Walked through with a group")}},
            .now = [&database](std::string_view id) { return groups_to_catch_up(database, id); },
            .from = {{"walkthrough"}, {"catch_up"}},
            .days = 30,
            .rests = 14};
}

RetentionRule catch_up_retention() {
    return counted(
        {.key = std::string(catch_up_rule),
         .title = TEXT("Groups and those who did not come"),
         .about = TEXT("The group, its numbers and the catch-ups are deleted: of a small group they may tell of somebody. The "
                       "time counts from the day of the meeting."),
         .period = {12, Period::Unit::months},
         .choice = PeriodChoice{3, 36},
         .laws = archives_acts(),
         .number = [](const i18n::Translator& words, std::int64_t n) { return words.tn("{n} group", "{n} groups", n); },
         .held = nullptr,
         .due = nullptr,
         .remove =
             [](db::Connection& connection, const Due& due, int most) {
                 const auto rows =
                     connection.query(sql::due_walkthroughs, due.municipality_id, base::format_utc(due.before), most);
                 for (const auto row : rows) {
                     connection.execute(sql::delete_catch_ups, due.municipality_id, row.text("id"));
                     connection.execute(sql::delete_walkthrough, due.municipality_id, row.text("id"));
                 }
                 if (!rows.empty())
                     for (const auto* name : {"walkthrough", "catch_up"}) kept::raise(connection, name, due.municipality_id);
                 return std::ssize(rows);
             }},
        [](db::Connection& connection, std::string_view id, std::string_view before) {
            return connection.query(sql::count_walkthroughs, id, before)[0].integer("number");
        });
}

}  // namespace digilots::outreach
