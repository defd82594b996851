#include "statistics/beside_view.h"

#include <algorithm>

#include "platform/measures/time.h"
#include "statistics/choices.h"
#include "statistics/shares.h"
#include "statistics/statistics_page.h"

namespace digilots::statistics {

namespace {

using html::components::Cell;
using html::components::Mark;
using html::components::MarkColour;
using html::components::Table;
using measures::Kind;

constexpr std::size_t most_beside = 300;

bool is_in_order(std::string_view dimension) { return measures::is_time(dimension) || dimension == "hour"; }

/// "+12", "−3"
std::string change_text(const Question& question, const Figure& figure, const i18n::Translator& translator) {
    const auto kind = question.measure->kind;
    const auto now = measures::number_of(kind, figure.row.value), then = measures::number_of(kind, *figure.compared);
    if (!now || !then) return "";
    const double change = *now - *then;
    const bool is_whole = kind == Kind::count || kind == Kind::sum || kind == Kind::latest;
    const auto size = translator.number(std::abs(change), is_whole ? 0 : 1);
    return change == 0 ? size : (change > 0 ? "+" : "−") + size;
}

Cell target_cell(const Figure& figure, const html::Page& page) {
    if (!figure.target) return {.text = page.t(TEXT("No target"))};
    Cell cell{.text = target_text(*figure.target, page.translator())};
    const auto reached = figure.part ? figure.target->is_reached(*figure.part) : std::nullopt;
    if (reached)
        cell.mark = Mark{.colour = *reached ? MarkColour::green : MarkColour::red,
                         .word = *reached ? page.t(TEXT("Reached")) : page.t(TEXT("Not reached"))};
    return cell;
}

std::vector<Cell> cells_of(const Question& question, const Figure& figure, const html::Page& page) {
    const auto& translator = page.translator();
    const auto kind = question.measure->kind;
    std::vector<Cell> cells;
    for (const auto& dimension : question.query.by)
        cells.push_back({.text = value_label(*question.measure, dimension, figure.row.dimensions.at(dimension),
                                             *page.request().tenant, translator) +
                                 marks_at(question.circumstances, dimension, figure.row.dimensions.at(dimension))});
    if (cells.empty()) cells.push_back({.text = page.t(TEXT("All"))});
    cells.push_back({.text = shown_text(kind, figure.row.value, translator), .url = rows_behind(question, figure.row, page)});
    if (question.beside.compared) {
        const bool is_known = figure.compared.has_value();
        cells.push_back({.text = is_known ? shown_text(kind, *figure.compared, translator) : "", .unknown = !is_known});
        cells.push_back({.text = is_known ? change_text(question, figure, translator) : "", .unknown = !is_known});
    }
    if (question.beside.share) cells.push_back({.text = figure.part ? part_text(*figure.part, translator) : ""});
    if (question.beside.target) cells.push_back(target_cell(figure, page));
    return cells;
}

}  // namespace

std::string part_text(const measures::Value& part, const i18n::Translator& translator) {
    const auto percent = measures::value_text(Kind::share, part, translator);
    const auto parts = measures::parts_text(Kind::share, part, translator);
    return parts.empty() ? percent : percent + ", " + parts;
}

void rank(std::vector<Figure>& figures, const Question& question) {
    if (!question.query.by.empty() && is_in_order(question.query.by[0])) return;
    std::ranges::stable_sort(figures, std::ranges::greater(), [&](const Figure& figure) {
        return measures::number_of(question.measure->kind, figure.row.value);
    });
}

Table beside_table(const Question& question, const std::vector<Figure>& figures, const html::Page& page) {
    const auto& translator = page.translator();
    const auto now = periods::name_of(question.query.period, translator);
    Table table{.caption = page.t(question.measure->title) + ", " + now};
    for (const auto& dimension : question.query.by)
        table.columns.push_back({split_title(*question.measure, dimension, translator)});
    if (table.columns.empty()) table.columns.push_back({page.t(TEXT("What is counted"))});
    table.columns.push_back({page.t(question.measure->title), true});
    if (question.beside.compared) {
        table.columns.push_back({compared_title(question, *page.request().tenant, translator), true});
        table.columns.push_back({page.t(TEXT("Difference")), true});
    }
    if (question.beside.share) table.columns.push_back({share_title(question, translator), true});
    if (question.beside.target) table.columns.push_back({page.t(TEXT("What we aim at"))});
    for (const auto& figure : figures) {
        if (table.rows.size() == most_beside) break;
        table.rows.push_back(cells_of(question, figure, page));
    }
    return table;
}

std::string does_not_add_up(const Question& question, const std::vector<measures::Row>& rows, const html::Page& page) {
    const bool adds = question.measure->kind == Kind::count || question.measure->kind == Kind::sum;
    if (!adds || question.query.by.empty() || rows.empty() || question.shared_topics_alone) return "";
    Question whole = question;
    whole.query.by.clear();
    const auto all = answer(whole, {page.request().tenant->id}).front().value.amount;
    std::int64_t sum = 0;
    for (const auto& row : rows) sum += row.value.amount;
    if (sum == all) return "";
    const auto& translator = page.translator();
    return page.t(TEXT("The rows add up to {sum}; all together there are {all}. What belongs to several rows counts in each of "
                       "them."),
                  {{"sum", translator.number(static_cast<double>(sum))}, {"all", translator.number(static_cast<double>(all))}});
}

}  // namespace digilots::statistics
