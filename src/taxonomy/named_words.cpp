#include "taxonomy/named_words.h"

#include "platform/base/embedded.h"
#include "platform/base/ensure.h"
#include "platform/base/text.h"

namespace digilots::taxonomy {

std::span<const NamedWords> named_words() {
    static const auto made = [] {
        const auto content = base::embedded_file("data/names_in_questions.csv");
        ENSURE(content);
        std::vector<NamedWords> rows;
        for (const auto line : base::split(*content, '\n')) {
            if (line.empty() || line.starts_with('#')) continue;
            const auto columns = base::split(line, ';');
            ENSURE(columns.size() == 4);
            auto& row = rows.emplace_back(NamedWords{columns[2], columns[1], columns[3], {}});
            for (const auto word : base::split(columns[0], '|')) row.words.emplace_back(word);
        }
        return rows;
    }();
    return made;
}

}  // namespace digilots::taxonomy
