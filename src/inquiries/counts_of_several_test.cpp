// Several municipalities at once: months that were added up are kept, and never told once something of them was written.
#include <random>

#include <gtest/gtest.h>

#include "inquiries/log_for_tests.h"

namespace digilots::inquiries {
namespace {

using Figures = std::map<std::map<std::string, std::string>, std::int64_t>;

const http::Tenant timra{"2262", "timra", "Timrå", "Europe/Stockholm", {"sv", "en"}, "", false, ""};
const std::vector<std::string> both{"2281", "2262"};

struct OfSeveral : ::testing::Test {
    LogForTests log;

    Figures asked(const char* measure, const char* from, const char* to, const std::vector<std::string>& by,
                  const std::map<std::string, std::string>& where, const std::vector<std::string>& municipalities) {
        Figures found;
        for (const auto& row : log.figures(measure, from, to, by, where, municipalities))
            found[row.dimensions] += row.value.amount;
        return found;
    }
    Figures one_by_one(const char* measure, const char* from, const char* to, const std::vector<std::string>& by,
                       const std::map<std::string, std::string>& where) {
        auto sums = asked(measure, from, to, by, where, {both[0]});
        for (const auto& [key, value] : asked(measure, from, to, by, where, {both[1]})) sums[key] += value;
        return sums;
    }
    std::int64_t of_both() { return log.total("inquiries", "2026-09-01", "2026-11-22", {}, both); }
    std::string log_at(const http::Tenant& tenant, int hours_ago) {
        auto inquiry = a_visit();
        if (tenant.id == timra.id) inquiry.place = "";
        inquiry.at = log.clock.now() - std::chrono::hours(hours_ago);
        return log.inquiries.log(tenant, inquiry, "anna", "", "")->id;
    }
};

TEST_F(OfSeveral, AreTheSumOfEachAfterEveryKindOfWrite) {
    std::mt19937 random(13);
    const auto pick = [&](std::vector<std::string> from) { return from[random() % from.size()]; };
    std::map<std::string, std::vector<std::string>> ids;
    for (int step = 0; step < 60; ++step) {
        const auto& tenant = random() % 2 ? sundsvall : timra;
        auto inquiry = a_visit({pick({"bank", "print"})});
        if (random() % 3 == 0) inquiry.topics.emplace_back("mobile");
        inquiry.at = log.clock.now() - std::chrono::hours(random() % 3000);
        if (tenant.id == timra.id) inquiry.place = "";
        inquiry.channel = pick({"visit", "phone"});
        inquiry.language = pick({"", "sv", "ar"});
        auto& own = ids[tenant.id];
        own.push_back(log.inquiries.log(tenant, inquiry, "anna", "", "")->id);
        if (step % 5 == 3) log.inquiries.remove(tenant, own[random() % own.size()], "anna");
        if (step % 5 == 4) {
            if (auto changed = log.inquiries.find(tenant, own[random() % own.size()])) {
                changed->topics = {"tax"};
                log.inquiries.correct(tenant, *changed, "anna");
            }
        }
        if (step % 4 != 0) continue;
        for (const auto& by : std::vector<std::vector<std::string>>{
                 {"month", "topic"}, {"topic", "channel"}, {"language"}, {"quarter"}, {}, {"topic", "channel", "outcome"}})
            for (const char* from : {"2026-07-01", "2026-08-10"})
                for (const char* to : {"2026-11-22", "2026-11-12"})
                    EXPECT_EQ(asked("inquiries", from, to, by, {}, both), one_by_one("inquiries", from, to, by, {}))
                        << step << " " << from << " " << to << " " << (by.empty() ? "" : by[0]);
        EXPECT_EQ(asked("help_minutes", "2026-08-10", "2026-11-22", {"month"}, {{"topic", "bank"}}, both),
                  one_by_one("help_minutes", "2026-08-10", "2026-11-22", {"month"}, {{"topic", "bank"}}));
    }
}

TEST_F(OfSeveral, AreReadAnewOnlyOfMonthsInWhichSomethingWasWritten) {
    log_at(sundsvall, 1);
    log_at(timra, 24 * 40);
    EXPECT_EQ(of_both(), 2);
    static constexpr db::Statement spoil{"spoil", "UPDATE inquiries_count SET inquiries = inquiries + 100",
                                         "UPDATE inquiries_count SET inquiries = inquiries + 100"};
    log.database->write([&](db::Connection& connection) { connection.execute(spoil); });
    EXPECT_EQ(of_both(), 2) << "what was added up is kept";
    log_at(sundsvall, 2);
    EXPECT_EQ(of_both(), 103) << "November anew, October as it was";
    ASSERT_TRUE(log.inquiries.rebuild_counts());
    EXPECT_EQ(of_both(), 3) << "a count made anew is a change";
}

TEST_F(OfSeveral, OfAnotherServerAreThoseThatItWrote) {
    log_at(sundsvall, 1);
    EXPECT_EQ(of_both(), 1);
    Inquiries other{*log.database, log.directory, log.municipalities, log.organisation, log.own_topics, log.clock};
    auto inquiry = a_visit();
    inquiry.place = "";
    const auto gone = other.log(timra, inquiry, "anna", "", "")->id;
    EXPECT_EQ(of_both(), 2);
    EXPECT_TRUE(other.remove(timra, gone, "anna"));
    EXPECT_EQ(of_both(), 1);
}

TEST_F(OfSeveral, DaysBehindThePeriodAreNotCountedWithIt) {
    log_at(sundsvall, 0);
    log_at(timra, 24 * 10);
    EXPECT_EQ(log.total("inquiries", "2026-10-01", "2026-11-15", {}, both), 1);
    EXPECT_EQ(log.total("inquiries", "2026-11-13", "2026-11-22", {}, both), 1);
    EXPECT_EQ(log.total("inquiries", "2026-11-12", "2026-11-22", {}, both), 2);
    EXPECT_EQ(log.total("inquiries", "2026-11-22", "2026-11-30"), 1);
    EXPECT_EQ(log.total("inquiries", "2026-11-01", "2026-11-21"), 0);
}

}  // namespace
}  // namespace digilots::inquiries
