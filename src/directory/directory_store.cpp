#include "directory/directory_store.h"

#include <array>
#include <charconv>

#include "directory/sql.h"

namespace digilots::directory {
namespace {

struct Statements {
    const db::Statement& load;
    const db::Statement& find;
    const db::Statement& save;
};

const Statements& statements_of(RecordKind kind) {
    static const std::array<Statements, 4> all{{
        {sql::load_places, sql::find_place, sql::save_place},
        {sql::load_services, sql::find_service, sql::save_service},
        {sql::load_e_services, sql::find_e_service, sql::save_e_service},
        {sql::load_contacts, sql::find_contact, sql::save_contact},
    }};
    return all[static_cast<std::size_t>(kind)];
}

std::string number_text(double number) {
    std::array<char, 32> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
    return error == std::errc{} ? std::string(buffer.data(), end) : std::string();
}

std::string read_column(const db::Row& row, const Column& column) {
    switch (column.type) {
        case ColumnType::text: return row.text(column.name);
        case ColumnType::integer: return std::to_string(row.integer(column.name));
        case ColumnType::real: {
            const auto number = row.get<std::optional<double>>(column.name);
            return number ? number_text(*number) : std::string();
        }
    }
    return {};
}

db::Value write_column(const Record& record, const Column& column) {
    const auto found = record.facts.find(column.name);
    const std::string text = found == record.facts.end() ? std::string(column.initial) : found->second;
    const char* end = text.data() + text.size();
    if (column.type == ColumnType::integer) {
        std::int64_t number = 0;
        std::from_chars(text.data(), end, number);
        return number;
    }
    if (column.type == ColumnType::real) {
        double number = 0;
        if (text.empty() || std::from_chars(text.data(), end, number).ec != std::errc{}) return db::Null{};
        return number;
    }
    return text;
}

Record read_record(RecordKind kind, const db::Row& row) {
    Record record;
    record.kind = kind;
    record.id = row.text("id");
    record.slug = row.text("slug");
    for (const auto& column : columns_of(kind)) record.facts.emplace(column.name, read_column(row, column));
    record.imported = row.flag("imported");
    record.version = row.integer("version");
    record.changed_at = row.text("changed_at");
    return record;
}

RecordKind read_kind(std::string_view name) {
    for (const auto kind : {RecordKind::service, RecordKind::e_service, RecordKind::contact}) {
        if (name == name_of(kind)) return kind;
    }
    return RecordKind::place;
}

}  // namespace

std::vector<Record> load_records(db::Connection& connection, RecordKind kind, std::string_view municipality_id) {
    std::vector<Record> records;
    const auto rows = connection.query(statements_of(kind).load, municipality_id);
    for (const auto row : rows) records.push_back(read_record(kind, row));
    return records;
}

std::optional<Record> find_record(db::Connection& connection, RecordKind kind, std::string_view municipality_id,
                                  std::string_view id) {
    const auto rows = connection.query(statements_of(kind).find, municipality_id, id);
    const auto row = rows.only();
    if (!row) return std::nullopt;
    return read_record(kind, *row);
}

void save_record(db::Connection& connection, std::string_view municipality_id, const Record& record) {
    std::vector<db::Value> values{std::string(municipality_id), record.id, record.slug};
    for (const auto& column : columns_of(record.kind)) values.push_back(write_column(record, column));
    values.push_back(std::int64_t{record.imported ? 1 : 0});
    values.push_back(record.version);
    values.push_back(record.changed_at);
    connection.change(statements_of(record.kind).save, std::move(values));
}

std::vector<Organization> load_organizations(db::Connection& connection, std::string_view municipality_id) {
    std::vector<Organization> organizations;
    const auto rows = connection.query(sql::load_organizations, municipality_id);
    for (const auto row : rows) organizations.push_back({row.text("id"), row.text("name"), row.text("type")});
    return organizations;
}

void save_organization(db::Connection& connection, std::string_view municipality_id, const Organization& organization) {
    connection.execute(sql::save_organization, municipality_id, organization.id, organization.name, organization.type);
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

void delete_fact_edit(db::Connection& connection, std::string_view municipality_id, const FactEdit& edit) {
    connection.execute(sql::delete_fact_edit, municipality_id, name_of(edit.kind), edit.record_id, edit.field);
}

std::vector<CheckedField> load_checked(db::Connection& connection, std::string_view municipality_id) {
    std::vector<CheckedField> checked;
    const auto rows = connection.query(sql::load_checked, municipality_id);
    for (const auto row : rows) {
        checked.push_back({read_kind(row.text("record_kind")), row.text("record_id"), row.text("field"),
                           row.text("checked_on")});
    }
    return checked;
}

void save_checked(db::Connection& connection, std::string_view municipality_id, const CheckedField& checked) {
    connection.execute(sql::save_checked, municipality_id, name_of(checked.kind), checked.record_id, checked.field,
                       checked.on);
}

void delete_checked(db::Connection& connection, std::string_view municipality_id, RecordKind kind, const std::string& id) {
    connection.execute(sql::delete_checked, municipality_id, name_of(kind), id);
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
