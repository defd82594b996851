#include "offline/offline.h"

#include "offline/implementation.h"
#include "offline/sql.h"
#include "platform/audit/audit.h"
#include "platform/base/base64.h"
#include "platform/base/ensure.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"

namespace digilots::offline {

namespace {

constexpr const char* current_key = "1";
constexpr std::size_t longest_label = 60;

std::optional<NamedKey> stored_key(db::Connection& connection) {
    const auto rows = connection.query(sql::find_key, current_key);
    const auto row = rows.only();
    if (!row) return std::nullopt;
    return NamedKey{row->text("id"), {row->text("private_key"), row->text("public_key")}};
}

void trace_device(db::Connection& connection, std::string_view municipality_id, std::string_view account, const char* action,
                  std::string_view id, base::Instant now) {
    audit::record(connection,
                  {std::string(municipality_id), std::string(account), action, "offline_device:" + std::string(id), ""}, now);
}

base::Instant moment(const db::Row& row, const char* column) {
    return base::parse_utc(row.text(column)).value_or(base::Instant{});
}

}  // namespace

NamedKey server_key(db::Database& database, base::Instant now) {
    const auto found = database.read(stored_key);
    if (found) return *found;
    const ServerKey made = new_server_key();
    // Of two who make one at once the first stands for both.
    return database.write([&](db::Connection& connection) {
        connection.execute(sql::insert_key, current_key, made.private_key, made.public_key, base::format_utc(now));
        const auto stands = stored_key(connection);
        ENSURE(stands.has_value());
        return *stands;
    });
}

Offline::Offline(db::Database& database, const base::Clock& clock, Neighbours neighbours)
    : implementation_(new Implementation{database, clock, std::move(neighbours)}) {}

Offline::~Offline() = default;

std::optional<NewDevice> Offline::add_device(std::string_view municipality_id, std::string_view account,
                                             std::string_view label) {
    auto& own = *implementation_;
    const auto now = own.clock.now();
    const auto key = server_key(own.database, now);
    const auto named = base::cut(base::clean(label), longest_label);
    // 32 bytes of randomness as text; what is hashed is what stands in entries.
    const auto secret = base::random_token(32);
    const auto id = base::new_uuid(now);
    const bool is_added = own.database.write(
        [&](db::Connection& connection) {
            if (std::ssize(connection.query(sql::list_devices, municipality_id, account)) >= most_devices) return false;
            connection.execute(sql::insert_device, municipality_id, id, account, named, base::sha256_hex(secret),
                               base::format_utc(now));
            trace_device(connection, municipality_id, account, "offline device added", id, now);
            return true;
        },
        db::Isolation::deciding);
    if (!is_added) return std::nullopt;
    return NewDevice{id, secret, key.id, key.key.public_key};
}

std::vector<Device> Offline::devices_of(std::string_view municipality_id, std::string_view account) const {
    const auto rows = implementation_->database.read(
        [&](db::Connection& connection) { return connection.query(sql::list_devices, municipality_id, account); });
    std::vector<Device> devices;
    for (const auto row : rows)
        devices.push_back({row.text("id"), row.text("label"), moment(row, "created_at"), moment(row, "seen_at")});
    return devices;
}

bool Offline::end_device(std::string_view municipality_id, std::string_view account, std::string_view id) {
    const auto now = implementation_->clock.now();
    return implementation_->database.write([&](db::Connection& connection) {
        if (connection.execute(sql::delete_own_device, municipality_id, account, id) == 0) return false;
        trace_device(connection, municipality_id, account, "offline device ended", id, now);
        return true;
    });
}

void Offline::end_all(db::Connection& connection, std::string_view municipality_id, std::string_view account,
                      base::Instant now) {
    connection.execute(sql::end_devices, municipality_id, account, base::format_utc(now));
}

}  // namespace digilots::offline
