#include "platform/html/axis.h"

#include <algorithm>
#include <cmath>

namespace digilots::html::components {

double nice_step(double rough) {
    if (!(rough > 0)) return 1;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
        if (rough <= factor * power * 1.0001) return factor * power;
    }
    return 10 * power;
}

Axis nice_axis(double low, double high, int parts) {
    if (!(high > low)) {
        const double room = std::max(std::abs(low) / 10, 1.0);
        low -= room;
        high = low + 2 * room;
    }
    Axis axis;
    axis.step = nice_step((high - low) / parts);
    axis.low = axis.step * std::floor(low / axis.step + 1e-9);
    axis.high = axis.step * std::ceil(high / axis.step - 1e-9);
    axis.decimals = std::clamp(static_cast<int>(std::ceil(-std::log10(axis.step) - 1e-9)), 0, 4);
    return axis;
}

}  // namespace digilots::html::components
