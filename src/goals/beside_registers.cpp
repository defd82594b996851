// What stands beside goals: numbers by hand, interim goals, documents, what is told, what changed, what remains, figures of
// others.
#include "goals/implementation.h"
#include "platform/register/free_text.h"
#include "platform/register/types.h"

namespace digilots::goals {

namespace {

using namespace register_;

constexpr std::int64_t first_reference = 1950, last_reference = 2100;
constexpr std::size_t longest_line = 200;

const std::vector<std::pair<i18n::Text, std::string_view>> above{{TEXT("Goals that we follow up"), "/staff/goals"}};

Field of_goal() {
    return link("goal", TEXT("Goal"), "goals.goal").listed().filter().from_address("goal").when_none(TEXT("No goal"));
}

}  // namespace

/// `is_counted`: of a goal whose number is counted nothing is typed.
Register value_register(
    std::function<bool(db::Connection&, std::string_view municipality, std::string_view goal)> is_counted) {
    return {
        .key = "goal_value",
        .table = "goals_value",
        .names = {TEXT("Numbers by hand"), TEXT("Number by hand")},
        .see = http::Role::guide,
        .change = http::Role::coordinator,
        .path = "/staff/goals/values",
        .above = above,
        .fields = {text("note", TEXT("How it is known"), longest_line).required().listed().searched(),
                   of_goal().required().when_missing(TEXT("Choose the goal.")),
                   date("day", TEXT("Day")).required().listed().newest_first(),
                   decimal("number", TEXT("Number on that day")).required().listed()},
        .rules = [](const Checked& checked, Problems& problems) { check_no_person(checked, {"note"}, problems); },
        .together =
            [is_counted](const Writing& writing, const Record& record, Problems& problems) {
                if (is_counted(writing.connection, writing.around.municipality_id, record.text("goal")))
                    problems.push_back({"goal", TEXT("The number of this goal is counted: nothing is typed. Change where it "
                                                     "comes from first.")});
            },
        .endings = Endings::none,
        .remove = http::Role::coordinator,
        .kept = kept_goals,
        .words = {.about = TEXT("For goals that nothing counts: how it stood on a day, and how that is known. Who wrote it "
                                "stands in the history. Of a weekly goal: what was done in the week of the day."),
                  .caption = TEXT("Numbers by hand, the newest first"),
                  .empty = TEXT("No number has been written down."),
                  .add = TEXT("Write down a number")}};
}

Register interim_register() {
    return {.key = "interim_goal",
            .table = "goals_interim",
            .names = {TEXT("Interim goals"), TEXT("Interim goal")},
            .see = http::Role::guide,
            .change = http::Role::coordinator,
            .path = "/staff/goals/interim",
            .above = above,
            .fields = {text("title", TEXT("The interim goal"), longest_line).required().listed().searched(),
                       of_goal().required().when_missing(TEXT("Choose the goal.")),
                       period("starts", "ends", TEXT("From and to")).listed().sorted(),
                       decimal("target", TEXT("Number to reach")).listed()},
            .endings = Endings::none,
            .remove = http::Role::coordinator,
            .kept = kept_goals,
            .words = {.about = TEXT("Steps on the way to a goal, each with its own years."),
                      .caption = TEXT("Interim goals"),
                      .empty = TEXT("No interim goal yet."),
                      .add = TEXT("Add an interim goal")}};
}

Register document_register() {
    return {.key = "governing_document",
            .table = "goals_document",
            .names = {TEXT("Governing documents"), TEXT("Governing document")},
            .see = http::Role::guide,
            .change = http::Role::coordinator,
            .path = "/staff/goals/documents",
            .above = above,
            .fields = {text("title", TEXT("Name"), longest_line).required().listed().searched().sorted(),
                       text("edition", TEXT("Edition"), 60).listed(),
                       text("decided_by", TEXT("Decided by")).listed(), period("starts", "ends", TEXT("Valid")).listed(),
                       lines("annexes", TEXT("Annexes"), {.lines = 20, .characters = 150}),
                       web_address("address", TEXT("Web address")),
                       link("function", TEXT("Who sees to it"), "organisation.function").when_none(TEXT("No function"))},
            .remove = http::Role::coordinator,
            .kept = kept_goals,
            .words = {.about = TEXT(
                          "Plans, programmes and policies that goals come from. Half a year before one ceases to be valid "
                          "it becomes a task."),
                      .caption = TEXT("Governing documents"),
                      .empty = TEXT("No document yet."),
                      .add = TEXT("Add a document")}};
}

Register story_register() {
    return {.key = "goal_story",
            .table = "goals_story",
            .names = {TEXT("Stories and observations"), TEXT("Story or observation")},
            .see = http::Role::guide,
            .change = http::Role::guide,
            .path = "/staff/goals/stories",
            .above = above,
            .fields = {text("title", TEXT("In a few words"), longest_line).required().listed().searched(),
                       term("kind", TEXT("What it is"),
                            fixed_terms({{"story", TEXT("A story")},
                                         {"observation", TEXT("An observation")},
                                         {"quote", TEXT("A quote")}}))
                           .required()
                           .listed()
                           .filter(),
                       term("told_by", TEXT("Who tells it"),
                            fixed_terms({{"resident", TEXT("A resident")},
                                         {"relative", TEXT("A relative")},
                                         {"staff", TEXT("Staff")},
                                         {"partner", TEXT("A partner")},
                                         {"leader", TEXT("A manager or politician")}}))
                           .required()
                           .listed()
                           .filter(),
                       date("day", TEXT("Day")).listed().newest_first(),
                       long_text("text", TEXT("What happened"), 2000)
                           .searched()
                           .hint(TEXT("So that nobody can be recognised: no names, no numbers, no address.")),
                       of_goal()},
            .rules =
                [](const Checked& checked, Problems& problems) {
                    check_no_person(checked, {"title", "text"}, problems);
                },
            .endings = Endings::none,
            .remove = http::Role::coordinator,
            .kept = kept_goals,
            .words = {.about = TEXT("What numbers do not say. It stands beside them in reports, by who tells it."),
                      .caption = TEXT("Stories and observations, the newest first"),
                      .empty = TEXT("Nothing has been told yet."),
                      .add = TEXT("Tell something")}};
}

Register deviation_register() {
    return {.key = "goal_deviation",
            .table = "goals_deviation",
            .names = {TEXT("Deviations and changes"), TEXT("Deviation or change")},
            .see = http::Role::guide,
            .change = http::Role::editor,
            .path = "/staff/goals/deviations",
            .above = above,
            .fields = {text("title", TEXT("What deviated or changed"), longest_line).required().listed().searched(),
                       term("kind", TEXT("What it is"),
                            fixed_terms({{"deviation", TEXT("A deviation")}, {"change", TEXT("A change")}}))
                           .required()
                           .listed()
                           .filter(),
                       date("day", TEXT("Day")).required().listed().newest_first(), long_text("cause", TEXT("Cause"), 2000),
                       long_text("decision", TEXT("Decision"), 2000),
                       text("told_to", TEXT("Body that was told"), longest_line).listed(), date("told_on", TEXT("Told on")),
                       of_goal()},
            .rules =
                [](const Checked& checked, Problems& problems) {
                    check_no_person(checked, {"title", "cause", "decision"}, problems);
                },
            .endings = Endings::none,
            .remove = http::Role::coordinator,
            .kept = kept_goals,
            .words = {.about = TEXT("What did not go as planned, why, what was decided, and who was told."),
                      .caption = TEXT("Deviations and changes, the newest first"),
                      .empty = TEXT("Nothing has deviated or changed."),
                      .add = TEXT("Note a deviation or change")}};
}

Register check_register() {
    return {
        .key = "project_check",
        .table = "goals_check",
        .names = {TEXT("What remains before the money ends"), TEXT("Point of the checklist")},
        .see = http::Role::guide,
        .change = http::Role::coordinator,
        .path = "/staff/goals/checklist",
        .above = above,
        .fields = {text("title", TEXT("What is to be in place"), longest_line).required().listed().searched(),
                   term("area", TEXT("Concerns"),
                        fixed_terms({{"budget", TEXT("Ordinary budget")},
                                     {"staff", TEXT("Staff")},
                                     {"structure", TEXT("Structure")},
                                     {"owner", TEXT("Owner")},
                                     {"monitoring", TEXT("Monitoring afterwards")}}))
                       .required()
                       .listed()
                       .filter(),
                   term("state", TEXT("How it stands"),
                        fixed_terms({{"remains", TEXT("Remains")}, {"in_work", TEXT("In work")}, {"done", TEXT("Done")}}))
                       .usually("remains")
                       .listed()
                       .filter(),
                   date("due", TEXT("By when")).listed().sorted(),
                   link("function", TEXT("Who sees to it"), "organisation.function")
                       .listed()
                       .when_none(TEXT("No function"))
                       .hint(TEXT("Of monitoring: who answers for it after the project.")),
                   long_text("note", TEXT("Note"), 2000)},
        .rules = [](const Checked& checked, Problems& problems) { check_no_person(checked, {"note"}, problems); },
        .endings = Endings::none,
        .remove = http::Role::coordinator,
        .kept = kept_goals,
        .words = {.about = TEXT("So that what was built lasts: ordinary budget, staff, structure, owner, and who monitors it "
                                "afterwards."),
                  .caption = TEXT("What remains, the first due in front"),
                  .empty = TEXT("The checklist is empty."),
                  .add = TEXT("Add a point")}};
}

Register reference_register() {
    return {
        .key = "reference_figure",
        .table = "goals_reference",
        .names = {TEXT("Reference figures"), TEXT("Reference figure")},
        .see = http::Role::guide,
        .change = http::Role::coordinator,
        .path = "/staff/goals/references",
        .above = above,
        .fields = {text("title", TEXT("What it says"), longest_line).required().listed().searched().sorted(),
                   text("figure", TEXT("The figure"), 60).required().listed().hint(TEXT("As it is published: 6 %, 2 of 10.")),
                   whole_number("year", TEXT("Year"), first_reference, last_reference).required().listed(),
                   text("base", TEXT("Of whom"), longest_line).required().listed(),
                   text("definition", TEXT("How it is defined"), 400).required(),
                   text("publisher", TEXT("Published by"), longest_line).required().listed(),
                   web_address("address", TEXT("Web address")),
                   of_goal().hint(TEXT("It stands beside the number of this goal, with its year."))},
        .remove = http::Role::coordinator,
        .kept = kept_goals,
        .words = {
            .about = TEXT("Figures of the nation to stand beside one's own, each with its year, of whom it is and how it is "
                          "defined. Years are never mixed."),
            .caption = TEXT("Reference figures"),
            .empty = TEXT("No reference figure yet."),
            .add = TEXT("Add a reference figure")}};
}

}  // namespace digilots::goals
