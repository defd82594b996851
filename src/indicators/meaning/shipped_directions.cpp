#include "indicators/meaning/shipped_directions.h"

#include <unordered_map>

#include "indicators/figures/made_up.h"
#include "indicators/figures/shipped.h"
#include "platform/base/ensure.h"

namespace digilots::indicators {

namespace {

std::unordered_map<std::string, ShippedDirection> read_directions() {
    std::unordered_map<std::string, ShippedDirection> directions;
    for (const auto& record : shipped_records("directions.csv")) {
        ENSURE(record.size() == 6);
        const auto direction = direction_of(record[1]).value_or(Direction::neither);
        directions[record[0]] = {direction, record[2], record[3], record[4], record[5]};
    }
    return directions;
}

}  // namespace

const std::string& ShippedDirection::reason(const i18n::Translator& translator) const {
    const std::string& code = translator.language().code;
    if (code.starts_with("sv")) return reason_sv;
    return code == "nb" || code == "nn" ? reason_nb : reason_en;
}

const ShippedDirection* shipped_direction(std::string_view indicator) {
    static const auto directions = read_directions();
    const auto found = directions.find(std::string(official_id(indicator)));
    return found == directions.end() ? nullptr : &found->second;
}

}  // namespace digilots::indicators
