#pragma once
// Names of people in free text.
#include <string>
#include <string_view>
#include <vector>

namespace digilots::base {

/// A given name of data/given-names.txt or a family name of data/family-names.txt with its capital, also in the genitive; both in
/// small letters beside each other; whoever is called fru or herr; two capitalised words of which the second ends with "sson", or
/// of any kind after "heter". A sign, not a proof. Any bytes are allowed in; linear.
bool holds_person_name(std::string_view text);
/// Each as it stands, with the capitalised words behind it: "Anna Andersson". Each once.
std::vector<std::string> person_names_in(std::string_view text);

}  // namespace digilots::base
