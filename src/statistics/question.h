#pragma once
// What somebody wants to see: a measure, a period, and how it is split up.
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "platform/base/measure.h"
#include "platform/base/result.h"
#include "platform/http/request.h"

namespace digilots::statistics {

struct Question {
    const base::Measure* measure = nullptr;
    base::MeasureQuery query;           // without municipalities
};

/// What is wrong with a question: the parameter by its name in the address, for programs, and what to do, for people.
struct NotUnderstood {
    std::string parameter, words;
    /// "by: …": for the interface.
    std::string detail() const { return parameter + ": " + words; }
};

/// From measure, from, to, by and filters such as place=… . Without from and to: this month until today.
base::Result<Question, NotUnderstood> read_question(const http::Fields& fields, std::span<const base::Measure> measures,
                                                  base::Date today, const i18n::Translator& translator);

const base::Measure* find_measure(std::span<const base::Measure> measures, std::string_view key);

/// day, week, month, year, weekday: every measure has them.
std::span<const std::string_view> time_dimensions();
/// What can stand in `by` for this measure.
bool has_dimension(const base::Measure& measure, std::string_view dimension);

/// Rows in the order of `by`; one row with 0 where nothing is split and nothing was counted.
std::vector<base::MeasureRow> answer(const Question& question, std::vector<std::string> municipalities);

/// "Topic", "Month" …
std::string dimension_title(std::string_view dimension, const i18n::Translator& translator);
/// "Banking", "November 2026" …
std::string value_label(const base::Measure& measure, std::string_view dimension, std::string_view key,
                        std::string_view municipality, const i18n::Translator& translator);

/// What the figures are limited to, in words: "Place: Kulturmagasinet". A value that nobody knows is said to be none.
std::vector<std::string> filter_words(const Question& question, std::string_view municipality,
                                      const i18n::Translator& translator);

base::Date last_of_month(base::Date date);

}  // namespace digilots::statistics
