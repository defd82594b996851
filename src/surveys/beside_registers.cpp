// What is found out otherwise: interviews, tests with users, studies of others.
#include "platform/register/free_text.h"
#include "platform/register/types.h"
#include "surveys/implementation.h"

namespace digilots::surveys {

namespace {

using namespace register_;

constexpr std::int64_t first_year = 1990, last_year = 2100, most_persons = 10'000;

void check_interview(const Checked& checked, Problems& problems) {
    check_no_person(checked, {"title", "guide", "notes", "finding"}, problems);
}

void check_user_test(const Checked& checked, Problems& problems) {
    const auto held = checked.record.date("held_on"), fixed = checked.record.date("fixed_on");
    if (checked.record.text("status") == "fixed" && !fixed)
        problems.push_back({.input = "fixed_on", .text = TEXT("Write the day on which it was mended.")});
    if (held && fixed && *fixed < *held)
        problems.push_back({.input = "fixed_on", .text = TEXT("It was mended after the test. Correct one of the days.")});
    check_no_person(checked, {"title", "script", "observed", "faults", "owner"}, problems);
}

/// Whose word a finding rests on.
Choices whose_word() {
    return fixed_terms({{"residents", TEXT("Residents were asked")},
                        {"staff", TEXT("Staff alone were asked: ask residents too")},
                        {"both", TEXT("Both were asked")}});
}

}  // namespace

Register interview_register() {
    return {.key = "interview",
            .table = "surveys_interview",
            .names = {TEXT("Interviews"), TEXT("Interview")},
            .see = http::Role::guide,
            .change = http::Role::editor,
            .path = "/staff/interviews",
            .above = {{TEXT("Surveys"), "/staff/surveys"}},
            .fields = {text("title", TEXT("What it was about")).required().listed().searched().sorted(),
                       term("role", TEXT("Who was asked"),
                            fixed_terms({{"resident", TEXT("Residents")},
                                         {"relative", TEXT("Relatives")},
                                         {"staff", TEXT("Staff")},
                                         {"manager", TEXT("Managers")},
                                         {"association", TEXT("Associations")},
                                         {"other", TEXT("Others")}}))
                           .required()
                           .listed()
                           .filter(),
                       date("held_on", TEXT("Day")).required().listed().newest_first(),
                       whole_number("number", TEXT("How many interviews"), 1, most_persons).required().listed(),
                       long_text("guide", TEXT("The questions that are asked (guide)")),
                       long_text("notes", TEXT("Notes")).hint(TEXT("What was said, never by whom: no names.")),
                       long_text("finding", TEXT("What was found")).searched()},
            .rules = check_interview,
            .words = {.about = TEXT("Guides and notes of interviews, with how many were asked in each role, and never who."),
                      .caption = TEXT("Interviews, the newest first"),
                      .add = TEXT("Add interviews")}};
}

Register user_test_register() {
    return {.key = "user_test",
            .table = "surveys_user_test",
            .names = {TEXT("Tests with users"), TEXT("Test with users")},
            .see = http::Role::guide,
            .change = http::Role::editor,
            .path = "/staff/user-tests",
            .above = {{TEXT("Surveys"), "/staff/surveys"}},
            .fields = {text("title", TEXT("What was tested")).required().listed().searched().sorted(),
                       date("held_on", TEXT("Day")).required().listed().newest_first(),
                       whole_number("persons", TEXT("How many tried it"), 1, most_persons).listed(),
                       long_text("script", TEXT("What they were asked to do")), long_text("observed", TEXT("What was seen")),
                       long_text("faults", TEXT("What went wrong")).searched(),
                       text("owner", TEXT("Which function mends it")).listed(),
                       term("status", TEXT("How it stands"),
                            fixed_terms(
                                {{"open", TEXT("Not mended")}, {"partly", TEXT("Partly mended")}, {"fixed", TEXT("Mended")}}))
                           .required()
                           .usually("open")
                           .listed()
                           .filter(),
                       date("fixed_on", TEXT("Mended on")).hint(TEXT("Needed where it is mended."))},
            .rules = check_user_test,
            .words = {.about = TEXT("What people were asked to do, what was seen, what went wrong, who mends it and when."),
                      .caption = TEXT("Tests with users, the newest first"),
                      .add = TEXT("Add a test")}};
}

Register study_register() {
    return {
        .key = "outside_study",
        .table = "surveys_study",
        .names = {TEXT("Studies of others"), TEXT("A study of others")},
        .see = http::Role::guide,
        .change = http::Role::editor,
        .path = "/staff/outside-studies",
        .above = {{TEXT("Surveys"), "/staff/surveys"}},
        .fields = {text("title", TEXT("Name of the study")).required().listed().searched().sorted(),
                   text("publisher", TEXT("Publisher")).required().listed(),
                   whole_number("year", TEXT("Year"), first_year, last_year).required().listed(),
                   text("population", TEXT("Who was asked")).required().listed(),
                   long_text("finding", TEXT("Finding")).required().searched(), web_address("url", TEXT("Web address")),
                   term("rests_on", TEXT("Whose word it rests on"), whose_word()).listed().filter()},
        .words = {.about = TEXT("Surveys and reports that others made, to stand beside our own: finding, population, year and "
                                "publisher always together."),
                  .caption = TEXT("Studies of others"),
                  .add = TEXT("Add a study")}};
}

}  // namespace digilots::surveys
