#pragma once
// The directory's records: from the rows of their registers to what pages show, and from an import's facts to rows.
#include <string>
#include <string_view>
#include <vector>

#include "directory/directory.h"
#include "platform/register/field.h"

namespace digilots::directory {

using register_::Record;

/// As a form that says nothing makes it, with these facts.
Record record_of(RecordKind kind, std::string id, const Facts& facts);
/// Those that are columns of the kind. "" is 0 in a whole number, and unknown degrees.
void put_facts(Record& record, RecordKind kind, const Facts& facts);
/// What a column holds for this text: "" and 0, 62.6323 and 62.63230 are the same.
std::string stored_form(const register_::Column& column, std::string_view text);

/// Kept as JSON text; anything unreadable is an empty list.
std::string notes_text(const std::vector<CodedNote>& notes);
std::vector<CodedNote> read_notes(std::string_view text);
std::string aids_text(const std::vector<Aid>& aids);
std::vector<Aid> read_aids(std::string_view text);

std::string_view text_of(Status status);
Status read_status(std::string_view text);
std::string_view text_of(Answer answer);     // "", "no", "yes"
Answer read_answer(std::string_view text);

Hours read_hours(const Record& record);
void put_hours(Record& record, const Hours& hours);
void write_hours(Facts& facts, const Hours& hours);

Place to_place(const Record& record);
Service to_service(const Record& record);
EService to_e_service(const Record& record);
Contact to_contact(const Record& record);

}  // namespace digilots::directory
