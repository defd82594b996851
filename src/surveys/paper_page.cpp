// Answers that come on paper or by dots, typed in; slips with codes.
#include <algorithm>

#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/html/error_page.h"
#include "platform/http/may.h"
#include "platform/http/never_kept.h"
#include "platform/print/format.h"
#include "platform/print/qr.h"
#include "surveys/asking.h"
#include "surveys/codes.h"
#include "surveys/pages.h"
#include "surveys/sheet.h"
#include "surveys/staff_view.h"
#include "surveys/templates.h"

namespace digilots::surveys {

namespace {

using html::components::Field;

constexpr std::int64_t largest_sheet = 999'999, most_dots = 500, most_codes = 200;

Field numeric(std::string name, std::string label, std::string value, const html::FormErrors& errors) {
    Field field{.name = std::move(name), .label = std::move(label), .value = std::move(value)};
    field.input_mode = "numeric";
    field.autocomplete = "off";
    return field.with(errors);
}

/// The one question that dots are put to: the first with answers to choose from.
const Question* dotted(const Definition& definition) {
    const auto found = std::ranges::find_if(definition.questions, [](const Question& one) {
        return one.kind == Kind::choice && !one.shown_if && one.split.empty();
    });
    return found == definition.questions.end() ? nullptr : &*found;
}

struct Entering {
    html::Page page;
    OfStaff of;
    const Survey& survey;
    const Round* round;
    bool has_address;                       // of the site: slips lead to it
};

std::string next_sheet(std::string_view saved) {
    const auto number = number_in(saved);
    return number && *number < largest_sheet ? std::to_string(*number + 1) : "";
}

void add_lines(PaperView& view, const Entering& entering, const http::Fields& form) {
    const auto& first = entering.survey.first_language();
    int number = 0;
    for (const auto& question : entering.survey.edition.definition.questions) {
        Field field{.name = question.key,
                    .label = std::to_string(++number) + ". " + words_on(entering.page, question.label, first).text,
                    .value = std::string(form.get(question.key)),
                    .hint = key_to(question, entering.page.translator().language().code, first),
                    .optional = true};
        field.autocomplete = "off";
        if (question.kind == Kind::matrix)
            field.hint += ". " + entering.page.tn("A number for the only line.",
                                                  "A number for each of the {n} lines, with spaces: 0 is not answered.",
                                                  std::ssize(question.lines));
        view.lines.push_back({"", "", "", field.with(view.errors)});
    }
}

void add_dots(PaperView& view, const Entering& entering, const http::Fields& form) {
    const auto* question = dotted(entering.survey.edition.definition);
    if (!question) return;
    view.dots_question = words_on(entering.page, question->label, entering.survey.first_language()).text;
    view.dots_sheet =
        numeric("dots_sheet", entering.page.t("Number of the sheet"), std::string(form.get("dots_sheet")), view.errors);
    for (const auto& option : question->options) {
        const auto name = "dots_" + option.key;
        view.dots.push_back(numeric(name, words_on(entering.page, option.label, entering.survey.first_language()).text,
                                    std::string(form.get(name)), view.errors));
    }
}

http::Response show_paper(Entering& entering, const http::Request& request, html::FormErrors errors, int status) {
    auto& page = entering.page;
    const auto& survey = entering.survey;
    begin_staff_page(page, survey, page.t("Answers on paper: {title}", {{"title", survey.title}}));
    const auto url = page.tenant_url("/staff/surveys/" + survey.id), open = page.tenant_url("/surveys/" + survey.slug);
    PaperView view{.url = url + "/paper",
                   .dots_url = url + "/dots",
                   .codes_url = url + "/codes.pdf",
                   .form_url = open + "/form.pdf",
                   .screen_url = open + "?screen=1",
                   .answer_url = open + "?way=steps"};
    view.errors = std::move(errors);
    view.is_open = entering.round && !survey.edition.definition.questions.empty();
    view.can_make_codes = survey.needs_code && http::may(request, http::Role::coordinator);
    if (entering.round)
        view.round = page.t("Round: {title}, until {date}.",
                            {{"title", entering.round->title}, {"date", page.translator().date(entering.round->closes)}});
    const auto saved = request.query.get("saved");
    if (!saved.empty() && number_in(saved)) view.notice = page.t("Sheet {number} is saved.", {{"number", std::string(saved)}});
    if (request.query.get("dots") == "1") view.notice = page.t("The sheet of dots is saved.");
    const auto sheet = request.form.has("sheet") ? std::string(request.form.get("sheet")) : next_sheet(saved);
    view.sheet = numeric("sheet", page.t("Number of the sheet"), sheet, view.errors);
    if (!survey.is_vote()) add_lines(view, entering, request.form);
    add_dots(view, entering, request.form);
    view.has_address = entering.has_address;
    view.code_number = numeric("number", page.t("How many slips"), "20", view.errors);
    return http::never_kept(html::render_page(page, templates::paper_page(view, page), status));
}

/// The sheet's number; 0 and an error where it is none.
std::int64_t sheet_typed(const http::Request& request, const char* name, const html::Page& page, html::FormErrors& errors) {
    const auto number = number_in(request.form.get(name));
    if (number && *number >= 1 && *number <= largest_sheet) return *number;
    errors.add(name, page.t("Write the number of the sheet: each sheet has its own."));
    return 0;
}

void say_why(Taken taken, const char* field, const html::Page& page, html::FormErrors& errors) {
    if (taken == Taken::used_before)
        errors.add(field, page.t("A sheet with this number is entered already. Look at the number; nothing was saved twice."));
    if (taken == Taken::changed_meanwhile) errors.add("", page.t("The questions were changed just now. Open the page again."));
    if (taken == Taken::no_such_code) errors.add("", page.t("There is no such code. Write it as it stands on the slip."));
    if (taken == Taken::closed) errors.add("", page.t("The survey was closed just now. Nothing was sent."));
}

std::string once_of_sheet(const Round& round, const char* kind, std::int64_t number) {
    return std::string(sheet_once) + kind + ":" + round.id + ":" + std::to_string(number);
}

template <class Work>
http::Response entering_with(const Pages& pages, const http::Request& request, const Work& work) {
    auto of = survey_asked(pages, request);
    if (!of.survey) return html::error_page(request, 404);
    const auto& self = Inside::of(pages.surveys);
    Entering entering{html::Page(request), of, *of.survey, of.survey->open_round(self.today_in(request.tenant->zone)),
                      !self.neighbours.site.empty()};
    return work(self, entering);
}

}  // namespace

http::Response paper_page(const Pages& pages, const http::Request& request) {
    return entering_with(pages, request,
                         [&](const auto&, Entering& entering) { return show_paper(entering, request, {}, 200); });
}

http::Response enter_sheet(const Pages& pages, const http::Request& request) {
    return entering_with(pages, request, [&](const Surveys::Implementation& self, Entering& entering) {
        const auto& page = entering.page;
        const auto& definition = entering.survey.edition.definition;
        if (!entering.round) return show_paper(entering, request, {}, 422);
        html::FormErrors errors;
        const auto number = sheet_typed(request, "sheet", page, errors);
        TypedSheet typed;
        for (const auto& question : definition.questions) typed[question.key] = std::string(request.form.get(question.key));
        auto checked = read_sheet(definition, typed);
        add_faults(errors, checked.faults, definition, page, entering.survey.first_language());
        if (checked.answers.empty() && errors.empty())
            errors.add("", page.t("Nothing is answered yet. Answer at least one question."));
        if (!errors.empty()) return show_paper(entering, request, std::move(errors), 422);
        const auto taken =
            take(self, request.tenant->id, entering.survey, *entering.round,
                 {{.answers = to_text(checked.answers), .pair = "", .once = once_of_sheet(*entering.round, "form", number)}});
        say_why(taken, "sheet", page, errors);
        if (!errors.empty()) return show_paper(entering, request, std::move(errors), 422);
        const auto url = page.tenant_url("/staff/surveys/" + entering.survey.id + "/paper");
        return http::see_other(url + "?saved=" + std::to_string(number) + "#sheet");
    });
}

http::Response enter_dots(const Pages& pages, const http::Request& request) {
    return entering_with(pages, request, [&](const Surveys::Implementation& self, Entering& entering) {
        const auto& page = entering.page;
        const auto* question = dotted(entering.survey.edition.definition);
        if (!entering.round || !question) return show_paper(entering, request, {}, 422);
        html::FormErrors errors;
        const auto number = sheet_typed(request, "dots_sheet", page, errors);
        std::vector<Sent> sent;
        for (const auto& option : question->options) {
            const auto field = "dots_" + option.key;
            const auto typed = base::trim(request.form.get(field));
            const auto dots = typed.empty() ? std::optional<std::int64_t>(0) : number_in(typed);
            if (!dots || *dots < 0 || *dots > most_dots) {
                errors.add(field, page.t("Write a whole number from 0 to 500."));
                continue;
            }
            const auto answers = to_text(Answers{{question->key, {option.key}}});
            for (std::int64_t dot = 0; dot < *dots; ++dot) sent.push_back({.answers = answers});
        }
        if (sent.empty() && errors.empty())
            errors.add("dots_" + question->options.front().key, page.t("No dots are entered yet."));
        if (!errors.empty()) return show_paper(entering, request, std::move(errors), 422);
        sent.front().once = once_of_sheet(*entering.round, "dots", number);
        const auto taken = take(self, request.tenant->id, entering.survey, *entering.round, sent);
        say_why(taken, "dots_sheet", page, errors);
        if (!errors.empty()) return show_paper(entering, request, std::move(errors), 422);
        return http::see_other(page.tenant_url("/staff/surveys/" + entering.survey.id + "/paper?dots=1"));
    });
}

http::Response codes_file(const Pages& pages, const http::Request& request) {
    return entering_with(pages, request, [&](const Surveys::Implementation& self, Entering& entering) {
        const auto& page = entering.page;
        const auto number = number_in(request.form.get("number"));
        html::FormErrors errors;
        if (!number || *number < 1 || *number > most_codes) errors.add("number", page.t("Write a whole number from 1 to 200."));
        if (!errors.empty() || !entering.survey.needs_code || entering.survey.is_closed)
            return show_paper(entering, request, std::move(errors), 422);
        const auto codes =
            make_codes(self, request.tenant->id, entering.survey, static_cast<int>(*number), request.identity->account_id);
        print::Document document{.title = page.t("Slips: {title}", {{"title", entering.survey.title}}),
                                 .language = page.translator().language().code};
        document.right_to_left = page.translator().language().right_to_left;
        document.blocks.push_back({print::Heading{1, {document.title}}});
        const auto address = page.tenant_url("/surveys/" + entering.survey.slug);
        for (const auto& code : codes) {
            const auto whole = self.neighbours.site + address + "?slip=" + code;
            std::vector<print::Block> words{{print::Paragraph{{code, "", true}, print::Emphasis::number}},
                                            {print::Paragraph{{self.neighbours.site + address}}},
                                            {print::Paragraph{{page.t("For one answer. Nobody can see whose it was.")}}}};
            if (self.neighbours.site.empty()) {
                for (auto& block : words) document.blocks.push_back(std::move(block));
                continue;
            }
            std::vector<print::Block> picture{
                {print::Picture{page.t("Square code that opens the survey"), print::qr_code(whole), 80}}};
            document.blocks.push_back({print::Columns{{std::move(words), std::move(picture)}, {0.7, 0.3}}});
        }
        return http::told_nobody(print::pdf_answer(document, "slips.pdf"));
    });
}

http::Response form_file(const Pages& pages, const http::Request& request) {
    const auto& self = Inside::of(pages.surveys);
    const auto list = self.list(request.tenant->id);
    const auto* survey = base::find_in(*list, request.parameter("slug"), &Survey::slug);
    if (!survey || survey->edition.definition.questions.empty()) return html::error_page(request, 404);
    const html::Page page(request);
    const auto& definition = survey->edition.definition;
    const auto first = survey->first_language();
    const auto& language = page.translator().language();
    const auto words = [&](const Words& of) {
        const auto said = words_on(page, of, first);
        return print::Text{said.text, said.language};
    };
    const auto title = title_on(page, *survey);
    print::Document document{.title = title.text, .language = language.code, .right_to_left = language.right_to_left};
    document.footer = request.tenant->name;
    document.blocks.push_back({print::Heading{1, {title.text, title.language}}});
    if (!definition.introduction.empty()) document.blocks.push_back({print::Paragraph{words(definition.introduction)}});
    document.blocks.push_back(
        {print::Paragraph{{page.t("Sheet number: ________. Write no name. Put a cross, or a number on the line.")}}});
    int number = 0;
    for (const auto& question : definition.questions) {
        auto heading = words(question.label);
        heading.words = std::to_string(++number) + ". " + heading.words;
        document.blocks.push_back({print::Heading{2, heading}});
        const auto view = asked_view(question, number, definition, {}, {}, page, first);
        if (!view.note.empty()) document.blocks.push_back({print::Paragraph{{view.note}, print::Emphasis::small}});
        print::List boxes;
        int at = 0;
        if (question.kind == Kind::choice || question.kind == Kind::several)
            for (const auto& option : question.options) {
                auto text = words(option.label);
                text.words = "☐ " + std::to_string(++at) + ". " + text.words;
                boxes.items.push_back({text});
            }
        if (question.kind == Kind::scale)
            for (auto step = question.least; step <= question.most; ++step)
                boxes.items.push_back({{"☐ " + value_on(page, question, std::to_string(step), first).text}});
        if (!boxes.items.empty()) document.blocks.push_back({std::move(boxes)});
        if (question.kind == Kind::number || question.kind == Kind::text)
            document.blocks.push_back({print::Paragraph{{"______________________________"}}});
        if (question.kind != Kind::matrix) continue;
        print::Table table{heading.words, {{page.t("Line")}}, {}};
        for (const auto& option : question.options) {
            auto text = words(option.label);
            text.words = std::to_string(++at) + ". " + text.words;
            table.headers.push_back(text);
        }
        for (const auto& line : question.lines) {
            std::vector<print::Text> row{words(line.label)};
            row.resize(table.headers.size(), print::Text{"☐"});
            table.rows.push_back(std::move(row));
        }
        document.blocks.push_back({std::move(table)});
    }
    return print::pdf_answer(document, "survey.pdf");
}

}  // namespace digilots::surveys
