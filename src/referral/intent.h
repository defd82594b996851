#pragma once
// What a question asks for beyond its letters: topics, kinds of place, "open tonight", "without BankID".
#include <bitset>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "referral/times_in_question.h"

namespace digilots::referral {

/// One word in the forms in which it is compared: as a Swedish and as a Norwegian stem, both without marks.
struct WordKey {
    std::string swedish, norwegian;
    bool operator==(const WordKey& other) const { return swedish == other.swedish || norwegian == other.norwegian; }
};
WordKey key_of(std::string_view word);
std::vector<WordKey> keys_of(std::string_view text);

/// When it should be open; by the real hours (opening_times.h).
struct TimeWish {
    bool tonight = false, evening = false, weekend = false, tomorrow = false, today = false;
    std::bitset<7> weekdays;                // 0 = Monday
    std::vector<DayInQuestion> days;             // before all others
    std::optional<HoursInQuestion> hours;
    std::vector<base::Date> dates;          // of those, in order, once the question is asked on a day: one of them will do

    bool names_a_day() const { return tonight || weekend || tomorrow || today || weekdays.any() || !days.empty(); }
    bool any() const { return names_a_day() || evening || hours; }
};

struct Intent {
    std::vector<std::string> topics;        // taxonomy keys, best first
    std::vector<std::string> place_kinds;   // taxonomy keys
    bool open_now = false, drop_in = false, without_e_id = false;
    bool only_now = false;                  // "öppet nu": what is closed is no answer; "öppet" alone is not that
    TimeWish time;
    std::string unread_time;                // what was said about opening times and could not be read: "vecka 48"
    std::vector<std::string> words;         // what remains to be found by name: neither weak nor one of the above wishes
    std::string text;                       // those words as one text
    bool half_typed = false;                // the last word may become several things: topics are all of them
    bool understood = false;                // every word meant something: no spelling to correct

    bool has_topic(std::string_view key) const;
    bool wishes() const { return open_now || time.any() || drop_in || without_e_id; }
};

/// What the index is asked: `text` without words whose stem is another word's ("boka" is no book).
std::string text_for_index(const Intent& intent);
/// `typing`: the last word may be unfinished.
Intent read_intent(std::string_view text, bool typing);
/// Topics whose words stand in a name: "Ansöka om kostintyg" → special_diet.
std::vector<std::string> topics_named(std::string_view text);

}  // namespace digilots::referral
