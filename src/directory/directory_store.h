#pragma once
// The directory's queries, one function each. All inside the caller's transaction.
#include <string>
#include <string_view>
#include <vector>

#include "directory/record.h"
#include "platform/db/connection.h"

namespace digilots::directory {

struct FactEdit {
    RecordKind kind = RecordKind::place;
    std::string record_id, field;
    std::string imported_value, edited_value;
    std::string edited_by, edited_at;
};

std::vector<Record> load_records(db::Connection& connection, RecordKind kind, std::string_view municipality_id);
std::optional<Record> find_record(db::Connection& connection, RecordKind kind, std::string_view municipality_id,
                                  std::string_view id);
/// Inserts or replaces.
void save_record(db::Connection& connection, std::string_view municipality_id, const Record& record);

std::vector<Organization> load_organizations(db::Connection& connection, std::string_view municipality_id);
void save_organization(db::Connection& connection, std::string_view municipality_id, const Organization& organization);

std::vector<FactEdit> load_fact_edits(db::Connection& connection, std::string_view municipality_id);
void save_fact_edit(db::Connection& connection, std::string_view municipality_id, const FactEdit& edit);
void delete_fact_edit(db::Connection& connection, std::string_view municipality_id, const FactEdit& edit);

/// The place that is the desk where nothing is set; "" none so far.
std::vector<CheckedField> load_checked(db::Connection& connection, std::string_view municipality_id);
void save_checked(db::Connection& connection, std::string_view municipality_id, const CheckedField& checked);
/// The record was checked as a whole.
void delete_checked(db::Connection& connection, std::string_view municipality_id, RecordKind kind, const std::string& id);

/// Places by their public ids, "" where there is none.
struct Desk {
    std::string place;
    std::string stand_in;           // while the place is closed for the time being
    bool operator==(const Desk&) const = default;
};
Desk load_desk(db::Connection& connection, std::string_view municipality_id);
void save_desk(db::Connection& connection, std::string_view municipality_id, const Desk& desk);

struct ImportRun {
    std::string id, source, content_hash, imported_at;
    std::int64_t added = 0, changed = 0, kept = 0;
};
void save_import(db::Connection& connection, std::string_view municipality_id, const ImportRun& run);
std::optional<ImportRun> latest_import(db::Connection& connection, std::string_view municipality_id);

}  // namespace digilots::directory
