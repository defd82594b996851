#include "platform/base/log.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "platform/base/ensure.h"
#include "platform/base/json.h"
#include "platform/base/text.h"

namespace digilots::base {
namespace {

TEST(Log, WritesOneWholeJsonLineForEachEventFromManyThreads) {
    testing::internal::CaptureStderr();
    {
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < 4; ++thread) {
            threads.emplace_back([] {
                for (int i = 0; i < 100; ++i) log(LogLevel::info, "request", {{"path", "/å\n\"x\""}});
            });
        }
    }
    const std::string output = testing::internal::GetCapturedStderr();
    const auto lines = split(output, '\n');
    ASSERT_EQ(lines.size(), 401U);
    for (std::size_t i = 0; i < 400; ++i) {
        const auto line = parse_json(lines[i]);
        ASSERT_TRUE(line) << line.error();
        EXPECT_EQ((*line)["event"].text(), "request");
        EXPECT_EQ((*line)["path"].text(), "/å\n\"x\"");
    }
}

TEST(Log, LeavesOutWhatIsBelowTheLevel) {
    testing::internal::CaptureStderr();
    log(LogLevel::debug, "detail");
    set_log_level(LogLevel::error);
    log(LogLevel::warning, "hidden");
    set_log_level(LogLevel::info);
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

TEST(Ensure, ThrowsABugThatNamesThePlace) {
    try {
        ENSURE(1 + 1 == 3);
        FAIL() << "nothing was thrown";
    } catch (const Bug& bug) {
        EXPECT_NE(std::string(bug.what()).find("log_test.cpp"), std::string::npos);
        EXPECT_NE(std::string(bug.what()).find("1 + 1 == 3"), std::string::npos);
    }
}

}  // namespace
}  // namespace digilots::base
