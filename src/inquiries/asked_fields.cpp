#include "inquiries/asked_fields.h"

#include <algorithm>
#include <array>

#include "inquiries/sql.h"
#include "platform/audit/audit.h"
#include "platform/base/lists.h"

namespace digilots::inquiries {

namespace {

constexpr std::array<AskableField, 15> askable{{{"minutes", TEXT("Help time")},
                                                {"returning", TEXT("Has been here before")},
                                                {"support_given", TEXT("Help given")},
                                                {"body", TEXT("Whose question it is")},
                                                {"language", TEXT("Language of the conversation")},
                                                {"barrier", TEXT("What stood in the way")},
                                                {"age_band", TEXT("Age")},
                                                {"gender", TEXT("Gender")},
                                                {"kind", TEXT("Tallies and groups")},
                                                {"asker", TEXT("Who asked")},
                                                {"target_groups", TEXT("Target groups")},
                                                {"barriers", TEXT("What else stood in the way")},
                                                {"e_service", TEXT("E-service that it is about")},
                                                {"follow_up", TEXT("To be followed up")},
                                                {"note", TEXT("Note")}}};

std::vector<std::string> stored_fields(db::Connection& connection, std::string_view municipality_id) {
    std::vector<std::string> names;
    for (const db::Row row : connection.query(sql::list_fields_off, municipality_id)) names.push_back(row.text("field"));
    return names;
}

}  // namespace

std::span<const AskableField> askable_fields() { return askable; }

std::string mark_of_fields(const std::vector<std::string>& not_asked) { return base::mark_of(not_asked); }

std::vector<std::string> fields_not_asked(const Service& service, std::string_view municipality_id) {
    return service.database.read([&](db::Connection& connection) { return stored_fields(connection, municipality_id); });
}

bool save_fields_not_asked(Service& service, std::string_view municipality_id, const std::vector<std::string>& names,
                           std::string_view actor, const base::Seen& seen) {
    return service.database.write(
        [&](db::Connection& connection) {
            if (!seen.is(mark_of_fields(stored_fields(connection, municipality_id)))) return false;
            connection.execute(sql::delete_fields_off, municipality_id);
            for (const auto& field : askable)
                if (base::holds(names, field.name)) connection.execute(sql::insert_field_off, municipality_id, field.name);
            audit::record(connection,
                          {std::string(municipality_id), std::string(actor), "log questions chosen", "log questions", ""},
                          service.clock.now());
            return true;
        },
        db::Isolation::deciding);
}

}  // namespace digilots::inquiries
