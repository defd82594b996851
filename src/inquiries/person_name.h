#pragma once
// Names of people in a note.
#include <string_view>

namespace digilots::inquiries {

/// A given name of data/given-names.txt with its capital, also in the genitive; two capitalised words of which the second ends
/// with "sson", or of any kind after "heter". A sign, not a proof. Any bytes are allowed in; linear.
bool holds_person_name(std::string_view text);

}  // namespace digilots::inquiries
