// What a goal can be counted from: a figure with its limits, or a share of two.
#include <algorithm>
#include <array>

#include "goals/implementation.h"
#include "platform/base/lists.h"
#include "platform/html/writer.h"
#include "platform/http/target.h"

namespace digilots::goals {

namespace {

constexpr std::string_view share_of = "share";
/// What the statistics say beside a question, and a goal does not.
constexpr std::array said_beside{"measure", "period", "from", "to", "by", "compare", "target", "topic_level", "share"};

/// Both directions: of the part its whole, of the whole its part.
const KnownShare* known_share(const Goals::Implementation& self, std::string_view measure, std::string_view share) {
    for (const auto& one : self.shares)
        if ((one.part == measure && one.whole == share) || (one.whole == measure && one.part == share)) return &one;
    return nullptr;
}

}  // namespace

CountedFrom counted_from(const Goals::Implementation& self, const std::string& question) {
    const auto fields = http::read_urlencoded(question);
    if (!fields) return {};
    CountedFrom from{.measure = measures::find_measure(self.measures, fields->get("measure"))};
    if (from.measure == nullptr) return {};
    if (fields->has(share_of)) {
        const auto* known = known_share(self, from.measure->key, fields->get(share_of));
        from.whole = known ? measures::find_measure(self.measures, known->whole) : nullptr;
        from.measure = known ? measures::find_measure(self.measures, known->part) : nullptr;
        if (from.whole == nullptr || from.measure == nullptr) return {};
        from.stated = known->stated;
    }
    for (const auto& [name, value] : fields->pairs) {
        if (name == "measure" || name == share_of) continue;
        if (from.measure->find(name) == nullptr || (from.whole && from.whole->find(name) == nullptr)) return {};
        from.where[name] = value;
    }
    return from;
}

std::string question_for_goal(const Goals::Implementation& self, const std::string& question) {
    const auto fields = http::read_urlencoded(question);
    const auto* measure = fields ? measures::find_measure(self.measures, fields->get("measure")) : nullptr;
    if (measure == nullptr || measure->see != http::Role::guide) return "";
    std::string text = "measure=" + measure->key;
    if (const auto share = fields->get(share_of); !share.empty()) {
        const auto* known = known_share(self, measure->key, share);
        if (known == nullptr) return "";
        text = "measure=" + known->part + "&" + std::string(share_of) + "=" + known->whole;
    }
    for (const auto& [name, value] : fields->pairs) {
        const bool is_beside = std::ranges::find(said_beside, name) != said_beside.end();
        if (!is_beside) text += "&" + name + "=" + html::url_encode(value);
    }
    // What the figure does not know cannot be kept, and is not lost without a word.
    return counted_from(self, text).measure == nullptr ? "" : text;
}

std::string counted_from_in_words(const CountedFrom& from, std::string_view municipality, const i18n::Translator& words) {
    auto text = words.t(from.measure->title);
    if (from.whole != nullptr)
        text = words.t(TEXT("{part}, as a share of: {whole}"), {{"part", text}, {"whole", words.t(from.whole->title)}});
    for (const auto& [dimension, key] : from.where)
        text += " · " + measures::dimension_title(*from.measure, dimension, words) + ": " +
                measures::dimension_label(*from.measure, dimension, key, municipality, words);
    return text;
}

namespace {

/// Shares of two figures that every colleague may see.
void offer_shares(const Goals::Implementation& self, const register_::Surroundings& around,
                  std::vector<register_::Choice>& choices) {
    for (const auto& one : self.shares) {
        const auto key = question_for_goal(self, "measure=" + one.part + "&" + std::string(share_of) + "=" + one.whole);
        if (key.empty() || base::find_in(choices, key, &register_::Choice::key)) continue;
        choices.push_back({.key = key,
                           .label = counted_from_in_words(counted_from(self, key), around.municipality_id, *around.words),
                           .group = around.t(TEXT("Shares of two figures"))});
    }
}

}  // namespace

register_::Choices choices_of_counting(const Goals::Implementation& self) {
    return [&self](const register_::Surroundings& around) {
        std::vector<register_::Choice> choices;
        if (self.saved)
            for (const auto& [name, question] : self.saved(around.municipality_id)) {
                const auto key = question_for_goal(self, question);
                if (!key.empty() && !base::find_in(choices, key, &register_::Choice::key))
                    choices.push_back({.key = key, .label = name, .group = around.t(TEXT("Saved figures"))});
            }
        for (const auto& measure : self.measures) {
            const auto key = "measure=" + measure.key;
            if (measure.see == http::Role::guide && !base::find_in(choices, key, &register_::Choice::key))
                choices.push_back({.key = key, .label = around.t(measure.title), .group = around.t(TEXT("All figures"))});
        }
        offer_shares(self, around, choices);
        if (self.surveys.questions)
            for (auto& one : self.surveys.questions(around)) choices.push_back(std::move(one));
        // What a goal is counted from stays to be read, also where nobody has saved it.
        if (around.record != nullptr)
            if (const auto stands = around.record->text("counted_from");
                !stands.empty() && !base::find_in(choices, stands, &register_::Choice::key))
                if (const auto from = counted_from(self, stands); from.measure != nullptr)
                    choices.push_back(
                        {.key = stands, .label = counted_from_in_words(from, around.municipality_id, *around.words)});
        return choices;
    };
}

}  // namespace digilots::goals
