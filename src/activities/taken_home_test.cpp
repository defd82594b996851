// What goes out of the house: the slip of a sign-up, and feeds of any length.
#include "activities/pages.h"
#include "activities/world_for_tests.h"
#include "platform/testing/pdf_reader.h"

namespace digilots::activities {
namespace {

class TakenHome : public ::testing::Test, protected World {
protected:
    testing::ReadPdf slip(const std::string& code) {
        const auto file = resident().get("/sundsvall/sign-ups/" + code + "/slip.pdf");
        EXPECT_EQ(file.status, 200);
        EXPECT_EQ(file.header("Cache-Control"), "no-store");
        return testing::read_pdf(file.html);
    }
};

TEST_F(TakenHome, TheSlipOfASignUpHasWhatIsNeededAndTheCode) {
    const auto session = all.add_session(all.add_activity("Help with your phone"), "2026-12-03", 1);
    const auto first = all.sign_up(session), second = all.sign_up(session);
    ASSERT_TRUE(first && second);
    const auto page = resident().get("/sundsvall/sign-ups/" + first->code);
    EXPECT_TRUE(page.says("/slip.pdf")) << page.html;
    const auto read = slip(first->code);
    for (const auto& part : {std::string("Help with your phone"), std::string("3 December 2026"), std::string("You have a seat."),
                             first->code, std::string("/sundsvall/sign-ups")})
        EXPECT_NE(read.text.find(part), std::string::npos) << part << read.text;
    EXPECT_NE(slip(second->code).text.find("You wait for a seat"), std::string::npos);
    EXPECT_EQ(resident().get("/sundsvall/sign-ups/k7m2-9xqd-4tfh/slip.pdf").status, 404);
    EXPECT_EQ(resident().get("/harnosand/sign-ups/" + first->code + "/slip.pdf").status, 404);
    const auto staffs = staff().get("/sundsvall/staff/sessions/" + session);
    EXPECT_TRUE(staff().submit(staffs, {{"persons", "1"}}, "", "/sign-ups").says("A slip to take home")) << staffs.html;
}

TEST_F(TakenHome, HoursAreReadFromTheLeftInArabicToo) {
    const auto id = all.add_session(all.add_activity("Help with your phone"), "2026-12-03", 1);
    const auto when = when_text(*all.session(id), sundsvall.zone, i18n::translator("ar"));
    EXPECT_TRUE(when.find("\u2066") < when.find("14:00") && when.ends_with("\u2069")) << when;
}

TEST_F(TakenHome, ThePaperOfADiscreetOneSaysNeitherWhatNorWhere) {
    const auto session = all.add_session(all.add_activity("Song at home", {{"discreet", {"1"}}}), "2026-12-03", 4);
    const auto code = all.sign_up(session)->code;
    const auto read = slip(code);
    EXPECT_EQ(read.text.find("Song at home"), std::string::npos);
    EXPECT_NE(read.text.find(code), std::string::npos);
}

TEST_F(TakenHome, ALongFeedGoesOutInPiecesAndIsOneCalendarAllTheSame) {
    const auto activity = all.add_activity("Café");
    const auto first = base::parse_date("2026-12-01").value();
    constexpr int series = 6, in_a_series = 400;
    for (int one = 0; one < series; ++one) {
        std::vector<NewSession> sessions;
        for (int day = 0; day < in_a_series; ++day)
            sessions.push_back(all.session_on(base::format_date(base::add_days(first, day)).c_str(), 8 + one));
        ASSERT_TRUE(all.activities.add_sessions(all.around(), activity, sessions, "anna"));
    }
    const auto slug = all.activities.programme(here)->with_id(activity)->slug;
    for (const std::string& path : {std::string("activities.ics"), "activities/" + slug + ".ics"}) {
        const auto feed = resident().send(http::Method::get, "/sundsvall/" + path);
        int events = 0;
        const std::string begin = "BEGIN:VEVENT\r\n";
        for (auto at = feed.html.find(begin); at != std::string::npos; at = feed.html.find(begin, at + 1)) ++events;
        EXPECT_EQ(events, series * in_a_series) << path;
        EXPECT_TRUE(feed.html.starts_with("BEGIN:VCALENDAR\r\n") && feed.html.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
        EXPECT_EQ(feed.html.find("BEGIN:VTIMEZONE"), feed.html.rfind("BEGIN:VTIMEZONE"));
        EXPECT_EQ(feed.header("ETag"), "") << "nobody waits for all of it";
    }
    const auto part = resident().send(http::Method::get, "/sundsvall/activities.ics?to=2026-12-31");
    EXPECT_NE(part.header("ETag"), "") << "a short one is made at once, and kept";
}

}  // namespace
}  // namespace digilots::activities
