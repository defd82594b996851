#include "tasks/sentences.h"

#include "platform/base/json.h"
#include "platform/i18n/fill.h"

namespace digilots::tasks {

std::string words_of(std::string_view english, const std::vector<std::pair<std::string, std::string>>& facts,
                     const i18n::Translator& words) {
    std::vector<i18n::Argument> arguments;
    for (const auto& [fact, value] : facts) {
        const auto day = base::parse_date(value);
        arguments.emplace_back(fact, day ? words.date(*day) : value);
    }
    return i18n::filled(words.t(english), arguments, words.language());
}

std::string stored_form(const std::vector<Sentence>& sentences) {
    if (sentences.empty()) return "";
    base::JsonWriter json;
    json.begin_array();
    for (const auto& sentence : sentences) {
        json.begin_array().value(sentence.text.id).begin_object();
        for (const auto& [fact, value] : sentence.facts) json.key(fact).value(value);
        json.end_object().end_array();
    }
    json.end_array();
    return std::move(json).take();
}

std::vector<std::string> words_of_stored(std::string_view stored, const i18n::Translator& words) {
    std::vector<std::string> sentences;
    if (stored.empty()) return sentences;
    const auto parsed = base::parse_json(stored);
    if (!parsed) return sentences;
    for (const auto& sentence : parsed->items()) {
        if (sentence.items().size() != 2) continue;
        std::vector<std::pair<std::string, std::string>> facts;
        for (const auto& [fact, value] : sentence.items()[1].members()) facts.emplace_back(fact, value.text());
        sentences.push_back(words_of(sentence.items()[0].text(), facts, words));
    }
    return sentences;
}

}  // namespace digilots::tasks
