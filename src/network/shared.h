#pragma once
// Who sees what of that which members say is of a network. One function decides; every page, feed and interface asks it.
#include <map>
#include <string>
#include <vector>

#include "municipality/municipality.h"
#include "platform/db/database.h"

namespace digilots::network {

struct SharedRow {
    std::string kind;                   // "profile", "topic", "meeting", "news", "file", "idea" …, "role", "mandate" …
    std::string municipality, id, title, about;
    std::string day;                    // of an example its year
    std::string detail;                 // what else is told of its kind
    std::string url;                    // of notes and mandates: links, one a line; of who starts up: their municipality
    bool is_pinned = false;                     // of who starts up: with special needs, which come first
    std::string version = {}, credit = {};      // of notes; credit: whose it is, where it is somebody else's
    bool is_note = false;                       // it may have files
    /// Of a mandate "KIND/LAST DAY/WHO DECIDED"; of an action its group; of who starts up what is done.
    std::string more = {};
    std::vector<std::string> left_out = {};     // of a mandate that says whom it covers: other members, by id
    std::string mark() const { return municipality + "/" + id; }
};
/// What one member makes and others may take into their own list.
bool is_material(const std::string& kind);

enum class Viewer { anyone, member };
/// "unit", "municipality", "network" or "public": as the record says, else as its municipality chose for its kind, else the
/// network. Of what a network is for, "" is the public.
std::string level_of(const std::string& kind, const std::string& said, const std::map<std::string, std::string>& chosen);
bool may_see(Viewer viewer, const std::string& level);
/// What the level of a record says of which its unit alone reads: "unit", and "" where its municipality chose so for the kind,
/// by its column among the choices ("notes").
std::vector<std::string> levels_of_a_unit(db::Database& database, std::string_view municipality, const char* column);

/// What members of a network share, as that viewer sees it: those that are active here. By kind; within it pinned ones first,
/// then the newest.
std::vector<SharedRow> shared_in(db::Database& database, const municipality::Municipalities& municipalities,
                                 const municipality::Network& network, Viewer viewer);

/// The one that stands on top: of who leads the network, else of the first.
const SharedRow* profile_of(const std::vector<SharedRow>& rows, const municipality::Network& network);

}  // namespace digilots::network
