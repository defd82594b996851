#include "platform/calendar/weekly_hours.h"

#include <gtest/gtest.h>

#include "platform/calendar/holidays.h"
#include "platform/calendar/hours.h"
#include "platform/calendar/notation_days.h"

namespace digilots::calendar {
namespace {

const i18n::Translator& swedish = i18n::translator("sv");

TEST(WeeklyHours, ReadsTimesAsPeopleWriteThem) {
    EXPECT_EQ(ranges_text(*read_ranges("8-12, 13.00–16.30")), "08:00-12:00,13:00-16:30");
    EXPECT_EQ(ranges_text(*read_ranges("22-02")), "22:00-02:00");
    EXPECT_EQ(ranges_text(*read_ranges("kl. 8.00 till 16.30")), "08:00-16:30");
    EXPECT_EQ(ranges_text(*read_ranges("Kl 8-12 och 13-16")), "08:00-12:00,13:00-16:00");
    EXPECT_EQ(ranges_text(*read_ranges("fra klokka 9 til 15")), "09:00-15:00");
    EXPECT_TRUE(read_ranges("stängt")->empty());
    EXPECT_TRUE(read_ranges("  ")->empty());
    for (const auto* wrong : {"8", "8-25", "8.61-9", "12-13,12.30-14", "efter lunch", "8-8", "-5--3"}) {
        EXPECT_FALSE(read_ranges(wrong)) << wrong;
    }
}

TEST(WeeklyHours, BecomesNotationAndBack) {
    WeeklyHours hours;
    for (std::size_t day = 0; day < 5; ++day) hours.days[day] = *read_ranges("8-16.30");
    hours.days[2] = *read_ranges("8-12,13-19");
    hours.exceptions = *read_exceptions("2026-12-23 10–14\n2026-12-27 – 2026-12-30 stängt\n", "SE");
    const auto rule = to_rule(hours);
    EXPECT_EQ(rule,
              "Mo,Tu,Th,Fr 08:00-16:30; We 08:00-12:00,13:00-19:00; 2026 Dec 27-2026 Dec 30 off; "
              "2026 Dec 23 10:00-14:00")
        << "what is said of one day comes last and holds";
    EXPECT_TRUE(check_hours(rule));
    EXPECT_EQ(read_weekly(rule)->days, hours.days);
    EXPECT_EQ(exceptions_text(read_weekly(rule)->exceptions, swedish, "SE"),
              "2026-12-27 – 2026-12-30 stängt\n2026-12-23 10:00-14:00");
    EXPECT_EQ(to_rule(*read_weekly(rule)), rule);
}

TEST(WeeklyHours, TwoLinesOfOneDayOpenTwiceThatDay) {
    WeeklyHours hours;
    hours.days[0] = *read_ranges("8-16");
    hours.exceptions = *read_exceptions("2026-12-31 13-15\n2026-12-31 8-12", "SE");
    EXPECT_EQ(to_rule(hours), "Mo 08:00-16:00; 2026 Dec 31 08:00-12:00,13:00-15:00");
}

TEST(WeeklyHours, APeriodHoldsOnTheDaysThatAreOpenInAUsualWeek) {
    WeeklyHours hours;
    for (std::size_t day = 0; day < 5; ++day) hours.days[day] = *read_ranges("8-16");
    const auto rule_of = [&](const char* exceptions) {
        hours.exceptions = *read_exceptions(exceptions, "SE");
        const auto rule = to_rule(hours);
        EXPECT_EQ(*read_weekly(rule), hours) << rule;
        return rule.substr(std::string("Mo-Fr 08:00-16:00; ").size());
    };
    EXPECT_EQ(rule_of("2026-06-15 – 2026-08-15 10-15"), "2026 Jun 15-2026 Aug 15 Mo-Fr 10:00-15:00");
    EXPECT_EQ(rule_of("15 juni – 15 augusti 10-15"), "Jun 15-Aug 15 Mo-Fr 10:00-15:00");
    EXPECT_EQ(rule_of("15 juni – 15 augusti lör–sön 10-12"), "Jun 15-Aug 15 Sa,Su 10:00-12:00");
    EXPECT_EQ(rule_of("15. juni – 15. august 2027 mandager, onsdager 10.30–12"), "2027 Jun 15-2027 Aug 15 Mo,We 10:30-12:00");
    EXPECT_EQ(rule_of("27–30 december stängt"), "Dec 27-Dec 30 off");
    EXPECT_EQ(rule_of("20 dec 2026 – 6 jan stängt"), "2026 Dec 20-2027 Jan 06 off");
    EXPECT_EQ(rule_of("24/12 10-12"), "Dec 24 10:00-12:00");
    EXPECT_EQ(rule_of("24.12.2026 10-12"), "2026 Dec 24 10:00-12:00");
    EXPECT_EQ(rule_of("5 june 10-12"), "Jun 05 10:00-12:00");
    // As lists show it.
    EXPECT_EQ(rule_of("måndag 7 december: 13.00–19.00"), "Dec 07 13:00-19:00");
    EXPECT_EQ(rule_of("fredag 11 december 10-14"), "Dec 11 10:00-14:00");
    EXPECT_EQ(rule_of("fre 18 dec 2026 10-14"), "2026 Dec 18 10:00-14:00");
    EXPECT_EQ(rule_of("lørdag 19. des. stengt"), "Dec 19 off");
    EXPECT_FALSE(read_exceptions("måndag 18 december 2026 10-14", "SE")) << "a Friday";
    EXPECT_FALSE(read_exceptions("fredag 10-14", "SE"));
}

std::string rule_of_days(const char* exceptions, std::string_view country) {
    const auto read = read_exceptions(exceptions, country);
    return read ? to_rule({{}, *read}) : "cannot be read";
}

TEST(WeeklyHours, ADayIsSaidByItsName) {
    for (const auto& [line, rule] :
         {std::pair("julafton stängt", "Dec 24 off"), {"Midsommarafton 10-13", "Jun 20 +Sa -1 day 10:00-13:00"},
          {"nyårsafton: stängt", "Dec 31 off"}, {"julaftonen stängt", "Dec 24 off"}, {"juldag stängt", "Dec 25 off"},
          {"nationaldagen 10-12", "Jun 06 10:00-12:00"}, {"trettondagsafton 10-12", "Jan 05 10:00-12:00"},
          {"skärtorsdag – annandag påsk stängt", "easter -3 days-easter +1 day off"}, {"påskdagen stängt", "easter off"},
          {"julafton – nyårsdagen stängt", "Dec 24-Jan 01 off"}, {"midsommarafton 2027 10-13", "2027 Jun 25 10:00-13:00"},
          {"julafton 2026 - trettondedag jul stängt", "2026 Dec 24-2027 Jan 06 off"},
          {"midsommarafton – 31 juli 2027 stängt", "2027 Jun 25-2027 Jul 31 off"},
          {"Christmas Eve closed", "Dec 24 off"}, {"julafton", "Dec 24 off"}}) {
        EXPECT_EQ(rule_of_days(line, "SE"), rule) << line;
    }
    for (const auto& [line, rule] :
         {std::pair("julaften stengt", "Dec 24 off"), {"nyttårsaften 10-13", "Dec 31 10:00-13:00"},
          {"1. juledag stengt", "Dec 25 off"}, {"andre juledag stengt", "Dec 26 off"}, {"2 juledag stengt", "Dec 26 off"},
          {"Skjærtorsdag stengt", "easter -3 days off"}, {"2. pinsedag stengt", "easter +50 days off"},
          {"nationaldagen stengt", "May 17 off"}, {"lille julaften 10-13", "Dec 23 10:00-13:00"},
          {"palmesøndag – 2. påskedag stengt", "easter -7 days-easter +1 day off"}}) {
        EXPECT_EQ(rule_of_days(line, "NO"), rule) << line;
    }
    for (const auto* wrong : {"julaftonsmorgon stängt", "jul stängt", "julafton mån 10-12", "julafton – jul stängt"})
        EXPECT_EQ(rule_of_days(wrong, "SE"), "cannot be read") << wrong;
}

TEST(WeeklyHours, EveryHolidayIsReadByItsNameAndComesBackByIt) {
    for (const auto& named : named_holidays()) {
        const auto read = read_exceptions(std::string(named.name) + " 10-12", named.country);
        ASSERT_TRUE(read) << named.name;
        const auto again = read_weekly(to_rule({{}, *read}));
        ASSERT_TRUE(again) << named.name;
        EXPECT_EQ(again->exceptions, *read) << named.name;
        for (int year = 2015; year <= 2035; ++year) {
            const auto date = date_in_year(again->exceptions[0].from, year);
            const auto* holiday = holiday_on(named.country, date);
            ASSERT_NE(holiday, nullptr) << named.name << " " << base::format_date(date);
            if (year == 2026) {
                EXPECT_EQ(holiday->name, named.name) << "no two fall on one day";
            }
        }
        const auto text = exceptions_text(again->exceptions, swedish, named.country);
        EXPECT_EQ(*read_exceptions(text, named.country), *read) << text;
        if (named.day.moves()) {
            EXPECT_EQ(text, std::string(named.name) + " 10:00-12:00");
        }
    }
}

TEST(WeeklyHours, ThePeriodOfBeforeThatOpensEveryDaySaysSo) {
    const auto read = read_weekly("Mo-Fr 08:00-16:00; 2026 Jun 15-2026 Aug 15 10:00-15:00");
    EXPECT_EQ(exceptions_text(read->exceptions, swedish, "SE"), "2026-06-15 – 2026-08-15 måndag–söndag 10:00-15:00");
    EXPECT_EQ(*read_exceptions("2026-06-15 – 2026-08-15 måndag–söndag 10:00-15:00", "SE"), read->exceptions);
    const auto yearless = read_weekly("Mo-Fr 08:00-16:00; Jun 15-Aug 15 Sa 10:00-15:00; Nov 02 off");
    EXPECT_EQ(exceptions_text(yearless->exceptions, swedish, "SE"), "15 juni – 15 aug. lördag 10:00-15:00\n2 nov. stängt");
    EXPECT_EQ(*read_exceptions("15 juni – 15 aug. lördag 10:00-15:00\n2 nov. stängt", "SE"), yearless->exceptions);
}

TEST(WeeklyHours, NamesTheLinesThatAreWrong) {
    for (const auto* wrong : {"31 april 10-12", "24", "24 – 10-12", "24 juni lördag 10-12", "juni 10-12",
                              "15 juni – 20 jxn 10-12", "24 juni sent", "1/13 stängt", "29 februari 2027 stängt"}) {
        EXPECT_FALSE(read_exceptions(wrong, "SE")) << wrong;
    }

    EXPECT_EQ(read_exceptions("2026-12-23 10-14\n\njulgran stängt", "SE").error(), std::vector{3});
    EXPECT_EQ(read_exceptions("nyår\n2026-12-23 10-14\njulgran stängt", "SE").error(), (std::vector{1, 3}));
    EXPECT_EQ(read_exceptions("2026-13-01 stängt", "SE").error(), std::vector{1});
    EXPECT_EQ(read_exceptions("2026-12-30 – 2026-12-27 stängt", "SE").error(), std::vector{1});
}

TEST(WeeklyHours, AClosedExceptionComesBackInTheLanguageOfTheReader) {
    for (const auto& [language, line] : {std::pair("sv", "2026-12-31 stängt"),
                                         {"nb", "2026-12-31 stengt"}, {"en", "2026-12-31 closed"}}) {
        const auto read = read_exceptions(line, "SE");
        EXPECT_EQ(exceptions_text(*read, i18n::translator(language), "SE"), line);
    }
}

TEST(WeeklyHours, ExceptionsAreReadAsTheyAreWrittenInEveryLanguage) {
    const auto exceptions = read_exceptions("24 dec stängt\n15 juni – 15 augusti mån–tors 10-15\n2026-12-23 10-14", "SE");
    ASSERT_TRUE(exceptions);
    for (const auto& language : i18n::languages()) {
        const auto text = exceptions_text(*exceptions, i18n::translator(language.code), "SE");
        const auto again = read_exceptions(text, "SE");
        ASSERT_TRUE(again) << language.code << ": " << text;
        EXPECT_EQ(*again, *exceptions) << text;
    }
}

TEST(WeeklyHours, LeavesWhatIsMoreThanAWeekToTheNotation) {
    EXPECT_FALSE(read_weekly("week 1-53/2 We 10:00-12:00"));
    EXPECT_FALSE(read_weekly("Mo-Fr 08:00-16:00 \"efter bokning\""));
    for (const auto* more : {"Jun-Aug Mo-Fr 09:00-15:00", "Mo-Fr 10:00+", "Mo[1] 10:00-11:00",
                             "Mo-Fr 08:00-16:00, Mo 18:00-20:00",
                             "Mo-Fr 08:00-16:00 || \"ring\"", "24/7", "Dec 24 off; Mo-Fr 08:00-16:00",
                             "easter +3 days off", "Nov 30 -Su off", "2026 easter off", "PH 10:00-12:00",
                             "Mo 20:00-44:00", "Mo 10:00-12:00,11:00-13:00", "Dec 24+ off", "2026 Mo 10:00-11:00"}) {
        EXPECT_FALSE(read_weekly(more)) << more;
    }
    EXPECT_TRUE(read_weekly("Mo-Fr 08:00-16:30; PH off"));
}

}  // namespace
}  // namespace digilots::calendar
