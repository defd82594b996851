// What members say of a period: who approved it, what is missing, and what was corrected after it was locked.
#include <algorithm>
#include <tuple>

#include "network/pages.h"
#include "network/sums.h"
#include "network/templates.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/http/may.h"
#include "platform/personal/personal_data.h"

namespace digilots::network {

namespace {

using html::components::Cell;

/// All that can be chosen: what is released of any member here, and what was sent in.
std::vector<std::string> periods_to_choose(const Pages& pages, const municipality::Network& network) {
    std::vector<periods::Period> found;
    const auto add = [&](const periods::Period& period) {
        if (!base::holds(found, period)) found.push_back(period);
    };
    for (const auto& key : pages.aggregates->periods_of(network.key))
        if (const auto period = periods::read(key)) add(*period);
    for (const auto& member : network.members)
        for (const auto& period : pages.releases.released({releases::Whose::Of::municipality, member}, "total")) add(period);
    std::ranges::stable_sort(found, [](const auto& one, const auto& other) {
        return std::tie(one.to, one.from) > std::tie(other.to, other.from);
    });
    std::vector<std::string> keys;
    for (const auto& period : found) keys.push_back(periods::key_of(period));
    return keys;
}

/// The one of the address, else the newest quarter, else the newest.
std::string chosen_period(const std::vector<std::string>& known, std::string_view asked) {
    if (base::holds(known, asked)) return std::string(asked);
    for (const auto& key : known)
        if (periods::kind_of(*periods::read(key)) == periods::Kind::quarter) return key;
    return known.empty() ? "" : known.front();
}

std::string day_of(base::Instant instant, const html::Page& page) {
    return page.translator().date(base::to_civil(instant, releases::released_zone).date);
}

std::string state_of(const std::vector<Approved>* said, const html::Page& page) {
    if (said == nullptr || said->empty()) return page.t("Not approved");
    const auto& last = said->back();
    const auto day = day_of(last.received_at, page);
    const auto revision = page.translator().number(static_cast<double>(last.payload.revision));
    return last.payload.revision == 1 ? page.t("Approved {date}", {{"date", day}})
                                      : page.t("Revision {n}, {date}", {{"n", revision}, {"date", day}});
}

struct Sum {
    std::int64_t told = 0, members = 0, hidden = 0, silent = 0;
};

void add_to(Sum& sum, const releases::Value& value) {
    if (value.shown == releases::Shown::count) {
        sum.told += value.count;
        ++sum.members;
    } else if (value.shown == releases::Shown::hidden || value.shown == releases::Shown::withheld) {
        ++sum.hidden;
    } else {
        ++sum.silent;
    }
}

/// Of so many and so few people that chance decides nothing is said by inhabitant.
constexpr std::int64_t least_by_inhabitant = 30;
constexpr double inhabitants_of_a_rate = 1000;

Cell by_inhabitant(const Pages& pages, const std::string& member, const releases::Value& value, const html::Page& page) {
    const auto about = pages.municipalities.about(member);
    if (value.shown != releases::Shown::count) return {.text = words_of_value(value, page.translator())};
    if (!about || about->population_year == 0 || about->population <= 0) return {.text = page.t("Unknown"), .unknown = true};
    if (value.count < least_by_inhabitant) return {.text = page.t("Too few to compare")};
    const auto rate = static_cast<double>(value.count) * inhabitants_of_a_rate / static_cast<double>(about->population);
    return {.text = page.translator().number(rate, 1)};
}

std::string sum_in_words(const Sum& sum, const html::Page& page) {
    std::vector<std::string> words;
    // Where nobody has told a number there is no sum, not even of zero.
    if (sum.members > 0) words.push_back(page.tn("{n} question in what is told.", "{n} questions in what is told.", sum.told));
    if (sum.hidden > 0)
        words.push_back(page.tn("The number of {n} member is hidden: the true sum is not told.",
                               "The numbers of {n} members are hidden: the true sum is not told.", sum.hidden));
    if (sum.silent > 0)
        words.push_back(page.tn("{n} member has not said anything: that is not zero.",
                               "{n} members have not said anything: that is not zero.", sum.silent));
    return base::joined(words, " ");
}

/// What was locked stays in its place; what came since stands beside it.
std::string value_in_words(const std::vector<Approved>* said, const releases::Value& value, const html::Page& page) {
    auto words = words_of_value(value, page.translator());
    if (said == nullptr || !said->back().is_after_lock) return words;
    const Approved* locked = nullptr;
    for (const auto& one : *said)
        if (!one.is_after_lock) locked = &one;
    if (locked == nullptr) return page.t("{now}, told after the lock", {{"now", words}});
    return page.t("{locked} when it was locked, {now} since",
                  {{"locked", words_of_value(total_of(locked->payload), page.translator())}, {"now", words}});
}

void add_corrections(FiguresView& view, const Pages& pages, const std::string& member, const std::vector<Approved>& said,
                     const html::Page& page) {
    for (const auto& one : said) {
        if (!one.is_after_lock) continue;
        auto words = page.t("{name}, {date}: {number}, revision {n} after the lock.",
                            {{"name", name_of(pages, member)},
                             {"date", day_of(one.received_at, page)},
                             {"number", words_of_value(total_of(one.payload), page.translator())},
                             {"n", page.translator().number(static_cast<double>(one.payload.revision))}});
        if (!one.payload.reason.empty()) words += " " + one.payload.reason;
        view.corrections.push_back(std::move(words));
    }
}

/// Of members that are served here: an installation of its own sends numbers alone.
void add_what_was_so(FiguresView& view, const Pages& pages, const municipality::Network& network, const html::Page& page) {
    const auto period = periods::read(view.chosen).value();
    std::vector<std::string> elsewhere;
    for (const auto& member : network.members) {
        if (!pages.municipalities.is_active(member)) elsewhere.push_back(name_of(pages, member));
        for (const auto& one : pages.releases.was_so(member, period))
            view.was_so.push_back(name_of(pages, member) + ": " + releases::was_so_in_words(one, page.translator()));
    }
    if (!elsewhere.empty())
        view.was_so.push_back(page.t("{municipalities}: not known here.", {{"municipalities", base::joined(elsewhere, ", ")}}));
}

void fill(FiguresView& view, const Pages& pages, const municipality::Network& network, std::string_view asked,
          const html::Page& page) {
    const auto known = periods_to_choose(pages, network);
    view.chosen = chosen_period(known, asked);
    if (view.chosen.empty()) {
        view.nothing = page.t("Nothing is released yet, and no member has sent anything.");
        return;
    }
    if (!asked.empty() && asked != view.chosen)
        view.other = page.t("Nothing is known of the period that you asked for. This is {period}.",
                            {{"period", periods::name_of(*periods::read(view.chosen), page.translator())}});
    view.period = {.name = "period", .label = page.t("Period")};
    for (const auto& key : known)
        view.period.options.push_back({key, periods::name_of(*periods::read(key), page.translator()), key == view.chosen});
    const auto state = pages.aggregates->state(network.key, view.chosen);
    view.table = {.caption = page.t("What each member says of {period}",
                                    {{"period", periods::name_of(*periods::read(view.chosen), page.translator())}}),
                  .columns = {{page.t("Municipality")}, {page.t("Questions"), true}, {page.t("For 1,000 inhabitants"), true},
                              {page.t("Approved")}}};
    Sum sum;
    for (const auto& member : network.members) {
        const auto found = state.approved.find(member);
        const auto* said = found == state.approved.end() ? nullptr : &found->second;
        const auto value = said == nullptr ? releases::Value{releases::Shown::not_reported} : total_of(said->back().payload);
        add_to(sum, value);
        view.table.rows.push_back({{.text = name_of(pages, member)},
                                   // Not reported, hidden and unknown are three things: each has its words.
                                   {.text = value_in_words(said, value, page)},
                                   by_inhabitant(pages, member, value, page),
                                   {.text = state_of(said, page)}});
        if (said != nullptr) add_corrections(view, pages, member, *said, page);
    }
    view.sum = sum_in_words(sum, page);
    add_what_was_so(view, pages, network, page);
    view.sums = tables_of_sums(state, network.members, page);
    view.lock = state.locked_at ? page.t("Locked on {date}. What is corrected since stands below it.",
                                         {{"date", day_of(*state.locked_at, page)}})
                                : page.t("Not locked yet: members may still approve.");
}

std::string told_of(std::string_view done, const html::Page& page) {
    if (done == "approved") return page.t("Our figures of this period are approved.");
    if (done == "nothing_new") return page.t("Nothing has changed since they were approved.");
    if (done == "not_released") return page.t("Nothing of this period is released of us yet.");
    if (done == "locked") return page.t("The period is locked.");
    if (done == "not_over") return page.t("The period is not over.");
    return "";
}

std::string own_path(const municipality::Network& network) { return "/staff/networks/" + network.key + "/figures"; }

/// One's own network, by the address.
std::optional<municipality::Network> own_network(const Pages& pages, const http::Request& request) {
    auto network = network_of(pages, request);
    if (!network || !base::holds(network->members, request.tenant->id)) return std::nullopt;
    return network;
}

http::Response own_page(const Pages& pages, const municipality::Network& network, const html::FormErrors& errors,
                        const http::Request& request) {
    html::Page page(request);
    page.title = page.t("Approve figures: {name}", {{"name", network.name}});
    page.staff = true;
    page.indexable = false;
    page.breadcrumbs = {{page.t("Networks"), page.tenant_url("/staff/networks")},
                        {network.name, page.tenant_url("/staff/networks/" + network.key)}};
    FiguresView view{.url = page.tenant_url(own_path(network)), .form_url = page.tenant_url(own_path(network))};
    fill(view, pages, network, errors.empty() ? request.query.get("period") : request.form.get("period"), page);
    view.errors = errors;
    view.done = told_of(request.query.get("done"), page);
    view.may_approve = http::may(request, http::Role::coordinator) && !view.chosen.empty();
    view.may_lock = view.may_approve && network.lead == request.tenant->id;
    view.reason = html::components::Field{.name = "reason",
                                          .label = page.t("Why it is corrected"),
                                          .value = std::string(request.form.get("reason")),
                                          .hint = page.t("Said beside a correction, and needed after the lock. "
                                                         "Never who it was."),
                                          .optional = true}
                      .with(errors);
    return html::render_page(page, templates::figures_page(view, page), errors.empty() ? 200 : 422);
}

http::Response back_with(const http::Request& request, const municipality::Network& network, const char* done) {
    const html::Page page(request);
    const auto period = std::string(request.form.get("period"));
    const auto query = "?period=" + (is_period_of_figures(period) ? period : "") + "&done=" + done;
    return http::see_other(page.tenant_url(own_path(network) + query));
}

}  // namespace

std::string words_of_value(const releases::Value& value, const i18n::Translator& words) {
    switch (value.shown) {
        case releases::Shown::count: return words.number(static_cast<double>(value.count));
        case releases::Shown::hidden: return words.t(TEXT("hidden"));
        case releases::Shown::withheld: return words.t(TEXT("nothing is told"));
        case releases::Shown::not_reported:
        case releases::Shown::not_released: break;
    }
    return words.t(TEXT("not reported"));
}

http::Response figures_page(const Pages& pages, const http::Request& request) {
    const auto network = network_of(pages, request);
    if (!network) return html::error_page(request, 404);
    html::Page page(request);
    page.title = page.t("What members say: {name}", {{"name", network->name}});
    say_made_up(page, *network);
    page.breadcrumbs = {{network->name, page.url("/networks/" + network->key)}};
    FiguresView view{.url = page.url("/networks/" + network->key + "/figures")};
    fill(view, pages, *network, request.query.get("period"), page);
    return html::render_page(page, templates::figures_page(view, page));
}

http::Response own_figures_page(const Pages& pages, const http::Request& request) {
    const auto network = own_network(pages, request);
    if (!network) return html::error_page(request, 404);
    return own_page(pages, *network, {}, request);
}

http::Response approve_figures(const Pages& pages, const http::Request& request) {
    const auto network = own_network(pages, request);
    if (!network) return html::error_page(request, 404);
    const std::string reason(request.form.get("reason"));
    html::FormErrors errors;
    if (base::length(reason) > longest_reason)
        errors.add("reason", html::Page(request).t("Write at most 500 characters."));
    if (personal::find_personal_data(reason) != personal::PersonalData::none)
        errors.add("reason", html::Page(request).t("Remove the number or address: nothing here tells of a person."));
    const std::string period(request.form.get("period"));
    if (base::trim(reason).empty() && pages.aggregates->state(network->key, period).locked_at)
        errors.add("reason", html::Page(request).t("The period is locked: say what is corrected, and why."));
    if (!errors.empty()) return own_page(pages, *network, errors, request);
    const auto came_of = pages.aggregates->approve(*network, request.tenant->id, period, reason,
                                                   request.identity->account_id);
    using Approval = Aggregates::Approval;
    return back_with(request, *network, came_of == Approval::approved      ? "approved"
                                        : came_of == Approval::nothing_new ? "nothing_new"
                                                                           : "not_released");
}

http::Response lock_figures(const Pages& pages, const http::Request& request) {
    const auto network = own_network(pages, request);
    if (!network || network->lead != request.tenant->id) return html::error_page(request, 404);
    const std::string period(request.form.get("period"));
    if (!is_period_of_figures(period)) {
        html::FormErrors errors;
        errors.add("period", html::Page(request).t("That is no period: choose one from the list."));
        return own_page(pages, *network, errors, request);
    }
    const bool is_locked = pages.aggregates->lock(*network, period, request.identity->account_id);
    return back_with(request, *network, is_locked ? "locked" : "not_over");
}

}  // namespace digilots::network
