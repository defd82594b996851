#include "platform/html/page.h"

#include "platform/http/target.h"

namespace digilots::html {

Page::Page(const http::Request& request) : request_(&request), translator_(&i18n::translator(request.language)) {}

std::string Page::t(std::string_view id, std::initializer_list<i18n::Argument> arguments) const {
    return translator_->t(id, arguments);
}

std::string Page::t(i18n::Text text, std::initializer_list<i18n::Argument> arguments) const {
    return translator_->t(std::string_view(text.id), arguments);
}

std::string Page::tn(std::string_view one, std::string_view many, std::int64_t n,
                     std::initializer_list<i18n::Argument> arguments) const {
    return translator_->tn(one, many, n, arguments);
}

// Only pages have a language in their address: not static files, the API or addresses of other servers.
std::string Page::url(std::string_view path) const {
    if (!path.starts_with('/') || path.starts_with("//") || path.starts_with("/static/") || path.starts_with("/api/")) {
        return std::string(path);
    }
    return request_->language_prefix + std::string(path);
}

std::string Page::tenant_url(std::string_view path) const {
    if (!request_->tenant) return url(path);
    return url("/" + request_->tenant->slug + std::string(path));
}

std::string Page::example_url() const {
    const auto& tenant = request_->tenant;
    if (!tenant || tenant->example.empty() || !request_->raw_query.empty() || request_->method != http::Method::get) return "";
    const std::string start = "/" + tenant->slug;
    const std::string_view path = request_->path;
    return path.starts_with(start + "/") ? url("/" + tenant->example + std::string(path.substr(start.size()))) : "";
}

std::string Page::form_of() const {
    if (!request_->identity || request_->identity->account_id.empty()) return "";
    const std::string owner = request_->identity->account_id + " ";
    // A form shown again after an error stands where it stood first.
    const std::string_view before = request_->form.get("form_of");
    if (before.starts_with(owner)) return std::string(before);
    const std::string address = request_->language_prefix + http::encode_path(request_->path);
    return owner + address + (request_->raw_query.empty() ? "" : "?" + request_->raw_query);
}

std::string Page::shown() const { return std::string(request_->form.get("shown")); }

std::string Page::seen(std::string_view mark) const {
    return std::string(request_->form.find("seen").value_or(mark));
}

void FormErrors::name(std::string_view field, std::string_view title) {
    for (Entry& entry : entries_)
        if (entry.field == field) entry.name = title;
}

std::string_view FormErrors::message(std::string_view field) const {
    for (const Entry& entry : entries_) {
        if (entry.field == field) return entry.message;
    }
    return {};
}

}  // namespace digilots::html
