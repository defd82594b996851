#pragma once
// The directory's queries, one function each. All inside the caller's transaction.
#include <string>
#include <string_view>
#include <vector>

#include "directory/record.h"
#include "platform/db/database.h"

namespace digilots::directory {

struct FactEdit {
    RecordKind kind = RecordKind::place;
    std::string record_id, field;
    std::string imported_value, edited_value;
    std::string edited_by, edited_at;
};

std::vector<Record> load_records(db::Connection& connection, RecordKind kind, std::string_view municipality_id);
/// Also those that have ended.
std::vector<Record> load_stops(db::Connection& connection, std::string_view municipality_id);
/// As an import has it. Its version is one more than what stands.
void save_record(db::Connection& connection, RecordKind kind, std::string_view municipality_id, const Record& record);

std::vector<FactEdit> load_fact_edits(db::Connection& connection, std::string_view municipality_id);
void save_fact_edit(db::Connection& connection, std::string_view municipality_id, const FactEdit& edit);

/// The place that is the desk where nothing is set. Places by their public ids, "" where there is none.
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
