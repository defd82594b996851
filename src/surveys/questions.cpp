#include "surveys/questions.h"

#include <algorithm>
#include <array>

#include "platform/base/json.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"

namespace digilots::surveys {

namespace {

using base::Json, base::JsonWriter;

constexpr std::array<std::string_view, 6> words_of_kinds{"choice", "several", "scale", "number", "matrix", "text"};

void store_words(JsonWriter& json, const char* name, const Words& words) {
    if (words.empty()) return;
    json.key(name).begin_object();
    for (const auto& [language, text] : words) json.member(language, text);
    json.end_object();
}

void store_options(JsonWriter& json, const char* name, const std::vector<Option>& options) {
    if (options.empty()) return;
    json.key(name).begin_array();
    for (const auto& option : options) {
        json.begin_object().member("key", option.key);
        store_words(json, "label", option.label);
        json.end_object();
    }
    json.end_array();
}

void store_question(JsonWriter& json, const Question& question) {
    json.begin_object().member("key", question.key).member("kind", word_of(question.kind));
    store_words(json, "label", question.label);
    store_words(json, "help", question.help);
    if (question.is_required) json.member("required", true);
    store_options(json, "options", question.options);
    store_options(json, "lines", question.lines);
    if (question.kind == Kind::scale || question.kind == Kind::number)
        json.member("least", question.least).member("most", question.most);
    store_words(json, "lowest", question.lowest);
    store_words(json, "highest", question.highest);
    if (question.shown_if) {
        json.key("shown_if").begin_object();
        json.member("question", question.shown_if->question).member("value", question.shown_if->value).end_object();
    }
    if (!question.alone.empty()) json.member("alone", question.alone);
    if (!question.split.empty()) json.member("split", question.split);
    if (!question.theme.empty()) json.member("theme", question.theme);
    if (!question.source.empty()) json.member("source", question.source);
    if (question.keys_given > 0) json.member("keys_given", question.keys_given);
    json.member("since", question.since).end_object();
}

Words words_in(const Json& json) {
    Words words;
    for (const auto& [language, text] : json.members())
        if (text.is_string()) words[language] = std::string(text.text());
    return words;
}

std::vector<Option> options_in(const Json& json) {
    std::vector<Option> options;
    for (const auto& one : json.items()) options.push_back({std::string(one["key"].text()), words_in(one["label"])});
    return options;
}

std::optional<Question> question_in(const Json& json) {
    const auto kind = kind_of(json["kind"].text());
    if (!kind || json["key"].text().empty()) return std::nullopt;
    Question question{.key = std::string(json["key"].text()), .kind = *kind};
    question.label = words_in(json["label"]);
    question.help = words_in(json["help"]);
    question.is_required = json["required"].as_bool().value_or(false);
    question.options = options_in(json["options"]);
    question.lines = options_in(json["lines"]);
    question.least = json["least"].as_integer().value_or(question.least);
    question.most = json["most"].as_integer().value_or(question.most);
    question.lowest = words_in(json["lowest"]);
    question.highest = words_in(json["highest"]);
    if (const auto& shown = json["shown_if"]; shown.is_object())
        question.shown_if = Condition{std::string(shown["question"].text()), std::string(shown["value"].text())};
    question.alone = std::string(json["alone"].text());
    question.split = std::string(json["split"].text());
    question.theme = std::string(json["theme"].text());
    question.source = std::string(json["source"].text());
    question.since = static_cast<int>(json["since"].as_integer().value_or(1));
    question.keys_given = static_cast<int>(json["keys_given"].as_integer().value_or(0));
    return question;
}

std::vector<std::string> keys_of(const std::vector<Option>& options) {
    std::vector<std::string> keys;
    for (const auto& option : options) keys.push_back(option.key);
    return keys;
}

}  // namespace

Said said_in(const Words& words, std::string_view language, std::string_view first) {
    for (const auto& wanted : {std::string(language), std::string(first)})
        if (const auto found = words.find(wanted); found != words.end() && !found->second.empty())
            return {found->second, found->first};
    for (const auto& [of, text] : words)
        if (!text.empty()) return {text, of};
    return {"", std::string(language)};
}

std::string_view word_of(Kind kind) { return words_of_kinds[static_cast<std::size_t>(kind)]; }

std::optional<Kind> kind_of(std::string_view word) {
    const auto at = std::ranges::find(words_of_kinds, word);
    if (at == words_of_kinds.end()) return std::nullopt;
    return static_cast<Kind>(at - words_of_kinds.begin());
}

std::string Question::counted_as(std::string_view part) const { return key + std::string(part) + "@" + std::to_string(since); }

const Question* Definition::find(std::string_view key) const { return base::find_in(questions, key, &Question::key); }

std::string to_text(const Definition& definition) {
    JsonWriter json;
    json.begin_object();
    store_words(json, "title", definition.title);
    store_words(json, "introduction", definition.introduction);
    json.member("next_key", definition.next_key).key("questions").begin_array();
    for (const auto& question : definition.questions) store_question(json, question);
    json.end_array().end_object();
    return std::move(json).take();
}

std::optional<Definition> definition_of(std::string_view text) {
    const auto json = base::parse_json(text);
    if (!json || !json->is_object()) return std::nullopt;
    Definition definition{.title = words_in((*json)["title"]), .introduction = words_in((*json)["introduction"])};
    definition.next_key = static_cast<int>((*json)["next_key"].as_integer().value_or(1));
    for (const auto& one : (*json)["questions"].items()) {
        auto question = question_in(one);
        if (!question) return std::nullopt;
        definition.questions.push_back(*std::move(question));
    }
    return definition;
}

bool asks_the_same(const Question& one, const Question& other) {
    return one.key == other.key && one.kind == other.kind && one.label == other.label && one.least == other.least &&
           one.most == other.most && one.split == other.split && keys_of(one.options) == keys_of(other.options) &&
           one.options == other.options && one.lines == other.lines && one.shown_if == other.shown_if;
}

std::string gender_of(const Question& question, std::string_view value) {
    struct Named {
        std::string_view gender;
        std::vector<std::string_view> words;
    };
    static const std::vector<Named> all{
        {"women", {"women", "kvinna", "kvinnor", "kvinne", "kvinner", "woman", "female", "امرأة", "نساء", "أنثى"}},
        {"men", {"men", "man", "män", "mann", "menn", "male", "رجل", "رجال", "ذكر"}},
        {"girls", {"girls", "girl", "flicka", "flickor", "tjej", "tjejer", "jente", "jenter", "فتاة", "بنت"}},
        {"boys", {"boys", "boy", "pojke", "pojkar", "kille", "killar", "gutt", "gutter", "فتى", "ولد"}}};
    if (value.empty()) return "";
    for (const auto& one : all)
        if (one.gender == value) return std::string(value);
    const auto* option = base::find_in(question.options, value, &Option::key);
    if (option == nullptr) return "other";
    for (const auto& [language, label] : option->label) {
        auto text = base::lower(label);
        if (text.starts_with("a ")) text = text.substr(2);
        const auto first = text.substr(0, text.find_first_of(" ,/("));
        for (const auto& one : all)
            if (base::holds(one.words, std::string_view(first))) return std::string(one.gender);
    }
    return "other";
}

bool names_genders(const Question& question) {
    return std::ranges::count_if(question.options, [&](const Option& one) {
               return gender_of(question, one.key) != "other";
           }) >= 2;
}

int bands_of(const Question& question) {
    const auto values = question.most - question.least + 1;
    return static_cast<int>(std::min<std::int64_t>(values, most_bands));
}

int band_of(const Question& question, std::int64_t number) {
    const auto values = question.most - question.least + 1;
    const auto inside = std::clamp(number, question.least, question.most) - question.least;
    return static_cast<int>(inside * bands_of(question) / values);
}

std::pair<std::int64_t, std::int64_t> limits_of_band(const Question& question, int band) {
    const auto values = question.most - question.least + 1;
    const auto bands = static_cast<std::int64_t>(bands_of(question));
    // The first number whose band it is: the smallest i with i * bands / values == band.
    const auto first = (band * values + bands - 1) / bands;
    const auto next = ((band + 1) * values + bands - 1) / bands;
    return {question.least + first, question.least + next - 1};
}

}  // namespace digilots::surveys
