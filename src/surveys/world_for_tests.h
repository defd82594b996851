#pragma once
// A municipality with surveys, whoever is signed in, and what is stored of it as bytes.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/http/server.h"
#include "platform/register/every_statement_for_tests.h"
#include "platform/register/pages.h"
#include "platform/testing/database.h"
#include "platform/testing/gatekeeper.h"
#include "platform/testing/page_client.h"
#include "surveys/checking.h"
#include "surveys/implementation.h"

namespace digilots::surveys {

inline constexpr const char* sundsvall = "2281";

struct SurveysWorld : ::testing::Test {
    base::TestClock clock{testing::at("2026-11-30T10:00:00Z")};
    testing::DatabasePlace place{testing::Schema::migrated};
    std::unique_ptr<db::Database> database = db::open(place.options());
    kept::Versions versions{*database};
    municipality::Municipalities municipalities{*database, versions, clock};
    testing::TemporaryFolder folder;
    Surveys surveys{
        *database, versions, clock, {municipalities, {}, (folder.path() / "keys").string(), "https://lots.example"}};
    const Surveys::Implementation& self = Inside::of(surveys);
    std::unique_ptr<http::Server> server;
    bool is_made_up = false;                // whether the municipality is one of the demo

    SurveysWorld() {
        auto settings = municipality::default_settings(*municipalities.about(sundsvall));
        settings.languages = {"sv", "en", "ar"};
        municipalities.activate(sundsvall, settings);
        server = serve(false);
    }

    std::unique_ptr<http::Server> serve(bool limits) {
        auto given = slice(surveys);
        auto routes = given.routes({});
        for (auto* records : given.registers)
            for (auto& route : register_::register_routes(*records)) routes.push_back(std::move(route));
        auto keeper = testing::gatekeeper_for(
            sundsvall,
            [this](std::string_view slug) {
                auto tenant = municipalities.find_tenant(slug);
                if (tenant) tenant->is_made_up = is_made_up;
                return tenant;
            },
            &versions);
        keeper.languages = {"sv", "en", "ar"};
        http::ServerOptions options;
        options.rate_limits = limits;
        return std::make_unique<http::Server>(options, std::move(routes), std::move(keeper), html::error_page, clock);
    }

    std::string add_survey(register_::Draft draft = {}) {
        draft.try_emplace("title", std::vector<std::string>{"Hjälper hjälpen?"});
        draft.try_emplace("kind", std::vector<std::string>{"form"});
        draft.try_emplace("audience", std::vector<std::string>{"residents"});
        draft["languages"] = {"sv", "ar"};
        draft["is_listed"] = {"1"};
        const auto made = surveys.surveys().add(surveys.surveys().around(sundsvall), draft, "coordinator");
        EXPECT_TRUE(made);
        return made ? made->id : "";
    }
    std::string add_round(const std::string& survey, const char* title, const char* stage, const char* opens,
                          const char* closes) {
        const register_::Draft draft{
            {"title", {title}}, {"survey", {survey}}, {"stage", {stage}}, {"opens", {opens}}, {"closes", {closes}}};
        const auto made = surveys.rounds().add(surveys.rounds().around(sundsvall), draft, "coordinator");
        EXPECT_TRUE(made);
        return made ? made->id : "";
    }
    static Definition two_questions() {
        Definition definition;
        definition.next_key = 4;
        definition.questions = {
            {.key = "q1",
             .kind = Kind::choice,
             .label = {{"sv", "Fick du hjälp?"}, {"ar", "هل حصلت على مساعدة؟"}},
             .options = {{"c1", {{"sv", "Ja"}, {"ar", "نعم"}}}, {"c2", {{"sv", "Nej"}, {"ar", "لا"}}}}},
            {.key = "q2", .kind = Kind::scale, .label = {{"sv", "Hur säker är du?"}}, .least = 1, .most = 5},
            {.key = "q3", .kind = Kind::text, .label = {{"sv", "Vad mer?"}}}};
        return definition;
    }
    void ask(const std::string& survey, const Definition& definition = two_questions()) {
        const auto stored =
            database->read([&](db::Connection& connection) { return newest_edition(connection, sundsvall, survey); });
        EXPECT_EQ(save_edition(self, sundsvall, survey, stored, definition, "coordinator"), Saved::saved);
    }
    /// A survey with a round that is open now.
    std::string open_survey(const register_::Draft& draft = {}) {
        const auto survey = add_survey(draft);
        add_round(survey, "Hösten", "once", "2026-11-01", "2026-12-20");
        ask(survey);
        return survey;
    }
    Taken take_one(const std::string& survey, const Answers& answers, const std::string& once = "",
                   const std::string& pair = "") {
        const auto list = self.list(sundsvall);
        const auto* asked = find_survey(*list, survey);
        const auto* round = asked ? asked->open_round(self.today_in("Europe/Stockholm")) : nullptr;
        EXPECT_TRUE(round);
        return round ? take(self, sundsvall, *asked, *round, {{.answers = to_text(answers), .pair = pair, .once = once}})
                     : Taken::changed_meanwhile;
    }
    std::int64_t number(const db::Statement& statement) {
        return database->read([&](db::Connection& connection) { return connection.query(statement)[0].integer("number"); });
    }
    /// Of nobody, or of whoever has that role.
    testing::PageClient client(const char* role = "") {
        testing::PageClient made(*server);
        if (role[0] != '\0') made.cookies()["session"] = role;
        return made;
    }
    std::string slug(const std::string& survey) {
        const auto list = self.list(sundsvall);
        const auto* found = find_survey(*list, survey);
        return found ? found->slug : "";
    }
};

}  // namespace digilots::surveys
