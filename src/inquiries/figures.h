#pragma once
// Figures from the counts, and from the rows where no count keeps the combination.
#include "inquiries/implementation.h"
#include "platform/measures/measure.h"

namespace digilots::inquiries {

/// column: inquiries, minutes, answered, referred, returning_visits, timed, group_entries, counted_groups, persons of residents,
/// without_receiver: referred, and not noted to whom; from_staff: inquiries of employees and partners.
std::vector<measures::Row> figures(Service& service, std::string_view column, const measures::Query& query);

/// The same without the numbers that stand beside the entries (Tallies).
std::vector<measures::Row> figures_of_entries(Service& service, std::string_view column, const measures::Query& query);

/// False where it would have to read more rows than an answer may wait for.
bool can_answer(Service& service, std::string_view column, const measures::Query& query);

/// The kept cut for these dimensions ("topic+place"), or nothing.
std::optional<std::string> kept_cut(const std::vector<std::string>& dimensions);

/// Moments between which the days of the period lie.
std::pair<base::Instant, base::Instant> moments_of(const periods::Period& period, std::string_view zone);

}  // namespace digilots::inquiries
