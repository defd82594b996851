#include "plan/own_words.h"

#include <utility>

namespace digilots::plan {

namespace {

constexpr std::pair<std::string_view, std::string_view> own_words[] = {
    {"Describe frame and basic organisation of the offer", "Beskrive rammer og grunnleggende organisering av tilbudet"},
    {"Delimit against other public services; clarify employment-law and privacy matters",
     "Avgrense mot andre offentlige tjenester; avklare arbeidsrett og personvern"},
    {"Map and assess existing municipal guidance", "Kartlegge og vurdere veiledning som finnes i kommunene"},
    {"Assess administrative and economic consequences of new tasks",
     "Vurdere administrative og økonomiske konsekvenser av nye oppgaver"},
    {"Common content and quality goals for equal service", "Felles innhold og kvalitetsmål for en likeverdig tjeneste"},
    {"Grant scheme for municipalities that need special help to start",
     "Tilskuddsordning for kommuner som trenger særlig hjelp til å komme i gang"},
    {"Assess state agencies' existing guidance and consequences of including it",
     "Vurdere veiledningen som statlige etater har, og konsekvenser av å ta den med"},
    {"Assess contributions of private and voluntary actors to training",
     "Vurdere hva private og frivillige kan bidra med i opplæringen"},
    {"Cooperation agreement between municipal sector and state agencies",
     "Samarbeidsavtale mellom kommunal sektor og statlige etater"},
    {"Final report with concept, quality goals, resources, agreements, templates, roll-out plan and responsibility for follow-up",
     "Sluttrapport med konsept, kvalitetsmål, ressurser, avtaler, maler, utrullingsplan og ansvar for oppfølging"},
    {"Memo with description and recommendation", "Notat med beskrivelse og anbefaling"},
    {"Online digital overview map of the offers and their location",
     "Digitalt oversiktskart på nett over tilbudene og hvor de er"},
    {"Memo with description and recommendation and a guide on paper and online (Slik veileder du i digitale kompetanse i din "
     "kommune!)",
     "Notat med beskrivelse og anbefaling, og en veileder på papir og nett (Slik veileder du i digitale kompetanse i din "
     "kommune!)"},
    {"Announcement published on regjeringen.no", "Utlysning på regjeringen.no"},
    {"Memo with description and recommendation and templates for local agreements",
     "Notat med beskrivelse og anbefaling, og maler for lokale avtaler"},
    {"Fully negotiated cooperation agreement ready for signing", "Ferdig forhandlet samarbeidsavtale, klar til å undertegnes"},
    {"The closing criteria call the final report milestone 9.", "Kriteriene for avslutning kaller sluttrapporten milepæl 9."},
    {"Description of a municipal guidance service with consequences",
     "Beskrivelse av et kommunalt veiledningstilbud med konsekvenser"},
    {"Common quality goals", "Felles kvalitetsmål"},
    {"Updated overview of shared resources", "Oppdatert oversikt over felles ressurser"},
    {"Overall cooperation agreements with KS, KMD, NAV, Skatteetaten and others",
     "Overordnede samarbeidsavtaler med KS, KMD, NAV, Skatteetaten og andre"},
    {"Overall roll-out plan for all regions", "Overordnet utrullingsplan for alle regioner"},
    {"Proposal for monitoring and further responsibility", "Forslag til overvåking og videre ansvar"},
    {"Concept for setting up and running a guidance service, including the Digidel resources",
     "Konsept for å etablere og drive et veiledningstilbud, med ressursene fra Digidel"},
    {"How state agencies can cooperate with the guidance service and supply training material",
     "Hvordan statlige etater kan samarbeide med tilbudet og bidra med opplæringsmateriell"},
    {"How private and voluntary actors' offers fit in and contribute",
     "Hvordan tilbud fra private og frivillige passer inn og bidrar"},
    {"Economic and administrative consequences", "Økonomiske og administrative konsekvenser"},
    {"Frame and basic content, and how to roll the concept out in all regions and municipalities",
     "Rammer og grunnleggende innhold, og hvordan konseptet rulles ut i alle regioner og kommuner"}};

}  // namespace

std::string in_own_words(std::string_view english) {
    for (const auto& [there, here] : own_words)
        if (there == english) return std::string(here);
    return std::string(english);
}

}  // namespace digilots::plan
