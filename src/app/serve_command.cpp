#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <stop_token>
#include <thread>

#include "app/application.h"
#include "app/attempt.h"
#include "app/command.h"
#include "app/elsewhere_page.h"
#include "app/index_watch.h"
#include "app/installation.h"
#include "app/mail.h"
#include "app/own_jobs.h"
#include "app/writing.h"
#include "platform/base/log.h"
#include "platform/base/pause.h"
#include "platform/db/error.h"
#include "platform/html/gallery.h"
#include "platform/http/server.h"
#include "platform/jobs/runner.h"

namespace digilots::app {

namespace {

http::ServerOptions options_of(const Settings& settings) {
    http::ServerOptions options;
    options.listen = settings.listen;
    options.workers = settings.workers;
    options.rate_limits = settings.rate_limits;
    options.trusted_proxies = settings.trusted_proxies;
    options.tls_certificate = settings.tls_certificate;
    options.tls_key = settings.tls_key;
    options.image_sources = origin_of_tiles(settings.map_tiles);
    return options;
}

/// Once a second until asked to stop: what other processes changed.
void keep_fresh(const std::stop_token& stop, Application& application, IndexWatch& index) {
    std::string trouble;
    std::chrono::seconds pause{0};                     // figures are read ahead at once after the start
    while (!base::stopped_during(stop, pause)) {
        pause = std::chrono::seconds(1);
        attempt("changes not taken in", trouble, [&] { application.refresh(); });
        index.look(std::chrono::steady_clock::now());
    }
}

/// The catalogue's own index, of this process: seconds of work after a whole catalogue has come, which keep_fresh has not.
void keep_searchable(const std::stop_token& stop, Application& application) {
    std::string trouble;
    while (!base::stopped_during(stop, std::chrono::seconds(3))) {
        attempt("figures not searchable", trouble, [&] { application.indicators.catch_up_search(); });
    }
}

/// What does not end in time is another server's, or this one's after its start: nothing of it is lost.
void stop_jobs(jobs::Runner& runner) {
    if (runner.stop()) return;
    base::log(base::LogLevel::warning, "ended in the middle of a job, which will be done again");
    std::fflush(nullptr);
    std::_Exit(0);
}

bool is_loopback(const std::string& listen) {
    return listen.starts_with("127.") || listen.starts_with("[::1]") || listen.starts_with("localhost");
}

std::string url_of(const Settings& settings, std::uint16_t port) {
    const auto host = settings.listen.substr(0, settings.listen.rfind(':'));
    const bool everywhere = host == "0.0.0.0" || host == "[::]";
    return (settings.tls_key.empty() ? "http://" : "https://") + (everywhere ? "localhost" : host) + ":" +
           std::to_string(port) + "/";
}

void check_hosts(const Settings& settings, const municipality::Municipalities& municipalities) {
    for (const auto& [host, name] : settings.hosts)
        if (!municipalities.about(name))
            throw CommandError("The setting \"hosts\" leads " + host + " to \"" + name + "\", which is no municipality and no "
                               "body added with a key. Correct it, or add that first: digilots municipality add " + name);
}

int run_serve(const Settings& settings, const Arguments&) {
    const auto lock = InstallationLock::take(settings, Hold::shared);
    if (!lock) throw CommandError("The data folder " + settings.data + " is being restored. Start again afterwards.");
    const base::SystemClock clock;
    auto database = open_migrated_database(settings);
    const bool is_demo = installation_fact(*database, "demo") == "yes";
    if (!is_loopback(settings.listen) && is_demo) {
        base::log(base::LogLevel::warning, "demo accounts have published passwords: do not serve this to others");
    }
    Application application(*database, search_folder(settings), clock,
                            {settings.figures_max_age,
                             {settings.map_tiles, settings.map_attribution},
                             settings.source_address,
                             letters_of(settings),
                             mail_server_of(settings),
                             mailbox_of(settings),
                             settings.mail_in_municipality,
                             settings.release_day});
    check_hosts(settings, application.municipalities);
    IndexWatch index(application);
    index.look(std::chrono::steady_clock::now());
    http::Routes routes = application.routes();
    if (is_demo) {
        http::Routes gallery = html::gallery_routes();
        for (http::Route& route : gallery) routes.push_back(std::move(route));
    }
    http::Gatekeeper gatekeeper = application.gatekeeper();
    gatekeeper.tenant_of_host = [&settings](std::string_view host) -> std::string {
        const auto found = settings.hosts.find(host);
        return found == settings.hosts.end() ? "" : found->second;
    };
    auto error_page = error_page_for(routes, application.municipalities);
    http::Server server(options_of(settings), std::move(routes), std::move(gatekeeper), std::move(error_page), clock);
    server.set_ready_check([&] {
        const auto reason = reason_not_ready(settings, *database);
        return reason.empty() ? index.reason_not_ready() : reason;
    });
    server.hear_signals();
    server.start();
    std::printf("Digilots answers at %s\n", url_of(settings, server.port()).c_str());
    std::fflush(stdout);
    jobs::Runner runner(*database, clock, all_jobs(application, settings));
    runner.start();
    std::jthread refresher([&](const std::stop_token& stop) { keep_fresh(stop, application, index); });
    std::jthread catalogue([&](const std::stop_token& stop) { keep_searchable(stop, application); });
    server.wait();
    stop_jobs(runner);
    return 0;
}

}  // namespace

namespace {

/// Every setting is one of the server's; each command has the first two anyway.
std::vector<const char*> all_but_where_data_is() {
    std::vector<const char*> keys;
    for (const auto& setting : known_settings())
        if (const std::string_view key = setting.key; key != "data" && key != "database") keys.push_back(setting.key);
    return keys;
}

}  // namespace

const Command& serve_command() {
    static const Command command{
        "serve",
        "answer requests until SIGTERM or Ctrl+C",
        "Brings the database to this program's version, builds the search index where it is missing or old, and\n"
        "serves. It prints its address when it is ready and logs JSON lines to standard error. SIGTERM lets running\n"
        "requests finish. /healthz, /readyz and /metrics are for supervision.\n\n"
        "Example: digilots serve --data /var/lib/digilots --listen 127.0.0.1:8080",
        {},
        all_but_where_data_is(),
        run_serve};
    return command;
}

}  // namespace digilots::app
