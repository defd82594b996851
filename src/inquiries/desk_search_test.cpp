// What a guide sees while searching at the desk: whom to ring, what was corrected, which wish nothing fulfils.
#include <gtest/gtest.h>

#include "inquiries/desk_hits.h"
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

TEST(DeskSearch, TakesACorrectionBack) {
    SearchingDesk desk;
    const auto html = desk.hits_for("bibliotket");
    EXPECT_NE(html.find("Sök på bibliotket i stället"), std::string::npos) << html;
    EXPECT_NE(html.find("name=\"as_written\" value=\"bibliotket\""), std::string::npos);
    EXPECT_EQ(desk.hits_for("min dotter").find("as_written"), std::string::npos);
}

TEST(DeskSearch, SendsNobodyToWhatIsNotOpen) {
    SearchingDesk desk;
    EXPECT_NE(desk.hits_for("workshops med mobidig").find("mobidig-workshop"), std::string::npos);
    desk.set_mobidig("closed");
    EXPECT_EQ(desk.hits_for("workshops med mobidig").find("mobidig-workshop"), std::string::npos);
    desk.set_mobidig("paused");
    const auto html = desk.hits_for("workshops med mobidig");
    EXPECT_NE(html.find("Tillfälligt stängd"), std::string::npos) << html;
    EXPECT_EQ(html.find("data-refer=\"activity:sundsvall-mobidig-workshop"), std::string::npos);
    EXPECT_EQ(html.find("data-refer=\"place:sundsvall-mobidig"), std::string::npos);
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
