#pragma once
// The installation's settings: file (TOML) < environment < flags. The program reads them once, at its start.
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/result.h"

namespace digilots::app {

struct Settings {
    std::string data = "digilots-data";        // folder of database file, search index, lock
    std::string database = "sqlite";           // "sqlite" or "postgresql://…"
    std::string listen = "127.0.0.1:8080";
    bool rate_limits = true;                   // the general one; password guessing is always limited
    int workers = 96;
    int database_connections = 8;
    std::string log_level = "info";
    std::vector<std::string> trusted_proxies;
    std::map<std::string, std::string, std::less<>> hosts;   // "digital.sundsvall.se" → "sundsvall"
    std::string tls_certificate, tls_key;
    std::string kolada_address;                // "": Kolada's own
    int kolada_hours = -1;                     // between two fetches by serve; 0 off, -1 daily where an address is set
    std::vector<std::string> kolada_indicators;   // fetched beside those that the program brings
    std::string kostra_address;                // "": Statistics Norway's
    int kostra_hours = -1;                     // as kolada_hours
    std::vector<std::string> kostra_tables;    // whole tables, "12272", beside the indicators that the program brings
    int figures_max_age = 3;                   // how many years a figure may be behind the newest
    int release_day = 10;                      // of the month on which the tables of the one before are released
    std::string map_tiles;                     // "https://tiles.example.org/{z}/{x}/{y}.png", "" for maps without a background
    std::string map_attribution;               // whose map that is, shown on it
    std::string source_address;                // where people get this installation's source code; "": they are told to ask
    std::string smtp_url;                      // "smtp://mail.example.org:587", "smtps://mail.example.org:465", "" for no letters
    std::string smtp_user, smtp_password_file; // both or none
    std::string mail_from;                     // whose letters they are: "digilots@sundsvall.se"
    std::string mail_in_url;                   // "imaps://mail.example.org:993": questions by e-mail; "" for none
    std::string mail_in_user, mail_in_password_file, mail_in_municipality;  // all of them, or none
    std::string public_address;                // "https://digilots.example.org": what links in letters begin with
    std::string file;                          // where the settings file was found, "" without one

    bool is_sqlite() const { return database.starts_with("sqlite"); }
    bool fetches_kolada() const { return kolada_hours > 0 || (kolada_hours < 0 && !kolada_address.empty()); }
    int kolada_interval() const { return kolada_hours > 0 ? kolada_hours : 24; }
    bool fetches_kostra() const { return kostra_hours > 0 || (kostra_hours < 0 && !kostra_address.empty()); }
    int kostra_interval() const { return kostra_hours > 0 ? kostra_hours : 24; }
};

/// One setting as people write it, for help texts and messages.
struct SettingInfo {
    const char* key;           // "listen": in the file and, with --, as a flag
    const char* environment;   // "DIGILOTS_LISTEN"
    const char* allowed;       // "ADDRESS:PORT, such as 127.0.0.1:8080; port 0 takes a free one"
};
std::span<const SettingInfo> known_settings();

/// What is wrong, where it was set and what is allowed; ready to be shown to the operator.
struct SettingsError {
    std::string key;
    std::string message;
};

using Flags = std::map<std::string, std::string, std::less<>>;
using Environment = std::function<std::optional<std::string>(const char* name)>;

/// Reads the settings file ("settings" among the flags, DIGILOTS_SETTINGS, DATA/settings.toml or
/// /etc/digilots/settings.toml, the first that is there), then the environment, then the flags.
base::Result<Settings, SettingsError> read_settings(const Flags& flags, const Environment& environment);

/// The tiles' origin, for img-src: "https://tiles.example.org"; {s} becomes a wildcard. "" where the address is none.
std::string origin_of_tiles(std::string_view address);

/// The process's own environment.
Environment process_environment();

/// Keys and values of a TOML file, lists joined by commas. What is wrong with the file as an error.
base::Result<Flags, SettingsError> read_settings_file(const std::string& file);

}  // namespace digilots::app
