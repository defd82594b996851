#pragma once
// A log on a database of its own with the demo's municipalities, as tests need it.
#include "inquiries/implementation.h"
#include "platform/base/embedded.h"
#include "platform/testing/database.h"

namespace digilots::inquiries {

inline const http::Tenant sundsvall{"2281", "sundsvall", "Sundsvall", "Europe/Stockholm", {"sv", "en"}, "", false, ""};
inline const http::Tenant harnosand{"2280", "harnosand", "Härnösand", "Europe/Stockholm", {"sv", "en"}, "", false, ""};

struct LogForTests {
    base::TestClock clock{testing::at("2026-11-22T10:30:00Z")};
    std::unique_ptr<db::Database> database;
    kept::Versions versions{*database};
    municipality::Municipalities municipalities{*database, versions, clock};
    organisation::Organisation organisation{*database, versions, clock};
    directory::Directory directory{*database, versions, municipalities, organisation, clock};
    taxonomy::OwnTopics own_topics{*database, versions, clock};
    Inquiries inquiries{*database, directory, municipalities, organisation, own_topics, clock};

    explicit LogForTests(std::unique_ptr<db::Database> opened = testing::fresh_database()) : database(std::move(opened)) {
        const auto mapping = base::embedded_file("data/demo/mapping.json");
        directory::apply_import(*database, municipalities,
                                directory::plan_import(*database, mapping.value(), "mapping.json"), clock.now());
    }

    measures::Measure measure(std::string_view key) {
        for (measures::Measure& one : measures_) {
            if (one.key == key) return one;
        }
        throw std::runtime_error("no such measure");
    }

    std::vector<measures::Row> figures(std::string_view key, const char* from, const char* to,
                                          std::vector<std::string> by = {},
                                          std::map<std::string, std::string> where = {},
                                          std::vector<std::string> municipalities_asked = {"2281"}) {
        return measure(key).figures({std::move(municipalities_asked),
                                     {base::parse_date(from).value(), base::parse_date(to).value()},
                                     std::move(by),
                                     std::move(where)});
    }

    std::int64_t total(std::string_view key, const char* from, const char* to, std::map<std::string, std::string> where = {},
                       std::vector<std::string> municipalities_asked = {"2281"}) {
        const auto rows = figures(key, from, to, {}, std::move(where), std::move(municipalities_asked));
        return rows.empty() ? 0 : rows.front().value.amount;
    }

private:
    std::vector<measures::Measure> measures_ = inquiries.measures();
};

inline Inquiry a_visit(std::vector<std::string> topics = {"print"}) {
    Inquiry inquiry;
    inquiry.place = "sundsvall-kulturmagasinet";
    inquiry.channel = "visit";
    inquiry.outcome = "answered";
    inquiry.topics = std::move(topics);
    inquiry.minutes = 5;
    return inquiry;
}

}  // namespace digilots::inquiries
