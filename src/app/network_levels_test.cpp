// What a member shares is read by those it is shared with and by nobody else: every page, table and interface of networks, asked
// by everybody, for each kind of record and each level. Walks all routes: a new one is held to it, too.
#include <algorithm>
#include <set>
#include <string_view>

#include "app/needs_for_tests.h"
#include "app/networks_for_tests.h"

namespace digilots::app {
namespace {

constexpr const char *timra_of_levels = "2262", *sundsvall_of_levels = "2281", *kramfors_of_levels = "2282";

class NetworkLevels : public ::testing::Test {
protected:
    NetworkLevels() {
        here.application->municipalities.save_network(
            {"teo", "TEO", {timra_of_levels, sundsvall_of_levels}, timra_of_levels});
        school = add_unit("School");
        library = add_unit("Library");
        here.application->refresh();
        for (const auto& [kind, typical] : network_records()) {
            const auto& declaration = here.records(kind).declaration();
            if (declaration.find("level") == nullptr) continue;
            if (!declaration.kept_to_unit.empty()) tell(kind, typical, "unit");
            for (const char* level : {"municipality", "network", "public"}) tell(kind, typical, level);
        }
    }
    std::string add_unit(const char* name) {
        auto& units = here.application->organisation.unit_records();
        return units.add(units.around(sundsvall_of_levels), {{"name", {name}}}, "anna")->id;
    }
    void tell(const std::string& kind, register_::Draft draft, const std::string& level) {
        const auto title = "Zq" + std::to_string(all.size()) + "x";
        draft["title"] = {title};
        draft["network"] = {"teo"};
        draft["level"] = {level};
        if (level == "unit") draft["unit"] = {school};
        const auto id = here.add(kind, sundsvall_of_levels, draft);
        EXPECT_NE(id, "") << kind << " " << level;
        all.push_back({title, level, kind, std::string(here.records(kind).declaration().path), id});
    }
    std::vector<std::string> readers() const {
        std::vector<std::string> sessions{"",
                                          "viewer/teo",
                                          "viewer/norr",
                                          "2281/guide/" + library,
                                          "2281/coordinator/" + library,
                                          "2281/guide/" + school,
                                          "2281/guide",
                                          "2281/administrator/" + library};
        for (const char* other : {"2262/guide", "2262/administrator", "2282/administrator"}) sessions.emplace_back(other);
        return sessions;
    }
    bool may_read(const std::string& reader, const std::string& level) const {
        const bool is_own = reader.starts_with("2281/");
        if (level == "public") return true;
        if (level == "network") return is_own || reader.starts_with("2262/") || reader == "viewer/teo";
        if (level == "municipality") return is_own;
        return is_own && !reader.ends_with("e/" + library) && !reader.ends_with("coordinator/" + library);
    }
    /// Every address that reads something of networks; below one record that of each that is told.
    std::set<std::string> addresses() const {
        std::set<std::string> found;
        for (const auto& route : here.application->routes()) {
            const bool is_of_networks =
                route.path.find("network") != route.path.npos || route.path == "/{municipality}/together";
            if (route.method != http::Method::get || !is_of_networks) continue;
            for (const char* slug : {"timra", "sundsvall", "kramfors"}) {
                auto path = address_with(address_with(route.path, "{municipality}", slug), "{network}", "teo");
                if (path.find("{id}") == path.npos) found.insert(path);
                if (slug != std::string_view("sundsvall")) continue;
                for (const auto& one : all)
                    if (path.find(one.path + "/{id}") != path.npos) found.insert(address_with(path, "{id}", one.id));
            }
        }
        // Nothing can be read in a spreadsheet that is packed: its rows are those of the table.
        std::erase_if(found, [](const std::string& path) { return path.find('{') != path.npos || path.ends_with(".xlsx"); });
        return found;
    }

    base::TestClock clock{testing::at("2026-10-12T09:00:00Z")};
    InstallationForTests here{clock, {timra_of_levels, sundsvall_of_levels, kramfors_of_levels}};
    std::string school, library;
    std::vector<Told> all;
};

TEST_F(NetworkLevels, AreHeldOnEveryPageTableAndInterfaceForEverybody) {
    const auto paths = addresses();
    ASSERT_GE(paths.size(), 150U);
    ASSERT_GE(all.size(), 30U);
    for (const auto& reader : readers()) {
        const auto read =
            titles_read_by(here, reader, paths, all, [this](const auto& who, const auto& level) { return may_read(who, level); });
        // One member’s sentence stands on top, not each.
        for (const auto& one : all) {
            if (one.kind == "network_profile" || !may_read(reader, one.level)) continue;
            EXPECT_TRUE(read.contains(one.title)) << reader << " reads nowhere a " << one.kind << " of the level " << one.level;
        }
    }
}

TEST_F(NetworkLevels, WhatIsKeptToAUnitIsChangedByNobodyElse) {
    auto& notes = here.records("network_note");
    const auto& told = *std::ranges::find(all, "network_note", &Told::kind);
    const auto note = *notes.find(sundsvall_of_levels, told.id);
    ASSERT_EQ(note.text("level"), "unit");
    http::Identity other;
    other.role = http::Role::coordinator;
    other.unit = library;
    auto around = notes.around(sundsvall_of_levels);
    notes.keep_apart(around, other);
    EXPECT_FALSE(notes.find(around, note.id));
    EXPECT_FALSE(notes.change(around, note.id, notes.draft_of(note, around), "bo", base::Seen::anything()));
    EXPECT_EQ(notes.list(around, {}, 50, 0).found, 3) << "of four";
    other.unit = school;
    auto of_theirs = notes.around(sundsvall_of_levels);
    notes.keep_apart(of_theirs, other);
    EXPECT_TRUE(notes.find(of_theirs, note.id));
    EXPECT_EQ(notes.list(of_theirs, {}, 50, 0).found, 4);
}

TEST_F(NetworkLevels, AKindIsKeptToUnitsWhereTheirMunicipalityChoseIt) {
    const auto id = here.add("network_visit", sundsvall_of_levels,
                             {{"title", {"Zqvisitx"}}, {"network", {"teo"}}, {"unit", {school}}});
    const auto is_read = [&](const std::string& reader, const std::string& path) {
        return here.as(reader).get_once(path).html.find("Zqvisitx") != std::string::npos;
    };
    const std::string list = "/sundsvall/staff/network/visits";
    EXPECT_TRUE(is_read("2281/guide/" + library, list));
    auto& sharing = here.records("network_sharing");
    register_::Draft chosen;
    for (const auto& field : sharing.declaration().fields) chosen[std::string(field.name)] = {"network"};
    chosen["visits"] = {"unit"};
    ASSERT_TRUE(sharing.add(sharing.around(sundsvall_of_levels), chosen, "anna"));
    EXPECT_FALSE(is_read("2281/guide/" + library, list));
    EXPECT_FALSE(is_read("2281/guide/" + library, list + "/" + id));
    EXPECT_FALSE(is_read("2262/guide", "/timra/staff/networks/teo"));
    EXPECT_TRUE(is_read("2281/guide/" + school, list + "/" + id));
    EXPECT_FALSE(is_read("2281/guide/" + library, list + "/table"));
}

}  // namespace
}  // namespace digilots::app
