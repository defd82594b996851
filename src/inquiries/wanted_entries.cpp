#include "inquiries/wanted_entries.h"

#include "inquiries/further.h"
#include "inquiries/typed_words.h"
#include "inquiries/units.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "taxonomy/taxonomy.h"

namespace digilots::inquiries {

namespace {

std::string standing_of_follow_up(const register_::Record& entry) {
    if (!entry.flag("follow_up")) return "";
    const auto how = entry.text("followed_up");
    return how.empty() ? std::string(still_open) : how;
}

struct WantedEntries {
    std::shared_ptr<const taxonomy::OwnTopicList> own_topics;
    std::string from, to, topic, target_group, follow_up;             // days as "2026-11-23"; "": any
    std::vector<std::pair<std::string, std::string>> stated;    // column, what it is to say
    std::vector<std::string> places;
    TypedWords typed{""};
    const i18n::Translator* translator = nullptr;
    bool is_at_these = false, is_elsewhere = false, is_nothing = false, is_of_staff = false;

    bool holds(const register_::Record& entry) const {
        const auto day = entry.text("date");
        if (is_nothing || day < from || (!to.empty() && day > to)) return false;
        for (const auto& [column, value] : stated)
            if (entry.text(column) != value) return false;
        if (is_of_staff && entry.text("asker") == "resident") return false;
        if (!follow_up.empty() && standing_of_follow_up(entry) != follow_up) return false;
        if (!target_group.empty() && !base::holds(entry.list("target_groups"), target_group)) return false;
        if (!topic.empty()) {
            auto topics = entry.list("topics");
            taxonomy::add_shared(*own_topics, topics);          // an own topic is found under its shared one too
            if (!base::holds(topics, topic)) return false;
        }
        if (!typed.are_none() && !typed.are_in(entry.text("note"), entry.list("topics"), *own_topics, *translator)) return false;
        const bool is_there = base::holds(places, entry.text("place"));
        return (!is_at_these || is_there) && (!is_elsewhere || !is_there);
    }
};

}  // namespace

std::function<bool(const register_::Record&)> entries_wanted(const Service& service, const http::Fields& query,
                                                             const register_::Surroundings& around) {
    WantedEntries wanted;
    wanted.own_topics = service.own_topics.of(around.municipality_id);
    for (const auto& [name, day] : {std::pair("from", &wanted.from), std::pair("to", &wanted.to)}) {
        *day = query.get(name);
        if (!day->empty() && !base::parse_date(*day)) wanted.is_nothing = true;
    }
    wanted.topic = query.get("topic");
    wanted.target_group = query.get("target_group");
    wanted.follow_up = query.get(follow_up_standing);
    if (query.get("receiver") == store::not_noted) wanted.stated = {{"outcome", "referred"}, {"referred_to", ""}};
    wanted.is_of_staff = query.get("asker") == store::of_staff;
    for (const char* column : {"place", "channel", "outcome", "kind", "asker", "e_service", "feedback",
                               "feedback_status", "problem", "body_unit"}) {
        const auto value = query.get(column);
        const bool is_several = wanted.is_of_staff && column == std::string_view("asker");
        if (!value.empty() && !is_several) wanted.stated.emplace_back(column, value == nothing_stated ? "" : std::string(value));
    }
    wanted.typed = TypedWords(query.get("q"));
    wanted.translator = around.words;
    if (wanted.typed.are_personal()) wanted.is_nothing = true;
    auto asked = places_of_unit(service, around.municipality_id, register_::read_unit(query.get("unit")));
    wanted.is_elsewhere = asked.is_elsewhere;
    wanted.is_at_these = asked.places && !asked.is_elsewhere;
    if (asked.places) wanted.places = std::move(*asked.places);
    return [wanted = std::move(wanted)](const register_::Record& entry) { return wanted.holds(entry); };
}

}  // namespace digilots::inquiries
