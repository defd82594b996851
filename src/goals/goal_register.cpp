// The questions of a goal, and what is wrong with an answer.
#include "goals/implementation.h"
#include "platform/register/free_text.h"
#include "platform/register/types.h"

namespace digilots::goals {

namespace {

using namespace register_;

constexpr std::int64_t first_year = 1950, last_year = 2100, most_people = 100'000'000;
constexpr std::size_t longest_goal = 300, longest_unit = 80;

Choices kinds_of_goals() {
    std::vector<FixedTerm> terms;
    for (const auto kind : {Kind::reach, Kind::weekly, Kind::share, Kind::count, Kind::deliverable, Kind::response_time,
                            Kind::effect, Kind::narrative})
        terms.push_back({word_of(kind), title_of(kind)});
    return fixed_terms(std::move(terms));
}

/// A count is no share: a percentage is counted from a share alone, and days or hours from what is measured in them.
void check_counted(const Record& record, const KindOfCounted& kind_of, Problems& problems) {
    const auto kind = kind_of(record.text("counted_from"));
    if (!kind) return;
    const bool is_share = *kind == measures::Kind::share;
    if (record.text("kind") == word_of(Kind::share) && !is_share)
        problems.push_back({"counted_from", TEXT("This figure is a number, not a share. Choose a share of two figures, such as "
                                                 "answered at first contact as a share of all.")});
    const auto is_of_number = [&](Kind goal) { return record.text("kind") == word_of(goal); };
    if (is_share && (is_of_number(Kind::reach) || is_of_number(Kind::count) || is_of_number(Kind::weekly)))
        problems.push_back({"counted_from", TEXT("This figure is a share, not a number. Choose the kind of goal that is a share, "
                                                 "or another figure.")});
    if (record.text("kind") == word_of(Kind::response_time) && is_share && record.whole("target"))
        problems.push_back({"target", TEXT("What it is counted from is a share. Write a percentage instead, or choose a figure "
                                           "of working days or hours.")});
    if (record.text("kind") == word_of(Kind::response_time) && !is_share && record.whole("target_percent"))
        problems.push_back({"target_percent", TEXT("What it is counted from is no share. Write a number instead.")});
    if (record.text("kind") != word_of(Kind::response_time) || *kind != measures::Kind::mean) return;
    if (!record.text("target_unit").empty())
        problems.push_back({"target_unit", TEXT("What it is counted from says in what: days or hours. Leave this empty, or "
                                                "choose the other figure.")});
    if (record.text("comparison") == "at_least")
        problems.push_back({"comparison", TEXT("A time is good when it is short. Choose at most.")});
}

void check_goal(const Checked& checked, const KindOfCounted& kind_of, Problems& problems) {
    const auto& record = checked.record;
    check_counted(record, kind_of, problems);
    if (!record.list("partner_kinds").empty() && record.text("counted_from") != counted_partners)
        problems.push_back(
            {"partner_kinds", TEXT("Kinds of partner are chosen where the number is counted from partners that take part. Choose "
                                   "none, or that figure.")});
    check_no_person(checked, {"title", "about", "source", "evidence"}, problems);
    const bool is_weekly = record.text("kind") == word_of(Kind::weekly);
    const bool is_each_week = record.text("comparison") == "every_week";
    if (is_each_week && !is_weekly)
        problems.push_back(
            {"comparison", TEXT("Every week is for a goal of the kind “Every week”. Choose at least or at most.")});
    if (const auto delivered = record.date("delivered_on")) {
        if (*delivered > checked.around.today)
            problems.push_back({"delivered_on", TEXT("Write the day on which it was delivered: today at the latest.")});
        if (record.text("evidence").empty())
            problems.push_back({"evidence", TEXT("Write what shows that it is delivered: a document or a decision.")});
    }
    if (record.whole("population_year") && !record.whole("population"))
        problems.push_back({"population", TEXT("Write the population that the year is of, or take the year away.")});
    if (record.whole("population") && !record.whole("population_year"))
        problems.push_back({"population_year", TEXT("Write of which year the population is.")});
    if (record.date("baseline_on") && !record.whole("baseline"))
        problems.push_back({"baseline", TEXT("Write the number at the start, or take its day away.")});
    if (!record.text("section").empty() && record.text("document").empty())
        problems.push_back({"document", TEXT("Choose the document that the section is of.")});
    if (!record.id.empty() && record.text("pair") == record.id)
        problems.push_back({"pair", TEXT("A goal does not belong with itself. Choose another.")});
}

std::vector<Field> fields_of_target() {
    return {
        term("comparison", TEXT("How the target is meant"),
             fixed_terms({{"at_least", TEXT("At least")}, {"at_most", TEXT("At most")}, {"every_week", TEXT("Every week")}}))
            .usually("at_least")
            .section(TEXT("What is aimed at"),
                     TEXT("A number, a percentage, or both at once. A percentage says of how many and of which year.")),
        decimal("target", TEXT("Number to reach")).hint(TEXT("Of a weekly goal: in each week. Without it, one a week.")),
        text("target_unit", TEXT("Of what"), longest_unit)
            .hint(TEXT("Such as: persons, partners, group activities a week. Help time is counted in minutes, and aimed at in "
                       "minutes.")),
        percentage("target_percent", TEXT("Percentage to reach")),
        whole_number("population", TEXT("Population that the percentage is of"), 1, most_people)
            .hint(
                TEXT("Needed where its year is written. Leave it empty where nobody has stated it: it is not filled in from "
                     "elsewhere.")),
        whole_number("population_year", TEXT("Year of the population"), first_year, last_year)
            .hint(TEXT("Needed where the population is written.")),
        decimal("baseline", TEXT("Number at the start")).hint(TEXT("Needed where its day is written.")),
        date("baseline_on", TEXT("Day of the number at the start"))};
}

std::vector<Field> fields_of_counting(const Choices& counted_from) {
    return {term("counted_from", TEXT("Counted from"), counted_from)
                .when_none(TEXT("Nothing: numbers are written down by hand"))
                .from_address("counted")
                .section(TEXT("Where the number comes from"),
                         TEXT("What the program counts is never typed. For a part of a figure, "
                              "such as one topic: choose it in the statistics, save it "
                              "there, and choose it here.")),
            terms("partner_kinds", TEXT("Which partners count"),
                  fixed_terms({{"company", TEXT("Company")},
                               {"authority", TEXT("Authority")},
                               {"association", TEXT("Association")},
                               {"church", TEXT("Church or faith community")},
                               {"school", TEXT("School or study association")},
                               {"other", TEXT("Other")}}))
                .hint(TEXT("Of a goal that is counted from partners that take part. None chosen: all of them.")),
            text("source", TEXT("Source"), longest_goal).hint(TEXT("In words: who collects it, and where.")),
            date("delivered_on", TEXT("Delivered on")).hint(TEXT("Of something that is delivered: then the goal is met.")),
            text("evidence", TEXT("What shows it"), longest_goal)
                .hint(TEXT("A document or decision. It can be added as a file. Needed where something is delivered."))};
}

std::vector<Field> fields_of_belonging() {
    return {
        link("document", TEXT("Governing document"), "goals.document")
            .section(TEXT("Where it belongs"))
            .when_none(TEXT("None"))
            .hint(TEXT("Needed where a section is written.")),
        text("section", TEXT("Section of the document"), longest_unit),
        link("pair", TEXT("Goal that belongs with it"), "goals.goal")
            .when_none(TEXT("None"))
            .hint(TEXT("Such as: a share that is done digitally, and that help is at hand. Neither is met at the cost of the "
                       "other.")),
        link("wheel_goal", TEXT("Goal of the wheel that it contributes to"), "progress.goal")
            .when_none(TEXT("None"))
            .hint(TEXT("Its long-term effect is evaluated once a year, with the wheel. Here stands the running follow-up.")),
        text("fulfils", TEXT("Milestone or result that it fulfils"), longest_goal),
        flag("is_published", TEXT("Shown to residents"), TEXT("Shown to residents"), TEXT("For staff"))};
}

}  // namespace

Register goal_register(Choices counted_from, KindOfCounted kind_of) {
    Register kind{
        .key = kept_goals,
        .table = "goals_goal",
        .names = {TEXT("Goals that we follow up"), TEXT("Goal that we follow up")},
        .see = http::Role::guide,
        .change = http::Role::coordinator,
        .path = "/staff/goals/records",
        .above = {{TEXT("Goals that we follow up"), "/staff/goals"}},
        .fields = {text("title", TEXT("The goal"), longest_goal).required().listed().searched().sorted(),
                   term("kind", TEXT("Kind"), kinds_of_goals()).required().listed().filter(),
                   long_text("about", TEXT("What it means, and when and how it is followed up")),
                   link("function", TEXT("Who sees to it"), "organisation.function")
                       .listed()
                       .when_none(TEXT("No function"))
                       .hint(TEXT("A function, not a person: it gets the tasks to follow up.")),
                   period("starts", "ends", TEXT("From and to")),
                   term("cadence", TEXT("How often it is followed up"),
                        fixed_terms({{"month", TEXT("Each month")},
                                     {"quarter", TEXT("Each quarter")},
                                     {"half_year", TEXT("Each half year")},
                                     {"year", TEXT("Each year")}}))
                       .when_none(TEXT("Not decided"))},
        .rules = [kind_of = std::move(kind_of)](const Checked& checked, Problems& problems) {
            check_goal(checked, kind_of, problems);
        },
        .attachments = Attachments{},
        .words = {
            .about = TEXT("The records behind the goals: what is aimed at, where the number comes from, who sees to it."),
            .caption = TEXT("Goals, by name"),
            .empty = TEXT("No goal yet. Add the first one."),
            .add = TEXT("Add a goal"),
            .change = TEXT("Change the goal"),
            .added = TEXT("The goal is added."),
            .saved = TEXT("The goal is saved.")}};
    for (auto& part : {fields_of_target(), fields_of_counting(counted_from), fields_of_belonging()})
        kind.fields.insert(kind.fields.end(), part.begin(), part.end());
    return kind;
}

}  // namespace digilots::goals
