#include "directory/change_record.h"

#include <algorithm>

#include "directory/merge_record.h"
#include "directory/snapshot.h"
#include "platform/audit/audit.h"
#include "platform/base/uuid.h"

namespace digilots::directory {
namespace {

/// Fields that only make sense together: an edit of one holds all of them against the next import.
std::string_view group_of(std::string_view field) {
    if (field.starts_with("hours_")) return "hours";
    if (field == "latitude" || field == "longitude" || field == "approximate_position") return "position";
    return field;
}

std::vector<const Column*> changed_columns(const Record& record, const Facts& facts) {
    std::vector<std::string_view> groups;
    for (const auto& column : columns_of(record.kind)) {
        if (facts.contains(column.name) && stored_form(column, facts) != stored_form(column, record.facts)) {
            groups.push_back(group_of(column.name));
        }
    }
    std::vector<const Column*> columns;
    for (const auto& column : columns_of(record.kind)) {
        const bool touched = std::ranges::find(groups, group_of(column.name)) != groups.end();
        if (touched && facts.contains(column.name)) columns.push_back(&column);
    }
    return columns;
}

void keep_edit(db::Connection& connection, std::string_view municipality_id, const Record& record,
               const Column& column, const Change& change, base::Instant now) {
    FactEdit edit{record.kind, record.id, column.name, std::string(fact(record, column.name)),
                  change.facts.at(column.name), change.actor, base::format_utc(now)};
    for (const auto& earlier : load_fact_edits(connection, municipality_id)) {
        const bool same =
            earlier.kind == record.kind && earlier.record_id == record.id && earlier.field == edit.field;
        if (same) edit.imported_value = earlier.imported_value;
    }
    save_fact_edit(connection, municipality_id, edit);
}

void save_operator(db::Connection& connection, std::string_view municipality_id, const Facts& facts) {
    const auto name = facts.find("operator_name");
    const auto type = facts.find("operator_type");
    if (name == facts.end() || type == facts.end()) return;
    const auto organization = organization_for(name->second, type->second);
    if (!organization.id.empty()) save_organization(connection, municipality_id, organization);
}

void audit_change(db::Connection& connection, std::string_view municipality_id, const Change& change,
                  const std::string& id, const std::string& fields, base::Instant now) {
    const std::string record = std::string(name_of(change.kind)) + ":" + id;
    audit::record(connection, {std::string(municipality_id), change.actor, change.action, record, fields}, now);
    kept::raise(connection, "directory", municipality_id);
    if (change.kind == RecordKind::place) keep_desk(connection, municipality_id);
}

/// What was changed was looked at. True where the record as a whole was.
bool note_checked(db::Connection& connection, std::string_view municipality_id, const Change& change,
                  const std::vector<const Column*>& columns) {
    if (change.all_checked || change.facts.contains("verified_on")) {
        delete_checked(connection, municipality_id, change.kind, change.id);
        return true;
    }
    for (const auto* column : columns) {
        const std::string field(group_of(column->name));
        if (change.checked_on.empty()) continue;
        save_checked(connection, municipality_id, {change.kind, change.id, field, change.checked_on});
    }
    return false;
}

}  // namespace

base::Result<void, ChangeProblem> change_record(db::Connection& connection, std::string_view municipality_id,
                                                const Change& change, base::Instant now) {
    auto record = find_record(connection, change.kind, municipality_id, change.id);
    if (!record) return base::failure(ChangeProblem::not_there);
    if (change.version && *change.version != record->version) return base::failure(ChangeProblem::changed_meanwhile);
    std::string fields;
    const auto columns = changed_columns(*record, change.facts);
    for (const auto* column : columns) {
        // The day of checking is ours, no import says it.
        if (record->imported && std::string_view(column->name) != "verified_on") {
            keep_edit(connection, municipality_id, *record, *column, change, now);
        }
        fields += (fields.empty() ? "" : ", ") + std::string(column->name);
    }
    const bool is_all_checked = note_checked(connection, municipality_id, change, columns);
    if (columns.empty() && !change.all_checked) return {};
    for (const auto* column : columns) record->facts[column->name] = change.facts.at(column->name);
    if (is_all_checked && !change.checked_on.empty()) {
        record->facts["verified_on"] = change.checked_on;
        fields += (fields.empty() ? "" : ", ") + std::string("verified_on");
    }
    record->version += 1;
    record->changed_at = base::format_utc(now);
    save_operator(connection, municipality_id, change.facts);
    save_record(connection, municipality_id, *record);
    audit_change(connection, municipality_id, change, record->id, fields, now);
    return {};
}

std::string add_record(db::Connection& connection, std::string_view municipality_id, const Change& change,
                       base::Instant now) {
    const std::string id = change.id.empty() ? base::new_uuid(now) : change.id;
    if (!change.id.empty() && find_record(connection, change.kind, municipality_id, id)) return id;
    StoredRecords stored = load_stored(connection, municipality_id);
    const auto title = change.facts.find(
        change.kind == RecordKind::place || change.kind == RecordKind::e_service ? "name" : "title");
    Record record{change.kind, id, "", change.facts, false, 1, base::format_utc(now)};
    record.slug = new_slug(stored, record.kind, municipality_id,
                           title == change.facts.end() ? record.id : title->second);
    if (!change.checked_on.empty()) record.facts["verified_on"] = change.checked_on;
    save_operator(connection, municipality_id, change.facts);
    save_record(connection, municipality_id, record);
    audit_change(connection, municipality_id, change, record.id, "", now);
    return record.id;
}

}  // namespace digilots::directory
