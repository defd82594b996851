// What sends people to the desks: e-services and bodies, what stood in the way, and how that goes.
#include <algorithm>

#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/http/may.h"
#include "statistics/beside_view.h"
#include "statistics/statistics_page.h"
#include "statistics/templates.h"

namespace digilots::statistics {

namespace {

using html::components::Cell;
using html::components::Table;

constexpr int usual_days_of_sending = 90, months_of_trend = 12;
constexpr int days_around = 91, fewest_days_around = 28;
constexpr double days_of_a_month = 365.25 / 12;
constexpr std::size_t most_said = 20;
constexpr std::size_t most_senders = 40, most_lines = 4, most_barriers = 3;

struct Sender {
    std::string key, label;
    std::int64_t now = 0, before = 0;
    std::vector<std::pair<std::int64_t, std::string>> barriers = {};  // the most frequent first
};

/// One dimension of the inquiries: "e_service" or "body".
class Senders {
public:
    Senders(const measures::Measure& measure, const periods::Period& period, std::string dimension, const html::Page& page)
        : measure_(measure), period_(period), dimension_(std::move(dimension)), page_(page) {}

    std::int64_t all() const { return measures::total_of(measure_, rows(period_, {})).amount; }

    /// Nothing is said where too much would have to be read: it would look like zeros.
    bool is_too_much() const {
        return !can_answer_this(period_, {dimension_}) || !can_answer_this(period_, {dimension_, "barrier"}) ||
               !can_answer_this(periods::previous(period_), {dimension_});
    }

    std::vector<Sender> found() const {
        std::map<std::string, Sender> senders;
        for (const auto& row : rows(period_, {dimension_})) sender_of(senders, row).now += row.value.amount;
        for (const auto& row : rows(periods::previous(period_), {dimension_}))
            sender_of(senders, row).before += row.value.amount;
        for (const auto& row : rows(period_, {dimension_, "barrier"})) {
            const auto& barrier = row.dimensions.at("barrier");
            if (!barrier.empty()) sender_of(senders, row).barriers.emplace_back(row.value.amount, label("barrier", barrier));
        }
        for (const char* of_nobody : {"", "none"}) senders.erase(of_nobody);
        std::vector<Sender> list;
        for (auto& [key, sender] : senders) {
            std::ranges::sort(sender.barriers, std::ranges::greater());
            list.push_back(std::move(sender));
        }
        std::ranges::stable_sort(list, std::ranges::greater(), &Sender::now);
        return list;
    }

    Table table(const std::vector<Sender>& senders, std::int64_t all, std::string caption) const {
        Table table{.caption = std::move(caption),
                    .columns = {{measures::dimension_title(measure_, dimension_, page_.translator())},
                                {page_.t(measure_.title), true},
                                {page_.t(TEXT("Of all")), true},
                                {page_.t(TEXT("The period before")), true},
                                {page_.t(TEXT("What stood in the way most"))}},
                    .rows = {},
                    .empty = page_.t(TEXT("Nothing of this was noted in the period."))};
        for (const auto& sender : senders) {
            if (table.rows.size() == most_senders) break;
            table.rows.push_back({Cell{.text = sender.label},
                                  Cell{.text = number(sender.now), .url = rows_of(sender.key)},
                                  Cell{.text = part_text({sender.now, all}, page_.translator())},
                                  Cell{.text = number(sender.before)}, Cell{.text = barriers_of(sender)}});
        }
        return table;
    }

    /// Month by month, the last twelve, of those that send most.
    html::components::Chart trend(const std::vector<Sender>& senders, std::string title) const {
        const auto months = periods::newest(periods::Kind::month, period_.to, months_of_trend);
        std::map<std::pair<std::string, std::string>, std::int64_t> counted;
        html::components::Chart chart{.id = "trend-" + dimension_, .title = std::move(title), .dimension = "", .series = {}};
        chart.dimension = measures::dimension_title(measure_, "month", page_.translator());
        if (!can_answer_this({months.back().from, period_.to}, {dimension_, "month"})) return chart;
        for (const auto& row : rows({months.back().from, period_.to}, {dimension_, "month"}))
            counted[{row.dimensions.at(dimension_), row.dimensions.at("month")}] += row.value.amount;
        for (const auto& sender : senders) {
            if (chart.series.size() == most_lines) break;
            html::components::ChartSeries series{.title = sender.label, .points = {}};
            for (auto month = months.rbegin(); month != months.rend(); ++month) {
                const auto amount = counted[{sender.key, periods::key_of(*month)}];
                series.points.push_back({.label = periods::key_of(*month), .value = static_cast<double>(amount)});
            }
            chart.series.push_back(std::move(series));
        }
        return chart;
    }

    /// What a month has on average in the thirteen weeks before a day, or in those after it up to today; nothing where fewer
    /// than four of them are over.
    std::optional<double> mean_around(const std::string& key, base::Date day, bool is_after, base::Date today) const {
        periods::Period beside{base::add_days(day, -days_around), base::add_days(day, -1)};
        if (is_after) beside = {base::add_days(day, 1), std::min(base::add_days(day, days_around), base::add_days(today, -1))};
        const auto days = base::days_between(beside.from, beside.to) + 1;
        if (days < fewest_days_around) return std::nullopt;
        auto query = query_for(beside, {});
        query.where[dimension_] = key;
        if (measure_.can_answer && !measure_.can_answer(query)) return std::nullopt;
        const auto sum = measures::total_of(measure_, measure_.figures(query)).amount;
        return static_cast<double>(sum) * days_of_a_month / static_cast<double>(days);
    }

private:
    measures::Query query_for(const periods::Period& period, std::vector<std::string> by) const {
        return {.municipalities = {page_.request().tenant->id}, .period = period, .by = std::move(by), .where = {}};
    }
    bool can_answer_this(const periods::Period& period, std::vector<std::string> by) const {
        return !measure_.can_answer || measure_.can_answer(query_for(period, std::move(by)));
    }
    std::vector<measures::Row> rows(const periods::Period& period, std::vector<std::string> by) const {
        return measure_.figures(query_for(period, std::move(by)));
    }
    std::string label(const std::string& dimension, const std::string& key) const {
        return value_label(measure_, dimension, key, *page_.request().tenant, page_.translator());
    }
    Sender& sender_of(std::map<std::string, Sender>& senders, const measures::Row& row) const {
        const auto& key = row.dimensions.at(dimension_);
        auto& sender = senders[key];
        if (sender.label.empty()) sender = {.key = key, .label = label(dimension_, key)};
        return sender;
    }
    std::string number(std::int64_t amount) const { return page_.translator().number(static_cast<double>(amount)); }
    std::string barriers_of(const Sender& sender) const {
        std::vector<std::string> words;
        for (const auto& [amount, word] : sender.barriers) {
            if (words.size() == most_barriers) break;
            words.push_back(word + " " + number(amount));
        }
        return base::joined(words, ", ");
    }
    std::string rows_of(const std::string& key) const {
        Question question;
        question.measure = &measure_;
        question.query.period = period_;
        return rows_behind(question, {.dimensions = {{dimension_, key}}, .value = {}}, page_);
    }

    const measures::Measure& measure_;
    const periods::Period period_;
    const std::string dimension_;
    const html::Page& page_;
};

}  // namespace

namespace {

/// Each answer, and how many a month before and after what was mended.
Table said_table(const std::vector<OwnerSaid>& said, const measures::Measure& measure, const periods::Period& period,
                 base::Date today, const html::Page& page) {
    auto caption = page.t(TEXT("What owners answer, with a month’s mean of up to thirteen weeks before and after the day"));
    Table table{.caption = std::move(caption),
                .columns = {{page.t(TEXT("What it is about"))},
                            {page.t(TEXT("What was answered"))},
                            {page.t(TEXT("A month before")), true},
                            {page.t(TEXT("A month after")), true}},
                .rows = {}};
    const auto mean = [&](const OwnerSaid& one, bool is_after) {
        if (!one.mended_on || !measure.find(one.dimension)) return Cell{.text = "–"};
        const auto found = Senders(measure, period, one.dimension, page).mean_around(one.key, *one.mended_on, is_after, today);
        return found ? Cell{.text = page.translator().number(*found, 1)} : Cell{.text = "", .unknown = true};
    };
    for (const auto& one : said) {
        if (table.rows.size() == most_said) break;
        table.rows.push_back({{.text = value_label(measure, one.dimension, one.key, *page.request().tenant, page.translator())},
                              {.text = one.brief, .url = page.tenant_url(one.path)},
                              mean(one, false),
                              mean(one, true)});
    }
    return table;
}

}  // namespace

http::Response sent_here_page(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    page.title = page.t(TEXT("What sends people to us"));
    page.staff = true;
    page.indexable = false;
    page.breadcrumbs = {{page.t(TEXT("Statistics")), page.tenant_url("/staff/statistics")}};
    const auto* inquiries = measures::find_measure(pages.measures, "inquiries");
    if (!inquiries || !measures::may_see(*inquiries, request.identity)) return html::error_page(request, 404);
    const auto today = base::to_civil(pages.clock.now(), request.tenant->zone).date;
    const auto asked = periods::read_asked(page, today, usual_days_of_sending);
    const auto& period = asked.choice.period;
    SentHereView view{.errors = asked.errors,
                      .url = page.tenant_url("/staff/statistics/sent-here"),
                      .period = periods::days_of(period, page.translator()),
                      .choice = periods::field_of(asked.choice.name, page),
                      .dates = periods::date_fields_of(asked, page)};
    for (const auto& [dimension, caption, title] :
         {std::tuple("e_service", TEXT("E-services that people were helped with"), TEXT("E-services, month by month")),
          std::tuple("body", TEXT("Whose questions they were"), TEXT("Whose questions, month by month"))}) {
        if (!inquiries->find(dimension) || !inquiries->find("barrier")) continue;
        const Senders senders(*inquiries, period, dimension, page);
        if (senders.is_too_much()) {
            view.problem = page.t(TEXT("So many inquiries cannot be looked through at once. Choose a shorter period."));
            continue;
        }
        const auto found = senders.found();
        view.parts.push_back({page.t(caption), senders.table(found, senders.all(), page.t(caption)),
                              senders.trend(found, page.t(title))});
    }
    if (pages.around.said)
        view.said = said_table(pages.around.said(*request.tenant, page.translator()), *inquiries, period, today, page);
    if (http::may(request, http::Role::coordinator)) view.links_url = page.tenant_url("/staff/owners");
    return html::render_page(page, templates::sent_here_page(view, page), asked.errors.empty() ? 200 : 422);
}

}  // namespace digilots::statistics
