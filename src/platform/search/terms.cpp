#include "platform/search/terms.h"

#include <algorithm>
#include <cmath>

#include "platform/base/text.h"
#include "platform/search/words.h"

namespace digilots::search {
namespace {

constexpr unsigned title_weight = 10, name_weight = 6, keyword_weight = 4, text_weight = 1;
constexpr std::size_t explained_words = 120;

class Collector {
public:
    Collector(DocumentTerms& terms, const Document& document) : terms_(terms), document_(document) {}

    void add(std::string_view text, unsigned weight) {
        const auto boosted = std::max(1U, static_cast<unsigned>(std::lround(weight * document_.boost)));
        std::string joined;
        for (const auto& token : tokens(text)) {
            add_word(token.word, boosted, weight > text_weight);
            if (token.hyphenated) {
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
        terms_.weighted["E" + word] += weight;
        terms_.weighted["F" + base::fold(word)] += weight;
        for (const auto* language : stem_languages) {
            if (document_.language.empty() ? language == stem_languages[2] : document_.language != language) continue;
            const auto root = stem(word, language);
            terms_.weighted[stem_term(root, language)] += weight;
            terms_.weighted["G" + stem_term(base::fold(root), language)] += weight;
        }
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
