#pragma once
// A subcommand as data: the command line is made from a table of these, so that only command_line.cpp knows the parser.
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "app/settings.h"

namespace digilots::app {

/// What the operator can put right: shown as it is, the process ends with exit_code.
class CommandError : public std::runtime_error {
public:
    explicit CommandError(const std::string& message, int exit_code = 1)
        : std::runtime_error(message), exit_code_(exit_code) {}
    int exit_code() const { return exit_code_; }

private:
    int exit_code_;
};

/// What was given on the command line: option name without dashes → values.
class Arguments {
public:
    std::map<std::string, std::vector<std::string>, std::less<>> values;

    bool has(std::string_view name) const { return values.find(name) != values.end(); }
    /// "" where it was not given.
    std::string text(std::string_view name) const;
    std::vector<std::string> all(std::string_view name) const;
};

enum class OptionKind { flag, text, repeated, positional, positional_list };
enum class Need { optional, required };

struct Option {
    const char* name;      // "municipality": given as --municipality, or by its place where positional or a list
    OptionKind kind;
    Need need;
    const char* help;
};

struct Command {
    const char* name;      // "user add": one word, or a group and a word
    const char* summary;   // one line in the list of commands
    const char* details;   // shown by --help: what it does, what it prints, an example
    std::vector<Option> options;
    std::vector<const char*> settings;   // which settings have a flag here, beside data and database
    int (*run)(const Settings& settings, const Arguments& arguments);
    std::string (*more_help)() = nullptr;   // below the details, worked out when it is shown
};

const Command& serve_command();
const Command& migrate_command();
const Command& routes_command();
const Command& import_mapping_command();
const Command& import_table_command();
const Command& user_add_command();
const Command& user_list_command();
const Command& user_disable_command();
const Command& token_add_command();
const Command& token_list_command();
const Command& token_revoke_command();
const Command& search_reindex_command();
const Command& doctor_command();
const Command& backup_command();
const Command& restore_command();
const Command& demo_command();
const Command& hours_eval_command();
const Command& kolada_sync_command();
const Command& kolada_import_command();
const Command& kostra_sync_command();
const Command& kostra_import_command();
const Command& municipality_activate_command();
const Command& municipality_add_command();
const Command& municipality_list_command();
const Command& mail_list_command();
const Command& mail_test_command();
const Command& mail_retry_command();
const Command& mail_drop_command();
const Command& network_save_command();
const Command& network_list_command();
const Command& network_key_command();
const Command& network_aggregate_command();
const Command& network_pull_command();
const Command& jobs_list_command();
const Command& jobs_retry_command();
const Command& jobs_drop_command();
const Command& release_command();
const Command& report_command();
const Command& retention_list_command();
const Command& retention_preview_command();
const Command& retention_run_command();

}  // namespace digilots::app
