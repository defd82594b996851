#include "platform/http/assets.h"

#include <algorithm>
#include <map>

#include "platform/base/embedded.h"
#include "platform/base/ensure.h"
#include "platform/base/mutex.h"
#include "platform/base/uuid.h"
#include "platform/http/asset_table.h"
#include "platform/http/compression.h"

namespace digilots::http {

namespace {

std::string_view type_of(std::string_view name) {
    static const std::map<std::string_view, std::string_view> types = {
        {"css", "text/css; charset=utf-8"},
        {"js", "text/javascript; charset=utf-8"},
        {"mjs", "text/javascript; charset=utf-8"},
        {"json", "application/json"},
        {"geojson", "application/geo+json"},
        {"webmanifest", "application/manifest+json"},
        {"svg", "image/svg+xml"},
        {"png", "image/png"},
        {"jpg", "image/jpeg"},
        {"webp", "image/webp"},
        {"ico", "image/x-icon"},
        {"woff2", "font/woff2"},
        {"woff", "font/woff"},
        {"txt", "text/plain; charset=utf-8"},
        {"html", "text/html; charset=utf-8"},
        {"wasm", "application/wasm"},
        {"pdf", "application/pdf"}};
    const auto found = types.find(name.substr(name.rfind('.') + 1));
    return found == types.end() ? "application/octet-stream" : found->second;
}

struct Table {
    std::map<std::string, Asset, std::less<>> by_path;     // below /static/
    std::map<std::string, std::string, std::less<>> urls;  // name → URL

    Table() {
        for (const auto& file : base::embedded_files()) {
            if (!file.name.starts_with("web/")) continue;
            const auto name = file.name.substr(4);
            if (name.ends_with(".br") || name.ends_with(".gz") || name.ends_with(".map")) continue;
            const auto hash = base::sha256_hex(file.content).substr(0, 12);
            const auto dot = std::min(name.rfind('.'), name.size());
            const auto hashed = std::string(name.substr(0, dot)) + "." + hash + std::string(name.substr(dot));
            Asset asset;
            asset.content_type = type_of(name);
            asset.name = name;
            asset.etag = hash;
            asset.identity = std::make_shared<const std::string>(file.content);
            by_path.emplace(std::string(name), asset);
            asset.immutable = true;
            by_path.emplace(hashed, std::move(asset));
            urls.emplace(std::string(name), "/static/" + hashed);
        }
    }
};

Table& table() {
    static Table instance;
    return instance;
}

/// Made by the build where it did, else once here, cheaply.
std::shared_ptr<const std::string> compressed(const Asset& asset, Encoding encoding) {
    const auto ready =
        base::embedded_file("web/" + asset.name + (encoding == Encoding::brotli ? ".br" : ".gz"));
    if (ready) return std::make_shared<const std::string>(*ready);
    auto made = encoding == Encoding::brotli ? brotli(*asset.identity, 5) : gzip(*asset.identity, 6);
    return made.size() < asset.identity->size() ? std::make_shared<const std::string>(std::move(made))
                                                : asset.identity;
}

}  // namespace

std::string asset_url(std::string_view name) {
    const auto& urls = table().urls;
    // A build without the web bundle (tests of one slice) has no hashes to name.
    if (urls.empty()) return "/static/" + std::string(name);
    const auto found = urls.find(name);
    ENSURE(found != urls.end());
    return found->second;
}

const Asset* find_asset(std::string_view path) {
    const auto& paths = table().by_path;
    const auto found = paths.find(path);
    return found == paths.end() ? nullptr : &found->second;
}

std::shared_ptr<const std::string> asset_body(const Asset& asset, Encoding& encoding) {
    if (encoding == Encoding::identity || !is_compressible(asset.content_type) ||
        asset.identity->size() < 1024) {
        encoding = Encoding::identity;
        return asset.identity;
    }
    static base::Mutex mutex;
    static std::map<std::pair<std::string, Encoding>, std::shared_ptr<const std::string>> made
        GUARDED_BY(mutex);
    const base::Lock lock(mutex);
    auto& body = made[{asset.name, encoding}];
    if (!body) body = compressed(asset, encoding);
    if (body == asset.identity) encoding = Encoding::identity;
    return body;
}

}  // namespace digilots::http
