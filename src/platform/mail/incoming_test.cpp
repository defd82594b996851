// Letters as they come: other charsets, parts in parts, broken ones, and such that programs wrote.
#include "platform/mail/incoming.h"

#include <gtest/gtest.h>

#include "platform/base/text.h"

namespace digilots::mail {
namespace {

const std::string from = "From: Anna <anna@example.org>\r\nMessage-ID: <1@example.org>\r\n";

TEST(IncomingLetters, GiveSenderSubjectAndText) {
    const auto letter = read_incoming(
        from + "Subject: =?utf-8?q?Hj=C3=A4lp?=\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHej!\r\nHur gör jag?\r\n");
    ASSERT_TRUE(letter);
    EXPECT_EQ(letter->from, "anna@example.org");
    EXPECT_EQ(letter->message_id, "1@example.org");
    EXPECT_EQ(letter->subject, "Hjälp");
    EXPECT_EQ(letter->text, "Hej!\nHur gör jag?");
    EXPECT_FALSE(letter->is_automatic);
}

TEST(IncomingLetters, AreReadInTheirCharsetAndEncoding) {
    const auto text = [](const std::string& headers, const std::string& body) {
        const auto letter = read_incoming(from + headers + "\r\n\r\n" + body);
        return letter ? letter->text : "nothing";
    };
    EXPECT_EQ(text("Content-Type: text/plain; charset=windows-1252", "r\xe4ksm\xf6rg\xe5s \x80"), "räksmörgås €");
    EXPECT_EQ(text("Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable",
                   "bl=E5=\r\nb=E4r"),
              "blåbär");
    EXPECT_EQ(text("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64", "SGVqIHDDpSBkaWc="),
              "Hej på dig");
    EXPECT_TRUE(text("Content-Type: text/plain\r\nContent-Transfer-Encoding: base64", "SGVq!!!!%%%%").starts_with("Hej"))
        << "broken";
    EXPECT_TRUE(base::is_valid_utf8(text("Content-Type: text/plain; charset=no-such", "\xff\xfe hej")));
    EXPECT_EQ(text("X-None: 1", "without a type"), "without a type");
    EXPECT_EQ(text("Content-Type: text/html; charset=utf-8",
                   "<style>p{}</style><p>Hej &aring;</p><p>d&ouml;<br>x</p><script>1</script>"),
              "Hej å\ndö\nx");
}

TEST(IncomingLetters, OfPartsTheTextIsReadAndAttachmentsAreNamed) {
    const auto letter = read_incoming(
        from +
        "Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n"
        "--b\r\nContent-Type: text/plain\r\n\r\nThe text\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>The "
        "page</p>\r\n--b--\r\n"
        "--a\r\nContent-Type: image/png; name=photo.png\r\nContent-Disposition: attachment; filename=photo.png\r\n\r\nxx\r\n"
        "--a\r\nContent-Type: message/rfc822\r\n\r\nFrom: other@example.org\r\n\r\nAnother letter\r\n--a--\r\n");
    ASSERT_TRUE(letter);
    EXPECT_EQ(letter->text, "The text");
    EXPECT_EQ(letter->attachments, std::vector<std::string>{"photo.png"});
}

TEST(IncomingLetters, OfProgramsAreSaidToBe) {
    for (const char* header : {"Auto-Submitted: auto-replied", "Precedence: bulk", "List-Id: <x.example.org>", "Return-Path: <>",
                               "Content-Type: multipart/report; boundary=x", "X-Autoreply: yes"}) {
        const auto letter = read_incoming(from + header + "\r\n\r\nI am away.\r\n");
        ASSERT_TRUE(letter) << header;
        EXPECT_TRUE(letter->is_automatic) << header;
    }
    EXPECT_FALSE(read_incoming(from + "Auto-Submitted: no\r\n\r\nHello\r\n")->is_automatic);
    EXPECT_TRUE(read_incoming("From: MAILER-DAEMON@example.org\r\n\r\nUndelivered\r\n")->is_automatic);
    EXPECT_TRUE(read_incoming("Subject: nobody\r\n\r\nHello\r\n")->is_automatic) << "there is nobody to answer";
}

TEST(IncomingLetters, WhateverTheBytesAreBounded) {
    std::string parts = from + "Content-Type: multipart/mixed; boundary=a\r\n\r\n";
    for (int part = 0; part < 10'000; ++part) parts += "--a\r\nContent-Disposition: attachment; filename=f\r\n\r\nx\r\n";
    const auto many = read_incoming(parts + "--a--\r\n");
    ASSERT_TRUE(many);
    EXPECT_LE(many->attachments.size(), 20U);
    std::string nested = from;
    for (int depth = 0; depth < 500; ++depth)
        nested += "Content-Type: multipart/mixed; boundary=b" + std::to_string(depth) + "\r\n\r\n--b" +
                  std::to_string(depth) + "\r\n";
    read_incoming(nested + "Content-Type: text/plain\r\n\r\nx");
    const auto huge = read_incoming(from + "Subject: " + std::string(200'000, 's') + "\r\n\r\n" + std::string(500'000, 't'));
    ASSERT_TRUE(huge);
    EXPECT_LE(base::length(huge->subject), 300U);
    EXPECT_LE(base::length(huge->text), 20'000U);
    EXPECT_FALSE(read_incoming(std::string(longest_incoming + 1, 'x')));
    EXPECT_FALSE(read_incoming(""));
    for (const std::string& bytes :
         {std::string("\0\0\0", 3), std::string("\xff\xff\r\n\r\n\xff"), std::string("\r\n\r\n"),
          std::string("From: a@b\r\nContent-Type: multipart/mixed\r\n\r\n--"), std::string("From: <<<>>>\r\n\r\nx")})
        if (const auto odd = read_incoming(bytes)) {
            EXPECT_TRUE(base::is_valid_utf8(odd->text));
        }
}

}  // namespace
}  // namespace digilots::mail
