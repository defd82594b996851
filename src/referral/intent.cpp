#include "referral/intent.h"

#include <algorithm>
#include <map>
#include <span>

#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/search/known_words.h"
#include "platform/search/words.h"
#include "referral/wishes.h"
#include "taxonomy/taxonomy.h"

namespace digilots::referral {
namespace {

constexpr std::size_t longest_phrase = 4, compound_length = 7;

struct Meaning { std::vector<std::string> topics, place_kinds; };

constexpr const char* tails[] = {"hjälpen", "hjälp", "hjelp", "handledning", "veiledning", "frågor", "kurs", "support"};

/// Words with the stem of another: to book is no book, what costs is no diet.
bool shares_its_stem(std::string_view word) {
    constexpr std::string_view words[] = {"boka",   "bokar",  "bokas",  "bokat", "bokad",  "kosta",   "kostar", "kostade",
                                          "kostat", "koste",  "koster", "kostet", "passa", "passar",  "passade", "passat",
                                          "passer", "posta",  "postar", "banka", "bankar", "laga",    "lagar",  "lagat"};
    return std::ranges::find(words, word) != std::end(words);
}

using Phrases = std::map<std::string, Meaning, std::less<>>;

std::string joined(const std::vector<WordKey>& keys, std::size_t from, std::size_t count, std::string WordKey::*form) {
    std::string text;
    for (std::size_t i = from; i < from + count; ++i) text += keys[i].*form + ' ';
    return text;
}

/// Phrases by the stems of their words, as Swedish and as Norwegian.
class PhraseBook {
public:
    template <class F>
    void add(std::string_view phrase, F&& set) {
        const auto keys = keys_of(phrase);
        if (keys.empty()) return;
        std::string plain;
        for (const auto& token : search::tokens(phrase)) plain += base::fold(token.word) + ' ';
        set(exactly_[plain]);
        set(swedish_[joined(keys, 0, keys.size(), &WordKey::swedish)]);
        set(norwegian_[joined(keys, 0, keys.size(), &WordKey::norwegian)]);
        if (keys.size() != 2 || phrase.find('-') == phrase.npos) return;
        std::string one(phrase);
        std::erase(one, '-');
        const auto together = keys_of(one);
        set(swedish_[joined(together, 0, 1, &WordKey::swedish)]);
        set(norwegian_[joined(together, 0, 1, &WordKey::norwegian)]);
    }

    const Meaning* find_exactly(const std::string& plain) const {
        const auto found = exactly_.find(plain);
        return found == exactly_.end() ? nullptr : &found->second;
    }

    const Meaning* find(const std::vector<WordKey>& keys, std::size_t from, std::size_t count) const {
        for (const auto form : {&WordKey::swedish, &WordKey::norwegian}) {
            const auto& phrases = form == &WordKey::swedish ? swedish_ : norwegian_;
            if (const auto found = phrases.find(joined(keys, from, count, form)); found != phrases.end()) return &found->second;
        }
        return nullptr;
    }

private:
    Phrases exactly_, swedish_, norwegian_;
};

WordKey english_key(std::string_view word) {
    auto root = base::fold(search::stem(word, "en"));
    return {root, root};
}

/// What the code lists say, and behind it what people say every day in any offered language.
class Dictionary {
public:
    Dictionary() {
        for (const auto& topic : taxonomy::terms(taxonomy::List::topic)) {
            for (const auto& word : topic.words) {
                lists_.add(word, [&](Meaning& meaning) { base::add_once(meaning.topics, topic.key); });
                beginnings_.emplace(base::fold(word), topic.key);
            }
        }
        for (const auto& kind : taxonomy::terms(taxonomy::List::place_kind)) {
            for (const auto& word : kind.words) {
                lists_.add(word, [&](Meaning& meaning) { base::add_once(meaning.place_kinds, kind.key); });
            }
        }
        // Understood, and about nothing in particular: "tid" is then no beginning of "tidning".
        for (const auto* phrase : {"boka tid", "boka en tid", "tidsbokning", "bestille time", "bestille en time"}) {
            lists_.add(phrase, [](Meaning&) {});
        }
        for (const auto& everyday : taxonomy::everyday_words()) add(everyday);
    }

    /// What a name may say: names are in the municipality's language and in the words of the code lists.
    const Meaning* find_listed(const std::vector<WordKey>& keys, std::size_t from, std::size_t count) const {
        return lists_.find(keys, from, count);
    }

    /// As it was written: "luren" is no "lurt".
    const Meaning* find_exactly(const std::string& plain) const {
        const auto* listed = lists_.find_exactly(plain);
        return listed ? listed : everyday_.find_exactly(plain);
    }

    const Meaning* find(const std::vector<WordKey>& keys, std::size_t from, std::size_t count) const {
        const auto* listed = lists_.find(keys, from, count);
        return listed ? listed : everyday_.find(keys, from, count);
    }

    const Meaning* find_english_exactly(const std::string& plain) const {
        const auto found = english_exactly_.find(plain);
        return found == english_exactly_.end() ? nullptr : &found->second;
    }

    const Meaning* find_english(const std::vector<WordKey>& keys, std::size_t from, std::size_t count) const {
        const auto found = english_.find(joined(keys, from, count, &WordKey::swedish));
        return found == english_.end() ? nullptr : &found->second;
    }

    std::vector<std::string> topics_beginning(const std::string& folded) const {
        std::vector<std::string> topics;
        for (auto at = beginnings_.lower_bound(folded); at != beginnings_.end() && at->first.starts_with(folded); ++at) {
            base::add_once(topics, at->second);
        }
        return topics;
    }

private:
    void add(const taxonomy::EverydayWords& everyday) {
        for (const auto& phrase : everyday.words) {
            const auto set = [&](Meaning& meaning) {
                const bool is_topic = everyday.list == taxonomy::List::topic;
                base::add_once(is_topic ? meaning.topics : meaning.place_kinds, std::string(everyday.key));
            };
            if (everyday.language != "en") {
                everyday_.add(phrase, set);
                continue;
            }
            std::vector<WordKey> keys;
            std::string plain;
            for (const auto& token : search::tokens(phrase)) {
                keys.push_back(english_key(token.word));
                plain += base::fold(token.word) + ' ';
            }
            set(english_exactly_[plain]);
            set(english_[joined(keys, 0, keys.size(), &WordKey::swedish)]);
        }
    }

    PhraseBook lists_, everyday_;
    Phrases english_, english_exactly_;
    std::multimap<std::string, std::string> beginnings_;
};

const Dictionary& dictionary() {
    static const Dictionary made;
    return made;
}

enum class Source { typed_question, question, name };

class Reader {
public:
    Reader(std::string_view text, Source source) : source_(source) {
        constexpr std::size_t most_words = 24;
        for (auto& token : search::tokens(text)) {
            if (words_.size() == most_words) break;
            keys_.push_back(key_of(token.word));
            if (source != Source::name) english_keys_.push_back(english_key(token.word));
            words_.push_back(std::move(token.word));
        }
        taken_.resize(words_.size());
    }

    Intent run() {
        read_wishes();
        read_times();
        read_phrases([&](std::size_t at, std::size_t count) { return nordic_meaning(at, count); });
        if (source_ != Source::name) read_english();
        read_tails();
        keep_words();
        const bool may_be_unfinished = source_ == Source::typed_question && !taken_.empty() && taken_.back() == Taken::no;
        if (intent_.topics.empty() && may_be_unfinished) read_beginning();
        prefer_narrow_topics();
        // "I have no BankID" is a question by itself; "building permit, I have no BankID" asks for something else.
        if (lacks_e_id_ && intent_.topics.empty() && intent_.place_kinds.empty()) intent_.topics.emplace_back("e_id");
        return std::move(intent_);
    }

private:
    enum class Taken { no, topic, wish };

    bool is_free(std::size_t at, std::size_t count) const {
        return std::all_of(taken_.begin() + static_cast<long>(at), taken_.begin() + static_cast<long>(at + count),
                           [](Taken taken) { return taken == Taken::no; });
    }

    void take(std::size_t at, std::size_t count, Taken as) {
        std::fill_n(taken_.begin() + static_cast<long>(at), count, as);
    }

    void read_wishes() {
        if (source_ == Source::name) return;
        for (auto count = std::min(longest_wish, words_.size()); count > 0; --count) {
            for (std::size_t at = 0; at + count <= words_.size(); ++at) {
                if (!is_free(at, count)) continue;
                auto phrase = words_[at];
                for (auto i = at + 1; i < at + count; ++i) phrase += ' ' + words_[i];
                const auto found = wish_of(phrase);
                if (found.wish == Wish::none) continue;
                take(at, count, Taken::wish);
                asks_when_ |= found.wish == Wish::open || found.wish == Wish::open_now;
                asks_open_ |= found.wish == Wish::open;
                set(found);
            }
        }
    }

    /// Days and hours only where somebody asks when it is open; a feast says it by itself.
    void read_times() {
        if (source_ == Source::name) return;
        const std::span<const std::string> words(words_);
        for (std::size_t at = 0; at < words_.size(); ++at) {
            const auto found = asks_when_ ? read_time(words.subspan(at)) : read_feast(words.subspan(at));
            if (!found || !is_free(at, found->words)) continue;
            take(at, found->words, Taken::wish);
            if (found->day) intent_.time.days.push_back(*found->day);
            if (found->hours) intent_.time.hours = found->hours;
        }
        note_unread_times();
        // "Open on Saturday" does not ask who is open now.
        if (asks_open_ && !intent_.time.any()) intent_.open_now = true;
    }

    void note_unread_times() {
        for (std::size_t at = 0; at < words_.size(); ++at) {
            const bool is_time = is_a_season(words_[at]) || (asks_when_ && may_be_a_time(words_[at]));
            if (taken_[at] != Taken::no || !is_time) continue;
            take(at, 1, Taken::wish);
            asks_open_ |= is_hours_of_a_season(words_[at]);
            intent_.unread_time += (intent_.unread_time.empty() ? "" : " ") + words_[at];
        }
    }

    void set(const WishMeaning& found) {
        intent_.open_now |= found.wish == Wish::open_now;
        intent_.only_now |= found.wish == Wish::open_now;
        intent_.time.today |= found.wish == Wish::today;
        intent_.time.tonight |= found.wish == Wish::tonight;
        intent_.time.evening |= found.wish == Wish::evening;
        intent_.time.weekend |= found.wish == Wish::weekend;
        intent_.time.tomorrow |= found.wish == Wish::tomorrow;
        if (found.wish == Wish::weekday) intent_.time.weekdays.set(static_cast<std::size_t>(found.weekday));
        intent_.drop_in |= found.wish == Wish::drop_in;
        intent_.without_e_id |= found.wish == Wish::without_e_id || found.wish == Wish::lacks_e_id;
        lacks_e_id_ |= found.wish == Wish::lacks_e_id;
    }

    const Meaning* nordic_meaning(std::size_t at, std::size_t count) const {
        if (source_ == Source::name) return dictionary().find_listed(keys_, at, count);
        std::string plain;
        for (auto i = at; i < at + count; ++i) plain += base::fold(words_[i]) + ' ';
        if (const auto* exactly = dictionary().find_exactly(plain)) return exactly;
        if (count == 1 && search::is_only_english(words_[at])) return nullptr;
        if (count == 1 && is_unfinished(at)) return nullptr;
        const auto* meaning = dictionary().find(keys_, at, count);
        if (!meaning) return nullptr;
        // A stem that only looks alike: "bills" are no "billett".
        const auto* english = dictionary().find_english_exactly(plain);
        return english ? english : meaning;
    }

    /// On its way to "skolplattform", though it has the stem of "skolplats". So long a word may be a compound of nobody's.
    bool is_unfinished(std::size_t at) const {
        if (source_ != Source::typed_question || at + 1 != words_.size()) return false;
        if (words_[at].size() < compound_length && search::is_known_word(words_[at])) return false;
        const auto* similar = dictionary().find(keys_, at, 1);
        return (!similar || similar->place_kinds.empty()) && !topics_begun(words_[at]).empty();
    }

    static std::vector<std::string> topics_begun(const std::string& word) {
        const auto folded = base::fold(word);
        // Three letters that are a word are finished: "bra" begins no "braskamin".
        const bool is_finished = folded.size() == 3 && search::is_known_word(word);
        if (is_finished || folded.size() < 3 || search::is_weak(word)) return {};
        return dictionary().topics_beginning(folded);
    }

    /// Only then in English: "rent" is clean in Swedish. Beside what was found, words that no Nordic language has.
    void read_english() {
        const bool nothing_yet = intent_.topics.empty() && intent_.place_kinds.empty();
        read_phrases([&](std::size_t at, std::size_t count) -> const Meaning* {
            const auto begin = words_.begin() + static_cast<long>(at);
            const bool is_english = std::all_of(begin, begin + static_cast<long>(count), search::is_only_english);
            return nothing_yet || is_english ? dictionary().find_english(english_keys_, at, count) : nullptr;
        });
    }

    /// The longest phrases first.
    template <class F>
    void read_phrases(F&& meaning_of) {
        for (auto count = std::min(longest_phrase, words_.size()); count > 0; --count) {
            for (std::size_t at = 0; at + count <= words_.size(); ++at) {
                const Meaning* meaning = is_free(at, count) ? meaning_of(at, count) : nullptr;
                if (meaning) read(*meaning, at, count);
            }
        }
    }

    void read(const Meaning& meaning, std::size_t at, std::size_t count) {
        if (count == 1 && (search::is_weak(words_[at]) || shares_its_stem(words_[at]))) return;
        take(at, count, Taken::topic);
        for (const auto& topic : meaning.topics) base::add_once(intent_.topics, topic);
        for (const auto& kind : meaning.place_kinds) base::add_once(intent_.place_kinds, kind);
    }

    /// "mobilhjälp" asks for mobile.
    void read_tails() {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if (taken_[i] != Taken::no) continue;
            for (const std::string_view tail : tails) {
                if (words_[i].size() < tail.size() + 3 || !words_[i].ends_with(tail)) continue;
                const std::vector keys{key_of(std::string_view(words_[i]).substr(0, words_[i].size() - tail.size()))};
                const auto* meaning = dictionary().find_listed(keys, 0, 1);
                if (!meaning) continue;
                for (const auto& topic : meaning->topics) base::add_once(intent_.topics, topic);
            }
        }
    }

    void keep_words() {
        const bool all_weak = std::ranges::all_of(words_, [](const auto& word) { return search::is_weak(word); });
        const auto says_nothing = [&](const auto& word) { return all_weak ? search::is_stop_word(word) : search::is_weak(word); };
        intent_.understood = !words_.empty();
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if (taken_[i] == Taken::no && !search::is_weak(words_[i])) intent_.understood = false;
            if (taken_[i] == Taken::wish || says_nothing(words_[i])) continue;
            intent_.words.push_back(words_[i]);
            intent_.text += (intent_.text.empty() ? "" : " ") + words_[i];
        }
    }

    void read_beginning() {
        intent_.topics = topics_begun(words_.back());
        if (intent_.topics.size() > 3) intent_.topics.resize(3);
        prefer_narrow_topics();
        intent_.half_typed = intent_.topics.size() > 1;
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

    Source source_;
    std::vector<std::string> words_;
    std::vector<WordKey> keys_, english_keys_;
    std::vector<Taken> taken_;
    bool asks_when_ = false, asks_open_ = false, lacks_e_id_ = false;
    Intent intent_;
};

}  // namespace

std::string text_for_index(const Intent& intent) {
    std::string text;
    for (const auto& word : intent.words) {
        if (!shares_its_stem(word)) text += (text.empty() ? "" : " ") + word;
    }
    return text;
}

bool Intent::has_topic(std::string_view key) const { return std::ranges::find(topics, key) != topics.end(); }

Intent read_intent(std::string_view text, bool typing) {
    return Reader(text, typing ? Source::typed_question : Source::question).run();
}

std::vector<std::string> topics_named(std::string_view text) { return Reader(text, Source::name).run().topics; }

}  // namespace digilots::referral
