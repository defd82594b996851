#include "app/application.h"

#include <fstream>
#include <sstream>

#include "platform/base/log.h"

namespace digilots::app {

Application::Application(db::Database& opened, const std::string& search_folder, const base::Clock& time)
    : database(opened),
      clock(time),
      municipalities(database, clock),
      accounts(database, clock),
      directory(database, municipalities, clock),
      index(search_folder.empty() ? search::memory_index() : search::open_index(search_folder)),
      marker_file_(search_folder.empty() ? "" : search_folder + "/directory-versions") {
    directory.on_change([this](std::string_view municipality_id) {
        static_cast<void>(municipality_id);
        remember_indexed();
    });
}

Application::~Application() = default;

http::Gatekeeper Application::gatekeeper() {
    http::Gatekeeper gatekeeper;
    gatekeeper.find_tenant = [this](std::string_view slug) { return municipalities.find_tenant(slug); };
    gatekeeper.find_session = [this](std::string_view token, base::Instant now) {
        return accounts.find_session(token, now);
    };
    gatekeeper.find_token = [this](std::string_view bearer, base::Instant now) { return accounts.find_token(bearer, now); };
    gatekeeper.network_exists = [this](std::string_view key) { return municipalities.network(key).has_value(); };
    gatekeeper.is_current = [this](std::string_view version) {
        return version.starts_with("directory:") ? directory.is_current(version) : municipalities.is_current(version);
    };
    return gatekeeper;
}

void Application::refresh() {
    municipalities.refresh();
    directory.refresh();
}

void Application::purge() {
    const auto purged = accounts.purge();
    base::log(base::LogLevel::info, "purged",
              {{"accounts", std::to_string(purged.accounts)}});
}

std::string Application::directory_versions() const {
    std::string text;
    for (const auto& municipality : municipalities.active()) text += directory.version(municipality.id) + "\n";
    return text;
}

bool Application::search_is_stale() const {
    if (marker_file_.empty()) return index->size() == 0;
    std::ifstream file(marker_file_);
    std::ostringstream indexed;
    indexed << file.rdbuf();
    return indexed.str() != directory_versions();
}

void Application::remember_indexed() const {
    if (!marker_file_.empty()) std::ofstream(marker_file_, std::ios::trunc) << directory_versions();
}

void Application::reindex() {
    remember_indexed();
}

}  // namespace digilots::app
