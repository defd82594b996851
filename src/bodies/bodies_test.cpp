// Meetings and their pack, decisions that become tasks and are told to everyone, handing over, introductions,
// figures.
#include "bodies/bodies.h"

#include <gtest/gtest.h>

#include "platform/base/embedded.h"
#include "platform/files/media.h"
#include "platform/print/document.h"
#include "platform/print/pdf.h"
#include "platform/register/every_statement_for_tests.h"
#include "platform/tables/zip_file.h"
#include "platform/testing/database.h"
#include "platform/testing/page_server.h"
#include "platform/testing/pdf_reader.h"

namespace digilots::bodies {
namespace {

constexpr const char *sundsvall = "2281", *kramfors = "2282", *overkalix = "2513";

class Bodies : public ::testing::Test {
protected:
    Bodies() {
        for (const char* id : {sundsvall, kramfors})
            municipalities.activate(id,
                                    municipality::default_settings(*municipality::Municipalities::find(id)));
    }
    static register_::Others neighbours() {
        register_::Others found{.name_of = [](std::string_view id) { return std::string(id); }};
        for (const char* name : {"organisation.unit", "organisation.function", "plan.node", "budget.budget"})
            found.links[name].choices = [](const register_::Surroundings&) {
                return std::vector<register_::Choice>{{.key = "head", .label = "Head"}};
            };
        return found;
    }
    register_::Records& records(std::string_view key) {
        for (auto* one : all.registers)
            if (one->declaration().key == key) return *one;
        throw std::logic_error("no such register");
    }
    /// The id; else the inputs that are refused.
    std::string add(std::string_view key, const register_::Draft& draft,
                    const char* municipality = sundsvall) {
        auto& kind = records(key);
        const auto added = kind.add(kind.around(municipality), draft, "anna");
        return added ? added->id : "refused: " + added.error().problems.front().input;
    }
    std::string change(std::string_view key, const std::string& id, const register_::Draft& draft) {
        auto& kind = records(key);
        const auto changed = kind.change(kind.around(sundsvall), id, draft, "anna", base::Seen::anything());
        return changed ? "" : changed.error().problems.front().input;
    }
    std::string group(const char* rhythm = "quarterly", const char* municipality = sundsvall) {
        return add("body_group",
                   {{"title", {"Steering group"}},
                    {"kind", {"steering_group"}},
                    {"purpose", {"Decides the plan"}},
                    {"rhythm", {rhythm}}},
                   municipality);
    }
    testing::PageClient someone(http::Role role, const char* municipality = sundsvall) {
        server.person = testing::person_with(role, municipality);
        server.tenant.id = municipality;
        auto client = server.client();
        client.accept_language = "en";
        return client;
    }

    base::TestClock clock{testing::at("2026-11-23T10:30:00Z")};
    std::unique_ptr<db::Database> database = testing::fresh_database();
    kept::Versions versions{*database};
    municipality::Municipalities municipalities{*database, versions, clock};
    Slice all = slice(*database, clock, municipalities, neighbours());
    testing::PageServer server{routes_of({all}), clock};
};

TEST_F(Bodies, EveryStatementOfEveryRegisterRuns) {
    for (const auto* one : all.registers) register_::run_every_statement(*one, one->around(sundsvall));
}

TEST_F(Bodies, WhoSitsInAGroupHasItsMeetingsInTheirOwnCalendar) {
    const auto body = group();
    const auto meeting = add("body_meeting", {{"title", {"December"}}, {"body", {body}}, {"day", {"2026-12-09"}}});
    http::Tenant tenant;
    tenant.id = sundsvall;
    tenant.zone = "Europe/Stockholm";
    const auto days_of = [&](const std::vector<std::string>& functions) {
        return all.days.front()({tenant, functions, i18n::translator("en")});
    };
    EXPECT_TRUE(days_of({"head"}).empty()) << "the function does not sit in it yet";
    add("body_member", {{"title", {"The library"}}, {"body", {body}}, {"part", {"lead"}}, {"function", {"head"}}});
    const auto days = days_of({"head"});
    ASSERT_EQ(days.size(), 1U);
    EXPECT_EQ(days.front().summary, "Steering group");
    EXPECT_EQ(days.front().url, "/staff/bodies/meetings/" + meeting);
    EXPECT_TRUE(days_of({"other"}).empty());
}

TEST_F(Bodies, AChecklistThatIsHereIsBegunForAPartOnce) {
    for (const char* title : {"Is it tried by those who use it?", "Who answers for it?"})
        add("checklist_point",
            {{"title", {title}}, {"checklist", {"Own"}}, {"answer", {"yes"}}, {"evidence", {"Test"}}, {"day", {"2026-11-02"}}});
    auto editor = someone(http::Role::editor);
    const auto form = editor.get("/sundsvall/staff/bodies/checklist-for-part?part=head");
    for (int times = 0; times < 2; ++times)
        EXPECT_EQ(editor.submit(form, {{"checklist", "Own"}}, "", "/checklist-for-part").status, 200);
    auto& points = records("checklist_point");
    const auto of_part = points.list(points.around(sundsvall), {.filters = {{"node", "head"}}}, 10, 0).records;
    ASSERT_EQ(of_part.size(), 2U);
    EXPECT_EQ(of_part.front().text("answer"), "") << "each is to be answered for this part";
    EXPECT_EQ(someone(http::Role::guide).get("/sundsvall/staff/bodies/checklist-for-part").status, 404);
}

TEST_F(Bodies, ThePackHoldsAgendaMembersProposalsAndWhatIsStillToBeDone) {
    const auto body = group();
    add("body_member", {{"title", {"The library"}}, {"body", {body}}, {"part", {"lead"}}});
    const auto meeting = add("body_meeting", {{"title", {"Steering group, December"}},
                                              {"body", {body}},
                                              {"day", {"2026-12-09"}},
                                              {"begins", {"13.00"}}});
    add("agenda_item", {{"title", {"Second thing"}}, {"meeting", {meeting}}, {"place", {"2"}}});
    add("agenda_item", {{"title", {"Evening hours"}},
                        {"meeting", {meeting}},
                        {"place", {"1"}},
                        {"kind", {"decision"}},
                        {"proposal", {"Open until eight"}},
                        {"economic", {"Within the frame"}}});
    add("body_decision", {{"title", {"Try the bus"}},
                          {"body", {body}},
                          {"day", {"2026-10-01"}},
                          {"state", {"open"}},
                          {"due", {"2026-12-20"}}});
    const auto page = someone(http::Role::guide).get("/sundsvall/staff/bodies/pack");
    for (const char* said :
         {"Steering group, December", "The library (Leads it)", "1. Evening hours", "Open until eight",
          "Within the frame", "Try the bus: by 20 December 2026", "Decides the plan"})
        EXPECT_TRUE(page.says(said)) << said << page.html;
    EXPECT_LT(page.html.find("Evening hours"), page.html.find("Second thing"));
    EXPECT_TRUE(someone(http::Role::guide)
                    .get("/sundsvall/staff/bodies/pack.pdf?meeting=" + meeting)
                    .html.starts_with("%PDF"));
    EXPECT_TRUE(someone(http::Role::guide)
                    .get("/sundsvall/staff/bodies/pack.odt?meeting=" + meeting)
                    .html.starts_with("PK"));
    EXPECT_FALSE(someone(http::Role::guide, kramfors)
                     .get("/sundsvall/staff/bodies/pack?meeting=" + meeting)
                     .says("Evening"));
}

TEST_F(Bodies, MinutesThatTheGroupApprovedChangeOnlyAsADraftAndAreKept) {
    register_::Draft draft{{"title", {"Autumn"}},
                           {"body", {group()}},
                           {"day", {"2026-11-02"}},
                           {"state", {"held"}},
                           {"minutes", {"We said yes."}}};
    EXPECT_EQ(add("body_meeting", draft), "refused: minutes_state") << "minutes that are no minutes";
    draft["minutes_state"] = {"approved"};
    const auto meeting = add("body_meeting", draft);
    draft["minutes"] = {"We said no."};
    EXPECT_EQ(change("body_meeting", meeting, draft), "minutes");
    draft["minutes_state"] = {"draft"};
    EXPECT_EQ(change("body_meeting", meeting, draft), "");
    const auto page = someone(http::Role::guide).get("/sundsvall/staff/bodies/meetings/" + meeting);
    for (const char* said : {"We said no.", "We said yes.", "Minutes that were approved before"})
        EXPECT_TRUE(page.says(said)) << said << page.html;
    draft["minutes_state"] = {"approved"};
    EXPECT_EQ(change("body_meeting", meeting, draft), "") << "the group approves what was changed";
}

TEST_F(Bodies, ThePackNamesThePapersOfTheMeetingAndTheFolderHoldsThem) {
    const auto meeting =
        add("body_meeting", {{"title", {"Steering group"}}, {"body", {group()}}, {"day", {"2026-12-09"}}});
    const auto media = files::read_media("figures.txt", "Helped in the autumn: 12");
    ASSERT_TRUE(media.has_value());
    auto& meetings = records("body_meeting");
    ASSERT_TRUE(meetings.add_file(meetings.around(sundsvall), meeting, {.name = "Figures of the autumn"}, *media, "anna"));
    const auto page = someone(http::Role::guide).get("/sundsvall/staff/bodies/pack?meeting=" + meeting);
    EXPECT_TRUE(page.says("Papers of the meeting")) << page.html;
    EXPECT_TRUE(page.says("Figures of the autumn"));
    const auto folder = someone(http::Role::guide).get("/sundsvall/staff/bodies/pack.zip?meeting=" + meeting).html;
    const auto zip = tables::ZipFile::open(folder, {});
    ASSERT_TRUE(zip);
    ASSERT_EQ(zip->entries().size(), 2U);
    EXPECT_EQ(zip->entries().front().name, "1-pack.pdf");
    EXPECT_TRUE(zip->entries().back().name.starts_with("2-figures-of-the-autumn")) << zip->entries().back().name;
}

TEST_F(Bodies, PapersThatAreReadableStandBehindThePackAndTheOthersAreSaidToLieBeside) {
    const auto meeting =
        add("body_meeting", {{"title", {"Steering group"}}, {"body", {group()}}, {"day", {"2026-12-09"}}});
    auto& meetings = records("body_meeting");
    const auto put = [&](const char* file, const std::string& bytes, const char* name) {
        const auto media = files::read_media(file, bytes);
        return media && meetings.add_file(meetings.around(sundsvall), meeting, {.name = name}, *media, "anna").has_value();
    };
    const std::string pack = "/sundsvall/staff/bodies/pack.pdf?meeting=" + meeting;
    const auto alone = testing::read_pdf(someone(http::Role::guide).get(pack).html);
    print::Document budget{.title = "Budget", .language = "sv"};
    budget.blocks.push_back({print::Heading{1, {"What it costs"}}});
    ASSERT_TRUE(put("budget.pdf", print::pdf(budget), "Budget 2027"));
    ASSERT_TRUE(put("figures.txt", "Helped in the autumn: 12", "Figures of the autumn"));
    const auto read = testing::read_pdf(someone(http::Role::guide).get(pack).html);
    EXPECT_EQ(read.pages, alone.pages + 1);
    EXPECT_NE(read.text.find("Budget 2027: page " + std::to_string(read.pages) + " of this file"), std::string::npos)
        << read.text;
    EXPECT_NE(read.text.find("lies beside"), std::string::npos);
}

TEST_F(Bodies, AGroupSaysByWhenItShouldMeetAgain) {
    const auto body = group();
    const auto page = "/sundsvall/staff/bodies/steering-groups/" + body;
    EXPECT_TRUE(someone(http::Role::guide).get(page).says("No meeting has been held."));
    add("body_meeting",
        {{"title", {"Spring"}}, {"body", {body}}, {"day", {"2026-05-04"}}, {"state", {"held"}}});
    EXPECT_TRUE(someone(http::Role::guide).get(page).says("plan the next meeting"));
    add("body_meeting", {{"title", {"Winter"}}, {"body", {body}}, {"day", {"2026-12-09"}}});
    EXPECT_TRUE(someone(http::Role::guide).get(page).says("Meets next 9 December 2026."));
}

TEST_F(Bodies, WhatCannotBeIsSaidAtItsField) {
    const auto body = group();
    EXPECT_EQ(add("body_meeting",
                  {{"title", {"A"}}, {"body", {body}}, {"day", {"2026-12-09"}}, {"state", {"held"}}}),
              "refused: state");
    EXPECT_EQ(add("body_meeting",
                  {{"title", {"A"}}, {"body", {body}}, {"day", {"2026-12-09"}}, {"begins", {"25.00"}}}),
              "refused: begins");
    EXPECT_EQ(add("body_decision",
                  {{"title", {"A"}}, {"body", {body}}, {"day", {"2026-11-02"}}, {"state", {"open"}}}),
              "refused: due");
    EXPECT_EQ(add("body_decision", {{"title", {"A"}}, {"body", {body}}, {"day", {"2026-12-02"}}}),
              "refused: day");
    EXPECT_EQ(add("steering_factor", {{"title", {"A"}}, {"kind", {"steering"}}}), "refused: function");
    EXPECT_EQ(add("checklist_point", {{"title", {"A"}}, {"checklist", {"Own"}}, {"answer", {"yes"}}}),
              "refused: evidence");
    EXPECT_EQ(add("inventoried_system", {{"title", {"A"}}, {"duplicates", {"yes"}}}),
              "refused: shared_platform");
    EXPECT_EQ(add("body_group", {{"title", {"All departments"}}, {"kind", {"cross_department"}}}), "refused: purpose");
    EXPECT_EQ(add("body_member", {{"title", {"Ring 070-123 45 67"}}, {"body", {body}}}), "refused: title");
}

TEST_F(Bodies, ADecisionIsATaskUntilItIsDone) {
    const register_::Draft draft{{"title", {"Try the bus"}},
                                 {"body", {group()}},
                                 {"day", {"2026-10-01"}},
                                 {"state", {"open"}},
                                 {"due", {"2026-12-20"}}};
    const auto id = add("body_decision", draft);
    ASSERT_EQ(all.duties.front().now(sundsvall).size(), 1U);
    EXPECT_TRUE(all.duties.front().now(kramfors).empty());
    auto done = draft;
    done["state"] = {"done"};
    EXPECT_EQ(change("body_decision", id, done), "outcome");
    done["outcome"] = {"Every second week"};
    EXPECT_EQ(change("body_decision", id, done), "");
    EXPECT_TRUE(all.duties.front().now(sundsvall).empty());
}

TEST_F(Bodies, ProgramsReadWhatIsShownToEveryoneAndNothingMore) {
    const auto body = group();
    add("body_decision", {{"title", {"Kept inside"}}, {"body", {body}}, {"day", {"2026-10-01"}}});
    add("body_decision", {{"title", {"The plan is adopted"}},
                          {"body", {body}},
                          {"day", {"2026-10-01"}},
                          {"basis", {"Plan, edition 2"}},
                          {"economic", {"Costs of ours"}},
                          {"is_published", {"1"}}});
    const auto told = server.client().get("/api/v1/sundsvall/decisions").html;
    EXPECT_NE(told.find("The plan is adopted"), std::string::npos) << told;
    EXPECT_NE(told.find("Plan, edition 2"), std::string::npos);
    EXPECT_EQ(told.find("Kept inside"), std::string::npos);
    EXPECT_EQ(told.find("Costs of ours"), std::string::npos);
}

TEST_F(Bodies, PartnersFollowTheDaysOfAGroupThatSharesThem) {
    register_::Draft draft{{"title", {"Steering group"}}, {"kind", {"steering_group"}}};
    const auto body = add("body_group", draft);
    const auto meeting =
        add("body_meeting",
            {{"title", {"Secret merger"}}, {"body", {body}}, {"day", {"2026-12-09"}}, {"begins", {"13.00"}}});
    add("agenda_item", {{"title", {"Closing a school"}}, {"meeting", {meeting}}, {"place", {"1"}}});
    const auto address = "/sundsvall/meetings/" + body + "/calendar.ics";
    EXPECT_EQ(server.client().get(address).status, 404);
    draft["shares_days"] = {"1"};
    EXPECT_EQ(change("body_group", body, draft), "");
    const auto calendar = server.client().get(address);
    EXPECT_EQ(calendar.status, 200);
    EXPECT_NE(calendar.html.find("DTSTART;TZID=Europe/Stockholm:20261209T130000"), std::string::npos)
        << calendar.html;
    EXPECT_NE(calendar.html.find("SUMMARY:Steering group"), std::string::npos);
    for (const char* inside : {"Secret merger", "Closing a school"})
        EXPECT_EQ(calendar.html.find(inside), std::string::npos);
}

TEST_F(Bodies, AProjectIsHandedOverOnlyWhenEachPointIsSeenTo) {
    register_::Draft draft{
        {"title", {"The project"}}, {"body", {group()}}, {"node", {"head"}}, {"state", {"planned"}}};
    const auto id = add("body_handover", draft);
    auto done = draft;
    done["state"] = {"done"};
    EXPECT_EQ(change("body_handover", id, done), "state") << "nothing was said that has to be seen to";
    register_::Draft point{
        {"title", {"Staff can do it"}}, {"handover", {id}}, {"kind", {"staff"}}, {"state", {"open"}}};
    const auto first = add("handover_point", point);
    EXPECT_EQ(change("body_handover", id, done), "state");
    point["state"] = {"exception"};
    EXPECT_EQ(change("handover_point", first, point), "evidence");
    point["evidence"] = {"The head accepted it: the staff are new"};
    EXPECT_EQ(change("handover_point", first, point), "");
    EXPECT_EQ(change("body_handover", id, done), "state") << "nothing of residents, nor of how it is followed up";
    for (const char* kind : {"residents", "monitoring"})
        add("handover_point", {{"title", {kind}},
                               {"handover", {id}},
                               {"kind", {kind}},
                               {"state", {"done"}},
                               {"evidence", {"The report"}}});
    const auto is_over = [&] {
        return database->read(
            [&](db::Connection& connection) { return is_handed_over(connection, sundsvall, "head"); });
    };
    EXPECT_FALSE(is_over());
    register_::Draft left{{"title", {"Buy cables"}}, {"handover", {id}}, {"kind", {"action"}}, {"state", {"open"}}};
    const auto action = add("handover_point", left);
    EXPECT_EQ(change("body_handover", id, done), "state") << "nobody goes on with it";
    left["function"] = {"head"};
    EXPECT_EQ(change("handover_point", action, left), "");
    EXPECT_EQ(change("body_handover", id, done), "");
    EXPECT_TRUE(is_over());
}

TEST_F(Bodies, AnIntroductionBeginsWithTheStepsAndThenTheFactors) {
    add("steering_factor", {{"title", {"Time to learn"}}, {"kind", {"soft"}}});
    add("introduction_rule", {{"title", {"Who trains the staff?"}}});
    add("introduction", {{"title", {"A new form"}}, {"kind", {"e_service"}}});
    add("introduction_rule", {{"title", {"Added later"}}});
    auto& steps = records("introduction_step");
    std::map<std::int64_t, std::string> found;
    for (const auto& one : steps.list(steps.around(sundsvall), {}, 100, 0).records)
        found[*one.whole("place")] = one.text("title");
    EXPECT_EQ(found,
              (std::map<std::int64_t, std::string>{{1, "Who trains the staff?"}, {2, "Time to learn"}}));
}

TEST_F(Bodies, TablesSayWhatIsNotKnown) {
    add("inventoried_system", {{"title", {"The platform"}},
                               {"layer", {"e_services"}},
                               {"used_fully", {"yes"}},
                               {"debt", {"high"}},
                               {"debt_about", {"Old forms"}}});
    add("inventoried_system", {{"title", {"Unplaced"}}});
    add("tiered_service", {{"title", {"Transport"}}, {"tier", {"self_service"}}});
    add("tiered_service", {{"title", {"Permits"}}});
    add("rollout", {{"title", {"Lotsby"}}, {"region", {"North"}}, {"state", {"started"}}});
    auto guide = someone(http::Role::guide);
    const auto layers = guide.get("/sundsvall/staff/bodies/layers");
    EXPECT_TRUE(layers.says("1 of 1 systems for which it is known are used fully.")) << layers.html;
    EXPECT_TRUE(layers.says("Infrastructure: no system is noted in this layer."));
    EXPECT_TRUE(layers.says("Not placed yet"));
    EXPECT_TRUE(layers.says("unknown")) << "what it costs";
    EXPECT_TRUE(guide.get("/sundsvall/staff/bodies/spread").says("1 of 2 services are classified."));
    EXPECT_TRUE(guide.get("/sundsvall/staff/bodies/rollout-table").says("North"));
    EXPECT_TRUE(guide.get("/sundsvall/staff/bodies").says("Inventory of systems"));
    const auto later = [](const char* state) {
        return register_::Draft{{"title", {state}}, {"region", {"South"}}, {"state", {state}}, {"day", {"2027-03-01"}}};
    };
    EXPECT_EQ(add("rollout", later("started")), "refused: day") << "it cannot have begun on a day to come";
    ASSERT_FALSE(add("rollout", later("planned")).starts_with("refused"));
    const auto table = guide.get("/sundsvall/staff/bodies/rollout-table");
    EXPECT_TRUE(table.says("Planned for") && table.says("Began on")) << table.html;
}

TEST_F(Bodies, TheMappingBringsHowManyWereAskedAndWhichSystemsAreNamed) {
    municipalities.activate(overkalix,
                            municipality::default_settings(*municipality::Municipalities::find(overkalix)));
    const auto json = base::embedded_file("data/demo/mapping.json");
    for (int twice = 0; twice < 2; ++twice) {
        const auto plan = all.plan_mapping(*json, "mapping.json");
        ASSERT_TRUE(plan.is_usable);
        plan.apply();
    }
    auto& method = records("method_step");
    std::map<std::string, std::int64_t> times;
    for (const auto& one : method.list(method.around(overkalix), {}, 100, 0).records)
        times[one.text("kind")] = *one.whole("times");
    EXPECT_EQ(times, (std::map<std::string, std::int64_t>{{"interview", 16}, {"workshop", 4}}));
    auto& systems = records("inventoried_system");
    EXPECT_EQ(systems.list(systems.around(overkalix), {}, 100, 0).found, 4);
}

}  // namespace
}  // namespace digilots::bodies
