#pragma once
// A letter as bytes that a mail server takes (RFC 5322, 2045, 2047): plain text in UTF-8, quoted-printable. Nothing
// that is put in can add a header, a second recipient or an end of its own.
#include <string>
#include <string_view>

#include "platform/base/clock.h"

namespace digilots::mail {

struct Message {
    std::string id;        // without domain: the same each time the letter is sent
    std::string from, to;  // is_reachable()
    std::string subject;   // one line; more become one
    std::string text;      // lines ended by "\n"
    std::string language;  // "sv"
    base::Instant written{};
    std::string answers = "";  // the Message-ID of what it answers, is_message_id(); "" nothing
};

/// One address of ASCII letters, as every mail server takes it.
bool is_reachable(std::string_view address);
/// A Message-ID without its brackets, as it may stand in a header of our own: no longer than 250 signs, all of them plain.
bool is_message_id(std::string_view id);
/// What stands after the "@" of a reachable address.
std::string_view domain_of(std::string_view address);

/// Lines of at most 76 characters, each ended by CR LF; no line begins with a dot. A Message-ID that is longer than that has a
/// line of its own, for it cannot be parted. Addresses that are not reachable are a Bug.
std::string compose(const Message& message);

}  // namespace digilots::mail
