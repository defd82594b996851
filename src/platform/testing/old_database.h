#pragma once
// A database as it was before one migration, with rows of that time: what comes over is tested with data.
#include <algorithm>
#include <memory>
#include <string_view>

#include "platform/base/ensure.h"
#include "platform/db/embedded_migrations.h"
#include "platform/testing/database.h"

namespace digilots::testing {

class OldDatabase {
public:
    /// `migration`: what its name ends with, such as "_taxonomy_register".
    explicit OldDatabase(std::string_view migration) {
        const auto all = db::embedded_migrations();
        const auto last = std::ranges::find_if(
            all, [&](const db::Migration& one) { return std::string_view(one.name).ends_with(migration); });
        ENSURE(last != all.end());
        database_->migrate(all.first(static_cast<std::size_t>(last - all.begin())));
    }

    void run(const char* text) {
        database_->write([&](db::Connection& connection) { connection.execute(db::Statement{"test", text, text}); });
    }
    /// Everything that came after.
    db::Database& brought_over() {
        database_->migrate(db::embedded_migrations());
        return *database_;
    }

private:
    DatabasePlace place_{Schema::empty};
    std::unique_ptr<db::Database> database_ = db::open(place_.options());
};

}  // namespace digilots::testing
