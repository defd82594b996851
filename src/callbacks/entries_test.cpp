// Call-backs that come with an entry of the log.
#include "callbacks/world_for_tests.h"
#include "platform/base/time.h"

namespace digilots::callbacks {
namespace {

class CallBackOfEntry : public ::testing::Test, protected World {
protected:
    /// What stands beside the entry on its page, for somebody who reads English.
    inquiries::Companion::Line line_of(const std::string& entry) {
        http::Request request;
        request.tenant = sundsvall;
        request.language = "en";
        request.path = "/sundsvall/staff/inquiries/" + entry;
        const html::Page page(request);
        return all.callbacks.beside_entries().line(page, all.inquiries.find(sundsvall, entry).value()).value();
    }
    bool correct(const std::string& entry, const std::string& outcome) {
        auto corrected = all.inquiries.find(sundsvall, entry).value();
        corrected.outcome = outcome;
        return all.inquiries.correct(sundsvall, corrected, "anna");
    }
};

TEST_F(CallBackOfEntry, AnEntryThatPromisesItHasOneFromTheSameMomentOn) {
    const auto entry = all.log(all.a_visit("call_back", "vill veta om blanketten"));
    const auto id = only_waiting();
    EXPECT_EQ(all.stands(id).text("about"), "vill veta om blanketten");
    EXPECT_EQ(all.stands(id).text("topic"), "bank");
    EXPECT_EQ(all.stands(id).text("person"), "anna");
    EXPECT_EQ(line_of(entry).way.title, "We get back to you: say how the person is reached");
    EXPECT_TRUE(line_of(entry).is_missing);
    EXPECT_TRUE(all.waiting().front().lacks_contact);
    auto anna = staff("anna");
    const auto way = "/sundsvall/staff/callbacks/" + id + "/change\"";
    EXPECT_TRUE(anna.get(list).html.contains(way)) << "what is missing stands in the list";
    const auto saved = anna.submit(anna.get(line_of(entry).way.url), {{"contact_way", "phone"}, {"contact", "060-19 10 11"}});
    EXPECT_TRUE(saved.says("060-19 10 11")) << saved.html;
    EXPECT_FALSE(anna.get(list).html.contains(way));
    EXPECT_EQ(line_of(entry).way.title, "The call-back");
    EXPECT_FALSE(line_of(entry).is_missing || all.waiting().front().lacks_contact);
    EXPECT_EQ(line_of(entry).standing, "To get back to · anna · promised by 27 November 2026 at 16:00");
}

TEST_F(CallBackOfEntry, TheEntryTellsWhoseItIsAndHowItStandsThroughout) {
    const auto lots = all.add_function("Digital lots");
    auto& rhythms = all.organisation.rhythm_records();
    ASSERT_TRUE(rhythms.add(rhythms.around(here), {{"kind", {"call_back"}}, {"seen_to_by", {lots}}}, "anna"));
    const auto entry = all.log(all.a_visit("call_back"));
    const auto id = only_waiting();
    EXPECT_TRUE(line_of(entry).standing.starts_with("To get back to · Digital lots · "));
    EXPECT_EQ(all.callbacks.take(all.around(), id, "bo", all.seen(id)), register_::Stepped::done);
    EXPECT_TRUE(line_of(entry).standing.starts_with("To get back to · Digital lots, taken by bo · "));
    EXPECT_EQ(all.callbacks.close(all.around(), id, {"came_back"}, "bo", all.seen(id)), register_::Stepped::done);
    EXPECT_EQ(line_of(entry).standing, "Brought to an end · Digital lots, taken by bo");
}

TEST_F(CallBackOfEntry, GoesToTheFunctionOfItsUnitThatWhoeverPromisedItHolds) {
    auto& units = all.organisation.unit_records();
    const auto library = units.add(units.around(here), {{"name", {"Library"}}}, "anna")->id;
    const auto rule = all.add_function("Digital lots");
    auto& functions = all.organisation.function_records();
    const auto own = functions.add(functions.around(here), {{"title", {"Digital lots, library"}}, {"unit", {library}},
                                                            {"holder", {"anna"}}}, "anna")->id;
    auto& rhythms = all.organisation.rhythm_records();
    ASSERT_TRUE(rhythms.add(rhythms.around(here), {{"kind", {"call_back"}}, {"seen_to_by", {rule}}}, "anna"));
    const auto promise = [&](const std::string& unit, const std::string& who) {
        const register_::Draft draft{{"about", {"Form"}}, {"contact_way", {"phone"}}, {"contact", {"060-19 10 11"}},
                                     {"unit", {unit}}};
        const auto added = all.records().add(all.around(), draft, who);
        EXPECT_TRUE(added);
        return all.stands(added->id).text("function");
    };
    EXPECT_EQ(promise(library, "anna"), own);
    EXPECT_EQ(promise(library, "bo"), rule) << "who holds none of the unit";
    EXPECT_EQ(promise("", "anna"), rule) << "what is of no unit";
}

TEST_F(CallBackOfEntry, OtherEntriesHaveNoneAndAWayToOne) {
    const auto entry = all.log(all.a_visit("answered"));
    EXPECT_TRUE(all.waiting().empty());
    const auto line = line_of(entry);
    EXPECT_EQ(line.standing, "");
    auto anna = staff("anna");
    const auto form = anna.get(line.way.url);
    EXPECT_TRUE(form.says("Banking")) << "the entry's own words" << form.html;
    anna.submit(form, {{"about", "Wants a time"}, {"contact_way", "here"}});
    EXPECT_EQ(all.stands(only_waiting()).text("entry"), entry);
    EXPECT_TRUE(correct(entry, "not_solved"));
    EXPECT_EQ(all.waiting().size(), 1U) << "what somebody wrote down is not taken away by correcting the entry";
}

TEST_F(CallBackOfEntry, CorrectedOrUndoneItGoesWhileNobodyHasTouchedIt) {
    const auto entry = all.log(all.a_visit("call_back"));
    EXPECT_TRUE(correct(entry, "answered"));
    EXPECT_TRUE(all.waiting().empty());
    EXPECT_TRUE(correct(entry, "call_back"));
    const auto id = only_waiting();
    EXPECT_EQ(all.callbacks.note_try(all.around(), id, "bo", all.seen(id)), register_::Stepped::done);
    EXPECT_TRUE(all.inquiries.remove(sundsvall, entry, "anna"));
    EXPECT_EQ(only_waiting(), id) << "somebody works with it: the promise stands";
    const auto measure = all.callbacks.measures().front();
    const auto rows = measure.figures(
        {{here}, {base::parse_date("2026-11-01").value(), base::parse_date("2026-11-30").value()}, {}, {}});
    EXPECT_EQ(rows.front().value, measures::Value(1)) << "what was taken away does not count";
}

TEST_F(CallBackOfEntry, WithSomebodyToReachItStaysWhenTheEntryIsTakenBackAndBelongsToTheOneLoggedAnew) {
    http::Request request;
    request.tenant = sundsvall;
    request.language = "en";
    const html::Page page(request);
    const auto companion = all.callbacks.beside_entries();
    const auto entry = all.log(all.a_visit("call_back", "vill veta om blanketten"));
    const auto logged = all.inquiries.find(sundsvall, entry).value();
    EXPECT_FALSE(companion.stays(page, logged)) << "nobody has touched it: it goes with its entry";
    auto anna = staff("anna");
    anna.submit(anna.get(line_of(entry).way.url), {{"contact_way", "phone"}, {"contact", "060-19 10 11"}});
    const auto id = only_waiting();
    const auto stays = companion.stays(page, logged);
    ASSERT_TRUE(stays);
    EXPECT_EQ(stays->title, "The call-back stays open: vill veta om blanketten");
    EXPECT_EQ(stays->url, list + "/" + id);
    EXPECT_TRUE(all.inquiries.remove(sundsvall, entry, "anna"));
    EXPECT_EQ(only_waiting(), id);
    auto again = all.inquiries.log(sundsvall, all.a_visit("answered"), "anna", "", "")->id;
    const auto before = all.seen(id);
    all.database.write([&](db::Connection& connection) { companion.taken_over(connection, sundsvall, entry, again); });
    EXPECT_EQ(all.stands(id).text("entry"), again);
    EXPECT_TRUE(correct(again, "call_back"));
    EXPECT_EQ(only_waiting(), id) << "no second promise";
    EXPECT_NE(all.callbacks.note_try(all.around(), id, "bo", before), register_::Stepped::done) << "it is another than was seen";
    EXPECT_EQ(all.callbacks.close(all.around(), id, {"came_back"}, "bo", all.seen(id)), register_::Stepped::done);
    EXPECT_FALSE(companion.stays(page, all.inquiries.find(sundsvall, again).value())) << "what is over stays with nobody";
    all.database.write([&](db::Connection& connection) { companion.taken_over(connection, sundsvall, again, entry); });
    EXPECT_EQ(all.stands(id).text("entry"), again);
}

TEST_F(CallBackOfEntry, OfEmployeesAndPartnersIsInNoFigureWhateverBecomesOfIt) {
    const measures::Query november{
        {here}, {base::parse_date("2026-11-01").value(), base::parse_date("2026-11-30").value()}, {}, {}};
    const auto figures = [&] {
        std::vector<std::pair<std::int64_t, std::int64_t>> all_figures;
        for (const auto& measure : all.callbacks.measures()) {
            std::pair<std::int64_t, std::int64_t> sum;
            for (const auto& row : measure.figures(november))
                sum = {sum.first + row.value.amount, sum.second + row.value.of};
            all_figures.push_back(sum);
        }
        return all_figures;
    };
    using Figures = std::vector<std::pair<std::int64_t, std::int64_t>>;
    const auto say_asker = [&](const std::string& entry, const std::string& asker) {
        auto corrected = all.inquiries.find(sundsvall, entry).value();
        corrected.asker = asker;
        return all.inquiries.correct(sundsvall, corrected, "anna");
    };
    auto visit = all.a_visit("call_back");
    visit.asker = "employee";
    const auto entry = all.log(visit);
    const auto id = only_waiting();
    EXPECT_EQ(figures(), (Figures{{0, 0}, {0, 0}, {0, 0}})) << "nobody counts twice, and no resident was promised anything";
    clock.advance(std::chrono::days(4));
    EXPECT_EQ(figures(), (Figures{{0, 0}, {0, 0}, {0, 0}})) << "late";
    EXPECT_EQ(all.callbacks.close(all.around(), id, {"not_reached"}, "bo", all.seen(id)), register_::Stepped::done);
    EXPECT_EQ(figures(), (Figures{{0, 0}, {0, 0}, {0, 0}})) << "closed";
    const auto from = testing::at("2026-11-01T00:00:00Z"), until = testing::at("2026-12-01T00:00:00Z");
    EXPECT_TRUE(all.callbacks.ended_between(here, from, until).empty());
    EXPECT_TRUE(say_asker(entry, ""));
    EXPECT_EQ(figures(), (Figures{{1, 0}, {0, 1}, {1, 0}})) << "a resident after all";
    EXPECT_EQ(all.callbacks.ended_between(here, from, until).size(), 1U);
    EXPECT_TRUE(say_asker(entry, "partner"));
    EXPECT_EQ(figures(), (Figures{{0, 0}, {0, 0}, {0, 0}}));
    EXPECT_TRUE(say_asker(entry, "employee"));
    EXPECT_EQ(figures(), (Figures{{0, 0}, {0, 0}, {0, 0}}));
    EXPECT_EQ(all.callbacks.open_again(all.around(), id, "bo", all.seen(id)), register_::Stepped::done);
    EXPECT_EQ(figures(), (Figures{{0, 0}, {0, 0}, {0, 0}})) << "opened again";
}

TEST_F(CallBackOfEntry, ThatIsWrittenDownForAnEntryOfAPartnerCountsAsThePartners) {
    auto visit = all.a_visit("answered");
    visit.asker = "partner";
    const auto entry = all.log(visit);
    auto anna = staff("anna");
    anna.submit(anna.get(line_of(entry).way.url), {{"about", "Wants a time"}, {"contact_way", "here"}});
    EXPECT_FALSE(all.waiting().front().is_of_resident);
    all.add("Wants a form");
    std::int64_t opened = 0;
    for (const auto& row : all.callbacks.measures().front().figures(
             {{here}, {base::parse_date("2026-11-01").value(), base::parse_date("2026-11-30").value()}, {}, {}}))
        opened += row.value.amount;
    EXPECT_EQ(opened, 1);
}

TEST_F(CallBackOfEntry, ANoteThatMayNameSomebodyIsNotCopiedAndWhatIsLongPastPromisesNothing) {
    all.log(all.a_visit("call_back", "Anna Svensson vill ha en tid"));
    EXPECT_EQ(all.stands(only_waiting()).text("about").find("Svensson"), std::string::npos);
    auto old = all.a_visit("call_back");
    old.at = testing::at("2026-10-01T10:00:00Z");
    all.log(old);
    EXPECT_EQ(all.waiting().size(), 1U);
}

TEST_F(CallBackOfEntry, OfAProgramNobodyHasTakenIt) {
    all.log(all.a_visit("call_back"), "token:desk");
    EXPECT_EQ(all.stands(only_waiting()).text("person"), "");
    EXPECT_EQ(slice(all.callbacks).duties.front().now(here).front().responsible, "call_back");
}

}  // namespace
}  // namespace digilots::callbacks
