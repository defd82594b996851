#pragma once
// Figures with what stands beside them, as a drawing and a table of all of it.
#include "statistics/page_question.h"
#include "statistics/statistics_view.h"
#include "taxonomy/taxonomy.h"

namespace digilots::statistics {

/// "76 %, 71 of 94"; "–" where there is nothing to be a part of.
std::string part_text(const measures::Value& part, const i18n::Translator& translator);

/// The most at first; times in their order.
void rank(std::vector<Figure>& figures, const Question& question);
html::components::Table beside_table(const Question& question, const std::vector<Figure>& figures, const html::Page& page);
struct BesideDrawing {
    html::components::Chart chart = {.id = "figures", .title = "", .dimension = "", .series = {}};
    bool as_line = false;               // else bars
};
/// Lines of now and then, or of the share and what is aimed at, of the highest where it is split up twice; bars where it is no
/// time, of now and then in pairs. Shares go from 0 to 100.
BesideDrawing beside_drawing(const Question& question, const std::vector<Figure>& figures, const html::Page& page);

/// "The rows add up to 120, all together are 94 …": where something counts under several, and only there.
std::string does_not_add_up(const Question& question, const std::vector<measures::Row>& rows, const html::Page& page);

}  // namespace digilots::statistics
