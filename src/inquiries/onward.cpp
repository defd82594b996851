#include "inquiries/onward.h"

#include <algorithm>

#include "inquiries/inquiry_form.h"
#include "inquiries/refer_targets.h"

namespace digilots::inquiries {

namespace {

using referral::Referred;

constexpr std::size_t longest_chain = 20;

std::string target_of(const Referred& referred) { return referred.target_kind + ":" + referred.target_id; }

/// Where somebody has been already nobody sends them again.
std::vector<std::string> tried(const Pages& pages, const http::Tenant& tenant, const Referred& referred) {
    std::vector<std::string> targets{target_of(referred), "place:" + referred.from_place};
    for (const auto& before : chain_before(pages, tenant, referred)) targets.push_back(target_of(before));
    return targets;
}

std::vector<std::string> chain_of_topic(const Pages& pages, const Referred& referred, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    std::vector<std::string> chain;
    const auto rules = pages.referral.topic_rules(tenant.id);
    for (const auto& rule : *rules)
        if (!rule.topic.empty() && rule.topic == referred.topic && !rule.contact.empty())
            chain.push_back("contact:" + rule.contact);
    if (const auto desk = pages.referral.fallback(tenant, page.translator()); !desk.place.empty())
        chain.push_back("place:" + desk.place);
    return chain;
}

}  // namespace

ReferredNow referred_now(const referral::Referral& referral, const http::Tenant& tenant, const Inquiry& entry) {
    if (entry.referred_to.empty()) return {};
    const auto last = referral.referral_of(tenant, entry.id);
    if (!last) return {entry.referred_to};
    return {last->follows.empty() ? entry.referred_to : target_of(*last),
            last->outcome == referral::ReferralOutcome::bounced && last->onward.empty()};
}

std::string onward_field(const Referred& referred) { return "onward_" + referred.id; }

std::vector<Referred> chain_before(const Pages& pages, const http::Tenant& tenant, const Referred& referred) {
    std::vector<Referred> chain;
    auto before = referred.follows;
    while (!before.empty() && chain.size() < longest_chain) {
        const auto found = pages.referral.find_referral(tenant, before);
        if (!found) break;
        before = found->follows;
        chain.insert(chain.begin(), *found);
    }
    return chain;
}

html::components::Field onward_choice(const Pages& pages, const Referred& referred, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    const auto& service = Inside::service(pages.inquiries);
    auto options = target_options(service, tenant, "", page.translator());
    const auto been = tried(pages, tenant, referred);
    std::erase_if(options, [&](const auto& option) { return std::ranges::find(been, option.value) != been.end(); });
    for (const auto& next : chain_of_topic(pages, referred, page)) {
        const auto found = std::ranges::find(options, next, &html::components::Option::value);
        if (found == options.end()) continue;
        options.front().selected = false;
        found->selected = true;
        break;
    }
    return {.name = onward_field(referred), .label = page.t(TEXT("Refer on to")), .options = std::move(options)};
}

std::optional<Referred> next_referral(const Pages& pages, const Referred& referred, const std::string& target,
                                      const html::Page& page) {
    const auto choice = onward_choice(pages, referred, page);
    const auto colon = target.find(':');
    const auto found = std::ranges::find(choice.options, target, &html::components::Option::value);
    if (colon == target.npos || found == choice.options.end()) return std::nullopt;
    Referred next;
    next.from_place = referred.from_place;
    next.target_kind = target.substr(0, colon);
    next.target_id = target.substr(colon + 1);
    next.target_title = name_of_referred(pages, next, page);
    next.topic = referred.topic;
    next.inquiry_id = referred.inquiry_id;
    next.follows = referred.id;
    next.asker = referred.asker;
    return next;
}

std::string name_of_referred(const Pages& pages, const Referred& referred, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    const auto& service = Inside::service(pages.inquiries);
    const auto directory = service.directory.snapshot(tenant.id);
    const auto title = title_of_target(*directory, *service.own_topics.of(tenant.id), target_of(referred), page.translator());
    return title == target_of(referred) && !referred.target_title.empty() ? referred.target_title : title;
}

std::vector<std::string> onward_lines(const Pages& pages, const Inquiry& entry, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    const auto last = pages.referral.referral_of(tenant, entry.id);
    if (!last || last->follows.empty()) return {};
    auto chain = chain_before(pages, tenant, *last);
    chain.push_back(*last);
    std::vector<std::string> lines;
    for (std::size_t i = 1; i < chain.size(); ++i)
        lines.push_back(page.t(TEXT("{time}: referred on to {target}, as {before} sent back"),
                               {{"time", page.translator().date_time(chain[i].at, tenant.zone)},
                                {"target", name_of_referred(pages, chain[i], page)},
                                {"before", name_of_referred(pages, chain[i - 1], page)}}));
    return lines;
}

}  // namespace digilots::inquiries
