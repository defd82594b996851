#pragma once
// What few entries say beside the commonest: one word each, or yes. Said in one place; forms, API, tables and figures
// loop over it.
#include <span>
#include <string>
#include <string_view>

#include "inquiries/inquiries.h"
#include "taxonomy/taxonomy.h"

namespace digilots::inquiries {

struct FurtherWord {
    const char* name;                    // of its field everywhere
    std::string Further::*member;
    taxonomy::List list;
    i18n::Text title;
    bool is_counted = false;             // a dimension of figures
};
std::span<const FurtherWord> further_words();
const FurtherWord* further_word(std::string_view name);

struct FurtherFlag {
    const char* name;
    std::optional<bool> Further::*member;
    i18n::Text title;
};
std::span<const FurtherFlag> further_flags();
const FurtherFlag* further_flag(std::string_view name);

/// The unit that the question concerns: its field everywhere, kept and counted as words are.
inline constexpr std::string_view unit_concerned = "body_unit";

/// How a follow-up stands, as lists and figures ask for it: still_open, how it went, "" where nothing is to be followed up.
inline constexpr std::string_view follow_up_standing = "follow_up", still_open = "open";

/// As it is kept: ",device:phone,consent:yes,returning:no,"; "" where nothing is said.
std::string further_text(const Inquiry& inquiry);
/// Takes it back from there. What nobody knows any more is left out. That somebody has been here before has a column of its own.
void take_further(std::string_view text, Inquiry& into);
/// The key of one word in such a text, "" where it is not said.
std::string further_key(std::string_view text, std::string_view name);

/// A box in a form that is left alone takes back no "no" that a program has sent.
void keep_noes(Inquiry& inquiry, const Inquiry& before);

/// What was said for the first time is new; the question of a unit is the municipality's.
void settle_further(Inquiry& inquiry);

}  // namespace digilots::inquiries
