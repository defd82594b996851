#pragma once
// A goal, its number and its status in the words of whoever reads.
#include "goals/reading.h"
#include "platform/html/components.h"

namespace digilots::goals {

/// "On the way", "Behind", "Met", "Missed", "Unknown": a shape, a sign and the word.
html::components::Mark mark_of_status(Status status, const i18n::Translator& words);
std::string status_in_words(Status status, const i18n::Translator& words);
/// "Met", "Missed", "Does not count", "Open"
std::string week_in_words(WeekState state, const i18n::Translator& words);

/// "1 800", "85,5": a number in hundredths.
std::string hundredths_in_words(std::int64_t number, const i18n::Translator& words);
/// "At least 1 800 persons · at least 10 % (of 18 000 in 2019)"; "" where nothing is aimed at.
std::string target_in_words(const Goal& goal, const Reading& reading, const i18n::Translator& words);
/// "1 234 participants", "Not known", "12 of 14 weeks"
std::string number_in_words(const Goal& goal, const Reading& reading, const i18n::Translator& words);
/// The same, unless it is about too few to be shown to others.
std::string public_number_in_words(const Goal& goal, const Reading& reading, const i18n::Translator& words);
/// False where the figure is about too few to be shown to others.
bool is_shown_to_others(const Reading& reading);
/// "percentage without population …"; "" where there is nothing to say.
std::string population_note(const Goal& goal, const i18n::Translator& words);

/// All that the status was worked out from, a sentence each.
std::vector<std::string> arithmetic_of(const Goal& goal, const Reading& reading, const i18n::Translator& words);
/// "Between 1 500 and 1 900 at the end …"; "" where nothing can be foreseen.
std::string forecast_in_words(const Goal& goal, const Reading& reading, const i18n::Translator& words);
/// "Counted: …", "Written down by hand on …", "What it was counted from is not there any more …"
std::string source_in_words(const Reading& reading, const http::Tenant& tenant, const i18n::Translator& words);
/// The rule, for everybody: the same sentences on every page.
std::vector<std::string> rule_in_words(const i18n::Translator& words);

}  // namespace digilots::goals
