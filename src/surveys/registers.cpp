// Surveys and their rounds.
#include <algorithm>

#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/i18n/translator.h"
#include "platform/register/free_text.h"
#include "platform/register/types.h"
#include "surveys/implementation.h"
#include "surveys/sql.h"

namespace digilots::surveys {

namespace {

using namespace register_;

constexpr std::size_t longest_title = 100, longest_purpose = 1000, most_same_names = 100;

std::vector<Choice> languages_of_surveys(const Surroundings&) {
    std::vector<Choice> choices;
    for (const auto& language : i18n::languages()) choices.push_back({.key = language.code, .label = language.own_name});
    return choices;
}

/// A name in addresses of its own, once and for all; the municipality's language where none is chosen.
void complete_survey(const Writing& writing, Record& record) {
    if (record.list("languages").empty()) record.columns["languages"] = joined_list({writing.around.language});
    if (!record.text("slug").empty()) return;
    const auto wanted = base::cut(base::slug(record.text("title")), 60);
    auto slug = wanted;
    for (std::size_t next = 2; next < most_same_names; ++next) {
        if (writing.connection.query(sql::survey_of_slug, writing.around.municipality_id, slug).empty()) break;
        slug = wanted + "-" + std::to_string(next);
    }
    record.columns["slug"] = slug;
}

void check_survey(const Checked& checked, Problems& problems) {
    check_no_person(checked, {"title", "purpose"}, problems);
}

void check_round(const Checked& checked, Problems& problems) {
    const auto opens = checked.record.date("opens"), closes = checked.record.date("closes");
    if (opens && closes && *closes < *opens)
        problems.push_back({.input = "closes", .text = TEXT("The last day is before the first. Correct one of them.")});
}

/// One round at a time: an answer belongs to the one that is open.
void keep_apart(const Writing& writing, const Record& record, Problems& problems) {
    const auto& municipality = writing.around.municipality_id;
    const auto of_before = writing.before ? writing.before->text("survey") : record.text("survey");
    if (of_before != record.text("survey") &&
        writing.connection.query(sql::answers_of_round, municipality, of_before, record.id)[0].integer("number") > 0)
        problems.push_back(
            {.input = "survey", .text = TEXT("The round has answers and stays with its survey. Make a new round.")});
    const auto rows = writing.connection.query(sql::overlapping_rounds, municipality, record.text("survey"),
                                               record.id, record.text("opens"), record.text("closes"));
    if (rows.empty()) return;
    problems.push_back(
        {.input = "opens", .text = TEXT("Another round of the survey is open in these days. Choose other days.")});
}

}  // namespace

Register survey_register() {
    return {
        .key = "survey",
        .table = "surveys_survey",
        .names = {TEXT("Surveys"), TEXT("Survey")},
        .see = http::Role::guide,
        .change = http::Role::coordinator,
        .path = "/staff/surveys",
        .fields = {text("title", TEXT("What the survey is called"), longest_title).required().listed().searched().sorted(),
                   long_text("purpose", TEXT("What it is for"), longest_purpose)
                       .searched()
                       .hint(TEXT("For colleagues. What respondents read is written with the questions.")),
                   term("kind", TEXT("How it is asked"),
                        fixed_terms({{"form", TEXT("As a form with questions")}, {"vote", TEXT("As an exit vote: one tap")}}))
                       .required()
                       .usually("form")
                       .listed(),
                   term("audience", TEXT("Who answers"),
                        fixed_terms({{"residents", TEXT("Residents")}, {"staff", TEXT("Staff alone")}}))
                       .required()
                       .usually("residents")
                       .listed()
                       .filter(),
                   terms("languages", TEXT("Languages"), languages_of_surveys)
                       .hint(TEXT("The municipality’s own language is that in which everything is written.")),
                   flag("needs_code", TEXT("Only who has a single-use code answers")),
                   flag("is_paired", TEXT("Asks for a code of own facts, to see change from before to after"))
                       .hint(TEXT("The code is a pseudonym, said so in the form, and taken away when the survey is closed.")),
                   flag("is_listed", TEXT("Stands in the list of open surveys")),
                   term("asked_after", TEXT("Asked as one question after"),
                        fixed_terms({{"e_service", TEXT("The use of an e-service")}, {"help", TEXT("Help that somebody got")}}))
                       .when_none(TEXT("Nothing in particular"))
                       .hint(TEXT("After an e-service: its page leads to the survey while it is open. After help: staff open it "
                                  "on their screen, or take the slip.")),
                   link("e_service", TEXT("E-service that it is asked after"), "directory.e_service")
                       .when_none(TEXT("Each e-service"))
                       .not_checked(),
                   flag("is_template", TEXT("Others may start from its questions"))
                       .hint(TEXT("Other municipalities see its questions, never its answers.")),
                   flag("is_compared", TEXT("Its results may be compared with those of other municipalities")),
                   stored("slug", {}), stored("closed_on", {})},
        .rules = check_survey,
        .complete = complete_survey,
        .kept = "survey",
        .words = {.about = TEXT("Nobody can see who answered what: answers are sealed when they are sent, wait until the next "
                                "day, and are then moved in random order with at least four others."),
                  .caption = TEXT("Surveys"),
                  .add = TEXT("New survey")}};
}

Register round_register() {
    return {.key = "survey_round",
            .table = "surveys_round",
            .names = {TEXT("Rounds of surveys"), TEXT("Round of a survey")},
            .see = http::Role::guide,
            .change = http::Role::coordinator,
            .path = "/staff/survey-rounds",
            .above = {{TEXT("Surveys"), "/staff/surveys"}},
            .fields = {text("title", TEXT("What the round is called"), longest_title).required().listed(),
                       link("survey", TEXT("Survey"), "surveys.survey").required().from_address("survey").listed().filter(),
                       term("stage", TEXT("When it asks"),
                            fixed_terms({{"once", TEXT("Once")},
                                         {"before", TEXT("Before")},
                                         {"after", TEXT("After")},
                                         {"later", TEXT("Later")}}))
                           .required()
                           .usually("once")
                           .listed(),
                       date("opens", TEXT("First day")).required().listed().newest_first(),
                       date("closes", TEXT("Last day")).required().listed()},
            .rules = check_round,
            .together = keep_apart,
            .kept = "survey",
            .words = {
                .about = TEXT("The same questions again: before, after and later, or each year. One round of a survey is open "
                              "at a time."),
                .caption = TEXT("Rounds, the newest first"),
                .add = TEXT("New round")}};
}

}  // namespace digilots::surveys
