// A made-up round, and a few lines in each list, so that every page has something to see.
#include "needs/mapping_import.h"
#include "platform/base/ensure.h"
#include "platform/base/time.h"

namespace digilots::needs {

namespace {

using register_::Draft, register_::Records, register_::Surroundings;

struct InTwo {
    const char *sv, *nb;
};

/// Adds in the municipality's language.
class MadeUp {
public:
    MadeUp(Kinds& kinds, std::string municipality, std::string account, bool is_norwegian)
        : kinds_(kinds),
          municipality_(std::move(municipality)),
          account_(std::move(account)),
          is_norwegian_(is_norwegian) {}

    std::string say(InTwo words) const { return is_norwegian_ ? words.nb : words.sv; }
    std::string day(int before) const {
        return base::format_date(base::add_days(kinds_.rounds.around(municipality_).today, -before));
    }
    std::string add(Records& records, Draft draft) const {
        const auto added = records.add(records.around(municipality_), draft, account_);
        ENSURE(added.has_value());
        return added->id;
    }
    void add_mapping() const;
    void add_lists() const;
    void add_further_lists() const;

private:
    std::string question(const std::string& round, const char* code) const {
        const register_::ListQuery query{.filters = {{"round", round}}};
        for (const auto& one :
             kinds_.questions.list(kinds_.questions.around(municipality_), query, 100, 0).records)
            if (one.text("code") == code) return one.id;
        return "";
    }
    Kinds& kinds_;
    std::string municipality_, account_;
    bool is_norwegian_;
};

struct Finding {
    const char *code, *area, *certainty, *resident;
    InTwo text, role;
};
constexpr Finding findings[] = {
    {"N1",
     "support",
     "confirmed",
     "yes",
     {"De flesta möter biblioteket eller växeln först.",
      "De fleste møter biblioteket eller sentralbordet først."},
     {"bibliotekarie", "bibliotekar"}},
    {"N2",
     "support",
     "stated",
     "yes",
     {"Man frågar den man känner, ofta ett barnbarn.", "Man spør den man kjenner, ofte et barnebarn."},
     {"besökare", "besøkende"}},
    {"N2",
     "support",
     "assumed",
     "no",
     {"Hemtjänsten får många frågor utan att det är deras uppdrag.",
      "Hjemmetjenesten får mange spørsmål uten at det er deres oppgave."},
     {"hemtjänst", "hjemmetjeneste"}},
    {"N3",
     "residents",
     "stated",
     "yes",
     {"Att byta telefon utan att förlora BankID.", "Å bytte telefon uten å miste BankID."},
     {"deltagare i kurs", "kursdeltaker"}},
    {"O7",
     "support",
     "stated",
     "no",
     {"Hjälp på kvällar i byarna saknas.", "Hjelp om kvelden i bygdene mangler."},
     {"bokbuss", "bokbuss"}},
    {"D3",
     "internal",
     "stated",
     "no",
     {"En halv dag om hur man hänvisar, två gånger om året.",
      "En halv dag om hvordan man viser videre, to ganger i året."},
     {"enhetschef", "enhetsleder"}}};

void MadeUp::add_mapping() const {
    const auto round =
        add(kinds_.rounds,
            {{"title", {say({"Kartläggning av hösten", "Kartlegging av høsten"})}},
             {"mark", {"kartlaggning-1"}},
             {"first_day", {day(90)}},
             {"last_day", {day(20)}},
             {"state", {"review"}},
             {"shared", {"all"}},
             {"scope",
              {say({"Biblioteket, kontaktcenter, hemtjänsten och tre mötesplatser.",
                    "Biblioteket, servicetorget, hjemmetjenesten og tre møteplasser."})}},
             {"method",
              {say({"Elva intervjuer, en enkät till enheterna och ett möte med besökare.",
                    "Elleve intervjuer, en undersøkelse til enhetene og ett møte med besøkende."})}},
             {"begins_with", {"template"}}});
    for (const auto& one : findings)
        add(kinds_.answers, {{"title", {say(one.text)}},
                             {"round", {round}},
                             {"area", {one.area}},
                             {"question", {question(round, one.code)}},
                             {"kind", {"fact"}},
                             {"certainty", {one.certainty}},
                             {"roles", {say(one.role)}},
                             {"way", {"interview"}},
                             {"informants", {"3"}},
                             {"resident_asked", {one.resident}},
                             {"day", {day(40)}},
                             {"state", {"done"}}});
    add(kinds_.recommendations,
        {{"title",
          {say({"Öppet på onsdagskvällar i byarna under våren", "Åpent onsdagskvelder i bygdene i vår"})}},
         {"round", {round}},
         {"area", {"support"}},
         {"kind", {"decision"}},
         {"state", {"decided"}},
         {"due", {base::format_date(base::add_days(kinds_.rounds.around(municipality_).today, 60))}}});
    add(kinds_.recommendations, {{"title",
                                  {say({"Kort kurs i att hänvisa för hemtjänsten",
                                        "Kort kurs i å vise videre for hjemmetjenesten"})}},
                                 {"round", {round}},
                                 {"area", {"internal"}},
                                 {"kind", {"wish"}},
                                 {"state", {"new"}}});
    add(kinds_.examples, {{"title",
                           {say({"Fika med telefonen: två timmar, inga frågor är dumma",
                                 "Kaffe med telefonen: to timer, ingen spørsmål er dumme"})}},
                          {"about",
                           {say({"En gång i veckan vid samma bord. Den som kan en sak visar nästa.",
                                 "En gang i uken ved samme bord. Den som kan en ting, viser den neste."})}},
                          {"tags", {say({"drop-in\nbyar", "drop-in\nbygder"})}},
                          {"shared", {"all"}}});
}

void MadeUp::add_lists() const {
    const auto group = add(
        kinds_.groups, {{"title", {say({"Äldre som bor ensamma i byarna", "Eldre som bor alene i bygdene"})}},
                        {"target_group", {"older"}},
                        {"people", {"640"}},
                        {"year", {"2025"}},
                        {"source", {say({"Påhittad uppskattning", "Oppdiktet anslag"})}},
                        {"met_at", {say({"Bokbussen\nVårdcentralen", "Bokbussen\nLegekontoret"})}},
                        {"steps", {"motivation", "access"}},
                        {"has_somebody", {"no"}}});
    add(kinds_.supporters,
        {{"title", {say({"Vuxna barn på annan ort", "Voksne barn et annet sted"})}},
         {"of_group", {group}},
         {"decides", {say({"Vilken surfplatta som köps", "Hvilket nettbrett som kjøpes"})}}});
    add(kinds_.equipment,
        {{"title", {say({"Strandgården", "Strandgården"})}},
         {"wifi", {"no"}},
         {"devices", {say({"2 surfplattor", "2 nettbrett"})}},
         {"day", {day(50)}},
         {"idea", {say({"Digital salong en gång i månaden.", "Digital salong en gang i måneden."})}},
         {"supporters", {"14"}}});
    const auto first = add(
        kinds_.challenges,
        {{"title", {say({"Wifi saknas på äldreboenden", "Wifi mangler på sykehjem"})}}, {"state", {"open"}}});
    const auto second =
        add(kinds_.challenges,
            {{"title", {say({"Ingen vet vem som ansvarar", "Ingen vet hvem som har ansvaret"})}},
             {"state", {"open"}}});
    add(kinds_.challenges,
        {{"title", {say({"Brev från myndigheter är svåra", "Brev fra etatene er vanskelige"})}},
         {"state", {"open"}}});
    for (const auto& [challenge, points] : {std::pair(first, "17"), std::pair(second, "11")})
        add(kinds_.points, {{"title", {say({"Verkstad i september", "Verksted i september"})}},
                            {"challenge", {challenge}},
                            {"points", {points}},
                            {"day", {day(70)}}});
    add(kinds_.inventories,
        {{"title", {say({"Behov hos föreningar", "Behov hos foreninger"})}},
         {"partners", {"10"}},
         {"state", {"in_work"}},
         {"results",
          {say({"Hjälp med bidragsansökan\nUtskrift", "Hjelp med søknad om tilskudd\nUtskrift"})}}});
    add(kinds_.signals, {{"title",
                          {say({"Flera frågar om digital brevlåda efter ett utskick",
                                "Flere spør om digital postkasse etter en utsending"})}},
                         {"day", {day(3)}},
                         {"told_by", {"staff"}},
                         {"state", {"new"}}});
    add(kinds_.insights,
        {{"title",
          {say({"Var sjätte vuxen avstår från nätet av oro (påhittad siffra)",
                "Hver sjette voksne lar være å bruke nettet av uro (oppdiktet tall)"})}},
         {"publisher", {say({"Påhittad studie", "Oppdiktet studie"})}},
         {"year", {"2025"}},
         {"conclusion",
          {say({"Trygghet före teknik i våra kurser.", "Trygghet før teknikk i kursene våre."})}},
         {"state", {"in_work"}}});
}

void MadeUp::add_further_lists() const {
    add(kinds_.wishes, {{"title",
                         {say({"Berätta i utskicket om soporna att det finns hjälp",
                               "Fortell i utsendingen om avfall at det finnes hjelp"})}},
                        {"from_group", {say({"Bibliotekets arbetsgrupp", "Bibliotekets arbeidsgruppe"})}},
                        {"to_group", {say({"Kommunikation", "Kommunikasjon"})}},
                        {"state", {"accepted"}}});
    add(kinds_.paper_forms, {{"title", {say({"Ansökan om färdtjänst", "Søknad om TT-kort"})}},
                             {"volume", {"320"}},
                             {"year", {"2025"}},
                             {"why", {"skill", "technology"}}});
    add(kinds_.informal_help,
        {{"title", {say({"Hemtjänst", "Hjemmetjeneste"})}},
         {"how_often", {"daily"}},
         {"questions",
          {say({"Betala räkningar\nLjudet på telefonen", "Betale regninger\nLyden på telefonen"})}},
         {"do_what", {"help"}}});
    add(kinds_.investigations,
        {{"title",
          {say({"Ska biblioteket vara officiellt stöd?", "Skal biblioteket være offisiell støtte?"})}},
         {"data", {say({"Bemanning\nArbetsbelastning", "Bemanning\nArbeidsmengde"})}},
         {"state", {"in_work"}}});
    add(kinds_.guidance,
        {{"title", {say({"Statens servicekontor", "Nav"})}}, {"state", {"open"}}, {"day", {day(30)}}});
    add(kinds_.hits,
        {{"title", {say({"Drop-in på biblioteket", "Drop-in på biblioteket"})}},
         {"hits", {"yes"}},
         {"evidence", {say({"Loggen: flest besök av dem över 75.", "Loggen: flest besøk av dem over 75."})}},
         {"day", {day(10)}}});
}

}  // namespace

void load_demo(Kinds& kinds, const municipality::Municipalities& municipalities, const Demo& demo) {
    for (const auto& id : demo.complete) {
        if (!municipalities.is_active(id) || kinds.rounds.list(kinds.rounds.around(id), {}, 1, 0).found > 0)
            continue;
        const auto stored = municipality::surroundings_of(municipalities, kinds.rounds, id, kinds.rounds.now());
        const MadeUp made_up(kinds, id, demo.account ? demo.account(id, http::Role::editor) : "", stored.language == "nb");
        made_up.add_mapping();
        made_up.add_lists();
        made_up.add_further_lists();
    }
}

}  // namespace digilots::needs
