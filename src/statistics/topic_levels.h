#pragma once
// Figures by topic in levels: a municipality's own topics, which may be a long list with numbers, beneath the shared one that
// each belongs to and is counted under.
#include <string>
#include <vector>

#include "platform/html/components.h"
#include "platform/html/page.h"
#include "platform/measures/measure.h"
#include "platform/tables/csv_writer.h"
#include "taxonomy/taxonomy.h"

namespace digilots::statistics {

bool is_of_own_topic(const measures::Row& row);
void leave_out_own(std::vector<measures::Row>& rows);
/// Each behind the rows of its shared topic, otherwise in the order in which they stand; where that has none, at the end.
void put_own_beneath(std::vector<measures::Row>& rows, const taxonomy::OwnTopicList& own);
/// "Property › Building permit (4.2)"; "" of a shared one.
std::string topic_in_levels(const measures::Row& row, const taxonomy::OwnTopicList& own, const i18n::Translator& translator);
/// "own", its shared topic and its number; of a shared one "shared" and nothing more.
void add_levels(tables::Row& line, const measures::Row& row, const taxonomy::OwnTopicList& own);
/// To choose whether own ones are shown.
html::components::Field level_field(bool shared_alone, const html::Page& page);

}  // namespace digilots::statistics
