#include "platform/register/checked.h"

#include "platform/base/time.h"
#include "platform/register/register.h"
#include "platform/register/sql.h"

namespace digilots::register_ {

namespace {

std::vector<CheckedField> fields_of(const db::Rows& rows) {
    std::vector<CheckedField> checked;
    for (const auto row : rows)
        checked.push_back({row.text("register_key"), row.text("record_id"), row.text("field"), row.text("checked_on")});
    return checked;
}

}  // namespace

void note_checked(db::Connection& connection, const CheckedRecord& record, std::string_view field,
                  std::string_view day) {
    connection.execute(sql::save_checked, record.municipality_id, record.key, record.id, field, day);
}

std::int64_t forget_checked(db::Connection& connection, const CheckedRecord& record) {
    return connection.execute(sql::delete_checked, record.municipality_id, record.key, record.id);
}

std::vector<CheckedField> checked_fields(db::Connection& connection, std::string_view municipality_id) {
    return fields_of(connection.query(sql::list_checked, municipality_id));
}

std::vector<CheckedField> checked_fields(db::Connection& connection, const CheckedRecord& record) {
    return fields_of(
        connection.query(sql::list_checked_of, record.municipality_id, record.key, record.id));
}

std::string checked_since(const Register& declaration, const std::vector<CheckedField>& checked,
                          std::string_view id, const i18n::Translator& words) {
    std::string text, day;
    const auto close = [&] {
        if (const auto date = base::parse_date(day)) text += " (" + words.date(*date) + ")";
    };
    for (const auto& one : checked) {
        if (one.key != declaration.key || one.id != id) continue;
        const auto* field = declaration.find(one.field);
        if (!field || !field->is_checked) continue;
        if (!day.empty() && day != one.day) close();
        text += (text.empty() ? "" : ", ") + words.t(field->title);
        day = one.day;
    }
    if (text.empty()) return "";
    close();
    return words.t(TEXT("Checked since then: {things}."), {{"things", text}});
}

}  // namespace digilots::register_
