#include "platform/http/fetch.h"

#include <curl/curl.h>

#include <algorithm>
#include <charconv>
#include <ctime>
#include <memory>

namespace digilots::http {

namespace {

constexpr int most_redirects = 3;

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](char letter) {
        return static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter + 32 : letter);
    });
    return text;
}

struct Address {
    std::string scheme, host, port;
    bool is_web = false;
    bool operator==(const Address&) const = default;
};

std::string part_of(CURLU* url, CURLUPart part) {
    char* text = nullptr;
    if (curl_url_get(url, part, &text, CURLU_DEFAULT_PORT) != CURLUE_OK || !text) return "";
    std::string found = text;
    curl_free(text);
    return found;
}

Address address_of(std::string_view text) {
    const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> url(curl_url(), curl_url_cleanup);
    Address address;
    if (!url || curl_url_set(url.get(), CURLUPART_URL, std::string(text).c_str(), 0) != CURLUE_OK) return address;
    address.scheme = part_of(url.get(), CURLUPART_SCHEME);
    address.host = lower(part_of(url.get(), CURLUPART_HOST));
    address.port = part_of(url.get(), CURLUPART_PORT);
    const bool is_known = address.scheme == "http" || address.scheme == "https";
    address.is_web = is_known && !address.host.empty() && part_of(url.get(), CURLUPART_USER).empty();
    return address;
}

struct Body {
    std::string text;
    std::size_t most;
    bool is_too_large = false;
};

std::size_t take_body(char* data, std::size_t size, std::size_t count, void* target) {
    auto& body = *static_cast<Body*>(target);
    if (body.text.size() + size * count > body.most) {
        body.is_too_large = true;
        return 0;
    }
    body.text.append(data, size * count);
    return size * count;
}

std::size_t take_header(char* data, std::size_t size, std::size_t count, void* target) {
    auto& wait = *static_cast<std::optional<std::chrono::seconds>*>(target);
    const auto line = lower(std::string(data, size * count));
    if (!line.starts_with("retry-after:")) return size * count;
    const auto text = line.substr(std::min(line.find_first_not_of(' ', 12), line.size()));
    int seconds = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), seconds).ec == std::errc{} && seconds >= 0) {
        wait = std::chrono::seconds(seconds);
    } else if (const auto at = curl_getdate(text.c_str(), nullptr); at >= 0) {
        wait = std::chrono::seconds(std::max<long long>(0, at - std::time(nullptr)));
    }
    return size * count;
}

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Headers = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

void set_limits(CURL* handle, const Errand& errand) {
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, std::min<long>(10'000, errand.time_limit.count()));
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(errand.time_limit.count()));
    curl_easy_setopt(handle, CURLOPT_USERAGENT, "Digilots");
    curl_easy_setopt(handle, CURLOPT_ACCEPT_ENCODING, "");
}

FetchError failed(CURLcode code, const Body& body, const Address& address) {
    if (body.is_too_large) {
        return {FetchProblem::too_large, "The answer of " + address.host + " is larger than allowed."};
    }
    return {FetchProblem::broken, address.host + ": " + curl_easy_strerror(code) + "."};
}

/// One exchange; where it leads on, `url` becomes the next address.
base::Result<Fetched, FetchError> exchange(CURL* handle, const Errand& errand, std::string& url) {
    Body body{"", errand.most_bytes};
    Fetched fetched;
    Headers headers(curl_slist_append(nullptr, ("Accept: " + errand.accept).c_str()), curl_slist_free_all);
    if (!errand.body.empty()) {
        headers.reset(curl_slist_append(headers.release(), ("Content-Type: " + errand.content_type).c_str()));
        curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE, static_cast<long>(errand.body.size()));
        curl_easy_setopt(handle, CURLOPT_COPYPOSTFIELDS, errand.body.c_str());
    }
    curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
    curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, &body);
    curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, take_header);
    curl_easy_setopt(handle, CURLOPT_HEADERDATA, &fetched.retry_after);
    const auto code = curl_easy_perform(handle);
    if (code != CURLE_OK) return base::failure(failed(code, body, address_of(url)));
    long status = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
    char* onward = nullptr;
    curl_easy_getinfo(handle, CURLINFO_REDIRECT_URL, &onward);
    url = onward ? onward : "";
    fetched.status = static_cast<int>(status);
    fetched.body = std::move(body.text);
    return fetched;
}

}  // namespace

base::Result<Fetched, FetchError> fetch(const Errand& errand) {
    static const bool ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    if (!ready || !is_web_address(errand.url)) {
        return base::failure(FetchError{FetchProblem::bad_address, "The address must begin with http:// or https:// and name a host."});
    }
    const Handle handle(curl_easy_init(), curl_easy_cleanup);
    set_limits(handle.get(), errand);
    std::string url = errand.url;
    for (int hop = 0; hop <= most_redirects; ++hop) {
        auto fetched = exchange(handle.get(), errand, url);
        if (!fetched || url.empty()) return fetched;
        if (!is_same_origin(url, errand.url)) break;
    }
    return base::failure(FetchError{FetchProblem::elsewhere, address_of(errand.url).host +
                                                                 " leads to another host or in circles. Set the address that "
                                                                 "answers itself."});
}

bool is_web_address(std::string_view url) { return address_of(url).is_web; }

bool is_same_origin(std::string_view one, std::string_view other) {
    const auto first = address_of(one);
    return first.is_web && first == address_of(other);
}

}  // namespace digilots::http
