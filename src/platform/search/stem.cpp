#include <xapian.h>

#include <algorithm>

#include "platform/base/text.h"
#include "platform/search/words.h"

namespace digilots::search {
namespace {

// A stemmer is made in tens of microseconds and is not safe to share between threads.
struct Stemmers {
    Xapian::Stem swedish{"swedish"}, norwegian{"norwegian"}, english{"english"};

    const Xapian::Stem* of(std::string_view language) const {
        if (language == "nb") return &norwegian;
        if (language == "en") return &english;
        return nullptr;
    }
};

const Stemmers& stemmers() {
    static thread_local const Stemmers made;
    return made;
}

// Snowball's Swedish leaves the definite forms biblioteket, plattan, datorn as they are.
void strip_definite(std::string& word) {
    const auto ends = [&](std::string_view ending) { return word.ends_with(ending); };
    if (word.size() >= 6 && ends("et") && !ends("het")) {
        word.resize(word.size() - 2);
    } else if (word.size() >= 6 && (ends("an") || ends("orn") || ends("eln"))) {
        word.pop_back();
    }
}

// Until nothing changes: datorerna, datorer and dator meet only then.
std::string swedish_stem(std::string word) {
    for (int round = 0; round < 4; ++round) {
        auto shorter = word;
        strip_definite(shorter);
        shorter = stemmers().swedish(shorter);
        if (shorter == word || shorter.size() < 3) break;
        word = std::move(shorter);
    }
    return word;
}

bool strip_ending(std::string& word, std::string_view ending, std::size_t keep) {
    if (!word.ends_with(ending) || word.size() < ending.size() + keep) return false;
    word.resize(word.size() - ending.size());
    return true;
}

bool strip_beginning(std::string& word, std::string_view beginning, std::size_t keep) {
    if (!word.starts_with(beginning) || word.size() < beginning.size() + keep) return false;
    word.erase(0, beginning.size());
    return true;
}

/// The article and what is written together with it: "and", "by", "for". Again and again, as the hamza is folded away:
/// الإلكترونية and إلكترونية then begin with one "ال" more than they have.
void strip_article(std::string& word) {
    constexpr std::size_t three_letters = 6;
    constexpr std::string_view beginnings[] = {"وال", "بال", "فال", "كال", "لل", "ال", "و"};
    while (std::ranges::any_of(beginnings, [&](auto beginning) { return strip_beginning(word, beginning, three_letters); })) {
    }
}

/// A light stem: articles, "and", "by", possessive and plural endings go. A letter is two bytes.
std::string arabic_stem(std::string_view text) {
    constexpr std::size_t three_letters = 6, two_letters = 4;
    auto word = base::fold(text);
    strip_article(word);
    constexpr std::string_view endings[] = {"ها", "هم", "كم", "نا", "ات", "ين", "ون", "ان",
                                            "ية", "تي", "ة",  "ه",  "ي",  "ى",  "ت",  "ك"};
    for (const auto ending : endings) {
        if (strip_ending(word, ending, ending.size() > 2 ? three_letters : two_letters + 2)) break;
    }
    return word;
}

}  // namespace

std::vector<std::string_view> stem_languages_of(std::string_view word, std::string_view text_language) {
    if (is_arabic(word)) return {"ar"};
    if (text_language.empty()) return {"sv", "nb"};
    return {text_language};
}

std::string stem(std::string_view word, std::string_view language) {
    if (language == "sv") return swedish_stem(std::string(word));
    if (language == "ar") return arabic_stem(word);
    const auto* stemmer = stemmers().of(language);
    return stemmer ? (*stemmer)(std::string(word)) : std::string(word);
}

bool same_word(std::string_view one, std::string_view other) {
    if (one == other) return true;
    if (is_arabic(one) && is_arabic(other)) return stem(one, "ar") == stem(other, "ar");
    if (one.empty() || other.empty() || one.front() != other.front()) {
        return base::fold(one) == base::fold(other);
    }
    for (const auto* language : {"sv", "nb"}) {
        if (stem(one, language) == stem(other, language)) return true;
    }
    return base::fold(one) == base::fold(other);
}

}  // namespace digilots::search
