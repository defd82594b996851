#include <algorithm>

#include "municipality/pages.h"
#include "municipality/registry.h"
#include "municipality/start_view.h"
#include "municipality/templates.h"
#include "platform/base/sort.h"
#include "platform/base/text.h"
#include "platform/html/page.h"
#include "platform/http/offered.h"

namespace digilots::municipality {

namespace {

constexpr std::size_t most_hits = 40;

enum class Match { none, inside, county, word, start, whole };

// "orn" finds Örnsköldsvik, "västernorrland" all of the county.
Match match_of(const Municipality& one, const std::string& folded) {
    const auto name = base::fold(one.name);
    if (name == folded || one.id == folded || one.slug == folded) return Match::whole;
    if (name.starts_with(folded)) return Match::start;
    if (name.find(" " + folded) != std::string::npos || name.find("-" + folded) != std::string::npos)
        return Match::word;
    if (base::fold(one.county_name).starts_with(folded)) return Match::county;
    if (folded.size() >= 3 && name.find(folded) != std::string::npos) return Match::inside;
    return Match::none;
}

StartEntry entry_of(const Municipality& one, const Municipalities& municipalities, const html::Page& page) {
    if (!municipalities.is_active(one.id)) return {one.name, one.county_name, ""};
    const auto settings = municipalities.settings(one.id);
    const auto tenant = municipalities.find_tenant(one.slug);
    const bool rings = tenant && http::is_offered(page.request().menu, *tenant, "/ask?by=phone");
    return {one.name, one.county_name, page.url("/" + one.slug + "/"), settings.phone, settings.phone_is_example, rings};
}

void search(StartView& view, const Municipalities& municipalities, const html::Page& page) {
    struct Hit {
        bool active;
        Match match;
        const Municipality* municipality;
    };
    const auto folded = base::fold(view.q);
    std::vector<Hit> hits;
    const auto own = municipalities.own();
    for (const auto* some : {&Municipalities::all(), &own}) {
        for (const auto& one : *some) {
            const auto match = match_of(one, folded);
            const bool is_active = municipalities.is_active(one.id);
            const bool is_listed = one.is_own ? is_active && !one.is_made_up : true;
            if (match != Match::none && is_listed) hits.push_back({is_active, match, &one});
        }
    }
    std::ranges::stable_sort(hits, [](const Hit& left, const Hit& right) {
        return left.active != right.active ? left.active : left.match > right.match;
    });
    view.more_hits = hits.size() > most_hits;
    if (view.more_hits) hits.resize(most_hits);
    for (const auto& hit : hits) view.hits.push_back(entry_of(*hit.municipality, municipalities, page));
}

/// Own ones stand among those of their country.
std::vector<Municipality> in_order_of_countries(std::vector<Municipality> active) {
    std::ranges::stable_sort(active, std::greater{}, &Municipality::country);
    return active;
}

void list_active(StartView& view, const Municipalities& municipalities,
                 const std::vector<Municipality>& active, const html::Page& page) {
    for (const auto& one : in_order_of_countries(active)) {
        const auto country = one.country == "NO" ? page.t("Norway") : page.t("Sweden");
        if (view.countries.empty() || view.countries.back().name != country)
            view.countries.push_back({country, {}});
        auto& counties = view.countries.back().counties;
        const auto heading = one.county_name.empty() ? page.t("Regions and programmes") : one.county_name;
        auto county = std::ranges::find(counties, heading, &StartGroup::county);
        if (county == counties.end())
            county = counties.insert(counties.end(), StartGroup{heading, {}});
        county->entries.push_back(entry_of(one, municipalities, page));
    }
    for (auto& country : view.countries)
        base::sort_by_key(country.counties, [&](const StartGroup& group) {
            return base::collation_key(group.county, page.translator().language().code);
        });
}

}  // namespace

http::Response start_page(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    page.title = page.t("Choose your municipality");
    page.description = page.t("Find help with computers, phones and digital services in your municipality.");
    StartView view;
    view.q = base::cut(base::clean(request.query.get("q")), 100);
    if (!view.q.empty()) search(view, pages.municipalities, page);
    for (const auto& one : pages.municipalities.examples())
        view.made_up.push_back({.name = one.name, .county = one.country == "NO" ? page.t("Norway") : page.t("Sweden"),
                                .url = page.url("/" + one.slug + "/")});
    const auto active = pages.municipalities.active_real();
    list_active(view, pages.municipalities, active, page);
    view.outline = draw_outline(Municipalities::all(), active);
    auto response = html::render_page(page, templates::start_page(view, page));
    response.for_once = !view.q.empty();
    return response;
}

}  // namespace digilots::municipality
