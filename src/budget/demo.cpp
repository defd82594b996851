// A made-up budget that is alive, in each country's words and money: half of its time has gone, and payments stand on its
// lines.
#include <algorithm>
#include <map>

#include "budget/kinds.h"
#include "platform/base/ensure.h"
#include "platform/base/time.h"

namespace digilots::budget {

namespace {

using register_::Draft, register_::Records;

struct Making {
    Kinds& kinds;
    std::string municipality_id, account;
    register_::Surroundings around;
    bool is_norwegian = false;
    int first = 2026;
    std::map<std::string, std::string> ids = {};  // of what was made, by a short name

    std::string said(const char* swedish, const char* norwegian) const { return is_norwegian ? norwegian : swedish; }
    std::string day(int days_ago) const { return base::format_date(base::add_days(around.today, -days_ago)); }
    /// Adds the record, and knows its id by the name.
    void add(const std::string& name, std::string_view key, const Draft& draft) {
        auto* records = kinds.find(key);
        ENSURE(records);
        const auto added = records->add(around, draft, account);
        ENSURE(added.has_value());
        ids[name] = added->id;
    }
    /// The first that can be linked to; "" where there is none.
    std::string first_of(const char* link, std::string_view begins = "") const {
        const auto& links = kinds.actuals.others().links;
        const auto source = links.find(link);
        if (source == links.end()) return "";
        for (const auto& choice : source->second.choices(around))
            if (choice.is_offered && choice.label.starts_with(begins)) return choice.key;
        return "";
    }
};

void make_budget(Making& make) {
    const auto functions = make.first_of("organisation.function");
    const auto project = make.first_of("plan.node", "A ");
    make.add("budget", "budget",
             {{"title", {make.said("Digitalcenter (påhittad)", "Digitalt senter (oppdiktet)")}},
              {"first_year", {std::to_string(make.first)}},
              {"last_year", {std::to_string(make.first + 1)}},
              {"funder", {make.said("En stiftelse (påhittad)", "Et direktorat (oppdiktet)")}},
              {"responsible", {functions}},
              {"node", {project}},
              {"overhead_cap", {"15"}},
              {"overhead_tolerance", {"0,1"}},
              {"is_published", {"1"}}});
}

void make_lines(Making& make) {
    struct MadeUp {
        const char *kind, *swedish, *norwegian, *first, *second, *session_costs = "";
    };
    constexpr MadeUp lines[] = {
        {"wages", "Löner", "Lønn", "830000", "830000"},
        {"overhead", "OH-kostnader", "Felleskostnader", "125000", "125000"},
        {"external_services", "Externa tjänster", "Eksterne tjenester", "80000", "120000", "fee"},
        {"premises", "Lokaler", "Lokaler", "20000", "30000", "premises"},
        {"equipment", "Teknisk utrustning", "Teknisk utstyr", "100000", "150000", "material"},
        {"travel", "Resor", "Reiser", "15000", "15000", "travel"},
        {"information", "Information och kommunikation", "Informasjon og kommunikasjon", "50000", "50000"},
        {"unforeseen", "Oförutsett", "Uforutsett", "10000", "10000"}};
    int place = 0;
    for (const auto& line : lines)
        make.add(line.kind, "budget_line",
                 {{"title", {make.said(line.swedish, line.norwegian)}},
                  {"budget", {make.ids["budget"]}},
                  {"kind", {line.kind}},
                  {"place", {std::to_string(++place)}},
                  {"year_1", {line.first}},
                  {"year_2", {line.second}},
                  {"session_costs", std::vector<std::string>(*line.session_costs ? 1U : 0U, line.session_costs)},
                  {"rounding_note",
                   {std::string_view(line.kind) == "wages" ? make.said("Avrundat nedåt: en tjänst tillsätts senare.",
                                                                       "Rundet ned: en stilling besettes senere.")
                                                           : std::string()}}});
    make.add("guide", "budget_calculation",
             {{"title", {make.said("Digital handledare", "Digital veileder")}},
              {"line", {make.ids["wages"]}},
              {"kind", {"wage"}},
              {"extent", {make.said("heltid", "heltid")}},
              {"hourly_wage", {"212"}},
              {"percent", {"39,2"}},
              {"hours", {"3950"}},
              {"stated", {"1165661"}}});
    make.add("own", "budget_calculation",
             {{"title", {make.said("Kommunens personal", "Kommunens ansatte")}},
              {"line", {make.ids["wages"]}},
              {"kind", {"wage"}},
              {"extent", {make.said("halvtid", "halvtid")}},
              {"hourly_wage", {"182"}},
              {"percent", {"39,2"}},
              {"hours", {"1975"}},
              {"stated", {"500354"}}});
    make.add("share", "budget_calculation",
             {{"title", {make.said("OH på alla löner", "Felleskostnader av all lønn")}},
              {"line", {make.ids["overhead"]}},
              {"kind", {"share"}},
              {"percent", {"15"}},
              {"base", {"1666015"}}});
}

void make_financing(Making& make) {
    make.add("grant_source", "budget_source",
             {{"title", {make.said("En stiftelse (påhittad)", "Et direktorat (oppdiktet)")}},
              {"budget", {make.ids["budget"]}},
              {"kind", {"grant"}},
              {"year_1", {"500000"}},
              {"year_2", {"500000"}}});
    make.add("own_source", "budget_source",
             {{"title", {make.said("Kommunen", "Kommunen")}},
              {"budget", {make.ids["budget"]}},
              {"kind", {"own"}},
              {"year_1", {"730000"}},
              {"year_2", {"830000"}},
              {"in_kind", {"575000"}},
              {"in_kind_lines", {make.ids["wages"]}},
              {"cash", {"985000"}},
              {"cash_lines",
               {make.ids["wages"], make.ids["external_services"], make.ids["premises"], make.ids["equipment"],
                make.ids["travel"], make.ids["unforeseen"]}}});
    make.add("approval", "budget_approval",
             {{"title", {make.said("Styrgruppen", "Styringsgruppen")}},
              {"budget", {make.ids["budget"]}},
              {"decision", {"approved"}},
              {"day", {make.day(200)}}});
    make.add("leader", "budget_share",
             {{"title", {make.said("Projektledare", "Prosjektleder")}},
              {"budget", {make.ids["budget"]}},
              {"percent", {"100"}},
              {"payer", {make.said("Stiftelsen", "Direktoratet")}}});
    make.add("staff", "budget_share",
             {{"title", {make.said("Personal i receptionen", "Ansatte i skranken")}},
              {"budget", {make.ids["budget"]}},
              {"percent", {"40"}},
              {"payer", {make.said("Kommunen", "Kommunen")}},
              {"hourly_rate", {"253"}},
              {"hours", {"1975"}},
              {"unit", {make.first_of("organisation.unit")}}});
    make.add("partner_staff", "budget_share",
             {{"title", {make.said("Medarbetare hos en förening", "Medarbeider i en forening")}},
              {"budget", {make.ids["budget"]}},
              {"percent", {"15"}},
              {"payer", {make.said("Föreningen", "Foreningen")}},
              {"is_own_cost", {"1"}}});
    make.add("contribution", "budget_contribution",
             {{"title", {make.said("Biblioteksvännerna (påhittad)", "Bibliotekets venner (oppdiktet)")}},
              {"budget", {make.ids["budget"]}},
              {"kind", {"time"}},
              {"hours", {"120"}},
              {"note", {make.said("Fika och värdar på kafét.", "Kaffe og verter på kafeen.")}}});
}

void make_payments(Making& make) {
    struct Paid {
        const char *line, *swedish, *norwegian, *amount;
        int days_ago;
    };
    constexpr Paid payments[] = {{"wages", "Löner, första kvartalet", "Lønn, første kvartal", "198400", 240},
                                 {"wages", "Löner, andra kvartalet", "Lønn, andre kvartal", "207900", 150},
                                 {"wages", "Löner, tredje kvartalet", "Lønn, tredje kvartal", "207900", 60},
                                 {"equipment", "Tolv surfplattor", "Tolv nettbrett", "61480", 210},
                                 {"premises", "Hyra av lokal i byn", "Leie av lokale i bygda", "14500", 120},
                                 {"information", "Affischer och annonser", "Plakater og annonser", "28312,50", 100}};
    for (const auto& paid : payments)
        make.add("payment", "budget_actual",
                 {{"title", {make.said(paid.swedish, paid.norwegian)}},
                  {"line", {make.ids[paid.line]}},
                  {"day", {make.day(paid.days_ago)}},
                  {"amount", {paid.amount}}});
    make.add("fee", "budget_actual",
             {{"title", {make.said("Arvode till föreläsare", "Honorar til foredragsholder")}},
              {"line", {make.ids["external_services"]}},
              {"day", {make.day(45)}},
              {"amount", {"6500"}},
              {"activity", {make.first_of("activities.activity")}}});
    make.add("trip", "budget_actual",
             {{"title", {make.said("Milersättning och lunch", "Kilometergodtgjørelse og lunsj")}},
              {"line", {make.ids["travel"]}},
              {"day", {make.day(30)}},
              {"amount", {"1284"}},
              {"trip", {make.said("Till bygdegården, hjälp på plats", "Til grendehuset, hjelp på stedet")}}});
    make.add("frame", "budget_frame",
             {{"title", {make.said("Möten, resor och studier", "Møter, reiser og studier")}},
              {"budget", {make.ids["budget"]}},
              {"maximum", {"40000"}},
              {"lines", {make.ids["travel"]}}});
}

void make_plans(Making& make) {
    make.add("after", "after_project",
             {{"title", {make.said("En digital handledare på heltid", "En digital veileder på heltid")}},
              {"budget", {make.ids["budget"]}},
              {"yearly_cost", {"640000"}},
              {"payer", {make.said("Kommunens ordinarie budget", "Kommunens ordinære budsjett")}},
              {"decide_on", {make.day(-180)}},
              {"only_project_money", {"yes"}}});
    make.add("saving", "saving_estimate",
             {{"title", {make.said("Färre blanketter på papper", "Færre skjemaer på papir")}},
              {"budget", {make.ids["budget"]}},
              {"assumptions",
               {make.said("En av fem blanketter kommer i e-tjänsten i stället, och varje tar tio minuter mindre.",
                          "Ett av fem skjemaer kommer digitalt i stedet, og hvert tar ti minutter mindre.")}},
              {"times", {"1200"}},
              {"each", {"65"}},
              {"check_on", {make.day(-120)}}});
    make.add(
        "reference", "reference_cost",
        {{"title",
          {make.said("En timme av en handläggares tid (påhittad)", "En time av en saksbehandlers tid (oppdiktet)")}},
         {"amount", {"390"}},
         {"per", {make.said("timme", "time")}},
         {"year", {std::to_string(make.first)}},
         {"publisher", {make.said("Kommunens ekonomiavdelning (påhittad)", "Kommunens økonomiavdeling (oppdiktet)")}}});
    make.add("consequence", "consequence",
             {{"title", {make.said("Öppet en kväll i veckan", "Åpent en kveld i uka")}},
              {"node", {make.first_of("plan.node", "A ")}},
              {"budget", {make.ids["budget"]}},
              {"day", {make.day(20)}},
              {"economic",
               {make.said("Fyra timmar i veckan, omkring 60 000 kronor om året.",
                          "Fire timer i uka, omkring 60 000 kroner i året.")}},
              {"administrative", {make.said("Schemat görs om. Lokalen finns.", "Vaktlista endres. Lokalet finnes.")}},
              {"yearly", {"60000"}}});
    make.add(
        "grant", "grant",
        {{"title", {make.said("Digital delaktighet (påhittad utlysning)", "Digital deltakelse (oppdiktet utlysning)")}},
         {"funder", {make.said("En stiftelse (påhittad)", "Et direktorat (oppdiktet)")}},
         {"announced", {make.day(400)}},
         {"deadline", {make.day(340)}},
         {"eligibility", {make.said("Kommuner och föreningar.", "Kommuner og foreninger.")}},
         {"state", {"granted"}},
         {"applied_for", {"1200000"}},
         {"granted", {"1000000"}},
         {"budget", {make.ids["budget"]}}});
    make.add("report", "grant_step",
             {{"title", {make.said("Årsrapport till stiftelsen", "Årsrapport til direktoratet")}},
              {"grant_call", {make.ids["grant"]}},
              {"kind", {"report"}},
              {"due", {make.day(-60)}}});
    make.add("payment_step", "grant_step",
             {{"title", {make.said("Första utbetalningen", "Første utbetaling")}},
              {"grant_call", {make.ids["grant"]}},
              {"kind", {"payment"}},
              {"due", {make.day(270)}},
              {"amount", {"500000"}},
              {"done_on", {make.day(268)}}});
}

}  // namespace

void load_demo(Kinds& kinds, const Demo& demo) {
    for (const auto& id : demo.complete) {
        const auto account = demo.account ? demo.account(id, http::Role::coordinator) : std::string();
        if (account.empty() || !kinds.municipalities.is_active(id)) continue;
        Making make{kinds, id, account, kinds.around(id)};
        if (kinds.budgets.list(make.around, {}, 1, 0).found > 0) continue;
        make.is_norwegian = make.around.language == "nb";
        // So that every payment lies within the first two years, whenever the demo is made.
        make.first = static_cast<int>(base::add_days(make.around.today, -270).year());
        make_budget(make);
        make_lines(make);
        make_financing(make);
        make_payments(make);
        make_plans(make);
    }
}

}  // namespace digilots::budget
