#include "platform/search/query_plan.h"

#include <algorithm>
#include <optional>

#include "platform/base/text.h"
#include "platform/search/known_words.h"

namespace digilots::search {
namespace {

constexpr std::size_t longest_query = 200, most_words = 24, most_compounds = 24;
constexpr double exact = 1, stemmed = 0.85, joined_words = 0.95, synonym = 0.6;
constexpr double folded = 0.55, folded_stem = 0.45, part = 0.35;

class Planner {
public:
    Planner(const Query& query, const Lexicon& lexicon, const SynonymGroups& synonyms)
        : query_(query), lexicon_(lexicon), synonyms_(synonyms) {}

    Plan run() {
        const auto text = base::cut(base::clean(query_.text), longest_query);
        tokens_ = tokens(text);
        if (tokens_.size() > most_words) tokens_.resize(most_words);
        const bool only_weak = std::ranges::all_of(tokens_, [](const Token& token) { return is_weak(token.word); });
        const auto says_something = [&](const std::string& word) { return only_weak ? !is_stop_word(word) : !is_weak(word); };
        words_.resize(tokens_.size());
        for (std::size_t i = 0; i < tokens_.size(); ++i) words_[i].word = tokens_[i].word;
        add_joined_neighbours();
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            if (is_part_of_a_word(i) || says_something(tokens_[i].word)) add_word(i);
        }
        add_synonyms();
        return plan();
    }

private:
    /// The last word may be unfinished; three letters that are a word are finished: "fot" begins no "foto".
    bool is_prefix(std::size_t index) const {
        if (!query_.as_you_type || index + 1 != tokens_.size()) return false;
        return base::length(tokens_[index].word) != 3 || !is_known_word(tokens_[index].word);
    }

    /// The "e" of "e-tjänst" says something, though a letter alone does not.
    bool is_part_of_a_word(std::size_t index) const {
        return tokens_[index].hyphenated || (index + 1 < tokens_.size() && tokens_[index + 1].hyphenated);
    }

    void add_word(std::size_t index) {
        auto& word = words_[index];
        add_forms(word, word.word);
        const bool known = !word.alternatives.empty();
        // What is a word in another script nobody here knows: الصدر is no slip of الصور.
        const bool is_written = !query_.correct || !is_latin(word.word) || is_known_word(word.word);
        // A whole word of the language begins other words by chance only: "are" is no "arena".
        const auto shortest_beginning = is_written ? 5U : 3U;
        if (is_prefix(index) || (!known && word.word.size() >= shortest_beginning)) add_prefix(word);
        if (!known && word.beginnings.empty() && !is_written) correct(word);
    }

    void add_forms(WordPlan& word, const std::string& form) {
        const auto plain = base::fold(form);
        const auto exactly = add_term(word, "E" + form, exact, MatchKind::exact, 0);
        add_term(word, "F" + plain, folded, MatchKind::folded, exactly);
        for (const auto* language : lexicon_.languages()) {
            if (is_arabic(form) != (std::string_view(language) == "ar")) continue;
            const auto root = stem(form, language);
            const auto by_stem = add_term(word, stem_term(root, language), stemmed, MatchKind::stem, 0);
            add_term(word, "G" + stem_term(base::fold(root), language), folded_stem, MatchKind::folded, by_stem);
        }
        if (plain.size() >= 4) add_compounds(word, plain, form);
    }

    /// Left out where it finds no more than the better terms before it.
    unsigned add_term(WordPlan& word, std::string term, double factor, MatchKind kind, unsigned found_already) {
        term = bounded_term(std::move(term));
        const auto found = lexicon_.frequency(term);
        if (found <= found_already) return found;
        word.alternatives.push_back({{std::move(term)}, factor, kind});
        return found;
    }

    void add_compounds(WordPlan& word, const std::string& plain, const std::string& form) {
        auto compounds = lexicon_.compounds_of(plain);
        if (const auto root = base::fold(stem(form, "sv")); root != plain && root.size() >= 4) {
            for (auto& more : lexicon_.compounds_of(root)) compounds.push_back(std::move(more));
        }
        if (compounds.size() > most_compounds) compounds.resize(most_compounds);
        for (auto& compound : compounds) {
            word.compounds.push_back(compound);
            word.alternatives.push_back({{"F" + compound}, part, MatchKind::word_part});
        }
    }

    void add_prefix(WordPlan& word) {
        const auto plain = base::fold(word.word);
        if (plain.size() >= 2) word.beginnings = lexicon_.beginning_with(bounded_term("F" + plain));
    }

    void correct(WordPlan& word) {
        auto better = lexicon_.suggestion(word.word);
        if (better.empty() || better == word.word) return;
        word.word = std::move(better);
        word.corrected = true;
        add_forms(word, word.word);
    }

    /// "bank id" is also "bankid", "e tjänst" also "e-tjänst".
    void add_joined_neighbours() {
        for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
            const auto joined = tokens_[i].word + tokens_[i + 1].word;
            if (joined.size() < 5 || lexicon_.frequency("E" + joined) == 0) continue;
            for (const auto index : {i, i + 1}) {
                words_[index].also.push_back(joined);
                words_[index].alternatives.push_back({{"E" + joined}, joined_words, MatchKind::exact});
            }
        }
    }

    void add_synonyms() {
        for (const auto& group : synonyms_) {
            for (const auto& phrase : group) {
                if (const auto at = position_of(phrase); at < words_.size()) add_group(group, phrase, at);
            }
        }
    }

    std::size_t position_of(const std::vector<std::string>& phrase) const {
        for (std::size_t at = 0; at + phrase.size() <= words_.size(); ++at) {
            bool equal = true;
            for (std::size_t i = 0; equal && i < phrase.size(); ++i) equal = same_word(words_[at + i].word, phrase[i]);
            if (equal) return at;
        }
        return words_.size();
    }

    void add_group(const std::vector<std::vector<std::string>>& group, const std::vector<std::string>& found, std::size_t at) {
        for (const auto& phrase : group) {
            if (phrase == found) continue;
            Alternative alternative{{}, synonym, MatchKind::synonym};
            for (const auto& one : phrase) {
                if (phrase.size() == 1 || !is_weak(one)) alternative.terms.push_back(known_stem(one));
            }
            if (alternative.terms.empty()) continue;
            for (std::size_t i = 0; i < found.size(); ++i) {
                words_[at + i].also.insert(words_[at + i].also.end(), phrase.begin(), phrase.end());
                words_[at + i].alternatives.push_back(alternative);
            }
        }
    }

    std::string known_stem(const std::string& word) const {
        auto swedish = stem_term(stem(word, "sv"), "sv");
        return lexicon_.frequency(swedish) > 0 ? swedish : stem_term(stem(word, "nb"), "nb");
    }

    Plan plan() {
        Plan plan;
        bool corrected = false;
        for (auto& word : words_) {
            corrected = corrected || word.corrected;
            plan.corrected += (plan.corrected.empty() ? "" : " ") + word.word;
        }
        if (!corrected) plan.corrected.clear();
        for (std::size_t i = 0; i < words_.size(); ++i) {
            auto& word = words_[i];
            if (word.alternatives.empty() && word.beginnings.empty() && is_weak(tokens_[i].word)) continue;
            plan.words.push_back(std::move(word));
        }
        return plan;
    }

    const Query& query_;
    const Lexicon& lexicon_;
    const SynonymGroups& synonyms_;
    std::vector<Token> tokens_;
    std::vector<WordPlan> words_;
};

std::vector<std::string> stems_of(const std::string& word, const std::string& text_language) {
    std::vector<std::string> stems;
    for (const auto language : stem_languages_of(word, text_language)) stems.push_back(stem(word, language));
    return stems;
}

bool shares_a_stem(const std::vector<std::string>& stems, const std::string& word, const std::string& language) {
    return std::ranges::any_of(stems_of(word, language), [&](const std::string& root) {
        return std::ranges::find(stems, root) != stems.end();
    });
}

/// Folding leaves an ASCII letter at the beginning as it is: words that begin with two of them cannot become alike.
bool may_fold_alike(const std::string& one, const std::string& other) {
    const auto is_ascii = [](const std::string& text) {
        return !text.empty() && static_cast<unsigned char>(text.front()) < 0x80;
    };
    return !is_ascii(one) || !is_ascii(other) || one.front() == other.front();
}

}  // namespace

Plan make_plan(const Query& query, const Lexicon& lexicon, const SynonymGroups& synonyms) {
    return Planner(query, lexicon, synonyms).run();
}

const std::string& Explainer::folded(const std::string& word) {
    const auto [place, is_new] = folded_.try_emplace(word);
    if (is_new) place->second = base::fold(word);
    return place->second;
}

const std::vector<Explainer::Forms>& Explainer::forms_in(const std::string& language) {
    const auto [place, is_new] = forms_.try_emplace(language);
    if (is_new)
        for (const auto& word : plan_.words) place->second.push_back({base::fold(word.word), stems_of(word.word, language)});
    return place->second;
}

std::optional<MatchKind> Explainer::match(const WordPlan& plan, const Forms& forms, const std::string& word,
                                          const std::string& language) {
    if (word == plan.word) return MatchKind::exact;
    // Most words begin with their stem; another one begins "fotostat" than "fot". Arabic ones begin with their article.
    const auto may_share = [&](const std::string& root) {
        return is_arabic(word) || (word.starts_with(root) && word.size() <= root.size() + 6);
    };
    if (std::ranges::any_of(forms.stems, may_share) && shares_a_stem(forms.stems, word, language)) return MatchKind::stem;
    if (std::ranges::find(plan.also, word) != plan.also.end()) return MatchKind::synonym;
    if (may_fold_alike(word, forms.plain)) {
        const auto& plain = folded(word);
        if (plain == forms.plain) return MatchKind::folded;
        if (!plan.beginnings.empty() && plain.starts_with(forms.plain)) return MatchKind::prefix;
    }
    const bool is_part = std::ranges::any_of(plan.compounds, [&](const std::string& compound) {
        return may_fold_alike(word, compound) && folded(word) == compound;
    });
    if (is_part) return MatchKind::word_part;
    return std::nullopt;
}

Explanation Explainer::explain(const StoredDocument& document) {
    Explanation result;
    bool any = false;
    const auto& forms = forms_in(document.language);
    for (std::size_t at = 0; at < plan_.words.size(); ++at) {
        const auto& word = plan_.words[at];
        for (const auto& candidate : document.words) {
            auto kind = match(word, forms[at], candidate, document.language);
            if (!kind) continue;
            if (word.corrected) kind = MatchKind::spelling;
            if (!any || *kind < result.best) result.best = *kind;
            any = true;
            if (std::ranges::find(result.matched, candidate) == result.matched.end()) result.matched.push_back(candidate);
        }
    }
    return result;
}

}  // namespace digilots::search
