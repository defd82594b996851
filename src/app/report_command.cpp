#include <cstdio>
#include <filesystem>
#include <fstream>

#include "app/application.h"
#include "app/command.h"
#include "app/installation.h"
#include "app/slices.h"
#include "platform/base/time.h"
#include "statistics/statistics.h"

namespace digilots::app {

namespace {

const i18n::Translator& language_of_report(const Arguments& arguments, const http::Tenant& tenant) {
    const auto asked = arguments.text("language");
    if (asked.empty()) return i18n::translator(tenant.languages.front());
    if (!i18n::has_language(asked)) throw CommandError("\"" + asked + "\" is no language here. Write it such as sv or nb.", 2);
    return i18n::translator(asked);
}

void write_file(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream file(path, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file) throw CommandError("\"" + path.string() + "\" cannot be written. Name a folder with room that you may write to.");
}

int run_report(const Settings& settings, const Arguments& arguments) {
    const base::SystemClock clock;
    const std::filesystem::path folder(arguments.has("to") ? arguments.text("to") : ".");
    if (!std::filesystem::is_directory(folder)) throw CommandError("There is no folder \"" + folder.string() + "\".", 2);
    auto database = open_existing_migrated_database(settings);
    // It only reads: no index is opened for it.
    Application application(*database, "", clock);
    const auto slug = arguments.text("municipality");
    const auto tenant = application.municipalities.find_tenant(slug);
    if (!tenant) throw CommandError("\"" + slug + "\" is not active here. See digilots municipality list.", 2);
    http::Fields asked;
    for (const char* name : {"year", "place", "topic", "unit"})
        if (arguments.has(name)) asked.pairs.emplace_back(name, arguments.text(name));
    const auto files = statistics::report_files(application.slices, application.own_topics, around_figures(application), *tenant,
                                                language_of_report(arguments, *tenant), asked,
                                                base::to_civil(clock.now(), tenant->zone).date);
    if (!files) throw CommandError(files.error(), 2);
    for (const auto& file : *files) {
        write_file(folder / file.name, file.bytes);
        std::printf("%s\n", (folder / file.name).c_str());
    }
    return 0;
}

}  // namespace

const Command& report_command() {
    static const Command command{
        "report",
        "write the report of a municipality's year as PDF, ODT and XLSX",
        "Makes what the page Report of the year shows: the figures of a year beside those of the year before, what they mean\n"
        "and what is not known. Without --year the year that is going on, until the end of March the one before. A place, a\n"
        "topic and a unit are named by their ids or by names that only one has, and may be named together. The numbers are\n"
        "exact: the files are for the municipality's own staff. Prints the files that were written.\n\n"
        "Example: digilots report sundsvall --year 2026 --language nb --to reports",
        {{"municipality", OptionKind::positional, Need::required, "as in its addresses: sundsvall"},
         {"year", OptionKind::text, Need::optional, "such as 2026"},
         {"place", OptionKind::text, Need::optional, "of one place alone"},
         {"topic", OptionKind::text, Need::optional, "of one topic alone"},
         {"unit", OptionKind::text, Need::optional, "of one unit alone, with those below it"},
         {"language", OptionKind::text, Need::optional, "sv or nb; without it the municipality's first"},
         {"to", OptionKind::text, Need::optional, "the folder to write to; without it the one where you are"}},
        {},
        run_report};
    return command;
}

}  // namespace digilots::app
