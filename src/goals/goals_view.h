#pragma once
// What the pages of goals show.
#include <string>
#include <vector>

#include "platform/html/components.h"
#include "platform/html/figures.h"
#include "platform/html/page.h"
#include "platform/print/document.h"

namespace digilots::goals {

struct GoalsView {
    std::string summary;
    html::components::Table table;
    std::string add_url = "";            // "" for who may not
    std::vector<html::Link> boards, more;
    std::vector<std::string> rule;
};

struct GoalLine {
    std::string text, url = "", note = "";
};
struct GoalPart {
    std::string id, title;
    std::vector<GoalLine> lines = {};
    html::Link more = {};
};
struct GoalView {
    html::components::Mark status;
    std::string number, target, about, population_note, source, forecast;
    std::vector<std::string> arithmetic = {};
    std::vector<html::Link> ways = {};   // to the figures, the rows, the weeks, the record
    std::vector<GoalLine> facts = {};
    html::components::Chart chart = {};  // of months; empty: none
    std::vector<GoalPart> parts = {};
    std::vector<std::string> rule = {};
};

struct WeekBox {
    std::string label, name, word, detail, url = "";
    bool has_mark = false;
    html::components::Mark mark = {};
};
struct WeeksOf {
    std::string id, title, url = "", tally = "";
    std::vector<WeekBox> boxes = {};
    html::components::Table table = {};  // weeks that were missed or do not count, with why
};
struct WeeksView {
    std::string period;
    html::Link previous = {}, next = {};
    std::vector<WeeksOf> goals = {};
};

struct WeekView {
    html::FormErrors errors;
    std::string url, goal, back_url, state, seen;
    std::vector<GoalLine> facts = {};
    html::components::Field reason = {}, closed = {};
    bool may_write = false;
};

struct QualityView {
    std::string records_url;
    html::components::Table table = {};
};

struct SheetView {
    print::Document document;
    std::vector<html::Link> formats = {}, others = {};
};

struct ReportView {
    html::FormErrors errors;
    std::string url, seen, send_url = "";
    std::string about = "";              // as of which day, while it is written
    std::string sent = "";               // when and by whom; "" not yet
    std::vector<html::Link> formats = {};
    struct Part {
        print::Document document;
        html::components::Field comment;
    };
    std::vector<Part> parts = {};        // while it is written
    print::Document document = {};       // as it was sent
    bool may_write = false;
};
struct ReportsView {
    html::FormErrors errors;
    std::string url;
    bool may_write = false;
    html::components::Field kind = {}, period = {}, first = {}, last = {};
    html::components::Table table = {};
};

}  // namespace digilots::goals
