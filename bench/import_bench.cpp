// A spreadsheet of N (10 000) contacts from its bytes into the database, as the command takes it in: read in the child,
// looked at, written in one transaction; then the same table once more, which changes nothing.
//   import_bench [N]
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "app/application.h"
#include "platform/db/embedded_migrations.h"
#include "platform/register/table_kind.h"
#include "platform/tables/read_table.h"
#include "platform/tables/xlsx_writer.h"

namespace {

using namespace digilots;
using std::chrono::steady_clock;

constexpr double limit_seconds = 5;

double seconds_since(steady_clock::time_point start) {
    return std::chrono::duration<double>(steady_clock::now() - start).count();
}

std::string sheet_of(int count) {
    tables::XlsxWriter sheet("Kontakter");
    sheet.line({"Funktion", "Telefon", "Sökord", "Anteckningar för personal"});
    for (int i = 0; i < count; ++i)
        sheet.line({"Handläggare " + std::to_string(i), "060-19 10 00", "bygga\nlov", "Svarar på frågor om bygglov."});
    return std::move(sheet).take();
}

/// Seconds, or -1 where not all rows were as they should be.
double take_in(register_::TableKind& kind, const http::Tenant& tenant, const std::string& file,
               register_::PlannedRow::Kind expected, const char* title) {
    const auto start = steady_clock::now();
    const auto table = tables::read_table(file);
    if (!table) {
        std::printf("%s\n", table.error().words(i18n::translator("en")).c_str());
        return -1;
    }
    const double read = seconds_since(start);
    const auto around = kind.around(tenant, i18n::translator("en"), nullptr);
    const auto key = kind.key_of(*table, around);
    const auto plan = kind.plan(*table, around, {.form_key = key});
    const double planned = seconds_since(start);
    if (plan.rows.empty() || plan.count(expected) != plan.rows.size()) {
        std::printf("%s: %s, %zu rows refused\n", title, plan.fault.c_str(), plan.count(register_::PlannedRow::Kind::refused));
        return -1;
    }
    const auto done = kind.carry_out(plan, around, "operator", key, register_::Refused::stop, nullptr);
    const double all = seconds_since(start);
    std::printf("%-24s read %.2f s, looked at %.2f s, written %.2f s\n", title, read, planned - read, all - planned);
    return done ? all : -1;
}

}  // namespace

int main(int argument_count, char** arguments) {
    if (tables::is_reading_process(argument_count, arguments)) return tables::run_reading_process();
    const int count = argument_count > 1 ? std::atoi(arguments[1]) : 10'000;
    const auto folder = std::filesystem::temp_directory_path() / ("import-bench-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    double worst = 0;
    bool is_right = true;
    {
        const auto database = db::open({.data_directory = folder.string(), .wait_limit = std::chrono::minutes(1)});
        database->migrate(db::embedded_migrations());
        const base::SystemClock clock;
        app::Application application(*database, "", clock);
        application.municipalities.activate("2281", {});
        const auto tenant = application.municipalities.find_tenant("sundsvall");
        for (const auto& kind : tables_of(application.slices)) {
            if (!tenant || !register_::is_called(*kind, "contacts")) continue;
            using Kind = register_::PlannedRow::Kind;
            const double first = take_in(*kind, *tenant, sheet_of(count), Kind::added, "new contacts");
            const auto out = xlsx_of(*kind, kind->around(*tenant, i18n::translator("sv"), nullptr));
            const double again = take_in(*kind, *tenant, out, Kind::same, "as they went out");
            is_right = first >= 0 && again >= 0;
            worst = std::max(first, again);
        }
    }
    std::filesystem::remove_all(folder);
    std::printf("%d rows taken in within %.2f s (at most %.0f)\n", count, worst, limit_seconds);
    return is_right && worst > 0 && worst <= limit_seconds ? 0 : 1;
}
