// Arguments, what comes after a project, grants.
#include "budget/kinds.h"
#include "platform/register/types.h"

namespace digilots::budget {

namespace {

using namespace register_;

constexpr std::int64_t most_times = 10'000'000;

Field perhaps_of_budget() {
    return link("budget", TEXT("Budget"), "budget.budget").filter().from_address("budget").when_none(TEXT("No budget"));
}

std::vector<std::pair<i18n::Text, std::string_view>> below_budgets() {
    return {{TEXT("All budgets"), "/staff/budgets"}};
}

void check_saving(const Checked& checked, Problems& problems) {
    if (checked.record.text("result") != "open" && checked.record.text("outcome").empty())
        problems.push_back({"outcome", TEXT("Say what it was held against.")});
}

void check_grant(const Checked& checked, Problems& problems) {
    const auto& record = checked.record;
    const auto announced = record.date("announced"), deadline = record.date("deadline");
    if (announced && deadline && *deadline < *announced)
        problems.push_back({"deadline", TEXT("The last day is before the day of the call. Correct one of them.")});
    if (record.text("state") == "granted" && record.is_unknown("granted"))
        problems.push_back({"granted", TEXT("Write how much was granted.")});
}

}  // namespace

Register reference_register() {
    constexpr std::int64_t first_year = 1950, last_year = 2100;
    return {
        .key = "reference_cost",
        .table = "budget_reference",
        .names = {TEXT("Reference costs"), TEXT("Reference cost")},
        .path = "/staff/reference-costs",
        .above = below_budgets(),
        .fields = {text("title", TEXT("What it is the cost of")).required().listed().searched().sorted(),
                   money("amount", TEXT("Amount")).required().listed(),
                   text("per", TEXT("For what")).listed().hint(TEXT("Such as a person and year.")),
                   whole_number("year", TEXT("Year that it is of"), first_year, last_year).required().listed(),
                   text("publisher", TEXT("Source")).required().listed().not_asked_about(),
                   web_address("address", TEXT("Address on the web")), long_text("note", TEXT("Note"), 2000)},
        .endings = Endings::none,
        .remove = http::Role::coordinator,
        .words = {.about = TEXT("What others have found that something costs, with its source and year, for arguments."),
                  .caption = TEXT("Reference costs"),
                  .empty = TEXT("No reference cost yet."),
                  .add = TEXT("Add a reference cost")}};
}

Register saving_register() {
    return {
        .key = "saving_estimate",
        .table = "budget_saving",
        .names = {TEXT("Estimates of savings"), TEXT("Estimate of a saving")},
        .path = "/staff/saving-estimates",
        .above = below_budgets(),
        .fields =
            {text("title", TEXT("What is saved")).required().listed().searched().sorted(), perhaps_of_budget(),
             long_text("assumptions", TEXT("What it rests on"), 2000)
                 .required()
                 .hint(TEXT("What has to be true, and where the numbers come from.")),
             whole_number("times", TEXT("How often a year"), 0, most_times),
             money("each", TEXT("Saved each time")).listed(),
             date("check_on", TEXT("Held against what happened on")).required().listed().hint(TEXT("Then it is a task.")),
             term("result", TEXT("What came of it"),
                  fixed_terms({{"open", TEXT("Not checked yet")},
                               {"as_thought", TEXT("As estimated")},
                               {"less", TEXT("Less than estimated")},
                               {"more", TEXT("More than estimated")},
                               {"none", TEXT("Nothing was saved")}}))
                 .usually("open")
                 .listed()
                 .filter(),
             long_text("outcome", TEXT("What it was held against"), 2000).hint(TEXT("Needed once it is checked."))},
        .rules = check_saving,
        .endings = Endings::none,
        .remove = http::Role::coordinator,
        .kept = kept_budgets,
        .words = {.about = TEXT("An estimate is one until it is checked. It says what it rests on."),
                  .caption = TEXT("Estimates of savings"),
                  .empty = TEXT("No estimate yet."),
                  .add = TEXT("Add an estimate")}};
}

Register after_register() {
    return {
        .key = "after_project",
        .table = "budget_after",
        .names = {TEXT("After the project"), TEXT("Plan for after the project")},
        .path = "/staff/after-projects",
        .above = below_budgets(),
        .fields = {text("title", TEXT("What goes on")).required().listed().searched().sorted(),
                   link("budget", TEXT("Budget"), "budget.budget")
                       .required()
                       .listed()
                       .filter()
                       .from_address("budget")
                       .when_missing(TEXT("Choose the budget.")),
                   money("yearly_cost", TEXT("Cost of a year")).listed(),
                   text("payer", TEXT("Who is to pay it")).not_asked_about(),
                   date("decide_on", TEXT("To be decided by")).required().listed(),
                   term("decision", TEXT("Decision"),
                        fixed_terms({{"open", TEXT("Not decided yet")},
                                     {"yes", TEXT("It goes on")},
                                     {"partly", TEXT("It goes on in part")},
                                     {"no", TEXT("It ends")}}))
                       .usually("open")
                       .listed()
                       .filter(),
                   yes_no_unknown("only_project_money", TEXT("Only project money pays for it now")),
                   long_text("note", TEXT("Note"), 2000)},
        .endings = Endings::none,
        .remove = http::Role::coordinator,
        .kept = kept_budgets,
        .words = {.about = TEXT("What is to go on when the project money ends, what it costs, and when that is decided."),
                  .caption = TEXT("After the project"),
                  .empty = TEXT("No plan yet."),
                  .add = TEXT("Add a plan")}};
}

Register consequence_register() {
    return {.key = "consequence",
            .table = "budget_consequence",
            .names = {TEXT("Consequences of proposals"), TEXT("Consequences of a proposal")},
            .path = "/staff/consequences",
            .above = below_budgets(),
            .fields = {text("title", TEXT("Proposal")).required().listed().searched().sorted(),
                       link("node", TEXT("Part of the plan"), "plan.node")
                           .typed_too()
                           .from_address("part")
                           .when_none(TEXT("No part of the plan"))
                           .when_wrong(TEXT("Choose a part of the plan from the list.")),
                       perhaps_of_budget(),
                       date("day", TEXT("Day")).listed(),
                       long_text("economic", TEXT("What it means for money"), 4000).required(),
                       long_text("administrative", TEXT("What it means for work and organisation"), 4000),
                       money("once", TEXT("Cost that comes once")).listed(),
                       money("yearly", TEXT("Cost each year")).listed(), text("payer", TEXT("Who pays")).not_asked_about()},
            .endings = Endings::none,
            .remove = http::Role::coordinator,
            .words = {.about = TEXT("What a proposal means for money and work, before it is decided."),
                      .caption = TEXT("Consequences of proposals"),
                      .empty = TEXT("No proposal yet."),
                      .add = TEXT("Add a proposal")}};
}

Register grant_register() {
    return {.key = "grant",
            .table = "budget_grant",
            .names = {TEXT("Grants"), TEXT("Grant")},
            .path = "/staff/grants",
            .above = below_budgets(),
            .fields = {text("title", TEXT("Name of the call")).required().listed().searched().sorted(),
                       text("funder", TEXT("Who gives the money")).required().listed().not_asked_about(),
                       web_address("address", TEXT("Address on the web")), money("scheme", TEXT("The whole scheme, about")),
                       date("announced", TEXT("Announced on")),
                       date("deadline", TEXT("Apply by")).listed().filter().hint(TEXT("Then it is a task.")),
                       long_text("eligibility", TEXT("Who may apply, for what"), 4000),
                       term("state", TEXT("How it stands"),
                            fixed_terms({{"seen", TEXT("Seen")},
                                         {"applying", TEXT("The application is being written")},
                                         {"applied", TEXT("Applied for")},
                                         {"granted", TEXT("Granted")},
                                         {"refused", TEXT("Not granted")},
                                         {"reported", TEXT("Reported and closed")},
                                         {"dropped", TEXT("Not applied for")}}))
                           .usually("seen")
                           .listed()
                           .filter(),
                       money("applied_for", TEXT("Applied for, in kronor")), date("applied_on", TEXT("Applied on")),
                       date("decided_on", TEXT("Decided on")),
                       money("granted", TEXT("Granted, in kronor")).listed().hint(TEXT("Needed once it is granted.")),
                       perhaps_of_budget(),
                       link("responsible", TEXT("Who sees to it"), "organisation.function").when_none(TEXT("No function")),
                       long_text("note", TEXT("Note"), 2000)},
            .rules = check_grant,
            .endings = Endings::none,
            .remove = http::Role::coordinator,
            .kept = kept_budgets,
            .words = {.about = TEXT("Calls, from the day they are seen until the last report. What is due is a task."),
                      .caption = TEXT("Grants"),
                      .empty = TEXT("No grant yet."),
                      .add = TEXT("Add a grant")}};
}

Register grant_step_register() {
    return {.key = "grant_step",
            .table = "budget_grant_step",
            .names = {TEXT("Payments and reports of grants"), TEXT("Payment or report of a grant")},
            .path = "/staff/grant-steps",
            .above = {{TEXT("Grants"), "/staff/grants"}},
            .fields = {text("title", TEXT("What it is")).required().listed().searched().sorted(),
                       link("grant_call", TEXT("Grant"), "budget.grant")
                           .required()
                           .listed()
                           .filter()
                           .from_address("grant")
                           .when_missing(TEXT("Choose the grant.")),
                       term("kind", TEXT("Payment or report"),
                            fixed_terms({{"report", TEXT("A report to hand in")}, {"payment", TEXT("A payment to get")}}))
                           .usually("report")
                           .listed(),
                       date("due", TEXT("Due on")).required().listed().filter(), money("amount", TEXT("Amount")),
                       date("done_on", TEXT("Done on")).listed(), long_text("note", TEXT("Note"), 2000)},
            .endings = Endings::none,
            .remove = http::Role::coordinator,
            .kept = kept_budgets,
            .words = {.about = TEXT("Payments that a grant gives, and reports that it asks for. What is due is a task."),
                      .caption = TEXT("Payments and reports"),
                      .empty = TEXT("Nothing yet."),
                      .add = TEXT("Add a payment or a report")}};
}

}  // namespace digilots::budget
