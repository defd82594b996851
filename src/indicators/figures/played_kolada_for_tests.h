#pragma once
// A small Kolada that tests change between and during runs: a catalogue, one group, figures, pages of a chosen size.
// All its figures are made up.
#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "indicators/figures/catalogue_store.h"
#include "indicators/figures/column.h"
#include "indicators/figures/ingest.h"
#include "indicators/figures/kolada_source.h"
#include "indicators/figures/sync.h"
#include "indicators/indicators.h"
#include "platform/base/text.h"
#include "platform/testing/database.h"
#include "platform/testing/played_server.h"

namespace digilots::indicators {

struct PlayedKolada {
    struct Figure {
        std::string value = "1";           // as JSON
        std::string status, deleted = "false";
    };
    using Key = std::tuple<std::string, std::string, int, std::string>;   // indicator, place, year, gender

    std::map<std::string, std::string> titles{{"N00001", "Andel med bredband (%)"}, {"N00002", "Antal besök, antal"}};
    std::map<Key, Figure> figures;
    std::string group = "G1";
    std::size_t page_size = 1000;
    /// Answers in place of this one where it has something to say.
    std::function<std::optional<testing::Reply>(const std::string& target)> misbehave;
    testing::PlayedServer server{[this](const std::string& target, const std::string&) { return reply(target); }};

    PlayedKolada() {
        const auto& ids = Places::of("SE").ids();
        for (std::size_t at = 0; at < 40; ++at) {
            figures[{"N00001", ids[at], 2021, "T"}] = {std::to_string(at + 1), ""};
            figures[{"N00001", ids[at], 2022, "T"}] = {std::to_string(2 * at + 1), ""};
        }
    }

    std::string address() const { return server.url() + "/v3"; }

    testing::Reply reply(const std::string& target) {
        if (misbehave) {
            if (auto reply = misbehave(target)) return *reply;
        }
        if (target.starts_with("/v3/kpi")) return {200, catalogue()};
        if (target.starts_with("/v3/municipality_groups")) return {200, groups()};
        if (target.starts_with("/v3/data/")) return {200, data(target)};
        return {404, ""};
    }

    std::string catalogue() const {
        std::string rows;
        for (const auto& [id, title] : titles) {
            rows += (rows.empty() ? "" : ",") + ("{\"id\":\"" + id + "\",\"title\":\"" + title +
                     "\",\"description\":null,\"is_divided_by_gender\":true,\"operating_area\":\"Test\"}");
        }
        return "{\"values\":[" + rows + "],\"next_url\":null}";
    }

    std::string groups() const {
        return "{\"values\":[{\"id\":\"" + group + R"(","title":"Liknande kommuner, test, Stockholm, 2025","members":[)"
               R"({"member_id":"0114"},{"member_id":"0115"}]}]})";
    }

    /// Rows of the ids asked for; the address says which page.
    std::string data(const std::string& target) const {
        const auto path = target.substr(0, target.find('?'));
        const auto parts = base::split(path, '/');
        const auto indicators = set_of(parts.at(4)), places = set_of(parts.at(6));
        const auto page_at = target.find("&page=");
        const std::size_t page = page_at == std::string::npos ? 0 : std::stoul(target.substr(page_at + 6));
        std::vector<std::string> rows;
        for (const auto& [key, figure] : figures) {
            const auto& [indicator, place, year, gender] = key;
            if (indicators.contains(indicator) && places.contains(place)) {
                rows.push_back("{\"kpi\":\"" + indicator + "\",\"period\":" + std::to_string(year) +
                               ",\"municipality\":\"" + place + "\",\"values\":[{\"gender\":\"" + gender +
                               "\",\"count\":1,\"status\":\"" + figure.status +
                               "\",\"value\":" + figure.value + ",\"isdeleted\":" + figure.deleted + "}]}");
            }
        }
        std::string text;
        for (std::size_t at = page * page_size; at < std::min(rows.size(), (page + 1) * page_size); ++at) {
            text += (text.empty() ? "" : ",") + rows[at];
        }
        const bool is_last = (page + 1) * page_size >= rows.size();
        const auto base = target.substr(0, std::min(page_at, target.size()));
        const auto next = is_last ? "null" : "\"" + server.url() + base + "&page=" + std::to_string(page + 1) + "\"";
        return "{\"values\":[" + text + "],\"next_url\":" + next + "}";
    }

    static std::set<std::string> set_of(std::string_view ids) {
        std::set<std::string> found;
        for (const auto id : base::split(ids, ',')) found.emplace(id);
        return found;
    }
};

/// Where figures go in tests, and short ways to fetch.
struct FigureWorld {
    base::TestClock clock{testing::at("2026-11-22T10:00:00Z")};
    std::unique_ptr<db::Database> database = testing::fresh_database();
    kept::Versions versions{*database};
    municipality::Municipalities municipalities{*database, versions, clock};
    Indicators indicators{*database, versions, municipalities, clock, {"", 30}};
    std::vector<std::chrono::milliseconds> waits;
    std::function<void()> at_wait;

    /// The catalogue has these, without a title: figures of others are not taken from files.
    void know(std::initializer_list<const char*> ids) {
        database->write([&](db::Connection& connection) {
            for (const char* id : ids) store::add_indicator(connection, stand_in(id, *kolada_source("")), clock.now());
        });
    }
    Patience patience() {
        Patience patience;
        patience.attempts = 4;
        patience.time_limit = std::chrono::milliseconds(2000);
        patience.wait = [this](std::chrono::milliseconds time) {
            waits.push_back(time);
            if (at_wait) at_wait();
        };
        return patience;
    }

    Run sync(const PlayedKolada& kolada, Scope scope = Scope::changes, const std::function<bool()>& stopping = {}) {
        const auto source = kolada_source(kolada.address(), patience());
        SyncWishes wishes;
        wishes.indicators = {"N00001", "N00002"};
        wishes.scope = scope;
        wishes.stopping = stopping;
        clock.advance(std::chrono::hours(1));
        const auto run = indicators::sync(*database, clock, *source, wishes);
        return run;
    }

    std::string failure(const PlayedKolada& kolada, Scope scope = Scope::changes) {
        try {
            sync(kolada, scope);
            return "";
        } catch (const SourceError& error) {
            return error.what();
        }
    }

    std::optional<double> value(const std::string& municipality, const std::string& indicator, int year) {
        Question question{indicator};
        question.year = year;
        return indicators.standing(municipality, question).value;
    }
};

}  // namespace digilots::indicators
