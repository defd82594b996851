// By the rule for its topic the simple question leads to drop-in that is on now or next, the longer one to a time or a course.
#include <gtest/gtest.h>

#include "app/town_for_tests.h"

namespace digilots::app {

namespace {

const std::string library = "Biblioteken och DigidelCenter (Kulturmagasinet)";

class WaysToHelp : public ::testing::Test {
protected:
    WaysToHelp() {
        auto& functions = all.organisation.function_records();
        function = functions.add(functions.around("2281"), {{"title", {"Guide"}}, {"holder", {town.person()}}}, "anna")->id;
        town.clock.set(testing::at("2026-11-23T09:00:00Z"));  // a Monday, ten o'clock there
    }
    void rota(const std::string& hours, const std::string& drop_in, const std::vector<std::string>& topics = {}) {
        add(1, {{"title", {"Mondays"}}, {"function", {function}}, {"place", {"sundsvall-kulturmagasinet"}}, {"hours", {hours}},
                {"weekdays", {"mo"}}, {"drop_in", {drop_in}}, {"topics", topics}, {"people", {"2"}}});
    }
    std::string offer() {
        return add(0, {{"title", {"Vägledning"}}, {"kind", {"guidance"}}, {"lengths", {"30"}}, {"function", {function}},
                       {"is_published", {"1"}}});
    }
    std::string add(std::size_t kind, const register_::Draft& draft) {
        auto& records = *all.bookings.registers()[kind];
        const auto added = records.add(records.around("2281"), draft, "anna");
        EXPECT_TRUE(added);
        return added ? added->id : "";
    }
    void rule(const std::string& topic, const std::string& fits) {
        auto& rules = all.referral.rule_records();
        ASSERT_TRUE(rules.add(rules.around("2281"),
                              {{"topic", {topic}}, {"handling", {"here"}}, {"rule", {"Visa"}}, {"fits", {fits}}}, "anna"));
    }
    testing::Page search(const std::string& query) { return visitor().get("/sundsvall/search?q=" + query); }
    testing::PageClient visitor() {
        testing::PageClient client(town.server);
        client.accept_language = "sv";
        return client;
    }

    TownForTests town;
    Application& all = town.application;
    std::string function;
};

TEST_F(WaysToHelp, TheSimpleQuestionLeadsToDropInThatIsOnNowOrNext) {
    rota("9-12, 13-15", "yes", {"print", "bank"});
    rule("print", "simple");
    const auto now = search("skriva+ut");
    EXPECT_TRUE(now.says("En enkel sak: kom utan att boka")) << now.html;
    const auto said = "För en enkel fråga behövs ingen tid: " + library + " hjälper nu, fram till klockan 12.00.";
    EXPECT_TRUE(now.says(said)) << now.html;
    EXPECT_EQ(now.link(said), "/sundsvall/places/kulturmagasinet");
    town.clock.set(testing::at("2026-11-23T11:05:00Z"));
    const auto next = search("skriva+ut");
    EXPECT_TRUE(next.says("Nästa gång utan tid: " + library +
                          ", måndag 23 november 2026, 13.00 till 15.00."))
        << "kept no longer than it is true" << next.html;
    const auto api = visitor().send(http::Method::get, "/api/v1/sundsvall/search?q=skriva+ut");
    EXPECT_TRUE(api.says("\"ways\":{\"fits\":\"simple\",\"links\":[{\"text\":\"")) << api.html;
    EXPECT_TRUE(api.says("\"url\":\"/sundsvall/places/kulturmagasinet\"}")) << api.html;
    rule("e_id", "simple");
    EXPECT_FALSE(search("bankid").says("behövs ingen tid")) << "that session is for other topics";
}

TEST_F(WaysToHelp, TheLongerOneLeadsToATimeToBookAndNothingIsSaidWithoutARule) {
    rota("9-12", "no");
    const auto id = offer();
    EXPECT_FALSE(search("skriva+ut").says("boka en tid eller gå en kurs"));
    const auto book = "/sundsvall/staff/bookings/new?offer=" + id + "&amp;topic=print";
    EXPECT_TRUE(town.staff.get("/sundsvall/staff/?q=skriva+ut").says(book)) << "staff book for anybody";
    rule("print", "longer");
    const auto page = search("skriva+ut");
    EXPECT_TRUE(page.says("Det här tar en stund: boka en tid eller gå en kurs")) << page.html;
    EXPECT_EQ(page.link("Boka en tid: Vägledning"), "/sundsvall/book/" + id);
    const auto desk = town.staff.get("/sundsvall/staff/?q=skriva+ut");
    EXPECT_TRUE(desk.says("/sundsvall/staff/bookings/new?offer=" + id + "&amp;topic=print")) << desk.html;
    const auto begins = [](const testing::Page& hits, std::string_view part) { return hits.html.find(part); };
    EXPECT_GT(begins(desk, "bookings/new?offer="), begins(desk, "class=\"topic-hits\"")) << "topics stand first";
    const auto booking = town.staff.get("/sundsvall/staff/?q=boka+tid+skriva+ut");
    EXPECT_LT(begins(booking, "bookings/new?offer="), begins(booking, "data-hit>")) << "unless booking was asked for";
    EXPECT_FALSE(visitor().get("/sundsvall/drop-in").says("Kulturmagasinet")) << "only with a booked time";
}

TEST_F(WaysToHelp, WhatIsUsuallySimpleLeadsToDropInWhereNothingIsSaidOfIt) {
    offer();
    for (const char* query : {"bankid", "surfplatta", "deklarera", "skanna"})
        EXPECT_FALSE(search(query).says("kom utan att boka")) << query << ": there is no drop-in, and a time is no answer";
    rota("9-12", "yes", {"e_id", "tablet", "tax", "scan"});
    for (const char* query : {"bankid", "surfplatta", "deklarera", "skanna"})
        EXPECT_TRUE(search(query).says("hjälper nu, fram till klockan 12.00.")) << query;
    EXPECT_FALSE(search("skriva+ut").says("behövs ingen tid")) << "not with that, then";
    rule("e_id", "longer");
    EXPECT_TRUE(search("bankid").says("Det här tar en stund")) << "what the municipality says comes first";
}

TEST_F(WaysToHelp, APlaceThatIsCalledAsWasTypedStandsBeforeWhatIsDoneThere) {
    const auto places = all.directory.snapshot("2281")->places;
    ASSERT_FALSE(places.empty());
    town.change("places", places.front().id, {{"name", "Medborgarkontoret"}});
    town.add("e-services", {{"name", "Boka tid hos medborgarkontoret"}, {"url", "https://example.se/boka"}});
    for (const char* query : {"medborgarkontoret", "Medborgarkontoret"}) {
        const auto desk = town.staff.get("/sundsvall/staff/?q=" + std::string(query));
        const auto place = desk.html.find("data-refer=\"place:" + places.front().id);
        const auto e_service = desk.html.find("data-refer=\"e_service:");
        ASSERT_NE(place, std::string::npos) << desk.html;
        EXPECT_LT(place, e_service) << query;
    }
    EXPECT_TRUE(search("boka+tid+hos+medborgarkontoret").says("Boka tid hos medborgarkontoret"));
}

TEST_F(WaysToHelp, DropInIsPublishedWithPlaceStaffAndTopicsAndHasATallySheet) {
    rota("9-12", "yes", {"print", "bank"});
    const auto page = visitor().get("/sundsvall/drop-in");
    EXPECT_TRUE(page.says("Kulturmagasinet") && page.says("9.00–12.00") && page.says("2 personer hjälper")) << page.html;
    EXPECT_FALSE(visitor().get("/sundsvall/drop-in?topic=e_id").says("Kulturmagasinet"));
    const auto staff = town.staff.get("/sundsvall/staff/bookings/drop-in");
    EXPECT_TRUE(staff.says("2: Whoever holds the function")) << staff.html;
    const auto sheet = town.staff.get("/sundsvall/staff/counts/tally?place=sundsvall-kulturmagasinet&week=2026-W48&topic=print");
    EXPECT_EQ(staff.link("Tally sheet"),
              "/sundsvall/staff/counts/tally?place=sundsvall-kulturmagasinet&week=2026-W48&topic=bank&topic=print");
    EXPECT_TRUE(sheet.says("Kulturmagasinet")) << sheet.html;
    EXPECT_TRUE(visitor().send(http::Method::get, "/api/v1/sundsvall/places/kulturmagasinet").says("\"staffed_now\":true"));
    EXPECT_TRUE(visitor().send(http::Method::get, "/api/v1/sundsvall/places").says("\"staffed_now\":null"));
}

}  // namespace
}  // namespace digilots::app
