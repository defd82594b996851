// The desk where every search ends, where no administrator has chosen one.
#include <gtest/gtest.h>

#include <map>

#include "directory/directory_store.h"
#include "directory/directory_world.h"
#include "platform/db/embedded_migrations.h"

namespace digilots::directory {
namespace {

using Desks = std::map<std::string, std::string>;

Desks desks_of(DirectoryWorld& world) {
    Desks desks;
    for (const auto& municipality : world.municipalities.active()) {
        desks[municipality.id] = world.database->read(
            [&](db::Connection& connection) { return load_desk(connection, municipality.id).place; });
    }
    return desks;
}

/// The statement of a migration that begins with this word.
std::string statement_of(std::string_view migration, std::string_view word) {
    for (const auto& one : db::embedded_migrations()) {
        if (!std::string_view(one.name).ends_with(migration)) continue;
        const std::string_view text(one.text);
        const auto begin = text.find("\n" + std::string(word)) + 1;
        return std::string(text.substr(begin, text.find(';', begin) - begin));
    }
    return "";
}

void run(DirectoryWorld& world, const std::string& statement) {
    world.database->write([&](db::Connection& connection) {
        connection.execute(db::Statement{"test/take_over", statement.c_str(), statement.c_str()});
    });
}

TEST(Desk, StaysWhatItWasWhenADatabaseFromBeforeIsTakenOver) {
    DirectoryWorld world;
    const auto kept = desks_of(world);
    for (const auto& [id, desk] : kept) EXPECT_EQ(world.directory.snapshot(id)->fallback_place, desk) << id;
    run(world, "CREATE TABLE directory_version (municipality_id TEXT PRIMARY KEY, version INTEGER)");
    run(world, "INSERT INTO directory_version (municipality_id, version) SELECT municipality_id, 1 FROM directory_desk");
    run(world, "DELETE FROM directory_desk");
    run(world, statement_of("_directory_desk", "ALTER"));
    run(world, statement_of("_directory_desk", "UPDATE"));
    run(world, statement_of("_directory_kept", "INSERT"));
    EXPECT_EQ(desks_of(world), kept);
}

}  // namespace
}  // namespace digilots::directory
