#include "platform/files/pdf_actions.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace digilots::files {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t most_unpacked_objects = std::size_t{32} * 1024 * 1024;
constexpr std::size_t longest_name_seen = 24;
/// A reader opens a page by itself (/OpenAction) as well: that alone does nothing.
constexpr std::array acting_names{"JavaScript"sv, "Launch"sv,   "EmbeddedFile"sv, "EmbeddedFiles"sv, "RichMedia"sv,
                                  "XFA"sv,        "ImportData"sv, "SubmitForm"sv,   "GoToE"sv,         "Rendition"sv};

bool ends_name(char c) {
    return "()<>[]{}/%"sv.contains(c) || " \t\n\f\r\0"sv.contains(c);
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char small = static_cast<char>(c | 0x20);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

/// The name whose slash is at `at`; any letter of it may be written by its number ("#4a").
std::string name_at(std::string_view text, std::size_t at) {
    std::string name;
    while (++at < text.size() && !ends_name(text[at]) && name.size() <= longest_name_seen) {
        const bool is_number = text[at] == '#' && at + 2 < text.size() && hex_digit(text[at + 1]) >= 0 &&
                               hex_digit(text[at + 2]) >= 0;
        name += is_number ? static_cast<char>(hex_digit(text[at + 1]) * 16 + hex_digit(text[at + 2])) : text[at];
        if (is_number) at += 2;
    }
    return name;
}

struct Names {
    bool acts = false;
    int packed_objects = 0, filters = 0, flate = 0, parameters = 0;
};

Names names_in(std::string_view text) {
    Names found;
    for (auto at = text.find('/'); at != std::string_view::npos; at = text.find('/', at + 1)) {
        const auto name = name_at(text, at);
        found.acts = found.acts || std::ranges::find(acting_names, name) != acting_names.end();
        if (name == "ObjStm") ++found.packed_objects;
        if (name == "Filter" || name == "F") ++found.filters;
        if (name.ends_with("Decode") || name == "Fl") ++found.flate;
        if (name == "DecodeParms" || name == "DP" || name == "Crypt") ++found.parameters;
    }
    return found;
}

/// nothing where it does not unpack whole within the room that is left.
std::optional<std::string> inflated(std::string_view packed, std::size_t& room) {
    z_stream stream{};
    if (::inflateInit(&stream) != Z_OK) return std::nullopt;
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    std::string text;
    std::array<char, 65536> piece;
    int code = Z_OK;
    while (code == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = piece.size();
        code = ::inflate(&stream, Z_NO_FLUSH);
        const auto got = piece.size() - stream.avail_out;
        if (got > room) code = Z_MEM_ERROR;
        else room -= got, text.append(piece.data(), got);
    }
    ::inflateEnd(&stream);
    return code == Z_STREAM_END ? std::optional(std::move(text)) : std::nullopt;
}

/// What stands between "obj" and "stream" before `end`.
std::string_view description_before(std::string_view pdf, std::size_t end) {
    constexpr std::size_t longest = 4096;
    const auto before = pdf.substr(end - std::min(end, longest), std::min(end, longest));
    const auto begin = before.rfind(" obj");
    return begin == std::string_view::npos ? before : before.substr(begin);
}

}  // namespace

bool may_act(std::string_view pdf) {
    const auto all = names_in(pdf);
    if (all.acts) return true;
    int looked_into = 0;
    std::size_t room = most_unpacked_objects;
    for (auto at = pdf.find("stream"); all.packed_objects > 0 && at != std::string_view::npos; at = pdf.find("stream", at + 6)) {
        const auto about = names_in(description_before(pdf, at));
        if (about.packed_objects != 1 || pdf.substr(0, at).ends_with("end")) continue;
        auto data = pdf.substr(at + 6);
        if (data.starts_with('\r')) data.remove_prefix(1);
        if (data.starts_with('\n')) data.remove_prefix(1);
        if (about.filters > 1 || about.flate > 1 || about.parameters > 0) return true;
        const auto text = about.flate == 0 ? std::optional<std::string>("") : inflated(data, room);
        if (!text || names_in(*text).acts) return true;
        ++looked_into;
    }
    return looked_into != all.packed_objects;
}

}  // namespace digilots::files
