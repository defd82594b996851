// Who answers for an e-service sees by a link what it sends to the desks, answers, and gets a letter a month.
#include "owners/owners.h"

#include <gtest/gtest.h>

#include "owners/implementation.h"
#include "platform/audit/audit.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/http/server.h"
#include "platform/mail/outbox.h"
#include "platform/register/every_statement_for_tests.h"
#include "platform/register/pages.h"
#include "platform/testing/database.h"
#include "platform/testing/gatekeeper.h"
#include "platform/testing/page_client.h"
#include "platform/testing/race.h"
#include "platform/testing/retention.h"
#include "taxonomy/taxonomy.h"

namespace digilots::owners {
namespace {

constexpr const char *sundsvall = "2281", *harnosand = "2280", *school = "e_service:";

struct OwnersWorld : ::testing::Test {
    base::TestClock clock{testing::at("2026-08-31T09:00:00Z")};
    std::unique_ptr<db::Database> database = testing::fresh_database();
    kept::Versions versions{*database};
    municipality::Municipalities municipalities{*database, versions, clock};
    organisation::Organisation organisation{*database, versions, clock};
    directory::Directory directory{*database, versions, municipalities, organisation, clock};
    taxonomy::OwnTopics own_topics{*database, versions, clock};
    inquiries::Inquiries inquiries{*database, directory, municipalities, organisation, own_topics, clock};
    releases::Releases releases{*database, versions, clock, {municipalities, inquiries, links_of_places()}};
    Owners owners{*database, versions, clock, {municipalities, directory, inquiries, releases, {}, true, "https://lots.example"}};
    std::unique_ptr<http::Server> server;
    std::string e_service;

    OwnersWorld() {
        for (const auto* id : {sundsvall, harnosand})
            municipalities.activate(id, municipality::default_settings(*municipalities.about(id)));
        auto& services = directory.records(directory::RecordKind::e_service);
        e_service = services
                        .add(services.around(sundsvall),
                             {{"name", {"School choice"}}, {"url", {"https://example.org/"}}, {"status", {"open"}}}, "anna")
                        .value()
                        .id;
        inquiries.know(owners.say());
        auto routes = slice(owners).routes({});
        for (auto* records : {&owners.links(), &owners.answers()})
            for (auto& route : register_::register_routes(*records)) routes.push_back(std::move(route));
        server = std::make_unique<http::Server>(
            http::ServerOptions{}, std::move(routes),
            testing::gatekeeper_for(sundsvall, [this](std::string_view slug) { return municipalities.find_tenant(slug); }),
            html::error_page, clock);
    }

    static register_::Others links_of_places() {
        register_::Others others;
        others.links["directory.place"].choices = [](const register_::Surroundings&) { return std::vector<register_::Choice>{}; };
        others.links["directory.unit_of_place"].choices = others.links["directory.place"].choices;
        return others;
    }
    void log(const char* day, int number, const std::string& about, const char* barrier = "") {
        const auto tenant = municipalities.find_tenant("sundsvall").value();
        database->write([&](db::Connection& connection) {
            for (int at = 0; at < number; ++at) {
                inquiries::Inquiry one;
                one.channel = "visit";
                one.outcome = "answered";
                one.topics = {"print"};
                one.e_service = about;
                one.barrier = barrier;
                one.at = base::from_civil(base::parse_date(day).value(), 12, 0, tenant.zone);
                inquiries.log_within(connection, tenant, one, "guide");
            }
        });
    }
    void release(const char* now) {
        clock.set(testing::at(now));
        releases.make_until(releases.due());
    }
    register_::Record link(register_::Draft draft = {}) {
        if (!draft.contains("open_until")) draft["open_until"] = {"2027-06-30"};
        if (!draft.contains("about")) draft["about"] = {school + e_service};
        draft["title"] = {"The school office"};
        const auto made = owners.links().add(owners.links().around(sundsvall), draft, "coordinator");
        EXPECT_TRUE(made);
        return made ? *made : register_::Record{};
    }
    static std::string path(const register_::Record& link) { return "/en/sundsvall" + path_of_link(link); }
    testing::PageClient outside() { return testing::PageClient(*server); }
    std::int64_t gone(const char* rule, const char* now) {
        return testing::delete_due(*database, retention_rules(), rule, sundsvall, testing::at(now));
    }
    std::size_t letters() {
        return database->read([](db::Connection& connection) { return mail::list(connection).size(); });
    }
};

TEST_F(OwnersWorld, EveryStatementRunsOnThisEngine) {
    register_::run_every_statement(owners.links(), owners.links().around(sundsvall));
    register_::run_every_statement(owners.answers(), owners.answers().around(sundsvall));
}

TEST_F(OwnersWorld, WhoHasTheAddressSeesCountsOfReleasedMonthsAlone) {
    log("2026-07-15", 30, "");
    log("2026-07-15", 12, e_service, "no_e_id");
    log("2026-08-15", 40, "");
    log("2026-08-15", 10, e_service, "no_e_id");
    log("2026-09-15", 48, "");
    log("2026-09-15", 12, e_service, "no_e_id");
    const auto made = link();
    EXPECT_GE(made.text("secret").size(), 40u);
    EXPECT_TRUE(outside().get(path(made)).says("No month is released yet."));
    release("2026-10-12T09:00:00Z");
    log("2026-10-15", 90, e_service, "no_e_id");
    auto client = outside();
    const auto page = client.get(path(made));
    EXPECT_TRUE(page.says("12 of 60 questions in September 2026, 20")) << page.html;
    EXPECT_TRUE(page.says("quarter 3, 2026")) << page.html;
    EXPECT_FALSE(page.says("October")) << "not released";
    EXPECT_EQ(page.header("Cache-Control"), "no-store");
    EXPECT_TRUE(page.says("noindex"));
    EXPECT_TRUE(client.cookies().empty());
    EXPECT_EQ(outside().get_once("/en/sundsvall/owners/guessed").status, 404);
    EXPECT_EQ(outside().get_once("/en/harnosand/owners/" + made.text("secret")).status, 404) << "of another municipality";
}

TEST_F(OwnersWorld, ToldFiguresStayWhateverIsCorrectedAndSmallOnesAreHidden) {
    for (const auto* day : {"2026-07-15", "2026-08-15", "2026-09-15"}) log(day, 40, "");
    log("2026-07-15", 2, e_service);
    log("2026-08-15", 22, e_service);
    log("2026-09-15", 23, e_service);
    release("2026-10-12T09:00:00Z");
    const auto made = link();
    const auto before = outside().get(path(made));
    EXPECT_TRUE(before.says("hidden")) << before.html;
    log("2026-09-16", 1, e_service);
    EXPECT_TRUE(outside().get(path(made)).says("23")) << "told once";
    EXPECT_FALSE(outside().get(path(made)).says("24 of"));
    const auto again = link();
    const auto figures = Inside::of(owners).figures_of(sundsvall, again.text("about"));
    EXPECT_NE(figures.rows.at({"2026-07", "total"}).at(whole).state, suppression::State::published);
}

TEST_F(OwnersWorld, ABodysNumbersAreTheReleasedOnes) {
    const auto tenant = municipalities.find_tenant("sundsvall").value();
    for (const auto& [day, number] : {std::pair("2026-08-15", 2), std::pair("2026-09-15", 30)})
        database->write([&, day = day, number = number](db::Connection& connection) {
            for (int at = 0; at < number; ++at) {
                inquiries::Inquiry one;
                one.channel = "visit";
                one.outcome = "answered";
                one.topics = {"print"};
                one.body = "bank";
                one.at = base::from_civil(base::parse_date(day).value(), 12, 0, tenant.zone);
                inquiries.log_within(connection, tenant, one, "guide");
            }
        });
    release("2026-10-12T09:00:00Z");
    const auto told = Inside::of(owners).figures_of(sundsvall, "body:bank");
    for (const auto* month : {"2026-08", "2026-09"}) {
        const auto table = releases.read({releases::Whose::Of::municipality, sundsvall}, "body", periods::read(month).value());
        for (const auto& line : table.lines) {
            if (line.key != "bank") continue;
            const auto cell = told.rows.at({month, "total"}).at(whole);
            EXPECT_EQ(cell.state == suppression::State::published, line.value.shown == releases::Shown::count) << month;
            EXPECT_EQ(cell.count, line.value.count) << month;
        }
    }
}

TEST_F(OwnersWorld, IsClosedAfterItsLastDayAndWhereItsUseWasEnded) {
    const auto until = link({{"open_until", {"2026-10-31"}}}), ended = link();
    ASSERT_TRUE(owners.links().set_use(owners.links().around(sundsvall), ended.id, register_::Records::Use::ended, "coordinator",
                                       base::Seen::anything()));
    EXPECT_EQ(outside().get_once(path(ended)).status, 410);
    EXPECT_EQ(outside().post_once(path(ended), {{"state", "mended"}}).status, 410);
    clock.set(testing::at("2026-10-31T23:01:00Z"));
    EXPECT_EQ(outside().get_once(path(until)).status, 410);
    EXPECT_FALSE(owners.links().add(owners.links().around(sundsvall),
                                    {{"title", {"x"}}, {"about", {"body:tax"}}, {"open_until", {"2029-01-01"}}}, "coordinator"));
}

TEST_F(OwnersWorld, AnswersChangesAndTakesBack) {
    const auto made = link();
    auto client = outside();
    auto refused = client.submit(client.get(path(made)),
                                 {{"state", "will_be"}, {"on_day", ""}, {"words", "Call 070-123 45 67"}}, "", "/owners/");
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("Call 070-123 45 67")) << "typed text stands";
    EXPECT_TRUE(refused.says("Write the day: when it was mended"));
    auto sent = client.submit(refused, {{"on_day", "2026-12-01"}, {"words", "A new first page"}}, "", "/owners/");
    EXPECT_TRUE(sent.says("Your answer stands.")) << sent.html;
    EXPECT_TRUE(sent.says("to be mended by 1 December 2026"));
    const auto answers = owners.answers_of(sundsvall, school + e_service);
    ASSERT_EQ(answers.size(), 1u);
    auto form = client.get(path(made) + "?answer=" + answers[0].id);
    EXPECT_TRUE(form.says("Change your answer"));
    auto changed = client.submit(form, {{"state", "mended"}, {"on_day", "2026-08-30"}}, "", "/owners/");
    EXPECT_TRUE(changed.says("mended on 30 August 2026. A new first page")) << changed.html;
    EXPECT_EQ(owners.answers_of(sundsvall).size(), 1u);
    auto stale = client.submit(form, {{"state", "mended"}, {"on_day", "2026-08-29"}}, "", "/owners/");
    EXPECT_EQ(stale.status, 409) << "somebody else has changed it";
    EXPECT_TRUE(stale.says("nothing is saved") && stale.html.contains("2026-08-29")) << stale.html;
    const auto another = link();
    const auto page = outside().get(path(another));
    EXPECT_TRUE(page.says("A new first page") && !page.says("Take it back")) << "another link's";
    client.submit(client.get(path(made)), {{"id", answers[0].id}}, "", "/take-back");
    EXPECT_TRUE(owners.answers_of(sundsvall).empty());
    EXPECT_FALSE(client.get(path(made)).says("A new first page"));
}

TEST_F(OwnersWorld, OutsideNobodyLearnsWhoWorksHereAndNothingTypedIsLost) {
    const auto made = link();
    auto client = outside();
    const auto past = client.submit(client.get(path(made)), {{"state", "will_be"}, {"on_day", "1990-01-01"}}, "", "/owners/");
    EXPECT_EQ(past.status, 422);
    EXPECT_TRUE(past.says("Write a day from today on")) << past.html;
    std::string words;
    for (int at = 0; at < 2500; ++at) words += "å";
    const auto much = client.submit(client.get(path(made)), {{"state", "cannot"}, {"words", words}}, "", "/owners/");
    EXPECT_EQ(much.status, 422);
    EXPECT_TRUE(much.html.contains(words)) << "all of it stands there";
    EXPECT_TRUE(owners.answers_of(sundsvall).empty());
    auto& answers = owners.answers();
    const auto theirs = answers.add(answers.around(sundsvall),
                                    {{"about", {school + e_service}},
                                     {"state", {"cannot"}},
                                     {"on_day", {"2026-08-31"}},
                                     {"words", {"No money"}}},
                                    "coordinator");
    ASSERT_TRUE(theirs);
    client.submit(client.get(path(made)), {{"state", "cannot"}, {"words", "Ours"}}, "", "/owners/");
    std::string own;
    for (const auto& one : owners.answers_of(sundsvall))
        if (one.words == "Ours") own = one.id;
    const auto refused = client.submit(client.get(path(made) + "?answer=" + own),
                                       {{"state", "cannot"}, {"words", "Mine"}, {"changes", theirs->id}}, "", "/owners/");
    EXPECT_TRUE(refused.status == 409 && refused.says("nothing is saved") && !refused.says("coordinator")) << refused.html;
}

TEST_F(OwnersWorld, WhoSendsMuchWaits) {
    const auto made = link();
    testing::Page last;
    for (int at = 0; at < 12; ++at)
        last = outside().post_once(path(made), {{"state", "cannot"}, {"words", "No money " + std::to_string(at)}});
    EXPECT_TRUE(last.status == 429 || last.status == 403) << last.status;
}

TEST_F(OwnersWorld, ALetterGoesOnceAMonthAndStopsWithTheLink) {
    log("2026-09-15", 60, e_service);
    const auto made = link();
    auto coordinator = outside();
    coordinator.cookies()["session"] = "coordinator";
    const auto settings = "/en/sundsvall" + path_of_letter(made.id);
    EXPECT_EQ(coordinator.submit(coordinator.get(settings), {{"address", "nowhere"}}, "", "/letter").status, 422);
    const auto asked = coordinator.submit(coordinator.get(settings), {{"address", "school@example.org"}}, "", "/letter");
    EXPECT_TRUE(asked.says("school@example.org") && asked.says("No letter has gone yet.")) << asked.html;
    const auto trail = database->read([&](db::Connection& connection) {
        return audit::latest(connection, sundsvall, "owner_link:" + made.id);
    });
    ASSERT_TRUE(trail);
    EXPECT_EQ(trail->entry.action, "owner letter asked for");
    EXPECT_EQ(owners.send_letters(), 0) << "nothing is released";
    release("2026-10-12T09:00:00Z");
    EXPECT_EQ(owners.send_letters(), 1);
    EXPECT_EQ(owners.send_letters(), 0) << "once";
    EXPECT_EQ(letters(), 1u);
    EXPECT_TRUE(coordinator.get(settings).says("September 2026"));
    ASSERT_TRUE(owners.links().set_use(owners.links().around(sundsvall), made.id, register_::Records::Use::ended, "coordinator",
                                       base::Seen::anything()));
    log("2026-10-15", 60, e_service);
    release("2026-11-12T09:00:00Z");
    EXPECT_EQ(owners.send_letters(), 0) << "the link has ended";
    EXPECT_EQ(gone("owners.address", "2026-10-20T09:00:00Z"), 0);
    EXPECT_EQ(gone("owners.address", "2026-11-13T09:00:00Z"), 1);
    EXPECT_EQ(gone("owners.link", "2027-10-13T09:00:00Z"), 1);
}

TEST_F(OwnersWorld, ThoseWhoLookAtTheSameMomentAreToldTheSame) {
    for (const auto* day : {"2026-07-15", "2026-08-15", "2026-09-15"}) log(day, 20, e_service, "no_e_id");
    release("2026-10-12T09:00:00Z");
    std::vector<Rows> told(4);
    testing::race(4, [&](int runner) {
        told[static_cast<std::size_t>(runner)] = Inside::of(owners).figures_of(sundsvall, school + e_service).rows;
    });
    for (const auto& rows : told) EXPECT_EQ(rows, told.front());
    EXPECT_EQ(told.front().at({"2026-Q3", "barrier"}).at("no_e_id").count, 60);
}

}  // namespace
}  // namespace digilots::owners
