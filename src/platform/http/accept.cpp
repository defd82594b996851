#include "platform/http/accept.h"

#include <algorithm>

#include "platform/http/ascii.h"

namespace digilots::http {

namespace {

/// "q=0.8" among the parameters after ";" → 800; 1000 without one; 0 for a broken one.
int quality(std::string_view parameters) {
    int result = 1000;
    for_each_item(parameters, ';', [&result](std::string_view item) {
        if (item.size() < 3 || to_lower(item[0]) != 'q' || item[1] != '=') return;
        const auto number = item.substr(2);
        if (number[0] != '0' && number[0] != '1') {
            result = 0;
            return;
        }
        int value = (number[0] - '0') * 1000;
        int weight = 100;
        for (std::size_t at = 2; at < number.size() && at < 5 && is_digit(number[at]); ++at, weight /= 10)
            value += (number[at] - '0') * weight;
        result = std::min(value, 1000);
    });
    return result;
}

/// Calls use(name, quality) for every item of an Accept-like header.
template <class Use>
void for_each_wish(std::string_view header, Use use) {
    if (header.empty()) return;
    for_each_item(header, ',', [&use](std::string_view item) {
        const auto semicolon = item.find(';');
        const auto name = trim_space(item.substr(0, semicolon));
        if (!name.empty())
            use(name, semicolon == std::string_view::npos ? 1000 : quality(item.substr(semicolon + 1)));
    });
}

/// 3: exactly this type, 2: "text/*", 1: "*/*", 0: no match.
int closeness(std::string_view range, std::string_view type) {
    if (equals_ignoring_case(range, type)) return 3;
    if (range == "*/*") return 1;
    return range.ends_with("/*") &&
                   equals_ignoring_case(range.substr(0, range.size() - 1), type.substr(0, range.size() - 1))
               ? 2
               : 0;
}

bool matches(std::string_view wish, std::string_view offer) {
    const auto primary = wish.substr(0, wish.find('-'));
    if (equals_ignoring_case(wish, offer) || equals_ignoring_case(primary, offer)) return true;
    return equals_ignoring_case(primary, "no") && offer == "nb";
}

}  // namespace

int quality_of(std::string_view accept, std::string_view media_type) {
    int best = 0, result = 0;
    for_each_wish(accept, [&](std::string_view range, int quality) {
        const int close = closeness(range, media_type);
        if (close > best) {
            best = close;
            // Naming the type weighs more than a wildcard with the same quality.
            result = quality;
        }
    });
    return best == 1 ? std::min(result, 1) : result;
}

Encoding choose_encoding(std::string_view accept_encoding) {
    int brotli = -1, gzip = -1, any = -1;
    for_each_wish(accept_encoding, [&](std::string_view name, int quality) {
        if (equals_ignoring_case(name, "br"))
            brotli = quality;
        else if (equals_ignoring_case(name, "gzip") || equals_ignoring_case(name, "x-gzip"))
            gzip = quality;
        else if (name == "*")
            any = quality;
    });
    if (brotli < 0) brotli = any;
    if (gzip < 0) gzip = any;
    if (brotli > 0 && brotli >= gzip) return Encoding::brotli;
    return gzip > 0 ? Encoding::gzip : Encoding::identity;
}

std::string choose_language(std::string_view accept_language, const std::vector<std::string>& offered) {
    int best = 0;
    std::string chosen;
    for_each_wish(accept_language, [&](std::string_view wish, int quality) {
        if (quality <= best) return;
        for (const auto& offer : offered) {
            if (!matches(wish, offer)) continue;
            best = quality;
            chosen = offer;
            return;
        }
    });
    return chosen;
}

std::string_view find_header(const Headers& headers, std::string_view name) {
    for (const auto& [key, value] : headers)
        if (equals_ignoring_case(key, name)) return value;
    return {};
}

std::string_view find_cookie(const Headers& headers, std::string_view name) {
    std::string_view found;
    for (const auto& [key, value] : headers) {
        if (!equals_ignoring_case(key, "cookie")) continue;
        for_each_item(value, ';', [&](std::string_view item) {
            if (found.empty() && item.size() > name.size() && item.starts_with(name) &&
                item[name.size()] == '=')
                found = item.substr(name.size() + 1);
        });
    }
    return found;
}

}  // namespace digilots::http
