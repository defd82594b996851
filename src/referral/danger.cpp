#include "referral/danger.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <functional>
#include <map>

#include "platform/base/embedded.h"
#include "platform/base/ensure.h"
#include "platform/base/text.h"
#include "platform/search/known_words.h"
#include "platform/search/words.h"

namespace digilots::referral {
namespace {

struct NamedKind {
    DangerKind kind;
    std::string_view name;
};

/// The gravest first.
constexpr std::array kinds{NamedKind{DangerKind::fire, "fire"},   NamedKind{DangerKind::suicide, "suicide"},
                           NamedKind{DangerKind::illness, "illness"}, NamedKind{DangerKind::child, "child"},
                           NamedKind{DangerKind::violence, "violence"}, NamedKind{DangerKind::fraud, "fraud"},
                           NamedKind{DangerKind::lost, "lost"}, NamedKind{DangerKind::suspected_fraud, "suspected_fraud"}};

std::optional<DangerKind> kind_named(std::string_view name) {
    const auto found = std::ranges::find(kinds, name, &NamedKind::name);
    return found == kinds.end() ? std::nullopt : std::optional(found->kind);
}

std::vector<std::vector<std::string_view>> rows_of(std::string_view file, std::size_t columns) {
    const auto content = base::embedded_file(file);
    ENSURE(content);
    std::vector<std::vector<std::string_view>> rows;
    for (const auto line : base::split(*content, '\n')) {
        if (line.empty() || line.starts_with('#')) continue;
        rows.push_back(base::split(line, ';'));
        ENSURE(rows.back().size() == columns);
    }
    return rows;
}

// ---- What was written ----

struct Written {
    std::string folded, arabic;     // arabic: its stem, "" of another script
    bool may_be_slip = false;       // no word of a language
};

/// Which letters occur, some of them together in one bit.
std::uint64_t letters_of(std::string_view word) {
    std::uint64_t letters = 0;
    for (const char letter : word) letters |= std::uint64_t{1} << (static_cast<unsigned char>(letter) & 63U);
    return letters;
}

struct Wanted {
    std::string folded, arabic;
    bool is_beginning = false;      // "självmord*"
    bool is_end = false;            // "*bedragare"; with is_beginning anywhere in a word
    std::uint64_t letters = letters_of(folded);

    bool is_slip_of(const std::string& written, std::uint64_t written_letters) const {
        constexpr std::size_t shortest = 6, two_slips_from = 10;
        if (folded.size() < shortest || !arabic.empty() || is_end) return false;
        const int slips = folded.size() < two_slips_from ? 1 : 2;
        // A slip takes one letter away at most; this answers for nearly all words, and cheaply.
        if (std::popcount(letters & ~written_letters) > slips) return false;
        if (!is_beginning) return search::edit_distance(written, folded, slips) <= slips;
        for (auto length = folded.size() - 1; length <= folded.size() + 1; ++length) {
            if (search::edit_distance(written.substr(0, length), folded, slips) <= slips) return true;
        }
        return false;
    }
};

/// Every wanted word once, found by the written words that fit it: a thousand phrases share two thousand words.
class Vocabulary {
public:
    using Id = std::size_t;

    Id id_of(Wanted wanted) {
        const Id fresh = words_.size();
        if (wanted.is_end) {
            ends_.push_back(fresh);
            words_.push_back(std::move(wanted));
            return fresh;
        }
        auto& forms = !wanted.arabic.empty() ? arabic_ : wanted.is_beginning ? beginnings_ : whole_;
        const auto [known, is_new] = forms.try_emplace(wanted.arabic.empty() ? wanted.folded : wanted.arabic, fresh);
        if (is_new) words_.push_back(std::move(wanted));
        return known->second;
    }

    std::size_t size() const { return words_.size(); }

    std::vector<Id> fitting(const Written& word) const {
        std::vector<Id> ids;
        const auto take = [&](const Forms& forms, std::string_view form) {
            if (const auto found = forms.find(form); found != forms.end()) ids.push_back(found->second);
        };
        if (!word.arabic.empty()) take(arabic_, word.arabic);
        take(whole_, word.folded);
        for (std::size_t length = 1; length <= word.folded.size(); ++length) {
            take(beginnings_, std::string_view(word.folded).substr(0, length));
        }
        for (const auto id : ends_) {
            const auto& wanted = words_[id];
            const auto at = word.folded.rfind(wanted.folded);
            const bool is_said = at != std::string::npos &&
                                 (wanted.is_beginning || at + wanted.folded.size() == word.folded.size());
            if (is_said) ids.push_back(id);
        }
        if (!word.may_be_slip) return ids;
        const auto letters = letters_of(word.folded);
        for (Id id = 0; id < words_.size(); ++id) {
            if (words_[id].is_slip_of(word.folded, letters)) ids.push_back(id);
        }
        return ids;
    }

private:
    using Forms = std::map<std::string, Id, std::less<>>;
    std::vector<Wanted> words_;
    Forms whole_, beginnings_, arabic_;
    std::vector<Id> ends_;          // few
};

struct Step {
    std::vector<Vocabulary::Id> any_of;
    bool at_the_end = false;        // "$": nothing more was written
    bool after_a_gap = false;
};

using Phrase = std::vector<Step>;

/// Words that stand for each other, by their name.
using WordSets = std::map<std::string_view, std::string_view>;

void add_words(Step& step, std::string_view joined, const WordSets& sets, Vocabulary& vocabulary) {
    for (auto choice : base::split(joined, '/')) {
        if (choice.starts_with('<')) {
            const auto set = sets.find(choice.substr(1, choice.size() - 2));
            ENSURE(choice.ends_with('>') && set != sets.end());
            add_words(step, set->second, {}, vocabulary);
        } else if (choice == "$") {
            step.at_the_end = true;
        } else {
            const bool is_beginning = choice.ends_with('*');
            if (is_beginning) choice.remove_suffix(1);
            const bool is_end = choice.starts_with('*');
            if (is_end) choice.remove_prefix(1);
            const bool arabic = search::is_arabic(choice);
            step.any_of.push_back(
                vocabulary.id_of({base::fold(choice), arabic ? search::stem(choice, "ar") : "", is_beginning, is_end}));
        }
    }
}

Phrase phrase_of(std::string_view text, const WordSets& sets, Vocabulary& vocabulary) {
    Phrase phrase;
    bool gap = false;
    for (const auto word : base::split(text, ' ')) {
        if (word.empty()) continue;
        if (word == "~") {
            gap = true;
            continue;
        }
        add_words(phrase.emplace_back(), word, sets, vocabulary);
        phrase.back().after_a_gap = gap;
        gap = false;
    }
    // By its first words it is found.
    ENSURE(!phrase.empty() && !phrase.front().any_of.empty() && !phrase.front().after_a_gap);
    return phrase;
}

struct DangerPhrases {
    Vocabulary vocabulary;
    std::vector<Phrase> harmless;
    std::map<DangerKind, std::vector<Phrase>> harmless_as, of;
    /// By kind, then by word: the phrases that begin with it.
    std::map<DangerKind, std::vector<std::vector<const Phrase*>>> beginning_with;
};

void find_by_first_words(DangerPhrases& all) {
    for (const auto& [kind, phrases] : all.of) {
        auto& by_word = all.beginning_with[kind];
        by_word.resize(all.vocabulary.size());
        for (const auto& phrase : phrases) {
            for (const auto id : phrase.front().any_of) by_word[id].push_back(&phrase);
        }
    }
}

/// "fraud", "none", or "none:violence": what is no violence, and may be another danger.
std::vector<Phrase>& list_named(std::string_view name, DangerPhrases& all) {
    constexpr std::string_view harmless = "none", harmless_as = "none:";
    if (name == harmless) return all.harmless;
    const bool is_harmless_as = name.starts_with(harmless_as);
    if (is_harmless_as) name.remove_prefix(harmless_as.size());
    const auto kind = kind_named(name);
    ENSURE(kind);
    return is_harmless_as ? all.harmless_as[*kind] : all.of[*kind];
}

DangerPhrases read_phrases() {
    DangerPhrases made;
    const auto rows = rows_of("data/danger_phrases.csv", 3);
    WordSets sets;
    for (const auto& row : rows) {
        if (row[0] == "set") sets[row[1]] = row[2];
    }
    for (const auto& row : rows) {
        if (row[0] == "set") continue;
        auto& list = list_named(row[0], made);
        for (const auto text : base::split(row[2], '|')) list.push_back(phrase_of(text, sets, made.vocabulary));
    }
    find_by_first_words(made);
    return made;
}

const DangerPhrases& phrases() {
    static const DangerPhrases made = read_phrases();
    return made;
}

class Question {
public:
    explicit Question(std::string_view text) {
        constexpr std::size_t most_words = 40;
        for (const auto& token : search::tokens(text)) {
            if (fitting_.size() == most_words) break;
            const bool arabic = search::is_arabic(token.word);
            fitting_.push_back(phrases().vocabulary.fitting({base::fold(token.word), arabic ? search::stem(token.word, "ar") : "",
                                                             !arabic && token.word.size() >= 5 &&
                                                                 !search::is_known_word(token.word)}));
            auto& fits = fits_.emplace_back(phrases().vocabulary.size());
            for (const auto id : fitting_.back()) fits[id] = true;
        }
        harmless_.resize(fitting_.size());
        note_harmless(phrases().harmless);
    }

    bool says(DangerKind kind) const {
        const auto other = phrases().harmless_as.find(kind);
        if (other == phrases().harmless_as.end()) return is_said(kind);
        auto without = *this;
        without.note_harmless(other->second);
        return without.is_said(kind);
    }

private:
    void note_harmless(const std::vector<Phrase>& all) {
        for (const auto& phrase : all) {
            for (const auto at : find(phrase)) harmless_[at] = true;
        }
    }

    bool is_said(DangerKind kind) const {
        const auto found = phrases().beginning_with.find(kind);
        if (found == phrases().beginning_with.end()) return false;
        for (std::size_t at = 0; at < fitting_.size(); ++at) {
            for (const auto id : fitting_[at]) {
                const auto stands_here = [&](const Phrase* phrase) { return !match(*phrase, at).empty(); };
                if (std::ranges::any_of(found->second[id], stands_here)) return true;
            }
        }
        return false;
    }

    /// Where the phrase's words stand; empty where it is not said, or was said in a harmless way.
    std::vector<std::size_t> find(const Phrase& phrase) const {
        for (std::size_t start = 0; start < fitting_.size(); ++start) {
            if (auto places = match(phrase, start); !places.empty()) return places;
        }
        return {};
    }

    std::vector<std::size_t> match(const Phrase& phrase, std::size_t start) const {
        constexpr std::size_t longest_gap = 3;
        std::vector<std::size_t> places;
        auto at = start;
        for (const auto& step : phrase) {
            const auto last = step.after_a_gap ? at + longest_gap : at;
            while (at < fitting_.size() && at < last && !fits(step, at)) ++at;
            if (!fits(step, at)) return {};
            places.push_back(at++);
        }
        if (places.back() == fitting_.size()) places.pop_back();
        return places;
    }

    bool fits(const Step& step, std::size_t at) const {
        if (at >= fitting_.size()) return at == fitting_.size() && step.at_the_end;
        return !harmless_[at] && std::ranges::any_of(step.any_of, [&](const auto id) { return fits_[at][id]; });
    }

    std::vector<std::vector<Vocabulary::Id>> fitting_;      // of each word: the wanted words that it is
    std::vector<std::vector<bool>> fits_;                   // the same by wanted word
    std::vector<bool> harmless_;
};

// ---- Whom to ring ----

struct NumberRow {
    std::string_view country, number, name;
    DangerKind kind;
    std::map<std::string_view, std::string_view> about;     // language → when to ring
};

const std::vector<NumberRow>& numbers() {
    static const std::vector<NumberRow> made = [] {
        std::vector<NumberRow> result;
        for (const auto& row : rows_of("data/danger_numbers.csv", 10)) {
            const auto kind = kind_named(row[1]);
            ENSURE(kind);
            result.push_back({row[0], row[2], row[3], *kind, {{"sv", row[4]}, {"nb", row[5]}, {"en", row[6]}, {"ar", row[7]}}});
        }
        return result;
    }();
    return made;
}

i18n::Text title_of(DangerKind kind) {
    switch (kind) {
        case DangerKind::fire: return TEXT("If there is a fire");
        case DangerKind::suicide: return TEXT("You are not alone");
        case DangerKind::illness: return TEXT("If somebody is acutely ill or hurt");
        case DangerKind::child: return TEXT("If a child is in danger");
        case DangerKind::violence: return TEXT("If somebody hurts or threatens you");
        case DangerKind::fraud: return TEXT("If you have been deceived");
        case DangerKind::lost: return TEXT("If a card, wallet or phone is lost or stolen");
        case DangerKind::suspected_fraud: return TEXT("This may be fraud");
    }
    return TEXT("");
}

i18n::Text advice_of(DangerKind kind) {
    switch (kind) {
        case DangerKind::fire: return TEXT("Get out, warn others and ring.");
        case DangerKind::suicide:
            return TEXT("There are people who want to listen now. Ring them, also if you worry about somebody else.");
        case DangerKind::illness: return TEXT("Ring at once. Whoever answers tells you what to do.");
        case DangerKind::child: return TEXT("Ring, also if you are not sure. A child may ring too.");
        case DangerKind::violence: return TEXT("It is not your fault, and there is help. You may ring also if you are not sure.");
        case DangerKind::fraud:
            return TEXT("Ring your bank at once and have cards, accounts and BankID blocked. The number stands on your card. "
                        "Do not use a number that the caller gave you.");
        case DangerKind::lost:
            return TEXT("Ring your bank at once and have the card and BankID blocked. The bank answers day and night; look the "
                        "number up on the bank's own page. Of a phone, have the operator block the number as well.");
        case DangerKind::suspected_fraud:
            return TEXT("Do not click on links, do not log in and tell nobody your codes. Ring the bank or the authority on a "
                        "number that you look up yourself. If you have already told a code, ring your bank at once.");
    }
    return TEXT("");
}

}  // namespace

std::string_view name_of(DangerKind kind) { return std::ranges::find(kinds, kind, &NamedKind::kind)->name; }

std::optional<DangerKind> danger_in(std::string_view question) {
    if (question.empty()) return std::nullopt;
    const Question read(question);
    for (const auto& [kind, name] : kinds) {
        if (read.says(kind)) return kind;
    }
    return std::nullopt;
}

Danger danger_card(DangerKind kind, std::string_view country, const i18n::Translator& translator) {
    Danger danger{kind, translator.t(title_of(kind)), translator.t(advice_of(kind)), {}};
    for (const auto& row : numbers()) {
        if (row.country != country || row.kind != kind) continue;
        const auto about = row.about.find(translator.language().code);
        danger.numbers.push_back({std::string(row.number), std::string(row.name),
                                  std::string(about == row.about.end() ? row.about.at("en") : about->second)});
    }
    return danger;
}

std::vector<Danger> all_dangers(std::string_view country, const i18n::Translator& translator) {
    std::vector<Danger> all;
    for (const auto& [kind, name] : kinds) all.push_back(danger_card(kind, country, translator));
    return all;
}

std::string_view danger_phrases() { return base::embedded_file("data/danger_phrases.csv").value_or(""); }

}  // namespace digilots::referral
