// Whatever a slice keeps that belongs to a unit is held to it, and keeps it, without a line of its own.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "app/town_for_tests.h"
#include "platform/register/through.h"
#include "platform/testing/race.h"

namespace digilots::app {
namespace {

constexpr const char* sundsvall = "2281";

class UnitsOfSlices : public ::testing::Test, public TownForTests {
protected:
    std::vector<register_::Records*> of_units() const {
        std::vector<register_::Records*> found;
        for (auto* records : all_of(application.slices, &Slice::registers))
            if (const auto* unit = records->declaration().find("unit"); unit && !unit->source.empty()) found.push_back(records);
        return found;
    }
    /// Of a register that others lead to.
    std::string add_one(std::string_view key, const register_::Draft& draft) {
        for (auto* records : all_of(application.slices, &Slice::registers)) {
            if (records->declaration().key != key) continue;
            const auto made = records->add(records->around(sundsvall), draft, "admin");
            EXPECT_TRUE(made) << key;
            return made ? made->id : "";
        }
        return "";
    }
    std::string add_unit(const std::string& name, const std::string& parent = "") {
        auto& units = application.organisation.unit_records();
        return units.add(units.around(sundsvall), {{"name", {name}}, {"parent", {parent}}}, "admin")->id;
    }
};

TEST_F(UnitsOfSlices, EveryRegisterOfUnitsIsHeldToThemAndCanBeAskedForOne) {
    http::Identity limited;
    limited.only_unit = true;
    limited.unit = add_unit("Libraries");
    ASSERT_GE(of_units().size(), 5U);
    for (const auto* records : of_units()) {
        const auto key = std::string(records->declaration().key);
        ASSERT_TRUE(records->others().unit_of && records->others().limit_of) << key;
        // What waits for whoever has time and belongs to no unit is everybody's.
        std::vector<std::string> theirs{limited.unit};
        if (key == "question" || key == "call_back") theirs.emplace_back();
        EXPECT_EQ(records->others().limit_of(sundsvall, limited), theirs) << key;
        EXPECT_TRUE(records->declaration().find("unit")->is_filter) << key;
        register_::Record other;
        other.columns["unit"] = std::string("another");
        auto around = records->around(sundsvall);
        around.units = records->others().limit_of(sundsvall, limited);
        EXPECT_FALSE(records->may_change(around, other)) << key;
    }
}

TEST_F(UnitsOfSlices, EveryRegisterThatIsAskedForAUnitIsHeldToItAlsoWhereAPlaceOrSomethingElseSaysIt) {
    // Rules for topics are the whole municipality's; where forms are hard any desk notes that has seen it.
    const std::set<std::string_view> of_all{"topic_rule", "stuck_point"};
    int held = 0;
    for (const auto* records : all_of(application.slices, &Slice::registers)) {
        const auto& declaration = records->declaration();
        if (!register_::unit_filter(declaration) || of_all.contains(declaration.key)) continue;
        EXPECT_TRUE(records->others().unit_of && records->others().limit_of) << declaration.key;
        ++held;
    }
    EXPECT_GE(held, 12);
}

TEST_F(UnitsOfSlices, WhoIsLimitedChangesNoRotaExceptionNorResourceAtAPlaceOfAnotherUnit) {
    const auto library = add_unit("Library"), school = add_unit("School");
    const auto places = application.directory.snapshot(sundsvall)->places;
    ASSERT_GE(places.size(), 2U);
    change("places", places[0].id, {{"unit", library}});
    change("places", places[1].id, {{"unit", school}});
    const auto records_of = [&](std::string_view key) {
        const auto all = all_of(application.slices, &Slice::registers);
        return *std::ranges::find_if(all, [&](const auto* one) { return one->declaration().key == key; });
    };
    auto& functions = application.organisation.function_records();
    const auto function = functions.add(functions.around(sundsvall), {{"title", {"Guide"}}, {"unit", {school}}}, "admin")->id;
    const auto draft_of = [&](std::string_view key, const std::string& place) {
        register_::Draft draft{{"title", {"Mondays"}}, {"place", {place}}, {"function", {function}}, {"hours", {"9-12"}},
                               {"weekdays", {"mo"}},   {"kind", {"computer"}}, {"lengths", {"30"}}};
        if (key == "rota_exception") draft["kind"] = {"away"}, draft["first_day"] = {"2026-12-01"};
        if (key == "booking_offer") draft["kind"] = {"guidance"};
        return draft;
    };
    http::Identity limited;
    limited.account_id = "account-1";
    limited.only_unit = true;
    limited.unit = library;
    for (const std::string_view key : {"booking_offer", "rota", "rota_exception", "resource"}) {
        auto* records = records_of(key);
        auto around = records->around(sundsvall);
        const auto there = records->add(around, draft_of(key, places[1].id), "admin");
        ASSERT_TRUE(there) << key;
        around.units = records->others().limit_of(sundsvall, limited);
        EXPECT_FALSE(records->may_change(around, *there)) << key;
        EXPECT_FALSE(records->add(around, draft_of(key, places[1].id), "account-1")) << key;
        auto own = draft_of(key, places[0].id);
        own["title"] = {"Ours"};
        EXPECT_TRUE(records->add(around, own, "account-1")) << key;
    }
    // What names them waits for them, whatever unit it is of; who is away says so themselves.
    for (const std::string_view key : {"question", "call_back", "task", "rota_exception"}) {
        const auto* records = records_of(key);
        ASSERT_TRUE(records->others().named_as) << key;
        auto around = records->around(sundsvall);
        around.units = records->others().limit_of(sundsvall, limited);
        around.named = records->others().named_as(sundsvall, limited);
        register_::Record one;
        one.columns = {{"person", std::string("account-1")}, {"function", function}, {"place", std::string()}, {"unit", school}};
        EXPECT_TRUE(records->may_change(around, one)) << key;
        one.columns["person"] = std::string("another");
        EXPECT_FALSE(records->may_change(around, one)) << key << ": of the function's unit";
    }
}

TEST_F(UnitsOfSlices, AUnitIsKeptWhileAnythingSaysThatItBelongsToItOrToOneBelow) {
    const auto culture = add_unit("Culture"), library = add_unit("Library", culture);
    auto& units = application.organisation.unit_records();
    const auto held = [&] {
        http::Request request;
        request.tenant = application.municipalities.find_tenant("sundsvall");
        request.language = "en";
        return units.others().holds(*units.find(sundsvall, culture), html::Page(request));
    };
    EXPECT_EQ(held(), std::vector<std::string>{"1 unit"});
    for (auto* records : of_units()) {
        if (&records->declaration() == &units.declaration()) continue;
        const auto before = held().size();
        auto there = records->list(records->around(sundsvall), {}, 1, 0).records;
        if (there.empty()) {
            register_::Draft draft;
            for (const auto& field : records->declaration().fields)
                if (field.is_required) draft[std::string(field.name)] = {"Guide"};
            if (records->declaration().key == "activity") draft["kind"] = {"digital_cafe"};
            if (records->declaration().key == "campaign") draft["last_day"] = {"2026-11-29"};
            if (records->declaration().key == "wish") draft["to_group"] = {"Communication"};
            if (records->declaration().key == "planned_help") draft.insert_or_assign("weekdays", std::vector<std::string>{"mo"});
            if (records->declaration().key == "planned_help") draft.insert_or_assign("hours", std::vector<std::string>{"9-12"});
            // What is no text: a day, one of a list, a place.
            const std::map<std::string, std::string> others{{"day", "2026-11-02"}, {"first_day", "2026-11-02"},
                                                            {"purpose", "health"}, {"helper", "nurse"},
                                                            {"invited", "12"}, {"came", "4"}, {"query", "measure=inquiries"},
                                                            {"open_until", "2026-12-31"}, {"topic", "bank"}};
            for (auto& [name, value] : draft)
                if (const auto other = others.find(name); other != others.end()) value = {other->second};
            if (records->declaration().key == "mapping_invitation") {
                draft["round"] = {add_one("mapping_round", {{"title", {"Round"}}})};
                draft["area"] = {"support"};
            }
            if (records->declaration().key == "budget_share")
                draft["budget"] = {add_one("budget", {{"title", {"Fund"}}, {"first_year", {"2026"}}, {"last_year", {"2027"}}})};
            if (draft.contains("place")) draft["place"] = {application.directory.snapshot(sundsvall)->places.front().id};
            const auto added = records->add(records->around(sundsvall), draft, "admin");
            ASSERT_TRUE(added) << records->declaration().key;
            there = {*added};
        }
        const auto id = there.front().id;
        ASSERT_TRUE(records->take_step(records->around(sundsvall), id, {"changed", {{"unit", library}}}, "admin"));
        EXPECT_EQ(held().size(), before + 1) << records->declaration().key;
    }
}

TEST_F(UnitsOfSlices, EveryListWhosePlaceOrUnitIsSaidCanBeLimitedToOne) {
    const std::set<std::string_view> of_units{"organisation.unit", "directory.unit_of_service", "directory.place",
                                              "directory.mobile_place", "everyday.e_service"};
    for (const auto* records : all_of(application.slices, &Slice::registers)) {
        const auto& declaration = records->declaration();
        if (declaration.size == register_::Size::one || declaration.key == "unit") continue;
        const bool belongs = std::ranges::any_of(declaration.fields, [&](const register_::Field& field) {
            return of_units.contains(field.source);
        });
        EXPECT_TRUE(!belongs || register_::unit_filter(declaration) != nullptr) << declaration.key;
    }
}

TEST_F(UnitsOfSlices, ListsAreLimitedToAUnitAndAllBelowItAndStandSoForWhoIsLimited) {
    const auto culture = add_unit("Culture"), library = add_unit("Library", culture), school = add_unit("School");
    const auto places = application.directory.snapshot(sundsvall)->places;
    ASSERT_GE(places.size(), 2U);
    const auto here = places[0], there = places[1];
    change("places", here.id, {{"unit", library}});
    change("places", there.id, {{"unit", school}});
    const auto find = [&](std::string_view key) {
        const auto all = all_of(application.slices, &Slice::registers);
        return *std::ranges::find_if(all, [&](const auto* one) { return one->declaration().key == key; });
    };
    const auto add_number = [&](const std::string& place, const std::string& number) {
        auto* counts = find("count");
        EXPECT_TRUE(counts->add(counts->around(sundsvall), {{"kind", {"visitors"}}, {"place", {place}},
                                                            {"period", {"2026-10"}}, {"number", {number}}}, "admin"));
    };
    add_number(here.id, "701");
    add_number(there.id, "702");
    auto keeper = gatekeeper();
    keeper.find_session = [&, before = keeper.find_session](std::string_view session, base::Instant now) {
        auto identity = before(session, now);
        identity->unit = culture;
        identity->only_unit = true;
        return identity;
    };
    http::Server for_limited{{}, application.routes(), keeper,
                             error_page_for(application.routes(), application.municipalities), clock};
    testing::PageClient limited{for_limited};
    limited.cookies()["session"] = "editor";
    const auto holds = [](const testing::Page& page, bool first, bool second) {
        const auto has = [&](const std::string& number) {
            return page.html.contains(">" + number + "<") || page.html.contains(";" + number + ";");
        };
        return has("701") == first && has("702") == second;
    };
    const std::string list = "/sundsvall/staff/counts";
    EXPECT_TRUE(holds(staff.get(list), true, true)) << "whoever is not limited sees all";
    EXPECT_TRUE(holds(staff.get(list + "?unit=" + culture), true, false)) << "what is below is found, too";
    EXPECT_TRUE(holds(staff.get(list + "?unit=gone"), false, false));
    EXPECT_TRUE(holds(limited.get(list), true, false)) << "their own is chosen already";
    const auto all = limited.get(list + "?unit=");
    EXPECT_TRUE(holds(all, true, true)) << "until they choose all";
    EXPECT_TRUE(all.html.contains("/table?unit=")) << "links keep it";
    const auto table = limited.get(list + "/table?unit=" + culture);
    EXPECT_TRUE(table.html.contains(";701;") && !table.html.contains(";702;")) << table.html;
    for (const char* page :
         {"bookings", "bookings/demand", "bookings/drop-in", "bookings/reminders", "booking/offers", "booking/rota",
          "booking/exceptions", "booking/resources", "sessions", "activity-partners", "activity-requests/board", "activity-plan",
          "counts", "stuck-points", "topic-rules", "directory/stops", "referrals", "how-fast", "inquiries", "unmet"}) {
        const auto shown = staff.get("/sundsvall/staff/" + std::string(page));
        EXPECT_TRUE(shown.status == 200 && shown.html.contains("name=\"unit\"")) << page;
        EXPECT_EQ(staff.get("/sundsvall/staff/" + std::string(page) + "?unit=" + culture).status, 200) << page;
        EXPECT_EQ(staff.get("/sundsvall/staff/" + std::string(page) + "?unit=gone").status, 200) << page;
    }
}

TEST_F(UnitsOfSlices, NothingIsPutIntoAUnitWhileItIsTakenAway) {
    auto& units = application.organisation.unit_records();
    auto& functions = application.organisation.function_records();
    const auto account = [&](const std::string& unit, int turn) {
        accounts::NewAccount wanted;
        wanted.municipality_id = sundsvall;
        wanted.email = "guide-" + std::to_string(turn) + "@sundsvall.example";
        wanted.password = "hemlig fras med ord";
        wanted.role = http::Role::guide;
        wanted.unit = unit;
        return application.accounts.add(wanted).has_value();
    };
    for (int turn = 0; turn < 12; ++turn) {
        const auto unit = add_unit("Unit " + std::to_string(turn));
        const auto around = functions.around(sundsvall);
        bool is_put = false, is_gone = false;
        testing::race(2, [&](int runner) {
            if (runner == 0) is_gone = units.remove(units.around(sundsvall), unit, "admin", base::Seen::anything());
            else if (turn % 3 == 0)
                is_put = functions.add(around, {{"title", {"Guide"}}, {"unit", {unit}}}, "admin").has_value();
            else if (turn % 3 == 1)
                is_put = units.add(around, {{"name", {"Below"}}, {"parent", {unit}}}, "admin").has_value();
            else is_put = account(unit, turn);
        });
        EXPECT_NE(is_put, is_gone) << turn << ": one of the two, whichever came first";
    }
}

TEST_F(UnitsOfSlices, NobodyIsGivenAFunctionWhileTheirAccountIsClosed) {
    auto& functions = application.organisation.function_records();
    for (int turn = 0; turn < 8; ++turn) {
        accounts::NewAccount wanted;
        wanted.municipality_id = sundsvall;
        wanted.email = "leaves-" + std::to_string(turn) + "@sundsvall.example";
        wanted.password = "hemlig fras med ord";
        wanted.role = http::Role::guide;
        const auto person = *application.accounts.add(wanted);
        const auto around = functions.around(sundsvall);
        std::optional<std::string> given;
        testing::race(2, [&](int runner) {
            if (runner == 0) {
                EXPECT_TRUE(application.accounts.disable(sundsvall, wanted.email));
            } else if (const auto added = functions.add(around, {{"title", {"Guide"}}, {"holder", {person}}}, "admin")) {
                given = added->id;
            }
        });
        const auto holder = given ? functions.find(sundsvall, *given)->text("holder") : "";
        EXPECT_EQ(holder, "") << turn << ": handed over to nobody yet";
    }
}

TEST_F(UnitsOfSlices, AFunctionIsKeptWhileATaskOrARhythmNamesIt) {
    auto& functions = application.organisation.function_records();
    const auto add = [&](std::string_view key, const register_::Draft& draft) {
        for (auto* records : all_of(application.slices, &Slice::registers))
            if (records->declaration().key == key) return records->add(records->around(sundsvall), draft, "admin").has_value();
        return false;
    };
    const auto around = functions.around(sundsvall);
    for (int turn = 0; turn < 8; ++turn) {
        const auto function = functions.add(around, {{"title", {"Guide"}}}, "admin")->id;
        bool is_named = false, is_gone = false;
        testing::race(2, [&](int runner) {
            if (runner == 0) is_gone = functions.remove(around, function, "admin", base::Seen::anything());
            else if (turn % 2 == 0) is_named = add("task", {{"title", {"Ring"}}, {"function", {function}}});
            else is_named = add("rhythm", {{"kind", {turn < 4 ? "place" : "contact"}}, {"seen_to_by", {function}}});
        });
        EXPECT_NE(is_named, is_gone) << turn;
        if (is_gone) continue;
        http::Request request;
        request.tenant = application.municipalities.find_tenant("sundsvall");
        request.language = "en";
        EXPECT_EQ(functions.others().holds(*functions.find(sundsvall, function), html::Page(request)).size(), 1U) << turn;
        EXPECT_FALSE(functions.remove(around, function, "admin", base::Seen::anything())) << turn;
    }
}

}  // namespace
}  // namespace digilots::app
