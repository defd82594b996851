// The questions of a survey, written by keyboard and without scripts.
#include <algorithm>
#include <array>

#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/html/error_page.h"
#include "surveys/asking.h"
#include "surveys/logic.h"
#include "surveys/pages.h"
#include "surveys/ready_made.h"
#include "surveys/staff_view.h"
#include "surveys/templates.h"
#include "surveys/typed_question.h"

namespace digilots::surveys {

namespace {

using html::components::Field;

constexpr std::size_t longest_key = 20;

i18n::Text title_of_kind(Kind kind) {
    switch (kind) {
        case Kind::choice:
            return TEXT("One answer of several");
        case Kind::several:
            return TEXT("Several answers");
        case Kind::scale:
            return TEXT("A scale");
        case Kind::number:
            return TEXT("A number");
        case Kind::matrix:
            return TEXT("Several lines with the same answers");
        default:
            return TEXT("A few words");
    }
}

constexpr std::array all_kinds{Kind::choice, Kind::several, Kind::scale, Kind::number, Kind::matrix, Kind::text};

std::string mark_of(const Edition& edition) {
    return std::to_string(edition.number) + "." + std::to_string(edition.version);
}

std::string language_name(const std::string& language) {
    return i18n::translator(language).language().own_name;
}

/// A field for each language: "Question (Svenska)".
std::vector<Field> in_languages(const Survey& survey, const std::string& name, const std::string& label,
                                const std::function<std::string(const std::string&)>& value, const html::FormErrors& errors,
                                bool is_needed = false) {
    std::vector<Field> fields;
    for (const auto& language : survey.languages)
        fields.push_back(Field{.name = name + "_" + language,
                               .label = label + " (" + language_name(language) + ")",
                               .value = value(language),
                               .optional = !is_needed || language != survey.first_language(),
                               .rows = 3}
                             .with(errors));
    return fields;
}

std::function<std::string(const std::string&)> said(const Words& words) {
    return [&words](const std::string& language) {
        const auto found = words.find(language);
        return found == words.end() ? std::string() : found->second;
    };
}

/// What was typed, where the form comes again.
std::function<std::string(const std::string&)> typed_in(const http::Request& request, const std::string& name) {
    return [&request, name](const std::string& language) { return std::string(request.form.get(name + "_" + language)); };
}

std::string about_question(const Question& question, const Survey& survey, const html::Page& page) {
    std::vector<std::string> parts{page.t(title_of_kind(question.kind))};
    if (question.is_required) parts.push_back(page.t("needs an answer"));
    if (!question.split.empty()) parts.push_back(page.t("results are split by it"));
    if (question.shown_if)
        if (const auto* asked = survey.edition.definition.find(question.shown_if->question))
            parts.push_back(
                page.t("only after “{answer}”",
                       {{"answer", value_on(page, *asked, question.shown_if->value, survey.first_language()).text}}));
    std::vector<std::string> missing;
    for (const auto& language : survey.languages)
        if (!question.label.contains(language)) missing.push_back(language_name(language));
    if (!missing.empty())
        parts.push_back(page.t("not translated into {languages}", {{"languages", base::joined(missing, ", ")}}));
    return base::joined(parts, "; ");
}

http::Response show_questions(const Surveys::Implementation& self, const Survey& survey, const http::Request& request,
                              html::FormErrors errors, int status) {
    html::Page page(request);
    begin_staff_page(page, survey, page.t("Questions: {title}", {{"title", survey.title}}));
    const auto& definition = survey.edition.definition;
    QuestionsView view{.url = page.tenant_url("/staff/surveys/" + survey.id + "/questions"), .seen = mark_of(survey.edition)};
    view.errors = std::move(errors);
    view.edition =
        survey.edition.number == 0 ? page.t("There are no questions yet.")
        : survey.edition.is_answered
            ? page.t(
                  "Edition {n} has been answered and stays as it is: the next change makes a new edition, and answers "
                  "to what is changed are counted apart.",
                  {{"n", std::to_string(survey.edition.number)}})
            : page.t("Edition {n}, not answered yet.", {{"n", std::to_string(survey.edition.number)}});
    int number = 0;
    for (const auto& question : definition.questions) {
        ++number;
        view.lines.push_back({question.key, std::to_string(number),
                              words_on(page, question.label, survey.first_language()).text,
                              about_question(question, survey, page), view.url + "/" + question.key, number > 1,
                              number < std::ssize(definition.questions)});
    }
    for (const auto kind : all_kinds)
        view.kinds.push_back({page.t(title_of_kind(kind)), view.url + "/new?kind=" + std::string(word_of(kind))});
    for (const auto& one : ready_made())
        view.ready_made.push_back({words_on(page, one.definition.title, survey.first_language()).text, one.key});
    for (const auto& one : shared_by_others(self, request.tenant->id))
        view.of_others.push_back({one.municipality + ": " + one.title, one.key});
    view.titles =
        in_languages(survey, "title", page.t("What respondents read as its name"), said(definition.title), view.errors);
    view.introductions = in_languages(survey, "introduction", page.t("What it is about and what for"),
                                      said(definition.introduction), view.errors);
    return html::render_page(page, templates::questions_page(view, page), status);
}

/// The survey with a definition as it would be, to be shown with what is wrong in it.
html::FormErrors refused_with(const html::Page& page, i18n::Text why) {
    html::FormErrors errors;
    errors.add("", page.t(why));
    return errors;
}

std::optional<Edition> edition_seen(const Survey& survey, const http::Request& request) {
    return request.form.get("seen") == mark_of(survey.edition) ? std::optional(survey.edition) : std::nullopt;
}

Words typed_words(const http::Request& request, const Survey& survey, const std::string& name, std::size_t most) {
    Words words;
    for (const auto& language : survey.languages)
        if (auto text = base::cut(base::clean(request.form.get(name + "_" + language)), most); !text.empty())
            words[language] = std::move(text);
    return words;
}

Definition changed_by(const Surveys::Implementation& self, const Survey& survey, const http::Request& request) {
    auto definition = survey.edition.definition;
    const auto action = request.form.get("action");
    const auto key = action.substr(std::min(action.find(':'), action.size() - 1) + 1);
    if (action.starts_with("up:")) return moved(std::move(definition), key, -1);
    if (action.starts_with("down:")) return moved(std::move(definition), key, 1);
    if (action.starts_with("remove:")) return without(std::move(definition), key);
    if (action.starts_with("add:"))
        if (const auto* added = base::find_in(ready_made(), key, &ReadyMade::key))
            return with_ready_made(std::move(definition), *added);
    if (action.starts_with("others:"))
        for (const auto& one : shared_by_others(self, request.tenant->id))
            if (one.key == key) return with_ready_made(std::move(definition), {one.key, one.definition});
    if (action == "words") {
        definition.title = typed_words(request, survey, "title", longest_label);
        definition.introduction = typed_words(request, survey, "introduction", longest_introduction);
    }
    return definition;
}

Field condition_field(const Question& question, const Survey& survey, const std::string& chosen, const html::Page& page,
                      const html::FormErrors& errors) {
    Field field{
        .name = "shown_if", .label = page.t("Of whom it is asked"), .options = {{"", page.t("Of everybody"), chosen.empty()}}};
    int number = 0;
    for (const auto& other : survey.edition.definition.questions) {
        ++number;
        if (other.key == question.key) continue;
        const auto group =
            std::to_string(number) + ". " + base::cut(words_on(page, other.label, survey.first_language()).text, 60);
        for (const auto& value : values_of(other)) {
            const auto key = other.key + "=" + value;
            field.options.push_back(
                {key,
                 page.t("Who answered: {answer}", {{"answer", value_on(page, other, value, survey.first_language()).text}}),
                 chosen == key, "", group});
        }
    }
    return field.with(errors);
}

Field split_field(const std::string& chosen, const html::Page& page, const html::FormErrors& errors) {
    const auto option = [&](const char* key, i18n::Text label) {
        return html::components::Option{key, page.t(label), chosen == key};
    };
    return Field{.name = "split",
                 .label = page.t("Results are split by it as"),
                 .options = {option("", TEXT("Not split by it")), option("gender", TEXT("Gender")), option("age", TEXT("Age")),
                             option("group", TEXT("Target group")), option("place", TEXT("Place")),
                             option("unit", TEXT("Unit")), option("role", TEXT("Role"))}}
        .with(errors);
}

Field source_field(const std::string& typed, const html::Page& page, const html::FormErrors& errors) {
    return Field{.name = "source",
                 .label = page.t("Whose question it is, and of which year"),
                 .value = typed,
                 .hint = page.t("Where it is taken from another survey, to stand beside its figures."),
                 .optional = true}
        .with(errors);
}

/// The question of the address, or a new one of the kind that is asked for; nothing where there is neither.
std::optional<Question> question_asked(const Survey& survey, const http::Request& request) {
    const auto key = base::cut(request.parameter("question"), longest_key);
    if (key != "new") {
        const auto* found = survey.edition.definition.find(key);
        return found ? std::optional(*found) : std::nullopt;
    }
    const auto kind = kind_of(request.form.has("kind") ? request.form.get("kind") : request.query.get("kind"));
    if (!kind || survey.edition.definition.questions.size() >= most_questions) return std::nullopt;
    Question added{.key = "q" + std::to_string(survey.edition.definition.next_key), .kind = *kind};
    // A number is no scale of five: of what is typed most is within these.
    constexpr std::int64_t most_of_numbers = 1000;
    if (*kind == Kind::number) {
        added.least = 0;
        added.most = most_of_numbers;
    }
    return added;
}

/// Of scales and numbers: the lowest and the highest, as typed where it is shown again.
std::vector<Field> number_fields(const Question& question, const http::Request& request, const html::Page& page,
                                 const html::FormErrors& errors) {
    if (question.kind != Kind::scale && question.kind != Kind::number) return {};
    const auto number = [&](const char* name, std::string label, std::int64_t stored) {
        const bool is_again = request.method == http::Method::post;
        Field field{.name = name,
                    .label = std::move(label),
                    .value = is_again ? std::string(request.form.get(name)) : std::to_string(stored)};
        field.input_mode = "numeric";
        return field.with(errors);
    };
    return {number("least", page.t("Lowest number"), question.least), number("most", page.t("Highest number"), question.most)};
}

Field alone_field(std::string value, const html::Page& page, const html::FormErrors& errors) {
    return Field{.name = "alone",
                 .label = page.t(TEXT("Answer that is given alone")),
                 .value = std::move(value),
                 .hint = page.t(TEXT("Such as “None of these”: nobody chooses another one with it. As it stands above."))}
        .with(errors);
}

http::Response show_question(const Survey& survey, const http::Request& request, const Question& question,
                             html::FormErrors errors, int status) {
    html::Page page(request);
    const bool is_new = request.parameter("question") == "new";
    const bool is_again = request.method == http::Method::post;
    begin_staff_page(page, survey, is_new ? page.t("New question") : page.t("Change the question"));
    QuestionView view{
        .url = page.tenant_url("/staff/surveys/" + survey.id + "/questions/" + std::string(request.parameter("question"))),
        .back_url = page.tenant_url("/staff/surveys/" + survey.id + "/questions"),
        .seen = mark_of(survey.edition),
        .kind = std::string(word_of(question.kind))};
    view.errors = std::move(errors);
    const auto value = [&](const char* name, std::function<std::string(const std::string&)> stored) {
        return is_again ? typed_in(request, name) : std::move(stored);
    };
    const auto options = [&](const std::vector<Option>& of) {
        return [&of](const std::string& language) { return lines_text(of, language); };
    };
    view.words = in_languages(survey, "label", page.t("Question"), value("label", said(question.label)), view.errors, true);
    view.helps =
        in_languages(survey, "help", page.t("Help below the question"), value("help", said(question.help)), view.errors);
    if (question.kind == Kind::matrix)
        view.areas = in_languages(survey, "lines", page.t("Lines, one a line"), value("lines", options(question.lines)),
                                  view.errors, true);
    if (question.kind == Kind::choice || question.kind == Kind::several || question.kind == Kind::matrix)
        for (auto& field : in_languages(survey, "options", page.t("Answers, one a line"),
                                        value("options", options(question.options)), view.errors, true))
            view.areas.push_back(std::move(field));
    if (!view.areas.empty() && !question.options.empty())
        view.areas.front().hint = page.t("A line that you write anew in its place stays the same answer, also for goals that are "
                                         "counted from it. For another answer take the line away, save, and add the new one.");
    view.numbers = number_fields(question, request, page, view.errors);
    if (question.kind == Kind::scale) {
        view.ends = in_languages(survey, "lowest", page.t("What the lowest means"), value("lowest", said(question.lowest)),
                                 view.errors);
        for (auto& field : in_languages(survey, "highest", page.t("What the highest means"),
                                        value("highest", said(question.highest)), view.errors))
            view.ends.push_back(std::move(field));
    }
    view.required = {.name = "required",
                     .label = page.t("It needs an answer"),
                     .value = "1",
                     .checked = is_again ? request.form.get("required") == "1" : question.is_required};
    const auto condition = is_again ? std::string(request.form.get("shown_if")) : condition_text(question);
    view.condition = condition_field(question, survey, condition, page, view.errors);
    view.has_conditions = view.condition.options.size() > 1;
    view.can_be_alone = question.kind == Kind::several;
    const auto alone = is_again ? std::string(request.form.get("alone")) : alone_text(question, survey.first_language());
    view.alone = alone_field(alone, page, view.errors);
    view.can_split = question.kind == Kind::choice;
    view.split = split_field(is_again ? std::string(request.form.get("split")) : question.split, page, view.errors);
    view.source = source_field(is_again ? std::string(request.form.get("source")) : question.source, page, view.errors);
    return html::render_page(page, templates::question_page(view, page), status);
}

std::string record_of(const Survey& survey) {
    return "survey:" + survey.id;
}

std::string actor_of(const http::Request& request) {
    return request.identity ? request.identity->account_id : "";
}

}  // namespace

OfStaff survey_asked(const Pages& pages, const http::Request& request) {
    OfStaff of{Inside::of(pages.surveys).list(request.tenant->id), nullptr};
    of.survey = base::find_in(*of.list, request.parameter("id"), &Survey::id);
    return of;
}

void begin_staff_page(html::Page& page, const Survey& survey, std::string title) {
    page.title = std::move(title);
    page.staff = true;
    page.indexable = false;
    page.breadcrumbs = {{page.t("Surveys"), page.tenant_url("/staff/surveys")},
                        {survey.title, page.tenant_url("/staff/surveys/" + survey.id)},
                        {page.title, "", true}};
}

http::Response questions_page(const Pages& pages, const http::Request& request) {
    const auto of = survey_asked(pages, request);
    return of.survey ? show_questions(Inside::of(pages.surveys), *of.survey, request, {}, 200) : html::error_page(request, 404);
}

http::Response change_questions(const Pages& pages, const http::Request& request) {
    const auto of = survey_asked(pages, request);
    if (!of.survey) return html::error_page(request, 404);
    const auto& survey = *of.survey;
    const html::Page page(request);
    const auto seen = edition_seen(survey, request);
    if (!seen) return http::changed_meanwhile(record_of(survey));
    const auto& self = Inside::of(pages.surveys);
    auto definition = changed_by(self, survey, request);
    if (definition.questions.size() > most_questions)
        return show_questions(self, survey, request,
                              refused_with(page, TEXT("A survey has at most 60 questions. Remove some first.")), 422);
    if (const auto fault = fault_of_logic(definition))
        return show_questions(self, survey, request, refused_with(page, text_of(*fault)), 422);
    const auto saved =
        save_edition(self, request.tenant->id, survey.id, *seen, std::move(definition), actor_of(request));
    if (saved == Saved::changed_meanwhile) return http::changed_meanwhile(record_of(survey));
    return http::see_other(page.tenant_url("/staff/surveys/" + survey.id + "/questions"));
}

http::Response question_page(const Pages& pages, const http::Request& request) {
    const auto of = survey_asked(pages, request);
    const auto question = of.survey ? question_asked(*of.survey, request) : std::nullopt;
    if (question) return show_question(*of.survey, request, *question, {}, 200);
    if (!of.survey || request.parameter("question") != "new") return html::error_page(request, 404);
    // Which kind it is of is chosen there.
    return http::see_other(html::Page(request).tenant_url("/staff/surveys/" + of.survey->id + "/questions"));
}

http::Response save_question(const Pages& pages, const http::Request& request) {
    const auto of = survey_asked(pages, request);
    const auto question = of.survey ? question_asked(*of.survey, request) : std::nullopt;
    if (!question) return html::error_page(request, 404);
    const auto& survey = *of.survey;
    const html::Page page(request);
    const auto seen = edition_seen(survey, request);
    if (!seen) return http::changed_meanwhile(record_of(survey));
    const auto typed = read_question(request.form, *question, survey.languages, survey.edition.definition);
    if (!typed.faults.empty()) {
        html::FormErrors errors;
        for (const auto& [field, text] : typed.faults) errors.add(field, page.t(text));
        return show_question(survey, request, typed.question, std::move(errors), 422);
    }
    auto definition = with_question(survey.edition.definition, typed.question);
    if (request.parameter("question") == "new") ++definition.next_key;
    const auto saved =
        save_edition(Inside::of(pages.surveys), request.tenant->id, survey.id, *seen, std::move(definition), actor_of(request));
    if (saved == Saved::changed_meanwhile) return http::changed_meanwhile(record_of(survey));
    return http::see_other(page.tenant_url("/staff/surveys/" + survey.id + "/questions"));
}

}  // namespace digilots::surveys
