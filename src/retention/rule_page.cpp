#include <limits>

#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/whole_number.h"
#include "platform/html/confirmation_page.h"
#include "platform/html/error_page.h"
#include "platform/http/may.h"
#include "retention/pages.h"
#include "retention/templates.h"

namespace digilots::retention {

namespace {

using html::components::Field, html::components::Table;

constexpr int most_shown = 30;
constexpr int longest_number = 100'000;

/// Of those that a municipality chooses for; nullptr where there is none.
const RetentionRule* rule_of(const Pages& pages, const http::Request& request) {
    const auto* rule = pages.retention.find(request.parameter("rule"));
    return rule && rule->choice ? rule : nullptr;
}

html::Page staff_page(const http::Request& request, const RetentionRule& rule) {
    html::Page page(request);
    page.title = page.t(rule.title);
    page.staff = true;
    page.breadcrumbs = {{page.t("How long things are kept"), page.tenant_url("/staff/settings/retention")}, {page.title, ""}};
    if (http::may(request, http::Role::administrator))
        page.breadcrumbs.insert(page.breadcrumbs.begin(), {page.t("Settings"), page.tenant_url("/staff/settings")});
    return page;
}

std::string url_of(const RetentionRule& rule, const html::Page& page) {
    return page.tenant_url("/staff/settings/retention/" + rule.key);
}

std::string unit_words(const RetentionRule& rule, const html::Page& page) {
    return rule.period.unit == Period::Unit::months ? page.t("months") : page.t("days");
}

/// As typed, before it is known to be right.
struct Typed {
    bool keeps = false;
    std::string number, decided_by;
    bool is_asked_about_decision = false, is_same_decision = false;
};

Typed typed_of(const Chosen& chosen, const RetentionRule& rule) {
    return {!chosen.number, std::to_string(chosen.number.value_or(rule.period.number)), chosen.decided_by};
}

Typed typed_of(const http::Request& request) {
    return {request.form.get("what") == "keep", std::string(base::trim(request.form.get("number"))),
            base::clean(request.form.get("decided_by")), false, request.form.has("same_decision")};
}

void fill_form(RuleView& view, const RetentionRule& rule, const Typed& typed, const html::Page& page) {
    view.what = Field{.name = "what",
                      .label = page.t("What becomes of it"),
                      .options = {{"delete", page.t("It is deleted after a time"), !typed.keeps},
                                  {"keep", page.t("It is kept: nothing is deleted"), typed.keeps}}};
    view.number = Field{.name = "number",
                        .label = page.t("Deleted after"),
                        .value = typed.number,
                        .hint = page.t("From {least} to {most}.",
                                       {{"least", shown_period(rule, rule.choice->least, page)},
                                        {"most", shown_period(rule, rule.choice->most, page)}}),
                        .input_mode = "numeric",
                        .suffix = unit_words(rule, page)}
                      .with(view.errors);
    view.decided_by =
        Field{.name = "decided_by",
              .label = page.t("The municipality’s decision"),
              .value = typed.decided_by,
              .hint = page.t(
                  "Who decided when, and its number, such as: Municipal board 2026-03-12, section 41."),
              .optional = true}
            .with(view.errors);
    if (typed.is_asked_about_decision)
        view.same_decision = Field{.name = "same_decision", .label = page.t("It is about the new time too"),
                                   .checked = typed.is_same_decision};
}

Table history_table(const Retention& retention, const RetentionRule& rule, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    Table table{.caption = page.t("What was chosen, latest first"),
                .columns = {{page.t("When")}, {page.t("Kept for")}, {page.t("Decision")}, {page.t("Who")}},
                .empty = page.t("Nobody has chosen: the program’s own period holds.")};
    for (const auto& chosen : retention.history(tenant.id, rule)) {
        const auto at = base::parse_utc(chosen.changed_at);
        const auto name = retention.name_of(chosen.changed_by);
        table.rows.push_back({{at ? page.translator().date_time(*at, tenant.zone) : chosen.changed_at},
                              {shown_period(rule, chosen.number, page)},
                              {chosen.decided_by},
                              {name.empty() ? page.t("a deleted account") : name}});
    }
    return table;
}

Table deleted_table(const Retention& retention, const RetentionRule& rule, const html::Page& page) {
    Table table{.caption = page.t("What was deleted, latest first"),
                .columns = {{page.t("When")}, {page.t("What")}},
                .empty = page.t("Nothing was deleted yet.")};
    for (const auto& one : retention.deleted(page.request().tenant->id, rule, most_shown)) {
        const auto day = base::parse_date(one.day);
        table.rows.push_back(
            {{day ? page.translator().date(*day) : one.day}, {rule.number(page.translator(), one.number)}});
    }
    return table;
}

http::Response show(const Pages& pages, const http::Request& request, const RetentionRule& rule,
                    const Typed& typed, html::FormErrors errors) {
    const auto page = staff_page(request, rule);
    RuleView view;
    view.errors = std::move(errors);
    view.may_change = http::may(request, http::Role::administrator);
    view.url = url_of(rule, page);
    view.about = page.t(rule.about);
    view.law = law_of(rule, page);
    view.facts = facts_of(pages.retention, rule, page);
    view.seen = mark_of(pages.retention.chosen(request.tenant->id, rule));
    fill_form(view, rule, typed, page);
    view.history = history_table(pages.retention, rule, page);
    view.deleted = deleted_table(pages.retention, rule, page);
    return html::render_page(page, templates::rule_page(view, page), view.errors.empty() ? 200 : 422);
}

/// What would go, before it goes.
http::Response ask(const http::Request& request, const RetentionRule& rule, const Wish& wish,
                   std::int64_t number) {
    const auto page = staff_page(request, rule);
    const auto what = rule.number(page.translator(), number);
    const auto once_more = request.form.has("confirmed")
                               ? page.t("The number has changed since you were asked.") + " "
                               : std::string();
    html::components::Confirmation question{
        .url = url_of(rule, page),
        .text =
            once_more +
            page.t(
                "With {period} this is deleted at the next run, tonight: {what}. It cannot be brought back. "
                "{law} Is that meant?",
                {{"period", shown_period(rule, wish.number, page)},
                 {"what", what},
                 {"law", law_of(rule, page)}}),
        .confirm = page.t("Save, and let it be deleted: {what}", {{"what", what}}),
        .cancel_url = url_of(rule, page),
        .hidden = {{"what", "delete"},
                   {"number", std::to_string(*wish.number)},
                   {"decided_by", wish.decided_by},
                   {"confirmed", std::to_string(number)}}};
    return html::ask_first(page, std::move(question));
}

}  // namespace

http::Response rule_page(const Pages& pages, const http::Request& request) {
    const auto* rule = rule_of(pages, request);
    if (!rule) return html::error_page(request, 404);
    return show(pages, request, *rule, typed_of(pages.retention.chosen(request.tenant->id, *rule), *rule),
                {});
}

http::Response change_rule(const Pages& pages, const http::Request& request) {
    const auto* rule = rule_of(pages, request);
    if (!rule) return html::error_page(request, 404);
    const html::Page page(request);
    auto typed = typed_of(request);
    Wish wish{.number = std::nullopt, .decided_by = typed.decided_by};
    html::FormErrors errors;
    if (!typed.keeps) {
        wish.number = base::whole_number(typed.number, 1, longest_number);
        if (!wish.number)
            errors.add("number", page.t("Write a whole number, such as {n}.",
                                        {{"n", std::to_string(rule->period.number)}}));
    }
    if (errors.empty())
        if (auto fault = fault_of(*rule, request.tenant->country, wish, page.translator()))
            errors.add(std::move(fault->first), std::move(fault->second));
    const auto before = pages.retention.chosen(request.tenant->id, *rule);
    const bool is_old_decision =
        before.number != wish.number && !wish.decided_by.empty() && wish.decided_by == before.decided_by;
    if (errors.empty() && is_old_decision && !typed.is_same_decision && !request.form.has("confirmed")) {
        errors.add("decided_by", page.t("This decision was about another time: {period}. Write the one about the new time, empty "
                                        "it, or tick that it is about both.",
                                        {{"period", shown_period(*rule, before.number, page)}}));
        typed.is_asked_about_decision = true;
    }
    if (!errors.empty()) return show(pages, request, *rule, typed, std::move(errors));
    const auto confirmed =
        base::whole_number(request.form.get("confirmed"), 1, std::numeric_limits<int>::max());
    const auto answer =
        pages.retention.change(request.tenant->id, *rule, wish, request.identity->account_id,
                               base::Seen::mark(request.form.get("seen")),
                               confirmed ? std::optional<std::int64_t>(*confirmed) : std::nullopt);
    switch (answer.outcome) {
        case Outcome::asks:
            return ask(request, *rule, wish, answer.number);
        case Outcome::changed_meanwhile:
            return http::changed_meanwhile("retention:" + rule->key);
        case Outcome::saved:
            break;
    }
    return http::see_other(page.tenant_url("/staff/settings/retention?saved=1"));
}

}  // namespace digilots::retention
