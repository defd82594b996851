#include "platform/html/chosen.h"

#include <algorithm>

#include "platform/html/form_again.h"
#include "platform/html/form_filler.h"
#include "platform/html/shown_fields.h"
#include "platform/html/tags.h"
#include "platform/html/templates.h"
#include "platform/http/typed_form.h"

namespace digilots::html {

namespace {

constexpr std::string_view mark_of_choice = "shown_for.", show_button = "show";
constexpr int conflict = 409;

bool is_choice(const http::Request& request, std::string_view name) {
    return request.form.has(std::string(mark_of_choice) + std::string(name));
}

std::string chosen_in(const components::Field& choice) {
    if (choice.options.empty()) return choice.value;
    const auto selected = std::ranges::find_if(choice.options, &components::Option::selected);
    return (selected == choice.options.end() ? choice.options.front() : *selected).value;
}

ReadField as_sent(const http::Request& request, const std::string& name) {
    ReadField field;
    field.name = name;
    for (const auto value : request.form.all(name)) field.values.push_back(without_returns(std::string(value)));
    return field;
}

struct Brought {
    http::Fields fields = {};                 // for the form
    std::vector<std::string> left_over = {};  // typed where the form now has no such field
    std::vector<std::string> chosen = {};     // in words, what is not as the form was made for
    bool has_typed = false;
};

Brought brought_along(const http::Request& request, const std::vector<ReadField>& now) {
    const Shown shown(request.form.get("shown"));
    Brought brought;
    for (const auto& field : now) {
        const auto sent = as_sent(request, field.name);
        const bool chooses = is_choice(request, field.name);
        const auto before = request.form.get(std::string(mark_of_choice) + field.name);
        if (chooses && (field.values.empty() || field.values.front() != before))
            brought.chosen.insert(brought.chosen.end(), field.words.begin(), field.words.end());
        const bool is_known = shown.knows(field.name) || !sent.values.empty();
        const bool is_typed = !chooses && is_known && !shown.is(sent);
        brought.has_typed |= is_typed;
        for (const auto& value : is_typed ? sent.values : field.values) brought.fields.pairs.emplace_back(field.name, value);
    }
    for (const auto& [name, value] : request.form.pairs) {
        if (std::ranges::find(now, name, &ReadField::name) != now.end() || !shown.knows(name)) continue;
        if (!value.empty() && !shown.is(as_sent(request, name))) brought.left_over.push_back(value);
    }
    brought.has_typed |= !brought.left_over.empty();
    return brought;
}

std::string said_of(const Brought& brought, const Page& page) {
    std::string what;
    for (const auto& word : brought.chosen) what += (what.empty() ? "" : ", ") + word;
    if (what.empty()) return page.t(TEXT("Nothing is saved yet. Look at what is chosen, then press once more."));
    return page.t(TEXT("This is for {what} now, as you chose. Nothing is saved yet: look at it, then press once more."),
                  {{"what", what}});
}

}  // namespace

std::vector<std::pair<std::string, std::string>> made_for(const std::vector<components::Field>& choices) {
    std::vector<std::pair<std::string, std::string>> hidden;
    for (const auto& choice : choices) hidden.emplace_back(std::string(mark_of_choice) + choice.name, chosen_in(choice));
    return hidden;
}

std::optional<http::Request> chosen_otherwise(const http::Request& request, std::string_view path,
                                              std::initializer_list<std::string_view> carried) {
    bool is_other = request.form.has(show_button);
    std::vector<std::string> names(carried.begin(), carried.end());
    for (const auto& [mark, value] : request.form.pairs) {
        if (!mark.starts_with(mark_of_choice)) continue;
        names.push_back(mark.substr(mark_of_choice.size()));
        is_other |= request.form.has(names.back()) && request.form.get(names.back()) != value;
    }
    if (!is_other) return std::nullopt;
    http::Request other = request;
    other.method = http::Method::get;
    other.path = (request.tenant ? "/" + request.tenant->slug : "") + std::string(path);
    other.form = {};
    other.query = {};
    other.raw_query.clear();
    for (const auto& [name, value] : request.form.pairs) {
        if (value.empty() || std::ranges::find(names, name) == names.end()) continue;
        other.query.pairs.emplace_back(name, value);
        other.raw_query += (other.raw_query.empty() ? "" : "&") + url_encode(name) + "=" + url_encode(value);
    }
    return other;
}

http::Response shown_as_chosen(http::Response response, const http::Request& request, const http::Request& chosen) {
    const Page page(chosen);
    auto form = http::typed_form(request);
    const auto part = find_form(response.body, form.action);
    if (response.status != 200 || !part) return response;
    const auto now = read_fields(std::string_view(response.body).substr(part->begin, part->end - part->begin), page);
    auto brought = brought_along(request, now);
    if (request.form.has(show_button) && !brought.has_typed)
        return http::see_other(page.url(chosen.path) + (chosen.raw_query.empty() ? "" : "?" + chosen.raw_query));
    form.fields = std::move(brought.fields);
    if (auto filled = fill_form(response.body, form)) response.body = std::move(filled->html);
    const auto notice = components::notice({.text = said_of(brought, page), .kind = components::NoticeKind::warning,
                                            .announce = true}, page).html() +
                        templates::typed_texts(brought.left_over, page).html();
    const auto main = response.body.find("<main ");
    if (main != std::string::npos) response.body.insert(response.body.find('>', main) + 1, notice);
    mark_unsaved(response);
    response.status = conflict;
    return response;
}

}  // namespace digilots::html
