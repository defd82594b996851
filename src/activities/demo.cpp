// A term in the made-up municipalities: over, running, to come.
#include <algorithm>
#include <array>

#include "activities/requests.h"
#include "platform/base/time.h"
#include "platform/i18n/translator.h"
#include "taxonomy/taxonomy.h"

namespace digilots::activities {

namespace {

/// As people there say it: Swedish, Norwegian.
struct MadeUpActivity {
    const char* title[2];
    const char* about[2];
    const char* kind;
    const char* topic;
    const char* group;
    int weekday, hour, minutes, every;  // Monday is 0; weeks
    int capacity, minimum;
    const char* partner[2];
    const char* partner_kind;
    const char* purpose = "support";
};
constexpr MadeUpActivity made_up[] = {
    {{"Digitalt kafé", "Digital kafé"},
     {"Ta med telefonen eller surfplattan. Vi hjälper till med det du undrar över, och det finns kaffe.",
      "Ta med telefonen eller nettbrettet. Vi hjelper deg med det du lurer på, og det er kaffe."},
     "digital_cafe",
     "mobile",
     "older",
     1,
     10,
     120,
     1,
     20,
     0,
     {"PRO Lotsby", "Losvik pensjonistforening"},
     "association"},
    {{"Kom igång med e-legitimation", "Kom i gang med e-ID"},
     {"Steg för steg, i lugn takt. Ta med en giltig legitimation.",
      "Steg for steg, i rolig takt. Ta med gyldig legitimasjon."},
     "short_course",
     "e_id",
     "older",
     3,
     14,
     90,
     2,
     8,
     4,
     {"Studieförbundet", "Studieforbundet"},
     "school"},
    {{"Prata och surfa: datorn på lätt svenska", "Prat og data på lett norsk"},
     {"För dig som är ny i landet. Vi övar på ord och på kommunens e-tjänster.",
      "For deg som er ny i landet. Vi øver på ord og på kommunens tjenester."},
     "group_activity",
     "e_services",
     "newly_arrived",
     2,
     17,
     90,
     1,
     12,
     0,
     {"Röda korset", "Røde Kors"},
     "association"},
    {{"Trygg på nätet: så känner du igen bluff", "Trygg på nett: slik kjenner du igjen svindel"},
     {"Föreläsning med frågor. Polis och bank är med.", "Foredrag med spørsmål. Politi og bank er med."},
     "lecture",
     "online_safety",
     "older",
     0,
     18,
     90,
     4,
     60,
     10,
     {"Sparbanken", "Sparebanken"},
     "company"},
    {{"Fråga hemifrån: e-tjänster på skärmen", "Spør hjemmefra: tjenester på skjermen"},
     {"Vi ses på webben och går igenom dina frågor. Länken får du när du har anmält dig.",
      "Vi møtes på nettet og går gjennom spørsmålene dine. Lenken får du når du har meldt deg på."},
     "workshop",
     "e_services",
     "older",
     2,
     13,
     60,
     2,
     12,
     0,
     {"", ""},
     ""},
    {{"Föräldrar börjar med förskoleappen", "Foreldre begynner med barnehageappen"},
     {"Vi loggar in första gången tillsammans och anmäler frånvaro. Modersmålslärare är med.",
      "Vi logger inn første gang sammen og melder fravær. Morsmålslærere er med."},
     "short_course",
     "e_services",
     "newly_arrived",
     3,
     15,
     90,
     3,
     16,
     0,
     {"", ""},
     ""},
    {{"Internutbildning: bemötande vid disken", "Internopplæring: møtet ved skranken"},
     {"För personal som möter invånare.", "For ansatte som møter innbyggere."},
     "internal_training",
     "e_services",
     "staff",
     4,
     9,
     120,
     4,
     15,
     0,
     {"", ""},
     "",
     "competence"},
};
constexpr int weeks_back = 7, weeks_ahead = 9, weeks_of_year = 51;

std::string activity_of(Activities::Implementation& self, const register_::Surroundings& around,
                        const MadeUpActivity& made, std::size_t language, const std::string& place,
                        const std::string& unit, std::string_view account) {
    register_::Draft draft{{"title", {made.title[language]}},
                           {"kind", {made.kind}},
                           {"purpose", {made.purpose}},
                           {"about", {made.about[language]}},
                           {"target_groups", {made.group}},
                           {"steps", {"skills"}},
                           {"languages", {around.language}},
                           {"place", {place}},
                           {"needs_sign_up", {"1"}}};
    if (!unit.empty()) draft["unit"] = {unit};
    if (made.group == std::string_view("newly_arrived")) {
        draft["languages"].emplace_back("ar");
        draft["leader"] = {"newcomer"};
    }
    // A flag that is sent is set, whatever stands in it.
    if (made.group != std::string_view("staff")) draft["is_published"] = {"1"};
    if (taxonomy::find(taxonomy::List::topic, made.topic)) draft["topics"] = {made.topic};
    // As the campaign weeks of the demo are called (data/demo).
    constexpr const char* weeks[] = {"Alla digitalt-veckan", "Digitaluka"};
    if (made.kind == std::string_view("digital_cafe")) draft["campaign"] = {std::string(weeks[language]) + " 2026"};
    if (made.kind == std::string_view("group_activity")) draft["campaign"] = {std::string(weeks[language]) + " 2027"};
    const auto added = self.activities.add(around, draft, account);
    if (!added) return "";
    if (made.partner[language][0])
        self.partners.add(municipality::surroundings_of(self.neighbours.municipalities, self.partners,
                                                        around.municipality_id, self.clock.now()),
                          {{"title", {made.partner[language]}},
                           {"activity", {added->id}},
                           {"kind", {made.partner_kind}},
                           {"role", {"speaker"}}},
                          account);
    return added->id;
}

void sign_people_up(Activities& activities, const http::Tenant& tenant, const std::string& session,
                    int people) {
    const auto& words = i18n::translator(tenant.languages.front());
    constexpr std::array names{"Gun", "Sven", "Amina", "Karin", "Ali", "Rut", "Bengt", "Maria"};
    for (int at = 0; at < people; ++at)
        activities.sign_up(
            tenant, session,
            {.persons = at % 5 == 4 ? 2 : 1,
             .name = names[static_cast<std::size_t>(at) % names.size()],
             .by_staff = true},
            words);
}

/// When nobody comes, wherever it is.
bool is_christmas(base::Date date) {
    const auto month = static_cast<unsigned>(date.month()), day = static_cast<unsigned>(date.day());
    return (month == 12 && day >= 23) || (month == 1 && day <= 6);
}

/// From midsummer until schools begin.
bool is_summer(base::Date date) {
    const auto month = static_cast<unsigned>(date.month()), day = static_cast<unsigned>(date.day());
    return (month == 6 && day >= 19) || month == 7 || (month == 8 && day <= 16);
}

/// Those of a time, from the first week to the last, counted from this one.
std::vector<NewSession> sessions_of(const MadeUpActivity& made, base::Date today, const std::string& place, int first, int last) {
    std::vector<NewSession> sessions;
    const auto monday = base::add_days(today, -base::weekday_of(today));
    for (int week = first; week <= last; week += made.every) {
        const auto day = base::add_days(monday, 7 * week + made.weekday);
        if (is_christmas(day) || (week < -weeks_back && is_summer(day))) continue;
        NewSession session{
            .starts = calendar::wall_time(day, made.hour * 60),
            .place = place,
            .capacity = made.capacity};
        session.ends = session.starts + std::chrono::minutes(made.minutes);
        const std::string_view kind = made.kind;
        if (kind == "lecture") session.remote = "https://mote.example.org/trygg";
        if (kind == "workshop") {
            session.place = "";
            session.remote = "https://mote.example.org/fraga";
        }
        if (made.minimum > 0) {
            session.minimum = made.minimum;
            session.decide_on = base::add_days(calendar::date_of(session.starts), -1);
        }
        sessions.push_back(std::move(session));
    }
    return sessions;
}

/// What those who counted wrote down: Swedish, Norwegian.
struct WrittenDown {
    const char *note[2], *asked[2], *needs[2], *next_step[2];
};
constexpr WrittenDown written_down[] = {
    {{"Lugnt och bra stämning, alla fick hjälp.", "Rolig og god stemning, alle fikk hjelp."},
     {"Hur vet jag att ett sms är äkta?", "Hvordan vet jeg at en sms er ekte?"},
     {"Kurs om Swish på somaliska", "Kurs om Vipps på somali"},
     {"Fråga studieförbundet om en ledare.", "Spør studieforbundet om en leder."}},
    {{"Flera kom för första gången.", "Flere kom for første gang."},
     {"Kan man få e-legitimation utan svenskt pass?", "Kan man få e-ID uten norsk pass?"},
     {"", ""},
     {"Ta med fler laddare.", "Ta med flere ladere."}},
    {{"", ""},
     {"", ""},
     {"Träff på kvällstid för dem som arbetar", "Treff på kveldstid for dem som jobber"},
     {"", ""}}};

void write_down(Attendance& counted, std::size_t language, std::size_t which) {
    const auto& said = written_down[which];
    counted.note = said.note[language];
    counted.asked = said.asked[language];
    counted.needs = said.needs[language];
    counted.next_step = said.next_step[language];
}

/// What is over is counted, but for the latest; to what is to come people are signed up.
void fill_session(Activities& activities, const register_::Surroundings& around, const http::Tenant& tenant,
                  const std::string& id, const NewSession& session, std::size_t number,
                  std::string_view account) {
    const auto now = Inside::of(activities).clock.now();
    const auto ends = calendar::to_instant(session.ends, around.zone);
    const auto came = 4 + static_cast<std::int64_t>(number * 5 % 7);
    if (ends < now - std::chrono::hours(48)) {
        Attendance counted{.women = came,
                           .men = came / 2,
                           .not_stated = number % 3 == 0 ? 1 : 0,
                           .did_not_come = number % 2 == 0 ? 1 : 0,
                           .found_us = {{"knew", came / 2}, {"friends", came / 3}, {"paper", number % 2 == 0 ? 2 : 1}},
                           .material = 15'000};
        constexpr std::size_t every = 4;  // so often somebody writes down what came of it
        if (number % every == 1) write_down(counted, around.language == "sv" ? 0 : 1, number / every % std::size(written_down));
        activities.count(around, id, counted, account, base::Seen::anything());
    } else if (ends > now) {
        // The nearest are full first.
        const auto weeks = static_cast<int>((ends - now) / std::chrono::hours(24 * 7));
        const int many = session.capacity < 10 ? static_cast<int>(*session.capacity) + 2 : 9;
        sign_people_up(activities, tenant, id, std::max(0, many - 2 * weeks));
    }
}

/// What was before this term, a year back: fewer came in its beginning, and now and then one was cancelled. All of it in one
/// step, for it is much.
void add_year_before(Activities& activities, const register_::Surroundings& around, const MadeUpActivity& made,
                     const std::string& activity, const std::string& place, std::string_view account) {
    auto& self = Inside::of(activities);
    const int terms = (weeks_of_year - weeks_back) / made.every;
    const auto sessions =
        sessions_of(made, around.today, place, -weeks_back - terms * made.every, -weeks_back - made.every);
    const auto ids = activities.add_sessions(around, activity, sessions, account);
    if (!ids) return;
    constexpr std::size_t one_is_cancelled = 17;
    const std::string why = around.language == "sv" ? "Handledaren var sjuk." : "Veilederen var syk.";
    self.database.write(
        [&](db::Connection& connection) {
            for (std::size_t at = 0; at < ids->size(); ++at) {
                if (at % one_is_cancelled == one_is_cancelled / 2) {
                    self.cancel_in(connection, around.municipality_id, (*ids)[at], 1, why, account);
                    continue;
                }
                const auto women = 2 + static_cast<std::int64_t>(at * 5 % 7 + at * 3 / ids->size());
                const Attendance counted{.women = women,
                                         .men = women / 2,
                                         .not_stated = at % 3 == 0 ? 1 : 0,
                                         .did_not_come = at % 4 == 0 ? 1 : 0,
                                         .found_us = {{"knew", women / 2}, {"friends", women / 3}, {"paper", 1}}};
                self.count_in(connection, around, (*ids)[at], counted, account, base::Seen::anything());
            }
        },
        db::Isolation::deciding);
}

void load_term(Activities& activities, const http::Tenant& tenant, const std::string& library, std::string_view account) {
    auto& self = Inside::of(activities);
    const auto around = self.around(tenant.id);
    std::vector<std::string> places;
    for (const auto held = self.neighbours.directory.snapshot(tenant.id); const auto& place : held->places) {
        const bool is_for_all = !place.mobile && !place.answers_own_field_alone();
        if (place.status == directory::Status::open && is_for_all && places.size() < 3) places.push_back(place.id);
    }
    const std::size_t language = tenant.country == "NO" ? 1 : 0;
    std::size_t number = 0;
    for (const auto& made : made_up) {
        const auto place = places.empty() ? "" : places[number++ % places.size()];
        // One belongs to the library, which counts it; the others to nobody.
        const auto unit = made.kind == std::string_view("lecture") ? library : std::string();
        const auto activity = activity_of(self, around, made, language, place, unit, account);
        if (!activity.empty()) add_year_before(activities, around, made, activity, place, account);
        const auto sessions = sessions_of(made, around.today, place, -weeks_back, weeks_ahead);
        const auto ids = activities.add_sessions(around, activity, sessions, account);
        if (!ids) continue;
        for (std::size_t at = 0; at < ids->size(); ++at)
            fill_session(activities, around, tenant, (*ids)[at], sessions[at], at + number, account);
    }
    const register_::Draft undated{
        {"title", {language == 1 ? "Digital salong i bygdene" : "Digital salong i byarna"}},
        {"kind", {"digital_salong"}},
        {"purpose", {"support"}},
        {"per_term", {"4"}},
        {"needs_sign_up", {"1"}},
        {"is_published", {"1"}}};
    activities.activities().add(around, undated, account);
}

}  // namespace

void load_demo(Activities& activities, const Demo& demo) {
    const auto& municipalities = Inside::of(activities).neighbours.municipalities;
    for (const auto& id : demo.complete) {
        const auto about = municipalities.about(id);
        const auto tenant = about ? municipalities.find_tenant(about->slug) : std::nullopt;
        if (!tenant) continue;
        const auto programme = activities.programme(id);
        if (!std::ranges::all_of(programme->activities, [](const Activity& one) { return one.sessions.empty(); })) continue;
        const auto account = demo.account ? demo.account(id, http::Role::guide) : "";
        const auto library = demo.unit ? demo.unit(id, tenant->country == "NO" ? "Biblioteket" : "Biblioteken") : "";
        load_term(activities, *tenant, library, account);
        load_demo_requests(activities, *tenant, account);
    }
}

}  // namespace digilots::activities
