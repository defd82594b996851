#include <array>

#include "directory/record.h"

namespace digilots::directory {
namespace {

constexpr Column place_columns[] = {
    {"name", ColumnType::text},
    {"alternative_names", ColumnType::text},
    {"kind", ColumnType::text},
    {"organization_id", ColumnType::text},
    {"locality", ColumnType::text},
    {"address", ColumnType::text},
    {"latitude", ColumnType::real},
    {"longitude", ColumnType::real},
    {"approximate_position", ColumnType::integer},
    {"collective", ColumnType::integer},
    {"mobile", ColumnType::integer},
    {"status", ColumnType::text, "open"},
    {"status_note", ColumnType::text},
    {"opens_from", ColumnType::text},
    {"hours_rule", ColumnType::text},
    {"hours_complete", ColumnType::integer, "1"},
    {"hours_note", ColumnType::text},
    {"hours_days_per_week", ColumnType::integer},
    {"hours_opens", ColumnType::text},
    {"hours_closes", ColumnType::text},
    {"support", ColumnType::text},
    {"limitations", ColumnType::text},
    {"aids", ColumnType::text},
    {"wifi", ColumnType::text},
    {"printing", ColumnType::text},
    {"copying", ColumnType::text},
    {"scanning", ColumnType::text},
    {"drop_in", ColumnType::text},
    {"step_free", ColumnType::text},
    {"evening", ColumnType::text},
    {"weekend", ColumnType::text},
    {"languages", ColumnType::text},
    {"channels", ColumnType::text},
    {"member_agencies", ColumnType::text},
    {"staff_roles", ColumnType::text},
    {"topics", ColumnType::text},
    {"shares_premises_with", ColumnType::text},
    {"phone", ColumnType::text},
    {"eligibility", ColumnType::text},
    {"notes", ColumnType::text},
    {"certainty", ColumnType::text},
    {"verified_on", ColumnType::text},
    {"source", ColumnType::text},
    {"source_date", ColumnType::text},
};

constexpr Column service_columns[] = {
    {"title", ColumnType::text},
    {"kind", ColumnType::text},
    {"place_id", ColumnType::text},
    {"topics", ColumnType::text},
    {"activity_kind", ColumnType::text},
    {"frequency", ColumnType::text},
    {"target_groups", ColumnType::text},
    {"description", ColumnType::text},
    {"delivered_by", ColumnType::text},
    {"hours_rule", ColumnType::text},
    {"hours_complete", ColumnType::integer, "1"},
    {"hours_note", ColumnType::text},
    {"hours_days_per_week", ColumnType::integer},
    {"hours_opens", ColumnType::text},
    {"hours_closes", ColumnType::text},
    {"status", ColumnType::text, "open"},
    {"notes", ColumnType::text},
    {"verified_on", ColumnType::text},
    {"source", ColumnType::text},
    {"source_date", ColumnType::text},
};

constexpr Column e_service_columns[] = {
    {"name", ColumnType::text},
    {"department", ColumnType::text},
    {"url", ColumnType::text},
    {"e_id_required", ColumnType::text},
    {"e_id_possible", ColumnType::text},
    {"paper_form", ColumnType::text},
    {"digital_only", ColumnType::integer},
    {"contact_id", ColumnType::text},
    {"contact_role", ColumnType::text},
    {"first_line_roles", ColumnType::text},
    {"languages", ColumnType::text},
    {"topics", ColumnType::text},
    {"words", ColumnType::text},
    {"delivered_via", ColumnType::text},
    {"attachments", ColumnType::text},
    {"reapply_rule", ColumnType::text},
    {"status", ColumnType::text, "open"},
    {"notes", ColumnType::text},
    {"verified_on", ColumnType::text},
    {"source", ColumnType::text},
    {"source_date", ColumnType::text},
};

constexpr Column contact_columns[] = {
    {"title", ColumnType::text},
    {"kind", ColumnType::text},
    {"phone", ColumnType::text},
    {"email", ColumnType::text},
    {"hours_rule", ColumnType::text},
    {"hours_complete", ColumnType::integer, "1"},
    {"hours_note", ColumnType::text},
    {"hours_days_per_week", ColumnType::integer},
    {"hours_opens", ColumnType::text},
    {"hours_closes", ColumnType::text},
    {"fallback_place", ColumnType::text},
    {"words", ColumnType::text},
    {"staff_only", ColumnType::integer},
    {"status", ColumnType::text, "open"},
    {"notes", ColumnType::text},
    {"verified_on", ColumnType::text},
    {"source", ColumnType::text},
    {"source_date", ColumnType::text},
};

}  // namespace

std::span<const Column> columns_of(RecordKind kind) {
    switch (kind) {
        case RecordKind::place: return place_columns;
        case RecordKind::service: return service_columns;
        case RecordKind::e_service: return e_service_columns;
        case RecordKind::contact: return contact_columns;
    }
    return {};
}

std::string_view name_of(RecordKind kind) {
    static constexpr std::array<std::string_view, 4> names{"place", "service", "e_service", "contact"};
    return names[static_cast<std::size_t>(kind)];
}

}  // namespace digilots::directory
