#include "platform/http/request.h"

#include "platform/http/accept.h"

namespace digilots::http {

std::optional<std::string_view> Fields::find(std::string_view name) const {
    for (const auto& [key, value] : pairs)
        if (key == name) return value;
    return std::nullopt;
}

std::string_view Fields::get(std::string_view name) const {
    return find(name).value_or(std::string_view());
}

std::vector<std::string_view> Fields::all(std::string_view name) const {
    std::vector<std::string_view> values;
    for (const auto& [key, value] : pairs)
        if (key == name) values.push_back(value);
    return values;
}

std::string_view Request::header(std::string_view name) const {
    return find_header(headers, name);
}
std::string_view Request::cookie(std::string_view name) const {
    return find_cookie(headers, name);
}

std::string_view Request::parameter(std::string_view name) const {
    const auto found = parameters.find(name);
    return found == parameters.end() ? std::string_view() : std::string_view(found->second);
}

bool Request::accepts(std::string_view media_type) const {
    return quality_of(header("accept"), media_type) > quality_of(header("accept"), "text/html");
}

}  // namespace digilots::http
