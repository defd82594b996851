#include "statistics/choices.h"

#include <algorithm>

#include "platform/base/lists.h"
#include "platform/measures/time.h"
#include "statistics/shares.h"

namespace digilots::statistics {

namespace {

using html::components::Field;

constexpr std::size_t most_places = 200;

/// Where the form offers a dimension's values to limit the figures to: its field.
std::optional<Field> limit_field(const Question& question, const measures::Dimension& dimension, const html::Page& page) {
    const auto& municipality = page.request().tenant->id;
    auto keys = dimension.limits ? dimension.limits(municipality) : std::vector<std::string>{};
    if (keys.empty()) return std::nullopt;
    const auto found = question.query.where.find(dimension.key);
    const std::string chosen = found == question.query.where.end() ? "" : found->second;
    // What is gone stays chosen where its figures are looked at.
    if (!chosen.empty() && std::ranges::find(keys, chosen) == keys.end()) keys.push_back(chosen);
    Field field{.name = dimension.key, .label = page.t(dimension.title), .options = {{"", page.t(TEXT("All")), chosen.empty()}}};
    for (const auto& key : keys)
        field.options.push_back({key, dimension.label(key, municipality, page.translator()), key == chosen});
    return field;
}

/// Of all measures, as not all of them list places.
std::vector<std::string> places_of(const Pages& pages, std::string_view municipality) {
    std::vector<std::string> places;
    for (const auto& measure : pages.measures)
        if (const auto* place = measure.find("place"); place && place->limits)
            for (const auto& id : place->limits(municipality)) base::add_once(places, id);
    return places;
}

Field comparison_field(const Pages& pages, const Question& question, const html::Page& page) {
    const auto& compared = question.beside.compared;
    const auto chosen = compared ? compared->word() : "";
    Field field{.name = std::string(compare_with),
                .label = page.t(TEXT("Compared with another time or place")),
                .options = {{"", page.t(TEXT("Nothing")), chosen.empty()},
                            {"previous", page.t(TEXT("The period before")), chosen == "previous"},
                            {"year", page.t(TEXT("The year before")), chosen == "year"}}};
    const auto* dimension = question.measure->find("place");
    if (!dimension || base::holds(question.query.by, std::string("place"))) return field;
    const auto& tenant = *page.request().tenant;
    auto places = places_of(pages, tenant.id);
    if (places.size() > most_places) places.resize(most_places);
    for (const auto& place : places) {
        const auto word = "place:" + place;
        field.options.push_back({.value = word,
                                 .label = value_label(*question.measure, "place", place, tenant, page.translator()),
                                 .selected = chosen == word,
                                 .group = page.t(TEXT("Another place"))});
    }
    return field;
}

std::optional<Field> share_field(const Question& question, const Offered& offered, const html::Page& page) {
    const auto possible = possible_shares(question, offered);
    if (possible.empty()) return std::nullopt;
    const auto& chosen = question.beside.share_word;
    Field field{.name = std::string(share_of),
                .label = page.t(TEXT("As a part of")),
                .options = {{"", page.t(TEXT("Numbers alone")), chosen.empty()}}};
    for (const auto& key : possible) {
        Question of = question;
        of.beside.share = share_named(key, question, offered);
        if (of.beside.share) field.options.push_back({key, share_title(of, page.translator()), key == chosen});
    }
    return field;
}

Field target_field(const Question& question, const html::Page& page) {
    return {.name = std::string(with_target),
            .label = page.t(TEXT("What we aim at")),
            .options = {{"", page.t(TEXT("Not shown")), !question.beside.target},
                        {"1", page.t(TEXT("Shown beside it")), question.beside.target}}};
}

std::string address_of_question(const Question& question, const html::Page& page) {
    return page.tenant_url("/staff/statistics?" + query_text(question, question.measure->key));
}

}  // namespace

Filters filters_of(const Question& question, const html::Page& page) {
    Question whole = question;
    whole.query.where.clear();
    Filters filters{{}, page.tenant_url("/staff/statistics?" + query_text(whole, question.measure->key)), question.query.where};
    for (const auto& [dimension, key] : question.query.where) {
        Question without = question;
        without.query.where.erase(dimension);
        filters.limits.push_back({limit_words(question, dimension, key, *page.request().tenant, page.translator()),
                                  page.tenant_url("/staff/statistics?" + query_text(without, question.measure->key))});
    }
    // What a field of the form says is not sent twice.
    for (const auto& dimension : question.measure->dimensions)
        if (limit_field(question, dimension, page)) filters.kept.erase(dimension.key);
    return filters;
}

std::vector<Field> limits_of(const Question& question, const html::Page& page) {
    std::vector<Field> fields;
    for (const auto& dimension : question.measure->dimensions)
        if (auto limit = limit_field(question, dimension, page)) fields.push_back(*std::move(limit));
    return fields;
}

std::string compared_title(const Question& question, const http::Tenant& tenant, const i18n::Translator& translator) {
    const auto& compared = *question.beside.compared;
    if (compared.with == Comparison::With::place)
        return value_label(*question.measure, "place", compared.place, tenant, translator);
    return periods::name_of(compared.period, translator);
}

std::vector<html::Link> chips_of(const Question& question, const html::Page& page) {
    std::vector<html::Link> chips;
    const auto add = [&](const std::string& title, const Question& without) {
        chips.push_back({title, address_of_question(without, page)});
    };
    if (question.beside.compared) {
        Question without = question;
        without.beside.compared.reset();
        add(page.t(TEXT("Compared with: {what}"),
                   {{"what", compared_title(question, *page.request().tenant, page.translator())}}), without);
    }
    if (!question.beside.share_word.empty()) {
        Question without = question;
        without.beside.share_word.clear();
        add(share_title(question, page.translator()), without);
    }
    if (question.beside.target) {
        Question without = question;
        without.beside.target = false;
        add(page.t(TEXT("What we aim at")), without);
    }
    return chips;
}

std::vector<Field> choices_of(const Pages& pages, const Offered& offered, const Question& question, const html::Page& page) {
    Field measure{.name = "measure", .label = page.t(TEXT("What is counted"))};
    for (const auto* one : offered) measure.options.push_back({one->key, page.t(one->title), one == question.measure});
    Field by{.name = "by", .label = page.t(TEXT("Split up by"))};
    Field compared{.name = std::string(compared_by), .label = page.t(TEXT("Compare by"))};
    const auto chosen = [&](std::size_t which) { return question.query.by.size() > which ? question.query.by[which] : ""; };
    compared.options.push_back({"", page.t(TEXT("No comparison")), chosen(1).empty()});
    const auto add = [&](std::string_view dimension) {
        const auto title = split_title(*question.measure, dimension, page.translator());
        by.options.push_back({std::string(dimension), title, chosen(0) == dimension});
        compared.options.push_back({std::string(dimension), title, chosen(1) == dimension});
    };
    for (const auto& dimension : question.measure->dimensions) add(dimension.key);
    for (const std::string_view dimension : measures::time_dimensions()) add(dimension);
    const auto& named = question.choice.name;
    const auto period = named.empty() ? periods::name_in(page.request().query) : std::string_view(named);
    std::vector<Field> fields{measure, by, compared, periods::field_of(period, page)};
    fields.push_back(comparison_field(pages, question, page));
    if (auto share = share_field(question, offered, page)) fields.push_back(*std::move(share));
    if (share_of_part(question.measure->key) || question.beside.target) fields.push_back(target_field(question, page));
    return fields;
}

}  // namespace digilots::statistics
