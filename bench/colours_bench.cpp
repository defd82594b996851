// A nation's colours at once: N (168) indicators x 20 years x 290 municipalities, against reading each value with its state once, both in memory as
// the program keeps them.
//   colours_bench [N]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <limits>
#include <random>
#include <vector>

#include "indicators/meaning/colour_rule.h"
#include "indicators/figures/column.h"

namespace {

using namespace digilots::indicators;

constexpr std::size_t years = 20, municipalities = 290, number_looked_at = 7;

/// Made-up figures as real ones are: most continuous, some with few different values, some missing.
std::vector<Column> made_up_columns(std::size_t indicators) {
    std::mt19937 random(1860);
    std::lognormal_distribution<double> usual(3, 0.6);
    std::vector<Column> columns(indicators * years, Column(municipalities));
    for (std::size_t number = 0; number < columns.size(); ++number) {
        const bool has_few = number / years % 5 == 4;
        for (std::size_t at = 0; at < municipalities; ++at) {
            const double value = has_few ? static_cast<double>(random() % 3) : usual(random);
            if (random() % 12 != 0) columns[number].set(at, value);
        }
    }
    return columns;
}

double best_of_seven(const std::function<void()>& work) {
    double best = std::numeric_limits<double>::infinity();
    for (int round = 0; round < 7; ++round) {
        const auto start = std::chrono::steady_clock::now();
        work();
        best = std::min(best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    return best;
}

}  // namespace

int main(int argument_count, char** arguments) {
    const std::size_t indicators = argument_count > 1 ? std::strtoul(arguments[1], nullptr, 10) : 168;
    const auto columns = made_up_columns(indicators);
    std::vector<Colour> colours(municipalities);
    double sum = 0;
    std::size_t present = 0, green = 0;
    const double scan = best_of_seven([&] {
        for (const auto& column : columns) {
            for (std::size_t at = 0; at < municipalities; ++at) {
                if (column.has(at)) {
                    sum += column.values[at];
                    ++present;
                }
            }
        }
    });
    const double paint = best_of_seven([&] {
        Painter painter;
        green = 0;
        for (const auto& column : columns) {
            painter.paint(column.values, Direction::high, colours);
            green += colours[number_looked_at] == Colour::green ? 1 : 0;
        }
    });
    std::printf("colours of a nation, %zu values: %.1f ms, reading each with its state once %.1f ms, ratio %.2f (at most 3.00), "
                "%zu green, mean %.0f\n",
                columns.size() * municipalities, paint, scan, paint / scan, green, sum / static_cast<double>(present));
}
