#pragma once
// From the objects of a mapping to the records of the directory.
#include <map>
#include <set>
#include <string>
#include <vector>

#include "directory/directory.h"
#include "directory/mapping_reader.h"

namespace digilots::directory {

using Codes = std::set<std::string, std::less<>>;

/// The file alone, compared with nothing.
ImportPlan read_mapping(std::string_view text, std::string_view source,
                        const std::vector<municipality::Municipality>& own = {});

/// What the parts of one municipality share while it is read.
struct MappingContext {
    const std::vector<municipality::Municipality>* own = nullptr;   // with a key instead of a code
    const municipality::Municipality* municipality = nullptr;
    std::map<std::string, std::pair<std::string, std::string>, std::less<>> sources;   // file → title, date
    std::set<std::string, std::less<>> collective;      // ids of records that stand for several places
    std::set<std::string, std::less<>>* ids = nullptr;  // all ids of the file, to find doubles
    std::vector<ImportedRecord> records;
    std::vector<ImportedRecord> arranged = {};

    ImportedRecord* find(RecordKind kind, std::string_view id);
    /// An error where the id stands in the file already.
    void claim(const MappingObject& object, std::string_view id);
};

void read_mapping_places(MappingObject& municipality, MappingContext& context);
/// After the places: activities take over the hours of the service of the same name.
void read_mapping_activities(MappingObject& municipality, MappingContext& context);
void read_mapping_e_services(MappingObject& municipality, MappingContext& context);
/// Switchboards and other phones of the municipality.
void read_mapping_channels(MappingObject& municipality, MappingContext& context);
/// What people ask at a place, as topics of the place.
void read_mapping_topics_of_need(MappingObject& municipality, MappingContext& context);

/// Rules with days, from and to become notation; "two days a week" stays incomplete. Notes go to `staff_notes`.
Hours read_mapping_hours(std::vector<MappingObject> rules, std::string& staff_notes);
/// "source": {file, section} → facts source and source_date.
void read_mapping_source(MappingObject& object, const MappingContext& context, Facts& facts);

/// Topics whose words stand in the text.
std::vector<std::string> topics_in(std::string_view text);
/// Topics that the place's support and aids answer.
std::vector<std::string> topics_answered(const std::vector<CodedNote>& support, const std::vector<Aid>& aids,
                                         const Facts& facts);
void add_topics(Facts& facts, const std::vector<std::string>& topics);
/// Joins with ". " where both hold something.
void append_note(std::string& notes, std::string_view more);

namespace mapping_codes {
const Codes& taxonomy_keys(std::string_view list);     // "place_kind", "support", "limitation", "aid", "activity_kind"
const Codes& place_status();
const Codes& operator_types();
const Codes& channels();
const Codes& channel_status();
const Codes& weekdays();
const Codes& count_qualifiers();
const Codes& aid_modes();
const Codes& named_by();
const Codes& activity_status();
const Codes& e_service_status();
const Codes& bankid();
}  // namespace mapping_codes

}  // namespace digilots::directory
