#include "plan/timeline.h"

#include <algorithm>
#include <map>

#include "platform/base/whole_number.h"

namespace digilots::plan {

namespace {

using html::components::coordinate;

constexpr std::size_t longest_title = 34;
constexpr int most_years = 40, months_of_quarter = 3, years_before_an_end = 3;

base::Date first_of(int year, unsigned month) {
    return base::Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{1}};
}

double place_of(base::Date day, const Window& window) {
    const auto all = base::days_between(window.from, window.to) + 1;
    const auto gone = base::days_between(window.from, day);
    const double share = static_cast<double>(gone) / static_cast<double>(all);
    return timeline_bars + std::clamp(share, 0.0, 1.0) * (timeline_width - timeline_bars);
}

bool is_within(base::Date day, const Window& window) {
    return day >= window.from && day <= window.to;
}

std::string shortened(const std::string& title) {
    std::size_t at = 0, letters = 0;
    while (at < title.size() && letters < longest_title) {
        ++at;
        while (at < title.size() && (static_cast<unsigned char>(title[at]) & 0xC0U) == 0x80U) ++at;
        ++letters;
    }
    return at < title.size() ? title.substr(0, at) + "…" : title;
}

void add_ticks(TimelineDrawing& drawing, const Window& window, const i18n::Translator& words) {
    const int first = static_cast<int>(window.from.year()), last = static_cast<int>(window.to.year());
    if (first == last) {
        for (unsigned month = static_cast<unsigned>(window.from.month()); month <= static_cast<unsigned>(window.to.month());
             ++month)
            drawing.ticks.push_back({place_of(first_of(first, month), window), words.short_date(first_of(first, month))});
        drawing.ticks.front().year = std::to_string(first);
        return;
    }
    for (int year = first; year <= last; ++year)
        drawing.ticks.push_back({place_of(first_of(year, 1), window), std::to_string(year)});
}

std::string shape_of(const TimelineRow& row) {
    constexpr double half_height = 8, tip = 8;
    const double left = row.x, right = row.x + row.width;
    const double from = row.is_open_before ? left + std::min(tip, row.width / 2) : left;
    const double to = row.goes_on ? right - std::min(tip, row.width / 2) : right;
    const auto upper = coordinate(row.y - half_height), lower = coordinate(row.y + half_height), middle = coordinate(row.y);
    auto path = "M" + coordinate(from) + " " + upper + "H" + coordinate(to);
    if (row.goes_on) path += "L" + coordinate(right) + " " + middle + "L" + coordinate(to) + " " + lower;
    else path += "V" + lower;
    path += "H" + coordinate(from);
    if (row.is_open_before) path += "L" + coordinate(left) + " " + middle;
    return path + "Z";
}

/// What has an end and no beginning reaches it from as far back as is shown.
TimelineRow row_of(const Plan& plan, const Node& node, const Window& window, double y, const std::string& url,
                   const i18n::Translator& words) {
    TimelineRow row{.code = plan.whole_code(node), .title = shortened(plan.name_of(node)), .y = y};
    row.fill = colour_of_phase(node.phase);
    if (!url.empty()) row.url = url + node.id;
    const auto to = node.done ? node.done : node.ends;
    const auto open_start = to ? std::optional(std::min(*to, window.from)) : std::nullopt;
    const auto known_start = node.begun ? node.begun : node.starts;
    const auto from = known_start ? known_start : open_start;
    if (!from && !to) {
        row.note = words.t(TEXT("time not known"));
        row.x = timeline_bars;
    }
    if (from && *from <= window.to && (!to || *to >= window.from)) {
        row.has_bar = true;
        row.goes_on = !to;
        row.is_open_before = !known_start;
        row.x = place_of(*from, window);
        row.width = std::max(6.0, place_of(to ? base::add_days(*to, 1) : window.to, window) - row.x);
        row.shape = shape_of(row);
    }
    for (const auto* one : plan.milestones_of(node.id))
        if (one->deadline && is_within(*one->deadline, window)) row.milestones.push_back(place_of(*one->deadline, window));
    return row;
}

void add_arrows(TimelineDrawing& drawing, const Plan& plan, const std::map<std::string, std::size_t>& rows) {
    for (const auto& one : plan.dependencies()) {
        const auto from = rows.find(one.other), to = rows.find(one.node);
        if (!one.must_be_first || from == rows.end() || to == rows.end()) continue;
        const auto &before = drawing.rows[from->second], &after = drawing.rows[to->second];
        if (!before.has_bar || !after.has_bar) continue;
        const double x = after.x + 3, down = after.y > before.y ? timeline_row / 3 : -timeline_row / 3;
        drawing.arrows.push_back("M" + coordinate(before.x + before.width) + " " + coordinate(before.y) + "H" +
                                 coordinate(std::max(x, before.x + before.width)) + "L" + coordinate(x) + " " +
                                 coordinate(after.y - down));
    }
}

}  // namespace

std::string_view colour_of_phase(std::string_view phase) {
    if (phase == "1") return "#5b6fb5";
    if (phase == "2") return "#8a6400";
    if (phase == "3") return "#1b7f4b";
    if (phase == "4") return "#7a4fa3";
    return "#6b7280";
}

Window window_of(const Plan& plan, const std::vector<const Node*>& parts, base::Date today) {
    std::optional<base::Date> first, last;
    const auto take = [&](const std::optional<base::Date>& day) {
        if (!day) return;
        if (!first || *day < *first) first = day;
        if (!last || *day > *last) last = day;
    };
    for (const auto* node : parts) {
        for (const auto& day : {node->starts, node->ends, node->begun, node->done}) take(day);
        if (node->ends && !node->starts && !node->begun)
            take(first_of(static_cast<int>(node->ends->year()) - years_before_an_end, 1));
        for (const auto* one : plan.milestones_of(node->id)) take(one->deadline);
    }
    const int from = static_cast<int>(first.value_or(today).year());
    const int to = std::min(from + most_years, static_cast<int>(last.value_or(today).year()));
    return {first_of(from, 1), base::add_days(first_of(to + 1, 1), -1)};
}

std::optional<Window> window_called(std::string_view text) {
    constexpr std::size_t digits = 4;
    if (text.size() != digits && text.size() != digits + 3) return std::nullopt;
    const auto year = base::whole_number(text.substr(0, digits), 1900, 2200);
    if (!year) return std::nullopt;
    const int of = static_cast<int>(*year);
    if (text.size() == digits) return Window{first_of(of, 1), base::add_days(first_of(of + 1, 1), -1)};
    const auto quarter = text.substr(digits, 2) == "-Q" ? base::whole_number(text.substr(digits + 2), 1, 4) : std::nullopt;
    if (!quarter) return std::nullopt;
    const auto month = static_cast<unsigned>((*quarter - 1) * months_of_quarter + 1);
    const auto after = *quarter == 4 ? first_of(of + 1, 1) : first_of(of, month + months_of_quarter);
    return Window{first_of(of, month), base::add_days(after, -1)};
}

TimelineDrawing lay_out(const Plan& plan, const std::vector<const Node*>& parts, const Window& window, base::Date today,
                        const std::string& url, const i18n::Translator& words) {
    TimelineDrawing drawing{.width = timeline_width};
    add_ticks(drawing, window, words);
    std::map<std::string, std::size_t> rows;
    double y = timeline_head + timeline_row / 2;
    for (const auto* node : parts) {
        rows[node->id] = drawing.rows.size();
        drawing.rows.push_back(row_of(plan, *node, window, y, url, words));
        y += timeline_row;
    }
    drawing.height = y;
    if (is_within(today, window)) drawing.today = place_of(today, window);
    add_arrows(drawing, plan, rows);
    return drawing;
}

}  // namespace digilots::plan
