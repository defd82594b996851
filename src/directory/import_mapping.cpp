#include <algorithm>

#include "directory/directory_store.h"
#include "directory/mapping_records.h"
#include "directory/merge_record.h"
#include "directory/record.h"
#include "directory/registers.h"
#include "directory/snapshot.h"
#include "platform/audit/audit.h"
#include "platform/base/embedded.h"
#include "platform/base/text.h"
#include "platform/base/typed_json.h"
#include "platform/base/uuid.h"
#include "platform/register/free_text.h"

namespace digilots::directory {
namespace {

constexpr std::string_view format = "digital-inclusion-mapping";

std::set<std::string, std::less<>> collective_records() {
    std::set<std::string, std::less<>> ids;
    const auto file = base::embedded_file("data/demo/collective_records.txt");
    for (const auto line : base::split(file.value_or(""), '\n')) {
        const auto id = base::trim(line);
        if (!id.empty() && id.front() != '#') ids.emplace(id);
    }
    return ids;
}

void check_format(MappingObject& file) {
    if (file.text("format") != format) file.report().error("format", "must be \"" + std::string(format) + "\"");
    if (file.number("format_version", 1000) != 1) file.report().error("format_version", "must be 1: this program reads no other");
    for (const auto* field : {"about", "enumerations"}) file.ignore(field);
}

void read_sources(MappingObject& file, MappingContext& context) {
    for (auto& source : file.objects("sources")) {
        const std::string date = source.text("date");
        context.sources[source.required("file")] = {source.text("title"), date};
        source.ignore("language");
    }
}

std::vector<Place> places_of(const std::vector<ImportedRecord>& records) {
    std::vector<Place> places;
    for (const auto& imported : records) {
        if (imported.kind == RecordKind::place) places.push_back(to_place(record_of(imported.kind, imported.id, imported.facts)));
    }
    return places;
}

const municipality::Municipality* find_municipality(const MappingContext& context, const std::string& id) {
    if (const auto* official = municipality::Municipalities::find(id)) return official->id == id ? official : nullptr;
    const auto own = std::ranges::find(*context.own, id, &municipality::Municipality::id);
    return own == context.own->end() ? nullptr : &*own;
}

/// A number of a person, a card or an account comes in by no way.
void leave_out_numbers(std::vector<ImportedRecord>& records, ImportReport& report) {
    for (auto& imported : records) {
        const auto& declaration = register_of(imported.kind);
        register_::Problems problems;
        register_::check_free_texts(declaration, nullptr, record_of(imported.kind, imported.id, imported.facts), problems);
        for (const auto& problem : problems) {
            const auto path = std::string(name_of(imported.kind)) + " " + imported.id + "." + problem.input;
            const auto what = problem.words(i18n::translator("en"));
            const bool is_its_name = problem.input == declaration.fields.front().name;
            if (is_its_name) {
                report.error(path, what);
            } else {
                report.unusable(path, what);
                imported.facts.erase(declaration.owner_of(problem.input) ? problem.input : "aids");
            }
        }
    }
}

std::optional<ImportedMunicipality> read_municipality(MappingObject object, MappingContext context) {
    const std::string code = object.required("code");
    const std::string name = object.required("name");
    // The same four digits may name a municipality in both countries.
    const std::string norwegian = "NO-" + code;
    const bool is_norwegian = object.text("country") == "NO" && municipality::Municipalities::find(norwegian) != nullptr;
    const std::string id = is_norwegian ? norwegian : code;
    context.municipality = find_municipality(context, id);
    if (context.municipality == nullptr) {
        if (!code.empty())
            object.report().error(object.path_of("code"), "is no municipality of Sweden or Norway, nor one added here");
        return std::nullopt;
    }
    if (!name.empty() && name != context.municipality->name) {
        object.report().unusable(object.path_of("name"), "the municipality's name is " + context.municipality->name);
    }
    for (const auto* field : {"code_system", "sources"}) object.ignore(field);
    read_mapping_places(object, context);
    read_mapping_activities(object, context);
    read_mapping_e_services(object, context);
    read_mapping_channels(object, context);
    read_mapping_topics_of_need(object, context);
    object.report_rest();
    for (auto* records : {&context.records, &context.arranged}) leave_out_numbers(*records, object.report());
    ImportedMunicipality result{.id = id, .name = context.municipality->name, .records = std::move(context.records),
                                .arranged = std::move(context.arranged)};
    result.fallback_place = propose_fallback(places_of(result.records));
    return result;
}

void read_file(const base::Json& json, const std::vector<municipality::Municipality>& own, ImportPlan& plan) {
    ImportReport report;
    MappingObject file(json, "", report);
    check_format(file);
    if (report.errors.empty()) {
        std::set<std::string, std::less<>> ids;
        MappingContext context;
        context.own = &own;
        context.collective = collective_records();
        context.ids = &ids;
        read_sources(file, context);
        for (auto& object : file.objects("municipalities")) {
            const std::string path = object.path();
            auto read = read_municipality(std::move(object), context);
            if (!read) continue;
            if (std::ranges::find(plan.municipalities, read->id, &ImportedMunicipality::id) != plan.municipalities.end()) {
                report.error(path + ".code", "stands in the file twice");
            }
            plan.municipalities.push_back(std::move(*read));
        }
        file.report_rest();
    }
    plan.errors = std::move(report.errors);
    plan.unused = std::move(report.unused);
}

void compare(db::Connection& connection, ImportedMunicipality& municipality) {
    const StoredRecords stored = load_stored(connection, municipality.id);
    for (auto& imported : municipality.records) {
        const auto merged = merge_record(stored, imported);
        imported.effect = merged.effect;
        imported.changed_fields = merged.changed_fields;
        imported.kept_fields = merged.kept_fields;
    }
    for (const auto& [key, record] : stored.records) {
        const auto same = [&](const auto& imported) { return imported.kind == key.first && imported.id == key.second; };
        if (record.flag("imported") && std::ranges::none_of(municipality.records, same)) {
            municipality.no_longer_there.push_back(std::string(name_of(key.first)) + " " + record.id);
        }
    }
}

}  // namespace

std::size_t ImportPlan::count(RecordKind kind) const {
    std::size_t number = 0;
    for (const auto& municipality : municipalities) {
        number += static_cast<std::size_t>(std::ranges::count(municipality.records, kind, &ImportedRecord::kind));
    }
    return number;
}

ImportPlan read_mapping(std::string_view text, std::string_view source,
                        const std::vector<municipality::Municipality>& own) {
    ImportPlan plan;
    plan.source = source;
    plan.content_hash = base::sha256_hex(text);
    const auto json = base::parse_typed_json(text, {.bytes = 32 * 1024 * 1024, .depth = 32});
    if (!json) {
        plan.errors.push_back("the file is not JSON: " + json.error());
    } else if (!json->is_object()) {
        plan.errors.emplace_back("the file must hold one JSON object");
    } else {
        read_file(*json, own, plan);
    }
    if (!plan.errors.empty()) plan.municipalities.clear();
    return plan;
}

ImportPlan plan_import(db::Database& database, std::string_view text, std::string_view source,
                       const std::vector<municipality::Municipality>& own) {
    ImportPlan plan = read_mapping(text, source, own);
    database.read([&](db::Connection& connection) {
        for (auto& municipality : plan.municipalities) compare(connection, municipality);
    });
    return plan;
}

void apply_import(db::Database& database, municipality::Municipalities& municipalities, const ImportPlan& plan,
                  base::Instant now) {
    if (!plan.errors.empty()) return;
    for (const auto& municipality : plan.municipalities) {
        if (!municipalities.is_active(municipality.id)) {
            const auto known = municipalities.about(municipality.id);
            municipalities.activate(municipality.id, municipality::default_settings(*known));
        }
        database.write([&](db::Connection& connection) {
            StoredRecords stored = load_stored(connection, municipality.id);
            ImportRun run{base::new_uuid(now), plan.source, plan.content_hash, base::format_utc(now), 0, 0, 0};
            for (const auto& imported : municipality.records) {
                const auto merged = merge_record(stored, imported);
                run.added += merged.effect == ImportedRecord::Effect::added ? 1 : 0;
                run.changed += merged.effect == ImportedRecord::Effect::changed ? 1 : 0;
                run.kept += merged.kept_fields.empty() ? 0 : 1;
                save_merged(connection, municipality.id, stored, merged, imported, now);
            }
            if (run.added + run.changed == 0) return;
            save_import(connection, municipality.id, run);
            audit::record(connection, {municipality.id, "import", "directory imported", "import:" + run.id, ""}, now);
            kept::raise(connection, "directory", municipality.id);
            keep_desk(connection, municipality.id);
        }, db::Isolation::deciding);
    }
}

}  // namespace digilots::directory
