#include "progress/subject.h"

#include "platform/html/writer.h"

namespace digilots::progress {

std::string Subject::wheel_path(std::string_view ending) const {
    if (has_service) return "/" + municipality->slug + "/progress/wheel" + std::string(ending);
    const bool is_file = ending.starts_with('.') || ending.starts_with('/');
    return "/wheels/" + municipality->slug + (is_file ? "/wheel" : "") + std::string(ending);
}

std::string Subject::api_path() const {
    return has_service ? municipality->slug + "/wheel" : "wheels/" + municipality->slug;
}

std::string Subject::method_path() const {
    return has_service ? "/" + municipality->slug + "/progress/method" : "/wheels/method";
}

std::string Subject::target_path(std::string_view target) const {
    const std::string base =
        has_service ? "/" + municipality->slug + "/progress" : "/wheels/" + municipality->slug;
    return base + "/targets/" + std::string(target);
}

std::string Subject::indicator_path(std::string_view indicator) const {
    return has_service ? "/" + municipality->slug + "/progress/indicators/" + html::url_encode(indicator)
                       : "/indicators/" + html::url_encode(indicator);
}

std::optional<Subject> subject_of(const http::Request& request,
                                  const municipality::Municipalities& municipalities) {
    auto found = municipalities.about(
        request.tenant ? std::string_view(request.tenant->id) : request.parameter("slug"));
    if (!found) return std::nullopt;
    const bool is_active = municipalities.is_active(found->id);
    if (is_active && !request.tenant && !request.host_tenant.empty() && request.host_tenant != found->slug) return std::nullopt;
    return Subject{std::move(found), is_active};
}

}  // namespace digilots::progress
