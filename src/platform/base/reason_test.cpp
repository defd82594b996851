#include <gtest/gtest.h>

#include <stdexcept>

#include "platform/base/reason.h"

namespace digilots::base {

namespace {

struct NoStandardError {};

template <class T>
std::string reason_of(const T& thrown) {
    try {
        throw thrown;
    } catch (...) {
        return reason_of_current_exception();
    }
}

TEST(Reason, SaysWhatWasThrownWhateverItIs) {
    EXPECT_EQ(reason_of(std::runtime_error("the disk is full")), "the disk is full");
    EXPECT_EQ(reason_of(std::string("too long")), "too long");
    EXPECT_NE(reason_of(NoStandardError{}).find("NoStandardError"), std::string::npos);
    EXPECT_NE(reason_of(7), "");
}

}  // namespace

}  // namespace digilots::base
