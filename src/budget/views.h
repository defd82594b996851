#pragma once
// What the pages of this slice show.
#include <string>
#include <vector>

#include "platform/html/components.h"
#include "platform/html/page.h"

namespace digilots::budget {

struct ListView {
    html::components::Table table = {};
    std::vector<html::Link> links = {};  // what else there is beside budgets
    std::string add_url = {};            // "" for who may not
};

struct CheckLine {
    html::components::Mark mark = {};
    std::string text = {};
};

struct Arithmetic {
    std::string line = {};
    std::vector<std::string> steps = {};
    std::string sum = {};  // what is computed beside what is entered; "" where nothing can be
};

struct SheetView {
    std::vector<html::components::SummaryItem> facts = {};
    std::vector<CheckLine> checks = {};
    html::components::Table costs = {}, financing = {}, shares = {}, approvals = {}, changed = {}, contributions = {};
    std::vector<std::string> parts = {};  // of each source: in kind, cash, what these cover
    std::vector<Arithmetic> arithmetic = {};
    std::string amounts_url = {};  // "" for who may not
    std::vector<html::Link> links = {}, add_links = {}, decided = {};
};

struct AmountRow {
    std::string title = {};
    std::vector<html::components::Field> years = {};
};

struct AmountsView {
    std::string url = {}, back_url = {}, seen = {};
    std::vector<AmountRow> lines = {}, sources = {};
    html::FormErrors errors = {};
};

struct SpentView {
    html::components::Table lines = {}, frames = {}, trips = {};
    std::string how = {}, back_url = {}, list_url = {}, add_url = {};
    std::vector<html::Link> maybe_twice = {};   // payments that may be written at sessions too
};

struct SessionCostsView {
    html::components::Table table = {};
    std::vector<std::string> about = {};
    std::string back_url = {};
};

struct ResultsView {
    html::FormErrors errors = {};
    std::string url = {};
    std::vector<html::components::Field> dates = {};
    std::vector<std::string> reached = {};  // sentences: how many, what each cost, how it is counted
    html::components::Table activities = {}, work = {};
    std::vector<std::string> about_work = {};
    std::string back_url = {};
};

}  // namespace digilots::budget
