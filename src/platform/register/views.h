#pragma once
// What the pages of a register show.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "platform/html/components.h"
#include "platform/html/page.h"
#include "platform/register/records.h"

namespace digilots::register_ {

struct FormSection {
    std::string title = {}, note = {};
    std::vector<FormPart> parts = {};
    /// Groups of boxes stand beside each other.
    bool is_groups() const {
        return parts.size() > 1 && std::ranges::all_of(parts, [](const FormPart& part) {
                   return part.control == Control::boxes;
               });
    }
};

struct FormView {
    html::FormErrors errors = {};
    std::vector<FormSection> sections = {};
    std::string done = {};
    AroundOnly around = {};
    std::string url = {}, button = {};  // without a button it is read
    std::string back_url = {};
    std::string remove_url = {}, remove = {};
    std::string seen = {};      // "" where it adds
    std::string form_key = {};  // "" where it changes, or a record has a name of its own in addresses
    std::string footnote = {};
    std::string same_name = {}, same_url = {};  // what is there already under the name of a new one
    std::vector<std::string> doubts = {};       // what to look at before it is saved …
    std::string asked_about = {};               // … of which the next time nothing is asked
    bool asks_all_checked = false, all_checked = false;
    html::components::Table history = {};  // below, where the form is all there is of it
    std::vector<std::pair<std::string, std::string>> hints = {};  // of this form alone: they stand again where it is refused
};

/// One of a record's files, as staff see it.
struct AttachedFile {
    std::string name, about, url, page_url = {};    // page_url: where it is changed; "" where it is only read
    std::string alternative_text = {}, state = {};  // state: "Shown to residents"
    int width = 0, height = 0;               // 0 of documents
    std::string caption = {}, source = {};
};
struct Attached {
    std::vector<AttachedFile> files = {};
    std::string add_url = {};  // "" where none is added
    std::string full = {};     // why none is added
};

/// To add a file, or to change what is said of one.
struct FileFormView {
    html::FormErrors errors = {};
    std::string url = {}, back_url = {}, remove_url = {};
    std::string seen = {}, form_key = {};
    std::optional<AttachedFile> file = {};  // that is changed
    std::optional<html::components::Field> upload = {}, alternative_text = {}, is_shown = {}, caption = {}, source = {};
    html::components::Field name = {};
};

/// What belongs to a record beside its form: below it, and in a line above.
struct BesideForm {
    std::string done = {};
    std::optional<html::components::Freshness> freshness = {};
    std::string checked_since = {}, verified_url = {}, id = {};
    More more = {};
    std::optional<Attached> attached = {};
    html::components::Table history = {};
};

struct ListView {
    std::string about = {}, done = {}, found = {};
    std::string url = {};  // of the form with search and filters; "" where all is shown
    html::components::Field search = {};
    std::vector<html::components::Field> filters = {};
    std::vector<std::pair<std::string, std::string>> kept = {};  // hidden: the order
    html::components::Table table = {};
    html::components::Pagination pages = {};
    std::vector<html::Link> ways = {};  // to a new one, to the table
    std::optional<FormView> add = {};
    std::string add_title = {};
};

struct ShownField {
    std::string title = {};
    Shown shown = {};
};
struct RecordView {
    std::string ended = {}, not_theirs = {};
    std::vector<ShownField> fields = {};
    BesideForm beside = {};
    std::string change_url = {}, end_url = {}, use_url = {}, delete_url = {}, back_url = {},
                seen = {};  // "" where it is not offered
};

struct ImportView {
    html::FormErrors errors = {};
    std::string url = {}, back_url = {}, done = {};
    html::components::Field file = {}, rows = {};
};

struct PlanView {
    std::string url = {}, back_url = {}, summary = {}, warning = {};
    html::components::Table refused = {}, changes = {}, changed_since = {};
    std::string rows = {}, faults = {}, checked = {}, form_key = {};
    std::string skip = {};  // what a box says that leaves refused rows out; "" where none is refused
    std::string there = {}, again = {};  // of rows that were taken in before, and what a box says that takes them once more
    bool may_do = false;
};

struct HandOutView {
    std::string back_url = {};
    struct Line {
        std::string to, link;
    };
    std::vector<Line> lines = {};
};

}  // namespace digilots::register_
