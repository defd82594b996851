#include "progress/wheel_layout.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "platform/base/text.h"

namespace digilots::progress {

namespace {

constexpr double circle = 360;
constexpr double least_goal = 15;  // degrees: room for a number and its title
constexpr double title_inner = 442, title_depth = 57, title_pitch = 1.12, title_size = 15, small_title = 13.5;
constexpr double goal_outer = 433, goal_inner = 374, slim_inner = 425;
constexpr double cell_outer = 370, cell_inner = 268;
constexpr double mark_outer = 364, largest_mark = 14;
constexpr double ring_outer = 260, ring_inner = 132, widest_ring = 44, ring_gap = 4;
constexpr double letter_width = 0.56;  // of the size, on average

double width_of(std::string_view text, double size) {
    return static_cast<double>(base::length(text)) * size * letter_width;
}

double arc(double degrees, double radius) {
    return degrees / circle * 2 * std::numbers::pi * radius;
}

enum class Words { whole, broken };

/// Words put on lines of at most this many letters. A longer word has its own line, or is broken where it
/// may be.
std::vector<std::string> lines_of(std::string_view text, double letters, Words words) {
    std::vector<std::string> lines;
    const auto fits = [&](std::string_view more) {
        return !lines.empty() &&
               static_cast<double>(base::length(lines.back()) + base::length(more)) <= letters;
    };
    for (const auto marked : base::split(text, ' ')) {
        std::string word(marked);
        std::erase(word, '|');
        if (fits(" " + word)) {
            lines.back() += " " + word;
        } else if (words == Words::whole || static_cast<double>(base::length(word)) <= letters) {
            lines.push_back(std::move(word));
        } else {
            bool is_first = true;
            for (const auto part : base::split(marked, '|')) {
                if (is_first || !fits(std::string(part) + "-")) {
                    if (!is_first) lines.back() += "-";
                    lines.emplace_back();
                }
                lines.back() += part;
                is_first = false;
            }
        }
    }
    return lines;
}

struct TitleLines {
    double size = 0;
    std::vector<std::string> lines;
};

/// The largest size at which the title has room.
TitleLines fit_title(std::string_view title, double room, Words words) {
    TitleLines fitted;
    const auto fits = [&] {
        const auto steps = static_cast<double>(fitted.lines.size()) - 1;
        return fitted.size * (1 + steps * title_pitch) <= title_depth &&
               std::ranges::all_of(fitted.lines,
                                   [&](const auto& line) { return width_of(line, fitted.size) <= room; });
    };
    double letters = 0;
    for (fitted.size = title_size; fitted.size >= 8; fitted.size -= 0.5) {
        letters = room / (fitted.size * letter_width);
        fitted.lines = lines_of(title, letters, words);
        if (fits()) break;
    }
    // Lines of even length: the narrowest on which they are no more.
    for (; letters > 6; --letters) {
        auto lines = lines_of(title, letters - 1, Words::whole);
        if (words == Words::broken || lines.size() > fitted.lines.size()) break;
        const bool too_long = std::ranges::any_of(
            lines, [&](const auto& line) { return width_of(line, fitted.size) > room; });
        if (too_long) break;
        fitted.lines = std::move(lines);
    }
    return fitted;
}

/// Words are broken only where they would be small otherwise.
std::vector<Lettering> title_of(const PictureGoal& goal, const Sector& sector) {
    const double room = arc(sector.to - sector.from, title_inner) - 8;
    TitleLines fitted = fit_title(goal.title, room, Words::whole);
    if (fitted.size < small_title) {
        auto broken = fit_title(goal.title, room, Words::broken);
        if (broken.size > fitted.size + 1) fitted = std::move(broken);
    }
    std::vector<Lettering> title;
    for (std::size_t index = 0; index < fitted.lines.size(); ++index) {
        Lettering line{fitted.lines[index], sector.middle(), 0, fitted.size, Way::along, false};
        // Text that runs the other way hangs from its circle: its first line is the innermost.
        const bool turned = is_turned(line);
        const auto place = static_cast<double>(turned ? index : fitted.lines.size() - 1 - index);
        line.radius = title_inner + place * title_pitch * fitted.size + (turned ? fitted.size * 0.74 : 0);
        title.push_back(std::move(line));
    }
    return title;
}

DrawnGoal draw_goal(const PictureGoal& goal, double from, double to) {
    DrawnGoal drawn;
    drawn.goal = &goal;
    drawn.sector = {from, to, cell_inner, goal_outer};
    drawn.band = {from, to, goal.targets.empty() ? slim_inner : goal_inner, goal_outer};
    drawn.number = {std::to_string(goal.number),        drawn.sector.middle(), (goal_inner + goal_outer) / 2,
                    goal.targets.empty() ? 22.0 : 32.0, Way::upright,          true};
    drawn.title = title_of(goal, drawn.sector);
    return drawn;
}

std::size_t number_of_targets(const Picture& picture) {
    std::size_t number = 0;
    for (const auto& goal : picture.goals) number += goal.targets.size();
    return number;
}

/// Every goal has its least share; the rest goes by the number of targets.
std::vector<DrawnGoal> draw_goals(const Picture& picture) {
    const auto all = static_cast<double>(number_of_targets(picture));
    const auto goals = static_cast<double>(picture.goals.size());
    const double least = all > 0 ? std::min(least_goal, circle / goals) : circle / std::max(1.0, goals);
    const double each = all > 0 ? (circle - least * goals) / all : 0;
    std::vector<DrawnGoal> drawn;
    double from = 0;
    for (std::size_t index = 0; index < picture.goals.size(); ++index) {
        const auto& goal = picture.goals[index];
        const bool is_last = index + 1 == picture.goals.size();
        const double to = is_last ? circle : from + least + each * static_cast<double>(goal.targets.size());
        drawn.push_back(draw_goal(goal, from, to));
        from = to;
    }
    return drawn;
}

std::vector<DrawnTarget> draw_cells(const std::vector<DrawnGoal>& goals) {
    std::vector<DrawnTarget> drawn;
    for (const auto& goal : goals) {
        const double width = (goal.sector.to - goal.sector.from) /
                             std::max(1.0, static_cast<double>(goal.goal->targets.size()));
        double from = goal.sector.from;
        for (const auto& target : goal.goal->targets) {
            DrawnTarget one;
            one.target = &target;
            one.goal = goal.goal;
            one.cell = {from, from + width, cell_inner, cell_outer};
            drawn.push_back(std::move(one));
            from += width;
        }
    }
    return drawn;
}

/// Marks stand on one circle, or in turn on two or three where they would touch each other.
struct MarkRows {
    int rows = 1;
    double radius = 0;
    double at(std::size_t index) const {
        return mark_outer - radius -
               static_cast<double>(index % static_cast<std::size_t>(rows)) * (2 * radius + 3);
    }
    double innermost() const { return at(static_cast<std::size_t>(rows) - 1) - radius; }
};

bool is_free(const std::vector<DrawnTarget>& cells, const MarkRows& rows) {
    for (std::size_t index = 0; index < cells.size(); ++index) {
        const Point here = point_at(cells[index].cell.middle(), rows.at(index));
        for (std::size_t step = 1; step <= 3 && step < cells.size(); ++step) {
            const std::size_t other = (index + step) % cells.size();
            const Point there = point_at(cells[other].cell.middle(), rows.at(other));
            if (std::hypot(here.x - there.x, here.y - there.y) < 2 * rows.radius + 1) return false;
        }
    }
    return true;
}

MarkRows rows_of_marks(const std::vector<DrawnTarget>& cells) {
    MarkRows best{1, 2};
    for (const int rows : {1, 2, 3}) {
        MarkRows tried{rows, rows == 1 ? largest_mark : 11.5};
        while (tried.radius > best.radius && !is_free(cells, tried)) tried.radius -= 0.25;
        if (tried.radius > best.radius + (rows == 1 ? 0 : 1.5)) best = tried;
    }
    return best;
}

std::vector<DrawnTarget> draw_targets(const std::vector<DrawnGoal>& goals) {
    auto drawn = draw_cells(goals);
    const MarkRows rows = rows_of_marks(drawn);
    const double room = rows.innermost() - cell_inner - 8;
    for (std::size_t index = 0; index < drawn.size(); ++index) {
        DrawnTarget& one = drawn[index];
        const double angle = one.cell.middle();
        one.mark = {point_at(angle, rows.at(index)), rows.radius, one.target->mark};
        const double size = std::clamp(arc(one.cell.to - one.cell.from, cell_inner) * 0.8, 4.0, 17.0);
        const double fitting = room / (letter_width * static_cast<double>(base::length(one.target->target)));
        one.number = {one.target->target,      angle,       (rows.innermost() + cell_inner) / 2,
                      std::min(size, fitting), Way::radial, false};
    }
    return drawn;
}

void add_segment(std::vector<Sector>& segments, const Sector& segment) {
    if (!segments.empty() && std::abs(segments.back().to - segment.from) < 1e-9) {
        segments.back().to = segment.to;
    } else {
        segments.push_back(segment);
    }
}

std::vector<DrawnRing> draw_rings(const Picture& picture, const std::vector<DrawnTarget>& targets) {
    const auto number = static_cast<double>(picture.rings.size());
    const double width = std::min(widest_ring, (ring_outer - ring_inner) / std::max(1.0, number));
    std::vector<DrawnRing> drawn;
    for (std::size_t index = 0; index < picture.rings.size(); ++index) {
        const double outer = ring_outer - width * static_cast<double>(index);
        DrawnRing one;
        one.ring = &picture.rings[index];
        one.track = {0, circle, outer - width + ring_gap, outer};
        for (const auto& target : targets) {
            if (std::ranges::find(target.target->rings, index) == target.target->rings.end()) continue;
            add_segment(one.segments, {target.cell.from, target.cell.to, one.track.inner, one.track.outer});
        }
        one.number = {std::to_string(one.ring->number),
                      0,
                      (one.track.inner + one.track.outer) / 2,
                      std::min(18.0, (width - ring_gap) * 0.6),
                      Way::upright,
                      true};
        drawn.push_back(std::move(one));
    }
    return drawn;
}

Lettering word(std::string text, double down, double size, double room, bool bold) {
    const double fitting = std::min(size, room / std::max(1.0, width_of(text, 1)));
    return {std::move(text), 180, down, fitting, Way::upright, bold};
}

void fill_centre(WheelDrawing& drawing) {
    const double radius = drawing.centre;
    const Picture& picture = *drawing.picture;
    drawing.words.push_back(word(picture.title, -0.40 * radius, 0.26 * radius, 1.62 * radius, true));
    drawing.words.push_back(word(picture.year, 0.0, 0.40 * radius, 1.6 * radius, true));
    if (!picture.note.empty())
        drawing.words.push_back(word(picture.note, 0.70 * radius, 0.105 * radius, 1.3 * radius, false));
    std::array<int, marks> counts{};
    for (const auto& target : drawing.targets) ++counts[static_cast<std::size_t>(target.target->mark)];
    const double step = 0.44 * radius;
    for (std::size_t index = 0; index < marks; ++index) {
        const double x = (static_cast<double>(index) - 1.5) * step;
        const double y = 0.40 * radius;
        const DrawnMark mark{{x - 0.12 * radius, y}, 0.078 * radius, static_cast<Sign>(index)};
        const Point at{x + 0.085 * radius, y};
        const double angle = std::atan2(at.x, -at.y) / std::numbers::pi * 180;
        drawing.tallies.push_back({mark,
                                   {std::to_string(counts[index]), angle, std::hypot(at.x, at.y),
                                    0.135 * radius, Way::upright, true}});
    }
}

}  // namespace

Point point_at(double angle, double radius) {
    const double turn = angle / 180 * std::numbers::pi;
    return {radius * std::sin(turn), -radius * std::cos(turn)};
}

bool is_turned(const Lettering& lettering) {
    const double angle = std::fmod(lettering.angle + circle, circle);
    if (lettering.way == Way::along) return angle > 90 && angle < 270;
    return lettering.way == Way::radial && angle > 180;
}

WheelDrawing lay_out_wheel(const Picture& picture) {
    WheelDrawing drawing;
    drawing.picture = &picture;
    drawing.goals = draw_goals(picture);
    drawing.targets = draw_targets(drawing.goals);
    drawing.rings = draw_rings(picture, drawing.targets);
    drawing.is_roomy = std::ranges::all_of(drawing.targets, [](const auto& one) {
        return one.mark.radius == largest_mark && arc(one.cell.to - one.cell.from, mark_outer) > 3.4 * largest_mark;
    });
    drawing.centre = (drawing.rings.empty() ? 216 : drawing.rings.back().track.inner) - 8;
    fill_centre(drawing);
    return drawing;
}

StampDrawing lay_out_stamp(const Picture& picture) {
    StampDrawing stamp;
    const auto all = static_cast<double>(number_of_targets(picture));
    constexpr std::array<double, marks> radii{48, 38, 28, 19};
    constexpr double inner = 13, widest = circle / 12;
    double place = 0.5;
    for (const auto& goal : picture.goals) {
        for (const auto& target : goal.targets) {
            const auto mark = static_cast<std::size_t>(target.mark);
            const double middle = place / all * circle, half = std::min(widest, circle / all) * 0.42;
            stamp.wedges[mark].push_back({middle - half, middle + half, inner, radii[mark]});
            place += 1;
        }
    }
    return stamp;
}

}  // namespace digilots::progress
