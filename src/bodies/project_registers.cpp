// What stands around a plan: handing over, rolling out, how it was made, factors, figures of the population,
// checklists.
#include "bodies/bodies.h"
#include "bodies/sql.h"
#include "bodies/terms.h"

namespace digilots::bodies {

namespace {

using namespace register_;

constexpr std::int64_t kinds_needed = 3;  // residents, staff, monitoring

/// What was learned, how it is followed up and what is left has to be seen to before a project is handed over.
void hold_to_points(const Writing& writing, const Record& handover, Problems& problems) {
    if (handover.text("state") != "done") return;
    const bool was_done = writing.before && writing.before->text("state") == "done";
    const auto rows = writing.connection.query(sql::open_points, writing.around.municipality_id, handover.id);
    const auto row = rows.only();
    if (!was_done && (!row || row->integer("kinds") < kinds_needed))
        problems.push_back({"state", TEXT("Add a point of each of these kinds first: what residents can do now, "
                                          "what staff can do now, how it is followed up.")});
    else if (row && row->integer("open") > 0)
        problems.push_back(
            {"state",
             TEXT("Points that are not seen to: {n}. Give each its evidence or an accepted exception first."),
             row->integer("open")});
}

void check_handover(const Checked& checked, Problems& problems) {
    const auto day = checked.record.date("day");
    if (checked.record.text("state") == "done" && day && checked.around.today < *day)
        problems.push_back({"day", TEXT("The day is still to come: what is handed over has been handed over.")});
}

/// A planned day and the day on which it really began are never the same word.
void check_rollout(const Checked& checked, Problems& problems) {
    const auto day = checked.record.date("day");
    if (has_begun(checked.record.text("state")) && day && checked.around.today < *day)
        problems.push_back({"day", TEXT("The day is still to come: write when it began, or say that it has a day.")});
}

void check_point(const Checked& checked, Problems& problems) {
    const auto state = checked.record.text("state");
    if ((state == "done" || state == "exception") && checked.record.text("evidence").empty())
        problems.push_back(
            {"evidence", TEXT("Say what shows that it is done, or who accepted the exception and why.")});
}

void check_factor(const Checked& checked, Problems& problems) {
    if (checked.record.text("kind") == "steering" && checked.record.text("function").empty())
        problems.push_back(
            {"function", TEXT("Steering factors belong to the management: choose the function.")});
}

void check_checklist(const Checked& checked, Problems& problems) {
    const auto& point = checked.record;
    if (point.is_unknown("answer")) return;
    if (point.text("evidence").empty())
        problems.push_back({"evidence", TEXT("Say what the answer rests on.")});
    if (point.is_unknown("day")) problems.push_back({"day", TEXT("Say on which day it was answered.")});
}

}  // namespace

bool has_begun(std::string_view state_of_rollout) {
    return state_of_rollout == "started" || state_of_rollout == "in_operation";
}

bool is_handed_over(db::Connection& connection, std::string_view municipality_id, std::string_view part) {
    return connection.query(sql::handed_over, municipality_id, part)[0].integer("number") > 0;
}

Choices states_of_rollout() {
    return fixed_terms({{"not_asked", TEXT("Not asked yet")},
                        {"interested", TEXT("Interested")},
                        {"planned", TEXT("Has a day")},
                        {"started", TEXT("Has begun")},
                        {"in_operation", TEXT("In operation")},
                        {"declined", TEXT("Does not join")}});
}

Register handover_register() {
    return {
        .key = "body_handover",
        .table = "bodies_handover",
        .names = {TEXT("Handing over finished projects"), TEXT("Handing over a finished project")},
        .see = http::Role::guide,
        .change = http::Role::editor,
        .path = "/staff/bodies/handovers",
        .above = {to_bodies},
        .fields = {name_field(TEXT("Project")),
                   group_field().required().hint(TEXT("The standing group that goes on with it")),
                   part_field(), date("day", TEXT("Day of handing over")).listed(),
                   state_field(
                       {{"planned", TEXT("Is to be handed over")}, {"done", TEXT("It is handed over")}},
                       "planned")
                       .hint(TEXT(
                           "Handed over only when each of its points has evidence or an accepted exception. What is "
                           "left to do goes along where it says who goes on with it.")),
                   long_text("about", TEXT("What goes on, and how"), longest_text)},
        .rules = check_handover,
        .together = hold_to_points,
        .words = {.about = TEXT("A finished project goes on in a standing group, with what is left to do. "
                                "First what was learned has to be with residents and staff, and how it is "
                                "followed up has to be said. Without that a project is not closed."),
                  .caption = TEXT("Handing over finished projects"),
                  .empty = TEXT("Nothing is to be handed over yet."),
                  .add = TEXT("Plan a handing over")}};
}

Register point_register() {
    return {.key = "handover_point",
            .table = "bodies_handover_point",
            .names = {TEXT("Points of handing over"), TEXT("Point of handing over")},
            .see = http::Role::guide,
            .change = http::Role::editor,
            .path = "/staff/bodies/handover-points",
            .above = {to_bodies},
            .fields = {name_field(TEXT("What has to be so"), 300),
                       link("handover", TEXT("Project"), "bodies.handover")
                           .required()
                           .listed()
                           .filter()
                           .from_address("handover")
                           .when_wrong(TEXT("Choose a project from the list.")),
                       term("kind", TEXT("Kind of point"),
                            fixed_terms({{"residents", TEXT("What residents can do now")},
                                         {"staff", TEXT("What staff can do now")},
                                         {"monitoring", TEXT("How it is followed up")},
                                         {"action", TEXT("Something left to do")},
                                         {"document", TEXT("A document")}}))
                           .required()
                           .listed()
                           .filter(),
                       state_field({{"open", TEXT("Not seen to")},
                                    {"done", TEXT("It is seen to")},
                                    {"exception", TEXT("Accepted exception")}},
                                   "open"),
                       text("evidence", TEXT("Evidence, or why not"), 300)
                           .hint(TEXT("Needed once it is seen to, or is an exception")),
                       date("day", TEXT("Day")).listed(), function_field(TEXT("Who goes on with it"))},
            .rules = check_point,
            .words = {.about = TEXT("What residents and staff have learned, how it is followed up, what is left "
                                    "to do and who goes on with it, each with its evidence."),
                      .caption = TEXT("Points of handing over"),
                      .empty = TEXT("There is no point yet."),
                      .add = TEXT("Add a point")}};
}

Register rollout_register() {
    return {
        .key = "rollout",
        .table = "bodies_rollout",
        .names = {TEXT("Roll-out plan"), TEXT("Municipality in the roll-out")},
        .see = http::Role::guide,
        .change = http::Role::editor,
        .path = "/staff/bodies/rollout",
        .above = {to_bodies},
        .fields =
            {name_field(TEXT("Municipality")),
             text("region", TEXT("Which region or county"), 120).required().listed().searched(),
             term("state", TEXT("How far it is"), states_of_rollout()).usually("not_asked").listed().filter(),
             date("day", TEXT("Planned or begun on"))
                 .listed()
                 .hint(TEXT("The planned day, until it has begun; then the day on which it began.")),
             part_field(),
             long_text("about", TEXT("What is agreed"), longest_text)},
        .rules = check_rollout,
        .words = {.about = TEXT("Where the offer comes when: region, municipality, how far it is."),
                  .caption = TEXT("Roll-out plan"),
                  .empty = TEXT("No municipality is in the plan yet."),
                  .add = TEXT("Add a municipality")}};
}

Register method_register() {
    return {.key = "method_step",
            .table = "bodies_method",
            .names = {TEXT("How the plan was made"), TEXT("Step in how a plan was made")},
            .see = http::Role::guide,
            .change = http::Role::editor,
            .path = "/staff/bodies/method",
            .above = {to_bodies},
            .fields = {name_field(TEXT("What was done")),
                       term("kind", TEXT("Way"),
                            fixed_terms({{"interview", TEXT("Interviews")},
                                         {"workshop", TEXT("Workshop")},
                                         {"survey", TEXT("Survey")},
                                         {"source", TEXT("Source of figures")},
                                         {"validation", TEXT("Check with those concerned")}}))
                           .required()
                           .listed()
                           .filter(),
                       text("who", TEXT("Role, or who took part"), 200).listed().searched(),
                       whole_number("times", TEXT("How many"), 1, 10'000).listed(),
                       date("day", TEXT("Day")).listed(),
                       text("concerns", TEXT("For which plan or project"), 200), part_field(),
                       long_text("result", TEXT("What came out"), longest_text),
                       text("source", TEXT("Source"), 300)},
            .words = {.about = TEXT("Interviews by role, workshops, figures and checks on which the plan "
                                    "rests. The challenges that came up stand under Needs."),
                      .caption = TEXT("How the plan was made"),
                      .empty = TEXT("Nothing is said yet of how the plan was made."),
                      .add = TEXT("Add a step")}};
}

Register factor_register() {
    return {.key = "steering_factor",
            .table = "bodies_factor",
            .names = {TEXT("Soft and steering factors"), TEXT("Factor")},
            .see = http::Role::guide,
            .change = http::Role::editor,
            .path = "/staff/bodies/factors",
            .above = {to_bodies},
            .fields = {text("title", TEXT("Factor"), 200).required().listed(),
                       term("kind", TEXT("Kind of factor"),
                            fixed_terms({{"soft", TEXT("Soft: people and how they work")},
                                         {"steering", TEXT("Steering: what the management decides")}}))
                           .required()
                           .listed(),
                       link("function", TEXT("Who owns it"), "organisation.function")
                           .listed()
                           .when_none(TEXT("No function"))
                           .hint(TEXT("Needed for a steering factor")),
                       long_text("about", TEXT("What it means here"), longest_text)},
            .rules = check_factor,
            .size = Size::few,
            .endings = Endings::removed,
            .remove = http::Role::editor,
            .words = {.about = TEXT("What decides whether something new works, the most important first. "
                                    "They are checked at each introduction."),
                      .caption = TEXT("Soft and steering factors"),
                      .empty = TEXT("There is no factor yet."),
                      .add = TEXT("Add a factor")}};
}

Register demography_register() {
    return {
        .key = "demography_figure",
        .table = "bodies_demography",
        .names = {TEXT("Figures of the population"), TEXT("Figure of the population")},
        .see = http::Role::guide,
        .change = http::Role::editor,
        .path = "/staff/bodies/demography",
        .above = {to_bodies},
        .fields = {name_field(TEXT("What it tells")).hint(TEXT("Such as: Share of residents over 65")),
                   text("figure", TEXT("Figure"), 60).required().listed().hint(TEXT("With its unit: 11,6 %")),
                   whole_number("year", TEXT("Year"), 1950, 2100).required().listed(),
                   text("source", TEXT("Source"), 300).required().listed(),
                   flag("is_forecast", TEXT("It is a forecast")).filter(),
                   long_text("about", TEXT("What it means for the plan"), longest_text)},
        .words = {.about = TEXT("Facts that a plan stands on, each with its year and source."),
                  .caption = TEXT("Figures of the population"),
                  .empty = TEXT("There is no figure yet."),
                  .add = TEXT("Add a figure")}};
}

Register check_register() {
    return {.key = "checklist_point",
            .table = "bodies_check",
            .names = {TEXT("Points of checklists"), TEXT("Point of a checklist")},
            .see = http::Role::guide,
            .change = http::Role::editor,
            .path = "/staff/bodies/checklists",
            .above = {to_bodies},
            .fields = {name_field(TEXT("Point of the checklist"), 300),
                       text("checklist", TEXT("Checklist"), 120).required().listed().searched(),
                       text("concerns", TEXT("Activity or project"), 200).listed().searched(), part_field(),
                       term("answer", TEXT("Answer"),
                            fixed_terms({{"yes", TEXT("Yes")},
                                         {"partly", TEXT("In part")},
                                         {"no", TEXT("No")},
                                         {"not_relevant", TEXT("Does not apply")}}))
                           .listed()
                           .filter()
                           .when_none(TEXT("Not answered")),
                       long_text("evidence", TEXT("What the answer rests on"), longest_text)
                           .hint(TEXT("Needed where there is an answer")),
                       date("day", TEXT("Answered on")).hint(TEXT("Needed where there is an answer"))},
            .rules = check_checklist,
            .words = {.about = TEXT("Your own list, or one of an agency: take it in as a table, then answer "
                                    "each point with what the answer rests on."),
                      .caption = TEXT("Points of checklists"),
                      .empty = TEXT(
                          "There is no checklist yet. Take one in as a table, or add its points one by one."),
                      .add = TEXT("Add a point of a checklist")}};
}

}  // namespace digilots::bodies
