#include "app/command_line.h"

#include <algorithm>
#include <cstdio>
#include <exception>
#include <functional>
#include <memory>
#include <span>

#include <CLI/CLI.hpp>

#include "app/command.h"
#include "platform/base/log.h"
#include "platform/base/reason.h"
#include "platform/db/error.h"

namespace digilots::app {

std::string Arguments::text(std::string_view name) const {
    const auto found = values.find(name);
    return found == values.end() || found->second.empty() ? "" : found->second.front();
}

std::vector<std::string> Arguments::all(std::string_view name) const {
    const auto found = values.find(name);
    return found == values.end() ? std::vector<std::string>{} : found->second;
}

namespace {

constexpr int done = 0, wrong = 1, wrong_usage = 2;

std::vector<const Command*> commands() {
    return {&serve_command(),      &migrate_command(),      &routes_command(),         &import_mapping_command(),
            &user_add_command(),   &user_list_command(),    &user_disable_command(),   &token_add_command(),
            &token_list_command(), &token_revoke_command(), &search_reindex_command(), &doctor_command(),
            &backup_command(),     &restore_command(),      &demo_command(),         &hours_eval_command(),
            &kolada_sync_command(), &kolada_import_command(), &kostra_sync_command(),
            &kostra_import_command(), &municipality_activate_command(), &municipality_add_command(),
            &municipality_list_command(),
            &network_save_command(), &network_list_command(), &network_key_command(), &network_aggregate_command(),
            &network_pull_command(),
            &mail_list_command(), &mail_test_command(), &mail_retry_command(), &mail_drop_command(),
            &jobs_list_command(), &jobs_retry_command(), &jobs_drop_command(), &import_table_command(),
            &release_command(), &report_command(),
            &retention_list_command(), &retention_preview_command(), &retention_run_command()};
}

/// What the parser fills for one command. Lives as long as the parser.
struct Given {
    const Command* command = nullptr;
    CLI::App* parser = nullptr;
    std::map<std::string, std::vector<std::string>> options;
    std::map<std::string, bool> flags;
    std::map<std::string, std::string> settings;
    std::map<std::string, const CLI::Option*> given_settings;
};

const char* environment_of(std::string_view key) {
    for (const auto& info : known_settings()) {
        if (key == info.key) return info.environment;
    }
    return "";
}

const char* allowed_of(std::string_view key) {
    for (const auto& info : known_settings()) {
        if (key == info.key) return info.allowed;
    }
    return "";
}

/// --rate-limits, and --rate_limits as it is written in the file.
std::string flag_of(const std::string& key) {
    std::string dashed = key;
    std::ranges::replace(dashed, '_', '-');
    return dashed == key ? "--" + key : "--" + dashed + ",--" + key;
}

void add_setting(Given& given, const std::string& key, const std::string& help) {
    auto* option = given.parser->add_option(flag_of(key), given.settings[key], help);
    given.given_settings[key] = option->group("Settings");
}

void add_known_setting(Given& given, const std::string& key) {
    add_setting(given, key, std::string(allowed_of(key)) + " [" + environment_of(key) + "]");
}

void add_options(Given& given) {
    for (const auto& option : given.command->options) {
        const std::string name = option.name;
        CLI::Option* made = nullptr;
        if (option.kind == OptionKind::flag) {
            made = given.parser->add_flag("--" + name, given.flags[name], option.help);
        } else {
            const bool has_place = option.kind == OptionKind::positional || option.kind == OptionKind::positional_list;
            const auto shown = has_place ? name : "--" + name;
            made = given.parser->add_option(shown, given.options[name], option.help);
            // What stands behind its value is the file, not a second value.
            if (!has_place) made->allow_extra_args(false);
            if (option.kind != OptionKind::repeated && option.kind != OptionKind::positional_list) made->expected(1);
        }
        if (option.need == Need::required) made->required();
    }
    add_known_setting(given, "data");
    add_known_setting(given, "database");
    for (const char* key : given.command->settings) add_known_setting(given, key);
    add_setting(given, "settings",
                "a TOML file with settings; without it DATA/settings.toml or /etc/digilots/settings.toml "
                "[DIGILOTS_SETTINGS]");
}

CLI::App* group_of(CLI::App& root, std::map<std::string, CLI::App*>& groups, const std::string& name) {
    if (auto& group = groups[name]; !group) {
        group = root.add_subcommand(name, "see digilots " + name + " --help");
        group->require_subcommand(1);
    }
    return groups[name];
}

int run_command(const Given& given) {
    Arguments arguments;
    for (const auto& [name, values] : given.options) {
        if (!values.empty()) arguments.values[name] = values;
    }
    for (const auto& [name, set] : given.flags) {
        if (set) arguments.values[name] = {};
    }
    Flags flags;
    for (const auto& [name, value] : given.settings) {
        if (given.given_settings.at(name)->count() > 0) flags[name] = value;
    }
    const auto settings = read_settings(flags, process_environment());
    if (!settings) {
        std::fprintf(stderr, "%s\n", settings.error().message.c_str());
        return wrong_usage;
    }
    using enum base::LogLevel;
    const auto& level = settings->log_level;
    base::set_log_level(level == "debug" ? debug : level == "info" ? info : level == "warning" ? warning : error);
    try {
        return given.command->run(*settings, arguments);
    } catch (const CommandError& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
        return failure.exit_code();
    } catch (const db::DbError& failure) {
        const char* advice = failure.kind() == db::ErrorKind::disk_full
                                 ? "There is no room left on the disk. Make room, then give the command again."
                                 : "`digilots doctor` tells more about the installation.";
        std::fprintf(stderr, "%s\n%s\n", failure.what(), advice);
        return wrong;
    } catch (...) {
        std::fprintf(stderr, "%s\n`digilots doctor` tells more about the installation.\n",
                     base::reason_of_current_exception().c_str());
        return wrong;
    }
}

std::vector<std::string> names_below(const CLI::App& parent) {
    std::vector<std::string> names;
    for (const auto* one : parent.get_subcommands(nullptr)) names.push_back(one->get_name());
    return names;
}

/// How many letters to change, add or take away.
std::size_t distance(std::string_view one, std::string_view other) {
    std::vector<std::size_t> row(other.size() + 1);
    for (std::size_t at = 0; at <= other.size(); ++at) row[at] = at;
    for (std::size_t i = 1; i <= one.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= other.size(); ++j) {
            const auto kept = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, kept});
        }
    }
    return row.back();
}

/// The word that should have been a command and is none; "" where all are known.
std::string say_unknown(const CLI::App& root, std::span<char* const> words) {
    const CLI::App* parent = &root;
    std::string before = "digilots ";
    for (const std::string_view word : words) {
        if (word.starts_with('-')) return "";
        const auto names = names_below(*parent);
        if (names.empty()) return "";
        if (std::ranges::find(names, word) == names.end()) {
            const auto nearest = std::ranges::min(names, {}, [&](const std::string& name) { return distance(word, name); });
            return "There is no command \"" + before + std::string(word) + "\". Did you mean \"" + before + nearest +
                   "\"? All commands: digilots --help";
        }
        parent = parent->get_subcommand(std::string(word));
        before += std::string(word) + " ";
    }
    return "";
}

}  // namespace

int run_command_line(int argument_count, char** arguments) {
    CLI::App root{"Digilots: the working system of a municipality's digital-inclusion service."};
    root.name("digilots");
    root.set_version_flag("--version", std::string("digilots ") + DIGILOTS_VERSION);
    root.require_subcommand(1);
    root.footer("digilots COMMAND --help tells what a command does. Start with: digilots demo, digilots serve.");
    std::map<std::string, CLI::App*> groups;
    std::vector<std::unique_ptr<Given>> all;
    for (const auto* command : commands()) {
        auto& given = *all.emplace_back(std::make_unique<Given>());
        const std::string name = command->name;
        const auto space = name.find(' ');
        auto* parent = space == std::string::npos ? &root : group_of(root, groups, name.substr(0, space));
        given.command = command;
        given.parser = parent->add_subcommand(name.substr(space == std::string::npos ? 0 : space + 1), command->summary);
        given.parser->footer([command] {
            return std::string(command->details) + "\n" + (command->more_help ? "\n" + command->more_help() : "");
        });
        add_options(given);
    }
    const std::span<char* const> words(arguments + 1, static_cast<std::size_t>(std::max(argument_count, 1) - 1));
    if (const auto unknown = say_unknown(root, words); !unknown.empty()) {
        std::fprintf(stderr, "%s\n", unknown.c_str());
        return wrong_usage;
    }
    try {
        root.parse(argument_count, arguments);
    } catch (const CLI::ParseError& error) {
        return root.exit(error) == 0 ? done : wrong_usage;
    }
    for (const auto& given : all) {
        if (given->parser->parsed()) return run_command(*given);
    }
    return wrong_usage;
}

}  // namespace digilots::app
