// Answers as they come in: sealed, with nothing that says when, from where or by which code.
#include "platform/audit/audit.h"
#include "platform/base/json.h"
#include "platform/base/spoken_code.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "surveys/codes.h"
#include "surveys/implementation.h"
#include "surveys/spooled.h"
#include "surveys/sql.h"

namespace digilots::surveys {

namespace {

constexpr std::size_t bytes_of_id = 16;

/// Hashes of what may be used once, nothing for what needs none.
std::string hash_of_once(const std::string& secret, const std::string& once) {
    return once.empty() ? "" : keyed_hash(secret, once);
}

/// False where the edition is another one than was asked.
bool stands(db::Connection& connection, std::string_view municipality, const Survey& survey) {
    const auto& edition = survey.edition;
    if (connection.execute(sql::mark_answered, municipality, survey.id, edition.number, edition.version) == 1) {
        kept::raise(connection, "survey", municipality);
        return true;
    }
    return !connection.query(sql::edition_is_answered, municipality, survey.id, edition.number, edition.version).empty();
}

/// Out of the transaction, of which nothing is kept then.
struct NotTaken {
    Taken why;
};

struct Sealed {
    std::string content, once, code, code_before;
};

/// What once_of_code() says of a code: as codes are made now, and as it was typed.
std::pair<std::string_view, std::string> parts_of_once(std::string_view once) {
    const auto divides = once.starts_with(code_once) ? once.find(' ') : std::string_view::npos;
    if (divides == std::string_view::npos) return {once, std::string(once)};
    return {once.substr(0, divides), std::string(code_once) + std::string(once.substr(divides + 1))};
}

std::string hash_of_pair(std::string_view secret, const Sent& one) {
    if (one.pair.empty()) return "";
    return one.is_made_up ? keyed_hash(secret, one.pair) : slow_keyed_hash(secret, one.pair);
}

/// Before the transaction, which waits for nobody's key.
std::vector<Sealed> sealed_all(const Surveys::Implementation& self, const Survey& survey, const std::vector<Sent>& sent,
                               const std::string& day) {
    std::vector<Sealed> sealed;
    for (const auto& one : sent) {
        const bool needs_secret = !one.once.empty() || !one.pair.empty();
        const auto secret = needs_secret ? self.keys.secret(secret_name(survey.id)) : std::string();
        const Spooled spooled{.edition = survey.edition.number,
                              .pair = hash_of_pair(secret, one),
                              .answers = one.answers};
        const auto [now, before] = parts_of_once(one.once);
        const auto hash = hash_of_once(secret, std::string(now));
        sealed.push_back({self.keys.seal(day_key_name(day), to_text(spooled)), hash, "", ""});
        if (!one.once.starts_with(code_once)) continue;
        sealed.back().code = hash;
        sealed.back().code_before = hash_of_once(secret, before);
    }
    return sealed;
}

}  // namespace

std::string to_text(const Spooled& spooled) {
    base::JsonWriter json;
    json.begin_object().member("edition", spooled.edition).member("pair", spooled.pair);
    json.key("answers").raw(spooled.answers).end_object();
    auto text = std::move(json).take();
    // Padded, so that the length of what is sealed does not tell a long answer from a short one.
    text.append(padded_to - text.size() % padded_to, ' ');
    return text;
}

std::optional<Spooled> spooled_of(std::string_view text) {
    const auto json = base::parse_json(text);
    if (!json || !json->is_object()) return std::nullopt;
    return Spooled{.edition = static_cast<int>((*json)["edition"].as_integer().value_or(0)),
                   .pair = std::string((*json)["pair"].text()),
                   .answers = base::to_text((*json)["answers"])};
}

Taken take(const Surveys::Implementation& self, std::string_view municipality, const Survey& survey, const Round& round,
           const std::vector<Sent>& sent) {
    const auto tenant = self.neighbours.municipalities.find_tenant(municipality::Municipalities::slug_of(municipality));
    const auto day = base::format_date(self.today_in(tenant ? tenant->zone : "Europe/Stockholm"));
    const auto sealed = sealed_all(self, survey, sent, day);
    try {
        self.database.write([&](db::Connection& connection) {
            connection.query(sql::will_answer);
            if (connection.query(sql::may_answer, municipality, survey.id, round.id).empty()) throw NotTaken{Taken::closed};
            if (!stands(connection, municipality, survey)) throw NotTaken{Taken::changed_meanwhile};
            const auto is_there = [&](const std::string& code) {
                return !connection.query(sql::find_code, municipality, survey.id, code).empty();
            };
            for (const auto& one : sealed) {
                const bool is_of_now = one.code.empty() || is_there(one.code);
                if (!is_of_now && !is_there(one.code_before)) throw NotTaken{Taken::no_such_code};
                const auto& once = is_of_now ? one.once : one.code_before;
                if (!once.empty() && connection.execute(sql::insert_used, municipality, survey.id, once) == 0)
                    throw NotTaken{Taken::used_before};
                connection.execute(sql::insert_spooled, municipality, base::random_token(bytes_of_id), survey.id, round.id, day,
                                   one.content);
            }
        });
    } catch (const NotTaken& refused) {
        return refused.why;
    }
    return Taken::taken;
}

std::vector<std::string> make_codes(const Surveys::Implementation& self, std::string_view municipality, const Survey& survey,
                                    int number, std::string_view actor) {
    const auto secret = self.keys.secret(secret_name(survey.id));
    std::vector<std::string> codes;
    for (int at = 0; at < number; ++at) codes.push_back(base::code_of(code_kind, base::random_token()));
    self.database.write([&](db::Connection& connection) {
        std::vector<std::vector<db::Value>> rows;
        for (const auto& code : codes)
            rows.push_back({std::string(municipality), survey.id, hash_of_once(secret, once_of_code(code))});
        connection.execute_many(sql::insert_code, rows);
        audit::record(connection,
                      {.municipality_id = std::string(municipality),
                       .actor = std::string(actor),
                       .action = "survey codes made",
                       .record = "survey:" + survey.id,
                       .detail = ""},
                      self.clock.now());
    });
    return codes;
}

std::string once_of_code(std::string_view typed) {
    const auto hashes = base::hashes_of_code(code_kind, typed);
    if (hashes.empty()) return "";
    return std::string(code_once) + hashes.now + (hashes.before == hashes.now ? "" : " " + hashes.before);
}

}  // namespace digilots::surveys
