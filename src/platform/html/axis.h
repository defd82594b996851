#pragma once
// Numbers along an axis, so that they end where people count.

namespace digilots::html::components {

struct Axis {
    double low = 0, high = 1, step = 1;
    int decimals = 0;                    // what its numbers need
    /// Where a value stands between low (0) and high (1).
    double share(double value) const { return (value - low) / (high - low); }
};

/// The next of 1, 2, 5, 10, 20, 50 …
double nice_step(double rough);
/// An axis from at most `low` to at least `high` with about `parts` parts; never of length 0.
Axis nice_axis(double low, double high, int parts);

}  // namespace digilots::html::components
