#pragma once
// Root may write everything: tests about what may not be written are somebody else meanwhile.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

namespace digilots::testing {

/// Owns the folder and what is in it, and is who the whole process acts as, until the end of its scope. Where the test
/// is not root, it is somebody else already.
class AsSomebodyElse {
public:
    explicit AsSomebodyElse(const std::filesystem::path& folder) {
        if (::geteuid() != 0) return;
        for (const auto& entry : std::filesystem::directory_iterator(folder))
            EXPECT_EQ(::chown(entry.path().c_str(), nobody, nobody), 0);
        EXPECT_EQ(::chown(folder.c_str(), nobody, nobody), 0);
        EXPECT_EQ(::seteuid(nobody), 0);
    }
    ~AsSomebodyElse() {
        if (::getuid() != 0) return;
        EXPECT_EQ(::seteuid(0), 0);
    }
    AsSomebodyElse(const AsSomebodyElse&) = delete;
    AsSomebodyElse& operator=(const AsSomebodyElse&) = delete;

private:
    static constexpr uid_t nobody = 65534;
};

}  // namespace digilots::testing
