#pragma once
// Bookings on a database of their own: a guide at the library on weekdays, an offer of half an hour and of an
// hour.
#include <gtest/gtest.h>

#include "booking/implementation.h"
#include "platform/base/uuid.h"
#include "platform/calendar/wall_time.h"
#include "platform/html/error_page.h"
#include "platform/http/server.h"
#include "platform/testing/database.h"
#include "platform/testing/gatekeeper.h"
#include "platform/testing/page_client.h"

namespace digilots::booking {

inline constexpr const char* here = "2281";
inline const http::Tenant sundsvall{"2281",       "sundsvall",    "Sundsvall", "Europe/Stockholm",
                                    {"sv", "en"}, "060-19 10 00", true,        ""};

/// One server on a database that others may share. "anna" and "bo" are its people.
struct Server {
    db::Database& database;
    base::TestClock& clock;
    std::vector<std::string> places{"library", "hall"};  // that a rota may name
    kept::Versions versions{database};
    municipality::Municipalities municipalities{database, versions, clock};
    organisation::Organisation organisation{database, versions, clock};
    directory::Directory directory{database, versions, municipalities, organisation, clock};
    taxonomy::OwnTopics own_topics{database, versions, clock};
    inquiries::Inquiries inquiries{database, directory, municipalities, organisation, own_topics, clock};
    Bookings bookings{database,
                      versions,
                      clock,
                      {municipalities, organisation, directory, own_topics, inquiries, colleagues(), true}};
    const i18n::Translator& words = i18n::translator("en");

    Server(db::Database& opened, base::TestClock& time) : database(opened), clock(time) {
        organisation.know(
            {.people = colleagues().links.at("accounts.person"),
             .contacts = {[](const register_::Surroundings&) { return std::vector<register_::Choice>{}; },
                          ""},
             .name_of = [](std::string_view id) { return std::string(id); }});
    }

    register_::Others colleagues() {
        register_::Others others{.links = organisation.link_sources(),
                                 .name_of = [](std::string_view id) { return std::string(id); }};
        const auto some = [](std::vector<std::string> keys) {
            return register_::LinkSource{.choices =
                                             [keys](const register_::Surroundings&) {
                                                 std::vector<register_::Choice> choices;
                                                 for (const auto& key : keys)
                                                     choices.push_back({.key = key, .label = key});
                                                 return choices;
                                             },
                                         .path = ""};
        };
        others.links["accounts.person"] = some({"anna", "bo"});
        others.links["directory.place"] = {.choices = [this](const register_::Surroundings&) {
            std::vector<register_::Choice> choices;
            for (const auto& key : places) choices.push_back({.key = key, .label = key});
            return choices;
        }, .path = ""};
        for (const auto& [name, source] : directory.records(directory::RecordKind::contact).others().links)
            others.links.emplace(name, source);
        return others;
    }
    std::string add(std::size_t kind, const register_::Draft& draft) {
        auto& records = *bookings.registers()[kind];
        const auto added = records.add(records.around(here), draft, "anna");
        EXPECT_TRUE(added) << kind << (added ? "" : added.error().problems.front().words(words));
        return added ? added->id : "";
    }
    /// The offer.
    std::string open(const std::string& people = "1", const register_::Draft& further = {}) {
        auto& functions = organisation.function_records();
        const auto function = functions.add(functions.around(here), {{"title", {"Guide"}}, {"holder", {"anna"}}}, "anna")->id;
        add(1, {{"title", {"Weekdays"}},
                {"function", {function}},
                {"place", {"library"}},
                {"hours", {"9-12"}},
                {"people", {people}},
                {"weekdays", {"mo", "tu", "we", "th", "fr"}}});
        register_::Draft offer{{"title", {"Guidance"}}, {"kind", {"guidance"}},   {"lengths", {"30", "60"}},
                               {"topics", {"bank"}},    {"function", {function}}, {"is_published", {"1"}}};
        for (const auto& [name, value] : further) offer[name] = value;
        return add(0, offer);
    }
    Wanted wanted(const std::string& offer, const char* starts, const std::string& form_key = "") {
        return {.offer = offer,
                .place = "library",
                .minutes = 30,
                .starts = testing::at(starts),
                .form_key = form_key.empty() ? base::new_uuid(clock.now()) : form_key};
    }
    std::vector<Time> times(const std::string& offer, const char* day, int minutes = 30) {
        const auto date = base::parse_date(day).value();
        return bookings.times(sundsvall, bookings.offer(here, offer).value(), minutes, "", date, date);
    }
    Booking stands(const std::string& id) { return bookings.find(here, id).value(); }
};

inline void open_municipalities(Server& server) {
    for (const char* id : {"2281", "2280"})
        server.municipalities.activate(
            id, municipality::default_settings(*municipality::Municipalities::find(id)));
}

}  // namespace digilots::booking
