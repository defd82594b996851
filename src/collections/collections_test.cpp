// What is logged here, in the columns of somebody else's table.
#include "collections/collections.h"

#include <gtest/gtest.h>

#include "collections/filling.h"
#include "platform/base/time.h"
#include "platform/register/every_statement_for_tests.h"
#include "platform/testing/database.h"
#include "platform/testing/page_server.h"
#include "taxonomy/taxonomy.h"

namespace digilots::collections {
namespace {

constexpr const char* sundsvall = "2281";

class Collections : public ::testing::Test {
protected:
    Collections() {
        municipalities.activate(sundsvall, municipality::default_settings(*municipality::Municipalities::find(sundsvall)));
    }
    register_::Records& records(std::string_view key) {
        for (auto* one : all.registers)
            if (one->declaration().key == key) return *one;
        throw std::logic_error("no such register");
    }
    /// The id; "" where it is refused.
    std::string add(std::string_view key, const register_::Draft& draft) {
        auto& kind = records(key);
        const auto added = kind.add(kind.around(sundsvall), draft, "anna");
        return added ? added->id : "";
    }
    std::string add_column(const char* heading, const char* place, const char* what, const char* words = "",
                           const char* otherwise = "", const char* several = "all") {
        return add("outside_column", {{"heading", {heading}}, {"collection", {survey}}, {"place", {place}}, {"what", {what}},
                                      {"words", {words}}, {"otherwise", {otherwise}}, {"several", {several}}});
    }
    void limit(std::map<std::string, db::Value, std::less<>> limits) {
        auto& kind = records("outside_collection");
        ASSERT_TRUE(kind.take_step(kind.around(sundsvall), survey, {"changed", std::move(limits)}, "anna"));
    }
    void log_one(std::vector<std::string> topics, std::string channel, std::string note = "", std::string place = "") {
        inquiries::Inquiry inquiry;
        inquiry.topics = std::move(topics);
        inquiry.channel = std::move(channel);
        inquiry.outcome = "answered";
        inquiry.minutes = 5;
        inquiry.note = std::move(note);
        inquiry.place = std::move(place);
        inquiry.at = clock.now();
        ASSERT_TRUE(log.log(server.tenant, inquiry, "anna", "", ""));
        clock.advance(std::chrono::minutes(1));
    }
    register_::Others others() {
        auto links = organisation.link_sources();
        links["directory.place"].choices = [this](const register_::Surroundings& around) {
            std::vector<register_::Choice> choices;
            for (const auto held = directory.snapshot(around.municipality_id); const auto& place : held->places)
                choices.push_back({.key = place.id, .label = place.name});
            return choices;
        };
        return {.links = std::move(links),
                .name_of = [](std::string_view id) { return std::string(id); },
                .limit_of = [this](std::string_view municipality, const http::Identity& identity) {
                    return organisation::limit_of(*organisation.units(municipality), identity);
                }};
    }
    testing::PageClient coordinator() {
        server.person = testing::person_with(http::Role::coordinator, sundsvall);
        auto client = server.client();
        client.accept_language = "en";
        return client;
    }

    base::TestClock clock{testing::at("2026-11-23T10:30:00Z")};
    std::unique_ptr<db::Database> database = testing::fresh_database();
    kept::Versions versions{*database};
    municipality::Municipalities municipalities{*database, versions, clock};
    organisation::Organisation organisation{*database, versions, clock};
    directory::Directory directory{*database, versions, municipalities, organisation, clock};
    taxonomy::OwnTopics own_topics{*database, versions, clock};
    inquiries::Inquiries log{*database, directory, municipalities, organisation, own_topics, clock};
    Slice all = slice(*database, clock, others(), log);
    testing::PageServer server{routes_of({all}), clock};
    std::string survey = add("outside_collection", {{"title", {"Survey of libraries"}}});
    std::string tried = "/sundsvall/staff/outside-collections/" + survey;
};

TEST_F(Collections, EveryStatementOfEveryRegisterRuns) {
    for (const auto* one : all.registers) register_::run_every_statement(*one, one->around(sundsvall));
}

TEST_F(Collections, APeriodComesOutInTheColumnsOfTheOther) {
    add_column("Area", "3", "shared_topics", "print = Paper\ncopy = Paper\n* = Else");
    add_column("No", "1", "number");
    add_column("Way", "2", "channel", "Phone = Tel", "unknown");
    add_column("First", "4", "topics", "", "", "first");
    add_column("Minutes", "5", "minutes");
    add_column("Library", "6", "fixed", "", "Main; library");
    add_column("Question in words", "7", "");
    add_column("Month", "8", "month");
    log_one({"print", "copy", "bank"}, "phone", "the printer in the hall");
    log_one({"e_id"}, "visit");
    log_one({"e_id"}, "");
    const auto csv = coordinator().get(tried + "/rows.csv?from=2026-11-01&to=2026-11-30");
    EXPECT_EQ(csv.status, 200);
    EXPECT_TRUE(csv.says("No;Way;Area;First;Minutes;Library;Question in words;Month\r\n")) << csv.html;
    EXPECT_TRUE(csv.says("1;Tel;\"Paper, Else\";Print;5;\"Main; library\";;2026-11\r\n2;")) << csv.html;
    EXPECT_TRUE(csv.says("\r\n3;unknown;Else;")) << csv.html;
    EXPECT_FALSE(csv.says("printer in the hall")) << "notes stay here";
    const auto page = coordinator().get(tried + "/try?from=2026-11-01&to=2026-11-30");
    EXPECT_TRUE(page.says("<li>Question in words</li>")) << "what the log does not hold is said";
    EXPECT_TRUE(page.says("rows.csv?from=2026-11-01&amp;to=2026-11-30"));
    EXPECT_FALSE(coordinator().get(tried + "/rows.csv?from=2026-12-01&to=2026-12-31").says("Tel")) << "of the period alone";
    EXPECT_EQ(coordinator().get(tried + "/rows.xlsx?from=2026-11-01&to=2026-11-30").status, 200);
    const auto wrong = coordinator().get(tried + "/rows.csv?from=x&to=2026-11-30");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(wrong.says("action=\"" + tried + "/try\"")) << "a page on which the days can be put right";
    EXPECT_EQ(coordinator().get("/sundsvall/staff/outside-collections/none/try").status, 404);
}

TEST_F(Collections, TenEntriesAreTriedHoweverManyThereAre) {
    add_column("No", "1", "number");
    add_column("Rest", "2", "fixed", "", "row");
    for (int i = 0; i < 12; ++i) log_one({"print"}, "visit");
    const auto page = coordinator().get(tried + "/try");
    EXPECT_TRUE(page.says(">10</th>")) << page.html;
    EXPECT_FALSE(page.says(">11</th>"));
    EXPECT_TRUE(coordinator().get(tried + "/rows.csv").says("\r\n12;row\r\n"));
}

TEST_F(Collections, AWordThatTheLogNeverSaysIsRefused) {
    EXPECT_EQ(add_column("Way", "1", "channel", "Pigeon post = 3"), "");
    EXPECT_EQ(add_column("Way", "1", "channel", "Phone"), "") << "no word of theirs";
    EXPECT_EQ(add_column("Way", "1", "fixed"), "") << "which text?";
    EXPECT_EQ(add_column("Way", "1", "number", "1 = 2"), "");
    EXPECT_EQ(add_column("Call 070-123 45 67", "1", "channel"), "");
    EXPECT_NE(add_column("Way", "1", "channel", "Phone = 3\n* = 9"), "");
}

TEST_F(Collections, OneOfAPlaceOrAWayInTakesItsEntriesAlone) {
    auto& places = directory.records(directory::RecordKind::place);
    const auto place_named = [&](const char* name) {
        const auto added = places.add(places.around(sundsvall), {{"name", {name}}, {"kind", {"library"}}}, "anna");
        return added ? added->id : "";
    };
    const auto here = place_named("Main library"), there = place_named("Branch");
    add_column("Way", "1", "channel");
    log_one({"print"}, "phone", "", here);
    log_one({"print"}, "visit", "", here);
    log_one({"print"}, "phone", "", there);
    const auto rows = [&](std::map<std::string, db::Value, std::less<>> limits) {
        limit(std::move(limits));
        return coordinator().get(tried + "/rows.csv").html;
    };
    EXPECT_EQ(rows({}), "\xEF\xBB\xBFWay\r\nPhone\r\nVisit\r\nPhone\r\n");
    EXPECT_EQ(rows({{"place", here}}), "\xEF\xBB\xBFWay\r\nPhone\r\nVisit\r\n");
    EXPECT_EQ(rows({{"place", there}, {"channel", "phone"}}), "\xEF\xBB\xBFWay\r\nPhone\r\n");
    EXPECT_TRUE(coordinator().get(tried + "/try").says("Only entries that came in this way: Phone"));
    const auto unit = organisation.unit_records().add(organisation.unit_records().around(sundsvall),
                                                      {{"name", {"Library"}}}, "anna");
    ASSERT_TRUE(unit);
    EXPECT_EQ(rows({{"place", ""}, {"channel", ""}, {"unit", unit->id}}), "\xEF\xBB\xBFWay\r\n")
        << "of a unit without places";
}

TEST_F(Collections, WhatWasTalliedStandsInNoRowAndThatIsSaid) {
    add_column("Way", "1", "channel");
    log.know({.sums = [](const std::vector<std::string>&, const periods::Period&, int) {
        return std::vector<inquiries::Tallies::Sum>{{.part = "", .place = "", .channel = "visit", .topic = "print", .number = 7},
                                                    {.part = "", .place = "", .channel = "phone", .topic = "print", .number = 2}};
    }});
    EXPECT_TRUE(coordinator().get(tried + "/try").says("9 questions were tallied without entries of their own"));
    limit({{"channel", "phone"}});
    EXPECT_TRUE(coordinator().get(tried + "/try").says("2 questions were tallied without entries of their own"));
}

TEST_F(Collections, WhoIsLimitedToAUnitGivesOnWhatIsOfIt) {
    add_column("Way", "1", "channel");
    log_one({"print"}, "phone");
    EXPECT_TRUE(coordinator().get(tried + "/rows.csv").says("Phone"));
    auto client = coordinator();
    server.person->only_unit = true;
    server.person->unit = "none";
    EXPECT_FALSE(client.get(tried + "/rows.csv").says("Phone"));
}

}  // namespace
}  // namespace digilots::collections
