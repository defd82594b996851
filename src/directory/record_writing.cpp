#include "directory/record_writing.h"

#include <algorithm>

#include "directory/directory_store.h"
#include "directory/merge_record.h"
#include "directory/registers.h"
#include "directory/snapshot.h"
#include "platform/base/time.h"
#include "platform/register/records.h"

namespace digilots::directory {
namespace {

using register_::Field;
using register_::Writing;

/// Fields that only make sense together: an edit of one holds both against the next import.
std::string_view group_of(const Field& field) { return field.name == "operator_type" ? "operator" : field.name; }

bool is_edited(const Field& field, const register_::Register& declaration, const Writing& writing, const Record& record) {
    return std::ranges::any_of(declaration.fields, [&](const Field& other) {
        return group_of(other) == group_of(field) && register_::is_changed(other, *writing.before, record);
    });
}

void keep_edit(const Writing& writing, RecordKind kind, const Record& record, const std::string& column,
               const std::vector<FactEdit>& earlier) {
    FactEdit edit{kind, record.id, column, writing.before->as_text(column), record.as_text(column),
                  std::string(writing.actor), base::format_utc(writing.now)};
    const auto same = std::ranges::find_if(earlier, [&](const FactEdit& one) {
        return one.kind == kind && one.record_id == record.id && one.field == column;
    });
    if (same != earlier.end()) edit.imported_value = same->imported_value;
    save_fact_edit(writing.connection, writing.around.municipality_id, edit);
}

void keep_edits(const Writing& writing, RecordKind kind, const Record& record) {
    const auto& declaration = register_of(kind);
    const auto earlier = load_fact_edits(writing.connection, writing.around.municipality_id);
    for (const auto& field : declaration.fields) {
        // The day of checking is ours, no import says it.
        if (field.name == declaration.verified || !is_edited(field, declaration, writing, record)) continue;
        for (const auto& column : field.type->columns(field)) keep_edit(writing, kind, record, column.name, earlier);
    }
}

}  // namespace

void complete_record(RecordKind kind, const Writing& writing, Record& record) {
    // What has a kind of activity is one.
    if (kind == RecordKind::service && !record.text("activity_kind").empty()) record.columns["kind"] = "activity";
    if (writing.before) return;
    const auto& statements = statements_of(kind);
    const auto same = std::ranges::find(statements.same, "slug", &std::pair<std::string, register_::Sql>::first);
    const auto is_taken = [&](const std::string& slug) {
        const std::vector<db::Value> values{writing.around.municipality_id, slug, record.id};
        return !writing.connection.run(same->second.statement(), values).empty();
    };
    const auto name = record.text(register_of(kind).fields.front().name);
    record.columns["slug"] = free_slug(writing.around.municipality_id, name, is_taken);
}

void note_beside(RecordKind kind, const Writing& writing, const Record& record) {
    if (writing.before && writing.before->flag("imported")) keep_edits(writing, kind, record);
    if (kind == RecordKind::place) keep_desk(writing.connection, writing.around.municipality_id);
}

}  // namespace digilots::directory
