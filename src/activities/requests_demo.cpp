// Requests in the made-up municipalities: in all states, from localities that are nowhere else.
#include "activities/requests.h"
#include "platform/base/time.h"

namespace digilots::activities {

namespace {

/// As people there say it: Swedish, Norwegian.
struct MadeUpRequest {
    const char* title[2];
    const char* wish[2];
    const char* locality[2];
    const char* asker[2];
    const char* asker_kind;
    const char* source;
    const char* topic;
    const char* kind;
    const char* suits[2];
    const char* rooms[2];
    const char* answer[2];
    const char* outcome[2];
    const char* state;
    const char* expected;
    int days_ago, months_ahead;  // 0: no month
};
constexpr MadeUpRequest made_up_requests[] = {
    {{"Digital salong i bygdegården", "Digital salong i grendehuset"},
     {"Många här har fått ny telefon och vill lära sig mer, i lugn takt och med kaffe.",
      "Mange her har fått ny telefon og vil lære mer, i rolig tempo og med kaffe."},
     {"Lillnäset", "Litlneset"},
     {"Lillnäsets byalag", "Litlneset grendelag"},
     "village", "form", "mobile", "digital_salong",
     {"En vardagskväll, helst tisdag", "En hverdagskveld, helst tirsdag"},
     {"Samlingssal, projektor, kök. Ramp vid ingången.", "Samlingssal, prosjektor, kjøkken. Rampe ved inngangen."},
     {"", ""}, {"", ""}, "wished", "25", 6, 0},
    {{"Hjälp med e-legitimation efter gudstjänsten", "Hjelp med e-ID etter gudstjenesten"},
     {"", ""},
     {"Storlund", "Storlund"},
     {"Storlunds församling", "Storlund menighet"},
     "church", "talk", "e_id", "drop_in",
     {"En söndag efter klockan 12", "En søndag etter klokka 12"},
     {"Församlingshemmet, trådlöst nät", "Menighetshuset, trådløst nett"},
     {"", ""}, {"", ""}, "wished", "15", 20, 0},
    {{"Trygg på nätet för föreningens medlemmar", "Trygg på nett for foreningens medlemmer"},
     {"Flera har fått bluffsamtal. Vi vill gärna ha med banken.", "Flere har fått svindelanrop. Vi vil gjerne ha med banken."},
     {"Kvarnängen", "Kvernenga"},
     {"Kvarnängens pensionärsförening", "Kvernenga pensjonistforening"},
     "association", "partner_meeting", "online_safety", "lecture",
     {"Dagtid i vår", "På dagtid i vår"},
     {"Föreningslokal, 40 platser", "Foreningslokale, 40 plasser"},
     {"Vi har frågat banken och letar efter en dag.", "Vi har spurt banken og leter etter en dag."},
     {"", ""}, "found", "40", 34, 3},
    {{"Surfplattor för nybörjare", "Nettbrett for nybegynnere"},
     {"Fyra gånger, samma grupp.", "Fire ganger, samme gruppe."},
     {"Lillnäset", "Litlneset"},
     {"Studieförbundet i Lillnäset", "Studieforbundet på Litlneset"},
     "school", "form", "tablet", "short_course",
     {"Onsdagar", "Onsdager"},
     {"Skolans bibliotek, tio surfplattor", "Skolebiblioteket, ti nettbrett"},
     {"Vi kommer fyra onsdagar. Lokalen är bokad.", "Vi kommer fire onsdager. Lokalet er bestilt."},
     {"", ""}, "planned", "10", 48, 2},
    {{"Digitalt kafé i sommarstugeområdet", "Digital kafé i hytteområdet"},
     {"", ""},
     {"Sandhamnsvik", "Sandhamnvika"},
     {"", ""},
     "own", "needs_inventory", "e_services", "digital_cafe",
     {"I juli", "I juli"},
     {"Utomhus, tak vid kiosken", "Utendørs, tak ved kiosken"},
     {"", ""}, {"", ""}, "planned", "", 55, 7},
    {{"Hjälp med telefonen på sygruppens träff", "Hjelp med telefonen på strikkegruppens treff"},
     {"", ""},
     {"Storlund", "Storlund"},
     {"Storlunds hemslöjdsförening", "Storlund husflidslag"},
     "association", "talk", "mobile", "group_activity",
     {"Torsdag förmiddag", "Torsdag formiddag"},
     {"Slöjdlokalen", "Husflidslokalet"},
     {"Vi kommer på er träff.", "Vi kommer på treffet deres."},
     {"Tolv kom. Flera vill ha hjälp med e-legitimation: en ny träff är önskad.",
      "Tolv kom. Flere vil ha hjelp med e-ID: et nytt treff er ønsket."},
     "held", "12", 75, 0},
    {{"Kvällskurs i kalkylprogram", "Kveldskurs i regneark"},
     {"För anställda som vill lära sig mer.", "For ansatte som vil lære mer."},
     {"Kvarnängen", "Kvernenga"},
     {"Kvarnängens trävaror", "Kvernenga trevare"},
     "employer", "form", "", "short_course",
     {"Kvällar", "Kvelder"},
     {"Konferensrum", "Møterom"},
     {"Kurser för företag ger vi inte. Studieförbundet har en som börjar i januari.",
      "Kurs for bedrifter gir vi ikke. Studieforbundet har ett som begynner i januar."},
     {"", ""}, "declined", "8", 90, 0},
};

}  // namespace

void load_demo_requests(Activities& activities, const http::Tenant& tenant, std::string_view account) {
    const auto& self = Inside::of(activities);
    const auto around = around_requests(self, tenant.id);
    const std::size_t language = tenant.country == "NO" ? 1 : 0;
    for (const auto& made : made_up_requests) {
        register_::Draft draft{{"title", {made.title[language]}},
                               {"wish", {made.wish[language]}},
                               {"locality", {made.locality[language]}},
                               {"asker", {made.asker[language]}},
                               {"asker_kind", {made.asker_kind}},
                               {"source", {made.source}},
                               {"topic", {made.topic}},
                               {"kind", {made.kind}},
                               {"languages", {around.language}},
                               {"suits", {made.suits[language]}},
                               {"rooms", {made.rooms[language]}},
                               {"answer", {made.answer[language]}},
                               {"outcome", {made.outcome[language]}},
                               {"state", {made.state}},
                               {"expected", {made.expected}},
                               {"asked_on", {base::format_date(base::add_days(around.today, -made.days_ago))}}};
        if (made.months_ahead > 0) {
            const auto month = base::format_date(base::add_days(around.today, made.months_ahead * 30));
            draft["plan_year"] = {month.substr(0, 4)};
            draft["plan_month"] = {month.substr(5, 2)};
        }
        activities.requests().add(around, draft, account);
    }
}

}  // namespace digilots::activities
