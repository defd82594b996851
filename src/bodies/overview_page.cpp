// The way into groups, decisions and systems.
#include "bodies/pages.h"
#include "bodies/templates.h"
#include "platform/http/may.h"
#include "platform/register/pages.h"

namespace digilots::bodies {

namespace {

constexpr std::int64_t most_read = 10'000;

OverviewView::Part part_of(const char* id, std::string title,
                           const std::vector<const register_::Records*>& kinds, const html::Page& page) {
    OverviewView::Part part{.id = id, .title = std::move(title), .lines = {}};
    for (const auto* records : kinds) {
        const auto& kind = records->declaration();
        const auto around = register_::around_of(*records, page.request());
        const auto found = kind.size == register_::Size::few
                               ? static_cast<std::int64_t>(records->all(around.municipality_id).size())
                               : records->list(around, {}, 1, 0).found;
        part.lines.push_back({page.t(kind.names.many), page.tenant_url(std::string(kind.path)),
                              page.translator().number(static_cast<double>(found)),
                              page.t(kind.words.about)});
    }
    return part;
}

}  // namespace

html::Page page_of_bodies(const http::Request& request, std::string title) {
    html::Page page(request);
    page.staff = true;
    page.indexable = false;
    page.title = std::move(title);
    page.breadcrumbs = {{page.t("Groups, decisions and systems"), page.tenant_url("/staff/bodies")}};
    return page;
}

std::string label_of(const register_::Choices& choices, std::string_view key, const html::Page& page) {
    const register_::Surroundings around{.municipality_id = page.request().tenant->id,
                                         .words = &page.translator()};
    for (const auto& one : choices(around))
        if (one.key == key) return one.label;
    return std::string(key);
}

std::vector<register_::Record> in_use(const register_::Records& records, const http::Request& request,
                                      const register_::ListQuery& query) {
    return records.list(register_::around_of(records, request), query, most_read, 0).records;
}

http::Response overview_page(const Pages& pages, const http::Request& request) {
    auto page = page_of_bodies(request, html::Page(request).t("Groups, decisions and systems"));
    page.breadcrumbs = {};
    auto& kinds = *pages.kinds;
    OverviewView view;
    view.ways = {{page.t("Meeting pack"), page.tenant_url("/staff/bodies/pack")},
                 {page.t("How far the roll-out is"), page.tenant_url("/staff/bodies/rollout-table")},
                 {page.t("Systems by layer, and technical debt"), page.tenant_url("/staff/bodies/layers")},
                 {page.t("How services are spread over the tiers"), page.tenant_url("/staff/bodies/spread")},
                 {page.t("Challenges"), page.tenant_url("/staff/needs/challenges")},
                 {page.t("Governing documents"), page.tenant_url("/staff/goals/documents")}};
    if (http::may(request, http::Role::editor))
        view.ways.push_back(
            {page.t("Begin a checklist for a part of the plan"), page.tenant_url("/staff/bodies/checklist-for-part")});
    view.parts = {
        part_of("groups", page.t("Groups and what they decide"),
                {&kinds.groups, &kinds.members, &kinds.meetings, &kinds.items, &kinds.decisions}, page),
        part_of("plan", page.t("Around the plan"),
                {&kinds.method, &kinds.demography, &kinds.factors, &kinds.checks, &kinds.rollout,
                 &kinds.handovers, &kinds.points},
                page),
        part_of("systems", page.t("Systems and what is introduced"),
                {&kinds.systems, &kinds.services, &kinds.introductions, &kinds.steps, &kinds.process}, page)};
    return html::render_page(page, templates::overview_page(view, page));
}

}  // namespace digilots::bodies
