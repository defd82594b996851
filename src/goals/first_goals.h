#pragma once
// The five goals of Timrå's application, in the words of ours where the source has English ones.
#include <array>
#include <string_view>

namespace digilots::goals {

struct FirstGoal {
    std::string_view id;                  // as the mapping calls it
    std::string_view swedish, norwegian;  // our own wordings: the source's are English
    std::string_view unit_swedish, unit_norwegian;
    std::string_view kind;
    std::string_view counted_from;  // of the made-up year
};

inline constexpr std::array first_goals{
    FirstGoal{"timra-g1", "Väcka nyfikenhet och öka kunskapen hos invånarna genom folkbildning och uppsökande arbete",
              "Vekke nysgjerrighet og øke kunnskapen hos innbyggerne gjennom folkeopplysning og oppsøkende arbeid",
              "personer", "personer", "reach", "measure=participants_residents"},
    FirstGoal{"timra-g2", "En behovsinventering som grund för att pröva och genomföra aktiviteter tillsammans med partner",
              "En behovskartlegging som grunnlag for å prøve og gjennomføre aktiviteter sammen med partnere",
              "privata och offentliga partner", "private og offentlige partnere", "count", "measure=activity_partners"},
    FirstGoal{"timra-g3", "Individuella möten hålls och följs upp", "Individuelle møter holdes og følges opp",
              "individuella möten i veckan", "individuelle møter i uken", "weekly", "measure=bookings_helped"},
    FirstGoal{"timra-g4", "En genomförd aktivitet som fångar en grupp invånare",
              "En gjennomført aktivitet som samler en gruppe innbyggere", "gruppaktivitet i veckan",
              "gruppeaktivitet i uken", "weekly", "measure=sessions_held"},
    FirstGoal{"timra-g5", "En samordnad och hållbar plattform för DigidelCenter i ordinarie struktur",
              "En samordnet og varig plattform for DigidelCenter i ordinær struktur", "", "", "deliverable", ""}};

}  // namespace digilots::goals
