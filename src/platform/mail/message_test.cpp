#include "platform/mail/message.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "platform/base/text.h"
#include "platform/mail/incoming.h"
#include "platform/testing/database.h"
#include "platform/testing/played_smtp.h"

namespace digilots::mail {
namespace {

Message letter() {
    return {.id = "0192",
            .from = "noreply@sundsvall.example",
            .to = "anna@sundsvall.example",
            .subject = "Set your password",
            .text = "Hello\n",
            .language = "sv",
            .written = testing::at("2026-11-05T07:08:09Z")};
}

std::vector<std::string> lines_of(const std::string& bytes) {
    std::vector<std::string> lines;
    for (const auto line : base::split(bytes, '\n')) lines.emplace_back(line);
    return lines;
}

TEST(Message, IsWhatAMailServerExpects) {
    EXPECT_EQ(compose(letter()),
              "Date: Thu, 05 Nov 2026 07:08:09 +0000\r\nFrom: Digilots <noreply@sundsvall.example>\r\n"
              "To: anna@sundsvall.example\r\nSubject: Set your password\r\nMessage-ID: <0192@sundsvall.example>\r\n"
              "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\n"
              "Content-Transfer-Encoding: quoted-printable\r\nContent-Language: sv\r\nAuto-Submitted: "
              "auto-generated\r\n\r\n"
              "Hello\r\n");
}

TEST(Message, AnyTextComesThroughAsItWas) {
    auto message = letter();
    message.subject =
        "Välj ett lösenord för Örnsköldsviks kommun – det gäller i trettio minuter, och det är mycket längre än en "
        "rad";
    message.text = ".\n..\nFrom here\nwww.example.org/?a=b&c=d \n" + std::string(500, 'x') + "å\n" +
                   std::string(200, '.') + "\nنص عربي 😀\n=2E\n\ttab\t\n";
    const auto bytes = compose(message);
    for (const auto& line : lines_of(bytes)) {
        EXPECT_LE(line.size(), 77U) << line;
        EXPECT_FALSE(line.starts_with('.')) << line;
        EXPECT_TRUE(std::ranges::all_of(line, [](unsigned char c) { return c < 127; })) << line;
        EXPECT_TRUE(line.empty() || line.ends_with('\r')) << line;
    }
    const testing::ReadMail read(bytes);
    EXPECT_EQ(read.subject, message.subject);
    EXPECT_EQ(read.text, message.text);
}

TEST(Message, StandsUnderWhatItAnswers) {
    const std::vector<std::string> ids{"1@example.org", "a.b+c=d/e$f@[192.0.2.1]", std::string(120, 'x') + "@prod.example.org"};
    for (const auto& id : ids) {
        ASSERT_TRUE(is_message_id(id)) << id;
        auto message = letter();
        message.answers = id;
        const auto bytes = compose(message);
        const testing::ReadMail read(bytes);
        for (const auto& header : {read.in_reply_to, read.references}) {
            EXPECT_EQ(header, "<" + id + ">");
            const auto parsed = read_incoming("Message-ID: " + header + "\r\nFrom: a@example.org\r\n\r\nx");
            EXPECT_EQ(parsed ? parsed->message_id : "nothing", id) << "as a mail program reads it";
        }
        EXPECT_EQ(read.text, letter().text);
        EXPECT_EQ(read_incoming(bytes)->message_id, "0192@sundsvall.example");
    }
    EXPECT_EQ(compose(letter()).find("In-Reply-To"), std::string::npos);
    const std::vector<std::string> odd{"",      "1",         "@x",  "x@",    "a b@c", "a@b\r\nBcc: c@d.example",
                                       "a@b> <c@d", "å@b", "a@b@c", std::string(300, 'x') + "@y"};
    for (const auto& wrong : odd) EXPECT_FALSE(is_message_id(wrong)) << wrong;
}

TEST(Message, NothingThatIsPutInAddsAHeader) {
    auto message = letter();
    message.subject = "Hello\r\nBcc: everyone@example.org\r\n\r\nmine";
    const auto bytes = compose(message);
    EXPECT_EQ(bytes.find("\r\nBcc"), std::string::npos);
    EXPECT_EQ(bytes.find("\r\n\r\n"), bytes.rfind("Auto-Submitted: auto-generated\r\n\r\n") + 30);
    message.subject = "=?UTF-8?B?QmNjOg==?=";
    EXPECT_EQ(testing::ReadMail(compose(message)).subject, message.subject);
    message = letter();
    message.text = "end\r\n.\r\nQUIT\r\n";
    EXPECT_EQ(compose(message).find("\r\n.\r\n"), std::string::npos);
}

TEST(Message, OnlyPlainAddressesAreReachable) {
    EXPECT_TRUE(is_reachable("anna.o'hara+x@sundsvall.example"));
    for (const auto* wrong : {"", "anna", "anna@", "@x.example", "a@b.example\r\nRCPT TO:<c@d.example>",
                              "a@b.example,c@d.example", "<a@b.example>", "a b@c.example", "\"a\"@b.example",
                              "anna@örebro.example", "änna@x.example", "a@b.example> SIZE=1"}) {
        EXPECT_FALSE(is_reachable(wrong)) << wrong;
        auto message = letter();
        message.to = wrong;
        EXPECT_ANY_THROW(compose(message)) << wrong;
    }
}

}  // namespace
}  // namespace digilots::mail
