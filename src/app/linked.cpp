#include "app/linked.h"

#include <algorithm>
#include <map>
#include <optional>

#include "platform/base/lists.h"
#include "platform/files/files.h"
#include "platform/http/may.h"
#include "platform/register/pages.h"
#include "platform/tables/csv_writer.h"

namespace digilots::app {

namespace {

using register_::Field, register_::Record, register_::Records;

constexpr std::int64_t most_beside = 200;

/// The field by which records of a kind name one of that source; nullptr: they name none.
const Field* field_to(const Records& records, std::string_view source) {
    const auto& fields = records.declaration().fields;
    const auto* found = base::find_in(fields, source, &Field::source);
    return found && found->is_filter ? found : nullptr;
}

std::vector<Record> naming(const Records& records, const Field& field, std::string_view id, const html::Page& page) {
    const register_::ListQuery query{.filters = {{std::string(field.name), std::string(id)}}, .with_ended = true};
    return records.list(register_::around_of(records, page.request()), query, most_beside, 0).records;
}

/// A budget's page is its sheet, not the form of its rules.
std::string path_of(const register_::Register& declaration) {
    return declaration.key == "budget" ? "/staff/budgets" : std::string(declaration.path);
}

using Found = std::map<const Records*, std::vector<Record>>;

void take(Found& found, const Records& records, std::vector<Record> more) {
    auto& all = found[&records];
    for (auto& record : more)
        if (!base::find_in(all, record.id, &Record::id)) all.push_back(std::move(record));
}

/// Of each kind that names one of `ids`.
void take_naming(const Application& app, Found& found, std::string_view source, const std::vector<std::string>& ids,
                 const html::Page& page) {
    for (const auto* records : all_of(app.slices, &Slice::registers)) {
        const auto& declaration = records->declaration();
        const auto* field = field_to(*records, source);
        if (!field || declaration.key.starts_with("plan_") || !http::may(page.request(), declaration.see)) continue;
        for (const auto& id : ids) take(found, *records, naming(*records, *field, id, page));
    }
}

std::vector<std::string> ids_of(const Found& found, std::string_view key) {
    std::vector<std::string> ids;
    for (const auto& [records, all] : found)
        if (records->declaration().key == key)
            for (const auto& record : all) ids.push_back(record.id);
    return ids;
}

/// The meetings, with their minutes, at which something was decided about one of these.
void take_meetings_of_decisions(const Application& app, Found& found, const html::Page& page) {
    std::vector<std::string> meetings;
    for (const auto& [records, all] : found)
        if (records->declaration().key == "body_decision")
            for (const auto& decision : all) base::add_once(meetings, decision.text("meeting"));
    for (const auto* records : all_of(app.slices, &Slice::registers)) {
        if (records->declaration().key != "body_meeting" || !http::may(page.request(), records->declaration().see)) continue;
        for (const auto& id : meetings)
            if (auto meeting = records->find(page.request().tenant->id, id)) take(found, *records, {std::move(*meeting)});
    }
}

std::string table_of(const Records& records, const std::vector<Record>& all, const html::Page& page) {
    const auto around = register_::around_of(records, page.request());
    tables::CsvWriter table;
    tables::Row head;
    for (const auto& field : records.declaration().fields)
        if (!field.type->cells(field).empty()) head.emplace_back(page.t(field.title));
    table.line(head);
    for (const auto& record : all) {
        tables::Row row;
        for (const auto& field : records.declaration().fields) {
            if (field.type->cells(field).empty()) continue;
            std::string text;
            for (const auto& line : field.type->show(field, record, around).lines) text += (text.empty() ? "" : "\n") + line;
            row.emplace_back(std::move(text));
        }
        table.line(row);
    }
    return std::move(table).take();
}

/// Each is read when its turn comes.
void add_files(plan::Papers& papers, const Records& records, const Record& record, const std::string& municipality) {
    if (!records.declaration().attachments) return;
    const auto folder = "beside/" + std::string(records.declaration().key) + "/";
    for (const auto& file : records.files_of(municipality, record.id))
        papers.files.push_back({.name = folder + file.id + "-" + file.file_name(),
                                .about = file.name,
                                .read = [&records, municipality, hash = file.hash] {
                                    return records.database().read([&](db::Connection& connection) {
                                        return files::content(connection, municipality, hash);
                                    });
                                }});
}

/// Of a secretariat that belongs to one of these, else of any.
std::string secretariat_of(const Application& app, const std::vector<std::string>& parts, const std::string& municipality) {
    std::string any;
    for (const auto* records : all_of(app.slices, &Slice::registers)) {
        if (records->declaration().key != "body_group") continue;
        const register_::ListQuery query{.filters = {{"kind", "secretariat"}}};
        for (const auto& group : records->list(records->around(municipality), query, most_beside, 0).records) {
            if (std::ranges::find(parts, group.text("node")) != parts.end()) return group.text("title");
            if (group.text("node").empty()) any = group.text("title");
        }
    }
    return any;
}

}  // namespace

std::vector<plan::Beside> records_beside(const Application& app, std::string_view source,
                                         std::initializer_list<std::string_view> without,
                                         std::string_view id, const html::Page& page) {
    std::vector<plan::Beside> all;
    for (const auto* records : all_of(app.slices, &Slice::registers)) {
        const auto& declaration = records->declaration();
        const auto* field = field_to(*records, source);
        const bool is_left_out = std::ranges::any_of(without, [&](auto one) { return declaration.key.starts_with(one); });
        if (!field || is_left_out || !http::may(page.request(), declaration.see)) continue;
        plan::Beside beside{page.t(declaration.names.many)};
        for (const auto& record : naming(*records, *field, id, page))
            beside.links.push_back({record.text("title"), page.tenant_url(path_of(declaration) + "/" + record.id)});
        if (!beside.links.empty()) all.push_back(std::move(beside));
    }
    return all;
}

plan::Papers papers_of_parts(const Application& app, const std::vector<std::string>& parts, const html::Page& page) {
    const auto& municipality = page.request().tenant->id;
    plan::Papers papers{.secretariat = secretariat_of(app, parts, municipality)};
    Found found;
    take_naming(app, found, "plan.node", parts, page);
    take_naming(app, found, "bodies.group", ids_of(found, "body_group"), page);
    take_naming(app, found, "bodies.handover", ids_of(found, "body_handover"), page);
    take_meetings_of_decisions(app, found, page);
    take_naming(app, found, "bodies.meeting", ids_of(found, "body_meeting"), page);
    std::vector<const Records*> kinds;
    for (const auto* records : all_of(app.slices, &Slice::registers))
        if (found.contains(records) && !found[records].empty()) kinds.push_back(records);
    for (const auto* records : kinds) {
        papers.files.push_back({"beside/" + std::string(records->declaration().key) + ".csv",
                                page.t(records->declaration().names.many), table_of(*records, found[records], page)});
        for (const auto& record : found[records]) add_files(papers, *records, record, municipality);
    }
    return papers;
}

std::vector<plan::DecisionOfGroup> decisions_of_groups(const Application& app, const html::Page& page) {
    std::vector<plan::DecisionOfGroup> decisions;
    for (const auto* records : all_of(app.slices, &Slice::registers)) {
        if (records->declaration().key != "body_decision") continue;
        const auto around = register_::around_of(*records, page.request());
        const auto* body = records->declaration().find("body");
        for (const auto& one : records->list(around, {}, most_beside, 0).records) {
            std::string label;
            for (const auto& line : body->type->show(*body, one, around).lines) label += line + ", ";
            const auto day = one.date("day");
            label += (day ? page.translator().date(*day) + ": " : "") + one.text("title");
            decisions.push_back({.id = one.id, .label = std::move(label), .day = day});
        }
    }
    return decisions;
}

std::int64_t number_naming_part(const Application& app, db::Connection& connection, std::string_view municipality,
                                std::string_view part) {
    std::int64_t number = 0;
    for (const auto* records : all_of(app.slices, &Slice::registers)) {
        const auto* field = field_to(*records, "plan.node");
        if (!field || records->declaration().key.starts_with("plan_")) continue;
        const register_::ListQuery query{.filters = {{std::string(field->name), std::string(part)}}, .with_ended = true};
        const auto counted = records->statements().count(query, records->around(municipality), most_beside);
        number += connection.run(counted.sql.statement(), counted.values).only()->integer("n");
    }
    return number;
}

}  // namespace digilots::app
