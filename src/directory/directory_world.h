#pragma once
// For the tests of this slice: the real mapping in a database of its own, and the slice's own routes behind a server.
#include <memory>
#include <string>

#include "directory/directory.h"
#include "platform/http/server.h"

namespace digilots::directory {

class DirectoryWorld {
public:
    DirectoryWorld();
    ImportPlan import(const std::string& text);
    /// Grows with each change of the municipality's records.
    std::int64_t changes(std::string_view municipality) const { return versions.of("directory", municipality).load(); }
    /// Past the form, as by "account-1".
    bool change(std::string_view municipality, RecordKind kind, std::string_view id, const Facts& facts);
    static std::string mapping();
    /// The same pages where the operator has named a tile server.
    std::unique_ptr<http::Server> server_with(const MapTiles& tiles);

    base::TestClock clock;      // Monday 23 November 2026, 10.00 in Sweden
    std::unique_ptr<db::Database> database;
    kept::Versions versions;
    municipality::Municipalities municipalities;
    organisation::Organisation organisation;
    Directory directory;
    http::Server server;        // the cookie session=editor is an editor of every municipality
};

}  // namespace digilots::directory
