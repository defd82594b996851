#pragma once
// Pictures and documents that belong to records: kept in the database beside them, each content once a
// municipality, so that they are saved with the record, copied with it and there for every server. Decision
// 0043.
//
//   const auto media = files::read_media(upload.file_name, upload.bytes);       // media.h: what it is, or
//   why not files::add(connection, {municipality_id, "place", place_id}, details, *media, actor, now);
//   files::of_owner(connection, {municipality_id, "place", place_id});
//
// A register says that its records have them: Register::attachments (platform/register).
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/clock.h"
#include "platform/base/result.h"
#include "platform/db/database.h"
#include "platform/files/media.h"

namespace digilots::files {

constexpr std::int64_t most_of_a_record = 20;
constexpr std::int64_t most_of_a_municipality = std::int64_t{1024} * 1024 * 1024;  // bytes
constexpr std::size_t longest_name = 120, longest_alternative = 500;               // characters
constexpr std::size_t longest_caption = 500, longest_source = 300;             // characters

/// The record that it belongs to: as in the trail, "place" and its id.
struct Owner {
    std::string municipality_id = "", kind = "", id = "";
};

struct File {
    std::string id = "";
    std::int64_t version = 1;
    Owner owner = {};
    std::string hash = "";  // SHA-256 of the content
    std::string media_type = "";
    std::int64_t bytes = 0;
    int width = 0, height = 0;          // 0 of documents
    std::string name = "";              // what it is called, without an ending
    std::string alternative_text = "";  // "" of documents
    bool is_shown = false;              // to residents, where they see the record
    std::string added_by = "", added_at = "";
    std::string caption = "", source = "";  // what is read below it, and where it is from; "" where nobody says

    bool is_picture() const { return width > 0; }
    /// "ansokan-om-kort.pdf": in addresses, and what it is saved as.
    std::string file_name() const;
    /// Of all that a person changes (base::Seen).
    std::string mark() const;
};

/// What a person says of a file.
struct Details {
    std::string name = "", alternative_text = "";
    bool is_shown = false;
    std::string form_key = "";  // base/form_key.h: the same form adds it once
    std::string caption = "", source = "";
};

/// A name out of that of a file: "C:\fakepath\Ansökan 2026.pdf" → "Ansökan 2026".
std::string name_out_of(std::string_view file_name);
/// What is wrong with what was said, by the input's name; nothing where it is right. `is_picture` needs an
/// alternative text.
std::vector<std::pair<std::string, i18n::Text>> faults_of(const Details& details, bool is_picture);

/// In the caller's transaction, which is `deciding`, as for all that write below. What is there already where
/// the same form was sent before. Refused: the record has no room for more, or the municipality has none.
base::Result<File, Refused> add(db::Connection& connection, const Owner& owner, const Details& details,
                                const Media& media, std::string_view actor, base::Instant now);
std::optional<File> find(db::Connection& connection, std::string_view municipality_id, std::string_view id);
/// The first added first.
std::vector<File> of_owner(db::Connection& connection, const Owner& owner);
/// False where it is gone, or somebody else has changed it since `file` was read.
bool change(db::Connection& connection, const File& file, const Details& details);
/// The bytes go with the next sweep (sweep.h), where no other file has the same.
bool remove(db::Connection& connection, const File& file, base::Instant now);
/// With the record. How many.
std::int64_t remove_all(db::Connection& connection, const Owner& owner, base::Instant now);

/// All bytes; nothing where they are not all there.
std::optional<std::string> content(db::Connection& connection, std::string_view municipality_id,
                                   std::string_view hash);

}  // namespace digilots::files
