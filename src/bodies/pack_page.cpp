// All that a meeting needs in one: who sits in the group, the agenda with its papers, what is still to be
// done, the minutes.
#include <algorithm>
#include <memory>
#include <utility>

#include "bodies/pages.h"
#include "bodies/templates.h"
#include "bodies/terms.h"
#include "platform/base/text.h"
#include "platform/files/files.h"
#include "platform/files/shown.h"
#include "platform/print/enclosed.h"
#include "platform/print/format.h"
#include "platform/print/packed_stream.h"
#include "platform/print/pdf.h"
#include "platform/print/web.h"
#include "platform/register/pages.h"

namespace digilots::bodies {

namespace {

using print::Block, print::Emphasis, print::Heading, print::List, print::Paragraph;
using register_::Record, register_::Records;

const std::vector<print::Paper> papers_of_pack{print::Paper::a4};

struct PackWriter {
    const html::Page& page;
    print::Document& document;

    void heading(int level, std::string words) {
        document.blocks.push_back({Heading{level, {std::move(words)}}});
    }
    void paragraph(const std::string& words, Emphasis emphasis = Emphasis::usual) {
        if (!words.empty()) document.blocks.push_back({Paragraph{{words}, emphasis}});
    }
    /// Its name before what it says; nothing where it says nothing.
    void said(const std::string& name, const std::string& words) {
        if (words.empty()) return;
        paragraph(name, Emphasis::strong);
        paragraph(words);
    }
    void list(std::vector<std::string> lines) {
        List list;
        for (auto& line : lines) list.items.push_back({.text = {std::move(line)}});
        if (!list.items.empty()) document.blocks.push_back({std::move(list)});
    }
    std::string day(const Record& record, const char* column) const {
        const auto date = record.date(column);
        return date ? page.translator().date(*date) : "";
    }
    /// As its own page shows a field.
    std::vector<std::string> shown(const Records& records, const Record& record, const char* name) const {
        const auto* field = records.declaration().find(name);
        return field->type->show(*field, record, register_::around_of(records, page.request())).lines;
    }
};

std::vector<Record> where(const Records& records, const http::Request& request, const char* field,
                          const std::string& id) {
    return in_use(records, request, {.filters = {{field, id}}});
}

void write_members(PackWriter& writer, const Kinds& kinds, const std::string& body) {
    std::vector<std::string> lines;
    for (const auto& member : where(kinds.members, writer.page.request(), "body", body)) {
        const auto part = writer.shown(kinds.members, member, "part");
        lines.push_back(member.text("title") + (part.empty() ? "" : " (" + part.front() + ")"));
    }
    if (lines.empty()) return;
    writer.heading(2, writer.page.t("Who sits in the group"));
    writer.list(std::move(lines));
}

void write_item(PackWriter& writer, const Records& items, const Record& item) {
    const auto& page = writer.page;
    writer.heading(3, item.as_text("place") + ". " + item.text("title"));
    for (const auto& line : writer.shown(items, item, "kind")) writer.paragraph(line, Emphasis::small);
    writer.paragraph(item.text("paper"));
    writer.said(page.t("Proposal"), item.text("proposal"));
    writer.said(page.t("Consequences for the economy"), item.text("economic"));
    writer.said(page.t("Consequences for how work is done"), item.text("administrative"));
    writer.list(writer.shown(items, item, "papers"));
}

void write_agenda(PackWriter& writer, const Kinds& kinds, const Record& meeting) {
    auto items = where(kinds.items, writer.page.request(), "meeting", meeting.id);
    std::ranges::stable_sort(items, {}, [](const Record& item) { return item.whole("place").value_or(0); });
    writer.heading(2, writer.page.t("Agenda"));
    if (items.empty()) writer.paragraph(writer.page.t("Nothing is on the agenda yet."));
    for (const auto& item : items) write_item(writer, kinds.items, item);
}

/// A paper of the meeting: behind the pack in one file with it where it can be bound, else beside it in the folder.
struct PaperOfMeeting {
    files::File file = {};
    std::optional<print::Enclosed> bound = {};
};
struct PapersOfMeeting {
    std::vector<PaperOfMeeting> all = {};
    std::size_t pages_before = 0;  // of the pack itself; 0: nothing is bound
};

std::string line_of_paper(const PaperOfMeeting& paper, std::size_t first, bool are_bound, const html::Page& page) {
    const auto about = paper.file.name + ", " + files::about_file(paper.file, page.translator());
    if (!are_bound) return about;
    if (!paper.bound) return page.t("{paper}: lies beside, it cannot be bound in here", {{"paper", about}});
    const auto from = std::to_string(first), to = std::to_string(first + paper.bound->pages - 1);
    if (from == to) return page.t("{paper}: page {n} of this file", {{"paper", paper.file.name}, {"n", from}});
    return page.t("{paper}: pages {from} to {to} of this file", {{"paper", paper.file.name}, {"from", from}, {"to", to}});
}

void write_files(PackWriter& writer, const PapersOfMeeting& papers) {
    std::vector<std::string> lines;
    std::size_t first = papers.pages_before + 1;
    for (const auto& paper : papers.all) {
        lines.push_back(line_of_paper(paper, first, papers.pages_before > 0, writer.page));
        first += paper.bound ? paper.bound->pages : 0;
    }
    if (lines.empty()) return;
    writer.heading(2, writer.page.t("Papers of the meeting"));
    writer.list(std::move(lines));
}

PapersOfMeeting papers_of(const Records& meetings, const http::Request& request, const Record& meeting) {
    PapersOfMeeting papers;
    for (auto& file : meetings.files_of(request.tenant->id, meeting.id)) papers.all.push_back({.file = std::move(file)});
    return papers;
}

/// Those that are PDFs and can be read, as long as the file does not become too large to be sent by letter.
void bind_papers(PapersOfMeeting& papers, const Records& meetings) {
    constexpr std::int64_t most_bytes = 20'000'000;
    std::int64_t taken = 0;
    for (auto& paper : papers.all) {
        if (paper.file.media_type != "application/pdf" || taken + paper.file.bytes > most_bytes) continue;
        const auto bytes = meetings.database().read([&](db::Connection& connection) {
            return files::content(connection, paper.file.owner.municipality_id, paper.file.hash);
        });
        if (bytes) paper.bound = print::enclosed(paper.file.name, *bytes);
        if (paper.bound) taken += paper.file.bytes;
    }
}

void write_decisions(PackWriter& writer, const Kinds& kinds, const Record& meeting) {
    const auto& page = writer.page;
    std::vector<std::string> here, open;
    for (const auto& decision : where(kinds.decisions, page.request(), "body", meeting.text("body"))) {
        const auto result = label_of(results_of_decisions(), decision.text("result"), page);
        if (decision.text("meeting") == meeting.id)
            here.push_back(decision.text("title") + " (" + result + ")");
        else if (decision.text("state") == "open")
            open.push_back(page.t("{decision}: by {date}", {{"decision", decision.text("title")},
                                                            {"date", writer.day(decision, "due")}}));
    }
    if (!here.empty()) {
        writer.heading(2, page.t("Decided at this meeting"));
        writer.list(std::move(here));
    }
    writer.heading(2, page.t("Decided before, and still to be done"));
    if (open.empty()) writer.paragraph(page.t("Nothing that was decided is still to be done."));
    writer.list(std::move(open));
}

print::Document pack_of(const Pages& pages, const http::Request& request, const Record& meeting, const PapersOfMeeting& papers) {
    const html::Page page(request);
    const auto& language = page.translator().language();
    print::Document document{
        .title = meeting.text("title"), .language = language.code, .right_to_left = language.right_to_left};
    document.footer = request.tenant->name + ", " + meeting.text("title");
    PackWriter writer{page, document};
    auto& kinds = *pages.kinds;
    const auto group = kinds.groups.find(request.tenant->id, meeting.text("body"));
    writer.heading(1, meeting.text("title"));
    writer.paragraph(group ? group->text("title") : request.tenant->name, Emphasis::lead);
    if (meeting.text("state") == "cancelled")
        writer.paragraph(page.t("This meeting is called off."), Emphasis::strong);
    std::string when = writer.day(meeting, "day");
    for (const auto* column : {"begins", "venue"})
        if (!meeting.text(column).empty()) when += ", " + meeting.text(column);
    writer.paragraph(when);
    if (group) writer.said(page.t("Mandate"), group->text("purpose"));
    write_members(writer, kinds, meeting.text("body"));
    write_agenda(writer, kinds, meeting);
    write_files(writer, papers);
    write_decisions(writer, kinds, meeting);
    const bool has_minutes = !meeting.text("minutes").empty() && meeting.text("minutes_state") != "none";
    if (has_minutes) {
        writer.heading(2, page.t("Minutes of the meeting"));
        for (const auto& line : writer.shown(kinds.meetings, meeting, "minutes_state"))
            writer.paragraph(line, Emphasis::small);
        writer.paragraph(meeting.text("minutes"));
    }
    return document;
}

/// The one that the address names, else the next to come, else the last that was.
std::optional<Record> meeting_of(const Pages& pages, const http::Request& request) {
    const auto& meetings = pages.kinds->meetings;
    const auto asked = request.query.get("meeting");
    if (!asked.empty()) return meetings.find(request.tenant->id, asked);
    auto all = in_use(meetings, request);
    std::erase_if(all, [](const Record& one) { return one.text("state") == "cancelled"; });
    if (all.empty()) return std::nullopt;
    std::ranges::stable_sort(all, {}, [](const Record& one) { return one.text("day"); });
    const auto today = base::format_date(register_::around_of(meetings, request).today);
    const auto next = std::ranges::find_if(all, [&](const Record& one) { return one.text("day") >= today; });
    return next == all.end() ? all.back() : *next;
}

/// The pack and then each paper, one after the other: however many there are, one stands in memory.
class PackInPieces {
public:
    PackInPieces(const Records& meetings, std::string pack, std::vector<files::File> papers)
        : meetings_(meetings), pack_(std::move(pack)), papers_(std::move(papers)) {}

    std::string next() {
        if (!pack_.empty()) return zip_.file("1-pack.pdf", std::exchange(pack_, {}));
        while (at_ < papers_.size()) {
            const auto& paper = papers_[at_++];
            const auto bytes = meetings_.database().read([&](db::Connection& connection) {
                return files::content(connection, paper.owner.municipality_id, paper.hash);
            });
            // Deleted meanwhile: the pack still names it.
            if (bytes) return zip_.file(std::to_string(at_ + 1) + "-" + paper.file_name(), *bytes);
        }
        return std::exchange(is_over_, true) ? "" : zip_.end();
    }

private:
    const Records& meetings_;
    std::string pack_;
    std::vector<files::File> papers_;
    print::PackedStream zip_;
    std::size_t at_ = 0;
    bool is_over_ = false;
};

/// The pack with its papers behind it. Where they begin depends on how many pages the pack has, which names where they begin.
std::string bound_pack(const Pages& pages, const http::Request& request, const Record& meeting, print::Size size) {
    auto papers = papers_of(pages.kinds->meetings, request, meeting);
    bind_papers(papers, pages.kinds->meetings);
    std::vector<print::Enclosed> enclosed;
    for (const auto& paper : papers.all)
        if (paper.bound) enclosed.push_back(*paper.bound);
    papers.pages_before = papers.all.empty() ? 0 : 1;
    auto document = pack_of(pages, request, meeting, papers);
    document.size = size;
    if (enclosed.empty()) return print::pdf(document);
    for (int tries = 0; tries < 3; ++tries) {
        const auto number = print::number_of_pages(document);
        if (number == papers.pages_before) break;
        papers.pages_before = number;
        document = pack_of(pages, request, meeting, papers);
        document.size = size;
    }
    return print::bound(print::pdf(document), enclosed);
}

std::string file_of_pack(const http::Request& request, const Record& meeting) {
    return request.tenant->slug + "-" + base::slug(meeting.text("title"));
}

}  // namespace

http::Response pack_page(const Pages& pages, const http::Request& request) {
    auto page = page_of_bodies(request, html::Page(request).t("Meeting pack"));
    PackView view{.url = page.tenant_url("/staff/bodies/pack")};
    const auto meeting = meeting_of(pages, request);
    view.has_meeting = meeting.has_value();
    if (!meeting) return html::render_page(page, templates::pack_page(view, page));
    page.title = meeting->text("title");
    view.choice = {.name = "meeting", .label = page.t("Meeting")};
    for (const auto& one : in_use(pages.kinds->meetings, request)) {
        const auto day = one.date("day");
        view.choice.options.push_back({one.id,
                                       one.text("title") + (day ? ", " + page.translator().date(*day) : ""),
                                       one.id == meeting->id});
    }
    const auto query = "meeting=" + meeting->id;
    view.formats = print::format_links(view.url + ".pdf", papers_of_pack, page, query);
    view.formats.push_back(print::odt_link(view.url + ".odt?" + query, page));
    for (const auto& file : pages.kinds->meetings.files_of(request.tenant->id, meeting->id))
        view.papers.push_back({file.name, register_::staff_file_url(pages.kinds->meetings, file, page)});
    if (!view.papers.empty())
        view.formats.push_back({page.t("The pack with its papers, one folder (ZIP)"), view.url + ".zip?" + query});
    const auto papers = papers_of(pages.kinds->meetings, request, *meeting);
    view.document = print::on_page(pack_of(pages, request, *meeting, papers), page);
    return html::render_page(page, templates::pack_page(view, page));
}

http::Response pack_pdf(const Pages& pages, const http::Request& request) {
    const auto meeting = meeting_of(pages, request);
    if (!meeting) return http::see_other(html::Page(request).tenant_url("/staff/bodies/pack"));
    const auto size = print::format_of(request, papers_of_pack).size;
    return print::pdf_file_answer(bound_pack(pages, request, *meeting, size), file_of_pack(request, *meeting) + ".pdf");
}

http::Response pack_zip(const Pages& pages, const http::Request& request) {
    const auto meeting = meeting_of(pages, request);
    if (!meeting) return http::see_other(html::Page(request).tenant_url("/staff/bodies/pack"));
    const auto& meetings = pages.kinds->meetings;
    const auto papers = papers_of(meetings, request, *meeting);
    const auto pieces =
        std::make_shared<PackInPieces>(meetings, print::pdf(pack_of(pages, request, *meeting, papers)),
                                       meetings.files_of(request.tenant->id, meeting->id));
    // The slice's records outlive what is sent.
    return http::streamed_download([pieces] { return pieces->next(); }, "application/zip", file_of_pack(request, *meeting) + ".zip");
}

http::Response pack_odt(const Pages& pages, const http::Request& request) {
    const auto meeting = meeting_of(pages, request);
    if (!meeting) return http::see_other(html::Page(request).tenant_url("/staff/bodies/pack"));
    const auto papers = papers_of(pages.kinds->meetings, request, *meeting);
    return print::odt_answer(pack_of(pages, request, *meeting, papers), file_of_pack(request, *meeting) + ".odt");
}

}  // namespace digilots::bodies
