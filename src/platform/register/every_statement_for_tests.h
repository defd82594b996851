#pragma once
// Runs every statement of a register on the engine under test: for the test of each slice that has one. What
// it writes is rolled back.
#include <gtest/gtest.h>

#include <algorithm>
#include <exception>
#include <string>
#include <vector>

#include "platform/register/check_table.h"
#include "platform/register/records.h"

namespace digilots::register_ {

namespace every_statement {

struct RolledBack : std::exception {};

inline void run(db::Database& database, const BoundSql& bound) {
    SCOPED_TRACE(bound.sql.text);
    database.read([&](db::Connection& connection) { connection.run(bound.sql.statement(), bound.values); });
}

/// Each filter with each of its choices, each order in both directions, a search, all of it together.
inline std::vector<ListQuery> queries(const Register& declaration, const Surroundings& around) {
    std::vector<ListQuery> all{{}, {.search = "a b"}, {.with_ended = declaration.ends()}};
    ListQuery everything{
        .search = "a", .with_ended = declaration.ends(), .only_published = !declaration.published.empty()};
    for (const auto& field : declaration.fields) {
        const std::string name(field.name);
        if (field.is_sorted) {
            all.push_back({.sort = name});
            all.push_back({.sort = name, .is_descending = true});
            everything.sort = name;
        }
        if (!field.is_filter) continue;
        auto choices = field.type->filter_choices(field, around);
        if (choices.empty()) choices.push_back({"none", ""});
        for (const auto& choice : choices) all.push_back({.filters = {{name, choice.key}}});
        everything.filters.emplace_back(name, choices.front().key);
    }
    all.push_back(everything);
    return all;
}

inline std::vector<db::Value> values_for(const Statements& statements, const Register& declaration) {
    std::size_t count = 0;
    for (std::size_t at = statements.insert.text.find('$'); at != std::string::npos;
         at = statements.insert.text.find('$', at + 1))
        count = std::max<std::size_t>(count, std::stoul(statements.insert.text.substr(at + 1)));
    std::vector<db::Value> values{std::string("2281"), std::string("tried"),
                                  std::string("2026-01-01T00:00:00.000Z")};
    if (declaration.is_ordered_by_hand()) values.emplace_back(std::int64_t{0});
    for (const auto& column : declaration.columns())
        values.push_back(column.storage == Storage::text    ? db::Value(std::string("x"))
                         : column.storage == Storage::whole ? db::Value(std::int64_t{1})
                                                            : db::Value(1.5));
    while (values.size() < count) values.emplace_back(std::string("x"));
    return values;
}

/// A row of letters and ones: the engine's own constraints of the table are not what is tried here.
inline void write_and_roll_back(const Records& records) {
    const auto& statements = records.statements();
    const auto& declaration = records.declaration();
    const auto values = values_for(statements, declaration);
    const std::string here = "2281", id = "tried", now = "2026-01-02T00:00:00.000Z";
    const auto at = [&](std::int64_t version) { return std::vector<db::Value>{here, id, version, now}; };
    EXPECT_THROW(records.database().write([&](db::Connection& connection) {
        EXPECT_EQ(connection.change(statements.insert.statement(), values), 1);
        auto changed = at(1), stale = at(7);
        const std::size_t first = declaration.is_ordered_by_hand() ? 4 : 3;
        changed.insert(changed.end(), values.begin() + static_cast<std::ptrdiff_t>(first), values.end());
        stale.insert(stale.end(), values.begin() + static_cast<std::ptrdiff_t>(first), values.end());
        EXPECT_EQ(connection.change(statements.update.statement(), stale), 0) << "another version";
        EXPECT_EQ(connection.change(statements.update.statement(), changed), 1);
        EXPECT_EQ(connection.query(statements.find.statement(), here, id).size(), 1u);
        EXPECT_TRUE(connection.query(statements.find.statement(), "2280", id).empty())
            << "another municipality";
        if (declaration.is_ordered_by_hand()) {
            EXPECT_EQ(connection.execute(statements.move.statement(), here, id, 5), 1);
            EXPECT_EQ(connection.execute(statements.move.statement(), here, id, 5), 0);
        }
        const std::int64_t version = declaration.is_ordered_by_hand() ? 3 : 2;
        if (declaration.ends()) {
            auto ended = at(version);
            ended.emplace_back(now);
            EXPECT_EQ(connection.change(statements.end.statement(), ended), 1);
        }
        connection.run(statements.of_key.statement(), {here, std::string("a"), std::string("a~")});
        for (const auto& [name, sql] : statements.same) {
            const auto columns = declaration.columns();
            const auto column = std::ranges::find(columns, name, &Column::name);
            const bool is_text = column == columns.end() || column->storage == Storage::text;
            connection.run(sql.statement(), {here, is_text ? db::Value("x") : db::Value(std::int64_t{1}), std::string("other")});
        }
        EXPECT_EQ(connection.execute(statements.remove.statement(), here, id, 99), 0) << "another version";
        EXPECT_EQ(connection.execute(statements.remove.statement(), here, id,
                                     version + (declaration.ends() ? 1 : 0)),
                  1);
        throw RolledBack();
    }),
                 RolledBack);
}

}  // namespace every_statement

inline void run_every_statement(const Records& records, const Surroundings& around) {
    auto& database = records.database();
    const auto& statements = records.statements();
    database.read([&](db::Connection& connection) {
        EXPECT_EQ(faults_of_table(connection, records.declaration()), std::vector<std::string>{});
        connection.query(statements.all.statement(), around.municipality_id);
        connection.query(statements.added.statement(), around.municipality_id, "2026", "2027");
    });
    for (const auto& query : every_statement::queries(records.declaration(), around)) {
        for (const auto hits : {Hits::few, Hits::many})
            every_statement::run(database, statements.list(query, around, 10, 0, hits));
        every_statement::run(database, statements.count(query, around, 10));
        every_statement::run(database, statements.after(query, around, "", 10));
    }
    every_statement::write_and_roll_back(records);
}

}  // namespace digilots::register_
