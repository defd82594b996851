#pragma once
// Periods as people count in them: a day, a week, a month, a quarter, a year, a school term, a school year, own dates.
// A period is its days; of which kind it is follows from them. One way to write it in an address:
//
//   2026-11-22   2026-W47   2026-11   2026-Q4   2026   2026-spring   2026-autumn   2026-2027   2026-11-03..2026-11-21
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/time.h"
#include "platform/i18n/translator.h"

namespace digilots::periods {

/// Whole days in the municipality's zone, both ends included.
struct Period {
    base::Date from, to;
    bool operator==(const Period&) const = default;
};

/// Shorter ones first. A week is ISO 8601's. The school year begins on 1 August, as schools in Sweden and Norway do: the
/// autumn term lasts until 31 December, the spring term until 31 July (docs/decisions/0032).
enum class Kind { day, week, month, quarter, year, term, school_year, own };

/// "day", "week" … "school_year": as they stand in addresses. Nothing for anything else; "own" is none to choose by name.
std::string_view word_of(Kind kind);
std::optional<Kind> kind_named(std::string_view word);
/// All but own dates, as they are offered.
const std::vector<Kind>& kinds();
/// "Week", "School year" …
i18n::Text title_of(Kind kind);

/// The one that holds the day; of own dates the day alone.
Period holding(Kind kind, base::Date day);
/// Own dates where they are no whole day, week, month …
Kind kind_of(const Period& period);

/// As it stands in addresses, such as "2026-W47".
std::string key_of(const Period& period);
/// Nothing where it is none, such as the 53rd week of a year that has 52. Years from 1900 to 2199.
std::optional<Period> read(std::string_view key);
/// "2026"
std::optional<int> read_year(std::string_view key);
Period of_year(int year);

/// The one before and the one after of the same kind; of own dates as many days.
Period previous(const Period& period);
Period next(const Period& period);
/// So many of a kind, the one that holds the day first, then those before it.
std::vector<Period> newest(Kind kind, base::Date day, int count);
/// What of it is over or today; nothing where it is still to come.
std::optional<Period> until(const Period& period, base::Date today);

/// "22 November 2026", "week 47, 2026", "November 2026", "quarter 4, 2026", "2026", "autumn term 2026", "school year
/// 2026/27", "3 November 2026 – 21 November 2026"
std::string name_of(const Period& period, const i18n::Translator& translator);
/// The days alone, whatever kind they are: "1 November 2026 – 30 November 2026".
std::string days_of(const Period& period, const i18n::Translator& translator);

}  // namespace digilots::periods
