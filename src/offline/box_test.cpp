#include "offline/box.h"

#include <gtest/gtest.h>

#include "platform/base/base64.h"

namespace digilots::offline {
namespace {

constexpr BoxFor this_entry{"2281", "0b8f6c1e-5d1a-4a36-9d4f-3f6c0a2f7d11"};
constexpr std::string_view text = R"({"secret":"s","at":"2026-11-25T09:00:00Z","form":[["topic","print"]]})";

/// For tests alone.
const ServerKey& key_of_tests() {
    static const ServerKey key{
        "MHcCAQEEIKioex4EoGaPyBp/8HAkHDx/+o3W/+xthTi4ZU2PmbJfoAoGCCqGSM49AwEHoUQDQgAEW4bL6VG0YA72ZshuxA08XUMAtDG7wMgwx2N91X7a"
        "0hDW4TMtqjWwpG2vXCsPo9PqkliiiUw28wgEz28t80P8lg==",
        "BFuGy+lRtGAO9mbIbsQNPF1DALQxu8DIMMdjfdV+2tIQ1uEzLao1sKRtr1wrD6PT6pJYoolMNvMIBM9vLfND/JY="};
    return key;
}

/// As web/scripts/offline/seal.mjs made it with WebCrypto.
std::string from_a_browser() {
    return base::from_base64(
               "AQRuWaUDH0GdvAUKVuh1hrb3EjklUdEuq588BNa9XzDsDLxLkojybtMveWCz/GfddmhPgyRBQX4TpGp3VN9FpSmbiscm1OLFmC3pUSk0oTR0KMt0"
               "wsaQ1q+UzsHsShTlucrYn6y1v429ZDYi8FaTvObfX0Q3g6CEzFtyg34cT6Xz2gabYOQtHA5ZBVr17jzFnKx4XofOyjiLXGhSqllEPodT0w=="
               "")
        .value();
}

TEST(Box, WhatABrowserSealsIsOpened) {
    EXPECT_EQ(open_box(key_of_tests(), this_entry, from_a_browser()), text);
    EXPECT_EQ(open_box(key_of_tests(), this_entry, seal_box(key_of_tests(), this_entry, text)), text);
}

TEST(Box, AnotherKeyAnotherMunicipalityAndAnotherEntryOpenNothing) {
    const auto box = from_a_browser();
    EXPECT_FALSE(open_box(new_server_key(), this_entry, box));
    EXPECT_FALSE(open_box(key_of_tests(), {"2280", this_entry.entry_id}, box));
    EXPECT_FALSE(open_box(key_of_tests(), {this_entry.municipality_id, "0b8f6c1e-5d1a-4a36-9d4f-3f6c0a2f7d12"}, box));
    for (const auto& no_key : {ServerKey{"", ""}, ServerKey{"????", ""}, ServerKey{"AAAA", ""}})
        EXPECT_FALSE(open_box(no_key, this_entry, box));
}

TEST(Box, NothingIsOpenedWithOneBitTurned) {
    const auto box = from_a_browser();
    for (std::size_t at = 0; at < box.size(); ++at) {
        auto other = box;
        other[at] = static_cast<char>(other[at] ^ (1 << (at % 8)));
        EXPECT_FALSE(open_box(key_of_tests(), this_entry, other)) << at;
    }
}

TEST(Box, NothingIsOpenedCutOffOrTooLong) {
    const auto box = from_a_browser();
    for (std::size_t size = 0; size < box.size(); ++size)
        EXPECT_FALSE(open_box(key_of_tests(), this_entry, box.substr(0, size))) << size;
    EXPECT_FALSE(open_box(key_of_tests(), this_entry, box + "x"));
    const std::string most(largest_box - 200, 'a');
    EXPECT_EQ(open_box(key_of_tests(), this_entry, seal_box(key_of_tests(), this_entry, most)), most);
    EXPECT_FALSE(open_box(key_of_tests(), this_entry, seal_box(key_of_tests(), this_entry, std::string(largest_box, 'a'))));
}

TEST(Box, WhatIsNoPointOfTheCurveIsRefused) {
    auto box = from_a_browser();
    box.replace(1, 65, "\x04" + std::string(64, '\0'));   // not on it
    EXPECT_FALSE(open_box(key_of_tests(), this_entry, box));
    box.replace(1, 65, std::string(65, '\0'));            // at infinity
    EXPECT_FALSE(open_box(key_of_tests(), this_entry, box));
    box.replace(1, 65, "\x02" + std::string(64, '\1'));   // written short
    EXPECT_FALSE(open_box(key_of_tests(), this_entry, box));
}

TEST(Box, AnAnswerIsForItsAuthorAlone) {
    const auto sealed = seal_for("a secret", this_entry, "why");
    EXPECT_EQ(open_for("a secret", this_entry, sealed), "why");
    EXPECT_EQ(sealed.find("why"), std::string::npos);
    EXPECT_FALSE(open_for("another", this_entry, sealed));
    EXPECT_FALSE(open_for("a secret", {"2280", this_entry.entry_id}, sealed));
    EXPECT_NE(seal_for("a secret", this_entry, "why"), sealed);
}

TEST(Box, KeysDiffer) {
    const auto one = new_server_key(), other = new_server_key();
    EXPECT_NE(one.private_key, other.private_key);
    EXPECT_NE(one.public_key, other.public_key);
    EXPECT_EQ(base::from_base64(one.public_key).value().size(), 65U);
}

}  // namespace
}  // namespace digilots::offline
