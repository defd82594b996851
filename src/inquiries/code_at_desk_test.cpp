// A code that somebody reads out is typed where the desk searches.
#include <gtest/gtest.h>

#include <cctype>

#include "inquiries/desk_for_tests.h"
#include "platform/slice/opened_by_code.h"

namespace digilots::inquiries {
namespace {

constexpr base::CodeKind letter_code{"letter", 12}, parcel_code{"parcel", 16};

class CodeAtDesk : public ::testing::Test, protected DeskWorld {
protected:
    static FollowedKind kind(const base::CodeKind& code, const std::string& known, i18n::Text one, const char* path) {
        return {.code = code,
                .find = [](const html::Page&, std::string_view) { return std::nullopt; },
                .wait = [](const http::Request&) { return std::nullopt; },
                .one = one,
                .opens = [=](const html::Page&, std::string_view typed) -> std::optional<std::string> {
                    return base::tidy_code(code, typed) == known ? std::optional<std::string>(path) : std::nullopt;
                }};
    }
    Slice letters() {
        Slice other{.name = "letters"};
        other.followed = {kind(letter_code, letter, TEXT("Booking"), "/staff/letters/1"),
                          kind(parcel_code, parcel, TEXT("Question"), "/staff/parcels/2")};
        return other;
    }
    const std::string letter = base::code_of(letter_code, "one"), parcel = base::code_of(parcel_code, "two");
    http::Server with_codes{{}, routes_of({slice(log.inquiries, referral), letters()}), gatekeeper(), html::error_page, log.clock};
};

TEST_F(CodeAtDesk, LeadsToWhatItBelongsToHoweverItIsTyped) {
    testing::PageClient guide{with_codes};
    guide.cookies()["session"] = "guide";
    auto capital = letter;
    for (char& sign : capital) sign = sign == '-' ? '+' : static_cast<char>(std::toupper(static_cast<unsigned char>(sign)));
    for (const auto& typed : {letter, capital, "https://example.org/sundsvall/bookings/" + letter})
        EXPECT_EQ(guide.get("/sundsvall/staff/?q=" + typed).link("Booking"), "/sundsvall/staff/letters/1") << typed;
    const auto page = guide.get("/sundsvall/staff/?fragment=1&q=" + parcel);
    EXPECT_EQ(page.link("Question"), "/sundsvall/staff/parcels/2");
    EXPECT_FALSE(page.says("Nothing was found"));
    const auto wrong = guide.get("/sundsvall/staff/?q=" + base::code_of(letter_code, "three"));
    EXPECT_TRUE(wrong.says("No code like this is known, or not any more.") && !wrong.says("Nothing was found for")) << wrong.html;
    EXPECT_FALSE(guide.get("/sundsvall/staff/?q=bankid").says("No code like this")) << "words are searched for as before";
}

TEST_F(CodeAtDesk, WordsWithAsManyLettersAreWords) {
    const auto kinds = letters().followed;
    EXPECT_TRUE(is_written_as_code(kinds, letter));
    EXPECT_FALSE(is_written_as_code(kinds, "vem kan ta hand"));
    EXPECT_FALSE(is_written_as_code(kinds, "bankid"));
}

}  // namespace
}  // namespace digilots::inquiries
