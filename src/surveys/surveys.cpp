#include "surveys/surveys.h"

#include <algorithm>

#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/register/titled_choices.h"
#include "surveys/implementation.h"
#include "surveys/results.h"
#include "surveys/sql.h"

namespace digilots::surveys {

namespace {

using register_::Record, register_::Surroundings;

constexpr std::int64_t most_offered = 1000;

Round round_of(const db::Row& row) {
    return {.id = row.text("id"),
            .title = row.text("title"),
            .stage = row.text("stage"),
            .opens = base::parse_date(row.text("opens")).value_or(base::Date{}),
            .closes = base::parse_date(row.text("closes")).value_or(base::Date{})};
}

Survey survey_of(const db::Row& row) {
    return {.id = row.text("id"),
            .slug = row.text("slug"),
            .title = row.text("title"),
            .kind = row.text("kind"),
            .audience = row.text("audience"),
            .languages = register_::list_items(row.text("languages")),
            .asked_after = row.text("asked_after"),
            .e_service = row.text("e_service"),
            .needs_code = row.flag("needs_code"),
            .is_paired = row.flag("is_paired"),
            .is_listed = row.flag("is_listed"),
            .is_compared = row.flag("is_compared"),
            .is_closed = !row.text("closed_on").empty(),
            .is_template = row.flag("is_template"),
            .rounds = {},
            .edition = {}};
}

/// The municipality's own language is that in which everything is written.
void put_first(std::vector<std::string>& languages, const std::vector<std::string>& of_municipality) {
    if (of_municipality.empty()) return;
    const auto own = std::ranges::find(languages, of_municipality.front());
    if (own != languages.end()) std::rotate(languages.begin(), own, std::next(own));
}

std::shared_ptr<const List> load_list(db::Database& database, const municipality::Municipalities& municipalities,
                                      std::string_view municipality) {
    auto list = std::make_shared<List>();
    database.read([&](db::Connection& connection) {
        list->clear();
        for (const auto row : connection.query(sql::list_surveys, municipality)) list->push_back(survey_of(row));
        for (const auto row : connection.query(sql::list_rounds, municipality))
            if (auto* survey = base::find_in(*list, row.text("survey"), &Survey::id)) survey->rounds.push_back(round_of(row));
        for (const auto row : connection.query(sql::newest_editions, municipality))
            if (auto* survey = base::find_in(*list, row.text("survey"), &Survey::id))
                survey->edition = {.number = static_cast<int>(row.integer("number")),
                                   .version = row.integer("version"),
                                   .is_answered = row.flag("is_answered"),
                                   .definition = definition_of(row.text("definition")).value_or(Definition{})};
    });
    const auto languages = municipalities.settings(municipality).languages;
    for (auto& survey : *list) put_first(survey.languages, languages);
    return list;
}

register_::More more_of_survey(const Record& survey, const html::Page& page) {
    register_::More more;
    const auto url = page.tenant_url("/staff/surveys/" + survey.id);
    more.links = {{page.t("Questions"), url + "/questions"},
                  {page.t("Its rounds"), page.tenant_url("/staff/survey-rounds?survey=" + survey.id)},
                  {page.t("New round"), page.tenant_url("/staff/survey-rounds/new?survey=" + survey.id)},
                  {page.t("Results"), url + "/results"},
                  {page.t("Round by round"), url + "/over-time"},
                  {page.t("Answers on paper, by dots, at a screen"), url + "/paper"},
                  {page.t("As respondents see it"), page.tenant_url("/surveys/" + survey.text("slug"))}};
    return more;
}

register_::Others of_surveys(register_::Others others) {
    others.links.try_emplace(
        "directory.e_service",
        register_::LinkSource{.choices = [](const Surroundings&) { return std::vector<register_::Choice>{}; },
                              .path = ""});
    others.more = more_of_survey;
    return others;
}

register_::Others of_rounds(register_::Others others, const register_::Records& surveys) {
    others.links["surveys.survey"] = {
        .choices = [&surveys](const Surroundings& around) { return register_::titled_choices(surveys, around); },
        .path = "/staff/surveys/",
        .is_there = [](db::Connection& connection, std::string_view municipality,
                       std::string_view id) { return !connection.query(sql::find_survey, municipality, id).empty(); }};
    return others;
}

}  // namespace

const Round* Survey::open_round(base::Date day) const {
    if (is_closed) return nullptr;
    const auto found = std::ranges::find_if(rounds, [&](const Round& one) { return one.is_open_on(day); });
    return found == rounds.end() ? nullptr : &*found;
}

const Round* Survey::round(std::string_view wanted) const { return base::find_in(rounds, wanted, &Round::id); }

const Survey* find_survey(const List& list, std::string_view id_or_slug) {
    if (const auto* by_slug = base::find_in(list, id_or_slug, &Survey::slug)) return by_slug;
    return base::find_in(list, id_or_slug, &Survey::id);
}

std::string secret_name(std::string_view survey) { return "survey-" + std::string(survey); }
std::string day_key_name(std::string_view day) { return "day-" + std::string(day); }

base::Date Surveys::Implementation::today_in(std::string_view zone) const { return base::to_civil(clock.now(), zone).date; }

Surveys::Implementation::Implementation(db::Database& opened, const kept::Versions& versions, const base::Clock& time,
                                        Neighbours others)
    : database(opened),
      clock(time),
      neighbours(std::move(others)),
      keys(neighbours.keys_folder),
      surveys(survey_register(), opened, time, held_by_rounds_and_codes(of_surveys(neighbours.others), opened)),
      rounds(round_register(), opened, time, held_by_answers(of_rounds(neighbours.others, surveys), opened)),
      interviews(interview_register(), opened, time, neighbours.others),
      user_tests(user_test_register(), opened, time, neighbours.others),
      studies(study_register(), opened, time, neighbours.others),
      any_shown({&surveys}, versions, time),
      lists(
          time, [&versions](std::string_view id, kept::Stamp& stamp) { stamp.take(versions.of("survey", id));
              stamp.take(versions.of("municipality", id));
          },
          [this](std::string_view id) { return load_list(database, neighbours.municipalities, id); }),
      results{{time,
               [&versions](std::string_view key, kept::Stamp& stamp) {
                   const auto municipality = key.substr(0, key.find('|'));
                   stamp.take(versions.of("survey", municipality));
                   stamp.take(versions.of("survey_answer", municipality));
               },
               [this](std::string_view key) { return std::make_shared<const ResultsByRound>(results_for(*this, key)); },
               200}} {}

Surveys::Surveys(db::Database& database, const kept::Versions& versions, const base::Clock& clock, Neighbours neighbours)
    : implementation_(std::make_unique<Implementation>(database, versions, clock, std::move(neighbours))) {}
Surveys::~Surveys() = default;

register_::Records& Surveys::surveys() const { return implementation_->surveys; }
register_::Records& Surveys::rounds() const { return implementation_->rounds; }
register_::Records& Surveys::interviews() const { return implementation_->interviews; }
register_::Records& Surveys::user_tests() const { return implementation_->user_tests; }
register_::Records& Surveys::studies() const { return implementation_->studies; }

std::int64_t Surveys::move(const std::function<void()>& go_on) { return move_all(*implementation_, go_on); }

}  // namespace digilots::surveys
