#include "progress/wheel_image.h"

#include <utility>

#include "platform/print/pencil.h"
#include "platform/print/png.h"
#include "progress/wheel_svg.h"

namespace digilots::progress {

namespace {

using print::Pencil;

constexpr const char* paper_ink = "#1e2126";
constexpr const char* paper_white = "#ffffff";

void fill(Pencil& pencil, const Sector& sector, std::string_view colour, double opacity, double edge) {
    pencil.sector(sector.from, sector.to, sector.inner, sector.outer, colour, opacity, {paper_white, edge});
}

void draw_mark(Pencil& pencil, const DrawnMark& mark) {
    const SignLook& look = look_of(mark.mark);
    const Pencil::Place place{mark.at.x, mark.at.y, mark.radius};
    pencil.fill_path(look.shape, place, look.fill);
    std::vector<double> dashes;
    if (*look.dashes) dashes = {0.34, 0.25};
    pencil.stroke_path(look.shape, place, {look.outline, 0.13, dashes});
    pencil.stroke_path(look.sign_path, place, {look.sign, 0.25});
}

void draw_letters(Pencil& pencil, const Lettering& lettering, std::string_view ink) {
    const bool turned = is_turned(lettering);
    const print::Type type{lettering.size, lettering.bold};
    if (lettering.way == Way::along) {
        const auto feet = turned ? Pencil::Feet::outwards : Pencil::Feet::inwards;
        pencil.letters_along(lettering.text, lettering.angle, lettering.radius, feet, type, ink);
        return;
    }
    const Point at = point_at(lettering.angle, lettering.radius);
    const double degrees = lettering.way == Way::upright ? 0
                           : turned                      ? lettering.angle + 90
                                                         : lettering.angle - 90;
    pencil.letters(lettering.text, at.x, at.y, degrees, type, ink);
}

void draw_goals(Pencil& pencil, const WheelDrawing& drawing) {
    for (const auto& goal : drawing.goals) {
        const bool chosen = !goal.goal->targets.empty();
        if (!chosen) fill(pencil, {goal.sector.from, goal.sector.to, 374, goal.band.inner}, "#f3f4f6", 1, 0);
        fill(pencil, goal.band, goal.goal->colour, 1, 2);
        draw_letters(pencil, goal.number, chosen ? std::string_view(goal.goal->ink) : "#4b5058");
        for (const auto& line : goal.title) draw_letters(pencil, line, paper_ink);
    }
    for (const auto& target : drawing.targets) {
        fill(pencil, target.cell, target.goal->colour, 0.13, 1.5);
        draw_mark(pencil, target.mark);
        draw_letters(pencil, target.number, paper_ink);
    }
}

void draw_wheel(Pencil& pencil, const WheelDrawing& drawing) {
    draw_goals(pencil, drawing);
    for (const auto& ring : drawing.rings) {
        fill(pencil, ring.track, "#eef0f2", 1, 0);
        for (const auto& segment : ring.segments) fill(pencil, segment, ring.ring->colour, 1, 1.5);
        const Point badge = point_at(ring.number.angle, ring.number.radius);
        pencil.disc(badge.x, badge.y, ring.number.size * 0.82, ring.ring->colour, {paper_white, 2.5});
        draw_letters(pencil, ring.number, ring.ring->ink);
    }
    for (const auto& word : drawing.words) draw_letters(pencil, word, paper_ink);
    for (const auto& tally : drawing.tallies) {
        draw_mark(pencil, tally.mark);
        draw_letters(pencil, tally.count, paper_ink);
    }
}

print::Drawing as_drawing(const WheelDrawing& drawing) {
    return {[&drawing](Pencil& pencil) { draw_wheel(pencil, drawing); }, WheelDrawing::extent};
}

std::vector<print::Block> legend_of_poster(const Poster& poster) {
    print::List legend;
    for (const auto& one : poster.legend) {
        const auto draw = [sign = one.sign](Pencil& pencil) { draw_mark(pencil, {{0, 0}, 1, sign}); };
        legend.items.push_back({{one.words}, print::Drawing{draw, 1.25}, ""});
    }
    return {{std::move(legend)}};
}

std::vector<print::Block> goals_of_poster(const Poster& poster) {
    print::List goals;
    for (const auto& goal : poster.goals) {
        const auto draw = [&goal](Pencil& pencil) {
            pencil.disc(0, 0, 1, goal.colour, {});
            pencil.letters(std::to_string(goal.number), 0, 0, 0, {1.15, true}, goal.ink);
        };
        goals.items.push_back({{goal.title}, print::Drawing{draw, 1.1}, std::to_string(goal.number)});
    }
    return {{print::Heading{2, {poster.goals_heading}}}, {std::move(goals)}};
}

}  // namespace

std::string wheel_png(const WheelDrawing& drawing, int pixels) {
    return print::png(as_drawing(drawing), pixels);
}

print::Document wheel_poster(const WheelDrawing& drawing, const Poster& poster, std::string alternative,
                             print::Paper paper) {
    print::Document document{poster.title, poster.language, poster.right_to_left, paper};
    document.body = 10;
    document.margin = 28;
    document.footer = poster.source;
    document.blocks = {{print::Heading{1, {poster.title}}},
                       {print::Paragraph{{poster.lead}}},
                       {print::Picture{std::move(alternative), as_drawing(drawing)}}};
    print::Columns below{{legend_of_poster(poster)}, {}};
    if (!poster.goals.empty()) {
        below.columns.push_back(goals_of_poster(poster));
        below.shares = {0.36, 0.64};
    }
    document.blocks.push_back({std::move(below)});
    return document;
}

}  // namespace digilots::progress
