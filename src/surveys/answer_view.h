#pragma once
#include <string>
#include <utility>
#include <vector>

#include "platform/html/components.h"
#include "platform/html/page.h"

namespace digilots::surveys {

/// Words that may be in another language than the page.
struct InLanguage {
    std::string text = {};
    std::string language = "", direction = "";  // "" the page's own
};

/// A question as it is asked: one field, or one for each line of a matrix.
struct AskedView {
    enum class Control { radios, boxes, line, area };
    std::string id = {}, number = {};
    InLanguage heading = {}, help = {};         // of a matrix; else the field says it
    std::string language = "", direction = "";
    std::string note = "", source = "";         // of whom it is asked; whose question it is
    Control control = Control::radios;
    std::vector<html::components::Field> fields = {};
};

/// Of the template.
struct AnswerView {
    InLanguage title, introduction = {};
    std::string url = {}, at = {}, progress = {};
    bool is_by_step = false, is_first = true, is_last = true, is_vote = false, is_at_screen = false, has_code = false;
    bool warns_of_session = false;
    std::vector<html::Link> ways = {}, languages = {};
    std::vector<std::pair<std::string, std::string>> hidden = {};
    std::vector<AskedView> asked = {};
    html::components::Field code = {};
    std::vector<html::components::Field> facts = {};
    html::FormErrors errors = {};
};

struct SurveysView {
    struct Line {
        InLanguage title = {};
        std::string url = {}, until = {};
    };
    std::vector<Line> open = {};
};

struct ThanksView {
    std::string text = {}, url = {}, again = {};
};

}  // namespace digilots::surveys
