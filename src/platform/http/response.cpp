#include "platform/http/response.h"

#include "platform/http/all_faults.h"
#include "platform/http/json_text.h"
#include "platform/http/multipart.h"
#include "platform/http/target.h"

namespace digilots::http {

Response html(std::string body, int status) {
    Response response;
    response.status = status;
    response.body = std::move(body);
    return response;
}

Response streamed(std::function<std::string()> next_piece, std::string content_type) {
    Response response;
    response.content_type = std::move(content_type);
    response.pieces = std::make_shared<const std::function<std::string()>>(std::move(next_piece));
    return response;
}

Response json(std::string body, int status) {
    Response response = html(std::move(body), status);
    response.content_type = "application/json";
    return response;
}

Response text(std::string body, std::string content_type) {
    Response response = html(std::move(body));
    response.content_type = std::move(content_type);
    return response;
}

Response see_other(std::string location) {
    Response response;
    response.status = 303;
    response.headers.emplace_back("Location", std::move(location));
    return response;
}

Response changed_meanwhile(std::string record) {
    Response response;
    response.status = 409;
    response.changed_meanwhile = std::move(record);
    return response;
}

Response moved(std::string location) {
    Response response = see_other(std::move(location));
    response.status = 308;
    return response;
}

namespace {

Response saved_as(Response response, const std::string& file_name) {
    const std::string name = clean_file_name(file_name);
    std::string ascii;
    for (const char c : name) ascii += static_cast<unsigned char>(c) < 0x80 ? c : '_';
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + ascii +
                                                             "\"; filename*=UTF-8''" + percent_encode(name));
    return response;
}

}  // namespace

Response download(std::string body, std::string content_type, std::string file_name) {
    return saved_as(text(std::move(body), std::move(content_type)), file_name);
}

Response streamed_download(std::function<std::string()> next_piece, std::string content_type, std::string file_name) {
    return saved_as(streamed(std::move(next_piece), std::move(content_type)), file_name);
}

void mark_made_up(Response& response) {
    for (auto& [name, value] : response.headers) {
        if (name != "Content-Disposition") continue;
        for (const std::string_view before : {"filename=\"", "filename*=UTF-8''"})
            if (const auto at = value.find(before); at != value.npos) value.insert(at + before.size(), made_up_files);
    }
    response.headers.emplace_back("Digilots-Made-Up", "true");
}

Response problem(int status, std::string title, std::string detail,
                 std::vector<std::pair<std::string, std::string>> fields) {
    std::string body =
        "{\"type\":\"about:blank\",\"title\":" + json_text(title) + ",\"status\":" + std::to_string(status);
    if (!detail.empty()) body += ",\"detail\":" + json_text(detail);
    Faults once;
    add_faults(once, fields);
    if (!once.empty()) {
        body += ",\"errors\":{";
        for (std::size_t at = 0; at < once.size(); ++at)
            body += (at > 0 ? "," : "") + json_text(once[at].first) + ":" + json_text(once[at].second);
        body += "}";
    }
    Response response = html(body + "}", status);
    response.content_type = "application/problem+json";
    return response;
}

}  // namespace digilots::http
