#pragma once
#include <string>
#include <vector>

#include "platform/html/components.h"
#include "platform/html/page.h"
#include "surveys/answer_view.h"

namespace digilots::surveys {

/// Of the templates for staff.
struct QuestionsView {
    struct Line {
        std::string key = {}, number = {}, text = {}, about = {}, url = {};
        bool can_go_up = false, can_go_down = false;
    };
    std::string url = {}, seen = {}, edition = {};
    std::vector<Line> lines = {};
    std::vector<html::Link> kinds = {}, ready_made = {}, of_others = {};  // url: the key
    std::vector<html::components::Field> titles = {}, introductions = {};
    html::FormErrors errors = {};
};

struct QuestionView {
    std::string url = {}, back_url = {}, seen = {}, kind = {}, about_options = {};
    std::vector<html::components::Field> words = {}, areas = {}, numbers = {}, ends = {}, helps = {};
    html::components::Field required = {}, condition = {}, split = {}, source = {}, alone = {};
    bool can_split = false, has_conditions = false, can_be_alone = false;
    html::FormErrors errors = {};
};

struct PaperView {
    struct Line {
        std::string number = {}, text = {}, key_to = {};
        html::components::Field field = {};
    };
    std::string url = {}, dots_url = {}, codes_url = {}, form_url = {}, screen_url = {}, answer_url = {}, notice = {},
                form_key = {}, round = {}, seen_sheet = {};
    bool is_open = false, can_make_codes = false, has_address = true;
    html::components::Field sheet = {}, dots_sheet = {}, code_number = {};
    std::vector<Line> lines = {};
    std::vector<html::components::Field> dots = {};
    std::string dots_question = {};
    html::FormErrors errors = {};
};

struct ResultsView {
    struct Part {
        std::string heading = {}, about = {}, note = {}, interval_note = {};
        InLanguage words = {}, national = {};
        std::string source = {};
        html::components::Chart chart = {};
        html::components::Table table = {};
    };
    std::string url = {}, too_few = {}, answered = {}, staff_alone = {}, plan_url = {}, earlier_note = {}, close_url = {};
    html::components::Field round = {}, by = {};
    std::vector<Part> parts = {};
    std::vector<html::components::Table> changes = {};
    std::vector<html::Link> files = {}, row_files = {}, groups = {};
    std::vector<std::string> written = {}, about_rows = {};
    bool can_close = false, is_closed = false;
};

struct OverTimeView {
    std::string results_url = {}, nothing = {};
    std::vector<html::components::Table> tables = {};
};

struct StaffListsView {
    std::string results_url = {};
    html::components::Table wishes = {}, competence = {};
};

struct CompareView {
    std::string nothing = {};
    std::vector<html::components::Table> tables = {};
};

}  // namespace digilots::surveys
