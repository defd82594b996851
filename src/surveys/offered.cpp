// Results for other parts of the program: shares, named in words.
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "surveys/counting.h"
#include "surveys/implementation.h"
#include "surveys/results.h"

namespace digilots::surveys {

namespace {

constexpr std::size_t longest_shown = 80;

std::string words_of(const Words& words, const Survey& survey, const i18n::Translator& reader) {
    return base::cut(said_in(words, reader.language().code, survey.first_language()).text, longest_shown);
}

/// "SURVEY:QUESTION:VALUE"
std::vector<std::string> parts_of(std::string_view result) {
    std::vector<std::string> parts;
    for (const auto part : base::split(result, ':')) parts.emplace_back(part);
    return parts;
}

}  // namespace

std::vector<register_::Choice> Surveys::offered(std::string_view municipality, const i18n::Translator& words) const {
    std::vector<register_::Choice> choices;
    const auto list = implementation_->list(municipality);
    for (const auto& survey : *list)
        for (const auto& question : survey.edition.definition.questions) {
            if (question.kind != Kind::choice && question.kind != Kind::several) continue;
            for (const auto& option : question.options)
                choices.push_back(
                    {.key = survey.id + ":" + question.key + ":" + option.key,
                     .label = words_of(question.label, survey, words) + ": " + words_of(option.label, survey, words),
                     .group = survey.title});
        }
    return choices;
}

std::optional<Share> Surveys::share(std::string_view municipality, std::string_view result, std::string_view round) const {
    const auto parts = parts_of(result);
    if (parts.size() != 3) return std::nullopt;
    const auto list = implementation_->list(municipality);
    const auto* survey = find_survey(*list, parts[0]);
    const auto* question = survey ? survey->edition.definition.find(parts[1]) : nullptr;
    if (!question) return std::nullopt;
    const bool is_several = question->kind == Kind::several;
    const auto results = implementation_->results.of(results_key(municipality, survey->id, round, ""));
    const auto* asked = results->find(question->counted_as(is_several ? ":" + parts[2] : ""));
    if (results->is_too_few || !asked || asked->answered.front().is_hidden) return std::nullopt;
    const auto value = is_several ? std::string(chosen) : parts[2];
    const auto* line = base::find_in(asked->lines, value, &Asked::Line::value);
    if (!line || line->figures.front().is_hidden) return std::nullopt;
    return Share{line->figures.front().count, asked->answered.front().count};
}

}  // namespace digilots::surveys
