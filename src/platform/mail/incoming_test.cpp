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
    EXPECT_EQ(letter->automatic, "");
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
    EXPECT_EQ(letter->attachments, (std::vector<std::string>{"photo.png", "?"})) << "a letter inside is one";
}

TEST(IncomingLetters, OfProgramsAreSaidToBe) {
    for (const char* header : {"Auto-Submitted: auto-replied", "Precedence: bulk", "List-Id: <x.example.org>", "Return-Path: <>",
                               "Content-Type: multipart/report; boundary=x", "X-Autoreply: yes"}) {
        const auto letter = read_incoming(from + header + "\r\n\r\nI am away.\r\n");
        ASSERT_TRUE(letter) << header;
        EXPECT_NE(letter->automatic, "") << header;
    }
    for (const char* address : {"MAILER-DAEMON", "postmaster", "no-reply-anna", "noreply+x", "bounce17", "bounces", "bounce-a"})
        EXPECT_EQ(read_incoming("From: " + std::string(address) + "@example.org\r\n\r\nx")->automatic, "program") << address;
}

TEST(IncomingLetters, OfPeopleAreNotTakenForThoseOfPrograms) {
    for (const char* address : {"postmasterson", "bouncer.karl", "bouncy", "noreplyson", "anna"})
        EXPECT_EQ(read_incoming("From: " + std::string(address) + "@example.org\r\n\r\nx")->automatic, "") << address;
    for (const char* header : {"Auto-Submitted: no", "Auto-Submitted: no (human)", "X-Other: auto"})
        EXPECT_EQ(read_incoming(from + header + "\r\n\r\nHello\r\n")->automatic, "") << header;
    for (const char* odd :
         {"From: a@example.org, b@example.org", "From: <<<>>>", "From: a:b:c@example.org;;", "Subject: nobody"}) {
        const auto letter = read_incoming(std::string(odd) + "\r\n\r\nHello\r\n");
        ASSERT_TRUE(letter) << odd;
        EXPECT_EQ(letter->from + letter->automatic, "") << odd;
        EXPECT_EQ(letter->text, "Hello") << odd;
    }
}

std::string parts_of(std::initializer_list<std::string> parts, const std::string& kind = "mixed") {
    std::string letter = from + "Content-Type: multipart/" + kind + "; boundary=x\r\n\r\n";
    for (const auto& part : parts) letter += "--x\r\n" + part + "\r\n";
    return letter + "--x--\r\n";
}

TEST(IncomingLetters, NoTextIsLeftOutWithoutSayingSo) {
    const std::string plain = "Content-Type: text/plain; charset=utf-8\r\n\r\n", html = "Content-Type: text/html\r\n\r\n";
    EXPECT_EQ(read_incoming(parts_of({plain + "One", "Content-Type: image/png\r\n\r\nx", plain + "Two"}))->text, "One\nTwo");
    EXPECT_EQ(read_incoming(parts_of({plain + " \r\n", html + "<p>Said</p>"}, "alternative"))->text, "Said");
    EXPECT_EQ(read_incoming(parts_of({html + "<p>Said</p>", plain + "Plain"}, "alternative"))->text, "Plain");
    EXPECT_EQ(read_incoming(parts_of({plain + "One", html + "<p>Two</p>"}))->text, "One\n\nTwo");
    const auto with_nul = read_incoming(from + std::string("\r\nbefore\0after", 14));
    EXPECT_EQ(with_nul->text, "beforeafter");
    EXPECT_EQ(read_incoming(from + plain.substr(0, plain.size() - 2) +
                            "Content-Transfer-Encoding: base64\r\n\r\nYmVmb3JlAGFmdGVy")->text, "beforeafter");
    EXPECT_FALSE(with_nul->is_cut);
    std::string deep = from;
    for (int depth = 0; depth < 12; ++depth) {
        const auto boundary = "b" + std::to_string(depth);
        deep += "Content-Type: multipart/mixed; boundary=" + boundary + "\r\n\r\n--" + boundary + "\r\n";
    }
    EXPECT_TRUE(read_incoming(deep + plain + "deep")->is_cut);
    EXPECT_TRUE(read_incoming(from + "\r\n" + std::string(30'000, 'x'))->is_cut);
    EXPECT_TRUE(read_incoming(from + "Content-Type: multipart/mixed\r\n\r\nno boundary")->is_cut);
}

TEST(IncomingLetters, OfAPageEntitiesAreReadAndCommentsAreNot) {
    EXPECT_EQ(text_of_html("Hall&#229; &#xE5; &#x1F600; &euro; 1&ndash;2&hellip; it&rsquo;s"), "Hallå å 😀 € 1–2… it’s");
    EXPECT_EQ(text_of_html("a<!-- b > c <p>d -->e"), "ae");
    EXPECT_EQ(text_of_html("&#0;&#xD800;&#99999999;"), "\uFFFD\uFFFD\uFFFD");
    EXPECT_EQ(text_of_html("&#; &#x; &#12 &unknown; a & b"), "&#; &#x; &#12 &unknown; a & b");
    EXPECT_EQ(with_numbered_signs("850709&#45;9805 & &aring; &#12"), "850709-9805 & &aring; &#12");
}

/// What went through a library in depth, or for ever.
std::vector<std::string> attacks() {
    const auto many = [](std::string_view what, int times) {
        std::string all;
        for (int count = 0; count < times; ++count) all += what;
        return all;
    };
    std::vector<std::string> all;
    for (const char* name : {"From: ", "To: ", "Cc: ", "Sender: ", "Reply-To: ", "Subject: ", "Content-Type: ", "Message-ID: "})
        for (const char* what : {"a:", "(", "<@a,", "a@b.se,", "=?x?q?a?= ", ";a*1=b", "\"", "<", "a:\r\n "})
            all.push_back(name + many(what, 50'000) + "\r\n\r\nx");
    const auto inner = "From: " + many("a:", 50'000) + "\r\n\r\nx";
    all.push_back(parts_of({"Content-Type: message/rfc822\r\n\r\n" + inner, inner}));
    all.push_back(from + "Content-Type: message/rfc822\r\n\r\n" + inner);
    all.push_back(from + many("Content-Type: message/rfc822\r\n\r\n", 20'000) + "x");
    all.push_back(from + many("A:\r\n", 200'000) + "\r\nx");
    all.push_back(from + "Content-Type: multipart/a;boundary=b\r\n\r\n" + many("--b\r\n\r\nx\r\n", 90'000));
    all.push_back(from + "Content-Type: text/html\r\n\r\n" + many("<script></x", 90'000));
    all.push_back(from + "Content-Type: text/html\r\n\r\n" + many("<", 990'000));
    return all;
}

TEST(IncomingLetters, MadeToBreakTheirReaderDoNot) {
    for (const auto& bytes : attacks()) EXPECT_TRUE(read_incoming(bytes)) << bytes.substr(0, 60);
}

TEST(IncomingLetters, AreReadTheSameInAChildAndABrokenChildBreaksNothingElse) {
    const auto letter = parts_of({"Content-Type: text/plain; charset=windows-1252\r\n\r\nr\xe4ksm\xf6rg\xe5s \x80",
                                  "Content-Disposition: attachment; filename=f.pdf\r\n\r\nx"});
    const auto here = read_incoming(letter), apart = read_incoming_apart(letter);
    ASSERT_TRUE(here && apart);
    EXPECT_EQ(apart->text, "räksmörgås €");
    EXPECT_EQ(apart->from + apart->subject + apart->message_id + apart->automatic,
              here->from + here->subject + here->message_id + here->automatic);
    EXPECT_EQ(apart->attachments, std::vector<std::string>{"f.pdf"});
    const std::vector<std::vector<std::string>> broken{{"/bin/false"}, {"/bin/echo", "hej"}, {"/bin/sleep", "60"}};
    for (const auto& command : broken) {
        const LetterProcess process{.command = command, .longest = std::chrono::milliseconds(300)};
        EXPECT_FALSE(read_incoming_apart(letter, process)) << command.front();
    }
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
