#include "referral/topic_phrases.h"

#include <algorithm>
#include <functional>
#include <map>

#include "platform/search/words.h"
#include "taxonomy/taxonomy.h"

namespace digilots::referral {
namespace {

struct PhraseWord {
    std::string word;
    bool is_weak = false;
};

using TopicPhrase = std::vector<PhraseWord>;
using TopicPhrases = std::map<std::string, std::vector<TopicPhrase>, std::less<>>;

void add_phrases(TopicPhrases& all, std::string_view topic, const std::vector<std::string>& phrases) {
    auto& of_topic = all[std::string(topic)];
    for (const auto& phrase : phrases) {
        auto& words = of_topic.emplace_back();
        for (auto& token : search::tokens(phrase)) {
            const bool is_weak = search::is_weak(token.word);
            words.push_back({std::move(token.word), is_weak});
        }
    }
}

/// The code lists come with the program and never change while it runs.
const TopicPhrases& all_phrases() {
    static const TopicPhrases made = [] {
        TopicPhrases all;
        for (const auto& topic : taxonomy::terms(taxonomy::List::topic)) add_phrases(all, topic.key, topic.words);
        for (const auto& everyday : taxonomy::everyday_words()) {
            if (everyday.list == taxonomy::List::topic) add_phrases(all, everyday.key, everyday.words);
        }
        return all;
    }();
    return made;
}

/// Everything that a phrase says was asked: "lost" alone is no "lost my job", "my dog" no "min man dog".
bool is_whole_in(const TopicPhrase& phrase, const std::vector<std::string>& words) {
    bool all = true;
    std::size_t telling = 0;
    for (const auto& [word, is_weak] : phrase) {
        const bool is_there = std::ranges::find(words, word) != words.end();
        if (!is_there && !is_weak) return false;
        all &= is_there;
        telling += is_weak ? 0 : 1;
    }
    return all || telling > 1;
}

}  // namespace

bool names_topic(std::string_view topic, const std::vector<std::string>& words) {
    const auto found = all_phrases().find(topic);
    if (found == all_phrases().end()) return false;
    return std::ranges::any_of(found->second, [&](const TopicPhrase& phrase) { return is_whole_in(phrase, words); });
}

}  // namespace digilots::referral
