#pragma once
// All amounts of a budget, typed into one form.
#include <map>
#include <string>
#include <string_view>

#include "budget/kinds.h"
#include "platform/base/result.h"
#include "platform/base/seen.h"

namespace digilots::budget {

/// What was typed, by the ids of lines and sources, year by year.
using TypedAmounts = std::map<std::string, std::array<std::string, most_years>>;

/// Of all amounts of the budget, as the form showed them.
std::string mark_of_amounts(const Budget& budget);
/// "amount_1_ID": the field of a line's or source's year.
std::string field_of_amount(const std::string& id, std::size_t year);

/// "budget_line:ID": what of the budget, its lines and its sources was saved last, as the trail names it, so that whoever comes
/// second is told by whom and when.
std::string saved_last(const Kinds& kinds, const Budget& budget, std::string_view municipality_id);

enum class SavedAmounts { done, changed_meanwhile, not_there };
using AmountErrors = std::vector<std::pair<std::string, std::string>>;  // field, message

/// Writes those that were changed, all or none, where nobody else has saved since `seen`. What is not typed stays as it is.
base::Result<SavedAmounts, AmountErrors> save_amounts(Kinds& kinds, const register_::Surroundings& around,
                                                      std::string_view budget_id, const TypedAmounts& typed,
                                                      const base::Seen& seen, std::string_view actor);

}  // namespace digilots::budget
