#include "directory/directory_store.h"

#include "directory/registers.h"
#include "directory/sql.h"
#include "directory/stop_register.h"
#include "platform/register/records.h"

namespace digilots::directory {
namespace {

/// In the language of its country: names stand in its order.
register_::Surroundings around_in(std::string_view municipality_id) {
    register_::Surroundings around{.municipality_id = std::string(municipality_id), .words = &i18n::translator("en")};
    const auto* municipality = municipality::Municipalities::find(municipality_id);
    if (municipality != nullptr && municipality->country == "NO") around.language = "nb";
    return around;
}

RecordKind read_kind(std::string_view name) { return kind_named(name).value_or(RecordKind::place); }

}  // namespace

std::vector<Record> load_records(db::Connection& connection, RecordKind kind, std::string_view municipality_id) {
    return register_::Records::all(connection, statements_of(kind), register_of(kind), municipality_id);
}

std::vector<Record> load_stops(db::Connection& connection, std::string_view municipality_id) {
    static const register_::Register declaration = stop_register();
    static const register_::Statements statements{declaration};
    return register_::Records::all(connection, statements, declaration, municipality_id);
}

void save_record(db::Connection& connection, RecordKind kind, std::string_view municipality_id, const Record& record) {
    register_::store_record(connection, register_of(kind), statements_of(kind), around_in(municipality_id), record);
}

void complete_moved_records(db::Database& database) {
    std::vector<std::string> municipalities;
    database.read([&](db::Connection& connection) {
        for (const auto row : connection.query(sql::list_underived)) municipalities.push_back(row.text("municipality_id"));
    });
    if (municipalities.empty()) return;
    database.write([&](db::Connection& connection) {
        for (const auto& municipality : municipalities) {
            const auto around = around_in(municipality);
            for (const auto kind : all_kinds)
                register_::derive_missing(connection, register_of(kind), statements_of(kind), around);
        }
    });
}

std::vector<FactEdit> load_fact_edits(db::Connection& connection, std::string_view municipality_id) {
    std::vector<FactEdit> edits;
    const auto rows = connection.query(sql::load_fact_edits, municipality_id);
    for (const auto row : rows) {
        edits.push_back({read_kind(row.text("record_kind")), row.text("record_id"), row.text("field"),
                         row.text("imported_value"), row.text("edited_value"), row.text("edited_by"),
                         row.text("edited_at")});
    }
    return edits;
}

void save_fact_edit(db::Connection& connection, std::string_view municipality_id, const FactEdit& edit) {
    connection.execute(sql::save_fact_edit, municipality_id, name_of(edit.kind), edit.record_id, edit.field,
                       edit.imported_value, edit.edited_value, edit.edited_by, edit.edited_at);
}

Desk load_desk(db::Connection& connection, std::string_view municipality_id) {
    const auto rows = connection.query(sql::load_desk, municipality_id);
    const auto row = rows.only();
    return row ? Desk{row->text("place"), row->text("stand_in")} : Desk{};
}

void save_desk(db::Connection& connection, std::string_view municipality_id, const Desk& desk) {
    connection.execute(sql::save_desk, municipality_id, desk.place, desk.stand_in);
}

void save_import(db::Connection& connection, std::string_view municipality_id, const ImportRun& run) {
    connection.execute(sql::save_import, run.id, municipality_id, run.source, run.content_hash, run.added, run.changed,
                       run.kept, run.imported_at);
}

std::optional<ImportRun> latest_import(db::Connection& connection, std::string_view municipality_id) {
    const auto rows = connection.query(sql::latest_import, municipality_id);
    const auto row = rows.only();
    if (!row) return std::nullopt;
    return ImportRun{"", row->text("source"), "", row->text("imported_at"), row->integer("added"),
                     row->integer("changed"), row->integer("kept")};
}

}  // namespace digilots::directory
