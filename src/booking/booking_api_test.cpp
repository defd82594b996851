// The answers for programs.
#include <algorithm>

#include "booking/pages_for_tests.h"
#include "platform/base/json.h"

namespace digilots::booking {
namespace {

class BookingApi : public BookingPages {};

TEST_F(BookingApi, OnTheNightOfTheChangeTheOffsetSaysWhichOfTwoHoursIsMeant) {
    clock.set(testing::at("2026-10-24T09:00:00Z"));
    const auto function = all.bookings.offers(here, true).front().function;
    all.add(1, {{"title", {"Night"}}, {"function", {function}}, {"place", {"hall"}}, {"hours", {"1-5"}}, {"weekdays", {"su"}}});
    const auto times = api(http::Method::get, "times?offer=" + offer + "&place=hall&from=2026-10-25&to=2026-10-25");
    for (const auto* time : {"02:00:00+02:00", "02:30:00+02:00", "02:00:00+01:00", "02:30:00+01:00", "03:00:00+01:00"})
        EXPECT_TRUE(times.says(std::string("\"starts\":\"2026-10-25T") + time)) << time << times.html;
    const auto at = [&](const std::string& starts) {
        return api(http::Method::post, "bookings",
                   R"({"offer":")" + offer + R"(","place":"hall","starts":")" + starts + "\"}");
    };
    const auto first = at("2026-10-25T02:30:00");
    EXPECT_TRUE(first.status == 201 && first.says("\"starts\":\"2026-10-25T02:30:00+02:00\"")) << first.html;
    EXPECT_EQ(at("2026-10-25T02:30:00+02:00").status, 409) << "without an offset it was the first";
    const auto second = at("2026-10-25T02:30:00+01:00");
    EXPECT_TRUE(second.status == 201 && second.says("\"starts\":\"2026-10-25T02:30:00+01:00\"")) << second.html;
    EXPECT_EQ(at("2026-10-25T02:30:00+03:00").status, 422);
    EXPECT_EQ(at("2026-10-25T02:00:00Z").status, 422) << "the zone has another offset then";
    const auto day = api(http::Method::get, "bookings?from=2026-10-25&to=2026-10-25");
    EXPECT_LT(day.html.find("02:30:00+02:00"), day.html.find("02:30:00+01:00")) << day.html;
}

TEST_F(BookingApi, ProgramsAskForTimesBookAndCancel) {
    const auto times = api(http::Method::get, "times?offer=" + offer + "&from=2026-11-26&to=2026-11-26");
    EXPECT_TRUE(times.says(
        R"("starts":"2026-11-26T09:00:00+01:00","ends":"2026-11-26T09:30:00+01:00","place":"library")"))
        << times.html;
    const std::pair<const char*, const char*> wrong[] = {{"times?from=yesterday", "\"from\":"},
                                                         {"times?offer=none", "\"offer\":"},
                                                         {"times?place=nowhere", "\"place\":"},
                                                         {"times?from=2026-12-02&to=2026-12-01", "\"to\":"},
                                                         {"times?from=2026-12-01&to=2027-12-01", "\"to\":"}};
    for (const auto& [address, field] : wrong) {
        const auto refused = api(http::Method::get, address);
        EXPECT_TRUE(refused.status == 422 && refused.says("\"errors\"") && refused.says(field)) << address << refused.html;
    }
    const auto key = "0b8c1f0e-5a0e-4c51-9d5e-2f6b7a1d9c11";
    const auto booked = api(http::Method::post, "bookings", body("2026-11-26T09:30:00+01:00"), key);
    EXPECT_EQ(booked.status, 201) << booked.html;
    const auto again = api(http::Method::post, "bookings", body("2026-11-26T09:30:00+01:00"), key);
    const auto long_ago = api(http::Method::post, "bookings", body("2020-11-26T10:00:00"));
    EXPECT_TRUE(long_ago.status == 422 && long_ago.says(R"("starts":)")) << long_ago.html;
    const auto nowhere = api(http::Method::post, "bookings",
                             R"({"offer":")" + offer + R"(","place":"zzz","starts":"2026-11-26T10:00:00"})");
    const auto odd = api(http::Method::post, "bookings", body("2026-11-26T09:07"));
    EXPECT_TRUE(odd.status == 422 && odd.says(R"("starts":)")) << "nobody was faster: no time begins then" << odd.html;
    EXPECT_TRUE(nowhere.status == 422 && nowhere.says(R"("place":)")) << nowhere.html;
    EXPECT_EQ(again.html, booked.html);
    EXPECT_EQ(again.header("Idempotency-Replayed"), "true");
    const auto reused = api(http::Method::post, "bookings", body("2026-11-26T10:00:00+01:00"), key);
    EXPECT_TRUE(reused.status == 409 && reused.says(R"("code":"key_reused")")) << reused.html;
    const auto taken = api(http::Method::post, "bookings", body("2026-11-26T09:30"));
    EXPECT_TRUE(taken.status == 409 &&
                taken.says(R"("code":"taken","times":[{"starts":"2026-11-26T10:00:00+01:00")"))
        << taken.html;
    EXPECT_EQ(taken.header("Content-Type"), "application/problem+json");
    for (const auto* wrong : {"2026-11-26T10:00:00+02:00", "2027-03-28T02:30:00", "today"})
        EXPECT_EQ(api(http::Method::post, "bookings", body(wrong)).status, 422) << wrong;
    EXPECT_EQ(api(http::Method::post, "bookings", body("2026-11-26T10:00:00+01:00"), "guessed").status, 400);
    EXPECT_EQ(api(http::Method::post, "bookings", "[]").status, 400);
    EXPECT_EQ(api(http::Method::post, "bookings", R"({"offer":1})").status, 422);
    const auto all_wrong =
        api(http::Method::post, "bookings", R"({"offer":"nothing","starts":"soon","name":"811218-9876","contact":{"by":"pigeon"}})");
    for (const auto* field : {R"("offer":)", R"("place":)", R"("starts":)", R"("name":)", R"("contact.by":)"})
        EXPECT_TRUE(all_wrong.says(field)) << field << all_wrong.html;
    EXPECT_EQ(
        api(http::Method::post, "bookings",
            R"({"offer":"x","place":"library","starts":"2026-11-26T10:00:00","extra":1,"contact":{"by":"email"}})")
            .status,
        422);
    const auto json = base::parse_json(booked.html).value();
    const auto one = "bookings/" + std::string(json["code"].text());
    EXPECT_TRUE(api(http::Method::get, one).says(R"("state":"booked")"));
    EXPECT_TRUE(api(http::Method::get, "bookings?from=2026-11-26&to=2026-11-26").says(R"("minutes":30)"));
    EXPECT_EQ(api(http::Method::delete_, one).status, 204);
    EXPECT_EQ(api(http::Method::delete_, one).status, 404);
    EXPECT_EQ(api(http::Method::get, one).status, 404);
}

TEST_F(BookingApi, ProgramsOfTheStaffBookForSomebodyAndSayHowItWent) {
    const auto quiet = all.add(0, {{"title", {"For clients"}},
                                   {"kind", {"guidance"}},
                                   {"lengths", {"30"}},
                                   {"topics", {"bank"}},
                                   {"function", {all.bookings.offer(here, offer)->function}}});
    const auto for_client = [&](const char* starts, const char* more) {
        return R"({"offer":")" + quiet + R"(","place":"library","starts":")" + starts + "\"" + more + "}";
    };
    EXPECT_EQ(api(http::Method::post, "bookings/on-behalf",
                  for_client("2026-11-25T10:30", R"(,"client_code":"K-12")"))
                  .status,
              422)
        << "nobody has asked the client";
    EXPECT_EQ(api(http::Method::post, "bookings/on-behalf",
                  for_client("2026-11-25T10:30", R"(,"consented":"yes")"))
                  .status,
              422);
    // Near, and not shown to residents: they could not have it.
    const auto key = "0b8c1f0e-5a0e-4c51-9d5e-2f6b7a1d9c11";
    const auto body_of_client =
        for_client("2026-11-25T10:30:00+01:00", R"(,"client_code":"K-12","consented":true)");
    EXPECT_EQ(api(http::Method::post, "bookings", for_client("2026-11-25T10:30", "")).status, 422);
    const auto booked = api(http::Method::post, "bookings/on-behalf", body_of_client, key);
    ASSERT_EQ(booked.status, 201) << booked.html;
    EXPECT_FALSE(booked.says("K-12"));
    EXPECT_EQ(api(http::Method::post, "bookings/on-behalf", body_of_client, key).html, booked.html);
    const auto taken = api(http::Method::post, "bookings/on-behalf", for_client("2026-11-25T10:30", ""));
    EXPECT_TRUE(taken.status == 409 && taken.says(R"("code":"taken")")) << taken.html;

    const auto json = base::parse_json(booked.html).value();
    const auto state = "bookings/" + std::string(json["code"].text()) + "/state";
    for (const auto* wrong : {R"({"state":"cancelled"})", R"({"state":1})", R"({})", R"({"state":"seen","x":1})"})
        EXPECT_EQ(api(http::Method::put, state, wrong).status, 422) << wrong;
    const auto early = api(http::Method::put, state, R"({"state":"seen"})");
    EXPECT_TRUE(early.status == 409 && early.says("too_early")) << early.html;
    clock.set(testing::at("2026-11-25T09:30:00Z"));
    for (int again = 0; again < 2; ++again) {
        const auto seen = api(http::Method::put, state, R"({"state":"seen"})");
        EXPECT_TRUE(seen.status == 200 && seen.says(R"("state":"seen")")) << seen.html;
    }
    const auto id = all.bookings.follow(sundsvall, json["code"].text())->id;
    EXPECT_FALSE(all.stands(id).entry.empty()) << "it is in the log";
    const auto no = api(http::Method::put, "bookings/" + id + "/state", R"({"state":"excused"})");
    EXPECT_TRUE(no.status == 409 && no.says("not_possible")) << no.html;
    EXPECT_EQ(api(http::Method::put, "bookings/k7m2-9xqd-4tfh/state", R"({"state":"seen"})").status, 404);

}

TEST_F(BookingApi, ProgramsOfTheStaffReadPageByPage) {
    for (const auto* starts : {"2026-11-26T09:00", "2026-11-26T09:30", "2026-11-26T10:00"})
        EXPECT_EQ(api(http::Method::post, "bookings", body(starts)).status, 201);
    std::string cursor;
    std::vector<std::string> read;
    do {
        const auto page = api(http::Method::get, "bookings?limit=2&cursor=" + cursor);
        const auto answer = base::parse_json(page.html).value();
        for (const auto& one : answer["bookings"].items()) read.emplace_back(one["starts"].text());
        cursor = answer["next"].is_null() ? "" : std::string(answer["next"].text());
    } while (!cursor.empty() && read.size() < 9);
    EXPECT_EQ(read, (std::vector<std::string>{"2026-11-26T09:00:00+01:00",
                                              "2026-11-26T09:30:00+01:00", "2026-11-26T10:00:00+01:00"}));
    EXPECT_EQ(api(http::Method::get, "bookings?cursor=7").status, 422);
    EXPECT_EQ(api(http::Method::get, "bookings?limit=0").status, 422);
}

}  // namespace
}  // namespace digilots::booking
