#include "progress/wheel_words.h"

#include <array>
#include <cmath>

#include "platform/base/json.h"

namespace digilots::progress {

namespace {

using html::components::Mark;
using html::components::MarkColour;
using indicators::Colour;
using indicators::Standing;

std::string missing_text(indicators::Missing missing, const html::Page& page) {
    switch (missing) {
        case indicators::Missing::not_applicable:
            return page.t("does not apply to the municipality");
        case indicators::Missing::secret:
            return page.t("secret, too few people");
        case indicators::Missing::not_published:
            return page.t("not published");
        case indicators::Missing::not_reported:
        case indicators::Missing::none:
            break;
    }
    return page.t("no figure reported");
}

std::string unknown_text(const Standing& standing, const html::Page& page) {
    switch (standing.why) {
        case indicators::Why::small_group:
            return page.t("too few municipalities have a figure to compare with");
        case indicators::Why::no_direction:
            return page.t("neither high nor low is better");
        case indicators::Why::no_value:
        case indicators::Why::ranked:
            break;
    }
    return missing_text(standing.missing, page);
}

std::string lower_first(std::string text) {
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] + 32);
    return text;
}

std::string name_of(Colour colour, const html::Page& page) {
    return lower_first(html::components::colour_word(mark_colour(colour), page));
}

}  // namespace

MarkColour mark_colour(Colour colour) {
    switch (colour) {
        case Colour::green:
            return MarkColour::green;
        case Colour::yellow:
            return MarkColour::yellow;
        case Colour::red:
            return MarkColour::red;
        case Colour::unknown:
            break;
    }
    return MarkColour::unknown;
}

std::string meaning_of(const Standing& standing, const html::Page& page) {
    switch (standing.colour) {
        case Colour::green:
            return page.t("among the best quarter");
        case Colour::yellow:
            return standing.many_equal ? page.t("too many equal values to rank") : page.t("in the middle");
        case Colour::red:
            return page.t("among the worst quarter");
        case Colour::unknown:
            break;
    }
    return unknown_text(standing, page);
}

Mark mark_of(const Standing& standing, const html::Page& page) {
    return {mark_colour(standing.colour), "", meaning_of(standing, page)};
}

Mark mark_of(const WheelTarget& target, const html::Page& page) {
    if (target.indicators.empty()) return {MarkColour::unknown, "", page.t("no indicator")};
    return mark_of(target.indicators.front().standing, page);
}

std::string value_of(const WheelIndicator& one, const html::Page& page) {
    if (!one.standing.value) return "";
    return one.indicator.value(*one.standing.value, page.translator());
}

std::string rank_of(const Standing& standing, const html::Page& page) {
    if (standing.rank == 0) return "";
    return page.t("{rank} of {n}",
                  {{"rank", std::to_string(standing.rank)}, {"n", std::to_string(standing.n)}});
}

/// 3 green, 2 yellow, 1 red; 0 where there is no colour.
int height_of(indicators::Colour colour) {
    switch (colour) {
        case indicators::Colour::green:
            return 3;
        case indicators::Colour::yellow:
            return 2;
        case indicators::Colour::red:
            return 1;
        case indicators::Colour::unknown:
            break;
    }
    return 0;
}

/// Why a colour became worse although the figure did not, and the other way round.
std::string others_moved(const Standing& standing, const html::Page& page) {
    const int now = height_of(standing.colour), before = height_of(standing.previous->colour);
    if (now == 0 || before == 0 || standing.direction == indicators::Direction::neither) return "";
    const double change = *standing.value - standing.previous->value;
    const double gain = standing.direction == indicators::Direction::high ? change : -change;
    if (now < before && gain >= 0) return page.t("Others have improved more.");
    if (now > before && gain <= 0) return page.t("Others have worsened more.");
    return "";
}

std::string change_of(const WheelIndicator& one, const html::Page& page) {
    const auto& standing = one.standing;
    if (!standing.value || !standing.previous) return "";
    const double change = *standing.value - standing.previous->value;
    const std::string size = one.indicator.unit == "yes_no" ? indicators::number_text(std::abs(change), "", page.translator())
                                                            : one.indicator.number(std::abs(change), page.translator());
    const std::string year = std::to_string(standing.previous->year);
    std::string text = change == 0  ? page.t("unchanged since {year}", {{"year", year}})
                       : change > 0 ? page.t("up {size} since {year}", {{"size", size}, {"year", year}})
                                    : page.t("down {size} since {year}", {{"size", size}, {"year", year}});
    if (standing.previous->colour == standing.colour) return text;
    text += ", " + page.t("then {colour}", {{"colour", name_of(standing.previous->colour, page)}});
    const std::string others = others_moved(standing, page);
    return others.empty() ? text : text + ". " + others;
}

std::string gap_of(const WheelIndicator& one, const html::Page& page) {
    const auto& standing = one.standing;
    if (!standing.women || !standing.men) return "";
    const auto number = [&](double value) {
        return one.indicator.number(value, page.translator());
    };
    return page.t("women {women}, men {men}",
                  {{"women", number(*standing.women)}, {"men", number(*standing.men)}});
}

std::string limits_of(const WheelIndicator& one, const html::Page& page) {
    const auto& standing = one.standing;
    if (!standing.green_limit || !standing.red_limit) return "";
    const auto number = [&](double value) {
        return one.indicator.number(value, page.translator());
    };
    const bool high = standing.direction == indicators::Direction::high;
    const std::string green = number(*standing.green_limit), red = number(*standing.red_limit);
    return high ? page.t("green from {green} up, red from {red} down", {{"green", green}, {"red", red}})
                : page.t("green from {green} down, red from {red} up", {{"green", green}, {"red", red}});
}

std::string direction_words(indicators::Direction direction, const html::Page& page) {
    switch (direction) {
        case indicators::Direction::high:
            return page.t("high is good");
        case indicators::Direction::low:
            return page.t("low is good");
        case indicators::Direction::neither:
            break;
    }
    return page.t("neither high nor low is better");
}

std::string spoken(const WheelTarget& target, const html::Page& page) {
    const auto mark = mark_of(target, page);
    std::string text = target.target->id + " " + target.target->title(page.translator()) + ": " +
                       lower_first(html::components::colour_word(mark.colour, page)) + ", " + mark.detail +
                       ".";
    if (target.indicators.empty()) return text;
    const auto& leading = target.indicators.front();
    const std::string value = value_of(leading, page);
    if (value.empty()) return text + " " + leading.indicator.title(page.translator()) + ".";
    text += " " + leading.indicator.title(page.translator()) + ": " + value + " (" +
            std::to_string(leading.standing.year) + ")";
    const std::string rank = rank_of(leading.standing, page);
    return text + (rank.empty() ? "." : ", " + page.t("rank {rank}", {{"rank", rank}}) + ".");
}

std::string tally_of(const Wheel& wheel, const html::Page& page) {
    std::array<int, 4> counts{};
    for (const auto& goal : wheel.goals) {
        for (const auto& target : goal.targets) ++counts[static_cast<std::size_t>(target.colour())];
    }
    return page.tn("Of {n} target: {green}, {yellow}, {red} and {grey}.",
                   "Of {n} targets: {green}, {yellow}, {red} and {grey}.",
                   counts[0] + counts[1] + counts[2] + counts[3],
                   {{"green", page.tn("{n} green target", "{n} green targets", counts[0])},
                    {"yellow", page.tn("{n} yellow", "{n} yellow ones", counts[1])},
                    {"red", page.tn("{n} red", "{n} red ones", counts[2])},
                    {"grey", page.tn("{n} grey", "{n} grey ones", counts[3])}});
}

bool shows_made_up(const Wheel& wheel) {
    for (const auto& goal : wheel.goals) {
        for (const auto& target : goal.targets) {
            for (const auto& one : target.indicators) {
                if (one.indicator.made_up && one.standing.value) return true;
            }
        }
    }
    return false;
}

}  // namespace digilots::progress
