#include "referral/catalogue.h"

#include <algorithm>

#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/search/words.h"
#include "platform/slice/own_page.h"

namespace digilots::referral {
namespace {

Name make_name(std::string_view text) {
    Name name;
    for (const auto& token : search::tokens(text)) {
        if (search::is_weak(token.word)) continue;
        name.keys.push_back(key_of(token.word));
        name.folded.push_back(base::fold(token.word));
    }
    return name;
}

bool says_which_errand(const std::string& key) {
    const auto* topic = taxonomy::find(taxonomy::List::topic, key);
    if (!topic) return false;
    if (key == "e_services" || key == "who_does_what" || key == "report_issue") return false;
    return topic->parent == "municipal_services" || topic->parent == "media" || topic->parent == "health";
}

/// Of an e-service's topics only those that name an errand: every application is also a form.
std::vector<std::string> errand_topics(std::string_view name, const std::vector<std::string>& stated) {
    auto topics = topics_named(name);
    for (const auto& topic : stated) topics.push_back(topic);
    std::erase_if(topics, [](const auto& topic) { return !says_which_errand(topic); });
    return topics;
}

Entry entry_of(const directory::Place& place) {
    Entry entry;
    entry.kind = "place";
    entry.id = place.id;
    entry.place = &place;
    entry.locality = base::fold(place.locality);
    entry.status = place.status;
    entry.listed = place.status == directory::Status::open;
    entry.names.push_back(make_name(place.name));
    for (const auto& name : place.alternative_names) entry.names.push_back(make_name(name));
    for (const auto& stop : place.stops) entry.stops.push_back(make_name(stop.name));
    for (const auto& agency : place.member_agencies) {
        for (auto& topic : topics_named(agency)) entry.agencies.push_back(std::move(topic));
    }
    if (place.kind == "state_office") {
        for (auto& topic : topics_named(place.name)) entry.agencies.push_back(std::move(topic));
    }
    for (const auto& service : place.services) {
        if (service.status != directory::Status::open) continue;
        for (auto& topic : topics_named(service.title)) entry.topics.push_back(std::move(topic));
        entry.topics.insert(entry.topics.end(), service.topics.begin(), service.topics.end());
    }
    return entry;
}

Entry entry_of(const directory::Service& service, const directory::Place* place) {
    Entry entry;
    entry.kind = service.kind == directory::ServiceKind::activity ? "activity" : "service";
    entry.id = service.id;
    entry.service = &service;
    entry.status = directory::status_of(service, place);
    entry.listed = directory::is_offered(service, place);
    entry.names.push_back(make_name(service.title));
    entry.topics = service.topics;
    for (auto& topic : topics_named(service.title)) entry.topics.push_back(std::move(topic));
    return entry;
}

Entry entry_of(const directory::EService& service) {
    Entry entry;
    entry.kind = "e_service";
    entry.id = service.id;
    entry.e_service = &service;
    entry.status = service.status;
    entry.listed = service.status == directory::Status::open;
    entry.names.push_back(make_name(service.name));
    // What is not in use is found by its name alone, so that somebody learns what became of it.
    for (const auto& word : service.words) {
        if (entry.listed) entry.names.push_back(make_name(word));
    }
    entry.topics = errand_topics(service.name, service.topics);
    return entry;
}

Entry entry_of(const directory::Contact& contact) {
    Entry entry;
    entry.kind = "contact";
    entry.id = contact.id;
    entry.contact = &contact;
    entry.staff_only = contact.staff_only;
    entry.names.push_back(make_name(contact.title));
    for (const auto& word : contact.words) entry.names.push_back(make_name(word));
    return entry;
}

Entry entry_of(const FoundElsewhere& found) {
    Entry entry;
    entry.kind = found.kind;
    entry.id = found.id;
    entry.elsewhere = &found;
    entry.staff_only = found.path.starts_with("/staff/");
    entry.names.push_back(make_name(found.title));
    for (const auto& word : found.words) entry.names.push_back(make_name(word));
    entry.topics = found.topics;
    if (found.of->as == FindableKind::As::activity && found.kind == "activity")
        for (auto& topic : topics_named(found.title)) entry.topics.push_back(std::move(topic));
    entry.listed = found.stands == Findable::Stands::in_use;
    if (found.stands == Findable::Stands::planned) entry.status = directory::Status::planned;
    if (found.stands == Findable::Stands::paused) entry.status = directory::Status::paused;
    return entry;
}

/// One that has ended, by itself or with its place, has no page that could be shown.
void add_service(std::vector<Entry>& entries, const directory::Service& service, const directory::Place* place) {
    if (service.is_arranged()) return;      // another slice has it for the search
    if (directory::status_of(service, place) != directory::Status::closed) entries.push_back(entry_of(service, place));
}

void add_line(std::string& text, std::string_view line) {
    if (!line.empty()) text.append(line).append("\n");
}

void describe(search::Document& document, const directory::Place& place) {
    document.title = place.name;
    document.names = place.alternative_names;
    if (const auto* kind = taxonomy::find(taxonomy::List::place_kind, place.kind)) {
        document.keywords = kind->words;
    }
    for (const auto& aid : place.aids) {
        if (const auto* term = taxonomy::find(taxonomy::List::aid, aid.type)) {
            document.keywords.insert(document.keywords.end(), term->words.begin(), term->words.end());
        }
        document.keywords.push_back(aid.name);
        add_line(document.text, aid.note);
    }
    for (const auto& service : place.services) {
        if (!directory::is_offered(service, &place)) continue;
        document.keywords.push_back(service.title);
        add_line(document.text, service.description);
    }
    for (const auto& agency : place.member_agencies) document.keywords.push_back(agency);
    for (const auto& role : place.staff_roles) add_line(document.text, role);
    for (const auto& note : place.support) add_line(document.text, note.text);
    for (const auto& line : {place.locality, place.address, place.operator_name, place.eligibility}) {
        add_line(document.text, line);
    }
    for (const auto& stop : place.stops) {
        document.keywords.push_back(stop.name);
        add_line(document.text, stop.address);
    }
    if (place.collective || place.kind == "library_branch") document.boost = 0.9;
}

void describe(search::Document& document, const directory::Service& service) {
    document.title = service.title;
    for (const auto& line : {service.description, service.target_groups, service.delivered_by, service.frequency}) {
        add_line(document.text, line);
    }
}

void describe(search::Document& document, const directory::EService& service) {
    document.title = service.name;
    if (service.status == directory::Status::open) document.keywords = service.words;
    document.keywords.push_back(service.department);
    for (const auto& line : {service.delivered_via, service.attachments, service.contact_role}) add_line(document.text, line);
}

void describe(search::Document& document, const directory::Contact& contact) {
    document.title = contact.title;
    document.names = contact.words;
}

void describe(search::Document& document, const FoundElsewhere& found) {
    if (found.kind != own_page_kind) document.title = found.title;     // that is a text of the program
    document.names = found.words;
    document.text = found.text;
}

}  // namespace

const Entry* Catalogue::find(std::string_view kind, std::string_view id) const {
    const auto found = std::ranges::find_if(entries, [&](const Entry& e) { return e.kind == kind && e.id == id; });
    return found == entries.end() ? nullptr : &*found;
}

std::shared_ptr<const Catalogue> make_catalogue(directory::SnapshotPtr snapshot,
                                                std::shared_ptr<const taxonomy::OwnTopicList> own_topics,
                                                std::vector<FoundElsewhere> elsewhere) {
    auto catalogue = std::make_shared<Catalogue>();
    catalogue->elsewhere = std::move(elsewhere);
    for (const auto& found : catalogue->elsewhere) {
        const auto* place = found.place.empty() ? nullptr : snapshot->place(found.place);
        if (place && place->status == directory::Status::closed) continue;
        catalogue->entries.push_back(entry_of(found));
        if (!place || place->status == directory::Status::open) continue;
        catalogue->entries.back().status = place->status;
        catalogue->entries.back().listed = false;
    }
    for (const auto& place : snapshot->places) {
        catalogue->entries.push_back(entry_of(place));
        for (const auto& service : place.services) add_service(catalogue->entries, service, &place);
    }
    for (const auto& service : snapshot->services) add_service(catalogue->entries, service, nullptr);
    for (const auto& service : snapshot->e_services) catalogue->entries.push_back(entry_of(service));
    for (const auto& contact : snapshot->contacts) {
        if (directory::is_offered(contact, directory::Audience::staff)) catalogue->entries.push_back(entry_of(contact));
    }
    for (const auto& topic : taxonomy::terms(taxonomy::List::topic)) {
        Entry entry;
        entry.kind = "topic";
        entry.id = topic.key;
        entry.topic = &topic;
        catalogue->entries.push_back(std::move(entry));
    }
    for (const auto& topic : *own_topics) {
        if (topic.hidden) continue;
        Entry entry;
        entry.kind = "topic";
        entry.id = topic.key;
        entry.topic = taxonomy::find(taxonomy::List::topic, topic.maps_to);
        entry.own_topic = &topic;
        entry.names.push_back(make_name(topic.label));
        for (const auto& word : topic.words) entry.names.push_back(make_name(word));
        if (entry.topic) catalogue->entries.push_back(std::move(entry));
    }
    catalogue->snapshot = std::move(snapshot);
    catalogue->own_topics = std::move(own_topics);
    return catalogue;
}

namespace {

/// As far as it has been typed: "skoterl" begins "Skoterleder".
bool begins(const Name& name, std::string_view folded) {
    constexpr std::size_t shortest = 3;
    return folded.size() >= shortest && base::joined(name.folded, " ").starts_with(folded);
}

}  // namespace

void add_own_topics(Intent& intent, const Catalogue& catalogue, std::string_view text) {
    const auto wanted = make_name(text).keys;
    const auto typed = base::fold(base::trim(text));
    std::vector<std::string> named;
    std::size_t said = 0, begun = 0;
    for (const auto& entry : catalogue.entries) {
        if (!entry.own_topic) continue;
        const bool is_said = std::ranges::any_of(entry.names, [&](const Name& name) {
            return !name.keys.empty() && !std::ranges::search(wanted, name.keys).empty();
        });
        const bool is_begun = std::ranges::any_of(entry.names, [&](const Name& name) {
            return !name.keys.empty() && begins(name, typed);
        });
        if (!is_said && !is_begun) continue;
        (is_said ? said : begun) += 1;
        named.push_back(entry.id);
        named.push_back(entry.topic->key);
    }
    if (named.empty()) return;
    for (const auto& topic : intent.topics) {
        if (std::ranges::find(named, topic) == named.end()) named.push_back(topic);
    }
    intent.half_typed = said == 0 && (begun > 1 || !intent.topics.empty());
    intent.topics = std::move(named);
    intent.understood = true;
}

std::vector<search::Document> documents_of(const Catalogue& catalogue, std::string_view country) {
    std::vector<search::Document> documents;
    for (const auto& entry : catalogue.entries) {
        // Words of what is for staff only would come back to residents as corrections.
        if (entry.topic || entry.staff_only) continue;
        search::Document document;
        document.id = entry.kind + ":" + catalogue.snapshot->municipality_id + ":" + entry.id;
        document.tenant = catalogue.snapshot->municipality_id;
        document.kind = entry.kind;
        document.language = country == "NO" ? "nb" : "sv";
        if (entry.place) describe(document, *entry.place);
        if (entry.service) describe(document, *entry.service);
        if (entry.e_service) describe(document, *entry.e_service);
        if (entry.contact) describe(document, *entry.contact);
        if (entry.elsewhere) describe(document, *entry.elsewhere);
        for (const auto& key : entry.topics) {
            const auto* topic = taxonomy::find(taxonomy::List::topic, key);
            if (topic && !topic->parent.empty()) {
                document.keywords.insert(document.keywords.end(), topic->words.begin(), topic->words.end());
            }
        }
        documents.push_back(std::move(document));
    }
    return documents;
}

std::vector<search::Document> topic_documents() {
    std::vector<search::Document> documents;
    for (const auto& topic : taxonomy::terms(taxonomy::List::topic)) {
        search::Document document;
        document.id = "topic::" + topic.key;
        document.kind = "topic";
        document.language = "";
        document.title = topic.words.front();
        document.names = topic.words;
        documents.push_back(std::move(document));
    }
    for (const auto& everyday : taxonomy::everyday_words()) {
        // Also what people say every day, so that a slip in it is corrected: "pasword".
        search::Document document;
        const bool is_topic = everyday.list == taxonomy::List::topic;
        document.id = (is_topic ? "topic:" : "kind:") + std::string(everyday.language) + ":" + std::string(everyday.key);
        document.kind = is_topic ? "topic" : "place_kind";
        document.language = everyday.language == "sv" ? "" : everyday.language;
        document.names = everyday.words;
        documents.push_back(std::move(document));
    }
    for (const auto& kind : taxonomy::terms(taxonomy::List::place_kind)) {
        // For spelling only: "bibliotket" is corrected also where no record has been entered yet.
        search::Document document;
        document.id = "kind::" + kind.key;
        document.kind = "place_kind";
        document.language = "";
        document.names = kind.words;
        documents.push_back(std::move(document));
    }
    return documents;
}

std::vector<std::vector<std::string>> synonym_groups() {
    return {{"skriva ut", "utskrift", "printa", "skrive ut", "skrivare"},
            {"skanna", "scanna", "skanne"},
            {"surfplatta", "läsplatta", "nettbrett", "ipad"},
            {"dator", "datamaskin", "pc"},
            {"mobil", "mobiltelefon", "telefon", "smartphone"},
            {"blankett", "formulär", "skjema"},
            {"bygglov", "byggesøknad"},
            {"specialkost", "kostintyg", "spesialkost"},
            {"förskola", "dagis", "barnehage"},
            {"fritidshem", "fritids", "sfo"},
            {"försörjningsstöd", "ekonomiskt bistånd", "socialbidrag", "sosialhjelp"},
            {"färdtjänst", "tt-transport"},
            {"avfall", "sopor", "søppel"},
            {"sophämtning", "renovasjon", "søppelhenting"},
            {"sopkärl", "soptunna", "søppeldunk"},
            {"bankid", "e-legitimation", "e-id"},
            {"lånekort", "bibliotekskort"},
            {"e-bok", "ebok", "e-böcker", "eböcker", "e-bøker"},
            {"bibliotek", "biblan", "folkebibliotek"},
            {"medborgarkontor", "medborgarservice", "innbyggerservice", "servicetorg"},
            {"växel", "sentralbord"},
            {"reception", "resepsjon"},
            {"kommunhus", "stadshus", "rådhus"},
            {"återvinningscentral", "tippen", "gjenvinningsstasjon"},
            {"föreningsbidrag", "foreningstilskudd"},
            {"modersmål", "morsmål"},
            {"dödsbo", "dødsbo"}};
}

}  // namespace digilots::referral
