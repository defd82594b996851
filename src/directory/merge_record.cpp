#include "directory/merge_record.h"

#include <algorithm>

#include "directory/registers.h"
#include "platform/base/text.h"

namespace digilots::directory {

const Record* StoredRecords::find(RecordKind kind, const std::string& id) const {
    const auto found = records.find({kind, id});
    return found == records.end() ? nullptr : &found->second;
}

StoredRecords load_stored(db::Connection& connection, std::string_view municipality_id) {
    StoredRecords stored;
    for (const auto kind : all_kinds) {
        for (auto& record : load_records(connection, kind, municipality_id)) {
            stored.slugs.emplace(std::pair{kind, record.text("slug")}, record.id);
            stored.records.emplace(std::pair{kind, record.id}, std::move(record));
        }
    }
    for (auto& edit : load_fact_edits(connection, municipality_id)) {
        stored.edits[{edit.kind, edit.record_id}].push_back(std::move(edit));
    }
    return stored;
}

std::string free_slug(std::string_view municipality_id, const std::string& name,
                      const std::function<bool(const std::string&)>& is_taken) {
    const std::string prefix = municipality::Municipalities::slug_of(municipality_id) + "-";
    const bool has_prefix = name.size() > prefix.size() && name.starts_with(prefix);
    const std::string wanted = base::slug(has_prefix ? name.substr(prefix.size()) : name);
    std::string slug = wanted;
    for (int number = 2; is_taken(slug); ++number) slug = wanted + "-" + std::to_string(number);
    return slug;
}

MergedRecord merge_record(const StoredRecords& stored, const ImportedRecord& imported) {
    MergedRecord merged;
    const Record* existing = stored.find(imported.kind, imported.id);
    if (existing == nullptr) {
        merged.record = record_of(imported.kind, imported.id, imported.facts);
        merged.record.columns["imported"] = std::int64_t{1};
        merged.effect = ImportedRecord::Effect::added;
        return merged;
    }
    merged.record = *existing;
    if (!existing->flag("imported")) {
        merged.kept_fields.emplace_back("all: it was added here");
        return merged;
    }
    const auto edits = stored.edits.find({imported.kind, imported.id});
    for (const auto& column : register_of(imported.kind).columns()) {
        const auto offered = imported.facts.find(column.name);
        if (offered == imported.facts.end()) continue;
        const FactEdit* edit = nullptr;
        if (edits != stored.edits.end()) {
            const auto found = std::ranges::find(edits->second, column.name, &FactEdit::field);
            if (found != edits->second.end()) edit = &*found;
        }
        if (edit != nullptr) {
            merged.kept_fields.push_back(column.name);
            if (stored_form(column, edit->imported_value) == stored_form(column, offered->second)) continue;
            merged.edits.push_back(*edit);
            merged.edits.back().imported_value = offered->second;
        } else if (existing->as_text(column.name) != stored_form(column, offered->second)) {
            put_facts(merged.record, imported.kind, {*offered});
            merged.changed_fields.push_back(column.name);
        }
    }
    if (!merged.changed_fields.empty() || !merged.edits.empty()) merged.effect = ImportedRecord::Effect::changed;
    return merged;
}

void save_merged(db::Connection& connection, std::string_view municipality_id, StoredRecords& stored,
                 const MergedRecord& merged, const ImportedRecord& imported, base::Instant now) {
    if (merged.effect == ImportedRecord::Effect::unchanged) return;
    for (const auto& edit : merged.edits) save_fact_edit(connection, municipality_id, edit);
    Record record = merged.record;
    if (merged.effect == ImportedRecord::Effect::added) {
        const auto is_taken = [&](const std::string& slug) {
            return !stored.slugs.emplace(std::pair{imported.kind, slug}, record.id).second;
        };
        record.columns["slug"] = free_slug(municipality_id, record.id, is_taken);
    } else if (merged.changed_fields.empty()) {
        return;  // only what the import says beside an edit
    }
    record.version += 1;
    record.changed_at = base::format_utc(now);
    save_record(connection, imported.kind, municipality_id, record);
}

}  // namespace digilots::directory
