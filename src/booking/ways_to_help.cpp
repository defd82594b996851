// How one comes with a topic: the simple one without a time, the longer one to a time that can be booked.
#include <algorithm>

#include "booking/implementation.h"
#include "booking/opening.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/html/writer.h"

namespace digilots::booking {

namespace {

using referral::AskedWay, referral::WaysToHelp;

constexpr std::size_t most_ways = 3;

void add_drop_ins(WaysToHelp& found, const std::vector<Bookings::DropIn>& coming, const directory::Snapshot& directory,
                  const AskedWay& asked, base::Instant now) {
    std::vector<std::string> said;
    for (const auto& one : coming) {
        const auto* place = directory.place(one.place);
        const bool is_now = one.begin <= now;
        // What is on now stands alone; else the next one is said.
        const bool is_enough = found.ways.size() == most_ways || (!is_now && !found.ways.empty());
        if (!found.changes_at || std::min(one.end, is_now ? one.end : one.begin) < *found.changes_at)
            found.changes_at = is_now ? one.end : one.begin;
        if (is_enough || !place || !helps_with(one.topics, *place, asked.topic) || base::holds(said, one.place)) continue;
        said.push_back(one.place);
        const auto name = place_then(directory, one.place, std::max(one.begin, now), {asked.tenant.zone, asked.tenant.country});
        const auto until = base::to_civil(one.end, asked.tenant.zone);
        const auto time = asked.words.time(until.hour, until.minute);
        found.ways.push_back({is_now ? asked.words.t(TEXT("For a simple question you need no time: {place} helps until {time}."),
                                                     {{"place", name}, {"time", time}})
                                     : asked.words.t(TEXT("Next without a time: {place}, {when} to {time}."),
                                                     {{"place", name},
                                                      {"when", time_in_words(one.begin, asked.tenant.zone, asked.words)},
                                                      {"time", time}}),
                              "/places/" + place->slug});
    }
}

/// Those of the topic first, then such as are for any: of them a visit at home where nobody else can be met by a time.
void add_offers(WaysToHelp& found, const Plan& plan, const AskedWay& asked) {
    const bool is_staff = asked.audience == directory::Audience::staff;
    const auto is_of_use = [&](const Offer& offer) { return !offer.is_thing() && (offer.is_published || is_staff); };
    const bool are_met_elsewhere = std::ranges::any_of(
        plan.offers, [&](const Offer& offer) { return is_of_use(offer) && !offer.is_at_home() && !offer.is_for_groups(); });
    for (const bool is_named : {true, false})
        for (const auto& offer : plan.offers) {
            // Where welfare technology is shown it is about that, though no topic says so.
            const bool is_for_any = offer.topics.empty() && !offer.is_for_groups() && !(offer.is_at_home() && are_met_elsewhere);
            const bool fits = is_named ? base::holds(offer.topics, asked.topic) : is_for_any;
            if (!is_of_use(offer) || !fits || found.ways.size() == most_ways) continue;
            found.ways.push_back(
                {asked.words.t(is_staff ? TEXT("Book a time for somebody: {what}") : TEXT("Book a time: {what}"),
                               {{"what", offer.title}}),
                 is_staff ? "/staff/bookings/new?offer=" + offer.id + "&topic=" + html::url_encode(asked.topic)
                          : "/book/" + offer.id});
        }
}

}  // namespace

std::vector<Bookings::DropIn> Bookings::drop_ins(std::string_view municipality_id, base::Instant after) const {
    auto all = implementation_->there.of(municipality_id)->drop_ins;
    std::erase_if(all, [&](const DropIn& one) { return one.end <= after; });
    return all;
}

WaysToHelp Bookings::ways_to_help(const AskedWay& asked) const {
    const auto& self = *implementation_;
    WaysToHelp found{.is_simple = asked.is_simple};
    const auto now = self.clock.now();
    if (asked.is_simple)
        add_drop_ins(found, drop_ins(asked.tenant.id, now), *self.neighbours.directory.snapshot(asked.tenant.id), asked, now);
    // Where nobody helps without a time, a booked one is better than none.
    if (found.ways.empty() && !asked.is_drop_in_alone) add_offers(found, *self.plan.of(asked.tenant.id), asked);
    return found;
}

}  // namespace digilots::booking
