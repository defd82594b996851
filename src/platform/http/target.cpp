#include "platform/http/target.h"

#include <algorithm>

#include "platform/base/plain.h"
#include "platform/http/ascii.h"

namespace digilots::http {

namespace {

constexpr std::string_view hex_digits = "0123456789ABCDEF";

std::string encode(std::string_view text, std::string_view also_kept) {
    std::string encoded;
    encoded.reserve(text.size() + 8);
    for (const char c : text) {
        if (is_alnum(c) || std::string_view("-._~").find(c) != std::string_view::npos ||
            also_kept.find(c) != std::string_view::npos) {
            encoded += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            encoded += {'%', hex_digits[byte >> 4], hex_digits[byte & 15]};
        }
    }
    return encoded;
}

bool is_safe_path(std::string_view path) {
    if (!path.starts_with('/') || !is_utf8(path)) return false;
    if (std::ranges::any_of(
            path, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == '\\'; }))
        return false;
    path.remove_prefix(1);
    while (true) {
        const auto end = path.find('/');
        const auto segment = path.substr(0, end);
        if (segment == "." || segment == "..") return false;
        if (end == std::string_view::npos) return true;
        if (segment.empty()) return false;
        path.remove_prefix(end + 1);
    }
}

bool has_encoded_slash(std::string_view path) {
    for (std::size_t at = path.find('%'); at != std::string_view::npos; at = path.find('%', at + 1)) {
        const auto code = path.substr(at + 1, 2);
        if (equals_ignoring_case(code, "2f") || equals_ignoring_case(code, "5c")) return true;
    }
    return false;
}

/// "http://host:1/path" → the authority; takes it off `target`. nullopt where it is no absolute http target.
std::optional<std::string> take_authority(std::string_view& target) {
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!equals_ignoring_case(target.substr(0, scheme.size()), scheme)) continue;
        target.remove_prefix(scheme.size());
        const auto end = std::min(target.find_first_of("/?"), target.size());
        std::string authority(target.substr(0, end));
        target.remove_prefix(end);
        const bool good = !authority.empty() && std::ranges::all_of(authority, [](char c) {
            return is_alnum(c) || std::string_view("-._:[]").find(c) != std::string_view::npos;
        });
        return good ? std::optional(authority) : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

bool is_utf8(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t count = lead < 0x80                   ? 1
                                  : lead >= 0xc2 && lead < 0xe0 ? 2
                                  : (lead & 0xf0) == 0xe0       ? 3
                                  : lead >= 0xf0 && lead < 0xf5 ? 4
                                                                : 0;
        if (count == 0 || at + count > text.size()) return false;
        for (std::size_t next = 1; next < count; ++next)
            if ((static_cast<unsigned char>(text[at + next]) & 0xc0) != 0x80) return false;
        const auto second = count > 1 ? static_cast<unsigned char>(text[at + 1]) : 0;
        // Overlong forms, surrogates and what lies beyond U+10FFFF.
        if ((lead == 0xe0 && second < 0xa0) || (lead == 0xed && second > 0x9f) ||
            (lead == 0xf0 && second < 0x90) || (lead == 0xf4 && second > 0x8f))
            return false;
        at += count;
    }
    return true;
}

bool is_plain_text(std::string_view text) {
    return text.find('\0') == std::string_view::npos && is_utf8(text);
}

std::string typed_text(std::string_view text) {
    std::string normal;
    normal.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\r')
            normal += text[at];
        else if (at + 1 == text.size() || text[at + 1] != '\n')
            normal += '\n';
    }
    return base::without_hidden_controls(normal);
}

std::optional<std::string> percent_decode(std::string_view text, bool plus_is_space) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '+' && plus_is_space) {
            decoded += ' ';
        } else if (text[at] == '%') {
            if (at + 2 >= text.size() || !is_hex(text[at + 1]) || !is_hex(text[at + 2])) return std::nullopt;
            decoded += static_cast<char>(hex_value(text[at + 1]) * 16 + hex_value(text[at + 2]));
            at += 2;
        } else {
            decoded += text[at];
        }
    }
    return decoded;
}

std::string percent_encode(std::string_view text) {
    return encode(text, "");
}
std::string encode_path(std::string_view path) {
    return encode(path, "/:@!$&'()*+,;=");
}

std::optional<Target> read_target(std::string_view target) {
    Target result;
    if (target == "*") {
        result.path = "*";
        return result;
    }
    if (!target.starts_with('/')) {
        auto authority = take_authority(target);
        if (!authority) return std::nullopt;
        result.authority = std::move(*authority);
    }
    if (target.find('#') != std::string_view::npos) return std::nullopt;
    const auto question = target.find('?');
    const auto raw_path = target.substr(0, question);
    if (question != std::string_view::npos) result.raw_query = target.substr(question + 1);
    if (raw_path.empty()) {
        result.path = "/";
        return result;
    }
    auto path = percent_decode(raw_path, false);
    if (!path || has_encoded_slash(raw_path) || !is_safe_path(*path)) return std::nullopt;
    result.path = std::move(*path);
    return result;
}

std::optional<Fields> read_urlencoded(std::string_view text, std::size_t most_fields) {
    Fields fields;
    while (!text.empty()) {
        const auto end = text.find('&');
        const auto pair = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (pair.empty()) continue;
        const auto equals = pair.find('=');
        auto name = percent_decode(pair.substr(0, equals), true);
        auto value = percent_decode(equals == std::string_view::npos ? "" : pair.substr(equals + 1), true);
        if (!name || !value || !is_plain_text(*name) || !is_plain_text(*value)) return std::nullopt;
        if (fields.pairs.size() == most_fields) return std::nullopt;
        if (base::turns_direction(*value)) fields.turned.push_back(*name);
        fields.pairs.emplace_back(std::move(*name), typed_text(*value));
    }
    return fields;
}

}  // namespace digilots::http
