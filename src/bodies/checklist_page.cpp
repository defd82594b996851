// A checklist that is here already for one more part of the plan: the same points, each to be answered for that part.
#include "bodies/pages.h"
#include "bodies/templates.h"
#include "platform/base/form_key.h"
#include "platform/base/lists.h"
#include "platform/register/pages.h"

namespace digilots::bodies {

namespace {

using register_::Choice, register_::Record;

std::vector<Choice> parts_to_check(const register_::Records& checks, const http::Request& request) {
    const auto source = checks.others().links.find("plan.node");
    if (source == checks.others().links.end()) return {};
    return source->second.choices(register_::around_of(checks, request));
}

std::vector<std::string> names_of_checklists(const std::vector<Record>& points) {
    std::vector<std::string> names;
    for (const auto& point : points) base::add_once(names, point.text("checklist"));
    return names;
}

http::Response show_checklists(const Pages& pages, const http::Request& request, html::FormErrors errors) {
    auto page = page_of_bodies(request, html::Page(request).t("Begin a checklist for a part of the plan"));
    const auto& checks = pages.kinds->checks;
    const auto back = page.tenant_url("/staff/bodies/checklists");
    page.breadcrumbs.push_back({page.t("Points of checklists"), back});
    const bool is_sent = request.method == http::Method::post;
    const std::string part(is_sent ? request.form.get("part") : request.query.get("part"));
    const std::string chosen(request.form.get("checklist"));
    ChecklistView view{.url = page.tenant_url("/staff/bodies/checklist-for-part"), .back_url = back};
    view.checklist = {.name = "checklist", .label = page.t("Checklist")};
    const auto points = in_use(checks, request);
    for (const auto& name : names_of_checklists(points)) view.checklist.options.push_back({name, name, name == chosen});
    view.part = {.name = "part", .label = page.t("Part of the plan")};
    for (const auto choices = parts_to_check(checks, request); const auto& one : choices)
        if (one.is_offered || one.key == part) view.part.options.push_back({one.key, one.label, one.key == part});
    view.checklist = view.checklist.with(errors);
    view.part = view.part.with(errors);
    view.errors = std::move(errors);
    return html::render_page(page, templates::checklist_page(view, page), view.errors.empty() ? 200 : 422);
}

}  // namespace

http::Response checklist_page(const Pages& pages, const http::Request& request) {
    return show_checklists(pages, request, {});
}

http::Response begin_checklist(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    auto& checks = pages.kinds->checks;
    const std::string name(request.form.get("checklist")), part(request.form.get("part"));
    const auto points = in_use(checks, request);
    const auto parts = parts_to_check(checks, request);
    html::FormErrors errors;
    if (!base::holds(names_of_checklists(points), name)) errors.add("checklist", page.t("Choose the checklist."));
    if (!base::find_in(parts, part, &Choice::key)) errors.add("part", page.t("Choose a part of the plan from the list."));
    if (!errors.empty()) return show_checklists(pages, request, std::move(errors));
    std::vector<std::string> titles, there;
    for (const auto& point : points) {
        if (point.text("checklist") != name) continue;
        base::add_once(titles, point.text("title"));
        if (point.text("node") == part) there.push_back(point.text("title"));
    }
    // Sent twice, or by two at once, each point is there once.
    const auto key = base::form_key_of("checklist\n" + request.tenant->id + "\n" + name + "\n" + part);
    const auto around = register_::around_of(checks, request);
    for (const auto& title : titles) {
        if (base::holds(there, title)) continue;
        const register_::Draft draft{{"title", {title}}, {"checklist", {name}}, {"node", {part}}, {"form_key", {key}}};
        const auto added = checks.add(around, draft, request.identity->account_id);
        if (added) continue;
        const auto& problems = added.error().problems;
        errors.add("checklist", title + ": " + (problems.empty() ? "" : problems.front().words(page.translator())));
        return show_checklists(pages, request, std::move(errors));
    }
    return http::see_other(page.tenant_url("/staff/bodies/checklists?node=" + part));
}

}  // namespace digilots::bodies
