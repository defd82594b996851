#include <algorithm>

#include "platform/base/text.h"
#include "platform/html/writer.h"
#include "platform/http/may.h"
#include "referral/pages.h"
#include "referral/templates.h"

namespace digilots::referral {
namespace {

constexpr std::size_t most_hits = 20;

struct Group {
    const char* kind;
    i18n::Text title;
};
constexpr Group groups[] = {{"answer", TEXT("Answers")},
                            {"place", TEXT("Places")},           {"e_service", TEXT("E-services")},
                            {"service", TEXT("Services")},       {"activity", TEXT("Activities")},
                            {"booking", TEXT("Book a time")},    {"page", TEXT("On this site")},
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

/// What is read out while somebody types; whom to ring comes first there too.
std::string status_of(const SearchView& view, const html::Page& page) {
    if (view.query.empty()) return "";
    auto status = page.tn("{n} hit", "{n} hits", static_cast<std::int64_t>(view.count));
    if (!view.danger || view.danger->numbers.empty()) return status;
    const auto& first = view.danger->numbers.front();
    return view.danger->title + ": " + first.name + " " + first.number + ". " + status;
}

void add_ways(SearchView& view, const SearchAnswer& answer, const html::Page& page) {
    if (!answer.ways || answer.ways->ways.empty()) return;
    view.ways_title = answer.ways->is_simple ? page.t(TEXT("A simple matter: come without booking"))
                                             : page.t(TEXT("This takes a while: book a time or take a course"));
    for (const auto& way : answer.ways->ways) view.ways.push_back({way.text, page.tenant_url(way.path)});
}

/// Staff who are signed in here find what is for them alone, too.
directory::Audience audience_of(const http::Request& request) {
    return http::may(request, http::Role::guide) ? directory::Audience::staff : directory::Audience::residents;
}

}  // namespace

http::Response search_page(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    const auto& tenant = *request.tenant;
    const auto now = pages.clock.now();
    const auto audience = audience_of(request);
    const auto answer = pages.referral.search(tenant, request.query.get("q"), page.translator(), most_hits, audience,
                                              spelling_of(request));
    SearchView view;
    view.query = answer.query;
    view.corrected = answer.corrected;
    view.as_written_url = page.tenant_url("/search?q=" + html::url_encode(answer.query) + "&as_written=1");
    if (answer.danger) view.danger = card_of(*answer.danger);
    view.notes = answer.notes;
    add_ways(view, answer, page);
    view.count = answer.hits.size();
    view.groups = grouped(answer, request, page, now);
    view.fallback = view_of(answer.fallback, request, page, pages);
    page.title = answer.query.empty() ? page.t("Search") : page.t("Help with “{question}”", {{"question", answer.query}});
    page.indexable = false;
    page.breadcrumbs = {{tenant.name, page.tenant_url("/")}, {page.t("Search"), "", true}};
    view.status = status_of(view, page);
    const bool alone = request.query.has("fragment");
    auto response = alone ? http::html(templates::search_results(view, page).html())
                          : html::render_page(page, templates::search_page(view, page));
    // What is for staff only is kept for nobody else.
    response.for_once = !answer.is_whole || audience == directory::Audience::staff;
    response.until = answer.until;
    return response;
}

}  // namespace digilots::referral
