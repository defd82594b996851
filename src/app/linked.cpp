#include "app/linked.h"

#include <algorithm>
#include <map>
#include <optional>

#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/files/files.h"
#include "platform/http/may.h"
#include "platform/measures/measure.h"
#include "platform/periods/period.h"
#include "platform/register/pages.h"
#include "platform/tables/csv_writer.h"

namespace digilots::app {

namespace {

using register_::Field, register_::Record, register_::Records;

constexpr std::int64_t most_beside = 200;
constexpr std::string_view source_of_activities = "activities.activity";

/// The field by which records of a kind name one of that source; nullptr: they name none.
const Field* field_to(const Records& records, std::string_view source) {
    const auto& fields = records.declaration().fields;
    const auto* found = base::find_in(fields, source, &Field::source);
    return found && found->is_filter ? found : nullptr;
}

bool is_left_out(const Records& records, std::initializer_list<std::string_view> without) {
    return std::ranges::any_of(without, [&](auto one) { return records.declaration().key.starts_with(one); });
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
        if (!field || is_left_out(*records, without) || !http::may(page.request(), declaration.see)) continue;
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

needs::Arranged arranged_by(const Application& app) {
    const auto by_step = [&app](const std::string& municipality, const std::string& step) {
        const auto& activities = app.activities.activities();
        const register_::ListQuery query{.filters = {{"steps", step}}};
        return activities.list(activities.around(municipality), query, 1, 0).found;
    };
    const auto by_locality = [&app](const std::string& municipality) {
        const auto& requests = app.activities.requests();
        std::map<std::string, std::int64_t> numbers;
        for (const auto& one : requests.list(requests.around(municipality), {}, Records::most_counted, 0).records)
            if (const auto locality = base::lower(base::trim(one.text("locality"))); !locality.empty()) ++numbers[locality];
        return numbers;
    };
    const auto by_barrier = [&app](const std::string& municipality) {
        constexpr int months = 12;
        std::map<std::string, std::int64_t> numbers;
        const auto all = all_of(app.slices, &Slice::measures);
        const auto* asked = measures::find_measure(all, "inquiries");
        if (asked == nullptr) return numbers;
        const auto today = app.activities.requests().around(municipality).today;
        const auto first = periods::newest(periods::Kind::month, today, months).back().from;
        const measures::Query query{{municipality}, {first, today}, {"barrier"}, {}};
        if (asked->can_answer && !asked->can_answer(query)) return numbers;
        for (const auto& row : asked->figures(query))
            if (const auto& barrier = row.dimensions.at("barrier"); !barrier.empty()) numbers[barrier] += row.value.amount;
        return numbers;
    };
    const auto secretary = [&app](const std::string& municipality, const std::string& body) {
        for (const auto* records : all_of(app.slices, &Slice::registers)) {
            if (records->declaration().key != "body_group") continue;
            const auto group = records->find(municipality, body);
            return group ? group->text("function") : std::string();
        }
        return std::string();
    };
    return {by_step, by_locality, by_barrier, secretary};
}

std::int64_t number_naming(const Application& app, db::Connection& connection, std::string_view municipality,
                           std::string_view source, std::initializer_list<std::string_view> without, std::string_view id) {
    std::int64_t number = 0;
    for (const auto* records : all_of(app.slices, &Slice::registers)) {
        const auto* field = field_to(*records, source);
        if (!field || is_left_out(*records, without)) continue;
        const register_::ListQuery query{.filters = {{std::string(field->name), std::string(id)}}, .with_ended = true};
        const auto counted = records->statements().count(query, records->around(municipality), most_beside);
        number += connection.run(counted.sql.statement(), counted.values).only()->integer("n");
    }
    return number;
}

namespace {

/// Recommendations, signals and inventories that an activity came of.
std::vector<html::Link> needs_behind(const Application& app, std::string_view activity, const html::Page& page) {
    constexpr std::string_view kinds_of_needs[] = {"recommendation", "needs_signal", "needs_inventory"};
    std::vector<html::Link> links;
    for (const auto* records : all_of(app.slices, &Slice::registers)) {
        const auto& declaration = records->declaration();
        const auto* field = field_to(*records, source_of_activities);
        if (!field || !base::holds(kinds_of_needs, declaration.key) || !http::may(page.request(), declaration.see)) continue;
        for (const auto& need : naming(*records, *field, activity, page))
            links.push_back({page.t(declaration.names.one) + ": " + need.text("title"),
                             page.tenant_url(path_of(declaration) + "/" + need.id)});
    }
    return links;
}

}  // namespace

activities::NamedBy records_naming_activity(const Application& app) {
    return {.in_words =
                [&app](std::string_view activity, const html::Page& page) {
                    std::vector<std::string> kinds;
                    for (const auto& one : records_beside(app, source_of_activities, {}, activity, page))
                        kinds.push_back(one.title + " (" + std::to_string(one.links.size()) + ")");
                    return kinds;
                },
            .came_of = [&app](std::string_view activity,
                              const html::Page& page) { return needs_behind(app, activity, page); },
            .is_any =
                [&app](db::Connection& connection, std::string_view municipality, std::string_view activity) {
                    return number_naming(app, connection, municipality, source_of_activities, {}, activity) > 0;
                }};
}

}  // namespace digilots::app
