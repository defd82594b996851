#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/base/clock.h"

namespace digilots::http {

struct TypedForm;

struct Cookie {
    std::string name, value;
    int max_age_seconds = 0;  // 0: ends with the browser; negative: remove
    bool http_only = true;
};

/// A body that is made while it is sent, piece by piece: however long it is, one piece stands in memory. "" ends it. What it
/// throws cuts the connection, so that nobody takes a part for all of it. It refers to nothing of the request; when the client
/// has gone it is asked no more, and let go.
using Pieces = std::shared_ptr<const std::function<std::string()>>;

/// Security headers, request id, ETag, Content-Length, compression and HEAD are the server's work, not the
/// handler's.
class Response {
public:
    int status = 200;
    std::string content_type = "text/html; charset=utf-8";
    std::string body;
    Pieces pieces;  // where they are, `body` is empty: it is neither kept, tagged nor compressed
    std::vector<std::pair<std::string, std::string>> headers;
    std::vector<Cookie> cookies;
    /// For this one request only: the answer to something typed, a page that shows a mistake.
    bool for_once = false;
    /// Of a route of Effort::reading_then_drawing: what is left to do with what has been read. It is done before the request
    /// ends, and may refer to it.
    std::function<Response()> draw = nullptr;
    /// When it says something else by itself, where that may be before Gatekeeper::next_change: until then it is kept.
    std::optional<base::Instant> until;
    /// The answer is the page of this form, asked with the session that `cookies` open, filled in again.
    std::shared_ptr<const TypedForm> resume;
    /// Somebody else has saved this record ("place:0192…", as in the trail) since the form was made, or it is gone: the
    /// answer is the form's page with what was typed, and beside each field what is saved now.
    std::optional<std::string> changed_meanwhile;
};

/// What names of files of a made-up municipality begin with.
inline constexpr std::string_view made_up_files = "made-up-";
/// Of a made-up municipality: the header Digilots-Made-Up, and a file's name begins with "made-up-".
void mark_made_up(Response& response);

Response html(std::string body, int status = 200);
Response streamed(std::function<std::string()> next_piece, std::string content_type);
Response json(std::string body, int status = 200);
Response text(std::string body, std::string content_type = "text/plain; charset=utf-8");
/// 303 after a form; `location` is a path of this server.
Response see_other(std::string location);
/// Nothing was saved, for the form's "seen" is not what is stored now.
Response changed_meanwhile(std::string record);
/// 308 where a page has moved.
Response moved(std::string location);
/// A file to keep: Content-Disposition attachment.
Response download(std::string body, std::string content_type, std::string file_name);
/// The same of one that is made while it is sent (Pieces).
Response streamed_download(std::function<std::string()> next_piece, std::string content_type, std::string file_name);
/// RFC 9457 application/problem+json. `fields`: field name → message, for 422.
Response problem(int status, std::string title, std::string detail = "",
                 std::vector<std::pair<std::string, std::string>> fields = {});

}  // namespace digilots::http
