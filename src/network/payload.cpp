#include "network/payload.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "network/signing.h"
#include "platform/base/base64.h"
#include "platform/base/json.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "taxonomy/taxonomy.h"

namespace digilots::network {

namespace {

using releases::Shown, releases::Value;

constexpr const char *total_table = "total", *all_terms = "*";
constexpr std::int64_t most_revisions = 1000, most_counted = 1'000'000'000;
constexpr std::size_t most_rows = 20'000, longest_term = 100;

constexpr std::pair<Shown, const char*> states[] = {{Shown::count, "published"},
                                                    {Shown::hidden, "hidden"},
                                                    {Shown::withheld, "withheld"},
                                                    {Shown::not_reported, "not_reported"}};

const char* word_of_state(Shown shown) {
    for (const auto& [one, word] : states)
        if (one == shown) return word;
    return "not_reported";
}

bool has_only(const base::Json& object, std::initializer_list<const char*> names) {
    return object.is_object() && object.members().size() == names.size() &&
           std::ranges::all_of(names, [&](const char* name) { return object.find(name) != nullptr; });
}

std::string fault_of_value(const base::Json& row, Value& value) {
    const auto state = row["state"].text();
    const auto* known = base::find_in(states, state, [](const auto& one) { return std::string_view(one.second); });
    if (known == nullptr) return "a row has a state that is not known";
    value.shown = known->first;
    if (value.shown != Shown::count) return row["count"].is_null() ? "" : "a number that is not told is told";
    const auto count = row["count"].as_integer();
    if (!count || *count < 0 || *count > most_counted) return "a row has no right number";
    if (*count > 0 && *count < least_published) return "a number is told that is too small to be told";
    value.count = *count;
    return "";
}

std::string fault_of_rows(const base::Json& rows, Payload& payload) {
    if (!rows.is_array() || rows.items().empty()) return "there are no rows";
    if (rows.items().size() > most_rows) return "there are too many rows";
    std::set<std::pair<std::string, std::string>> seen;
    for (const auto& row : rows.items()) {
        if (!has_only(row, {"table", "term", "state", "count"})) return "a row has other fields than table, term, state, count";
        PayloadRow read{std::string(row["table"].text()), std::string(row["term"].text()), {}};
        if (!row["term"].is_string() || read.term.size() > longest_term) return "a row has no right term";
        if (!base::holds(releases::Releases::tables(), read.table)) return "a row is of a table that is not released";
        if (!seen.emplace(read.table, read.term).second) return "a row comes twice";
        if (auto fault = fault_of_value(row, read.value); !fault.empty()) return fault;
        payload.rows.push_back(std::move(read));
    }
    return seen.contains({total_table, all_terms}) ? "" : "the total is missing";
}

/// Not stated is of every list.
bool is_of_list(std::string_view table, const std::string& term) {
    const auto list = taxonomy::list_named(table);
    return term.empty() || (list && taxonomy::find(*list, term) != nullptr);
}

std::int64_t suppressed_in(const std::vector<PayloadRow>& rows) {
    return std::ranges::count_if(rows, [](const PayloadRow& row) {
        return row.value.shown == Shown::hidden || row.value.shown == Shown::withheld;
    });
}

}  // namespace

bool is_period_of_figures(std::string_view key) {
    const auto period = periods::read(key);
    if (!period || periods::key_of(*period) != key) return false;
    const auto kind = periods::kind_of(*period);
    return kind == periods::Kind::month || kind == periods::Kind::quarter || kind == periods::Kind::year;
}

Payload payload_of(const releases::Releases& releases, std::string_view network, std::string_view member,
                   const periods::Period& period) {
    Payload payload{std::string(network), std::string(member), periods::key_of(period)};
    const releases::Whose whose{releases::Whose::Of::municipality, std::string(member)};
    for (const auto& name : releases::Releases::tables()) {
        if (!base::holds(releases.released(whose, name), period)) continue;
        const auto table = releases.read(whose, name, period);
        if (name == total_table) {
            payload.rows.push_back({name, all_terms, table.total});
            payload.revision = std::max(1, table.revision);
            payload.reason = table.reason;
        } else {
            for (const auto& line : table.lines) payload.rows.push_back({name, line.key, line.value});
        }
    }
    payload.suppressed = suppressed_in(payload.rows);
    return payload;
}

std::string text_of(const Payload& payload) {
    base::JsonWriter json;
    json.begin_object().member("network", payload.network).member("member", payload.member).member("period", payload.period);
    json.member("revision", payload.revision).member("reason", payload.reason).key("rows").begin_array();
    for (const auto& row : payload.rows) {
        json.begin_object().member("table", row.table).member("term", row.term);
        json.member("state", word_of_state(row.value.shown));
        json.member("count", row.value.shown == Shown::count ? std::optional(row.value.count) : std::nullopt).end_object();
    }
    json.end_array().member("suppressed", payload.suppressed).end_object();
    return std::move(json).take();
}

base::Result<Payload, std::string> read_payload(std::string_view text) {
    const auto json = base::parse_json(text);
    if (!json) return base::failure("the payload is no JSON: " + json.error());
    if (!has_only(*json, {"network", "member", "period", "revision", "reason", "rows", "suppressed"}))
        return base::failure(std::string("the payload has other fields than network, member, period, revision, reason, rows, "
                                       "suppressed"));
    const auto& said = *json;
    Payload payload{std::string(said["network"].text()), std::string(said["member"].text()),
                    std::string(said["period"].text())};
    if (!is_period_of_figures(payload.period)) return base::failure(std::string("the period is no month, quarter or year"));
    const auto revision = said["revision"].as_integer();
    if (!revision || *revision < 1 || *revision > most_revisions) return base::failure(std::string("the revision is no number"));
    payload.revision = *revision;
    payload.reason = said["reason"].text();
    if (!said["reason"].is_string() || base::length(payload.reason) > longest_reason)
        return base::failure(std::string("the reason is too long, or no text"));
    if (auto fault = fault_of_rows(said["rows"], payload); !fault.empty()) return base::failure(std::move(fault));
    payload.suppressed = suppressed_in(payload.rows);
    if (said["suppressed"].as_integer() != payload.suppressed)
        return base::failure(std::string("another number of rows is hidden than it says"));
    return payload;
}

bool has_known_terms(const Payload& payload) {
    return std::ranges::all_of(payload.rows, [](const PayloadRow& row) {
        if (row.table == total_table) return row.term == all_terms;
        const auto plus = row.term.find('+');
        if (row.table == "body_barrier" || row.table == "together") {
            const auto second = plus == std::string::npos ? std::string() : row.term.substr(plus + 1);
            const bool is_body = row.table == "body_barrier";
            return is_of_list(is_body ? "body" : "topic", row.term.substr(0, plus)) &&
                   is_of_list(is_body ? "barrier" : "topic", second);
        }
        return is_of_list(row.table, row.term);
    });
}

releases::Value total_of(const Payload& payload) {
    for (const auto& row : payload.rows)
        if (row.table == total_table && row.term == all_terms) return row.value;
    return {};
}

SignedFile signed_with(std::string_view secret_key, const Payload& payload) {
    SignedFile file{text_of(payload), payload.member, key_id_of(public_key_of(secret_key)), ""};
    file.signature = sign(secret_key, file.payload);
    return file;
}

std::string text_of(const SignedFile& file) {
    base::JsonWriter json;
    json.begin_object().member("payload", base::to_base64(file.payload)).member("member", file.member);
    json.member("key_id", file.key_id).member("signature", file.signature).end_object();
    return std::move(json).take();
}

base::Result<SignedFile, std::string> read_signed_file(std::string_view text) {
    const auto json = base::parse_json(text);
    if (!json) return base::failure("the file is no JSON: " + json.error());
    if (!has_only(*json, {"payload", "member", "key_id", "signature"}))
        return base::failure(std::string("the file has other fields than payload, member, key_id, signature"));
    for (const char* name : {"payload", "member", "key_id", "signature"})
        if (!(*json)[name].is_string()) return base::failure(std::string(name) + " is no text");
    const auto payload = base::from_base64((*json)["payload"].text());
    if (!payload) return base::failure(std::string("the payload is not in base64"));
    return SignedFile{*payload, std::string((*json)["member"].text()), std::string((*json)["key_id"].text()),
                      std::string((*json)["signature"].text())};
}

}  // namespace digilots::network
