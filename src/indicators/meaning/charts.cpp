#include "indicators/meaning/charts.h"

#include <algorithm>

namespace digilots::indicators {
namespace {

using html::components::FigurePoint;

bool is_marked(const Subject& subject, const std::string& municipality) {
    return std::ranges::find(subject.marked, municipality) != subject.marked.end();
}

std::vector<FigurePoint> points_of(const Subject& subject) {
    std::vector<FigurePoint> points;
    for (const auto& member : subject.distribution.values) {
        const auto* municipality = known_municipality(member.municipality);
        if (municipality == nullptr) continue;
        points.push_back({.label = municipality->name,
                          .shown = short_text(member.value, subject.indicator, subject.page),
                          .colour = mark_colour(member.colour),
                          .value = member.value,
                          .latitude = municipality->latitude,
                          .longitude = municipality->longitude,
                          .marked = is_marked(subject, member.municipality)});
    }
    return points;
}

std::string how_many(std::int64_t n, const html::Page& page) {
    return page.tn("{n} municipality", "{n} municipalities", n);
}

Mark legend_entry(const Subject& subject, MarkColour colour) {
    const auto n = std::ranges::count_if(subject.distribution.values, [&](const auto& member) {
        return mark_colour(member.colour) == colour;
    });
    const auto& page = subject.page;
    const std::string many = how_many(n, page);
    if (colour == MarkColour::green) return {colour, "", page.t("among the best quarter: {n}", {{"n", many}})};
    if (colour == MarkColour::yellow) return {colour, "", page.t("in the middle: {n}", {{"n", many}})};
    return {colour, "", page.t("among the worst quarter: {n}", {{"n", many}})};
}

}  // namespace

html::components::StripPlot strip_of(const Subject& subject) {
    const auto& [pages, page, indicator, distribution, marked] = subject;
    const std::string year = std::to_string(distribution.year);
    html::components::StripPlot plot{.id = "spread", .title = page.t("All municipalities, {year}", {{"year", year}})};
    plot.description = page.tn("{n} municipality has a figure.", "{n} municipalities have a figure.", distribution.n);
    plot.points = points_of(subject);
    if (distribution.green_limit) plot.green_limit = limit_of(*distribution.green_limit, indicator, page);
    if (distribution.red_limit) plot.red_limit = limit_of(*distribution.red_limit, indicator, page);
    plot.better = better_of(distribution.direction);
    return plot;
}

/// The ends of the country beside its map.
void add_lists(html::components::NationMap& map, const Subject& subject) {
    constexpr std::size_t few = 5;
    const auto& values = subject.distribution.values;
    if (values.size() < 4 * few) return;
    const auto& page = subject.page;
    const bool ranked = subject.distribution.direction != Direction::neither;
    html::components::FewOfMany first{ranked ? page.t("The five best") : page.t("The five highest")};
    html::components::FewOfMany last{ranked ? page.t("The five worst") : page.t("The five lowest")};
    const auto add = [&](html::components::FewOfMany& list, const Distribution::Member& member) {
        list.entries.emplace_back(name_of(member.municipality), short_text(member.value, subject.indicator, page));
    };
    for (std::size_t at = 0; at < few; ++at) {
        add(first, values[at]);
        add(last, values[values.size() - 1 - at]);
    }
    // Where more than five share the end there are no five to name.
    if (values[few - 1].value != values[few].value) map.lists.push_back(std::move(first));
    if (values[values.size() - few].value != values[values.size() - few - 1].value) map.lists.push_back(std::move(last));
}

html::components::NationMap map_of(const Subject& subject) {
    const auto& page = subject.page;
    html::components::NationMap map{.id = "map", .title = page.t("Map")};
    map.points = points_of(subject);
    for (const auto& absent : subject.distribution.missing) {
        const auto* municipality = known_municipality(absent.municipality);
        if (municipality == nullptr) continue;
        map.points.push_back({.label = municipality->name,
                              .shown = missing_text(absent.reason, page),
                              .latitude = municipality->latitude,
                              .longitude = municipality->longitude,
                              .marked = is_marked(subject, absent.municipality)});
    }
    if (subject.distribution.why == Why::ranked) {
        for (const auto colour : {MarkColour::green, MarkColour::yellow, MarkColour::red}) {
            map.legend.push_back(legend_entry(subject, colour));
        }
    } else if (subject.distribution.n > 0) {
        const std::string many = how_many(subject.distribution.n, page);
        map.legend.push_back({MarkColour::unknown, "", page.t("no colour: {n}", {{"n", many}})});
    }
    const auto absent = static_cast<std::int64_t>(subject.distribution.missing.size());
    if (absent > 0) map.legend.push_back({MarkColour::unknown, "", page.t("no figure: {n}", {{"n", how_many(absent, page)}})});
    add_lists(map, subject);
    return map;
}

html::components::History history_of(const Pages& pages, const Indicator& indicator, const Question& question,
                                     std::string_view municipality, std::string_view other, const html::Page& page) {
    html::components::History history{.id = "years", .title = page.t("Year by year")};
    const auto& tenant = page.request().tenant;
    history.subject = tenant && tenant->id == municipality ? tenant->name : name_of(municipality);
    const auto limit = [&](const std::optional<double>& value) {
        return value ? std::optional(limit_of(*value, indicator, page)) : std::nullopt;
    };
    for (const auto& [year, standing] : pages.indicators.history(municipality, question)) {
        html::components::YearPoint point{.year = year, .value = standing.value};
        point.shown = standing.value ? short_text(*standing.value, indicator, page) : missing_text(standing.missing, page);
        point.mark = mark_of(standing, page);
        if (standing.rank > 0) {
            point.rank = page.t("{rank} of {n}", {{"rank", page.translator().number(standing.rank)},
                                                  {"n", page.translator().number(standing.n)}});
        }
        point.green_limit = limit(standing.green_limit);
        point.red_limit = limit(standing.red_limit);
        history.years.push_back(std::move(point));
    }
    if (other.empty()) return history;
    history.other = name_of(other);
    for (const auto& [year, standing] : pages.indicators.history(other, question)) {
        const auto point = std::ranges::find(history.years, year, &html::components::YearPoint::year);
        if (point != history.years.end()) point->other = limit(standing.value);
    }
    return history;
}

}  // namespace digilots::indicators
