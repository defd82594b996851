#pragma once
// The questions of a survey, in every language in which it is asked. No SQL, no HTTP.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace digilots::surveys {

/// By language: "sv" → "Kan du betala räkningar?".
using Words = std::map<std::string, std::string>;

/// Words and the language they are in; in the one asked for where it is there, else the first one's, else any.
struct Said {
    std::string text, language;
};
Said said_in(const Words& words, std::string_view language, std::string_view first);

enum class Kind { choice, several, scale, number, matrix, text };
/// "choice": as stored and as programs read it.
std::string_view word_of(Kind kind);
std::optional<Kind> kind_of(std::string_view word);

struct Option {
    std::string key;
    Words label;
    bool operator==(const Option&) const = default;
};

/// The question is asked only of who has answered this there.
struct Condition {
    std::string question, value;
    bool operator==(const Condition&) const = default;
};

struct Question {
    std::string key;                        // "q1": the same in every edition
    Kind kind = Kind::choice;
    Words label = {}, help = {};
    bool is_required = false;
    std::vector<Option> options = {};       // of choice, several and matrix
    std::vector<Option> lines = {};         // of a matrix
    std::int64_t least = 1, most = 5;       // of scale and number
    Words lowest = {}, highest = {};        // what the ends of a scale mean
    std::optional<Condition> shown_if = {};
    std::string alone = "";                 // of several: the key of the answer with which no other is chosen
    std::string split = "";                 // results are split by it: gender, age, group, place
    std::string theme = "";                 // what it is about, of ready-made ones: independence, understood, wish, competence
    std::string source = "";                // whose question it is, where it is a national one
    int since = 1;                          // the edition in which it became what it is: answers before are counted apart
    int keys_given = 0;                     // the highest number that a key of its answers or lines has had: none comes again
    bool operator==(const Question&) const = default;

    /// As counts name it: "q1@2".
    std::string counted_as(std::string_view part = "") const;
};

struct Definition {
    Words title = {}, introduction = {};
    std::vector<Question> questions = {};
    int next_key = 1;

    const Question* find(std::string_view key) const;
    bool operator==(const Definition&) const = default;
};

inline constexpr std::size_t most_questions = 60, most_options = 20, most_lines = 12;
inline constexpr std::size_t longest_label = 300, longest_introduction = 2000, longest_written = 500;
inline constexpr std::int64_t widest_scale = 11, largest_number = 1'000'000;
inline constexpr int most_bands = 10;

std::string to_text(const Definition& definition);
/// Nothing where it is no definition.
std::optional<Definition> definition_of(std::string_view json);

/// What counts a whole question apart from its values: whether somebody may compare old answers with new ones.
bool asks_the_same(const Question& one, const Question& other);

/// Of an answer to a question that splits by gender: "women", "men", "girls", "boys", whether it is a ready-made one or named so
/// by whoever wrote the question; "other" of other answers, "" of none.
std::string gender_of(const Question& question, std::string_view value);
/// Whether at least two of its answers name a gender.
bool names_genders(const Question& question);

/// The band of a number: ten of equal width at most. And what it holds: "0–9".
int band_of(const Question& question, std::int64_t number);
std::pair<std::int64_t, std::int64_t> limits_of_band(const Question& question, int band);
int bands_of(const Question& question);

}  // namespace digilots::surveys
