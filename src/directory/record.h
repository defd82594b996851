#pragma once
// One stored record as field → text, whatever its table: what imports, forms and edits compare field by field.
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "directory/directory.h"

namespace digilots::directory {

enum class ColumnType { text, integer, real };

struct Column {
    const char* name;
    ColumnType type;
    const char* initial = "";      // of a new record that does not say
};

/// The fact columns of a kind in the order of sql/save_*.sql (between slug and imported).
std::span<const Column> columns_of(RecordKind kind);
/// "place", "service", "e_service", "contact".
std::string_view name_of(RecordKind kind);

struct Record {
    RecordKind kind = RecordKind::place;
    std::string id, slug;
    Facts facts;
    bool imported = false;
    std::int64_t version = 0;
    std::string changed_at = {};
};

/// "" where the record has no such field.
std::string_view fact(const Record& record, std::string_view field);

/// Lists are kept as JSON text; anything unreadable is an empty list.
std::string list_text(const std::vector<std::string>& items);
std::vector<std::string> read_list(std::string_view text);
std::string notes_text(const std::vector<CodedNote>& notes);
std::vector<CodedNote> read_notes(std::string_view text);
std::string aids_text(const std::vector<Aid>& aids);
std::vector<Aid> read_aids(std::string_view text);

std::string_view text_of(Status status);
Status read_status(std::string_view text);
std::string_view text_of(Answer answer);     // "", "no", "yes"
Answer read_answer(std::string_view text);

Hours read_hours(const Record& record);
void write_hours(Facts& facts, const Hours& hours);

struct Organization {
    std::string id, name, type;
};
/// The organization of that name and type; id "" where both are unknown.
Organization organization_for(std::string_view name, std::string_view type);

Place to_place(const Record& record, const std::vector<Organization>& organizations);
Service to_service(const Record& record);
EService to_e_service(const Record& record);
Contact to_contact(const Record& record);

}  // namespace digilots::directory
