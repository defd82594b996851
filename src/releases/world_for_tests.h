#pragma once
// Released tables beside a log, on a database that others may share, with the demo's municipalities and places.
#include <map>

#include <gtest/gtest.h>

#include "inquiries/inquiries.h"
#include "platform/base/embedded.h"
#include "platform/base/time.h"
#include "platform/testing/database.h"
#include "releases/implementation.h"
#include "taxonomy/taxonomy.h"

namespace digilots::releases {

inline periods::Period period(const char* key) { return periods::read(key).value(); }

struct Server {
    db::Database& database;
    base::TestClock& clock;
    kept::Versions versions{database};
    municipality::Municipalities municipalities{database, versions, clock};
    organisation::Organisation organisation{database, versions, clock};
    directory::Directory directory{database, versions, municipalities, organisation, clock};
    taxonomy::OwnTopics own_topics{database, versions, clock};
    inquiries::Inquiries inquiries{database, directory, municipalities, organisation, own_topics, clock};
    std::map<std::string, std::vector<WasSo>> was_so = {};
    Releases releases{database, versions, clock,
                      {municipalities, inquiries, with_a_place(), 10, nullptr,
                       [this](const std::string& municipality, const periods::Period& asked) {
                           std::vector<WasSo> then;
                           for (const auto& one : was_so[municipality])
                               if (one.days.from <= asked.to && one.days.to >= asked.from) then.push_back(one);
                           return then;
                       }}};

    Server(db::Database& opened, base::TestClock& time) : database(opened), clock(time) {}

    static register_::Others with_a_place() {
        register_::Others others;
        others.links["directory.place"].choices = [](const register_::Surroundings&) {
            return std::vector<register_::Choice>{{"desk", "Desk"}};
        };
        others.links["directory.unit_of_place"] = {.choices = [](const register_::Surroundings&) {
                                                       return std::vector<register_::Choice>{};
                                                   },
                                                   .path = "",
                                                   .within = [](const register_::Surroundings&, std::string_view) {
                                                       return std::vector<std::string>{};
                                                   }};
        return others;
    }
    void activate(const std::string& id) {
        municipalities.activate(id, municipality::default_settings(*municipalities.about(id)));
    }
    /// So many that are alike, at noon.
    void log(const std::string& municipality, const char* day, int number, const inquiries::Inquiry& like) {
        const auto tenant = municipalities.find_tenant(municipality::Municipalities::slug_of(municipality)).value();
        database.write([&](db::Connection& connection) {
            for (int at = 0; at < number; ++at) {
                auto one = like;
                one.at = base::from_civil(base::parse_date(day).value(), 12, 0, tenant.zone);
                inquiries.log_within(connection, tenant, one, "guide");
            }
        });
    }
    Table read(const std::string& municipality, const char* table, const char* key) const {
        return releases.read({Whose::Of::municipality, municipality}, table, period(key));
    }
    Value total(const std::string& municipality, const char* key) const { return read(municipality, "total", key).total; }
    Value of(const std::string& municipality, const char* table, const char* key, const std::string& term) const {
        for (const auto& line : read(municipality, table, key).lines)
            if (line.key == term) return line.value;
        return {};
    }
};

inline inquiries::Inquiry about(std::vector<std::string> topics, std::string place = "") {
    inquiries::Inquiry inquiry;
    inquiry.place = std::move(place);
    inquiry.channel = "visit";
    inquiry.outcome = "answered";
    inquiry.topics = std::move(topics);
    return inquiry;
}

inline Value shown(std::int64_t count) { return {Shown::count, count}; }

}  // namespace digilots::releases
