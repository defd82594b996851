// What a member says of a period, as it is signed and read again; what no member can say.
#include "network/payload.h"

#include <gtest/gtest.h>

#include "network/signing.h"

namespace digilots::network {
namespace {

using releases::Shown, releases::Value;

Payload example() {
    return {.network = "teo",
            .member = "2281",
            .period = "2026-Q3",
            .revision = 2,
            .reason = "A desk had logged August twice",
            .rows = {{"total", "*", {Shown::count, 120}}, {"topic", "bank", {Shown::hidden}}, {"topic", "tax", {Shown::count, 0}},
                     {"topic", "", {Shown::withheld}}},
            .suppressed = 2};
}

std::string fault_of(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    text.replace(at, from.size(), to);
    const auto read = read_payload(text);
    return read ? "" : read.error();
}

TEST(Payload, IsReadAsItWasWritten) {
    const auto read = read_payload(text_of(example()));
    ASSERT_TRUE(read) << read.error();
    EXPECT_EQ(*read, example());
    EXPECT_EQ(total_of(*read), (Value{Shown::count, 120}));
}

TEST(Payload, TellsNothingThatIsTooSmallAndNothingThatIsHidden) {
    const auto text = text_of(example());
    EXPECT_EQ(fault_of(text, "\"count\":120", "\"count\":2"), "a number is told that is too small to be told");
    EXPECT_EQ(fault_of(text, "\"hidden\",\"count\":null", "\"hidden\",\"count\":3"), "a number that is not told is told");
    EXPECT_EQ(fault_of(text, "\"suppressed\":2", "\"suppressed\":0"), "another number of rows is hidden than it says");
    EXPECT_EQ(fault_of(text, "\"term\":\"tax\"", "\"term\":\"bank\""), "a row comes twice");
    EXPECT_EQ(fault_of(text, "\"table\":\"topic\"", "\"table\":\"people\""), "a row is of a table that is not released");
    EXPECT_EQ(fault_of(text, "\"total\",\"term\":\"*\"", "\"topic\",\"term\":\"*\""), "the total is missing");
    EXPECT_EQ(fault_of(text, "2026-Q3", "2026-W40"), "the period is no month, quarter or year");
    EXPECT_EQ(fault_of(text, "\"revision\":2", "\"revision\":0"), "the revision is no number");
    EXPECT_NE(fault_of(text, "\"reason\":", "\"names\":"), "");
    EXPECT_NE(fault_of(text, "{\"network\"", "[\"network\""), "");
}

TEST(Payload, IsSignedByWhoHasTheKeyAndNobodyElse) {
    const auto pair = new_key_pair(), other = new_key_pair();
    const auto file = read_signed_file(text_of(signed_with(pair.secret_key, example())));
    ASSERT_TRUE(file) << file.error();
    EXPECT_EQ(file->key_id, key_id_of(pair.public_key));
    EXPECT_EQ(file->key_id.size(), 16U);
    EXPECT_TRUE(is_signed_by(pair.public_key, file->payload, file->signature));
    EXPECT_FALSE(is_signed_by(other.public_key, file->payload, file->signature));
    EXPECT_FALSE(is_signed_by(pair.public_key, file->payload + " ", file->signature));
    EXPECT_FALSE(is_signed_by("", file->payload, file->signature));
    EXPECT_FALSE(is_signed_by(pair.public_key, file->payload, ""));
    EXPECT_EQ(public_key_of(pair.secret_key), pair.public_key);
    EXPECT_FALSE(is_public_key(pair.secret_key));
    EXPECT_FALSE(is_secret_key(pair.public_key));
}

TEST(Payload, OfAFileIsNothingWhereTheFileIsNone) {
    for (const char* text : {"", "{}", "[]", "{\"payload\":1,\"member\":\"2281\",\"key_id\":\"a\",\"signature\":\"b\"}",
                             "{\"payload\":\"%%\",\"member\":\"2281\",\"key_id\":\"a\",\"signature\":\"b\"}"})
        EXPECT_FALSE(read_signed_file(text)) << text;
}

}  // namespace
}  // namespace digilots::network
