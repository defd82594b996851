// The examples of the mapping, in a wording of our own: the source is summed up in English, and says of no year.
#include <array>

#include "network/pages.h"
#include "platform/base/json.h"
#include "platform/base/lists.h"
#include "platform/register/steps.h"

namespace digilots::network {

namespace {

struct OwnWording {
    const char *whose, *title, *about;
};
/// By whose example it is in the mapping.
constexpr std::array examples{
    OwnWording{"Katrineholms kommun", "Fortsatte efter kampanjen, med en arbetsgrupp över alla förvaltningar",
               "Ett beslut att fortsätta efter kampanjen Digidel 2013 och att bilda en gemensam arbetsgrupp. Delmål att fler "
               "medarbetare och invånare ska vara digitalt delaktiga, och medarbetare som förebilder."},
    OwnWording{"Falu kommun", "En partiöverskridande utredning blev ett långsiktigt arbete i hela kommunen",
               "Bibliotek och lokala servicepunkter är mötesplatser, tillsammans med andra aktörer. Delaktighet har ett värde i "
               "sig, och alla steg i medborgardialogen stärks, inte bara för dem som hörs mest."},
    OwnWording{"Skellefteå kommun", "En väg in för kontakt, information och synpunkter",
               "Alla frågor registreras, och förvaltningarna utvecklar tjänster med kundtjänst. En e-tjänst föregås av en "
               "analys i dialog med invånarna, ansvaret är utskrivet, och det nya arbetssättet får ta tid."},
    OwnWording{"Norsjö kommun", "Närvarosystemet i förskola och fritids, med hjälp till föräldrarna",
               "Personal, modersmålslärare och lärcentret för sfi hjälper föräldrar att komma i gång. Förvaltningar och "
               "kommuner samarbetar."},
    OwnWording{"Region Västerbotten", "En regional plattform för mobila tjänster, med en app för varje kommun",
               "En regional digital agenda sätter delaktighet först. Folkbildningen och civilsamhället är med, till exempel i "
               "studiecirklar för små företag: arbetet tar inte slut."},
    OwnWording{"Regionförbundet i Kalmar län", "Bibliotek och studieförbund med en gemensam strategi",
               "Kompetens och lärande är ett av fem temaområden med en arbetsgrupp. Förankrat hos politiker och tjänstemän, med "
               "tydligt uppdrag, mål och mandat för var och en som utför."},
    OwnWording{"Region Östergötland", "En avsiktsförklaring för den digitala agendan",
               "Regionbiblioteket arbetar mot utanförskap, och e-hälsa ingår. Varje enhet äger sin it-användning och "
               "utveckling, och politiken är överens."}};

/// The first municipality that the mapping asks its questions of.
std::string holder_of(const base::Json& mapping) {
    for (const auto& municipality : mapping["municipalities"].items())
        if (!municipality["mapping_answers"].items().empty()) return std::string(municipality["code"].text());
    return "";
}

std::vector<OwnWording> known_in(const base::Json& mapping) {
    std::vector<OwnWording> known;
    for (const auto& one : mapping["examples"].items())
        if (const auto* ours = base::find_in(examples, one["name"].text(),
                                             [](const OwnWording& wording) { return std::string_view(wording.whose); }))
            known.push_back(*ours);
    return known;
}

void add_once(Kinds& kinds, const std::string& municipality, const std::string& network, const std::vector<OwnWording>& all) {
    auto& records = kinds.examples;
    const auto around = records.around(municipality);
    records.database().write(
        [&](db::Connection& connection) {
            for (std::size_t at = 0; at < all.size(); ++at) {
                auto record = register_::blank_record(records.declaration(), around);
                record.id = "outside-" + std::to_string(at + 1);
                if (auto stands = register_::find_in(connection, records, municipality, record.id)) {
                    // It came in before there was a network to show it to; what somebody changed stays.
                    if (network.empty() || stands->version > 1 || !stands->text("network").empty()) continue;
                    stands->columns["network"] = network;
                    (void)records.put_in(connection, around, *std::move(stands), "import", base::Seen::anything());
                    continue;
                }
                record.columns["title"] = std::string(all[at].title);
                record.columns["municipality"] = std::string(all[at].whose);
                record.columns["about"] = std::string(all[at].about);
                record.columns["network"] = network;
                record.columns["level"] = std::string("public");
                (void)records.put_in(connection, around, record, "import", base::Seen::anything());
            }
        },
        db::Isolation::deciding);
}

}  // namespace

MappingPlan plan_mapping(Kinds& kinds, const municipality::Municipalities& municipalities, std::string_view json) {
    const auto mapping = base::parse_json(json);
    // What is wrong with the file the directory says.
    if (!mapping || !(*mapping)["municipalities"].is_array()) return {.description = "", .apply = [] {}};
    const auto holder = holder_of(*mapping);
    const auto all = known_in(*mapping);
    if (holder.empty() || all.empty() || !municipalities.about(holder)) return {.description = "", .apply = [] {}};
    return {.description = "network: " + std::to_string(all.size()) + " examples from outside\n",
            .apply = [&kinds, &municipalities, holder, all] {
                std::string of;
                for (const auto& network : municipalities.networks())
                    if (of.empty() && base::holds(network.members, holder)) of = network.key;
                add_once(kinds, holder, of, all);
            }};
}

}  // namespace digilots::network
