#pragma once
// From what a person typed to terms of the index: which alternatives each word has and how much each counts.
#include <map>
#include <string>
#include <vector>

#include "platform/search/index.h"
#include "platform/search/terms.h"
#include "platform/search/words.h"

namespace digilots::search {

/// What the plan asks the index while it is made.
class Lexicon {
public:
    virtual ~Lexicon() = default;
    virtual unsigned frequency(const std::string& term) const = 0;
    /// Whether any term begins so.
    virtual bool has_prefix(const std::string& prefix) const = 0;
    /// A known word close to this one, or "".
    virtual std::string suggestion(const std::string& word) const = 0;
    /// Folded words that contain the folded word as a part.
    virtual std::vector<std::string> compounds_of(const std::string& folded) const = 0;
};

struct Alternative {
    std::vector<std::string> terms;    // all of them
    double factor = 1;
    MatchKind kind = MatchKind::exact;
};

struct WordPlan {
    std::string word;                  // after correction
    std::vector<Alternative> alternatives;
    std::string prefix;                // "F…": every term that begins so; "" none
    std::vector<std::string> also;     // joined words and synonyms, for the explanation
    std::vector<std::string> compounds;  // folded words that hold it
    bool corrected = false;
};

struct Plan {
    std::vector<WordPlan> words;
    std::string corrected;
};

/// Groups of phrases, each phrase as words.
using SynonymGroups = std::vector<std::vector<std::vector<std::string>>>;

Plan make_plan(const Query& query, const Lexicon& lexicon, const SynonymGroups& synonyms);

struct Explanation {
    std::vector<std::string> matched;
    MatchKind best = MatchKind::folded;
};
/// Which of the document's words answer the plan.
Explanation explain(const Plan& plan, const StoredDocument& document);

}  // namespace digilots::search
