#include "platform/search/terms.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "platform/base/text.h"
#include "platform/search/words.h"

namespace digilots::search {
namespace {

constexpr unsigned title_weight = 10, name_weight = 6, keyword_weight = 4, text_weight = 1;
constexpr std::size_t explained_words = 120;

using Terms = std::vector<std::string>;

Terms make_terms(const std::string& word, const std::string& document_language) {
    Terms terms{bounded_term("E" + word), bounded_term("F" + base::fold(word))};
    for (const auto language : stem_languages_of(word, document_language)) {
        const auto root = stem(word, language);
        terms.push_back(stem_term(root, language));
        terms.push_back(bounded_term("G" + stem_term(base::fold(root), language)));
    }
    return terms;
}

/// Stems and folding cost ten times the rest of a document, and the same words come again and again.
const Terms& remembered_terms(const std::string& word, const std::string& language) {
    constexpr std::size_t most_remembered = 4096;
    static thread_local std::unordered_map<std::string, Terms> remembered;
    auto key = language + ' ' + word;
    if (const auto found = remembered.find(key); found != remembered.end()) return found->second;
    if (remembered.size() >= most_remembered) remembered.clear();
    return remembered.emplace(std::move(key), make_terms(word, language)).first->second;
}

class Collector {
public:
    Collector(DocumentTerms& terms, const Document& document) : terms_(terms), document_(document) {}

    void add(std::string_view text, unsigned weight) {
        const auto boosted = std::max(1U, static_cast<unsigned>(std::lround(weight * document_.boost)));
        std::string joined;
        for (const auto& token : tokens(text)) {
            add_word(token.word, boosted, weight > text_weight);
            if (token.hyphenated && joined.size() + token.word.size() <= longest_joined_word) {
                joined += token.word;
                add_word(joined, boosted, weight > text_weight);
            } else {
                joined = token.word;
            }
        }
    }

    std::string words() const {
        std::string result;
        for (const auto& word : seen_) result += word + ' ';
        return result;
    }

private:
    void add_word(const std::string& word, unsigned weight, bool important) {
        for (const auto& term : remembered_terms(word, document_.language)) terms_.weighted[term] += weight;
        if (!important) return;
        if (terms_.vocabulary.insert(word).second && seen_.size() < explained_words) seen_.push_back(word);
    }

    DocumentTerms& terms_;
    const Document& document_;
    std::vector<std::string> seen_;
};

}  // namespace

DocumentTerms terms_of(const Document& document) {
    DocumentTerms terms;
    Collector collector(terms, document);
    collector.add(document.title, title_weight);
    for (const auto& name : document.names) collector.add(name, name_weight);
    for (const auto& keyword : document.keywords) collector.add(keyword, keyword_weight);
    collector.add(document.text, text_weight);
    terms.filters = {"Q" + document.id, "XT" + document.tenant, "XK" + document.kind};
    terms.data = document.id + '\n' + document.kind + '\n' + document.language + '\n' + collector.words();
    return terms;
}

StoredDocument read_data(const std::string& data) {
    const auto lines = base::split(data, '\n');
    if (lines.size() < 4) return {};
    StoredDocument stored{std::string(lines[0]), std::string(lines[1]), std::string(lines[2]), {}};
    for (const auto word : base::split(lines[3], ' ')) {
        if (!word.empty()) stored.words.emplace_back(word);
    }
    return stored;
}

}  // namespace digilots::search
