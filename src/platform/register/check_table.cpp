#include "platform/register/check_table.h"

#include <map>

#include "platform/register/sql.h"

namespace digilots::register_ {

namespace {

struct Wanted {
    Storage storage = Storage::text;
    bool may_be_null = false;
};

std::map<std::string, Wanted> wanted_columns(const Register& declaration) {
    std::map<std::string, Wanted> wanted;
    for (const char* name : {"municipality_id", "id", "created_at", "changed_at"}) wanted[name] = {};
    wanted["version"] = {Storage::whole, false};
    if (declaration.ends()) wanted["ended_at"] = {};
    if (declaration.is_ordered_by_hand()) wanted["position"] = {Storage::whole, false};
    if (declaration.is_searched()) wanted["search_text"] = {};
    for (const auto& column : declaration.columns())
        wanted[column.name] = {column.storage, column.storage != Storage::text};
    for (const auto& field : declaration.fields)
        if (field.is_sorted && field.type->is_ordered_by_language())
            wanted[std::string(field.name) + "_order"] = {};
    return wanted;
}

std::string kind_of(const Wanted& column) {
    const std::string kind = column.storage == Storage::text    ? "TEXT"
                             : column.storage == Storage::whole ? "INTEGER"
                                                                : "REAL";
    return column.may_be_null ? kind : kind + " NOT NULL";
}

}  // namespace

std::vector<std::string> faults_of_table(db::Connection& connection, const Register& declaration) {
    std::vector<std::string> faults;
    auto wanted = wanted_columns(declaration);
    const std::string table(declaration.table);
    for (const auto row : connection.query(sql::list_columns, declaration.table)) {
        const auto name = row.text("name");
        const auto found = wanted.find(name);
        if (found == wanted.end()) {
            faults.push_back(table + "." + name +
                             " is in no field: declare it, or take it out of the table.");
            continue;
        }
        const bool is_text = row.flag("is_text"),
                   is_right = is_text == (found->second.storage == Storage::text);
        // A column that is never NULL may be declared so that it could be: flags are.
        if (!is_right || (row.flag("may_be_null") && !found->second.may_be_null))
            faults.push_back(table + "." + name + " is to be " + kind_of(found->second) + ".");
        wanted.erase(found);
    }
    for (const auto& [name, column] : wanted)
        faults.push_back(table + "." + name + " is missing: a migration adds it as " + kind_of(column) + ".");
    return faults;
}

}  // namespace digilots::register_
