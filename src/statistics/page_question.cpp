#include "statistics/page_question.h"

#include <algorithm>
#include <chrono>

#include "platform/base/time.h"
#include "platform/html/writer.h"
#include "statistics/shares.h"

namespace digilots::statistics {

namespace {

/// Before these, what the month so far holds tells nothing: the page opens with the month before.
constexpr std::chrono::day enough_days{8};

/// Where nothing is said the page splits by topic, if the measure has topics. A split that only another measure has is left
/// out: it was chosen before the measure.
http::Fields fields_of(const http::Request& request, const Offered& offered, base::Date today) {
    http::Fields fields = request.query;
    const bool says_when = fields.has("period") || fields.has("from") || fields.has("to");
    if (!says_when && today.day() < enough_days) fields.pairs.emplace_back("period", "last_month");
    const auto* measure = measure_in(fields, offered);
    if (measure == nullptr) return fields;
    if (!fields.has("by") && measure->find("topic")) fields.pairs.emplace_back("by", "topic");
    if (fields.has(compared_by)) fields.pairs.emplace_back("by", fields.get(compared_by));
    std::erase_if(fields.pairs, [&](const auto& pair) {
        const auto has_it = [&](const measures::Measure* one) { return has_dimension(*one, pair.second); };
        return pair.first == "by" && !has_it(measure) && std::ranges::any_of(offered, has_it);
    });
    std::erase_if(fields.pairs, [](const auto& pair) {
        const bool stands_beside = pair.first == compare_with || pair.first == share_of || pair.first == with_target;
        return stands_beside && pair.second.empty();
    });
    return fields;
}

/// What was chosen before the measure and says nothing of it.
void leave_out_impossible(http::Fields& fields, const Question& question, const Offered& offered) {
    const auto is_meant = [&](std::string_view word) {
        const auto is_whole = [&](const KnownShare& one) { return one.part == word || one.whole == word; };
        const auto has_it = [&](const measures::Measure* one) { return has_dimension(*one, word); };
        return std::ranges::any_of(known_shares(), is_whole) || std::ranges::any_of(offered, has_it);
    };
    const bool is_by_place = std::ranges::find(question.query.by, "place") != question.query.by.end();
    const bool by_place = question.measure->find("place") && !is_by_place;
    std::erase_if(fields.pairs, [&](const auto& pair) {
        if (pair.first == compare_with) return !by_place && pair.second.starts_with("place:");
        return pair.first == share_of && is_meant(pair.second) && !share_named(pair.second, question, offered);
    });
}

}  // namespace

/// The same question of another measure or period, which may be named or be dates.
std::string query_text(const Question& question, const std::string& measure, const std::string& period) {
    std::string text = "measure=" + html::url_encode(measure) + "&" + period;
    for (const std::string& dimension : question.query.by) text += "&by=" + html::url_encode(dimension);
    for (const auto& [dimension, key] : question.query.where) text += "&" + dimension + "=" + html::url_encode(key);
    const auto& beside = question.beside;
    if (beside.compared) text += "&compare=" + html::url_encode(beside.compared->word());
    if (!beside.share_word.empty()) text += "&share=" + html::url_encode(beside.share_word);
    if (beside.target) text += "&target=1";
    if (question.shared_topics_alone) text += "&" + std::string(topic_level) + "=" + std::string(shared_level);
    return text;
}

std::string query_text(const Question& question, const std::string& measure) {
    const auto& period = question.query.period;
    return query_text(question, measure,
                      "period=dates&from=" + base::format_date(period.from) + "&to=" + base::format_date(period.to));
}

std::string kept_query_text(const Question& question) {
    if (question.choice.name == "dates" || question.choice.name.empty()) return query_text(question, question.measure->key);
    return query_text(question, question.measure->key, "period=" + html::url_encode(question.choice.name));
}

std::string label_of(const Question& question, const measures::Row& row, const http::Tenant& tenant,
                     const i18n::Translator& translator) {
    std::string text;
    for (const std::string& dimension : question.query.by) {
        text += (text.empty() ? "" : ", ") + value_label(*question.measure, dimension, row.dimensions.at(dimension),
                                                         tenant, translator) +
                marks_at(question.circumstances, dimension, row.dimensions.at(dimension));
    }
    return text;
}

PageQuestion read_request(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    page.title = page.t(TEXT("Statistics"));
    page.staff = true;
    page.indexable = false;
    const base::Date today = base::to_civil(pages.clock.now(), request.tenant->zone).date;
    Offered offered = offered_to(request.identity, pages.measures);
    http::Fields fields = fields_of(request, offered, today);
    auto question = read_question(fields, offered, today, page.translator());
    if (question) {
        use_ids(*question, pages.measures, *request.tenant, page.translator());
        leave_out_impossible(fields, *question, offered);
        if (auto wrong = read_beside(*question, fields, offered, pages.measures, *request.tenant, today, page.translator()))
            question = base::failure(*std::move(wrong));
    }
    return {std::move(page), today, std::move(offered), std::move(fields), std::move(question)};
}

bool can_answer(const Question& question, const http::Request& request) {
    measures::Query query = question.query;
    query.municipalities = {request.tenant->id};
    return !question.measure->can_answer || question.measure->can_answer(query);
}

}  // namespace digilots::statistics
