// What could not be helped: summed up by topic and locality, for coordinators, exactly.
#include <gtest/gtest.h>

#include "inquiries/desk_for_tests.h"
#include "inquiries/unmet.h"

namespace digilots::inquiries {
namespace {

constexpr const char* unmet_url = "/sundsvall/staff/unmet";

Inquiry an_unmet(std::vector<std::string> topics, const std::string& barrier = "no_e_id") {
    auto entry = a_visit(std::move(topics));
    entry.outcome = "not_solved";
    entry.barrier = barrier;
    return entry;
}

TEST(Unmet, StandsUnderEachTopicAndLocalityWithItsReasons) {
    std::vector<StoredInquiry> entries(3);
    entries[0].inquiry = an_unmet({"bank", "print"});
    entries[0].inquiry.further.sent_instead = "bank";
    entries[1].inquiry = an_unmet({"bank"}, "");
    entries[2].inquiry = an_unmet({"bank"});
    entries[2].inquiry.place = "elsewhere";
    const auto rows =
        unmet_of(entries, [](std::string_view place) { return std::string(place == "elsewhere" ? "" : "Centrum"); });
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].topic, "bank");
    EXPECT_EQ(rows[0].locality, "Centrum");
    EXPECT_EQ(rows[0].number, 2);
    EXPECT_EQ(rows[0].barriers, (std::map<std::string, std::int64_t>{{"no_e_id", 1}})) << "nobody said why of the other";
    EXPECT_EQ(rows[0].sent_instead, (std::map<std::string, std::int64_t>{{"bank", 1}}));
}

TEST(Unmet, IsAPageForCoordinatorsAndAFileWithTheSameCounts) {
    DeskWorld world;
    for (int one = 0; one < 5; ++one) world.log.inquiries.log(sundsvall, an_unmet({"bank"}), "guide", "", "");
    world.log.inquiries.log(sundsvall, an_unmet({"print"}), "guide", "", "");
    world.log.inquiries.log(sundsvall, a_visit({"mobile"}), "guide", "", "");
    auto of_a_partner = an_unmet({"bank"}, "cost");
    of_a_partner.asker = "partner";
    world.log.inquiries.log(sundsvall, of_a_partner, "guide", "", "");
    EXPECT_EQ(world.client.get(unmet_url).status, 404) << "not for guides";
    world.client.cookies()["session"] = "coordinator";
    world.client.accept_language = "en";
    const auto page = world.client.get(unmet_url);
    EXPECT_TRUE(page.says("6 entries") && page.says("No e-identification 5") && page.says("No e-identification 1")) << page.html;
    EXPECT_FALSE(page.says("topic=mobile"));
    EXPECT_FALSE(page.says("Cost 1")) << "what partners ask for themselves stands apart";
    const auto file = world.client.get(page.link("Download the figures (CSV)"));
    EXPECT_TRUE(file.says(";bank;") && file.says(";5;No e-identification 5;;20")) << file.html;
    EXPECT_TRUE(file.says(";print;") && file.says(";1;No e-identification 1;;20")) << file.html;
    world.log.inquiries.log(sundsvall, an_unmet({"bank"}, "language"), "guide", "", "");
    const auto again = world.client.get(page.link("Download the figures (CSV)"));
    EXPECT_TRUE(again.html.contains(";6;") && again.html.contains("No e-identification 5, ")) << "each barrier, however rare: "
                                                                                              << again.html;
    EXPECT_EQ(world.client.get(std::string(unmet_url) + "?from=spring").status, 422);
}

}  // namespace
}  // namespace digilots::inquiries
