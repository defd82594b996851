#include "plan/pyramid.h"

#include <algorithm>
#include <array>

#include "plan/pages.h"
#include "plan/words.h"
#include "platform/base/lists.h"
#include "platform/print/pencil.h"

namespace digilots::plan {

namespace {

constexpr std::array levels{Kind::strategy, Kind::plan, Kind::project, Kind::area, Kind::activity};
constexpr double middle = pyramid_width / 2, top_width = 170, gap = 4;

std::int64_t number_of(const Plan& plan, Kind kind, bool only_public) {
    return std::ranges::count_if(plan.placed(), [&](const Placed& one) {
        return one.node->kind == kind && (!only_public || is_public(plan, *one.node));
    });
}

/// Down to the projects, as they stand in the plan: below them there are too many to be named in a line.
std::string names_of(const Plan& plan, Kind kind, bool only_public) {
    constexpr std::size_t most_named = 12;
    std::vector<std::string> names;
    for (const auto& one : plan.placed()) {
        if (one.node->kind != kind || kind > Kind::project || (only_public && !is_public(plan, *one.node))) continue;
        if (names.size() == most_named) return base::joined(names, " · ") + " …";
        names.push_back(plan.name_of(*one.node));
    }
    return base::joined(names, " · ");
}

std::string label_of(Kind kind, std::int64_t number, const i18n::Translator& words) {
    return words.t(title_of(kind)) + ": " + words.number(static_cast<double>(number));
}

std::string trapezoid(double upper, double lower, double y, double height) {
    using html::components::coordinate;
    return "M" + coordinate(middle - upper / 2) + " " + coordinate(y) + "H" + coordinate(middle + upper / 2) + "L" +
           coordinate(middle + lower / 2) + " " + coordinate(y + height) + "H" + coordinate(middle - lower / 2) + "Z";
}

}  // namespace

namespace {

/// By the place of the level from the top.
using NumbersOfLevels = std::array<std::int64_t, levels.size()>;

std::vector<PyramidLevel> drawn_levels(const NumbersOfLevels& numbers, const i18n::Translator& words) {
    std::vector<PyramidLevel> drawn;
    const double height = pyramid_height / levels.size(), grows = (pyramid_width - top_width) / levels.size();
    for (std::size_t at = 0; at < levels.size(); ++at) {
        const double y = height * static_cast<double>(at), upper = top_width + grows * static_cast<double>(at);
        drawn.push_back({trapezoid(upper, upper + grows, y, height - gap),
                         label_of(levels[at], numbers[at], words), y + height / 2 + 7});
    }
    return drawn;
}

}  // namespace

std::vector<PyramidLevel> pyramid_of(const Plan& plan, bool only_public, const i18n::Translator& words) {
    NumbersOfLevels numbers{};
    for (std::size_t at = 0; at < levels.size(); ++at) numbers[at] = number_of(plan, levels[at], only_public);
    return drawn_levels(numbers, words);
}

print::Picture pyramid_of_kept(const std::vector<KeptPart>& parts, const html::Page& page) {
    constexpr double half = pyramid_width / 2, letters = 22, width_on_paper = 300;
    NumbersOfLevels numbers{};
    std::string alternative = page.t("How many parts there are of each kind") + ".";
    for (std::size_t at = 0; at < levels.size(); ++at) {
        numbers[at] = std::ranges::count(parts, word_of(levels[at]), &KeptPart::kind);
        alternative += " " + label_of(levels[at], numbers[at], page.translator()) + ".";
    }
    const auto draw = [drawn = drawn_levels(numbers, page.translator())](print::Pencil& pencil) {
        constexpr double left = -half, top = -pyramid_height / 2;
        for (const auto& level : drawn) {
            pencil.fill_path(level.path.c_str(), {left, top}, "#eef1f5");
            pencil.stroke_path(level.path.c_str(), {left, top}, {"#1e2126", 1.5});
            pencil.letters(level.label, 0, top + level.y - 7, 0, {letters}, "#1e2126");
        }
    };
    return {.alternative = std::move(alternative), .is = print::Drawing{draw, half}, .width = width_on_paper};
}

html::components::Table table_of_levels(const Plan& plan, bool only_public, const html::Page& page) {
    html::components::Table table{.caption = page.t("How many parts there are of each kind"),
                                  .columns = {{page.t("Kind of part")},
                                              {page.t("How many"), true},
                                              {page.t(TEXT("What they are called"))}}};
    for (const auto kind : levels)
        table.rows.push_back({{.text = page.t(title_of(kind))},
                              {.text = page.translator().number(static_cast<double>(number_of(plan, kind, only_public)))},
                              {.text = names_of(plan, kind, only_public)}});
    return table;
}

}  // namespace digilots::plan
