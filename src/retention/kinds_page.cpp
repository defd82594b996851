#include "platform/base/time.h"
#include "platform/http/may.h"
#include "retention/pages.h"
#include "retention/templates.h"

namespace digilots::retention {

namespace {

using html::components::SummaryItem;

std::string last_run_text(const Retention& retention, const html::Page& page) {
    const auto last = retention.last_run();
    if (!last) return page.t("It is deleted each night. No run has come to its end yet.");
    return page.t("It is deleted each night, last {time}.",
                  {{"time", page.translator().date_time(*last, page.request().tenant->zone)}});
}

}  // namespace

std::string shown_period(const RetentionRule& rule, const std::optional<int>& number,
                         const html::Page& page) {
    return number ? words_of({*number, rule.period.unit}, page.translator()) : page.t("Nothing is deleted");
}

std::string law_of(const RetentionRule& rule, const html::Page& page) {
    std::string text;
    for (const auto& law : rule.laws) {
        if (!law.country.empty() && law.country != page.request().tenant->country) continue;
        text += (text.empty() ? "" : " ") + page.t(law.text);
    }
    return text;
}

std::vector<SummaryItem> facts_of(const Retention& retention, const RetentionRule& rule,
                                  const html::Page& page) {
    const auto& municipality = page.request().tenant->id;
    const auto chosen = retention.chosen(municipality, rule);
    const auto standing = retention.standing(municipality, rule);
    const auto& words = page.translator();
    std::vector<SummaryItem> facts{
        {page.t("Kept for"), {shown_period(rule, chosen.number, page)}},
        {page.t("Decision"), {chosen.decided_by.empty() ? page.t("None is named") : chosen.decided_by}},
        {page.t("There are"), {rule.number(words, standing.held)}}};
    if (chosen.number) {
        facts.push_back({page.t("Deleted at the next run"), {rule.number(words, standing.due)}});
        facts.push_back({page.t("Deleted within 30 days"), {rule.number(words, standing.soon)}});
    }
    if (const auto last = retention.deleted(municipality, rule, 1); !last.empty()) {
        const auto day = base::parse_date(last.front().day);
        facts.push_back({page.t("Deleted last"),
                         {page.t("{date}: {what}", {{"date", day ? words.date(*day) : last.front().day},
                                                    {"what", rule.number(words, last.front().number)}})}});
    }
    return facts;
}

http::Response kinds_page(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    page.title = page.t("How long things are kept");
    page.staff = true;
    const bool may_change = http::may(request, http::Role::administrator);
    page.breadcrumbs = {{page.title, ""}};
    if (may_change) page.breadcrumbs.insert(page.breadcrumbs.begin(), {page.t("Settings"), page.tenant_url("/staff/settings")});
    KindsView view;
    view.last_run = last_run_text(pages.retention, page);
    if (request.query.has("saved")) view.saved = page.t("The change is saved.");
    view.common.caption = page.t("The same for all municipalities of this installation");
    view.common.columns = {{page.t("What")}, {page.t("Kept for")}, {page.t("What is deleted")}};
    for (const auto& rule : pages.retention.rules()) {
        const auto title = page.t(rule.title);
        if (!rule.choice) {
            view.common.rows.push_back(
                {{title}, {shown_period(rule, rule.period.number, page)}, {page.t(rule.about)}});
            continue;
        }
        view.kinds.push_back(
            {title, page.t(rule.about), page.tenant_url("/staff/settings/retention/" + rule.key),
             page.t(may_change ? TEXT("Change: {what}") : TEXT("Look closer: {what}"), {{"what", title}}),
             facts_of(pages.retention, rule, page)});
    }
    return html::render_page(page, templates::kinds_page(view, page));
}

}  // namespace digilots::retention
