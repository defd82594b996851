#pragma once
// How documents come into a Xapian database.
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include "platform/search/index.h"

namespace Xapian {
class Database;
class WritableDatabase;
}  // namespace Xapian

namespace digilots::search {

class DocumentWriter {
public:
    explicit DocumentWriter(Xapian::WritableDatabase& database);
    /// Adds or replaces. One that the index cannot take is left out and noted: it never keeps the others away.
    void store(const Document& document);
    void remove(const std::string& id);
    /// After the last one: which words are parts of which, and what was left out.
    void finish();

private:
    void add_compounds();
    void add_compound(const std::string& word, const std::unordered_set<std::string>& known);

    Xapian::WritableDatabase& database_;
    std::unordered_set<std::string> words_;      // folded, of titles, names and keywords
    std::set<std::string> left_out_;
};

std::vector<std::string> left_out_of(const Xapian::Database& database);

}  // namespace digilots::search
