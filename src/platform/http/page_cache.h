#pragma once
// Public pages as they were answered, in plain, gzip and brotli, by path, query, language and what else they
// depend on. Bounded by bytes; the page unused for longest goes first.
#include <atomic>
#include <memory>
#include <string>

#include "platform/http/answer.h"
#include "platform/kept/versions.h"

namespace digilots::http {

struct CachedPage {
    kept::Stamp stamp;                   // taken before the page was made
    base::Instant made_at;               // a clock that was put back before this moment: made in no known time
    std::optional<base::Instant> until;
    std::string headers;         // lines, without ETag, Content-Encoding and Content-Length
    std::array<Body, 3> bodies;  // by Encoding; the plain one is always there
    std::string etag;            // without quotes and suffix
    std::string route, tenant;
    mutable std::atomic<bool> used = false;  // since the cache last looked for one to drop

    bool is_right(base::Instant now) const {
        return now >= made_at && (!until || now < *until) && stamp.holds();
    }
    /// The answer to a GET or HEAD of this page.
    Answer answer(Method method, std::string_view accept_encoding, std::string_view if_none_match) const;
    /// The same as a response, in plain bytes.
    Response response(Method method) const;
    std::size_t size() const;
};

/// From a finished response (answer.h) that was neither compressed nor cut for HEAD or 304.
std::shared_ptr<CachedPage> make_cached_page(const Response& finished, std::string route, std::string tenant);

class PageCache {
public:
    explicit PageCache(std::size_t most_bytes);
    ~PageCache();
    std::shared_ptr<const CachedPage> find(std::string_view key);
    void put(std::string key, std::shared_ptr<const CachedPage> page);
    /// The same page under the words of one client (its exact headers), so that it is found without deciding
    /// anything.
    std::shared_ptr<const CachedPage> find_alias(std::string_view key);
    void put_alias(std::string key, const std::shared_ptr<const CachedPage>& page);

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace digilots::http
