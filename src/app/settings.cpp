#include "app/settings.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include "municipality/municipality.h"
#include "platform/base/text.h"
#include "platform/http/fetch.h"
#include "platform/mail/message.h"
#include "platform/mail/mailbox.h"
#include "platform/mail/smtp.h"

namespace digilots::app {

namespace {

constexpr SettingInfo settings_table[] = {
    {"data", "DIGILOTS_DATA", "the path of a folder, such as /var/lib/digilots"},
    {"database", "DIGILOTS_DATABASE", "sqlite (a file in the data folder) or postgresql://USER:PASSWORD@HOST:PORT/DATABASE"},
    {"listen", "DIGILOTS_LISTEN", "ADDRESS:PORT, such as 127.0.0.1:8080 or [::1]:8080; port 0 takes a free one"},
    {"rate_limits", "DIGILOTS_RATE_LIMITS", "on or off (off is for load tests)"},
    {"workers", "DIGILOTS_WORKERS", "a number from 1 to 1024"},
    {"database_connections", "DIGILOTS_DATABASE_CONNECTIONS", "a number from 2 to 256"},
    {"log_level", "DIGILOTS_LOG_LEVEL", "debug, info, warning or error"},
    {"trusted_proxies", "DIGILOTS_TRUSTED_PROXIES", "addresses with commas between them, such as 127.0.0.1,::1"},
    {"hosts", "DIGILOTS_HOSTS",
     "HOST=MUNICIPALITY with commas between them, such as digital.sundsvall.se=sundsvall; each host once"},
    {"tls_certificate", "DIGILOTS_TLS_CERTIFICATE", "the path of a PEM file, together with tls_key"},
    {"tls_key", "DIGILOTS_TLS_KEY", "the path of a PEM file, together with tls_certificate"},
    {"kolada_address", "DIGILOTS_KOLADA_ADDRESS", "an address such as https://api.kolada.se/v3"},
    {"kolada_hours", "DIGILOTS_KOLADA_HOURS", "hours between two fetches while serving, from 1 to 8760, or 0 for none"},
    {"kolada_indicators", "DIGILOTS_KOLADA_INDICATORS", "ids with commas between them, such as N00945,N07900"},
    {"kostra_address", "DIGILOTS_KOSTRA_ADDRESS", "an address such as https://data.ssb.no/api/v0/no/table"},
    {"kostra_hours", "DIGILOTS_KOSTRA_HOURS", "hours between two fetches while serving, from 1 to 8760, or 0 for none"},
    {"kostra_tables", "DIGILOTS_KOSTRA_TABLES", "table numbers with commas between them, such as 12272"},
    {"figures_max_age", "DIGILOTS_FIGURES_MAX_AGE", "a number of years from 0 to 30"},
    {"release_day", "DIGILOTS_RELEASE_DAY", "a day of the month from 1 to 28"},
    {"map_tiles", "DIGILOTS_MAP_TILES", "an address such as https://tiles.example.org/{z}/{x}/{y}.png, or nothing"},
    {"map_attribution", "DIGILOTS_MAP_ATTRIBUTION", "whose map it is, such as © OpenStreetMap contributors"},
    {"source_address", "DIGILOTS_SOURCE_ADDRESS", "an address such as https://git.example.org/digilots, or nothing"},
    {"smtp_url", "DIGILOTS_SMTP_URL", "smtp://HOST:PORT (STARTTLS), smtps://HOST:PORT, or nothing for no letters"},
    {"smtp_user", "DIGILOTS_SMTP_USER", "a name of at most 200 characters, together with smtp_password_file"},
    {"smtp_password_file", "DIGILOTS_SMTP_PASSWORD_FILE", "the path of a file with the password, together with smtp_user"},
    {"mail_from", "DIGILOTS_MAIL_FROM", "an e-mail address such as digilots@example.org"},
    {"mail_in_url", "DIGILOTS_MAIL_IN_URL",
     "imaps://HOST:PORT, imap:// on this machine alone, or nothing for no questions by e-mail"},
    {"mail_in_user", "DIGILOTS_MAIL_IN_USER", "a name of at most 200 characters, together with mail_in_url"},
    {"mail_in_password_file", "DIGILOTS_MAIL_IN_PASSWORD_FILE",
     "the path of a file with the password, together with mail_in_url"},
    {"mail_in_municipality", "DIGILOTS_MAIL_IN_MUNICIPALITY",
     "the municipality whose inbox it is, such as sundsvall, together with mail_in_url"},
    {"public_address", "DIGILOTS_PUBLIC_ADDRESS",
     "where people reach this server, such as https://digilots.example.org, without a path"},
};

std::optional<int> number_between(std::string_view text, int least, int most) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < least || number > most) return std::nullopt;
    return number;
}

std::optional<bool> on_or_off(std::string_view text) {
    if (text == "on" || text == "true" || text == "1" || text == "yes") return true;
    if (text == "off" || text == "false" || text == "0" || text == "no") return false;
    return std::nullopt;
}

bool is_address_with_port(std::string_view text) {
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0) return false;
    const auto host = text.substr(0, colon);
    if (host.find(':') != std::string_view::npos && !(host.front() == '[' && host.back() == ']')) return false;
    return number_between(text.substr(colon + 1), 0, 65535).has_value();
}

bool is_database(std::string_view text) {
    return text == "sqlite" || (text.starts_with("sqlite:") && text.size() > 7) || text.starts_with("postgresql://") ||
           text.starts_with("postgres://");
}

std::vector<std::string> listed(std::string_view text) {
    std::vector<std::string> found;
    for (const auto piece : base::split(text, ',')) {
        if (const auto name = base::trim(piece); !name.empty()) found.emplace_back(name);
    }
    return found;
}

bool is_host_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == ':' ||
           c == '*';
}

bool is_host_name(std::string_view host) {
    constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789-.";
    return !host.empty() && host.size() <= 253 && host.front() != '.' && host.back() != '.' &&
           host.find_first_not_of(allowed) == std::string_view::npos;
}

/// Who is meant is known when serving: a body with a key is in the database. What can be no name of one is refused here.
std::string tenant_named(std::string_view name) {
    if (const auto* municipality = municipality::Municipalities::find(name)) return municipality->slug;
    return !name.empty() && name == base::slug(name) ? std::string(name) : "";
}

bool set_hosts(Settings& settings, std::string_view value) {
    settings.hosts.clear();
    for (const auto& pair : listed(value)) {
        const auto equals = std::min(pair.find('='), pair.size());
        const auto host = base::lower(base::trim(std::string_view(pair).substr(0, equals)));
        const auto name = base::trim(std::string_view(pair).substr(std::min(equals + 1, pair.size())));
        const auto tenant = tenant_named(name);
        if (!is_host_name(host) || tenant.empty() || !settings.hosts.emplace(host, tenant).second) return false;
    }
    return true;
}

bool is_origin(std::string_view address) {
    return http::is_web_address(address) && address.find_first_of("/?#", address.find("://") + 3) == std::string_view::npos;
}

/// Nothing where the settings for letters fit together.
std::optional<SettingsError> fault_of_mail(const Settings& settings) {
    if (settings.smtp_user.empty() != settings.smtp_password_file.empty())
        return SettingsError{"smtp_user", "Set smtp_user and smtp_password_file together, or none of them."};
    const bool has_all = !settings.smtp_url.empty() && !settings.mail_from.empty() && !settings.public_address.empty();
    if (!settings.smtp_url.empty() && !has_all)
        return SettingsError{"smtp_url",
                             "Letters need smtp_url, mail_from and public_address: set all three, or take smtp_url away."};
    if (settings.smtp_url.empty() && !(settings.smtp_user.empty() && settings.mail_from.empty()))
        return SettingsError{"smtp_url", "smtp_user and mail_from are of no use without smtp_url: set it, or take them away."};
    const std::string* of_mail_in[] = {&settings.mail_in_url, &settings.mail_in_user, &settings.mail_in_password_file,
                                       &settings.mail_in_municipality};
    const auto set = std::ranges::count_if(of_mail_in, [](const std::string* one) { return !one->empty(); });
    if (set > 0 && set < std::ssize(of_mail_in))
        return SettingsError{"mail_in_url", "Questions by e-mail need mail_in_url, mail_in_user, mail_in_password_file and "
                                            "mail_in_municipality: set all four, or take them away."};
    return std::nullopt;
}

template <class T>
bool take(T& target, const std::optional<T>& value) {
    if (value) target = *value;
    return value.has_value();
}

/// False where the value is not allowed for this key.
bool set(Settings& settings, std::string_view key, const std::string& value) {
    if (key == "data") return !(settings.data = value).empty();
    if (key == "database") return is_database(settings.database = value);
    if (key == "listen") return is_address_with_port(settings.listen = value);
    if (key == "rate_limits") return take(settings.rate_limits, on_or_off(value));
    if (key == "workers") return take(settings.workers, number_between(value, 1, 1024));
    if (key == "database_connections") return take(settings.database_connections, number_between(value, 2, 256));
    if (key == "trusted_proxies") return !(settings.trusted_proxies = listed(value)).empty() || value.empty();
    if (key == "hosts") return set_hosts(settings, value);
    if (key == "tls_certificate") return std::filesystem::exists(settings.tls_certificate = value);
    if (key == "kolada_address") return http::is_web_address(settings.kolada_address = value) || value.empty();
    if (key == "kolada_hours") return take(settings.kolada_hours, number_between(value, 0, 8760));
    if (key == "kolada_indicators") return !(settings.kolada_indicators = listed(value)).empty() || value.empty();
    if (key == "kostra_address") return http::is_web_address(settings.kostra_address = value) || value.empty();
    if (key == "kostra_hours") return take(settings.kostra_hours, number_between(value, 0, 8760));
    if (key == "kostra_tables") return !(settings.kostra_tables = listed(value)).empty() || value.empty();
    if (key == "release_day") return take(settings.release_day, number_between(value, 1, 28));
    if (key == "figures_max_age") return take(settings.figures_max_age, number_between(value, 0, 30));
    if (key == "tls_key") return std::filesystem::exists(settings.tls_key = value);
    if (key == "map_tiles") return (settings.map_tiles = value).empty() || !origin_of_tiles(value).empty();
    if (key == "map_attribution") return (settings.map_attribution = value).size() <= 200;
    if (key == "source_address") return http::is_web_address(settings.source_address = value) || value.empty();
    if (key == "smtp_url") return (settings.smtp_url = value).empty() || mail::is_server_address(value);
    if (key == "smtp_user") return (settings.smtp_user = value).size() <= 200;
    if (key == "smtp_password_file") return (settings.smtp_password_file = value).empty() || std::filesystem::exists(value);
    if (key == "mail_from") return (settings.mail_from = value).empty() || mail::is_reachable(value);
    if (key == "mail_in_url") return (settings.mail_in_url = value).empty() || mail::is_mailbox_address(value);
    if (key == "mail_in_user") return (settings.mail_in_user = value).size() <= 200;
    if (key == "mail_in_password_file")
        return (settings.mail_in_password_file = value).empty() || std::filesystem::exists(value);
    if (key == "mail_in_municipality") return (settings.mail_in_municipality = value).empty() || !tenant_named(value).empty();
    if (key == "public_address") return (settings.public_address = value).empty() || is_origin(value);
    settings.log_level = value;
    return value == "debug" || value == "info" || value == "warning" || value == "error";
}

const SettingInfo* find(std::string_view key) {
    for (const auto& info : settings_table) {
        if (key == info.key) return &info;
    }
    return nullptr;
}

SettingsError unknown_key(const std::string& key, const std::string& file) {
    std::string message = file + ": there is no setting \"" + key + "\". There are:";
    for (const auto& info : settings_table) message += std::string(" ") + info.key;
    return {key, message};
}

SettingsError not_allowed(const SettingInfo& info, const std::string& value, const std::string& source) {
    // A database address can hold a password: never show it.
    const auto shown = std::string_view(info.key) == "database" ? "what is set" : "\"" + value + "\"";
    return {info.key, source + ": " + shown + " is not allowed for " + info.key + ". Allowed: " + info.allowed + "."};
}

std::string file_of_settings(const Flags& flags, const Environment& environment) {
    if (const auto flag = flags.find("settings"); flag != flags.end()) return flag->second;
    if (const auto variable = environment("DIGILOTS_SETTINGS")) return *variable;
    const auto flag = flags.find("data");
    const auto data = flag != flags.end() ? flag->second : environment("DIGILOTS_DATA").value_or(Settings{}.data);
    for (const auto& file : {data + "/settings.toml", std::string("/etc/digilots/settings.toml")}) {
        // A folder of that name is refused by whoever takes it, not passed over.
        if (std::filesystem::exists(file)) return file;
    }
    return "";
}

std::optional<SettingsError> take_file(Settings& settings, const std::string& file) {
    if (!std::filesystem::exists(file)) {
        return SettingsError{"settings", "The settings file " + file + " is not there. Correct the path or leave it out."};
    }
    // A pipe may bring them, a folder or a device holds none.
    if (!std::filesystem::is_regular_file(file) && !std::filesystem::is_fifo(file)) {
        return SettingsError{"settings", file + " is no file with settings. Name a file, or leave it out."};
    }
    settings.file = file;
    const auto values = read_settings_file(file);
    if (!values) return values.error();
    for (const auto& [key, value] : *values) {
        const auto* info = find(key);
        if (!info) return unknown_key(key, file);
        if (!set(settings, key, value)) return not_allowed(*info, value, file);
    }
    return std::nullopt;
}

}  // namespace

std::string origin_of_tiles(std::string_view address) {
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (!address.starts_with(scheme)) continue;
        for (const auto* part : {"{z}", "{x}", "{y}"}) {
            if (address.find(part) == std::string_view::npos) return "";
        }
        std::string host(address.substr(scheme.size(), address.find('/', scheme.size()) - scheme.size()));
        if (host.starts_with("{s}.")) host.replace(0, 3, "*");
        const bool is_host = !host.empty() && std::ranges::all_of(host, is_host_character);
        return is_host ? std::string(scheme) + host : "";
    }
    return "";
}

std::span<const SettingInfo> known_settings() { return settings_table; }

base::Result<Settings, SettingsError> read_settings(const Flags& flags, const Environment& environment) {
    Settings settings;
    if (const auto file = file_of_settings(flags, environment); !file.empty()) {
        if (const auto error = take_file(settings, file)) return base::failure(*error);
    }
    for (const auto& info : settings_table) {
        const auto value = environment(info.environment);
        if (value && !set(settings, info.key, *value)) return base::failure(not_allowed(info, *value, info.environment));
    }
    for (const auto& info : settings_table) {
        const auto flag = flags.find(info.key);
        if (flag == flags.end()) continue;
        if (!set(settings, info.key, flag->second)) {
            return base::failure(not_allowed(info, flag->second, std::string("--") + info.key));
        }
    }
    if (settings.tls_certificate.empty() != settings.tls_key.empty()) {
        return base::failure(SettingsError{"tls_key", "Set tls_certificate and tls_key together, or none of them."});
    }
    if (const auto error = fault_of_mail(settings)) return base::failure(*error);
    return settings;
}

Environment process_environment() {
    return [](const char* name) -> std::optional<std::string> {
        const char* value = std::getenv(name);
        if (!value || !*value) return std::nullopt;
        return value;
    };
}

}  // namespace digilots::app
