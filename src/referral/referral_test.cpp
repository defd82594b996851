#include "referral/referral.h"

#include <gtest/gtest.h>

#include "referral/demo_municipalities_test.h"
#include "referral/sql.h"

namespace digilots::referral {
namespace {

TEST(Referral, EndsInADeskWithThePhoneOfTheMunicipality) {
    DemoMunicipalities demo;
    auto settings = demo.municipalities.settings("2281");
    settings.phone = "060-19 10 00";
    demo.municipalities.save_settings("2281", settings);
    const auto fallback = demo.referral->fallback(demo.tenant("sundsvall"), i18n::translator("sv"));
    EXPECT_FALSE(fallback.title.empty());
    EXPECT_FALSE(fallback.place.empty());
    EXPECT_EQ(fallback.phone, "060-19 10 00");
}

TEST(Referral, AMunicipalityWithoutRecordsIsItselfTheEnd) {
    DemoMunicipalities demo;
    demo.municipalities.activate("0180", {});
    const auto answer = demo.search("stockholm", "bankid");
    EXPECT_EQ(answer.fallback.title, "Kommunen i Stockholm");
    EXPECT_EQ(answer.fallback.url, "/stockholm/");
}

TEST(Referral, RemembersWhomItSentOnAndHowItWent) {
    DemoMunicipalities demo;
    const auto sundsvall = demo.tenant("sundsvall");
    Referred referred;
    referred.from_place = "sundsvall-kommunhuset";
    referred.target_kind = "place";
    referred.target_id = "sundsvall-kulturmagasinet";
    referred.target_title = "Biblioteken och DigidelCenter";
    referred.topic = "e_id";
    referred.handover = Handover::warm;
    const auto id = demo.referral->record(sundsvall, referred);
    auto recent = demo.referral->recent(sundsvall);
    ASSERT_EQ(recent.size(), 1U);
    EXPECT_EQ(recent.front().id, id);
    EXPECT_EQ(recent.front().outcome, ReferralOutcome::unknown);
    EXPECT_EQ(recent.front().handover, Handover::warm);
    EXPECT_EQ(recent.front().at, demo.clock.now());
    EXPECT_TRUE(demo.referral->set_outcome(sundsvall, id, ReferralOutcome::unknown, ReferralOutcome::bounced));
    EXPECT_FALSE(demo.referral->set_outcome(sundsvall, id, ReferralOutcome::unknown, ReferralOutcome::reached))
        << "told otherwise";
    EXPECT_EQ(demo.referral->recent(sundsvall).front().outcome, ReferralOutcome::bounced);
    EXPECT_FALSE(demo.referral->set_outcome(demo.tenant("timra"), id, ReferralOutcome::bounced, ReferralOutcome::reached));
    EXPECT_TRUE(demo.referral->recent(demo.tenant("timra")).empty());
}

TEST(Referral, IsCountedByWhatIsAskedForAndOfResidentsAlone) {
    DemoMunicipalities demo;
    const auto sundsvall = demo.tenant("sundsvall");
    const auto send = [&](const char* place, const char* topic, ReferralOutcome outcome, const char* asker = "") {
        Referred sent;
        sent.from_place = place;
        sent.target_kind = "place";
        sent.target_id = "sundsvall-kulturmagasinet";
        sent.topic = topic;
        sent.outcome = outcome;
        sent.asker = asker;
        demo.referral->record(sundsvall, sent);
    };
    send("a", "e_id", ReferralOutcome::reached);
    send("a", "e_id", ReferralOutcome::unknown);
    send("b", "e_id", ReferralOutcome::bounced);
    send("b", "print", ReferralOutcome::answered);
    send("b", "print", ReferralOutcome::answered, "employee");
    const auto all = demo.referral->measures();
    const auto year = periods::holding(periods::Kind::year, base::to_civil(demo.clock.now(), "Europe/Stockholm").date);
    const auto count = [&](const char* key, std::vector<std::string> by, std::map<std::string, std::string> where = {}) {
        std::map<std::string, measures::Value> counted;
        for (const auto& row : measures::find_measure(all, key)->figures({{"2281"}, year, by, where}))
            counted[by.empty() ? "" : row.dimensions.at(by.front())] = row.value;
        return counted;
    };
    using Counted = std::map<std::string, measures::Value>;
    EXPECT_EQ(count("referrals", {}), (Counted{{"", 4}}));
    EXPECT_EQ(count("referrals", {"place"}), (Counted{{"a", 2}, {"b", 2}}));
    EXPECT_EQ(count("referrals", {"how_it_went"}, {{"topic", "e_id"}}),
              (Counted{{"reached", 1}, {"unknown", 1}, {"bounced", 1}}));
    const auto month = base::format_date(base::to_civil(demo.clock.now(), "Europe/Stockholm").date).substr(0, 7);
    EXPECT_EQ(count("referrals", {"month"}), (Counted{{month, 4}}));
    EXPECT_EQ(count("referrals_that_worked", {}), (Counted{{"", measures::Value(2, 3)}}));
    EXPECT_EQ(count("referrals_that_worked", {"topic"}),
              (Counted{{"e_id", measures::Value(1, 2)}, {"print", measures::Value(1, 1)}}));
}

/// How an engine would look it up, with another plan where there is one.
std::string plan_of(db::Database& database, const db::Statement& statement, const std::vector<db::Value>& parameters) {
    const bool is_sqlite = database.engine() == db::Engine::sqlite;
    const auto text = (is_sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") +
                      std::string(std::string_view(is_sqlite ? statement.sqlite : statement.postgres));
    const db::Statement explained{statement.name, text.c_str(), text.c_str()};
    constexpr const char* no_whole_table = "SET LOCAL enable_seqscan = off";
    std::string plan;
    database.write([&](db::Connection& connection) {
        if (!is_sqlite) connection.run({"no_whole_table", no_whole_table, no_whole_table}, {});
        for (const auto row : connection.run(explained, parameters)) plan += row.text(is_sqlite ? "detail" : "QUERY PLAN") + "\n";
    });
    return plan;
}

TEST(Referral, WhoWasReferredOnIsLookedUpInItsIndex) {
    DemoMunicipalities demo;
    const db::Value here = std::string("2281"), nothing = db::Null{};
    const auto find = plan_of(*demo.database, sql::find_referral, {here, std::string("0")});
    EXPECT_NE(find.find("referral_sent_by_follows"), std::string::npos) << find;
    const auto list = plan_of(*demo.database, sql::list_referrals,
                              {here, std::string("2026-01-01"), std::string("2027-01-01"), nothing, nothing, nothing, nothing,
                               nothing, std::int64_t{10}, std::int64_t{0}, std::int64_t{1}});
    const auto first = list.find("referral_sent_by_follows");
    EXPECT_NE(first, std::string::npos) << list;
    EXPECT_NE(list.find("referral_sent_by_follows", first + 1), std::string::npos) << "both where it is asked: " << list;
}

TEST(Referral, FindsATargetByWhatTheLogKeeps) {
    DemoMunicipalities demo;
    const auto& swedish = i18n::translator("sv");
    const auto hit = demo.referral->find(demo.tenant("ange"), "e_service:ange-bygglov", swedish);
    ASSERT_TRUE(hit);
    EXPECT_EQ(hit->title, "Bygglov");
    EXPECT_FALSE(demo.referral->find(demo.tenant("timra"), "e_service:ange-bygglov", swedish));
    EXPECT_FALSE(demo.referral->find(demo.tenant("ange"), "nonsense", swedish));
}

TEST(Referral, AnswersWithAnEmptyIndexAndFillsItAgain) {
    DemoMunicipalities demo;
    demo.first("ange", "bygglov");
    demo.index->rebuild([](const auto&) {});
    EXPECT_EQ(demo.first("ange", "bygglov"), "ange-bygglov");
    EXPECT_EQ(demo.index->size(), 0U);
    demo.referral->refresh();
    EXPECT_GT(demo.index->size(), 100U);
    EXPECT_EQ(demo.first("sundsvall", "bibliotket"), "sundsvall-kulturmagasinet");
}

}  // namespace
}  // namespace digilots::referral
