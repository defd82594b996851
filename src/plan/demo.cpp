// A made-up plan that is alive, in each country's words: something is done, something is late, something is to come.
#include <map>

#include "plan/edition_record.h"
#include "plan/kinds.h"
#include "plan/sql.h"
#include "platform/base/ensure.h"
#include "platform/base/uuid.h"
#include "platform/register/steps.h"

namespace digilots::plan {

namespace {

using register_::Draft;

constexpr int never = 100'000;  // no day

struct MadeUp {
    const char *name, *above, *kind, *code, *swedish, *norwegian;
    int starts, ends, begun, done;  // days from today
    const char* phase = "";
};

constexpr MadeUp parts[] = {
    {"strategy", "", "strategy", "", "Digitaliseringsstrategi (påhittad)", "Digitaliseringsstrategi (oppdiktet)",
     -700, 760, never, never},
    {"plan", "strategy", "plan", "", "Handlingsplan", "Handlingsplan", -650, 730, never, never},
    {"A", "plan", "project", "A", "Digital omställning", "Digital omstilling", -600, 40, never, never, "2"},
    {"A1", "A", "area", "AO1", "Tänka digitalt först", "Tenke digitalt først", -600, 20, never, never, "3"},
    {"A1a", "A1", "activity", "1", "Introduktion för alla chefer", "Introduksjon for alle ledere", -560, -400, -555, -410},
    {"A1b", "A1", "activity", "2", "Tre frågor vid varje inköp", "Tre spørsmål ved hvert innkjøp", -300, -60, -290, never},
    {"A2", "A", "area", "AO2", "Nytt arbetssätt", "Ny måte å arbeide på", -500, 40, never, never, "2"},
    {"A2a", "A2", "activity", "1", "Digitala värdar i receptionen", "Digitale verter i resepsjonen", -400, 30, -390, never},
    {"A3", "A", "area", "AO3", "Drift och stöd för det nya", "Drift og støtte for det nye", -200, 40, never, never, "1"},
    {"B", "plan", "project", "B", "Infrastruktur och system", "Infrastruktur og systemer", 45, 600, never, never, "1"},
    {"B1", "B", "area", "AO1", "Inventering av stödsystem", "Kartlegging av støttesystemer", 45, 300, never, never},
    {"B1a", "B1", "activity", "1", "Lista alla stödsystem", "Liste alle støttesystemer", 60, 150, never, never},
    {"B2", "B", "area", "AO2", "Nät där folk bor", "Nett der folk bor", 90, 600, never, never, "1"},
    {"C", "plan", "project", "C", "Hjälp nära dig", "Hjelp nær deg", -350, 700, never, never, "3"},
    {"C1", "C", "area", "AO1", "Fler platser för hjälp", "Flere steder for hjelp", -350, 400, never, never, "3"},
    {"C1a", "C1", "activity", "1", "Digitalt kafé varje vecka", "Digital kafé hver uke", -340, never, -330, never},
    {"C1b", "C1", "activity", "2", "Hembesök med surfplatta", "Hjemmebesøk med nettbrett", 20, 200, never, never},
    {"C2", "C", "area", "AO2", "Mindre krångliga blanketter", "Enklere skjemaer", -200, 500, never, never},
    {"C2a", "C2", "activity", "1", "Skriv om de fem svåraste", "Skriv om de fem vanskeligste", -180, -20, -170, -30},
    {"D", "plan", "project", "D", "Skola och bibliotek", "Skole og bibliotek", -120, 720, never, never, "1"},
    {"D1", "D", "area", "AO1", "Digitalt lärande", "Digital læring", -120, 500, never, never, "1"},
    {"D2", "D", "area", "AO2", "Kontakt mellan hem och skola", "Kontakt mellom hjem og skole", 30, 720, never, never, "1"},
    {"E", "plan", "project", "E", "En kommun att bo i", "En kommune å bo i", -60, 730, never, never, "1"},
    {"E1", "E", "area", "AO1", "Information som går att förstå", "Informasjon som er til å forstå", -60, 400, never, never, "4"},
    {"E2", "E", "area", "AO2", "Bygga och bo", "Bygge og bo", 100, 730, never, never, "1"},
    {"E3", "E", "area", "AO3", "Stöd inom kommunen", "Støtte i kommunen", 100, 500, never, never, "1"}};

struct Making {
    Kinds& kinds;
    std::string municipality_id, account;
    register_::Surroundings around;
    bool is_norwegian = false;
    std::map<std::string, std::string> ids = {};

    std::string said(const char* swedish, const char* norwegian) const { return is_norwegian ? norwegian : swedish; }
    std::string day(int from_today) const {
        return from_today == never ? "" : base::format_date(base::add_days(around.today, from_today));
    }
    void add(const std::string& name, std::string_view key, Draft draft) {
        auto* records = kinds.find(key);
        ENSURE(records);
        // Nothing said is another thing than something said that is empty.
        std::erase_if(draft, [](const auto& field) { return field.second == std::vector<std::string>{""}; });
        const auto added = records->add(around, draft, account);
        ENSURE(added.has_value());
        ids[name] = added->id;
        // The next one may stand below it: it is to be among what can be chosen.
        kinds.neighbours.versions.refresh();
        around = kinds.around(municipality_id);
    }
    std::string first_of(const char* link) const {
        const auto& links = kinds.nodes.others().links;
        const auto source = links.find(link);
        if (source == links.end()) return "";
        for (const auto& choice : source->second.choices(around))
            if (choice.is_offered) return choice.key;
        return "";
    }
};

void make_parts(Making& make) {
    const auto owner = make.first_of("organisation.function");
    for (const auto& part : parts) {
        Draft draft{{"title", {make.said(part.swedish, part.norwegian)}},
                    {"kind", {part.kind}},
                    {"code", {part.code}},
                    {"parent", {make.ids[part.above]}},
                    {"owner", {owner}},
                    {"starts", {make.day(part.starts)}},
                    {"ends", {make.day(part.ends)}},
                    {"begun_on", {make.day(part.begun)}},
                    {"done_on", {make.day(part.done)}},
                    {"is_published", {"1"}}};
        if (part.ends == never) {
            draft["goes_on"] = {"1"};
            draft["cycle"] = {make.said("Genomgång i mars", "Gjennomgang i mars")};
        }
        const std::string_view kind(part.kind), name(part.name);
        if (kind == "project") draft["targets"] = {name == "B" ? "9.1" : "4.4\n10.2"};
        if (kind == "project")
            draft["municipal_goals"] = {
                make.said("Ingen ska stå utanför (påhittat mål)", "Ingen skal stå utenfor (oppdiktet mål)")};
        if (name == "A")
            draft["status_note"] = {
                make.said("Går framåt; frågorna vid inköp dröjer.", "Går framover; spørsmålene ved innkjøp drøyer.")};
        make.add(part.name, "plan_node", draft);
    }
}

/// As if somebody had moved each: with who and why.
void make_phases(Making& make) {
    auto& nodes = make.kinds.nodes;
    const auto now = make.kinds.clock.now();
    make.kinds.database.write(
        [&](db::Connection& connection) {
            for (const auto& part : parts) {
                if (!*part.phase) continue;
                auto record = register_::find_in(connection, nodes, make.municipality_id, make.ids[part.name]);
                ENSURE(record.has_value());
                connection.execute(sql::add_move, make.municipality_id, base::new_uuid(now), record->id, "", part.phase,
                                   make.said("Så långt har det kommit (påhittat).", "Så langt har det kommet (oppdiktet)."), "",
                                   make.account, base::format_utc(now));
                record->columns["phase"] = std::string(part.phase);
                ENSURE(nodes.put_in(connection, make.around, *record, make.account, base::Seen::anything()).has_value());
            }
        },
        db::Isolation::deciding);
    make.kinds.neighbours.versions.refresh();
}

/// A programme of the shape that a national one had: ten milestones without a lead, six criteria that keep it open.
void make_programme(Making& make) {
    constexpr std::pair<const char*, const char*> milestones[] = {
        {"Rammer for tilbudet", "memo"},        {"Grenser mot andre tjenester", "memo"},
        {"Kart over veiledning som finnes", "map"}, {"Konsekvenser for økonomi og arbeid", "memo"},
        {"Felles kvalitetsmål", "guide"},       {"Tilskudd til å komme i gang", "announcement"},
        {"Veiledning hos statlige etater", "memo"}, {"Hva frivillige kan bidra med", "template"},
        {"Avtale om samarbeid", "agreement"},   {"Sluttrapport", "report"}};
    make.add("P", "plan_node",
             {{"title", {"Hjelp på nett i alle kommuner (oppdiktet program)"}}, {"kind", {"project"}}, {"code", {"P"}},
              {"starts", {make.day(-300)}}, {"ends", {make.day(65)}}, {"targets", {"4.4"}},
              {"exclusions", {"Kommunenes egen organisering."}}, {"is_published", {"1"}}});
    int number = 0;
    constexpr int days_between = 30, first_deadline = -200;
    for (const auto& [title, kind] : milestones) {
        const int deadline = first_deadline + days_between * number;
        make.add("milestone", "plan_milestone",
                 {{"title", {title}}, {"node", {make.ids["P"]}}, {"number", {std::to_string(++number)}},
                  {"deadline", {make.day(deadline)}}, {"responsible", {"Kommunene\nFylket"}}, {"open_responsible", {"alle"}},
                  {"deliverable_kind", {kind}}, {"done_on", {make.day(deadline < -days_between ? deadline : never)}}});
    }
    for (const char* title : {"Beskrivelse av tilbudet med konsekvenser", "Kvalitetsmål som er felles",
                              "Oversikt over felles ressurser", "Avtaler om samarbeid",
                              "Utrullingsplan for alle regioner", "Forslag til hvem som følger opp"})
        make.add("criterion", "plan_criterion", {{"title", {title}}, {"node", {make.ids["P"]}}});
}

void make_milestones(Making& make) {
    struct Reached {
        const char *swedish, *norwegian, *kind;
        int number, deadline, done;
    };
    constexpr Reached milestones[] = {{"Alla chefer introducerade", "Alle ledere introdusert", "memo", 1, -400, -405},
                                      {"Arbetssättet beskrivet", "Arbeidsmåten beskrevet", "guide", 2, -30, never},
                                      {"Slutrapport", "Sluttrapport", "report", 3, 38, never}};
    for (const auto& one : milestones)
        make.add("milestone", "plan_milestone",
                 {{"title", {make.said(one.swedish, one.norwegian)}},
                  {"node", {make.ids["A"]}},
                  {"number", {std::to_string(one.number)}},
                  {"deadline", {make.day(one.deadline)}},
                  {"responsible", {make.said("Ledningsgruppen\nBiblioteket", "Ledergruppen\nBiblioteket")}},
                  {"lead", {make.said("Ledningsgruppen", "Ledergruppen")}},
                  {"deliverable_kind", {one.kind}},
                  {"result_goals", {"1"}},
                  {"done_on", {make.day(one.done)}}});
}

void make_beside(Making& make) {
    make.add("waits", "plan_dependency",
             {{"title", {make.said("A omfattar budget, organisation och metod", "A omfatter budsjett, organisasjon og metode")}},
              {"node", {make.ids["B"]}},
              {"kind", {"first"}},
              {"other", {make.ids["A"]}}});
    make.add("beside", "plan_dependency",
             {{"title", {make.said("Delar personal, men inte dagar", "Deler ansatte, men ikke dager")}},
              {"node", {make.ids["C"]}},
              {"kind", {"beside"}},
              {"other", {make.ids["A"]}}});
    make.add("report", "plan_criterion",
             {{"title", {make.said("Slutrapport med lärdomar", "Sluttrapport med erfaringer")}}, {"node", {make.ids["A"]}}});
    make.add("after", "plan_criterion",
             {{"title", {make.said("Vem som följer upp efteråt", "Hvem som følger opp etterpå")}},
              {"node", {make.ids["A"]}},
              {"evidence", {make.said("Beslut i ledningsgruppen (påhittat)", "Vedtak i ledergruppen (oppdiktet)")}}});
    make.add("study", "plan_document",
             {{"title", {make.said("Förarbete: digital omställning", "Forarbeid: digital omstilling")}},
              {"node", {make.ids["A"]}},
              {"kind", {"pre_study"}},
              {"is_short", {"1"}}});
    auto draft = make.kinds.documents.draft_of(*make.kinds.documents.find(make.municipality_id, make.ids["study"]), make.around);
    draft["section_1"] = {make.said("Invånare frågar i receptionen det som står på webben (påhittat).",
                                    "Innbyggere spør i resepsjonen om det som står på nettet (oppdiktet).")};
    draft["section_6"] = {make.said("Börja med cheferna.", "Begynn med lederne.")};
    const auto changed =
        make.kinds.documents.change(make.around, make.ids["study"], draft, make.account, base::Seen::anything());
    ENSURE(changed.has_value());
}

/// One that waits for whoever holds a function, one that was answered.
void make_comments(Making& make) {
    make.add("asked", "plan_comment",
             {{"title", {make.said("Räcker en halv tjänst till våren?", "Er en halv stilling nok til våren?")}},
              {"node", {make.ids["A"]}},
              {"document", {make.ids["study"]}},
              {"section", {"4"}},
              {"function", {make.first_of("organisation.function")}}});
    make.add("answered", "plan_comment",
             {{"title", {make.said("Var står frågorna vid inköp?", "Hvor står spørsmålene ved innkjøp?")}},
              {"node", {make.ids["A1b"]}},
              {"answer", {make.said("På intranätet, under inköp (påhittat).", "På intranettet, under innkjøp (oppdiktet).")}}});
}

/// The first edition, as it stands; nobody has approved it.
void make_first_edition(Making& make) {
    const auto now = make.kinds.clock.now();
    const auto plan = load_plan(make.kinds, make.municipality_id);
    const auto content = as_json(parts_to_keep(*plan, names_of_today(make.kinds, make.municipality_id)));
    make.kinds.database.write([&](db::Connection& connection) {
        connection.execute(sql::add_edition, make.municipality_id, base::new_uuid(now), 1,
                           make.said("Första upplagan (påhittad)", "Første utgave (oppdiktet)"), make.account,
                           base::format_utc(now), content);
    });
}

}  // namespace

void load_demo(Kinds& kinds, const Demo& demo) {
    for (const auto& id : demo.complete) {
        const auto account = demo.account ? demo.account(id, http::Role::coordinator) : std::string();
        if (account.empty() || !kinds.neighbours.municipalities.is_active(id)) continue;
        Making make{kinds, id, account, kinds.around(id)};
        if (kinds.nodes.list(make.around, {}, 1, 0).found > 0) continue;
        make.is_norwegian = make.around.language == "nb";
        make_parts(make);
        make_phases(make);
        make_milestones(make);
        make_beside(make);
        make_comments(make);
        if (make.is_norwegian) make_programme(make);
        make_first_edition(make);
    }
}

}  // namespace digilots::plan
