// The desk where every search ends, where no administrator has chosen one.
#include <gtest/gtest.h>

#include <algorithm>
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
            [&](db::Connection& connection) { return load_desk(connection, municipality.id); });
    }
    return desks;
}

TEST(Desk, StaysWhatItWasWhenADatabaseFromBeforeIsTakenOver) {
    DirectoryWorld world;
    const auto kept = desks_of(world);
    for (const auto& [id, desk] : kept) {
        EXPECT_EQ(world.directory.snapshot(id)->fallback_place, desk) << id;
        world.database->write([&, municipality = id](db::Connection& connection) { save_desk(connection, municipality, ""); });
    }
    const auto migrations = db::embedded_migrations();
    const auto found = std::ranges::find_if(migrations, [](const db::Migration& one) {
        return std::string_view(one.name).ends_with("directory_desk");
    });
    ASSERT_NE(found, migrations.end());
    const std::string text(found->text);
    const auto begin = text.find("UPDATE");
    const auto fill = text.substr(begin, text.rfind(';') - begin);
    world.database->write([&](db::Connection& connection) {
        connection.execute(db::Statement{"test/fill_desks", fill.c_str(), fill.c_str()});
    });
    EXPECT_EQ(desks_of(world), kept);
}

}  // namespace
}  // namespace digilots::directory
