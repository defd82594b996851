// The report of a round, made of what stands in it: read, printed, changed.
#include <algorithm>

#include "needs/pages.h"
#include "needs/report_evidence.h"
#include "needs/report_parts.h"
#include "needs/sql.h"
#include "needs/templates.h"
#include "needs/terms.h"
#include "platform/base/form_key.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/files/files.h"
#include "platform/files/media.h"
#include "platform/html/error_page.h"
#include "platform/html/writer.h"
#include "platform/http/may.h"
#include "platform/print/format.h"
#include "platform/print/pdf.h"
#include "platform/print/web.h"
#include "platform/register/pages.h"

namespace digilots::needs {

namespace {

using print::Emphasis;
using register_::Record, register_::Records;

constexpr std::int64_t most_in_report = 2000;
const std::vector<print::Paper> papers_of_report{print::Paper::a4};

/// What stands in a round, in the order of the list.
std::vector<Record> of_round(const Records& records, const http::Request& request, const std::string& round) {
    const register_::ListQuery query{.filters = {{"round", round}}};
    auto found = records.list(register_::around_of(records, request), query, most_in_report, 0).records;
    std::erase_if(found, [](const Record& one) { return one.has_ended(); });
    return found;
}

/// Under a question of another round, or one that is asked no more, it would be seen nowhere: it stands under no heading.
void put_under_what_is_asked(std::vector<Record>& answers, const std::vector<Record>& questions) {
    for (auto& answer : answers)
        if (base::find_in(questions, answer.text("question"), &Record::id) == nullptr) answer.columns["question"] = std::string();
}

/// What is not done says so.
std::string finding(const Record& answer, const html::Page& page) {
    auto words = finding_in_words(answer.text("title"), answer.text("roles"), answer.text("certainty"), page);
    if (answer.text("state") != "done")
        words += " [" + (answer.text("state") == "draft" ? page.t("Draft") : page.t("Being looked over")) + "]";
    return words;
}

void write_area(ReportWriter& writer, const char* area, const std::vector<Record>& questions,
                const std::vector<Record>& answers, const std::vector<Record>& recommendations) {
    const auto& page = writer.page;
    writer.heading(2, label_of(areas(), area, page));
    std::vector<std::string> silent;
    const auto found_of = [&](const std::string& question) {
        std::vector<std::string> lines;
        for (const auto& one : answers)
            if (one.text("area") == area && one.text("question") == question)
                lines.push_back(finding(one, page));
        return lines;
    };
    for (const auto& question : questions) {
        auto lines = found_of(question.id);
        if (lines.empty()) {
            silent.push_back(question.text("code"));
            continue;
        }
        writer.heading(3, question.text("code") + ". " + question.text("title"));
        writer.list(std::move(lines));
    }
    if (auto lines = found_of(""); !lines.empty()) {
        writer.heading(3, page.t("Under no heading"));
        writer.list(std::move(lines));
    }
    writer.unanswered(silent);
    std::vector<std::string> recommended;
    for (const auto& one : recommendations)
        if (one.text("area") == area)
            recommended.push_back(one.text("title") + " (" + label_of(classes(), one.text("kind"), page) +
                                  ")");
    if (recommended.empty()) return writer.paragraph(page.t("There are no recommendations in this area."));
    writer.heading(3, page.t("Recommendations"));
    writer.list(std::move(recommended));
}

void write_coverage_of_round(ReportWriter& writer, const std::vector<Record>& questions, const std::vector<Record>& answers) {
    const auto& page = writer.page;
    std::vector<AskedQuestion> asked;
    for (const auto& one : questions) asked.push_back({one.text("code"), one.text("part"), one.text("title")});
    writer.heading(2, page.t("What is answered, and what is not"));
    std::vector<CoveredLine> lines;
    for (const char* area : area_keys) {
        CoveredLine line{.name = label_of(areas(), area, page)};
        for (const auto& answer : answers) {
            if (answer.text("area") != area) continue;
            const auto* question = base::find_in(questions, answer.text("question"), &Record::id);
            ++line.findings[question == nullptr ? "" : question->text("code")];
        }
        lines.push_back(std::move(line));
    }
    writer.coverage(page.t("Which questions are answered, by area"), page.t("Area"), lines, asked);
    writer.what_was_asked(asked);
}

/// Our own, not those that were copied.
void write_own_examples(ReportWriter& writer, const Records& records, const http::Request& request) {
    std::vector<ToldExample> examples;
    for (const auto& one : records.list(register_::around_of(records, request), {}, most_in_report, 0).records)
        if (!one.has_ended() && one.text("credit").empty() && one.text("copied_from").empty())
            examples.push_back({one.text("title"), one.text("about")});
    writer.good_examples({{"", std::move(examples)}});
}

print::Document report_of(const Pages& pages, const http::Request& request, const Record& round, ReportIs report) {
    const html::Page page(request);
    const auto& language = page.translator().language();
    print::Document document{
        .title = round.text("title"), .language = language.code, .right_to_left = language.right_to_left};
    document.footer = request.tenant->name + ", " + round.text("title");
    const auto certainty = asked_certainty(request);
    ReportWriter writer{page, document, certainty};
    auto& kinds = *pages.kinds;
    auto questions = of_round(kinds.questions, request, round.id);
    // How it is, how it should be, the way there; by number in each.
    const auto place = [](const Record& one) {
        const auto part = one.text("part");
        return std::pair(part == "current" ? 0 : part == "desired" ? 1 : 2, one.text("code"));
    };
    std::ranges::stable_sort(questions, {}, place);
    auto answers = of_round(kinds.answers, request, round.id);
    std::erase_if(answers, [&](const Record& one) { return !certainty.empty() && one.text("certainty") != certainty; });
    put_under_what_is_asked(answers, questions);
    const auto recommendations = of_round(kinds.recommendations, request, round.id);
    writer.heading(1, round.text("title"));
    writer.paragraph(request.tenant->name, Emphasis::lead);
    writer.which_certainty();
    const auto* when = kinds.rounds.declaration().find("first_day");
    if (when && !round.text("first_day").empty())
        for (const auto& line :
             when->type->show(*when, round, register_::around_of(kinds.rounds, request)).lines)
            writer.paragraph(line);
    if (const auto not_done =
            std::ranges::count_if(answers, [](const Record& one) { return one.text("state") != "done"; });
        not_done > 0)
        writer.paragraph(page.tn("{n} finding is a draft or being looked over: others do not see it yet.",
                                 "{n} findings are drafts or being looked over: others do not see them yet.", not_done));
    if (round.text("state") != "done")
        writer.paragraph(page.t("This round is not done: more may come."), Emphasis::strong);
    writer.paragraph(round.text("intro"));
    writer.paragraph(round.text("scope"));
    if (!round.text("method").empty()) {
        writer.heading(2, page.t("How it was done"));
        writer.paragraph(round.text("method"));
    }
    const auto asked = [&](bool is_known_alone) {
        return std::ranges::count_if(answers, [&](const Record& one) {
            const auto said = one.yes_or_no("resident_asked");
            return said && (is_known_alone || *said);
        });
    };
    writer.paragraph(voice_in_words(asked(false), asked(true), std::ssize(answers), page));
    writer.what_areas_mean();
    for (const char* area : area_keys) write_area(writer, area, questions, answers, recommendations);
    write_evidence(writer, pages, answers, report);
    write_own_examples(writer, kinds.examples, request);
    write_coverage_of_round(writer, questions, answers);
    if (!round.text("source").empty())
        writer.paragraph(page.t("Source: {source}", {{"source", round.text("source")}}), Emphasis::small);
    return document;
}

std::string file_of(const http::Request& request, const Record& round) {
    return request.tenant->slug + "-" + base::slug(round.text("title"));
}

}  // namespace

namespace {

http::Response show_report(const Pages& pages, const http::Request& request, const std::optional<Record>& round,
                           const std::string& problem) {
    auto page = page_of_needs(request, html::Page(request).t("Report of this round"));
    ReportView view{.url = page.tenant_url("/staff/needs/report")};
    view.has_round = round.has_value();
    view.choices = {round_choice(pages, request, round ? round->id : ""), certainty_choice(request)};
    if (!round) return html::render_page(page, templates::report_page(view, page));
    page.title = round->text("title");
    const auto certainty = query_of_certainty(request);
    const auto query = "round=" + round->id + (certainty.empty() ? "" : "&" + certainty);
    view.formats = print::format_links(view.url + ".pdf", papers_of_report, page, query);
    view.formats.push_back(print::odt_link(view.url + ".odt?" + query, page));
    if (http::may(request, http::Role::coordinator)) view.keep_url = view.url + "/editions";
    view.round = round->id;
    view.form_key = base::form_key_for(request.form.get("form_key"), pages.kinds->rounds.now());
    view.editions_url = page.tenant_url("/staff/needs/rounds/" + round->id);
    view.problem = problem;
    view.document = print::on_page(report_of(pages, request, *round, ReportIs::read), page);
    return html::render_page(page, templates::report_page(view, page), problem.empty() ? 200 : 422);
}

}  // namespace

http::Response report_page(const Pages& pages, const http::Request& request) {
    return show_report(pages, request, round_of(pages, request), "");
}

http::Response keep_edition(const Pages& pages, const http::Request& request) {
    auto& rounds = pages.kinds->rounds;
    const auto round = rounds.find(request.tenant->id, request.form.get("round"));
    if (!round) return html::error_page(request, 404);
    const html::Page page(request);
    const auto today = page.translator().date(base::to_civil(rounds.now(), request.tenant->zone).date);
    const files::Details details{.name = request.form.get("joint").empty()
                                             ? page.t("Edition of {date}", {{"date", today}})
                                             : page.t("Edition of {date}, of several municipalities", {{"date", today}}),
                                 .form_key = std::string(request.form.get("form_key"))};
    const bool is_joint = !request.form.get("joint").empty();
    const auto document = is_joint ? joint_edition(pages, request, round->text("mark"))
                                   : report_of(pages, request, *round, ReportIs::taken_along);
    // Its page says why.
    if (!document)
        return http::see_other(page.tenant_url("/staff/needs/joint-report?mark=" + html::url_encode(round->text("mark"))));
    const files::Media media{.type = files::media_type("application/pdf"), .bytes = print::pdf(*document)};
    const auto added =
        rounds.add_file(register_::around_of(rounds, request), round->id, details, media, request.identity->account_id);
    if (!added) return show_report(pages, request, round, added.error().words(page.translator()));
    return http::see_other(page.tenant_url("/staff/needs/rounds/" + round->id));
}

http::Response report_pdf(const Pages& pages, const http::Request& request) {
    const auto round = round_of(pages, request);
    if (!round) return http::see_other(html::Page(request).tenant_url("/staff/needs/report"));
    auto document = report_of(pages, request, *round, ReportIs::taken_along);
    document.size = print::format_of(request, papers_of_report).size;
    return print::pdf_answer(document, file_of(request, *round) + ".pdf");
}

http::Response report_odt(const Pages& pages, const http::Request& request) {
    const auto round = round_of(pages, request);
    if (!round) return http::see_other(html::Page(request).tenant_url("/staff/needs/report"));
    return print::odt_answer(report_of(pages, request, *round, ReportIs::taken_along), file_of(request, *round) + ".odt");
}

}  // namespace digilots::needs
