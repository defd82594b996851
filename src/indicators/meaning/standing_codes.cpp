// The closed lists as stored and as the API says them.
#include "indicators/indicators.h"

namespace digilots::indicators {

std::string_view word_of(Direction direction) {
    switch (direction) {
        case Direction::high: return "high";
        case Direction::low: return "low";
        case Direction::neither: break;
    }
    return "neither";
}

std::string_view word_of(Colour colour) {
    switch (colour) {
        case Colour::green: return "green";
        case Colour::yellow: return "yellow";
        case Colour::red: return "red";
        case Colour::unknown: break;
    }
    return "unknown";
}

std::string_view word_of(Why why) {
    switch (why) {
        case Why::ranked: return "ranked";
        case Why::small_group: return "small_group";
        case Why::no_direction: return "no_direction";
        case Why::no_value: break;
    }
    return "no_value";
}

std::optional<Direction> direction_of(std::string_view word) {
    for (const auto direction : {Direction::high, Direction::low, Direction::neither}) {
        if (word == word_of(direction)) return direction;
    }
    return std::nullopt;
}

}  // namespace digilots::indicators
