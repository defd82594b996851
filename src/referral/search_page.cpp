#include <algorithm>

#include "platform/base/text.h"
#include "referral/pages.h"
#include "referral/templates.h"

namespace digilots::referral {
namespace {

struct Group {
    const char* kind;
    i18n::Text title;
};
constexpr Group groups[] = {{"place", TEXT("Places")},           {"e_service", TEXT("E-services")},
                            {"service", TEXT("Services")},       {"activity", TEXT("Activities")},
                            {"contact", TEXT("Ask directly")},   {"topic", TEXT("Topics")}};

/// In the order in which the first of each kind was ranked.
std::vector<HitGroup> grouped(const SearchAnswer& answer, const http::Request& request, const html::Page& page, base::Instant now) {
    std::vector<HitGroup> result;
    for (const auto& hit : answer.hits) {
        const auto group = std::ranges::find(groups, std::string_view(hit.kind), &Group::kind);
        if (group == std::end(groups)) continue;
        auto found = std::ranges::find(result, hit.kind, &HitGroup::id);
        if (found == result.end()) found = result.insert(found, {hit.kind, page.t(group->title), {}});
        found->hits.push_back(view_of(hit, request, page, now));
    }
    return result;
}

}  // namespace

http::Response search_page(const PageContext& context, const http::Request& request) {
    html::Page page(request);
    const auto& tenant = *request.tenant;
    const auto now = context.clock.now();
    const auto answer = context.referral.search(tenant, request.query.get("q"), page.translator());
    SearchView view;
    view.query = answer.query;
    view.corrected = answer.corrected;
    view.count = answer.hits.size();
    view.groups = grouped(answer, request, page, now);
    view.fallback = view_of(answer.fallback, request, page, context);
    page.title = answer.query.empty() ? page.t("Search") : page.t("Help with {question}", {{"question", answer.query}});
    page.indexable = false;
    page.breadcrumbs = {{tenant.name, page.tenant_url("/")}, {page.t("Search"), "", true}};
    if (!view.query.empty()) view.status = page.tn("{n} hit", "{n} hits", static_cast<std::int64_t>(view.count));
    const bool alone = request.query.has("fragment");
    auto response = alone ? http::html(templates::search_results(view, page).html())
                          : html::render_page(page, templates::search_page(view, page));
    response.cache = http::Cacheable{context.referral.page_version(tenant.id), answer.valid_until};
    return response;
}

}  // namespace digilots::referral
