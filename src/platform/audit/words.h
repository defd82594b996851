#pragma once
// The trail in words that people read: each slice says those for what it writes.
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/i18n/translator.h"

namespace digilots::audit {

struct ActionWords {
    ActionWords(i18n::Text text) : action(text.id), words(text) {}   // written as its English text
    ActionWords(std::string written, i18n::Text text) : action(std::move(written)), words(text) {}

    std::string action;
    i18n::Text words;
};

/// The kind of record before the colon of Entry::record.
struct RecordWords {
    std::string kind;
    i18n::Text words;
    std::string folder = "";  // of its page below the municipality; "" where it has none
    /// What it is called today, in the reader's language where it is a word of the program; "" where it is gone or has no name.
    std::function<std::string(std::string_view municipality_id, std::string_view id, const i18n::Translator& words)> name_of =
        nullptr;
};

struct FieldWords {
    std::string name;  // as Entry::detail holds it
    i18n::Text words;
};

struct Words {
    std::vector<ActionWords> actions = {};
    std::vector<RecordWords> records = {};
    std::vector<FieldWords> fields = {};
};

}  // namespace digilots::audit
