// Made-up lines in each list, of the network that the made-up municipalities are in, and what its members say of two quarters.
#include <algorithm>

#include "network/pages.h"
#include "network/signing.h"
#include "platform/base/ensure.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"

namespace digilots::network {

namespace {

using register_::Draft, register_::Records;

struct InBoth {
    const char *sv, *nb;
};

/// The first in which it is; one without key or members where it is in none.
municipality::Network network_of_demo(const municipality::Municipalities& municipalities, const std::string& municipality) {
    for (const auto& network : municipalities.networks())
        if (base::holds(network.members, municipality)) return network;
    return {};
}

class MadeUpLines {
public:
    MadeUpLines(Kinds& kinds, const municipality::Municipalities& municipalities, std::string municipality,
                std::string account, bool is_norwegian)
        : kinds_(kinds),
          network_(network_of_demo(municipalities, municipality)),
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
    /// Of the network, where there is one.
    std::string add_shared(Records& records, Draft draft) const {
        if (!network_.key.empty()) draft["network"] = {network_.key};
        return add(records, draft);
    }
    std::vector<std::string> covered() const {
        return network_.members.empty() ? std::vector{municipality_} : network_.members;
    }
    Kinds& kinds_;
    municipality::Network network_;
    std::string municipality_, account_;
    bool is_norwegian_;
};

void MadeUpLines::add_what_is_shared() const {
    add_shared(kinds_.profiles,
        {{"title", {say({"Grannar som delar det som fungerar", "Naboer som deler det som virker"})}},
         {"about", {say({"Vi träffas varje kvartal, jämför siffror och lånar av varandra.",
                         "Vi møtes hvert kvartal, sammenligner tall og låner av hverandre."})}},
         {"project_ends", {day(200)}},
         {"afterwards", {say({"Biblioteket i residensstaden kallar till möten också sedan.",
                              "Biblioteket i fylkets sentrum kaller inn til møter også siden."})}}});
    add_shared(kinds_.notes, {{"title", {say({"Möte om kvällsöppet i byarna", "Møte om kveldsåpent i bygdene"})}},
                       {"kind", {"meeting"}},
                       {"day", {day(14)}},
                       {"hours", {"13-15"}},
                       {"about", {say({"Var och en tar med ett exempel.", "Hver tar med ett eksempel."})}}});
    add_shared(kinds_.notes, {{"title", {say({"Ny mall för veckans frågor", "Ny mal for ukens spørsmål"})}},
                       {"kind", {"news"}},
                       {"day", {day(-9)}},
                       {"is_pinned", {"1"}},
                       {"level", {"public"}}});
    add_shared(kinds_.notes, {{"title", {say({"Prata om telefonen i tvättstugan", "Snakk om telefonen i vaskerommet"})}},
                       {"kind", {"idea"}},
                       {"about", {say({"En timme där folk ändå väntar.", "En time der folk likevel venter."})}}});
    add_shared(kinds_.feedback, {{"title", {say({"Bra att vi träffas, men för sällan.", "Fint at vi møtes, men for sjelden."})}},
                          {"day", {day(-5)}}});
    add_shared(kinds_.roles, {{"title", {say({"Kontakt för nätverket", "Kontakt for nettverket"})}}});
    add_shared(kinds_.mandates, {{"title", {say({"Avsiktsförklaring om en gemensam väg in", "Intensjonsavtale om én vei inn"})}},
                          {"kind", {"letter_of_intent"}},
                          {"day", {day(-300)}},
                          {"decided_by", {say({"Påhittad regionstyrelse", "Oppdiktet fylkesutvalg"})}},
                          {"covers", covered()}});
}

void MadeUpLines::add_what_is_done() const {
    const auto group = add_shared(kinds_.groups, {{"title", {say({"Kompetens och lärande", "Kompetanse og læring"})}},
                                           {"organisations", {say({"Biblioteket\nVuxenutbildningen",
                                                                   "Biblioteket\nVoksenopplæringen"})}}});
    add(kinds_.actions, {{"title", {say({"En gemensam kurs i att hänvisa", "Et felles kurs i å vise videre"})}},
                         {"of_group", {group}},
                         {"state", {"in_work"}},
                         {"due", {day(90)}}});
    add_shared(kinds_.systems, {{"title", {say({"Plattform för e-tjänster (påhittad)",
                                         "Plattform for e-tjenester (oppdiktet)"})}},
                         {"kind", {"e_services"}},
                         {"members", covered()},
                         {"level", {"public"}}});
    add_shared(kinds_.visits, {{"title", {say({"Fika med telefonen, en förmiddag", "Kaffe med telefonen, en formiddag"})}},
                        {"state", {"held"}},
                        {"day", {day(-40)}},
                        {"notes", {say({"Två kan ta emot tio om borden står rätt.",
                                        "To kan ta imot ti hvis bordene står riktig."})}}});
    if (const auto& members = network_.members; members.size() > 1 && network_.lead != municipality_)
        add_shared(kinds_.visits, {{"title", {say({"Bokbussen en kväll", "Bokbussen en kveld"})}},
                                   {"direction", {"we_visit"}},
                                   {"state", {"asked"}},
                                   {"member", {network_.lead}},
                                   {"day", {day(45)}}});
    add_shared(kinds_.starts, {{"title", {say({"Grannkommunen börjar i vår", "Nabokommunen begynner i vår"})}},
                        {"member", {covered().back()}},
                        {"first_day", {day(60)}},
                        {"done", {"function", "settings"}},
                        {"needs_help", {"yes"}},
                        {"why", {say({"En person har alla roller.", "Én person har alle roller."})}}});
    add_shared(kinds_.examples, {{"title", {say({"Hembesök av en digital hjälpare", "Hjemmebesøk av en digital hjelper"})}},
                          {"municipality", {say({"Påhittad kommun i söder", "Oppdiktet kommune i sør"})}},
                          {"year", {"2025"}},
                          {"level", {"public"}}});
}

/// A member that is served elsewhere: nobody is there to sign for it, so it is signed here.
constexpr const char* elsewhere = "provkommun-001";

/// Its numbers are two thirds of what is released of another one.
Payload of_elsewhere(const Pages& pages, const municipality::Network& network, const periods::Period& period,
                     std::int64_t revision) {
    auto payload = payload_of(pages.releases, network.key, network.lead, period);
    payload.member = elsewhere;
    payload.revision = revision;
    payload.reason = revision == 1 ? "" : "En disk hade räknat en vecka två gånger.";
    for (auto& row : payload.rows) {
        const auto less = row.value.count * 2 / 3 - (revision - 1) * 10;
        if (row.value.count > 0) row.value.count = std::max(least_published, less);
    }
    return payload;
}

/// The newest quarter is approved by who leads the network; the one before by all, and locked, and corrected by one since.
void add_figures(const Pages& pages, const municipality::Network& network, const std::string& lead_account,
                 const Demo& demo) {
    auto& keys = pages.kinds->keys;
    const auto pair = new_key_pair();
    const auto added = keys.add(keys.around(network.lead),
                                {{"title", {"Provkommun 001, påhittad"}},
                                 {"network", {network.key}},
                                 {"member", {elsewhere}},
                                 {"public_key", {pair.public_key}}},
                                lead_account);
    ENSURE(added.has_value());
    std::vector<periods::Period> quarters;
    for (const auto& period : pages.releases.released({releases::Whose::Of::municipality, network.lead}, "total"))
        if (periods::kind_of(period) == periods::Kind::quarter) quarters.push_back(period);
    const auto send = [&](const periods::Period& period, std::int64_t revision) {
        const auto payload = of_elsewhere(pages, network, period, revision);
        if (!payload.rows.empty()) pages.aggregates->take_in(network, text_of(signed_with(pair.secret_key, payload)));
    };
    const auto approve = [&](const std::string& member, const periods::Period& period) {
        pages.aggregates->approve(network, member, periods::key_of(period), "",
                                  demo.account(member, http::Role::coordinator));
    };
    if (!quarters.empty()) approve(network.lead, quarters.front());
    if (quarters.size() < 2) return;
    send(quarters[1], 1);
    for (const auto& member : demo.complete) approve(member, quarters[1]);
    pages.aggregates->lock(network, periods::key_of(quarters[1]), lead_account);
    send(quarters[1], 2);
}

}  // namespace

void load_demo(const Pages& pages, const Demo& demo) {
    auto& kinds = *pages.kinds;
    for (const auto& id : demo.complete) {
        const auto account = demo.account ? demo.account(id, http::Role::coordinator) : std::string();
        const auto around = kinds.notes.around(id);
        if (account.empty() || !pages.municipalities.is_active(id) ||
            kinds.notes.list(around, {.with_ended = true}, 1, 0).found > 0)
            continue;
        const auto stored = municipality::surroundings_of(pages.municipalities, kinds.notes, id, kinds.notes.now());
        const MadeUpLines lines(kinds, pages.municipalities, id, account, stored.language == "nb");
        lines.add_what_is_shared();
        lines.add_what_is_done();
        const auto network = network_of_demo(pages.municipalities, id);
        if (network.lead == id && base::holds(network.members, std::string(elsewhere)))
            add_figures(pages, network, account, demo);
    }
}

}  // namespace digilots::network
