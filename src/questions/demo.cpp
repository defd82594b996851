#include "questions/demo.h"

#include <array>

#include "platform/base/embedded.h"
#include "platform/base/ensure.h"
#include "platform/base/json.h"
#include "platform/base/time.h"
#include "platform/base/spoken_code.h"
#include "platform/base/uuid.h"
#include "questions/code.h"
#include "questions/implementation.h"
#include "questions/sql.h"

namespace digilots::questions {

namespace {

constexpr int times_asked = 2, days_between_asked = 9;
/// Days ago on which those were asked that still wait: one has waited for too long, as happens.
constexpr std::array waiting_since{0, 0, 0, 1, 1, 6};
constexpr int waiting_ones = static_cast<int>(waiting_since.size());

struct MadeUp {
    std::string topic, question, answer;
};

std::vector<MadeUp> made_up_of(const std::string& municipality_id) {
    const auto file = base::embedded_file("data/demo/" + municipality_id + "/question.json");
    ENSURE(file.has_value());
    const auto json = base::parse_json(*file);
    ENSURE(json.has_value());
    std::vector<MadeUp> all;
    for (const auto& item : json->items())
        all.push_back({std::string(item["topic"].text()), std::string(item["question"].text()),
                       std::string(item["answer"].text())});
    return all;
}

/// Asked in working hours, `days` ago.
base::Instant asked_at(base::Instant now, int days, const std::string& zone) {
    const auto day = base::add_days(base::to_civil(now, zone).date, -days);
    const auto at = base::from_civil(day, 8 + days % 8, (7 * days) % 60, zone);
    return at < now ? at : now;
}

/// Of those that wait some left an e-mail address, one that no letter reaches; each has a code that nobody was given.
struct Asker {
    std::string email;
    std::string code = base::code_of(code_kind, base::random_token());
};

void put(Questions::Implementation& self, const std::string& municipality_id, const MadeUp& made_up, base::Instant asked,
         std::string_view account, bool is_answered, const Asker& asker) {
    const auto around = self.around(municipality_id);
    const auto promised = self.promised_at(municipality_id, asked, "form");
    auto question = register_::blank_record(self.questions.declaration(), around);
    question.id = base::new_uuid(asked);
    const auto set = [&](const char* column, const std::string& value) { question.columns[column] = value; };
    set("question", made_up.question);
    set("topic", made_up.topic);
    set("channel", "form");
    set("reply_by", asker.email.empty() ? "none" : "email");
    set("code_hash", base::hash_of_code(code_kind, asker.code));
    set("state", is_answered ? "answered" : "waiting");
    set("asked_at", base::format_utc(asked));
    set("promised_at", base::format_utc(promised));
    set("place_in_line", place_in_line("waiting", base::format_utc(promised), asked));
    self.database.write(
        [&](db::Connection& connection) {
            auto stored = question;
            if (is_answered) {
                // Every seventh comes a day too late.
                const bool is_late = std::chrono::duration_cast<std::chrono::hours>(asked.time_since_epoch()).count() % 7 == 0;
                const auto answered = is_late ? promised + std::chrono::hours(15) : asked + (promised - asked) / 2;
                const auto at = base::format_utc(answered);
                for (const char* column : {"answered_at", "closed_at"}) stored.columns[column] = at;
                stored.columns["answer"] = made_up.answer;
                stored.columns["reply_way"] = std::string("page");
                stored.columns["answered_by"] = std::string(account);
                stored.columns["person"] = std::string(account);
                stored.columns["place_in_line"] = place_in_line("answered", "", answered);
                count(connection, municipality_id, self.day_of(municipality_id, answered), "",
                      {.answered = 1, .in_time = is_late ? 0 : 1});
            }
            if (!asker.email.empty())
                connection.execute(sql::insert_contact, municipality_id, question.id, word_of(ReplyBy::email), asker.email,
                                   base::format_utc(asked), word_of(HowOften::only), "");
            return self.questions.put_in(connection, around, stored, account, base::Seen::anything()).has_value();
        },
        db::Isolation::deciding);
}

}  // namespace

void load_demo(Questions& questions, const municipality::Municipalities& municipalities, const base::Clock& clock,
               const Demo& demo) {
    auto& self = Inside::of(questions);
    for (const auto& id : demo.complete) {
        const auto around = self.around(id);
        if (!municipalities.is_active(id) || questions.questions().list(around, {}, 1, 0).found > 0) continue;
        const auto account = demo.account ? demo.account(id, http::Role::guide) : "";
        const auto made_up = made_up_of(id);
        const int all = times_asked * static_cast<int>(made_up.size());
        for (int at = 0; at < all; ++at) {
            const bool waits = at < waiting_ones;
            const int days = waits ? waiting_since[static_cast<std::size_t>(at)]
                                   : waiting_ones + (at - waiting_ones) * days_between_asked;
            const auto asked = asked_at(clock.now() - std::chrono::minutes(30), days, around.zone);
            Asker asker;
            if (waits && at % 2 == 1) asker.email = "made.up." + std::to_string(at) + "@example.org";
            put(self, id, made_up[static_cast<std::size_t>(at) % made_up.size()], asked, account, !waits, asker);
        }
    }
}

}  // namespace digilots::questions
