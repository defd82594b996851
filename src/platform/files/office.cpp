#include "platform/files/office.h"

#include <algorithm>
#include <array>
#include <utility>

#include "platform/base/text.h"
#include "platform/files/media.h"
#include "platform/tables/zip_file.h"

namespace digilots::files {

namespace {

constexpr std::array microsoft_parts{
    std::pair{"word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    std::pair{"xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    std::pair{"ppt/presentation.xml",
              "application/vnd.openxmlformats-officedocument.presentationml.presentation"}};

std::string_view kind_of_zip(const tables::ZipFile& zip) {
    if (zip.find("[Content_Types].xml"))
        for (const auto& [part, name] : microsoft_parts)
            if (zip.find(part)) return name;
    const auto* type_name = zip.find("mimetype");
    if (!type_name || !zip.find("content.xml")) return "";
    constexpr std::size_t longest_name = 100;
    const auto* type = media_type(unpacked(zip, *type_name, longest_name));
    return type && type->name.starts_with("application/vnd.oasis.") ? type->name : "";
}

bool holds_program(const tables::ZipFile& zip) {
    return std::ranges::any_of(zip.entries(), [](const tables::ZipEntry& entry) {
        const auto name = base::lower(entry.name);
        return name.ends_with("vbaproject.bin") || name.starts_with("basic/") || name.starts_with("scripts/");
    });
}

/// Out of the folder where somebody unpacks it.
bool climbs(const tables::ZipEntry& entry) {
    const std::string_view name = entry.name;
    if (name.empty() || name.starts_with('/') || name.substr(1).starts_with(':')) return true;
    if (name.contains('\\') || name.contains('\0')) return true;
    return std::ranges::any_of(base::split(name, '/'), [](std::string_view part) { return part == ".."; });
}

/// Each entry unpacks to what the directory says.
bool is_whole_zip(const tables::ZipFile& zip) {
    return std::ranges::all_of(zip.entries(), [&](const tables::ZipEntry& entry) {
        tables::Unpacker unpacker(zip, entry);
        while (!unpacker.next().empty()) {
        }
        return !unpacker.is_damaged();
    });
}

}  // namespace

Office look_into_office(std::string_view bytes) {
    tables::TableLimits limits;
    limits.unpacked_bytes = most_unpacked;
    const auto zip = tables::ZipFile::open(bytes, limits);
    if (!zip)
        return {zip.error().kind == tables::TableFault::Kind::too_large ? Office::Found::too_large
                                                                        : Office::Found::damaged};
    const auto kind = kind_of_zip(*zip);
    if (kind.empty()) return {};
    if (holds_program(*zip)) return {Office::Found::with_program};
    if (std::ranges::any_of(zip->entries(), climbs) || !is_whole_zip(*zip)) return {Office::Found::damaged};
    return {Office::Found::document, kind};
}

}  // namespace digilots::files
