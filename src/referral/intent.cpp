#include "referral/intent.h"

#include <algorithm>
#include <map>

#include "platform/base/text.h"
#include "platform/search/words.h"
#include "taxonomy/taxonomy.h"

namespace digilots::referral {
namespace {

constexpr std::size_t longest_phrase = 4;

enum class Wish { none, open_now, evening, weekend, drop_in, without_e_id };

struct Meaning {
    std::vector<std::string> topics, place_kinds;
    Wish wish = Wish::none;
};

struct WishPhrase {
    Wish wish;
    const char* phrase;
};

constexpr WishPhrase wish_phrases[] = {
    {Wish::open_now, "öppet"}, {Wish::open_now, "öppna"}, {Wish::open_now, "öppen"}, {Wish::open_now, "åpent"},
    {Wish::open_now, "åpen"}, {Wish::open_now, "open"}, {Wish::open_now, "nu"}, {Wish::open_now, "just nu"},
    {Wish::open_now, "akkurat nå"}, {Wish::open_now, "now"}, {Wish::open_now, "idag"}, {Wish::open_now, "i dag"},
    {Wish::open_now, "öppet nu"}, {Wish::open_now, "åpent nå"}, {Wish::open_now, "öppettider"},
    {Wish::open_now, "åpningstider"}, {Wish::open_now, "open now"},
    {Wish::evening, "kväll"}, {Wish::evening, "ikväll"}, {Wish::evening, "i kväll"}, {Wish::evening, "kvällstid"},
    {Wish::evening, "kvällsöppet"}, {Wish::evening, "kvällar"}, {Wish::evening, "kvällen"}, {Wish::evening, "kveld"},
    {Wish::evening, "i kveld"}, {Wish::evening, "kvelden"}, {Wish::evening, "kveldsåpent"}, {Wish::evening, "evening"},
    {Wish::evening, "öppet kväll"}, {Wish::evening, "efter jobbet"}, {Wish::evening, "etter jobb"},
    {Wish::weekend, "helg"}, {Wish::weekend, "helgen"}, {Wish::weekend, "helger"}, {Wish::weekend, "helgöppet"},
    {Wish::weekend, "lördag"}, {Wish::weekend, "lördagar"}, {Wish::weekend, "söndag"}, {Wish::weekend, "söndagar"},
    {Wish::weekend, "lørdag"}, {Wish::weekend, "søndag"}, {Wish::weekend, "helga"}, {Wish::weekend, "weekend"},
    {Wish::drop_in, "drop-in"}, {Wish::drop_in, "dropin"}, {Wish::drop_in, "utan bokning"}, {Wish::drop_in, "utan tid"},
    {Wish::drop_in, "utan att boka"}, {Wish::drop_in, "uten bestilling"}, {Wish::drop_in, "uten timebestilling"},
    {Wish::without_e_id, "utan bankid"}, {Wish::without_e_id, "utan bank id"}, {Wish::without_e_id, "utan e-legitimation"},
    {Wish::without_e_id, "uten bankid"}, {Wish::without_e_id, "uten bank id"}, {Wish::without_e_id, "without bankid"},
    {Wish::without_e_id, "har inte bankid"}, {Wish::without_e_id, "saknar bankid"}, {Wish::without_e_id, "har ikke bankid"}};

constexpr const char* tails[] = {"hjälpen", "hjälp", "hjelp", "handledning", "veiledning", "frågor", "kurs", "support"};

/// To book has the stem of a book.
bool shares_its_stem(std::string_view word) {
    constexpr std::string_view words[] = {"boka", "bokar", "bokas", "bokat", "bokad"};
    return std::ranges::find(words, word) != std::end(words);
}

using Phrases = std::map<std::string, Meaning, std::less<>>;

std::string joined(const std::vector<WordKey>& keys, std::size_t from, std::size_t count, std::string WordKey::*form) {
    std::string text;
    for (std::size_t i = from; i < from + count; ++i) text += keys[i].*form + ' ';
    return text;
}

void add_once(std::vector<std::string>& list, const std::string& item) {
    if (std::ranges::find(list, item) == list.end()) list.push_back(item);
}

class Dictionary {
public:
    Dictionary() {
        for (const auto& topic : taxonomy::terms(taxonomy::List::topic)) {
            for (const auto& word : topic.words) {
                add(word, [&](Meaning& meaning) { add_once(meaning.topics, topic.key); });
                beginnings_.emplace(base::fold(word), topic.key);
            }
        }
        for (const auto& kind : taxonomy::terms(taxonomy::List::place_kind)) {
            for (const auto& word : kind.words) {
                add(word, [&](Meaning& meaning) { add_once(meaning.place_kinds, kind.key); });
            }
        }
        // Understood, and about nothing in particular: "tid" is then no beginning of "tidning".
        for (const auto* phrase : {"boka tid", "boka en tid", "tidsbokning", "bestille time", "bestille en time"}) {
            add(phrase, [](Meaning&) {});
        }
        for (const auto& [wish, phrase] : wish_phrases) add(phrase, [&](Meaning& meaning) { meaning.wish = wish; });
    }

    const Meaning* find(const std::vector<WordKey>& keys, std::size_t from, std::size_t count) const {
        for (const auto form : {&WordKey::swedish, &WordKey::norwegian}) {
            const auto& phrases = form == &WordKey::swedish ? swedish_ : norwegian_;
            if (const auto found = phrases.find(joined(keys, from, count, form)); found != phrases.end()) return &found->second;
        }
        return nullptr;
    }

    std::vector<std::string> topics_beginning(const std::string& folded) const {
        std::vector<std::string> topics;
        for (auto at = beginnings_.lower_bound(folded); at != beginnings_.end() && at->first.starts_with(folded); ++at) {
            add_once(topics, at->second);
        }
        return topics;
    }

private:
    template <class F>
    void add(std::string_view phrase, F&& set) {
        const auto keys = keys_of(phrase);
        set(swedish_[joined(keys, 0, keys.size(), &WordKey::swedish)]);
        set(norwegian_[joined(keys, 0, keys.size(), &WordKey::norwegian)]);
        if (keys.size() != 2 || phrase.find('-') == phrase.npos) return;
        std::string one(phrase);
        std::erase(one, '-');
        const auto together = keys_of(one);
        set(swedish_[joined(together, 0, 1, &WordKey::swedish)]);
        set(norwegian_[joined(together, 0, 1, &WordKey::norwegian)]);
    }

    Phrases swedish_, norwegian_;
    std::multimap<std::string, std::string> beginnings_;
};

const Dictionary& dictionary() {
    static const Dictionary made;
    return made;
}

class Reader {
public:
    Reader(std::string_view text, bool typing) : typing_(typing) {
        for (auto& token : search::tokens(text)) {
            keys_.push_back(key_of(token.word));
            words_.push_back(std::move(token.word));
        }
        if (words_.size() > 24) {
            words_.resize(24);
            keys_.resize(24);
        }
        taken_.resize(words_.size());
    }

    Intent run() {
        for (auto count = std::min(longest_phrase, words_.size()); count > 0; --count) {
            for (std::size_t at = 0; at + count <= words_.size(); ++at) read(at, count);
        }
        read_tails();
        keep_words();
        if (intent_.topics.empty() && typing_ && !taken_.empty() && taken_.back() == Taken::no) read_beginning();
        prefer_narrow_topics();
        return std::move(intent_);
    }

private:
    void read(std::size_t at, std::size_t count) {
        for (auto i = at; i < at + count; ++i) {
            if (taken_[i] != Taken::no) return;
        }
        const auto* meaning = dictionary().find(keys_, at, count);
        if (!meaning) return;
        if (count == 1 && search::is_weak(words_[at]) && meaning->wish == Wish::none) return;
        if (count == 1 && shares_its_stem(words_[at])) return;
        for (auto i = at; i < at + count; ++i) taken_[i] = meaning->wish == Wish::none ? Taken::topic : Taken::wish;
        for (const auto& topic : meaning->topics) add_once(intent_.topics, topic);
        for (const auto& kind : meaning->place_kinds) add_once(intent_.place_kinds, kind);
        set(meaning->wish);
    }

    void set(Wish wish) {
        intent_.open_now |= wish == Wish::open_now;
        intent_.evening |= wish == Wish::evening;
        intent_.weekend |= wish == Wish::weekend;
        intent_.drop_in |= wish == Wish::drop_in;
        intent_.without_e_id |= wish == Wish::without_e_id;
    }

    /// "mobilhjälp" asks for mobile.
    void read_tails() {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if (taken_[i] != Taken::no) continue;
            for (const std::string_view tail : tails) {
                if (words_[i].size() < tail.size() + 3 || !words_[i].ends_with(tail)) continue;
                const std::vector keys{key_of(std::string_view(words_[i]).substr(0, words_[i].size() - tail.size()))};
                const auto* meaning = dictionary().find(keys, 0, 1);
                if (!meaning) continue;
                for (const auto& topic : meaning->topics) add_once(intent_.topics, topic);
            }
        }
    }

    void keep_words() {
        const bool all_weak = std::ranges::all_of(words_, [](const auto& word) { return search::is_weak(word); });
        intent_.understood = !words_.empty();
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if (taken_[i] == Taken::no && !search::is_weak(words_[i])) intent_.understood = false;
            if (taken_[i] == Taken::wish || (search::is_weak(words_[i]) && !all_weak)) continue;
            intent_.words.push_back(words_[i]);
            intent_.text += (intent_.text.empty() ? "" : " ") + words_[i];
        }
    }

    void read_beginning() {
        const auto folded = base::fold(words_.back());
        if (folded.size() >= 3 && !search::is_weak(words_.back())) intent_.topics = dictionary().topics_beginning(folded);
        if (intent_.topics.size() > 3) intent_.topics.resize(3);
    }

    /// Where a topic and its parent are both meant, the narrower says more.
    void prefer_narrow_topics() {
        const auto depth = [](const std::string& key) {
            const auto* topic = taxonomy::find(taxonomy::List::topic, key);
            return topic && topic->parent.empty() ? 1 : 0;
        };
        std::ranges::stable_sort(intent_.topics, {}, depth);
        if (!intent_.topics.empty() && depth(intent_.topics.front()) == 0) {
            std::erase_if(intent_.topics, [&](const auto& key) { return depth(key) == 1; });
        }
    }

    enum class Taken { no, topic, wish };

    bool typing_;
    std::vector<std::string> words_;
    std::vector<WordKey> keys_;
    std::vector<Taken> taken_;
    Intent intent_;
};

}  // namespace

WordKey key_of(std::string_view word) {
    return {base::fold(search::stem(word, "sv")), base::fold(search::stem(word, "nb"))};
}

std::vector<WordKey> keys_of(std::string_view text) {
    std::vector<WordKey> keys;
    for (const auto& token : search::tokens(text)) keys.push_back(key_of(token.word));
    return keys;
}

std::string text_for_index(const Intent& intent) {
    std::string text;
    for (const auto& word : intent.words) {
        if (!shares_its_stem(word)) text += (text.empty() ? "" : " ") + word;
    }
    return text;
}

bool Intent::has_topic(std::string_view key) const { return std::ranges::find(topics, key) != topics.end(); }

Intent read_intent(std::string_view text, bool typing) { return Reader(text, typing).run(); }

std::vector<std::string> topics_named(std::string_view text) { return Reader(text, false).run().topics; }

}  // namespace digilots::referral
