// Two people have the same form open: nobody's work is lost without a word, whatever the form is.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "app/arranged_session_for_tests.h"
#include "app/forms_without_marks_for_tests.h"
#include "app/whole_site_for_tests.h"
#include "platform/register/records.h"
#include "platform/register/table_kind.h"
#include "platform/testing/race.h"

namespace digilots::app {
namespace {

constexpr const char* here = "2281";

/// What registers add to them: each adds, takes in a table, and says that a record was looked at in the same way.
std::map<std::string, std::string> all_without_mark(const Slices& slices) {
    auto all = own_without_mark;
    for (const char* of : {"ask/{code}/reach", "ask/{code}/how-often", "bookings/{code}/how-often", "sign-ups/{code}/how-often"})
        all["/{municipality}/" + std::string(of)] = "one's own";
    for (const auto& slice : slices) {
        for (const auto* records : slice.registers) {
            const auto& declaration = records->declaration();
            const std::string path = "/{municipality}" + std::string(declaration.path);
            if (declaration.size == register_::Size::one) continue;
            const bool is_few = declaration.size == register_::Size::few;
            all[is_few && declaration.adding == register_::Adding::below_the_list ? path : path + "/new"] = "adds";
            if (!declaration.verified.empty())
                all[path + "/verified"] = "says that it was looked at today, changes nothing that is said";
        }
    }
    for (const auto& kind : tables_of(slices))
        all["/{municipality}" + std::string(kind->path()) + "/import"] = "looks first; what is then done carries its own mark";
    return all;
}

/// Kinds of record whose questions no such answer fits (a colour with enough contrast); their forms are read by cases().
const std::set<std::string_view> read_otherwise{"goal"};
constexpr const char *first_name = "Prov ett", *second_name = "Prov två";

/// What a person answers who has to, by how it is asked: the first that can be chosen, the last for the second record of a
/// kind, which may have no two alike; or what such a line takes.
std::string answer_to(const html::components::Field& control, const char* name) {
    static const std::map<std::string, std::string> typical{{"date", "2026-11-23"},
                                                            {"email", "prov@prov.example"},
                                                            {"tel", "060-19 10 00"},
                                                            {"times", "14-14.45"},
                                                            {"hours", "9-12"},
                                                            {"invited", "60"},
                                                            {"came", "4"},
                                                            {"invited_on", "2026-11-20"},
                                                            {"number", "12"},
                                                            {"place", "1"},
                                                            {"query", "measure=inquiries"},
                                                            {"percent", "80"},
                                                            {"year", "2022"},
                                                            {"first_year", "2026"},
                                                            {"last_year", "2026"},
                                                            {"maximum", "100"},
                                                            {"amount", "100"},
                                                            {"points", "5"},
                                                            {"public_key", "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="},
                                                            {"url", "https://prov.example/"}};
    std::string chosen;
    for (const auto& option : control.options)
        if (!option.value.empty() && (chosen.empty() || name == second_name)) chosen = option.value;
    if (!chosen.empty()) return chosen;
    const auto named = typical.find(control.name);
    const auto found = named == typical.end() ? typical.find(control.type) : named;
    return found == typical.end() ? name : found->second;
}

/// The least that a record needs: what is required of it.
register_::Draft least_of(const register_::Records& records, const register_::Surroundings& around, const char* name) {
    register_::Draft draft;
    for (const auto& field : records.declaration().fields) {
        if (!field.is_required) continue;
        draft[std::string(field.name)] = {answer_to(field.type->form(field, draft, around).front().field, name)};
    }
    // Of each source, place and period there is one number.
    if (records.declaration().key == "count") {
        draft["period"] = {name == std::string_view(first_name) ? "2026-11-20" : "2026-11-19"};
        draft["number"] = {"41"};
    }
    // A rule is of a topic or of a body, one each.
    if (records.declaration().key == "topic_rule") draft["topic"] = {name == std::string_view(first_name) ? "bank" : "print"};
    // Of its days only the first is asked for by the name of the field.
    if (records.declaration().key == "campaign") draft["first_day"] = draft["last_day"] = {"2026-11-23"};
    // What an answer makes necessary: the last that can be chosen, or money that does not add up yet.
    if (records.declaration().key == "user_test") draft["status"] = {"open"};
    if (records.declaration().key == "steering_factor") draft["kind"] = {"soft"};
    if (records.declaration().key == "budget_approval") draft["decision"] = {"noted"};
    if (records.declaration().key == "budget_calculation")
        draft.insert({{"hourly_wage", {"212"}}, {"hours", {"40"}}, {"percent", {"39,2"}}});
    // Two parts, one beside the other.
    if (records.declaration().key == "plan_dependency") {
        const auto& other = *records.declaration().find("other");
        draft["kind"] = {"beside"};
        draft["other"] = {answer_to(other.type->form(other, draft, around).front().field,
                                    name == std::string_view(first_name) ? second_name : first_name)};
    }
    // Rounds of a survey follow each other.
    if (records.declaration().key == "survey_round") {
        draft["opens"] = {name == std::string_view(first_name) ? "2026-11-23" : "2027-01-23"};
        draft["closes"] = {name == std::string_view(first_name) ? "2026-11-30" : "2027-01-30"};
    }
    // One of a function, a group or anybody else is to do it.
    if (records.declaration().key == "wish") draft["to_group"] = {"Communication"};
    // People need somebody who gives it.
    if (records.declaration().key == "booking_offer") draft["kind"] = {"computer"};
    return draft;
}

/// Two of every kind of record, of which one has ended where they end: their forms are read too.
std::vector<std::string> pages_of_records(const Slices& slices) {
    std::vector<std::string> pages;
    for (const auto& slice : slices) {
        for (auto* records : slice.registers) {
            const auto& declaration = records->declaration();
            const auto around = records->around(here);
            if (declaration.size == register_::Size::one || read_otherwise.contains(declaration.key)) continue;
            const auto add = [&](const char* name) {
                const auto added = records->add(around, least_of(*records, around, name), "a");
                EXPECT_TRUE(added) << declaration.key << ": nothing was added, so its forms were not read"
                                   << (added || added.error().problems.empty() ? "" : added.error().problems.front().input);
                if (added) pages.push_back("/sundsvall" + std::string(declaration.path) + "/" + added->id);
                return added ? added->id : "";
            };
            const auto first = add(first_name), second = add(second_name);
            if (!first.empty() && declaration.size == register_::Size::many && declaration.opens == register_::Opens::page)
                pages.push_back("/sundsvall" + std::string(declaration.path) + "/" + first + "/change");
            if (declaration.ends())
                records->set_use(around, second, register_::Records::Use::ended, "a", base::Seen::anything());
        }
    }
    return pages;
}

class TwoWhoSave : public ::testing::Test {
protected:
    TwoWhoSave() {
        auto& all = *site_.application;
        EXPECT_TRUE(all.progress.save_goal(here, {"", 1, "Alla med", "#7a1f5c", {"4.4"}}, "a"));
        all.progress.adopt_proposal(here, "a");
        EXPECT_TRUE(all.progress.choose(here, {"4.4", "Det gäller alla.", {}, false}, "a"));
        EXPECT_TRUE(all.own_topics.add(here, {"", "Skoterleder", "print", {"skoter"}, false}, "a"));
        indicator_ = all.indicators.add_local(here, {"", "Besök i cafét", "besök", ""}, "a");
        inquiries::Inquiry visit;
        visit.channel = "visit";
        visit.outcome = "answered";
        visit.topics = {"print"};
        visit.note = "behövde stor text";
        inquiry_ = all.inquiries.log(*all.municipalities.find_tenant("sundsvall"), visit, site_.account(), "", "")->id;
        accounts::NewAccount guide;
        guide.email = "bo@sundsvall.example";
        guide.password = "vinter-lots-2026-lång";
        guide.role = http::Role::guide;
        guide.municipality_id = here;
        person_ = *all.accounts.add(guide);
        auto somebody = site_.somebody();
        const auto form = somebody.get("/sundsvall/staff/directory/e-services/new");
        somebody.submit(form, {{"name", "Plats i förskolan"}, {"url", "https://example.se/"}}, "", "e-services/new");
        of_records_ = pages_of_records(all.slices);
        for (auto& page : pages_of_a_session(all)) of_records_.push_back(std::move(page));
        close_a_question(all.questions);
        question_ = first_of(all.questions.questions());
        const auto call_backs = all.callbacks.records().list(all.callbacks.records().around(here), {}, 2, 0).records;
        for (const char* step : {"close", "hand-over"})
            of_records_.push_back("/sundsvall/staff/callbacks/" + call_backs.front().id + "/" + step);
        EXPECT_EQ(all.callbacks.close(all.callbacks.records().around(here), call_backs.back().id, {"reached"}, "a",
                                      base::Seen::anything()),
                  register_::Stepped::done);
        function_ = first_of(all.organisation.function_records());
        unit_ = all.organisation.units(here)->front().id;
        all.refresh();
    }

    /// What can be opened again has a form of its own.
    void close_a_question(questions::Questions& questions) {
        auto& records = questions.questions();
        const auto around = records.around(here);
        const auto asked = records.add(around, {{"question", {"Var finns blanketten?"}}, {"channel", {"phone"}}}, "a");
        ASSERT_TRUE(asked);
        EXPECT_EQ(questions.close(around, asked->id, "a", base::Seen::anything()), questions::Answering::done);
        of_records_.push_back("/sundsvall/staff/questions/" + asked->id);
    }

    static std::string first_of(const register_::Records& records) {
        return records.list(records.around(here), {}, 1, 0).records.front().id;
    }

    struct Case {
        std::string page, field, first, second, button = "", action = "";
    };

    std::vector<Case> cases() {
        const std::string staff = "/sundsvall/staff/", directory = staff + "directory/";
        const std::string indicator = staff + "indicators/" + indicator_;
        const auto snapshot = site_.application->directory.snapshot(here);
        EXPECT_FALSE(snapshot->e_services.empty());
        const std::string year = std::to_string(site_.application->progress.years(here).back());
        std::string service;
        for (const auto& place : snapshot->places)
            if (!place.services.empty()) service = place.services.front().id;
        return {{staff + "settings", "phone", "060-19 10 11", "060-19 10 12"},
                {staff + "settings/topics/own_skoterleder", "label", "Skoter", "Leder"},
                {staff + "functions/" + function_ + "/change", "note", "Måndagar", "Tisdagar"},
                {staff + "settings/units/" + unit_, "name", "Biblioteken", "Kulturen", "", "settings/units/"},
                {staff + "progress/goals/alla-med", "title", "Ingen utanför", "Alla ska med", "", "goals/alla-med"},
                {staff + "progress/targets/4.4", "why", "För att alla ska kunna", "För att ingen ska stå utanför"},
                {staff + "progress/evaluations/" + year, "conclusion", "Det går framåt", "Det står still"},
                {indicator, "reason", "Fler besök är bra", "Fler besök är fler som får hjälp"},
                {staff + "inquiries/" + inquiry_, "note", "behövde större text", "läste med lupp"},
                {staff + "questions/" + question_ + "/answer", "answer", "Kom till biblioteket", "Ring oss"},
                {staff + "people/" + person_, "role", "editor", "coordinator", "", "/role"},
                {staff + "settings/retention/tasks.closed", "decided_by", "Kommunstyrelsen 41", "Kommunstyrelsen 42"},
                {directory + "places/" + snapshot->places.front().id, "name", "Medborgarhuset", "Biblioteket i centrum"},
                {directory + "services/" + service, "title", "Hjälp med telefon", "Hjälp med surfplatta"},
                {directory + "e-services/" + snapshot->e_services.front().id, "name", "Söka plats", "Ansöka om plats"},
                {directory + "contacts/" + snapshot->contacts.front().id, "title", "Växeln", "Kontaktcenter"}};
    }

    WholeSite site_;
    std::string indicator_, inquiry_, person_, function_, unit_, question_;
    std::vector<std::string> of_records_;
};

TEST_F(TwoWhoSave, EveryFormThatChangesSomethingSaysWhatWasSeen) {
    auto pages = site_.read_all(2);
    for (const auto& one : cases()) pages.insert_or_assign(one.page, site_.somebody().get(one.page));
    for (const auto& page : of_records_) pages.insert_or_assign(page, site_.somebody().get(page));
    const auto without_mark = all_without_mark(site_.application->slices);
    const auto forms = site_.posted_forms(pages);
    ASSERT_GT(forms.size(), 35u);
    for (const auto& [route, found] : forms) {
        if (without_mark.contains(route)) continue;
        EXPECT_FALSE(found.empty()) << route << ": no page was read that has this form";
        for (const auto& form : found) {
            if (form.action.ends_with("/new")) continue;    // adds
            const bool says = std::ranges::find(form.names, "seen") != form.names.end();
            EXPECT_TRUE(says) << route << ": add components::seen_mark and compare it where it is saved (base/seen.h)";
        }
    }
    for (const auto& [route, why] : without_mark) EXPECT_TRUE(forms.contains(route)) << route << " is no route any more";
}

TEST_F(TwoWhoSave, OneIsSavedAndTheOtherSeesBothAndChooses) {
    for (const auto& one : cases()) {
        SCOPED_TRACE(one.page);
        std::vector<testing::PageClient> people{site_.somebody(), site_.somebody()};
        std::vector<testing::Page> forms{people[0].get(one.page), people[1].get(one.page)}, answers(2);
        const std::vector<std::string> typed{one.first, one.second};
        testing::race(2, [&](int runner) {
            const auto who = static_cast<std::size_t>(runner);
            answers[who] = people[who].submit(forms[who], {{one.field, typed[who]}}, one.button, one.action);
        });
        const std::size_t loser = answers[0].status == 409 ? 0 : 1, winner = 1 - loser;
        EXPECT_EQ(answers[winner].status, 200) << answers[winner].html;
        ASSERT_EQ(answers[loser].status, 409) << answers[loser].html;
        EXPECT_TRUE(answers[loser].says("theirs." + one.field)) << answers[loser].html;
        EXPECT_TRUE(answers[loser].says(typed[loser]));
        EXPECT_TRUE(answers[loser].says(typed[winner]));
        EXPECT_TRUE(answers[loser].says("Åsa saved this") || answers[loser].says("asa@sundsvall.example saved this"));
        const auto taken = people[loser].submit(answers[loser], {{"keep." + one.field, "theirs"}}, one.button, one.action);
        EXPECT_EQ(taken.status, 200) << taken.html;
        EXPECT_TRUE(people[loser].get(one.page).says(typed[winner]));
    }
}

TEST_F(TwoWhoSave, OnesOwnCanBeKeptAndIsSavedWithTheNewMark) {
    for (const auto& one : cases()) {
        SCOPED_TRACE(one.page);
        auto first = site_.somebody(), second = site_.somebody();
        const auto early = first.get(one.page), late = second.get(one.page);
        EXPECT_EQ(first.submit(early, {{one.field, one.first}}, one.button, one.action).status, 200);
        const auto told = second.submit(late, {{one.field, one.second}}, one.button, one.action);
        ASSERT_EQ(told.status, 409);
        EXPECT_EQ(second.submit(told, {{"keep." + one.field, "mine"}}, one.button, one.action).status, 200);
        EXPECT_TRUE(first.get(one.page).says(one.second));
    }
}

TEST_F(TwoWhoSave, NothingIsSavedWhileNothingIsChosenAndAChoiceStaysChosen) {
    const std::string page = "/sundsvall/staff/settings";
    auto first = site_.somebody(), second = site_.somebody();
    const auto early = first.get(page), late = second.get(page);
    EXPECT_EQ(first.submit(early, {{"phone", "060-19 10 11"}, {"primary_colour", "#7a1f5c"}}).status, 200);
    const auto told = second.submit(late, {{"phone", "060-19 10 12"}, {"primary_colour", "#1b5e20"}});
    ASSERT_EQ(told.status, 409);
    ASSERT_TRUE(told.says("theirs.primary_colour"));
    EXPECT_TRUE(told.says("href=\"#theirs-1\"")) << "the notice leads to each";
    const auto again = second.submit(told, {{"keep.phone", "mine"}});
    EXPECT_EQ(again.status, 409) << "one field is not chosen";
    EXPECT_TRUE(again.says("Nothing is saved yet")) << again.html;
    EXPECT_TRUE(again.says("060-19 10 12"));
    EXPECT_TRUE(first.get(page).says("060-19 10 11"));
    EXPECT_EQ(second.submit(again, {{"keep.primary_colour", "theirs"}}).status, 200) << "the other is still chosen";
    EXPECT_TRUE(first.get(page).says("060-19 10 12"));
    EXPECT_TRUE(first.get(page).says("#7a1f5c"));
}

TEST_F(TwoWhoSave, WhoChangedOtherFieldsIsAskedNothingAndBothStand) {
    const std::string page = "/sundsvall/staff/settings";
    auto first = site_.somebody(), second = site_.somebody();
    EXPECT_EQ(first.submit(first.get(page), {{"phone", "060-19 10 10"}}).status, 200);
    const auto early = first.get(page), late = second.get(page);
    EXPECT_EQ(first.submit(early, {{"primary_colour", "#7a1f5c"}}).status, 200);
    const auto told = second.submit(late, {{"phone", "060-19 10 12"}});
    ASSERT_EQ(told.status, 409) << "they see it before it is saved";
    EXPECT_FALSE(told.says("name=\"keep.")) << told.html;
    EXPECT_TRUE(told.says("What is saved now stands in the form"));
    EXPECT_EQ(second.submit(told, {}, "", "/staff/settings").status, 200);
    EXPECT_TRUE(first.get(page).says("#7a1f5c"));
    EXPECT_TRUE(first.get(page).says("060-19 10 12"));
}

TEST_F(TwoWhoSave, WhoHasSomethingToMendLearnsFirstThatSomebodyElseHasSaved) {
    const std::string page = "/sundsvall/staff/settings";
    auto first = site_.somebody(), second = site_.somebody();
    const auto early = first.get(page), late = second.get(page);
    EXPECT_EQ(first.submit(early, {{"phone", "060-19 10 11"}}).status, 200);
    const auto told = second.submit(late, {{"phone", "060-19 10 12"}, {"primary_colour", "rosa"}});
    ASSERT_EQ(told.status, 409) << told.html;
    EXPECT_TRUE(told.says("theirs.phone"));
    EXPECT_TRUE(told.says("value=\"rosa\"")) << "what is to be mended is not lost";
    EXPECT_EQ(second.submit(told, {{"keep.phone", "mine"}}).status, 422);
}

TEST_F(TwoWhoSave, WhatIsGoneMeanwhileLeavesWhatWasTypedToCopy) {
    auto first = site_.somebody(), second = site_.somebody();
    const std::string page = "/sundsvall/staff/progress/goals/alla-med";
    const auto open = second.get(page);
    const auto sure = first.submit(first.get(page), {}, "", "/remove");
    EXPECT_EQ(first.submit(sure, {}, "", "/remove").status, 200);
    const auto told = second.submit(open, {{"title", "Ingen ska stå utanför"}}, "", "goals/alla-med");
    EXPECT_EQ(told.status, 409);
    EXPECT_TRUE(told.says("Ingen ska stå utanför")) << told.html;
}

TEST_F(TwoWhoSave, WhatWasDeletedBeforeItIsCorrectedLeavesWhatWasTypedToCopy) {
    auto first = site_.somebody(), second = site_.somebody();
    const std::string page = "/sundsvall/staff/inquiries/" + inquiry_;
    const auto open = second.get(page);
    EXPECT_EQ(first.submit(first.get(page + "/delete"), {}, "", "/delete").status, 200);
    const auto told = second.submit(open, {{"note", "behövde större text och mer tid"}});
    EXPECT_EQ(told.status, 409);
    EXPECT_TRUE(told.says("behövde större text och mer tid")) << told.html;
    EXPECT_TRUE(told.says("nothing was saved. What you had written stands below"));
}

TEST_F(TwoWhoSave, ADeletionThatSomebodyHasWrittenInMeanwhileAsksAnew) {
    auto first = site_.somebody(), second = site_.somebody();
    const std::string page = "/sundsvall/staff/inquiries/" + inquiry_;
    const auto question = second.get(page + "/delete");
    EXPECT_EQ(first.submit(first.get(page), {{"note", "behövde större text"}}).status, 200);
    EXPECT_EQ(second.submit(question, {}, "", "/delete").status, 409);
    EXPECT_EQ(first.get(page).status, 200) << "it is still there";
    EXPECT_EQ(second.submit(second.get(page + "/delete"), {}, "", "/delete").status, 200);
}

}  // namespace
}  // namespace digilots::app
