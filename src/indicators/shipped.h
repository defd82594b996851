#pragma once
// The product's own tables: data/indicators/{kpis,directions,figures,kostra_test_figures}.csv.
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "indicators/column.h"
#include "indicators/indicators.h"

namespace digilots::indicators {

struct ShippedDirection {
    Direction direction = Direction::neither;
    std::string reason_sv, reason_nb, reason_en, decided_by;

    const std::string& reason(const i18n::Translator& translator) const;
};

/// By id.
const std::vector<Indicator>& shipped_indicators();
const Indicator* find_shipped(std::string_view id);
/// nullptr where the table says nothing.
const ShippedDirection* shipped_direction(std::string_view indicator);

/// What figures come with the program: Kolada's real ones of Sweden, and made-up ones of Norway for trying out.
enum class Table { figures, made_up };
struct ShippedTable {
    const char* file;                  // "figures.csv"
    const char* source;                // whose indicators they are of
    const char* country;
};
ShippedTable shipped_table(Table table);

/// Each column of the table once: all of an indicator and gender, a year at a time.
using TakeColumn = std::function<void(const std::string& indicator, int year, Gender gender, const Column& column)>;
void read_shipped_figures(Table table, const TakeColumn& take);

}  // namespace digilots::indicators
