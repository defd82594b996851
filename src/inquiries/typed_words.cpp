#include "inquiries/typed_words.h"

#include <algorithm>

#include "inquiries/inquiries.h"
#include "platform/base/text.h"
#include "platform/personal/personal_data.h"
#include "platform/register/statements.h"

namespace digilots::inquiries {

TypedWords::TypedWords(std::string_view typed)
    : words_(register_::searched_words(typed)),
      are_personal_(personal::find_personal_data(base::cut(typed, 400)) != personal::PersonalData::none) {}

bool TypedWords::are_in(std::string_view note, const std::vector<std::string>& topics, const taxonomy::OwnTopicList& own,
                        const i18n::Translator& translator) const {
    std::string text(note);
    for (const auto& topic : topics) text += " " + taxonomy::topic_label(own, topic, translator);
    const auto folded = base::fold(text);
    return std::ranges::all_of(words_, [&](const std::string& word) { return folded.contains(word); });
}

}  // namespace digilots::inquiries
