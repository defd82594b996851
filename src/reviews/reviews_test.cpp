// Review meetings, what they lead to, and when it becomes a task.
#include "reviews/reviews.h"

#include <gtest/gtest.h>

#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/http/server.h"
#include "platform/register/every_statement_for_tests.h"
#include "platform/testing/database.h"
#include "platform/testing/gatekeeper.h"
#include "platform/testing/page_client.h"
#include "platform/testing/retention.h"
#include "reviews/implementation.h"

namespace digilots::reviews {
namespace {

constexpr const char* here = "2281";
const std::string at = "/en/sundsvall/staff";

/// A log of two topics.
measures::Measure a_log() {
    measures::Measure log{.key = "inquiries",
                          .title = TEXT("Inquiries"),
                          .definition = TEXT("Inquiries"),
                          .unit = TEXT("inquiries")};
    log.dimensions = {{"topic", TEXT("Topic")}, {"unit", TEXT("Unit")}};
    log.figures = [](const measures::Query& query) -> std::vector<measures::Row> {
        if (query.by.empty()) return {{{}, query.where.contains("unit") ? 5 : 12}};
        if (query.by.front() != "topic") return {};
        return {{{{"topic", "printing"}}, 4}, {{{"topic", "banking"}}, 8}};
    };
    return log;
}

class ReviewPages : public ::testing::Test {
protected:
    ReviewPages() {
        municipalities.activate(here,
                                municipality::default_settings(*municipality::Municipalities::find(here)));
    }
    http::Gatekeeper gatekeeper() {
        auto keeper = testing::gatekeeper_for(
            here, [this](std::string_view slug) { return municipalities.find_tenant(slug); }, &versions);
        keeper.find_session = [](std::string_view name, base::Instant) {
            http::Identity identity;
            identity.account_id = identity.session_id = name;
            identity.municipality_id = name == "neighbour" ? "2280" : here;
            identity.role = name == "guide" ? http::Role::guide : http::Role::editor;
            return std::optional(identity);
        };
        return keeper;
    }
    testing::PageClient staff(const std::string& name) {
        testing::PageClient client(server);
        client.cookies()["session"] = name;
        return client;
    }
    std::string add(register_::Records& records, const register_::Draft& draft) {
        const auto added = records.add(Inside::of(reviews).around(here), draft, "anna");
        EXPECT_TRUE(added);
        return added ? added->id : "";
    }

    base::TestClock clock{testing::at("2026-11-23T10:30:00Z")};
    std::unique_ptr<db::Database> database = testing::fresh_database();
    kept::Versions versions{*database};
    municipality::Municipalities municipalities{*database, versions, clock};
    organisation::Organisation organisation{*database, versions, clock};
    Reviews reviews{*database,
                    clock,
                    {municipalities,
                     organisation,
                     {.links = organisation.link_sources(),
                      .name_of = [](std::string_view id) { return std::string(id); }}}};
    Slice of_log{.name = "log", .measures = {a_log()}};
    http::Server server{{}, routes_of({slice(reviews), of_log}), gatekeeper(), html::error_page, clock};
};

TEST_F(ReviewPages, EveryStatementRunsOnThisEngine) {
    const auto around = Inside::of(reviews).around(here);
    register_::run_every_statement(reviews.reviews(), around);
    register_::run_every_statement(reviews.improvements(), around);
}

TEST_F(ReviewPages, AMeetingBeginsWithWhatTheLogShowsAndLeadsToImprovements) {
    auto anna = staff("anna");
    const auto prepared = anna.get(at + "/prepare-review");
    EXPECT_TRUE(prepared.says("The whole municipality, October 2026")) << prepared.html;
    EXPECT_TRUE(prepared.link("12 inquiries").ends_with("period=2026-10"));
    EXPECT_TRUE(prepared.link("All of it in the statistics: Most asked about").ends_with("period=2026-10&by=topic"));
    const auto form = anna.get(prepared.link("Begin the review meeting with this"));
    EXPECT_TRUE(form.says("October 2026: 12 inquiries")) << form.html;
    EXPECT_LT(form.html.find("banking: 8"), form.html.find("printing: 4")) << "the commonest first";
    const auto meeting = anna.submit(form, {{"title", "October"}});
    EXPECT_TRUE(meeting.says("The review meeting is added.")) << meeting.html;
    const auto improvement =
        anna.submit(anna.get(meeting.link("Add an improvement")),
                    {{"title", "A sign at the door"}, {"status", "decided"}, {"due", ""}});
    EXPECT_TRUE(improvement.says("what is decided has a day")) << improvement.html;
    const auto added = anna.submit(improvement, {{"due", "2026-12-01"}});
    EXPECT_TRUE(added.says("The improvement is added.")) << added.html;
    const auto again = anna.get(anna.get(at + "/reviews").link("October"));
    EXPECT_TRUE(again.says("A sign at the door (Decided, 1 December 2026)")) << again.html;
    const auto printed = anna.get(again.link("Print the meeting (PDF)"));
    EXPECT_TRUE(printed.html.starts_with("%PDF")) << printed.status << again.link("Print the meeting (PDF)");
    EXPECT_EQ(staff("neighbour").get(at + "/reviews").status, 404);
    EXPECT_EQ(staff("guide").get(at + "/prepare-review").status, 404);
}

TEST_F(ReviewPages, AUnitsReviewIsOfItsOwnLogAndNamesIt) {
    auto& units = organisation.unit_records();
    const auto library = units.add(units.around(here), {{"name", {"The library"}}}, "anna")->id;
    versions.refresh();
    auto anna = staff("anna");
    const auto page = anna.get(at + "/prepare-review?unit=" + library);
    EXPECT_TRUE(page.says("The library, October 2026") && page.says("5 inquiries")) << page.html;
    const auto form = anna.get(page.link("Begin the review meeting with this"));
    EXPECT_TRUE(form.says("The library, October 2026: 5 inquiries")) << form.html;
    EXPECT_TRUE(form.says("unit=" + library)) << "the way to the figures";
    EXPECT_TRUE(anna.get(at + "/prepare-review?unit=nonsense").says("The whole municipality, October 2026"));
}

TEST_F(ReviewPages, WhatIsDueIsATaskOfItsFunctionUntilItIsDone) {
    auto& functions = organisation.function_records();
    const auto lots = functions.add(functions.around(here), {{"title", {"Digital lots"}}}, "anna")->id;
    versions.refresh();
    const auto id =
        add(reviews.improvements(),
            {{"title", {"A sign"}}, {"status", {"in_work"}}, {"due", {"2026-12-10"}}, {"function", {lots}}});
    add(reviews.improvements(), {{"title", {"Only an idea"}}, {"due", {"2026-11-01"}}});
    const auto kind = duty_kind(reviews);
    EXPECT_TRUE(kind.now(here).empty()) << "in more than a week";
    clock.advance(std::chrono::hours(24 * 12));
    const auto due = kind.now(here);
    ASSERT_EQ(due.size(), 1U);
    EXPECT_EQ(due[0].responsible, "function:" + lots);
    EXPECT_EQ(due[0].due, "2026-12-10");
    EXPECT_EQ(due[0].path, "/staff/improvements/" + id);
    const auto stands = reviews.improvements().find(here, id).value();
    EXPECT_TRUE(reviews.improvements().take_step(Inside::of(reviews).around(here), id,
                                                 {"done", {{"status", "done"}}}, "anna"));
    EXPECT_TRUE(kind.now(here).empty());
}

TEST_F(ReviewPages, AUnitsReviewIsATaskWhenItsTimeHasComeUntilItIsWrittenDown) {
    auto& units = organisation.unit_records();
    const auto library =
        units.add(units.around(here), {{"name", {"The library"}}, {"review_months", {"3"}}}, "anna")->id;
    units.add(units.around(here), {{"name", {"Parks"}}}, "anna");
    versions.refresh();
    const auto kind = review_duty_kind(reviews);
    EXPECT_TRUE(kind.now(here).empty()) << "three months after it was added";
    EXPECT_TRUE(staff("guide").get(at + "/review-dates").says("23 February 2027"));
    add(reviews.reviews(), {{"title", {"Of all"}}, {"held_on", {"2026-11-20"}}});
    const auto august = add(reviews.reviews(), {{"title", {"August"}}, {"held_on", {"2026-08-31"}}, {"unit", {library}}});
    auto due = kind.now(here);
    ASSERT_EQ(due.size(), 1U);
    EXPECT_EQ(due[0].due, "2026-11-30") << "the last day of the month";
    EXPECT_EQ(due[0].name, "The library");
    EXPECT_EQ(due[0].unit, library);
    EXPECT_TRUE(staff("anna").get("/en/sundsvall" + due[0].path).says("The library, October 2026"));
    EXPECT_TRUE(staff("anna").get(at + "/reviews/" + august).says("The library: 30 November 2026"));
    clock.advance(std::chrono::hours(24 * 10));
    EXPECT_TRUE(staff("anna").get(at + "/review-dates").says("Late: 30 November 2026"));
    EXPECT_FALSE(staff("anna").get(at + "/review-dates").says("Parks"));
    add(reviews.reviews(), {{"title", {"December"}}, {"held_on", {"2026-12-02"}}, {"unit", {library}}});
    EXPECT_TRUE(kind.now(here).empty());
    EXPECT_TRUE(staff("anna").get(at + "/review-dates").says("2 March 2027"));
    add(reviews.reviews(), {{"title", {"Planned"}}, {"held_on", {"2027-01-20"}}, {"unit", {library}}});
    EXPECT_TRUE(staff("anna").get(at + "/review-dates").says("2 March 2027")) << "not held yet";
}

TEST_F(ReviewPages, AMeetingIsKeptAsLongAsItsImprovements) {
    const auto review = add(reviews.reviews(), {{"title", {"October"}}, {"held_on", {"2026-11-20"}}});
    add(reviews.improvements(), {{"title", {"Done"}}, {"status", {"done"}}, {"review", {review}}});
    const auto open =
        add(reviews.improvements(), {{"title", {"Open"}}, {"status", {"idea"}}, {"review", {review}}});
    clock.advance(std::chrono::hours(24 * 366 * 5));
    EXPECT_EQ(testing::delete_due(*database, retention_rules(), "reviews.review", here, clock.now()), 0);
    EXPECT_EQ(testing::delete_due(*database, retention_rules(), "reviews.improvement", here, clock.now()), 1);
    const auto around = Inside::of(reviews).around(here);
    EXPECT_TRUE(reviews.improvements().remove(around, open, "anna", base::Seen::anything()));
    EXPECT_EQ(testing::delete_due(*database, retention_rules(), "reviews.review", here, clock.now()), 1);
    EXPECT_FALSE(reviews.reviews().find(here, review));
}

}  // namespace
}  // namespace digilots::reviews
