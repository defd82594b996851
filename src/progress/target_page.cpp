#include <algorithm>

#include "platform/html/error_page.h"
#include "progress/requested_wheel.h"
#include "progress/own_colour.h"
#include "progress/pages.h"
#include "progress/target_history.h"
#include "progress/target_view.h"
#include "progress/templates.h"
#include "progress/wheel_parts.h"
#include "progress/wheel_words.h"
#include "progress/year_choice.h"

namespace digilots::progress {

namespace {

std::vector<html::components::SummaryItem> facts_of(const WheelIndicator& one, const html::Page& page) {
    using html::components::SummaryItem;
    std::vector<SummaryItem> facts;
    const auto add = [&](std::string term, std::string value) {
        if (!value.empty()) facts.push_back({std::move(term), {std::move(value)}, ""});
    };
    const std::string value = value_of(one, page);
    add(page.t("Value"), value.empty() ? meaning_of(one.standing, page)
                                       : value + " (" + std::to_string(one.standing.year) + ")");
    add(page.t("Rank"), rank_of(one.standing, page));
    add(page.t("Limits"), limits_of(one, page));
    add(page.t("Direction"), direction_words(one.standing.direction, page));
    add(page.t("Change"), change_of(one, page));
    add(page.t("Women and men"), gap_of(one, page));
    return facts;
}

IndicatorView show(const WheelIndicator& one, const Target& target, const Subject& subject,
                   const html::Page& page) {
    IndicatorView view;
    view.title = one.indicator.title(page.translator());
    if (view.title.empty()) view.title = one.indicator.id;
    view.id = one.indicator.id;
    view.mark = mark_of(one.standing, page);
    view.reason = proposed_reason(one.indicator.id, target.id, page.translator());
    view.url = page.url(subject.indicator_path(one.indicator.id));
    view.facts = facts_of(one, page);
    return view;
}

std::vector<RingView> rings_meeting(const Wheel& wheel, const std::string& target) {
    std::vector<RingView> rings;
    for (const auto& goal : wheel.own_goals) {
        if (std::ranges::find(goal.targets, target) == goal.targets.end()) continue;
        rings.push_back({goal.key, goal.title, goal.colour, ink_on(goal.colour), goal.number, {}});
    }
    return rings;
}

TargetView view_of(const Pages& pages, const RequestedWheel& requested, const Target& target, const html::Page& page) {
    TargetView view;
    const Goal& goal = goals()[static_cast<std::size_t>(target.goal) - 1];
    view.goal_number = goal.number;
    view.goal = goal.title(page.translator());
    view.goal_colour = goal.colour;
    view.goal_ink = goal.ink;
    view.wheel_url = page.url(requested.subject.wheel_path("?year=" + std::to_string(requested.wheel.year)));
    view.method_url = page.url(requested.subject.method_path());
    view.source = source_of(requested.wheel, page);
    view.made_up = made_up_text(requested.wheel, page);
    view.is_proposal = requested.wheel.is_proposal;
    view.rings = rings_meeting(requested.wheel, target.id);
    view.years = year_choice_of(requested, requested.subject.target_path(target.id), page);
    const WheelTarget* chosen = requested.wheel.find(target.id);
    if (!chosen) return view;
    view.in_wheel = true;
    view.is_chosen = !requested.wheel.is_proposal;
    view.why = chosen->why;
    view.mark = mark_of(*chosen, page);
    for (const auto& one : chosen->indicators) {
        view.indicators.push_back(show(one, target, requested.subject, page));
        view.indicators.back().leading = view.indicators.size() == 1;
    }
    view.history = target_history(requested, *chosen, pages.progress.indicators(), page);
    return view;
}

}  // namespace

http::Response target_page(const Pages& pages, const http::Request& request) {
    const Target* target = find_target(request.parameter("target"));
    const auto requested = target ? requested_wheel(pages, request) : std::nullopt;
    if (!requested) return html::error_page(request, 404);
    html::Page page(request);
    if (requested->subject.has_service && !request.tenant)
        return http::see_other(page.url(requested->subject.target_path(target->id)));
    page.styles = {"wheel.css"};
    page.scripts = {"wheel.js"};
    page.title = target->id + " " + target->title(page.translator());
    const std::string wheel = page.t("The wheel of {name}", {{"name", requested->subject.name()}});
    page.breadcrumbs = {{wheel, page.url(requested->subject.wheel_path()), false}, {page.title, "", false}};
    TargetView view = view_of(pages, *requested, *target, page);
    if (request.tenant) {
        view.contributing = pages.progress.contributing(request.tenant->id, target->id);
        view.plan_url = page.tenant_url("/progress/plan");
    }
    return html::render_page(page, templates::target_page(view, page));
}

}  // namespace digilots::progress
