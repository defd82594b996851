#pragma once
// Hand-overs that nobody knows the end of (REF-48): each is open until somebody tells whether the person got an answer, and
// late when the municipality's own promise of an answer has passed.
#include "inquiries/pages.h"
#include "platform/slice/duty.h"

namespace digilots::inquiries {

/// How far back somebody can still be asked: what is older is counted as unknown for good.
inline constexpr std::chrono::days days_of_waiting{90};
/// A kind of what functions see to: whose all hand-overs with an unknown end are.
inline constexpr std::string_view hand_over_owner = "hand_over";

/// By when it is known how a referral went; nothing where somebody was only told where to go, for nobody here can find out.
std::optional<base::Instant> to_be_known_by(const referral::Referred& referred, const municipality::Settings& settings,
                                            std::string_view country);

/// One task for each place that handed people over, once one of them is late.
DutyKind duty_to_find_out(const Pages& pages);

}  // namespace digilots::inquiries
