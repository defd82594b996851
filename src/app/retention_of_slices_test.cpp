// What all slices say of how long they keep things fits together, and the rules run on both engines.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "app/town_for_tests.h"

namespace digilots::app {
namespace {

struct RetentionOfSlices : ::testing::Test, TownForTests {};

TEST_F(RetentionOfSlices, EachTextNamesARuleThatIsThereAndItsPeriod) {
    std::set<std::string> said;
    for (const auto& notice : all_of(application.slices, &Slice::privacy)) {
        const bool has_period = std::string_view(notice.text.id).contains("{period}");
        EXPECT_EQ(has_period, !notice.rule.empty()) << notice.text.id;
        if (notice.rule.empty()) continue;
        const auto* rule = application.retention.find(notice.rule);
        ASSERT_TRUE(rule) << notice.rule;
        EXPECT_EQ(rule->choice.has_value(), notice.preserved.id[0] != '\0') << notice.rule << ": what is said where none goes";
        said.insert(notice.rule);
    }
    for (const auto& rule : application.retention.rules())
        EXPECT_TRUE(!rule.choice || said.contains(rule.key)) << rule.key << ": /privacy says nothing of it";
}

TEST_F(RetentionOfSlices, EachRuleHasItsOwnKeyAndRunsOnThisEngine) {
    std::set<std::string> keys;
    for (const auto& slice : application.slices) {
        for (const auto& rule : slice.retention) {
            EXPECT_TRUE(rule.key.starts_with(slice.name + ".")) << rule.key;
            EXPECT_TRUE(keys.insert(rule.key).second) << rule.key;
            if (rule.choice) {
                EXPECT_GE(rule.period.number, rule.choice->least);
                EXPECT_LE(rule.period.number, rule.choice->most);
                for (const auto& law : rule.laws) EXPECT_GE(rule.period.number, law.least);
            }
        }
    }
    const auto standing = [&](const RetentionRule& rule) {
        return application.retention.standing(rule.choice ? "2281" : "", rule);
    };
    for (const auto& rule : application.retention.rules()) EXPECT_LE(standing(rule).due, standing(rule).held) << rule.key;
    clock.advance(std::chrono::days(366 * 11));
    std::map<std::string, std::int64_t> due;
    for (const auto& rule : application.retention.rules())
        if (!rule.choice) due[rule.key] = standing(rule).due;
    const auto deleted = application.retention.run();
    for (const auto& [key, number] : due) EXPECT_EQ(deleted.at(key), number) << key;
}

TEST_F(RetentionOfSlices, PagesOfRecordsAndFormsSayThePeriodThatWasChosen) {
    const std::string url = "/sundsvall/staff/settings/retention/inquiries.note";
    const auto saved = staff.submit(staff.get(url), {{"number", "3"}}, "", url);
    EXPECT_TRUE(saved.says("3 months")) << saved.html;
    EXPECT_TRUE(staff.get("/sundsvall/staff/").says("Deleted after 3 months."));
    EXPECT_TRUE(visitor.get("/sundsvall/privacy").says("Notes are deleted after 3 months."));
    EXPECT_TRUE(visitor.get("/harnosand/privacy").says("Notes are deleted after 12 months."));
    EXPECT_TRUE(staff.get("/sundsvall/staff/settings/audit").says("Changes are kept for 2 years."));
}

TEST_F(RetentionOfSlices, StatisticsAreTheSameWhenNotesAreEmptied) {
    const auto tenant = *application.municipalities.find_tenant("sundsvall");
    inquiries::Inquiry inquiry;
    inquiry.topics = {"bank"};
    inquiry.note = "Skrev ut en blankett";
    inquiry.channel = "visit";
    inquiry.outcome = "answered";
    inquiry.minutes = 10;
    const auto id = application.inquiries.log(tenant, inquiry, "account-1", "", "")->id;
    const auto page = staff.get("/sundsvall/staff/inquiries/" + id);
    EXPECT_TRUE(page.says("24 November 2027")) << page.html;
    const std::string figures = "/sundsvall/staff/statistics.csv?from=2026-11-01&to=2026-11-30";
    const auto before = staff.get(figures).html;
    clock.set(testing::at("2027-11-24T09:00:00Z"));
    EXPECT_EQ(application.retention.run().at("inquiries.note"), 1);
    EXPECT_EQ(application.inquiries.find(tenant, id)->note, "");
    EXPECT_EQ(staff.get(figures).html, before);
    EXPECT_TRUE(application.inquiries.check_counts().empty());
}

}  // namespace
}  // namespace digilots::app
