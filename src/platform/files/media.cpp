#include "platform/files/media.h"

#include <algorithm>
#include <array>
#include <optional>

#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/files/office.h"
#include "platform/files/picture.h"
#include "platform/files/type_by_magic.h"
#include "platform/tables/encoding.h"

namespace digilots::files {

namespace {

using Read = base::Result<Media, Refused>;

constexpr std::int64_t megabyte = 1024 * 1024;

constexpr i18n::Text not_taken = TEXT(
    "This is {what}, and is not taken. Taken are pictures (JPEG, PNG, WebP), PDF, documents of "
    "Word, Excel, PowerPoint and LibreOffice, and plain text.");
constexpr i18n::Text damaged =
    TEXT("The file is damaged or cut off. Open it on your computer, save it anew and add that.");
constexpr i18n::Text too_large =
    TEXT("The file is larger than {n} MB. Make a picture smaller, or split a document.");

constexpr std::array<MediaType, 11> types{{
    {"image/jpeg", "jpg jpeg jpe jfif", TEXT("a JPEG picture"), "JPEG", true},
    {"image/png", "png", TEXT("a PNG picture"), "PNG", true},
    {"image/webp", "webp", TEXT("a WebP picture"), "WebP", true},
    {"application/pdf", "pdf", TEXT("a PDF document"), "PDF"},
    {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx",
     TEXT("a Word document"), "DOCX"},
    {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", TEXT("an Excel document"),
     "XLSX"},
    {"application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx",
     TEXT("a PowerPoint document"), "PPTX"},
    {"application/vnd.oasis.opendocument.text", "odt", TEXT("a LibreOffice text"), "ODT"},
    {"application/vnd.oasis.opendocument.spreadsheet", "ods", TEXT("a LibreOffice table"), "ODS"},
    {"application/vnd.oasis.opendocument.presentation", "odp", TEXT("a LibreOffice presentation"), "ODP"},
    {"text/plain", "txt csv md", TEXT("plain text"), "TXT"},
}};

std::string ending_of(std::string_view name) {
    constexpr std::size_t longest = 10;
    const auto dot = name.rfind('.');
    if (dot == std::string_view::npos || name.size() - dot > longest + 1) return "";
    return base::lower(name.substr(dot + 1));
}

base::Result<Picture, Refused> within_limits(std::optional<Picture> picture) {
    if (!picture) return base::failure(Refused{damaged});
    const bool is_too_wide = std::max(picture->width, picture->height) > longest_side;
    if (is_too_wide || std::int64_t{picture->width} * picture->height > most_pixels)
        return base::failure(Refused{
            .text = TEXT("The picture has more than {n} million pixels. Make it smaller and add that."),
            .number = most_pixels / 1'000'000});
    return *std::move(picture);
}

Read read_picture(const MediaType& type, std::string_view bytes) {
    auto picture = within_limits(type.name == "image/jpeg"  ? clean_jpeg(bytes)
                                 : type.name == "image/png" ? clean_png(bytes)
                                                            : clean_webp(bytes));
    if (!picture) return base::failure(picture.error());
    return Media{&type, std::move(picture->bytes), picture->width, picture->height};
}

/// Ends in its own end: what was loaded halfway does not.
Read read_pdf(const MediaType& type, std::string_view bytes) {
    constexpr std::size_t last_bytes = 2048;
    const auto last = bytes.substr(bytes.size() - std::min(bytes.size(), last_bytes));
    if (last.find("%%EOF") == std::string_view::npos) return base::failure(Refused{damaged});
    return Media{&type, std::string(bytes)};
}

Read read_office(std::string_view bytes) {
    const auto office = look_into_office(bytes);
    switch (office.found) {
        case Office::Found::document:
            return Media{media_type(office.media_type), std::string(bytes)};
        case Office::Found::with_program:
            return base::failure(
                Refused{TEXT("The document holds a program (macros). Save it without them, or as PDF.")});
        case Office::Found::too_large:
            return base::failure(Refused{
                .text = TEXT("The document unpacks to more than {n} MB. Make it smaller, or save it as PDF."),
                .number = static_cast<std::int64_t>(most_unpacked) / megabyte});
        case Office::Found::damaged:
            return base::failure(Refused{damaged});
        case Office::Found::other:
            break;
    }
    return base::failure(Refused{not_taken, TEXT("a packed folder")});
}

bool begins_with_one_of(std::string_view text, std::initializer_list<std::string_view> beginnings) {
    return std::ranges::any_of(beginnings, [&](std::string_view one) { return text.starts_with(one); });
}

Refused refused_as(std::string_view type_name) {
    if (type_name == "image/svg+xml")
        return {TEXT("A drawing of this kind (SVG) can hold a program. Save it as PNG and add that.")};
    if (type_name.starts_with("image/"))
        return {TEXT("Pictures of this kind are not shown everywhere. Save it as JPEG or PNG and add that.")};
    if (begins_with_one_of(
            type_name, {"application/msword", "application/vnd.ms-", "application/x-ole", "application/CDFV2",
                   "application/encrypted", "text/rtf", "application/rtf"}))
        return {
            TEXT("This document is of an older kind, or locked with a password. Save it without one as DOCX, "
                 "XLSX, ODT or PDF.")};
    if (type_name.starts_with("video/")) return {not_taken, TEXT("a film")};
    if (type_name.starts_with("audio/")) return {not_taken, TEXT("a sound recording")};
    if (begins_with_one_of(type_name, {"text/html", "text/xml", "application/xhtml"}))
        return {not_taken, TEXT("a web page")};
    if (begins_with_one_of(
            type_name, {"application/x-dosexec", "application/vnd.microsoft", "application/x-pie",
                   "application/x-exec", "application/x-sharedlib", "application/x-object",
                   "application/x-mach", "application/x-ms", "application/java", "application/x-java",
                   "application/javascript", "text/x-", "text/javascript"}))
        return {not_taken, TEXT("a program")};
    if (begins_with_one_of(type_name, {"application/gzip", "application/x-7z", "application/x-rar",
                                  "application/vnd.rar", "application/x-tar", "application/x-bzip2",
                                  "application/x-xz", "application/zstd", "application/x-iso"}))
        return {not_taken, TEXT("a packed folder")};
    return {not_taken, TEXT("of a kind that we do not know")};
}

/// Not what a browser or a shell would take for its own.
Read read_text(const MediaType& type, std::string_view type_name, std::string_view bytes) {
    auto text = type_name.starts_with("text/") ? tables::as_utf8(bytes) : std::nullopt;
    const bool is_text =
        text && std::ranges::none_of(*text, [](char c) {
            return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
        });
    const bool is_markup = text && begins_with_one_of(base::trim(*text), {"<", "#!"});
    const bool is_plain = type_name == "text/plain" || type_name == "text/csv";
    if (!is_text || is_markup || !is_plain) return base::failure(refused_as(type_name));
    if (text->size() > most_text_bytes)
        return base::failure(
            Refused{.text = too_large, .number = static_cast<std::int64_t>(most_text_bytes) / megabyte});
    return Media{&type, *std::move(text)};
}

/// By how it begins.
std::string_view begun_as(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("\xff\xd8\xff")) return "image/jpeg";
    if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) return "image/png";
    if (bytes.starts_with("RIFF") && bytes.size() > 12 && bytes.substr(8, 4) == "WEBP") return "image/webp";
    return bytes.starts_with("%PDF-") ? "application/pdf" : "";
}

Read read_content(std::string_view bytes) {
    if (bytes.starts_with("PK\x03\x04")) return read_office(bytes);
    if (bytes.starts_with("\xd0\xcf\x11\xe0")) return base::failure(refused_as("application/x-ole-storage"));
    const auto type_name = type_by_magic(bytes);
    const auto* type = media_type(begun_as(bytes));
    if (!type) return read_text(*media_type("text/plain"), type_name, bytes);
    // Two who read it in two ways: what one takes for a picture another may run.
    if (type_name != type->name) return base::failure(refused_as(type_name));
    return type->is_picture ? read_picture(*type, bytes) : read_pdf(*type, bytes);
}

}  // namespace

const MediaType* media_type(std::string_view name) {
    return base::find_in(types, name, &MediaType::name);
}

std::string Refused::words(const i18n::Translator& translator) const {
    return translator.t(text, {{"what", what.id[0] ? translator.t(what) : ""},
                               {"ending", ending},
                               {"n", translator.number(static_cast<double>(number))}});
}

Read read_media(std::string_view name, std::string_view bytes) {
    if (bytes.empty()) return base::failure(Refused{TEXT("The file is empty. Choose another one.")});
    if (bytes.size() > most_bytes)
        return base::failure(
            Refused{.text = too_large, .number = static_cast<std::int64_t>(most_bytes) / megabyte});
    auto media = read_content(bytes);
    if (!media) return media;
    const auto ending = ending_of(name);
    if (ending.empty()) return media;
    const auto known = base::split(media->type->endings, ' ');
    if (std::ranges::find(known, ending) != known.end()) return media;
    return base::failure(Refused{
        .text = TEXT("The name ends in “{ending}”, but the file is {what}. Give it the right ending, or "
                     "save it anew from the program that made it."),
        .what = media->type->words,
        .ending = ending});
}

}  // namespace digilots::files
