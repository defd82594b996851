#pragma once
// How many records of a register were added: a figure for statistics. And units as a dimension of such figures.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/measures/measure.h"
#include "platform/register/records.h"

namespace digilots::register_ {

struct MeasureWords {
    std::string key;                                  // "partners_added"
    i18n::Text title, definition, unit, unit_of_one;  // "Partners added", …, "partners", "partner"
};

/// By day, week, month, year and weekday, in Sweden's and Norway's time, and by unit where they belong to one. Records that have
/// ended count, too; deleted ones do not. `records` lives as long as the measure.
measures::Measure number_added(const Records& records, const MeasureWords& words);

/// "unit": what the link called so leads to; nothing where the records have none. In `by` each unit stands for itself ("": none);
/// in `where` with all below it, and "-" is none. `records` lives as long as the dimension.
std::optional<measures::Dimension> unit_dimension(const Records& records);
/// `field` as the records show it; `none` where it says nothing. `records` lives as long as the dimension.
measures::Dimension field_dimension(const Records& records, const char* key, const char* field, i18n::Text title,
                                    i18n::Text none);
/// Whether a figure of this unit belongs to the answer.
bool is_asked_for(const Records& records, const measures::Query& query, std::string_view municipality_id,
                  const std::string& unit);

}  // namespace digilots::register_
