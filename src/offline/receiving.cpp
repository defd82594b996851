// What a device sends: opened, known by its author, logged once.
#include <algorithm>

#include "offline/implementation.h"
#include "offline/sql.h"
#include "platform/base/json.h"
#include "platform/base/time.h"
#include "platform/base/typed_json.h"
#include "platform/base/uuid.h"

namespace digilots::offline {

namespace {

using State = Answer::State;
using namespace std::chrono_literals;

/// A clock may be this much off before what it said is corrected: networks are slow.
constexpr auto right_clock = 2min;
/// After an account was closed: what was logged before comes in this long.
constexpr auto still_counts = std::chrono::days{30};
constexpr std::size_t most_fields = 200;

struct Content {
    std::string secret;
    base::Instant at{};
    bool is_count = false;               // of who came at a session
    http::Fields form;
};

std::optional<Content> read_content(std::string_view text) {
    const auto json = base::parse_typed_json(text, {.bytes = largest_box, .depth = 4});
    if (!json || !json->is_object()) return std::nullopt;
    const auto at = base::parse_utc((*json)["at"].text());
    const auto& fields = (*json)["form"].items();
    if (!at || fields.empty() || fields.size() > most_fields) return std::nullopt;
    Content content{std::string((*json)["secret"].text()), *at, (*json)["kind"].text() == "count", {}};
    for (const auto& field : fields) {
        const auto& pair = field.items();
        if (pair.size() != 2 || !pair[0].is_string() || !pair[1].is_string()) return std::nullopt;
        content.form.pairs.emplace_back(pair[0].text(), pair[1].text());
    }
    return content;
}

/// By a clock that is right: what the device's was off when it sent, it was off before; never ahead of now.
base::Instant corrected(base::Instant at, base::Instant device_now, base::Instant now) {
    const auto off = now - device_now;
    const bool is_right = off < right_clock && -off < right_clock;
    return std::min(is_right ? at : at + off, now);
}

struct Author {
    std::string device, account, ended_at;
};

std::optional<Author> find_author(db::Connection& connection, const Offline::Implementation& own,
                                  std::string_view municipality_id, std::string_view secret) {
    const auto rows = connection.query(sql::find_device, municipality_id, base::sha256_hex(secret));
    const auto row = rows.only();
    if (!row) return std::nullopt;
    Author author{row->text("id"), row->text("account_id"), row->text("ended_at")};
    // Closed where nobody said so to this slice.
    if (author.ended_at.empty() && !own.neighbours.is_open(connection, municipality_id, author.account))
        author.ended_at = row->text("seen_at");
    return author;
}

bool came_before(db::Connection& connection, std::string_view municipality_id, std::string_view id) {
    return connection.query(sql::is_sent, municipality_id, id)[0].integer("number") > 0;
}

bool counts(const Author& author, base::Instant at, base::Instant now) {
    if (author.ended_at.empty()) return true;
    const auto ended = base::parse_utc(author.ended_at).value_or(base::Instant{});
    return at <= ended && now - ended <= still_counts;
}

/// [{"field":"topics","text":"…"}]: for the author alone, for it may say what they wrote.
/// `seen`: what stands now, for whoever saves it again.
std::string written(const inquiries::FieldErrors& errors, const std::string& seen = "") {
    base::JsonWriter json;
    json.begin_array();
    for (const auto& [field, text] : errors) {
        json.begin_object().member("field", field).member("text", text);
        if (!seen.empty()) json.member("seen", seen);
        json.end_object();
    }
    json.end_array();
    return std::move(json).take();
}

/// Refused it was not sent: mended it comes again under the same number.
Answer taken_in(const Offline::Implementation& own, const http::Tenant& tenant, const activities::AwayCount& count,
                const activities::FirstTime& first_time, const i18n::Translator& words,
                const std::function<std::string(const std::string&)>& sealed) {
    const auto counted = own.neighbours.activities.count_away(tenant, count, first_time, words);
    using Counted = activities::AwayCounted::State;
    if (counted.state == Counted::refused) return {State::refused, sealed(written(counted.errors, counted.seen))};
    return {counted.state == Counted::counted ? State::stored : State::already};
}

}  // namespace

Answer Offline::receive(const http::Tenant& tenant, const Sent& sent, base::Instant device_now,
                        const i18n::Translator& translator) {
    auto& own = *implementation_;
    const auto now = own.clock.now();
    // First of all: what was logged is logged, whatever has changed since. Two at once are told apart where it is written.
    const bool is_old =
        own.database.read([&](db::Connection& connection) { return came_before(connection, tenant.id, sent.id); });
    if (is_old) return {State::already};
    const auto key = server_key(own.database, now);
    const BoxFor what{tenant.id, sent.id};
    const auto text = sent.key_id == key.id ? open_box(key.key, what, sent.box) : std::nullopt;
    const auto content = text ? read_content(*text) : std::nullopt;
    if (!content) return {State::unreadable};
    const auto author = own.database.read(
        [&](db::Connection& connection) { return find_author(connection, own, tenant.id, content->secret); });
    if (!author) return {State::unknown_author};
    const auto at = corrected(content->at, device_now, now);
    if (!counts(*author, at, now)) return {State::ended};
    if (own.logging.take(author->account, now)) return {State::later};
    const auto first_time = [&](db::Connection& connection, std::string_view entry_id) {
        connection.execute(sql::set_device_seen, tenant.id, author->device, base::format_utc(now));
        return connection.execute(sql::insert_sent, tenant.id, sent.id, entry_id, base::format_utc(now)) == 1;
    };
    const auto sealed = [&](const std::string& reasons) { return seal_for(content->secret, what, reasons); };
    if (content->is_count) {
        const auto& form = content->form;
        const std::string session(form.get("session"));
        return taken_in(own, tenant,
                        {session, std::string(form.get("seen")), form, at, author->account,
                         own.neighbours.limit_of(tenant.id, author->account)},
                        [&](db::Connection& connection) { return first_time(connection, session); }, translator, sealed);
    }
    const auto taken = log_away(own.neighbours.inquiries, own.neighbours.referral, tenant, {content->form, at, author->account},
                                first_time, translator);
    using Taken = inquiries::AwayTaken::State;
    if (taken.state == Taken::refused) return {State::refused, sealed(written(taken.errors))};
    return {taken.state == Taken::logged ? State::stored : State::already};
}

}  // namespace digilots::offline
