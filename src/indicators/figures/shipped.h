#pragma once
// The product's own tables: data/indicators/{kpis,figures,kostra_test_figures}.csv.
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "indicators/figures/column.h"
#include "indicators/figures/figure.h"

namespace digilots::indicators {

/// By id.
const std::vector<Indicator>& shipped_indicators();
const Indicator* find_shipped(std::string_view id);

/// What figures come with the program: Kolada's real ones of Sweden, and made-up ones of Norway for trying out.
enum class Shipped { figures, made_up };
struct ShippedTable {
    const char* file;                  // "figures.csv"
    const char* source;                // whose indicators they are of
    const char* country;
};
ShippedTable shipped_table(Shipped table);

/// The records of data/indicators/NAME, without the header.
std::vector<std::vector<std::string>> shipped_records(const std::string& name);

/// Each column of the table once: all of an indicator and gender, a year at a time.
using TakeColumn = std::function<void(const std::string& indicator, int year, Gender gender, const Column& column)>;
void read_shipped_figures(Shipped table, const TakeColumn& take);

}  // namespace digilots::indicators
