// A call-back from the promise to its outcome, as staff see it.
#include "callbacks/callbacks.h"

#include "callbacks/world_for_tests.h"
#include "platform/base/time.h"
#include "platform/register/every_statement_for_tests.h"
#include "platform/testing/retention.h"

namespace digilots::callbacks {
namespace {

class CallBackPages : public ::testing::Test, protected World {
protected:
    testing::Page write_down(testing::PageClient& client, const std::string& about, const std::string& number = "060-19 10 11") {
        return client.submit(client.get(list + "/new"),
                             {{"about", about}, {"contact_way", "phone"}, {"contact", number}});
    }
};

TEST_F(CallBackPages, EveryStatementRunsOnThisEngine) { register_::run_every_statement(all.records(), all.around()); }

TEST_F(CallBackPages, WrittenDownAtClosingTimeAColleagueSeesItNextDayTriesHandsItOverAndItIsClosed) {
    const auto lots = all.add_function("Digital lots");
    auto anna = staff("anna"), bo = staff("bo");
    const auto added = write_down(anna, "Wants to know whether the form may be sent on paper");
    EXPECT_TRUE(added.says("its time runs") && added.says("060-19 10 11")) << added.html;
    const auto id = only_waiting();
    EXPECT_EQ(all.stands(id).text("person"), "anna") << "where no function sees to it, whoever promised it does";
    EXPECT_EQ(all.stands(id).text("promised_at"), "2026-11-27T15:00:00.000Z") << "two working days";

    clock.advance(std::chrono::hours(17));
    const auto next_day = bo.get(list);
    EXPECT_TRUE(next_day.says("may be sent on paper") && next_day.says("To get back to") && next_day.says("anna"));
    EXPECT_FALSE(bo.submit(bo.get(list + "/" + id), {}, "", "/take").says("I take it"));
    EXPECT_EQ(all.stands(id).text("person"), "bo");
    EXPECT_TRUE(bo.submit(bo.get(list + "/" + id), {}, "", "/tried").says("1 try without an answer"));
    const auto handed = bo.submit(bo.get(list + "/" + id + "/hand-over"),
                                  {{"function", lots}, {"note", "Rang twice, the voice mailbox is full"}});
    EXPECT_TRUE(handed.says("handed over to Digital lots") && handed.says("the voice mailbox is full")) << handed.html;
    EXPECT_EQ(all.stands(id).text("function"), lots);
    EXPECT_EQ(all.stands(id).text("person"), "") << "a colleague who holds the function takes it";

    EXPECT_TRUE(anna.submit(anna.get(list + "/" + id + "/close"), {{"outcome", ""}}).says("Choose how it ended."));
    const auto closed = anna.submit(anna.get(list + "/" + id + "/close"), {{"outcome", "reached"}, {"note", "Paper is fine"}});
    EXPECT_TRUE(closed.says("Reached, and got an answer") && closed.says("Paper is fine")) << closed.html;
    for (const char* happened : {"written down for anna", "taken", "tried, nobody answered", "closed"})
        EXPECT_TRUE(closed.says(happened)) << happened << closed.html;
    EXPECT_TRUE(all.waiting().empty());
    EXPECT_FALSE(closed.says("Hand over"));
    EXPECT_TRUE(closed.says("How the person is reached is deleted on 27 December 2026.")) << closed.html;
}

TEST_F(CallBackPages, WhatIsLateStandsFirstAndIsFoundAndCounted) {
    auto anna = staff("anna");
    all.add("The first matter");
    const auto first = only_waiting();
    clock.advance(std::chrono::hours(24 * 6));
    all.add("The second matter");
    const auto page = anna.get(list);
    EXPECT_LT(page.html.find("The first matter"), page.html.find("The second matter"));
    EXPECT_TRUE(page.says("Late: the promise is broken"));
    EXPECT_FALSE(anna.get(list + "?state=late").says("The second matter"));
    const auto second = all.waiting().back().id;
    EXPECT_EQ(all.callbacks.close(all.around(), first, {"reached"}, "anna", all.seen(first)), register_::Stepped::done);
    EXPECT_EQ(all.callbacks.close(all.around(), second, {"answered"}, "anna", all.seen(second)), register_::Stepped::done);
    const auto figure = [&](std::size_t which) {
        const auto rows = all.callbacks.measures()[which].figures(
            {{here}, {base::parse_date("2026-11-01").value(), base::parse_date("2026-12-31").value()}, {}, {}});
        return rows.empty() ? measures::Value() : rows.front().value;
    };
    EXPECT_EQ(figure(0), measures::Value(2));
    EXPECT_EQ(figure(1), measures::Value(1, 2));
    // Opened again nothing of it is counted twice.
    EXPECT_EQ(all.callbacks.open_again(all.around(), second, "anna", all.seen(second)), register_::Stepped::done);
    EXPECT_EQ(figure(1), measures::Value(0, 1));
    EXPECT_EQ(all.callbacks.close(all.around(), second, {"not_reached"}, "anna", all.seen(second)), register_::Stepped::done);
    EXPECT_EQ(figure(1), measures::Value(0, 2));
    EXPECT_EQ(figure(2), measures::Value(1));
    EXPECT_EQ(figure(0), measures::Value(2));
}

TEST_F(CallBackPages, HowToReachSomebodyStandsOnOnePageAlone) {
    auto anna = staff("anna");
    write_down(anna, "Wants a time", "060-19 10 17");
    const auto id = only_waiting();
    for (const auto& page : {list, list + "/table", list + "?q=10 17", list + "/" + id + "/close"})
        EXPECT_FALSE(anna.get(page).says("060-19 10 17")) << page;
    EXPECT_TRUE(anna.get(list + "/" + id).says("060-19 10 17"));
    const auto changed = anna.submit(anna.get(list + "/" + id + "/change"), {{"contact", "060-19 10 18"}});
    EXPECT_TRUE(changed.says("060-19 10 18")) << changed.html;
    EXPECT_EQ(all.contact_of(id), "060-19 10 18");
}

TEST_F(CallBackPages, TheSameFormWithAnotherNumberIsAnotherCallBack) {
    auto anna = staff("anna");
    const auto form = anna.get(list + "/new");
    const auto send = [&](const char* number) {
        return anna.submit(form, {{"about", "Wants a time"}, {"contact_way", "phone"}, {"contact", number}}).url;
    };
    EXPECT_EQ(send("060-19 10 11"), send("060-19 10 11"));
    EXPECT_NE(send("060-19 10 12"), send("060-19 10 11")) << "no acknowledged number is lost";
    EXPECT_EQ(all.waiting().size(), 2U);
}

TEST_F(CallBackPages, ATimeThatThePersonWantsIsPromisedAndStandsInTheListAndOnTheCard) {
    auto anna = staff("anna");
    const auto form = anna.get(list + "/new");
    const testing::FormFields typed{{"about", "Wants a time"}, {"contact_way", "phone"}, {"contact", "060-19 10 11"}};
    auto with_time = typed;
    with_time.emplace_back("wished", "2026-11-27 afternoon");
    const auto page = anna.submit(form, with_time);
    EXPECT_TRUE(page.says("Friday 27 November 2026, 13–16")) << page.html;
    EXPECT_TRUE(anna.get(list).says("Friday 27 November 2026, 13–16"));
    const auto id = only_waiting();
    EXPECT_EQ(all.stands(id).text("promised_at").substr(0, 16), "2026-11-27T15:00");
    clock.advance(std::chrono::hours(24 * 7));
    const auto kept = anna.submit(anna.get(list + "/" + id + "/change"), {{"about", "Wants another time"}});
    EXPECT_TRUE(kept.says("Wants another time")) << "a time that has passed hinders no other change";
    EXPECT_EQ(all.stands(id).text("promised_at").substr(0, 16), "2026-11-27T15:00");
    anna.submit(anna.get(list + "/" + id + "/change"), {{"wished", ""}});
    EXPECT_EQ(all.stands(id).text("promised_at").substr(0, 10), "2026-11-27") << "two working days from when it was opened";
}

TEST_F(CallBackPages, ATimeThatIsWishedIsThePromiseBeforeTheUsualOneAndAfterIt) {
    auto anna = staff("anna");
    anna.submit(anna.get(list + "/new"), {{"about", "Wants a time"}, {"contact_way", "phone"}, {"contact", "060-19 10 11"},
                                          {"wished", "2026-11-26 morning"}});
    const auto id = only_waiting();
    EXPECT_EQ(all.stands(id).text("wished"), "2026-11-26 morning");
    EXPECT_EQ(all.stands(id).text("promised_at").substr(0, 16), "2026-11-26T10:00") << "all others within two working days";
    http::Request request;
    request.tenant = sundsvall;
    request.language = "en";
    const html::Page page(request);
    const auto under_way = [&] { return slice(all.callbacks).ongoing.front().now(page).front(); };
    EXPECT_NE(under_way().what.find("wants to be rung Thursday 26 November 2026, 8–11"), std::string::npos) << under_way().what;
    EXPECT_FALSE(under_way().is_late);
    clock.set(testing::at("2026-11-26T10:01:00Z"));
    EXPECT_TRUE(under_way().is_late) << "the morning is over";
    EXPECT_TRUE(anna.get(list + "?state=late").says("Wants a time"));
    const auto duty = slice(all.callbacks).duties.front().now(here).front();
    EXPECT_EQ(duty.due, "2026-11-26");
    anna.submit(anna.get(list + "/" + id + "/change"), {{"wished", "2026-11-30 morning"}});
    EXPECT_EQ(all.stands(id).text("promised_at").substr(0, 16), "2026-11-30T10:00");
    EXPECT_EQ(all.stands(id).text("place_in_line"), all.stands(id).text("promised_at"));
    EXPECT_FALSE(under_way().is_late) << "it was moved";
}

TEST_F(CallBackPages, WhoIsWrittenToHasNoTimeForACall) {
    auto anna = staff("anna");
    const testing::FormFields typed{{"about", "Wants a form"}, {"contact_way", "email"}, {"contact", "anna@example.org"},
                                    {"wished", "2026-11-27 morning"}};
    const auto refused = anna.submit(anna.get(list + "/new"), typed);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("Only who is rung has a time for it") && refused.says("Wants a form")) << refused.html;
    EXPECT_TRUE(all.waiting().empty());
}

TEST_F(CallBackPages, ANumberOrAnAddressWithoutAWayMeansThatWay) {
    auto anna = staff("anna");
    const auto form = anna.get(list + "/new");
    const auto by_phone = anna.submit(form, {{"about", "Wants a time"}, {"contact_way", ""}, {"contact", "060-19 10 11"}});
    EXPECT_TRUE(by_phone.says("By phone: 060-19 10 11")) << by_phone.html;
    const auto by_mail = anna.submit(form, {{"about", "Wants a form"}, {"contact_way", ""}, {"contact", "anna@example.org"}});
    EXPECT_TRUE(by_mail.says("By e-mail: anna@example.org")) << by_mail.html;
    const auto unclear = anna.submit(form, {{"about", "Wants a map"}, {"contact_way", ""}, {"contact", "Storgatan 4"}});
    EXPECT_EQ(unclear.status, 422);
    EXPECT_TRUE(unclear.says("Choose how the person is reached.") && unclear.says("Storgatan 4"));
    const auto change = anna.get(by_phone.link("Change it"));
    EXPECT_EQ(change.heading(), "Change the call-back") << "it says of what";
}

TEST_F(CallBackPages, WhatTellsWhoAsksIsRefusedEverywhereButInTheWayToReachThem) {
    auto anna = staff("anna");
    for (const char* text : {"Is 811218-9876 in the list", "Ring 070-174 06 35", "Write to anna@example.org"}) {
        const auto again = write_down(anna, text);
        EXPECT_EQ(again.status, 422) << text;
        EXPECT_TRUE(again.says(text)) << "what was typed is there again";
    }
    EXPECT_TRUE(all.waiting().empty());
    const auto asked = write_down(anna, "Anna Svensson wants a time");
    EXPECT_TRUE(asked.says("It may hold a person’s name")) << asked.html;
    const auto kept = anna.submit(asked, {{"about_as_it_is", "1"}});
    EXPECT_TRUE(kept.says("its time runs")) << kept.html;
    const auto page = list + "/" + only_waiting();
    EXPECT_EQ(anna.submit(anna.get(page + "/close"), {{"outcome", "reached"}, {"note", "Rang 070-174 06 35"}}).status, 422);
    const auto doubtful = anna.submit(anna.get(page + "/close"), {{"outcome", "reached"}, {"note", "Talked to Anna Svensson"}});
    EXPECT_EQ(doubtful.status, 422);
    EXPECT_TRUE(anna.submit(doubtful, {{"note_as_it_is", "1"}}, "", "/close").says("Reached, and got an answer"));
    EXPECT_EQ(write_down(anna, "Wants a time", "not a number").status, 422);
    const auto number = write_down(anna, "Wants a letter", "19811218-9876");
    EXPECT_EQ(number.status, 422);
    const auto by_letter = anna.submit(number, {{"contact_way", "letter"}});
    EXPECT_EQ(by_letter.status, 422);
    EXPECT_TRUE(by_letter.says("looks like a personal number")) << by_letter.html;
}

TEST_F(CallBackPages, AnEntryIsOneOfItsOwnMunicipalitysLog) {
    const auto draft = [](const std::string& entry) {
        return register_::Draft{{"about", {"Wants a time"}}, {"contact_way", {"here"}}, {"entry", {entry}}};
    };
    const http::Tenant elsewhere{"2280", "harnosand", "Härnösand", "Europe/Stockholm", {"sv", "en"}, "", false, ""};
    const auto own = all.inquiries.log(sundsvall, all.a_visit("answered"), "anna", "", "")->id;
    const auto foreign = all.inquiries.log(elsewhere, all.a_visit("answered"), "anna", "", "")->id;
    EXPECT_TRUE(all.records().add(all.around(), draft(own), "anna"));
    for (const auto& entry : {foreign, std::string("019ace7e-0000-7000-8000-000000000000")}) {
        const auto added = all.records().add(all.around(), draft(entry), "anna");
        ASSERT_FALSE(added) << entry;
        EXPECT_EQ(added.error().problems.front().input, "entry");
    }
}

TEST_F(CallBackPages, HandedToWhoHasItAlreadyNothingIsChangedAndThatIsSaid) {
    all.add("Wants a time");
    auto anna = staff("anna");
    const auto page = list + "/" + only_waiting() + "/hand-over";
    const auto lots = all.add_function("Digital lots");
    EXPECT_TRUE(anna.submit(anna.get(page), {{"function", lots}}).says("handed over to Digital lots"));
    const auto same = anna.submit(anna.get(page), {}, "", "/hand-over");
    EXPECT_EQ(same.status, 422) << same.html;
    EXPECT_TRUE(same.says("They have it already")) << same.html;
    const auto noted = anna.submit(same, {{"note", "They know the form"}}, "", "/hand-over");
    EXPECT_TRUE(noted.status == 422 && noted.says("They know the form")) << "the note is not lost" << noted.html;
}

TEST_F(CallBackPages, WhoIsNotThereIsHandedNothing) {
    all.add("Wants a time");
    auto anna = staff("anna");
    const auto page = list + "/" + only_waiting() + "/hand-over";
    const auto lots = all.add_function("Digital lots");
    const auto form = anna.get(page);
    auto& functions = all.organisation.function_records();
    const auto around = functions.around(here);
    EXPECT_TRUE(functions.set_use(around, lots, register_::Records::Use::ended, "anna", base::Seen::anything()));
    const auto told = anna.submit(form, {{"function", lots}, {"note", "Knows the form"}});
    EXPECT_EQ(told.status, 422);
    EXPECT_TRUE(told.says("What you chose is there no more.") && told.says("Knows the form")) << told.html;
    EXPECT_EQ(all.stands(only_waiting()).text("function"), "");
}

TEST_F(CallBackPages, OfTwoWhoCloseOrTakeTheSecondIsToldAndNothingTypedIsLost) {
    all.add("Wants a time");
    const auto page = list + "/" + only_waiting();
    auto anna = staff("anna"), bo = staff("bo");
    const auto first = anna.get(page + "/close"), second = bo.get(page + "/close"), over = bo.get(page + "/hand-over");
    EXPECT_EQ(anna.submit(anna.get(page), {}, "", "/tried").status, 200);
    const auto told = bo.submit(second, {{"outcome", "reached"}, {"note", "All is well"}});
    EXPECT_EQ(told.status, 409);
    EXPECT_TRUE(told.says("All is well")) << told.html;
    EXPECT_EQ(bo.submit(told, {{"outcome", "reached"}, {"note", "All is well"}}, "", "/close").status, 200);
    const auto late = anna.submit(first, {{"outcome", "not_reached"}, {"note", "Nobody answered all day"}});
    EXPECT_EQ(late.status, 409);
    EXPECT_TRUE(late.says("Nobody answered all day") && late.says("Reached, and got an answer")) << late.html;
    EXPECT_EQ(bo.submit(over, {{"person", "anna"}}).status, 409);
    EXPECT_EQ(all.stands(all.records().list(all.around(), {}, 1, 0).records.front().id).text("outcome"), "reached");
}

TEST_F(CallBackPages, WhoIsNamedSeesToItWhateverUnitTheyAreLimitedToAndNobodyElseOfOtherUnitsIsShownTheNumber) {
    const auto library = all.add_unit("Library"), centre = all.add_unit("Service centre");
    const auto lots = all.add_function("Digital lots, library", "bo", library);
    const auto id = all.add("Wants to know whether the form may be sent on paper");
    ASSERT_TRUE(all.records().take_step(all.around(), id, {"changed", {{"unit", centre}}}, "anna"));
    limited_to_unit = {"bo", library};
    auto anna = staff("anna"), bo = staff("bo");
    const auto url = list + "/" + id;
    const auto read = bo.get(url);
    EXPECT_TRUE(read.says("you can read it, and not change it") && read.says("Only whoever sees to it is shown this."))
        << read.html;
    EXPECT_FALSE(read.says("060-19 10 11")) << read.html;
    EXPECT_EQ(bo.get(url + "/close").status, 403);

    const auto asked = anna.get(url + "/hand-over");
    EXPECT_TRUE(asked.says("may see to it whatever unit they are limited to")) << asked.html;
    anna.submit(asked, {{"function", lots}, {"unit", centre}});
    const auto named = bo.get(url);
    EXPECT_TRUE(named.says("060-19 10 11") && named.says("I take it") && !named.says("and not change it")) << named.html;
    EXPECT_TRUE(bo.submit(named, {}, "", "/tried").says("1 try without an answer"));
    EXPECT_TRUE(bo.submit(bo.get(url + "/close"), {{"outcome", "reached"}}).says("Reached, and got an answer"));

    const auto second = all.add("Another");
    ASSERT_TRUE(all.records().take_step(all.around(), second, {"changed", {{"unit", centre}, {"person", "bo"}}}, "anna"));
    EXPECT_EQ(bo.get(list + "/" + second + "/close").status, 200) << "named as a person";
}

TEST_F(CallBackPages, WhatIsTypedIntoOneThatBelongsToOthersMeanwhileIsNotLost) {
    const auto library = all.add_unit("Library"), centre = all.add_unit("Service centre");
    const auto id = all.add("Wants a form");
    limited_to_unit = {"bo", library};
    auto bo = staff("bo");
    const auto form = bo.get(list + "/" + id + "/close");
    ASSERT_TRUE(all.records().take_step(all.around(), id, {"changed", {{"unit", centre}, {"person", "anna"}}}, "anna"));
    const auto refused = bo.submit(form, {{"outcome", "reached"}, {"note", "Paper is fine"}});
    EXPECT_TRUE(refused.says("belongs to another unit") && refused.says("Paper is fine")) << refused.html;
    EXPECT_EQ(all.stands(id).text("state"), "waiting");
}

TEST_F(CallBackPages, NeighboursSeeAndDoNothing) {
    all.add("Wants a time");
    const auto page = list + "/" + only_waiting();
    auto neighbour = staff("neighbour");
    for (const char* rest : {"", "/change", "/close", "/hand-over"}) EXPECT_EQ(neighbour.get(page + rest).status, 404) << rest;
    // In their own municipality's address it is not there either.
    const auto elsewhere = "/harnosand/staff/callbacks/" + only_waiting();
    for (const char* rest : {"", "/change", "/close", "/hand-over"})
        EXPECT_EQ(neighbour.get(elsewhere + rest).status, 404) << rest;
    EXPECT_FALSE(neighbour.get("/harnosand/staff/callbacks").says("Wants a time"));
}

TEST_F(CallBackPages, WhatWaitsIsADutyOfItsOwnerAndOnceLateOfWhoSeesToLateOnes) {
    const auto lots = all.add_function("Digital lots");
    const auto id = all.add("Words that no task repeats");
    const auto duties = [&](std::size_t kind) { return slice(all.callbacks).duties[kind].now(here); };
    ASSERT_EQ(duties(0).size(), 1U);
    const auto first = duties(0).front();
    EXPECT_EQ(first.responsible, "person:anna");
    EXPECT_EQ(first.due, "2026-11-27");
    EXPECT_EQ(first.name.find("no task repeats"), std::string::npos);
    EXPECT_TRUE(duties(1).empty());
    EXPECT_EQ(all.callbacks.hand_over(all.around(), id, {lots, "", ""}, "anna", all.seen(id)), register_::Stepped::done);
    EXPECT_EQ(duties(0).front().responsible, "function:" + lots);
    EXPECT_NE(duties(0).front().id, first.id) << "another's task";
    clock.advance(std::chrono::hours(24 * 4));
    ASSERT_EQ(duties(1).size(), 1U);
    EXPECT_EQ(duties(1).front().responsible, "late_call_back");
    EXPECT_EQ(all.callbacks.close(all.around(), id, {"reached"}, "anna", all.seen(id)), register_::Stepped::done);
    EXPECT_TRUE(duties(0).empty() && duties(1).empty());
}

TEST_F(CallBackPages, ATaskSaysLateAsLongAsTheListDoes) {
    const auto id = all.add("Words of the list");
    const auto kind = [&] { return slice(all.callbacks).duties[1]; };
    const auto is_listed = [&] { return staff("anna").get(list + "?state=late").says("Words of the list"); };
    const auto promised = base::parse_utc(all.stands(id).text("promised_at")).value();
    EXPECT_EQ(kind().until(here), promised + std::chrono::milliseconds(1)) << "and not the next day";
    for (const auto from_promise : {std::chrono::seconds(-1), std::chrono::seconds(0), std::chrono::seconds(1)}) {
        clock.advance(promised + from_promise - clock.now());
        EXPECT_EQ(kind().now(here).size(), is_listed() ? 1U : 0U) << from_promise.count();
    }
    EXPECT_TRUE(is_listed());
    EXPECT_EQ(kind().until(here), std::nullopt);
    EXPECT_EQ(all.callbacks.close(all.around(), id, {"reached"}, "anna", all.seen(id)), register_::Stepped::done);
    EXPECT_EQ(kind().now(here).size(), is_listed() ? 1U : 0U);
    EXPECT_EQ(all.callbacks.open_again(all.around(), id, "anna", all.seen(id)), register_::Stepped::done);
    EXPECT_EQ(kind().now(here).size(), is_listed() ? 1U : 0U);
    EXPECT_TRUE(is_listed());
}

TEST_F(CallBackPages, TheWayToReachSomebodyGoesAfterItsDayAndTheCallBackStaysUntilIts) {
    const auto closed = all.add("A closed matter", "060-19 10 11"), open = all.add("An open matter", "060-19 10 12");
    EXPECT_EQ(all.callbacks.close(all.around(), closed, {"reached"}, "anna", all.seen(closed)), register_::Stepped::done);
    const auto run = [&](std::string_view rule) {
        return testing::delete_due(*database, retention_rules(), rule, here, clock.now());
    };
    clock.advance(std::chrono::hours(24 * 29));
    EXPECT_EQ(run(contact_rule), 0);
    EXPECT_EQ(base::format_date(all.callbacks.contact_gone_on(here, closed).value()), "2026-12-26");
    clock.advance(std::chrono::hours(24 * 2));
    EXPECT_EQ(run(contact_rule), 1) << "that of what is open counts from its promise";
    EXPECT_EQ(all.contact_of(closed), "");
    EXPECT_EQ(all.stands(closed).text("contact"), "") << "nor a mark from which it could be guessed";
    EXPECT_TRUE(staff("anna").get(list + "/" + closed).says("A closed matter"));
    EXPECT_EQ(all.contact_of(open), "060-19 10 12");
    // Who goes on working with it keeps it.
    EXPECT_EQ(all.callbacks.note_try(all.around(), open, "anna", all.seen(open)), register_::Stepped::done);
    clock.advance(std::chrono::hours(24 * 29));
    EXPECT_EQ(run(contact_rule), 0);
    clock.advance(std::chrono::hours(24 * 340));
    EXPECT_EQ(run(closed_rule), 1);
    EXPECT_FALSE(all.records().find(here, closed));
    EXPECT_TRUE(all.records().find(here, open)) << "what waits stays";
}

TEST_F(CallBackPages, WhatALeaverHasTakenIsHandedOver) {
    const auto id = all.add("Wants a time");
    database->write(
        [&](db::Connection& connection) {
            Callbacks::hand_over_all(connection, here, "anna", "bo", "admin", clock.now());
            Callbacks::hand_over_all(connection, "2280", "bo", "anna", "admin", clock.now());
        },
        db::Isolation::deciding);
    EXPECT_EQ(all.stands(id).text("person"), "bo");
    EXPECT_EQ(all.waiting().front().person, "bo");
}

}  // namespace
}  // namespace digilots::callbacks
