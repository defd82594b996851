#pragma once
#include <map>
#include <string>
#include <vector>

#include "platform/html/components.h"
#include "platform/html/page.h"
#include "statistics/effects.h"
#include "statistics/report.h"

namespace digilots::statistics {

/// How far the axis of shares goes.
inline constexpr double all_in_percent = 100;

struct Total {
    std::string title, value, unit, url;    // url: this measure on this page
    bool current = false;
    std::string stated = "";                // "stated in 12 of 40 inquiries"
};

/// What the figures are limited to by the address, and the way to all of them.
struct Filters {
    std::vector<html::Link> limits;             // "Place: Main library", with the way to the figures without it
    std::string all_url;
    std::map<std::string, std::string> kept;    // field → value: stays when another question is asked
};

/// One bar for each, made of parts that are told apart by shade and edge; the last shade is all the rest. The tables say the
/// numbers.
struct StackedPart { double x = 0, width = 0; int shade = 0; };     // of 100
struct StackedBar { std::string label, shown; std::vector<StackedPart> parts = {}; };
struct Stacked {
    std::string title, dimension, value;
    std::vector<std::string> legend = {};       // by shade
    std::vector<StackedBar> bars = {};
    bool overlaps = false;                      // parts of a bar are more together than what it is of
};

/// Drawn above, as lines along time or as stacked bars, and one table for each, side by side where there is room.
struct Compared {
    html::components::Chart lines = {.id = "lines", .title = "", .dimension = "", .series = {}};
    Stacked stacked = {};
    std::vector<html::components::Table> tables = {};
    std::vector<std::string> notes = {};
};

struct HeatCell {
    double number = 0;
    std::string text, staffed = "";     // staffed: "2 h", "nobody"; "" where it is not known
    int shade = 0;                      // 0 to 4
    bool is_uncovered = false;          // counted while nobody was there by the rota
};
struct HeatRow { std::string title; std::vector<HeatCell> cells = {}; };
/// Hour by weekday.
struct Heat {
    std::string caption;
    std::vector<std::string> columns = {};
    std::vector<HeatRow> rows = {};
    std::string note = "";
};

/// Kept to be asked again.
struct Saved {
    std::vector<html::Link> questions = {};
    html::Link all = {}, add = {};
};

struct StatisticsView {
    html::FormErrors errors;
    std::string url, period, title, definition, code_list_version, rows_url, problem;
    std::vector<html::components::Field> choices, limits, dates;    // limits: to count a part alone
    Filters filters;
    std::vector<Total> totals;
    html::Link previous, next;          // the period before and the one after; "" where there is none
    html::components::Chart chart;
    Compared compared;                  // instead of the chart, where figures are split up twice
    bool as_line = false, empty = false;
    bool limits_chosen = false;                     // one of the limits is, or is wrong
    std::string ends = "";              // where the figures end before the period does
    std::string left_out = "";          // what was asked for and is not counted by
    std::vector<html::Link> chips = {};             // what stands beside the figures, with the way to those without it
    html::Link report = {};
    html::components::Table beside = {.caption = ""};       // instead of chart and tables, where something does
    Heat heat = {};
    std::vector<std::string> notes = {};
    std::vector<Effect> circumstances = {};         // by the numbers that stand at the figures
    html::components::Table references = {.caption = ""};   // figures of others
    std::vector<html::Link> files = {}, further = {};       // further: a trend over the year, targets
    Saved saved = {};
};

/// E-services, or bodies: how many, and how that goes.
struct SentHerePart {
    std::string title;
    html::components::Table table;
    html::components::Chart trend;
};
struct SentHereView {
    html::FormErrors errors;
    std::string url, period;
    html::components::Field choice;
    std::vector<html::components::Field> dates;
    std::vector<SentHerePart> parts = {};
    html::components::Table said = {};      // what owners answered, with the months before and after
    std::string links_url = "";             // links for owners, for who may make them
    std::string problem = "";
};

struct DigestView {
    html::FormErrors errors;
    std::string url, done = "", hint = "";
    bool are_sent = false;
    html::components::Field day = {};
};

struct ReportView {
    html::FormErrors errors;
    std::string url;
    std::vector<html::components::Field> choices = {};
    std::vector<html::Link> formats = {};
    ReportParts parts = {};
    html::components::Chart months = {};
    html::Link all = {};
};

}  // namespace digilots::statistics
