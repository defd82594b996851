// What came of a session goes on: to its page, to the activity, to the open list of needs, to a request.
#include "activities/outcomes.h"

#include "activities/world_for_tests.h"
#include "activities/written_costs.h"

namespace digilots::activities {
namespace {

class OutcomesOfSessions : public ::testing::Test, protected World {
protected:
    std::string activity = all.add_activity("Café", {{"topics", {"bank"}}});
    std::string session = all.add_session(activity, "2026-11-25", 8);
    const std::string page = "/sundsvall/staff/sessions/" + session, needs = "/sundsvall/staff/needs-found";

    OutcomesOfSessions() { clock.advance(std::chrono::hours(6)); }

    testing::Page count(const std::map<std::string, std::string>& typed) {
        auto client = staff();
        return client.submit(client.get(page + "/attendance"), {typed.begin(), typed.end()});
    }
    std::vector<register_::Record> requests() {
        auto& records = all.activities.requests();
        return records.list(records.around(here), {.with_ended = true}, 100, 0).records;
    }
};

TEST_F(OutcomesOfSessions, AreReadOnItsPageAndAtTheActivity) {
    const auto partner = all.activities.partners().add(
        Inside::of(all.activities).partners.around(here),
        {{"title", {"The pensioners"}}, {"activity", {activity}}, {"kind", {"association"}}, {"role", {"room"}}}, "anna");
    ASSERT_TRUE(partner);
    const auto told = count({{"women", "3"}, {"note", "Calm and well liked."}, {"asked", "How does one log in?"},
                             {"needs", "A course in Somali"}, {"next_step", "Ask the adult school."},
                             {"partners", partner->id}, {"fee", "200"}, {"group_older", "2"}});
    for (const auto* text : {"Calm and well liked.", "How does one log in?", "A course in Somali", "Nobody has seen to them yet",
                             "Ask the adult school.", "The pensioners", "200 kr", "Older people: 2"})
        EXPECT_TRUE(told.says(text)) << text << told.html;
    const auto seen = resident().get("/sundsvall/activities/" + all.activities.programme(here)->with_id(activity)->slug);
    EXPECT_TRUE(seen.says("The pensioners") && seen.says("A guide")) << seen.html;
    auto client = staff();
    const auto of_activity = client.get("/sundsvall/staff/activities/" + activity);
    EXPECT_TRUE(of_activity.says("Something of it was counted")) << "its history says what happened";
    EXPECT_TRUE(of_activity.says("Calm and well liked.") && of_activity.says("Next step: Ask the adult school."))
        << of_activity.html;
    const auto first = base::parse_date("2026-11-01").value(), last = base::parse_date("2026-11-30").value();
    ASSERT_EQ(all.activities.outcomes(here, first, last).size(), 1U);
    EXPECT_EQ(all.activities.outcomes(here, first, last).front().lines(i18n::translator("en")).size(), 4U);
    EXPECT_TRUE(all.activities.outcomes(here, last, last).empty());
    const auto form = client.get(page + "/attendance");
    EXPECT_TRUE(form.says("Ask the adult school.") && form.says("checked")) << form.html;
    EXPECT_EQ(client.submit(form, {{"next_step", "Ring 811218-9876"}}).status, 422);
}

TEST_F(OutcomesOfSessions, WhatASessionCostIsToldWithWhoCountedLast) {
    count({{"women", "3"}, {"fee", "200"}, {"travel", "50,50"}});
    const auto november = periods::read("2026-11").value(), december = periods::read("2026-12").value();
    const auto told = written_costs(all.activities, here, november);
    ASSERT_EQ(told.size(), 1U);
    EXPECT_TRUE(told[0].session == session && told[0].activity == "Café");
    EXPECT_EQ(told[0].costs[0], (std::pair<std::string_view, std::int64_t>("fee", 20'000)));
    EXPECT_EQ(told[0].costs[3], (std::pair<std::string_view, std::int64_t>("travel", 5'050)));
    EXPECT_NE(told[0].written_by, "");
    EXPECT_TRUE(written_costs(all.activities, here, december).empty());
}

TEST_F(OutcomesOfSessions, TheFigureOfPartnersLeadsToEachAndToWhereItTookPart) {
    const auto add_partner = [&](const char* title, const std::string& of, const char* kind) {
        const auto added = all.activities.partners().add(
            Inside::of(all.activities).partners.around(here),
            {{"title", {title}}, {"activity", {of}}, {"kind", {kind}}, {"role", {"room"}}}, "anna");
        EXPECT_TRUE(added);
        return added ? added->id : "";
    };
    const auto course = all.add_activity("Course");
    const auto at_course = all.add_session(course, "2026-11-25", 8);
    for (const auto& [of, kind] : {std::pair(activity, "association"), std::pair(course, "association")})
        add_partner("The pensioners", of, kind);
    const auto bank = add_partner("A bank", course, "company");
    count({{"women", "3"}});
    auto client = staff();
    client.submit(client.get("/sundsvall/staff/sessions/" + at_course + "/attendance"), {{"women", "2"}});
    const auto known = all.activities.measures();
    const auto* measure = measures::find_measure(known, "activity_partners");
    ASSERT_NE(measure, nullptr);
    measures::Query query{.municipalities = {here}, .period = *periods::read("2026-11"), .by = {}, .where = {}};
    ASSERT_EQ(measure->figures(query).front().value.amount, 2);
    const auto behind = client.get("/sundsvall" + measure->rows_url(query));
    EXPECT_TRUE(behind.says("Each counted once: 2") && behind.says("Café, Course")) << behind.html;
    EXPECT_TRUE(behind.says("/staff/activity-partners/" + bank) && behind.says("/staff/sessions/" + at_course)) << behind.html;
    query.where = {{"partner", "company"}};
    const auto companies = client.get("/sundsvall" + measure->rows_url(query));
    EXPECT_TRUE(companies.says("A bank") && !companies.says("The pensioners")) << companies.html;
}

TEST_F(OutcomesOfSessions, ANeedStandsOpenUntilItIsARequestOrSeenTo) {
    count({{"women", "3"}, {"needs", "A course in Somali"}});
    auto client = staff();
    EXPECT_TRUE(client.get("/sundsvall/staff/activity-requests/board").says("1 need found at sessions"));
    const auto list = client.get(needs);
    EXPECT_TRUE(list.says("A course in Somali") && list.says("Café")) << list.html;
    const auto made = client.submit(list, {}, "as=request", session + "/needs");
    ASSERT_EQ(requests().size(), 1U);
    const auto request = requests().front();
    EXPECT_TRUE(request.text("title") == "A course in Somali" && request.text("topic") == "bank" &&
                request.text("source") == "session" && request.text("asker_kind") == "own" && request.text("state") == "wished");
    EXPECT_TRUE(made.says("A course in Somali")) << made.html;
    EXPECT_FALSE(client.get(needs).says("A course in Somali"));
    client.submit(list, {}, "as=request", session + "/needs");
    EXPECT_EQ(requests().size(), 1U) << "pressed twice it is one request";
    count({{"women", "4"}});
    EXPECT_TRUE(client.get(needs).says("No need is open.")) << "a corrected number opens nothing again";
    count({{"needs", "A course in Dari"}});
    const auto again = client.get(needs);
    EXPECT_TRUE(again.says("A course in Dari")) << "another need is open again";
    count({{"needs", "A course in Dari, evenings"}});
    EXPECT_EQ(client.submit(again, {}, "as=done", session + "/needs").status, 409) << "it is another meanwhile";
    client.submit(client.get(needs), {}, "as=done", session + "/needs");
    EXPECT_TRUE(open_needs(all.activities, here).empty());
    EXPECT_EQ(requests().size(), 1U);
}

}  // namespace
}  // namespace digilots::activities
