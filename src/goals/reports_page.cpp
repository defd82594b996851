// Reports: begun from what is known, commented, and kept as they were sent.
#include <algorithm>
#include <array>

#include "goals/goals_view.h"
#include "goals/pages.h"
#include "goals/sections.h"
#include "goals/sql.h"
#include "goals/templates.h"
#include "platform/audit/audit.h"
#include "platform/base/json.h"
#include "platform/base/lists.h"
#include "platform/base/months.h"
#include "platform/base/text.h"
#include "platform/base/uuid.h"
#include "platform/html/error_page.h"
#include "platform/http/may.h"
#include "platform/personal/personal_data.h"
#include "platform/print/format.h"

namespace digilots::goals {

namespace {

using html::components::Cell, html::components::Field;

constexpr std::array report_kinds{"monthly", "quarterly", "final", "funder"};
constexpr std::size_t longest_comment = 4000;
constexpr std::string_view path_of_reports = "/staff/goals/reports", comment_of = "comment_";
constexpr std::string_view type_of_xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const std::vector<print::Paper> papers_of_reports{print::Paper::a4};

struct Report {
    std::string id, kind, period, sent_at = "", sent_by = "", content = "";
    std::int64_t version = 0, edition = 0;
    std::map<std::string, std::string> comments = {};
    bool is_sent() const { return !sent_at.empty(); }
};

std::optional<Report> find_report(const Goals::Implementation& self, const http::Request& request) {
    const auto rows = self.database.read([&](db::Connection& connection) {
        return connection.query(sql::find_report, request.tenant->id, request.parameter("report"));
    });
    if (rows.empty()) return std::nullopt;
    const auto row = rows[0];
    Report report{.id = row.text("id"),
                  .kind = row.text("kind"),
                  .period = row.text("period"),
                  .sent_at = row.text("sent_at"),
                  .sent_by = row.text("sent_by"),
                  .content = row.text("content"),
                  .version = row.integer("version"),
                  .edition = row.integer("edition"),
                  .comments = {}};
    if (const auto json = base::parse_json(row.text("comments")))
        for (const auto& [key, text] : json->members()) report.comments[key] = text.text();
    return report;
}

std::string title_of_report(const Report& report, const http::Tenant& tenant, const i18n::Translator& words) {
    const auto period = periods::read(report.period);
    auto title = kind_in_words(report.kind, words) + ", " + (period ? periods::name_of(*period, words) : report.period) +
                 ": " + tenant.name;
    if (report.edition > 1)
        title += " (" + words.t(TEXT("edition {n}"), {{"n", words.number(static_cast<double>(report.edition))}}) + ")";
    return title;
}

/// From what is known now; with the comments as they are typed.
Sheet live_sheet(const Goals::Implementation& self, const Report& report, const http::Request& request,
                 const i18n::Translator& words) {
    const auto today = today_in(self, request);
    const auto period = periods::read(report.period).value_or(periods::holding(periods::Kind::year, today));
    const auto gone = periods::until(period, today).value_or(periods::Period{today, today});
    const auto last = std::min(today, gone.to);
    const SectionsAsked asked{self, *request.tenant, words, gone, last, true};
    Sheet sheet{.title = title_of_report(report, *request.tenant, words),
                .about = words.t(TEXT("As it stood on {last}, as far as it was known on {date}"),
                                 {{"last", words.date(last)}, {"date", words.date(today)}}),
                .sections = {}};
    for (const auto& key : sections_of(report.kind)) {
        auto made = section(asked, key);
        if (const auto comment = report.comments.find(key); comment != report.comments.end()) made.comment = comment->second;
        sheet.sections.push_back(std::move(made));
    }
    return sheet;
}

Sheet sheet_of_report(const Goals::Implementation& self, const Report& report, const http::Request& request,
                      const i18n::Translator& words) {
    return report.is_sent() ? sheet_of_json(report.content) : live_sheet(self, report, request, words);
}

std::string path_of(const Report& report) {
    return std::string(path_of_reports) + "/" + report.id;
}

std::vector<html::Link> formats_of(const Report& report, const html::Page& page) {
    const auto path = page.tenant_url(path_of(report) + "/report");
    auto links = print::format_links(path + ".pdf", papers_of_reports, page);
    links.push_back(print::odt_link(path + ".odt", page));
    links.push_back({page.t(TEXT("Spreadsheet (XLSX)")), path + ".xlsx"});
    return links;
}

std::string mark_of_report(const Report& report) {
    return base::mark_of({report.id, std::to_string(report.version)});
}

void show_live(ReportView& view, const Sheet& sheet, const html::Page& page) {
    for (const auto& one : sheet.sections) {
        auto bare = one;
        bare.comment = "";
        auto document = document_of({sheet.title, sheet.about, {bare}}, *page.request().tenant, page.translator());
        // The page has its own title.
        document.blocks.erase(document.blocks.begin(), document.blocks.begin() + 2);
        view.parts.push_back({std::move(document),
                              {.name = std::string(comment_of) + one.key,
                               .label = page.t(TEXT("Comment: {section}"), {{"section", one.title}}),
                               .value = one.comment,
                               .optional = true,
                               .rows = 3}});
    }
}

http::Response show_report(const Goals::Implementation& self, const Report& report, const http::Request& request,
                           const html::FormErrors& errors) {
    auto page = goals_page_of(request, title_of_report(report, *request.tenant, html::Page(request).translator()));
    page.breadcrumbs.insert(page.breadcrumbs.begin() + 1, {page.t(TEXT("Reports")), page.tenant_url(path_of_reports)});
    const auto sheet = sheet_of_report(self, report, request, page.translator());
    ReportView view{.errors = errors, .url = page.tenant_url(path_of(report)), .seen = page.seen(mark_of_report(report))};
    view.formats = formats_of(report, page);
    view.may_write = !report.is_sent() && http::may(request, http::Role::coordinator);
    if (report.is_sent()) {
        const auto at = base::parse_utc(report.sent_at).value_or(self.clock.now());
        const auto who = self.neighbours.others.name_of ? self.neighbours.others.name_of(report.sent_by) : "";
        view.sent = page.t(TEXT("Sent on {date}. It stays as it was."),
                           {{"date", page.translator().date_time(at, request.tenant->zone)}});
        if (!who.empty()) view.sent += " " + who;
        view.document = document_of(sheet, *request.tenant, page.translator());
    } else {
        view.about = sheet.about;
        show_live(view, sheet, page);
    }
    return html::render_page(page, templates::report_page(view, page), errors.empty() ? 200 : 422);
}

std::string comments_as_json(const Report& report) {
    base::JsonWriter json;
    json.begin_object();
    for (const auto& [key, text] : report.comments) json.member(key, text);
    json.end_object();
    return std::move(json).take();
}

html::FormErrors take_comments(Report& report, const html::Page& page) {
    html::FormErrors errors;
    for (const auto& key : sections_of(report.kind)) {
        const auto name = std::string(comment_of) + key;
        const auto text = base::clean(page.request().form.get(name));
        report.comments[key] = text;
        if (base::length(text) > longest_comment)
            errors.add(name, page.tn("Write at most {n} character.", "Write at most {n} characters.", longest_comment));
        else if (personal::find_personal_data(text) != personal::PersonalData::none)
            errors.add(name, page.t(TEXT("Remove the number or address: nothing here tells of a person.")));
    }
    return errors;
}

Field kind_field(const std::string& chosen, const html::Page& page) {
    Field field{.name = "kind", .label = page.t(TEXT("Which report"))};
    for (const auto* kind : report_kinds)
        field.options.push_back({kind, kind_in_words(kind, page.translator()), chosen == kind});
    return field;
}

/// The newest of each kind, and the times of goals, which a final report is about.
std::vector<periods::Period> periods_offered(const Snapshot& snapshot, base::Date today) {
    constexpr std::size_t most_offered = 30;
    std::vector<periods::Period> offered;
    for (const auto& [kind, count] :
         {std::pair(periods::Kind::month, 4), std::pair(periods::Kind::quarter, 4), std::pair(periods::Kind::year, 3)})
        for (const auto& one : periods::newest(kind, today, count)) offered.push_back(one);
    for (const auto& goal : snapshot.goals) {
        const bool is_new = goal.period && goal.period->from <= today && !base::holds(offered, *goal.period);
        if (is_new && offered.size() < most_offered) offered.push_back(*goal.period);
    }
    return offered;
}

Field period_field(const std::string& chosen, const Snapshot& snapshot, base::Date today, const html::Page& page) {
    Field field{.name = "period", .label = page.t(TEXT("Of which time"))};
    for (const auto& one : periods_offered(snapshot, today)) {
        const auto key = periods::key_of(one);
        field.options.push_back({key, periods::name_of(one, page.translator()), chosen == key});
    }
    return field;
}

void add_own_days(ReportsView& view, const html::Page& page) {
    const auto& form = page.request().form;
    view.first = {.name = "first_day",
                  .label = page.t(TEXT("First day of a time of its own")),
                  .value = std::string(form.get("first_day")),
                  .hint = page.t(TEXT("Such as the whole time of a project. These two days then count in place of the time "
                                      "above.")),
                  .type = "date",
                  .optional = true};
    view.last = {.name = "last_day",
                 .label = page.t(TEXT("Last day of a time of its own")),
                 .value = std::string(form.get("last_day")),
                 .type = "date",
                 .optional = true};
}

/// The time that is chosen, or the days that are typed in its place; nothing where they are none.
std::optional<periods::Period> asked_time(const html::Page& page, html::FormErrors& errors) {
    constexpr int most_months = 120;
    const auto& form = page.request().form;
    if (form.get("first_day").empty() && form.get("last_day").empty()) {
        const auto chosen = periods::read(form.get("period"));
        if (!chosen) errors.add("period", page.t(TEXT("Choose a time.")));
        return chosen;
    }
    const auto first = base::parse_date(form.get("first_day")), last = base::parse_date(form.get("last_day"));
    if (!first) errors.add("first_day", page.t(TEXT("Write the first day.")));
    if (!last) errors.add("last_day", page.t(TEXT("Write the last day.")));
    if (!first || !last) return std::nullopt;
    if (*last < *first) {
        errors.add("last_day", page.t(TEXT("The last day is before the first. Correct one of them.")));
        return std::nullopt;
    }
    const auto typed = periods::read(periods::key_of({*first, *last}));
    if (!typed || base::add_months(*first, most_months) <= *last) {
        errors.add("last_day", page.t(TEXT("A report is of at most ten years. Choose other days.")));
        return std::nullopt;
    }
    return typed;
}

http::Response show_reports(const Goals::Implementation& self, const http::Request& request, const html::FormErrors& errors) {
    const auto page = goals_page_of(request, html::Page(request).t(TEXT("Reports")));
    const auto& words = page.translator();
    ReportsView view{.errors = errors, .url = page.tenant_url(path_of_reports)};
    view.may_write = http::may(request, http::Role::coordinator);
    view.kind = kind_field(std::string(request.form.get("kind")), page);
    const auto snapshot = self.snapshots.of(request.tenant->id);
    view.period = period_field(std::string(request.form.get("period")), *snapshot, today_in(self, request), page);
    add_own_days(view, page);
    view.table = {.caption = page.t(TEXT("Reports, the newest first")),
                  .columns = {{page.t(TEXT("Report"))}, {page.t(TEXT("Begun on"))}, {page.t(TEXT("Sent on"))}},
                  .empty = page.t(TEXT("No report has been begun."))};
    const auto rows =
        self.database.read([&](db::Connection& connection) { return connection.query(sql::reports, request.tenant->id); });
    const auto day_of = [&](const std::string& moment) {
        const auto at = base::parse_utc(moment);
        return at ? words.date(base::to_civil(*at, request.tenant->zone).date) : page.t(TEXT("Not sent"));
    };
    for (const auto row : rows) {
        const Report report{.id = row.text("id"),
                            .kind = row.text("kind"),
                            .period = row.text("period"),
                            .edition = row.integer("edition"),
                            .comments = {}};
        view.table.rows.push_back(
            {Cell{.text = title_of_report(report, *request.tenant, words), .url = page.tenant_url(path_of(report))},
             Cell{.text = day_of(row.text("made_at"))}, Cell{.text = day_of(row.text("sent_at"))}});
    }
    return html::render_page(page, templates::reports_page(view, page), errors.empty() ? 200 : 422);
}

template <class Make>
http::Response as_file(const Pages& pages, const http::Request& request, Make make) {
    const auto& self = Inside::of(pages.goals);
    const auto report = find_report(self, request);
    if (!report) return html::error_page(request, 404);
    const html::Page page(request);
    const auto sheet = sheet_of_report(self, *report, request, page.translator());
    return make(sheet, page, base::slug(sheet.title));
}

}  // namespace

http::Response reports_page(const Pages& pages, const http::Request& request) {
    return show_reports(Inside::of(pages.goals), request, {});
}

http::Response begin_report(const Pages& pages, const http::Request& request) {
    const auto& self = Inside::of(pages.goals);
    const html::Page page(request);
    const std::string kind(request.form.get("kind"));
    html::FormErrors errors;
    if (std::ranges::find(report_kinds, kind) == report_kinds.end()) errors.add("kind", page.t(TEXT("Choose a report.")));
    const auto of = asked_time(page, errors);
    if (of && !periods::until(*of, today_in(self, request))) {
        const auto* field = request.form.get("first_day").empty() ? "period" : "first_day";
        errors.add(field, page.t(TEXT("That time has not begun. Choose one that has.")));
    }
    if (!errors.empty() || !of) return show_reports(self, request, errors);
    const auto period = periods::key_of(*of);
    const auto id = self.database.write(
        [&](db::Connection& connection) -> std::string {
            const auto begun = connection.query(sql::open_report, request.tenant->id, kind, period);
            if (!begun.empty()) return begun[0].text("id");
            auto id = base::new_uuid(self.clock.now());
            const auto edition =
                connection.query(sql::last_edition, request.tenant->id, kind, period)[0].integer("number") + 1;
            connection.execute(sql::add_report, request.tenant->id, id, kind, period, edition,
                               base::format_utc(self.clock.now()));
            audit::record(connection,
                          {request.tenant->id, request.identity->account_id, "report begun", "goal_report:" + id, ""},
                          self.clock.now());
            return id;
        },
        db::Isolation::deciding);
    return http::see_other(page.tenant_url(std::string(path_of_reports) + "/" + id));
}

http::Response report_page(const Pages& pages, const http::Request& request) {
    const auto& self = Inside::of(pages.goals);
    const auto report = find_report(self, request);
    return report ? show_report(self, *report, request, {}) : html::error_page(request, 404);
}

http::Response save_report(const Pages& pages, const http::Request& request) {
    const auto& self = Inside::of(pages.goals);
    auto report = find_report(self, request);
    if (!report) return html::error_page(request, 404);
    const html::Page page(request);
    const bool is_same = base::Seen::mark(request.form.get("seen")).is(mark_of_report(*report));
    if (report->is_sent() || !is_same) return http::changed_meanwhile("goal_report:" + report->id);
    if (const auto errors = take_comments(*report, page); !errors.empty()) return show_report(self, *report, request, errors);
    const bool is_sent_now = request.form.get("action") == "send";
    const auto now = base::format_utc(self.clock.now());
    const auto content = is_sent_now ? sheet_as_json(live_sheet(self, *report, request, page.translator())) : "";
    const auto& account = request.identity->account_id;
    const bool is_saved = self.database.write(
        [&](db::Connection& connection) {
            const auto changed =
                connection.execute(sql::save_report, request.tenant->id, report->id, report->version,
                                   comments_as_json(*report), is_sent_now ? now : "", is_sent_now ? account : "", content);
            if (changed == 0) return false;
            audit::record(
                connection,
                {request.tenant->id, account, is_sent_now ? "report sent" : "report saved", "goal_report:" + report->id, ""},
                self.clock.now());
            kept::raise(connection, kept_goals, request.tenant->id);
            return true;
        },
        db::Isolation::deciding);
    if (!is_saved) return http::changed_meanwhile("goal_report:" + report->id);
    return http::see_other(page.tenant_url(path_of(*report)));
}

http::Response report_pdf(const Pages& pages, const http::Request& request) {
    return as_file(pages, request, [&](const Sheet& sheet, const html::Page& page, const std::string& name) {
        auto document = document_of(sheet, *request.tenant, page.translator());
        document.size = print::format_of(request, papers_of_reports).size;
        return print::pdf_answer(document, name + ".pdf");
    });
}

http::Response report_odt(const Pages& pages, const http::Request& request) {
    return as_file(pages, request, [&](const Sheet& sheet, const html::Page& page, const std::string& name) {
        return print::odt_answer(document_of(sheet, *request.tenant, page.translator()), name + ".odt");
    });
}

http::Response report_xlsx(const Pages& pages, const http::Request& request) {
    return as_file(pages, request, [](const Sheet& sheet, const html::Page& page, const std::string& name) {
        return http::download(sheets_of(sheet, page.translator()), std::string(type_of_xlsx), name + ".xlsx");
    });
}

}  // namespace digilots::goals
