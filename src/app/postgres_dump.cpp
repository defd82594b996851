#include "app/postgres_dump.h"

#include "app/child_process.h"
#include "app/command.h"

namespace digilots::app {

namespace {

std::string decoded(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '%' && at + 2 < text.size()) {
            out.push_back(static_cast<char>(std::stoi(std::string(text.substr(at + 1, 2)), nullptr, 16)));
            at += 2;
        } else {
            out.push_back(text[at]);
        }
    }
    return out;
}

void run_tool(const std::vector<std::string>& arguments, const std::string& password) {
    std::vector<std::pair<std::string, std::string>> environment{{"PGOPTIONS", "-c lock_timeout=10s"}};
    if (!password.empty()) environment.emplace_back("PGPASSWORD", password);
    const auto result = run_child(arguments, environment);
    if (result.exit_code == 127) {
        throw CommandError(arguments.front() + " is not installed. Install PostgreSQL's client programs "
                           "(Debian: postgresql-client).");
    }
    if (result.exit_code != 0) throw CommandError(arguments.front() + " failed: " + result.errors);
}

}  // namespace

SplitUrl split_password(const std::string& url) {
    const auto begin = url.find("://");
    if (begin == std::string::npos) return {url, ""};
    const auto end = url.find_first_of("/?", begin + 3);
    const auto authority = url.substr(begin + 3, end == std::string::npos ? end : end - begin - 3);
    const auto at = authority.rfind('@');
    const auto colon = authority.find(':');
    if (at == std::string::npos || colon == std::string::npos || colon > at) return {url, ""};
    const auto password = authority.substr(colon + 1, at - colon - 1);
    const auto rest = end == std::string::npos ? std::string() : url.substr(end);
    return {url.substr(0, begin + 3) + authority.substr(0, colon) + authority.substr(at) + rest, decoded(password)};
}

void dump_postgres(const std::string& url, const std::string& file) {
    const auto split = split_password(url);
    run_tool({"pg_dump", "--format=custom", "--no-owner", "--no-privileges", "--file=" + file, "--dbname=" + split.url},
             split.password);
}

void verify_postgres_dump(const std::string& file) { run_tool({"pg_restore", "--list", "--file=/dev/null", file}, ""); }

void restore_postgres(const std::string& url, const std::string& file) {
    const auto split = split_password(url);
    run_tool({"pg_restore", "--clean", "--if-exists", "--single-transaction", "--no-owner", "--no-privileges",
              "--dbname=" + split.url, file},
             split.password);
}

}  // namespace digilots::app
