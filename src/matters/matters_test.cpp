#include "matters/matters.h"

#include <gtest/gtest.h>

#include "platform/audit/audit.h"
#include "platform/mail/outbox.h"
#include "platform/mail/sql.h"
#include "platform/testing/database.h"
#include "platform/testing/page_server.h"

namespace digilots::matters {
namespace {

constexpr const char* here = "2281";

/// Two slices that say what is under way, and what their codes find.
class Matters : public ::testing::Test {
protected:
    Matters() {
        organisation.know({.people = {[](const register_::Surroundings&) { return std::vector<register_::Choice>{}; }, ""},
                           .contacts = {[](const register_::Surroundings&) { return std::vector<register_::Choice>{}; }, ""},
                           .name_of = [](std::string_view id) { return std::string(id); },
                           .kinds = [](const register_::Surroundings&) {
                               return std::vector<register_::Choice>{{.key = "question", .label = "Questions"}};
                           }});
        server = std::make_unique<testing::PageServer>(routes_of(all), clock);
    }

    Slice letters() {
        return {.name = "letters",
                .ongoing = {{.key = "letter", .title = {"Letters"}, .one = {"Letter"}, .of = "question",
                             .now = [this](const html::Page&) { return waiting; }}},
                .followed = {{.code = letter_code,
                              .find = [this](const html::Page&, std::string_view code) -> std::optional<FollowedMatter> {
                                  if (base::hash_of_code(letter_code, code) != base::hash_of_code(letter_code, letter))
                                      return std::nullopt;
                                  return FollowedMatter{.what = "A letter", .standing = "It lies here.", .more = {"Yes."}};
                              },
                              .wait = [this](const http::Request&) { return counted(guesses_at_letters); }}}};
    }
    Slice parcels() {
        return {.name = "parcels",
                .ongoing = {{.key = "parcel", .title = {"Parcels"}, .one = {"Parcel"}, .are_letters = true,
                             .now = [this](const html::Page&) { return to_come; }}},
                .followed = {{.code = parcel_code,
                              .find = [this](const html::Page&, std::string_view code) -> std::optional<FollowedMatter> {
                                  if (base::hash_of_code(parcel_code, code) != base::hash_of_code(parcel_code, parcel))
                                      return std::nullopt;
                                  return FollowedMatter{.what = "A parcel", .standing = "It is on its way."};
                              },
                              .wait = [this](const http::Request&) { return counted(guesses_at_parcels); }}}};
    }
    std::optional<std::chrono::seconds> counted(int& guesses) const {
        return ++guesses > most_guesses ? std::optional(std::chrono::seconds(7)) : std::nullopt;
    }

    testing::PageClient guide() {
        server->person = testing::person_with(http::Role::guide);
        auto client = server->client();
        client.accept_language = "en";
        return client;
    }
    testing::Page show(const std::string& codes) {
        server->person.reset();
        auto client = server->client();
        client.accept_language = "en";
        return client.submit(client.get("/sundsvall/my-matters"), {{"codes", codes}}, "", "/my-matters");
    }
    base::Instant at(const char* moment) const { return testing::at(moment); }

    static constexpr base::CodeKind letter_code{"letter", 16}, parcel_code{"parcel", 12};
    const std::string letter = base::code_of(letter_code, "one"), parcel = base::code_of(parcel_code, "two");
    int guesses_at_letters = 0, guesses_at_parcels = 0, most_guesses = 1000;
    std::vector<OngoingMatter> waiting, to_come;
    base::TestClock clock{testing::at("2026-11-25T09:30:00Z")};
    std::unique_ptr<db::Database> database = testing::fresh_database();
    kept::Versions versions{*database};
    organisation::Organisation organisation{*database, versions, clock};
    Slices all{letters(), parcels(), slice(*database, organisation, clock, [](std::string_view id) { return std::string(id); })};
    std::unique_ptr<testing::PageServer> server;
};

TEST_F(Matters, StaffSeeWhatIsLateFirstThenWhatIsPromisedFirst) {
    waiting = {{.what = "Later", .since = at("2026-11-24T09:00:00Z"), .until = at("2026-11-27T09:00:00Z"),
                .path = "/staff/later"},
               {.what = "Broken", .since = at("2026-11-20T09:00:00Z"), .until = at("2026-11-24T09:00:00Z"), .is_late = true,
                .path = "/staff/broken"}};
    to_come = {{.what = "No time", .since = at("2026-11-01T09:00:00Z"), .path = "/staff/none"},
               {.what = "Soon", .until = at("2026-11-26T09:00:00Z"), .path = "/staff/soon"}};
    const auto page = guide().get("/sundsvall/staff/ongoing");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("4 matters are under way. 1 is late."));
    std::size_t last = 0;
    for (const char* path : {"/staff/broken", "/staff/soon", "/staff/later", "/staff/none"}) {
        const auto found = page.html.find("href=\"/sundsvall" + std::string(path) + "\"");
        ASSERT_NE(found, std::string::npos) << path << page.html;
        EXPECT_GT(found, last) << path;
        last = found;
    }
}

TEST_F(Matters, TheyChooseAKindAndAUnitAndSeeWhoseItIs) {
    auto& units = organisation.unit_records();
    const auto culture = units.add(units.around(here), {{"name", {"Culture"}}}, "a")->id;
    auto below = register_::Draft{{"name", {"Library"}}, {"parent", {culture}}};
    const auto library = units.add(units.around(here), below, "a")->id;
    auto& functions = organisation.function_records();
    const auto desk = functions.add(functions.around(here), {{"title", {"The desk"}}}, "a")->id;
    const auto inbox = functions.add(functions.around(here), {{"title", {"The inbox"}}}, "a")->id;
    auto& rhythms = organisation.rhythm_records();
    ASSERT_TRUE(rhythms.add(rhythms.around(here), {{"kind", {"question"}}, {"months", {"6"}}, {"seen_to_by", {inbox}}}, "a"));
    waiting = {{.what = "Of the library", .function = desk, .unit = library, .path = "/staff/one"},
               {.what = "Of nobody", .path = "/staff/two"}};
    to_come = {{.what = "A parcel", .unit = culture, .path = "/staff/three"}};
    auto client = guide();
    const auto whole = client.get("/sundsvall/staff/ongoing");
    EXPECT_TRUE(whole.says("href=\"#found\"") && whole.says("id=\"found\"")) << "past the filters on a phone";
    EXPECT_TRUE(whole.says("The desk"));
    EXPECT_TRUE(whole.says("The inbox")) << "the function that sees to that kind";
    const auto of_culture = client.get("/sundsvall/staff/ongoing?unit=" + culture);
    EXPECT_TRUE(of_culture.says("Of the library")) << "with what is below the unit";
    EXPECT_TRUE(of_culture.says("A parcel"));
    EXPECT_FALSE(of_culture.says("Of nobody"));
    EXPECT_FALSE(client.get("/sundsvall/staff/ongoing?unit=-").says("Of the library"));
    const auto of_kind = client.get("/sundsvall/staff/ongoing?kind=parcel");
    EXPECT_FALSE(of_kind.says("Of nobody"));
    EXPECT_TRUE(of_kind.says("1 matter is under way."));
    EXPECT_TRUE(client.get("/sundsvall/staff/ongoing?kind=nothing").says("Of nobody"));
    EXPECT_FALSE(client.get("/sundsvall/staff/ongoing?unit=nothing").says("Of nobody")) << "what is not there finds nothing";
}

TEST_F(Matters, WhoIsLimitedToAUnitFindsItChosenWithWhatIsNobodys) {
    auto& units = organisation.unit_records();
    const auto library = units.add(units.around(here), {{"name", {"Library"}}}, "a")->id;
    const auto school = units.add(units.around(here), {{"name", {"School"}}}, "a")->id;
    waiting = {{.what = "Of the library", .unit = library, .path = "/staff/one"},
               {.what = "Of the school", .unit = school, .path = "/staff/two"},
               {.what = "Of nobody", .path = "/staff/three"}};
    auto client = guide();
    server->person->unit = library;
    server->person->only_unit = true;
    const auto own = client.get("/sundsvall/staff/ongoing");
    EXPECT_TRUE(own.says("Of the library") && own.says("Of nobody")) << own.html;
    EXPECT_FALSE(own.says("Of the school")) << "and the filter says so";
    const auto all = client.get("/sundsvall/staff/ongoing?unit=");
    EXPECT_TRUE(all.says("Of the school") && all.says("but the referrals of other units")) << all.html;
}

TEST_F(Matters, ManyStandOnSeveralPages) {
    for (int number = 0; number < 120; ++number)
        waiting.push_back({.what = "Number " + std::to_string(number) + ".", .since = clock.now() + std::chrono::minutes(number),
                           .path = "/staff/x"});
    auto client = guide();
    EXPECT_TRUE(client.get("/sundsvall/staff/ongoing").says("Number 0."));
    const auto last = client.get("/sundsvall/staff/ongoing?kind=letter&page=3");
    EXPECT_TRUE(last.says("Number 119."));
    EXPECT_FALSE(last.says("Number 99."));
    EXPECT_TRUE(client.get("/sundsvall/staff/ongoing?page=99").says("Number 119."));
    waiting.clear();
    EXPECT_TRUE(client.get("/sundsvall/staff/ongoing").says("Nothing is under way."));
}

TEST_F(Matters, OnlyStaffSeeWhatIsUnderWay) {
    server->person.reset();
    EXPECT_NE(server->client().get_once("/sundsvall/staff/ongoing").status, 200);
}

TEST_F(Matters, CodesOfEveryKindAreFoundOnOnePageAndStandInNoAddress) {
    auto with_spaces = letter;
    for (char& sign : with_spaces)
        if (sign == '-') sign = ' ';
    const auto page = show(with_spaces + "\r\n" + parcel + " " + parcel + ", never-was-a-code");
    EXPECT_EQ(page.status, 200) << "the answer itself, not a way to an address with codes";
    EXPECT_TRUE(page.says("A letter"));
    EXPECT_TRUE(page.says("It lies here."));
    EXPECT_TRUE(page.says("Yes."));
    EXPECT_TRUE(page.says("It is on its way."));
    EXPECT_EQ(page.html.find("It is on its way."), page.html.rfind("It is on its way.")) << "each once";
    EXPECT_TRUE(page.says("Nothing has this code."));
    EXPECT_EQ(page.header("Cache-Control"), "no-store");
    EXPECT_EQ(page.header("Referrer-Policy"), "same-origin");
    EXPECT_EQ(page.html.find("/" + parcel), std::string::npos);
    EXPECT_EQ(show("").status, 422);
    const auto many = show("a,b,c,d,e,f,g,h,i,j,k");
    EXPECT_EQ(many.status, 422);
    EXPECT_TRUE(many.says("a,b,c,d,e,f,g,h,i,j,k")) << "what was typed stands there";
}

TEST_F(Matters, CodesAreUnderstoodAsTheyWerePasted) {
    auto spaced = letter;
    for (char& sign : spaced)
        if (sign == '-') sign = ' ';
    const auto page = show("https://example.org/sundsvall/ask/" + letter + "?new=1#top  " + parcel);
    EXPECT_TRUE(page.says("Yes.") && page.says("It is on its way.")) << page.html;
    EXPECT_FALSE(page.says("Nothing has this code."));
    const auto side_by_side = show(spaced + " " + parcel + " " + spaced);
    EXPECT_TRUE(side_by_side.says("Yes.") && side_by_side.says("It is on its way.")) << side_by_side.html;
    EXPECT_FALSE(side_by_side.says("Nothing has this code."));
    const auto wrong = show("k7m2 9xq 4tfh p3wz");
    const auto first = wrong.html.find("Nothing has this code.");
    EXPECT_NE(first, std::string::npos);
    EXPECT_EQ(wrong.html.find("Nothing has this code.", first + 1), std::string::npos) << "one wrong code, not four";
}

TEST_F(Matters, ThePageSaysWhatACodeLooksLikeAndWhatToDoWithoutOne) {
    auto client = server->client();
    client.accept_language = "en";
    const auto page = client.get("/sundsvall/my-matters");
    EXPECT_TRUE(page.says("such as k7m2-9xqd-4tfh") && page.says("You may write several"));
    EXPECT_TRUE(page.says("Have you no code?") && page.says("nobody can look it up from your name")) << page.html;
}

TEST_F(Matters, AWrongCodeIsAGuessAtEveryKindAndARightOneIsNone) {
    show(letter + " " + parcel);
    EXPECT_EQ(guesses_at_letters, 0);
    show("wrong");
    EXPECT_EQ(guesses_at_letters, 1);
    EXPECT_EQ(guesses_at_parcels, 1);
    most_guesses = 3;
    const auto page = show("a, b, c, d");
    EXPECT_EQ(page.status, 429);
    EXPECT_EQ(page.header("Retry-After"), "7");
    EXPECT_TRUE(page.says("a, b, c, d"));
    EXPECT_EQ(show(letter).status, 200) << "whether a right one waits is for its kind to say";
}

TEST_F(Matters, WhatIsToBePrintedAndSentStandsAmongLetters) {
    auto client = guide();
    EXPECT_FALSE(client.get("/sundsvall/staff/letters").says("To print and send"));
    to_come = {{.what = "Banking", .since = at("2026-11-24T09:00:00Z"), .path = "/staff/parcels/one"}};
    waiting = {{.what = "Only a question", .path = "/staff/later"}};
    const auto page = client.get("/sundsvall/staff/letters");
    EXPECT_TRUE(page.says("To print and send") && page.says("24 November 2026")) << page.html;
    EXPECT_EQ(page.link("Parcel: Banking"), "/sundsvall/staff/parcels/one");
    EXPECT_FALSE(page.says("Only a question"));
}

/// Letters that the mail server refused.
class LettersThatFailed : public Matters {
protected:
    std::string add(const std::string& to, const std::string& about, const std::string& path, const std::string& town = here,
                    const std::string& unit = "") {
        return database->write([&](db::Connection& connection) {
            return mail::add(connection,
                             {.municipality_id = town, .kind = "activity", .recipient = to, .subject = about,
                              .text = "We have to cancel.", .language = "sv",
                              .valid_until = clock.now() + std::chrono::hours(24), .path = path,
                              .record = "activity:one", .about = about, .unit = unit, .name = "Elsa",
                              .begins = clock.now() + std::chrono::hours(20)},
                             clock.now());
        });
    }
    std::string refuse(const std::string& id) {
        database->write([&](db::Connection& connection) {
            connection.query(mail::sql::claim_letter, id, "one", "9999", "9999");
            connection.execute(mail::sql::end_letter, id, "one", "refused", 0, "550 no such user", "2026-11-25T09:30:00Z", 1);
        });
        return id;
    }
    std::vector<std::string> trail() {
        std::vector<std::string> actions;
        for (const auto& one : database->read(
                 [](db::Connection& connection) { return audit::entries_of(connection, here, "activity:one", 10); }))
            actions.push_back(one.entry.action);
        return actions;
    }
    static constexpr const char* list = "/sundsvall/staff/letters";
};

TEST_F(LettersThatFailed, SayWhatTheyAreAboutAndWhomNobodyHasTold) {
    refuse(add("elsa@example.org", "Cancelled: Café", "/staff/sessions/one"));
    refuse(add("sven@example.org", "Moved: Guidance", "/staff/bookings/two"));
    refuse(add("losvik@example.org", "Of others", "/staff/bookings/three", "2280"));
    refuse(add("anna@example.org", "A password", ""));  // nobody's to tell
    auto client = guide();
    const auto under_way = client.get("/sundsvall/staff/ongoing");
    EXPECT_TRUE(under_way.says("Cancelled: Café") && under_way.says("Moved: Guidance")) << "told apart";
    EXPECT_FALSE(under_way.says("elsa@example.org")) << under_way.html;
    auto page = client.get(list);
    EXPECT_TRUE(page.says("Elsa, elsa@example.org") && page.says("sven@example.org")) << page.html;
    EXPECT_TRUE(page.says("Cancelled: Café, 26 November 2026") && page.says("What the mail server said")) << page.html;
    EXPECT_FALSE(page.says("losvik@example.org") || page.says("anna@example.org")) << page.html;
}

TEST_F(LettersThatFailed, AreSentAgainAndAreOnTheirWayThen) {
    refuse(add("elsa@example.org", "Cancelled: Café", "/staff/sessions/one"));
    auto client = guide();
    const auto page = client.submit(client.get(list), {}, "", "/again");
    EXPECT_TRUE(page.says("The letter is sent again.") && page.says("1 letter is on its way.")) << page.html;
    EXPECT_FALSE(page.says("All letters have gone out.") || page.says("elsa@example.org")) << page.html;
    EXPECT_EQ(trail(), std::vector<std::string>{"letter sent again"});
}

TEST_F(LettersThatFailed, StandThereWhileTheyAreTriedAgain) {
    const auto id = add("elsa@example.org", "Cancelled: Café", "/staff/sessions/one");
    database->write([&](db::Connection& connection) {
        connection.query(mail::sql::claim_letter, id, "one", "9999", "9999");
        connection.execute(mail::sql::put_back_letter, id, "one", "2026-11-25T10:30:00Z", 0, "451", "2026-11-25T09:30:00Z");
    });
    auto client = guide();
    const auto page = client.get(list);
    EXPECT_TRUE(page.says("It is tried again.") && page.says("elsa@example.org")) << page.html;
    EXPECT_FALSE(page.says("All letters have gone out.")) << page.html;
    EXPECT_TRUE(client.submit(page, {}, "", "/told").says("It is noted that you tell them.")) << "it is not sent any more";
}

TEST_F(LettersThatFailed, WhoTellsThemIsNotedKeepsTheAddressAndCanUndoIt) {
    refuse(add("elsa@example.org", "Cancelled: Café", "/staff/sessions/one"));
    auto client = guide();
    const auto form = client.get(list);
    auto page = client.submit(form, {}, "", "/told");
    EXPECT_TRUE(page.says("It is noted that you tell them.") && page.says("tells them in another way, since")) << page.html;
    EXPECT_TRUE(page.says("elsa@example.org")) << "how she is reached stays until she is told";
    page = client.submit(page, {}, "", "/undo");
    EXPECT_TRUE(page.says("Undone") && page.says("I ring or tell them in another way")) << page.html;
    page = client.submit(client.submit(page, {}, "", "/told"), {}, "", "/done");
    EXPECT_TRUE(page.says("It is noted that they are told.") && page.says("All letters have gone out.")) << page.html;
    EXPECT_FALSE(page.says("elsa@example.org"));
    EXPECT_TRUE(client.submit(form, {}, "", "/told").says("Somebody has seen to that letter already."));
    EXPECT_EQ(trail(), (std::vector<std::string>{"told in another way", "letter taken on", "letter given back",
                                                 "letter taken on"}));
}

TEST_F(LettersThatFailed, WhoIsLimitedToAUnitLearnsNobodysAddressOfAnother) {
    auto& units = organisation.unit_records();
    const auto library = units.add(units.around(here), {{"name", {"Library"}}}, "a")->id;
    const auto school = units.add(units.around(here), {{"name", {"School"}}}, "a")->id;
    refuse(add("sven@example.org", "Moved: Guidance", "/staff/sessions/two"));
    refuse(add("elsa@example.org", "Cancelled: Café", "/staff/sessions/one", here, school));
    auto client = guide();
    const auto form = client.get(list);
    server->person->unit = library;
    server->person->only_unit = true;
    const auto page = client.get(list);
    EXPECT_TRUE(page.says("Cancelled: Café") && page.says("belongs to another unit")) << page.html;
    EXPECT_TRUE(page.says("sven@example.org")) << "of no unit: everybody's";
    EXPECT_FALSE(page.says("elsa@example.org")) << page.html;
    const auto refused = client.submit(form, {}, "", "/told");
    EXPECT_EQ(refused.status, 403) << refused.html;
    server->person->unit = school;
    EXPECT_TRUE(client.get(list).says("elsa@example.org"));
}

}  // namespace
}  // namespace digilots::matters
