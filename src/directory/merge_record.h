#pragma once
// An imported record beside the stored one: what changes, and which local edits stay.
#include <functional>
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

/// "digidelcenter" for "sundsvall-digidelcenter"; another one where that is taken.
std::string free_slug(std::string_view municipality_id, const std::string& name,
                      const std::function<bool(const std::string&)>& is_taken);

}  // namespace digilots::directory
