#include <gtest/gtest.h>

#include "platform/html/component_test.h"

namespace digilots::html::components {
namespace {

TEST(Notice, AnnouncesWhatJustHappened) {
    EXPECT_TRUE(has(fixture(notice_fixtures, 1), "role=\"status\""));
    EXPECT_FALSE(has(fixture(notice_fixtures, 0), "role=\"status\""));
    EXPECT_TRUE(has(fixture(notice_fixtures, 2), "No phone number yet"));
}

}  // namespace
}  // namespace digilots::html::components
