#include "directory/checked_fields.h"

#include <algorithm>

#include "directory/record_form.h"

namespace digilots::directory {
namespace {

bool is_for_staff(std::string_view field) { return field == "notes" || field == "words"; }

std::string label_of(RecordKind kind, const std::string& field, const html::Page& page) {
    if (field == "position") return page.t("Point on the map");
    if (field == "organization_id") return page.t("Run by");
    const auto fields = fields_of(kind);
    const auto found = std::ranges::find(fields, field, [](const FieldSpec& spec) { return std::string(spec.fact); });
    return found == fields.end() ? "" : page.t(found->label);
}

}  // namespace

std::string checked_since(const Snapshot& snapshot, RecordKind kind, const std::string& id, Audience audience,
                          const html::Page& page) {
    std::string text, day;
    const auto close = [&] {
        const auto date = base::parse_date(day);
        if (date) text += " (" + page.translator().date(*date) + ")";
    };
    for (const auto& checked : snapshot.checked) {
        if (checked.kind != kind || checked.record_id != id) continue;
        const auto label = label_of(kind, checked.field, page);
        if (label.empty() || (audience == Audience::residents && is_for_staff(checked.field))) continue;
        if (!day.empty() && day != checked.on) close();
        text += (text.empty() ? "" : ", ") + label;
        day = checked.on;
    }
    if (text.empty()) return "";
    close();
    return page.t("Checked since then: {things}.", {{"things", text}});
}

}  // namespace digilots::directory
