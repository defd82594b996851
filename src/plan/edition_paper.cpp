#include "plan/edition_paper.h"

#include "plan/pages.h"
#include "plan/phases.h"
#include "plan/pyramid.h"
#include "plan/templates.h"
#include "plan/words.h"
#include "platform/html/error_page.h"
#include "platform/print/format.h"

namespace digilots::plan {

namespace {

std::string day_in_words(const std::string& stored, const html::Page& page) {
    const auto date = base::parse_date(stored);
    return date ? page.translator().date(*date) : page.t("no day is said");
}

std::string period_in_words(const KeptPart& part, const html::Page& page) {
    Node node;
    node.starts = base::parse_date(part.starts);
    node.ends = base::parse_date(part.ends);
    node.goes_on = !part.text("goes_on").empty();
    const auto days = days_of(node, page.translator());
    return days.empty() ? page.t("no time is said") : days;
}

std::string phase_in_words(const std::string& phase, const html::Page& page) {
    return page.t(title_of_phase(phase));
}

struct NamedText {
    std::string_view key;
    i18n::Text title;
};

/// In the order of a part's own page.
constexpr NamedText named_texts[] = {{"owner", TEXT("Who answers for it")},
                                     {"goals", TEXT("Municipal goals that it supports")},
                                     {"linked_goals", TEXT("Goals that are followed up")},
                                     {"challenges", TEXT("Challenges that it answers")},
                                     {"targets", TEXT("Targets of the UN")},
                                     {"resources", TEXT("Resources")},
                                     {"exclusions", TEXT("What is not part of it")},
                                     {"horizon", TEXT("Horizon")},
                                     {"cycle", TEXT("What comes again each year")},
                                     {"criteria", TEXT("Criteria for closing")}};

std::string title_of_text(std::string_view key, const html::Page& page) {
    for (const auto& one : named_texts)
        if (one.key == key) return page.t(one.title);
    return "";
}

std::string text_in_words(std::string_view key, const std::string& text, const html::Page& page) {
    if (text.empty()) return page.t("nothing is said");
    return key == "horizon" ? word_in(horizon_terms(), text, page.translator()) : text;
}

std::string told_of_milestone(const EditionChange& change, const html::Page& page) {
    const auto before = change.before, after = change.after;
    using What = EditionChange::What;
    if (change.what == What::milestone_added)
        return page.t("{name}: new milestone “{milestone}” ({date})",
                      {{"name", change.name}, {"milestone", change.about}, {"date", day_in_words(after, page)}});
    if (change.what == What::milestone_removed)
        return page.t("{name}: the milestone “{milestone}” is gone", {{"name", change.name}, {"milestone", change.about}});
    if (change.what == What::milestone_renamed)
        return page.t("{name}: the milestone “{before}” is called “{after}”",
                      {{"name", change.name}, {"before", before}, {"after", after}});
    return page.t("{name}: the milestone “{milestone}” moved from {before} to {after}",
                  {{"name", change.name},
                   {"milestone", change.about},
                   {"before", day_in_words(before, page)},
                   {"after", day_in_words(after, page)}});
}

std::string told_change(const EditionChange& change, const html::Page& page) {
    using What = EditionChange::What;
    switch (change.what) {
        case What::added: return page.t("New: {name}", {{"name", change.name}});
        case What::removed: return page.t("Gone: {name}", {{"name", change.name}});
        case What::renamed:
            return page.t("Renamed: “{before}” is “{after}”", {{"before", change.before}, {"after", change.after}});
        case What::other_days:
            return page.t("{name}, time: {before}; now {after}",
                          {{"name", change.name},
                           {"before", period_in_words(*change.was, page)},
                           {"after", period_in_words(*change.is, page)}});
        case What::other_phase:
            return page.t("{name}, phase: {before}; now {after}",
                          {{"name", change.name},
                           {"before", phase_in_words(change.before, page)},
                           {"after", phase_in_words(change.after, page)}});
        case What::other_text:
            return page.t("{name}, {what}: {before}; now {after}",
                          {{"name", change.name},
                           {"what", title_of_text(change.about, page)},
                           {"before", text_in_words(change.about, change.before, page)},
                           {"after", text_in_words(change.about, change.after, page)}});
        case What::milestone_added:
        case What::milestone_removed:
        case What::milestone_renamed:
        case What::milestone_moved: return told_of_milestone(change, page);
    }
    return "";
}

std::string moment_in_words(const std::string& stored, const html::Page& page) {
    const auto at = base::parse_utc(stored);
    return at ? page.translator().date_time(*at, page.request().tenant->zone) : "";
}

}  // namespace

std::string title_of_edition(const Edition& edition, const html::Page& page) {
    return page.t("The plan, edition {n}", {{"n", std::to_string(edition.number)}});
}

std::string state_of_edition(const Edition& edition, const html::Page& page) {
    const auto next = edition.next();
    if (edition.is_approved()) return page.t("Approved");
    if (edition.is_returned()) return page.t("Sent back by: {who}", {{"who", page.t(title_of_step(next))}});
    return next == 0 ? page.t("Draft") : page.t("Approved by: {who}", {{"who", page.t(title_of_step(next - 1))}});
}

std::string words_of_step(const EditionStep& step, const Kinds& kinds, const html::Page& page) {
    if (step.result.empty()) return page.t("has not approved it yet");
    const auto day = step.day.empty() ? page.t("no day is said") : day_in_words(step.day, page);
    const bool is_returned = step.result == "returned";
    auto words = page.t(is_returned ? TEXT("Sent back, {date}") : TEXT("Approved, {date}"), {{"date", day}});
    if (!step.what.empty()) words += ". " + step.what;
    if (!step.why.empty()) words += ". " + step.why;
    const auto& name_of = kinds.nodes.others().name_of;
    return words + ". " +
           page.t("Noted {date} by {who}.",
                  {{"date", moment_in_words(step.at, page)}, {"who", name_of ? name_of(step.by) : ""}});
}

std::vector<std::string> words_of_changes(const std::vector<KeptPart>& before, const std::vector<KeptPart>& after,
                                          const html::Page& page) {
    std::vector<std::string> lines;
    for (const auto& change : changes_between(before, after)) lines.push_back(told_change(change, page));
    return lines;
}

html::components::Table table_of_kept(const std::vector<KeptPart>& parts, const html::Page& page) {
    html::components::Table table{
        .caption = page.t("The parts as they were then"),
        .columns = {{page.t("Part")}, {page.t("Kind of part")}, {page.t("Time")}, {page.t("Phase")}}};
    for (const auto& part : parts)
        table.rows.push_back({{.text = part.name},
                              {.text = page.t(title_of(kind_called(part.kind).value_or(Kind::activity)))},
                              {.text = period_in_words(part, page)},
                              {.text = phase_in_words(part.phase, page)}});
    return table;
}

html::components::Table table_of_said(const std::vector<KeptPart>& parts, const html::Page& page) {
    html::components::Table table{.caption = page.t("What each part said then"),
                                  .columns = {{page.t("Part")}, {page.t("What")}, {page.t("Text")}}};
    for (const auto& part : parts)
        for (const auto& one : named_texts)
            if (const auto text = part.text(one.key); !text.empty())
                table.rows.push_back(
                    {{.text = part.name}, {.text = page.t(one.title)}, {.text = text_in_words(one.key, text, page)}});
    return table;
}

html::components::Table table_of_kept_milestones(const std::vector<KeptPart>& parts, const html::Page& page) {
    html::components::Table table{
        .caption = page.t("The milestones as they were then"),
        .columns = {{page.t("Milestone")}, {page.t("Part")}, {page.t("Deadline")}, {page.t("Responsible bodies")}}};
    for (const auto& part : parts)
        for (const auto& one : part.milestones)
            table.rows.push_back({{.text = one.title},
                                  {.text = part.name},
                                  {.text = day_in_words(one.deadline, page)},
                                  {.text = one.responsible, .unknown = one.responsible.empty()}});
    return table;
}

std::vector<KeptPart> kept_for_everyone(const std::vector<KeptPart>& parts, const Plan& plan) {
    std::vector<KeptPart> shown;
    for (const auto& part : parts) {
        const auto* node = plan.find(part.id);
        const bool is_shown = node ? is_public(plan, *node) : part.is_public;
        if (!is_shown) continue;
        shown.push_back(part);
        shown.back().said.erase("challenges");  // those are read by staff
    }
    return shown;
}

http::Response edition_pdf(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto whole = whole_edition(*pages.kinds, request.tenant->id, request.parameter("id"));
    if (!whole) return html::error_page(request, 404);
    auto document = paper_of(title_of_edition(whole->edition, page), page);
    document.lies = true;
    print::List steps;
    for (std::size_t at = 0; at < steps_of_approval; ++at)
        steps.items.push_back({.text = {page.t(title_of_step(at)) + ": " +
                                        words_of_step(whole->edition.steps[at], *pages.kinds, page)}});
    document.blocks.push_back({print::Paragraph{{state_of_edition(whole->edition, page)}, print::Emphasis::lead}});
    document.blocks.push_back({std::move(steps)});
    if (!whole->parts.empty()) document.blocks.push_back({pyramid_of_kept(whole->parts, page)});
    for (const auto& table : {table_of_kept(whole->parts, page), table_of_said(whole->parts, page),
                              table_of_kept_milestones(whole->parts, page)})
        if (!table.rows.empty()) document.blocks.push_back({on_paper(table, page)});
    return print::pdf_answer(document, "plan-edition-" + std::to_string(whole->edition.number) + ".pdf");
}

/// What the steering group approved, as it was, for everyone.
http::Response approved_page(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    page.breadcrumbs = {{page.t("Progress"), page.tenant_url("/progress")},
                        {page.t("What we do, why, and how far it has come"), page.tenant_url("/progress/plan")}};
    const auto whole = whole_approved_edition(*pages.kinds, request.tenant->id);
    if (!whole) {
        page.title = page.t("The plan as it was approved");
        page.indexable = false;
        return html::render_page(page, templates::approved_page({.about = words_of_approval(std::nullopt, page)}, page));
    }
    page.title = title_of_edition(whole->edition, page);
    const auto plan = pages.kinds->kept.of(request.tenant->id);
    auto parts = kept_for_everyone(whole->parts, *plan);
    // What staff alone need stays with them.
    for (auto& part : parts)
        for (const char* inside : {"owner", "resources", "criteria"})
            if (const auto found = part.said.find(inside); found != part.said.end()) part.said.erase(found);
    ApprovedView view{.about = words_of_approved(whole->edition, page),
                      .tables = {table_of_kept(parts, page), table_of_said(parts, page), table_of_kept_milestones(parts, page)}};
    // The first says that nothing is shown; others are left out where they hold nothing.
    view.tables.front().empty = page.t("Nothing of the plan is shown to everyone yet.");
    std::erase_if(view.tables, [](const auto& table) { return table.rows.empty() && table.empty.empty(); });
    return html::render_page(page, templates::approved_page(view, page));
}

std::string words_of_approved(const Edition& edition, const html::Page& page) {
    const auto& last = edition.steps.back();
    const auto number = std::to_string(edition.number);
    if (last.day.empty()) return page.t("Edition {n} of the plan is approved by the steering group.", {{"n", number}});
    return page.t("Edition {n} of the plan is approved by the steering group, {date}.",
                  {{"n", number}, {"date", day_in_words(last.day, page)}});
}

std::string words_of_approval(const std::optional<Edition>& approved, const html::Page& page) {
    if (!approved) return page.t("What is shown here is not approved yet: no edition of the plan has been approved here.");
    return words_of_approved(*approved, page) + " " +
           page.t("What stands here is how it is today, and may have changed since.");
}

}  // namespace digilots::plan
