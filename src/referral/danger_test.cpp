// Who writes of danger sees whom to ring before any hit; who does not is not frightened.
#include "referral/danger.h"

#include <gtest/gtest.h>

#include "platform/base/json.h"
#include "platform/testing/page_server.h"
#include "referral/demo_municipalities_test.h"

namespace digilots::referral {
namespace {

struct Question {
    const char* text;
    DangerKind kind;
};

using enum DangerKind;

constexpr Question danger_in_swedish[] = {
    {"jag vill dö", suicide}, {"vill bara dö", suicide}, {"jag vill inte leva längre", suicide},
    {"orkar inte leva", suicide}, {"självmord", suicide}, {"självmordstankar", suicide},
    {"tankar på självmord", suicide}, {"sjalvmord", suicide}, {"sjävmord", suicide}, {"självmodstankar", suicide},
    {"min son vill ta sitt liv", suicide}, {"ta livet av mig", suicide}, {"hon tänker ta livet av sig", suicide},
    {"livet är meningslöst", suicide}, {"skära mig själv skadar mig själv", suicide}, {"suicidal", suicide},
    {"självmordsprevention utbildning", suicide}, {"göra slut på allt", suicide}, {"min man slår mig", violence},
    {"han slog mig", violence}, {"jag blir slagen", violence}, {"min sambo hotar mig", violence},
    {"han hotar att döda mig", violence}, {"blivit misshandlad", violence}, {"misshandel", violence},
    {"mishandlad", violence}, {"våldtäkt", violence}, {"våldtagen", violence}, {"våld i nära relationer", violence},
    {"rädd för min man", violence}, {"utsatt för våld", violence}, {"jag blev rånad", violence},
    {"hedersvåld", violence}, {"förföljer mig", violence}, {"kvinnojouren", violence},
    {"det är någon inne i mitt hus", violence}, {"stryper mig", violence}, {"jag har blivit lurad", fraud},
    {"blivit lurad på pengar", fraud}, {"jag har blivit lurad av någon som ringde", fraud}, {"bedrägeri", fraud},
    {"bedragare ringde", fraud}, {"bedregeri", fraud}, {"jag gav koden till mitt bankid", fraud},
    {"lämnade ut mina koder", fraud}, {"klickade på en länk", fraud}, {"klickat på en konstig länk i sms", fraud},
    {"mitt konto är tömt", fraud}, {"de har tömt mitt konto", fraud}, {"pengarna är borta", fraud},
    {"spärra bankid", fraud}, {"spärra kortet", fraud}, {"någon ringde från banken", fraud},
    {"min mamma blev lurad", fraud}, {"jag är hackad", fraud}, {"id-kapad", fraud}, {"falsk polis ringde", fraud},
    {"blivit av med alla mina pengar", fraud}, {"ont i bröstet", illness}, {"ont i brostet", illness},
    {"hjärtinfarkt", illness}, {"hjertinfarkt", illness}, {"hjärtattack", illness}, {"stroke", illness},
    {"andas inte", illness}, {"kan inte andas", illness}, {"får ingen luft", illness}, {"medvetslös", illness},
    {"medvetslos person", illness}, {"blöder mycket", illness}, {"han blöder väldigt mycket", illness},
    {"barnet har förgiftats", illness}, {"överdos", illness}, {"ambulans", illness}, {"akuten", illness},
    {"112", illness}, {"satt i halsen", illness}, {"drunknar", illness}, {"trafikolycka", illness},
    {"mamma har svimmat", illness}, {"det brinner", fire}, {"det brinner i köket", fire},
    {"brand i lägenheten", fire}, {"luktar gas", fire}, {"gasläcka", fire}, {"eldsvåda", fire}, {"villabrand", fire},
    {"barn som far illa", child}, {"ett barn i klassen far illa", child}, {"pappa slår mig", child},
    {"grannen slår sina barn", child}, {"barnmisshandel", child}, {"mitt barn är borta", child},
    {"barnet är försvunnet", child}, {"orosanmälan", child},
    {"någon ringde och sa att de var från polisen", fraud}, {"någon ringde och påstod sig vara från banken", fraud},
    {"en man sa att han var från banken", fraud}, {"de sa att de ringde från Microsoft", fraud},
    {"hon utgav sig för att vara polis", fraud}, {"någon har tagit mina pengar", fraud}, {"de tog alla pengarna", fraud},
    {"någon tog mammas pengar", fraud}, {"någon har stulit pengar från mig", fraud},
    {"sms från banken konstigt", suspected_fraud}, {"konstigt sms från posten", suspected_fraud},
    {"skumt mejl", suspected_fraud}, {"fått ett sms som verkar konstigt", suspected_fraud},
    {"misstänkt länk", suspected_fraud}, {"konstigt samtal", suspected_fraud}, {"okänt nummer ringer", suspected_fraud},
    {"falsk faktura", suspected_fraud}, {"nätfiske", suspected_fraud}, {"konstig e-post från Skatteverket", suspected_fraud},
};

constexpr Question danger_in_norwegian[] = {
    {"jeg vil dø", suicide}, {"jeg vil ikke leve lenger", suicide}, {"selvmord", suicide}, {"sjølvmord", suicide},
    {"selvmordstanker", suicide}, {"ta livet av meg", suicide}, {"han snakker om å ta sitt eget liv", suicide},
    {"eg vil ikkje leve", suicide}, {"selvskading", suicide}, {"orker ikke leve", suicide},
    {"selvmrdstanker", suicide}, {"mannen min slår meg", violence}, {"han slo meg", violence},
    {"jeg blir slått", violence}, {"truer med å drepe meg", violence}, {"mishandling", violence},
    {"voldtekt", violence}, {"voldtatt", violence}, {"valdtekt", violence}, {"vold hjemme", violence},
    {"vold i nære relasjoner", violence}, {"redd for mannen min", violence}, {"krisesenter", violence},
    {"ranet", violence}, {"jeg er blitt svindlet", fraud}, {"svindel", fraud}, {"blitt lurt", fraud},
    {"lurt for penger", fraud}, {"eg er vart lurt", fraud}, {"ga fra meg koden til bankid", fraud},
    {"trykket på en lenke", fraud}, {"pengene er borte", fraud}, {"kontoen er tømt", fraud},
    {"sperre kortet", fraud}, {"noen ringte fra banken", fraud}, {"identitetstyveri", fraud}, {"bedrageri", fraud},
    {"vondt i brystet", illness}, {"hjerteinfarkt", illness}, {"hjerneslag", illness}, {"puster ikke", illness},
    {"får ikke puste", illness}, {"bevisstløs", illness}, {"medvitslaus", illness}, {"blør mye", illness},
    {"forgiftning", illness}, {"overdose", illness}, {"legevakt", illness}, {"legevakten", illness},
    {"ambulanse", illness}, {"113", illness}, {"det brenner", fire}, {"brann i huset", fire}, {"lukter gass", fire},
    {"tatt fyr", fire}, {"barn blir slått", child}, {"pappa slår meg", child}, {"barnevernvakt", child},
    {"barnet er borte", child}, {"barnemishandling", child}, {"bekymringsmelding", child},
    {"noen ringte og sa at de var fra politiet", fraud}, {"nokon sa at dei ringte frå banken", fraud},
    {"noen har tatt pengene mine", fraud}, {"nokon har teke pengane mine", fraud},
    {"rar sms fra banken", suspected_fraud}, {"sms fra posten merkelig", suspected_fraud},
    {"mistenkelig e-post", suspected_fraud}, {"merkeleg melding frå banken", suspected_fraud},
    {"ukjent nummer ringer", suspected_fraud},
};

constexpr Question danger_in_english_and_arabic[] = {
    {"i want to die", suicide}, {"I don't want to live", suicide}, {"suicide", suicide},
    {"suicidal thoughts", suicide}, {"kill myself", suicide}, {"I am thinking of killing myself", suicide},
    {"end my life", suicide}, {"suiside suicidle", suicide}, {"self-harm", suicide},
    {"my husband hits me", violence}, {"he beats me", violence}, {"domestic violence", violence},
    {"raped", violence}, {"threatens to kill me", violence}, {"scared of my husband", violence},
    {"abusive partner", violence}, {"I was robbed", violence}, {"I have been scammed", fraud}, {"scam", fraud},
    {"someone stole my money", fraud}, {"clicked a bad link", fraud}, {"gave my code to a caller", fraud},
    {"my account was hacked", fraud}, {"fraud", fraud}, {"identity theft", fraud}, {"block my card", fraud},
    {"chest pain", illness}, {"heart attack", illness}, {"pain in my chest", illness}, {"can't breathe", illness},
    {"not breathing", illness}, {"unconscious", illness}, {"unconcious man", illness}, {"bleeding badly", illness},
    {"ambulance", illness}, {"overdose", illness}, {"house fire", fire}, {"the house is on fire", fire},
    {"smell of gas smell gas", fire}, {"child abuse", child}, {"my father hits me", child},
    {"he hits my children", child}, {"a child is missing", child}, {"أريد أن أموت", suicide}, {"انتحار", suicide},
    {"الانتحار", suicide}, {"زوجي يضربني", violence}, {"عنف منزلي", violence}, {"تم الاحتيال علي", fraud},
    {"سرقوا أموالي", fraud}, {"ألم في الصدر", illness}, {"نوبة قلبية", illness}, {"إسعاف", illness},
    {"لا أستطيع التنفس", illness}, {"حريق", fire}, {"حريق في البيت", fire}, {"طفلي مفقود", child},
    {"طفل في خطر", child},
    {"someone called and said they were from the police", fraud}, {"he claimed to be from the bank", fraud},
    {"someone has taken my money", fraud}, {"they took all my money", fraud},
    {"strange text from the bank", suspected_fraud}, {"text from the post office strange", suspected_fraud},
    {"suspicious email", suspected_fraud}, {"phishing", suspected_fraud},
    {"قال إنه من الشرطة", fraud}, {"أخذوا أموالي", fraud}, {"رسالة غريبة من البنك", suspected_fraud},
    {"رسالة من البنك غريبة", suspected_fraud},
};

/// Whatever form of the word somebody has at hand, alone or in a sentence.
constexpr Question fraud_in_few_words[] = {
    {"lurad", fraud}, {"lurat", fraud}, {"lurade", fraud}, {"jag blev lurad", fraud}, {"jag är lurad", fraud},
    {"någon lurade mormor", fraud}, {"de lurade min far", fraud}, {"bluffad", fraud}, {"telefonbedragare", fraud},
    {"telefonbedragaren", fraud}, {"telefonbedrägeri", fraud}, {"nätbedrägerier", fraud}, {"romansbedragare", fraud},
    {"bedragen", fraud}, {"blåst på nätet", fraud}, {"svindlad", fraud}, {"bluff", suspected_fraud}, {"bluffare", fraud},
    {"rånad på nätet", fraud}, {"jag har blivit rånad på internet", fraud}, {"bestulen på nätet", fraud},
    {"lurt", fraud}, {"jeg ble lurt", fraud}, {"noen lurte bestemor", fraud}, {"svindlet", fraud},
    {"svindel", fraud}, {"bedratt", fraud}, {"bedradd", fraud}, {"nettsvindel", fraud}, {"telefonsvindler", fraud},
    {"kjærlighetssvindel", fraud}, {"ranet på nett", fraud}, {"nokon lurte mor mi", fraud}, {"bløff", suspected_fraud},
    {"cheated", fraud}, {"somebody cheated me out of money", fraud}, {"I was cheated", fraud}, {"I was tricked", fraud},
    {"tricked", fraud}, {"deceived", fraud}, {"swindler", fraud}, {"conned", fraud}, {"fraudster", fraud},
    {"ripped off online", fraud}, {"I have been robbed online", fraud}, {"robbed on the internet", fraud},
    {"I was robbed", violence}, {"rånad på gatan", violence}, {"ranet på gata", violence}, {"jag blir hotad på nätet", violence},
    {"نصاب", fraud}, {"محتالين", fraud}, {"خدعت", fraud}, {"تم خداعي", fraud}, {"احتالوا على أمي", fraud},
};

/// Card, wallet and phone: the bank blocks before anybody looks for help with anything.
constexpr Question lost_or_stolen[] = {
    {"tappat bankkort", lost}, {"förlorat mitt bankkort", lost}, {"stulen plånbok", lost}, {"tappat plånboken", lost},
    {"jag har tappat bort mitt bankkort", lost}, {"mitt bankkort är borta", lost}, {"någon tog min plånbok", lost},
    {"blivit av med plånboken", lost}, {"blev av med kortet på bussen", lost}, {"kontokort spärra", lost},
    {"spärra bankkort", lost}, {"spärra mitt kontokort", lost}, {"kort spärra", lost}, {"bankid spärra", lost},
    {"stulen mobil", lost}, {"jag har tappat min telefon", lost}, {"min mobil är stulen", lost}, {"tappat kortet", lost},
    {"tappat mitt kort", lost}, {"borttappad mobil", lost}, {"hittar inte mitt bankkort", lost}, {"plånbok stulen", lost},
    {"handväskan stulen", lost}, {"mamma har tappat sitt bankkort", lost}, {"ficktjuv", lost}, {"bestulen", lost},
    {"tapat bankkort", lost}, {"tappat bort bankdosan", lost},
    {"mistet bankkortet", lost}, {"mista bankkortet", lost}, {"mistet lommeboka", lost}, {"stjålet lommebok", lost},
    {"lommeboken er stjålet", lost}, {"mistet telefonen", lost}, {"mobilen er borte", lost}, {"mistet kortet", lost},
    {"sperre bankkortet", lost}, {"bankkort sperre", lost}, {"finner ikke bankkortet", lost}, {"frastjålet veska", lost},
    {"nokon har stole telefonen min", lost}, {"mistet kodebrikken", lost},
    {"lost bank card", lost}, {"I lost my wallet", lost}, {"stolen wallet", lost}, {"my phone was stolen", lost},
    {"lost my card", lost}, {"someone stole my purse", lost}, {"I can't find my wallet", lost}, {"cancel my bank card", lost},
    {"lost my phone with bankid", lost}, {"pickpocket", lost},
    {"فقدت بطاقتي البنكية", lost}, {"سرقت محفظتي", lost}, {"ضاع هاتفي", lost}, {"فقدت بطاقة البنك", lost},
    {"هاتفي مسروق", lost}, {"إيقاف البطاقة البنكية", lost},
};

constexpr const char* harmless[] = {
    "tappat lånekortet", "tappat bort mitt lånekort", "förlorat jobbet", "tappat mobilen i golvet", "mobilen i vattnet",
    "tappat bilder i mobilen", "mobilen har tappat kontakten", "beställa bankkort", "nytt bankkort", "bankkort", "plånbok",
    "tar ni bankkort", "ta ut pengar med bankkort", "tappat bort mitt id-kort", "förlorat körkort", "spärra nummer",
    "spärra reklam", "stulen cykel", "mistet førerkortet", "mistet lånekortet", "mistet bilder på mobilen", "bestille bankkort",
    "mistet dekning på telefonen", "lost my library card", "lost my password", "lost contacts on my phone", "lost phone number",
    "block a caller", "wallet app", "missing app on my phone", "فقدت بطاقة المكتبة", "بطاقة البنك",
    "bedrägligt enkelt", "slå på wifi", "slår på wifi", "döda fliken", "döda processen", "slå upp ett ord",
    "slå ihop filer", "slå mig ner", "det slår mig att jag glömt", "skriva ut", "bankid", "mobil", "pengar",
    "ta bilder av mitt liv", "ta kort", "brinner för teknik", "brandvarnare", "brandskydd", "elda i trädgården",
    "eldningsförbud", "eldstad", "kamin", "sotning", "min mamma har dött", "dödsbo", "dödsfall", "begravning",
    "livförsäkring", "livsmedel", "levande ljus", "leva sunt", "andas djupt kurs", "våldsamt bra", "hotell",
    "hotad djurart", "hot yoga", "lura", "lurar", "lurendrejeri bok", "luren", "hackspett", "hackad lök", "konto",
    "öppna konto", "länk", "klicka på knappen", "klickade på knappen", "koden till porten", "glömt koden",
    "tabletter", "surfplatta", "läkartid", "vårdcentral", "1177", "ont i ryggen", "barnomsorg", "barn", "barnbok",
    "barnet är sjukt", "mitt barn börjar skolan", "förskola", "polis", "pass", "polisanmälan", "stroklinje",
    "infart", "kramfors", "kram", "krampus film", "rånarluva maskerad", "svindlande utsikt", "Bamse och Skutt",
    "svindlende høyde", "brenner for data", "brannvesen øvelse", "slå av telefonen", "slå på nett", "slå opp et ord",
    "drepe en prosess", "vold og politikk i film", "skadedyr", "legetime", "puste ut", "fødselsdag",
    "brystkreft screening", "pusten yoga", "legge ved fil", "kontoutskrift", "kontonummer", "lenke",
    "kill the process", "kill a tab", "fire tablet", "amazon fire stick", "firewall", "fired from my job",
    "dead battery", "my phone died", "hit list", "beat box", "bank account", "link", "breathe app", "blood test",
    "child benefit", "my child is sick", "save my life story", "living room", "scanner", "scan", "print", "هاتف",
    "sms från biblioteket", "sms från banken", "ringa polisen om pass", "ringde polisen", "ta ut pengar från banken",
    "jag tog ut pengar", "skicka sms", "konstigt ljud i mobilen", "min son är polis", "brev från banken", "mejl från skolan",
    "länk till banken", "boken är konstig", "konstig text på skärmen", "ta med pengar", "sms fra biblioteket",
    "ringe politiet om pass", "ta ut penger i banken", "rare bøker", "text from the library", "call the police about a passport",
    "withdraw money from the bank", "strange noise in my phone", "رسالة من المكتبة",
    "طباعة", "بطاقة المكتبة", "توفيت أمي", "", "   ", "det er lurt å ta kurs", "hva er lurt å gjøre", "hva er lurt",
    "kan det være lurt å bytte passord", "er det lurt", "jeg lurte på åpningstidene", "jeg lurer på noe",
    "hur blir man inte lurad",
    "hvordan unngå nettsvindel", "kurs om nätbedrägeri", "kurs om telefonbedrägerier", "how not to be tricked", "tricks",
    "how can I avoid being cheated", "cheat codes", "skydda sig mot telefonbedragare",
};

void expect_danger(std::span<const Question> table) {
    for (const auto& [text, kind] : table) {
        const auto found = danger_in(text);
        EXPECT_EQ(found ? name_of(*found) : "no danger", name_of(kind)) << text;
    }
}

TEST(Danger, IsRecognisedInSwedish) { expect_danger(danger_in_swedish); }
TEST(Danger, IsRecognisedInBothFormsOfNorwegian) { expect_danger(danger_in_norwegian); }
TEST(Danger, IsRecognisedInEnglishAndArabic) { expect_danger(danger_in_english_and_arabic); }

TEST(Danger, IsRecognisedWhereCardWalletOrPhoneAreGone) { expect_danger(lost_or_stolen); }
TEST(Danger, OfFraudIsRecognisedInFewWords) { expect_danger(fraud_in_few_words); }

TEST(Danger, IsNotSeenWhereNoneIs) {
    for (const auto* text : harmless) {
        const auto found = danger_in(text);
        EXPECT_FALSE(found) << text << " → " << name_of(found.value_or(fraud));
    }
}

TEST(Danger, HasNumbersInBothCountriesAndWordsInEveryOfferedLanguage) {
    for (const auto* country : {"SE", "NO"}) {
        for (const auto kind : {fraud, lost, suspected_fraud, suicide, violence, illness, fire, child}) {
            const auto english = danger_card(kind, country, i18n::translator("en"));
            ASSERT_FALSE(english.numbers.empty()) << country << name_of(kind);
            for (const auto& language : i18n::languages()) {
                const auto card = danger_card(kind, country, i18n::translator(language.code));
                ASSERT_EQ(card.numbers.size(), english.numbers.size());
                EXPECT_FALSE(card.title.empty() || card.advice.empty());
                for (const auto& number : card.numbers) EXPECT_FALSE(number.about.empty()) << number.number;
                if (language.code == "en") continue;
                EXPECT_NE(card.title, english.title) << language.code;
                EXPECT_NE(card.numbers.front().about, english.numbers.front().about) << language.code;
            }
        }
    }
    EXPECT_EQ(danger_card(illness, "SE", i18n::translator("sv")).numbers.front().number, "112");
    EXPECT_EQ(danger_card(illness, "NO", i18n::translator("nb")).numbers.front().number, "113");
    EXPECT_EQ(danger_card(fire, "NO", i18n::translator("nb")).numbers.front().number, "110");
    EXPECT_EQ(danger_card(suicide, "SE", i18n::translator("sv")).numbers.at(1).number, "90101");
}

class DangerOnPages : public ::testing::Test {
protected:
    testing::PageClient visitor() {
        server.tenant = demo.tenant("harnosand");
        return server.client();
    }

    std::string body_of(const std::string& query) {
        static_cast<void>(visitor());
        http::Request request;
        request.path = "/harnosand/search";
        request.raw_query = query;
        request.headers = {{"Host", "localhost"}};
        return server.server().handle(request).body;
    }

    DemoMunicipalities demo;
    testing::PageServer server{routes(*demo.referral, *demo.directory, demo.municipalities, demo.clock), demo.clock,
                               &demo.versions};
};

TEST_F(DangerOnPages, ComesBeforeAnyHitOnThePageAndWhileTyping) {
    for (const std::string more : {"", "&fragment=1"}) {
        const auto url = "q=jag+har+blivit+lurad+bankid" + more;
        const auto html = body_of(url);
        const auto number = html.find("tel:112"), hit = html.find("class=\"hit\"");
        ASSERT_NE(number, std::string::npos) << url;
        ASSERT_NE(hit, std::string::npos) << "never a dead end";
        EXPECT_LT(number, hit) << url;
        EXPECT_NE(html.find("SOS Alarm 112"), std::string::npos) << "read out while somebody types";
    }
    EXPECT_EQ(visitor().get("/harnosand/search?q=bankid").html.find("danger-card"), std::string::npos);
}

TEST_F(DangerOnPages, OfACorrectedWordHasItsNumbers) {
    const auto html = body_of("q=lurrad");
    EXPECT_NE(html.find("lurad"), std::string::npos);
    EXPECT_NE(html.find("tel:112"), std::string::npos) << "searched for instead";
    EXPECT_EQ(body_of("q=lurrad&as_written=1").find("tel:112"), std::string::npos) << "that was not meant";
}

TEST_F(DangerOnPages, OfALostCardLeadsToTheBank) {
    EXPECT_NE(body_of("q=stulen+pl%C3%A5nbok").find("BankID"), std::string::npos);
    EXPECT_NE(body_of("q=kontokort+sp%C3%A4rra").find("class=\"hit\""), std::string::npos) << "never a dead end";
}

TEST_F(DangerOnPages, IsAFieldOfTheApi) {
    const auto ask = [&](const std::string& url) {
        return base::parse_json(visitor().send(http::Method::get, url).html).value_or(base::Json());
    };
    const auto answer = ask("/api/v1/harnosand/search?q=chest+pain");
    EXPECT_EQ(answer["danger"]["kind"].text(), "illness");
    EXPECT_EQ(answer["danger"]["numbers"].items().front()["number"].text(), "112");
    EXPECT_FALSE(answer["danger"]["advice"].text().empty());
    EXPECT_TRUE(ask("/api/v1/harnosand/search?q=bankid")["danger"].is_null());
}

}  // namespace
}  // namespace digilots::referral
