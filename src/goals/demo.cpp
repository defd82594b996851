// A made-up project: the five goals, alive from the made-up year, and what stands beside them.
#include "goals/first_goals.h"
#include "goals/implementation.h"
#include "goals/sql.h"
#include "platform/base/ensure.h"
#include "platform/base/months.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"

namespace digilots::goals {

namespace {

using register_::Draft;

struct Words {
    const char* swedish;
    const char* norwegian;
};

struct Making {
    Goals::Implementation& self;
    register_::Surroundings around;
    std::string account;
    bool is_norwegian = false;

    std::string say(const Words& words) const { return is_norwegian ? words.norwegian : words.swedish; }
    std::string in_days(int days) const { return base::format_date(base::add_days(around.today, days)); }
    std::string add(register_::Records& records, const Draft& draft) const {
        const auto added = records.add(around, draft, account);
        ENSURE(added.has_value());
        return added->id;
    }
};

/// Of the year that is going on; what cannot be met at the beginning of a year is not there then.
Draft draft_of_goal(const Making& making, const FirstGoal& goal, const std::string& document, const std::string& function) {
    const auto year = periods::holding(periods::Kind::year, making.around.today);
    const auto text = [&](std::string_view swedish, std::string_view norwegian) {
        return std::string(making.is_norwegian ? norwegian : swedish);
    };
    Draft draft{{"title", {text(goal.swedish, goal.norwegian)}},
                {"kind", {std::string(goal.kind)}},
                {"about",
                 {making.say({"Påhittat mål, efter Timrås ansökan. Ordalydelsen är vår.",
                              "Oppdiktet mål, etter Timrås søknad. Ordlyden er vår."})}},
                {"function", {function}},
                {"starts", {base::format_date(year.from)}},
                {"ends", {base::format_date(year.to)}},
                {"cadence", {"quarter"}},
                {"target_unit", {text(goal.unit_swedish, goal.unit_norwegian)}},
                {"counted_from", {std::string(goal.counted_from)}},
                {"document", {document}},
                {"section", {"10.4"}},
                {"is_published", {"1"}}};
    if (goal.kind == "reach") {
        draft["target"] = {"1800"};
        draft["target_percent"] = {"10"};
        draft["population"] = {"18000"};
        draft["population_year"] = {"2025"};
    }
    if (goal.kind == "count") draft["target"] = {"10"};
    if (goal.kind == "count") draft["partner_kinds"] = {"company", "authority", "school"};
    if (goal.kind == "weekly") {
        draft["comparison"] = {goal.id == "timra-g3" ? "every_week" : "at_least"};
        draft["target"] = {goal.id == "timra-g3" ? "" : "1"};
    }
    return draft;
}

void explain_weeks(const Making& making, const std::string& goal) {
    const auto today = making.around.today;
    const auto explain = [&](db::Connection& connection, base::Date day, bool is_closed, const Words& why) {
        connection.execute(sql::set_week_note, making.around.municipality_id, goal,
                           periods::key_of(periods::holding(periods::Kind::week, day)), is_closed, making.say(why),
                           making.account, base::format_utc(making.self.clock.now()));
    };
    making.self.database.write([&](db::Connection& connection) {
        explain(connection, base::add_days(today, -21), true,
                {"Biblioteket hade stängt för ombyggnad.", "Biblioteket var stengt for ombygging."});
        // From midsummer until schools begin nothing is held in the demo.
        constexpr int days_of_week = 7, first_summer_day = 22, last_summer_day = 16;
        using std::chrono::day, std::chrono::month;
        const base::Date first{today.year(), month(6), day(first_summer_day)}, last{today.year(), month(8), day(last_summer_day)};
        for (auto at = first; at <= last && at < today; at = base::add_days(at, days_of_week))
            explain(connection, at, true, {"Sommaruppehåll.", "Sommerpause."});
        kept::raise(connection, kept_goals, making.around.municipality_id);
    });
}

void add_beside(const Making& making, const std::string& reach, const std::string& function) {
    auto& self = making.self;
    making.add(self.interims,
               {{"title", {making.say({"Halvvägs före sommaren", "Halvveis før sommeren"})}},
                {"goal", {reach}},
                {"starts", {base::format_date(periods::holding(periods::Kind::year, making.around.today).from)}},
                {"ends", {std::to_string(static_cast<int>(making.around.today.year())) + "-06-30"}},
                {"target", {"900"}}});
    making.add(self.stories, {{"title", {making.say({"Ringer barnbarnen själv", "Ringer barnebarna selv"})}},
                              {"kind", {"story"}},
                              {"told_by", {"resident"}},
                              {"day", {making.in_days(-12)}},
                              {"text",
                               {making.say({"Efter tre gånger på kaféet ringer hon videosamtal utan hjälp.",
                                            "Etter tre ganger på kafeen ringer hun videosamtaler uten hjelp."})}},
                              {"goal", {reach}}});
    making.add(self.deviations,
               {{"title", {making.say({"Två träffar ställdes in", "To treff ble avlyst"})}},
                {"kind", {"deviation"}},
                {"day", {making.in_days(-20)}},
                {"cause", {making.say({"Lokalen byggdes om.", "Lokalet ble bygd om."})}},
                {"decision", {making.say({"De hålls i januari i stället.", "De holdes i januar i stedet."})}},
                {"told_to", {making.say({"Styrgruppen", "Styringsgruppen"})}},
                {"told_on", {making.in_days(-14)}},
                {"goal", {reach}}});
    making.add(self.references,
               {{"title",
                 {making.say({"Vuxna som sällan eller aldrig använder internet (påhittat)",
                              "Voksne som sjelden eller aldri bruker internett (oppdiktet)"})}},
                {"figure", {"6 %"}},
                {"year", {"2022"}},
                {"base", {making.say({"Invånare från 16 år i hela landet", "Innbyggere fra 16 år i hele landet"})}},
                {"definition", {making.say({"Använder inte internet varje vecka", "Bruker ikke internett hver uke"})}},
                {"publisher", {making.say({"Påhittad undersökning", "Oppdiktet undersøkelse"})}},
                {"goal", {reach}}});
    const std::pair<const char*, Words> points[] = {
        {"budget", {"Pengar i ordinarie budget", "Penger i ordinært budsjett"}},
        {"staff", {"En tillsvidaretjänst som digital handledare", "En fast stilling som digital veileder"}},
        {"owner", {"En nämnd äger verksamheten", "Et utvalg eier virksomheten"}},
        {"monitoring", {"Någon följer upp efter projektet", "Noen følger opp etter prosjektet"}}};
    int days = 30;
    for (const auto& [area, title] : points) {
        making.add(self.checks, {{"title", {making.say(title)}},
                                 {"area", {area}},
                                 {"state", {days == 30 ? "done" : "in_work"}},
                                 {"due", {making.in_days(days)}},
                                 {"function", {function}}});
        days += 30;
    }
}

/// What no program counts: on the way to being written down.
void add_by_hand(const Making& making) {
    const auto year = periods::holding(periods::Kind::year, making.around.today);
    const auto goal = making.add(
        making.self.goals,
        {{"title", {making.say({"Äldreboenden som har en egen digital plan", "Sykehjem som har en egen digital plan"})}},
         {"kind", {"count"}},
         {"starts", {base::format_date(year.from)}},
         {"ends", {base::format_date(year.to)}},
         {"target", {"4"}},
         {"target_unit", {making.say({"boenden", "sykehjem"})}}});
    making.add(making.self.values, {{"note", {making.say({"Rundringning till boendena", "Rundringing til sykehjemmene"})}},
                                    {"goal", {goal}},
                                    {"day", {making.in_days(-25)}},
                                    {"number", {"3"}}});
}

/// What became of those who took part, from the survey of the made-up town.
void add_effect(const Making& making) {
    const auto& self = making.self;
    if (!self.surveys.questions) return;
    auto around = making.around;
    around.words = &i18n::translator(around.language);
    std::string counted;
    for (const auto& choice : self.surveys.questions(around))
        if (choice.key.ends_with(":q3.l1:c3")) counted = choice.key;
    if (counted.empty()) return;
    const auto year = periods::holding(periods::Kind::year, making.around.today);
    making.add(
        making.self.goals,
        {{"title", {making.say({"Fler ansöker själva i en e-tjänst", "Flere søker selv i en e-tjeneste"})}},
         {"kind", {"effect"}},
         {"about",
          {making.say({"Påhittat mål: hur många som gör det själva, före och efter kurserna.",
                       "Oppdiktet mål: hvor mange som gjør det selv, før og etter kursene."})}},
         {"starts", {base::format_date(year.from)}},
         {"ends", {base::format_date(year.to)}},
         {"target_percent", {"50"}},
         {"counted_from", {counted}},
         {"is_published", {"1"}}});
}

void add_further(const Making& making, const std::string& reach, const std::string& function) {
    auto& self = making.self;
    making.add(self.ambitions, {{"title",
                                 {making.say({"Den som vill ringer med bild till sina närmaste",
                                              "Den som vil, ringer med bilde til sine nærmeste"})}},
                                {"people", {"care_home"}},
                                {"level", {"usual"}},
                                {"routines",
                                 {making.say({"Fråga vid inflyttningen. Följ upp varje halvår.",
                                              "Spør ved innflytting. Følg opp hvert halvår."})}},
                                {"skills",
                                 {making.say({"Alla på avdelningen kan starta ett samtal med bild.",
                                              "Alle på avdelingen kan starte en samtale med bilde."})}},
                                {"function", {function}},
                                {"follow_up_on", {making.in_days(60)}},
                                {"goal", {reach}}});
    making.add(self.benefits,
               {{"title",
                 {making.say({"E-tjänst för försörjningsstöd (påhittad)",
                              "E-tjeneste for økonomisk sosialhjelp (oppdiktet)"})}},
                {"kind", {"e_service"}},
                {"depends_on",
                 {making.say({"Logga in med e-legitimation och bifoga bilder av kvitton.",
                              "Logge inn med e-ID og legge ved bilder av kvitteringer."})}},
                {"expected", {making.say({"Färre ansökningar på papper.", "Færre søknader på papir."})}},
                {"used", {"partly"}},
                {"checked_on", {making.in_days(-40)}},
                {"goal", {reach}}});
    making.add(self.quality, {{"title",
                               {making.say({"Den som frågar får svar eller en tid samma dag",
                                            "Den som spør, får svar eller en time samme dag"})}},
                              {"about",
                               {making.say({"Räknas i loggen: löst eller bokat vid första kontakten.",
                                            "Telles i loggen: løst eller avtalt ved første kontakt."})}},
                              {"adopted_on", {making.in_days(-90)}},
                              {"decided_by", {making.say({"Nämnden", "Utvalget"})}},
                              {"is_shared", {"1"}}});
}

}  // namespace

void load_demo(Goals& goals, const Demo& demo) {
    auto& self = Inside::of(goals);
    for (const auto& id : demo.complete) {
        Making making{self, self.around(id), demo.account ? demo.account(id, http::Role::coordinator) : "", false};
        if (!self.neighbours.municipalities.is_active(id) || self.goals.list(making.around, {}, 1, 0).found > 0) continue;
        making.is_norwegian = making.around.language == "nb";
        const auto source = self.neighbours.others.links.find("organisation.function");
        const auto functions = source == self.neighbours.others.links.end() ? std::vector<register_::Choice>{}
                                                                            : source->second.choices(making.around);
        const auto function = functions.empty() ? std::string() : functions.front().key;
        const auto document =
            making.add(self.documents, {{"title", {making.say({"Biblioteksplan (påhittad)", "Bibliotekplan (oppdiktet)"})}},
                                        {"decided_by", {making.say({"Kommunfullmäktige", "Kommunestyret"})}},
                                        {"starts", {"2024-01-01"}},
                                        {"ends", {making.in_days(120)}}});
        std::string reach;
        for (const auto& goal : first_goals) {
            const auto added = making.add(self.goals, draft_of_goal(making, goal, document, function));
            if (goal.kind == "reach") reach = added;
            if (goal.id == "timra-g4") explain_weeks(making, added);
        }
        add_by_hand(making);
        add_beside(making, reach, function);
        add_further(making, reach, function);
        add_effect(making);
    }
}

}  // namespace digilots::goals
