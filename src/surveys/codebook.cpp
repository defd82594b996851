// What is asked and what rows hold, in the words of DDI-Codebook 2.5: for whoever reads files of results with another program.
#include <set>
#include <string>
#include <utility>

#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/html/tags.h"
#include "surveys/counting.h"
#include "surveys/pages.h"
#include "surveys/rows.h"
#include "surveys/told.h"

namespace digilots::surveys {

namespace {

std::string xml_words(const char* element, const std::string& text) {
    return std::string("<") + element + ">" + html::escaped(text) + "</" + element + ">";
}

/// In each language in which it is there, the survey's first one first.
std::string in_all_languages(const char* element, const Words& words, const std::string& first) {
    std::string xml;
    const auto add = [&](const std::string& language, const std::string& text) {
        if (text.empty()) return;
        xml += std::string("<") + element + " xml:lang=\"" + html::escaped(language) + "\">" + html::escaped(text) + "</" +
               element + ">";
    };
    if (const auto own = words.find(first); own != words.end()) add(first, own->second);
    for (const auto& [language, text] : words)
        if (language != first) add(language, text);
    return xml;
}

std::string begun_book(const std::string& first) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<codeBook xmlns=\"ddi:codebook:2_5\" version=\"2.5\" xml:lang=\"" +
           html::escaped(first) + "\">\n";
}

/// Its title, who asks, which edition is the newest, and when each round is.
std::string study_of(const Survey& survey, const html::Page& page) {
    auto xml = "<stdyDscr><citation><titlStmt>" + xml_words("titl", survey.title) + "</titlStmt><rspStmt>" +
               xml_words("AuthEnty", page.request().tenant->name) + "</rspStmt><verStmt>" +
               xml_words("version", page.t(TEXT("Edition {n}"), {{"n", std::to_string(survey.edition.number)}})) +
               "</verStmt></citation>";
    if (survey.rounds.empty()) return xml + "</stdyDscr>\n";
    xml += "<stdyInfo><sumDscr>";
    for (const auto& round : survey.rounds)
        for (const auto& [event, day] : {std::pair("start", round.opens), std::pair("end", round.closes)})
            xml += "<collDate date=\"" + base::format_date(day) + "\" event=\"" + event + "\">" + html::escaped(round.title) +
                   "</collDate>";
    return xml + "</sumDscr></stdyInfo></stdyDscr>\n";
}

/// The file as it is called when it is saved.
std::string file_of(const http::Request& request, const Survey& survey, const char* ending, const std::string& about = "") {
    const auto name = std::string(request.tenant->is_made_up ? http::made_up_files : "") + name_of_file(request, survey, ending);
    return "<fileDscr ID=\"file\"><fileTxt>" + xml_words("fileName", name) + "</fileTxt>" +
           (about.empty() ? "" : xml_words("notes", about)) + "</fileDscr>\n";
}

/// What a value means: in each language where it is one of the options.
std::string category_of(const Question& question, const std::string& value, const std::string& first, const html::Page& page) {
    const bool has_options = question.kind == Kind::choice || question.kind == Kind::matrix;
    const auto* option = has_options ? base::find_in(question.options, value, &Option::key) : nullptr;
    return "<catgry>" + xml_words("catValu", value) +
           (option ? in_all_languages("labl", option->label, first)
                   : xml_words("labl", value_on(page, question, value, first).text)) +
           "</catgry>";
}

/// A question, a line of a matrix or one of several: its words, its codes, of whom it is asked, since which edition.
std::string variable_in_words(const Question& question, const Counted& counted, bool is_earlier, const std::string& first,
                              const html::Page& page) {
    const auto name = html::escaped(variable_of(question, counted.part, is_earlier));
    const Asked asked{.question = question, .part = counted.part, .name = counted.name};
    auto xml = "<var ID=\"" + name + "\" name=\"" + name + "\" files=\"file\">" +
               xml_words("labl", heading_of(asked, page, first).text) + "<qstn>" +
               in_all_languages("qstnLit", question.label, first) + "</qstn>";
    if (question.shown_if)
        xml += xml_words("universe", page.t(TEXT("Asked of those who answered {value} to {question}"),
                                            {{"value", question.shown_if->value}, {"question", question.shown_if->question}}));
    for (const auto& value : counted.values) xml += category_of(question, value, first, page);
    const auto since = page.t(TEXT("Edition {n}"), {{"n", std::to_string(question.since)}});
    return xml + "<verStmt>" + xml_words("version", since) + "</verStmt></var>\n";
}

}  // namespace

http::Response questions_codebook(const Pages& pages, const http::Request& request) {
    const auto of = survey_asked(pages, request);
    if (!of.survey || of.survey->edition.definition.questions.empty()) return html::error_page(request, 404);
    const auto& survey = *of.survey;
    const html::Page page(request);
    const auto first = survey.first_language();
    const auto editions = Inside::of(pages.surveys).database.read(
        [&](db::Connection& connection) { return all_editions(connection, request.tenant->id, survey.id); });
    const auto about =
        page.t(TEXT("Each line says the variable and the code that it counts; steps that are told together are joined by a plus "
                    "sign. Numbers of fewer than five are hidden."));
    auto xml =
        begun_book(first) + study_of(survey, page) + file_of(request, survey, ".csv", about) + "<dataDscr>\n";
    std::set<std::string> told;
    // Each wording once: what was asked otherwise before is counted apart, and so it is a variable of its own.
    for (const auto& edition : editions)
        for (const auto& question : edition.definition.questions)
            for (const auto& counted : counted_of(question))
                if (told.insert(counted.name).second)
                    xml += variable_in_words(question, counted, &edition != &editions.front(), first, page);
    xml += "</dataDscr>\n</codeBook>\n";
    return http::download(std::move(xml), "application/xml; charset=utf-8", name_of_file(request, survey, "-questions.xml"));
}

http::Response codebook(const Pages& pages, const http::Request& request) {
    const auto of = survey_asked(pages, request);
    if (!of.survey || !of.survey->is_closed) return html::error_page(request, 404);
    const auto& survey = *of.survey;
    // It says what the columns of the rows mean: where no row can be taken out there is nothing that it is about.
    const auto columns = columns_of_rows(Inside::of(pages.surveys), request.tenant->id, survey).told;
    if (columns.empty()) return html::error_page(request, 404);
    const html::Page page(request);
    const auto first = survey.first_language();
    auto xml = begun_book(first) + study_of(survey, page) + file_of(request, survey, "-rows.csv") + "<dataDscr>\n";
    xml += "<var ID=\"round\" name=\"round\"><labl>" + html::escaped(page.t("Round")) + "</labl></var>\n";
    for (const auto& [question, counted] : columns) {
        const auto name = html::escaped(variable_of(question, counted.part));
        const Asked asked{.question = question, .part = counted.part, .name = counted.name};
        xml += "<var ID=\"" + name + "\" name=\"" + name + "\">" + xml_words("labl", heading_of(asked, page, first).text) +
               "<qstn>" + xml_words("qstnLit", said_in(question.label, first, first).text) + "</qstn>";
        for (const auto& value : counted.values)
            xml += "<catgry>" + xml_words("catValu", value) + xml_words("labl", value_on(page, question, value, first).text) +
                   "</catgry>";
        xml += "<catgry missing=\"Y\">" + xml_words("catValu", not_asked) + xml_words("labl", page.t("Not asked")) +
               "</catgry></var>\n";
    }
    xml += "</dataDscr>\n</codeBook>\n";
    return http::download(std::move(xml), "application/xml; charset=utf-8", name_of_file(request, survey, "-codebook.xml"));
}

}  // namespace digilots::surveys
