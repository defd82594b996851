#pragma once
// How many records of a register were added: a figure for statistics.
#include "platform/measures/measure.h"
#include "platform/register/records.h"

namespace digilots::register_ {

struct MeasureWords {
    std::string key;                                  // "partners_added"
    i18n::Text title, definition, unit, unit_of_one;  // "Partners added", …, "partners", "partner"
};

/// By day, week, month, year and weekday, in Sweden's and Norway's time. Records that have ended count, too; deleted
/// ones do not. `records` lives as long as the measure.
measures::Measure number_added(const Records& records, const MeasureWords& words);

}  // namespace digilots::register_
