#include "network/aggregates.h"

#include <algorithm>

#include "network/signing.h"
#include "network/sql.h"
#include "platform/audit/audit.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/personal/personal_data.h"

namespace digilots::network {

namespace {

/// What is stored is what was taken in: it can be read.
Approved approved_of(const db::Row& row) {
    auto payload = read_payload(row.text("payload"));
    Approved one;
    if (payload) one.payload = *payload;
    one.key_id = row.text("key_id");
    one.is_after_lock = row.flag("after_lock");
    one.payload.revision = row.integer("revision");
    one.payload.reason = row.text("reason");
    one.received_at = *base::parse_utc(row.text("received_at"));
    return one;
}

bool is_locked(db::Connection& connection, const std::string& network, const std::string& period) {
    return !connection.query(sql::find_lock, network, period).empty();
}

std::int64_t last_revision(db::Connection& connection, const Payload& payload) {
    return connection.query(sql::last_revision, payload.network, payload.period, payload.member)[0].integer("revision");
}

void store(db::Connection& connection, const Payload& payload, const SignedFile& file, bool is_after_lock, base::Instant now) {
    connection.execute(sql::insert_aggregate, payload.member, payload.network, payload.period, payload.revision, file.payload,
                       payload.reason, file.key_id, file.signature, is_after_lock, base::format_utc(now));
}

std::string record_of(const std::string& network, const std::string& period) { return "network:" + network + "/" + period; }

}  // namespace

Aggregates::Aggregates(db::Database& database, const base::Clock& clock, const municipality::Municipalities& municipalities,
                       const releases::Releases& releases)
    : database_(database), clock_(clock), municipalities_(municipalities), releases_(releases) {}

PeriodState Aggregates::state(const std::string& network, const std::string& period) const {
    return database_.read([&](db::Connection& connection) {
        PeriodState state;
        const auto lock = connection.query(sql::find_lock, network, period);
        if (!lock.empty()) state.locked_at = base::parse_utc(lock[0].text("locked_at"));
        for (const auto row : connection.query(sql::list_aggregates, network, period))
            state.approved[row.text("municipality_id")].push_back(approved_of(row));
        return state;
    });
}

std::vector<std::string> Aggregates::periods_of(const std::string& network) const {
    return database_.read([&](db::Connection& connection) {
        std::vector<std::string> periods;
        for (const auto row : connection.query(sql::list_periods, network)) periods.push_back(row.text("period"));
        std::ranges::reverse(periods);
        return periods;
    });
}

bool Aggregates::is_over(const std::string& key) const {
    const auto period = periods::read(key);
    return period && period->to < base::to_civil(clock_.now(), releases::released_zone).date;
}

std::optional<Taken> Aggregates::fault_of_sender(db::Connection& connection, const municipality::Network& network,
                                                 const SignedFile& file) const {
    if (!base::holds(network.members, file.member)) return Taken{422, TEXT("The sender is no member of this network.")};
    if (municipalities_.is_active(file.member))
        return Taken{422, TEXT("The sender is served here: its figures are approved here.")};
    const auto keys = connection.query(sql::find_key, network.lead, network.key, file.member, file.key_id);
    if (network.lead.empty() || keys.empty())
        return Taken{422, TEXT("The key is not known: whoever leads the network enters it.")};
    if (!is_signed_by(keys[0].text("public_key"), file.payload, file.signature))
        return Taken{422, TEXT("The signature does not fit: the file was altered, or signed with another key.")};
    return std::nullopt;
}

Taken Aggregates::take_in(const municipality::Network& network, std::string_view signed_file) {
    const auto file = read_signed_file(signed_file);
    if (!file) return {422, TEXT("The file is not as it has to be."), file.error()};
    // Whoever has no right to send keeps nobody waiting who writes.
    const auto may_not = database_.read(
        [&](db::Connection& connection) { return fault_of_sender(connection, network, *file); });
    if (may_not) return *may_not;
    return database_.write(
        [&](db::Connection& connection) -> Taken {
            if (const auto fault = fault_of_sender(connection, network, *file)) return *fault;
            const auto payload = read_payload(file->payload);
            if (!payload) return {422, TEXT("The file is not as it has to be."), payload.error()};
            if (payload->network != network.key || payload->member != file->member)
                return {422, TEXT("The file is for another network, or of another member.")};
            if (!has_known_terms(*payload))
                return {422, TEXT("The file is not as it has to be."), "a row has a term that the code lists here do not have"};
            if (!is_over(payload->period)) return {422, TEXT("The period is not over.")};
            if (personal::find_personal_data(payload->reason) != personal::PersonalData::none)
                return {422, TEXT("The reason tells of a person: remove the number or address.")};
            if (payload->revision <= last_revision(connection, *payload))
                return {409, TEXT("This revision is known already, or a later one is.")};
            const bool locked = is_locked(connection, network.key, payload->period);
            if (locked && payload->revision == 1)
                return {409, TEXT("The period is locked: only a revision of it can come in.")};
            const auto now = clock_.now();
            store(connection, *payload, *file, locked, now);
            audit::record(connection,
                          {network.lead, "key:" + file->key_id, "figures taken in", record_of(network.key, payload->period), ""},
                          now);
            return {};
        },
        db::Isolation::deciding);
}

Aggregates::Approval Aggregates::approve(const municipality::Network& network, const std::string& member,
                                         const std::string& key, const std::string& reason, std::string_view actor) {
    const auto period = periods::read(key);
    if (!period || !is_over(key)) return Approval::not_released;
    const auto payload = payload_of(releases_, network.key, member, *period);
    if (payload.rows.empty()) return Approval::not_released;
    return database_.write(
        [&](db::Connection& connection) {
            auto now_said = payload;
            const auto last = last_revision(connection, now_said);
            if (last > 0) {
                const auto before = connection.query(sql::find_aggregate, network.key, key, member, last);
                const auto said = read_payload(before[0].text("payload"));
                if (said && said->rows == now_said.rows) return Approval::nothing_new;
            }
            const bool locked = is_locked(connection, network.key, key);
            now_said.revision = std::max(last + 1, locked ? std::int64_t{2} : std::int64_t{1});
            if (!reason.empty()) now_said.reason = reason;
            const auto now = clock_.now();
            store(connection, now_said, {.payload = text_of(now_said)}, locked, now);
            audit::record(connection, {member, std::string(actor), "figures approved", record_of(network.key, key), ""}, now);
            return Approval::approved;
        },
        db::Isolation::deciding);
}

bool Aggregates::lock(const municipality::Network& network, const std::string& period, std::string_view actor) {
    if (!is_period_of_figures(period) || !is_over(period)) return false;
    database_.write([&](db::Connection& connection) {
        const auto now = clock_.now();
        if (connection.execute(sql::insert_lock, network.lead, network.key, period, base::format_utc(now)) == 0) return;
        audit::record(connection, {network.lead, std::string(actor), "period locked", record_of(network.key, period), ""}, now);
    });
    return true;
}

}  // namespace digilots::network
