// What people say first when they come to a desk, in Swedish and bokmål, leads to what it is about, in every municipality.
#include <gtest/gtest.h>

#include <algorithm>

#include "referral/demo_municipalities_test.h"

namespace digilots::referral {
namespace {

struct SaidAtDesk {
    const char *words, *topic;
};

constexpr SaidAtDesk said_at_desk[] = {
    {"bredband", "wifi"}, {"bredband hemma", "wifi"}, {"fiber", "wifi"}, {"wifi hemma", "wifi"}, {"internet hemma", "wifi"},
    {"routern", "wifi"}, {"mobilt bredband", "wifi"}, {"långsamt internet", "wifi"}, {"bredbånd", "wifi"},
    {"wifi hjemme", "wifi"}, {"internett hjemme", "wifi"}, {"tregt internett", "wifi"}, {"ruteren", "wifi"},
    {"laddare", "mobile"}, {"laddaren", "mobile"}, {"skärmdump", "mobile"}, {"minnet är fullt", "mobile"},
    {"lader til mobilen", "mobile"}, {"skjermbilde", "mobile"}, {"smart-tv", "devices"}, {"fjärrkontroll", "devices"},
    {"bluetooth", "devices"}, {"hodetelefoner", "devices"}, {"fjernkontroll", "devices"}, {"qr-kod", "apps"},
    {"qr-kode", "apps"}, {"parkeringsapp", "apps"}, {"easypark", "apps"}, {"parkeringsappen", "apps"},
    {"google-konto", "password"}, {"apple-id", "password"}, {"googlekonto", "password"}, {"tvåstegsverifiering", "password"},
    {"totrinnsbekreftelse", "password"}, {"antivirus", "online_safety"}, {"virusprogram", "online_safety"},
    {"kakor på nätet", "online_safety"}, {"informasjonskapsler", "online_safety"}, {"kalendern", "apps"},
    {"kalenderen", "apps"}, {"netflix", "e_books"}, {"svt play", "e_books"}, {"nrk tv", "e_books"},
    {"vaccinationsbevis", "e_health"}, {"vaksinasjonskort", "e_health"}, {"e-recept", "e_health"},
    {"bostadskö", "who_does_what"}, {"hyresrätt", "who_does_what"}, {"ledig lägenhet", "who_does_what"},
    {"kommunal bolig", "who_does_what"}, {"leilighet", "who_does_what"}, {"parkeringsböter", "who_does_what"},
    {"parkeringsbot", "who_does_what"}, {"rösta", "who_does_what"}, {"röstkort", "who_does_what"},
    {"valgkort", "who_does_what"},
    {"reseplanerare", "bus_card"}, {"reiseplanlegger", "bus_card"},
    {"kontakta banken", "bank"}, {"kontakter i mobilen", "mobile"},
    {"ikke dekning", "mobile"}, {"ingen täckning", "mobile"}, {"kontantkort", "mobile"}, {"chatt gpt", "source_criticism"},
    {"sikkerhetskopiering", "photos"}, {"säkerhetskopia", "photos"}, {"fullt i molnet", "photos"},
};

TEST(WordsAtTheDesk, LeadToWhatTheyAreAboutInEveryMunicipality) {
    DemoMunicipalities demo;
    for (const auto* slug : {"sundsvall", "nordanstig"}) {
        for (const auto& [words, topic] : said_at_desk) {
            const auto answer = demo.search(slug, words);
            EXPECT_TRUE(std::ranges::count(answer.topics, std::string(topic)) > 0)
                << slug << " “" << words << "” is no " << topic << "; first: "
                << (answer.topics.empty() ? "nothing" : answer.topics.front());
            EXPECT_EQ(answer.corrected, "") << slug << " " << words;
            EXPECT_FALSE(answer.hits.empty() && answer.fallback.title.empty()) << slug << " " << words;
        }
    }
}

}  // namespace
}  // namespace digilots::referral
