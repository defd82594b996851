#include <algorithm>
#include <utility>

#include "platform/base/sort.h"
#include "platform/base/text.h"
#include "progress/pages.h"
#include "progress/progress_view.h"
#include "progress/templates.h"

namespace digilots::progress {

namespace {

constexpr std::size_t most_hits = 20;

std::string title_of(const municipality::Municipality& one) {
    return one.name;
}

html::Link link_to(const municipality::Municipality& one, const Pages& pages, const html::Page& page) {
    const Subject subject{pages.municipalities.about(one.id), pages.municipalities.is_active(one.id)};
    return {title_of(one), page.url(subject.wheel_path()), false};
}

/// The reader's country first, its counties by their alphabet.
void put_in_order(std::vector<WheelsGroup>& groups, const html::Page& page) {
    const std::string language = page.translator().language().code;
    const std::string own = language == "nb" || language == "nn" ? "NO" : "SE";
    base::sort_by_key(groups, [&](const WheelsGroup& group) {
        return std::pair(group.country != own, base::collation_key(group.county, language));
    });
    std::string last;
    for (auto& group : groups) {
        const std::string country = std::exchange(group.country, "");
        if (country != last) group.country = country == "NO" ? page.t("Norway") : page.t("Sweden");
        last = country;
    }
}

}  // namespace

http::Response wheels_page(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    page.styles = {"wheel.css"};
    page.title = page.t("The wheels of all municipalities");
    page.description = page.t("How every municipality stands on the UN’s goals, from open figures.");
    WheelsView view;
    view.query = base::clean(request.query.get("q"));
    const std::string wanted = base::fold(view.query);
    for (const auto& one : municipality::Municipalities::all()) {
        const bool is_elsewhere = !request.host_tenant.empty() && request.host_tenant != one.slug;
        if (is_elsewhere && pages.municipalities.is_active(one.id)) continue;   // its pages are at the common host
        const std::string county = one.county_name;
        const auto group = std::ranges::find(view.groups, county, &WheelsGroup::county);
        const html::Link link = link_to(one, pages, page);
        if (!wanted.empty() && view.hits.size() < most_hits && base::fold(one.name).starts_with(wanted))
            view.hits.push_back(link);
        if (group == view.groups.end()) {
            view.groups.push_back({one.country, county, {link}});
        } else {
            group->municipalities.push_back(link);
        }
    }
    put_in_order(view.groups, page);
    if (!view.query.empty() && view.hits.empty())
        view.problem = page.t("No municipality has that name. Check the spelling or choose from the list.");
    return html::render_page(page, templates::wheels_page(view, page));
}

}  // namespace digilots::progress
