// What can be booked, and the pages where the service itself is met, are found by what people say for them; where a municipality
// has nothing of the kind, neither is its page.
#include <gtest/gtest.h>

#include "app/town_for_tests.h"
#include "platform/html/writer.h"

namespace digilots::app {

namespace {

struct FoundWays : ::testing::Test, TownForTests {
    void offer(const std::string& title, const std::string& kind, bool is_published = true) {
        auto& functions = application.organisation.function_records();
        const auto function = functions.add(functions.around("2281"), {{"title", {"Guide"}}, {"holder", {person()}}}, "a");
        auto& offers = *application.bookings.registers().front();
        register_::Draft draft{{"title", {title}}, {"kind", {kind}}, {"lengths", {"30"}},
                               {"is_published", {is_published ? "1" : ""}}};
        if (kind == "home_visit") draft["function"] = {function->id};
        EXPECT_TRUE(offers.add(offers.around("2281"), draft, "a")) << title;
    }
    /// The kind and the title of the first hit.
    std::string first(const std::string& text) {
        const auto found = json("/api/v1/sundsvall/search?q=" + html::url_encode(text));
        const auto& hits = found["results"].items();
        return hits.empty() ? "" : std::string(hits.front()["kind"].text()) + " " + std::string(hits.front()["title"].text());
    }
    std::string all(const std::string& text) {
        std::string said;
        const auto found = json("/api/v1/sundsvall/search?q=" + html::url_encode(text));
        for (const auto& hit : found["results"].items()) said += std::string(hit["title"].text()) + "|";
        return said;
    }
};

TEST_F(FoundWays, WhatCanBeBookedByItsNameAndByWhatPeopleSay) {
    offer("Besök hemma hos dig", "home_visit");
    offer("Plats vid skärm", "computer");
    offer("Utlåning inne", "tablet", false);
    for (const char* said : {"Besök hemma hos dig", "hembesök", "kan nån komma hem till mig", "kan någon komma hem",
                             "hjemmebesøk", "home visit"})
        EXPECT_EQ(first(said), "booking Besök hemma hos dig") << said << all(said);
    for (const char* said : {"boka dator", "låna dator", "book a computer"})
        EXPECT_EQ(first(said), "booking Plats vid skärm") << said << all(said);
    offer("Grupprum", "room");
    EXPECT_EQ(first("grupprum"), "booking Grupprum") << all("grupprum");
    EXPECT_FALSE(all("Utlåning inne").contains("Utlåning")) << "not shown to residents";
    const auto page = visitor.get("/sundsvall/search?q=hembes%C3%B6k");
    EXPECT_TRUE(page.says("Besök hemma hos dig") && page.says("/sundsvall/book/")) << page.html;
    const auto desk = staff.get("/sundsvall/staff/?q=hembes%C3%B6k");
    EXPECT_TRUE(desk.says("/sundsvall/staff/bookings/new?offer=")) << desk.html;
}

TEST_F(FoundWays, WhatIsCalledJustAsWasTypedStandsFirst) {
    offer("Handledning", "home_visit");
    offer("Grupprum", "room");
    offer("Dator", "computer");
    for (const char* said : {"handledning", "grupprum", "dator"})
        EXPECT_EQ(first(said).substr(0, 8), "booking ") << said << all(said);
}

TEST_F(FoundWays, ThePagesOfTheServiceItself) {
    visitor.accept_language = "en";
    const std::pair<const char*, const char*> ways[] = {
        {"ring mig", "page We can ring you"}, {"ringe meg", "page We can ring you"}, {"call me back", "page We can ring you"},
        {"chatt", "page Write with us in a chat"}, {"chatta med er", "page Write with us in a chat"},
        {"mina ärenden", "page My matters"}, {"avboka", "page My matters"}, {"ställa en fråga", "page Ask a question"}};
    for (const auto& [said, page] : ways) EXPECT_EQ(first(said), page) << said << " " << all(said);
    EXPECT_FALSE(all("boka tid").contains("Book a time|")) << "nothing can be booked";
    offer("Besök hemma hos dig", "home_visit");
    EXPECT_EQ(first("boka tid"), "page Book a time") << all("boka tid");
    EXPECT_TRUE(visitor.get("/sundsvall/search?q=ring+mig").says("On this site"));
    visitor.accept_language = "sv";
    EXPECT_EQ(first("ring mig"), "page Vi kan ringa dig");
}

}  // namespace

}  // namespace digilots::app
