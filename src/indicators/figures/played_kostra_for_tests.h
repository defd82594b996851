#pragma once
// A small Statbank that tests change between and during runs: tables of some contents, places and years, as its PxWeb API
// (version 1) describes and answers them. Every figure is MADE UP.
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indicators/figures/kostra_source.h"
#include "indicators/figures/sync.h"
#include "platform/base/json.h"
#include "platform/testing/played_server.h"

namespace digilots::indicators {

struct PlayedKostra {
    using Reply = testing::Reply;
    struct Cell {
        std::string value, sign;       // "91.5" or "null"; "", ".", "..", ":"
    };
    struct Table {
        std::vector<std::string> contents, places{"EAK", "0301", "1151", "1860", "0814"}, years{"2023", "2024"};
        std::map<std::string, Cell> cells;     // "KOSa0000 0301 2024"; the others are 7
    };
    std::map<std::string, Table> tables;
    std::size_t most_cells = 800'000;
    std::function<std::optional<Reply>(const std::string& target, const std::string& body)> misbehave;
    std::vector<std::string> posted;           // bodies
    testing::PlayedServer server{[this](const std::string& target, const std::string& body) { return reply(target, body); }};

    std::string address() const { return server.url() + "/api/v0/no/table"; }

private:
    using Chosen = std::vector<std::pair<std::string, std::vector<std::string>>>;

    static Reply ok(std::string text) { return Reply{200, std::move(text), "application/json", {}, Reply::Manner::usual}; }

    Reply reply(const std::string& target, const std::string& body) {
        if (!body.empty()) posted.push_back(body);
        if (misbehave) {
            if (auto wrong = misbehave(target, body)) return *wrong;
        }
        const auto found = tables.find(target.substr(target.rfind('/') + 1));
        if (found == tables.end()) return Reply{404, "", "text/html", {}, Reply::Manner::usual};
        return body.empty() ? ok(described(found->second)) : answered(found->first, found->second, body);
    }

    static std::string listed(const std::vector<std::string>& words) {
        std::string text;
        for (const auto& word : words) text += (text.empty() ? "\"" : ",\"") + word + "\"";
        return "[" + text + "]";
    }

    static std::string described(const Table& table) {
        const auto variable = [](const std::string& code, const std::vector<std::string>& values) {
            return "{\"code\":\"" + code + "\",\"values\":" + listed(values) + ",\"valueTexts\":" + listed(values) + "}";
        };
        return "{\"title\":\"made up\",\"variables\":[" + variable("KOKkommuneregion0000", table.places) + "," +
               variable("ContentsCode", table.contents) + "," + variable("Tid", table.years) + "]}";
    }

    Reply answered(const std::string& id, const Table& table, const std::string& body) const {
        Chosen chosen;
        std::size_t cells = 1;
        const auto query = base::parse_json(body);
        for (const auto& one : (*query)["query"].items()) {
            std::vector<std::string> values;
            for (const auto& value : one["selection"]["values"].items()) values.emplace_back(value.text());
            cells *= values.size();
            chosen.emplace_back(one["code"].text(), std::move(values));
        }
        if (cells > most_cells) return Reply{403, "Too many values selected", "text/html", {}, Reply::Manner::usual};
        return ok(cube(id, table, chosen));
    }

    static std::string cube(const std::string& id, const Table& table, const Chosen& chosen) {
        std::string ids, sizes, dimensions, values, signs;
        for (const auto& [code, codes] : chosen) {
            const std::string comma = ids.empty() ? "" : ",";
            ids += comma + "\"" + code + "\"";
            sizes += comma + std::to_string(codes.size());
            dimensions += comma + "\"" + code + "\":{\"category\":{\"index\":" + listed(codes) + "}}";
        }
        int position = 0;
        for (const auto& place : chosen[0].second) {
            for (const auto& content : chosen[1].second) {
                for (const auto& year : chosen[2].second) {
                    const auto own = table.cells.find(content + " " + place + " " + year);
                    const auto cell = own == table.cells.end() ? Cell{"7", ""} : own->second;
                    values += (values.empty() ? "" : ",") + cell.value;
                    if (!cell.sign.empty()) {
                        signs += (signs.empty() ? "\"" : ",\"") + std::to_string(position) + "\":\"" + cell.sign + "\"";
                    }
                    ++position;
                }
            }
        }
        return "{\"class\":\"dataset\",\"version\":\"2.0\",\"source\":\"made-up test figures\",\"id\":[" + ids + "],\"size\":[" +
               sizes + "],\"dimension\":{" + dimensions + "},\"value\":[" + values + "],\"status\":{" + signs +
               "},\"role\":{\"time\":[\"Tid\"],\"geo\":[\"KOKkommuneregion0000\"],\"metric\":[\"ContentsCode\"]}," +
               "\"extension\":{\"px\":{\"tableid\":\"" + id + "\"}}}";
    }
};

}  // namespace digilots::indicators
