#pragma once
// Questions and choices that several kinds of records here share.
#include "platform/register/register.h"

namespace digilots::bodies {

inline constexpr std::size_t longest_text = 4000, longest_minutes = 8000;
/// The way back, above each list.
inline constexpr std::pair<i18n::Text, std::string_view> to_bodies{TEXT("Groups, decisions and systems"),
                                                                   "/staff/bodies"};

/// The name of a record, sorted and searched.
register_::Field name_field(i18n::Text title, std::size_t most_characters = 200);
/// "bodies.group", not yet required.
register_::Field group_field();
/// "bodies.meeting", not yet required.
register_::Field meeting_field();
register_::Field function_field(i18n::Text title);
/// "plan.node"
register_::Field part_field();
/// "budget.budget"
register_::Field budget_field();
register_::Field state_field(std::vector<register_::FixedTerm> terms, std::string_view usually);

/// "not_asked" to "in_operation", and "declined".
register_::Choices states_of_rollout();
/// Its day is then the one on which it began; before that it is the planned one.
bool has_begun(std::string_view state_of_rollout);
/// From the bottom up.
register_::Choices layers();
/// Of technical debt.
register_::Choices risks();
/// Digital first, in three tiers.
register_::Choices tiers();
register_::Choices results_of_decisions();

/// "13.00" or "13:00"; nothing where it is no time of day.
std::optional<int> minute_of_day(std::string_view time);
/// Of a rhythm: 3 of "quarterly"; nothing where there is none.
std::optional<int> months_between(std::string_view rhythm);

}  // namespace digilots::bodies
