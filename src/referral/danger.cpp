#include "referral/danger.h"

#include <algorithm>
#include <array>
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
                           NamedKind{DangerKind::suspected_fraud, "suspected_fraud"}};

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

struct Wanted {
    std::string folded, arabic;
    bool is_beginning = false;      // "självmord*"
    bool is_end = false;            // "$": nothing more was written

    bool fits(const Written& word) const {
        if (!arabic.empty()) return arabic == word.arabic;
        if (is_beginning ? word.folded.starts_with(folded) : word.folded == folded) return true;
        return word.may_be_slip && is_slip_of(word.folded);
    }

private:
    bool is_slip_of(const std::string& written) const {
        constexpr std::size_t shortest = 6, two_slips_from = 10;
        if (folded.size() < shortest) return false;
        const int slips = folded.size() < two_slips_from ? 1 : 2;
        if (!is_beginning) return search::edit_distance(written, folded, slips) <= slips;
        for (auto length = folded.size() - 1; length <= folded.size() + 1; ++length) {
            if (search::edit_distance(written.substr(0, length), folded, slips) <= slips) return true;
        }
        return false;
    }
};

struct Step {
    std::vector<Wanted> any_of;
    bool after_a_gap = false;
};

using Phrase = std::vector<Step>;

/// Words that stand for each other, by their name.
using WordSets = std::map<std::string_view, std::string_view>;

std::vector<Wanted> words_wanted(std::string_view joined, const WordSets& sets) {
    std::vector<Wanted> wanted;
    for (auto choice : base::split(joined, '/')) {
        if (choice.starts_with('<')) {
            const auto set = sets.find(choice.substr(1, choice.size() - 2));
            ENSURE(choice.ends_with('>') && set != sets.end());
            for (auto& word : words_wanted(set->second, {})) wanted.push_back(std::move(word));
            continue;
        }
        const bool is_beginning = choice.ends_with('*');
        if (is_beginning) choice.remove_suffix(1);
        const bool arabic = search::is_arabic(choice);
        wanted.push_back({base::fold(choice), arabic ? search::stem(choice, "ar") : "", is_beginning, choice == "$"});
    }
    return wanted;
}

Phrase phrase_of(std::string_view text, const WordSets& sets) {
    Phrase phrase;
    bool gap = false;
    for (const auto word : base::split(text, ' ')) {
        if (word.empty()) continue;
        if (word == "~") {
            gap = true;
            continue;
        }
        phrase.push_back({words_wanted(word, sets), gap});
        gap = false;
    }
    ENSURE(!phrase.empty());
    return phrase;
}

struct DangerPhrases {
    std::vector<Phrase> harmless;
    std::map<DangerKind, std::vector<Phrase>> of;
};

const DangerPhrases& phrases() {
    static const DangerPhrases made = [] {
        DangerPhrases result;
        const auto rows = rows_of("data/danger_phrases.csv", 3);
        WordSets sets;
        for (const auto& row : rows) {
            if (row[0] == "set") sets[row[1]] = row[2];
        }
        for (const auto& row : rows) {
            if (row[0] == "set") continue;
            const auto kind = kind_named(row[0]);
            ENSURE(kind || row[0] == "none");
            auto& list = kind ? result.of[*kind] : result.harmless;
            for (const auto text : base::split(row[2], '|')) list.push_back(phrase_of(text, sets));
        }
        return result;
    }();
    return made;
}

class Question {
public:
    explicit Question(std::string_view text) {
        constexpr std::size_t most_words = 40;
        for (const auto& token : search::tokens(text)) {
            if (words_.size() == most_words) break;
            const bool arabic = search::is_arabic(token.word);
            words_.push_back({base::fold(token.word), arabic ? search::stem(token.word, "ar") : "",
                              !arabic && token.word.size() >= 5 && !search::is_known_word(token.word)});
        }
        harmless_.resize(words_.size());
        for (const auto& phrase : phrases().harmless) {
            for (const auto at : find(phrase)) harmless_[at] = true;
        }
    }

    bool says(const Phrase& phrase) const { return !find(phrase).empty(); }

private:
    /// Where the phrase's words stand; empty where it is not said, or was said in a harmless way.
    std::vector<std::size_t> find(const Phrase& phrase) const {
        for (std::size_t start = 0; start < words_.size(); ++start) {
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
            while (at < words_.size() && at < last && !fits(step, at)) ++at;
            if (!fits(step, at)) return {};
            places.push_back(at++);
        }
        if (places.back() == words_.size()) places.pop_back();
        return places;
    }

    bool fits(const Step& step, std::size_t at) const {
        if (at >= words_.size()) return at == words_.size() && std::ranges::any_of(step.any_of, &Wanted::is_end);
        return !harmless_[at] && std::ranges::any_of(step.any_of, [&](const Wanted& wanted) { return wanted.fits(words_[at]); });
    }

    std::vector<Written> words_;
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
    const Question asked(question);
    for (const auto& [kind, name] : kinds) {
        const auto found = phrases().of.find(kind);
        if (found == phrases().of.end()) continue;
        if (std::ranges::any_of(found->second, [&](const Phrase& phrase) { return asked.says(phrase); })) return kind;
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

}  // namespace digilots::referral
