// What residents do themselves: as staff keep it, and as residents read it.
#include "everyday/everyday.h"

#include <gtest/gtest.h>

#include "platform/base/time.h"
#include "platform/register/every_statement_for_tests.h"
#include "platform/testing/database.h"
#include "platform/testing/page_server.h"
#include "taxonomy/taxonomy.h"

namespace digilots::everyday {
namespace {

constexpr const char* here = "2281";

class EverydayPages : public ::testing::Test {
protected:
    testing::PageClient as(http::Role role, const std::string& municipality = here) {
        server.person = testing::person_with(role, municipality);
        auto client = server.client();
        client.accept_language = "en";
        return client;
    }
    register_::Records& records(std::string_view key) {
        for (auto* one : all.registers)
            if (one->declaration().key == key) return *one;
        throw std::logic_error("no such register");
    }
    std::string add(std::string_view key, const register_::Draft& draft) {
        auto& kind = records(key);
        const auto added = kind.add(kind.around(here), draft, "anna");
        EXPECT_TRUE(added) << key;
        return added ? added->id : "";
    }
    bool is_refused(std::string_view key, const register_::Draft& draft) {
        auto& kind = records(key);
        return !kind.add(kind.around(here), draft, "anna");
    }
    register_::Others others() {
        register_::Others found{.links = organisation.link_sources(),
                                .name_of = [](std::string_view id) { return std::string(id); }};
        found.links["directory.place"] = {.choices = [this](const register_::Surroundings& around) {
            std::vector<register_::Choice> places{{.key = "library", .label = "Main library"}};
            for (const auto held = directory.snapshot(around.municipality_id); const auto& place : held->places)
                places.push_back({.key = place.id, .label = place.name});
            return places;
        }, .path = ""};
        for (const auto& [name, source] : directory.records(directory::RecordKind::contact).others().links)
            found.links.emplace(name, source);
        return found;
    }

    base::TestClock clock{testing::at("2026-11-23T10:30:00Z")};
    std::unique_ptr<db::Database> database = testing::fresh_database();
    kept::Versions versions{*database};
    municipality::Municipalities municipalities{*database, versions, clock};
    organisation::Organisation organisation{*database, versions, clock};
    directory::Directory directory{*database, versions, municipalities, organisation, clock};
    taxonomy::OwnTopics own_topics{*database, versions, clock};
    inquiries::Inquiries log{*database, directory, municipalities, organisation, own_topics, clock};
    Slice all = slice(*database, directory, organisation, municipalities, clock, others(), log, versions);
    testing::PageServer server{routes_of({all}), clock};
};

TEST_F(EverydayPages, EveryStatementRunsOnThisEngine) {
    for (const auto* kind : all.registers) register_::run_every_statement(*kind, kind->around(here));
}

TEST_F(EverydayPages, AGuideIsReadAndReadOutOverThePhone) {
    add("step_guide", {{"title", {"Log in with BankID"}},
                       {"device", {"phone"}},
                       {"steps", {"Open the app.\nWrite the six digits."}},
                       {"if_different", {"Ask what the largest word is."}},
                       {"is_published", {"1"}}});
    add("step_guide", {{"title", {"Not yet ready"}}, {"steps", {"One."}}});
    auto client = as(http::Role::guide);
    const auto list = client.get("/sundsvall/step-guides");
    EXPECT_TRUE(list.says("Log in with BankID") && !list.says("Not yet ready")) << list.html;
    const auto guide = client.get(list.link("Log in with BankID"));
    EXPECT_TRUE(guide.says("Write the six digits.") && guide.says("Ask what the largest word is.")) << guide.html;
    EXPECT_TRUE(client.get(guide.link("To read out over the phone")).says("Step 2 of 2"));
    EXPECT_EQ(client.get("/sundsvall/step-guides/nothing").status, 404);
    EXPECT_TRUE(is_refused("step_guide", {{"title", {"For 811218-9876"}}, {"steps", {"One."}}}));
    EXPECT_TRUE(is_refused("step_guide", {{"title", {"Without steps"}}}));
}

TEST_F(EverydayPages, SystemsAreListedWithWhoHelpsToBegin) {
    add("system", {{"title", {"SchoolSoft"}},
                   {"used_in", {"school"}},
                   {"purpose", {"Absence and grades."}},
                   {"place", {"library"}},
                   {"start_help", {"The school office gives you a first password."}},
                   {"is_published", {"1"}}});
    const auto page = as(http::Role::guide).get("/sundsvall/digital-systems");
    EXPECT_TRUE(page.says("SchoolSoft") && page.says("School") && page.says("first password")) << page.html;
    EXPECT_TRUE(is_refused("system", {{"title", {"No purpose"}}, {"used_in", {"school"}}}));
}

TEST_F(EverydayPages, WhatIsAppliedForAgainStandsByItsNextDay) {
    const register_::Draft diet{{"title", {"Special diet"}}, {"rule", {"term"}}, {"apply_by", {"2025-08-15"}},
                                {"apply_by_again", {"2025-12-10"}}, {"is_published", {"1"}}};
    add("renewal", diet);
    add("renewal", {{"title", {"School bus"}}, {"rule", {"school_year"}}, {"apply_by", {"2026-05-01"}}, {"is_published", {"1"}}});
    add("renewal", {{"title", {"Never again"}}, {"rule", {"none"}}, {"is_published", {"1"}}});
    auto client = as(http::Role::guide);
    const auto page = client.get("/sundsvall/apply-again");
    EXPECT_TRUE(page.says("10 December 2026") && page.says("1 May 2027")) << page.html;
    EXPECT_LT(page.html.find("Special diet"), page.html.find("School bus"));
    EXPECT_FALSE(page.says("Never again")) << "it need not be";
    const auto calendar = client.get("/sundsvall/apply-again.ics");
    EXPECT_TRUE(calendar.says("BEGIN:VCALENDAR") && calendar.says("FREQ=YEARLY") && calendar.says("20251210")) << calendar.html;
    EXPECT_TRUE(is_refused("renewal", {{"title", {"No day"}}, {"rule", {"term"}}, {"apply_by_again", {"2026-05-01"}}}));
    add("renewal", {{"title", {"Once"}}, {"rule", {"none"}}});
}

TEST_F(EverydayPages, TheNextDayIsThatOfTheCalendar) {
    register_::Record leap;
    leap.columns = {
        {"rule", std::string("calendar_year")}, {"apply_by", std::string("2024-02-29")}, {"apply_by_again", std::string()}};
    EXPECT_EQ(next_day(leap, base::parse_date("2026-01-01").value()), base::parse_date("2026-02-28"));
    EXPECT_EQ(next_day(leap, base::parse_date("2028-02-29").value()), base::parse_date("2028-02-29"));
}

TEST_F(EverydayPages, WhatWaitsIsRemindedOfFetchedAndForgotten) {
    const auto id = add("pickup", {{"reference", {"K-1047"}}, {"what", {"library_card"}}, {"place", {"library"}}});
    EXPECT_TRUE(is_refused("pickup", {{"reference", {"811218-9876"}}, {"what", {"key"}}, {"place", {"library"}}}));
    EXPECT_TRUE(is_refused("pickup", {{"reference", {"Anna Svensson"}}, {"what", {"key"}}, {"place", {"library"}}}));
    const auto duties = [&] { return all.duties.back().now(here).size(); };
    EXPECT_EQ(duties(), 0U);
    clock.advance(std::chrono::hours(24 * 15));
    EXPECT_EQ(duties(), 1U);
    auto client = as(http::Role::guide);
    const std::string page = "/sundsvall/staff/pickups/" + id;
    client.submit(client.get(page), {}, "", "/reminded");
    EXPECT_EQ(records("pickup").find(here, id)->whole("reminders"), 1);
    EXPECT_EQ(duties(), 0U);
    const auto fetched = client.submit(client.get(page), {}, "", "/fetched");
    EXPECT_TRUE(fetched.says("Fetched") && !fetched.says("Was it fetched?")) << fetched.html;
    EXPECT_EQ(records("pickup").find(here, id)->text("done_on"), "2026-12-08");
    clock.advance(std::chrono::hours(24 * 120));
    const auto rule = all.retention.front();
    database->write([&](db::Connection& connection) {
        const Due due{here, limit_of(rule.period, clock.now(), "Europe/Stockholm"), clock.now()};
        EXPECT_EQ(rule.due(connection, due), 1);
        EXPECT_EQ(rule.remove(connection, due, 10), 1);
        EXPECT_EQ(rule.remove(connection, due, 10), 0);
    });
}

TEST_F(EverydayPages, WhatHasWaitedLongestStandsFirstWithItsWorkingDaysAndWhatIsDoneBelow) {
    const auto note = [&](const char* number, const char* since) {
        return add("pickup", {{"reference", {number}}, {"what", {"key"}}, {"since", {since}}});
    };
    note("K-NEW", "2026-11-20");
    const auto done = note("K-DONE", "2026-09-01");
    note("K-OLD", "2026-09-15");
    auto client = as(http::Role::guide);
    client.submit(client.get("/sundsvall/staff/pickups/" + done), {}, "", "/fetched");
    const auto list = client.get("/sundsvall/staff/pickups");
    const auto at = [&](const char* number) { return list.html.find(number); };
    EXPECT_TRUE(at("K-OLD") < at("K-NEW") && at("K-NEW") < at("K-DONE")) << list.html;
    EXPECT_TRUE(list.says("49 working days") && list.says("1 working day")) << list.html;
    const auto history = client.get("/sundsvall/staff/pickups/" + done);
    EXPECT_TRUE(history.says("How it stands") && !history.says("How it stands, Has waited")) << history.html;
}

TEST_F(EverydayPages, ItsTaskIsOfThePlaceAndToBeDoneInDays) {
    auto& units = organisation.unit_records();
    const auto unit = units.add(units.around(here), {{"name", {"Culture"}}}, "anna").value().id;
    auto& functions = organisation.function_records();
    const auto function = functions.add(functions.around(here), {{"title", {"Librarian"}}, {"unit", {unit}}}, "anna").value().id;
    auto& places = directory.records(directory::RecordKind::place);
    const auto place = places.add(places.around(here), {{"name", {"Library"}}, {"kind", {"library"}}, {"unit", {unit}}}, "anna");
    ASSERT_TRUE(place);
    add("pickup", {{"reference", {"K-1"}}, {"what", {"key"}}, {"place", {place->id}}, {"since", {"2026-11-06"}}});
    EXPECT_EQ(records("pickup").all(here).front().text("unit"), unit) << "nobody said another";
    const auto& kind = all.duties.back();
    ASSERT_EQ(kind.now(here).size(), 1U) << "ten working days are over";
    const auto duty = kind.now(here).front();
    EXPECT_EQ(duty.due, "2026-11-24") << "two working days after the tenth, as the municipality answers";
    EXPECT_EQ(duty.responsible, "function:" + function);
    EXPECT_EQ(duty.unit, unit);
    EXPECT_EQ(kind.days, 3) << "where that day has passed already";
}

TEST_F(EverydayPages, WhereFormsAreHardIsWrittenByGuidesAndEndedByThemDeletedByEditors) {
    auto& e_services = directory.records(directory::RecordKind::e_service);
    const register_::Draft applying{{"name", {"Ansök om förskola"}}, {"url", {"https://example.org/"}}, {"status", {"open"}}};
    const auto e_service = e_services.add(e_services.around(here), applying, "anna").value();
    auto client = as(http::Role::guide);
    const auto form = client.get("/sundsvall/staff/stuck-points/new?e_service=" + e_service.id);
    EXPECT_EQ(client.submit(form, {{"step", "3. Income"}, {"help", ""}}).status, 422);
    EXPECT_EQ(client.submit(form, {{"step", "3. Income"}, {"help", "As for 811218-9876"}}).status, 422);
    const auto added = client.submit(
        form, {{"step", "3. Income"}, {"help", "Before tax, *per month*."}, {"trouble", "hard_language"}});
    EXPECT_EQ(added.status, 200) << added.html;
    const auto all_notes = records("stuck_point").all(here);
    ASSERT_EQ(all_notes.size(), 1U);
    EXPECT_EQ(all_notes[0].text("e_service"), e_service.id) << "the address of the form says which one";
    const auto page = client.get("/sundsvall/staff/stuck-points/" + all_notes[0].id);
    EXPECT_TRUE(page.says("3. Income") && page.says("<em>per month</em>") && page.says("What is asked about the e-service"))
        << page.html;
    EXPECT_TRUE(page.says("The text is hard to understand"));
    EXPECT_TRUE(client.get("/sundsvall/staff/stuck-points?trouble=hard_language").says("3. Income"));
    EXPECT_FALSE(client.get("/sundsvall/staff/stuck-points?trouble=one_language").says("3. Income"));
    EXPECT_TRUE(is_refused("stuck_point", {{"step", {"Income"}}, {"help", {"Before tax"}}, {"e_service", {"nothing"}}}));
    EXPECT_EQ(records("stuck_point").declaration().remove, http::Role::editor);
}

TEST_F(EverydayPages, NobodyElseSeesThem) {
    for (const auto* kind : all.registers)
        EXPECT_EQ(as(http::Role::administrator, "2280").get("/sundsvall" + std::string(kind->declaration().path)).status, 404);
}

}  // namespace
}  // namespace digilots::everyday
