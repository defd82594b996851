#pragma once
// The shape of Kolada's answers: version 3, and version 2 as in old captures. Reads any of the lists.
#include <optional>
#include <string>
#include <string_view>

#include "indicators/figures/source.h"

namespace digilots::indicators {

/// What follows a page.
struct KoladaPage {
    std::string next;                  // "" after the last one
    std::size_t rows = 0;
};

/// Adds what one answer holds to `delivery`. Rows that cannot be used are refused one by one; a text that is no answer of
/// Kolada (HTML, cut off, another JSON) is a SourceError and adds nothing.
KoladaPage read_kolada_answer(std::string_view text, const std::string& where, Delivery& delivery);

/// "" and null → not reported; "Not applicable", "Missing" … The list is open: nothing for a word that is not known.
std::optional<Missing> missing_of_status(std::string_view status);
/// A title that ends with "(-2023)".
bool is_retired_title(std::string_view title);
/// "percent", "number" where the title says so, else "".
std::string unit_of_title(std::string_view title);
/// A region, the country, a group or a unit: known, but no municipality.
bool is_other_place(std::string_view id);
std::optional<int> year_of(std::string_view text);

}  // namespace digilots::indicators
