// What a guide sees while searching at the desk: whom to ring, what was corrected, which wish nothing fulfils.
#include <gtest/gtest.h>

#include "inquiries/desk_for_tests.h"
#include "inquiries/desk_hits.h"
#include "inquiries/desk_topics.h"
#include "inquiries/log_for_tests.h"
#include "inquiries/templates.h"
#include "platform/search/index.h"

namespace digilots::inquiries {
namespace {

struct SearchingDesk {
    LogForTests log;
    std::unique_ptr<search::Index> index = search::memory_index();
    referral::Referral referral{*log.database,       log.versions,   log.directory, *index,
                                log.municipalities, log.own_topics, log.clock};
    http::Request request;

    SearchingDesk() {
        referral.reindex();
        request.tenant = sundsvall;
        request.language = "sv";
    }

    void set_mobidig(std::string_view status) {
        std::string mapping(base::embedded_file("data/demo/mapping.json").value());
        constexpr std::string_view open = "\"status\": \"open\"";
        const auto at = mapping.find(open, mapping.find("\"id\": \"sundsvall-mobidig\""));
        mapping.replace(at, open.size(), "\"status\": \"" + std::string(status) + "\"");
        directory::apply_import(*log.database, log.municipalities, directory::plan_import(*log.database, mapping, "later.json"),
                                log.clock.now());
        referral.reindex();
    }

    std::string hits_for(std::string_view text) {
        const html::Page page(request);
        const auto answer = referral.search(sundsvall, text, page.translator(), 8, directory::Audience::staff);
        return templates::desk_hits(make_hits(answer, "", page, log.clock.now()), page).html();
    }
};

/// The hits as the desk has them, with the topics.
std::string typed_at(const SearchingDesk& desk, std::string_view typed, const std::string& place = "") {
    const html::Page page(desk.request);
    const auto answer = desk.referral.search(sundsvall, typed, page.translator(), 8, directory::Audience::staff);
    auto hits = make_hits(answer, place, page, desk.log.clock.now());
    add_topics(hits, topics_found(answer, *desk.log.own_topics.of(sundsvall.id), page.translator()), page);
    return templates::desk_hits(hits, page).html();
}

/// The topics that the field offers, by key, the likeliest first.
std::vector<std::string> offered(const SearchingDesk& desk, std::string_view typed) {
    const html::Page page(desk.request);
    const auto answer = desk.referral.search(sundsvall, typed, page.translator(), 8, directory::Audience::staff);
    std::vector<std::string> keys;
    for (const auto& topic : topics_found(answer, *desk.log.own_topics.of(sundsvall.id), page.translator()))
        keys.push_back(topic.key);
    return keys;
}

TEST(DeskSearch, OffersTheTopicsThatWereTyped) {
    SearchingDesk desk;
    const taxonomy::OwnTopic tracks{"", "Skoterleder", "bus_card", {"snöskoter"}, false};
    const auto own = desk.log.own_topics.add(sundsvall.id, tracks, "admin").value();
    EXPECT_EQ(offered(desk, "skriva ut").front(), "print");
    EXPECT_EQ(offered(desk, "skolpl").front(), "school_platform") << "as its name begins";
    EXPECT_EQ(offered(desk, "skot").front(), own);
    EXPECT_EQ(offered(desk, "snösk").front(), own) << "by what people say for it";
    EXPECT_EQ(offered(desk, "b").size(), 0u) << "anything may become of one letter";
    EXPECT_EQ(offered(desk, "mobidig").size(), 0u) << "a place is no topic";
    EXPECT_LE(offered(desk, "ba").size(), 6u);
}

TEST(DeskSearch, FindsATopicByItsNumberInTheMunicipalitysOwnListAndNoOtherBesideIt) {
    SearchingDesk desk;
    const auto add = [&](const char* label, const char* code) {
        taxonomy::OwnTopic topic{"", label, "bus_card", {}, false};
        topic.code = code;
        return desk.log.own_topics.add(sundsvall.id, topic, "admin").value();
    };
    const auto permits = add("Area 170 permits", "17.0"), pools = add("Pools", "5.50"), halls = add("Halls", "5.5");
    EXPECT_EQ(offered(desk, "5.50"), std::vector<std::string>{pools});
    EXPECT_EQ(offered(desk, "5.5"), std::vector<std::string>{halls});
    EXPECT_EQ(offered(desk, " 17.0 "), std::vector<std::string>{permits});
    EXPECT_EQ(offered(desk, "5.").size(), 2U) << "those whose number begins so";
    EXPECT_EQ(offered(desk, "skriva ut").front(), "print");
}

TEST(DeskSearch, PutsWhatIsCalledAsWasTypedBeforeTopicsAndSaysWhichItIs) {
    SearchingDesk desk;
    auto& contacts = desk.log.directory.records(directory::RecordKind::contact);
    const register_::Draft support_line{{"title", {"Stöd för personal"}}, {"phone", {"060-19 99 99"}}};
    const auto named = contacts.add(contacts.around(sundsvall.id), support_line, "a")->id;
    const taxonomy::OwnTopic support{"", "Stöd för personal och anhöriga", "bus_card", {}, false};
    ASSERT_TRUE(desk.log.own_topics.add(sundsvall.id, support, "admin"));
    const auto html = typed_at(desk, "stod for PERSONAL");
    const auto name = html.find("data-named"), target = html.find("data-refer=\"contact:" + named);
    ASSERT_NE(name, std::string::npos) << html;
    ASSERT_NE(html.find("topic-hits"), std::string::npos) << html;
    EXPECT_LT(name, target);
    EXPECT_LT(target, html.find("topic-hits")) << html;
    const auto begun = typed_at(desk, "stöd för pers");
    EXPECT_EQ(begun.find("data-named"), std::string::npos) << "only a beginning of it";
    EXPECT_LT(begun.find("topic-hits"), begun.find("class=\"hits\"")) << begun;
    const auto topic = typed_at(desk, "stöd för personal och anhöriga");
    EXPECT_NE(topic.find("<li data-hit data-named>"), std::string::npos) << topic;
}

TEST(DeskSearch, TakesNoTopicWithWhomSomebodyAskedForByName) {
    SearchingDesk desk;
    auto& contacts = desk.log.directory.records(directory::RecordKind::contact);
    const register_::Draft line{{"title", {"Vatten och avfall, kundtjänst"}}, {"phone", {"060-19 99 99"}}};
    const auto id = contacts.add(contacts.around(sundsvall.id), line, "a")->id;
    const auto button = "data-refer=\"contact:" + id + "\" data-refer-topic=\"";
    for (const char* typed : {"vatten och avfall, kundtjänst", "VATTEN avfall kundtjänst"}) {
        const auto html = typed_at(desk, typed);
        EXPECT_NE(html.find(button + "\""), std::string::npos) << typed << html;
        EXPECT_NE(html.find("data-suggests=\"Vad gällde det? Enter väljer"), std::string::npos) << html;
        EXPECT_NE(html.find("value=\"contact:" + id + " \""), std::string::npos) << "nor without scripts";
    }
    const auto named = typed_at(desk, "skriva ut");
    EXPECT_NE(named.find("data-refer-topic=\"print\""), std::string::npos) << "the topic is what was named" << named;
}

TEST(DeskSearch, SaysThatTheNamedPlaceIsHereAndNamesNobodyElse) {
    SearchingDesk desk;
    const auto html = typed_at(desk, "mobidig", "sundsvall-mobidig");
    const auto named = html.find("data-named");
    ASSERT_NE(named, std::string::npos) << html;
    EXPECT_EQ(html.find("data-named", named + 1), std::string::npos) << html;
    EXPECT_NE(html.find("data-here>Du är"), std::string::npos) << html;
}

TEST(DeskSearch, ShowsWhomToRingBeforeAnyHit) {
    SearchingDesk desk;
    const auto html = desk.hits_for("blivit lurad bankid");
    const auto number = html.find("tel:112"), hit = html.find("data-hit>");
    ASSERT_NE(number, std::string::npos) << html;
    ASSERT_NE(hit, std::string::npos) << "never a dead end";
    EXPECT_LT(number, hit);
    EXPECT_NE(html.find("Ring din bank genast"), std::string::npos);
    EXPECT_EQ(desk.hits_for("slå på wifi").find("danger-card"), std::string::npos);
}

TEST(DeskSearch, ShowsWhomToRingWithTheTopicOfFraudHoweverItWasFound) {
    DeskWorld world;
    const auto hits_of = [&](const char* typed) {
        return world.client.send(http::Method::get, "/sundsvall/staff/?fragment=1&q=" + std::string(typed)).html;
    };
    const auto by_name = hits_of("s%C3%A4kerhet%20p%C3%A5%20n%C3%A4tet");
    EXPECT_NE(by_name.find("data-rule-topics=\"online_safety"), std::string::npos) << by_name;
    EXPECT_NE(by_name.find("tel:11414"), std::string::npos) << by_name;
    const auto said = hits_of("blivit%20lurad%20bankid");
    EXPECT_NE(said.find("danger-card"), std::string::npos) << said;
    EXPECT_EQ(said.find("data-rule-topics=\"online_safety"), std::string::npos) << "it stands once, above" << said;
    const auto chosen = world.client.get("/sundsvall/staff/?topic=online_safety");
    const auto rule = chosen.html.substr(chosen.html.find("data-rule-topics=\"online_safety"));
    EXPECT_NE(rule.find("tel:11414"), std::string::npos);
    EXPECT_EQ(rule.substr(0, rule.find('>')).find("hidden"), std::string::npos) << rule.substr(0, 200);
    const auto other = world.client.get("/sundsvall/staff/?topic=print").html;
    const auto folded = other.substr(other.find("data-rule-topics=\"online_safety"));
    EXPECT_NE(folded.substr(0, folded.find('>')).find("hidden"), std::string::npos) << "another topic shows none of it";
}

TEST(DeskSearch, TakesACorrectionBack) {
    SearchingDesk desk;
    const auto html = desk.hits_for("bibliotket");
    EXPECT_NE(html.find("Sök på bibliotket i stället"), std::string::npos) << html;
    EXPECT_NE(html.find("name=\"as_written\" value=\"bibliotket\""), std::string::npos);
    EXPECT_EQ(desk.hits_for("min dotter").find("as_written"), std::string::npos);
}

TEST(DeskSearch, SendsNobodyToWhatIsNotOpen) {
    SearchingDesk desk;
    constexpr const char* refer = "data-refer=\"place:sundsvall-mobidig";
    EXPECT_NE(desk.hits_for("mobidig").find(refer), std::string::npos);
    desk.set_mobidig("closed");
    EXPECT_EQ(desk.hits_for("mobidig").find(refer), std::string::npos);
    desk.set_mobidig("paused");
    const auto html = desk.hits_for("mobidig");
    EXPECT_NE(html.find("Tillfälligt stängd"), std::string::npos) << html;
    EXPECT_EQ(html.find(refer), std::string::npos);
}

TEST(DeskSearch, FillsInNoTopicWhileAWordMayBecomeSeveral) {
    SearchingDesk desk;
    const auto half = desk.hits_for("skolpl");
    EXPECT_NE(half.find("data-refer-topic=\"\""), std::string::npos) << half;
    EXPECT_EQ(half.find("data-refer-topic=\"school"), std::string::npos) << half;
    EXPECT_NE(desk.hits_for("skolplatt").find("data-refer-topic=\"school_platform\""), std::string::npos);
}

TEST(DeskSearch, SaysWhichWishNothingFulfils) {
    SearchingDesk desk;
    EXPECT_NE(desk.hits_for("öppet söndag").find("någon plats som är öppen då"), std::string::npos);
}

TEST(DeskSearch, WhatIsOfferedComesWithASlipToTakeHome) {
    SearchingDesk desk;
    const std::string slip = "/sundsvall/staff/slips/place/sundsvall-mobidig";
    EXPECT_NE(desk.hits_for("MobiDig").find(slip), std::string::npos);
    desk.set_mobidig("closed");
    EXPECT_EQ(desk.hits_for("MobiDig").find(slip), std::string::npos) << "nobody is sent to what is closed";
}

}  // namespace
}  // namespace digilots::inquiries
