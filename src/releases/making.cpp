// What is released: counted, decided, and written whole or not at all.
#include <algorithm>

#include "platform/base/ensure.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "releases/implementation.h"
#include "taxonomy/taxonomy.h"

namespace digilots::releases {

namespace {

periods::Period month_of(int year, int month) {
    return periods::holding(periods::Kind::month, std::chrono::year(year) / month / 1);
}

int year_of(const periods::Period& period) { return static_cast<int>(period.from.year()); }
int month_number(const periods::Period& period) { return static_cast<int>(static_cast<unsigned>(period.from.month())); }

bool is_anything(const PlaceCounts& counts, std::string_view municipality) {
    return std::ranges::any_of(counts, [&](const auto& of_place) {
        return of_place.first.first == municipality && !of_place.second.empty();
    });
}

bool was_active(const municipality::Municipalities& municipalities, std::string_view id, const periods::Period& month) {
    const auto settings = municipalities.records().find(id, id);
    return settings && settings->created_at.substr(0, 10) <= base::format_date(month.to);
}

void add_sum(Year& year, int month, const std::string& base, std::vector<std::string> members) {
    std::erase_if(members, [&](const std::string& id) { return !year.parts.contains(id); });
    std::ranges::sort(members);
    // Of one municipality it is the same as that one; else never under five, nor under what one of them chose.
    int least = members.size() == 1 ? lowest_least : usual_least;
    for (const auto& member : members) least = std::max(least, year.parts.at(member).least_shown);
    const auto* stands = sum_at(year.sums, base, month);
    const bool is_same = stands ? stands->members == members && (members.empty() || stands->least_shown == least)
                                : members.empty();
    if (!is_same) year.sums.push_back({base, month, std::move(members), least});
}

/// Counties, networks and all, of those who are in it.
void add_sums(Year& year, int month, const municipality::Municipalities& municipalities) {
    std::map<std::string, std::vector<std::string>> wanted;
    for (const auto& [id, part] : year.parts) {
        wanted["all"].push_back(id);
        const auto about = municipalities.about(id);
        if (about && !about->county_code.empty()) wanted["county/" + about->country + "-" + about->county_code].push_back(id);
    }
    for (const auto& network : municipalities.networks()) wanted["network/" + network.key] = network.members;
    for (const Sum& sum : year.sums) wanted[sum.base];          // a network that is no longer there
    for (auto& [base, members] : wanted) add_sum(year, month, base, std::move(members));
}

class Making {
public:
    Making(const Releases::Implementation& self, std::string scope, const Progress& progress)
        : self_(self), scope_(std::move(scope)), progress_(progress) {}

    /// Nothing where somebody else was quicker.
    std::optional<Made> month(int number, int month) const {
        Year year = self_.database.read([&](db::Connection& connection) { return store::load(connection, scope_, number); });
        if (year.month >= month) return std::nullopt;
        ENSURE(year.month == month - 1);
        const store::Last before{year.revision, year.month, year.tables};
        year.month = month;
        const auto members = members_now();
        for (const auto& id : members)
            if (!year.parts.contains(id)) year.parts[id].least_shown = self_.least_shown(id);
        count(year, month, members);
        if (scope_.empty()) add_sums(year, month, self_.neighbours.municipalities);
        const auto decided = decide(year, told());
        return write(year, decided, before, "", nullptr);
    }

    /// Of one municipality its own counts alone are taken anew. Nothing where nothing is released, or where it is not known any
    /// more what was counted.
    std::optional<Made> revision(int number, std::string_view reason, const std::string& municipality, const Look& look) const {
        Year year = self_.database.read([&](db::Connection& connection) { return store::load(connection, scope_, number); });
        if (year.month == 0 || year.counted.empty()) return std::nullopt;
        const store::Last before{year.revision, year.month, year.tables};
        std::vector<std::string> members;
        for (const auto& [id, part] : year.parts)
            if (municipality.empty() || id == municipality) members.push_back(id);
        Year now = year;
        now.counted = counted_by_now(year);
        for (auto& [month, counts] : now.counted)
            std::erase_if(counts, [&](const auto& of_place) { return base::holds(members, of_place.first.first); });
        for (int month = 1; month <= year.month; ++month) count(now, month, members);
        const auto corrected = correct(year, now.counted, told());
        year.parts = now.parts;
        ++year.revision;
        if (look && !look(made_of(year, corrected.decided, &corrected))) return std::nullopt;
        return write(year, corrected.decided, before, reason, &corrected);
    }

private:
    std::vector<std::string> members_now() const {
        if (!scope_.empty()) return {scope_};
        std::vector<std::string> ids;
        for (const auto& one : self_.neighbours.municipalities.active_real()) ids.push_back(one.id);
        return ids;
    }

    void count(Year& year, int month, const std::vector<std::string>& members) const {
        const auto period = month_of(year.year, month);
        auto& counts = year.counted[month];
        std::int64_t done = 0;
        for (const auto& id : members) {
            if (progress_) progress_(done++, std::ssize(members), "counting");
            add_counted(counts, id, self_.neighbours.inquiries.counted_once(id, period), year.tables);
            if (is_anything(counts, id) || was_active(self_.neighbours.municipalities, id, period))
                year.parts[id].reported.insert(month);
        }
    }

    suppression::Told told() const {
        if (!progress_) return nullptr;
        return [this](std::size_t done, std::size_t of) {
            progress_(static_cast<std::int64_t>(done), static_cast<std::int64_t>(of), "deciding");
        };
    }

    Made made_of(const Year& year, const Decided& decided, const Corrected* corrected) const {
        Made made{scope_,
                  year.year,
                  year.month,
                  year.revision,
                  decided.number.published,
                  decided.number.hidden,
                  decided.number.withheld};
        if (!corrected) return made;
        made.changed = corrected->changed;
        made.kept = corrected->kept;
        made.untold = corrected->untold;
        made.gone = corrected->gone;
        return made;
    }

    std::optional<Made> write(const Year& year, const Decided& decided, const store::Last& before, std::string_view reason,
                              const Corrected* corrected) const {
        const store::Header header{scope_,     std::string(reason), std::string(taxonomy::version()), year.year, year.revision,
                                   year.month, self_.clock.now(),   decided.number, year.tables};
        const bool is_written = self_.database.write(
            [&](db::Connection& connection) {
                if (store::last_of(connection, scope_, year.year) != before) return false;
                store::insert(connection, header, year, decided.rows, corrected ? &corrected->correction : nullptr);
                kept::raise(connection, kept_releases, "");
                return true;
            },
            db::Isolation::deciding);
        if (!is_written) return std::nullopt;
        return made_of(year, decided, corrected);
    }

    const Releases::Implementation& self_;
    const std::string scope_;
    const Progress& progress_;
};

std::vector<std::string> scopes(const municipality::Municipalities& municipalities) {
    std::vector<std::string> all;
    for (const auto& one : municipalities.active())
        if (one.is_made_up) all.push_back(one.id);
    if (all.size() < municipalities.active().size()) all.insert(all.begin(), "");
    return all;
}

/// The first that is missing up to this one.
periods::Period first_missing(const Known& known, const std::string& scope, const periods::Period& month) {
    const auto of_year = known.years.find({scope, year_of(month)});
    if (of_year != known.years.end()) {
        const int last = of_year->second.year.month;
        return periods::next(month_of(year_of(month), last));
    }
    std::optional<periods::Period> before;
    for (const auto& [key, one] : known.years)
        if (key.first == scope && key.second < year_of(month)) before = month_of(key.second, one.year.month);
    return before ? periods::next(*before) : month_of(year_of(month), 1);
}

}  // namespace

periods::Period Releases::due() const {
    const auto today = base::to_civil(implementation_->clock.now(), released_zone).date;
    const auto last = periods::previous(periods::holding(periods::Kind::month, today));
    const bool is_time = static_cast<int>(static_cast<unsigned>(today.day())) >= implementation_->neighbours.day;
    return is_time ? last : periods::previous(last);
}

std::vector<Made> Releases::make_until(const periods::Period& month, const Progress& progress) {
    const auto today = base::to_civil(implementation_->clock.now(), released_zone).date;
    std::vector<Made> made;
    if (periods::kind_of(month) != periods::Kind::month || month.to >= today) return made;
    for (const auto& scope : scopes(implementation_->neighbours.municipalities)) {
        const Making making(*implementation_, scope, progress);
        auto next = first_missing(*implementation_->known.of(""), scope, month);
        for (; next.from <= month.from; next = periods::next(next))
            if (auto one = making.month(year_of(next), month_number(next))) made.push_back(std::move(*one));
    }
    return made;
}

std::vector<Made> Releases::revise(int year, std::string_view reason, const Progress& progress,
                                   std::string_view municipality, const Look& look) {
    std::vector<Made> made;
    for (const auto held = implementation_->known.of(""); const auto& [key, one] : held->years) {
        const bool is_meant =
            municipality.empty() || (implementation_->scope_of(municipality) == key.first &&
                                     one.year.parts.contains(std::string(municipality)));
        if (key.second != year || !is_meant) continue;
        auto revised = Making(*implementation_, key.first, progress).revision(year, reason, std::string(municipality), look);
        if (revised) made.push_back(std::move(*revised));
    }
    return made;
}

}  // namespace digilots::releases
