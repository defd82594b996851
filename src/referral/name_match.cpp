#include "referral/name_match.h"

#include <algorithm>
#include <array>

#include "platform/base/text.h"

namespace digilots::referral {
namespace {

/// Said in front of every errand.
bool is_filler(const std::string& word) {
    constexpr std::array<std::string_view, 18> fillers{
        "ansöka", "ansökan", "ansök", "anmäla", "anmälan", "söka", "beställa", "beställning", "digital", "digitalt", "kommun",
        "kommunen", "kommunens", "søke", "søknad", "bestille", "kommunale", "kommune"};
    return std::ranges::find(fillers, word) != fillers.end();
}

/// A compound's first or last part: "bygglov" in "bygglovsansökan", but not "skriv" in "beskrivning" nor "katt" in "skatt".
bool is_part(const std::string& root, const std::string& word, const std::string& word_root) {
    constexpr std::size_t shortest_before = 3;
    return word.starts_with(root) || (word_root.ends_with(root) && word_root.size() >= root.size() + shortest_before);
}

}  // namespace

std::vector<WantedWord> wanted_words(const Intent& intent) {
    std::vector<WantedWord> wanted;
    const bool only_fillers = std::ranges::all_of(intent.words, is_filler);
    for (const auto& word : intent.words) {
        if (!is_filler(word) || only_fillers) wanted.push_back({key_of(word), base::fold(word), false});
    }
    if (!wanted.empty()) wanted.back().last = true;
    return wanted;
}

double match(const WantedWord& wanted, const Name& name) {
    double best = 0;
    for (std::size_t i = 0; i < name.keys.size(); ++i) {
        if (name.keys[i] == wanted.key || name.folded[i] == wanted.folded) return 1;
        const auto& word = name.folded[i];
        const auto& root = wanted.key.swedish;
        if (wanted.last && wanted.folded.size() >= 3 && word.starts_with(wanted.folded)) best = std::max(best, 0.8);
        if (root.size() >= 4 && is_part(root, word, name.keys[i].swedish)) best = std::max(best, 0.7);
    }
    return best;
}

NameMatch match(const std::vector<WantedWord>& wanted, const Name& name) {
    if (wanted.empty() || name.keys.empty()) return {};
    double sum = 0;
    for (const auto& word : wanted) sum += match(word, name);
    return {sum / static_cast<double>(wanted.size()), std::min(1.0, sum / static_cast<double>(name.keys.size()))};
}

NameMatch match(const std::vector<WantedWord>& wanted, const Entry& entry) {
    NameMatch best;
    for (const auto& name : entry.names) {
        const auto found = match(wanted, name);
        const bool as_good = found.coverage == best.coverage;
        if (found.coverage > best.coverage || (as_good && found.precision > best.precision)) best = found;
    }
    return best;
}

}  // namespace digilots::referral
