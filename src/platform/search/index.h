#pragma once
// Full-text search over derived documents (Xapian behind this header). Rebuilt from the database at any time;
// written by one thread, read by many while it is written.
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace digilots::search {

/// One findable thing. Text fields in falling weight.
struct Document {
    std::string id;                        // unique: "place:sundsvall-kulturmagasinet"
    std::string tenant;                    // municipality id; "" for national
    std::string kind;                      // "place", "e_service", "topic" …
    std::string language = "sv";           // "sv", "nb", "en": which stemmer; "": Nordic words mixed
    std::string title;
    std::vector<std::string> names;        // alternative names
    std::vector<std::string> keywords;     // search words, synonyms, topics, aids, support
    std::string text;                      // everything else
    double boost = 1.0;                    // > 1 ranks higher
};

struct Query {
    std::string text;                      // any bytes; cut at 200 characters
    std::string tenant;                    // results of this tenant and national ones; "": national ones only
    std::vector<std::string> kinds;        // empty: all
    std::size_t limit = 20;
    bool as_you_type = false;              // the last word is a prefix
    bool correct = true;                   // false: as written, also where nobody has the word
};

enum class MatchKind { exact, stem, prefix, word_part, synonym, spelling, folded };

struct Hit {
    std::string id, kind;
    double score = 0;
    std::vector<std::string> matched;      // the document's words that matched, for "why"
    MatchKind best = MatchKind::stem;
};

struct Result {
    std::vector<Hit> hits;
    std::string corrected;                 // "bibliotek" for "bibliotket"; "" where nothing was corrected
};                                         // words that the languages have are never corrected (known_words.h)

/// What Xapian could not do. Names the kind of trouble, never a word of what was searched or indexed.
class IndexError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

class Index {
public:
    virtual ~Index() = default;
    virtual Result find(const Query& query) const = 0;
    /// Adds or replaces; visible to readers when the call returns.
    virtual void put(const std::vector<Document>& documents) = 0;
    virtual void remove(const std::vector<std::string>& ids) = 0;
    /// Builds anew beside the old one and swaps; readers go on meanwhile.
    virtual void rebuild(const std::function<void(const std::function<void(const Document&)>& add)>& fill) = 0;
    virtual std::size_t size() const = 0;
    /// Ids of documents that the index could not take, such as one with an overlong id: the others are found all the same.
    virtual std::vector<std::string> left_out() const = 0;
    /// A remark kept with the index, such as what it was made from; "" where none. A rebuilt index has none.
    virtual std::string note(const std::string& key) const = 0;
    virtual void set_note(const std::string& key, const std::string& value) = 0;
    /// Groups of words that mean the same to people: {"skriva ut", "utskrift", "printa"}.
    virtual void set_synonyms(const std::vector<std::vector<std::string>>& groups) = 0;
};

/// `directory` is made where missing; a damaged or old-format index is set aside and an empty one begun (needs reindex()).
/// Several processes may have it open: each sees what another wrote or rebuilt, writers wait for each other. Whose folder is
/// removed meanwhile finds nothing and has no notes until it is rebuilt or written to.
std::unique_ptr<Index> open_index(const std::string& directory);
/// In a private temporary folder that goes away with the index.
std::unique_ptr<Index> memory_index();

}  // namespace digilots::search
