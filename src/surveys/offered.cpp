// Results for other parts of the program: shares, named in words; what is asked of residents after the use of
// something.
#include <algorithm>
#include <array>
#include <ranges>

#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/html/writer.h"
#include "surveys/counting.h"
#include "surveys/implementation.h"
#include "surveys/results.h"

namespace digilots::surveys {

namespace {

constexpr std::size_t longest_shown = 80;
constexpr std::string_view rose = "rose";

std::string words_of(const Words& words, const Survey& survey, const i18n::Translator& reader) {
    return base::cut(said_in(words, reader.language().code, survey.first_language()).text, longest_shown);
}

/// "SURVEY:QUESTION:VALUE", the question of a matrix with its line: "q3.l2".
struct Asking {
    const Survey* survey = nullptr;
    const Question* question = nullptr;
    std::string line = "", value = "";

    bool is_change() const { return value == rose; }
    /// Whether the question has what is asked for: by keys, in whatever words.
    bool is_of(const Question& other) const {
        if (!question || other.key != question->key || other.kind != question->kind) return false;
        if (!line.empty() && !base::find_in(other.lines, line, &Option::key)) return false;
        if (!is_change()) return base::find_in(other.options, value, &Option::key) != nullptr;
        const auto is_same_option = [](const Option& one, const Option& two) { return one.key == two.key; };
        return other.kind == Kind::matrix ? std::ranges::equal(other.options, question->options, is_same_option)
                                          : other.least == question->least && other.most == question->most;
    }
    /// The part of the question that is counted for itself, as counting.h names it.
    std::string part() const { return question->kind == Kind::several ? value : line; }
};

Asking read_asking(const List& list, std::string_view result) {
    std::vector<std::string> parts;
    for (const auto part : base::split(result, ':')) parts.emplace_back(part);
    if (parts.size() != 3) return {};
    Asking asking{.survey = find_survey(list, parts[0]), .value = parts[2]};
    const auto dot = parts[1].find('.');
    if (dot != std::string::npos) asking.line = parts[1].substr(dot + 1);
    if (asking.survey) asking.question = asking.survey->edition.definition.find(parts[1].substr(0, dot));
    return asking;
}

Missing missing_of(const Asking& asking) {
    if (!asking.survey) return Missing::survey;
    if (!asking.question) return Missing::question;
    const auto kind = asking.question->kind;
    if (asking.line.empty() == (kind == Kind::matrix)) return Missing::question;
    if (asking.is_change() && kind != Kind::scale && kind != Kind::matrix) return Missing::answer;
    return asking.is_of(*asking.question) ? Missing::nothing : Missing::answer;
}

std::optional<Asking> asking_of(const List& list, std::string_view result) {
    auto asking = read_asking(list, result);
    return missing_of(asking) == Missing::nothing ? std::optional(std::move(asking)) : std::nullopt;
}

/// Of all wordings of the question together. One that too few answered to be told counts in none of the two numbers.
std::optional<Share> share_in(const Results& results, const Asking& asking) {
    if (results.is_too_few) return std::nullopt;
    const auto value = asking.question->kind == Kind::several ? std::string(chosen) : asking.value;
    Share all;
    all.wordings = 0;
    for (const auto& asked : results.asked) {
        if (!asking.is_of(asked.question) || asked.part != asking.part()) continue;
        const auto& answered = asked.answered.front();
        if (answered.is_hidden || answered.count == 0) continue;
        const auto* line = base::find_in(asked.lines, value, &Asked::Line::value);
        if (!line || line->figures.front().is_hidden) return std::nullopt;
        all.part += line->figures.front().count;
        all.of += answered.count;
        ++all.wordings;
    }
    return all.of > 0 ? std::optional(all) : std::nullopt;
}

bool is_within(const Round& round, const periods::Period& period) {
    return round.opens <= period.to && period.from <= round.closes;
}

/// What change is told of by wording: of each for itself, and of who was asked in one before and in another afterwards.
std::vector<std::string> names_of_change(const std::vector<Edition>& editions, const Asking& asking) {
    std::vector<std::string> wordings;
    for (const auto& edition : editions)
        for (const auto& question : edition.definition.questions)
            if (asking.is_of(question))
                base::add_once(wordings, question.counted_as(asking.line.empty() ? "" : "." + asking.line));
    auto names = wordings;
    for (const auto& before : wordings)
        for (const auto& later : wordings)
            if (before != later) names.push_back(name_of_change(before, later));
    return names;
}

/// Of those whose codes match in the newest round of the time and an earlier one: how many answered higher. Each stands in one
/// wording, or in one change of wording, so that they can be added up.
std::optional<Effect> effect_of_pairs(const Surveys::Implementation& self, std::string_view municipality,
                                      const Asking& asking, const periods::Period& period) {
    std::vector<ChangeRow> told;
    std::vector<std::string> names;
    self.database.read([&](db::Connection& connection) {
        told = told_change(connection, municipality, asking.survey->id);
        names = names_of_change(all_editions(connection, municipality, asking.survey->id), asking);
    });
    for (const auto& round : std::views::reverse(asking.survey->rounds)) {
        if (!is_within(round, period)) continue;
        // The change since one round before: the first in the order of the list that tells any.
        std::string from;
        Share all;
        all.wordings = 0;
        for (const auto& row : told) {
            const bool is_other = row.to_round != round.id || !base::holds(names, row.question) ||
                                  (!from.empty() && row.from_round != from);
            if (is_other || row.number < fewest) continue;
            const auto is_small = [](std::int64_t number) { return number > 0 && number < fewest; };
            if (is_small(row.higher) || is_small(row.same) || is_small(row.lower)) continue;
            from = row.from_round;
            all.part += row.higher;
            all.of += row.number;
            ++all.wordings;
        }
        if (all.of > 0) return Effect{.now = all, .round = round.title, .asked = {round.opens, round.closes}};
    }
    return std::nullopt;
}

void offer_options(std::vector<register_::Choice>& choices, const Survey& survey, const Question& question,
                   const i18n::Translator& words) {
    const auto add = [&](const std::string& key, const std::string& label, const std::string& value) {
        choices.push_back(
            {.key = survey.id + ":" + key + ":" + value, .label = label, .group = survey.title});
    };
    const auto asked = words_of(question.label, survey, words);
    const auto higher = words.t(TEXT("higher than before, of those whose codes match"));
    if (question.kind == Kind::choice || question.kind == Kind::several)
        for (const auto& option : question.options)
            add(question.key, asked + ": " + words_of(option.label, survey, words), option.key);
    if (question.kind == Kind::scale && survey.is_paired)
        add(question.key, asked + ": " + higher, std::string(rose));
    if (question.kind != Kind::matrix) return;
    for (const auto& line : question.lines) {
        const auto about = words_of(line.label, survey, words);
        for (const auto& option : question.options)
            add(question.key + "." + line.key, about + ": " + words_of(option.label, survey, words),
                option.key);
        if (survey.is_paired) add(question.key + "." + line.key, about + ": " + higher, std::string(rose));
    }
}

}  // namespace

std::vector<register_::Choice> Surveys::offered(std::string_view municipality, const i18n::Translator& words) const {
    std::vector<register_::Choice> choices;
    const auto list = implementation_->list(municipality);
    for (const auto& survey : *list)
        for (const auto& question : survey.edition.definition.questions)
            offer_options(choices, survey, question, words);
    return choices;
}

std::optional<Share> Surveys::share(std::string_view municipality, std::string_view result, std::string_view round) const {
    const auto list = implementation_->list(municipality);
    const auto asking = asking_of(*list, result);
    if (!asking || asking->is_change()) return std::nullopt;
    return share_in(*implementation_->results.of(results_key(municipality, asking->survey->id, round, "")),
                    *asking);
}

constexpr std::string_view stage_before = "before";
constexpr std::string_view zone_of_rounds = "Europe/Stockholm";  // it is the same day in Norway

std::optional<Effect> Surveys::effect(std::string_view municipality, std::string_view result,
                                      const periods::Period& period) const {
    const auto list = implementation_->list(municipality);
    const auto asking = asking_of(*list, result);
    if (!asking) return std::nullopt;
    if (asking->is_change()) return effect_of_pairs(*implementation_, municipality, *asking, period);
    const auto told_in = [&](const Round& round) {
        return share_in(
            *implementation_->results.of(results_key(municipality, asking->survey->id, round.id, "")),
            *asking);
    };
    // Rounds stand in the order of their days: the newest of the time, then the one that asked before it. Where the newest
    // that is over tells nothing, an older one does not stand for it; one that is still open may tell something later.
    const auto today = implementation_->today_in(zone_of_rounds);
    std::optional<Effect> effect;
    for (const auto& round : std::views::reverse(asking->survey->rounds)) {
        if (!effect && !is_within(round, period)) continue;
        const auto told = told_in(round);
        if (effect) {
            effect->before = told;
            break;
        }
        // How it was before says nothing of how it is.
        const bool tells = told && round.stage != stage_before;
        if (!tells && today <= round.closes) continue;
        if (!tells) return std::nullopt;
        effect = Effect{.now = *told, .round = round.title, .asked = {round.opens, round.closes}};
    }
    return effect;
}

std::optional<Share> Surveys::share_of_theme(std::string_view municipality, std::string_view theme,
                                             const periods::Period& period) const {
    const auto list = implementation_->list(municipality);
    std::optional<Share> newest;
    base::Date asked_until{};
    for (const auto& survey : *list)
        for (const auto& question : survey.edition.definition.questions) {
            if (question.theme != theme || question.kind != Kind::choice || question.options.empty())
                continue;
            const Asking asking{
                .survey = &survey, .question = &question, .value = question.options.front().key};
            for (const auto& round : survey.rounds) {
                if (!is_within(round, period) || (newest && round.closes <= asked_until)) continue;
                const auto told =
                    share_in(*implementation_->results.of(results_key(municipality, survey.id, round.id, "")), asking);
                if (!told) continue;
                newest = told;
                asked_until = round.closes;
            }
        }
    return newest;
}

namespace {

/// All others are a sum of their own: what stands alone too small, beside another one that hides it, may be told together.
ByGender genders_in(const Results& results, const Question& question) {
    constexpr std::array<std::string_view, 4> named{"women", "men", "girls", "boys"};
    ByGender found;
    std::optional<std::int64_t> of_named = 0, of_others = 0;
    const auto add = [](std::optional<std::int64_t>& sum, const Figure& figure) {
        sum = figure.is_hidden || !sum ? std::optional<std::int64_t>{} : std::optional(*sum + figure.count);
    };
    for (std::size_t at = 0; at < results.split_values.size() && at + 1 < results.in_splits.size(); ++at) {
        const auto& figure = results.in_splits[at + 1];
        const auto gender = gender_of(question, results.split_values[at]);
        const bool is_named = base::holds(named, std::string_view(gender));
        add(is_named ? of_named : of_others, figure);
        if (is_named) add(found.numbers.try_emplace(gender, 0).first->second, figure);
    }
    if (of_named) of_others = results.answered - *of_named;
    const bool is_told = of_others && (*of_others == 0 || *of_others >= fewest);
    found.others = is_told ? of_others : std::nullopt;
    return found;
}

}  // namespace

std::vector<ByGender> Surveys::by_gender(std::string_view municipality, const periods::Period& period) const {
    constexpr const char* split = "gender";
    std::vector<ByGender> all;
    const auto list = implementation_->list(municipality);
    for (const auto& survey : *list) {
        const auto* question = base::find_in(survey.edition.definition.questions, split, &Question::split);
        if (survey.audience == "staff" || !question) continue;
        for (const auto& round : survey.rounds) {
            if (!is_within(round, period)) continue;
            const auto results =
                implementation_->results.of(results_key(municipality, survey.id, round.id, split));
            if (results->is_too_few) continue;
            auto found = genders_in(*results, *question);
            found.survey = survey.title + ": " + round.title;
            all.push_back(std::move(found));
        }
    }
    return all;
}

std::string Surveys::results_path(std::string_view municipality, std::string_view result) const {
    const auto list = implementation_->list(municipality);
    const auto asking = read_asking(*list, result);
    return asking.survey ? "/staff/surveys/" + asking.survey->id + "/results" : "";
}

Missing Surveys::missing(std::string_view municipality, std::string_view result) const {
    return missing_of(read_asking(*implementation_->list(municipality), result));
}

std::optional<html::Link> Surveys::asked_after(const http::Tenant& tenant, std::string_view e_service,
                                               const i18n::Translator& words) const {
    const auto& self = *implementation_;
    if (!self.any_shown.in(tenant.id)) return std::nullopt;
    const auto list = self.list(tenant.id);
    const Survey* found = nullptr;
    for (const auto& survey : *list) {
        if (survey.asked_after != "e_service" || survey.needs_code || survey.audience == "staff") continue;
        if (!survey.e_service.empty() && survey.e_service != e_service) continue;
        if (survey.edition.definition.questions.empty() || !survey.open_round(self.today_in(tenant.zone)))
            continue;
        // One of its own before one for all.
        if (!found || !survey.e_service.empty()) found = &survey;
    }
    if (!found) return std::nullopt;
    const auto& title = found->edition.definition.title;
    return html::Link{title.empty() ? found->title : words_of(title, *found, words),
                      "/surveys/" + found->slug};
}

}  // namespace digilots::surveys
