#pragma once
// One indicator's figures of one year and gender, for all municipalities of a country; and their packed text.
#include <string>
#include <string_view>
#include <vector>

#include "indicators/indicators.h"
#include "indicators/places.h"

namespace digilots::indicators {

struct Column {
    std::vector<double> values;        // by position in Places; NaN where there is none
    std::vector<Missing> reasons;      // `none` where there is a value

    explicit Column(std::size_t size);
    bool has(std::size_t position) const { return reasons[position] == Missing::none; }
    void set(std::size_t position, double value);
    void set(std::size_t position, Missing reason);
    std::size_t bytes() const;
};

/// "0114=31.5 0115=- 0117=x": what is left out is not reported. The shortest digits that give the number back.
std::string pack(const Column& column, const Places& places);
/// Anything that does not fit is left out.
Column unpack(std::string_view packed, const Places& places);

/// 31.5 as text that gives the same number back.
std::string digits_of(double value);
/// A whole text that is a finite number, with a point or a decimal comma; spaces around it do not matter.
std::optional<double> number_of(std::string_view text);

}  // namespace digilots::indicators
