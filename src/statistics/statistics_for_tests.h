#pragma once
// A municipality, a network and made-up measures, with a guide, a coordinator and programs.
#include <gtest/gtest.h>

#include <algorithm>

#include "platform/html/error_page.h"
#include "platform/register/pages.h"
#include "platform/testing/database.h"
#include "platform/testing/html_form.h"
#include "platform/testing/page_client.h"
#include "statistics/question.h"
#include "statistics/statistics.h"

namespace digilots::statistics {

/// A made-up measure: as many as the day of the month, under the topics bank and mobile.
inline measures::Measure made_up_measure() {
    const auto the = [](std::string_view key, std::string_view, const i18n::Translator&) { return "the " + std::string(key); };
    measures::Measure measure{.key = "inquiries",
                              .title = TEXT("Inquiries"),
                              .definition = TEXT("What is counted"),
                              .unit = TEXT("inquiries"),
                              .dimensions = {{"topic", TEXT("Topic"), the}, {"place", TEXT("Place"), the}},
                              .code_list_version = "2026.1"};
    measure.figures = [](const measures::Query& query) {
        std::vector<measures::Row> rows;
        for (const std::string& municipality : query.municipalities) {
            for (const char* topic : {"bank", "mobile"}) {
                if (query.where.contains("topic") && query.where.at("topic") != topic) continue;
                measures::Row row;
                for (const std::string& dimension : query.by) {
                    row.dimensions[dimension] = dimension == "topic"          ? topic
                                                : dimension == "municipality" ? municipality
                                                                              : "2026-11";
                }
                row.value = std::string_view(topic) == "bank" ? 20 : 4;
                rows.push_back(row);
                if (std::ranges::find(query.by, "topic") == query.by.end()) break;
            }
        }
        return rows;
    };
    measure.can_answer = [](const measures::Query& query) { return query.by.size() < 4; };
    measure.rows_url = [](const measures::Query& query) {
        return "/staff/inquiries?" + (query.where.contains("topic") ? "topic=" + query.where.at("topic") : std::string("all"));
    };
    return measure;
}

struct World {
    base::TestClock clock{testing::at("2026-11-22T10:30:00Z")};
    std::unique_ptr<db::Database> database = testing::fresh_database();
    kept::Versions versions{*database};
    municipality::Municipalities municipalities{*database, versions, clock};
    taxonomy::OwnTopics own_topics{*database, versions, clock};
    std::shared_ptr<Kinds> kinds = std::make_shared<Kinds>(*database, clock, others());
    Around around;
    std::unique_ptr<http::Server> server;

    static register_::Others others() {
        return {.links = {{"organisation.unit", {.choices = [](const register_::Surroundings&) {
                    return std::vector<register_::Choice>{{.key = "one", .label = "One"}};
                }, .path = ""}}},
                .name_of = [](std::string_view id) { return std::string(id); }};
    }

    explicit World(std::vector<measures::Measure> measures = {made_up_measure()}, Around given = {}) : around(std::move(given)) {
        municipalities.activate("2281", {});
        serve(all_routes(std::move(measures)));
    }

    void serve(http::Routes all) {
        http::Gatekeeper keeper;
        keeper.find_tenant = [this](std::string_view slug) { return municipalities.find_tenant(slug); };
        keeper.find_session = [](std::string_view name, base::Instant) { return person(name); };
        keeper.find_token = [](std::string_view, base::Instant) {
            http::Identity identity = *person("coordinator");
            identity.token_id = "t";
            identity.scopes = {"statistics:read"};
            return std::optional(identity);
        };
        server = std::make_unique<http::Server>(http::ServerOptions{}, std::move(all), std::move(keeper), html::error_page, clock);
    }

    http::Routes all_routes(std::vector<measures::Measure> measures) {
        auto all = routes(std::move(measures), municipalities, own_topics, clock, kinds, around);
        for (auto* records : {&kinds->targets, &kinds->saved})
            for (auto& route : register_::register_routes(*records)) all.push_back(std::move(route));
        return all;
    }
    void aim_at(const register_::Draft& target) {
        ASSERT_TRUE(kinds->targets.add(kinds->targets.around("2281"), target, "anna"));
    }

    static std::optional<http::Identity> person(std::string_view name) {
        http::Identity identity;
        identity.account_id = identity.session_id = name;
        if (name == "viewer") {
            identity.networks = {"teo"};
            return identity;
        }
        identity.municipality_id = "2281";
        identity.role = name == "coordinator" ? http::Role::coordinator : http::Role::guide;
        return identity;
    }

    testing::PageClient as(const char* name) {
        testing::PageClient client(*server);
        client.cookies()["session"] = name;
        return client;
    }

    testing::Page api(std::string_view url) {
        return testing::PageClient(*server).send(http::Method::get, url, "", {{"Authorization", "Bearer t"}});
    }
};

}  // namespace digilots::statistics
