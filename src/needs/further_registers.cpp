// Further lists of work with needs: wishes, paper, help outside one's job, investigations, guidance, how we
// do.
#include "needs/needs.h"
#include "needs/terms.h"

namespace digilots::needs {

namespace {

using namespace register_;

void check_wish(const Checked& checked, Problems& problems) {
    refuse_people(checked, problems, {"title", "from_group", "to_group", "answer"});
    const auto says = [&](const char* field) { return !checked.record.text(field).empty(); };
    if (!says("function") && !says("body") && !says("to_group"))
        problems.push_back({"to_group", TEXT("Choose a function or a group that is to do it, or write whom you mean.")});
    if (checked.record.text("state") == "declined" && checked.record.text("answer").empty())
        problems.push_back({"answer", TEXT("Say why: whoever wished it wants to know.")});
}

void check_paper_form(const Checked& checked, Problems& problems) {
    refuse_people(checked, problems, {"title", "about"});
    if (checked.record.whole("volume") && !checked.record.whole("year"))
        problems.push_back({"year", TEXT("Say which year the number is of.")});
}

void check_informal(const Checked& checked, Problems& problems) {
    refuse_people(checked, problems, {"title", "about", "questions"});
}

void check_investigation(const Checked& checked, Problems& problems) {
    refuse_people(checked, problems, {"title", "result", "plan", "decision"});
    if (checked.record.text("state") == "decided" && checked.record.is_unknown("decided_on"))
        problems.push_back({"decided_on", TEXT("Write the day of the decision.")});
}

void check_guidance(const Checked& checked, Problems& problems) {
    refuse_people(checked, problems, {"title", "offers", "administrative", "economic"});
}

void check_hit(const Checked& checked, Problems& problems) {
    refuse_people(checked, problems, {"title", "evidence", "next"});
    if (!checked.record.is_unknown("hits") && checked.record.text("evidence").empty())
        problems.push_back(
            {"evidence", TEXT("Say what the answer rests on: the log, what residents said, a count.")});
}

}  // namespace

Register wish_register() {
    return {.key = "wish",
            .table = "needs_wish",
            .names = {TEXT("Wishes to other groups"), TEXT("Wish to another group")},
            .see = http::Role::guide,
            .change = http::Role::editor,
            .path = "/staff/needs/wishes",
            .above = {to_needs},
            .fields = {name_field(TEXT("Wish"), 300).from_address("title"),
                       text("from_group", TEXT("Who wishes it"), 120)
                           .required()
                           .from_address("from_group")
                           .listed()
                           .hint(TEXT("A working group or unit")),
                       function_field(TEXT("To which function"))
                           .listed()
                           .from_address("function")
                           .hint(TEXT("It becomes a task of whoever holds the function.")),
                       link("body", TEXT("To which group"), "bodies.group")
                           .listed()
                           .filter()
                           .from_address("body")
                           .when_none(TEXT("No group"))
                           .when_wrong(TEXT("Choose a group from the list."))
                           .hint(TEXT("It becomes a task of the group’s secretary.")),
                       text("to_group", TEXT("To somebody else"), 120)
                           .listed()
                           .hint(TEXT("Needed where neither a function nor a group is chosen: who is in neither list, such as an "
                                      "association. Nobody gets a task.")),
                       state_field({{"new", TEXT("Not answered")},
                                    {"accepted", TEXT("They do it")},
                                    {"done", TEXT("Done")},
                                    {"declined", TEXT("They do not do it")}},
                                   "new"),
                       date("due", TEXT("By when")).listed(),
                       long_text("answer", TEXT("Their answer"), longest_text)
                           .hint(TEXT("Needed where they do not do it.")),
                       unit_field()},
            .rules = check_wish,
            .words = {.about = TEXT("What one group asks another to do, such as what should be told to "
                                    "residents, and how it went."),
                      .caption = TEXT("Wishes"),
                      .empty = TEXT("There is no wish yet."),
                      .add = TEXT("Add a wish")}};
}

Register paper_form_register() {
    return {.key = "paper_form",
            .table = "needs_paper_form",
            .names = {TEXT("Paper forms in use"), TEXT("Paper form in use")},
            .see = http::Role::guide,
            .change = http::Role::editor,
            .path = "/staff/needs/paper-forms",
            .above = {to_needs},
            .fields = {name_field(TEXT("Form")),
                       whole_number("volume", TEXT("How many a year"), 0, 10'000'000).listed(),
                       whole_number("year", TEXT("Year"), first_year, last_year)
                           .listed()
                           .hint(TEXT("Needed where the number is known.")),
                       terms("why", TEXT("Why paper is used"),
                             fixed_terms({{"preference", TEXT("They would rather have paper")},
                                          {"skill", TEXT("They do not know how")},
                                          {"technology", TEXT("They lack device, network or e-ID")},
                                          {"habit", TEXT("Our staff are used to it")},
                                          {"no_e_service", TEXT("There is no e-service")}}))
                           .listed()
                           .filter(),
                       long_text("about", TEXT("What is to be done about it"), longest_text), unit_field()},
            .rules = check_paper_form,
            .words = {.about = TEXT("Paper that people still fill in, how much, and why: by choice, or "
                                    "because nothing else works."),
                      .caption = TEXT("Forms"),
                      .empty = TEXT("There is no form yet."),
                      .add = TEXT("Add a form")}};
}

Register informal_help_register() {
    return {.key = "informal_help",
            .table = "needs_informal_help",
            .names = {TEXT("Help outside one’s job"), TEXT("Help outside one’s job, of a role")},
            .see = http::Role::guide,
            .change = http::Role::editor,
            .path = "/staff/needs/informal-help",
            .above = {to_needs},
            .fields = {name_field(TEXT("Role")).hint(TEXT("Such as: home care, teacher, legal guardian")),
                       term("how_often", TEXT("How often they are asked"),
                            fixed_terms({{"daily", TEXT("Every day")},
                                         {"weekly", TEXT("Every week")},
                                         {"monthly", TEXT("Every month")},
                                         {"rarely", TEXT("Now and then")}}))
                           .listed()
                           .filter()
                           .when_none(TEXT("Not known")),
                       lines("questions", TEXT("What they are asked"), {.lines = 30, .characters = 150}),
                       terms("do_what", TEXT("What they do"),
                             fixed_terms({{"help", TEXT("They help")},
                                          {"refer", TEXT("They send on")},
                                          {"refuse", TEXT("They say no")},
                                          {"log_in", TEXT("They sign in for the person: a risk")}}))
                           .listed()
                           .filter(),
                       long_text("about", TEXT("What they need"), longest_text), date("day", TEXT("As of")),
                       text("source", TEXT("Source"), 300), unit_field()},
            .rules = check_informal,
            .words = {.about = TEXT("Many get digital questions that are not their job. Who, how often, and "
                                    "what they do with them."),
                      .caption = TEXT("Roles"),
                      .empty = TEXT("There is no role yet."),
                      .add = TEXT("Add a role")}};
}

Register investigation_register() {
    return {.key = "investigation",
            .table = "needs_investigation",
            .names = {TEXT("Investigations"), TEXT("Investigation")},
            .see = http::Role::guide,
            .change = http::Role::editor,
            .path = "/staff/needs/investigations",
            .above = {to_needs},
            .fields = {name_field(TEXT("Question"), 300),
                       lines("data", TEXT("What has to be known"), {.lines = 30, .characters = 200})
                           .hint(TEXT("Such as: staff, tasks, work load")),
                       state_field({{"planned", TEXT("Planned")},
                                    {"in_work", TEXT("In work")},
                                    {"done", TEXT("Done")},
                                    {"decided", TEXT("A decision is made")}},
                                   "planned"),
                       date("due", TEXT("By when")).listed(), function_field(TEXT("Who sees to it")),
                       long_text("result", TEXT("What it found"), longest_text),
                       long_text("plan", TEXT("Plan"), longest_text),
                       text("decision", TEXT("Decision of politicians"), 500),
                       date("decided_on", TEXT("Decided on the")).hint(TEXT("Needed once it is decided on.")),
                       unit_field()},
            .rules = check_investigation,
            .words = {.about = TEXT("A question that needs facts, a plan, and somebody who decides."),
                      .caption = TEXT("Investigations"),
                      .empty = TEXT("There is no investigation yet."),
                      .add = TEXT("Add an investigation")}};
}

Register guidance_register() {
    return {.key = "agency_guidance",
            .table = "needs_guidance",
            .names = {TEXT("Guidance of state agencies"), TEXT("Guidance of a state agency")},
            .see = http::Role::guide,
            .change = http::Role::editor,
            .path = "/staff/needs/agency-guidance",
            .above = {to_needs},
            .fields = {name_field(TEXT("Agency")),
                       long_text("offers", TEXT("What guidance it has"), longest_text),
                       long_text("administrative", TEXT("What joining us would mean in work"), longest_text),
                       long_text("economic", TEXT("What joining us would mean in money"), longest_text),
                       state_field({{"open", TEXT("Being looked into")},
                                    {"joins", TEXT("It joins")},
                                    {"stays_out", TEXT("It does not join")}},
                                   "open"),
                       date("day", TEXT("As of")).listed(), unit_field()},
            .rules = check_guidance,
            .words = {.about = TEXT("What agencies already do for those who need guidance, and what it would "
                                    "take to do it here."),
                      .caption = TEXT("Agencies"),
                      .empty = TEXT("There is no agency yet."),
                      .add = TEXT("Add an agency")}};
}

Register hit_register() {
    return {
        .key = "hit",
        .table = "needs_hit",
        .names = {TEXT("Do we hit right?"), TEXT("Answer to “Do we hit right?”")},
        .see = http::Role::guide,
        .change = http::Role::editor,
        .path = "/staff/needs/do-we-hit-right",
        .above = {to_needs},
        .fields =
            {name_field(TEXT("Help or service")),
             link("place", TEXT("Place"), "directory.place").listed().filter().when_none(TEXT("Everywhere")),
             yes_no_unknown("hits", TEXT("Do we hit right?")).listed().filter(),
             long_text("evidence", TEXT("What the answer rests on"), longest_text)
                 .hint(TEXT("Needed with an answer.")),
             date("day", TEXT("Day")).required().listed().newest_first(),
             long_text("next", TEXT("What we change"), longest_text), unit_field()},
        .rules = check_hit,
        .words = {.about = TEXT("For each kind of help: does what we offer reach those who need it? With "
                                "what that rests on."),
                  .caption = TEXT("Answers, the newest first"),
                  .empty = TEXT("Nobody has answered yet."),
                  .add = TEXT("Answer for a service")}};
}

}  // namespace digilots::needs
