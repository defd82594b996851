#include <algorithm>

#include "outreach/outreach.h"
#include "platform/base/months.h"
#include "platform/base/time.h"
#include "platform/personal/personal_data.h"
#include "platform/register/days_and_hours.h"
#include "platform/register/types.h"
#include "taxonomy/taxonomy.h"

namespace digilots::outreach {

namespace {

using namespace register_;

constexpr std::size_t longest_note = 1000, longest_outcome = 2000;

Field unit_of_work(i18n::Text title) {
    return link("unit", title, "organisation.unit").listed().filter().when_none(TEXT("No unit")).not_checked();
}
Field place_met(i18n::Text none) {
    return link("place", TEXT("Place"), "directory.place")
        .listed()
        .filter()
        .when_none(none)
        .when_wrong(TEXT("Choose a place from the list."));
}

/// Also by words alone: nothing here tells of a person.
void check_words(const Checked& checked, std::initializer_list<const char*> names, Problems& problems) {
    for (const auto* name : names) {
        const auto text = checked.record.text(name);
        if (personal::find_personal_data(text) != personal::PersonalData::none)
            problems.push_back({name, TEXT("Remove the number or address: nothing here tells of a person.")});
    }
}

void check_visit(const Checked& checked, Problems& problems) {
    check_words(checked, {"note"}, problems);
    check_has_been(checked, "day", problems);
}

void check_trial(const Checked& checked, Problems& problems) {
    check_words(checked, {"title", "views", "outcome"}, problems);
    check_hours_of_day(checked, "hours", problems);
    const auto day = checked.record.date("day");
    if (checked.record.text("state") == "held" && (!day || *day > checked.around.today))
        problems.push_back({"day", TEXT("Write the day on which it was held.")});
}

void check_launch(const Checked& checked, Problems& problems) {
    check_words(checked, {"title", "about"}, problems);
    check_hours_of_day(checked, "hours", problems);
    if (checked.record.text("place").empty()) add_problem_once(problems, "place", TEXT("Choose a place from the list."));
    if (checked.record.text("first_day").empty()) add_problem_once(problems, "first_day", TEXT("Write the first day."));
}

/// What nobody has yet is of no unit: whichever takes it makes it theirs.
void free_for_all(const Writing&, Record& trial) {
    if (trial.text("state") == "free") trial.columns["unit"] = std::string();
}

/// It is for a time: what never ends is the rota.
void end_launch(const Writing&, Record& launch) {
    constexpr int usual_months = 3;
    const auto first = launch.date("first_day");
    if (launch.text("last_day").empty() && first)
        launch.columns["last_day"] = base::format_date(base::add_months(*first, usual_months));
}

void check_onboarding(const Checked& checked, Problems& problems) {
    check_words(checked, {"title", "about"}, problems);
    const auto invited = checked.record.whole("invited"), reached = checked.record.whole("reached");
    if (invited && reached && *reached > *invited)
        problems.push_back({"reached", TEXT("More were reached than were invited. Correct one of the numbers.")});
}

void check_tour(const Checked& checked, Problems& problems) {
    const auto& tour = checked.record;
    check_words(checked, {"title", "locality", "questions", "outcome"}, problems);
    check_hours_of_day(checked, "hours", problems);
    if (!tour.text("function").empty() && tour.text("hours").empty())
        add_problem_once(problems, "hours",
                         TEXT("Write when they go and are back, such as 9-12: that time is taken from theirs."));
    const auto day = tour.date("day");
    if (tour.text("state") == "held") {
        if (day && *day > checked.around.today)
            problems.push_back({"day", TEXT("That day is to come: say that the visit is planned, or write an earlier day.")});
    } else if (tour.whole("persons")) {
        problems.push_back({"persons", TEXT("How many came is known when it was held: say so, or leave this empty.")});
    }
}

Choices tour_states() {
    return fixed_terms({{"planned", TEXT("Planned")}, {"held", TEXT("Held")}, {"cancelled", TEXT("Cancelled")}});
}

Field sorted_title(i18n::Text title) {
    return text("title", title).required().listed().searched().sorted();
}

}  // namespace

Register assisted_visit_register() {
    return {.key = "assisted_visit",
            .table = "outreach_assisted_visit",
            .names = {TEXT("Assisted digital visits"), TEXT("Assisted digital visit")},
            .see = http::Role::guide,
            .change = http::Role::guide,
            .path = "/staff/assisted-visits",
            .fields = {date("day", TEXT("Day")).required().listed().newest_first().filter(),
                       term("purpose", TEXT("What it was for"),
                            fixed_terms({{"health", TEXT("Health care")},
                                         {"social", TEXT("Social services")},
                                         {"authority", TEXT("Another authority")},
                                         {"bank", TEXT("Bank and payments")},
                                         {"legal", TEXT("Guardianship and legal matters")},
                                         {"work", TEXT("Work and studies")},
                                         {"other", TEXT("Something else")}}))
                           .required()
                           .listed()
                           .filter(),
                       term("helper", TEXT("Who helped on site"),
                            fixed_terms({{"nurse", TEXT("A nurse")},
                                         {"home_care", TEXT("Home-care staff")},
                                         {"guide", TEXT("A guide")},
                                         {"librarian", TEXT("A librarian")},
                                         {"near", TEXT("A relative or guardian")},
                                         {"other", TEXT("Somebody else")}}))
                           .required()
                           .listed()
                           .filter(),
                       term("success", TEXT("Whether it worked"),
                            fixed_terms({{"yes", TEXT("It worked")},
                                         {"partly", TEXT("It worked in part")},
                                         {"no", TEXT("It did not work")}}))
                           .listed()
                           .filter()
                           .when_none(TEXT("Not known")),
                       place_met(TEXT("At somebody’s home, or elsewhere")),
                       whole_number("minutes", TEXT("Minutes"), 1, 600).listed(),
                       long_text("note", TEXT("What to think of next time"), longest_note)
                           .hint(TEXT("Such as: the sound of the tablet. Never who it was for, or why.")),
                       unit_of_work(TEXT("Unit"))},
            .rules = check_visit,
            .words = {.about = TEXT("A helper is on site and the professional online. What for, who helped and whether it "
                                    "worked: never who was helped."),
                      .caption = TEXT("Assisted digital visits"),
                      .empty = TEXT("No visit is written down yet."),
                      .add = TEXT("Write down a visit")}};
}

Register trial_register() {
    return {.key = "trial",
            .table = "outreach_trial",
            .names = {TEXT("Trials of new services"), TEXT("Trial of a new service")},
            .see = http::Role::guide,
            .change = http::Role::guide,
            .path = "/staff/trials",
            .fields = {sorted_title(TEXT("What is shown and tried")).hint(TEXT("A time that nobody has yet: “Free”.")),
                       unit_of_work(TEXT("Department")), date("day", TEXT("Day")).required().listed().newest_first(),
                       text("hours", TEXT("Hours"), 40).hint(TEXT("Such as 9-12, 13-16.30")),
                       place_met(TEXT("No place")),
                       terms("target_groups", TEXT("Whom it is for"), taxonomy::choices_of(taxonomy::List::target_group))
                           .filter(),
                       term("state", TEXT("How it stands"),
                            fixed_terms({{"free", TEXT("A department can take it")},
                                         {"planned", TEXT("Planned")},
                                         {"held", TEXT("Held")},
                                         {"cancelled", TEXT("Cancelled")}}))
                           .listed()
                           .filter()
                           .usually("planned"),
                       whole_number("took_part", TEXT("How many tried it"), 0, 1000).listed(),
                       lines("views", TEXT("What they said of it"), {.lines = 60, .characters = 300})
                           .hint(TEXT("One view a line, as it was said. Never who said it.")),
                       long_text("outcome", TEXT("What the department does with it"), longest_outcome)},
            .rules = check_trial,
            .complete = free_for_all,
            .words = {.about = TEXT("Times at which departments show and try something new with those whom it is for, and what "
                                    "came of it."),
                      .caption = TEXT("Trials"),
                      .empty = TEXT("There are no trials yet."),
                      .add = TEXT("New trial")}};
}

Register launch_register() {
    return {.key = "launch",
            .table = "outreach_launch",
            .names = {TEXT("Staff for launches"), TEXT("Staff for a launch")},
            .see = http::Role::guide,
            .change = http::Role::editor,
            .path = "/staff/launches",
            .fields = {sorted_title(TEXT("What begins")).hint(TEXT("Such as: New e-service for income support")),
                       place_met(TEXT("No place")).required(),
                       link("function", TEXT("Who stands there"), "organisation.function")
                           .listed()
                           .filter()
                           .when_none(TEXT("No function"))
                           .when_wrong(TEXT("Choose a function from the list.")),
                       whole_number("people", TEXT("How many at once"), 1, 20).hint(TEXT("Without a number: 1.")),
                       text("hours", TEXT("Hours"), 40).listed().hint(TEXT("Such as 9-12, 13-16.30")),
                       period("first_day", "last_day", TEXT("Holds"))
                           .required()
                           .listed()
                           .newest_first()
                           .hint(TEXT("Without a last day: three months.")),
                       term("topic", TEXT("Help that counts"), taxonomy::topic_choices)
                           .when_none(TEXT("All help at the place"))
                           .hint(TEXT("What is logged there in that time makes the figure on this page.")),
                       long_text("about", TEXT("What they help with"), longest_outcome), unit_of_work(TEXT("Unit"))},
            .rules = check_launch,
            .complete = end_launch,
            .words = {.about = TEXT("People at the entrance for some months, while something new begins. Log what they help "
                                    "with as always: the figure stands on the page of the launch."),
                      .caption = TEXT("Launches"),
                      .empty = TEXT("No launch is planned."),
                      .add = TEXT("Plan staff for a launch")}};
}

Register onboarding_register() {
    return {.key = "onboarding",
            .table = "outreach_onboarding",
            .names = {TEXT("Bringing people into a system"), TEXT("Series that brings people into a system")},
            .see = http::Role::guide,
            .change = http::Role::guide,
            .path = "/staff/onboarding",
            .fields = {sorted_title(TEXT("Name")).hint(TEXT("Such as: Parents begin with the preschool app")),
                       link("system", TEXT("Digital system"), "everyday.system")
                           .listed()
                           .filter()
                           .when_none(TEXT("No system"))
                           .when_wrong(TEXT("Choose a system from the list.")),
                       link("activity", TEXT("Its sessions"), "activities.activity")
                           .listed()
                           .when_none(TEXT("No activity yet"))
                           .when_wrong(TEXT("Choose an activity from the list.")),
                       terms("helpers", TEXT("Who helps"),
                             fixed_terms({{"unit", TEXT("Staff of the preschool, school or care")},
                                          {"mother_tongue", TEXT("Mother-tongue teachers")},
                                          {"language_training", TEXT("The language-training centre")},
                                          {"library", TEXT("The library or digital centre")},
                                          {"parents", TEXT("Parents who know it already")}}))
                           .filter(),
                       terms("languages", TEXT("Languages"), taxonomy::language_choices).listed().filter(),
                       period("first_day", "last_day", TEXT("Holds")),
                       whole_number("invited", TEXT("How many were invited"), 0, 100'000).listed(),
                       whole_number("reached", TEXT("How many have begun to use it"), 0, 100'000).listed(),
                       long_text("about", TEXT("How it is done"), longest_outcome), unit_of_work(TEXT("Unit"))},
            .rules = check_onboarding,
            .words = {.about = TEXT("A new system that people must use is brought in by a series of sessions: who helps, in "
                                    "which languages, and how many have begun."),
                      .caption = TEXT("Series"),
                      .empty = TEXT("There is no series yet."),
                      .add = TEXT("New series")}};
}

Register tour_register(IsWrittenDown is_written_down, TimesLeft times_left) {
    return {.key = "tour",
            .table = "outreach_tour",
            .names = {TEXT("Visits to groups"), TEXT("Visit to a group")},
            .see = http::Role::guide,
            .change = http::Role::guide,
            .path = "/staff/tours",
            .fields = {sorted_title(TEXT("Group")).hint(TEXT("Such as: the pensioners’ association. Never a person.")),
                       term("kind", TEXT("Kind of group"),
                            fixed_terms({{"pensioners", TEXT("Pensioners")},
                                         {"newcomers", TEXT("New in the country")},
                                         {"association", TEXT("Association or village")},
                                         {"care", TEXT("Residential or day care")},
                                         {"school", TEXT("School or studies")},
                                         {"work", TEXT("Workplace")},
                                         {"other", TEXT("Other")}}))
                           .listed()
                           .filter()
                           .usually("association"),
                       term("state", TEXT("How it stands"), tour_states()).listed().filter().usually("held"),
                       date("day", TEXT("Day")).required().listed().newest_first(),
                       text("hours", TEXT("Hours"), 100).hint(TEXT("Such as 9-12, 13-16.30. Needed where a function goes.")),
                       link("activity", TEXT("What is shown there"), "activities.activity")
                           .when_none(TEXT("None of our activities"))
                           .when_wrong(TEXT("Choose an activity from the list.")),
                       link("function", TEXT("Function that goes"), "organisation.function")
                           .listed()
                           .filter()
                           .when_none(TEXT("Nobody is said"))
                           .hint(TEXT("Their time is taken from the rota in these hours, as when they hold a session. Count the "
                                      "way there and back."))
                           .when_wrong(TEXT("Choose a function from the list.")),
                       whole_number("people", TEXT("How many of them"), 1, 20).hint(TEXT("Without a number: 1.")),
                       place_met(TEXT("Elsewhere")),
                       text("locality", TEXT("Where"), 100).listed().not_asked_about().hint(TEXT("The village or part of town.")),
                       terms("languages", TEXT("Languages"), taxonomy::language_choices).listed().filter(),
                       whole_number("persons", TEXT("How many came"), 0, 10'000).listed().hint(TEXT("Once it was held.")),
                       terms("topics", TEXT("Topics"), taxonomy::topic_choices).filter(),
                       lines("questions", TEXT("What they asked"), {.lines = 60, .characters = 300})
                           .hint(TEXT("One question a line, never who asked it.")),
                       long_text("outcome", TEXT("What comes of it"), longest_outcome), unit_of_work(TEXT("Unit"))},
            .rules = check_tour,
            .doubts =
                [is_written_down, times_left](const Checked& checked, Problems& problems) {
                    if (auto left = times_left ? times_left(checked.record, checked.around) : ""; !left.empty())
                        problems.push_back({.input = "hours", .in_words = std::move(left)});
                    if (is_written_down && is_written_down(checked.record, checked.around))
                        problems.push_back(
                            {"title", TEXT("This group, day and hours are written down already. Is it one more visit?")});
                },
            .words = {.about = TEXT("Whom we go out to, in which languages, how many came and what they asked. What is planned "
                                    "stands in the plan of the year."),
                      .caption = TEXT("Visits to groups"),
                      .empty = TEXT("No visit is written down yet."),
                      .add = TEXT("Plan or write down a visit to a group")}};
}

}  // namespace digilots::outreach
