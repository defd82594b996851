// What is kept of a part of the plan and of all below it, as a plain folder in one file: documents, tables, decisions,
// minutes, and a list of them with sums, who keeps them and for how long.
#include <algorithm>
#include <functional>
#include <iterator>
#include <memory>
#include <utility>

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
#include "platform/print/packed_stream.h"
#include "platform/print/pdf.h"
#include "platform/register/records.h"
#include "platform/tables/csv_writer.h"

namespace digilots::plan {

namespace {

constexpr std::size_t longest_name_of_file = 60;

struct Archive {
    const Kinds& kinds;
    const html::Page& page;
    const Plan& plan;
    std::vector<const Node*> parts;
    std::vector<Paper> files = {};

    void add(std::string name, std::string about, std::string content) {
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

/// As their page shows them.
void add_shown(Archive& archive, const std::string& name,
               const std::function<html::components::Table(const Node& node)>& table_of) {
    tables::CsvWriter lines;
    std::string about;
    for (const auto* node : archive.parts) {
        const auto table = table_of(*node);
        if (about.empty()) {
            tables::Row head{archive.page.t("Part")};
            for (const auto& column : table.columns) head.emplace_back(column.title);
            lines.line(head);
        }
        about = table.caption;
        for (const auto& cells : table.rows) {
            tables::Row row{archive.plan.name_of(*node)};
            for (const auto& cell : cells) row.emplace_back(cell.text);
            lines.line(row);
        }
    }
    archive.add(name, about, std::move(lines).take());
}

void add_comments(Archive& archive) {
    add_shown(archive, "comments.csv", [&](const Node& node) {
        const CommentsOf all{.node = node.id, .most = register_::Records::most_counted};
        return table_of_comments(archive.kinds, archive.plan, all, archive.page);
    });
}

void add_dependencies(Archive& archive) {
    const auto& page = archive.page;
    tables::CsvWriter table;
    table.line({page.t("Part"), page.t("The other part"), page.t("How it depends"), page.t("Why")});
    for (const auto* node : archive.parts)
        for (const auto* one : archive.plan.dependencies_of(node->id)) {
            const auto* other = archive.plan.find(one->other);
            const auto how = one->must_be_first ? page.t("Begins when the other is over") : page.t("May run beside the other");
            table.line({archive.plan.name_of(*node), other ? archive.plan.name_of(*other) : "", how, one->why});
        }
    archive.add("dependencies.csv", page.t("Dependencies"), std::move(table).take());
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

/// Reads it when its turn comes.
std::function<std::optional<std::string>()> reader_of(const Archive& archive, const std::string& hash) {
    return [&kinds = archive.kinds, municipality = archive.municipality(), hash] {
        return kinds.database.read(
            [&](db::Connection& connection) { return files::content(connection, municipality, hash); });
    };
}

void add_files_of(Archive& archive, const register_::Records& records, const std::string& folder, const std::string& id,
                  const std::string& about) {
    for (const auto& file : records.files_of(archive.municipality(), id))
        archive.files.push_back({.name = folder + "/" + file.id + "-" + file.file_name(),
                                 .about = about,
                                 .read = reader_of(archive, file.hash)});
}

void add_delivered(Archive& archive) {
    for (const auto* node : archive.parts) {
        for (const auto* one : archive.plan.milestones_of(node->id))
            add_files_of(archive, archive.kinds.milestones, "delivered", one->id, one->title);
        for (const auto* one : archive.plan.criteria_of(node->id))
            add_files_of(archive, archive.kinds.criteria, "evidence", one->id, one->title);
    }
}

/// What the list at the end says of each file. It outlives the request.
struct WordsOfList {
    const i18n::Translator& words;
    std::string keeper, kept;
};

/// One file after the other, and the list of all with their sums at the end: however many there are, one stands in memory.
class ArchiveInPieces {
public:
    ArchiveInPieces(std::vector<Paper> files, WordsOfList says) : files_(std::move(files)), says_(std::move(says)) {
        const auto t = [&](i18n::Text text) { return says_.words.t(text); };
        list_.line({t(TEXT("File")), t(TEXT("SHA-256")), t(TEXT("Bytes")), t(TEXT("What it is")), t(TEXT("How long it is kept")),
                    t(TEXT("Who keeps it"))});
    }

    std::string next() {
        if (is_over_) return "";
        while (at_ < files_.size()) {
            auto paper = std::exchange(files_[at_++], {});
            auto bytes = paper.read ? paper.read() : std::optional(std::move(paper.bytes));
            if (!bytes) {
                list_.line({says_.words.t(TEXT("Deleted while this file was made: {name}"), {{"name", paper.name}}), "", "",
                            paper.about, says_.kept, says_.keeper});
                continue;
            }
            list_.line({paper.name, base::sha256_hex(*bytes), static_cast<std::int64_t>(bytes->size()), paper.about, says_.kept,
                        says_.keeper});
            return zip_.file(paper.name, *bytes);
        }
        is_over_ = true;
        const auto list = std::move(list_).take();
        auto last = zip_.file("manifest.csv", list);
        last += zip_.end();
        return last;
    }

private:
    std::vector<Paper> files_;
    WordsOfList says_;
    tables::CsvWriter list_;
    print::PackedStream zip_;
    std::size_t at_ = 0;
    bool is_over_ = false;
};

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
    add_dependencies(archive);
    add_comments(archive);
    kinds.database.read([&](db::Connection& connection) {
        add_moves_of(archive, connection);
        add_editions(archive, connection);
    });
    add_delivered(archive);
    std::vector<std::string> ids;
    for (const auto* part : archive.parts) ids.push_back(part->id);
    auto papers = kinds.neighbours.papers ? kinds.neighbours.papers(ids, page) : Papers{};
    std::ranges::move(papers.files, std::back_inserter(archive.files));
    auto keeper = papers.secretariat.empty() ? owner_of(kinds, *node, page) : papers.secretariat;
    if (keeper.empty()) keeper = page.t("not said");
    const auto pieces = std::make_shared<ArchiveInPieces>(
        std::move(archive.files), WordsOfList{page.translator(), std::move(keeper), how_long(*node, page)});
    // The slice's records outlive what is sent.
    return http::streamed_download([pieces] { return pieces->next(); }, "application/zip",
                                   file_name_of(plan->name_of(*node)) + "-archive.zip");
}

}  // namespace digilots::plan
