#include "app/effects.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "activities/paid_beside.h"
#include "activities/written_costs.h"
#include "app/application.h"
#include "statistics/statistics.h"

namespace digilots::app {

namespace {

constexpr std::string_view by_survey = "survey=";

/// "survey=SURVEY:QUESTION:VALUE" → "SURVEY:QUESTION:VALUE"
std::string_view result_of(std::string_view key) {
    return key.substr(std::min(by_survey.size(), key.size()));
}

std::int64_t hundredths_of_percent(const surveys::Share& share) {
    constexpr std::int64_t all = 10'000;
    return (share.part * all + share.of / 2) / share.of;
}

std::vector<register_::Choice> questions_of_surveys(const Application& app,
                                                    const register_::Surroundings& around) {
    auto choices = app.surveys.offered(around.municipality_id, *around.words);
    for (auto& choice : choices) choice.key = std::string(by_survey) + choice.key;
    return choices;
}

std::optional<goals::SurveyAnswer> answer_of(const std::optional<surveys::Effect>& effect) {
    if (!effect || effect->now.of <= 0) return std::nullopt;
    goals::SurveyAnswer answer{.number = hundredths_of_percent(effect->now), .answers = effect->now.of};
    answer.round = effect->round;
    answer.asked = effect->asked;
    answer.wordings = effect->now.wordings;
    if (effect->before && effect->before->of > 0) {
        answer.before = hundredths_of_percent(*effect->before);
        answer.answers_before = effect->before->of;
    }
    return answer;
}

goals::Missing missing_of(surveys::Missing missing) {
    switch (missing) {
        case surveys::Missing::nothing:
            return goals::Missing::nothing;
        case surveys::Missing::survey:
            return goals::Missing::survey;
        case surveys::Missing::question:
            return goals::Missing::question;
        case surveys::Missing::answer:
            return goals::Missing::answer;
    }
    return goals::Missing::survey;
}

std::vector<goals::ByGender> by_gender(const Application& app, std::string_view municipality,
                                       const periods::Period& period) {
    std::vector<goals::ByGender> all;
    for (auto& one : app.surveys.by_gender(municipality, period))
        all.push_back({one.survey, std::move(one.numbers), one.others});
    return all;
}

}  // namespace

void know_shares_and_money(Application& app) {
    std::vector<goals::KnownShare> shares;
    for (auto& one : statistics::shares_of_two()) shares.push_back({one.part, one.whole, one.stated});
    app.goals.know(std::move(shares));
    const auto accounts = std::make_shared<const budget::Accounts>(
        app.database, app.clock, budget::Neighbours{app.municipalities, app.versions, {}}, all_of(app.slices, &Slice::measures));
    app.goals.know([accounts](std::string_view municipality, const periods::Period& period, const i18n::Translator& words,
                              measures::CountedOnce& figures) { return accounts->told(municipality, period, words, figures); });
    app.activities.know_paid({.asked = [accounts](const register_::Surroundings& around, const std::string& activity,
                                                  base::Date day, const std::vector<std::string>& costs) {
        return accounts->paid_beside(around.municipality_id, activity, day, costs, *around.words);
    }});
    app.progress.know_money([accounts](const http::Tenant& tenant, const i18n::Translator& words) {
        std::vector<progress::Progress::Money> all;
        for (auto& one : accounts->published(tenant.id, words))
            all.push_back({std::move(one.title), std::move(one.total), std::move(one.payers)});
        return all;
    });
}

std::vector<budget::SessionCost> session_costs_of(const Application& app, std::string_view municipality,
                                                  const periods::Period& period) {
    std::vector<budget::SessionCost> all;
    std::map<std::string, std::string> names{{"", ""}};
    const auto name_of = [&](const std::string& account) {
        const auto [known, is_new] = names.try_emplace(account);
        if (is_new) known->second = app.accounts.name_of(account);
        return known->second;
    };
    for (const auto& session : activities::written_costs(app.activities, municipality, period))
        for (const auto& [cost, amount] : session.costs)
            if (amount != 0)
                all.push_back({.path = "/staff/sessions/" + session.session,
                               .activity = session.activity,
                               .day = session.day,
                               .cost = std::string(cost),
                               .title = activities::title_of_cost(cost),
                               .amount = amount,
                               .written_by = name_of(session.written_by)});
    return all;
}

void know_surveys(Application& app) {
    app.goals.know(goals::Surveys{
        .questions =
            [&app](const register_::Surroundings& around) { return questions_of_surveys(app, around); },
        .answer =
            [&app](std::string_view municipality, const std::string& key, const periods::Period& period) {
                return answer_of(app.surveys.effect(municipality, result_of(key), period));
            },
        .missing = [&app](std::string_view municipality,
                          const std::string& key) { return missing_of(app.surveys.missing(municipality, result_of(key))); },
        .results_path =
            [&app](std::string_view municipality, const std::string& key) {
                return app.surveys.results_path(municipality, result_of(key));
            },
        .understood = [&app](std::string_view municipality,
                             const periods::Period& period) -> std::optional<goals::SurveyAnswer> {
            const auto share = app.surveys.share_of_theme(municipality, "understood", period);
            return share ? answer_of(surveys::Effect{.now = *share}) : std::nullopt;
        },
        .by_gender = [&app](std::string_view municipality,
                            const periods::Period& period) { return by_gender(app, municipality, period); }});
    app.directory.know_question_after(
        [&app](const http::Tenant& tenant, std::string_view e_service, const i18n::Translator& words) {
            return app.surveys.asked_after(tenant, e_service, words);
        });
}

}  // namespace digilots::app
