#include <algorithm>
#include <map>

#include "platform/base/lists.h"
#include "platform/base/seen.h"
#include "platform/base/text.h"
#include "platform/html/confirmation_page.h"
#include "platform/html/error_page.h"
#include "platform/html/not_theirs_page.h"
#include "platform/register/doubts.h"
#include "platform/register/other_units.h"
#include "platform/register/page_parts.h"
#include "platform/register/templates.h"

namespace digilots::register_ {

namespace {

std::string record_name(const Records& records, std::string_view id) {
    return std::string(records.declaration().key) + ":" + std::string(id);
}

/// What the address says of a new one: "new?place=…". Who works in a unit adds to it, unless they say otherwise.
Draft draft_of_address(const Records& records, const http::Request& request) {
    Draft draft;
    if (records.others().unit_of && request.identity && !request.identity->unit.empty()) draft["unit"] = {request.identity->unit};
    for (const auto& field : records.declaration().fields) {
        if (field.query_name.empty()) continue;
        if (request.query.has(field.query_name))
            draft[std::string(field.name)] = {std::string(request.query.get(field.query_name).substr(0, 200))};
        // A period is filled in with its last day, too.
        for (const auto& input : field.type->inputs(field))
            if (input != field.name && request.query.has(input))
                draft[input] = {std::string(request.query.get(input).substr(0, 200))};
    }
    return draft;
}

std::string mark_of_doubts(const std::vector<std::string>& doubts) {
    return doubts.empty() ? "" : base::mark_of(doubts);
}

/// What was typed is asked about once, and again where it is another doubt.
std::vector<std::string> doubts_to_ask(const Records& records, const http::Request& request, const Record* before,
                                       const Draft& draft) {
    auto doubts = doubts_about(records, around_of(records, request), before, draft);
    if (request.form.get("asked_about") == mark_of_doubts(doubts)) doubts.clear();
    return doubts;
}

void ask_about(FormView& view, const std::vector<std::string>& doubts, const html::Page& page) {
    view.doubts = doubts;
    view.asked_about = doubts.empty() ? page.request().form.get("asked_about").substr(0, 200) : mark_of_doubts(doubts);
    if (!doubts.empty()) view.button = page.t("Save anyway");
}

bool opens_form(const Register& declaration) {
    return declaration.size == Size::few || declaration.opens == Opens::form;
}

/// Where nothing can be chosen yet: the way to where it is made. No page is a dead end.
std::vector<html::Link> to_be_made_first(const Register& declaration, const Surroundings& around, const html::Page& page) {
    std::vector<html::Link> ways;
    if (!around.links || !may(page.request(), http::Role::editor)) return ways;
    for (const auto& field : declaration.fields) {
        const auto source = field.source.empty() ? around.links->end() : around.links->find(field.source);
        if (source == around.links->end() || source->second.path.empty() || !field.is_asked_when_new) continue;
        if (std::ranges::any_of(source->second.choices(around), &Choice::is_offered)) continue;
        const auto list = source->second.path.substr(0, source->second.path.find_last_not_of('/') + 1);
        ways.push_back({page.t("There is nothing to choose under “{field}” yet: make it first",
                               {{"field", around.t(field.title)}}),
                        page.tenant_url(list)});
    }
    return ways;
}

constexpr std::string_view mark_of_hint = "hint.";
constexpr std::size_t longest_hint = 2000;

/// Those that a form of before came with.
std::map<std::string, std::string, std::less<>> hints_of_form(const http::Fields& form) {
    std::map<std::string, std::string, std::less<>> hints;
    for (const auto& [name, text] : form.pairs)
        if (name.starts_with(mark_of_hint)) hints.emplace(name.substr(mark_of_hint.size()), base::cut(text, longest_hint));
    return hints;
}

http::Response show_new(const Records& records, const http::Request& request, const Draft& draft,
                        html::FormErrors errors, const std::optional<Record>& same = {},
                        const std::vector<std::string>& doubts = {}, std::map<std::string, std::string, std::less<>> hints = {}) {
    auto around = around_of(records, request);
    around.hints = hints.empty() ? hints_of_form(request.form) : std::move(hints);
    const auto& declaration = records.declaration();
    const auto page = register_page(records, request, around.t(declaration.words.add));
    FormView view{.errors = std::move(errors),
                  .url = list_url(page, records, "/new"),
                  .button = page.t(declaration.words.save),
                  .back_url = list_url(page, records)};
    for (const auto& [name, text] : around.hints) view.hints.emplace_back(std::string(mark_of_hint) + name, text);
    view.form_key = new_form_key(records, draft);
    view.around.links = to_be_made_first(declaration, around, page);
    ask_about(view, doubts, page);
    if (same) {
        view.same_name = name_of(records, *same, around);
        view.same_url = record_url(page, records, same->id);
    }
    view.sections = sections_of(declaration, Occasion::when_new, draft, view.errors, around);
    return html::render_page(page, templates::register_form(view, page), view.errors.empty() ? 200 : 422);
}

http::Response show_change(const Records& records, const http::Request& request, const Record& record,
                           Draft draft, html::FormErrors errors, const std::vector<std::string>& doubts = {}) {
    auto around = around_of(records, request);
    around.record = &record;
    const auto& declaration = records.declaration();
    const bool is_few = declaration.size == Size::few, is_page = !is_few && opens_form(declaration);
    const auto page = register_page(records, request,
                                    is_page ? name_of(records, record, around) : around.t(declaration.words.change));
    auto beside = beside_of(records, request, record, around, page);
    around.hints = beside.more.hints;
    if (is_few) draft["places"] = {std::to_string(records.all(around.municipality_id).size())};
    FormView view{.errors = std::move(errors)};
    view.url = record_url(page, records, record.id, opens_form(declaration) ? "" : "/change");
    view.back_url = opens_form(declaration) ? list_url(page, records) : record_url(page, records, record.id);
    const bool is_theirs = records.may_change(around, record);
    if (may(request, declaration.change) && is_theirs) view.button = page.t(declaration.words.save);
    ask_about(view, doubts, page);
    if (declaration.endings == Endings::removed && may(request, declaration.remove)) {
        view.remove_url = record_url(page, records, record.id, "/remove");
        view.remove = page.t(declaration.words.remove);
    }
    view.seen = records.mark_of(record);
    view.asks_all_checked = !declaration.verified.empty();
    view.all_checked = !typed(draft, "all_checked").empty();
    if (declaration.words.footnote.id[0])
        view.footnote = page.t(declaration.words.footnote, {{"key", record.id}});
    view.sections = sections_of(declaration, Occasion::when_changed, draft, view.errors, around);
    const int status = view.errors.empty() && doubts.empty() ? 200 : 422;
    if (is_few) view.history = std::move(beside.history);
    if (is_page) return html::render_page(page, templates::register_open_form(view, beside, page), status);
    return html::render_page(page, templates::register_form(view, page), status);
}

http::Response show_only(const Records& records, const http::Request& request,
                         const std::optional<Record>& record, const Draft& draft, html::FormErrors errors,
                         const std::vector<std::string>& doubts = {}) {
    const auto around = around_of(records, request);
    const auto& declaration = records.declaration();
    auto page = register_page(records, request, around.t(declaration.names.many));
    if (declaration.above.empty()) page.breadcrumbs.clear();
    FormView view{.errors = std::move(errors)};
    if (view.errors.empty() && doubts.empty()) view.done = done_text(request, declaration, page);
    if (declaration.around_only) view.around = declaration.around_only(record.value_or(Record{}), page);
    view.url = list_url(page, records);
    if (may(request, declaration.change)) view.button = page.t(declaration.words.save);
    ask_about(view, doubts, page);
    // Of two who choose first the later one has seen that nothing was chosen yet.
    view.seen = record ? records.mark_of(*record) : base::mark_of({});
    if (record) view.history = beside_of(records, request, *record, around, page).history;
    view.sections = sections_of(declaration, Occasion::when_changed, draft, view.errors, around);
    const int status = view.errors.empty() && doubts.empty() ? 200 : 422;
    return html::render_page(page, templates::register_form(view, page), status);
}

/// The record with the notice that it is not theirs, where the address names one.
http::Response of_another_unit(const Records& records, const http::Request& request) {
    auto page = record_page(records, request);
    if (page.status != 200) return html::not_theirs_page(request, who_changes_other_units);
    page.status = 403;
    return page;
}

/// Why it is not deleted while something belongs to it; "" where nothing does.
std::string held_text(const Records& records, const http::Request& request, const Record& record) {
    const html::Page page(request);
    const auto held = records.others().holds ? records.others().holds(record, page) : std::vector<std::string>{};
    if (held.empty()) return "";
    if (records.declaration().ends())
        return page.t("It is not deleted, because this belongs to it: {things}. Move that first, or end it instead.",
                      {{"things", base::joined(held, ", ")}});
    return page.t("It is not deleted, because this belongs to it: {things}. Move that first.",
                  {{"things", base::joined(held, ", ")}});
}

/// Why it does not end yet; "" where nothing has to be seen to.
std::string open_ends_text(const Records& records, const http::Request& request, const Record& record) {
    const html::Page page(request);
    const auto open = records.others().open_ends ? records.others().open_ends(record, page) : std::vector<std::string>{};
    if (open.empty()) return "";
    return page.t("It does not end yet, because of this: {things}. See to that first.", {{"things", base::joined(open, "; ")}});
}

base::Seen seen_in(const http::Request& request) {
    return base::Seen::mark(request.form.get("seen"));
}

/// A button pressed twice: what was typed is what stands, and nothing is left to be told but that it is done.
bool is_what_stands(const Records& records, const Surroundings& around, const Record& stands, const Draft& draft) {
    if (!typed(draft, "all_checked").empty() || !records.may_change(around, stands)) return false;
    Problems problems;
    const auto wanted = records.read(around, draft, stands, problems);
    return problems.empty() && wanted.position == stands.position &&
           std::ranges::none_of(records.declaration().fields,
                                [&](const Field& field) { return is_changed(field, stands, wanted); });
}

}  // namespace

http::Response new_page_filled(const Records& records, const http::Request& request, const Draft& draft,
                               std::map<std::string, std::string, std::less<>> hints) {
    // What is to be looked at is said before anybody saves it, also where something has still to be filled in.
    const auto around = around_of(records, request);
    Problems later;
    const auto proposed = records.read(around, draft, blank_record(records.declaration(), around), later);
    return show_new(records, request, draft, {}, {}, doubts_about(records.declaration(), around, nullptr, proposed),
                    std::move(hints));
}

http::Response new_page(const Records& records, const http::Request& request) {
    const auto& declaration = records.declaration();
    return show_new(records, request,
                    declaration.proposed ? declaration.proposed(records.all(request.tenant->id))
                                         : draft_of_address(records, request),
                    {});
}

http::Response add_record(Records& records, const http::Request& request) {
    const html::Page page(request);
    const bool is_few = records.declaration().size == Size::few;
    const auto draft = draft_of_form(records.declaration(), request.form);
    if (const auto doubts = doubts_to_ask(records, request, nullptr, draft); !doubts.empty()) {
        auto asked = show_new(records, request, draft, {}, {}, doubts);
        asked.status = 422;
        return asked;
    }
    const auto added = records.add(around_of(records, request), draft, request.identity->account_id);
    if (added && is_few) return http::see_other(list_url(page, records, "?added=1"));
    if (added) return http::see_other(record_url(page, records, added->id, "?added=1"));
    auto errors = errors_of(added.error().problems, page);
    if (is_few && records.declaration().adding == Adding::below_the_list)
        return list_again(records, request, draft, std::move(errors));
    return show_new(records, request, draft, std::move(errors), added.error().same);
}

http::Response change_page(const Records& records, const http::Request& request) {
    const auto around = around_of(records, request);
    const auto record = records.find(around, request.parameter("id"));
    if (!record) return html::error_page(request, 404);
    // Nobody types into what they cannot save.
    if (!may(request, records.declaration().change) || !records.may_change(around, *record))
        return record_page(records, request);
    return show_change(records, request, *record, records.draft_of(*record, around), {});
}

http::Response change_record(Records& records, const http::Request& request) {
    const html::Page page(request);
    const std::string id(request.parameter("id"));
    const auto draft = draft_of_form(records.declaration(), request.form);
    const auto around = around_of(records, request);
    const auto stands = records.find(around, id);
    const bool is_as_seen = stands && seen_in(request).is(records.mark_of(*stands));
    if (is_as_seen && records.may_change(around, *stands)) {
        const auto doubts = doubts_to_ask(records, request, &*stands, draft);
        if (!doubts.empty()) return show_change(records, request, *stands, draft, {}, doubts);
    }
    const auto changed = records.change(around, id, draft, request.identity->account_id, seen_in(request));
    const auto record = changed ? std::nullopt : records.find(around, id);
    const bool is_done =
        changed || (changed.error().changed_meanwhile() && record && is_what_stands(records, around, *record, draft));
    if (is_done && records.declaration().size == Size::few)
        return http::see_other(list_url(page, records, "?saved=1"));
    if (is_done) return http::see_other(record_url(page, records, id, "?saved=1"));
    if (changed.error().changed_meanwhile()) return http::changed_meanwhile(record_name(records, id));
    if (!record) return http::changed_meanwhile(record_name(records, id));
    return show_change(records, request, *record, draft, errors_of(changed.error().problems, page));
}

http::Response only_page(const Records& records, const http::Request& request) {
    const auto around = around_of(records, request);
    const auto record = records.find(around.municipality_id, around.municipality_id);
    return show_only(records, request, record, record ? records.draft_of(*record, around) : Draft{}, {});
}

http::Response save_only(Records& records, const http::Request& request) {
    const html::Page page(request);
    const auto around = around_of(records, request);
    const auto& id = around.municipality_id;
    const auto draft = draft_of_form(records.declaration(), request.form);
    const auto& actor = request.identity->account_id;
    const auto stands = records.find(id, id);
    // What the form does not ask stands beside what was typed.
    auto shown = stands ? records.draft_of(*stands, around) : Draft{};
    for (const auto& [input, values] : draft) shown[input] = values;
    if (!stands || seen_in(request).is(records.mark_of(*stands))) {
        const auto doubts = doubts_to_ask(records, request, stands ? &*stands : nullptr, draft);
        if (!doubts.empty()) return show_only(records, request, stands, shown, {}, doubts);
    }
    const auto saved = stands ? records.change(around, id, draft, actor, seen_in(request))
                              : records.add(around, draft, actor);
    const auto now = saved ? std::nullopt : records.find(id, id);
    const bool is_done =
        saved || (saved.error().changed_meanwhile() && now && is_what_stands(records, around, *now, draft));
    if (is_done) return http::see_other(list_url(page, records, "?saved=1"));
    if (saved.error().changed_meanwhile()) return http::changed_meanwhile(record_name(records, id));
    return show_only(records, request, stands, shown, errors_of(saved.error().problems, page));
}

http::Response end_record(Records& records, const http::Request& request) {
    const std::string id(request.parameter("id"));
    const auto around = around_of(records, request);
    const auto record = records.find(around, id);
    if (!record) return html::error_page(request, 404);
    if (!records.may_change(around, *record)) return of_another_unit(records, request);
    if (const auto open = record->has_ended() ? "" : open_ends_text(records, request, *record); !open.empty()) {
        html::FormErrors errors;
        errors.add("", open);
        return show_change(records, request, *record, records.draft_of(*record, around), std::move(errors));
    }
    if (!records.set_use(around, id, Records::Use::ended, request.identity->account_id,
                         seen_in(request)))
        return http::changed_meanwhile(record_name(records, id));
    return http::see_other(record_url(html::Page(request), records, id, "?saved=1"));
}

http::Response use_record_again(Records& records, const http::Request& request) {
    const std::string id(request.parameter("id"));
    const auto around = around_of(records, request);
    const auto record = records.find(around, id);
    if (!record) return html::error_page(request, 404);
    if (!records.may_change(around, *record)) return of_another_unit(records, request);
    // Something else may have come into its place meanwhile.
    Problems problems;
    records.check_same(around, &*record, *record, problems);
    if (!problems.empty())
        return show_change(records, request, *record, records.draft_of(*record, around),
                           errors_of(problems, html::Page(request)));
    if (!records.set_use(around, id, Records::Use::in_use, request.identity->account_id,
                         seen_in(request)))
        return http::changed_meanwhile(record_name(records, id));
    return http::see_other(record_url(html::Page(request), records, id, "?saved=1"));
}

http::Response verify_record(Records& records, const http::Request& request) {
    const std::string id(request.form.get("id"));
    const auto around = around_of(records, request);
    const auto record = records.find(request.tenant->id, id);
    if (record && !records.may_change(around, *record)) return of_another_unit(records, request);
    if (!records.verify(around, id, request.identity->account_id)) return html::error_page(request, 404);
    return http::see_other(record_url(html::Page(request), records, id, "?verified=1"));
}

http::Response delete_record(Records& records, const http::Request& request) {
    const auto around = around_of(records, request);
    const std::string id(request.parameter("id"));
    const auto record = records.find(around, id);
    if (!record) return html::error_page(request, 404);
    if (!records.may_change(around, *record)) return of_another_unit(records, request);
    if (const auto held = held_text(records, request, *record); !held.empty()) {
        html::FormErrors errors;
        errors.add("", held);
        return show_change(records, request, *record, records.draft_of(*record, around), std::move(errors));
    }
    if (!html::is_sure(request)) {
        const bool is_few = records.declaration().size == Size::few;
        const auto page = register_page(records, request, around.t(records.declaration().words.remove));
        return html::ask_first(page, {.url = record_url(page, records, id, is_few ? "/remove" : "/delete"),
                                      .text = page.t("Delete “{name}”? It cannot be brought back.",
                                                     {{"name", name_of(records, *record, around)}}),
                                      .confirm = page.title,
                                      .cancel_url = record_url(page, records, id)});
    }
    if (!records.remove(around, id, request.identity->account_id, seen_in(request)))
        return http::changed_meanwhile(record_name(records, id));
    return http::see_other(list_url(html::Page(request), records, "?deleted=1"));
}

}  // namespace digilots::register_
