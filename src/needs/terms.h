#pragma once
// Choices that several kinds of records here share.
#include "platform/register/register.h"

namespace digilots::needs {

/// Of all areas, in their order.
inline constexpr const char* area_keys[] = {"support", "residents", "internal"};
inline constexpr std::size_t longest_text = 4000;
inline constexpr int first_year = 1990, last_year = 2100;
/// The way back, above each list.
inline constexpr std::pair<i18n::Text, std::string_view> to_needs{TEXT("Needs"), "/staff/needs"};

/// "support", "residents", "internal": the keys of the mapping.
register_::Choices areas();
/// "current", "desired", "between".
register_::Choices parts();
register_::Choices certainties();
/// "fact", "plan", "idea", "wish", "decision", "conclusion", "gap", "guideline".
register_::Choices classes();

register_::Field unit_field();
/// What came of a need: an activity, which names it, too.
register_::Field activity_field();
/// The part of the plan that a finding became, which names it, too.
register_::Field part_of_plan_field();
/// As groups and the log have them; several.
register_::Field barriers_field(i18n::Text title);
register_::Field function_field(i18n::Text title);
/// The name of a record, sorted and searched.
register_::Field name_field(i18n::Text title, std::size_t most_characters = 200);
register_::Field state_field(std::vector<register_::FixedTerm> terms, std::string_view usually);

/// Numbers and addresses of people are refused in each text of these.
void refuse_people(const register_::Checked& checked, register_::Problems& problems,
                   std::initializer_list<const char*> fields);

}  // namespace digilots::needs
