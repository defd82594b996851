// What is kept of a part of the plan and of all below it, as a plain folder in one file: documents, tables, decisions,
// minutes, and a list of them with sums, who keeps them and for how long.
#include <algorithm>
#include <iterator>

#include "plan/editions.h"
#include "plan/pages.h"
#include "plan/phases.h"
#include "plan/sql.h"
#include "plan/words.h"
#include "plan/write_json.h"
#include "platform/base/json.h"
#include "platform/base/text.h"
#include "platform/base/uuid.h"
#include "platform/files/files.h"
#include "platform/html/error_page.h"
#include "platform/print/packed_files.h"
#include "platform/print/pdf.h"
#include "platform/tables/csv_writer.h"

namespace digilots::plan {

namespace {

constexpr std::size_t longest_name_of_file = 60, most_bytes = std::size_t{100} * 1024 * 1024;

struct Archive {
    const Kinds& kinds;
    const html::Page& page;
    const Plan& plan;
    std::vector<const Node*> parts;
    std::vector<Paper> files = {};
    std::vector<LeftOut> left_out = {};
    std::size_t bytes = 0;

    void add(std::string name, std::string about, std::string content) {
        bytes += content.size();
        files.push_back({std::move(name), std::move(about), std::move(content)});
    }
    const std::string& municipality() const { return page.request().tenant->id; }
    std::string day(const std::optional<base::Date>& date) const { return date ? base::format_date(*date) : ""; }
};

std::string file_name_of(const std::string& title) {
    const auto name = base::slug(base::cut(title, longest_name_of_file));
    return name.empty() ? "part" : name;
}

void add_parts(Archive& archive, base::Date today, const AskOthers& others) {
    base::JsonWriter json;
    json.begin_array();
    for (const auto* node : archive.parts) {
        json.begin_object();
        write_part(json, archive.plan, *node, status_of(archive.plan, *node, today, others), true);
        json.end_object();
    }
    json.end_array();
    archive.add("parts.json", archive.page.t("Parts of the plan"), std::move(json).take());
}

void add_documents(Archive& archive) {
    for (const auto* node : archive.parts)
        for (const auto* one : archive.plan.documents_of(node->id))
            archive.add("documents/" + file_name_of(one->title) + "-" + one->id.substr(one->id.size() - 4) + ".pdf", one->title,
                        print::pdf(paper_of_document(archive.plan, *one, archive.page)));
}

void add_milestones(Archive& archive) {
    const auto& page = archive.page;
    tables::CsvWriter table;
    table.line({page.t("Part"), page.t("Number"), page.t("Milestone"), page.t("Deadline"), page.t("Responsible bodies"),
                page.t("Who leads"), page.t("Deliverable"), page.t("Where the document stands"), page.t("Reached on")});
    for (const auto* node : archive.parts)
        for (const auto* one : archive.plan.milestones_of(node->id))
            table.line({archive.plan.name_of(*node), one->number > 0 ? std::to_string(one->number) : "", one->title,
                        archive.day(one->deadline), responsible_of(*one), one->lead, one->deliverable, one->deliverable_url,
                        archive.day(one->done)});
    archive.add("milestones.csv", page.t("Milestones"), std::move(table).take());
}

void add_criteria(Archive& archive) {
    const auto& page = archive.page;
    tables::CsvWriter table;
    table.line({page.t("Part"), page.t("What has to be there"), page.t("What shows that it is there"),
                page.t("Where the document stands"), page.t("Who accepted that it is not"), page.t("Accepted on"),
                page.t("Why")});
    for (const auto* node : archive.parts)
        for (const auto* one : archive.plan.criteria_of(node->id))
            table.line({archive.plan.name_of(*node), one->title, one->evidence, one->evidence_url, one->exception_by,
                        archive.day(one->exception_on), one->exception_why});
    archive.add("criteria.csv", page.t("Criteria for closing"), std::move(table).take());
}

void add_moves_of(Archive& archive, db::Connection& connection) {
    const auto& page = archive.page;
    tables::CsvWriter table;
    table.line({page.t("Part"), page.t("Day"), page.t("From phase"), page.t("To phase"), page.t("Why")});
    for (const auto* node : archive.parts)
        for (const auto row : connection.query(sql::moves_of, archive.municipality(), node->id))
            table.line({archive.plan.name_of(*node), row.text("moved_at"), page.t(title_of_phase(row.text("from_phase"))),
                        page.t(title_of_phase(row.text("to_phase"))), row.text("why")});
    archive.add("moves.csv", page.t("Moves between phases"), std::move(table).take());
}

void add_editions(Archive& archive, db::Connection& connection) {
    for (const auto row : connection.query(sql::editions, archive.municipality()))
        for (const auto whole : connection.query(sql::find_edition, archive.municipality(), row.text("id")))
            archive.add("editions/edition-" + std::to_string(row.integer("number")) + ".json",
                        archive.page.t("The plan, edition {n}", {{"n", std::to_string(row.integer("number"))}}),
                        whole.text("content"));
}

/// Those beyond what one file can hold stay where they are, and are named.
void add_delivered(Archive& archive, db::Connection& connection) {
    for (const auto* node : archive.parts)
        for (const auto* one : archive.plan.milestones_of(node->id))
            for (const auto& file : archive.kinds.milestones.files_of(archive.municipality(), one->id)) {
                const bool has_room = archive.bytes + static_cast<std::size_t>(file.bytes) <= most_bytes;
                auto content = has_room ? files::content(connection, archive.municipality(), file.hash) : std::nullopt;
                if (content) archive.add("delivered/" + file.id + "-" + file.file_name(), one->title, *std::move(content));
                else archive.left_out.push_back({file.file_name(), file.hash, file.bytes, one->title});
            }
}

/// `keeper`: who answers for all of it.
std::string manifest_of(const Archive& archive, const std::string& keeper, const std::string& kept) {
    const auto& page = archive.page;
    tables::CsvWriter table;
    table.line({page.t("File"), page.t("SHA-256"), page.t("Bytes"), page.t("What it is"), page.t("How long it is kept"),
                page.t("Who keeps it")});
    for (const auto& one : archive.files)
        table.line({one.name, base::sha256_hex(one.bytes), static_cast<std::int64_t>(one.bytes.size()), one.about, kept, keeper});
    for (const auto& [name, hash, bytes, of] : archive.left_out)
        table.line({page.t("Not in this file, too large: {name}", {{"name", name}}), hash, bytes, of, kept, keeper});
    return std::move(table).take();
}

std::string how_long(const Node& node, const html::Page& page) {
    const auto since =
        node.closed ? page.t("closed on {date}", {{"date", base::format_date(*node.closed)}}) : page.t("not closed");
    return page.t("As the municipality’s plan for its documents says ({since}). Nothing of it is deleted by itself here.",
                  {{"since", since}});
}

}  // namespace

http::Response archive_zip(const Pages& pages, const http::Request& request) {
    const auto& kinds = *pages.kinds;
    const html::Page page(request);
    const auto plan = kinds.kept.of(request.tenant->id);
    const auto* node = plan->find(request.parameter("id"));
    if (!node) return html::error_page(request, 404);
    Archive archive{kinds, page, *plan, plan->all_below(*node)};
    add_parts(archive, today_of(pages, request), ask_others(kinds, *request.tenant, page.translator()));
    add_documents(archive);
    add_milestones(archive);
    add_criteria(archive);
    kinds.database.read([&](db::Connection& connection) {
        add_moves_of(archive, connection);
        add_editions(archive, connection);
        add_delivered(archive, connection);
    });
    std::vector<std::string> ids;
    for (const auto* part : archive.parts) ids.push_back(part->id);
    auto papers = kinds.neighbours.papers ? kinds.neighbours.papers(ids, page) : Papers{};
    for (auto& paper : papers.files) archive.add(std::move(paper.name), std::move(paper.about), std::move(paper.bytes));
    std::ranges::move(papers.left_out, std::back_inserter(archive.left_out));
    auto keeper = papers.secretariat.empty() ? owner_of(kinds, *node, page) : papers.secretariat;
    if (keeper.empty()) keeper = page.t("not said");
    std::vector<print::PackedFile> packed{{"manifest.csv", manifest_of(archive, keeper, how_long(*node, page))}};
    for (auto& file : archive.files) packed.push_back({std::move(file.name), std::move(file.bytes)});
    return http::download(print::packed(packed), "application/zip", file_name_of(plan->name_of(*node)) + "-archive.zip");
}

}  // namespace digilots::plan
