#include "directory/merge_record.h"

#include <algorithm>
#include <charconv>

#include "platform/base/text.h"

namespace digilots::directory {

const Record* StoredRecords::find(RecordKind kind, const std::string& id) const {
    const auto found = records.find({kind, id});
    return found == records.end() ? nullptr : &found->second;
}

StoredRecords load_stored(db::Connection& connection, std::string_view municipality_id) {
    StoredRecords stored;
    for (const auto kind : {RecordKind::place, RecordKind::service, RecordKind::e_service, RecordKind::contact}) {
        for (auto& record : load_records(connection, kind, municipality_id)) {
            stored.slugs.emplace(std::pair{kind, record.slug}, record.id);
            stored.records.emplace(std::pair{kind, record.id}, std::move(record));
        }
    }
    for (auto& edit : load_fact_edits(connection, municipality_id)) {
        stored.edits[{edit.kind, edit.record_id}].push_back(std::move(edit));
    }
    return stored;
}

std::string stored_form(const Column& column, const Facts& facts) {
    const auto found = facts.find(column.name);
    const std::string text = found == facts.end() ? std::string(column.initial) : found->second;
    if (column.type == ColumnType::text) return text;
    double number = 0;
    const bool is_number = std::from_chars(text.data(), text.data() + text.size(), number).ec == std::errc{};
    if (!is_number && column.type == ColumnType::real) return "";
    return std::to_string(number);
}

std::string new_slug(StoredRecords& stored, RecordKind kind, std::string_view municipality_id, const std::string& id) {
    const std::string prefix = municipality::Municipalities::slug_of(municipality_id) + "-";
    const bool has_prefix = id.size() > prefix.size() && id.starts_with(prefix);
    const std::string wanted = base::slug(has_prefix ? id.substr(prefix.size()) : id);
    std::string slug = wanted;
    for (int number = 2; !stored.slugs.emplace(std::pair{kind, slug}, id).second; ++number) {
        slug = wanted + "-" + std::to_string(number);
    }
    return slug;
}

MergedRecord merge_record(const StoredRecords& stored, const ImportedRecord& imported) {
    MergedRecord merged;
    const Record* existing = stored.find(imported.kind, imported.id);
    if (existing == nullptr) {
        merged.record = {imported.kind, imported.id, "", imported.facts, true, 1, ""};
        merged.effect = ImportedRecord::Effect::added;
        return merged;
    }
    merged.record = *existing;
    if (!existing->imported) {
        merged.kept_fields.emplace_back("all: it was added here");
        return merged;
    }
    const auto edits = stored.edits.find({imported.kind, imported.id});
    for (const auto& column : columns_of(imported.kind)) {
        const auto offered = imported.facts.find(column.name);
        if (offered == imported.facts.end()) continue;
        const FactEdit* edit = nullptr;
        if (edits != stored.edits.end()) {
            const auto found = std::ranges::find(edits->second, column.name, &FactEdit::field);
            if (found != edits->second.end()) edit = &*found;
        }
        if (edit != nullptr) {
            merged.kept_fields.push_back(column.name);
            Facts before{{column.name, edit->imported_value}};
            if (stored_form(column, before) == stored_form(column, imported.facts)) continue;
            merged.edits.push_back(*edit);
            merged.edits.back().imported_value = offered->second;
        } else if (stored_form(column, existing->facts) != stored_form(column, imported.facts)) {
            merged.record.facts[column.name] = offered->second;
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
        record.slug = new_slug(stored, record.kind, municipality_id, record.id);
    } else if (!merged.changed_fields.empty()) {
        record.version += 1;
    }
    record.changed_at = base::format_utc(now);
    const auto operator_name = imported.facts.find("operator_name");
    if (operator_name != imported.facts.end()) {
        const auto organization = organization_for(operator_name->second, imported.facts.at("operator_type"));
        if (!organization.id.empty()) save_organization(connection, municipality_id, organization);
    }
    save_record(connection, municipality_id, record);
}

}  // namespace digilots::directory
