// What stands beside the figures, drawn: now and then, the share and what is aimed at.
#include <algorithm>
#include <map>
#include <utility>

#include "platform/measures/time.h"
#include "statistics/beside_view.h"
#include "statistics/choices.h"
#include "statistics/shares.h"
#include "statistics/side_by_side.h"

namespace digilots::statistics {

namespace {

using html::components::Chart;
using html::components::ChartPoint;
using html::components::ChartSeries;

constexpr std::size_t most_lines = 4, most_drawn = 60, fewest_times = 3;

bool is_along(std::string_view dimension) { return measures::is_time(dimension) || dimension == "hour"; }

class BesideDrawer {
public:
    BesideDrawer(const Question& question, const std::vector<Figure>& figures, const html::Page& page)
        : question_(question), figures_(figures), page_(page) {
        drawn_.chart.title = as_share() ? share_title(question, words()) + ", %" : page.t(question.measure->title);
        if (as_share()) drawn_.chart.reaches = all_in_percent;
    }

    BesideDrawing drawing() && {
        const auto& by = question_.query.by;
        if (by.empty() || by.size() > 2 || figures_.empty()) return std::move(drawn_);
        if (by.size() == 2 && (is_along(by[0]) || is_along(by[1]))) draw_lines_of_two();
        else if (by.size() == 1 && measures::is_period(by[0]) && figures_.size() >= fewest_times) draw_lines_of_one();
        if (drawn_.chart.series.empty()) draw_bars();
        return std::move(drawn_);
    }

private:
    bool as_share() const { return question_.beside.share.has_value(); }
    bool as_pairs() const { return !as_share() && question_.beside.compared.has_value(); }
    const i18n::Translator& words() const { return page_.translator(); }
    const http::Tenant& tenant() const { return *page_.request().tenant; }
    std::string now_title() const { return periods::name_of(question_.query.period, words()); }
    std::string then_title() const { return compared_title(question_, tenant(), words()); }

    ChartPoint now_point(std::string label, const Figure& figure) const {
        ChartPoint point{.label = std::move(label)};
        const auto kind = question_.measure->kind;
        if (as_share()) {
            if (figure.part) point.value = measures::number_of(measures::Kind::share, *figure.part);
            if (figure.part) point.shown = part_text(*figure.part, words());
        } else {
            point.value = measures::number_of(kind, figure.row.value);
            point.shown = shown_text(kind, figure.row.value, words());
        }
        return point;
    }

    ChartPoint then_point(std::string label, const Figure& figure) const {
        ChartPoint point{.label = std::move(label)};
        if (!figure.compared) return point;
        point.value = measures::number_of(question_.measure->kind, *figure.compared);
        point.shown = shown_text(question_.measure->kind, *figure.compared, words());
        return point;
    }

    /// Of what adds up, nothing counted is zero where others were; of a share, and of another time, it is not known.
    ChartPoint now_or_nothing(const std::string& label, const Figure* figure) const {
        if (figure) return now_point(label, *figure);
        if (as_share() || !measures::adds_up(*question_.measure)) return {.label = label};
        return now_point(label, Figure{});
    }

    /// Each once, with those between.
    static std::vector<std::string> in_order(std::string_view along, std::vector<std::string> times) {
        std::ranges::sort(times);
        times.erase(std::unique(times.begin(), times.end()), times.end());
        return without_gaps(along, std::move(times));
    }

    std::string time_label(const std::string& along, const std::string& time) const {
        return value_label(*question_.measure, along, time, tenant(), words()) + marks_at(question_.circumstances, along, time);
    }

    void draw_lines_of_one() {
        drawn_.as_line = true;
        drawn_.chart.dimension = split_title(*question_.measure, question_.query.by[0], words());
        ChartSeries now{.title = as_share() ? drawn_.chart.title : now_title(), .points = {}},
            then{.title = as_pairs() ? then_title() : "", .points = {}},
            aim{.title = page_.t(TEXT("What we aim at")), .points = {}};
        const auto& along = question_.query.by[0];
        std::map<std::string, const Figure*> at;
        std::vector<std::string> times;
        for (const auto& figure : figures_) {
            times.push_back(figure.row.dimensions.at(along));
            at[times.back()] = &figure;
        }
        bool has_target = false;
        for (const auto& time : in_order(along, std::move(times))) {
            const auto found = at.find(time);
            const auto* figure = found == at.end() ? nullptr : found->second;
            const auto label = time_label(along, time);
            now.points.push_back(now_or_nothing(label, figure));
            then.points.push_back(figure ? then_point(label, *figure) : ChartPoint{.label = label});
            aim.points.push_back({.label = label});
            if (!figure || !figure->target) continue;
            has_target = true;
            aim.points.back().value = figure->target->percent();
            aim.points.back().shown = target_text(*figure->target, words());
        }
        auto& series = drawn_.chart.series;
        series.push_back(std::move(now));
        if (as_pairs()) series.push_back(std::move(then));
        if (has_target) series.push_back(std::move(aim));
    }

    /// The keys of the other dimension, those with the most first.
    std::vector<std::string> highest(const std::string& dimension) const {
        std::map<std::string, std::int64_t> sums;
        for (const auto& figure : figures_) sums[figure.row.dimensions.at(dimension)] += figure.row.value.amount;
        std::vector<std::string> keys;
        for (const auto& [key, sum] : sums) keys.push_back(key);
        std::ranges::stable_sort(keys, std::ranges::greater(), [&](const std::string& key) { return sums.at(key); });
        return keys;
    }

    void draw_lines_of_two() {
        const auto& by = question_.query.by;
        const bool is_first = is_along(by[0]);
        const auto &along = is_first ? by[0] : by[1], &other = is_first ? by[1] : by[0];
        std::map<std::pair<std::string, std::string>, const Figure*> at;
        std::vector<std::string> times;
        for (const auto& figure : figures_) {
            times.push_back(figure.row.dimensions.at(along));
            at[{times.back(), figure.row.dimensions.at(other)}] = &figure;
        }
        times = in_order(along, std::move(times));
        if (times.size() < fewest_times) return;
        const auto parts = highest(other);
        const auto most = as_pairs() ? most_lines / 2 : most_lines;
        drawn_.as_line = true;
        drawn_.chart.dimension = split_title(*question_.measure, along, words());
        if (parts.size() > most)
            drawn_.chart.description = as_pairs() ? page_.t(TEXT("The two highest are drawn. The table has all."))
                                                  : page_.t(TEXT("The four highest are drawn. The table has all."));
        for (std::size_t part = 0; part < parts.size() && part < most; ++part) {
            const auto title = value_label(*question_.measure, other, parts[part], tenant(), words());
            ChartSeries now{.title = as_pairs() ? title + ", " + now_title() : title, .points = {}},
                then{.title = as_pairs() ? title + ", " + then_title() : "", .points = {}};
            for (const auto& time : times) {
                const auto label = time_label(along, time);
                const auto found = at.find({time, parts[part]});
                const auto* figure = found == at.end() ? nullptr : found->second;
                now.points.push_back(now_or_nothing(label, figure));
                then.points.push_back(figure ? then_point(label, *figure) : ChartPoint{.label = label});
            }
            drawn_.chart.series.push_back(std::move(now));
            if (as_pairs()) drawn_.chart.series.push_back(std::move(then));
        }
    }

    /// One bar for each, of now and then two.
    void draw_bars() {
        const auto& by = question_.query.by;
        drawn_.chart.dimension = split_title(*question_.measure, by[0], words());
        for (std::size_t at = 1; at < by.size(); ++at)
            drawn_.chart.dimension += ", " + split_title(*question_.measure, by[at], words());
        ChartSeries bars{.title = as_share() ? drawn_.chart.title : "", .points = {}};
        for (const auto& figure : figures_) {
            if (bars.points.size() >= most_drawn) break;
            const auto label = label_of(question_, figure.row, tenant(), words());
            bars.points.push_back(now_point(as_pairs() ? label + ": " + now_title() : label, figure));
            if (as_pairs()) bars.points.push_back(then_point(label + ": " + then_title(), figure));
        }
        drawn_.chart.series.push_back(std::move(bars));
    }

    const Question& question_;
    const std::vector<Figure>& figures_;
    const html::Page& page_;
    BesideDrawing drawn_ = {};
};

}  // namespace

BesideDrawing beside_drawing(const Question& question, const std::vector<Figure>& figures, const html::Page& page) {
    return BesideDrawer(question, figures, page).drawing();
}

}  // namespace digilots::statistics
