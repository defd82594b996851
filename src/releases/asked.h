#pragma once
// What is asked of the released tables, as it stands in an address: "?of=county:SE-22&table=topic&period=2026-Q3".
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "platform/html/page.h"
#include "releases/releases.h"

namespace digilots::releases {

/// For the pages.
struct Pages {
    const Releases& releases;
    const municipality::Municipalities& municipalities;
    const directory::Directory& directory;
};

struct Asked {
    Whose whose;
    std::string table = "topic";
    periods::Period period;                 // where none is named the newest quarter, else the newest month
    std::vector<periods::Period> released;  // what could be chosen; none: nothing is released of it
    int revision = newest_revision;         // another one is named by its number
};

/// What is wrong: the parameter of the address, for a message.
struct NotAsked {
    std::string parameter;                  // "of", "place", "table", "period", "revision"
};

/// "all", "county:SE-22", "network:teo", "municipality:2281", "place:2281:the-id".
std::string text_of(const Whose& whose);
std::optional<Whose> whose_of(std::string_view text);
/// Outside of a municipality `of` says whose; inside, `place` which of its places, "" all. A revision that never was is wrong.
std::variant<Asked, NotAsked> read_asked(const Pages& pages, const http::Request& request);
/// The table and the period of these.
std::variant<Asked, NotAsked> read_table(const Pages& pages, const Whose& whose, const http::Fields& fields);

/// Whose it is, in words: "Lotsby bibliotek", "Västernorrlands län", "All municipalities".
std::string name_of(const Pages& pages, const Whose& whose, const i18n::Translator& translator);
/// Title of a table: "By topic"; of its lines.
i18n::Text title_of(std::string_view table);
std::string label_of(std::string_view table, const std::string& term, const i18n::Translator& translator);
/// The word of a value's state in CSV and API: "published", "hidden", "withheld", "not_reported", "not_released".
std::string_view word_of(Shown shown);

/// The page of what is asked, without the language.
std::string path_of(const Asked& asked, std::string_view page = "statistics");
/// … of all tables of the same people and time.
std::string path_of_all(Asked asked, std::string_view page);

http::Response released_page(const Pages& pages, const http::Request& request);
http::Response overview_page(const Pages& pages, const http::Request& request);
http::Response body_page(const Pages& pages, const http::Request& request);
http::Response released_csv(const Pages& pages, const http::Request& request);
http::Response get_released(const Pages& pages, const http::Request& request);
http::Response network_page(const Pages& pages, const http::Request& request);
http::Response network_csv(const Pages& pages, const http::Request& request);
http::Response get_network(const Pages& pages, const http::Request& request);

}  // namespace digilots::releases
