#pragma once
// Which measure is a part of which: "answered at first contact" of the inquiries whose outcome is stated.
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "statistics/question.h"

namespace digilots::statistics {

struct KnownShare {
    std::string_view part, whole;  // keys of measures
    i18n::Text title;              // "Answered at first contact, of all with an outcome"
    /// What must be stated for one to count in the whole; "" where all count.
    std::string_view stated = "";
};
std::span<const KnownShare> known_shares();
/// nullptr where there is none.
const KnownShare* share_of_part(std::string_view part);

/// What the address may name for this question: measures, and what it is split up by.
std::vector<std::string> possible_shares(const Question& question, const Offered& offered);
/// Nothing where it is none of those.
std::optional<Share> share_named(std::string_view key, const Question& question, const Offered& offered);

/// "Answered at first contact, of all with an outcome", "The part of all: Topic"
std::string share_title(const Question& question, const i18n::Translator& translator);

}  // namespace digilots::statistics
