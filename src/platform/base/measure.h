#pragma once
// The one bridge for numbers between slices: a slice publishes Measures; statistics, goals, reports and the
// wheel read them and never another slice's tables.
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/base/time.h"
#include "platform/i18n/translator.h"

namespace digilots::base {

/// Whole days in the municipality's zone, both ends included.
struct Period {
    Date from, to;
};

struct MeasureQuery {
    std::vector<std::string> municipalities;  // ids; more than one for a network
    Period period;
    /// Any of the measure's dimensions and at most one of "day", "week", "month", "year" and "hour",
    /// "weekday".
    std::vector<std::string> by;
    std::map<std::string, std::string> where;  // dimension → key
};

struct MeasureRow {
    std::map<std::string, std::string>
        dimensions;  // "topic" → "bank", "month" → "2026-11", "municipality" → "2281"
    std::int64_t value = 0;
};

struct Measure {
    std::string key;                      // "inquiries"
    i18n::Text title, definition, unit;   // what is counted, how, and its unit ("minutes")
    std::vector<std::string> dimensions;  // allowed in `by` and `where`
    std::string code_list_version;
    std::function<std::vector<MeasureRow>(const MeasureQuery&)> figures;
    /// In how many the value is stated at all, and of how many; where it may be left out. Stands beside the sum.
    std::function<std::pair<std::int64_t, std::int64_t>(const MeasureQuery&)> stated;
    /// False where this combination of dimensions cannot be counted over so long a period. Cheap.
    std::function<bool(const MeasureQuery&)> can_answer;
    /// What people call a value: label("place", "sundsvall-kulturmagasinet", "2281", translator) → "Kulturmagasinet".
    std::function<std::string(std::string_view dimension, std::string_view key, std::string_view municipality,
                              const i18n::Translator&)> label;
    /// Page of the rows behind a figure (path below the municipality), or "" where rows are never shown.
    std::function<std::string(const MeasureQuery&)> rows_url;
    i18n::Text unit_of_one = {};  // "minute"
};

}  // namespace digilots::base
