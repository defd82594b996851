// What a municipality found out about needs is read by those it is shared with and by nobody else: every page, table and
// interface of needs and networks. Walks all routes: a new one is held to it, too.
#include <set>

#include "app/networks_for_tests.h"

namespace digilots::app {
namespace {

constexpr const char *timra_of_needs = "2262", *sundsvall_of_needs = "2281", *kramfors_of_needs = "2282";

/// Levels: "own", "network" (of both), "teo" (of that network alone), "all".
class NeedsLevels : public ::testing::Test {
protected:
    NeedsLevels() {
        auto& municipalities = here.application->municipalities;
        municipalities.save_network({"teo", "TEO", {timra_of_needs, sundsvall_of_needs}, timra_of_needs});
        municipalities.save_network({"norr", "Norr", {kramfors_of_needs, sundsvall_of_needs}, kramfors_of_needs});
        for (const char* level : {"own", "network", "teo", "all"}) tell_all(level);
        tell("mapping_answer", "own", {{"round", {round_for_all}}, {"area", {"support"}}, {"state", {"draft"}}});
    }
    std::string tell(const std::string& kind, const std::string& level, register_::Draft draft) {
        const auto title = "Zq" + std::to_string(told.size()) + "x";
        draft["title"] = {title};
        const auto id = here.add(kind, sundsvall_of_needs, draft);
        EXPECT_NE(id, "") << kind << " " << level;
        told.push_back({title, level, kind, std::string(here.records(kind).declaration().path), id});
        return id;
    }
    void tell_all(const std::string& level) {
        register_::Draft shared{{"shared", {level == "teo" ? "network" : level}}};
        if (level == "teo") shared["networks"] = {"teo"};
        tell("good_example", level, shared);
        shared["mark"] = {"autumn"};
        shared["begins_with"] = {"nothing"};
        const auto round = tell("mapping_round", level, shared);
        if (level == "all") round_for_all = round;
        const register_::Draft of_round{{"round", {round}}, {"area", {"support"}}};
        const auto question =
            tell("mapping_question", level, {{"round", {round}}, {"code", {"E" + level}}, {"part", {"current"}}});
        auto answer = of_round, recommended = of_round;
        answer["question"] = {question};
        answer["state"] = {"done"};
        tell("mapping_answer", level, answer);
        recommended["kind"] = {"idea"};
        tell("recommendation", level, recommended);
    }
    static bool may_read(const std::string& reader, const std::string& level) {
        if (level == "all" || reader.starts_with("2281/")) return true;
        if (level == "own") return false;
        if (reader.starts_with("2262/") || reader == "viewer/teo") return true;
        return level == "network" && reader.starts_with("2282/");
    }
    /// Every address that reads something of needs or of networks, as that municipality; of one record each that is told.
    std::set<std::string> addresses(const std::string& slug) const {
        std::set<std::string> found;
        for (const auto& route : here.application->routes()) {
            if (route.method != http::Method::get || is_packed(route.path)) continue;
            if (route.path.find("needs") == route.path.npos && route.path.find("network") == route.path.npos) continue;
            for (const char* network : {"teo", "norr"}) {
                const auto path = address_with(address_with(route.path, "{municipality}", slug), "{network}", network);
                if (path.find("{id}") == path.npos) found.insert(path);
                for (const auto& one : told)
                    if (path.find(one.path + "/{id}") != path.npos) found.insert(address_with(path, "{id}", one.id));
            }
        }
        std::erase_if(found, [](const std::string& path) { return path.find('{') != path.npos; });
        const std::string pages = "/" + slug + "/staff/needs";
        for (const char* asked : {"/beside-others?mark=autumn&area=support&question=*", "/joint-report?mark=autumn",
                                  "/beside-others?mark=autumn&area=support&question="})
            found.insert(pages + asked);
        for (const char* level : {"own", "network", "teo", "all"})
            found.insert(pages + "/beside-others?mark=autumn&area=support&question=E" + level);
        for (const char* network : {"teo", "norr"})
            found.insert("/api/v1/networks/" + std::string(network) + "/coverage?round=autumn");
        for (const auto& one : told)
            if (one.kind == "mapping_round")
                for (const char* page : {"/report?round=", "/coverage?round=", "/changes?round="})
                    found.insert(pages + page + one.id);
        return found;
    }
    /// What is packed holds what its page holds; an empty form holds nothing that was found.
    static bool is_packed(const std::string& path) {
        for (const char* end : {".pdf", ".odt", ".xlsx", "/import", "/new"})
            if (path.ends_with(end)) return true;
        return false;
    }

    base::TestClock clock{testing::at("2026-10-12T09:00:00Z")};
    InstallationForTests here{clock, {timra_of_needs, sundsvall_of_needs, kramfors_of_needs}};
    std::string round_for_all;
    std::vector<Told> told;
};

TEST_F(NeedsLevels, AreHeldOnEveryPageTableAndInterfaceForEverybody) {
    ASSERT_GE(addresses("timra").size(), 100U);
    for (const char* reader : {"", "viewer/teo", "2262/guide", "2262/administrator", "2282/administrator"}) {
        const std::string who(reader);
        const std::string own = who.starts_with("2282/") ? "kramfors" : "timra";
        auto seen = titles_read_by(here, who, addresses(own), told, may_read);
        seen.merge(titles_read_by(here, who, addresses("sundsvall"), told, may_read));
        for (const auto& one : told) {
            const bool is_member = who.starts_with("22");
            const bool is_told_beside =
                one.kind == "mapping_answer" || one.kind == "recommendation" || one.kind == "good_example";
            if (!is_member || !is_told_beside || !may_read(who, one.level)) continue;
            EXPECT_TRUE(seen.contains(one.title)) << who << " reads nowhere a " << one.kind << " of the level " << one.level;
        }
    }
}

}  // namespace
}  // namespace digilots::app
