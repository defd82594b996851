#pragma once
// Sentences of duties as they are stored: read later, by whoever reads them, in their own words.
#include <string>
#include <string_view>
#include <vector>

#include "platform/i18n/translator.h"
#include "platform/slice/duty.h"

namespace digilots::tasks {

/// Of what a text says in English; what has no translation any more is read in English.
std::string words_of(std::string_view english, const std::vector<std::pair<std::string, std::string>>& facts,
                     const i18n::Translator& words);
/// JSON: [["text", {"fact": "value"}]]; "" for none.
std::string stored_form(const std::vector<Sentence>& sentences);
/// The sentences again; none where it cannot be read.
std::vector<std::string> words_of_stored(std::string_view stored, const i18n::Translator& words);

}  // namespace digilots::tasks
