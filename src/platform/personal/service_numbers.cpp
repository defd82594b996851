#include "platform/personal/service_numbers.h"

#include <algorithm>
#include <array>
#include <span>

namespace digilots::personal {

namespace {

struct ServiceNumber {
    std::string_view national, whose;
};

// Ranges that nobody has a phone of their own in: 0771-567 567, 020-22 40 50, 010-123 45 67; 800 80 000. From the numbering plans
// of pts.se and nkom.no.
constexpr std::array<std::string_view, 3> swedish_ranges{"77", "20", "10"};
constexpr std::array<std::string_view, 3> norwegian_ranges{"800", "810", "815"};

// Whole numbers, without the nought. Source: the page for contact of whoever it is. Compared with a stored copy of that page on
// 2026-11-29: Skatteetaten (skatteetaten.no) and sparbankernas spärrservice (haradssparbanken.se); the others not verified.
constexpr auto swedish = std::to_array<ServiceNumber>({
    {"84111011", "Swedbank och sparbankerna, spärrservice"}, {"84111020", "Swedbank och sparbankerna, från utlandet"},
    {"752484542", "Danske Bank"}, {"840898000", "Finansinspektionen"}, {"86576100", "Integritetsskyddsmyndigheten"},
    {"86785500", "Post- och telestyrelsen"}, {"87870000", "Sveriges riksbank"}, {"87011000", "Handelsbanken"},
    {"812012010", "Klarna"}, {"840942000", "Avanza"}, {"87256000", "Bankgirot"}, {"763333333", "Tre"},
    {"752473000", "Socialstyrelsen"}, {"60187400", "Statens tjänstepensionsverk"}, {"60184000", "Bolagsverket"},
    {"60186000", "Centrala studiestödsnämnden"}, {"852733200", "Skolverket"}, {"36155300", "Domstolsverket"},
    {"33474790", "ICA Banken"}, {"850800000", "Stockholms stad"}});
constexpr auto norwegian = std::to_array<ServiceNumber>({
    {"75006000", "Altinn"}, {"75007500", "Brønnøysundregistrene"}, {"55553333", "NAV"}, {"55553334", "NAV"},
    {"55553336", "NAV, arbeidsgivere"}, {"21073700", "NAV, utland"}, {"22077000", "Skatteetaten"},
    {"23327000", "Helsenorge, Helfo"}, {"23351600", "UDI"}, {"22669050", "Politiet"}, {"22451000", "Digdir"},
    {"22396900", "Datatilsynet"}, {"23400500", "Forbrukerrådet"}, {"22961600", "Husbanken"},
    {"22241500", "Statens pensjonskasse"}, {"22073000", "Statens vegvesen"}, {"73199700", "Arbeidstilsynet"},
    {"22824600", "Nkom"}, {"33412500", "DSB"}, {"32118000", "Kartverket"}, {"62885000", "SSB"}, {"21090000", "SSB"},
    {"22994500", "Norsk pasientskadeerstatning"}, {"91505515", "Pasientreiser"}, {"22591300", "Giftinformasjonen"},
    {"22400040", "Kirkens SOS"}, {"23313050", "Stortinget"}, {"91504800", "DNB"}, {"23206001", "Nordea"},
    {"91508540", "Danske Bank"}, {"98708540", "Danske Bank"}, {"22397000", "Handelsbanken"}, {"91502002", "SpareBank 1"},
    {"91507300", "SpareBank 1"}, {"91505555", "Sparebanken Vest"}, {"22482800", "Vipps, BankID"}, {"22701300", "Buypass"},
    {"23145900", "Buypass"}, {"91509000", "Telenor"}, {"92405050", "Telia"}, {"22030000", "Posten"},
    {"91503100", "Gjensidige"}, {"21492400", "If"}, {"22315050", "Storebrand"}});

bool is_known(std::span<const ServiceNumber> numbers, std::string_view national) {
    return std::ranges::find(numbers, national, &ServiceNumber::national) != numbers.end();
}

}  // namespace

bool is_service_number(std::string_view country, std::string_view national) {
    const auto begins = [&](std::string_view range) { return national.starts_with(range); };
    if (country == "47") return std::ranges::any_of(norwegian_ranges, begins) || is_known(norwegian, national);
    if (national.starts_with('0')) national.remove_prefix(1);
    return std::ranges::any_of(swedish_ranges, begins) || is_known(swedish, national);
}

}  // namespace digilots::personal
