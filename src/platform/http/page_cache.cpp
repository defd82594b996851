#include "platform/http/page_cache.h"

#include <list>
#include <unordered_map>

#include "platform/base/mutex.h"
#include "platform/http/ascii.h"
#include "platform/http/compression.h"

namespace digilots::http {

namespace {

struct KeyHash : std::hash<std::string_view> {
    using is_transparent = void;
};

struct Slot {
    std::string key;
    std::shared_ptr<const CachedPage> page;
};

constexpr std::size_t slot_overhead = 300;
constexpr std::size_t most_aliases = 4096;
constexpr std::size_t most_alias_bytes = 1024;

}  // namespace

Answer CachedPage::answer(Method method, std::string_view accept_encoding,
                          std::string_view if_none_match) const {
    auto encoding = choose_encoding(accept_encoding);
    if (!bodies[static_cast<std::size_t>(encoding)]) encoding = Encoding::identity;
    const Body& body = bodies[static_cast<std::size_t>(encoding)];
    const std::string tag = "\"" + etag + std::string(suffix_of(encoding)) + "\"";
    Answer answer;
    answer.route = route;
    answer.tenant = tenant;
    answer.head.reserve(headers.size() + 160);
    if (!if_none_match.empty() && matches_etag(if_none_match, tag)) {
        answer.status = 304;
        answer.head = "HTTP/1.1 304 Not Modified\r\nETag: " + tag + "\r\n" + headers;
        return answer;
    }
    answer.head = "HTTP/1.1 200 OK\r\nContent-Length: ";
    answer.head += std::to_string(body->size());
    answer.head += "\r\nETag: ";
    answer.head += tag;
    answer.head += "\r\n";
    if (encoding != Encoding::identity) {
        answer.head += "Content-Encoding: ";
        answer.head += name_of(encoding);
        answer.head += "\r\n";
    }
    answer.head += headers;
    if (method != Method::head) answer.body = body;
    return answer;
}

Response CachedPage::response(Method method) const {
    Response response;
    response.headers = {{"ETag", "\"" + etag + "\""}, {"Content-Length", std::to_string(bodies[0]->size())}};
    for (std::string_view rest = headers; !rest.empty();) {
        const auto line = rest.substr(0, rest.find("\r\n"));
        const auto colon = line.find(": ");
        response.headers.emplace_back(line.substr(0, colon), line.substr(colon + 2));
        rest.remove_prefix(line.size() + 2);
    }
    response.content_type = header_of(response, "Content-Type");
    if (method != Method::head) response.body = *bodies[0];
    return response;
}

std::size_t CachedPage::size() const {
    std::size_t bytes = sizeof(CachedPage) + headers.size() + stamp.size() * 16;
    for (const auto& body : bodies)
        if (body) bytes += body->size() + 64;
    return bytes;
}

std::shared_ptr<CachedPage> make_cached_page(const Response& finished, std::string route, std::string tenant) {
    auto page = std::make_shared<CachedPage>();
    for (const auto& [name, value] : finished.headers) {
        if (equals_ignoring_case(name, "etag")) {
            page->etag = value.substr(1, value.size() - 2);
        } else if (!equals_ignoring_case(name, "content-length")) {
            page->headers += name + ": " + value + "\r\n";
        }
    }
    page->bodies[0] = std::make_shared<const std::string>(finished.body);
    if (finished.body.size() >= 1024 && is_compressible(finished.content_type)) {
        page->bodies[static_cast<std::size_t>(Encoding::gzip)] =
            std::make_shared<const std::string>(gzip(finished.body, 6));
        page->bodies[static_cast<std::size_t>(Encoding::brotli)] =
            std::make_shared<const std::string>(brotli(finished.body, 5));
    }
    page->route = std::move(route);
    page->tenant = std::move(tenant);
    return page;
}

struct PageCache::Implementation {
    base::Mutex mutex;
    std::size_t most_bytes;
    std::size_t bytes GUARDED_BY(mutex) = 0;
    std::list<Slot> slots GUARDED_BY(mutex);  // newest first
    std::unordered_map<std::string_view, std::list<Slot>::iterator, KeyHash, std::equal_to<>> by_key
        GUARDED_BY(mutex);
    std::unordered_map<std::string, std::weak_ptr<const CachedPage>, KeyHash, std::equal_to<>> aliases
        GUARDED_BY(mutex);

    static std::size_t cost(const Slot& slot) { return slot.key.size() + slot_overhead + slot.page->size(); }
    void erase(std::list<Slot>::iterator slot) REQUIRES(mutex) {
        bytes -= cost(*slot);
        by_key.erase(slot->key);
        slots.erase(slot);
    }
    /// A page used since the last look gets a second chance, so each round clears marks and this ends.
    void make_room() REQUIRES(mutex) {
        while (bytes > most_bytes) {
            const auto oldest = std::prev(slots.end());
            if (oldest->page->used.exchange(false))
                slots.splice(slots.begin(), slots, oldest);
            else
                erase(oldest);
        }
    }
};

PageCache::PageCache(std::size_t most_bytes) : implementation_(std::make_unique<Implementation>()) {
    implementation_->most_bytes = most_bytes;
}

PageCache::~PageCache() = default;

std::shared_ptr<const CachedPage> PageCache::find(std::string_view key) {
    auto& all = *implementation_;
    const base::Lock lock(all.mutex);
    const auto found = all.by_key.find(key);
    if (found == all.by_key.end()) return nullptr;
    found->second->page->used = true;
    return found->second->page;
}

void PageCache::put(std::string key, std::shared_ptr<const CachedPage> page) {
    auto& all = *implementation_;
    const base::Lock lock(all.mutex);
    if (const auto found = all.by_key.find(key); found != all.by_key.end()) all.erase(found->second);
    Slot slot{std::move(key), std::move(page)};
    const auto cost = Implementation::cost(slot);
    if (cost > all.most_bytes / 8) return;
    all.slots.push_front(std::move(slot));
    all.by_key.emplace(all.slots.front().key, all.slots.begin());
    all.bytes += cost;
    all.make_room();
}

std::shared_ptr<const CachedPage> PageCache::find_alias(std::string_view key) {
    auto& all = *implementation_;
    const base::Lock lock(all.mutex);
    const auto found = all.aliases.find(key);
    if (found == all.aliases.end()) return nullptr;
    auto page = found->second.lock();
    if (!page)
        all.aliases.erase(found);
    else
        page->used.store(true, std::memory_order_relaxed);
    return page;
}

void PageCache::put_alias(std::string key, const std::shared_ptr<const CachedPage>& page) {
    auto& all = *implementation_;
    const base::Lock lock(all.mutex);
    // Aliases are cheap to make again: when there are too many, all go.
    if (key.size() > most_alias_bytes) return;
    if (all.aliases.size() >= most_aliases) all.aliases.clear();
    all.aliases[std::move(key)] = page;
}

}  // namespace digilots::http
