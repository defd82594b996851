// What members of a network do together: theme groups, systems, visits, help for those who begin, examples from outside.
#include "network/network.h"
#include "network/terms.h"
#include "platform/register/types.h"

namespace digilots::network {

namespace {

using namespace register_;

void check_group(const Checked& checked, Problems& problems) {
    refuse_people(checked, problems, {"title", "about", "organisations"});
}

void check_action(const Checked& checked, Problems& problems) {
    refuse_people(checked, problems, {"title", "about"});
}

void check_system(const Checked& checked, Problems& problems) {
    refuse_people(checked, problems, {"title", "about", "run_by"});
    need_unit(checked, problems);
}

void check_visit(const Checked& checked, Problems& problems) {
    refuse_people(checked, problems, {"title", "programme", "notes", "with_whom", "answer"});
    const auto state = checked.record.text("state");
    const bool is_answer = !checked.record.text("answers").empty();
    if ((state == "held" || (is_answer && state == "agreed")) && checked.record.is_unknown("day"))
        problems.push_back({"day", TEXT("Write the day of the visit.")});
    if (is_answer && state == "declined" && checked.record.text("answer").empty())
        problems.push_back({"answer", TEXT("Say why not, in a word or two.")});
    need_unit(checked, problems);
}

void check_start(const Checked& checked, Problems& problems) {
    refuse_people(checked, problems, {"title", "mentor", "grants", "why"});
    if (checked.record.yes_or_no("needs_help").value_or(false) && checked.record.text("why").empty())
        problems.push_back({"why", TEXT("Say why: who gives out support wants to know.")});
}

void check_outside_example(const Checked& checked, Problems& problems) {
    refuse_people(checked, problems, {"title", "about", "municipality"});
    need_unit(checked, problems);
}

}  // namespace

Register group_register() {
    return {.key = "network_group",
            .table = "network_group",
            .names = {TEXT("Theme groups"), TEXT("Theme group")},
            .see = http::Role::guide,
            .change = http::Role::editor,
            .path = "/staff/network/groups",
            .above = {to_networks},
            .fields = {name_field(TEXT("Theme")), network_field(), function_field(TEXT("Function that leads it")),
                       lines("organisations", TEXT("Organisations in it"), {.lines = 60, .characters = 120}),
                       long_text("about", TEXT("What it is to reach"), longest_text), level_field()},
            .rules = check_group,
            .words = {.about = TEXT("Groups of a common strategy: their theme, who is in them, what they are to reach."),
                      .caption = TEXT("Groups"),
                      .empty = TEXT("There is no group yet."),
                      .add = TEXT("Add a theme group")}};
}

Register action_register() {
    return {.key = "network_action",
            .table = "network_action",
            .names = {TEXT("What theme groups do"), TEXT("What a theme group does")},
            .see = http::Role::guide,
            .change = http::Role::editor,
            .path = "/staff/network/actions",
            .above = {to_networks},
            .fields = {name_field(TEXT("What is done"), 300),
                       link("of_group", TEXT("Theme group"), "network.group").listed().filter().when_none(TEXT("No group")),
                       function_field(TEXT("Who sees to it")), date("due", TEXT("By when")).listed(),
                       state_field({{"planned", TEXT("Planned")},
                                    {"in_work", TEXT("In work")},
                                    {"done", TEXT("Done")},
                                    {"dropped", TEXT("Dropped")}},
                                   "planned"),
                       long_text("about", TEXT("What came of it"), longest_text)},
            .rules = check_action,
            .words = {.about = TEXT("What each group has taken on. Whoever sees the group sees what it does."),
                      .caption = TEXT("What is done"),
                      .empty = TEXT("Nothing is taken on yet."),
                      .add = TEXT("Add what a group does")}};
}

Register system_register(const municipality::Municipalities& municipalities) {
    return {.key = "network_system",
            .table = "network_system",
            .names = {TEXT("Systems that several share"), TEXT("System that several share")},
            .see = http::Role::guide,
            .change = http::Role::editor,
            .path = "/staff/network/systems",
            .above = {to_networks},
            .fields = {name_field(TEXT("System")),
                       term("kind", TEXT("Kind"), fixed_terms({{"e_services", TEXT("Platform for e-services")},
                                                               {"procurement", TEXT("Bought together")},
                                                               {"identity", TEXT("Signing in")},
                                                               {"cases", TEXT("System for cases or records")},
                                                               {"library", TEXT("Library system")},
                                                               {"other", TEXT("Something else")}}))
                           .usually("e_services")
                           .listed()
                           .filter(),
                       network_field(), text("run_by", TEXT("Who runs it"), 200).listed(),
                       terms("members", TEXT("Who uses it"), members_near(municipalities)),
                       function_field(TEXT("Our contact for it")), web_address("url", TEXT("Address on the web")),
                       long_text("about", TEXT("Good to know"), longest_text), level_from_a_unit_field(),
                       unit_field()},
            .rules = check_system,
            .kept_to_unit = "level",
            .words = {.about = TEXT("Platforms and systems that several municipalities share, and whom to ask here."),
                      .caption = TEXT("Systems"),
                      .empty = TEXT("There is no system yet."),
                      .add = TEXT("Add a system that is shared")}};
}

Register visit_register(const municipality::Municipalities& municipalities) {
    return {.key = "network_visit",
            .table = "network_visit",
            .names = {TEXT("Study visits"), TEXT("Study visit")},
            .see = http::Role::guide,
            .change = http::Role::editor,
            .path = "/staff/network/visits",
            .above = {to_networks},
            .fields = {name_field(TEXT("What is to be seen")), network_field(),
                       term("direction", TEXT("Who visits whom"), fixed_terms({{"we_host", TEXT("Others visit us")},
                                                                              {"we_visit", TEXT("We visit others")}}))
                           .usually("we_host")
                           .listed()
                           .filter(),
                       state_field({{"asked", TEXT("Asked for")},
                                    {"agreed", TEXT("Agreed")},
                                    {"held", TEXT("Held")},
                                    {"declined", TEXT("Declined")}},
                                   "asked"),
                       text("with_whom", TEXT("Who visits us, or whom we visit"), 200)
                           .listed()
                           .hint(TEXT("A municipality, a unit or an organisation, never a name.")),
                       term("member", TEXT("Which member is asked"), members_near(municipalities))
                           .listed()
                           .hint(TEXT("It answers on the network’s page, if the network sees this visit.")),
                       date("day", TEXT("Day")).listed().newest_first().hint(TEXT("Needed once it was held.")),
                       text("answer", TEXT("Our answer to who asks"), 1000)
                           .hint(TEXT("Where another member asks us. Needed with a no.")),
                       long_text("programme", TEXT("Programme"), longest_text),
                       long_text("notes", TEXT("What we learned"), longest_text), level_from_a_unit_field(),
                       unit_field(), stored("answers", TEXT("Question that it answers"))},
            .rules = check_visit,
            .kept_to_unit = "level",
            .words = {.about = TEXT("Visits that are asked for, agreed and held, with what they gave, for all to read."),
                      .caption = TEXT("Visits, the newest first"),
                      .empty = TEXT("There is no visit yet."),
                      .add = TEXT("Add a study visit")}};
}

Register start_register(const municipality::Municipalities& municipalities) {
    return {.key = "network_start",
            .table = "network_start",
            .names = {TEXT("Starting up"), TEXT("Municipality that starts up")},
            .see = http::Role::guide,
            .change = http::Role::coordinator,
            .path = "/staff/network/starts",
            .above = {to_networks},
            .fields = {name_field(TEXT("Heading")).hint(TEXT("Such as: Timrå begins in 2027")), network_field(),
                       term("member", TEXT("Municipality"), members_near(municipalities)).listed().filter(),
                       date("first_day", TEXT("Starts on")).listed().newest_first(),
                       date("last_day", TEXT("On its own feet from")),
                       terms("done", TEXT("What is done"), steps_of_a_start()),
                       text("mentor", TEXT("Mentor"), 200).listed().hint(TEXT("A municipality and a function, never a name.")),
                       long_text("grants", TEXT("Grants and support to ask for"), longest_text),
                       yes_no_unknown("needs_help", TEXT("Needs special support")).listed().filter(),
                       long_text("why", TEXT("Why"), longest_text).hint(TEXT("Needed with a yes to special support.")),
                       level_field()},
            .rules = check_start,
            .words = {.about = TEXT("Who begins, who stands beside them, what they can apply for and what is done. Those with "
                                    "special needs come first where support is given out."),
                      .caption = TEXT("Those who start up"),
                      .empty = TEXT("Nobody is starting up."),
                      .add = TEXT("Add who starts up")}};
}

Register example_register() {
    return {.key = "outside_example",
            .table = "network_example",
            .names = {TEXT("Examples from outside"), TEXT("Example from outside")},
            .see = http::Role::guide,
            .change = http::Role::editor,
            .path = "/staff/network/examples",
            .above = {to_networks},
            .fields = {name_field(TEXT("What they do"), 300), network_field(),
                       text("municipality", TEXT("Who does it"), 120).required().listed(),
                       whole_number("year", TEXT("Year"), 1990, 2100).listed(),
                       web_address("url", TEXT("Address on the web")),
                       long_text("about", TEXT("How it is done"), longest_text),
                       lines("tags", TEXT("Words to find it by"), {.lines = 12, .characters = 40}),
                       level_from_a_unit_field(), unit_field()},
            .rules = check_outside_example,
            .kept_to_unit = "level",
            .words = {.about = TEXT("What municipalities outside of the network do, with where it stands and of which year."),
                      .caption = TEXT("Examples"),
                      .empty = TEXT("There are no examples yet."),
                      .add = TEXT("Add an example from outside")}};
}

}  // namespace digilots::network
