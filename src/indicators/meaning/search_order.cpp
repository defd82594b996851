#include "indicators/meaning/search_order.h"

#include <algorithm>

#include "indicators/figures/shipped.h"
#include "platform/base/text.h"

namespace digilots::indicators {
namespace {

constexpr double whole_word = 3, beginning = 2.6, inside = 2;   // of a title's word
constexpr double in_area = 0.5, up_to_date = 2, municipal = 1.5, chosen = 0.6, whole_municipality = 0.4;
constexpr double first_word = 0.4;                              // falling with the place in the title
constexpr double brief = 1, few_words = 5;                      // what says little else is about the word
constexpr std::size_t longest_ending = 3;                       // "tjänst" is also "tjänster", "tjänsten"

bool is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '-' || byte < 0;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words(1);
    for (const char byte : base::fold(text)) {
        if (is_letter(byte)) {
            words.back() += byte;
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

double fit(const std::string& word, const std::string& wanted) {
    // "e-tjänster" is asked for, "e-tjänst" is in the title: the beginning without an ending.
    const auto root = std::string_view(wanted).substr(0, wanted.size() > 6 ? wanted.size() - 2 : wanted.size());
    if (word == wanted) return whole_word;
    if (word.starts_with(root)) return word.size() <= root.size() + longest_ending ? whole_word : beginning;
    return wanted.size() >= 4 && word.find(root) != std::string::npos ? inside : 0;
}

double points_of_title(const std::vector<std::string>& title, const std::vector<std::string>& wanted) {
    double points = 0;
    for (const auto& one : wanted) {
        double best = 0;
        for (std::size_t at = 0; at < title.size(); ++at) {
            const double here = fit(title[at], one);
            if (here > 0) best = std::max(best, here + first_word / static_cast<double>(at + 1));
        }
        points += best;
    }
    if (points > 0) points += brief * few_words / std::max(few_words, static_cast<double>(title.size()));
    return points / static_cast<double>(std::max<std::size_t>(1, wanted.size()));
}

/// Kolada numbers what regions answer for from 60000 to 79999.
bool is_of_regions(const Indicator& one) {
    return one.source == "kolada" && one.id.size() == 6 && (one.id[1] == '6' || one.id[1] == '7');
}

double points_of(const Indicator& one, const std::vector<std::string>& wanted) {
    double points = 0;
    for (const auto* title : {&one.title_sv, &one.title_nb, &one.title_en})
        points = std::max(points, points_of_title(words_of(*title), wanted));
    if (points_of_title(words_of(one.operating_area), wanted) > 0) points += in_area;
    if (!one.retired) points += up_to_date;
    if (!is_of_regions(one)) points += municipal;
    if (find_shipped(one.id)) points += chosen;
    // Kolada's U: asked of single schools, homes and desks.
    if (!one.id.starts_with('U')) points += whole_municipality;
    return points;
}

}  // namespace

std::vector<Indicator> in_order(std::vector<Indicator> found, std::string_view words) {
    const auto wanted = words_of(words);
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t at = 0; at < found.size(); ++at) order.emplace_back(-points_of(found[at], wanted), at);
    std::ranges::stable_sort(order, {}, &std::pair<double, std::size_t>::first);
    std::vector<Indicator> sorted;
    for (const auto& [points, at] : order) sorted.push_back(std::move(found[at]));
    return sorted;
}

}  // namespace digilots::indicators
