#include "platform/base/feasts.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "platform/base/text.h"

namespace digilots::base {
namespace {

std::string on(std::string_view phrase, int year) {
    for (const auto& feast : feasts()) {
        for (const auto one : split(feast.phrases, '|')) {
            if (one == phrase) return format_date(date_of(feast, year));
        }
    }
    return "";
}

TEST(Feasts, HaveTheirDateInEachYear) {
    EXPECT_EQ(on("julafton", 2026), "2026-12-24");
    EXPECT_EQ(on("skjærtorsdag", 2026), "2026-04-02");
    EXPECT_EQ(on("annandag pingst", 2027), "2027-05-17");
    EXPECT_EQ(on("midsommarafton", 2026), "2026-06-19");
    EXPECT_EQ(on("midsommarafton", 2027), "2027-06-25");
    EXPECT_EQ(on("midsommardagen", 2026), "2026-06-20");
    EXPECT_EQ(on("alla helgons dag", 2026), "2026-10-31");
    EXPECT_EQ(on("alla helgons dag", 2027), "2027-11-06");
    EXPECT_EQ(on("allhelgonaafton", 2026), "2026-10-30");
}

TEST(Feasts, NoPhraseMeansTwoDays) {
    std::map<std::string, const Feast*> days;
    for (const auto& feast : feasts()) {
        for (const auto phrase : split(feast.phrases, '|')) {
            EXPECT_EQ(days.emplace(fold(phrase), &feast).first->second, &feast) << phrase;
        }
    }
}

}  // namespace
}  // namespace digilots::base
