// The budget of an application as a mapping holds it: taken in as it stands, with its contradictions, and anew while nobody
// has edited it here.
#include <algorithm>
#include <map>

#include "budget/kinds.h"
#include "platform/base/exact.h"
#include "platform/base/json.h"
#include "platform/base/text.h"
#include "platform/register/steps.h"

namespace digilots::budget {

namespace {

using base::Json, register_::Record, register_::Records;

/// What the mapping says in English alone, in words of our own.
constexpr std::pair<std::string_view, std::string_view> own_words[] = {
    {"max 15 % of total wages", "Högst 15 % av lönerna (vår översättning)."},
    {"lecturers' fees, training", "Arvoden till föreläsare, utbildning (vår översättning)."},
    {"Partners' joint activities, spreading of results and communication in their channels are followed up but not in the "
     "calculation.",
     "Parternas gemensamma aktiviteter, spridning av resultat och kommunikation i deras kanaler följs upp men ingår inte i "
     "kalkylen "
     "(vår översättning)."},
    {"Permanent structure in the municipality's ordinary task and budget; staff at meeting places are confident in "
     "referring to the "
     "digital.",
     "Efter projektet: en fast del av kommunens ordinarie uppdrag och budget; personalen på mötesplatserna är trygg i att "
     "hänvisa "
     "till det digitala (vår översättning)."}};

constexpr std::pair<std::string_view, std::string_view> lines_by_english[] = {{"training", "external_services"},
                                                                              {"premises", "premises"},
                                                                              {"equipment", "equipment"},
                                                                              {"travel", "travel"},
                                                                              {"unforeseen", "unforeseen"}};

std::string in_own_words(std::string_view english) {
    for (const auto& [there, here] : own_words)
        if (there == english) return std::string(here);
    return std::string(english);
}

db::Value exact_value(const Json& json, int decimals) {
    const auto value = json.is_number() ? base::read_exact(base::to_text(json), decimals) : std::nullopt;
    return value ? db::Value(*value) : db::Value(db::Null{});
}

struct Wanted {
    Records* records;
    std::string id;
    std::map<std::string, db::Value> columns;
};

struct Taken {
    std::string municipality_id, source;
    std::vector<Wanted> all = {};
};

/// Everything that the mapping says of one budget, as columns of records.
struct Reader {
    Kinds& kinds;
    const Json& goals;
    const municipality::Municipality& municipality;
    Taken taken = {};
    std::vector<int> years = {};

    std::string id_of(std::string_view part) const {
        return municipality.slug + "-budget" + (part.empty() ? "" : "-") + std::string(part);
    }

    Wanted& add(Records& records, std::string_view part, std::string title) {
        taken.all.push_back({&records, id_of(part), {}});
        taken.all.back().columns["title"] = std::move(title);
        return taken.all.back();
    }
    void put_amounts(Wanted& wanted, const Json& amounts) const {
        for (std::size_t at = 0; at < years.size() && at < most_years; ++at)
            wanted.columns[std::string(year_columns[at])] = exact_value(amounts[std::to_string(years[at])], 2);
        wanted.columns["stated_total"] = exact_value(amounts["total"], 2);
    }

    void read_budget() {
        for (const auto& year : goals["years"].items()) years.push_back(static_cast<int>(year.as_integer().value_or(0)));
        std::ranges::sort(years);
        const std::string funder(goals["funder"].text());
        const auto first = std::to_string(years.front()), last = std::to_string(years.back());
        auto& budget = add(kinds.budgets, "", funder + " " + first + "–" + last);
        auto& columns = budget.columns;
        columns["funder"] = funder;
        columns["currency"] = std::string(goals["budget"]["currency"].text());
        columns["first_year"] = std::int64_t{years.front()};
        columns["last_year"] = std::int64_t{years.back()};
        columns["rounding"] = std::string("krona");
        columns["entered_to"] = std::string("1000");
        columns["stated_total"] = exact_value(goals["budget"]["sum"]["total"], 2);
        columns["note"] = in_own_words(goals["after_project_en"].text());
        columns["source"] = taken.source;
        columns["is_published"] = std::int64_t{0};
        for (const auto& line : goals["budget"]["lines"].items())
            if (line["cap_percent_of_wages"].is_number())
                columns["overhead_cap"] = exact_value(line["cap_percent_of_wages"], 2);
    }

    void read_lines() {
        std::int64_t place = 0;
        for (const auto& line : goals["budget"]["lines"].items()) {
            auto& wanted = add(kinds.lines, line["key"].text(), std::string(line["label_sv"].text()));
            wanted.columns["budget"] = id_of("");
            wanted.columns["kind"] = std::string(line["key"].text());
            wanted.columns["place"] = ++place;
            wanted.columns["note"] = in_own_words(line["rule_note"].text());
            put_amounts(wanted, line["amounts"]);
        }
    }

    void read_calculations() {
        const auto of = [&](const char* list, const char* line, bool is_wage) {
            std::int64_t number = 0;
            for (const auto& one : goals["budget"][list].items()) {
                const auto part = std::string(line) + "-" + std::to_string(++number);
                auto& columns = add(kinds.calculations, part, std::string(one["role"].text())).columns;
                columns["line"] = id_of(line);
                columns["kind"] = std::string(is_wage ? "wage" : "share");
                columns["extent"] = std::string(one["extent"].text());
                columns["hourly_wage"] = exact_value(one["hourly_wage"], 2);
                columns["hours"] = exact_value(one["hours"], 2);
                columns["percent"] = exact_value(one[is_wage ? "payroll_overhead_percent" : "percent"], 2);
                columns["base"] = exact_value(one["base"], 2);
                columns["stated"] = exact_value(one["amount_stated"], 2);
            }
        };
        of("wage_calculations", "wages", true);
        of("overhead_calculations", "overhead", false);
    }

    void read_sources() {
        std::int64_t number = 0;
        for (const auto& source : goals["financing"]["sources"].items()) {
            const auto part = "source-" + std::to_string(++number);
            auto& wanted = add(kinds.sources, part, std::string(source["name"].text()));
            const auto& split = source["split_stated"];
            wanted.columns["budget"] = id_of("");
            wanted.columns["kind"] = std::string(source["kind"].text() == "projektmedel" ? "grant" : "own");
            wanted.columns["in_kind"] = exact_value(split["in_kind_staff"], 2);
            wanted.columns["cash"] = exact_value(split["cash"], 2);
            wanted.columns["is_approximate"] = std::int64_t{!split["cash_qualifier"].is_null()};
            std::vector<std::string> covered;
            for (const auto& english : split["cash_covers_en"].items())
                for (const auto& [there, key] : lines_by_english)
                    if (there == english.text()) covered.push_back(id_of(key));
            wanted.columns["cash_lines"] = register_::joined_list(covered);
            if (split["in_kind_staff"].is_number())
                wanted.columns["in_kind_lines"] = register_::joined_list({id_of("wages"), id_of("overhead")});
            put_amounts(wanted, source["amounts"]);
        }
    }

    void read_outside() {
        const auto outside = goals["outside_calculation_en"].text();
        if (outside.empty()) return;
        auto& columns = add(kinds.contributions, "partners", "Samverkansparter").columns;
        columns["budget"] = id_of("");
        columns["kind"] = std::string("activities");
        columns["note"] = in_own_words(outside);
    }
};

/// "Timrå kommun" → its municipality; nullptr where there is none.
std::shared_ptr<const municipality::Municipality> municipality_of(const Kinds& kinds, std::string_view applicant) {
    return kinds.municipalities.about(base::slug(applicant.substr(0, applicant.rfind(" kommun"))));
}

std::optional<Taken> read_mapping(Kinds& kinds, const Json& mapping, const std::string& file) {
    for (const auto& [name, goals] : mapping.members()) {
        if (!name.ends_with("_goals") || goals["budget"]["lines"].items().empty()) continue;
        const auto municipality = municipality_of(kinds, goals["applicant"].text());
        if (!municipality || goals["years"].items().empty()) continue;
        Reader reader{kinds, goals, *municipality, {municipality->id, file}};
        reader.read_budget();
        reader.read_lines();
        reader.read_calculations();
        reader.read_sources();
        reader.read_outside();
        return std::move(reader.taken);
    }
    return std::nullopt;
}

/// The money of a national programme: what its leader cost, who pays what, and the most that meetings, travel and studies may
/// cost. What they did cost is said nowhere, and stays unknown.
struct FinanceReader {
    Kinds& kinds;
    const Json& programme;
    Taken taken = {};

    std::string id_of(std::string_view part) const {
        return taken.municipality_id + "-budget" + (part.empty() ? "" : "-") + std::string(part);
    }
    std::map<std::string, db::Value>& add(Records& records, std::string_view part, std::string title) {
        taken.all.push_back({&records, id_of(part), {}});
        auto& columns = taken.all.back().columns;
        columns["title"] = std::move(title);
        if (!part.empty()) columns["budget"] = id_of("");
        return columns;
    }
    std::string payer_of(const char* what) const { return std::string(programme["finance"]["paid_by"][what].text()); }

    void read() {
        const auto& finance = programme["finance"];
        const auto year = finance["leader_cost_year"].as_integer().value_or(0);
        auto& budget = add(kinds.budgets, "", std::string(programme["name"].text()) + " " + std::to_string(year));
        budget["currency"] = std::string(finance["currency"].text());
        budget["first_year"] = budget["last_year"] = year;
        budget["rounding"] = std::string("krona");
        budget["entered_to"] = std::string("1000");
        budget["source"] = taken.source;
        budget["is_published"] = std::int64_t{0};
        budget["node"] = taken.municipality_id + "-project";
        const auto scheme = finance["grant_scheme"].as_integer();
        const auto beside =
            scheme ? "Tilskuddsordningen er på omtrent " + std::to_string(*scheme) + " kroner og står utenfor. " : std::string();
        budget["note"] = beside + "Lederen kostet omtrent det som står. Hva møter, reiser og studier kostet, sier kilden ikke. "
                                  "Ordlyden er vår.";
        auto& leader = add(kinds.lines, "leader", "Leder");
        leader["kind"] = std::string("wages");
        leader["place"] = std::int64_t{1};
        leader["year_1"] = exact_value(finance["leader_cost"], 2);
        auto& meetings = add(kinds.lines, "meetings", "Møter, reiser og studier");
        meetings["kind"] = std::string("travel");
        meetings["place"] = std::int64_t{2};
        auto& frame = add(kinds.frames, "frame", "Møter, reiser og studier");
        frame["maximum"] = exact_value(finance["meetings_travel_studies_max"], 2);
        frame["lines"] = register_::joined_list({id_of("meetings")});
        auto& source = add(kinds.sources, "source", payer_of("leader"));
        source["kind"] = std::string("grant");
        source["year_1"] = exact_value(finance["leader_cost"], 2);
        source["is_approximate"] = std::int64_t{1};
        add(kinds.shares, "share-leader", "Leder")["payer"] = payer_of("leader");
        add(kinds.shares, "share-member", "Medlem")["payer"] = payer_of("member");
        if (finance["participants_cover_own_staff"].as_bool() == true)
            add(kinds.shares, "share-participants", "Ansatte hos dem som deltar")["is_own_cost"] = std::int64_t{1};
    }
};

std::optional<Taken> read_finance(Kinds& kinds, const Json& mapping, const std::string& file) {
    constexpr const char* programme = "digihjelpen";
    if (!kinds.municipalities.is_active(programme)) return std::nullopt;
    const auto& there = mapping[programme];
    if (!there["finance"]["leader_cost"].is_number() || !there["finance"]["leader_cost_year"].as_integer()) return std::nullopt;
    FinanceReader reader{kinds, there, {programme, file}};
    reader.read();
    return std::move(reader.taken);
}

enum class Effect { added, changed, unchanged, edited_here };

/// `record` becomes what the mapping says; what came of that.
Effect meet(const std::optional<Record>& stands, const Wanted& wanted, Record& record) {
    const bool counts = wanted.records->declaration().find("import_version") != nullptr;
    const bool is_edited = stands && (!counts || stands->whole("import_version") != stands->version);
    if (is_edited) return counts ? Effect::edited_here : Effect::unchanged;
    const auto before = record;
    for (const auto& [column, value] : wanted.columns) record.columns[column] = value;
    if (stands && record == before) return Effect::unchanged;
    record.id = wanted.id;
    if (counts) record.columns["import_version"] = stands ? stands->version + 1 : std::int64_t{1};
    return stands ? Effect::changed : Effect::added;
}

std::string described(const Kinds& kinds, const Taken& taken) {
    std::map<Effect, std::size_t> effects;
    std::string kept;
    for (const auto& wanted : taken.all) {
        const auto stands = wanted.records->find(taken.municipality_id, wanted.id);
        auto record =
            stands.value_or(register_::blank_record(wanted.records->declaration(), kinds.around(taken.municipality_id)));
        const auto effect = meet(stands, wanted, record);
        ++effects[effect];
        if (effect == Effect::edited_here)
            kept += "  = " + std::string(wanted.records->declaration().key) + " " + wanted.id +
                    ": edited here, kept as it is\n";
    }
    return taken.source + ": a budget, " + std::to_string(effects[Effect::added]) + " new records, " +
           std::to_string(effects[Effect::changed]) + " changed\n" + kept;
}

void take_in(const Kinds& kinds, const Taken& taken) {
    if (!kinds.municipalities.is_active(taken.municipality_id)) return;
    const auto around = kinds.around(taken.municipality_id);
    kinds.database.write(
        [&](db::Connection& connection) {
            for (const auto& wanted : taken.all) {
                const auto stands = register_::find_in(connection, *wanted.records, taken.municipality_id, wanted.id);
                auto record = stands.value_or(register_::blank_record(wanted.records->declaration(), around));
                const auto effect = meet(stands, wanted, record);
                if (effect != Effect::added && effect != Effect::changed) continue;
                const auto put = wanted.records->put_in(connection, around, record, "import", base::Seen::anything());
                if (!put) throw std::runtime_error("the budget of the mapping cannot be taken in: " + wanted.id);
            }
        },
        db::Isolation::deciding);
}

}  // namespace

MappingPlan plan_mapping(Kinds& kinds, std::string_view json, const std::string& file) {
    std::vector<Taken> all;
    const auto mapping = base::parse_json(json);
    if (!mapping) return {.description = "", .apply = [] {}};
    for (const auto& taken : {read_mapping(kinds, *mapping, file), read_finance(kinds, *mapping, file)})
        if (taken) all.push_back(*taken);
    std::string description;
    for (const auto& taken : all) description += described(kinds, taken);
    return {.description = std::move(description), .apply = [&kinds, all = std::move(all)] {
                for (const auto& taken : all) take_in(kinds, taken);
            }};
}

}  // namespace digilots::budget
