// "Open on Saturday", "without BankID": by what is known, in whole words.
#include "referral/wishes.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "referral/times_in_question.h"
#include "referral/demo_municipalities_test.h"

namespace digilots::referral {
namespace {

constexpr const char* laxa = R"({"format": "digital-inclusion-mapping", "format_version": 1, "sources": [],
"municipalities": [{"code": "2281", "name": "Sundsvall", "country": "SE",
  "places": [
    {"id": "weekdays", "name": "Torgets bibliotek", "kind": "library", "status": "open", "weekend_hours": true,
     "evening_hours": true, "support": [{"code": "tutoring"}],
     "opening_hours": [{"days": ["mo", "tu", "we", "th", "fr"], "opens": "09:00", "closes": "16:00"}]},
    {"id": "saturdays", "name": "Hamnens bibliotek", "kind": "library", "status": "open",
     "support": [{"code": "tutoring"}],
     "opening_hours": [{"days": ["mo", "tu", "we", "th", "fr"], "opens": "09:00", "closes": "16:00"},
                       {"days": ["sa"], "opens": "10:00", "closes": "14:00"}]},
    {"id": "evenings", "name": "Kvarnens bibliotek", "kind": "library", "status": "open",
     "support": [{"code": "tutoring"}],
     "opening_hours": [{"days": ["th"], "opens": "12:00", "closes": "20:00"}]},
    {"id": "unknown", "name": "Byns bibliotek", "kind": "library", "status": "open"}],
  "e_services": [
    {"id": "permit", "name": "Ansök om bygglov", "topics": [], "login": {"bankid": "required"}},
    {"id": "fault", "name": "Felanmälan av gatlykta", "topics": [], "login": {"bankid": "optional"}}]}]})";

class Wishes : public ::testing::Test {
protected:
    std::vector<std::string> ids(const std::string& text) const {
        std::vector<std::string> result;
        for (const auto& hit : demo.search("sundsvall", text).hits) result.push_back(hit.id);
        return result;
    }

    /// A Monday morning.
    DemoMunicipalities demo{"2026-11-23T09:00:00Z", laxa};
};

using Ids = std::vector<std::string>;

TEST_F(Wishes, AreWholeWords) {
    for (const auto* name : {"HELGE", "Helge", "helga", "Helgesson", "lördan", "nuet", "kvällsmat"}) {
        EXPECT_EQ(wish_of(name).wish, Wish::none) << name;
    }
    for (const auto* word : {"helg", "helgen", "helgene", "helgerna", "i helga", "weekend"}) {
        EXPECT_EQ(wish_of(word).wish, Wish::weekend) << word;
    }
    for (const auto* word : {"lördag", "lördagar", "lordag", "lørdager", "laurdag", "Saturday", "السبت"}) {
        EXPECT_EQ(wish_of(word).wish, Wish::weekday) << word;
        EXPECT_EQ(wish_of(word).weekday, 5) << word;
    }
}

TEST_F(Wishes, OpenOnADayListsWhoIsOpenThenByTheHours) {
    for (const auto* text : {"öppet lördag", "åpent lørdag", "open on Saturday", "öppet i helgen", "مفتوح السبت"}) {
        EXPECT_EQ(ids(text), Ids{"saturdays"}) << text;
    }
    EXPECT_EQ(demo.search("sundsvall", "öppet lördag").hits.front().why, "Öppet på lördag");
    EXPECT_TRUE(ids("öppet söndag").empty());
    EXPECT_EQ(demo.search("sundsvall", "öppet söndag").notes, Ids{"Vi känner inte till någon plats som är öppen då."});
}

TEST_F(Wishes, AnArabicDayIsTheSameWithAndWithoutTheWordForDay) {
    constexpr const char* days[] = {"الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"};
    for (int weekday = 0; weekday < 7; ++weekday) {
        const std::string day = days[weekday];
        for (const auto& said : {day, "يوم " + day, "أيام " + day, "ليوم " + day, "يوم " + day.substr(4)}) {
            EXPECT_EQ(wish_of(said).wish, Wish::weekday) << said;
            EXPECT_EQ(wish_of(said).weekday, weekday) << said;
        }
        for (const auto* open : {"", "مفتوح "}) EXPECT_EQ(ids(open + ("يوم " + day)), ids(open + day)) << day;
    }
    EXPECT_EQ(ids("مفتوح يوم السبت"), Ids{"saturdays"});
    EXPECT_EQ(ids("ما المفتوح يوم السبت"), Ids{"saturdays"});
    EXPECT_EQ(ids("يوم الخميس مساء"), Ids{"evenings"});
    EXPECT_EQ(ids("مفتوح مساء يوم الخميس"), Ids{"evenings"});
    for (const auto* text : {"اليوم", "هذا اليوم", "مفتوح هذا اليوم"}) EXPECT_EQ(ids(text), ids("مفتوح اليوم")) << text;
    for (const auto* text : {"غدا", "غدًا", "يوم غد", "مفتوح غدا", "مفتوح يوم غد"}) {
        EXPECT_EQ(ids(text), ids("öppet i morgon")) << text;
    }
    for (const auto* text : {"مفتوح اليوم مساء", "مفتوح مساء اليوم"}) EXPECT_EQ(ids(text), ids("öppet ikväll")) << text;
}

TEST_F(Wishes, OpenNowListsWhoIsOpenAndThenWhoseHoursAreNotKnown) {
    for (const auto* text : {"öppet nu", "vem har öppet nu", "vilka har öppet just nu", "open now", "who is open right now",
                             "åpent nå", "hvem har åpent nå", "ope no", "kven har ope no", "مفتوح الآن"}) {
        const auto answer = demo.search("sundsvall", text);
        EXPECT_EQ(ids(text), (Ids{"saturdays", "weekdays", "unknown"})) << text;
        EXPECT_TRUE(answer.notes.empty()) << text;
        ASSERT_FALSE(answer.hits.empty()) << text;
        EXPECT_NE(answer.hits.back().why.find("Okänt om det är öppet nu"), std::string::npos) << answer.hits.back().why;
    }
}

TEST_F(Wishes, OpenNowSaysPlainlyThatNobodyIsAndWhoOpensNext) {
    demo.clock.set(testing::at("2026-11-23T20:35:00Z"));
    const auto answer = demo.search("sundsvall", "öppet nu");
    EXPECT_EQ(ids("öppet nu"), Ids{"unknown"});
    ASSERT_EQ(answer.notes.size(), 1U);
    EXPECT_NE(answer.notes.front().find("ingen plats öppen nu"), std::string::npos) << answer.notes.front();
    EXPECT_NE(answer.notes.front().find("bibliotek, öppnar i morgon"), std::string::npos) << answer.notes.front();
    EXPECT_GT(ids("bibliotek öppet nu").size(), 1U) << "libraries were asked for: their hours are shown";
    EXPECT_TRUE(demo.search("sundsvall", "öppettider bibliotek").notes.empty());
}

TEST_F(Wishes, OpenTodayIsNotYetOpenNow) {
    demo.clock.set(testing::at("2026-11-23T05:00:00Z"));
    EXPECT_EQ(ids("öppet idag"), (Ids{"saturdays", "weekdays"}));
    EXPECT_EQ(demo.search("sundsvall", "öppet idag").hits.front().why, "Öppet i dag");
}

TEST_F(Wishes, AFeastADateOrAnHourIsLookedAtAndSaid) {
    for (const auto* text : {"öppet lördag 5 december", "öppet den 5 december", "bibliotek öppet 5/12", "öppet 2026-12-05",
                             "åpent 5. desember", "öppet 5 december",
                             "open on December 5th", "open on the 5th of December", "مفتوح 5 ديسمبر"}) {
        const auto answer = demo.search("sundsvall", text);
        ASSERT_FALSE(answer.hits.empty()) << text;
        EXPECT_EQ(answer.hits.front().id, "saturdays") << text;
        EXPECT_NE(answer.hits.front().why.find("Öppet den 5 dec"), std::string::npos) << answer.hits.front().why;
        ASSERT_EQ(answer.notes.size(), 1U) << text;
        EXPECT_NE(answer.notes.front().find("5 december 2026"), std::string::npos) << answer.notes.front();
        EXPECT_NE(answer.notes.front().find("Ring och fråga"), std::string::npos) << "the pages show a week";
    }
    for (const auto* text : {"öppet efter 17", "öppet efter kl 17.30", "åpent etter 18", "open after 5 pm",
                             "مفتوح بعد الساعة 17"}) {
        const auto answer = demo.search("sundsvall", text);
        ASSERT_EQ(answer.hits.size(), 1U) << text;
        EXPECT_EQ(answer.hits.front().id, "evenings") << text;
        ASSERT_EQ(answer.notes.size(), 1U) << text;
        EXPECT_NE(answer.notes.front().find("den närmaste veckan"), std::string::npos) << answer.notes.front();
    }
    EXPECT_TRUE(ids("öppet lördag efter 15").empty());
    EXPECT_EQ(ids("öppet lördag före 12"), Ids{"saturdays"});
    EXPECT_EQ(ids("öppet torsdag kl 19"), Ids{"evenings"});
    EXPECT_EQ(ids("öppet mellan 18 och 20"), Ids{"evenings"});
    EXPECT_EQ(ids("öppet till 20"), Ids{"evenings"});
}

TEST_F(Wishes, ADayOnWhichNobodyIsKnownToBeOpenIsNamed) {
    for (const auto* text : {"öppet 25 december", "öppet den 25 december", "åpent 25. desember", "open 25 December"}) {
        const auto answer = demo.search("sundsvall", text);
        EXPECT_TRUE(answer.hits.empty()) << text;
        ASSERT_EQ(answer.notes.size(), 2U) << text;
        EXPECT_NE(answer.notes.front().find("25 december 2026"), std::string::npos) << answer.notes.front();
    }
    for (const auto* text : {"öppet julafton", "julafton", "åpent julaften", "open on Christmas Eve"}) {
        const auto answer = demo.search("sundsvall", text);
        EXPECT_TRUE(answer.hits.empty()) << text;
        ASSERT_EQ(answer.notes.size(), 2U) << text;
        EXPECT_NE(answer.notes.front().find("24 december 2026"), std::string::npos) << answer.notes.front();
        EXPECT_EQ(answer.notes.back(), "Vi känner inte till någon plats som är öppen då.") << text;
    }
}

TEST_F(Wishes, ATimeThatIsNotUnderstoodIsSaid) {
    for (const auto* text : {"öppet vecka 48", "öppet i sommar", "öppet 31 juni", "åpent i sommer", "öppet 24/7",
                             "öppettider sommar",
                             "åpningstider sommeren", "sommaröppet", "sommaröppettider", "sommeråpent",
                             "summer opening hours",
                             "bibliotek sommar", "Hamnens bibliotek sommaren", "öppet på sportlovet"}) {
        const auto answer = demo.search("sundsvall", text);
        EXPECT_FALSE(answer.hits.empty()) << text;
        ASSERT_FALSE(answer.notes.empty()) << text;
        EXPECT_NE(answer.notes.front().find("förstår inte"), std::string::npos) << answer.notes.front();
        EXPECT_NE(answer.notes.front().find("sida"), std::string::npos) << answer.notes.front();
    }
    for (const auto* text : {"öppet bibliotek", "öppet lördag", "skriva ut 30 november"}) {
        EXPECT_TRUE(demo.search("sundsvall", text).notes.empty()) << text;
    }
    const auto care = demo.search("sundsvall", "1177 öppettider").notes;
    ASSERT_EQ(care.size(), 1U) << "it is a number, no time";
    EXPECT_NE(care.front().find("1177.se"), std::string::npos) << "who answers about care online: " << care.front();
}

class Christmas : public ::testing::Test {
protected:
    static constexpr const char* places = R"({"format": "digital-inclusion-mapping", "format_version": 1, "sources": [],
"municipalities": [{"code": "2281", "name": "Sundsvall", "country": "SE",
  "places": [
    {"id": "closed", "name": "Granloholms bibliotek", "kind": "library", "status": "open"},
    {"id": "open", "name": "Hamnens bibliotek", "kind": "library", "status": "open"},
    {"id": "nothing", "name": "Byns bibliotek", "kind": "library", "status": "open"}]}]})";
    Christmas() {
        constexpr const char* text = "UPDATE directory_place SET hours_rule = $1 WHERE id = $2";
        constexpr db::Statement set_hours{"set_hours", text, text};
        demo.database->write([&](db::Connection& connection) {
            connection.execute(set_hours, "Mo-Fr 09:00-16:00", "closed");
            connection.execute(set_hours, "Mo-Su 09:00-16:00; Dec 24 10:00-12:00; Dec 26 10:00-12:00", "open");
        });
        demo.directory = std::make_unique<directory::Directory>(*demo.database, demo.versions, demo.municipalities,
                                                                demo.organisation, demo.clock);
        demo.referral = std::make_unique<Referral>(*demo.database, demo.versions, *demo.directory, *demo.index,
                                                   demo.municipalities, demo.own_topics, demo.clock);
    }
    DemoMunicipalities demo{"2026-11-27T09:00:00Z", places};
};

TEST_F(Christmas, APeriodOfFeastsAsksWhoIsOpenOnSomeOfItsDaysAndSaysOnWhich) {
    for (const auto* text : {"öppettider jul", "öppet i jul", "opening hours at Christmas", "jul", "åpent i jula", "julöppet",
                             "julens öppettider", "öppet under julhelgen"}) {
        const auto answer = demo.search("sundsvall", text);
        ASSERT_EQ(answer.hits.size(), 1U) << text;
        EXPECT_EQ(answer.hits.front().id, "open") << text;
        const auto& why = answer.hits.front().why;
        EXPECT_NE(why.find("Öppet den 24 december, 26 december"), std::string::npos) << why;
        ASSERT_EQ(answer.notes.size(), 1U) << text;
        EXPECT_NE(answer.notes.front().find("någon av dagarna 24–26 december."), std::string::npos) << answer.notes.front();
    }
    for (const auto* text : {"öppet i mellandagarna", "i romjula", "åpent i romjulen", "öppet mellan jul och nyår"}) {
        const auto answer = demo.search("sundsvall", text);
        ASSERT_EQ(answer.hits.size(), 2U) << text;
        EXPECT_NE(answer.notes.front().find("27–30 december."), std::string::npos) << answer.notes.front();
        for (const auto& hit : answer.hits) {
            const auto* days = hit.id == "open" ? "Öppet den 27–30 december" : "Öppet den 28–30 december";
            EXPECT_NE(hit.why.find(days), std::string::npos) << hit.why;
        }
    }
    for (const auto& [text, days] :
         {std::pair("öppet i påsk", "25–29 mars 2027."), {"open at Easter", "25–29 mars 2027."},
          {"åpent i påsken", "25–29 mars 2027."}, {"öppet nyår", "31 december – 1 januari 2027."},
          {"öppet midsommar", "25–26 juni 2027."}, {"öppet jul och nyår", "24–26 december, 31 december"}}) {
        const auto answer = demo.search("sundsvall", text);
        ASSERT_FALSE(answer.notes.empty()) << text;
        EXPECT_NE(answer.notes.front().find(days), std::string::npos) << answer.notes.front();
    }
}

TEST_F(Christmas, APlaceThatIsNamedBesideItComesFirst) {
    for (const auto* text : {"Granloholms bibliotek jul", "öppettider Granloholms bibliotek julafton",
                             "granloholms bibliotek i påsk"}) {
        const auto answer = demo.search("sundsvall", text);
        ASSERT_FALSE(answer.hits.empty()) << text;
        EXPECT_EQ(answer.hits.front().id, "closed") << text << " " << demo.hits("sundsvall", text);
        ASSERT_FALSE(answer.notes.empty()) << text;
        EXPECT_NE(answer.notes.front().find("Vi har letat efter"), std::string::npos) << answer.notes.front();
    }
}

TEST(Feasts, APeriodThatHasBegunIsLookedAtFromTodayOn) {
    using namespace std::chrono;
    const auto days = [](std::vector<std::string> words, base::Date today) {
        const auto time = read_feast(words);
        std::string text;
        if (time) {
            for (const auto day : days_of(*time->day, today)) text += base::format_date(day) + " ";
        }
        return text;
    };
    EXPECT_EQ(days({"jul"}, 2026y / 12 / 25), "2026-12-25 2026-12-26 ");
    EXPECT_EQ(days({"jul"}, 2026y / 12 / 27), "2027-12-24 2027-12-25 2027-12-26 ");
    EXPECT_EQ(days({"nyår"}, 2027y / 1 / 1), "2027-01-01 ");
    EXPECT_EQ(days({"nyttår"}, 2027y / 1 / 2), "2027-12-31 2028-01-01 ");
    EXPECT_EQ(days({"påske"}, 2026y / 4 / 6), "2026-04-06 ") << "Easter Monday";
    EXPECT_EQ(days({"midsommar"}, 2026y / 6 / 20), "2026-06-20 ");
}

TEST(Feasts, MoveWithTheirYear) {
    using namespace std::chrono;
    const auto on = [](std::vector<std::string> words, base::Date today) {
        const auto time = read_feast(words);
        return time && time->day ? base::format_date(day_of(*time->day, today)) : "";
    };
    EXPECT_EQ(on({"långfredagen"}, 2026y / 11 / 26), "2027-03-26");
    EXPECT_EQ(on({"annandag", "påsk"}, 2024y / 1 / 1), "2024-04-01");
    EXPECT_EQ(on({"midsommarafton"}, 2026y / 6 / 19), "2026-06-19");
    EXPECT_EQ(on({"midsommardagen"}, 2026y / 6 / 21), "2027-06-26");
    EXPECT_EQ(on({"alla", "helgons", "dag"}, 2026y / 11 / 1), "2027-11-06");
    EXPECT_EQ(on({"nyttårsaften"}, 2026y / 12 / 31), "2026-12-31");
    EXPECT_EQ(on({"kristi", "himmelfartsdag"}, 2026y / 5 / 1), "2026-05-14");
}

TEST(WishesInTheDemo, WhoIsOpenOnlyWhileSomebodyIsThereSaysWhen) {
    const DemoMunicipalities demo;
    const auto answer = demo.search("sundsvall", "öppet på måndag");
    ASSERT_FALSE(answer.hits.empty());
    EXPECT_EQ(answer.hits.front().id, "sundsvall-kulturmagasinet");
    EXPECT_NE(answer.hits.front().why.find("Öppet på måndag (IT-handledning"), std::string::npos) << answer.hits.front().why;
    EXPECT_NE(answer.hits.front().why.find("13.00–15.00)"), std::string::npos) << answer.hits.front().why;
}

TEST(WishesInTheDemo, AnEveningWithoutStatedDaysIsAMaybeUntilItsClosingTime) {
    DemoMunicipalities demo("2026-11-23T16:35:00Z");
    const auto finds = [&](const char* text) {
        for (const auto& hit : demo.search("harnosand", text).hits) {
            if (hit.id == "harnosand-digidelcenter") return hit.why;
        }
        return std::string();
    };
    EXPECT_NE(finds("öppet ikväll").find("Kanske öppet i kväll"), std::string::npos) << finds("öppet ikväll");
    EXPECT_NE(finds("open tonight").find("Kanske"), std::string::npos);
    demo.clock.set(testing::at("2026-11-23T20:35:00Z"));
    EXPECT_EQ(finds("öppet ikväll"), "");
}

TEST_F(Wishes, OpenInTheEveningListsWhoHasEveningHours) {
    EXPECT_EQ(ids("öppet kväll"), Ids{"evenings"});
    EXPECT_EQ(ids("öppet torsdag kväll"), Ids{"evenings"});
    EXPECT_TRUE(ids("öppet ikväll").empty()) << "a Monday";
    EXPECT_TRUE(ids("öppet lördag kväll").empty());
}

TEST_F(Wishes, ALibraryOnSaturdayIsFirstTheOpenOne) {
    const auto hits = demo.search("sundsvall", "bibliotek öppet lördag").hits;
    ASSERT_FALSE(hits.empty());
    EXPECT_EQ(hits.front().id, "saturdays");
    for (const auto& hit : hits) EXPECT_EQ(hit.why.find("Öppet på lördag") != std::string::npos, hit.id == "saturdays") << hit.id;
}

TEST_F(Wishes, WithoutBankIdListsOnlyWhatWorksWithoutIt) {
    for (const auto* text : {"utan bankid", "uten bankid", "without BankID"}) {
        EXPECT_EQ(ids(text), Ids{"fault"}) << text;
        EXPECT_TRUE(demo.search("sundsvall", text).notes.empty()) << text;
    }
    for (const auto* text : {"har inget bankid", "jag har inte bankid", "no bank id",
                             "I have no bankid", "mangler bankid", "لا أملك bankid"}) {
        const auto found = ids(text);
        ASSERT_FALSE(found.empty()) << text;
        EXPECT_EQ(found.front(), ids("skaffa bankid").front()) << text << ": where one gets help with it";
        EXPECT_EQ(std::ranges::count(found, "fault"), 1) << text << ": and what works without";
        EXPECT_EQ(std::ranges::count(found, "permit"), 0) << text;
    }
    const auto permit = demo.search("sundsvall", "bygglov utan bankid");
    EXPECT_TRUE(std::ranges::none_of(permit.hits, [](const auto& hit) { return hit.kind == "e_service"; }));
    ASSERT_EQ(permit.notes.size(), 1U);
    EXPECT_NE(permit.notes.front().find("utan e-legitimation"), std::string::npos);
}

}  // namespace
}  // namespace digilots::referral
