#include "platform/html/theirs.h"

#include <algorithm>
#include <functional>

#include "platform/base/lists.h"
#include "platform/html/form_filler.h"
#include "platform/html/form_reader.h"
#include "platform/html/shown_fields.h"
#include "platform/html/tags.h"
#include "platform/html/templates.h"

namespace digilots::html {

namespace {

using ReadFields = std::vector<ReadField>;

ReadFields fields_in(std::string_view html, const Part& form, const Page& page) {
    return read_fields(html.substr(form.begin, form.end - form.begin), page);
}

/// What was typed, with what is saved now in each field that the person left as it was shown.
http::TypedForm with_untouched(http::TypedForm typed, const ReadFields& mine, const ReadFields& saved) {
    const Shown shown(typed.shown);
    for (const auto& field : mine) {
        const auto theirs = std::ranges::find(saved, field.name, &ReadField::name);
        if (theirs == saved.end() || field.says_the_same(*theirs) || !shown.is(field)) continue;
        if (base::holds(typed.unchosen, field.name) || base::holds(typed.kept, field.name)) continue;
        std::erase_if(typed.fields.pairs, [&](const auto& pair) { return pair.first == field.name; });
        for (const auto& value : theirs->values) typed.fields.pairs.emplace_back(field.name, value);
    }
    return typed;
}

/// Groups that are folded on the page open only where there is something to choose.
void fold_quiet_groups(std::string& html, std::string_view now, const Part& form, const Part& form_now) {
    std::vector<bool> were_open;
    for (std::size_t at = now.find("<details", form_now.begin); at < form_now.end; at = now.find("<details", at + 1))
        were_open.push_back(has_word(next_tag(now, at), "open"));
    std::vector<std::size_t> places;
    for (std::size_t at = html.find("<details", form.begin); at < form.end; at = html.find("<details", at + 1))
        places.push_back(at);
    if (places.size() != were_open.size()) return;
    for (std::size_t i = places.size(); i-- > 0;) {
        const std::size_t end = std::min(html.find("</details>", places[i]), html.size());
        const std::string_view group = std::string_view(html).substr(places[i], end - places[i]);
        const bool asks = group.find("class=\"field theirs\"") != group.npos;
        const std::size_t open = find_word(next_tag(html, places[i]), "open");
        if (asks || were_open[i] || open == group.npos) continue;
        html.erase(places[i] + 1 + open, std::string_view("open").size());
    }
}

}  // namespace

PageWithTheirs with_theirs(std::string_view now, std::string filled, const http::TypedForm& typed, const Page& page) {
    PageWithTheirs result{std::move(filled)};
    const auto form_now = find_form(now, typed.action);
    auto form = find_form(result.html, typed.action);
    if (!form_now || !form) return result;
    result.is_entry = has_word(next_tag(result.html, result.html.rfind("<form", form->begin)), "data-entry");
    if (result.is_entry) return result;
    const ReadFields saved = fields_in(now, *form_now, page);
    if (auto merged = fill_form(now, with_untouched(typed, fields_in(result.html, *form, page), saved))) {
        result.html = std::move(merged->html);
        form = find_form(result.html, typed.action);
    }
    ReadFields mine = fields_in(result.html, *form, page);
    // From the end, so that the places before it stay where they are.
    std::ranges::stable_sort(mine, std::greater{}, &ReadField::place);
    const Shown shown(typed.shown);
    for (const auto& field : mine) {
        const auto theirs = std::ranges::find(saved, field.name, &ReadField::name);
        if (theirs == saved.end() || field.says_the_same(*theirs)) continue;
        if ((shown.is(*theirs) || base::holds(typed.kept, field.name)) && !base::holds(typed.unchosen, field.name)) {
            ++result.kept;
            continue;
        }
        const std::string id = "theirs-" + std::to_string(result.questions.size() + 1);
        result.questions.push_back({field.name, theirs->label, id, theirs->values, theirs->words});
        const std::string block = templates::theirs(result.questions.back(), page).html();
        result.html.insert(form->begin + field.place, block);
        form->end += block.size();
    }
    std::ranges::reverse(result.questions);
    fold_quiet_groups(result.html, now, *form, *form_now);
    return result;
}

}  // namespace digilots::html
