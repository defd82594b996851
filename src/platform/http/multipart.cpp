#include "platform/http/multipart.h"

#include <algorithm>

#include "platform/base/plain.h"
#include "platform/base/text.h"
#include "platform/http/ascii.h"
#include "platform/http/target.h"

namespace digilots::http {

namespace {

constexpr std::size_t most_parts = 200;
constexpr std::size_t most_part_head = 4096;

struct PartHead {
    std::string name, file_name, content_type;
    bool is_file = false;
};

/// Reads `key="value"` or `key=token` from the start of `text` and takes it off. Browsers write %22, %0D and
/// %0A for the three signs that would break the quotes.
bool take_parameter(std::string_view& text, std::string& key, std::string& value) {
    const auto equals = text.find('=');
    if (equals == std::string_view::npos || !is_token(text.substr(0, equals))) return false;
    key = base::ascii_lower(text.substr(0, equals));
    text.remove_prefix(equals + 1);
    value.clear();
    if (!text.starts_with('"')) {
        const auto end = std::min(text.find_first_of("; \t"), text.size());
        value = text.substr(0, end);
        text.remove_prefix(end);
        return is_token(value);
    }
    std::size_t at = 1;
    for (; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\' && at + 1 < text.size() && (text[at + 1] == '"' || text[at + 1] == '\\')) ++at;
        value += text[at];
    }
    if (at >= text.size()) return false;
    text.remove_prefix(at + 1);
    return true;
}

bool read_disposition(std::string_view value, PartHead& head) {
    const auto kind_end = std::min(value.find(';'), value.size());
    if (!equals_ignoring_case(trim_space(value.substr(0, kind_end)), "form-data")) return false;
    value.remove_prefix(kind_end);
    bool named = false;
    while (!value.empty()) {
        if (!value.starts_with(';')) return false;
        value = trim_space(value.substr(1));
        if (value.empty()) break;
        std::string key, text;
        if (!take_parameter(value, key, text) || !is_plain_text(text)) return false;
        value = trim_space(value);
        if (key == "name") {
            if (named) return false;
            named = true;
            head.name = std::move(text);
        } else if (key == "filename") {
            if (head.is_file) return false;
            head.is_file = true;
            head.file_name = clean_file_name(text);
        }
    }
    return named;
}

bool read_part_head(std::string_view text, PartHead& head) {
    bool disposed = false;
    while (!text.empty()) {
        const auto end = std::min(text.find("\r\n"), text.size());
        const auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 2, text.size()));
        const auto colon = line.find(':');
        if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) return false;
        const auto value = trim_space(line.substr(colon + 1));
        if (std::ranges::any_of(value,
                                [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t'; }))
            return false;
        if (equals_ignoring_case(line.substr(0, colon), "content-disposition")) {
            if (disposed || !read_disposition(value, head)) return false;
            disposed = true;
        } else if (equals_ignoring_case(line.substr(0, colon), "content-type")) {
            head.content_type = value;
        }
    }
    return disposed;
}

bool add_part(Multipart& result, std::string_view part) {
    const auto head_end = part.find("\r\n\r\n");
    if (head_end == std::string_view::npos || head_end > most_part_head) return false;
    PartHead head;
    if (!read_part_head(part.substr(0, head_end), head)) return false;
    const auto content = part.substr(head_end + 4);
    if (head.is_file) {
        if (head.file_name.empty() && content.empty()) return true;  // a file field left empty
        result.uploads.push_back({std::move(head.name), std::move(head.file_name),
                                  std::move(head.content_type), std::string(content)});
        return true;
    }
    if (!is_plain_text(content)) return false;
    if (base::turns_direction(content)) result.fields.turned.push_back(head.name);
    result.fields.pairs.emplace_back(std::move(head.name), typed_text(content));
    return true;
}

}  // namespace

std::string clean_file_name(std::string_view name) {
    const auto slash = name.find_last_of("/\\");
    if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
    std::string cleaned;
    for (const char c : name) {
        const bool bad = static_cast<unsigned char>(c) < 0x20 || c == 0x7f ||
                         std::string_view("\"'<>|*?:;`$&%").find(c) != std::string_view::npos;
        if (!bad) cleaned += c;
    }
    while (!cleaned.empty() && (cleaned.front() == '.' || cleaned.front() == ' ')) cleaned.erase(0, 1);
    if (cleaned.size() > 150) {
        cleaned.resize(150);
        while (!cleaned.empty() && !is_utf8(cleaned)) cleaned.pop_back();
    }
    return cleaned;
}

std::string boundary_of(std::string_view content_type) {
    auto at = content_type.find(';');
    while (at != std::string_view::npos) {
        content_type = trim_space(content_type.substr(at + 1));
        std::string key, value;
        if (!take_parameter(content_type, key, value)) return {};
        if (key == "boundary") {
            const bool good =
                !value.empty() && value.size() <= 70 && value.back() != ' ' &&
                std::ranges::all_of(value, [](char c) {
                    return is_alnum(c) || std::string_view("'()+_,-./:=? ").find(c) != std::string_view::npos;
                });
            return good ? value : std::string();
        }
        at = content_type.find(';');
    }
    return {};
}

std::optional<Multipart> read_multipart(std::string_view body, std::string_view boundary) {
    const std::string first = "--" + std::string(boundary);
    const std::string next = "\r\n" + first;
    if (boundary.empty() || !body.starts_with(first)) return std::nullopt;
    body.remove_prefix(first.size());
    Multipart result;
    for (std::size_t parts = 0; parts <= most_parts; ++parts) {
        if (body.starts_with("--")) {
            const auto rest = body.substr(2);
            return rest.empty() || rest.starts_with("\r\n") ? std::optional(std::move(result)) : std::nullopt;
        }
        if (!body.starts_with("\r\n")) return std::nullopt;
        body.remove_prefix(2);
        const auto end = body.find(next);
        if (end == std::string_view::npos || !add_part(result, body.substr(0, end))) return std::nullopt;
        body.remove_prefix(end + next.size());
    }
    return std::nullopt;
}

}  // namespace digilots::http
