// The lists that work with needs stands on.
#include "needs/needs.h"
#include "needs/terms.h"
#include "taxonomy/taxonomy.h"

namespace digilots::needs {

namespace {

using namespace register_;

Field year_field(i18n::Text title) {
    return whole_number("year", title, first_year, last_year);
}
Field source_field() {
    return text("source", TEXT("Source"), 300);
}

/// All texts of a kind are held against what tells of a person.
Rules refusing(std::initializer_list<const char*> fields) {
    return [fields = std::vector<const char*>(fields)](const Checked& checked, Problems& problems) {
        for (const char* field : fields) refuse_people(checked, problems, {field});
    };
}

void check_group(const Checked& checked, Problems& problems) {
    refuse_people(checked, problems, {"title", "about"});
    if (checked.record.whole("people") && !checked.record.whole("year"))
        problems.push_back({"year", TEXT("Say which year the size is of.")});
}

void check_signal(const Checked& checked, Problems& problems) {
    refuse_people(checked, problems, {"title", "reason"});
    if (checked.record.text("state") == "activity" && checked.record.text("activity").empty() &&
        checked.record.text("reason").empty())
        problems.push_back(
            {"reason", TEXT("Choose the activity that came of it, or say in words what was arranged.")});
}

}  // namespace

Register group_register() {
    return {
        .key = "needs_group",
        .table = "needs_group",
        .names = {TEXT("Groups that need support"), TEXT("Group that needs support")},
        .see = http::Role::guide,
        .change = http::Role::editor,
        .path = "/staff/needs/groups",
        .above = {to_needs},
        .fields =
            {name_field(TEXT("Group")),
             term("target_group", TEXT("As the log calls it"), taxonomy::choices_of(taxonomy::List::target_group))
                 .filter()
                 .when_none(TEXT("None of them")),
             whole_number("people", TEXT("How many, about"), 0, 20'000'000).listed(),
             year_field(TEXT("Year of the size")).listed().hint(TEXT("Needed where the size is known.")),
             source_field(),
             barriers_field(TEXT("What stands in the way")),
             lines("met_at", TEXT("Where they can be met"), {.lines = 30, .characters = 100}),
             terms("steps", TEXT("Where on the stair they stand"), taxonomy::steps_of_the_stair())
                 .filter()
                 .hint(TEXT("One goes up and down it: tick each step on which many of them stand.")),
             yes_no_unknown("has_somebody", TEXT("Do most of them have somebody to ask?")).filter().listed(),
             long_text("about", TEXT("What we know"), longest_text), unit_field()},
        .rules = check_group,
        .words = {
            .about = TEXT(
                "Groups, never persons: how many they are, what stands in their way, where they can be met."),
            .caption = TEXT("Groups"),
            .empty = TEXT("There is no group yet."),
            .add = TEXT("Add a group")}};
}

Register supporter_register() {
    return {
        .key = "needs_supporter",
        .table = "needs_supporter",
        .names = {TEXT("People who support somebody"), TEXT("People in one role who support somebody")},
        .see = http::Role::guide,
        .change = http::Role::editor,
        .path = "/staff/needs/supporters",
        .above = {to_needs},
        .fields = {name_field(TEXT("Role"))
                       .hint(TEXT("Such as: staff of a home, relatives, legal guardian, contact person")),
                   link("of_group", TEXT("Whom they support"), "needs.group")
                       .listed()
                       .filter()
                       .when_none(TEXT("No group")),
                   lines("decides", TEXT("What they decide or buy"), {.lines = 20, .characters = 100})
                       .hint(TEXT("Such as: which tablet, which apps")),
                   lines("met_at", TEXT("Where they can be met"), {.lines = 30, .characters = 100}),
                   long_text("needs", TEXT("What they need from us"), longest_text), unit_field()},
        .rules = refusing({"title", "decides", "needs"}),
        .words = {
            .about = TEXT(
                "Those near somebody often decide what is bought and used. They are a group to reach, too."),
            .caption = TEXT("Roles"),
            .empty = TEXT("There is no role yet."),
            .add = TEXT("Add a role")}};
}

Register equipment_register() {
    return {
        .key = "needs_equipment",
        .table = "needs_equipment",
        .names = {TEXT("Network, devices and rooms"), TEXT("Network, devices and rooms of a unit")},
        .see = http::Role::guide,
        .change = http::Role::editor,
        .path = "/staff/needs/equipment",
        .above = {to_needs},
        .fields = {name_field(TEXT("Unit or home")),
                   link("place", TEXT("Place"), "directory.place")
                       .filter()
                       .when_none(TEXT("No place of the directory")),
                   yes_no_unknown("wifi", TEXT("Wifi for those who live or come there")).listed().filter(),
                   lines("devices", TEXT("Devices"), {.lines = 30, .characters = 100})
                       .hint(TEXT("One kind a line: 4 tablets")),
                   lines("rooms", TEXT("Rooms"), {.lines = 30, .characters = 100}),
                   function_field(TEXT("Who owns it")), date("day", TEXT("As of")).listed(),
                   long_text("idea", TEXT("With wifi here we could"), longest_text)
                       .hint(TEXT("What could be arranged here that cannot be today.")),
                   whole_number("supporters", TEXT("How many stand behind the idea"), 0, 100'000).listed(),
                   unit_field()},
        .rules = refusing({"title", "idea", "devices", "rooms"}),
        .words = {
            .about = TEXT(
                "What there is at each unit, who owns it, and what could be done there if it were better."),
            .caption = TEXT("Units"),
            .empty = TEXT("No unit is described yet."),
            .add = TEXT("Describe a unit")}};
}

Register challenge_register() {
    return {
        .key = "challenge",
        .table = "needs_challenge",
        .names = {TEXT("Challenges"), TEXT("Challenge")},
        .see = http::Role::guide,
        .change = http::Role::editor,
        .path = "/staff/needs/challenges",
        .above = {to_needs, {TEXT("Challenges in order of points"), "/staff/needs/ranking"}},
        .fields = {name_field(TEXT("Challenge"), 300), text("origin", TEXT("Where it came up"), 200),
                   term("target_group", TEXT("Whom it meets"), taxonomy::choices_of(taxonomy::List::target_group))
                       .filter()
                       .when_none(TEXT("Not stated")),
                   barriers_field(TEXT("Obstacles that it is about")), long_text("about", TEXT("What it is"), longest_text),
                   state_field({{"open", TEXT("Open")}, {"in_work", TEXT("In work")}, {"done", TEXT("Done")}},
                               "open"),
                   unit_field()},
        .rules = refusing({"title", "origin", "about"}),
        .words = {
            .about = TEXT(
                "What stands in the way, in one sentence each. Workshops give them points; the order is the "
                "sum."),
            .caption = TEXT("Challenges"),
            .empty = TEXT("There is no challenge yet."),
            .add = TEXT("Add a challenge")}};
}

Register points_register() {
    return {.key = "challenge_points",
            .table = "needs_points",
            .names = {TEXT("Points of workshops"), TEXT("Points of a workshop")},
            .see = http::Role::guide,
            .change = http::Role::editor,
            .path = "/staff/needs/points",
            .above = {to_needs, {TEXT("Challenges in order of points"), "/staff/needs/ranking"}},
            .fields = {name_field(TEXT("Workshop")),
                       link("challenge", TEXT("Challenge"), "needs.challenge")
                           .required()
                           .listed()
                           .filter()
                           .when_wrong(TEXT("Choose a challenge from the list.")),
                       whole_number("points", TEXT("Points"), 0, 10'000).required().listed(),
                       date("day", TEXT("Day")).listed()},
            .words = {.about = TEXT("What each workshop gave each challenge."),
                      .caption = TEXT("Points"),
                      .empty = TEXT("No workshop has given points yet."),
                      .add = TEXT("Add points")}};
}

Register inventory_register() {
    return {
        .key = "needs_inventory",
        .table = "needs_inventory",
        .names = {TEXT("Inventories of needs"), TEXT("Inventory of needs")},
        .see = http::Role::guide,
        .change = http::Role::editor,
        .path = "/staff/needs/inventories",
        .above = {to_needs},
        .fields = {name_field(TEXT("Name")), long_text("scope", TEXT("What it covers"), longest_text),
                   long_text("method", TEXT("How it is done"), longest_text),
                   whole_number("partners", TEXT("How many partners were asked"), 0, 10'000).listed(),
                   state_field(
                       {{"planned", TEXT("Planned")}, {"in_work", TEXT("In work")}, {"done", TEXT("Done")}},
                       "planned"),
                   date("day", TEXT("Day")).listed(),
                   link("round", TEXT("Round of mapping"), "needs.round").when_none(TEXT("None")),
                   lines("results", TEXT("Needs that it found"), {.lines = 100, .characters = 300})
                       .hint(TEXT("One a line.")),
                   activity_field(),
                   unit_field()},
        .rules = refusing({"title", "scope", "method", "results"}),
        .words = {
            .about = TEXT(
                "An inventory is something one delivers: what it covers, how it was done, what it found."),
            .caption = TEXT("Inventories"),
            .empty = TEXT("There is no inventory yet."),
            .add = TEXT("Add an inventory")}};
}

Register signal_register() {
    return {.key = "needs_signal",
            .table = "needs_signal",
            .names = {TEXT("Signals"), TEXT("Signal")},
            .see = http::Role::guide,
            .change = http::Role::guide,
            .path = "/staff/needs/signals",
            .above = {to_needs},
            .fields = {name_field(TEXT("What somebody noticed"), 300),
                       date("day", TEXT("Day")).required().listed().newest_first(),
                       term("told_by", TEXT("Who noticed it"),
                            fixed_terms({{"staff", TEXT("Our staff")},
                                         {"partner", TEXT("A partner")},
                                         {"residents", TEXT("Residents")}}))
                           .listed()
                           .filter()
                           .when_none(TEXT("Not stated")),
                       term("state", TEXT("What became of it"),
                            fixed_terms({{"new", TEXT("Nothing yet")},
                                         {"activity", TEXT("An activity")},
                                         {"question", TEXT("A question to somebody")},
                                         {"nothing", TEXT("Nothing: we leave it")}}))
                           .usually("new")
                           .listed()
                           .filter(),
                       activity_field(),
                       long_text("reason", TEXT("Why, or what came of it"), longest_text)
                           .hint(TEXT("Needed where an activity came of it and none is chosen.")),
                       unit_field()},
            .rules = check_signal,
            .words = {.about = TEXT("What partners and staff notice in passing. Each becomes an activity, a "
                                    "question, or is left."),
                      .caption = TEXT("Signals, the newest first"),
                      .empty = TEXT("Nobody has noticed anything yet."),
                      .add = TEXT("Note a signal")}};
}

Register insight_register() {
    return {
        .key = "insight",
        .table = "needs_insight",
        .names = {TEXT("Insights"), TEXT("Insight")},
        .see = http::Role::guide,
        .change = http::Role::editor,
        .path = "/staff/needs/insights",
        .above = {to_needs},
        .fields = {name_field(TEXT("What a study of the country found"), 300),
                   text("publisher", TEXT("Who published it"), 200).listed(),
                   year_field(TEXT("Year")).listed(), text("population", TEXT("Whom it asked"), 200),
                   long_text("conclusion", TEXT("What it means here"), longest_text),
                   long_text("measure", TEXT("What we do about it"), longest_text),
                   state_field({{"open", TEXT("Open")}, {"in_work", TEXT("In work")}, {"done", TEXT("Done")}},
                               "open"),
                   unit_field()},
        .rules = refusing({"title", "conclusion", "measure"}),
        .words = {.about = TEXT("From what is known of the country to what it means here and what is done."),
                  .caption = TEXT("Insights"),
                  .empty = TEXT("There is no insight yet."),
                  .add = TEXT("Add an insight")}};
}

}  // namespace digilots::needs
