#pragma once
// What somebody wants to see: a measure, a period, and how it is split up.
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "platform/base/result.h"
#include "platform/http/request.h"
#include "platform/measures/measure.h"
#include "platform/periods/choice.h"
#include "statistics/circumstances.h"

namespace digilots::statistics {

/// What is counted for this person or program.
using Offered = std::vector<const measures::Measure*>;
Offered offered_to(const std::optional<http::Identity>& who, std::span<const measures::Measure> measures);

/// The same figure of another time or place.
struct Comparison {
    enum class With { previous, year, place };
    With with = With::previous;
    std::string place = {};             // its id
    periods::Period period = {};
    /// As it stands in the address: "previous", "year", "place:ID".
    std::string word() const;
};

/// Of how many of what it is a part (shares.h).
struct Share {
    const measures::Measure *part = nullptr, *whole = nullptr;
    std::string over = {};              // the dimension that the whole is not split up by
    std::string stated = {};            // what must be stated for one to count in the whole
};

/// What stands beside each figure (beside.h), and the words by which the address asks for it.
struct Beside {
    std::optional<Comparison> compared = {};
    std::optional<Share> share = {};
    std::string share_word = {};
    bool target = false;
    bool is_empty() const { return !compared && !share && !target; }
};

struct Question {
    const measures::Measure* measure = nullptr;
    periods::Choice choice;
    measures::Query query;              // without municipalities
    bool shared_topics_alone = false;   // own topics are left out: they count under the shared ones, too
    Beside beside = {};
    Circumstances circumstances = {};   // of its period, marked at the parts of time they were in
};

/// In the address: "topic_level=shared".
inline constexpr std::string_view topic_level = "topic_level", shared_level = "shared";

/// What is wrong with a question: the parameter by its name in the address, for programs, and what to do, for people.
struct NotUnderstood {
    std::string parameter, words;
    /// "by: …": for the interface.
    std::string detail() const { return parameter + ": " + words; }
};

/// The measure that is named; without a name inquiries, else the first that is offered. nullptr where it is not offered.
const measures::Measure* measure_in(const http::Fields& fields, const Offered& offered);
/// From measure, a period (periods::read_choice), by and filters such as place=… .
base::Result<Question, NotUnderstood> read_question(const http::Fields& fields, const Offered& offered, base::Date today,
                                                    const i18n::Translator& translator);

/// What the address asks for beside what read_question knows and `further`, for programs: a limit that this figure does not
/// have, a word that is none. Left out it would look as if the figure were limited.
std::optional<NotUnderstood> unknown_parameter(const http::Fields& fields, const measures::Measure& measure,
                                               const i18n::Translator& translator,
                                               std::span<const std::string_view> further = {});

/// What can stand in `by` for this measure.
bool has_dimension(const measures::Measure& measure, std::string_view dimension);

/// Rows in the order of `by`; one row with nothing where nothing is split and nothing was counted.
std::vector<measures::Row> answer(const Question& question, std::vector<std::string> municipalities);

/// "Topic", "Month", "Municipality" …
std::string split_title(const measures::Measure& measure, std::string_view dimension, const i18n::Translator& translator);
/// "Banking", "November 2026", "Sundsvall" …
std::string value_label(const measures::Measure& measure, std::string_view dimension, std::string_view key,
                        const http::Tenant& tenant, const i18n::Translator& translator);

/// What the figures are limited to, in words: "Place: Kulturmagasinet". A value that nobody knows is said to be none.
std::string limit_words(const Question& question, const std::string& dimension, const std::string& key,
                        const http::Tenant& tenant, const i18n::Translator& translator);
/// A limit by a name in addresses ("kulturmagasinet") is the id that has the same label.
void use_ids(Question& question, std::span<const measures::Measure> all, const http::Tenant& tenant,
             const i18n::Translator& translator);
/// Where the answer says nothing and a limit is none that the municipality knows: zero would be a lie.
std::optional<NotUnderstood> unknown_limit(const Question& question, std::span<const measures::Measure> all,
                                           std::span<const measures::Row> rows, const http::Tenant& tenant,
                                           const i18n::Translator& translator);

/// "1 234", "42,5 % (17 of 40)"
std::string shown_text(measures::Kind kind, const measures::Value& value, const i18n::Translator& translator);
/// "minutes", "%": the unit of many.
std::string unit_text(const measures::Measure& measure, const i18n::Translator& translator);

}  // namespace digilots::statistics
