#include "progress/own_goals.h"

#include <algorithm>

#include "platform/base/text.h"
#include "progress/own_colour.h"

namespace digilots::progress {

namespace {

using register_::Record;

constexpr int most_goals = 8;
constexpr std::size_t longest_title = 200, longest_goal_key = 30;
constexpr std::string_view reserved_key = "new";  // the address of the empty form

void check_ring_colour(const register_::Checked& checked, register_::Problems& problems) {
    const ColourCheck check = check_colour(checked.record.text("colour"));
    if (!check.is_colour || check.is_good()) return;
    // White or black text can be read on any colour; what fails is the ring.
    problems.push_back({.input = "colour",
                        .text = TEXT("This colour is hard to see: on a white page the ring has a contrast of {page} to 1, and 3 "
                                     "is needed. Choose a darker one."),
                        .first = {"page", check.light}});
}

/// From its title, with a number where another has it.
std::string new_goal_key(const Record& goal, const std::vector<Record>& others) {
    const std::string first = base::cut(base::slug(goal.text("title")), longest_goal_key);
    std::string key = first;
    for (int number = 2; key == reserved_key || std::ranges::find(others, key, &Record::id) != others.end(); ++number)
        key = first + "-" + std::to_string(number);
    return key;
}

/// The lowest number that is free.
register_::Draft next_goal(const std::vector<Record>& others) {
    std::int64_t number = 1;
    while (std::ranges::any_of(others, [&](const Record& other) { return other.whole("number") == number; })) ++number;
    return {{"number", {std::to_string(number)}}};
}

std::vector<register_::Choice> target_choices(const register_::Surroundings& around, const Choices& wheel) {
    std::vector<register_::Choice> choices;
    for (const auto& target : targets()) {
        const Goal& goal = goals()[static_cast<std::size_t>(target.goal - 1)];
        choices.push_back(
            {.key = target.id,
             .label = target.id + " " + target.title(*around.words),
             .is_offered = std::ranges::find(wheel.targets, target.id, &ChosenTarget::target) != wheel.targets.end(),
             .group = around.words->t(TEXT("Goal {number}: {title}"), {{"number", std::to_string(goal.number)},
                                                                      {"title", goal.title(*around.words)}})});
    }
    return choices;
}

std::vector<register_::Field> fields_of_goal(register_::Choices targets) {
    using namespace register_;
    return {long_text("title", TEXT("The goal"), longest_title).required().listed().when_missing(TEXT("Write the goal.")),
            whole_number("number", TEXT("Number"), 1, most_goals)
                .required()
                .listed()
                .sorted()
                .unique(TEXT("Another goal has that number."))
                .hint(TEXT("Number 1 is the outermost ring.")),
            colour("colour", TEXT("Colour"))
                .required()
                .hint(TEXT("Such as #1f5fa8. Its contrast is checked."))
                .when_missing(TEXT("Write the colour as # and six digits, such as #1f5fa8.")),
            terms("targets", TEXT("Targets that it meets"), std::move(targets))
                .section(TEXT("Targets that it meets"), TEXT("These are the targets of the wheel. Others can be added once the "
                                                             "municipality follows them."))};
}

}  // namespace

register_::Register goal_register(std::function<Choices(std::string_view municipality)> choices) {
    return {.key = "goal",
            .table = "progress_goal",
            .names = {TEXT("The municipality’s own goals"), TEXT("The goal")},
            .see = http::Role::guide,
            .change = http::Role::coordinator,
            .path = "/staff/progress/goals",
            .above = {{TEXT("The wheel"), "/staff/progress"}},
            .fields = fields_of_goal([choices = std::move(choices)](const register_::Surroundings& around) {
                return target_choices(around, choices(around.municipality_id));
            }),
            .rules = check_ring_colour,
            .new_id = new_goal_key,
            .proposed = next_goal,
            .size = register_::Size::few,
            .adding = register_::Adding::on_a_page,
            .at_most = most_goals,
            .endings = register_::Endings::removed,
            .remove = http::Role::coordinator,
            .kept = kept_progress,
            .words = {.about = TEXT("Each goal is a ring of the wheel, in its colour, with the targets it meets."),
                      .empty = TEXT("There are no own goals yet."),
                      .add = TEXT("New goal"),
                      .change = TEXT("Change a goal"),
                      .save = TEXT("Save"),
                      .added = TEXT("The change is saved and shown in the wheel."),
                      .saved = TEXT("The change is saved and shown in the wheel."),
                      .remove = TEXT("Remove the goal"),
                      .deleted = TEXT("The change is saved and shown in the wheel."),
                      .full = TEXT("The wheel has room for 8 goals.")}};
}

OwnGoal goal_of(const Record& record) {
    OwnGoal goal{record.id, static_cast<int>(record.whole("number").value_or(0)), record.text("title"),
                 record.text("colour"), record.list("targets")};
    sort_targets(goal.targets);
    return goal;
}

Record record_of(const OwnGoal& goal) {
    auto met = goal.targets;
    sort_targets(met);
    Record record;
    record.id = goal.key;
    record.columns = {{"title", goal.title},
                      {"number", std::int64_t{goal.number}},
                      {"colour", goal.colour},
                      {"targets", register_::joined_list(met)}};
    return record;
}

void sort_targets(std::vector<std::string>& ids) {
    std::ranges::sort(ids, {}, [](const std::string& id) { return find_target(id); });
}

}  // namespace digilots::progress
