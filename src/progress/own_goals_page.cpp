#include <algorithm>

#include "platform/base/colour.h"
#include "platform/base/text.h"
#include "platform/base/whole_number.h"
#include "platform/html/confirmation_page.h"
#include "platform/html/error_page.h"
#include "progress/own_colour.h"
#include "progress/pages.h"
#include "progress/staff_view.h"
#include "progress/templates.h"
#include "progress/wheel_parts.h"

namespace digilots::progress {

namespace {

using html::components::Field;

constexpr int most_goals = 8;
constexpr std::size_t longest_title = 200;
constexpr const char* new_key = "new";

/// As typed.
struct GoalForm {
    std::string key, number, title, colour;
    std::vector<std::string> targets;
    bool names_others = false;      // targets that nobody has
};

GoalForm form_of(const OwnGoal& goal) {
    return {goal.key, std::to_string(goal.number), goal.title, goal.colour, goal.targets};
}

GoalForm typed_goal(const http::Request& request) {
    GoalForm form{std::string(request.parameter("key")),
                  std::string(base::trim(request.form.get("number"))),
                  base::clean(request.form.get("title")),
                  std::string(base::trim(request.form.get("colour"))),
                  {}};
    for (const auto target : request.form.all("targets")) {
        if (find_target(target)) {
            form.targets.emplace_back(target);
        } else {
            form.names_others = true;
        }
    }
    return form;
}

const OwnGoal* find_goal(const Choices& choices, std::string_view key) {
    const auto found = std::ranges::find(choices.goals, key, &OwnGoal::key);
    return found == choices.goals.end() ? nullptr : &*found;
}

int number_of(const std::string& text) {
    return base::whole_number(text, 1, most_goals).value_or(0);
}

void check_number(const GoalForm& form, const Choices& choices, const html::Page& page,
                  html::FormErrors& errors) {
    const int number = number_of(form.number);
    if (number < 1 || number > most_goals) {
        errors.add("number", page.t("Write a number from 1 to {n}.", {{"n", std::to_string(most_goals)}}));
        return;
    }
    const bool taken = std::ranges::any_of(
        choices.goals, [&](const OwnGoal& goal) { return goal.number == number && goal.key != form.key; });
    if (taken) errors.add("number", page.t("Another goal has that number."));
}

void check_colours(const GoalForm& form, const html::Page& page, html::FormErrors& errors) {
    const ColourCheck check = check_colour(form.colour);
    if (!check.is_colour) {
        errors.add("colour", page.t("Write the colour as # and six digits, such as #1f5fa8."));
    } else if (!check.is_good()) {
        errors.add(
            "colour",
            page.t("This colour is hard to see: text on it has a contrast of {text} to 1 (4.5 is needed), "
                   "the ring on a white page {page} to 1 (3 is needed). Choose a darker one.",
                   {{"text", page.translator().number(check.text, 1)},
                    {"page", page.translator().number(check.light, 1)}}));
    }
}

html::FormErrors check(const GoalForm& form, const Choices& choices, const html::Page& page) {
    html::FormErrors errors;
    check_number(form, choices, page, errors);
    if (form.title.empty()) errors.add("title", page.t("Write the goal."));
    if (base::length(form.title) > longest_title)
        errors.add("title", page.t("Write at most {n} characters.", {{"n", std::to_string(longest_title)}}));
    check_colours(form, page, errors);
    return errors;
}

/// Beside the first group: what was sent stands in none of them.
void check_targets(const GoalForm& form, std::vector<Field>& fields, const html::Page& page, html::FormErrors& errors) {
    if (!form.names_others) return;
    const auto message = page.t("What was chosen is not in the list. Choose again.");
    errors.add(fields.empty() ? "" : fields.front().id, message);
    if (!fields.empty()) fields.front().error = message;
}

/// The wheel's targets and those already met, a group of boxes for each UN goal.
std::vector<Field> target_fields(const GoalForm& form, const Choices& choices, const html::Page& page) {
    std::vector<Field> fields;
    for (const auto& goal : goals()) {
        Field field{.name = "targets",
                    .label = page.t("Goal {number}: {title}", {{"number", std::to_string(goal.number)},
                                                               {"title", goal.title(page.translator())}}),
                    .optional = true,
                    .id = "targets-" + std::to_string(goal.number)};
        for (const auto& target : targets()) {
            const bool met = std::ranges::find(form.targets, target.id) != form.targets.end();
            const bool in_wheel =
                std::ranges::find(choices.targets, target.id, &ChosenTarget::target) != choices.targets.end();
            if (target.goal != goal.number || (!met && !in_wheel)) continue;
            field.options.push_back({target.id, target.id + " " + target.title(page.translator()), met});
        }
        if (!field.options.empty()) fields.push_back(std::move(field));
    }
    return fields;
}

http::Response show(const http::Request& request, const GoalForm& form, const Choices& choices,
                    html::FormErrors errors) {
    const html::Page words(request);
    const bool is_new = form.key == new_key;
    html::Page page = staff_page(request, is_new ? words.t("New goal") : words.t("Change a goal"));
    OwnGoalFormView view;
    view.url = page.tenant_url("/staff/progress/goals/" + form.key);
    view.remove_url = view.url + "/remove";
    view.seen = mark_of(find_goal(choices, form.key));
    view.is_new = is_new;
    view.may_edit = may_edit(request);
    view.errors = std::move(errors);
    view.number = {.name = "number",
                   .label = page.t("Number"),
                   .value = form.number,
                   .hint = page.t("Number 1 is the outermost ring."),
                   .autocomplete = "off",
                   .input_mode = "numeric"};
    view.title = {
        .name = "title", .label = page.t("The goal"), .value = form.title, .autocomplete = "off", .rows = 2};
    view.colour = {.name = "colour",
                   .label = page.t("Colour"),
                   .value = form.colour,
                   .hint = page.t("Such as #1f5fa8. Its contrast is checked."),
                   .autocomplete = "off"};
    view.targets = target_fields(form, choices, page);
    check_targets(form, view.targets, page, view.errors);
    return html::render_page(page, templates::own_goal_page(view, page), view.errors.empty() ? 200 : 422);
}

int next_number(const Choices& choices) {
    int number = 1;
    while (std::ranges::find(choices.goals, number, &OwnGoal::number) != choices.goals.end()) ++number;
    return number;
}

}  // namespace

http::Response own_goals_page(const Pages& pages, const http::Request& request) {
    html::Page page = staff_page(request, html::Page(request).t("The municipality’s own goals"));
    OwnGoalsView view;
    view.may_edit = may_edit(request);
    if (request.query.has("saved")) view.done = page.t("The change is saved and shown in the wheel.");
    for (const auto& goal : pages.progress.choices(request.tenant->id).goals) {
        view.goals.push_back({goal.key, goal.title, goal.colour, ink_on(goal.colour), goal.number, {}});
        view.urls.push_back(page.tenant_url("/staff/progress/goals/" + goal.key));
    }
    return html::render_page(page, templates::own_goals_page(view, page));
}

http::Response own_goal_page(const Pages& pages, const http::Request& request) {
    const Choices choices = pages.progress.choices(request.tenant->id);
    const auto key = request.parameter("key");
    if (key == new_key)
        return show(request, {new_key, std::to_string(next_number(choices)), "", "", {}}, choices, {});
    const OwnGoal* goal = find_goal(choices, key);
    return goal ? show(request, form_of(*goal), choices, {}) : html::error_page(request, 404);
}

http::Response save_own_goal(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const Choices choices = pages.progress.choices(request.tenant->id);
    const GoalForm form = typed_goal(request);
    const std::string record = "own goal:" + form.key;
    if (form.key != new_key && !find_goal(choices, form.key)) return http::changed_meanwhile(record);
    auto errors = check(form, choices, page);
    if (form.key == new_key && static_cast<int>(choices.goals.size()) >= most_goals)
        errors.add("number",
                   page.t("The wheel has room for {n} goals.", {{"n", std::to_string(most_goals)}}));
    if (!errors.empty() || form.names_others) return show(request, form, choices, std::move(errors));
    const auto saved = pages.progress.save_goal(
        request.tenant->id,
        {form.key == new_key ? "" : form.key, number_of(form.number), form.title,
         base::format_colour(base::parse_colour(form.colour).value()), form.targets},
        request.identity->account_id, base::Seen::mark(request.form.get("seen")));
    if (!saved && saved.error() == GoalProblem::changed_meanwhile) return http::changed_meanwhile(record);
    if (!saved) {
        errors.add("number", page.t("Another goal has that number."));
        return show(request, form, choices, std::move(errors));
    }
    return http::see_other(page.tenant_url("/staff/progress/goals?saved=1"));
}

http::Response remove_own_goal(const Pages& pages, const http::Request& request) {
    const auto key = request.parameter("key");
    const Choices choices = pages.progress.choices(request.tenant->id);
    const OwnGoal* goal = find_goal(choices, key);
    if (!goal) return html::error_page(request, 404);
    if (!html::is_sure(request)) {
        const html::Page page = staff_page(request, html::Page(request).t("Remove the goal"));
        const std::string url = page.tenant_url("/staff/progress/goals/" + goal->key);
        return html::ask_first(page, {.url = url + "/remove",
                                      .text = page.t("Remove the goal “{title}”? It cannot be brought back.",
                                                     {{"title", goal->title}}),
                                      .confirm = page.t("Remove the goal"),
                                      .cancel_url = url});
    }
    const auto seen = base::Seen::mark(request.form.get("seen"));
    if (!pages.progress.remove_goal(request.tenant->id, key, request.identity->account_id, seen))
        return http::changed_meanwhile("own goal:" + std::string(key));
    return http::see_other(html::Page(request).tenant_url("/staff/progress/goals?saved=1"));
}

}  // namespace digilots::progress
