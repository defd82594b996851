#pragma once
// What a query's plan asks a Xapian database.
#include <string>
#include <vector>

#include "platform/search/query_plan.h"

namespace Xapian {
class Database;
}

namespace digilots::search {

/// What is asked for each query and changes with the index only.
struct Facts {
    std::vector<const char*> languages;            // of stem_languages: those that any document is in
    unsigned documents = 0, of_all_tenants = 0;
};

Facts facts_of(const Xapian::Database& database);

/// Both outlive it.
class DatabaseLexicon final : public Lexicon {
public:
    DatabaseLexicon(const Xapian::Database& database, const Facts& facts) : database_(database), facts_(facts) {}

    unsigned frequency(const std::string& term) const override;
    const std::vector<const char*>& languages() const override { return facts_.languages; }
    std::vector<std::string> beginning_with(const std::string& prefix) const override;
    std::string suggestion(const std::string& word) const override;
    std::vector<std::string> compounds_of(const std::string& folded) const override;

private:
    const Xapian::Database& database_;
    const Facts& facts_;
};

}  // namespace digilots::search
