#include "progress/wheel_json.h"

#include <algorithm>

namespace digilots::progress {

namespace {

using base::Json;
using base::JsonWriter;
using indicators::word_of;

enum class Keep { answer, picture };

void write_indicator(JsonWriter& json, const WheelIndicator& one, const i18n::Translator& translator, Keep keep) {
    const auto& standing = one.standing;
    json.begin_object();
    json.member("id", one.indicator.id).member("title", one.indicator.title(translator));
    json.member("unit", one.indicator.unit).member("direction", word_of(standing.direction));
    json.member("value", standing.value).key("year");
    standing.year > 0 ? json.value(standing.year) : json.null();
    json.member("gender", word_of(standing.gender)).key("missing");
    standing.value ? json.null() : json.value(word_of(standing.missing));
    json.key("rank");
    standing.rank > 0 ? json.value(standing.rank) : json.null();
    json.member("n", standing.n).member("green_limit", standing.green_limit);
    json.member("red_limit", standing.red_limit).member("colour", word_of(standing.colour)).key("previous");
    if (standing.previous) {
        json.begin_object().member("year", standing.previous->year).member("value", standing.previous->value);
        json.member("colour", word_of(standing.previous->colour)).end_object();
    } else {
        json.null();
    }
    json.member("women", standing.women).member("men", standing.men);
    if (keep == Keep::picture) json.member("source", one.indicator.source);
    if (one.indicator.made_up) json.member("made_up", true);
    json.end_object();
}

void write_target(JsonWriter& json, const WheelTarget& target, const i18n::Translator& translator,
                  Keep keep) {
    json.begin_object().member("target", target.target->id);
    json.member("title", target.target->title(translator)).member("colour", word_of(target.colour()));
    json.key("leading");
    target.indicators.empty() ? json.null() : json.value(target.indicators.front().indicator.id);
    if (keep == Keep::picture) json.member("why", target.why);
    json.key("indicators").begin_array();
    for (const auto& one : target.indicators) write_indicator(json, one, translator, keep);
    json.end_array().end_object();
}

void write_own_goal(JsonWriter& json, const OwnGoal& goal, Keep keep) {
    json.begin_object().member("key", goal.key).member("title", goal.title);
    if (keep == Keep::picture) json.member("number", goal.number).member("colour", goal.colour);
    json.key("targets").begin_array();
    for (const auto& target : goal.targets) json.value(target);
    json.end_array().end_object();
}

std::string write(const Wheel& wheel, const i18n::Translator& translator, Keep keep) {
    JsonWriter json;
    json.begin_object().member("municipality", wheel.municipality).key("year");
    wheel.year > 0 ? json.value(wheel.year) : json.null();
    json.member("group", wheel.group.key);
    if (keep == Keep::picture) json.member("proposal", wheel.is_proposal);
    json.key("goals").begin_array();
    for (const auto& goal : wheel.goals) {
        json.begin_object().member("goal", goal.goal->number).member("title", goal.goal->title(translator));
        json.key("targets").begin_array();
        for (const auto& target : goal.targets) write_target(json, target, translator, keep);
        json.end_array().end_object();
    }
    json.end_array().key("local_goals").begin_array();
    for (const auto& goal : wheel.own_goals) write_own_goal(json, goal, keep);
    json.end_array().end_object();
    return std::move(json).take();
}

template <class Word>
Word read_word(const Json& json, std::initializer_list<Word> words, Word otherwise) {
    for (const Word word : words) {
        if (json.text() == word_of(word)) return word;
    }
    return otherwise;
}

int read_int(const Json& json) {
    return static_cast<int>(json.as_integer().value_or(0));
}

indicators::Colour read_colour(const Json& json) {
    using enum indicators::Colour;
    return read_word(json, {green, yellow, red}, unknown);
}

WheelIndicator read_indicator(const Json& json) {
    WheelIndicator one;
    one.indicator.id = json["id"].text();
    one.indicator.title_sv = one.indicator.title_nb = one.indicator.title_en = json["title"].text();
    one.indicator.unit = json["unit"].text();
    one.indicator.source = json["source"].text();
    one.indicator.made_up = json["made_up"].as_bool().value_or(false);
    auto& standing = one.standing;
    standing.direction =
        indicators::direction_of(json["direction"].text()).value_or(indicators::Direction::neither);
    standing.value = json["value"].as_number();
    standing.year = read_int(json["year"]);
    standing.gender = indicators::gender_of(json["gender"].text()).value_or(indicators::Gender::total);
    using enum indicators::Missing;
    standing.missing =
        standing.value ? none
                       : read_word(json["missing"], {not_applicable, secret, not_published}, not_reported);
    standing.rank = read_int(json["rank"]);
    standing.n = read_int(json["n"]);
    standing.green_limit = json["green_limit"].as_number();
    standing.red_limit = json["red_limit"].as_number();
    standing.colour = read_colour(json["colour"]);
    const Json& previous = json["previous"];
    if (previous.is_object()) {
        standing.previous = {read_int(previous["year"]), previous["value"].as_number().value_or(0),
                             read_colour(previous["colour"])};
    }
    standing.women = json["women"].as_number();
    standing.men = json["men"].as_number();
    return one;
}

void read_goal(const Json& json, Wheel& wheel) {
    const auto goal = std::ranges::find(goals(), read_int(json["goal"]), &Goal::number);
    if (goal == goals().end()) return;
    WheelGoal read{&*goal, {}};
    for (const Json& item : json["targets"].items()) {
        const Target* target = find_target(item["target"].text());
        if (!target) continue;
        WheelTarget one{target, std::string(item["why"].text()), {}};
        for (const Json& indicator : item["indicators"].items())
            one.indicators.push_back(read_indicator(indicator));
        read.targets.push_back(std::move(one));
    }
    wheel.goals.push_back(std::move(read));
}

}  // namespace

std::string wheel_json(const Wheel& wheel, const i18n::Translator& translator) {
    return write(wheel, translator, Keep::answer);
}

std::string kept_wheel_json(const Wheel& wheel) {
    return write(wheel, i18n::translator("sv"), Keep::picture);
}

std::optional<Wheel> read_kept_wheel(std::string_view text) {
    const auto json = base::parse_json(text);
    if (!json || !json->is_object()) return std::nullopt;
    Wheel wheel;
    wheel.municipality = (*json)["municipality"].text();
    wheel.year = read_int((*json)["year"]);
    wheel.group.key = (*json)["group"].text();
    wheel.is_proposal = (*json)["proposal"].as_bool().value_or(false);
    for (const Json& goal : (*json)["goals"].items()) read_goal(goal, wheel);
    for (const Json& goal : (*json)["local_goals"].items()) {
        OwnGoal own{std::string(goal["key"].text()),
                    read_int(goal["number"]),
                    std::string(goal["title"].text()),
                    std::string(goal["colour"].text()),
                    {}};
        for (const Json& target : goal["targets"].items()) own.targets.emplace_back(target.text());
        wheel.own_goals.push_back(std::move(own));
    }
    return wheel;
}

}  // namespace digilots::progress
