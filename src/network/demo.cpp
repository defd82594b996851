// Made-up lines in each list: the made-up municipalities are in no network, whose sums are of real ones.
#include "network/pages.h"
#include "platform/base/ensure.h"
#include "platform/base/time.h"

namespace digilots::network {

namespace {

using register_::Draft, register_::Records;

struct InBoth {
    const char *sv, *nb;
};

class MadeUpLines {
public:
    MadeUpLines(Kinds& kinds, std::string municipality, std::string account, bool is_norwegian)
        : kinds_(kinds),
          municipality_(std::move(municipality)),
          account_(std::move(account)),
          is_norwegian_(is_norwegian) {}

    std::string say(InBoth words) const { return is_norwegian_ ? words.nb : words.sv; }
    std::string day(int days) const {
        return base::format_date(base::add_days(kinds_.notes.around(municipality_).today, days));
    }
    std::string add(Records& records, const Draft& draft) const {
        const auto added = records.add(records.around(municipality_), draft, account_);
        ENSURE(added.has_value());
        return added->id;
    }
    void add_what_is_shared() const;
    void add_what_is_done() const;

private:
    Kinds& kinds_;
    std::string municipality_, account_;
    bool is_norwegian_;
};

void MadeUpLines::add_what_is_shared() const {
    add(kinds_.profiles,
        {{"title", {say({"Grannar som delar det som fungerar", "Naboer som deler det som virker"})}},
         {"about", {say({"Vi träffas varje kvartal, jämför siffror och lånar av varandra.",
                         "Vi møtes hvert kvartal, sammenligner tall og låner av hverandre."})}},
         {"project_ends", {day(200)}},
         {"afterwards", {say({"Biblioteket i residensstaden kallar till möten också sedan.",
                              "Biblioteket i fylkets sentrum kaller inn til møter også siden."})}}});
    add(kinds_.notes, {{"title", {say({"Möte om kvällsöppet i byarna", "Møte om kveldsåpent i bygdene"})}},
                       {"kind", {"meeting"}},
                       {"day", {day(14)}},
                       {"hours", {"13-15"}},
                       {"about", {say({"Var och en tar med ett exempel.", "Hver tar med ett eksempel."})}}});
    add(kinds_.notes, {{"title", {say({"Ny mall för veckans frågor", "Ny mal for ukens spørsmål"})}},
                       {"kind", {"news"}},
                       {"day", {day(-9)}},
                       {"is_pinned", {"1"}},
                       {"level", {"public"}}});
    add(kinds_.notes, {{"title", {say({"Prata om telefonen i tvättstugan", "Snakk om telefonen i vaskerommet"})}},
                       {"kind", {"idea"}},
                       {"about", {say({"En timme där folk ändå väntar.", "En time der folk likevel venter."})}}});
    add(kinds_.feedback, {{"title", {say({"Bra att vi träffas, men för sällan.", "Fint at vi møtes, men for sjelden."})}},
                          {"day", {day(-5)}}});
    add(kinds_.roles, {{"title", {say({"Kontakt för nätverket", "Kontakt for nettverket"})}}});
    add(kinds_.mandates, {{"title", {say({"Avsiktsförklaring om en gemensam väg in", "Intensjonsavtale om én vei inn"})}},
                          {"kind", {"letter_of_intent"}},
                          {"day", {day(-300)}},
                          {"decided_by", {say({"Påhittad regionstyrelse", "Oppdiktet fylkesutvalg"})}},
                          {"covers", {municipality_}}});
}

void MadeUpLines::add_what_is_done() const {
    const auto group = add(kinds_.groups, {{"title", {say({"Kompetens och lärande", "Kompetanse og læring"})}},
                                           {"organisations", {say({"Biblioteket\nVuxenutbildningen",
                                                                   "Biblioteket\nVoksenopplæringen"})}}});
    add(kinds_.actions, {{"title", {say({"En gemensam kurs i att hänvisa", "Et felles kurs i å vise videre"})}},
                         {"of_group", {group}},
                         {"state", {"in_work"}},
                         {"due", {day(90)}}});
    add(kinds_.systems, {{"title", {say({"Plattform för e-tjänster (påhittad)", "Plattform for e-tjenester (oppdiktet)"})}},
                         {"kind", {"e_services"}},
                         {"members", {municipality_}}});
    add(kinds_.visits, {{"title", {say({"Fika med telefonen, en förmiddag", "Kaffe med telefonen, en formiddag"})}},
                        {"state", {"held"}},
                        {"day", {day(-40)}},
                        {"notes", {say({"Två kan ta emot tio om borden står rätt.",
                                        "To kan ta imot ti hvis bordene står riktig."})}}});
    add(kinds_.starts, {{"title", {say({"Grannkommunen börjar i vår", "Nabokommunen begynner i vår"})}},
                        {"first_day", {day(60)}},
                        {"done", {"function", "settings"}},
                        {"needs_help", {"yes"}},
                        {"why", {say({"En person har alla roller.", "Én person har alle roller."})}}});
    add(kinds_.examples, {{"title", {say({"Hembesök av en digital hjälpare", "Hjemmebesøk av en digital hjelper"})}},
                          {"municipality", {say({"Påhittad kommun i söder", "Oppdiktet kommune i sør"})}},
                          {"year", {"2025"}},
                          {"level", {"public"}}});
}

}  // namespace

void load_demo(Kinds& kinds, const municipality::Municipalities& municipalities, const Demo& demo) {
    for (const auto& id : demo.complete) {
        const auto account = demo.account ? demo.account(id, http::Role::coordinator) : std::string();
        const auto around = kinds.notes.around(id);
        if (account.empty() || !municipalities.is_active(id) || kinds.notes.list(around, {.with_ended = true}, 1, 0).found > 0)
            continue;
        const auto stored = municipality::surroundings_of(municipalities, kinds.notes, id, kinds.notes.now());
        const MadeUpLines lines(kinds, id, account, stored.language == "nb");
        lines.add_what_is_shared();
        lines.add_what_is_done();
    }
}

}  // namespace digilots::network
