#include <algorithm>

#include "platform/base/base64.h"
#include "platform/base/form_key.h"
#include "platform/base/seen.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/files/files.h"
#include "platform/files/sql.h"
#include "platform/files/sweep.h"

namespace digilots::files {

namespace {

constexpr std::size_t part_bytes = 512 * 1024;

File file_of(const db::Row& row) {
    File file{.id = row.text("id"),
              .version = row.integer("version"),
              .owner = {row.text("municipality_id"), row.text("owner_kind"), row.text("owner_id")},
              .hash = row.text("hash"),
              .media_type = row.text("media_type"),
              .bytes = row.integer("bytes"),
              .width = static_cast<int>(row.integer("width")),
              .height = static_cast<int>(row.integer("height")),
              .name = row.text("name"),
              .alternative_text = row.text("alternative_text"),
              .is_shown = row.flag("is_shown"),
              .added_by = row.text("added_by"),
              .added_at = row.text("added_at"),
              .caption = row.text("caption"),
              .source = row.text("source")};
    return file;
}

/// Whoever adds a content and whoever sweeps it away write the same row: one of both comes second and sees
/// it.
void keep_content(db::Connection& connection, const File& file, std::string_view bytes) {
    const auto& municipality = file.owner.municipality_id;
    if (connection.execute(sql::use_content, municipality, file.hash, file.added_at) > 0) return;
    const auto parts = (bytes.size() + part_bytes - 1) / part_bytes;
    connection.execute(sql::insert_content, municipality, file.hash, file.bytes, parts, file.added_at);
    for (std::size_t part = 0; part < parts; ++part)
        connection.execute(sql::insert_part, municipality, file.hash, part,
                           base::to_base64(bytes.substr(part * part_bytes, part_bytes)));
}

bool has_room(db::Connection& connection, const File& file) {
    const auto held =
        connection.query(sql::bytes_of_municipality, file.owner.municipality_id)[0].integer("bytes");
    return held + file.bytes <= most_of_a_municipality;
}

}  // namespace

std::string File::file_name() const {
    const auto* type = files::media_type(media_type);
    return base::slug(name) + "." + std::string(type ? type->ending() : "bin");
}

std::string File::mark() const {
    return base::mark_of({id, std::to_string(version)});
}

std::string name_out_of(std::string_view file_name) {
    const auto slash = file_name.find_last_of("/\\");
    if (slash != std::string_view::npos) file_name.remove_prefix(slash + 1);
    const auto dot = file_name.rfind('.');
    if (dot != std::string_view::npos && dot > 0) file_name = file_name.substr(0, dot);
    std::string name = base::clean(file_name);
    std::ranges::replace(name, '_', ' ');
    return base::cut(std::string(base::trim(name)), longest_name);
}

std::vector<std::pair<std::string, i18n::Text>> faults_of(const Details& details, bool is_picture) {
    std::vector<std::pair<std::string, i18n::Text>> faults;
    if (details.name.empty()) faults.emplace_back("name", TEXT("Write what it is called."));
    if (base::length(details.name) > longest_name)
        faults.emplace_back("name", TEXT("Write a shorter name: at most 120 characters."));
    if (is_picture && details.alternative_text.empty())
        faults.emplace_back("alternative_text",
                            TEXT("Write what the picture shows, for those who cannot see it."));
    if (base::length(details.alternative_text) > longest_alternative)
        faults.emplace_back("alternative_text", TEXT("Write it shorter: at most 500 characters."));
    if (base::length(details.caption) > longest_caption)
        faults.emplace_back("caption", TEXT("Write it shorter: at most 500 characters."));
    if (base::length(details.source) > longest_source)
        faults.emplace_back("source", TEXT("Write it shorter: at most 300 characters."));
    return faults;
}

base::Result<File, Refused> add(db::Connection& connection, const Owner& owner, const Details& details,
                                const Media& media, std::string_view actor, base::Instant now) {
    File file{.owner = owner, .hash = base::sha256_hex(media.bytes)};
    const std::string content = owner.municipality_id + "\n" + owner.kind + "\n" + owner.id + "\n" +
                                details.name + "\n" + details.alternative_text + "\n" +
                                (details.is_shown ? "1" : "0") + "\n" + details.caption + "\n" + details.source + "\n" +
                                file.hash;
    file.id = base::id_from_form(details.form_key, content, now);
    if (auto there = find(connection, owner.municipality_id, file.id)) return *std::move(there);
    if (std::ssize(of_owner(connection, owner)) >= most_of_a_record)
        return base::failure(
            Refused{.text = TEXT("There is no room for more: at most {n} files. Remove one first."),
                    .number = most_of_a_record});
    file.media_type = media.type->name;
    file.bytes = std::ssize(media.bytes);
    file.width = media.width;
    file.height = media.height;
    file.name = details.name;
    file.alternative_text = file.is_picture() ? details.alternative_text : "";
    file.is_shown = details.is_shown;
    file.caption = details.caption;
    file.source = details.source;
    file.added_by = actor;
    file.added_at = base::format_utc(now);
    if (!has_room(connection, file))
        return base::failure(Refused{
            .text = TEXT("All files of the municipality together may take {n} MB, and that is full. Remove "
                         "what nobody needs first."),
            .number = most_of_a_municipality / (1024 * 1024)});
    keep_content(connection, file, media.bytes);
    connection.execute(sql::insert_file, owner.municipality_id, file.id, owner.kind, owner.id, file.hash,
                       file.media_type, file.bytes, file.width, file.height, file.name, file.alternative_text,
                       file.is_shown, file.added_by, file.added_at, file.caption, file.source);
    return file;
}

std::optional<File> find(db::Connection& connection, std::string_view municipality_id, std::string_view id) {
    const auto rows = connection.query(sql::find_file, municipality_id, id);
    return rows.empty() ? std::nullopt : std::optional(file_of(rows[0]));
}

std::vector<File> of_owner(db::Connection& connection, const Owner& owner) {
    std::vector<File> files;
    for (const auto row : connection.query(sql::files_of_owner, owner.municipality_id, owner.kind, owner.id))
        files.push_back(file_of(row));
    return files;
}

bool change(db::Connection& connection, const File& file, const Details& details) {
    return connection.execute(sql::change_file, file.owner.municipality_id, file.id, file.version, details.name,
                              file.is_picture() ? details.alternative_text : "", details.is_shown, details.caption,
                              details.source) == 1;
}

bool remove(db::Connection& connection, const File& file, base::Instant now) {
    if (connection.execute(sql::delete_file, file.owner.municipality_id, file.id, file.version) != 1)
        return false;
    plan_sweep(connection, now);
    return true;
}

std::int64_t remove_all(db::Connection& connection, const Owner& owner, base::Instant now) {
    const auto removed =
        connection.execute(sql::delete_files_of_owner, owner.municipality_id, owner.kind, owner.id);
    if (removed > 0) plan_sweep(connection, now);
    return removed;
}

std::optional<std::string> content(db::Connection& connection, std::string_view municipality_id,
                                   std::string_view hash) {
    const auto about = connection.query(sql::find_content, municipality_id, hash);
    if (about.empty()) return std::nullopt;
    std::string bytes;
    bytes.reserve(static_cast<std::size_t>(about[0].integer("bytes")));
    for (std::int64_t part = 0; part < about[0].integer("parts"); ++part) {
        const auto rows = connection.query(sql::read_part, municipality_id, hash, part);
        if (rows.empty()) return std::nullopt;
        bytes += rows[0].text("bytes");
    }
    return std::ssize(bytes) == about[0].integer("bytes") ? std::optional(std::move(bytes)) : std::nullopt;
}

}  // namespace digilots::files
