// How far help goes for people whom one meets for years, what pays only where it is used, and quality goals
// that are shared.
#include "goals/implementation.h"
#include "goals/quality.h"
#include "platform/register/free_text.h"
#include "platform/register/types.h"

namespace digilots::goals {

namespace {

using namespace register_;

constexpr std::size_t longest_name = 200, longest_text = 2000;

const std::vector<std::pair<i18n::Text, std::string_view>> above_further{
    {TEXT("Goals that we follow up"), "/staff/goals"}};

Field goal_that_it_serves() {
    return link("goal", TEXT("Goal"), "goals.goal").filter().from_address("goal").when_none(TEXT("No goal"));
}

Field function_for_it() {
    return link("function", TEXT("Who sees to it"), "organisation.function")
        .listed()
        .when_none(TEXT("No function"));
}

Choices how_far_it_came() {
    return fixed_terms({{"no", TEXT("No")}, {"partly", TEXT("Partly")}, {"yes", TEXT("Yes")}});
}

void check_ambition(const Checked& checked, Problems& problems) {
    check_no_person(checked, {"title", "routines", "skills", "followed_up"}, problems);
}

void check_benefit(const Checked& checked, Problems& problems) {
    check_no_person(checked, {"title", "depends_on", "expected", "found"}, problems);
    if (!checked.record.text("used").empty() && !checked.record.date("checked_on"))
        problems.push_back({"checked_on", TEXT("Write on which day it was looked at.")});
}

void check_quality(const Checked& checked, Problems& problems) {
    check_no_person(checked, {"title", "about"}, problems);
    const bool is_of_others = !checked.record.text("origin").empty();
    if (is_of_others && !checked.record.date("adopted_on"))
        problems.push_back({"adopted_on", TEXT("Write on which day it was adopted here.")});
}

}  // namespace

Register ambition_register() {
    return {
        .key = "ambition",
        .table = "goals_ambition",
        .names = {TEXT("Levels of ambition"), TEXT("Level of ambition")},
        .see = http::Role::guide,
        .change = http::Role::coordinator,
        .path = "/staff/goals/ambitions",
        .above = above_further,
        .fields = {text("title", TEXT("What is to be possible"), longest_name)
                       .required()
                       .listed()
                       .searched()
                       .sorted(),
                   term("people", TEXT("For whom"),
                        fixed_terms(
                            {{"care_home", TEXT("People in care homes")},
                             {"home_care", TEXT("People with home care in ordinary housing")},
                             {"disability_support", TEXT("People with support because of a disability")},
                             {"other", TEXT("Others whom we meet for years")}}))
                       .required()
                       .listed()
                       .filter(),
                   term("level", TEXT("How far the help goes"),
                        fixed_terms({{"basic", TEXT("Basic: whoever asks is helped on")},
                                     {"usual", TEXT("Usual: it is offered as a part of the support")},
                                     {"far", TEXT("Far: everybody is followed up")}}))
                       .required()
                       .listed(),
                   long_text("routines", TEXT("Routines"), longest_text),
                   long_text("skills", TEXT("What those who work there must be able to do"), longest_text),
                   function_for_it(), date("follow_up_on", TEXT("To be followed up on")).listed(),
                   term("reached", TEXT("Is it so?"), how_far_it_came())
                       .when_none(TEXT("Not followed up"))
                       .listed()
                       .filter(),
                   long_text("followed_up", TEXT("What the follow-up found"), longest_text),
                   goal_that_it_serves()},
        .rules = check_ambition,
        .remove = http::Role::coordinator,
        .kept = kept_goals,
        .words = {.about = TEXT("How far digital help is meant to go for people whom one meets for years, "
                                "with which routines "
                                "and skills. On its day it becomes a task to follow it up."),
                  .caption = TEXT("Levels of ambition, by name"),
                  .empty = TEXT("No level of ambition has been decided."),
                  .add = TEXT("Add a level of ambition")}};
}

Register benefit_register() {
    return {.key = "benefit",
            .table = "goals_benefit",
            .names = {TEXT("What pays only where it is used"), TEXT("Investment that pays where it is used")},
            .see = http::Role::guide,
            .change = http::Role::coordinator,
            .path = "/staff/goals/benefits",
            .above = above_further,
            .fields = {text("title", TEXT("What was invested in"), longest_name)
                           .required()
                           .listed()
                           .searched()
                           .sorted(),
                       term("kind", TEXT("What it is"),
                            fixed_terms({{"e_service", TEXT("An e-service")},
                                         {"infrastructure", TEXT("Infrastructure, such as broadband")},
                                         {"care", TEXT("Technology in care")},
                                         {"other", TEXT("Something else")}}))
                           .required()
                           .listed()
                           .filter(),
                       long_text("depends_on", TEXT("What residents must be able to do, for it to pay"),
                                 longest_text)
                           .required(),
                       long_text("expected", TEXT("What it is to give"), longest_text),
                       term("used", TEXT("Is it used as was meant?"), how_far_it_came())
                           .when_none(TEXT("Not known"))
                           .listed()
                           .filter(),
                       date("checked_on", TEXT("Looked at on"))
                           .listed()
                           .hint(TEXT("Needed where it is said whether it is used.")),
                       long_text("found", TEXT("What was found"), longest_text), function_for_it(),
                       goal_that_it_serves()},
            .rules = check_benefit,
            .remove = http::Role::coordinator,
            .kept = kept_goals,
            .words = {.about = TEXT("E-services and infrastructure give something back only where residents "
                                    "can use them. Here stands "
                                    "what each depends on, and whether it came so."),
                      .caption = TEXT("What pays only where it is used, by name"),
                      .empty = TEXT("Nothing is written down."),
                      .add = TEXT("Add an investment")}};
}

Register quality_register(Choices of_others) {
    return {.key = "quality_goal",
            .table = "goals_quality",
            .names = {TEXT("Quality goals that are shared"), TEXT("Quality goal")},
            .see = http::Role::guide,
            .change = http::Role::coordinator,
            .path = "/staff/goals/quality",
            .above = above_further,
            .fields = {text("title", TEXT("The quality goal"), longest_name)
                           .required()
                           .listed()
                           .searched()
                           .sorted()
                           .from_address("title"),
                       long_text("about", TEXT("What it means, and how it is measured"), longest_text),
                       term("origin", TEXT("Whose it is"), std::move(of_others))
                           .when_none(TEXT("Our own"))
                           .from_address("origin")
                           .listed(),
                       date("adopted_on", TEXT("Adopted here on"))
                           .listed()
                           .hint(TEXT("Needed where the goal is another municipality’s.")),
                       text("decided_by", TEXT("Decided by"), longest_name).listed(),
                       flag("is_shared", TEXT("Other municipalities see it, and when it was adopted here"))
                           .listed(),
                       goal_that_it_serves()},
            .rules = check_quality,
            .remove = http::Role::coordinator,
            .kept = kept_goals,
            .words = {.about = TEXT("So that what is offered is equal wherever somebody lives: what "
                                    "municipalities have agreed on, and "
                                    "which of them have adopted it when."),
                      .caption = TEXT("Quality goals, by name"),
                      .empty = TEXT("No quality goal yet."),
                      .add = TEXT("Add a quality goal")}};
}

}  // namespace digilots::goals
