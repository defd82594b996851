#pragma once
// A response made ready for the wire: security headers, caching, ETag, compression, HEAD.
#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "platform/http/accept.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/route.h"

namespace digilots::http {

using Body = std::shared_ptr<const std::string>;

struct Answer {
    int status = 200;
    std::string head;  // status line and headers; the connection adds Date, Connection, X-Request-Id and the
                       // empty line
    Body body;         // null: none is sent (HEAD, 304, 204)
    Pieces pieces;     // in its place: chunked, or until the connection ends where the client knows no chunks
    bool close = false;
    // For the log line.
    std::string request_id;
    std::string route;   // pattern, never the path
    std::string tenant;  // slug
    std::size_t streamed = 0;  // bytes of `pieces` that went out
};

struct AnswerPolicy {
    bool secure = false;         // HSTS, Secure cookies
    bool personal = false;       // made for one person: never stored
    bool is_public_api = false;  // readable from any site
    std::string image_sources;   // further hosts for img-src, such as a tile server
};

/// Adds what every response needs and answers conditional requests. The body is compressed where the client
/// can read it.
Response finish(const Request& request, Response response, const AnswerPolicy& policy);
void add_security_headers(Response& response, const AnswerPolicy& policy);
/// "HTTP/1.1 200 OK\r\n" and the headers, without the last empty line. Throws Bug for a line break in a
/// header.
std::string head_text(const Response& response);
/// The small plain answer to what could not be read as a request.
Answer refusal(int status);

/// True where If-None-Match names this tag (or "*").
bool matches_etag(std::string_view if_none_match, std::string_view etag);
std::string_view suffix_of(
    Encoding encoding);                       // "", "-gz", "-br": each form of a page has its own strong tag
std::string_view name_of(Encoding encoding);  // "", "gzip", "br"
void set_header(Response& response, std::string_view name, std::string value);
std::string_view header_of(const Response& response, std::string_view name);

}  // namespace digilots::http
