// Three dimensions at once, from the counts of months, hold what a count by days gives from the rows.
#include <random>

#include <gtest/gtest.h>

#include "inquiries/log_for_tests.h"

namespace digilots::inquiries {
namespace {

using Figures = std::map<std::map<std::string, std::string>, std::int64_t>;

void log_many(LogForTests& log, int number) {
    std::mt19937 random(48);
    const auto pick = [&](std::vector<std::string> from) { return from[random() % from.size()]; };
    std::vector<std::string> ids;
    for (int step = 0; step < number; ++step) {
        Inquiry inquiry = a_visit({pick({"bank", "print"})});
        if (random() % 3 == 0) inquiry.topics.push_back("mobile");
        inquiry.at = log.clock.now() - std::chrono::hours(random() % 3000);
        inquiry.place = pick({"sundsvall-kulturmagasinet", ""});
        inquiry.channel = pick({"visit", "phone"});
        inquiry.outcome = pick({"answered", "referred"});
        inquiry.body = pick({"", "tax", "bank"});
        inquiry.e_service = pick({"", "childcare"});
        inquiry.barrier = pick({"", "no_e_id", "cost"});
        if (random() % 4 == 0 && inquiry.barrier != "cost") inquiry.barriers = {"cost", "no_device"};
        inquiry.minutes = random() % 2 ? std::optional<int>(random() % 60) : std::nullopt;
        ids.push_back(log.inquiries.log(sundsvall, inquiry, "anna", "", "")->id);
        if (step % 5 == 4) log.inquiries.remove(sundsvall, ids[random() % ids.size()], "anna");
    }
}

Figures by_days(LogForTests& log, const char* measure, std::vector<std::string> by,
                const std::map<std::string, std::string>& where) {
    const bool is_by_month = by[0] == "month";
    if (is_by_month) by.erase(by.begin());
    by.emplace_back("day");
    Figures found;
    for (const auto& row : log.figures(measure, "2026-08-10", "2026-11-12", by, where)) {
        auto key = row.dimensions;
        if (is_by_month) key["month"] = key.at("day").substr(0, 7);
        key.erase("day");
        found[key] += row.value.amount;
    }
    return found;
}

TEST(MonthCounts, TellOfThreeDimensionsWhatTheRowsTell) {
    LogForTests log;
    log_many(log, 200);
    struct Asked {
        const char* measure;
        std::vector<std::string> by;
        std::map<std::string, std::string> where;
    };
    const std::string library = "sundsvall-kulturmagasinet";
    for (const auto& [measure, by, where] : std::vector<Asked>{
             {"inquiries", {"topic", "channel"}, {{"place", library}}},
             {"inquiries", {"topic", "channel"}, {{"place", ""}}},
             {"help_minutes", {"month", "topic", "place"}, {{"outcome", "referred"}}},
             {"inquiries", {"topic", "place", "channel", "outcome"}, {}},
             {"inquiries", {"month", "channel"}, {{"topic", "mobile"}, {"outcome", "answered"}}},
             {"inquiries", {"e_service", "barrier"}, {}},
             {"inquiries", {"month", "barrier"}, {{"e_service", "childcare"}}},
             {"help_minutes", {"body", "barrier"}, {}},
             {"inquiries", {"body", "barrier", "e_service"}, {}},
             {"inquiries", {"body", "e_service"}, {}},
             {"inquiries", {"month", "body"}, {{"barrier", "cost"}}},
             {"inquiries", {"month", "barrier"}, {{"barrier", ""}}},
             {"inquiries", {"month", "e_service"}, {{"e_service", ""}}},
             {"inquiries", {"topic", "hour"}, {}},
             {"inquiries", {"place", "hour"}, {{"topic", "bank"}}},
             {"inquiries", {"hour", "channel"}, {{"place", library}}},
             {"answered_at_first_contact", {"place", "channel", "outcome"}, {}},
             {"inquiries", {"topic", "place"}, {{"channel", "visit"}, {"hour", "09"}}}}) {
        Figures found;
        for (const auto& row : log.figures(measure, "2026-08-10", "2026-11-12", by, where))
            found[row.dimensions] = row.value.amount;
        EXPECT_FALSE(found.empty()) << by[0] << by[1];
        EXPECT_EQ(found, by_days(log, measure, by, where)) << measure << " " << by[0] << " " << by[1];
    }
}

}  // namespace
}  // namespace digilots::inquiries
