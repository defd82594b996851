#include "indicators/meaning/change_text.h"

#include <cmath>

namespace digilots::indicators {
namespace {

// A difference between shares is counted in percentage points.
std::string difference_text(double difference, const Indicator& indicator, const html::Page& page) {
    const std::string number = indicator.unit == "yes_no" ? page.translator().number(difference)
                                                          : indicator.number(difference, page.translator());
    if (indicator.unit != "percent") return number;
    return number == page.translator().number(1) ? page.t("{n} percentage point", {{"n", number}})
                                                 : page.t("{n} percentage points", {{"n", number}});
}

/// Nothing that the shown numbers would not show.
bool is_nothing(const std::string& shown, const html::Page& page) {
    for (const int decimals : {0, 1, 2}) {
        const std::string none = page.translator().number(0, decimals);
        if (shown == none || shown.starts_with(none + " ") || shown.starts_with(none + "\u00a0")) return true;
    }
    return false;
}

int rung_of(Colour colour) {
    if (colour == Colour::green) return 3;
    if (colour == Colour::yellow) return 2;
    return colour == Colour::red ? 1 : 0;
}

/// Why a colour became worse although the figure did not, and the other way round.
std::string others_moved_text(const Standing& standing, const html::Page& page) {
    const int now = rung_of(standing.colour), before = rung_of(standing.previous->colour);
    if (!standing.value || now == 0 || before == 0 || standing.direction == Direction::neither) return "";
    const double change = *standing.value - standing.previous->value;
    const double gain = standing.direction == Direction::high ? change : -change;
    if (now < before && gain >= 0) return page.t("Others have improved more.");
    return now > before && gain <= 0 ? page.t("Others have worsened more.") : "";
}

}  // namespace

std::string change_text(const Standing& standing, const Indicator& indicator, const html::Page& page) {
    if (!standing.value || !standing.previous) return "";
    const double change = *standing.value - standing.previous->value;
    const std::string year = std::to_string(standing.previous->year);
    const std::string size = difference_text(std::abs(change), indicator, page);
    if (is_nothing(size, page)) return page.t("The same as in {year}.", {{"year", year}});
    const bool up = change > 0;
    if (standing.direction == Direction::neither) {
        return up ? page.t("Up {size} since {year}.", {{"size", size}, {"year", year}})
                  : page.t("Down {size} since {year}.", {{"size", size}, {"year", year}});
    }
    const bool better = up == (standing.direction == Direction::high);
    if (up) {
        return better ? page.t("Up {size} since {year}, for the better.", {{"size", size}, {"year", year}})
                      : page.t("Up {size} since {year}, for the worse.", {{"size", size}, {"year", year}});
    }
    return better ? page.t("Down {size} since {year}, for the better.", {{"size", size}, {"year", year}})
                  : page.t("Down {size} since {year}, for the worse.", {{"size", size}, {"year", year}});
}

std::string colour_change_text(const Standing& standing, const html::Page& page) {
    if (!standing.previous || standing.previous->colour == standing.colour) return "";
    const auto word = [&](Colour colour) { return html::components::colour_word(mark_colour(colour), page); };
    const std::string text =
        page.t("Colour in {year}: {before}. Now: {now}.", {{"year", std::to_string(standing.previous->year)},
                                                           {"before", word(standing.previous->colour)},
                                                           {"now", word(standing.colour)}});
    const std::string others = others_moved_text(standing, page);
    return others.empty() ? text : text + " " + others;
}

std::string gap_text(const Standing& standing, const Indicator& indicator, const html::Page& page) {
    if (!standing.women || !standing.men) return "";
    const double gap = *standing.women - *standing.men;
    const std::string size = difference_text(std::abs(gap), indicator, page);
    if (is_nothing(size, page)) return page.t("Women and men stand alike.");
    return gap > 0 ? page.t("The figure for women is {size} higher than for men.", {{"size", size}})
                   : page.t("The figure for men is {size} higher than for women.", {{"size", size}});
}

std::string age_text(int year, int this_year, const html::Page& page) {
    const int age = this_year - year;
    if (year == 0 || age < 2) return "";
    return page.tn("The figure is {n} year old.", "The figure is {n} years old.", age);
}

}  // namespace digilots::indicators
