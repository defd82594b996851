#include "platform/mail/smtp.h"

#include <gtest/gtest.h>

namespace digilots::mail {
namespace {

TEST(MailServer, AnAddressIsOneOfAMailServer) {
    for (const auto* good :
         {"smtp://mail.example.org", "smtp://mail.example.org:587", "smtps://[::1]:465", "smtp://127.0.0.1:25"})
        EXPECT_TRUE(is_server_address(good)) << good;
    for (const auto* wrong :
         {"", "mail.example.org", "https://mail.example.org", "smtp://", "smtp://u:p@mail.example.org",
          "smtp://mail.example.org/x", "smtp://mail.example.org/", "smtp://a b", "file:///etc/passwd"})
        EXPECT_FALSE(is_server_address(wrong)) << wrong;
    for (const auto* here : {"smtp://127.0.0.1:25", "smtp://localhost", "smtp://[::1]:25"})
        EXPECT_TRUE(is_on_this_machine(here)) << here;
    for (const auto* far :
         {"smtp://mail.example.org", "smtp://127.0.0.1.example.org", "smtp://localhost.example.org"})
        EXPECT_FALSE(is_on_this_machine(far)) << far;
}

}  // namespace
}  // namespace digilots::mail
