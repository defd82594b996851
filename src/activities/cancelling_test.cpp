// A cancelled session: who is to be rung is told of until each is told, it can be put back until it begins, and a wrong number
// is put right where its owner stands.
#include "activities/history.h"
#include "activities/ongoing.h"
#include "activities/world_for_tests.h"
#include "platform/html/page.h"
#include "platform/mail/outbox.h"
#include "platform/mail/sql.h"

namespace digilots::activities {
namespace {

class ACancelledSession : public ::testing::Test, protected World {
protected:
    SignedUp sign_up(ContactBy by, const char* contact, const char* name = "") {
        const auto signed_up = all.sign_up(session, {.name = name, .by = by, .contact = contact});
        EXPECT_TRUE(signed_up);
        return signed_up ? *signed_up : SignedUp{};
    }
    std::vector<Duty> duties() {
        for (const auto& kind : duty_kinds(all.activities))
            if (kind.key == "activities.tell") return kind.now(here);
        return {};
    }
    std::vector<OngoingMatter> under_way() {
        http::Request request;
        request.tenant = sundsvall;
        request.language = "en";
        const html::Page page(request);
        return people_to_tell_of({all.activities}).now(page);
    }
    std::vector<std::string> letters() {
        return database->read([](db::Connection& connection) {
            std::vector<std::string> all;
            for (const auto& one : mail::list(connection)) all.push_back(one.recipient);
            return all;
        });
    }
    testing::Page step(testing::PageClient& client, const char* path, const char* reason) {
        return client.submit(client.get(url + path), {{"reason", reason}}, "", path);
    }
    void refuse_letter() {
        database->write([](db::Connection& connection) {
            const auto id = mail::list(connection).front().id;
            connection.query(mail::sql::claim_letter, id, "one", "9999", "9999");
            connection.execute(mail::sql::end_letter, id, "one", "refused", 0, "550", "2026-11-25T09:30:00Z", 1);
        });
    }
    std::int64_t version() { return all.session(session)->version; }

    std::string activity = all.add_activity("Help with your phone");
    std::string session = all.add_session(activity, "2026-11-26", 2);
    std::string url = "/sundsvall/staff/sessions/" + session;
};

TEST_F(ACancelledSession, TheHistoryOfTheActivitySaysWhichSessionItWas) {
    const auto other = all.add_session(activity, "2026-12-03", 2);
    auto client = staff();
    ASSERT_TRUE(step(client, "/cancel", "Ill").says("The session is cancelled.")) << url;
    const auto page = client.get("/sundsvall/staff/activities/" + activity);
    const auto cancelled = page.html.find("Something of it was cancelled");
    ASSERT_NE(cancelled, std::string::npos) << page.html;
    const auto row = page.html.substr(cancelled, page.html.find("</tr>", cancelled) - cancelled);
    EXPECT_NE(row.find("26 November 2026"), std::string::npos) << row;
    EXPECT_EQ(row.find("3 December"), std::string::npos) << row;
    EXPECT_EQ(named_in_history({"a", "b"}), "session:a,session:b");
    const std::vector<std::string> many(8, other);
    http::Request request;
    request.tenant = sundsvall;
    request.language = "en";
    const html::Page words(request);
    EXPECT_NE(Inside::of(all.activities).sessions_in_words(here, named_in_history(many), words).find("and 3 more"),
              std::string::npos);
}

TEST_F(ACancelledSession, SaysBeforehandWhoHasACodeAlone) {
    auto client = staff();
    sign_up(ContactBy::email, "elsa@example.org");
    EXPECT_FALSE(client.get(url + "/cancel").says("a code alone"));
    all.sign_up(session, {.persons = 2});
    const auto asked = client.get(url + "/cancel");
    EXPECT_TRUE(asked.says("3 persons are signed up or wait.") && asked.says("2 of them have a code alone")) << asked.html;
    EXPECT_FALSE(asked.says("told the reason")) << "not all are";
    const auto back = (step(client, "/cancel", "We have no water"), step(client, "/put-back", "The water is back"));
    EXPECT_TRUE(back.says("2 of them have a code alone")) << back.html;
}

TEST_F(ACancelledSession, WhoIsToBeRungIsATaskAndALineUntilEachIsTold) {
    auto client = staff();
    sign_up(ContactBy::phone, "060-19 10 11", "Karin");
    sign_up(ContactBy::phone, "060-19 10 12", "Ali");
    sign_up(ContactBy::phone, "060-19 10 13", "Rut");  // waits
    sign_up(ContactBy::email, "elsa@example.org");
    sign_up(ContactBy::none, "");
    auto page = step(client, "/cancel", "We have no water in the house");
    EXPECT_TRUE(page.says("Ring these") && page.says("060-19 10 13")) << page.html;
    EXPECT_TRUE(page.says("1 of them has a code alone: nobody can tell them.")) << page.html;
    EXPECT_FALSE(page.says("Cancel for this person")) << "there is nothing left to cancel";
    ASSERT_EQ(duties().size(), 1U);
    EXPECT_NE(duties().front().name.find("Help with your phone"), std::string::npos);
    EXPECT_NE(duties().front().name.find("26"), std::string::npos) << "of which day: " << duties().front().name;
    EXPECT_EQ(duties().front().why.back().facts.front().second, "3");
    EXPECT_EQ(duties().front().path, "/staff/sessions/" + session);
    ASSERT_EQ(under_way().size(), 1U);
    EXPECT_NE(under_way().front().what.find("3 to be told"), std::string::npos) << under_way().front().what;
    EXPECT_EQ(under_way().front().what.find("Karin"), std::string::npos);
    for (const char* left : {"2", "1"}) {
        page = client.submit(page, {}, "", "/told");
        ASSERT_EQ(duties().size(), 1U);
        EXPECT_EQ(duties().front().why.back().facts.front().second, left);
    }
    EXPECT_FALSE(client.submit(page, {}, "", "/told").says("Ring these"));
    EXPECT_TRUE(duties().empty() && under_way().empty());
}

TEST_F(ACancelledSession, IsNoTaskAnyMoreWhenItIsOver) {
    auto client = staff();
    sign_up(ContactBy::phone, "060-19 10 11", "Karin");
    step(client, "/cancel", "No water");
    clock.advance(std::chrono::hours(24 * 2));
    EXPECT_TRUE(duties().empty() && under_way().empty());
}

TEST_F(ACancelledSession, IsPutBackUntilItBeginsAndEverybodyIsToldWhy) {
    auto client = staff();
    sign_up(ContactBy::phone, "060-19 10 11", "Karin");
    sign_up(ContactBy::email, "elsa@example.org");
    const auto follows = sign_up(ContactBy::none, "");  // waits
    EXPECT_TRUE(client.get(url + "/cancel").says("It can be put back until it begins."));
    step(client, "/cancel", "No water");
    const auto slug = all.activities.programme(here)->with_id(activity)->slug;
    EXPECT_TRUE(resident().get("/sundsvall/activities/" + slug + ".ics").html.contains("STATUS:CANCELLED"));
    const auto before = version();
    EXPECT_EQ(client.submit(client.get(url + "/put-back"), {{"reason", " "}}, "", "/put-back").status, 422);
    EXPECT_EQ(client.submit(client.get(url + "/put-back"), {{"reason", "Kalle 850709-9805"}}, "", "/put-back").status, 422);
    const auto page = step(client, "/put-back", "The water is back");
    EXPECT_TRUE(page.says("Held after all") && page.says("The water is back")) << page.html;
    EXPECT_TRUE(page.says("Does not know that it is held after all.")) << page.html;
    EXPECT_GT(version(), before) << "calendar programs take it for a change";
    const auto feed = resident().get("/sundsvall/activities/" + slug + ".ics").html;
    EXPECT_FALSE(feed.contains("STATUS:CANCELLED")) << feed;
    EXPECT_TRUE(feed.contains("SEQUENCE:" + std::to_string(version()))) << feed;
    EXPECT_EQ(letters().size(), 1U) << "that it is held; that it was cancelled is overtaken";
    ASSERT_EQ(duties().size(), 1U);
    EXPECT_TRUE(duties().front().id.ends_with("/put_back"));
    const auto code = resident().get("/sundsvall/sign-ups/" + follows.code);
    EXPECT_TRUE(code.says("The water is back")) << code.html;
    EXPECT_EQ(all.session(session)->status, Status::planned);
    // It is decided: the night does not cancel it again.
    EXPECT_EQ(all.session(session)->decide_on, "");
    step(client, "/cancel", "No water again");
    clock.advance(std::chrono::hours(24 * 2));
    EXPECT_FALSE(client.get(url).says("Put the session back"));
    EXPECT_EQ(all.activities.put_back(all.around(), session, "Late", "anna", base::Seen::anything()), Arranged::over);
}

TEST_F(ACancelledSession, WhoLeftMeanwhileLeftTheSeatToWhoeverWaits) {
    auto client = staff();
    const auto leaves = sign_up(ContactBy::none, "");
    sign_up(ContactBy::none, "");
    sign_up(ContactBy::phone, "060-19 10 11", "Karin");  // waits
    step(client, "/cancel", "No water");
    EXPECT_TRUE(all.activities.leave(sundsvall, leaves.code));
    EXPECT_EQ(all.session(session)->waiting, 1);
    step(client, "/put-back", "The water is back");
    EXPECT_EQ(all.session(session)->taken, 2);
    EXPECT_EQ(all.session(session)->waiting, 0);
}

TEST_F(ACancelledSession, ItsReasonIsChangedAndNobodyIsToldAgain) {
    auto client = staff();
    const auto follows = sign_up(ContactBy::phone, "060-19 10 11", "Karin");
    auto page = step(client, "/cancel", "No water");
    client.submit(page, {}, "", "/told");
    const auto form = client.get(url + "/reason");
    EXPECT_TRUE(form.says("No water")) << form.html;
    page = client.submit(form, {{"reason", "The house is shut"}}, "", "/reason");
    EXPECT_TRUE(page.says("The house is shut")) << page.html;
    EXPECT_TRUE(duties().empty());
    const auto code = resident().get("/sundsvall/sign-ups/" + follows.code);
    EXPECT_TRUE(code.says("The house is shut")) << code.html;
    for (const char* gone : {"I cannot come: cancel", "If something changes", "Write it down or print"})
        EXPECT_FALSE(code.says(gone)) << gone;
    EXPECT_EQ(client.submit(form, {{"reason", "Of another tab"}}, "", "/reason").status, 409);
    EXPECT_TRUE(client.get(url + "/cancel").says("The session is cancelled already.")) << "pressed twice";
}

TEST_F(ACancelledSession, ProgramsCancelPutBackAndGiveAnotherReason) {
    auto program = resident();
    const auto put = [&](const std::string& body, const std::string& municipality = "sundsvall") {
        return program.send(http::Method::put, "/api/v1/" + municipality + "/sessions/" + session + "/status", body,
                            {{"Authorization", "Bearer any"}, {"Content-Type", "application/json"}});
    };
    EXPECT_EQ(put(R"({"status":"cancelled"})").status, 422);
    EXPECT_EQ(put(R"({"status":"held","reason":"x"})").status, 422);
    auto answer = put(R"({"status":"cancelled","reason":"No water"})");
    EXPECT_EQ(answer.status, 200);
    EXPECT_TRUE(answer.html.contains(R"("status":"cancelled")") && answer.html.contains("No water")) << answer.html;
    EXPECT_TRUE(put(R"({"status":"cancelled","reason":"The house is shut"})").html.contains("The house is shut"));
    EXPECT_EQ(put(R"({"status":"planned","reason":"Open again","version":1})").status, 409);
    answer = put(R"({"status":"planned","reason":"Open again"})");
    EXPECT_TRUE(answer.html.contains(R"("status":"planned")") && answer.html.contains("Open again")) << answer.html;
}

TEST_F(ACancelledSession, AWrongNumberIsPutRightAndThePlaceInTheQueueStays) {
    auto client = staff();
    sign_up(ContactBy::none, "");
    sign_up(ContactBy::none, "");
    const auto karin = sign_up(ContactBy::phone, "060-19 10 11", "Karin");
    sign_up(ContactBy::phone, "060-19 10 12", "Ali");
    EXPECT_EQ(client.submit(client.get("/sundsvall/staff/sessions"), {{"code", "k7m2-9xqd-4tfh"}}, "", "/find").status, 404);
    auto page = client.submit(client.get("/sundsvall/staff/sessions"), {{"code", karin.code}}, "", "/find");
    EXPECT_TRUE(page.says("Karin")) << page.html;
    const auto id = all.activities.signed_up(here, session)[2].id;
    const auto form = client.get("/sundsvall/staff/sign-ups/" + id + "/contact");
    EXPECT_TRUE(form.says("Karin") && form.says("060-19 10 11")) << form.html;
    const auto again = client.submit(form, {{"contact", "not a number"}}, "", "/contact");
    EXPECT_EQ(again.status, 422);
    EXPECT_TRUE(again.says("not a number")) << again.html;
    page = client.submit(form, {{"contact", "060-19 10 99"}}, "", "/contact");
    EXPECT_TRUE(page.says("060-19 10 99") && !page.says("060-19 10 11")) << page.html;
    EXPECT_EQ(all.activities.follow(sundsvall, karin.code)->position, 1);
    EXPECT_EQ(client.submit(form, {{"contact", "060-19 10 98"}}, "", "/contact").status, 409) << "another tab";
    page = client.submit(client.get("/sundsvall/staff/sign-ups/" + id + "/contact"), {{"by", "none"}}, "", "/contact");
    EXPECT_FALSE(page.says("060-19 10 99")) << page.html;
    EXPECT_EQ(staff("neighbour").get("/sundsvall/staff/sign-ups/" + id + "/contact").status, 404);
}

TEST_F(ACancelledSession, WhomALetterDidNotReachStandsAmongThoseToBeTold) {
    auto client = staff();
    sign_up(ContactBy::email, "elsa@example.org", "Elsa");
    step(client, "/cancel", "No water");
    EXPECT_FALSE(client.get(url).says("Ring these"));
    refuse_letter();
    const auto page = client.get(url);
    EXPECT_TRUE(page.says("Ring these") && page.says("A letter did not reach them.")) << page.html;
    EXPECT_FALSE(client.submit(page, {}, "", "/told").says("Ring these"));
    EXPECT_TRUE(database->read(
        [this](db::Connection& connection) { return mail::untold(connection, here, clock.now()).empty(); }));
}

TEST_F(ACancelledSession, ALetterThatDidNotArriveGoesToTheRightAddressOrStaysToBeTold) {
    auto client = staff();
    sign_up(ContactBy::email, "elsa@wrong.example", "Elsa");
    step(client, "/cancel", "No water");
    refuse_letter();
    const auto id = all.activities.signed_up(here, session).front().id, form = "/sundsvall/staff/sign-ups/" + id + "/contact";
    client.submit(client.get(form), {{"contact", "elsa@right.example"}}, "", "/contact");
    EXPECT_EQ(letters(), std::vector<std::string>{"elsa@right.example"}) << "one letter, to the right address";
    EXPECT_FALSE(client.get(url).says("Ring these")) << "it is on its way";
    refuse_letter();
    EXPECT_TRUE(client.get(url).says("Ring these"));
    client.submit(client.get(form), {{"by", "phone"}, {"contact", "060-19 10 99"}}, "", "/contact");
    const auto page = client.get(url);
    EXPECT_TRUE(page.says("Ring these") && page.says("060-19 10 99")) << "nobody has told her yet: " << page.html;
    ASSERT_EQ(duties().size(), 1U);
    EXPECT_TRUE(database->read(
        [this](db::Connection& connection) { return mail::untold(connection, here, clock.now()).empty(); }));
    EXPECT_FALSE(client.submit(page, {}, "", "/told").says("Ring these"));
}

TEST_F(ACancelledSession, ALaterWordOvertakesTheLetterThatSaidTheOpposite) {
    auto client = staff();
    const auto code = sign_up(ContactBy::email, "elsa@example.org", "Elsa").code;
    step(client, "/cancel", "No water");
    refuse_letter();
    step(client, "/put-back", "There is water");
    ASSERT_EQ(letters().size(), 1U) << "nobody is told any more that it is cancelled";
    EXPECT_FALSE(client.get(url).says("Ring these")) << "the news is on its way";
    step(client, "/cancel", "No heating");
    EXPECT_EQ(letters().size(), 1U) << "what waited holds no more";
    step(client, "/put-back", "There is heating");
    ASSERT_TRUE(all.activities.leave(sundsvall, code));
    EXPECT_TRUE(letters().empty()) << "she does not come: she need not be told";
}

TEST_F(ACancelledSession, TwoWithOneAddressAreToldEachOfTheirOwn) {
    auto client = staff();
    sign_up(ContactBy::email, "elsa@example.org", "Elsa");
    sign_up(ContactBy::email, "elsa@example.org", "Sven");
    step(client, "/cancel", "No water");
    EXPECT_EQ(letters().size(), 2U);
    refuse_letter();
    const auto page = client.get(url);
    EXPECT_TRUE(page.says("Ring these")) << page.html;
    EXPECT_FALSE(client.submit(page, {}, "", "/told").says("Ring these"));
    EXPECT_EQ(letters().size(), 1U) << "the other's letter goes";
}

}  // namespace
}  // namespace digilots::activities
