#pragma once
// What the index holds of a document. Prefixes: E exact, Zsv/Znb/Zen stem,
// F folded, GZ.. folded stem; Q id, XT tenant, XK kind.
#include <map>
#include <set>
#include <string>
#include <vector>

#include "platform/search/index.h"

namespace digilots::search {

struct DocumentTerms {
    std::map<std::string, unsigned> weighted;   // term → occurrences by the weight of its fields
    std::vector<std::string> filters;           // Q…, XT…, XK…
    std::set<std::string> vocabulary;           // words of title, names and keywords: spelling and compounds
    std::string data;                           // id, kind, words in reading order: what a hit is explained with
};

DocumentTerms terms_of(const Document& document);

struct StoredDocument {
    std::string id, kind, language;
    std::vector<std::string> words;
};
StoredDocument read_data(const std::string& data);

}  // namespace digilots::search
