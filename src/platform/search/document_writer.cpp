#include "platform/search/document_writer.h"

#include <xapian.h>

#include <algorithm>

#include "platform/base/log.h"
#include "platform/base/text.h"
#include "platform/search/terms.h"
#include "platform/search/words.h"

namespace digilots::search {
namespace {

constexpr const char* left_out_key = "left_out";
constexpr std::size_t longest_term = 245;

using Known = std::unordered_set<std::string>;

Known known_words(const Xapian::Database& database) {
    Known known;
    for (auto term = database.allterms_begin("F"); term != database.allterms_end("F"); ++term) known.insert((*term).substr(1));
    return known;
}

/// As Xapian counts: a zero byte takes two.
bool is_short_enough(const std::string& term) {
    return term.size() + static_cast<std::size_t>(std::ranges::count(term, '\0')) <= longest_term;
}

/// Asked before: once Xapian refuses a document it drops with it what was stored since the last commit.
bool can_be_stored(const DocumentTerms& terms) {
    return std::ranges::all_of(terms.filters, is_short_enough) &&
           std::ranges::all_of(terms.weighted, [](const auto& term) { return is_short_enough(term.first); });
}

}  // namespace

std::vector<std::string> left_out_of(const Xapian::Database& database) {
    std::vector<std::string> ids;
    const auto noted = database.get_metadata(left_out_key);
    for (const auto id : base::split(noted, '\n')) {
        if (!id.empty()) ids.emplace_back(id);
    }
    return ids;
}

DocumentWriter::DocumentWriter(Xapian::WritableDatabase& database) : database_(database) {
    for (auto& id : left_out_of(database)) left_out_.insert(std::move(id));
}

void DocumentWriter::store(const Document& source) {
    const auto terms = terms_of(source);
    if (!can_be_stored(terms)) {
        base::log(base::LogLevel::warning, "record left out of the search index", {{"kind", source.kind}});
        left_out_.insert(source.id);
        return;
    }
    Xapian::Document document;
    for (const auto& [term, weight] : terms.weighted) document.add_term(term, weight);
    for (const auto& filter : terms.filters) document.add_boolean_term(filter);
    document.set_data(terms.data);
    for (const auto& word : terms.vocabulary) {
        if (word.size() >= 4) database_.add_spelling(word);
        words_.insert(base::fold(word));
    }
    database_.replace_document("Q" + source.id, document);
    left_out_.erase(source.id);
}

void DocumentWriter::remove(const std::string& id) {
    left_out_.erase(id);
    if (is_short_enough("Q" + id)) database_.delete_document("Q" + id);
}

void DocumentWriter::finish() {
    database_.commit();
    if (!words_.empty()) add_compounds();
    std::string ids;
    for (const auto& id : left_out_) ids += id + '\n';
    database_.set_metadata(left_out_key, ids);
}

/// Remembers for each part which longer words hold it.
void DocumentWriter::add_compound(const std::string& word, const Known& known) {
    const auto is_known = [&](const std::string& part) { return known.contains(part); };
    for (const auto& part : compound_parts(word, is_known)) database_.add_synonym("C" + part, word);
}

/// New words as compounds of all words, and all words as compounds of the new ones.
void DocumentWriter::add_compounds() {
    const auto known = known_words(database_);
    for (const auto& word : words_) add_compound(word, known);
    if (words_.size() == known.size()) return;
    for (const auto& word : known) {
        if (word.size() < 7) continue;
        const auto holds = [&](const std::string& part) {
            return part.size() >= 4 && part.size() < word.size() && word.find(part) != std::string::npos;
        };
        if (std::ranges::any_of(words_, holds)) add_compound(word, known);
    }
}

}  // namespace digilots::search
