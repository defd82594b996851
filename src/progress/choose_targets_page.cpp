#include <algorithm>

#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/html/confirmation_page.h"
#include "platform/html/error_page.h"
#include "platform/http/may.h"
#include "progress/pages.h"
#include "progress/staff_view.h"
#include "progress/tables.h"
#include "progress/templates.h"

namespace digilots::progress {

namespace {

using html::components::Field;

constexpr std::size_t longest_why = 2000;
constexpr int most_found = 20;

const ChosenTarget* find_chosen(const Choices& choices, std::string_view target) {
    return base::find_in(choices.targets, target, &ChosenTarget::target);
}

std::string title_of(const Pages& pages, const std::string& indicator, const html::Page& page) {
    const auto found = pages.progress.indicators().find(indicator);
    return found ? found->title(page.translator()) : indicator;
}

/// What the form of one target holds, as typed or as stored.
struct TargetForm {
    std::string why, leading, more;
    std::vector<std::string> indicators, candidates;
    bool names_others = false;      // indicators that are not here, or another municipality's own
    std::string found;      // what a search found, and what to do with it; "" where none was made
};

void add_each_once(std::vector<std::string>& list, const std::vector<std::string>& more) {
    for (const auto& one : more) base::add_once(list, one);
}

void add_candidates(TargetForm& form, const std::vector<std::string>& more) { add_each_once(form.candidates, more); }

std::string reason_for(const std::string& indicator, const Target& target, const html::Page& page) {
    return indicator.starts_with("local:") ? page.t("The municipality’s own")
                                           : proposed_reason(indicator, target.id, page.translator());
}

bool is_for(const indicators::Indicator& indicator, const http::Request& request) {
    if (!indicator.municipality_id.empty() || request.tenant->is_made_up) return indicator.is_shown_to(request.tenant->id);
    return indicator.country == request.tenant->country;
}

TargetForm stored_form(const Pages& pages, const Choices& choices, const Target& target, const http::Request& request) {
    const auto proposed = proposed_for(target.id, request.tenant->id);
    TargetForm form;
    if (const auto* chosen = find_chosen(choices, target.id)) {
        form.why = chosen->why;
        form.indicators = chosen->indicators;
    } else {
        form.indicators = proposed;
    }
    if (!form.indicators.empty()) form.leading = form.indicators.front();
    add_candidates(form, form.indicators);
    add_candidates(form, proposed);
    for (const auto& own : pages.progress.indicators().local(request.tenant->id))
        if (!own.retired) add_candidates(form, {own.id});
    return form;
}

TargetForm typed_form(const Pages& pages, const http::Request& request, const TargetForm& stored) {
    TargetForm form;
    form.why = base::clean(request.form.get("why"));
    form.leading = request.form.get("leading");
    form.more = base::trim(request.form.get("more"));
    for (const auto one : request.form.all("indicators")) {
        const auto found = pages.progress.indicators().find(one);
        if (found && is_for(*found, request)) {
            form.indicators.push_back(found->id);
        } else {
            form.names_others = true;
        }
    }
    form.candidates = stored.candidates;
    add_candidates(form, form.indicators);
    return form;
}

/// What the words name: the one with exactly that name or id, else all that match.
std::vector<std::string> named(const Pages& pages, const std::string& words, const html::Page& page) {
    const auto& indicators = pages.progress.indicators();
    const auto exact = indicators.find(words);
    if (exact && is_for(*exact, page.request())) return {exact->id};
    const std::string wanted = base::fold(words);
    const auto title_of_one = [&](const auto& one) { return base::fold(one.title(page.translator())); };
    std::vector<std::string> ids;
    // The municipality's own stand there at once, also before the search knows them.
    for (const auto& one : indicators.local(page.request().tenant->id)) {
        if (title_of_one(one) == wanted) return {one.id};
        if (!one.retired && title_of_one(one).find(wanted) != std::string::npos) ids.push_back(one.id);
    }
    for (const auto& one : indicators.search(words, most_found)) {
        if (one.retired || !is_for(one, page.request())) continue;
        if (title_of_one(one) == wanted) return {one.id};
        base::add_once(ids, one.id);
    }
    return ids;
}

/// One that is named is taken; several are shown to choose among, none is an error.
void take_more(const Pages& pages, TargetForm& form, const html::Page& page, html::FormErrors& errors) {
    const bool only_search = page.request().form.has("find");
    if (form.more.empty()) {
        if (only_search) errors.add("more", page.t("Write a word of the name of the indicator."));
        return;
    }
    const auto ids = named(pages, form.more, page);
    add_candidates(form, ids);
    if (ids.empty()) {
        errors.add("more", page.t("No indicator matches “{words}”. Try another word.", {{"words", form.more}}));
    } else if (ids.size() == 1 && !only_search) {
        add_each_once(form.indicators, ids);
    } else {
        form.found = page.tn("{n} indicator matches “{words}” and now stands in the list. Nothing is saved yet: tick it if "
                             "it is the right one, and save.",
                             "{n} indicators match “{words}” and now stand in the list. Nothing is saved yet: tick "
                             "those that you mean, and save.",
                             std::ssize(ids), {{"words", form.more}});
        form.more.clear();
    }
}

/// The typed indicators with the leading one first; errors say what is wrong.
std::vector<std::string> read_indicators(const Pages& pages, TargetForm& form, const html::Page& page,
                                         html::FormErrors& errors) {
    take_more(pages, form, page, errors);
    std::vector<std::string> known = form.indicators;
    const auto leading = std::ranges::find(known, form.leading);
    if (leading != known.end()) std::rotate(known.begin(), leading, leading + 1);
    const auto not_there = page.t("What was chosen is not in the list. Choose again.");
    if (form.names_others) errors.add("indicators", not_there);
    const bool has_leading = std::ranges::find(form.candidates, form.leading) != form.candidates.end();
    if (!form.leading.empty() && !has_leading) errors.add("leading", not_there);
    if (known.empty() && errors.empty() && form.found.empty())
        errors.add("indicators", page.t("Choose at least one indicator."));
    return known;
}

ChooseTargetView view_of(const Pages& pages, const Target& target, const TargetForm& form,
                         const html::Page& page) {
    ChooseTargetView view;
    view.url = page.tenant_url("/staff/progress/targets/" + target.id);
    view.wheel_url = page.tenant_url("/progress/targets/" + target.id);
    const Choices stored = pages.progress.choices(page.request().tenant->id);
    view.seen = mark_of(stored.is_proposal ? nullptr : find_chosen(stored, target.id));
    view.found = form.found;
    view.goal = goals()[static_cast<std::size_t>(target.goal) - 1].title(page.translator());
    view.may_edit = may_edit(page.request());
    view.why = {.name = "why",
                .label = page.t("Why the municipality follows it"),
                .value = form.why,
                .hint = page.t("Shown to everyone beside the target."),
                .optional = true};
    view.indicators = {.name = "indicators", .label = page.t("Indicators")};
    view.leading = {.name = "leading",
                    .label = page.t("Leading indicator"),
                    .hint = page.t("It gives the target its mark in the wheel.")};
    for (const auto& id : form.candidates) {
        const bool chosen = std::ranges::find(form.indicators, id) != form.indicators.end();
        view.indicators.options.push_back(
            {id, title_of(pages, id, page), chosen, reason_for(id, target, page)});
        view.leading.options.push_back({id, title_of(pages, id, page), id == form.leading});
    }
    view.more = {.name = "more",
                 .label = page.t("Another indicator"),
                 .value = form.more,
                 .hint = page.t("Write a word of its name, such as broadband."),
                 .autocomplete = "off",
                 .optional = true};
    return view;
}

http::Response show(const http::Request& request, const Target& target, const ChooseTargetView& view) {
    html::Page page = staff_page(request, target.id + " " + target.title(i18n::translator(request.language)));
    return html::render_page(page, templates::choose_target_page(view, page),
                             view.errors.empty() && view.found.empty() ? 200 : 422);
}

GoalChoices choices_of(const Pages& pages, const Goal& goal, const Choices& choices, const html::Page& page) {
    GoalChoices shown{goal.number, 0, goal.title(page.translator()), goal.colour, goal.ink, {}};
    for (const auto& target : targets()) {
        if (target.goal != goal.number) continue;
        const auto* chosen = find_chosen(choices, target.id);
        TargetChoice choice{target.id + " " + target.title(page.translator()),
                            page.tenant_url("/staff/progress/targets/" + target.id), "", chosen != nullptr};
        if (chosen && !chosen->indicators.empty())
            choice.leading = title_of(pages, chosen->indicators.front(), page);
        if (chosen) ++shown.chosen;
        shown.targets.push_back(std::move(choice));
    }
    return shown;
}

}  // namespace

bool may_edit(const http::Request& request) { return http::may(request, http::Role::coordinator); }

html::Page staff_page(const http::Request& request, std::string title) {
    html::Page page(request);
    page.title = std::move(title);
    page.staff = true;
    page.indexable = false;
    page.styles = {"wheel.css"};
    page.breadcrumbs = {{page.t("The wheel"), page.tenant_url("/staff/progress"), false},
                        {page.title, "", false}};
    return page;
}

http::Response choose_targets_page(const Pages& pages, const http::Request& request) {
    html::Page page = staff_page(request, html::Page(request).t("The wheel"));
    page.breadcrumbs.clear();
    const Choices choices = pages.progress.choices(request.tenant->id);
    ChooseTargetsView view;
    view.is_proposal = choices.is_proposal;
    view.may_edit = may_edit(request);
    view.chosen = static_cast<int>(choices.targets.size());
    if (request.query.has("saved")) view.done = page.t("The change is saved and shown in the wheel.");
    for (const auto& goal : goals()) view.goals.push_back(choices_of(pages, goal, choices, page));
    return html::render_page(page, templates::choose_targets_page(view, page));
}

http::Response adopt_proposal(const Pages& pages, const http::Request& request) {
    pages.progress.adopt_proposal(request.tenant->id, request.identity->account_id);
    return http::see_other(html::Page(request).tenant_url("/staff/progress?saved=1"));
}

http::Response choose_target_page(const Pages& pages, const http::Request& request) {
    const Target* target = find_target(request.parameter("target"));
    if (!target) return html::error_page(request, 404);
    const html::Page page(request);
    const Choices choices = pages.progress.choices(request.tenant->id);
    ChooseTargetView view = view_of(pages, *target, stored_form(pages, choices, *target, request), page);
    view.is_chosen = !choices.is_proposal && find_chosen(choices, target->id);
    return show(request, *target, view);
}

http::Response save_target(const Pages& pages, const http::Request& request) {
    const Target* target = find_target(request.parameter("target"));
    if (!target) return html::error_page(request, 404);
    const html::Page page(request);
    const Choices choices = pages.progress.choices(request.tenant->id);
    TargetForm form = typed_form(pages, request, stored_form(pages, choices, *target, request));
    html::FormErrors errors;
    const auto indicators = read_indicators(pages, form, page, errors);
    if (base::length(form.why) > longest_why)
        errors.add("why", page.t("Write at most {n} characters.", {{"n", std::to_string(longest_why)}}));
    if (!errors.empty() || !form.found.empty()) {
        ChooseTargetView view = view_of(pages, *target, form, page);
        view.errors = errors;
        view.is_chosen = !choices.is_proposal && find_chosen(choices, target->id);
        return show(request, *target, view);
    }
    // The proposal stays the proposal as long as nobody has changed it.
    const bool as_proposed = indicators == proposed_for(target->id, request.tenant->id);
    const bool chosen = pages.progress.choose(
        request.tenant->id,
        {target->id, form.why, as_proposed ? std::vector<std::string>{} : indicators, !as_proposed},
        request.identity->account_id, base::Seen::mark(request.form.get("seen")));
    if (!chosen) return http::changed_meanwhile("target:" + target->id);
    return http::see_other(page.tenant_url("/staff/progress?saved=1"));
}

http::Response leave_out_target(const Pages& pages, const http::Request& request) {
    const Target* target = find_target(request.parameter("target"));
    if (!target) return html::error_page(request, 404);
    const Choices choices = pages.progress.choices(request.tenant->id);
    const ChosenTarget* chosen = find_chosen(choices, target->id);
    if (chosen && !chosen->why.empty() && !html::is_sure(request)) {
        const html::Page page = staff_page(request, html::Page(request).t("Follow it no more"));
        const std::string url = page.tenant_url("/staff/progress/targets/" + target->id);
        return html::ask_first(page, {.url = url + "/leave-out",
                                      .text = page.t("Follow target {number} no more? What you have written about it is "
                                                     "thrown away.", {{"number", target->id}}),
                                      .confirm = page.t("Follow it no more"),
                                      .cancel_url = url});
    }
    const auto seen = base::Seen::mark(request.form.get("seen"));
    if (!pages.progress.leave_out(request.tenant->id, target->id, request.identity->account_id, seen))
        return http::changed_meanwhile("target:" + target->id);
    return http::see_other(html::Page(request).tenant_url("/staff/progress?saved=1"));
}

}  // namespace digilots::progress
