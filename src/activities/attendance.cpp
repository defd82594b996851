// Who came, in numbers.
#include "activities/implementation.h"
#include "activities/sql.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/personal/personal_data.h"
#include "platform/register/steps.h"
#include "taxonomy/taxonomy.h"

namespace digilots::activities {

namespace {

constexpr std::size_t longest_note_of_session = 2000;
constexpr std::int64_t most_cost = 100'000'000;  // a million kronor
constexpr const char* group_list = "target_group";
constexpr const char* found_list = "found_us";

void write_came(db::Connection& connection, std::string_view municipality_id, std::string_view session,
                const char* list, const std::map<std::string, std::int64_t>& numbers) {
    for (const auto& [term, number] : numbers)
        if (number > 0) connection.execute(sql::insert_came, municipality_id, session, list, term, number);
}

void check_note(FieldErrors& errors, const char* field, const std::string& text,
                const i18n::Translator& words) {
    const auto fault = fault_of_note(text);
    if (fault.id[0])
        errors.emplace_back(field, words.t(fault));
    else if (personal::find_personal_data(text) != personal::PersonalData::none)
        errors.emplace_back(field, words.t("Remove the number or address: nothing here tells of a person."));
    if (base::length(text) > longest_note_of_session)
        errors.emplace_back(field, words.t("The text is too long: write at most 2000 characters."));
}

}  // namespace

i18n::Text cost_title(std::string_view key) {
    if (key == "fee") return TEXT("Fee");
    if (key == "premises") return TEXT("Premises");
    return key == "material" ? TEXT("Material") : TEXT("Travel");
}

std::int64_t Attendance::came() const {
    std::int64_t sum = 0;
    for (const auto& number : {women, men, girls, boys, not_stated}) sum += number.value_or(0);
    return sum;
}

FieldErrors Activities::faults_of(const Attendance& attendance, const i18n::Translator& words) const {
    FieldErrors errors;
    const std::pair<const char*, std::optional<std::int64_t>> numbers[] = {
        {"women", attendance.women},           {"men", attendance.men},
        {"girls", attendance.girls},           {"boys", attendance.boys},
        {"not_stated", attendance.not_stated}, {"did_not_come", attendance.did_not_come}};
    for (const auto& [field, number] : numbers)
        if (number && (*number < 0 || *number > Attendance::most))
            errors.emplace_back(
                field, words.t("Write a whole number from 0 to 5000. More than that came to no session."));
    const auto came = attendance.came();
    const auto check = [&](const char* field, taxonomy::List list,
                           const std::map<std::string, std::int64_t>& parts) {
        for (const auto& [term, number] : parts) {
            if (!taxonomy::find(list, term))
                errors.emplace_back(field, words.t("There is nothing of this name in the list."));
            else if (number < 0 || number > came)
                errors.emplace_back(
                    field, words.t("There are more than came. Correct this number, or how many came."));
        }
    };
    check("groups", taxonomy::List::target_group, attendance.groups);
    check("found_us", taxonomy::List::found_us, attendance.found_us);
    if (!attendance.kind.empty() && !taxonomy::find(taxonomy::List::activity_kind, attendance.kind))
        errors.emplace_back("kind", words.t("There is nothing of this name in the list."));
    if (!attendance.purpose.empty() && attendance.purpose != "support" && attendance.purpose != "competence")
        errors.emplace_back("purpose", words.t("There is nothing of this name in the list."));
    check_note(errors, "note", attendance.note, words);
    check_note(errors, "asked", attendance.asked, words);
    check_note(errors, "needs", attendance.needs, words);
    check_note(errors, "next_step", attendance.next_step, words);
    const std::pair<const char*, std::optional<std::int64_t>> costs[] = {{"fee", attendance.fee},
                                                                         {"premises", attendance.premises},
                                                                         {"material", attendance.material},
                                                                         {"travel", attendance.travel}};
    for (const auto& [field, cost] : costs)
        if (cost && (*cost < 0 || *cost > most_cost))
            errors.emplace_back(field, words.t("Write an amount from 0 to 1,000,000."));
    return errors;
}

std::optional<Attendance> Activities::attendance(std::string_view municipality_id,
                                                 std::string_view session) const {
    return implementation_->database.read([&](db::Connection& connection) {
        return implementation_->counted_in(connection, municipality_id, session);
    });
}

std::optional<Attendance> Activities::Implementation::counted_in(db::Connection& connection,
                                                                 std::string_view municipality_id,
                                                                 std::string_view session) const {
    const auto row = Only{connection.query(sql::find_session, municipality_id, session)};
    if (!row || row->text("counted_at").empty()) return std::nullopt;
    const auto number = [&](const char* column) { return row->get<std::optional<std::int64_t>>(column); };
    Attendance attendance{.women = number("women"),
                          .men = number("men"),
                          .girls = number("girls"),
                          .boys = number("boys"),
                          .not_stated = number("not_stated"),
                          .did_not_come = number("did_not_come"),
                          .note = row->text("note"),
                          .asked = row->text("asked"),
                          .needs = row->text("needs"),
                          .next_step = row->text("next_step"),
                          .partners = register_::list_items(row->text("partners")),
                          .fee = number("fee"),
                          .premises = number("premises"),
                          .material = number("material"),
                          .travel = number("travel"),
                          .kind = row->text_or_empty("kind"),
                          .purpose = row->text_or_empty("purpose")};
    for (const auto part : connection.query(sql::list_came, municipality_id, session))
        (part.text("list") == group_list ? attendance.groups : attendance.found_us)[part.text("term")] =
            part.integer("number");
    return attendance;
}

Arranged Activities::count(const register_::Surroundings& around, std::string_view session,
                           const Attendance& attendance, std::string_view actor, const base::Seen& seen) {
    return implementation_->database.write(
        [&](db::Connection& connection) {
            return implementation_->count_in(connection, around, session, attendance, actor, seen);
        },
        db::Isolation::deciding);
}

Arranged Activities::Implementation::count_in(db::Connection& connection, const register_::Surroundings& around,
                                              std::string_view session, const Attendance& attendance,
                                              std::string_view actor, const base::Seen& seen) const {
    const auto& here = around.municipality_id;
    const auto stands = Only{connection.query(sql::find_session, here, session)};
    if (!stands) return Arranged::not_there;
    const auto activity = register_::find_in(connection, activities, here, stands->text("activity_id"));
    if (!activity) return Arranged::not_there;
    // Of no unit it is everybody's to count who is there.
    if (!activity->text("unit").empty() && !activities.may_change(around, *activity)) return Arranged::not_theirs;
    const auto version = stands->integer("version");
    if (!seen.is(base::mark_of({stands->text("id"), std::to_string(version)})) ||
        stands->text("status") == word_of(Status::cancelled))
        return Arranged::changed_meanwhile;
    // What its activity says too needs no word of its own, and follows it until that says something else.
    const auto held_as = [&](const char* column, const std::string& said) -> std::optional<std::string> {
        if (said.empty()) return stands->get<std::optional<std::string>>(column);
        return said == activity->text(column) ? std::nullopt : std::optional(said);
    };
    if (connection.execute(sql::count_session, here, session, version, base::format_utc(clock.now()), attendance.women,
                           attendance.men, attendance.girls, attendance.boys, attendance.not_stated,
                           attendance.did_not_come, attendance.note, attendance.asked, attendance.needs, attendance.fee,
                           attendance.premises, attendance.material, attendance.travel, attendance.next_step,
                           register_::joined_list(attendance.partners), held_as("kind", attendance.kind),
                           held_as("purpose", attendance.purpose)) != 1)
        return Arranged::changed_meanwhile;
    connection.execute(sql::delete_came, here, session);
    write_came(connection, here, session, group_list, attendance.groups);
    write_came(connection, here, session, found_list, attendance.found_us);
    changed(connection, here, actor, "attendance counted", stands->text("activity_id"), {std::string(session)});
    return Arranged::done;
}

}  // namespace digilots::activities
