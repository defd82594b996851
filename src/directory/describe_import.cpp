#include <algorithm>

#include "directory/directory.h"
#include "directory/record.h"
#include "directory/registers.h"
#include "platform/base/lists.h"
#include "platform/register/doubts.h"

namespace digilots::directory {
namespace {

/// What may be somebody's own, as a table says it of its rows.
void describe_doubts(std::string& text, const std::string& name, const ImportedRecord& record) {
    if (record.effect == ImportedRecord::Effect::unchanged) return;
    const register_::Surroundings around{.municipality_id = "", .words = &i18n::translator("en")};
    const auto doubts = register_::doubts_about(register_of(record.kind), around, nullptr,
                                                record_of(record.kind, record.id, record.facts));
    for (const auto& doubt : doubts) text += "  ! " + name + ": look at this: " + doubt + "\n";
}

void describe_record(std::string& text, const ImportedRecord& record) {
    const std::string name = std::string(name_of(record.kind)) + " " + record.id;
    if (record.effect == ImportedRecord::Effect::added) text += "  + " + name + "\n";
    if (record.effect == ImportedRecord::Effect::changed && !record.changed_fields.empty()) {
        text += "  ~ " + name + ": " + base::joined(record.changed_fields, ", ") + "\n";
    }
    if (!record.kept_fields.empty()) {
        text += "  = " + name + ": edited here, kept: " + base::joined(record.kept_fields, ", ") + "\n";
    }
    describe_doubts(text, name, record);
}

std::string summary(const ImportedMunicipality& municipality) {
    std::size_t added = 0;
    std::size_t changed = 0;
    for (const auto& record : municipality.records) {
        added += record.effect == ImportedRecord::Effect::added ? 1 : 0;
        changed += record.effect == ImportedRecord::Effect::changed ? 1 : 0;
    }
    return municipality.name + " (" + municipality.id + "): " + std::to_string(municipality.records.size()) + " records, " +
           std::to_string(added) + " new, " + std::to_string(changed) + " changed, fallback desk " +
           (municipality.fallback_place.empty() ? "none" : municipality.fallback_place) + "\n";
}

}  // namespace

std::string describe(const ImportPlan& plan) {
    std::string text;
    if (!plan.errors.empty()) {
        text = plan.source + ": nothing is imported, " + std::to_string(plan.errors.size()) + " things are wrong:\n";
        for (const auto& error : plan.errors) text += "  " + error + "\n";
        return text;
    }
    text = plan.source + ": " + std::to_string(plan.count(RecordKind::place)) + " places, " +
           std::to_string(plan.count(RecordKind::e_service)) + " e-services, " +
           std::to_string(plan.count(RecordKind::service)) + " services, activities and errands, " +
           std::to_string(plan.count(RecordKind::contact)) + " contacts in " + std::to_string(plan.municipalities.size()) +
           " municipalities\n";
    for (const auto& municipality : plan.municipalities) {
        text += summary(municipality);
        for (const auto& record : municipality.records) describe_record(text, record);
        for (const auto& gone : municipality.no_longer_there) text += "  ? " + gone + ": not in this file any more, kept\n";
    }
    if (!plan.unused.empty()) text += std::to_string(plan.unused.size()) + " values could not be used:\n";
    for (const auto& unused : plan.unused) text += "  " + unused + "\n";
    return text;
}

}  // namespace digilots::directory
