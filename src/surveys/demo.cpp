#include "surveys/demo.h"

#include <array>

#include "platform/base/ensure.h"
#include "platform/base/time.h"
#include "surveys/checking.h"
#include "surveys/implementation.h"
#include "surveys/ready_made.h"

namespace digilots::surveys {

namespace {

constexpr int people = 24, days_before = 150, days_of_round = 30, days_after = 60, days_open = 60;

struct Town {
    std::string municipality, account;
    bool is_norwegian = false;
};

std::string add_survey(Surveys& surveys, const Town& town, const char* title, const char* kind, bool is_paired) {
    auto& records = surveys.surveys();
    const auto* first = town.is_norwegian ? "nb" : "sv";
    register_::Draft draft{{"title", {title}},          {"kind", {kind}},
                           {"audience", {"residents"}}, {"languages", {first, "en", "ar"}},
                           {"is_listed", {"1"}},        {"is_compared", {"1"}}};
    if (is_paired) draft["is_paired"] = {"1"};
    const auto added = records.add(records.around(town.municipality), draft, town.account);
    ENSURE(added.has_value());
    return added->id;
}

void add_round(Surveys& surveys, const Town& town, const std::string& survey, const char* title, const char* stage, int from,
               int to) {
    auto& records = surveys.rounds();
    const auto around = records.around(town.municipality);
    const auto day = [&](int days) { return base::format_date(base::add_days(around.today, days)); };
    const register_::Draft draft{
        {"title", {title}}, {"survey", {survey}}, {"stage", {stage}}, {"opens", {day(from)}}, {"closes", {day(to)}}};
    ENSURE(records.add(around, draft, town.account).has_value());
}

void write_questions(const Surveys::Implementation& self, const Town& town, const std::string& survey, const char* key) {
    Definition definition;
    for (const auto& one : ready_made())
        if (one.key == key) {
            definition = with_ready_made({}, one);
            for (const char* language : {"en", "ar"}) definition.title[language] = one.definition.title.at(language);
        }
    ENSURE(!definition.questions.empty());
    ENSURE(save_edition(self, town.municipality, survey, {}, definition, town.account) == Saved::saved);
}

/// The same wish makes the same: a little sum stands for chance.
int spread(int person, int question, int values) {
    return (person * 7 + question * 5 + person / 6) % values;
}

/// Somebody else, with help, alone: who did nothing alone before does it with help afterwards, and half of the others alone.
int step_of_line(int person, int line, bool is_after) {
    const int before = (person + line) % 3;
    if (!is_after) return before;
    return before == 0 ? 1 : before == 1 && person % 2 == 0 ? 2 : before;
}

Answers made_up_answers(const Definition& definition, int person, bool is_after) {
    Answers answers;
    int number = 0;
    for (const auto& question : definition.questions) {
        ++number;
        if (!is_shown(definition, question, answers)) continue;
        if (question.kind == Kind::choice)
            answers[question.key] = {
                question.options[static_cast<std::size_t>(spread(person, number, static_cast<int>(question.options.size())))]
                    .key};
        if (question.kind == Kind::several)
            answers[question.key] = {
                question.options[static_cast<std::size_t>(spread(person, number, static_cast<int>(question.options.size())))]
                    .key};
        if (question.kind == Kind::matrix)
            for (std::size_t line = 0; line < question.lines.size(); ++line)
                answers[question.key].push_back(
                    question.lines[line].key + "=" +
                    question.options[static_cast<std::size_t>(step_of_line(person, static_cast<int>(line), is_after))].key);
        if (question.kind == Kind::scale) {
            const auto steps = static_cast<int>(question.most - question.least + 1);
            const auto before = spread(person, number, steps - 1);
            answers[question.key] = {std::to_string(question.least + before + (is_after && person % 3 != 0 ? 1 : 0))};
        }
    }
    return answers;
}

void answer_as(const Surveys::Implementation& self, const Town& town, const Survey& survey, const Round& round, bool is_after) {
    std::vector<Sent> sent;
    for (int person = 0; person < people; ++person) {
        const auto answers = made_up_answers(survey.edition.definition, person, is_after);
        // Most use their code both times, some forget it.
        const bool has_code = survey.is_paired && person % 4 != (is_after ? 1 : 3);
        const auto facts =
            has_code ? tidy_facts({std::string(1, static_cast<char>('a' + person % 20)),
                                   std::string(1, static_cast<char>('b' + person / 20)), std::to_string(person % 28 + 1), "1"})
                     : std::string();
        sent.push_back({.answers = to_text(answers), .pair = facts, .is_made_up = true});
    }
    ENSURE(take(self, town.municipality, survey, round, sent) == Taken::taken);
}

/// Residents are asked one question once they have used an e-service; others may start from it.
void add_after_e_service(Surveys& surveys, const Town& town) {
    const bool nb = town.is_norwegian;
    auto& records = surveys.surveys();
    const register_::Draft draft{{"title", {nb ? "Hvordan gikk det med e-tjenesten?" : "Hur gick det med e-tjänsten?"}},
                                 {"kind", {"form"}},
                                 {"audience", {"residents"}},
                                 {"languages", {nb ? "nb" : "sv", "en", "ar"}},
                                 {"asked_after", {"e_service"}},
                                 {"is_template", {"1"}}};
    const auto added = records.add(records.around(town.municipality), draft, town.account);
    ENSURE(added.has_value());
    write_questions(Inside::of(surveys), town, added->id, "e_service");
    add_round(surveys, town, added->id, nb ? "Vinteren" : "Vintern", "once", -1, days_open);
}

void load_town(Surveys& surveys, const Town& town) {
    const auto& self = Inside::of(surveys);
    const bool nb = town.is_norwegian;
    const auto survey = add_survey(
        surveys, town, nb ? "Trygg på nettet: før og etter kurset" : "Trygg på nätet: före och efter kursen", "form", true);
    write_questions(self, town, survey, "digital_skills");
    add_round(surveys, town, survey, nb ? "Før kurset" : "Före kursen", "before", -days_before, -days_before + days_of_round);
    add_round(surveys, town, survey, nb ? "Etter kurset" : "Efter kursen", "after", -days_after, -days_after + days_of_round);
    add_round(surveys, town, survey, nb ? "Et halvt år senere" : "Ett halvår senare", "later", -1, days_open);
    const auto vote = add_survey(surveys, town, nb ? "Fikk du hjelp i dag?" : "Fick du hjälp i dag?", "vote", false);
    write_questions(self, town, vote, "one_question");
    add_round(surveys, town, vote, nb ? "Høsten" : "Hösten", "once", -1, days_open);
    const auto alone = add_survey(surveys, town, nb ? "Selv eller med hjelp?" : "Själv eller med hjälp?", "form", true);
    write_questions(self, town, alone, "independence");
    add_round(surveys, town, alone, nb ? "Før kursene" : "Före kurserna", "before", -days_before, -days_before + days_of_round);
    add_round(surveys, town, alone, nb ? "Etter kursene" : "Efter kurserna", "after", -days_after, -days_after + days_of_round);
    for (const auto& id : {survey, alone}) {
        const auto list = self.list(town.municipality);
        const auto* asked = find_survey(*list, id);
        ENSURE(asked && asked->rounds.size() >= 2);
        answer_as(self, town, *asked, asked->rounds[0], false);
        surveys.move();
        answer_as(self, town, *asked, asked->rounds[1], true);
        surveys.move();
    }
    add_after_e_service(surveys, town);
}

void add_study(Surveys& surveys, const Town& town) {
    auto& studies = surveys.studies();
    const register_::Draft draft{
        {"title", {"Svenskarna och internet"}},
        {"publisher", {"Internetstiftelsen"}},
        {"year", {"2022"}},
        {"population", {town.is_norwegian ? "Befolkningen i Sverige fra 16 år" : "Befolkningen i Sverige från 16 år"}},
        {"finding",
         {town.is_norwegian
              ? "Seks prosent bruker ikke internett. Grunner til å begrense bruken: personvern, frykt for svindel, "
                "tekniske vansker."
              : "Sex procent använder inte internet. Skäl att begränsa sin användning: integritet, rädsla för "
                "bedrägeri, tekniska svårigheter."}},
        {"rests_on", {"residents"}}};
    ENSURE(studies.add(studies.around(town.municipality), draft, town.account).has_value());
}

void add_talks_and_tests(Surveys& surveys, const Town& town) {
    const bool nb = town.is_norwegian;
    const auto today = surveys.interviews().around(town.municipality).today;
    const auto day = [&](int before) { return base::format_date(base::add_days(today, -before)); };
    const auto add = [&](register_::Records& records, const register_::Draft& draft) {
        ENSURE(records.add(records.around(town.municipality), draft, town.account).has_value());
    };
    add(surveys.interviews(),
        {{"title", {nb ? "Å få hjelp første gang (oppdiktet)" : "Att få hjälp första gången (påhittad)"}},
         {"role", {"resident"}},
         {"held_on", {day(35)}},
         {"number", {"6"}},
         {"guide", {nb ? "Hva gjorde du da det ikke gikk?" : "Vad gjorde du när det inte gick?"}},
         {"finding", {nb ? "De fleste ringte noen de kjenner først." : "De flesta ringde först någon de känner."}}});
    add(surveys.user_tests(),
        {{"title", {nb ? "Finne åpningstider på telefonen (oppdiktet)" : "Hitta öppettider på telefonen (påhittat)"}},
         {"held_on", {day(20)}},
         {"persons", {"4"}},
         {"faults", {nb ? "Knappen lå under kartet." : "Knappen låg under kartan."}},
         {"status", {"open"}}});
}

}  // namespace

void load_demo(Surveys& surveys, const Demo& demo) {
    for (const auto& id : demo.complete) {
        const Town town{id, demo.account ? demo.account(id, http::Role::coordinator) : std::string(), id == "losvik"};
        if (town.account.empty() || !Inside::of(surveys).list(id)->empty()) continue;
        load_town(surveys, town);
        add_study(surveys, town);
        add_talks_and_tests(surveys, town);
    }
}

}  // namespace digilots::surveys
