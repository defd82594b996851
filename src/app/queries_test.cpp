// Every .sql of every folder is prepared on the engine under test: a misspelt column shows here, not in production.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "app/statements.h"
#include "platform/testing/database.h"

namespace digilots::app {
namespace {

std::size_t highest_parameter(std::string_view text) {
    std::size_t highest = 0;
    for (std::size_t at = text.find('$'); at != std::string_view::npos; at = text.find('$', at + 1)) {
        highest = std::max<std::size_t>(highest, std::atoi(std::string(text.substr(at + 1, 3)).c_str()));
    }
    return highest;
}

std::string without_comments(std::string_view text) {
    while (text.starts_with("--")) text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
    return std::string(text);
}

/// EXPLAIN makes the engine parse and plan the query without running it. LOCK and CLUSTER have no plan: they are run.
std::string what_is_wrong(db::Database& database, const db::Statement& statement) {
    const auto query = without_comments(database.engine() == db::Engine::sqlite ? statement.sqlite : statement.postgres);
    const auto text = query.starts_with("LOCK") || query.starts_with("CLUSTER") ? query : "EXPLAIN " + query;
    const db::Statement explained{statement.name, text.c_str(), text.c_str()};
    try {
        database.write([&](db::Connection& connection) {
            connection.run(explained, std::vector<db::Value>(highest_parameter(text), db::Null{}));
        });
        return "";
    } catch (const db::DbError& error) {
        return error.what();
    }
}

TEST(Queries, EveryOneIsPrepared) {
    const auto database = testing::fresh_database();
    for (const auto folder : all_statements()) {
        for (const auto* statement : folder) {
            const std::string name = statement->name;
            if (name.starts_with("platform/db/")) continue;   // BEGIN, pragmas, the table of migrations itself
            EXPECT_EQ(what_is_wrong(*database, *statement), "") << "src/" << name.substr(0, name.rfind('/')) << "/sql/"
                                                                << name.substr(name.rfind('/') + 1) << ".sql";
        }
    }
}

}  // namespace
}  // namespace digilots::app
