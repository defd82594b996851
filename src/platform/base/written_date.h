#pragma once
// A day as people and spreadsheets write it.
#include <optional>
#include <string_view>

#include "platform/base/time.h"

namespace digilots::base {

struct WrittenDay {
    std::optional<Date> day;
    /// Digits that three countries read as three days: "24-12-26". Never guessed.
    bool is_ambiguous = false;
};

/// "2026-12-24", "20261224", "24.12.2026", "24/12 2026", "24. desember 2026", "torsdag den 24 dec 2026", each with a time of the
/// clock behind it or not ("2026-12-24T10:00"); the day before the month, as in Sweden and Norway. A number alone that Excel
/// means a day by ("46380"), from 1990 to 2100. Months in Swedish, Norwegian and English, their first three letters at least.
/// Years from 1800 to 2200. A time with a zone is none: its day may be another one here.
WrittenDay read_written_day(std::string_view text);

}  // namespace digilots::base
