#pragma once
// An imported record beside the stored one: what changes, and which local edits stay.
#include <map>

#include "directory/directory_store.h"

namespace digilots::directory {

/// A municipality's rows and edits as they are now.
struct StoredRecords {
    std::map<std::pair<RecordKind, std::string>, Record> records;
    std::map<std::pair<RecordKind, std::string>, std::vector<FactEdit>> edits;
    std::map<std::pair<RecordKind, std::string>, std::string> slugs;    // kind and slug → id

    const Record* find(RecordKind kind, const std::string& id) const;
};

StoredRecords load_stored(db::Connection& connection, std::string_view municipality_id);

struct MergedRecord {
    Record record;                          // as it will be stored
    ImportedRecord::Effect effect = ImportedRecord::Effect::unchanged;
    std::vector<std::string> changed_fields, kept_fields;
    std::vector<FactEdit> edits;            // whose imported value moved
};

MergedRecord merge_record(const StoredRecords& stored, const ImportedRecord& imported);
/// `stored` learns the slug of a new record.
void save_merged(db::Connection& connection, std::string_view municipality_id, StoredRecords& stored,
                 const MergedRecord& merged, const ImportedRecord& imported, base::Instant now);

/// What a column holds for this text: "" and 0, 62.6323 and 62.63230 are the same.
std::string stored_form(const Column& column, const Facts& facts);
/// "digidelcenter" for "sundsvall-digidelcenter"; another one where that is taken.
std::string new_slug(StoredRecords& stored, RecordKind kind, std::string_view municipality_id, const std::string& id);

}  // namespace digilots::directory
