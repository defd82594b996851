#include "statistics/totals.h"

#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "statistics/page_question.h"

namespace digilots::statistics {

namespace {

/// "stated in 12 of 40": a sum of what may be left out says of how many it is the sum; a share and a mean say it, too.
std::string stated_of(const Question& whole, const measures::Value& value, const html::Page& page) {
    if (!whole.measure->stated) return measures::parts_text(whole.measure->kind, value, page.translator());
    measures::Query query = whole.query;
    query.municipalities = {page.request().tenant->id};
    const auto [stated, all] = whole.measure->stated(query);
    return page.tn("stated in {stated} of {n} inquiry", "stated in {stated} of {n} inquiries", all,
                   {{"stated", page.translator().number(static_cast<double>(stated))}});
}

/// "minutes"; nothing where the title is the unit.
std::string unit_beside(const measures::Measure& measure, const measures::Value& value, const html::Page& page) {
    if (measure.kind == measures::Kind::share) return "";
    const bool is_one = measures::number_of(measure.kind, value) == 1.0 && measure.unit_of_one != i18n::Text{};
    const std::string unit = page.t(is_one ? measure.unit_of_one : measure.unit);
    const bool says_it = base::lower(page.t(measure.title)) == base::lower(page.t(measure.unit));
    return says_it ? "" : unit;
}

}  // namespace

std::string why_unknown(const Question& question, const measures::Value& value, const html::Page& page) {
    if (value.amount != 0 || value.of != 0) return "";
    const auto& municipality = page.request().tenant->id;
    if (!measures::was_ever_counted(*question.measure, municipality)) return page.t(TEXT("Nobody has counted this yet."));
    if (measures::was_counted_in(*question.measure, municipality, question.query)) return "";
    return page.t(TEXT("Nobody counted this in this period."));
}

std::vector<Total> totals_of(const Offered& offered, const Question& question, const html::Page& page) {
    std::vector<Total> totals;
    for (const auto* measure : offered) {
        Question whole = question;
        whole.measure = measure;
        whole.query.by.clear();
        std::vector<std::string> not_limited;
        for (const auto& [dimension, key] : question.query.where)
            if (!measure->find(dimension)) not_limited.push_back(split_title(*question.measure, dimension, page.translator()));
        const auto url = page.tenant_url("/staff/statistics?" + query_text(question, measure->key));
        if (!not_limited.empty()) {
            // The figure of all beside figures of a part would be taken for one of the part.
            totals.push_back({page.t(measure->title), "–", "", url, false,
                              page.t(TEXT("Cannot be limited by: {limits}"), {{"limits", base::joined(not_limited, ", ")}})});
            continue;
        }
        if (!can_answer(whole, page.request())) {
            totals.push_back({page.t(measure->title), "–", "", url, measure == question.measure});
            continue;
        }
        const auto value = answer(whole, {page.request().tenant->id}).front().value;
        if (const auto why = why_unknown(whole, value, page); !why.empty()) {
            totals.push_back({page.t(measure->title), "–", "", url, measure == question.measure, why});
            continue;
        }
        totals.push_back({page.t(measure->title), measures::value_text(measure->kind, value, page.translator()),
                          unit_beside(*measure, value, page), url, measure == question.measure, stated_of(whole, value, page)});
    }
    return totals;
}

}  // namespace digilots::statistics
