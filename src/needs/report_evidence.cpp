#include "needs/report_evidence.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "platform/files/files.h"
#include "platform/print/picture_file.h"
#include "platform/register/pages.h"

namespace digilots::needs {

namespace {

using print::Emphasis;
using register_::Record;

// With what they are drawn from, a file and its copy while it is made stay within some dozens of megabytes.
constexpr int most_pictures = 20;
constexpr std::int64_t most_bytes_of_pictures = std::int64_t{8} * 1024 * 1024;

struct ShownEvidence {
    std::string line;  // what it is, and of which finding
    print::Picture picture;
};
struct AllEvidence {
    std::vector<ShownEvidence> shown = {};
    std::vector<std::string> named = {};     // no picture, or one that the report does not show
    std::int64_t left_out = 0;               // pictures among them
};

/// How much a file still takes.
struct PictureBudget {
    int pictures = most_pictures;
    std::int64_t bytes = most_bytes_of_pictures;

    bool takes(const files::File& file) const { return pictures > 0 && file.bytes <= bytes; }
    void take(const files::File& file) { --pictures, bytes -= file.bytes; }
};

std::string named_line(const Record& answer, const files::File& file, const std::string& alternative, const html::Page& page) {
    auto line = answer.text("title") + ": " + file.name;
    for (const auto& part : {file.caption, alternative})
        if (!part.empty()) line += ". " + part;
    if (!file.source.empty()) line += " (" + page.t("Source: {source}", {{"source", file.source}}) + ")";
    return line;
}

print::PictureFile picture_out_of(const files::File& file) {
    return {.media_type = file.media_type, .width = file.width, .height = file.height};
}

/// Nothing where it has no room, or paper cannot show it.
std::optional<print::PictureFile> taken_along(const files::File& file, PictureBudget& budget, db::Connection& connection) {
    if (!budget.takes(file)) return std::nullopt;
    auto bytes = files::content(connection, file.owner.municipality_id, file.hash);
    if (!bytes) return std::nullopt;
    auto picture = picture_out_of(file);
    picture.bytes = std::make_shared<const std::string>(*std::move(bytes));
    if (!print::can_be_printed(picture)) return std::nullopt;
    budget.take(file);
    return picture;
}

AllEvidence evidence_of(const Pages& pages, const std::vector<Record>& answers, ReportIs report, const html::Page& page) {
    const auto& records = pages.kinds->answers;
    const std::string kind(records.declaration().key), municipality = page.request().tenant->id;
    return pages.database.read([&](db::Connection& connection) {
        std::map<std::string, std::vector<files::File>> by_answer;
        for (auto& file : files::of_kind(connection, municipality, kind)) by_answer[file.owner.id].push_back(file);
        AllEvidence all;
        PictureBudget budget;
        for (const auto& answer : answers)
            for (const auto& file : by_answer[answer.id]) {
                std::optional<print::PictureFile> picture;
                if (file.is_picture() && report == ReportIs::read) {
                    picture = picture_out_of(file);
                    picture->url = register_::staff_file_url(records, file, page);
                } else if (file.is_picture()) {
                    picture = taken_along(file, budget, connection);
                    if (!picture) ++all.left_out;
                }
                if (!picture) {
                    all.named.push_back(named_line(answer, file, file.alternative_text, page));
                    continue;
                }
                const auto& words = file.alternative_text.empty() ? file.name : file.alternative_text;
                all.shown.push_back({named_line(answer, file, "", page), print::Picture{words, *std::move(picture)}});
            }
        return all;
    });
}

}  // namespace

void write_evidence(ReportWriter& writer, const Pages& pages, const std::vector<Record>& answers, ReportIs report) {
    const auto& page = writer.page;
    auto all = evidence_of(pages, answers, report, page);
    if (all.shown.empty() && all.named.empty()) return;
    writer.heading(2, page.t("Evidence"));
    for (auto& one : all.shown) {
        writer.document.blocks.push_back({std::move(one.picture)});
        writer.paragraph(std::move(one.line), Emphasis::small);
    }
    writer.list(std::move(all.named));
    if (all.left_out > 0)
        writer.paragraph(page.tn("{n} picture stands here by its name alone: it is too large for this file, of a kind that "
                                 "cannot be printed, or one too many. You see it with its finding.",
                                 "{n} pictures stand here by their names alone: they are too large for this file, of a kind "
                                 "that cannot be printed, or too many. You see them with their findings.",
                                 all.left_out));
}

}  // namespace digilots::needs
