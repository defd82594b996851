#include "platform/mail/sending.h"

#include <algorithm>

#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/db/error.h"
#include "platform/jobs/holder.h"
#include "platform/mail/message.h"
#include "platform/mail/outbox.h"
#include "platform/mail/sql.h"

namespace digilots::mail {

namespace {

// Renewed while a letter is in hand: whoever is killed on another machine keeps it no longer.
constexpr std::chrono::minutes claimed_for{1}, handed_over_for{2};
constexpr std::chrono::seconds renewed_every{10};
constexpr std::chrono::minutes longest_wait{61};
constexpr int most_unanswered = 2;

/// A letter that is ours to send.
struct Claimed {
    std::string id, claim;
    Message message;
    base::Instant valid_until{};
    int attempts = 0, unanswered = 0;
};

std::chrono::minutes wait_after(int attempts) {
    return std::chrono::minutes(std::min(60, 1 << std::clamp(attempts - 1, 0, 6)));
}

class Sender {
public:
    Sender(db::Database& database, const base::Clock& clock, const Server& server, const Stopping& stopping,
           const Limits& limits)
        : database_(database), clock_(clock), server_(server), stopping_(stopping), limits_(limits) {}

    Round send_all() {
        database_.write([&](db::Connection& connection) {
            connection.execute(sql::put_times_right, now(), later(longest_wait));
        });
        free_those_of_the_dead();
        database_.write([&](db::Connection& connection) { connection.execute(sql::end_overtaken, now()); });
        const auto due =
            database_.read([&](db::Connection& connection) { return connection.query(sql::list_due, now()); });
        for (const auto row : due) {
            if ((stopping_ && stopping_()) || !round_.trouble.empty()) break;
            if (const auto letter = claim(row.text("id"))) send(*letter);
        }
        return round_;
    }

private:
    std::string now() const { return base::format_utc(clock_.now()); }
    std::string later(std::chrono::minutes wait) const { return base::format_utc(clock_.now() + wait); }

    /// Of processes of this machine that are gone: a server that was killed and started again goes on at once.
    void free_those_of_the_dead() {
        const auto claimed =
            database_.read([&](db::Connection& connection) { return connection.query(sql::list_claimed); });
        for (const auto row : claimed) {
            if (!jobs::is_dead_here(row.text("claim"))) continue;
            database_.write([&](db::Connection& connection) {
                connection.execute(sql::keep_letter, row.text("id"), row.text("claim"), now());
            });
        }
    }

    std::optional<Claimed> claim(const std::string& id) {
        Claimed letter{.id = id, .claim = jobs::new_holder(), .message = {}};
        return database_.write([&](db::Connection& connection) -> std::optional<Claimed> {
            const auto rows = connection.query(sql::claim_letter, id, letter.claim, now(), later(claimed_for));
            if (rows.empty()) return std::nullopt;  // somebody else has it
            const auto row = rows[0];
            letter.message = {id,
                              server_.from,
                              row.text("recipient"),
                              row.text("subject"),
                              row.text("body"),
                              row.text("language"),
                              base::parse_utc(row.text("created_at")).value_or(clock_.now()),
                              row.text("answers")};
            letter.valid_until = base::parse_utc(row.text("valid_until")).value_or(base::Instant{});
            letter.attempts = static_cast<int>(row.integer("attempts"));
            letter.unanswered = static_cast<int>(row.integer("unanswered"));
            return letter;
        });
    }

    /// Renews the claim as long as the letter is in hand. A database that cannot be written just now is no reason to stop.
    class Keeping {
    public:
        Keeping(Sender& sender, const Claimed& letter, std::chrono::minutes lasts)
            : sender_(&sender), letter_(&letter), lasts_(lasts), renewed_(sender.clock_.now()) {}

        /// False: somebody else has taken it over.
        bool go_on() {
            const auto now = sender_->clock_.now();
            if (now >= renewed_ && now - renewed_ < renewed_every) return is_ours_;
            renewed_ = now;
            try {
                is_ours_ = sender_->database_.write([&](db::Connection& connection) {
                    return connection.execute(sql::keep_letter, letter_->id, letter_->claim, sender_->later(lasts_)) == 1;
                });
            } catch (...) {  // it is called from within the mail library
            }
            return is_ours_;
        }

    private:
        Sender* sender_;
        const Claimed* letter_;
        std::chrono::minutes lasts_;
        base::Instant renewed_;
        bool is_ours_ = true;
    };

    void send(const Claimed& letter) {
        if (letter.unanswered >= most_unanswered)
            return end(letter, State::unanswered, letter.unanswered,
                       "Stopped twice between the letter and the answer.");
        if (letter.valid_until <= clock_.now())
            return end(letter, State::expired, letter.unanswered, "Not sent in time.");
        // An order of addresses that was allowed once may not be any more.
        if (!is_reachable(letter.message.to))
            return end(letter, State::refused, letter.unanswered, "No address to write to.");
        const auto may_end = [&] {
            return database_.write([&](db::Connection& connection) {
                return connection.execute(sql::hand_over_letter, letter.id, letter.claim, later(handed_over_for)) == 1;
            });
        };
        Keeping keeping(*this, letter, claimed_for);
        const auto hands_over = [&] {
            const bool is_ours = may_end();
            if (is_ours) keeping = Keeping(*this, letter, handed_over_for);
            return is_ours;
        };
        const auto look = [&] { return !keeping.go_on() || (stopping_ && stopping_()); };
        settle(letter,
               deliver(server_, {server_.from, letter.message.to, compose(letter.message)}, hands_over, look, limits_));
    }

    void settle(const Claimed& letter, const Answer& answer) {
        switch (answer.delivery) {
            case Delivery::taken:
                return end(letter, State::sent, letter.unanswered, answer.reason);
            case Delivery::refused:
                return end(letter, State::refused, letter.unanswered, answer.reason);
            case Delivery::later:
                return put_back(letter, letter.unanswered, answer.reason);
            case Delivery::trouble:
                return put_back_all(letter, answer.reason);
            case Delivery::unanswered:
                break;
        }
        const int unanswered = letter.unanswered + 1;
        if (unanswered >= most_unanswered) return end(letter, State::unanswered, unanswered, answer.reason);
        ++round_.unanswered;
        put_back(letter, unanswered, answer.reason);
    }

    /// What is not written down now is taken for unanswered later, and sent twice.
    template <class Work>
    bool keep_trying(const Work& work) {
        for (int left = 2;; --left) {
            try {
                return database_.write(work);
            } catch (const db::DbError&) {
                if (left == 0) throw;
            }
        }
    }

    void end(const Claimed& letter, State state, int unanswered, const std::string& reason) {
        const bool may_be_retried = state == State::refused || state == State::unanswered;
        const bool is_ours = keep_trying([&](db::Connection& connection) {
            return connection.execute(sql::end_letter, letter.id, letter.claim, word_of(state), unanswered, reason,
                                      now(), may_be_retried) == 1;
        });
        if (!is_ours) return;  // taken over meanwhile: who has it tells what came of it
        round_.sent += state == State::sent;
        round_.refused += state == State::refused;
        round_.unanswered += state == State::unanswered;
        round_.expired += state == State::expired;
    }

    void put_back(const Claimed& letter, int unanswered, const std::string& reason) {
        ++round_.put_off;
        const auto due = base::format_utc(std::min(clock_.now() + wait_after(letter.attempts), letter.valid_until));
        database_.write([&](db::Connection& connection) {
            connection.execute(sql::put_back_letter, letter.id, letter.claim, due, unanswered, reason, now());
        });
    }

    /// It is not this letter's fault: the others need not find out one by one.
    void put_back_all(const Claimed& letter, const std::string& reason) {
        round_.trouble = reason;
        put_back(letter, letter.unanswered, reason);
        database_.write([&](db::Connection& connection) {
            connection.execute(sql::put_off_due, now(), later(std::chrono::minutes(1)), reason);
        });
    }

    db::Database& database_;
    const base::Clock& clock_;
    const Server& server_;
    const Stopping& stopping_;
    const Limits& limits_;
    Round round_;
};

}  // namespace

Round send_due(db::Database& database, const base::Clock& clock, const Server& server, const Stopping& stopping,
               const Limits& limits) {
    return Sender(database, clock, server, stopping, limits).send_all();
}

Answer send_trial(const base::Clock& clock, const Server& server, std::string_view recipient, const Limits& limits) {
    const auto now = clock.now();
    const Message message{
        .id = base::new_uuid(now),
        .from = server.from,
        .to = std::string(recipient),
        .subject = "Digilots can send letters",
        .text = "This letter was sent by the command \"digilots mail test\". The settings are right.\n",
        .language = "en",
        .written = now};
    return deliver(
        server, {server.from, message.to, compose(message)}, [] { return true; }, nullptr, limits);
}

}  // namespace digilots::mail
