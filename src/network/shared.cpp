#include "network/shared.h"

#include <algorithm>

#include "network/sql.h"
#include "platform/base/lists.h"
#include "platform/register/record.h"

namespace digilots::network {

namespace {

using Chosen = std::map<std::string, std::string>;

constexpr std::string_view notes_column = "notes";
/// Columns of choices by kinds.
constexpr std::pair<const char*, const char*> column_of_kind[] = {
    {"topic", "notes"},        {"meeting", "notes"}, {"news", "notes"},   {"file", "notes"},
    {"idea", "notes"},   {"template", "notes"},      {"answer", "notes"}, {"resource", "notes"},
    {"quality", "notes"}, {"codes", "notes"},
    {"role", "roles"},         {"mandate", "mandates"},  {"group", "theme_groups"}, {"action", "theme_groups"},
    {"system", "systems"},     {"visit", "visits"},  {"start", "starts"}, {"example", "examples"}};

bool is_of_notes(const std::string& kind) {
    return std::ranges::any_of(column_of_kind, [&](const auto& one) { return one.first == kind && one.second == notes_column; });
}

std::map<std::string, Chosen> choices(db::Connection& connection) {
    std::map<std::string, Chosen> found;
    for (const auto row : connection.query(sql::sharing_choices)) {
        auto& of = found[row.text("municipality_id")];
        for (const auto& [kind, column] : column_of_kind) of[kind] = row.text(column);
    }
    return found;
}

}  // namespace

std::string level_of(const std::string& kind, const std::string& said, const Chosen& chosen) {
    if (!said.empty()) return said;
    if (kind == "profile") return "public";
    const auto found = chosen.find(kind);
    return found == chosen.end() || found->second.empty() ? "network" : found->second;
}

bool is_material(const std::string& kind) {
    constexpr std::string_view kinds[] = {"idea", "template", "answer", "resource", "quality", "codes"};
    return base::holds(kinds, kind);
}

bool may_see(Viewer viewer, const std::string& level) {
    return level == "public" || (viewer == Viewer::member && level == "network");
}

std::vector<std::string> levels_of_a_unit(db::Database& database, std::string_view municipality, const char* column) {
    return database.read([&](db::Connection& connection) {
        std::vector<std::string> levels{"unit"};
        for (const auto row : connection.query(sql::sharing_of, municipality))
            if (row.text(column) == "unit") levels.emplace_back();
        return levels;
    });
}

std::vector<SharedRow> shared_in(db::Database& database, const municipality::Municipalities& municipalities,
                                 const municipality::Network& network, Viewer viewer) {
    return database.read([&](db::Connection& connection) {
        std::vector<SharedRow> rows;
        const auto chosen = choices(connection);
        for (const auto row : connection.query(sql::shared_rows, network.key)) {
            SharedRow one{row.text("kind"), row.text("municipality_id"), row.text("id"), row.text("title"), row.text("about"),
                          row.text("day"), row.text("detail"), row.text("url"), row.flag("pinned"),
                          std::to_string(row.integer("version")), row.text("credit")};
            one.is_note = is_of_notes(one.kind);
            one.more = row.text("more");
            if (!base::holds(network.members, one.municipality) || !municipalities.is_active(one.municipality)) continue;
            const auto of = chosen.find(one.municipality);
            if (!may_see(viewer, level_of(one.kind, row.text("level"), of == chosen.end() ? Chosen{} : of->second))) continue;
            if (one.kind == "mandate" && !one.detail.empty()) {
                const auto covered = register_::list_items(one.detail);
                for (const auto& member : network.members)
                    if (!base::holds(covered, member)) one.left_out.push_back(member);
            }
            rows.push_back(std::move(one));
        }
        return rows;
    });
}

const SharedRow* profile_of(const std::vector<SharedRow>& rows, const municipality::Network& network) {
    const SharedRow* found = nullptr;
    for (const auto& row : rows) {
        if (row.kind != "profile") continue;
        if (row.municipality == network.lead) return &row;
        if (found == nullptr) found = &row;
    }
    return found;
}

}  // namespace digilots::network
