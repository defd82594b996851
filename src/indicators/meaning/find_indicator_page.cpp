#include <algorithm>
#include <map>
#include <set>

#include "indicators/meaning/find_indicator_view.h"
#include "indicators/meaning/standing_words.h"
#include "indicators/templates.h"
#include "platform/base/text.h"

namespace digilots::indicators {
namespace {

constexpr int most_hits = 100;

struct CatalogueFilter {
    std::string words, group, area, country;
};

/// A source joins several areas by a comma; a comma inside of a name is followed by a space.
std::vector<std::string> areas_of(const Indicator& indicator) {
    std::vector<std::string> areas(1);
    const auto& text = indicator.operating_area;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ',' && i + 1 < text.size() && text[i + 1] != ' ') {
            areas.emplace_back();
        } else {
            areas.back() += text[i];
        }
    }
    return areas;
}

bool is_wanted(const Indicator& indicator, const CatalogueFilter& wanted) {
    const auto areas = areas_of(indicator);
    return (wanted.group.empty() || std::ranges::find(indicator.groups, wanted.group) != indicator.groups.end()) &&
           (wanted.country.empty() || indicator.country == wanted.country) &&
           (wanted.area.empty() || std::ranges::find(areas, wanted.area) != areas.end());
}

std::vector<Indicator> chosen_ones(const Indicators& indicators) {
    auto all = indicators.of_group("agenda2030");
    for (auto& one : indicators.of_group("digitalisation")) {
        if (std::ranges::find(all, one.id, &Indicator::id) == all.end()) all.push_back(std::move(one));
    }
    return all;
}

IndicatorRow row_of(const Indicator& indicator, const html::Page& page) {
    return {indicator.title(page.translator()), title_language(indicator, page),
            page.url("/indicators/" + html::url_encode(indicator.id)), indicator.operating_area,
            unit_text(indicator.unit, page.translator()), indicator.id, indicator.retired};
}

html::components::FilterForm filter_form(const CatalogueFilter& wanted, const std::vector<Indicator>& all,
                                         const html::Page& page) {
    html::components::FilterForm form{page.url("/indicators"), {}, 0, {}};
    form.filters.push_back({"group", page.t("Group"),
                            {{"", page.t("All"), wanted.group.empty()},
                             {"agenda2030", page.t("Agenda 2030"), wanted.group == "agenda2030"},
                             {"digitalisation", page.t("Digitalisation"), wanted.group == "digitalisation"}}});
    form.filters.push_back({"country", page.t("Country"),
                            {{"", page.t("All"), wanted.country.empty()},
                             {"SE", page.t("Sweden"), wanted.country == "SE"},
                             {"NO", page.t("Norway"), wanted.country == "NO"}}});
    std::set<std::string> areas;
    for (const auto& one : all) {
        for (auto& area : areas_of(one)) areas.insert(std::move(area));
    }
    html::components::Filter area{"area", page.t("Area"), {{"", page.t("All areas"), wanted.area.empty()}}};
    for (const auto& name : areas) area.options.push_back({name, name, name == wanted.area});
    form.filters.push_back(std::move(area));
    form.active = !wanted.group.empty() + !wanted.area.empty() + !wanted.country.empty();
    if (!wanted.words.empty()) form.kept.emplace_back("q", wanted.words);
    return form;
}

void list_by_area(FindIndicatorView& view, const std::vector<Indicator>& all, const html::Page& page) {
    std::map<std::string, IndicatorGroup> areas;
    for (const auto& one : all) {
        const std::string area = areas_of(one).front();
        auto& group = areas[base::collation_key(area, page.translator().language().code)];
        group.title = area;
        group.rows.push_back(row_of(one, page));
    }
    for (auto& [key, group] : areas) view.areas.push_back(std::move(group));
}

}  // namespace

http::Response find_indicator_page(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    const CatalogueFilter wanted{base::cut(base::clean(request.query.get("q")), 100),
                                 std::string(request.query.get("group")),
                                 std::string(request.query.get("area")), std::string(request.query.get("country"))};
    page.title = page.t("Indicators");
    page.description = page.t("Figures of all municipalities, compared: search among the indicators");
    FindIndicatorView view;
    view.search = {page.url("/indicators"), page.t("Search among the indicators"), wanted.words};
    view.search.hint = page.t("For example broadband, e-services or school results");
    const auto shipped = chosen_ones(pages.indicators);
    view.filter = filter_form(wanted, shipped, page);
    auto found = wanted.words.empty() ? shipped : pages.indicators.search(wanted.words, most_hits + 1);
    view.more = !wanted.words.empty() && found.size() > most_hits;
    std::erase_if(found, [&](const Indicator& one) { return !one.municipality_id.empty() || !is_wanted(one, wanted); });
    if (found.size() > most_hits && !wanted.words.empty()) found.resize(most_hits);
    view.count = page.tn("{n} indicator", "{n} indicators", static_cast<std::int64_t>(found.size()));
    if (wanted.words.empty()) {
        list_by_area(view, found, page);
    } else {
        for (const auto& one : found) view.hits.push_back(row_of(one, page));
    }
    return html::render_page(page, templates::find_indicator_page(view, page));
}

}  // namespace digilots::indicators
