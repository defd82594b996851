// Handing over and closing: a choice and a note, in which nobody is named. Of two who do so at once the second is told.
#include "callbacks/implementation.h"
#include "callbacks/pages.h"
#include "callbacks/templates.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/html/not_theirs_page.h"
#include "platform/register/pages.h"
#include "platform/register/promised.h"

namespace digilots::callbacks {

namespace {

using html::components::Field;
using register_::Record, register_::Stepped, register_::Surroundings;

constexpr i18n::Text whose =
    TEXT("The call-back belongs to another unit. Ask somebody there, or an administrator. Nothing was changed.");

/// What was typed, or stands there when the page is opened.
struct TypedStep {
    std::string function = "", person = "", unit = "", outcome = "", note = "";
    bool is_sure = false;
};

TypedStep typed_in(const http::Request& request) {
    const auto one = [&](const char* name) { return std::string(request.form.get(name).substr(0, 200)); };
    return {.function = one("function"),
            .person = one("person"),
            .unit = one("unit"),
            .outcome = one("outcome"),
            .note = base::clean(request.form.get("note").substr(0, 8 * longest_note)),
            .is_sure = !request.form.get("note_as_it_is").empty()};
}

void check_note(const TypedStep& typed, const html::Page& page, html::FormErrors& errors) {
    if (base::length(typed.note) > longest_note)
        return errors.add("note", page.t("The note is too long: write at most 300 characters."));
    const auto doubt = doubt_about(typed.note);
    if (const auto wrong = personal_data_in(typed.note)) errors.add("note", page.t(*wrong));
    else if (doubt && !typed.is_sure) errors.add("note", page.t(*doubt));
}

std::optional<Record> asked_for(const Pages& pages, const http::Request& request) {
    return pages.callbacks.records().find(request.tenant->id, request.parameter("id"));
}

bool is_closed(const Record& call_back) { return call_back.text("state") != register_::waiting; }

html::Page page_of(const http::Request& request, const Record& call_back, i18n::Text title) {
    html::Page page(request);
    page.title = page.t(title);
    page.staff = true;
    page.indexable = false;
    const auto list = page.tenant_url("/staff/callbacks");
    page.breadcrumbs = {{page.t("Call-backs"), list},
                        {call_back.text("about"), list + "/" + call_back.id},
                        {page.title, "", true}};
    return page;
}

StepView view_of(const Pages& pages, const Record& call_back, const TypedStep& typed, html::FormErrors errors,
                 const html::Page& page) {
    const auto& self = Inside::of(pages.callbacks);
    auto around = self.around(page.request().tenant->id);
    around.words = &page.translator();
    StepView view{.errors = std::move(errors),
                  .seen = self.records.mark_of(call_back),
                  .back_url = page.tenant_url("/staff/callbacks/" + call_back.id),
                  .about = call_back.text("about")};
    for (const char* name : {"place_in_line", "function", "person", "tries", "outcome"}) {
        const auto& field = *self.records.declaration().find(name);
        for (const auto& line : field.type->show(field, call_back, around).lines)
            view.facts.push_back(page.t(field.title) + ": " + line);
    }
    view.note = Field{.name = "note",
                      .label = page.t("Note"),
                      .value = typed.note,
                      .hint = page.t("What a colleague needs to know. Never who asks: no name, no number, no address."),
                      .optional = true,
                      .rows = 3}
                    .with(view.errors);
    view.is_doubtful = !personal_data_in(typed.note) && doubt_about(typed.note);
    view.sure = Field{.name = "note_as_it_is", .label = page.t(it_names_nobody), .value = "1"};
    view.sure.checked = typed.is_sure;
    return view;
}

Field choice_of(const Callbacks::Implementation& self, const char* name, const std::string& chosen, const Surroundings& around,
                const html::FormErrors& errors) {
    const auto& field = *self.records.declaration().find(name);
    const auto choices = self.records.others().links.find(field.source)->second.choices(around);
    Field choice{.name = name, .label = around.t(field.title), .optional = true};
    choice.options = register_::options_of(chosen, choices);
    choice.options.insert(choice.options.begin(), {"", around.t(field.none_text), chosen.empty()});
    return choice.with(errors);
}

http::Response show_hand_over(const Pages& pages, const http::Request& request, const Record& call_back, const TypedStep& typed,
                              html::FormErrors errors) {
    const auto page = page_of(request, call_back, TEXT("Hand over"));
    const auto& self = Inside::of(pages.callbacks);
    auto view = view_of(pages, call_back, typed, std::move(errors), page);
    const auto around = register_::around_of(self.records, request);
    view.url = view.back_url + "/hand-over";
    view.button = page.t("Hand over");
    for (const auto& [name, chosen] : {std::pair("function", typed.function), {"person", typed.person}, {"unit", typed.unit}})
        view.choices.push_back(choice_of(self, name, chosen, around, view.errors));
    view.choices[1].label = page.t("Person");
    view.choices[0].hint = page.t("Who holds it, and the person below, may see to it whatever unit they are limited to.");
    return html::render_page(page, templates::step_page(view, page), view.errors.empty() ? 200 : 422);
}

http::Response show_close(const Pages& pages, const http::Request& request, const Record& call_back, const TypedStep& typed,
                          html::FormErrors errors) {
    const auto page = page_of(request, call_back, TEXT("Close the call-back"));
    auto view = view_of(pages, call_back, typed, std::move(errors), page);
    view.url = view.back_url + "/close";
    view.button = page.t("Close the call-back");
    Field outcome{.name = "outcome", .label = page.t("How it ended")};
    for (const auto& one : outcomes()(register_::around_of(pages.callbacks.records(), request)))
        outcome.options.push_back({one.key, one.label, one.key == typed.outcome});
    if (typed.outcome.empty()) outcome.options.insert(outcome.options.begin(), {"", page.t("Choose"), true});
    view.choices.push_back(outcome.with(view.errors));
    return html::render_page(page, templates::step_page(view, page), view.errors.empty() ? 200 : 422);
}

/// For who comes after somebody else has closed it: how it ended.
http::Response show_over(const Pages& pages, const http::Request& request, const Record& call_back) {
    const auto page = page_of(request, call_back, TEXT("The call-back is closed."));
    auto view = view_of(pages, call_back, {}, {}, page);
    view.is_over = true;
    return html::render_page(page, templates::step_page(view, page));
}

bool is_theirs(const Pages& pages, const http::Request& request, const Record& call_back) {
    const auto& records = pages.callbacks.records();
    return records.may_change(register_::around_of(records, request), call_back);
}

using PlainStep = Stepped (Callbacks::*)(const Surroundings&, std::string_view, std::string_view, const base::Seen&);

http::Response told(const Pages& pages, const http::Request& request, Stepped came_of) {
    return register_::told_of_step(pages.callbacks.records(), request, came_of, whose);
}

http::Response take_step(const Pages& pages, const http::Request& request, PlainStep step) {
    const auto around = register_::around_of(pages.callbacks.records(), request);
    const auto seen = base::Seen::mark(request.form.get("seen"));
    return told(pages, request, (pages.callbacks.*step)(around, request.parameter("id"), request.identity->account_id, seen));
}

}  // namespace

http::Response hand_over_page(const Pages& pages, const http::Request& request) {
    const auto call_back = asked_for(pages, request);
    if (!call_back) return html::error_page(request, 404);
    if (is_closed(*call_back)) return show_over(pages, request, *call_back);
    if (!is_theirs(pages, request, *call_back)) return html::not_theirs_page(request, whose);
    const TypedStep stands{.function = call_back->text("function"), .unit = call_back->text("unit")};
    return show_hand_over(pages, request, *call_back, stands, {});
}

http::Response hand_over(const Pages& pages, const http::Request& request) {
    const auto call_back = asked_for(pages, request);
    if (!call_back || is_closed(*call_back)) return told(pages, request, call_back ? Stepped::changed : Stepped::not_there);
    const html::Page page(request);
    const auto typed = typed_in(request);
    html::FormErrors errors;
    if (typed.function.empty() && typed.person.empty())
        errors.add("function", page.t("Choose a function or a person: it is somebody’s until the person has got an answer."));
    // The note would be lost: it belongs to what happens.
    const bool is_as_it_stands = typed.function == call_back->text("function") && typed.person == call_back->text("person") &&
                                 typed.unit == call_back->text("unit") &&
                                 request.form.get("seen") == Inside::of(pages.callbacks).records.mark_of(*call_back);
    if (errors.empty() && is_as_it_stands)
        errors.add("function", page.t("They have it already: choose who takes it over. Nothing was changed."));
    if (!is_theirs(pages, request, *call_back)) errors.add("function", page.t(whose));
    const auto around = register_::around_of(pages.callbacks.records(), request);
    const auto& self = Inside::of(pages.callbacks);
    for (const auto& [name, chosen] : {std::pair("function", typed.function), {"person", typed.person}, {"unit", typed.unit}}) {
        const auto& field = *self.records.declaration().find(name);
        const auto choices = self.records.others().links.find(field.source)->second.choices(around);
        const auto* choice = register_::find_choice(choices, chosen);
        const bool may_be_chosen = choice && (choice->is_offered || chosen == call_back->text(name));
        if (!chosen.empty() && !may_be_chosen)
            errors.add(name, page.t(TEXT("What you chose is there no more. Choose again.")));
    }
    check_note(typed, page, errors);
    if (!errors.empty()) return show_hand_over(pages, request, *call_back, typed, std::move(errors));
    return told(pages, request,
                pages.callbacks.hand_over(around, call_back->id, {typed.function, typed.person, typed.unit, typed.note},
                                          request.identity->account_id, base::Seen::mark(request.form.get("seen"))));
}

http::Response close_page(const Pages& pages, const http::Request& request) {
    const auto call_back = asked_for(pages, request);
    if (!call_back) return html::error_page(request, 404);
    if (is_closed(*call_back)) return show_over(pages, request, *call_back);
    if (!is_theirs(pages, request, *call_back)) return html::not_theirs_page(request, whose);
    return show_close(pages, request, *call_back, {}, {});
}

http::Response close_call_back(const Pages& pages, const http::Request& request) {
    const auto call_back = asked_for(pages, request);
    if (!call_back || is_closed(*call_back)) return told(pages, request, call_back ? Stepped::changed : Stepped::not_there);
    const html::Page page(request);
    const auto typed = typed_in(request);
    html::FormErrors errors;
    if (!is_theirs(pages, request, *call_back)) errors.add("outcome", page.t(whose));
    const auto around = register_::around_of(pages.callbacks.records(), request);
    const auto known = outcomes()(around);
    if (!register_::find_choice(known, typed.outcome)) errors.add("outcome", page.t("Choose how it ended."));
    check_note(typed, page, errors);
    if (!errors.empty()) return show_close(pages, request, *call_back, typed, std::move(errors));
    return told(pages, request,
                pages.callbacks.close(around, call_back->id, {typed.outcome, typed.note}, request.identity->account_id,
                                      base::Seen::mark(request.form.get("seen"))));
}

http::Response take_call_back(const Pages& pages, const http::Request& request) {
    return take_step(pages, request, &Callbacks::take);
}
http::Response note_try(const Pages& pages, const http::Request& request) {
    return take_step(pages, request, &Callbacks::note_try);
}
http::Response open_again(const Pages& pages, const http::Request& request) {
    return take_step(pages, request, &Callbacks::open_again);
}

}  // namespace digilots::callbacks
