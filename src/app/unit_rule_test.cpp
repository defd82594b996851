// Every list of staff that says what belongs to units is asked for one by the same rule (register/unit_rule.h).
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "app/town_for_tests.h"
#include "platform/register/through.h"

namespace digilots::app {
namespace {

constexpr const char* town_of_units = "2281";

/// Lists of what belongs to no unit, and pages that list nothing of units, each with why.
const std::map<std::string, std::string> without_units{
    {"", "the desk: who logs sees their own of today"},
    {"bookings/calendar", "shows one day's people and things side by side"},
    {"bookings/find", "a form"},
    {"bookings/new", "a form"},
    {"after-projects", "of budgets of the whole municipality"},
    {"bodies", "the way to lists that have a choice of their own"},
    {"bodies/checklists", "of the whole municipality"},
    {"bodies/decisions", "of the whole municipality"},
    {"bodies/demography", "of the whole municipality"},
    {"bodies/factors", "of the whole municipality"},
    {"bodies/steering-groups", "of the whole municipality"},
    {"bodies/handover-points", "of the whole municipality"},
    {"bodies/handovers", "of the whole municipality"},
    {"bodies/introduction-process", "of the whole municipality"},
    {"bodies/introduction-steps", "of the whole municipality"},
    {"bodies/introductions", "of the whole municipality"},
    {"bodies/items", "of the whole municipality"},
    {"bodies/layers", "of the whole municipality"},
    {"bodies/meetings", "of the whole municipality"},
    {"bodies/members", "of the whole municipality"},
    {"bodies/method", "of the whole municipality"},
    {"bodies/checklist-for-part", "a form of one part of the plan"},
    {"bodies/pack", "of the whole municipality"},
    {"bodies/rollout", "of the whole municipality"},
    {"bodies/rollout-table", "of the whole municipality"},
    {"bodies/spread", "of the whole municipality"},
    {"budget-actuals", "of budgets of the whole municipality"},
    {"budget-approvals", "of budgets of the whole municipality"},
    {"budget-calculations", "of budgets of the whole municipality"},
    {"budget-contributions", "of budgets of the whole municipality"},
    {"budget-frames", "of budgets of the whole municipality"},
    {"budget-lines", "of budgets of the whole municipality"},
    {"budget-settings", "of budgets of the whole municipality"},
    {"budget-sources", "of budgets of the whole municipality"},
    {"budgets", "of budgets of the whole municipality"},
    {"consequences", "of the whole municipality"},
    {"counts/sheet", "a form of one place"},
    {"counts/tally", "paper of one place"},
    {"counts/visitors", "a form of one place"},
    {"counts/visitors/day", "a form of one place"},
    {"e-service-questions", "of one e-service that is chosen"},
    {"grant-steps", "of grants of the whole municipality"},
    {"grants", "of the whole municipality"},
    {"goals", "goals of the whole municipality"},
    {"goals/ambitions", "of the whole municipality"},
    {"goals/benefits", "of the whole municipality"},
    {"goals/board", "of the whole municipality"},
    {"goals/checklist", "of the whole municipality"},
    {"goals/deviations", "of goals of the whole municipality"},
    {"goals/documents", "of the whole municipality"},
    {"goals/interim", "of goals of the whole municipality"},
    {"goals/quality", "of the whole municipality"},
    {"goals/records", "goals of the whole municipality"},
    {"goals/references", "figures of others"},
    {"goals/reports", "of the whole municipality"},
    {"goals/shared-quality", "of all municipalities"},
    {"goals/stories", "of goals of the whole municipality"},
    {"goals/values", "of goals of the whole municipality"},
    {"goals/weeks", "goals of the whole municipality"},
    {"indicator-updates", "figures of the whole municipality"},
    {"indicators", "figures of the whole municipality"},
    {"letters", "few, of all that the program writes; to whom one of another unit was is not said"},
    {"my-tasks", "one's own, or one's unit's: two ways above it"},
    {"offline", "one's own devices"},
    {"offline/desk", "the desk"},
    {"plan", "of the whole municipality"},
    {"plan/criteria", "of the plan of the whole municipality"},
    {"plan/dependencies", "of the plan of the whole municipality"},
    {"plan/comments", "of the plan of the whole municipality"},
    {"plan/required", "of the plan of the whole municipality"},
    {"plan/digest", "one's own"},
    {"plan/documents", "of the plan of the whole municipality"},
    {"plan/editions", "of the plan of the whole municipality"},
    {"plan/milestones", "of the plan of the whole municipality"},
    {"plan/parts", "of the whole municipality"},
    {"plan/processes", "of the whole municipality"},
    {"plan/timeline", "of the whole municipality"},
    {"plan/unsaid", "of the whole municipality"},
    {"plan/year", "of the whole municipality"},
    {"owner-answers", "of e-services and bodies of the whole municipality"},
    {"needs", "the way to lists that have a choice of their own"},
    {"needs/barriers", "of the whole municipality, by what stands in the way"},
    {"needs/beside-others", "of the whole municipality, beside others"},
    {"needs/changes", "of a mapping of the whole municipality"},
    {"needs/coverage", "of a mapping of the whole municipality"},
    {"needs/examples-of-others", "of other municipalities"},
    {"needs/joint-report", "of a mapping of whole municipalities"},
    {"needs/points", "of challenges, which have their unit"},
    {"needs/questions", "of a mapping of the whole municipality"},
    {"needs/ranking", "challenges of the whole municipality, by their points"},
    {"needs/reach", "of settlements of the whole municipality"},
    {"needs/topics-by-function", "of the whole municipality, by function"},
    {"needs/report", "of a mapping of the whole municipality"},
    {"network/feedback", "of the whole municipality"},
    {"network/actions", "of theme groups of the whole municipality"},
    {"network/groups", "of the whole municipality"},
    {"network/keys", "of other municipalities"},
    {"network/profiles", "of networks"},
    {"network/sharing", "of the whole municipality"},
    {"network/starts", "of other municipalities"},
    {"networks", "of the whole municipality"},
    {"outside-columns", "of one collection, which has its unit"},
    {"owners", "of e-services and bodies of the whole municipality"},
    {"set-up", "what the municipality has still to say"},
    {"surveys", "of the whole municipality"},
    {"survey-rounds", "of surveys of the whole municipality"},
    {"interviews", "of the whole municipality"},
    {"user-tests", "of the whole municipality"},
    {"outside-studies", "of the whole municipality"},
    {"prepare-review", "of one unit, or of the whole municipality"},
    {"progress", "goals of the whole municipality"},
    {"progress/evaluations", "of the whole municipality"},
    {"progress/goals", "of the whole municipality"},
    {"questions/chat", "chats that go on: whoever is there takes them"},
    {"questions/chat/waiting", "chats that go on: whoever is there takes them"},
    {"queue", "the queue of one place"},
    {"reference-costs", "of the whole municipality"},
    {"review-dates", "one line for each unit"},
    {"saving-estimates", "of the whole municipality"},
    {"settings", "of the whole municipality"},
    {"settings/audit", "of the whole municipality"},
    {"settings/log-questions", "of the whole municipality, or of one place"},
    {"settings/promises", "rules of the whole municipality"},
    {"settings/released-tables", "of the whole municipality"},
    {"settings/retention", "of the whole municipality"},
    {"settings/rhythms", "one for each kind of record"},
    {"settings/tokens", "of the whole municipality"},
    {"settings/topics", "of the whole municipality"},
    {"settings/units", "the units themselves"},
    {"statistics/digest", "one's own"},
    {"statistics/sent-here", "e-services and bodies of the whole municipality"},
    {"statistics/targets", "targets of the whole municipality"}};

/// What opens at all for everybody: one looks up anybody, and plans by the whole.
const std::set<std::string> opens_at_all{"phone-list", "statistics", "statistics/report"};

class UnitRule : public ::testing::Test, public TownForTests {
protected:
    UnitRule() {
        auto& units = application.organisation.unit_records();
        unit = units.add(units.around(town_of_units), {{"name", {"Library"}}}, "admin")->id;
        other = units.add(units.around(town_of_units), {{"name", {"School"}}}, "admin")->id;
        // What only its own page shows where there is something.
        application.refresh();
    }

    /// Pages of staff that need nothing but their address.
    std::vector<std::string> pages() const {
        const std::string before = "/{municipality}/staff/";
        std::vector<std::string> found;
        for (const auto& route : application.routes()) {
            if (route.method != http::Method::get || !route.path.starts_with(before)) continue;
            const auto rest = route.path.substr(before.size());
            const auto name = rest.substr(rest.rfind('/') + 1);
            if (rest.find('{') != rest.npos || rest.find('.') != rest.npos) continue;
            if (name == "new" || name == "import" || name == "table") continue;
            found.push_back(rest);
        }
        return found;
    }

    /// The choice of a unit that a list has, as it stands in the page; a form's question about one offers no "none".
    static std::string choice_in(const testing::Page& page) {
        for (auto at = page.html.find("name=\"unit\""); at != std::string::npos; at = page.html.find("name=\"unit\"", at + 1)) {
            const auto end = page.html.find("</select>", at);
            auto choice = end == std::string::npos ? "" : page.html.substr(at, end - at);
            if (choice.find("value=\"-\"") != std::string::npos) return choice;
        }
        return "";
    }
    static bool is_chosen(const testing::Page& page, const std::string& value) {
        return choice_in(page).find("value=\"" + value + "\" selected") != std::string::npos;
    }

    /// Somebody who is limited to the unit, with every right that a page asks for.
    http::Server server_of_limited() {
        auto keeper = gatekeeper();
        keeper.find_session = [&, before = keeper.find_session](std::string_view session, base::Instant now) {
            auto identity = before(session, now);
            identity->unit = unit;
            identity->only_unit = true;
            return identity;
        };
        return http::Server{{}, application.routes(), keeper,
                            error_page_for(application.routes(), application.municipalities), clock};
    }

    std::string unit, other;
};

TEST_F(UnitRule, EveryListOfStaffIsAskedForAUnitOrIsNamedAsOneOfNone) {
    const auto all = pages();
    ASSERT_GT(all.size(), 60U);
    int lists = 0;
    for (const auto& path : all) {
        const auto page = staff.get("/sundsvall/staff/" + path);
        if (page.status != 200 || page.url != "/sundsvall/staff/" + path) continue;  // leads somewhere else
        const bool asks = !choice_in(page).empty();
        const bool is_exempt = without_units.contains(path) && !without_units.at(path).empty();
        EXPECT_NE(asks, is_exempt) << path << (asks ? ": is named as a list of no unit"
                                                    : ": has no choice of a unit (register/unit_rule.h)");
        lists += asks ? 1 : 0;
    }
    EXPECT_GT(lists, 40);
}

TEST_F(UnitRule, EveryListOpensAtOnesUnitAndOffersAllNoUnitAndEach) {
    auto for_limited = server_of_limited();
    testing::PageClient limited{for_limited};
    limited.cookies()["session"] = "administrator";
    for (const auto& path : pages()) {
        const auto url = "/sundsvall/staff/" + path;
        const auto opened = limited.get(url);
        if (opened.url != url || choice_in(opened).empty()) continue;
        SCOPED_TRACE(path);
        EXPECT_TRUE(is_chosen(opened, opens_at_all.contains(path) ? "" : unit + ",-")) << choice_in(opened);
        EXPECT_TRUE(is_chosen(limited.get(url + "?unit="), ""));
        EXPECT_TRUE(is_chosen(limited.get(url + "?unit=-"), "-"));
        EXPECT_TRUE(is_chosen(limited.get(url + "?unit=" + other), other));
        if (!path.starts_with("statistics")) {
            EXPECT_TRUE(is_chosen(limited.get(url + "?unit=" + unit + ",-"), unit + ",-"));
        }
        EXPECT_TRUE(is_chosen(staff.get(url), "")) << "who is not limited finds all";
    }
}

TEST_F(UnitRule, EveryRegisterFindsWhatIsOfTheUnitOfNoneOrOfBothAlsoThroughOtherRecords) {
    const auto places = application.directory.snapshot(town_of_units)->places;
    ASSERT_GE(places.size(), 3U);
    change("places", places[0].id, {{"unit", unit}});
    change("places", places[1].id, {{"unit", other}});
    change("places", places[2].id, {{"unit", ""}});
    const auto all = all_of(application.slices, &Slice::registers);
    const auto of = [&](std::string_view key) {
        return *std::ranges::find_if(all, [&](const auto* one) { return one->declaration().key == key; });
    };
    auto* counts = of("count");
    const auto add_count = [&](const std::string& place, const char* number) {
        EXPECT_TRUE(counts->add(counts->around(town_of_units), {{"kind", {"visitors"}}, {"place", {place}},
                                                            {"period", {"2026-10"}}, {"number", {number}}}, "admin"));
    };
    add_count(places[0].id, "701");
    add_count(places[1].id, "702");
    add_count(places[2].id, "703");
    auto* groups = of("walkthrough");
    auto* catch_ups = of("catch_up");
    for (const auto& [of_unit, number] : {std::pair(unit, "7"), {other, "8"}, {std::string(), "9"}}) {
        const auto group = groups->add(groups->around(town_of_units), {{"title", {"Group " + std::string(number)}},
                                                                   {"day", {"2026-11-02"}}, {"invited", {"20"}},
                                                                   {"came", {"1"}}, {"unit", {of_unit}}}, "admin");
        ASSERT_TRUE(group);
        EXPECT_TRUE(catch_ups->add(catch_ups->around(town_of_units), {{"walkthrough", {group->id}}, {"way", {"paper"}},
                                                                  {"number", {number}}}, "admin"));
    }
    auto for_limited = server_of_limited();
    testing::PageClient limited{for_limited};
    limited.cookies()["session"] = "guide";
    for (const auto& [path, numbers] : std::map<std::string, std::array<const char*, 3>>{
             {"counts", {">701<", ">702<", ">703<"}},
             {"catch-ups", {">7<", ">8<", ">9<"}},
             {"walkthroughs", {"Group 7", "Group 8", "Group 9"}}}) {
        const auto url = "/sundsvall/staff/" + path;
        const auto expect = [&](const std::string& query, bool own, bool others, bool none) {
            const auto html = limited.get(url + query).html;
            const auto list = html.substr(html.find("id=\"found\""));
            EXPECT_EQ(list.contains(numbers[0]), own) << url << query;
            EXPECT_EQ(list.contains(numbers[1]), others) << url << query;
            EXPECT_EQ(list.contains(numbers[2]), none) << url << query;
        };
        expect("", true, false, true);
        expect("?unit=", true, true, true);
        expect("?unit=-", false, false, true);
        expect("?unit=" + unit, true, false, false);
        expect("?unit=" + other, false, true, false);
        expect("?unit=gone", false, false, false);
    }
}

}  // namespace
}  // namespace digilots::app
