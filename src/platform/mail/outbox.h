#pragma once
// Letters that wait to be sent. One is put in by the transaction that it tells of: it goes out if that is kept, and
// else never was. What it says and to whom is kept until it is sent, or until nobody has any use of it; then kind,
// time and outcome remain for a month.
#include <cstdint>
#include <optional>
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
    // Of what it tells, where a later word overtakes it: matter_of("booking", id).
    std::string matter = "";
    // What staff read of one that did not arrive: nothing of a person but the first name.
    std::string record = "";      // in whose trail it stands that they are told in another way: "activity:…"
    std::string about = "";       // "Digital café"
    std::string unit = "", name = "";
    std::optional<base::Instant> begins = std::nullopt;
};
std::string matter_of(std::string_view kind, std::string_view id);

/// Inside the caller's transaction; it goes out at once (job.h), and overtakes what stands of its matter. The letter's id.
std::string add(db::Connection& connection, const Letter& letter, base::Instant now);
/// As if a letter had been put in, with nothing in it and nobody to get it: takes as long, so that nobody learns from
/// the time whether there is somebody to write to.
void add_nothing(db::Connection& connection, std::string_view kind, base::Instant now);

/// Inside the transaction of a later word about a matter, whoever tells it: what stands of it is not sent, and not told of, any
/// more. One that is being handed over may arrive; it is not tried again. The kinds of those letters.
std::vector<std::string> overtake(db::Connection& connection, std::string_view municipality_id, std::string_view matter,
                                  base::Instant now);

/// seen_to: somebody tells what it says in another way.
enum class State { waiting, sending, handing_over, sent, refused, unanswered, expired, seen_to, dropped };

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
    std::string matter = "", record = "", about = "", unit = "", name = "";
    std::string begins_at = "";                    // as stored, "" where it is not said
    std::string seen_to_by = "", seen_to_at = "";  // an account
    bool is_kept = false;                          // what it says: it can be sent again
    /// It is on its way still: not refused, not over.
    bool is_tried_again() const {
        return state == State::waiting || state == State::sending || state == State::handing_over;
    }
};
std::string_view word_of(State state);

/// What waits, what was not sent, and what may have arrived twice; the newest first, at most 500.
std::vector<Listed> list(db::Connection& connection);

/// Of a municipality, for its staff: what has not reached whoever it is for, and nobody has said that they are told; the newest
/// first, at most 200. What is tried again is among them once it was tried some times, is an hour old, or what it tells of begins
/// within a day. Of those about one page (Letter::path) or matter alone where it is named.
std::vector<Listed> untold(db::Connection& connection, std::string_view municipality_id, base::Instant now,
                           std::string_view about = "");
/// Whether one about a matter did not arrive, or has not yet after a try: also where it is told in another way since.
bool is_any_missed(db::Connection& connection, std::string_view municipality_id, std::string_view matter);
/// Of a municipality, for its staff: how many are on their way, those of untold() that are tried again among them.
std::int64_t on_their_way(db::Connection& connection, std::string_view municipality_id);

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
/// An address was put right: what waits for another one or did not reach it, about one matter, goes to `to`. How many.
std::int64_t redirect(db::Connection& connection, std::string_view municipality_id, std::string_view matter, std::string_view to,
                      base::Instant now);
/// Somebody tells what it says in another way: it is not sent any more; to whom stays until they are told (drop).
Outcome see_to(db::Connection& connection, std::string_view id, std::string_view account, base::Instant now);
/// That was a mistake: it stands as before, and what waited is sent.
Outcome give_back(db::Connection& connection, std::string_view id, base::Instant now);
/// It is not sent any more, and not told of.
Outcome drop(db::Connection& connection, std::string_view id, base::Instant now);

/// Takes away what letters that are over say, and to whom, of those that staff tell in another way some days later: nobody has
/// any use of it. How many.
std::int64_t empty_over(db::Connection& connection, base::Instant now);
/// How many letters ended before a moment, as it is stored, and deleting `most` of them at most: how many.
std::int64_t number_ended(db::Connection& connection, std::string_view before);
std::int64_t delete_ended(db::Connection& connection, base::Instant before, int most);

}  // namespace digilots::mail
