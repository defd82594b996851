// What whoever asked takes home of an entry.
#include <gtest/gtest.h>

#include "inquiries/desk_for_tests.h"
#include "platform/testing/html_form.h"
#include "platform/testing/pdf_reader.h"

namespace digilots::inquiries {
namespace {

struct SlipWorld : DeskWorld {
    std::string log_it(const Inquiry& entry, const std::string& who = "guide") {
        return log.inquiries.log(sundsvall, entry, who, "", "")->id;
    }
    testing::Page slip(const std::string& id, const std::string& query = "") {
        return client.get("/sundsvall/staff/inquiries/" + id + "/slip" + query);
    }
    testing::ReadPdf file(const std::string& language, const std::string& id, const std::string& query = "") {
        const auto url = "/" + language + "/sundsvall/staff/inquiries/" + id + "/slip.pdf" + query;
        const auto answer = client.send(http::Method::get, url);
        EXPECT_EQ(answer.status, 200) << url << answer.html.substr(0, 300);
        return testing::read_pdf(answer.html);
    }
};

bool has(const testing::ReadPdf& read, const std::string& words) { return read.text.find(words) != read.text.npos; }

Inquiry a_shown_print() {
    auto visit = a_visit();
    visit.support_given = "guidance";
    visit.note = "Torget vid skrivaren, blå mapp";
    return visit;
}

TEST(Slip, SaysWhatWasDoneAndWhereToAskAgainWithoutTheNote) {
    SlipWorld world;
    const auto id = world.log_it(a_shown_print());
    const auto page = world.slip(id);
    EXPECT_EQ(page.heading(), "What we did");
    for (const char* said : {"22 November 2026", "Biblioteken och DigidelCenter (Kulturmagasinet)", "It was about: Print",
                             "We showed you how to do it.",
                             "You got an answer to your question.", "Ask us again if it does not work.", "Where to ask",
                             "The hours are not stated."})
        EXPECT_TRUE(page.says(said)) << said << page.html;
    EXPECT_FALSE(page.says("blå mapp")) << "the note stays here";
    EXPECT_FALSE(page.says("Go to ")) << "nobody is sent to where they are";
    EXPECT_TRUE(page.says("/sv/sundsvall/staff/inquiries/" + id + "/slip.pdf?paper=a6"));
}

TEST(Slip, IsATaggedFileInTheLanguageThatIsChosen) {
    SlipWorld world;
    const auto id = world.log_it(a_shown_print());
    const auto read = world.file("sv", id, "?paper=a6");
    EXPECT_EQ(read.language, "sv");
    EXPECT_NEAR(read.width, 297.6, 0.1);
    EXPECT_TRUE(read.tree.starts_with("Document(H1 P P L(")) << read.tree;
    EXPECT_TRUE(has(read, "Det här gjorde vi")) << read.text;
    EXPECT_TRUE(has(read, "Vi visade hur du gör.")) << read.text;
    EXPECT_FALSE(has(read, "mapp")) << read.text;
    EXPECT_EQ(read.neither_read_nor_only_drawn, 0);
    EXPECT_TRUE(has(world.file("en", id), "We showed you how to do it."));
    EXPECT_EQ(world.client.send(http::Method::get, "/sundsvall/staff/inquiries/" + id + "/slip.pdf?paper=a4").status, 303)
        << "one spelling of each file";
}

TEST(Slip, LeadsToWhomSomebodyWasReferred) {
    SlipWorld world;
    auto visit = a_visit();
    visit.outcome = "referred";
    visit.referred_to = "place:sundsvall-kommunhuset";
    const auto page = world.slip(world.log_it(visit));
    const auto name = world.log.directory.snapshot("2281")->place("sundsvall-kommunhuset")->name;
    EXPECT_TRUE(page.says("Somebody else helps you on."));
    EXPECT_TRUE(page.says("Go to " + name)) << page.html;
    visit.referred_to = "topic:bank";
    EXPECT_TRUE(world.slip(world.log_it(visit)).says("Kulturmagasinet")) << "a topic is nobody: here one asks on";
}

TEST(Slip, LeadsOnWhereTheFirstOneSentBack) {
    SlipWorld world;
    auto visit = a_visit();
    visit.outcome = "referred";
    visit.referred_to = "place:sundsvall-kommunhuset";
    const auto id = world.log_it(visit);
    const auto directory = world.log.directory.snapshot("2281");
    const auto first = directory->place("sundsvall-kommunhuset")->name, next = directory->place("sundsvall-mobidig")->name;
    referral::Referred sent;
    sent.at = world.log.clock.now();
    sent.target_kind = "place";
    sent.target_id = "sundsvall-kommunhuset";
    sent.inquiry_id = id;
    sent.id = world.referral.record(sundsvall, sent);
    using enum referral::ReferralOutcome;
    ASSERT_TRUE(world.referral.set_outcome(sundsvall, sent.id, unknown, bounced));
    const auto sent_back = world.slip(id);
    EXPECT_FALSE(sent_back.says("Go to " + first)) << "nobody goes there again";
    EXPECT_FALSE(sent_back.says("Somebody else helps you on.")) << "nobody does: " << sent_back.html;
    auto on = sent;
    on.target_id = "sundsvall-mobidig";
    on.follows = sent.id;
    ASSERT_TRUE(world.referral.refer_on(sundsvall, on));
    const auto page = world.slip(id);
    EXPECT_TRUE(page.says("Go to " + next) && !page.says("Go to " + first)) << page.html;
    EXPECT_TRUE(page.says("Somebody else helps you on."));
}

TEST(Slip, OfAContactForStaffAloneLeadsToTheMunicipality) {
    SlipWorld world;
    auto& contacts = world.log.directory.records(directory::RecordKind::contact);
    const register_::Draft hidden{{"title", {"Jour för personalen"}}, {"phone", {"060-19 99 99"}}, {"staff_only", {"1"}}};
    const auto contact = contacts.add(contacts.around("2281"), hidden, "anna");
    ASSERT_TRUE(contact);
    auto visit = a_visit();
    visit.outcome = "referred";
    visit.referred_to = "contact:" + contact->id;
    const auto page = world.slip(world.log_it(visit));
    EXPECT_EQ(page.status, 200);
    EXPECT_FALSE(page.says("Jour för personalen")) << page.html;
    EXPECT_FALSE(page.says("060-19 99 99"));
    EXPECT_TRUE(page.says("Where to ask"));
}

TEST(Slip, NamesATopicThatMayBeSensitiveOnlyWhereItIsAskedFor) {
    SlipWorld world;
    const auto id = world.log_it(a_visit({"bank"}));
    const auto without = world.slip(id);
    EXPECT_FALSE(without.says("It was about:")) << without.html;
    EXPECT_FALSE(has(world.file("en", id), "Banking"));
    const auto with = world.client.get(without.link("Say what it was about"));
    EXPECT_TRUE(with.says("It was about: Banking")) << with.html;
    EXPECT_TRUE(with.says("slip.pdf?topics=1"));
    EXPECT_TRUE(has(world.file("en", id, "?topics=1"), "Banking"));
    EXPECT_FALSE(world.client.get(with.link("Leave out what it was about")).says("Banking"));
}

TEST(Slip, SaysWhatIsPromised) {
    SlipWorld world;
    world.log.inquiries.know(Companion{.promised = [](const html::Page& page, const Inquiry& entry) {
        return std::vector<std::string>{"Promised in " + page.translator().language().code + " of " + entry.outcome};
    }});
    auto visit = a_visit();
    visit.outcome = "call_back";
    const auto id = world.log_it(visit);
    EXPECT_TRUE(world.slip(id).says("Promised in en of call_back"));
    EXPECT_TRUE(has(world.file("sv", id), "Promised in sv of call_back"));
}

TEST(Slip, ACodeStandsInItsFormsAndInNoAddress) {
    SlipWorld world;
    world.log.inquiries.know(Companion{.promised = [](const html::Page& page, const Inquiry&) {
        const auto code = page.request().form.get("code");
        return code.empty() ? std::vector<std::string>{} : std::vector<std::string>{"Your code is " + std::string(code)};
    }});
    const auto id = world.log_it(a_visit({"bank"}));
    const std::string code = "k7m2-9xqd-4tfh-p3wz";
    EXPECT_FALSE(world.slip(id, "?code=" + code).says("Your code is")) << "not from an address";
    const auto entry = world.client.get("/sundsvall/staff/inquiries/" + id);
    const auto token = testing::find_form(entry.html, {{"csrf_token", ""}}, "");
    ASSERT_TRUE(token);
    testing::FormFields typed{{"code", code}};
    for (const auto& [name, value] : token->values)
        if (name == "csrf_token") typed.emplace_back(name, value);
    const auto url = "/sundsvall/staff/inquiries/" + id + "/slip";
    const auto page = world.client.post_once(url, typed);
    EXPECT_TRUE(page.says("Your code is " + code)) << page.html;
    EXPECT_EQ(page.header("Cache-Control"), "no-store");
    EXPECT_FALSE(page.html.contains("code=")) << "no link holds it";
    EXPECT_TRUE(page.html.contains("formaction=\"/sv" + url + ".pdf?paper=a6\"")) << page.html;
    EXPECT_TRUE(has(testing::read_pdf(world.client.post_once("/en" + url + ".pdf?paper=a6", typed).html), code));
    EXPECT_TRUE(world.client.post_once(url + "?topics=1", typed).says("It was about: Banking"));
}

TEST(Slip, IsForWhoeverMayOpenTheEntry) {
    SlipWorld world;
    const auto id = world.log_it(a_visit(), "somebody-else");
    EXPECT_EQ(world.slip(id).status, 404);
    EXPECT_EQ(world.client.send(http::Method::get, "/sundsvall/staff/inquiries/" + id + "/slip.pdf").status, 404);
    world.client.cookies()["session"] = "coordinator";
    EXPECT_EQ(world.slip(id).status, 200);
    world.client.cookies()["session"] = "neighbour";
    EXPECT_EQ(world.slip(id).status, 404);
}

TEST(Slip, IsOneTapFromTheDeskAndFromTheEntry) {
    SlipWorld world;
    const testing::FormFields typed{{"topic", "print"}, {"outcome", "answered"}};
    const auto logged = world.client.submit(world.client.get("/sundsvall/staff/"), typed, "", "/staff/inquiries");
    EXPECT_EQ(world.client.get(logged.link("Slip to take home")).heading(), "What we did");
    const auto entry = world.client.get(logged.link("Correct it"));
    EXPECT_EQ(world.client.get(entry.link("Slip to take home")).heading(), "What we did");
}

}  // namespace
}  // namespace digilots::inquiries
