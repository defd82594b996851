#pragma once
// What a question wishes beyond its subject, said in whole words: "open on Saturday", "without BankID".
#include <string>
#include <string_view>
#include <vector>

namespace digilots::referral {

enum class Wish { none, open, open_now, today, tonight, evening, weekend, weekday, tomorrow, drop_in, without_e_id, lacks_e_id };

struct WishMeaning {
    Wish wish = Wish::none;
    int weekday = 0;             // of Wish::weekday: 0 = Monday
};

/// Of words as they were written, joined by spaces; none where they wish nothing. A name that only resembles one is none:
/// Helge is no weekend. Å, ä and ö may be missing.
WishMeaning wish_of(std::string_view words);
inline constexpr std::size_t longest_wish = 6;

}  // namespace digilots::referral
