// One edition: what changed since the one before, what it keeps, and what each group says of it.
#include <algorithm>
#include <array>

#include "plan/edition_paper.h"
#include "plan/pages.h"
#include "plan/sql.h"
#include "plan/templates.h"
#include "platform/audit/audit.h"
#include "platform/base/lists.h"
#include "platform/base/seen.h"
#include "platform/base/text.h"
#include "platform/html/error_page.h"
#include "platform/http/may.h"
#include "platform/personal/personal_data.h"

namespace digilots::plan {

namespace {

constexpr std::size_t longest_comment_of_step = 600;

/// Who alone notes a step is whoever holds its function; where none is said, any coordinator.
bool may_note(const Kinds& kinds, const http::Request& request, const EditionStep& step) {
    if (step.function.empty()) return http::may(request, http::Role::coordinator);
    const auto& held = kinds.neighbours.held;
    if (!held || !request.identity) return false;
    const auto functions = held(request.tenant->id, *request.identity);
    return std::ranges::find(functions, step.function) != functions.end();
}

std::string name_of_function(const Kinds& kinds, const http::Request& request, const std::string& function) {
    const auto choices = functions_to_choose(kinds, request.tenant->id);
    const auto* found = base::find_in(choices, function, &register_::Choice::key);
    return found ? found->label : function;
}

std::vector<DecisionOfGroup> decisions_to_choose(const Kinds& kinds, const html::Page& page) {
    const auto& decisions = kinds.neighbours.decisions;
    return decisions ? decisions(page) : std::vector<DecisionOfGroup>{};
}

html::components::Field decision_to_choose(const Kinds& kinds, const html::Page& page) {
    html::components::Field field{.name = "decision",
                                  .label = page.t("Decision in the decision log"),
                                  .hint = page.t("The day of the decision then stands as the day."),
                                  .optional = true};
    const auto typed = page.request().form.get("decision");
    field.options.push_back({.value = "", .label = page.t("None that is here"), .selected = typed.empty()});
    for (const auto& one : decisions_to_choose(kinds, page))
        field.options.push_back({.value = one.id, .label = one.label, .selected = one.id == typed});
    return field;
}

void add_form(EditionView& view, const Edition& edition, const Kinds& kinds, const html::Page& page) {
    const auto& request = page.request();
    view.url = page.tenant_url("/staff/plan/editions/" + edition.id);
    view.heading = page.t("What they say: {who}", {{"who", page.t(title_of_step(edition.next()))}});
    const auto typed = request.form.get("result");
    view.result = {.name = "result",
                   .label = page.t("What the group says"),
                   .options = {{.value = "approved", .label = page.t("It approves the edition"), .selected = typed == "approved"},
                               {.value = "returned",
                                .label = page.t("It sends the edition back, with a comment"),
                                .selected = typed == "returned"}}};
    view.decision = decision_to_choose(kinds, page);
    view.day = {.name = "day",
                .label = page.t("Day of the meeting or decision"),
                .value = std::string(request.form.get("day")),
                .hint = page.t("Needed where no decision is chosen above"),
                .type = "date",
                .optional = true};
    view.why = {.name = "why",
                .label = page.t("Comment"),
                .value = std::string(request.form.get("why")),
                .hint = page.t("Needed where it is sent back: what has to change"),
                .optional = true};
    for (auto* field : {&view.result, &view.decision, &view.day, &view.why}) *field = field->with(view.errors);
}

void add_facts_of_edition(EditionView& view, const Edition& edition, const Kinds& kinds, const html::Page& page) {
    const auto& name_of = kinds.nodes.others().name_of;
    const auto made = base::parse_utc(edition.made_at);
    view.facts.push_back({page.t("Made on"),
                          {(made ? page.translator().date_time(*made, page.request().tenant->zone) : "") + " " +
                           (name_of ? name_of(edition.made_by) : "")}});
    if (!edition.about.empty()) view.facts.push_back({page.t("About it"), {edition.about}});
    view.facts.push_back({page.t("Approval"), {state_of_edition(edition, page)}});
    for (std::size_t at = 0; at < steps_of_approval; ++at) {
        const auto& step = edition.steps[at];
        view.facts.push_back({page.t(title_of_step(at)), {words_of_step(step, kinds, page)}});
        if (!step.decision.empty())
            view.links.push_back({step.what, page.tenant_url("/staff/bodies/decisions/" + step.decision)});
    }
    view.links.push_back({page.t("The edition as PDF"), page.tenant_url("/staff/plan/editions/" + edition.id + "/edition.pdf")});
}

http::Response show_edition(const Pages& pages, const http::Request& request, html::FormErrors errors) {
    const auto& kinds = *pages.kinds;
    const auto whole = whole_edition(kinds, request.tenant->id, request.parameter("id"));
    if (!whole) return html::error_page(request, 404);
    const auto& edition = whole->edition;
    auto page = plan_page_of(request, title_of_edition(edition, html::Page(request)));
    page.breadcrumbs.push_back({page.t("Editions"), page.tenant_url("/staff/plan/editions")});
    EditionView view{.parts = table_of_kept(whole->parts, page),
                     .said = table_of_said(whole->parts, page),
                     .milestones = table_of_kept_milestones(whole->parts, page),
                     .seen = page.seen(edition.mark()),
                     .errors = std::move(errors)};
    add_facts_of_edition(view, edition, kinds, page);
    if (whole->is_first) view.changes = {page.t("It is the first edition.")};
    else view.changes = words_of_changes(whole->before, whole->parts, page);
    if (view.changes.empty()) view.changes = {page.t("Nothing has changed since the edition before.")};
    const bool is_open = !edition.is_approved() && !edition.is_returned();
    if (is_open && may_note(kinds, request, edition.steps[edition.next()])) {
        add_form(view, edition, kinds, page);
    } else if (is_open && !edition.steps[edition.next()].function.empty()) {
        view.waits = page.t("This step is noted by whoever holds the function {function}.",
                            {{"function", name_of_function(kinds, request, edition.steps[edition.next()].function)}});
    }
    return html::render_page(page, templates::edition_page(view, page), view.errors.empty() ? 200 : 422);
}

/// What was said, with its faults in `errors`.
EditionStep said_in_form(const Kinds& kinds, const html::Page& page, base::Date today, html::FormErrors& errors) {
    const auto& form = page.request().form;
    EditionStep step{.result = std::string(form.get("result")), .why = base::clean(form.get("why"))};
    if (step.result != "approved" && step.result != "returned") errors.add("result", page.t("Choose what the group says."));
    const auto typed = base::clean(form.get("day"));
    auto day = base::parse_date(typed);
    if (!typed.empty() && !day) errors.add("day", page.t("Write a day that exists."));
    const std::string chosen(form.get("decision"));
    const auto decisions = chosen.empty() ? std::vector<DecisionOfGroup>{} : decisions_to_choose(kinds, page);
    const auto* decision = base::find_in(decisions, chosen, &DecisionOfGroup::id);
    if (!chosen.empty() && !decision) errors.add("decision", page.t("Choose a decision from the list."));
    if (decision) {
        step.decision = decision->id;
        step.what = decision->label;
        if (typed.empty()) day = decision->day;
        else if (day && decision->day && *day != *decision->day)
            errors.add("day", page.t("The decision has another day. Leave this empty, or choose another decision."));
    }
    if (typed.empty() && !day) errors.add("day", page.t("Write the day on which the group said so, or choose its decision."));
    if (day && today < *day) errors.add("day", page.t("That day is still to come."));
    if (day) step.day = base::format_date(*day);
    if (step.result == "returned" && step.why.empty()) errors.add("why", page.t("Write what has to change."));
    if (base::length(step.why) > longest_comment_of_step)
        errors.add("why", page.tn("Write at most {n} character.", "Write at most {n} characters.", longest_comment_of_step));
    else if (personal::find_personal_data(step.why) != personal::PersonalData::none)
        errors.add("why", page.t("Remove the number or address: nothing here tells of a person."));
    return step;
}

/// False: somebody else has taken a step meanwhile.
bool update_approvals(db::Connection& connection, const std::string& municipality, const Edition& edition) {
    std::array<std::string, steps_of_approval> by, at;
    for (std::size_t step = 0; step < steps_of_approval; ++step) {
        if (edition.steps[step].result != "approved") continue;
        by[step] = edition.steps[step].by;
        at[step] = edition.steps[step].at;
    }
    return connection.execute(sql::approve_edition, municipality, edition.id, edition.version, by[0], at[0], by[1], at[1], by[2],
                              at[2]) == 1;
}

}  // namespace

http::Response edition_page(const Pages& pages, const http::Request& request) {
    return show_edition(pages, request, {});
}

http::Response approve_edition(const Pages& pages, const http::Request& request) {
    const auto& kinds = *pages.kinds;
    const html::Page page(request);
    const auto& municipality = request.tenant->id;
    const std::string id(request.parameter("id"));
    const auto asked = whole_edition(kinds, municipality, id);
    if (!asked) return html::error_page(request, 404);
    const auto next = asked->edition.next();
    if (next < steps_of_approval && !may_note(kinds, request, asked->edition.steps[next])) return html::error_page(request, 403);
    if (!base::Seen::mark(request.form.get("seen")).is(asked->edition.mark()))
        return http::changed_meanwhile("plan_edition:" + id);
    html::FormErrors errors;
    auto said = said_in_form(kinds, page, today_of(pages, request), errors);
    if (!errors.empty()) return show_edition(pages, request, std::move(errors));
    const auto now = kinds.clock.now();
    said.by = request.identity->account_id;
    said.at = base::format_utc(now);
    const bool is_noted = kinds.database.write(
        [&](db::Connection& connection) {
            auto edition = edition_in(connection, municipality, id);
            if (!edition || edition->mark() != asked->edition.mark() || edition->is_approved() || edition->is_returned())
                return false;
            auto& step = edition->steps[edition->next()];
            const auto at = edition->next();
            said.function = step.function;
            step = said;
            if (!update_approvals(connection, municipality, *edition)) return false;
            write_step(connection, municipality, *edition, at);
            const bool is_approved = said.result == "approved";
            const std::string what = is_approved ? "edition approved" : "edition sent back";
            audit::record(connection, {municipality, said.by, what, "plan_edition:" + id, ""}, now);
            return true;
        },
        db::Isolation::deciding);
    if (!is_noted) return http::changed_meanwhile("plan_edition:" + id);
    return http::see_other(page.tenant_url("/staff/plan/editions/" + id));
}

}  // namespace digilots::plan
