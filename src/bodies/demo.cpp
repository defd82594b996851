// Made-up groups, meetings and decisions, what stands around a plan, and a few systems: every page has
// something to see.
#include "bodies/pages.h"
#include "municipality/municipality.h"
#include "platform/base/ensure.h"
#include "platform/base/time.h"

namespace digilots::bodies {

namespace {

using register_::Draft, register_::Records;

struct Said {
    const char *sv, *nb;
};

class DemoOfBodies {
public:
    DemoOfBodies(Kinds& kinds, std::string municipality, std::string account, bool is_norwegian)
        : kinds_(kinds),
          municipality_(std::move(municipality)),
          account_(std::move(account)),
          is_norwegian_(is_norwegian) {}

    void add_groups();
    void add_groups_of_work();
    void add_decisions();
    void add_around_plan();
    void add_systems();

private:
    std::string say(Said words) const { return is_norwegian_ ? words.nb : words.sv; }
    std::string day(int from_today) const {
        return base::format_date(base::add_days(kinds_.groups.around(municipality_).today, from_today));
    }
    std::string add(Records& records, Draft draft) {
        std::erase_if(draft, [](const auto& field) { return field.second == std::vector<std::string>{""}; });
        const auto added = records.add(records.around(municipality_), draft, account_);
        ENSURE(added.has_value());
        return added->id;
    }

    /// Of the part whose name begins so, "" where there is none.
    std::string linked(const char* link, std::string_view begins) const {
        const auto& links = kinds_.decisions.others().links;
        const auto source = links.find(link);
        if (source == links.end()) return "";
        for (const auto& choice : source->second.choices(kinds_.decisions.around(municipality_)))
            if (choice.label.starts_with(begins)) return choice.key;
        return "";
    }
    std::string project() const { return linked("plan.node", "A "); }
    std::string function() const { return linked("organisation.function", ""); }

    Kinds& kinds_;
    std::string municipality_, account_, steering_, next_, last_;
    bool is_norwegian_;
};

void DemoOfBodies::add_groups() {
    steering_ =
        add(kinds_.groups,
            {{"title", {say({"Styrgruppen", "Styringsgruppen"})}},
             {"kind", {"steering_group"}},
             {"purpose",
              {say({"Beslutar om plan, budget och hur projektet avslutas.",
                    "Vedtar plan, budsjett og hvordan prosjektet avsluttes."})}},
             {"concerns",
              {say({"Handlingsplan för digital delaktighet", "Handlingsplan for digital deltakelse"})}},
             {"rhythm", {"quarterly"}},
             {"shares_days", {"1"}}});
    const auto standing = add(kinds_.groups, {{"title", {say({"Samverkansgruppen", "Samarbeidsgruppen"})}},
                                              {"kind", {"standing_group"}},
                                              {"purpose",
                                               {say({"För arbetet vidare när projektet är slut.",
                                                     "Fører arbeidet videre når prosjektet er slutt."})}},
                                              {"rhythm", {"monthly"}}});
    add(kinds_.members, {{"title", {say({"Kommunledningen", "Kommuneledelsen"})}},
                         {"body", {steering_}},
                         {"part", {"lead"}}});
    add(kinds_.members, {{"title", {say({"Biblioteket", "Biblioteket"})}}, {"body", {steering_}}});
    add(kinds_.members,
        {{"title", {say({"Pensionärsrådet", "Eldrerådet"})}}, {"body", {steering_}}, {"part", {"observer"}}});
    last_ = add(
        kinds_.meetings,
        {{"title", {say({"Styrgruppen, hösten", "Styringsgruppen, høsten"})}},
         {"body", {steering_}},
         {"day", {day(-40)}},
         {"begins", {"13.00"}},
         {"state", {"held"}},
         {"minutes", {say({"Gruppen gick igenom höstens siffror.", "Gruppen gikk gjennom høstens tall."})}},
         {"minutes_state", {"approved"}}});
    next_ = add(kinds_.meetings, {{"title", {say({"Styrgruppen, vintern", "Styringsgruppen, vinteren"})}},
                                  {"body", {steering_}},
                                  {"day", {day(16)}},
                                  {"begins", {"13.00"}},
                                  {"minutes_long", {"90"}},
                                  {"venue", {say({"Kommunhuset", "Rådhuset"})}}});
    const auto handover =
        add(kinds_.handovers, {{"title", {say({"Fika med telefonen", "Kaffe med telefonen"})}},
                               {"body", {standing}},
                               {"node", {project()}},
                               {"day", {day(90)}}});
    add(kinds_.points,
        {{"title", {say({"Tolv ledare kan hålla fikat själva", "Tolv ledere kan holde kaffen selv"})}},
         {"handover", {handover}},
         {"kind", {"residents"}},
         {"state", {"done"}},
         {"evidence", {say({"Listan från utbildningen", "Listen fra opplæringen"})}},
         {"day", {day(-10)}}});
    add(kinds_.points, {{"title", {say({"Antal fikastunder följs upp varje halvår",
                                        "Antall kaffestunder følges opp hvert halvår"})}},
                        {"handover", {handover}},
                        {"kind", {"monitoring"}}});
    add(kinds_.points, {{"title", {say({"Nya surfplattor är beställda", "Nye nettbrett er bestilt"})}},
                        {"handover", {handover}},
                        {"kind", {"action"}}});
}

void DemoOfBodies::add_groups_of_work() {
    const auto departments =
        add(kinds_.groups, {{"title", {say({"Digital hjälp i alla förvaltningar", "Digital hjelp i alle etater"})}},
                            {"kind", {"cross_department"}},
                            {"purpose",
                             {say({"Samordnar hjälpen mellan förvaltningarna och föreslår hur den fördelas.",
                                   "Samordner hjelpen mellom etatene og foreslår hvordan den fordeles."})}},
                            {"node", {project()}},
                            {"rhythm", {"monthly"}}});
    add(kinds_.members, {{"title", {say({"Biblioteket", "Biblioteket"})}},
                         {"body", {departments}},
                         {"function", {function()}},
                         {"part", {"lead"}}});
    add(kinds_.members,
        {{"title", {say({"Vård och omsorg", "Helse og omsorg"})}}, {"body", {departments}}, {"part", {"member"}}});
    add(kinds_.groups, {{"title", {say({"Sekretariatet", "Sekretariatet"})}},
                        {"kind", {"secretariat"}},
                        {"purpose", {say({"Ser till att handlingar och protokoll arkiveras.",
                                          "Sørger for at dokumenter og referater arkiveres."})}}});
}

void DemoOfBodies::add_decisions() {
    add(kinds_.items,
        {{"title", {say({"Läget i planen", "Status i planen"})}}, {"meeting", {next_}}, {"place", {"1"}}});
    add(kinds_.items,
        {{"title", {say({"Öppet på onsdagskvällar", "Åpent onsdagskvelder"})}},
         {"meeting", {next_}},
         {"place", {"2"}},
         {"kind", {"decision"}},
         {"proposal",
          {say({"Biblioteket håller öppet till 20 på onsdagar under våren.",
                "Biblioteket holder åpent til kl. 20 på onsdager i vår."})}},
         {"economic", {say({"60 000 kronor, inom budgeten.", "60 000 kroner, innenfor budsjettet."})}},
         {"administrative",
          {say({"Ett schema till för två medarbetare.", "En turnus til for to ansatte."})}}});
    add(kinds_.decisions, {{"title", {say({"Planens andra utgåva antas", "Andre utgave av planen vedtas"})}},
                           {"body", {steering_}},
                           {"meeting", {last_}},
                           {"day", {day(-40)}},
                           {"basis", {say({"Handlingsplan, utgåva 2", "Handlingsplan, utgave 2"})}},
                           {"node", {project()}},
                           {"budget", {linked("budget.budget", "")}},
                           {"is_published", {"1"}}});
    add(kinds_.decisions, {{"title", {say({"Hjälp på bokbussen prövas", "Hjelp på bokbussen prøves ut"})}},
                           {"body", {steering_}},
                           {"meeting", {last_}},
                           {"day", {day(-40)}},
                           {"result", {"changed"}},
                           {"state", {"open"}},
                           {"due", {day(30)}},
                           {"is_published", {"1"}}});
}

void DemoOfBodies::add_around_plan() {
    add(kinds_.method, {{"title", {say({"Samtal med enhetschefer", "Samtaler med enhetsledere"})}},
                        {"kind", {"interview"}},
                        {"who", {say({"Enhetschefer", "Enhetsledere"})}},
                        {"times", {"6"}},
                        {"day", {day(-200)}}});
    add(kinds_.method,
        {{"title", {say({"Verkstad om vad som är viktigast", "Verksted om hva som er viktigst"})}},
         {"kind", {"workshop"}},
         {"times", {"1"}},
         {"day", {day(-180)}},
         {"result", {say({"Utmaningarna fick poäng.", "Utfordringene fikk poeng."})}}});
    add(kinds_.factors, {{"title", {say({"Tid att lära sig", "Tid til å lære"})}}, {"kind", {"soft"}}});
    add(kinds_.factors, {{"title", {say({"Någon att fråga", "Noen å spørre"})}}, {"kind", {"soft"}}});
    add(kinds_.demography, {{"title", {say({"Andel invånare över 65 år", "Andel innbyggere over 65 år"})}},
                            {"figure", {"33 %"}},
                            {"year", {"2025"}},
                            {"source", {say({"Påhittad siffra", "Oppdiktet tall"})}}});
    add(kinds_.checks,
        {{"title",
          {say({"Finns det en väg för den som inte kan digitalt?",
                "Finnes det en vei for den som ikke kan digitalt?"})}},
         {"checklist", {say({"Vår egen checklista", "Vår egen sjekkliste"})}},
         {"concerns", {say({"Ansökan om färdtjänst", "Søknad om TT-kort"})}},
         {"node", {project()}},
         {"answer", {"yes"}},
         {"evidence", {say({"Pappersblanketten finns kvar.", "Papirskjemaet finnes fortsatt."})}},
         {"day", {day(-12)}}});
    add(kinds_.checks,
        {{"title",
          {say({"Har personalen fått pröva före starten?", "Har de ansatte fått prøve før starten?"})}},
         {"checklist", {say({"Vår egen checklista", "Vår egen sjekkliste"})}}});
    for (const auto& [name, state] :
         {std::pair("Lotsby", "in_operation"), std::pair("Losvik", "started"), std::pair("Fyrby", "planned")})
        add(kinds_.rollout, {{"title", {name}},
                             {"region", {say({"Påhittade länet", "Oppdiktet fylke"})}},
                             {"node", {project()}},
                             {"day", {day(state == std::string_view("planned") ? 40 : -20)}},
                             {"state", {state}}});
}

void DemoOfBodies::add_systems() {
    add(kinds_.systems,
        {{"title", {say({"E-tjänsteplattformen", "E-tjenesteplattformen"})}},
         {"layer", {"e_services"}},
         {"used_fully", {"no"}},
         {"trained", {"yes"}},
         {"duplicates", {"no"}},
         {"debt", {"low"}},
         {"debt_about", {say({"Gamla formulär måste göras om.", "Gamle skjemaer må lages på nytt."})}}});
    add(kinds_.systems,
        {{"title", {say({"Nätet på äldreboendena", "Nettet på sykehjemmene"})}},
         {"layer", {"infrastructure"}},
         {"debt", {"high"}},
         {"debt_cost", {"450000"}},
         {"debt_about",
          {say({"Wifi saknas i hälften av rummen.", "Wifi mangler i halvparten av rommene."})}}});
    for (const auto& step : {Said{"Vad behöver användarna?", "Hva trenger brukerne?"},
                             Said{"Vem utbildar personalen?", "Hvem lærer opp de ansatte?"},
                             Said{"Hur får invånarna veta?", "Hvordan får innbyggerne vite det?"}})
        add(kinds_.process, {{"title", {say(step)}}});
    add(kinds_.introductions,
        {{"title", {say({"Ansökan om färdtjänst på nätet", "Søknad om TT-kort på nettet"})}},
         {"kind", {"e_service"}},
         {"day", {day(60)}}});
    add(kinds_.services,
        {{"title", {say({"Färdtjänst", "TT-kort"})}}, {"tier", {"self_service"}}, {"day", {day(-30)}}});
    add(kinds_.services,
        {{"title", {say({"Trygghetslarm", "Trygghetsalarm"})}}, {"tier", {"external"}}, {"day", {day(-30)}}});
    add(kinds_.services, {{"title", {say({"Bygglov", "Byggesak"})}}});
}

}  // namespace

void load_demo(Kinds& kinds, const municipality::Municipalities& municipalities, const Demo& demo) {
    for (const auto& id : demo.complete) {
        if (!municipalities.is_active(id) || kinds.groups.list(kinds.groups.around(id), {}, 1, 0).found > 0)
            continue;
        const auto around = municipality::surroundings_of(municipalities, kinds.groups, id, kinds.groups.now());
        DemoOfBodies made_up(kinds, id, demo.account ? demo.account(id, http::Role::editor) : "", around.language == "nb");
        made_up.add_groups();
        made_up.add_groups_of_work();
        made_up.add_decisions();
        made_up.add_around_plan();
        made_up.add_systems();
    }
}

}  // namespace digilots::bodies
