#pragma once
// What the files of this slice share: the catalogue, the index beside it, rules.
#include "platform/base/log.h"
#include "platform/base/mutex.h"
#include "platform/base/reason.h"
#include "platform/base/text.h"
#include "platform/kept/kept.h"
#include "platform/register/records.h"
#include "referral/catalogue.h"
#include "referral/opening_times.h"
#include "referral/referral.h"
#include "referral/topic_rules.h"

namespace digilots::referral {

/// Which of the directory's states the documents in the index are from.
struct Indexed {};

/// An index made from other words is made anew.
inline std::string words_version() { return std::string(taxonomy::version()) + "+9"; }

struct Referral::Implementation {
    db::Database& database;
    const directory::Directory& directory;
    search::Index& index;
    const municipality::Municipalities& municipalities;
    const taxonomy::OwnTopics& own_topics;
    const base::Clock& clock;
    const kept::Versions& versions;
    Ways ways = nullptr;
    std::vector<FindableKind> findable = {};
    kept::Dependences from = found_from;    // what the catalogue is made from
    base::Mutex writing;
    // The same index. Held from reading to writing, so that a rebuild never brings back what was read before a change.
    search::Index& writable GUARDED_BY(writing);
    kept::Kept<Catalogue> catalogues;
    kept::Kept<Indexed> indexed;
    register_::Records rules;
    kept::Kept<TopicRules> known_rules;

    Implementation(db::Database& opened, const kept::Versions& known, const directory::Directory& places, search::Index& words,
                   const municipality::Municipalities& all, const taxonomy::OwnTopics& topics, const base::Clock& time)
        : database(opened), directory(places), index(words), municipalities(all), own_topics(topics), clock(time),
          versions(known), writable(words),
          catalogues(clock, stamped(), [this](std::string_view id) {
              return kept::Until<Catalogue>{make_catalogue(directory.snapshot(id), own_topics.of(id), found_elsewhere(id)),
                                            directory.day_end(id)};
          }),
          indexed(clock, stamped(), [this](std::string_view id) {
              put(id);
              return kept::Until<Indexed>{std::make_shared<const Indexed>(), directory.day_end(id)};
          }),
          rules(rule_register(directory, own_topics), database, clock,
                {.links = directory.records(directory::RecordKind::contact).others().links}),
          known_rules(clock, [this](std::string_view id, kept::Stamp& stamp) { stamp.take(versions.of(kept_rules, id)); },
                      [this](std::string_view id) {
                          auto all = std::make_shared<TopicRules>();
                          for (const auto& record : rules.all(id)) all->push_back(rule_of(record));
                          return std::shared_ptr<const TopicRules>(std::move(all));
                      }) {}

    std::vector<FoundElsewhere> found_elsewhere(std::string_view id) const {
        std::vector<FoundElsewhere> found;
        for (const auto& kind : findable)
            for (auto& one : kind.all(id)) found.push_back({std::move(one), &kind});
        return found;
    }

    /// By the rule for the topic; nothing where none says it.
    std::optional<WaysToHelp> ways_to_help(AskedWay asked) const;

    kept::TakeStamp stamped() const {
        return [this](std::string_view id, kept::Stamp& stamp) { stamp.take_all(versions, from, id); };
    }

    std::shared_ptr<const Catalogue> catalogue(std::string_view municipality_id) const { return catalogues.of(municipality_id); }

    directory::OpenState open_state(const Entry& entry, std::string_view municipality_id, base::Instant now) const {
        if (entry.place) return place_state(*entry.place, municipality_id, now);
        if (entry.contact) return contact_state(*entry.contact, municipality_id, now);
        if (!entry.service || !entry.listed) return {};
        return directory.open_state(*entry.service, *directory.snapshot(municipality_id), now);
    }

    /// Whether somebody answers the phone.
    directory::OpenState contact_state(const directory::Contact& contact, std::string_view municipality_id,
                                       base::Instant now) const {
        if (contact.status != directory::Status::open) return {};
        return directory.open_state(contact.phone_hours, municipality_id, now);
    }

    /// Somebody on duty means that the building is open, also where its own hours are unknown.
    directory::OpenState place_state(const directory::Place& place, std::string_view municipality_id, base::Instant now) const {
        auto state = directory.open_state(place, municipality_id, now);
        if (state.now != directory::Openness::unknown || place.status != directory::Status::open) return state;
        for (const auto& service : place.services) {
            if (service.status != directory::Status::open) continue;
            const auto staffed = directory.open_state(service.hours, municipality_id, now);
            if (staffed.now == directory::Openness::open) return staffed;
        }
        return state;
    }

    OpenStates open_states(std::string_view municipality_id) const {
        return [this, id = std::string(municipality_id), now = clock.now()](const Entry& entry) {
            return open_state(entry, id, now);
        };
    }

    OpeningTimes opening_times(const http::Tenant& tenant, const TimeWish& wish) const {
        return {open_states(tenant.id), [this, &tenant, wish, now = clock.now()](const directory::Place& place) {
                    return open_at(directory, tenant, now, place, wish);
                }};
    }

    /// As it stands beside the documents on disk: read before what they are made from.
    std::string made_from(std::string_view municipality_id) const {
        kept::Stamp stamp;
        stamp.take_all(versions, from, municipality_id);
        return stamp.text() + "/" + words_version() + "/";
    }

    /// Nothing that they are made from has changed, and no planned place has opened since.
    bool is_indexed(std::string_view municipality_id, const std::string& version) const {
        const auto note = index.note("version:" + std::string(municipality_id));
        if (!note.starts_with(version)) return false;
        const auto opens = std::string_view(note).substr(version.size());
        return opens.empty() || directory.today(municipality_id).substr(0, opens.size()) < opens;
    }

    /// False where the documents could not be brought up to date: the trouble of one municipality keeps neither its other
    /// records nor those of others from being found.
    bool catch_up(std::string_view municipality_id) const {
        try {
            indexed.of(municipality_id);
            return true;
        } catch (...) {
            base::log(base::LogLevel::error, "municipality not indexed",
                      {{"municipality", std::string(municipality_id)}, {"reason", base::reason_of_current_exception()}});
            return false;
        }
    }

    void put(std::string_view municipality_id) {
        const base::Lock one_at_a_time(writing);
        const auto version = made_from(municipality_id);
        if (is_indexed(municipality_id, version)) return;
        const auto about = municipalities.about(municipality_id);
        const auto known = catalogue(municipality_id);
        const auto documents = documents_of(*known, about ? about->country : "SE");
        const auto id_note = "ids:" + std::string(municipality_id);
        std::string ids;
        for (const auto& document : documents) ids += document.id + '\n';
        std::vector<std::string> gone;
        const auto noted = index.note(id_note);
        for (const auto old : base::split(noted, '\n')) {
            if (!old.empty() && ("\n" + ids).find("\n" + std::string(old) + "\n") == std::string::npos) gone.emplace_back(old);
        }
        if (!gone.empty()) writable.remove(gone);
        writable.put(documents);
        if (ids != noted) writable.set_note(id_note, ids);
        writable.set_note("version:" + std::string(municipality_id), version + known->snapshot->next_opening);
    }
};

}  // namespace digilots::referral
