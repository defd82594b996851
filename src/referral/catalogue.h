#pragma once
// What can be found in one municipality, made once for each snapshot: names ready to compare, topics, index documents.
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "directory/directory.h"
#include "platform/search/index.h"
#include "referral/intent.h"
#include "referral/referral.h"
#include "taxonomy/taxonomy.h"

namespace digilots::referral {

/// What another slice has, and how such is found. The kind outlives it.
struct FoundElsewhere : Findable {
    const FindableKind* of = nullptr;
};

struct Name {
    std::vector<WordKey> keys;           // without weak words
    std::vector<std::string> folded;     // the same words, for beginnings and parts
};

struct Entry {
    std::string kind, id;                // "place", "sundsvall-kulturmagasinet"
    const directory::Place* place = nullptr;
    const directory::Service* service = nullptr;
    const directory::EService* e_service = nullptr;
    const directory::Contact* contact = nullptr;
    const FoundElsewhere* elsewhere = nullptr;
    const taxonomy::Term* topic = nullptr;        // for an own topic the shared one that it belongs to
    const taxonomy::OwnTopic* own_topic = nullptr;
    std::vector<Name> names;
    std::string locality;                // of a place, folded
    std::vector<Name> stops;             // of a place that moves around, in the order of place->stops
    std::vector<std::string> topics;     // that the name or the record itself states; not what support covers
    std::vector<std::string> agencies;   // topics of the member agencies of a joint office
    directory::Status status = directory::Status::open;     // of a service: as its place stands
    bool listed = true;                  // in use; else found by name only
    bool staff_only = false;             // a contact that is, and of other slices what has its page below /staff/
};

struct Catalogue {
    directory::SnapshotPtr snapshot;
    std::shared_ptr<const taxonomy::OwnTopicList> own_topics;
    std::vector<FoundElsewhere> elsewhere;
    std::vector<Entry> entries;

    const Entry* find(std::string_view kind, std::string_view id) const;
};

std::shared_ptr<const Catalogue> make_catalogue(directory::SnapshotPtr snapshot,
                                                std::shared_ptr<const taxonomy::OwnTopicList> own_topics,
                                                std::vector<FoundElsewhere> elsewhere = {});
/// The municipality's own topics that the question names, in front of all others, each with its shared topic.
void add_own_topics(Intent& intent, const Catalogue& catalogue, std::string_view text);
/// For the index; ids are "place:2281:sundsvall-kulturmagasinet". Topics are national and come from topic_documents().
std::vector<search::Document> documents_of(const Catalogue& catalogue, std::string_view country);
std::vector<search::Document> topic_documents();
/// Which municipalities say what differently: small groups of true synonyms.
std::vector<std::vector<std::string>> synonym_groups();

}  // namespace digilots::referral
