#include "platform/files/sweep.h"

#include <functional>
#include <utility>

#include "platform/base/log.h"
#include "platform/base/uuid.h"
#include "platform/files/files.h"
#include "platform/files/sql.h"

namespace digilots::files {

namespace {

constexpr const char* kind_of_sweep = "files_sweep";

struct Content {
    std::string municipality_id, hash;
};

std::vector<Content> unused(db::Database& database) {
    return database.read([](db::Connection& connection) {
        std::vector<Content> contents;
        for (const auto row : connection.query(sql::unused_contents))
            contents.push_back({row.text("municipality_id"), row.text("hash")});
        return contents;
    });
}

std::int64_t take_away(db::Database& database, const Content& content) {
    return database.write(
        [&](db::Connection& connection) {
            return connection.execute(sql::delete_unused_content, content.municipality_id, content.hash);
        },
        db::Isolation::deciding);
}

std::int64_t sweep_while(db::Database& database, const std::function<bool()>& goes_on) {
    std::int64_t swept = 0;
    for (;;) {
        std::int64_t of_this_round = 0;
        for (const auto& content : unused(database)) {
            if (!goes_on()) return swept;
            of_this_round += take_away(database, content);
        }
        swept += of_this_round;
        if (of_this_round == 0) return swept;
    }
}

}  // namespace

jobs::Kind sweeping(db::Database& database) {
    const auto work = [&database](jobs::Run& run) {
        const auto swept = sweep_while(database, [&run] { return !run.is_stopping(); });
        if (swept > 0) base::log(base::LogLevel::info, "files swept", {{"contents", std::to_string(swept)}});
        run.go_on();
    };
    return {.name = kind_of_sweep,
            .title = TEXT("Take away files that nothing uses"),
            .work = work,
            .schedule = jobs::Daily{.hour = 3, .minute = 40}};
}

void plan_sweep(db::Connection& connection, base::Instant now) {
    jobs::add(connection, {.kind = kind_of_sweep, .key = "sweep"}, now);
}

std::int64_t sweep(db::Database& database) {
    return sweep_while(database, [] { return true; });
}

Examined examine(db::Database& database, std::size_t most) {
    Examined examined;
    const auto fault = [&](const std::string& text) {
        if (examined.faults.size() < most) examined.faults.push_back(text);
    };
    const auto [files, contents] = database.read([](db::Connection& connection) {
        return std::pair(connection.query(sql::files_without_content), connection.query(sql::all_contents));
    });
    for (const auto row : files)
        fault("the file " + row.text("id") + " of " + row.text("municipality_id") + " has no bytes");
    for (const auto row : contents) {
        const auto municipality = row.text("municipality_id"), hash = row.text("hash");
        const auto number = row.integer("files");
        const auto bytes = database.read(
            [&](db::Connection& connection) { return content(connection, municipality, hash); });
        examined.files += number;
        examined.bytes += row.integer("bytes");
        // Swept meanwhile where nothing had it.
        if (number > 0 && (!bytes || base::sha256_hex(*bytes) != hash))
            fault("the content " + hash.substr(0, 12) + " of " + municipality + " is " +
                  (bytes ? "another than it was" : "not whole"));
    }
    return examined;
}

}  // namespace digilots::files
