// What the mapping says beside its answers: what stands in the way, who helps, what people need help with, what staff know, what
// was counted; and what is known of the country. Each in its own list, in our wording where the source is summed up.
#include "needs/mapping_import.h"

namespace digilots::needs {

namespace {

using base::Json;
using register_::Record;

constexpr const char* source_of_lists = "Tusen vägar in";

std::string worded(const Wordings& ours, const std::string& key, std::string_view summary) {
    const auto found = ours.find(key);
    return found == ours.end() ? std::string(summary) : found->second;
}

Record blank_of(const register_::Records& records, const std::string& municipality, std::string id) {
    auto record = register_::blank_record(records.declaration(), records.around(municipality));
    record.id = std::move(id);
    return record;
}

/// One line each, of the list in the file.
std::vector<std::string> lines_of(const Json& list, const std::string& key, const char* of_summary, const Wordings& ours) {
    std::vector<std::string> lines;
    for (const auto& one : list.items()) {
        const auto summary = one.is_object() ? one[of_summary].text() : one.text();
        lines.push_back(worded(ours, key + std::to_string(lines.size() + 1), summary));
    }
    return lines;
}

/// Something that was delivered with the report; nothing where it found nothing.
void add_inventory(Kinds& kinds, const std::string& municipality, const MappingSource& source, std::string_view name,
                   const std::vector<std::string>& lines, std::vector<Record>& into) {
    if (lines.empty()) return;
    auto inventory = blank_of(kinds.inventories, municipality, source.round + "-" + std::string(name));
    auto& columns = inventory.columns;
    columns["title"] = name == "topics"  ? std::string("Tusen vägar in: vad man behöver hjälp med")
                       : name == "staff" ? std::string("Tusen vägar in: vad personalen kan och behöver")
                                         : std::string("Tusen vägar in: tal i rapporten");
    columns["state"] = std::string("done");
    columns["day"] = source.day;
    columns["round"] = source.round;
    columns["results"] = register_::joined_list(lines);
    into.push_back(std::move(inventory));
}

std::vector<Record> insights_of(Kinds& kinds, const std::string& municipality, const MappingSource& source,
                                const Json& national, const Wordings& ours) {
    std::vector<Record> insights;
    for (const auto& one : national.items()) {
        const std::string measure(one["measure"].text());
        const auto title = ours.find("national/" + measure);
        if (title == ours.end()) continue;
        auto insight = blank_of(kinds.insights, municipality, source.round + "-" + measure);
        insight.columns["title"] = title->second;
        insight.columns["publisher"] = std::string(one["publisher"].text());
        if (const auto year = one["year"].as_integer()) insight.columns["year"] = *year;
        insight.columns["population"] = worded(ours, "national-whom/" + measure, one["population"].text());
        insight.columns["state"] = std::string("open");
        insights.push_back(std::move(insight));
    }
    return insights;
}

}  // namespace

IncomingLists lists_of_mapping(Kinds& kinds, const Json& mapping, const Json& municipality, const MappingSource& source,
                               const Wordings& ours) {
    const std::string id(municipality["code"].text());
    IncomingLists in;
    for (const auto& title : lines_of(municipality["barriers"], id + "/barrier/", "", ours)) {
        auto challenge =
            blank_of(kinds.challenges, id, source.round + "-" + std::to_string(in.challenges.size() + 1));
        challenge.columns["title"] = title;
        challenge.columns["origin"] = std::string(source_of_lists) + " (vår egen formulering)";
        challenge.columns["state"] = std::string("open");
        in.challenges.push_back(std::move(challenge));
    }
    for (const auto& one : municipality["relation_based_helpers"].items()) {
        const auto place = std::to_string(in.helpers.size() + 1);
        auto helper = blank_of(kinds.informal_help, id, source.round + "-" + place);
        helper.columns["title"] = std::string(one["role"].text());
        helper.columns["about"] = worded(ours, id + "/helper/" + place, one["note"].text());
        helper.columns["day"] = source.day;
        helper.columns["source"] = std::string(source_of_lists);
        in.helpers.push_back(std::move(helper));
    }
    add_inventory(kinds, id, source, "topics", lines_of(municipality["topics_of_need"], "", "sv", {}), in.inventories);
    add_inventory(kinds, id, source, "staff", lines_of(municipality["staff_competence"], id + "/competence/", "", ours),
                  in.inventories);
    add_inventory(kinds, id, source, "figures", lines_of(municipality["figures"], id + "/figure/", "measure", ours),
                  in.inventories);
    in.insights = insights_of(kinds, id, source, mapping["national_figures"], ours);
    return in;
}

}  // namespace digilots::needs
