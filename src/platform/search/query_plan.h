#pragma once
// From what a person typed to terms of the index: which alternatives each word has and how much each counts.
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
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
    /// The terms that begin so and are in most documents, the commonest first: a bounded number.
    virtual std::vector<std::string> beginning_with(const std::string& prefix) const = 0;
    /// Those of stem_languages that any document is in.
    virtual const std::vector<const char*>& languages() const = 0;
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
    std::vector<std::string> beginnings;  // "F…": terms that begin with it
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
/// Which words of documents answer a plan, which outlives it. Knows what it worked out for the documents before.
class Explainer {
public:
    explicit Explainer(const Plan& plan) : plan_(plan) {}
    Explanation explain(const StoredDocument& document);

private:
    /// Of a word of the plan, in the language of a document.
    struct Forms {
        std::string plain;
        std::vector<std::string> stems;
    };

    const std::vector<Forms>& forms_in(const std::string& language);
    std::optional<MatchKind> match(const WordPlan& plan, const Forms& forms, const std::string& word,
                                   const std::string& language);
    const std::string& folded(const std::string& word);

    const Plan& plan_;
    std::map<std::string, std::vector<Forms>> forms_;      // by language
    std::unordered_map<std::string, std::string> folded_;  // few documents, each of bounded words
};

}  // namespace digilots::search
