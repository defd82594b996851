// The report of a mapping that several municipalities made together: area by area, municipality by municipality, with what
// nobody answered; read, printed, changed.
#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "needs/joint.h"
#include "needs/pages.h"
#include "needs/report_parts.h"
#include "needs/sql.h"
#include "needs/templates.h"
#include "needs/terms.h"
#include "platform/base/form_key.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/html/writer.h"
#include "platform/http/may.h"
#include "platform/print/format.h"
#include "platform/print/web.h"

namespace digilots::needs {

namespace {

const std::vector<print::Paper> papers_of_joint_report{print::Paper::a4};

std::string label_of_question(const Joint& joint, const std::string& code, const html::Page& page) {
    if (code.empty()) return page.t("Under no heading");
    const auto* found = base::find_in(joint.questions, code, &AskedQuestion::code);
    return found == nullptr ? code : found->code + ". " + found->title;
}

/// One municipality's section of an area.
void write_section(ReportWriter& writer, const Joint& joint, const std::string& whose, const char* area) {
    const auto& page = writer.page;
    writer.heading(3, joint.names.at(whose));
    const auto findings = joint.findings.find(whose);
    std::vector<std::string> silent;
    bool is_anything = false;
    const auto write_of = [&](const std::string& code) {
        std::vector<std::string> lines;
        if (findings != joint.findings.end()) {
            const auto& all = findings->second;
            for (const auto& one : all)
                if (one.area == area && one.code == code) lines.push_back(one.words);
        }
        if (lines.empty()) return false;
        writer.paragraph(label_of_question(joint, code, page), print::Emphasis::strong);
        writer.list(std::move(lines));
        return true;
    };
    for (const auto& question : joint.questions) {
        if (write_of(question.code)) is_anything = true;
        else silent.push_back(question.code);
    }
    if (write_of("")) is_anything = true;
    if (is_anything) writer.unanswered(silent);
    else if (writer.certainty.empty()) writer.paragraph(page.t("There is nothing about this area."));
    else writer.paragraph(page.t("There is no finding as certain as that about this area."));
    std::vector<std::string> recommended;
    if (const auto found = joint.recommended.find(whose); found != joint.recommended.end()) {
        const auto& all = found->second;
        for (const auto& [of_area, words] : all)
            if (of_area == area) recommended.push_back(words);
    }
    if (recommended.empty()) return writer.paragraph(page.t("There are no recommendations in this area."));
    writer.paragraph(page.t("Recommendations"), print::Emphasis::strong);
    writer.list(std::move(recommended));
}

/// In how many findings a resident was asked: of all, and of each municipality that has any.
void write_voices(ReportWriter& writer, const Joint& joint) {
    const auto& page = writer.page;
    std::int64_t all = 0, with_resident = 0, stated = 0;
    std::vector<std::string> voices;
    for (const auto& whose : joint.who) {
        const auto found = joint.findings.find(whose);
        if (found == joint.findings.end() || found->second.empty()) continue;
        const auto& findings = found->second;
        const auto with = std::ranges::count_if(findings, [](const auto& one) { return one.has_resident.value_or(false); }),
                   said = std::ranges::count_if(findings, [](const auto& one) { return one.has_resident.has_value(); });
        voices.push_back(joint.names.at(whose) + ": " + voice_in_words(with, said, std::ssize(findings), page));
        all += std::ssize(findings);
        with_resident += with;
        stated += said;
    }
    writer.paragraph(voice_in_words(with_resident, stated, all, page));
    if (voices.size() > 1) writer.list(std::move(voices));
}

/// How it was done, by municipality; who says nothing of it stands there, too.
void write_method(ReportWriter& writer, const Joint& joint) {
    const auto& page = writer.page;
    writer.heading(2, page.t("How it was done"));
    std::vector<std::string> lines;
    for (const auto& whose : joint.who) {
        const auto& rounds = joint.rounds.at(whose);
        std::vector<std::string> methods;
        for (const auto& round : rounds)
            if (!round.method.empty())
                base::add_once(methods, rounds.size() > 1 ? round.title + ": " + round.method : round.method);
        lines.push_back(joint.names.at(whose) + ": " + (methods.empty() ? page.t("Not stated") : base::joined(methods, " ")));
    }
    writer.list(std::move(lines));
    write_voices(writer, joint);
}

/// Area by area, municipality by question: what has findings, and what has none.
void write_matrices(ReportWriter& writer, const Joint& joint) {
    const auto& page = writer.page;
    for (const char* area : area_keys) {
        std::vector<CoveredLine> covered;
        for (const auto& whose : joint.who) {
            CoveredLine line{.name = joint.names.at(whose)};
            if (const auto found = joint.findings.find(whose); found != joint.findings.end()) {
                const auto& all = found->second;
                for (const auto& one : all)
                    if (one.area == area) ++line.findings[one.code];
            }
            covered.push_back(std::move(line));
        }
        writer.coverage(page.t("{area}: which questions are answered", {{"area", label_of(areas(), area, page)}}),
                        page.t("Municipality"), covered, joint.questions);
    }
}

/// Which sections each report says that it has; who does not say stands there as unknown.
void write_sections_stated(ReportWriter& writer, const Joint& joint) {
    const auto& page = writer.page;
    const auto states = [&](const std::string& whose) {
        std::vector<std::string> sections;
        const auto& rounds = joint.rounds.at(whose);
        for (const auto& round : rounds)
            for (const auto& one : round.sections) base::add_once(sections, one);
        return sections;
    };
    if (std::ranges::all_of(joint.who, [&](const std::string& whose) { return states(whose).empty(); })) return;
    print::Table table{.caption = page.t("Sections of the reports, as they state them"),
                       .headers = {{page.t("Municipality")},
                                   {page.t("Area")},
                                   {page.t("How it is")},
                                   {page.t("Recommendations")}},
                       .rows = {},
                       .numeric = {}};
    for (const auto& whose : joint.who) {
        const auto sections = states(whose);
        const auto cell = [&](const char* area, const char* section) {
            if (sections.empty()) return page.t("Not stated");
            return base::holds(sections, std::string(area) + section) ? page.t("Has a section") : page.t("No section");
        };
        for (const char* area : area_keys)
            table.rows.push_back({{joint.names.at(whose)},
                                  {label_of(areas(), area, page)},
                                  {cell(area, "_current")},
                                  {cell(area, "_recommendations")}});
    }
    writer.document.blocks.push_back({std::move(table)});
}

/// Municipality by area: how many questions have a finding; and which questions nobody answered anywhere.
void write_coverage(ReportWriter& writer, const Joint& joint) {
    const auto& page = writer.page;
    writer.heading(2, page.t("What is answered, and what is not"));
    print::Table table{.caption = page.t("Questions with an answer, by municipality and area"),
                       .headers = {{page.t("Municipality")}},
                       .rows = {},
                       .numeric = {false}};
    for (const char* area : area_keys) {
        table.headers.push_back({label_of(areas(), area, page)});
        table.numeric.push_back(true);
    }
    std::set<std::string> answered;
    for (const auto& whose : joint.who) {
        std::vector<print::Text> cells{{joint.names.at(whose)}};
        for (const char* area : area_keys) {
            std::set<std::string> codes;
            if (const auto found = joint.findings.find(whose); found != joint.findings.end()) {
                const auto& all = found->second;
                for (const auto& one : all)
                    if (one.area == area && !one.code.empty()) codes.insert(one.code);
            }
            answered.insert(codes.begin(), codes.end());
            cells.push_back({codes.empty() ? page.t("None") : page.translator().number(static_cast<double>(codes.size()))});
        }
        table.rows.push_back(std::move(cells));
    }
    writer.document.blocks.push_back({std::move(table)});
    write_matrices(writer, joint);
    std::vector<std::string> nowhere;
    for (const auto& question : joint.questions)
        if (!answered.contains(question.code)) nowhere.push_back(question.code + ". " + question.title);
    if (nowhere.empty()) return;
    writer.paragraph(writer.certainty.empty() ? page.t("Answered in no municipality:")
                                              : page.t("Without a finding as certain as that in any municipality:"),
                     print::Emphasis::strong);
    writer.list(std::move(nowhere));
}

void write_examples(ReportWriter& writer, const Joint& joint) {
    std::vector<std::pair<std::string, std::vector<ToldExample>>> by_whom;
    for (const auto& whose : joint.who)
        if (const auto found = joint.examples.find(whose); found != joint.examples.end())
            by_whom.emplace_back(joint.names.at(whose), found->second);
    writer.good_examples(by_whom);
}

/// What was asked, and where it stands.
void write_annexes(ReportWriter& writer, const Joint& joint) {
    const auto& page = writer.page;
    writer.what_was_asked(joint.questions);
    std::vector<std::string> sources;
    for (const auto& whose : joint.who) {
        const auto& rounds = joint.rounds.at(whose);
        for (const auto& round : rounds)
            if (!round.source.empty()) base::add_once(sources, round.source);
    }
    if (sources.empty()) return;
    writer.paragraph(page.t("Source: {source}", {{"source", base::joined(sources, "; ")}}), print::Emphasis::small);
}

print::Document joint_report(const Joint& joint, const std::string& certainty, const html::Page& page) {
    const auto& language = page.translator().language();
    const auto& first = joint.rounds.at(joint.who.front()).front();
    print::Document document{
        .title = first.title, .language = language.code, .right_to_left = language.right_to_left};
    document.footer = first.title;
    ReportWriter writer{page, document, certainty};
    writer.heading(1, first.title);
    std::vector<std::string> names;
    for (const auto& whose : joint.who) names.push_back(joint.names.at(whose));
    writer.paragraph(base::joined(names, ", "), print::Emphasis::lead);
    writer.which_certainty();
    std::string last;
    for (const auto& [whose, rounds] : joint.rounds) last = std::max(last, rounds.front().last_day);
    if (const auto day = base::parse_date(last))
        writer.paragraph(page.t("As it was on {date}.", {{"date", page.translator().date(*day)}}));
    writer.paragraph(joint.intro(page.request().tenant->id));
    writer.what_areas_mean();
    write_method(writer, joint);
    for (const char* area : area_keys) {
        writer.heading(2, label_of(areas(), area, page));
        for (const auto& whose : joint.who) write_section(writer, joint, whose, area);
    }
    write_examples(writer, joint);
    write_coverage(writer, joint);
    write_sections_stated(writer, joint);
    write_annexes(writer, joint);
    return document;
}

/// Marks of rounds that may be read from here, with what they are called.
html::components::Field joint_choice(const Pages& pages, const html::Page& page, std::string& mark) {
    const auto& own = page.request().tenant->id;
    const auto near = near_of(pages.municipalities, own);
    html::components::Field field{.name = "mark", .label = page.t("Mark")};
    pages.database.read([&](db::Connection& connection) {
        for (const auto row : connection.query(sql::marks, own)) {
            if (!near.may_read(row)) continue;
            const auto key = row.text("mark");
            if (!field.options.empty() && field.options.back().value == key) continue;
            field.options.push_back({key, key + ": " + row.text("title"), key == mark});
        }
        return 0;
    });
    if (mark.empty() && !field.options.empty()) {
        mark = field.options.front().value;
        field.options.front().selected = true;
    }
    return field;
}

struct JointFile {
    print::Document document;
    std::string name;
    std::size_t findings = 0;
};

/// Pages of so many more are laid out for minutes, and whoever waits for another PDF waits with them.
constexpr std::size_t most_findings_in_pdf = 3'000;

std::size_t number_of_findings(const Joint& joint) {
    std::size_t number = 0;
    for (const auto& [whose, findings] : joint.findings) number += findings.size();
    return number;
}

/// Nothing where the address names a mark that nobody has who may be read from here.
std::optional<JointFile> joint_file(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    std::string mark(request.query.get("mark"));
    joint_choice(pages, page, mark);
    const auto certainty = asked_certainty(request);
    const auto joint = joint_of(pages, mark, certainty, page);
    if (joint.who.empty()) return std::nullopt;
    return JointFile{joint_report(joint, certainty, page), base::slug(mark), number_of_findings(joint)};
}

/// It is kept, as a PDF, with one's own round of the mark. Who has none reads it alone.
void offer_edition(ReportView& view, const Pages& pages, const http::Request& request, const std::string& mark) {
    const html::Page page(request);
    const auto own = pages.database.read([&](db::Connection& connection) {
        for (const auto row : connection.query(sql::joint_rounds, mark, request.tenant->id))
            if (row.text("municipality_id") == request.tenant->id) return row.text("id");
        return std::string();
    });
    if (own.empty()) return;
    view.round = own;
    view.joint = true;
    view.editions_url = page.tenant_url("/staff/needs/rounds/" + own);
    if (!http::may(request, http::Role::coordinator)) return;
    view.keep_url = page.tenant_url("/staff/needs/report/editions");
    view.form_key = base::form_key_for(request.form.get("form_key"), pages.kinds->rounds.now());
}

}  // namespace

std::optional<print::Document> joint_edition(const Pages& pages, const http::Request& request, const std::string& mark) {
    const html::Page page(request);
    const auto joint = mark.empty() ? Joint{} : joint_of(pages, mark, "", page);
    if (joint.who.empty() || number_of_findings(joint) > most_findings_in_pdf) return std::nullopt;
    return joint_report(joint, "", page);
}

http::Response joint_report_page(const Pages& pages, const http::Request& request) {
    auto page = page_of_needs(request, html::Page(request).t("Report of several municipalities"));
    ReportView view{.url = page.tenant_url("/staff/needs/joint-report")};
    std::string mark(request.query.get("mark"));
    view.choices = {joint_choice(pages, page, mark), certainty_choice(request)};
    const auto certainty = asked_certainty(request);
    const auto joint = joint_of(pages, mark, certainty, page);
    view.has_round = !joint.who.empty();
    view.nothing = page.t("No round that you may read has a mark. Rounds with the same mark stand in one report.");
    if (!view.has_round) return html::render_page(page, templates::report_page(view, page));
    page.title = joint.rounds.at(joint.who.front()).front().title;
    const auto of_certainty = query_of_certainty(request);
    const auto query = "mark=" + html::url_encode(mark) + (of_certainty.empty() ? "" : "&" + of_certainty);
    offer_edition(view, pages, request, mark);
    if (number_of_findings(joint) <= most_findings_in_pdf) {
        view.formats = print::format_links(view.url + ".pdf", papers_of_joint_report, page, query);
    } else {
        view.problem =
            page.t("So many findings are read here or taken along as ODT. Choose how certain they are to be for a PDF.");
        view.keep_url.clear();
    }
    view.formats.push_back(print::odt_link(view.url + ".odt?" + query, page));
    view.document = print::on_page(joint_report(joint, certainty, page), page);
    return html::render_page(page, templates::report_page(view, page));
}

http::Response joint_report_pdf(const Pages& pages, const http::Request& request) {
    auto file = joint_file(pages, request);
    if (!file || file->findings > most_findings_in_pdf)
        return http::see_other(html::Page(request).tenant_url(
            "/staff/needs/joint-report" + (file ? "?mark=" + html::url_encode(request.query.get("mark")) : "")));
    file->document.size = print::format_of(request, papers_of_joint_report).size;
    return print::pdf_answer(file->document, file->name + ".pdf");
}

http::Response joint_report_odt(const Pages& pages, const http::Request& request) {
    const auto file = joint_file(pages, request);
    if (!file) return http::see_other(html::Page(request).tenant_url("/staff/needs/joint-report"));
    return print::odt_answer(file->document, file->name + ".odt");
}

}  // namespace digilots::needs
