#include "progress/draw_wheel.h"

#include <algorithm>

#include "progress/own_colour.h"
#include "progress/wheel_words.h"

namespace digilots::progress {

namespace {

std::vector<std::size_t> rings_of(const Wheel& wheel, const std::string& target) {
    std::vector<std::size_t> rings;
    for (std::size_t index = 0; index < wheel.own_goals.size(); ++index) {
        if (std::ranges::find(wheel.own_goals[index].targets, target) != wheel.own_goals[index].targets.end())
            rings.push_back(index);
    }
    return rings;
}

std::string goal_name(const WheelGoal& goal, const html::Page& page) {
    // Begins with what is written in the picture: who says what they see means this link.
    const std::string title = std::to_string(goal.goal->number) + " " + goal.goal->title(page.translator());
    if (goal.targets.empty()) return title + ". " + page.t("No target chosen.");
    return title + ". " +
           page.tn("{n} target", "{n} targets", static_cast<std::int64_t>(goal.targets.size())) + ".";
}

PictureGoal draw_goal(const Wheel& wheel, const WheelGoal& goal, const Subject& subject,
                      const html::Page& page, Leads leads) {
    const bool linked = leads == Leads::to_pages;
    PictureGoal drawn;
    drawn.number = goal.goal->number;
    drawn.title = goal.goal->lettering(page.translator());
    drawn.colour = goal.goal->colour;
    drawn.ink = goal.goal->ink;
    drawn.name = goal_name(goal, page);
    if (linked && !goal.targets.empty()) drawn.url = "#goal-" + std::to_string(goal.goal->number);
    const std::string year = "?year=" + std::to_string(wheel.year);
    for (const auto& target : goal.targets) {
        const std::string url = linked ? page.url(subject.target_path(target.target->id) + year) : "";
        drawn.targets.push_back({target.target->id, sign_of(target.colour()), spoken(target, page), url,
                                 rings_of(wheel, target.target->id)});
    }
    return drawn;
}

}  // namespace

Sign sign_of(indicators::Colour colour) {
    switch (colour) {
        case indicators::Colour::green:
            return Sign::good;
        case indicators::Colour::yellow:
            return Sign::middle;
        case indicators::Colour::red:
            return Sign::poor;
        case indicators::Colour::unknown:
            break;
    }
    return Sign::unknown;
}

Picture picture_of(const Wheel& wheel, const Subject& subject, const html::Page& page, Leads leads) {
    const bool linked = leads == Leads::to_pages;
    Picture picture;
    picture.title = subject.name();
    picture.year = wheel.year > 0 ? std::to_string(wheel.year) : "–";
    if (wheel.is_proposal) picture.note = page.t("Proposal");
    if (shows_made_up(wheel)) picture.note = page.t("Test figures");
    picture.name = page.t("The wheel of {name} {year}", {{"name", picture.title}, {"year", picture.year}}) +
                   ". " + tally_of(wheel, page);
    picture.right_to_left = page.translator().language().right_to_left;
    for (const auto& goal : wheel.own_goals) {
        picture.rings.push_back({goal.number, goal.colour, ink_on(goal.colour),
                                 std::to_string(goal.number) + " " + goal.title + ", " + page.t("own goal"),
                                 linked ? "#own-goal-" + goal.key : ""});
    }
    for (const auto& goal : wheel.goals)
        picture.goals.push_back(draw_goal(wheel, goal, subject, page, leads));
    return picture;
}

Picture plain_picture_of(const Wheel& wheel) {
    Picture picture;
    for (const auto& goal : wheel.goals) {
        PictureGoal drawn;
        for (const auto& target : goal.targets)
            drawn.targets.push_back({"", sign_of(target.colour()), "", "", {}});
        picture.goals.push_back(std::move(drawn));
    }
    return picture;
}

}  // namespace digilots::progress
