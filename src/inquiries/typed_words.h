#pragma once
// Words by which entries are found: all of them stand in the note or in the names of the topics, as parts of words. They are
// in an address and nowhere else.
#include <string>
#include <string_view>
#include <vector>

#include "platform/i18n/translator.h"
#include "taxonomy/taxonomy.h"

namespace digilots::inquiries {

class TypedWords {
public:
    explicit TypedWords(std::string_view typed);

    bool are_none() const { return words_.empty(); }
    /// No entry holds a number of a person, and none is to stand in an address.
    bool are_personal() const { return are_personal_; }
    bool are_in(std::string_view note, const std::vector<std::string>& topics, const taxonomy::OwnTopicList& own,
                const i18n::Translator& translator) const;

private:
    std::vector<std::string> words_;
    bool are_personal_ = false;
};

}  // namespace digilots::inquiries
