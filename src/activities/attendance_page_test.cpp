// What is written when a session is counted tells of no person, and what may be a slip is asked about before it is saved.
#include "activities/paid_beside.h"
#include "activities/world_for_tests.h"

namespace digilots::activities {
namespace {

class CountingASession : public ::testing::Test, protected World {
protected:
    CountingASession() { clock.advance(std::chrono::hours(6)); }
    testing::Page count(const testing::FormFields& fields) {
        auto client = staff();
        return client.submit(client.get(url), fields, "", "/attendance");
    }
    std::string note() {
        const auto stands = all.activities.attendance(here, session);
        return stands ? stands->note : "";
    }

    std::string session = all.add_session(all.add_activity("Café"), "2026-11-25", 20);
    std::string url = "/sundsvall/staff/sessions/" + session + "/attendance";
};

TEST_F(CountingASession, RefusesHowSomebodyIsReachedInEachOfItsTexts) {
    for (const auto* field : {"note", "asked", "needs", "next_step"})
        for (const auto* text : {"Ring 070-174 06 35", "Write to kalle.svensson@gmail.com"}) {
            const auto refused = count({{"women", "1"}, {field, text}});
            EXPECT_EQ(refused.status, 422) << field << text;
            EXPECT_TRUE(refused.says("Remove the number or address") && refused.says(text)) << refused.html;
        }
    EXPECT_FALSE(all.activities.attendance(here, session)) << "nothing is saved";
}

TEST_F(CountingASession, AsksOnceAboutANameAndAboutMoreWhoStayedAwayThanHadSignedUp) {
    const auto asked = count({{"women", "1"}, {"note", "Anna Svensson got her e-ID"}});
    EXPECT_EQ(asked.status, 422);
    EXPECT_TRUE(asked.says("Anna Svensson") && asked.says("may be a person")) << asked.html;
    auto client = staff();
    EXPECT_TRUE(client.submit(asked, {}, "", "/attendance").says("What was counted is saved."));
    EXPECT_EQ(note(), "Anna Svensson got her e-ID");
    EXPECT_TRUE(count({{"women", "2"}}).says("What was counted is saved.")) << "what stood is not asked about again";
    const auto away = count({{"women", "2"}, {"did_not_come", "40"}});
    EXPECT_TRUE(away.status == 422 && away.says("40 are entered as signed up and not there, but 0 persons were signed up."))
        << away.html;
    EXPECT_TRUE(client.submit(away, {}, "", "/attendance").says("What was counted is saved."));
}

TEST_F(CountingASession, NamesTheAmountsThatAreWrongWhereTheMessagesStandTogether) {
    const auto refused = count({{"women", "1"}, {"fee", "much"}, {"travel", "-4"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("Fee: Write an amount in kronor") && refused.says("Travel: Write an amount in kronor"))
        << refused.html;
    EXPECT_TRUE(refused.says(R"(href="#fee")") && refused.says(R"(href="#travel")"));
}

TEST_F(CountingASession, AsksAboutACostThatIsEnteredAsAPaymentAlready) {
    std::vector<std::string> asked_of;
    all.activities.know_paid({.asked = [&](const register_::Surroundings&, const std::string&, base::Date,
                                           const std::vector<std::string>& costs) -> std::vector<std::string> {
        asked_of = costs;
        return {"500 kr was paid already."};
    }});
    const auto asked = count({{"women", "1"}, {"fee", "500"}});
    EXPECT_TRUE(asked.status == 422 && asked.says("500 kr was paid already.")) << asked.html;
    EXPECT_EQ(asked_of, (std::vector<std::string>{"fee"}));
    auto client = staff();
    EXPECT_TRUE(client.submit(asked, {}, "", "/attendance").says("What was counted is saved."));
    EXPECT_TRUE(count({{"women", "2"}, {"fee", "500"}}).says("What was counted is saved.")) << "the cost stood already";
    EXPECT_TRUE(count({{"women", "2"}, {"fee", "600"}}).says("500 kr was paid already."));
}

TEST_F(CountingASession, OfWhoWasDeletedWithTimeItSaysSoAndThatItIsNotCounted) {
    const auto later = all.add_session(all.add_activity("Course"), "2026-11-26", 4);
    all.sign_up(later, {.persons = 3});
    clock.advance(std::chrono::days(2));
    const auto rule = retention_rules().front();
    database->write([&](db::Connection& connection) {
        EXPECT_EQ(rule.remove(connection, {here, clock.now(), clock.now()}, 10), 1);
    });
    const auto page = staff().get("/sundsvall/staff/sessions/" + later);
    EXPECT_TRUE(page.says("Who was signed up has been deleted") && page.says("Over, and not counted yet")) << page.html;
    EXPECT_FALSE(page.says("Nobody yet.") || page.says("Move or change it"));
}

}  // namespace
}  // namespace digilots::activities
