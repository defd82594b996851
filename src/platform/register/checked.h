#pragma once
// What was looked at after a record as a whole was: a save checks what was changed and nothing else.
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/connection.h"
#include "platform/i18n/translator.h"

namespace digilots::register_ {

struct Register;
struct Field;

struct CheckedRecord {
    std::string_view municipality_id, key, id;
};
void note_checked(db::Connection& connection, const CheckedRecord& record, std::string_view field,
                  std::string_view day);
/// All of it was looked at: nothing is newer than that. How many fields were.
std::int64_t forget_checked(db::Connection& connection, const CheckedRecord& record);

struct CheckedField {
    std::string key, id, field, day;
};
/// Of all records of a municipality, or of one; the latest first.
std::vector<CheckedField> checked_fields(db::Connection& connection, std::string_view municipality_id);
std::vector<CheckedField> checked_fields(db::Connection& connection, const CheckedRecord& record);

/// "Checked since then: Phone, Opening hours (23 November 2026)."; "" where nothing was. Without what
/// is not_checked().
std::string checked_since(const Register& declaration, const std::vector<CheckedField>& checked,
                          std::string_view id, const i18n::Translator& words);

}  // namespace digilots::register_
