#pragma once
// Questions that several kinds of records here share.
#include "municipality/municipality.h"
#include "platform/register/register.h"

namespace digilots::network {

inline constexpr std::size_t longest_text = 4000, longest_feedback = 1000;
/// The way back, above each list.
inline constexpr std::pair<i18n::Text, std::string_view> to_networks{TEXT("Networks"), "/staff/networks"};

/// "municipality", "network", "public": who sees a record.
register_::Choices levels();
/// The same with "unit" before them: of kinds that may be kept to one unit of the municipality.
register_::Choices levels_from_a_unit();
/// "letter_of_intent" …: what gives a network its task.
register_::Choices kinds_of_mandates();
/// What whoever starts up has to do, in its order.
register_::Choices steps_of_a_start();
/// Those that are in a network with the municipality, itself too.
register_::Choices members_near(const municipality::Municipalities& municipalities);

/// The name of a record.
register_::Field name_field(i18n::Text title, std::size_t most_characters = 200);
register_::Field network_field();
register_::Field function_field(i18n::Text title);
register_::Field level_field();
/// The same of kinds that may be kept to one unit, and the unit that a record belongs to.
register_::Field level_from_a_unit_field();
register_::Field unit_field();
register_::Field state_field(std::vector<register_::FixedTerm> terms, std::string_view usually);

/// Numbers and addresses of people are refused in each text of these.
void refuse_people(const register_::Checked& checked, register_::Problems& problems,
                   std::initializer_list<const char*> fields);
/// What one unit alone sees says which.
void need_unit(const register_::Checked& checked, register_::Problems& problems);

}  // namespace digilots::network
