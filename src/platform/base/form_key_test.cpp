#include "platform/base/form_key.h"

#include <gtest/gtest.h>

#include "platform/base/uuid.h"

namespace digilots::base {
namespace {

constexpr Instant now{std::chrono::milliseconds(1'795'768'200'000)};

TEST(FormKey, GivesTheSameContentOneIdAndAnotherContentAnother) {
    const auto key = form_key_for("", now), other = form_key_for("", now);
    EXPECT_EQ(form_key_for(key, now), key) << "the form shown again keeps its key";
    const auto id = id_from_form(key, "place\nLibrary", now);
    EXPECT_TRUE(is_uuid(id)) << id;
    EXPECT_EQ(id_from_form(key, "place\nLibrary", now + std::chrono::hours(1)), id);
    EXPECT_NE(id_from_form(key, "place\nMuseum", now), id);
    EXPECT_NE(id_from_form(other, "place\nLibrary", now), id);
    EXPECT_EQ(id.substr(0, 13), key.substr(0, 13)) << "sorted by the time of the form";
}

TEST(FormKey, WithoutAKeyEveryIdIsNew) {
    for (const auto* brought : {"", "6f", "not a key but thirty-six signs long "}) {
        EXPECT_NE(id_from_form(brought, "a", now), id_from_form(brought, "a", now)) << brought;
        EXPECT_TRUE(is_uuid(form_key_for(brought, now)));
        EXPECT_NE(form_key_for(brought, now), brought);
    }
}

TEST(FormKey, OfAProgramIsARandomUuidInAnyCase) {
    EXPECT_EQ(random_key_of("3F2504E0-4F89-41D3-9A0C-0305E82C3301"), "3f2504e0-4f89-41d3-9a0c-0305e82c3301");
    EXPECT_EQ(random_key_of("3f2504e0-4f89-41d3-9a0c-0305e82c3301"), "3f2504e0-4f89-41d3-9a0c-0305e82c3301");
    EXPECT_EQ(random_key_of(""), "");
    for (const auto* other : {"1", "3f2504e04f8941d39a0c0305e82c3301", "01932b4e-7c1a-7abc-8def-0123456789ab"})
        EXPECT_FALSE(random_key_of(other)) << other;
}

}  // namespace
}  // namespace digilots::base
