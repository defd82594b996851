// Activities and how they stand, for a tool outside: a table that the register of parts takes in again, and beside it what is
// worked out here.
#include "plan/pages.h"
#include "plan/phases.h"
#include "plan/words.h"
#include "platform/register/import_columns.h"
#include "platform/register/pages.h"
#include "platform/tables/csv_writer.h"
#include "platform/tables/xlsx_writer.h"

namespace digilots::plan {

namespace {

struct FollowedUp {
    std::shared_ptr<const Plan> plan;
    std::map<std::string, Status, std::less<>> statuses;
};

FollowedUp followed_up(const Pages& pages, const html::Page& page) {
    const auto& request = page.request();
    FollowedUp all;
    all.plan = pages.kinds->kept.of(request.tenant->id);
    all.statuses = statuses_of(*all.plan, today_of(pages, request),
                               ask_others(*pages.kinds, *request.tenant, page.translator()));
    return all;
}

std::string day_of(const std::optional<base::Date>& day) {
    return day ? base::format_date(*day) : "";
}

/// The columns by which it comes back: the register's own names for them, and the reference. By code and parent a tool outside
/// tells parts of one code from each other.
constexpr const char* returned[] = {"code", "title", "kind", "parent", "begun_on", "done_on", "status_note"};

std::string reasons_of(const Status& status, const html::Page& page) {
    std::string text;
    for (const auto& reason : status.reasons) text += (text.empty() ? "" : " ") + words_of(reason, page.translator());
    return text;
}

/// Of each part, with what is worked out in brackets: an import leaves that out.
template <class Writer>
void write_returned(Writer& writer, const Pages& pages, const FollowedUp& all, const html::Page& page, bool with_standing) {
    const auto& nodes = pages.kinds->nodes;
    const auto& declaration = nodes.declaration();
    const auto around = register_::around_of(nodes, page.request());
    tables::Row head;
    for (const char* input : returned) head.emplace_back(register_::heading_of(declaration, input, around));
    head.emplace_back(page.t(register_::reference));
    if (with_standing)
        for (const auto& heading : {page.t("Phase"), page.t("From"), page.t("To"), page.t("How it stands"),
                                    page.t("What the status comes from")})
            head.emplace_back("(" + heading + ")");
    writer.line(head);
    for (const auto& record : nodes.list(around, {}, register_::Records::most_counted, 0).records) {
        tables::Row row;
        for (const char* input : returned) {
            const auto* field = declaration.find(input);
            row.emplace_back(field->type->cell(*field, 0, record, around));
        }
        row.emplace_back(register_::reference_text(record));
        const auto* node = all.plan->find(record.id);
        if (with_standing && node) {
            const auto& status = all.statuses.at(node->id);
            for (const auto& told : {page.t(title_of_phase(node->phase)), day_of(node->starts), day_of(node->ends),
                                     mark_of(status.standing, page.translator()).word, reasons_of(status, page)})
                row.emplace_back(told);
        }
        writer.line(row);
    }
}

template <class Writer>
void write_standing(Writer& writer, const FollowedUp& all, const html::Page& page) {
    writer.line({page.t("Code"), page.t("Part"), page.t("Kind of part"), page.t("Phase"), page.t("From"), page.t("To"),
                 page.t("Begun on"), page.t("Done on"), page.t("How it stands"), page.t("What the status comes from"),
                 page.t("How it goes, in a sentence"), page.t("Identity")});
    for (const auto& [node, depth] : all.plan->placed()) {
        const auto& status = all.statuses.at(node->id);
        writer.line({all.plan->whole_code(*node), node->title, page.t(title_of(node->kind)), page.t(title_of_phase(node->phase)),
                     day_of(node->starts), day_of(node->ends), day_of(node->begun), day_of(node->done),
                     mark_of(status.standing, page.translator()).word, reasons_of(status, page), node->status_note, node->id});
    }
}

}  // namespace

http::Response follow_up_csv(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    tables::CsvWriter table;
    write_returned(table, pages, followed_up(pages, page), page, true);
    return http::download(std::move(table).take(), "text/csv; charset=utf-8", "plan-follow-up.csv");
}

http::Response follow_up_xlsx(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto all = followed_up(pages, page);
    tables::XlsxWriter sheet(page.t("To fill in and send back"));
    write_returned(sheet, pages, all, page, false);
    sheet.next_sheet(page.t("How it stands"));
    write_standing(sheet, all, page);
    return http::download(std::move(sheet).take(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                          "plan-follow-up.xlsx");
}

}  // namespace digilots::plan
