#include "platform/search/database_lexicon.h"

#include <xapian.h>

#include <algorithm>
#include <functional>

#include "platform/base/text.h"
#include "platform/search/terms.h"
#include "platform/search/words.h"

namespace digilots::search {

Facts facts_of(const Xapian::Database& database) {
    Facts facts{{}, database.get_doccount(), database.get_termfreq("XT")};
    for (const auto* language : stem_languages) {
        const auto prefix = stem_term("", language);
        if (database.allterms_begin(prefix) != database.allterms_end(prefix)) facts.languages.push_back(language);
    }
    return facts;
}

unsigned DatabaseLexicon::frequency(const std::string& term) const { return database_.get_termfreq(term); }

std::vector<std::string> DatabaseLexicon::beginning_with(const std::string& prefix) const {
    constexpr std::size_t most_looked_at = 300, most_used = 30;
    std::vector<std::pair<unsigned, std::string>> words;
    const auto end = database_.allterms_end(prefix);
    for (auto term = database_.allterms_begin(prefix); term != end && words.size() < most_looked_at; ++term) {
        words.emplace_back(term.get_termfreq(), *term);
    }
    const auto used = std::min(words.size(), most_used);
    std::partial_sort(words.begin(), words.begin() + static_cast<long>(used), words.end(), std::greater{});
    std::vector<std::string> terms;
    for (std::size_t i = 0; i < used; ++i) terms.push_back(std::move(words[i].second));
    return terms;
}

std::string DatabaseLexicon::suggestion(const std::string& word) const {
    constexpr std::size_t shortest = 4, two_slips_from = 7;
    if (base::length(word) < shortest) return {};
    auto suggested = database_.get_spelling_suggestion(word, base::length(word) < two_slips_from ? 1 : 2);
    // The dictionary may still hold words of documents that are gone.
    return frequency("E" + suggested) > 0 ? suggested : std::string{};
}

std::vector<std::string> DatabaseLexicon::compounds_of(const std::string& folded) const {
    const auto key = bounded_term("C" + folded);
    return {database_.synonyms_begin(key), database_.synonyms_end(key)};
}

}  // namespace digilots::search
