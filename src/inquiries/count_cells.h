#pragma once
// Which counts an inquiry belongs to.
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "inquiries/stored_inquiry.h"

namespace digilots::inquiries {

struct CellKey {
    std::string grain;              // day, month
    std::string cut;                // "", "topic", "place+channel"
    std::string period;             // 2026-11-22, 2026-11
    std::string key_1, key_2;
    auto operator<=>(const CellKey&) const = default;
};

struct CellValue {
    std::int64_t inquiries = 0, minutes = 0, answered = 0, referred = 0, returning_visits = 0;
    std::int64_t timed = 0;         // inquiries whose help time is stated
    std::int64_t group_entries = 0, counted_groups = 0, persons = 0;    // groups, those whose persons are counted, and these
    CellValue& operator+=(const CellValue& other);
    CellValue operator-() const;
    bool operator==(const CellValue&) const = default;
};

using Cells = std::map<CellKey, CellValue>;

/// Everything that stood in the way, `barrier` first, each once.
std::vector<std::string> all_barriers(const Inquiry& inquiry);

/// Adds the inquiry to every cell it counts in; `sign` -1 takes it out.
void add_to_cells(Cells& cells, const StoredInquiry& stored, int sign = 1);

/// Dimensions with a count of their own, in the order in which pairs are named.
std::span<const std::string_view> single_dimensions();
/// Pairs that are kept.
std::span<const std::string_view> pair_cuts();
/// Cuts of what employees and partners asked, who are in no other: "asker", and pairs with it.
std::span<const std::string_view> asker_cuts();
/// Kept of months alone, smallest first: e-services and bodies by what stood in the way, under each of which an inquiry stands;
/// any three of the first five single ones, and four without the hour. key_1 is the first of the named, key_2 the others in
/// their order, with key_separator between them.
std::span<const std::string_view> month_cuts();
inline constexpr char key_separator = '|';
/// Of the single ones: kept only where stated; what is missing to the total was not stated. An inquiry that states several
/// counts under each; under "" stands what that is too much, negative. Of kinds an ordinary visit is what is not stated.
bool is_optional_dimension(std::string_view dimension);
/// "09"; "" for unknown_hour.
std::string hour_key(int hour);

}  // namespace digilots::inquiries
