#pragma once
// What Records holds; for the files of this folder.
#include "platform/register/records.h"

namespace digilots::register_ {

struct Records::Implementation {
    Register declaration;
    Statements statements{declaration};
    db::Database& database;
    const base::Clock& clock;
    Others others;

    Implementation(Register declared, db::Database& opened, const base::Clock& time, Others more)
        : declaration(std::move(declared)), database(opened), clock(time), others(std::move(more)) {}

    void insert(db::Connection& connection, const Surroundings& around, Record& record,
                std::string_view actor) const;
    base::Result<Record, Refusal> update(db::Connection& connection, const Surroundings& around,
                                         const Record& before, Record after, std::vector<Record> others,
                                         std::string_view actor) const;
    std::optional<Record> find(db::Connection& connection, std::string_view municipality_id,
                               std::string_view id) const;
};

}  // namespace digilots::register_
