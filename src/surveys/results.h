#pragma once
// What was answered, as it may be seen: small cells hidden, and those that would give them away. No HTTP.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "surveys/implementation.h"

namespace digilots::surveys {

struct Figure {
    bool is_hidden = false;
    std::int64_t count = 0;  // of one that is shown
    bool operator==(const Figure&) const = default;
};

/// A table of a question: a line of a matrix, one of several, all of it.
struct Asked {
    Question question;
    std::string part, name;
    bool is_earlier = false;   // its wording was changed since
    bool can_be_split = true;  // false: something of the whole is hidden, so nothing of its parts is told
    struct Line {
        std::string value;  // "1+2": several steps told together (steps.h)
        std::vector<Figure> figures;  // all together, then by the values of the split
    };
    std::vector<Line> lines = {};       // without who did not answer
    std::vector<Figure> answered = {};  // as figures of a line
};

struct Results {
    bool is_too_few = true;  // fewer than `fewest` answered at all
    std::int64_t answered = 0;
    bool leaves_out_rounds = false;         // of all rounds together: without those that too few have answered
    std::string split = "";
    std::vector<std::string> split_values;  // "" not stated
    std::vector<Figure> in_splits;          // how many answered at all, all together first
    std::vector<Asked> asked;

    const Asked* find(std::string_view name) const;
};

/// How many stand where: table, value, split value ("" with an empty split: all).
struct Tally {
    std::map<std::pair<std::string, std::string>, std::map<std::string, std::int64_t>> counts;
    std::int64_t of(const std::string& table, const std::string& value, const std::string& split_value) const;
};

/// Of one round: `whole` counts all, `parts` by the values of the split.
struct RoundTally {
    std::string round;
    Tally whole = {}, parts = {};
};
/// Of each round that somebody answered, and of all together: "".
struct ResultsByRound {
    std::map<std::string, Results> rounds = {};
};
/// Decides what is shown, of all rounds and of each in one, so that no difference between them tells what is hidden.
/// Rounds of fewer than `fewest`, all of them together, are told nowhere and are left out of all rounds together: else what is
/// left when the others are taken away would tell them. Neighbouring steps of which one is of few are told together first.
ResultsByRound decide(std::vector<Asked> asked, std::vector<RoundTally> rounds, const std::string& split,
                      const std::vector<std::string>& split_values);

/// Of "2281|SURVEY|SPLIT": kept by surveys.cpp.
ResultsByRound results_for(const Surveys::Implementation& self, std::string_view key);
/// "2281|SURVEY|ROUND|SPLIT", as KeptResults reads it.
std::string results_key(std::string_view municipality, std::string_view survey, std::string_view round, std::string_view split);

/// Wilson's score interval of 95 %: E. B. Wilson, Probable Inference, the Law of Succession, and Statistical Inference, Journal
/// of the American Statistical Association 22 (1927), 209–212. As shares from 0 to 1; nothing of nobody.
struct Interval {
    double least = 0, most = 0;
};
std::optional<Interval> wilson(std::int64_t part, std::int64_t of);

}  // namespace digilots::surveys
