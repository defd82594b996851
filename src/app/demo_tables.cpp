#include "app/demo_tables.h"

#include <algorithm>
#include <set>

#include "app/command.h"
#include "app/installation.h"
#include "platform/base/embedded.h"
#include "platform/base/time.h"
#include "platform/register/import.h"

namespace digilots::app {

namespace {

/// "unit" of "unit-parts": a table that needs another of its kind comes after it.
std::string_view kind_of(std::string_view name) { return name.substr(0, name.find('-')); }

register_::Surroundings around_of(const Application& application, const register_::Records& records,
                                  const std::string& municipality) {
    auto around = records.around(municipality);
    const auto tenant = application.municipalities.find_tenant(municipality);
    if (!tenant) return around;
    around.language = tenant->languages.front();
    around.words = &i18n::translator(around.language);
    around.zone = tenant->zone;
    around.country = tenant->country;
    around.today = base::to_civil(records.now(), around.zone).date;
    return around;
}

/// "{next 12-23}" is that day of this year, of next year where it has been: what comes up in a table does so whenever it is
/// loaded.
std::string with_days_to_come(std::string_view table, base::Date today) {
    constexpr std::string_view mark = "{next ";
    std::string text;
    for (auto at = table.find(mark); at != std::string_view::npos; at = table.find(mark)) {
        const auto end = table.find('}', at);
        const auto day = table.substr(at + mark.size(), end - at - mark.size());
        const auto in = [&](int year) { return base::parse_date(std::to_string(year) + "-" + std::string(day)).value(); };
        const int year = static_cast<int>(today.year());
        text.append(table.substr(0, at)).append(base::format_date(in(year) < today ? in(year + 1) : in(year)));
        table.remove_prefix(end + 1);
    }
    return text.append(table);
}

/// What stands there already keeps what was changed in it.
void leave_out_known(const register_::Records& records, const register_::Surroundings& around, register_::Plan& plan) {
    const auto& declaration = records.declaration();
    const std::string name(declaration.fields.front().name);
    const auto there = declaration.size == register_::Size::few
                           ? records.all(around.municipality_id)
                           : records.list(around, {.with_ended = true}, register_::Records::most_counted, 0).records;
    std::set<std::string> known;
    for (const auto& record : there) known.insert(record.text(name));
    std::erase_if(plan.rows, [&](const register_::PlannedRow& row) { return known.contains(row.name); });
}

std::string fault_of(const register_::Plan& plan) {
    if (!plan.fault.empty()) return plan.fault;
    for (const auto& row : plan.rows)
        for (const auto& refused : row.refused)
            return "line " + std::to_string(row.line) + ", " + row.name + ": " + refused.column + ": " + refused.message;
    return "";
}

}  // namespace

DemoTables::DemoTables(Application& application, const Demo& demo) : application_(application), demo_(demo) {
    for (const auto& id : demo.complete)
        add(id, id, {"unit", "unit-parts", "topic", "place", "contact", "service", "e_service", "function", "rhythm", "stop",
                      "activity", "answer", "topic_rule", "promise", "step_guide", "system", "renewal", "pickup", "stuck_point",
                      "assisted_visit", "trial", "launch", "onboarding", "tour", "walkthrough", "catch_up",
                      "invitation", "experiment", "campaign", "campaign_message", "statistics_target",
                      "statistics_saved", "outside_collection", "outside_column"});
    for (const auto& id : demo.measured) add(id, "lotsby", {"unit", "unit-parts", "place", "contact"});
}

void DemoTables::add(const std::string& municipality, const std::string& from, std::initializer_list<const char*> names) {
    const auto registers = all_of(application_.slices, &Slice::registers);
    for (const std::string name : names) {
        const auto records = std::ranges::find(registers, kind_of(name), [](const register_::Records* one) {
            return one->declaration().key;
        });
        const bool is_loaded = installation_fact(application_.database, "demo " + municipality + " " + name) == "yes";
        if (records != registers.end() && !is_loaded) waiting_.push_back({municipality, from + "/" + name, *records});
    }
}

void DemoTables::take_in() {
    std::erase_if(waiting_, [&](Table& table) { return take_in(table); });
}

bool DemoTables::take_in(Table& table) {
    const auto name = table.file.substr(table.file.find('/') + 1);
    const auto& declaration = table.records->declaration();
    const auto actor = demo_.account(table.municipality, declaration.change);
    const bool is_complete = std::ranges::find(demo_.complete, table.municipality) != demo_.complete.end();
    // People work in units: these are there before anybody is.
    if (is_complete && actor.empty() && kind_of(name) != "unit") {
        table.fault = "nobody there may change such records: an account of the demo is missing. Use an empty data folder.";
        return false;
    }
    if (!application_.municipalities.is_active(table.municipality)) {
        table.fault = table.municipality + " is not active.";
        return false;
    }
    const auto text = base::embedded_file("data/demo/" + table.file + ".csv");
    if (!text) throw CommandError("This program was built without the demo data.");
    const auto around = around_of(application_, *table.records, table.municipality);
    auto plan = register_::plan_import(*table.records, with_days_to_come(*text, around.today), around);
    leave_out_known(*table.records, around, plan);
    table.fault = fault_of(plan);
    if (!table.fault.empty()) return false;
    if (const auto came_of = register_::carry_out(*table.records, plan, around, actor); !came_of) {
        table.fault = "line " + std::to_string(came_of.line);
        for (const auto& cell : came_of.why) table.fault += ", " + cell.column + ": " + cell.message;
        return false;
    }
    save_installation_fact(application_.database, "demo " + table.municipality + " " + name, "yes");
    return true;
}

void DemoTables::check_all_taken() const {
    if (waiting_.empty()) return;
    throw CommandError("The demo data data/demo/" + waiting_.front().file + ".csv cannot be taken in: " + waiting_.front().fault);
}

}  // namespace digilots::app
