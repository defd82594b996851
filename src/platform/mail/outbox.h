#pragma once
// Letters that wait to be sent. One is put in by the transaction that it tells of: it goes out if that is kept, and
// else never was. What it says and to whom is kept until it is sent, or until nobody has any use of it; then kind,
// time and outcome remain for a month.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/clock.h"
#include "platform/db/connection.h"

namespace digilots::mail {

struct Letter {
    std::string municipality_id;  // "" for the installation
    std::string kind;             // a fixed word of the slice: "password link"
    std::string recipient;        // is_reachable()
    std::string subject, text;    // at most 200 and 20 000 bytes; in the reader's language
    std::string language;         // "sv"
    base::Instant valid_until{};  // not sent after that; at most five days from now
    std::string path = "";        // below the municipality, where staff find what it is about; "" nowhere
    std::string answers = "";     // the Message-ID that it answers, is_message_id(); kept as long as its words are
};

/// Inside the caller's transaction; it goes out at once (job.h). The letter's id.
std::string add(db::Connection& connection, const Letter& letter, base::Instant now);
/// As if a letter had been put in, with nothing in it and nobody to get it: takes as long, so that nobody learns from
/// the time whether there is somebody to write to.
void add_nothing(db::Connection& connection, std::string_view kind, base::Instant now);

enum class State { waiting, sending, handing_over, sent, refused, unanswered, expired, dropped };

/// For the operator.
struct Listed {
    std::string id, municipality_id, kind;
    State state = State::waiting;
    std::string recipient;           // "" where it is not kept any more
    std::string created_at, due_at;  // as stored
    int attempts = 0;
    int unanswered = 0;  // how often it may have arrived without the server saying so
    std::string reason;
    std::string path;
};
std::string_view word_of(State state);

/// What waits, what was not sent, and what may have arrived twice; the newest first, at most 500.
std::vector<Listed> list(db::Connection& connection);

/// Of a municipality, for its staff: what was not sent and is not seen to in another way, the newest first, at most 200. Of
/// those about one page alone where it is named.
std::vector<Listed> failed(db::Connection& connection, std::string_view municipality_id, std::string_view path = "");

struct Numbers {
    std::int64_t waiting = 0;
    std::int64_t in_trouble = 0;  // refused, unanswered or expired, not dropped, of the last month
    std::string oldest_waiting;   // created_at, "" where none waits
};
Numbers count(db::Connection& connection);

enum class Outcome { done, not_there, being_sent, over };
/// One that was refused or not answered is sent again (over: what it says is kept no more, ask for a new one); one
/// that waits is sent at once.
Outcome retry(db::Connection& connection, std::string_view id, base::Instant now);
/// An address was put right: what waits for `from` or did not reach it, about one page (Letter::path), goes to `to`. How many.
std::int64_t redirect(db::Connection& connection, std::string_view municipality_id, std::string_view path,
                      std::string_view from, std::string_view to, base::Instant now);
/// It is not sent any more, and not told of.
Outcome drop(db::Connection& connection, std::string_view id, base::Instant now);

/// Takes away what letters that are over say and to whom: nobody has any use of it. How many.
std::int64_t empty_over(db::Connection& connection, base::Instant now);
/// How many letters ended before a moment, as it is stored, and deleting `most` of them at most: how many.
std::int64_t number_ended(db::Connection& connection, std::string_view before);
std::int64_t delete_ended(db::Connection& connection, base::Instant before, int most);

}  // namespace digilots::mail
