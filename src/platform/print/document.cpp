#include "platform/print/document.h"

#include <algorithm>
#include <string_view>

namespace digilots::print {

namespace {

/// As many rows as are looked at: a table that begins like this goes on so.
constexpr std::ptrdiff_t most_rows = 200;

/// "1 165 661,50", "−3", "12 %": a number as any of our languages writes it, nothing else but spaces of each width.
bool is_number(std::string_view words) {
    bool has_digit = false;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const char letter = words[at];
        if (letter >= '0' && letter <= '9') has_digit = true;
        else if (words.substr(at).starts_with("\u00A0")) at += 1;
        else if (words.substr(at).starts_with("\u202F") || (at == 0 && words.starts_with("\u2212"))) at += 2;
        else if (letter != ' ' && letter != ',' && letter != '.' && letter != '%' && !(at == 0 && letter == '-')) return false;
    }
    return has_digit;
}

}  // namespace

bool Table::is_numeric(std::size_t column) const {
    if (!numeric.empty() || column == 0) return column < numeric.size() && numeric[column];
    const auto end = rows.begin() + std::min(std::ssize(rows), most_rows);
    const auto words = [column](const std::vector<Text>& row) -> std::string_view { return row[column].words; };
    const auto may_stand = [&](const auto& row) { return words(row).empty() || words(row) == "–" || is_number(words(row)); };
    return std::all_of(rows.begin(), end, may_stand) &&
           std::any_of(rows.begin(), end, [&](const auto& row) { return is_number(words(row)); });
}

}  // namespace digilots::print
