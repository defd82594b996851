#pragma once
#include <string_view>

namespace digilots::personal {

/// A phone number in Swedish, Norwegian or English words, or in words and figures: "noll sju noll, ett två tre fyra fem sex sju".
/// A sign, not a proof. `plain`: base::plain. Linear.
bool holds_spelled_phone(std::string_view plain);

}  // namespace digilots::personal
