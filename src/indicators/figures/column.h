#pragma once
// One indicator's figures of one year and gender, for all municipalities of a country; and their packed text.
#include <atomic>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indicators/figures/figure.h"
#include "indicators/figures/places.h"

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

/// A column as it is stored, taken apart when the whole of it is asked for. Threads may share one.
class PackedColumn {
public:
    PackedColumn(std::string packed, const Places& places) : packed_(std::move(packed)), places_(places) {}

    const Column& whole() const;
    /// Of one place, without taking the others apart.
    std::optional<double> value(std::size_t position) const;
    /// Taken apart or not.
    std::size_t bytes() const;

private:
    std::string packed_;
    const Places& places_;
    mutable std::once_flag once_;
    mutable std::atomic<bool> is_whole_ = false;
    mutable Column column_{0};
};

/// 31.5 as text that gives the same number back.
std::string digits_of(double value);

}  // namespace digilots::indicators
