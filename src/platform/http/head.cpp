#include "platform/http/head.h"

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>

#include "platform/http/accept.h"
#include "platform/http/ascii.h"

namespace digilots::http {

namespace {

namespace beast_http = boost::beast::http;

Method method_of(std::string_view name) {
    if (name == "GET") return Method::get;
    if (name == "HEAD") return Method::head;
    if (name == "POST") return Method::post;
    if (name == "PUT") return Method::put;
    if (name == "PATCH") return Method::patch;
    if (name == "DELETE") return Method::delete_;
    if (name == "OPTIONS") return Method::options;
    return Method::other;
}

/// Beast's parser does the tokens of the head; the body is ours (body.h), so it is told to skip it.
class Tokens final : public beast_http::basic_parser<true> {
public:
    explicit Tokens(Head& head) : head_(head) {}

private:
    using Code = boost::beast::error_code;
    using View = boost::beast::string_view;

    void on_request_impl(beast_http::verb, View method, View target, int version, Code&) override {
        head_.method = method_of({method.data(), method.size()});
        head_.target.assign(target.data(), target.size());
        head_.minor_version = version % 10;
    }
    void on_field_impl(beast_http::field, View name, View value, Code&) override {
        head_.headers.emplace_back(std::string(name.data(), name.size()),
                                   std::string(value.data(), value.size()));
    }
    void on_response_impl(int, View, int, Code&) override {}
    void on_header_impl(Code&) override {}
    void on_body_init_impl(boost::optional<std::uint64_t> const&, Code&) override {}
    std::size_t on_body_impl(View, Code&) override { return 0; }
    void on_chunk_header_impl(std::uint64_t, View, Code&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, View, Code&) override { return 0; }
    void on_finish_impl(Code&) override {}

    Head& head_;
};

/// Bytes that no head may hold: NUL and other controls, CR without LF, LF without CR.
bool is_clean(std::string_view bytes, std::size_t from) {
    for (std::size_t at = from; at < bytes.size(); ++at) {
        const auto byte = static_cast<unsigned char>(bytes[at]);
        if (byte >= 0x20 && byte != 0x7f) continue;
        if (byte == '\t') continue;
        if (byte == '\n') {
            if (at == 0 || bytes[at - 1] != '\r') return false;
        } else if (byte == '\r') {
            if (at + 1 < bytes.size() && bytes[at + 1] != '\n') return false;
        } else {
            return false;
        }
    }
    return true;
}

/// 0 where the request line is right, else the status.
int check_request_line(std::string_view line, const HeadLimits& limits) {
    const auto first = line.find(' ');
    const auto last = line.rfind(' ');
    if (first == std::string_view::npos || first == last) return 400;
    const auto method = line.substr(0, first);
    const auto target = line.substr(first + 1, last - first - 1);
    const auto version = line.substr(last + 1);
    if (!is_token(method) || target.empty()) return 400;
    if (std::ranges::any_of(target, [](char c) { return c <= ' ' || static_cast<unsigned char>(c) >= 0x7f; }))
        return 400;
    if (version.size() != 8 || !version.starts_with("HTTP/") || !is_digit(version[5]) || version[6] != '.' ||
        !is_digit(version[7]))
        return 400;
    if (version[5] != '1' || version[7] > '1') return 505;
    if (target.size() > limits.target) return 414;
    return method_of(method) == Method::other ? 501 : 0;
}

int check_field_lines(std::string_view lines, const HeadLimits& limits) {
    std::size_t count = 0;
    while (!lines.empty()) {
        const auto end = lines.find("\r\n");
        const auto line = lines.substr(0, end);
        const auto colon = line.find(':');
        // A line that begins with space continues the one before in old HTTP: refused, as is a space before
        // the colon.
        if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) return 400;
        if (++count > limits.fields) return 431;
        lines.remove_prefix(end + 2);
    }
    return 0;
}

bool is_valid_authority(std::string_view host) {
    if (host.empty() || host.size() > 255) return false;
    std::size_t end = 0;
    if (host[0] == '[') {
        end = host.find(']');
        if (end == std::string_view::npos || end < 3) return false;
        if (!std::ranges::all_of(host.substr(1, end - 1),
                                 [](char c) { return is_hex(c) || c == ':' || c == '.'; }))
            return false;
        ++end;
    } else {
        while (end < host.size() && host[end] != ':') {
            const char c = host[end];
            if (!is_alnum(c) && c != '-' && c != '.' && c != '_') return false;
            ++end;
        }
        if (end == 0) return false;
    }
    const auto port = host.substr(end);
    if (port.empty()) return true;
    return port.size() >= 2 && port.size() <= 6 && port[0] == ':' &&
           std::ranges::all_of(port.substr(1), is_digit);
}

int check_host(const Head& head) {
    const auto hosts = std::ranges::count_if(
        head.headers, [](const auto& field) { return equals_ignoring_case(field.first, "host"); });
    if (hosts > 1 || (hosts == 0 && head.minor_version == 1)) return 400;
    return hosts == 0 || is_valid_authority(head.header("host")) ? 0 : 400;
}

int check_transfer_encoding(Head& head, std::string_view value, bool seen_before) {
    if (seen_before || head.minor_version == 0) return 400;
    if (equals_ignoring_case(value, "chunked")) {
        head.chunked = true;
        return 0;
    }
    const auto comma = value.rfind(',');
    return comma != std::string_view::npos &&
                   equals_ignoring_case(trim_space(value.substr(comma + 1)), "chunked")
               ? 501
               : 400;
}

int check_content_length(Head& head, std::string_view value) {
    if (head.content_length || value.empty() || !std::ranges::all_of(value, is_digit)) return 400;
    if (value.size() > 18) return 413;
    std::uint64_t length = 0;
    for (const char c : value) length = length * 10 + static_cast<std::uint64_t>(c - '0');
    head.content_length = length;
    return 0;
}

void read_connection(Head& head, std::string_view value) {
    for_each_item(value, ',', [&head](std::string_view item) {
        if (equals_ignoring_case(item, "close"))
            head.keep_alive = false;
        else if (equals_ignoring_case(item, "keep-alive") && head.minor_version == 0)
            head.keep_alive = true;
    });
}

/// Body framing and connection handling: every doubt is an error.
int read_framing(Head& head) {
    bool transfer_encoding = false;
    head.keep_alive = head.minor_version == 1;
    for (const auto& [name, value] : head.headers) {
        int status = 0;
        if (equals_ignoring_case(name, "transfer-encoding")) {
            status = check_transfer_encoding(head, value, transfer_encoding);
            transfer_encoding = true;
        } else if (equals_ignoring_case(name, "content-length")) {
            status = check_content_length(head, value);
        } else if (equals_ignoring_case(name, "connection")) {
            read_connection(head, value);
        } else if (equals_ignoring_case(name, "expect") && head.minor_version == 1) {
            if (equals_ignoring_case(value, "100-continue"))
                head.expects_continue = true;
            else
                status = 417;
        }
        if (status != 0) return status;
    }
    if (transfer_encoding && head.content_length) return 400;
    return check_host(head);
}

int parse(std::string_view bytes, const HeadLimits& limits, Head& head) {
    const auto line_end = bytes.find("\r\n");
    if (const int status = check_request_line(bytes.substr(0, line_end), limits)) return status;
    const auto fields = bytes.substr(line_end + 2, bytes.size() - line_end - 4);
    if (const int status = check_field_lines(fields, limits)) return status;

    head = Head{};
    Tokens tokens(head);
    tokens.header_limit(static_cast<std::uint32_t>(bytes.size() + 1));
    tokens.body_limit(boost::none);
    boost::beast::error_code error;
    tokens.put(boost::asio::const_buffer(bytes.data(), bytes.size()), error);
    if (error && error != beast_http::error::need_more) return 400;
    if (!tokens.is_header_done()) return 400;
    return read_framing(head);
}

}  // namespace

std::string_view Head::header(std::string_view name) const {
    return find_header(headers, name);
}

HeadResult read_head(std::string_view bytes, const HeadLimits& limits, std::size_t& scanned, Head& head) {
    // One empty line before a request is forgiven (RFC 9112, 2.2): some clients send it after a body.
    const std::size_t skip = bytes.starts_with("\r\n") ? 2 : 0;
    const auto end = bytes.find("\r\n\r\n", std::max(skip, scanned > 3 ? scanned - 3 : 0));
    const auto head_bytes = bytes.substr(0, end == std::string_view::npos ? bytes.size() : end + 4);
    if (head_bytes.size() > limits.bytes) {
        const bool inside_first_line =
            bytes.substr(skip, limits.target + 64).find("\r\n") == std::string_view::npos;
        return {HeadState::refused, 0, inside_first_line ? 414 : 431};
    }
    if (!is_clean(head_bytes, scanned > 0 ? scanned - 1 : 0)) return {HeadState::refused, 0, 400};
    if (end == std::string_view::npos) {
        scanned = bytes.size();
        return {};
    }
    scanned = 0;
    const int status = parse(head_bytes.substr(skip), limits, head);
    if (status != 0) return {HeadState::refused, 0, status};
    return {HeadState::complete, head_bytes.size(), 0};
}

}  // namespace digilots::http
