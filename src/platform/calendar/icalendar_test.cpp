#include "platform/calendar/icalendar.h"

#include <gtest/gtest.h>

#include <vector>

namespace digilots::calendar {
namespace {

using namespace std::chrono_literals;

Event stop() {
    Event event;
    event.uid = "stop-1@digilots";
    event.summary = "Bokbussen: Torget, Ljustorp; \"stannar\" \\ här";
    event.description = "Varannan tisdag.\nInte 10 november, å ä ö och 🚌 " + std::string(120, 'x');
    event.location = "Torget 1, Ljustorp";
    event.url = "https://example.org/sundsvall/places/bokbussen";
    event.zone = "Europe/Stockholm";
    event.when = {wall_time(2026y / 9 / 1, 14 * 60), 45min, "FREQ=WEEKLY;UNTIL=20261215T235959;INTERVAL=2;BYDAY=TU",
                  {wall_time(2026y / 12 / 22, 15 * 60)}, {wall_time(2026y / 11 / 10, 14 * 60)}};
    event.changed = *base::parse_utc("2026-08-20T09:30:00Z");
    event.sequence = 3;
    return event;
}

Event closed() {
    Event event;
    event.uid = "hours-2026-12-24@digilots";
    event.summary = "Stängt";
    event.whole_days = true;
    event.takes_time = false;
    event.when = {wall_time(2026y / 12 / 24, 0), std::chrono::days(3), "FREQ=YEARLY;UNTIL=20301224"};
    event.changed = *base::parse_utc("2026-08-20T09:30:00Z");
    return event;
}

std::vector<std::string> lines(const std::string& text) {
    std::vector<std::string> all;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = text.find("\r\n", at);
        EXPECT_NE(end, text.npos) << "each line ends with CRLF";
        if (end == text.npos) break;
        all.push_back(text.substr(at, end - at));
        at = end + 2;
    }
    return all;
}

TEST(ICalendar, IsReadAsItWasWritten) {
    const Calendar calendar{"Bokbussen", "Europe/Stockholm", {stop(), closed()}};
    const auto text = to_icalendar(calendar);
    const auto again = read_icalendar(text);
    ASSERT_TRUE(again) << again.error() << text;
    EXPECT_EQ(again->name, calendar.name);
    ASSERT_EQ(again->events.size(), 2U) << text;
    EXPECT_EQ(again->events[0].when, calendar.events[0].when) << text;
    EXPECT_EQ(again->events[0].description, calendar.events[0].description);
    EXPECT_EQ(*again, calendar) << text;
    EXPECT_EQ(to_icalendar(*again), text) << "the same bytes";
}

TEST(ICalendar, FoldsAt75OctetsAndBreaksNoLetter) {
    const auto text = to_icalendar({"Bokbussen", "Europe/Stockholm", {stop()}});
    for (const auto& line : lines(text)) {
        EXPECT_LE(line.size(), 75U) << line;
        EXPECT_TRUE(line.empty() || (static_cast<unsigned char>(line[0]) & 0xC0U) != 0x80U) << line;
        EXPECT_EQ(line.find('\r'), line.npos);
    }
}

TEST(ICalendar, FoldsTextsOfEachLengthBetweenLetters) {
    for (std::size_t length = 50; length < 240; ++length) {
        auto event = stop();
        event.uid = std::string(length, 'u');
        event.summary = std::string(length, 's') + "å";
        const auto text = to_icalendar({"Bokbussen", "Europe/Stockholm", {event}});
        for (const auto& line : lines(text)) {
            EXPECT_LE(line.size(), 75U) << length;
            EXPECT_EQ(line.find('\r'), line.npos) << length;
            EXPECT_NE(line, " ") << length;
        }
        std::string whole = text;
        for (auto at = whole.find("\r\n "); at != whole.npos; at = whole.find("\r\n ", at)) whole.erase(at, 3);
        EXPECT_NE(whole.find("UID:" + event.uid + "\r\n"), whole.npos) << length;
        EXPECT_NE(whole.find("SUMMARY:" + event.summary + "\r\n"), whole.npos) << length;
    }
}

TEST(ICalendar, SaysTheZoneWithItsClockChangesAndTheEndInUtc) {
    const auto text = to_icalendar({"Bokbussen", "Europe/Stockholm", {stop()}});
    for (const auto* said : {"BEGIN:VTIMEZONE\r\nTZID:Europe/Stockholm\r\n", "DTSTART;TZID=Europe/Stockholm:20260901T140000\r\n",
                             "DTEND;TZID=Europe/Stockholm:20260901T144500\r\n", "UNTIL=20261215T225959Z",
                             "EXDATE;TZID=Europe/Stockholm:20261110T140000\r\n", "DTSTAMP:20260820T093000Z\r\n", "SEQUENCE:3\r\n",
                             "BEGIN:DAYLIGHT\r\nDTSTART:20260329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n",
                             "BEGIN:STANDARD\r\nDTSTART:20261025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n",
                             "BYDAY=-1SU", "UID:stop-1@digilots\r\n"}) {
        EXPECT_NE(text.find(said), text.npos) << said << text;
    }
    EXPECT_NE(to_icalendar({"", "", {closed()}}).find("DTSTART;VALUE=DATE:20261224\r\n"), std::string::npos);
}

TEST(ICalendar, TextsCannotEndALineOrBeginAProperty) {
    auto event = stop();
    event.summary = "Torget\r\nATTACH:http://evil.example\x01\x7F";
    const auto text = to_icalendar({"a\nBEGIN:VEVENT", "", {event}});
    for (const auto& line : lines(text)) EXPECT_FALSE(line.starts_with("ATTACH") || line == "END:VCALENDAR\n");
    const auto again = read_icalendar(text);
    ASSERT_TRUE(again) << again.error();
    ASSERT_EQ(again->events.size(), 1U);
    EXPECT_EQ(again->events[0].summary, "Torget\nATTACH:http://evil.example");
}

TEST(ICalendar, CommasAndSemicolonsOfANameAreNoListOfNames) {
    const Calendar calendar{"Kafé, fika; \\ prat, Sundsvall", "Europe/Stockholm", {stop()}};
    const auto text = to_icalendar(calendar);
    EXPECT_NE(text.find("X-WR-CALNAME:Kafé\\, fika\\; \\\\ prat\\, Sundsvall\r\n"), text.npos) << text;
    const auto again = read_icalendar(text);
    ASSERT_TRUE(again) << again.error();
    EXPECT_EQ(again->name, calendar.name);
    EXPECT_EQ(to_icalendar(*again), text);
}

std::string with(const std::string& event, const std::string& head = "") {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\n" + head + "BEGIN:VEVENT\r\nUID:1\r\n" + event +
           "END:VEVENT\r\nEND:VCALENDAR\r\n";
}

TEST(ICalendar, ReadsWhatOtherProgramsWrite) {
    const auto read = read_icalendar(with("DTSTART;TZID=/mozilla.org/20070129_1/Europe/Oslo:20260504T100000\nDURATION:PT1H30M\n"
                                          "RRULE:FREQ=WEEKLY;COUNT=2\nEXDATE:20260511T080000Z\n"));
    ASSERT_TRUE(read) << read.error();
    EXPECT_EQ(read->events[0].zone, "Europe/Oslo");
    EXPECT_EQ(read->events[0].when.length, 90min);
    EXPECT_EQ(read->events[0].when.left_out, std::vector<WallTime>{wall_time(2026y / 5 / 11, 600)}) << "ten o'clock there";
    const auto floating = read_icalendar(with("DTSTART:20260504T100000\r\n", "X-WR-TIMEZONE:Europe/Stockholm\r\n"));
    ASSERT_TRUE(floating) << floating.error();
    EXPECT_EQ(floating->events[0].zone, "Europe/Stockholm");
}

TEST(ICalendar, SaysWhatCannotBeReadAndWhere) {
    for (const auto& [text, said] :
         {std::pair(std::string("hej"), "no iCalendar"), {std::string(2'000'000, 'x'), "1 MB"},
          {std::string("BEGIN:\xFF"), "UTF-8"},
          {std::string("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:\x11\r\nDTSTART:20260504T100000Z\r\n"
                       "END:VEVENT\r\nEND:VCALENDAR\r\n"),
           "it has no UID"},
          {with("SUMMARY:x\r\n"), "event 1: it does not say when it begins"},
          {with("DTSTART:20260504T100000\r\n"), "no zone"},
          {with("DTSTART;TZID=W. Europe Standard Time:20260504T100000\r\n"), "is not known by this name"},
          {with("DTSTART:20260504T100000Z\r\nDTEND:20260504T090000Z\r\n"), "ends before it begins"},
          {with("DTSTART:20260504T100000Z\r\nRRULE:FREQ=SECONDLY\r\n"), "more often than daily"},
          {with("DTSTART:20260504T100000Z\r\nRRULE:FREQ=NEVER\r\n"), "event 1"},
          {with("DTSTART:00010101T100000Z\r\n"), "beyond 1900 to 2200"},
          {with("DTSTART:20260504T100000Z\r\nRECURRENCE-ID:20260504T100000Z\r\n"), "replaces one time"}}) {
        const auto read = read_icalendar(text);
        ASSERT_FALSE(read) << text.substr(0, 300);
        EXPECT_NE(read.error().find(said), std::string::npos) << read.error();
    }
    std::string deep;
    for (int level = 0; level < 100; ++level) deep += "BEGIN:VCALENDAR\r\n";
    EXPECT_FALSE(read_icalendar(deep));
}

}  // namespace
}  // namespace digilots::calendar
