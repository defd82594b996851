// Search as you type over N (145 000) made-up entries, against a bare Xapian query over the same entries.
//   search_bench [N]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include <unistd.h>
#include <xapian.h>

#include "municipality/municipality.h"
#include "platform/search/index.h"

namespace {

using namespace digilots;

std::size_t entries = 145'000;
const std::vector<std::string> kinds = {"bibliotek", "medborgarkontor", "servicecenter", "mötesplats", "lärcenter",
                                        "bokbuss", "kontaktcenter", "familjecentral", "fritidsgård", "digidelcenter"};
const std::vector<std::string> topics = {"bygglov",     "specialkost",  "färdtjänst",      "förskoleplats", "parkering",
                                         "bredband",    "mobilt bankid", "skriva ut",       "blankett",      "hemtjänst",
                                         "simskola",    "återvinning",  "ekonomiskt stöd", "lånekort",      "bostadsbidrag"};
const std::vector<std::string> words = {"öppet",  "hjälp",   "dator", "utskrift", "kurs",   "vägledning", "besök",
                                        "telefon", "kvällstid", "språk", "barn",     "äldre",  "företag",    "anmälan"};

search::Document document(std::size_t number) {
    const auto& all = municipality::Municipalities::all();
    const auto& where = all[number % all.size()];
    const auto& kind = kinds[number / all.size() % kinds.size()];
    const auto& topic = topics[number * 7 % topics.size()];
    search::Document made;
    made.id = "place:" + std::to_string(number);
    made.tenant = where.id;
    made.kind = number % 3 == 0 ? "place" : number % 3 == 1 ? "e_service" : "service";
    made.title = where.name + "s " + kind + " " + std::to_string(number / all.size());
    made.keywords = {topic, words[number * 5 % words.size()]};
    for (std::size_t at = 0; at < 24; ++at) made.text += words[(number * 11 + at * 3) % words.size()] + " ";
    return made;
}

double median_microseconds(std::vector<double>& times) {
    std::ranges::nth_element(times, times.begin() + static_cast<long>(times.size() / 2));
    return times[times.size() / 2];
}

double timed(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count();
}

Xapian::Database bare_database(const std::string& folder) {
    Xapian::WritableDatabase writable(folder, Xapian::DB_CREATE_OR_OVERWRITE);
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem("swedish"));
    for (std::size_t number = 0; number < entries; ++number) {
        const auto source = document(number);
        Xapian::Document made;
        generator.set_document(made);
        generator.index_text(source.title, 5);
        for (const auto& keyword : source.keywords) generator.index_text(keyword, 3);
        generator.index_text(source.text);
        made.add_boolean_term("T" + source.tenant);
        made.set_data(source.id);
        writable.add_document(made);
    }
    writable.commit();
    return Xapian::Database(folder);
}

std::size_t bare_find(const Xapian::Database& database, const std::string& text, const std::string& tenant) {
    Xapian::QueryParser parser;
    parser.set_database(database);
    parser.set_stemmer(Xapian::Stem("swedish"));
    parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    const auto query = parser.parse_query(text, Xapian::QueryParser::FLAG_PARTIAL);
    Xapian::Enquire enquire(database);
    enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, query, Xapian::Query("T" + tenant)));
    std::size_t found = 0;
    const auto matches = enquire.get_mset(0, 20);
    for (auto at = matches.begin(); at != matches.end(); ++at) found += at.get_document().get_data().size();
    return found;
}

std::vector<std::string> typed_texts() {
    std::vector<std::string> typed;
    for (const auto& topic : topics) {
        for (std::size_t end = 3; end < topic.size(); ++end) {
            if ((static_cast<unsigned char>(topic[end]) & 0xC0) != 0x80) typed.push_back(topic.substr(0, end));
        }
        typed.push_back(topic);
    }
    return typed;
}

}  // namespace

int main(int argument_count, char** arguments) {
    if (argument_count > 1) entries = std::strtoul(arguments[1], nullptr, 10);
    const auto folder = std::filesystem::temp_directory_path() / ("digilots-search-bench-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    {
        const auto index = search::open_index((folder / "ours").string());
        index->rebuild([](const auto& add) {
            for (std::size_t number = 0; number < entries; ++number) add(document(number));
        });
        const auto bare = bare_database((folder / "bare").string());
        const auto tenants = {std::string("2281"), std::string("2280"), std::string("0301")};
        std::vector<double> ours, raw;
        std::size_t hits = 0;
        for (int round = 0; round < 5; ++round) {
            for (const auto& text : typed_texts()) {
                for (const auto& tenant : tenants) {
                    search::Query query;
                    query.text = text;
                    query.tenant = tenant;
                    query.as_you_type = true;
                    raw.push_back(timed([&] { hits += bare_find(bare, text, tenant); }));
                    ours.push_back(timed([&] { hits += index->find(query).hits.size(); }));
                }
            }
        }
        const double our_time = median_microseconds(ours), raw_time = median_microseconds(raw);
        std::printf("search as you type, %zu entries: %.0f us, bare Xapian %.0f us, ratio %.2f (at most 2.00), %zu hits\n",
                    index->size(), our_time, raw_time, our_time / raw_time, hits);
    }
    std::filesystem::remove_all(folder);
}
