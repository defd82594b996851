// Entries belong to the unit of their place: in the list, in the figures, and for who is limited to one.
#include <gtest/gtest.h>

#include <algorithm>

#include "inquiries/desk_for_tests.h"

namespace digilots::inquiries {
namespace {

class UnitsOfTheLog : public ::testing::Test, protected DeskWorld {
protected:
    UnitsOfTheLog() {
        culture = add_unit("Culture", "");
        libraries = add_unit("Libraries", culture);
        schools = add_unit("Schools", "");
        auto& places = log.directory.records(directory::RecordKind::place);
        EXPECT_TRUE(places.take_step(places.around("2281"), "sundsvall-kulturmagasinet", {"changed", {{"unit", libraries}}},
                                     "admin"));
    }
    std::string add_unit(const std::string& name, const std::string& parent) {
        auto& records = log.organisation.unit_records();
        return records.add(records.around("2281"), {{"name", {name}}, {"parent", {parent}}}, "admin")->id;
    }
    std::string add(const char* place, const char* note) {
        Inquiry inquiry = a_visit();
        inquiry.place = place;
        inquiry.note = note;
        return log.inquiries.log(sundsvall, inquiry, "somebody", "", "")->id;
    }
    testing::Page as(const std::string& person, const std::string& path) {
        client.accept_language = "en";
        client.cookies()["session"] = person;
        return client.get("/sundsvall/staff/inquiries" + path);
    }
    std::int64_t counted(std::map<std::string, std::string> where) {
        return log.total("inquiries", "2026-11-01", "2026-11-30", std::move(where));
    }

    std::string culture, libraries, schools;
    std::string at_library = add("sundsvall-kulturmagasinet", "Printed tickets"), at_desk = add("", "Asked about parking");
};

TEST_F(UnitsOfTheLog, TheDeskBeginsAtThePlaceOfTheUnitThatSomebodyWorksIn) {
    const auto begins_at = [&](const std::string& person, const char* place) {
        client.cookies()["session"] = person;
        return client.get("/sundsvall/staff/").says("value=\"" + std::string(place) + "\" selected");
    };
    const char *library = "sundsvall-kulturmagasinet", *town_hall = "sundsvall-kommunhuset";
    const auto upper_schools = add_unit("Upper schools", schools);
    EXPECT_TRUE(begins_at("guide", library)) << "where searches end";
    EXPECT_TRUE(begins_at("coordinator-of-" + schools, library)) << "the unit has no place";
    auto& places = log.directory.records(directory::RecordKind::place);
    ASSERT_TRUE(places.take_step(places.around("2281"), town_hall, {"changed", {{"unit", upper_schools}}}, "admin"));
    EXPECT_TRUE(begins_at("coordinator-of-" + upper_schools, town_hall));
    EXPECT_TRUE(begins_at("coordinator-of-" + schools, town_hall)) << "it belongs to a unit below";
    EXPECT_TRUE(begins_at("coordinator-of-" + culture, library));
}

TEST_F(UnitsOfTheLog, FiguresOfAUnitAreThoseOfItsPlacesAndOfAllBelowIt) {
    EXPECT_EQ(counted({{"unit", culture}}), 1);
    EXPECT_EQ(counted({{"unit", libraries}}), 1);
    EXPECT_EQ(counted({{"unit", schools}}), 0);
    EXPECT_EQ(counted({{"unit", libraries}, {"topic", "print"}}), 1);
    EXPECT_EQ(counted({{"unit", libraries}, {"place", "sundsvall-kommunhuset"}}), 0);
}

TEST_F(UnitsOfTheLog, FiguresByUnitAddUpToAllOfThem) {
    std::map<std::string, std::int64_t> by_unit;
    for (const auto& row : log.figures("inquiries", "2026-11-01", "2026-11-30", {"unit", "month"})) {
        EXPECT_EQ(row.dimensions.at("month"), "2026-11");
        EXPECT_FALSE(row.dimensions.contains("place"));
        by_unit[row.dimensions.at("unit")] += row.value.amount;
    }
    EXPECT_EQ(by_unit, (std::map<std::string, std::int64_t>{{libraries, 1}, {"", 1}}));
}

TEST_F(UnitsOfTheLog, ATableHoldsWhatTheListShows) {
    client.accept_language = "en";
    client.cookies()["session"] = "coordinator";
    const auto table = [&](const std::string& asked) {
        const auto list = client.get("/sundsvall/staff/inquiries?" + asked);
        return client.get(list.link("Download as a table (CSV)")).html;
    };
    const auto holds = [&](const std::string& asked, bool of_library, bool of_desk) {
        const auto rows = table(asked);
        EXPECT_EQ(rows.find("Printed tickets") != rows.npos, of_library) << asked << rows;
        EXPECT_EQ(rows.find("Asked about parking") != rows.npos, of_desk) << asked << rows;
    };
    const std::string days = "from=2026-11-01&to=2026-11-30";
    holds("", true, true);                                          // today's, as the list does
    holds(days, true, true);
    holds("from=2026-11-01&to=2026-11-02", false, false);
    holds(days + "&unit=" + culture, true, false);
    holds(days + "&unit=-", false, true);
    holds(days + "&unit=made-up", false, false);
    holds(days + "&place=sundsvall-kulturmagasinet", true, false);
    holds(days + "&place=-", false, true);
    holds(days + "&topic=print&channel=visit&outcome=answered", true, true);
    holds(days + "&topic=bank", false, false);
    holds(days + "&outcome=referred", false, false);
}

TEST_F(UnitsOfTheLog, ATableThatAsksForNothingHoldsAllAndOneWithAnUnreadableDayNothing) {
    client.cookies()["session"] = "coordinator";
    const auto holds_parking = [&](const std::string& address) {
        return client.get("/sundsvall/staff/inquiries/table" + address).html.find("Asked about parking") != std::string::npos;
    };
    EXPECT_TRUE(holds_parking("")) << "all where nothing is asked";
    EXPECT_FALSE(holds_parking("?from=yesterday"));
}

TEST_F(UnitsOfTheLog, WhoIsLimitedMovesNothingOutOfTheirUnit) {
    client.accept_language = "en";
    client.cookies()["session"] = "coordinator-of-" + culture;
    const std::string url = "/sundsvall/staff/inquiries/" + at_library;
    const auto moved = client.submit(client.get(url), {{"place", "sundsvall-kommunhuset"}}, "", url);
    EXPECT_EQ(moved.status, 422);
    EXPECT_TRUE(moved.says("Choose a place of your own unit"));
    EXPECT_EQ(as("coordinator-of-" + culture, "/" + at_library).status, 200);
}

TEST_F(UnitsOfTheLog, TheEntriesBehindAFigureAreAsManyAsItSays) {
    const auto measures = log.inquiries.measures();
    const auto& inquiries = *std::ranges::find(measures, "inquiries", &measures::Measure::key);
    for (const auto& [dimension, key] : std::vector<std::pair<std::string, std::string>>{
             {"unit", culture}, {"unit", schools}, {"unit", ""}, {"unit", "-"}, {"place", ""},
             {"place", "sundsvall-kulturmagasinet"}, {"unit", "made-up"}}) {
        const measures::Query query{
            {"2281"}, {*base::parse_date("2026-11-01"), *base::parse_date("2026-11-30")}, {}, {{dimension, key}}};
        std::int64_t figure = 0;
        for (const auto& row : inquiries.figures(query)) figure += row.value.amount;
        const auto url = inquiries.rows_url(query);
        const auto list = as("coordinator", url.substr(url.find('?')));
        const std::string many = std::to_string(figure) + (figure == 1 ? " entry" : " entries");
        const std::string says = figure == 0 ? "No entries in this period." : many;
        EXPECT_TRUE(list.says(says)) << dimension << "=" << key << " " << figure << " " << url;
    }
}

TEST_F(UnitsOfTheLog, TheListOfAUnitHoldsTheEntriesOfItsPlaces) {
    const auto list = as("coordinator", "?unit=" + culture);
    EXPECT_TRUE(list.says("Printed tickets"));
    EXPECT_FALSE(list.says("Asked about parking"));
    EXPECT_TRUE(list.says("1 entry"));
    EXPECT_TRUE(as("coordinator", "").says("2 entries"));
    EXPECT_TRUE(as("coordinator", "?unit=" + schools).says("No entries in this period."));
    EXPECT_TRUE(as("coordinator", "?unit=made-up").says("No entries in this period."));
}

TEST_F(UnitsOfTheLog, WhoIsLimitedToAUnitSeesAndCorrectsItsEntriesAlone) {
    const std::string limited = "coordinator-of-" + culture;
    const auto list = as(limited, "");
    EXPECT_TRUE(list.says("You see the entries at the places of your unit."));
    EXPECT_TRUE(list.says("Printed tickets"));
    EXPECT_FALSE(list.says("Asked about parking"));
    EXPECT_EQ(as(limited, "/" + at_library).status, 200);
    EXPECT_EQ(as(limited, "/" + at_desk).status, 404);
    EXPECT_EQ(as("coordinator-of-" + schools, "/" + at_library).status, 404);
    EXPECT_TRUE(as("coordinator-of-" + schools, "?unit=" + culture).says("No entries in this period."));
}

TEST(WordsOfTheLog, FindEntriesByNoteAndTopicAndNeverByANumberOfAPerson) {
    DeskWorld world;
    const auto log = [&](const std::string& topic, const std::string& note) {
        EXPECT_EQ(world.post(R"({"topics":[")" + topic + R"("],"channel":"visit","outcome":"answered","note":")" + note + R"("})")
                      .status,
                  201);
    };
    log("bank", "Ville \u00e4ndra sin autogiro");
    log("printing", "Papperet tog slut");
    auto& client = world.client;
    client.accept_language = "en";
    client.cookies()["session"] = "coordinator";
    const std::string list = "/sundsvall/staff/inquiries?q=";
    EXPECT_TRUE(client.get(list + "autogiro").says("1 entry"));
    EXPECT_TRUE(client.get(list + "%C3%84NDRA+auto").says("1 entry")) << "however it is written, parts of words too";
    EXPECT_TRUE(client.get(list + "autogiro+slut").says("0 entries")) << "all words";
    EXPECT_TRUE(client.get(list + "print").says("1 entry")) << "names of topics";
    EXPECT_TRUE(client.get(list + "+").says("2 entries"));
    const auto found = client.get(list + "autogiro");
    EXPECT_TRUE(found.says("log=1&amp;q=autogiro") && found.says("/table?q=autogiro")) << found.html;
    EXPECT_TRUE(client.get("/sundsvall/staff/inquiries/table?q=autogiro").says("autogiro"));
    EXPECT_FALSE(client.get("/sundsvall/staff/inquiries/table?q=autogiro").says("Papperet"));
    const auto refused = client.get_once(list + "19811218-9876");
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("Take out the number") && !refused.says("value=\"19811218")) << refused.html;
    EXPECT_FALSE(refused.says("/table?q=")) << "nor in a link";
}

}  // namespace
}  // namespace digilots::inquiries
