#include <algorithm>

#include "platform/base/lists.h"
#include "platform/html/error_page.h"
#include "releases/released_lines.h"
#include "releases/was_so.h"

namespace digilots::releases {

ReleasedCsv::ReleasedCsv(const Pages& pages, const i18n::Translator& translator) : pages_(pages), translator_(translator) {
    csv_.line({"of", "of_label", "table", "period", "term", "label", "value", "state", "revision", "code_list_version",
               "reported", "expected", "as_first_told", "at_least", "was_so"});
}

void ReleasedCsv::add(const Asked& asked, const Table& table) {
    for (const auto& one : table.lines) add(asked, table, one.key, label_of(asked.table, one.key, translator_), one.value);
    add_total(asked, table);
}

void ReleasedCsv::add_total(const Asked& asked, const Table& table) {
    std::vector<std::string> was_so;
    for (const auto& one : was_so_of(pages_, asked, translator_)) was_so.push_back(one.words);
    add(asked, table, "*", translator_.t(title_of(Releases::tables().front())), table.total, base::joined(was_so, "; "));
}

void ReleasedCsv::add(const Asked& asked, const Table& table, const std::string& term, const std::string& label,
                      const Value& value, const std::string& was_so) {
    const auto number = value.shown == Shown::count ? tables::Cell(value.count) : tables::Cell("");
    csv_.line(tables::Row{text_of(asked.whose), name_of(pages_, asked.whose, translator_), asked.table,
                          periods::key_of(asked.period), term, label, number, word_of(value.shown), table.revision,
                          table.code_lists, table.reported, table.expected, value.is_kept ? "1" : "",
                          value.is_least ? "1" : "", was_so});
}

http::Response ReleasedCsv::download(const Asked& asked) && {
    std::string name = text_of(asked.whose);
    std::ranges::replace(name, ':', '-');
    return http::download(std::move(csv_).take(), "text/csv; charset=utf-8",
                          "digilots-" + name + "-" + asked.table + "-" + periods::key_of(asked.period) + ".csv");
}

http::Response released_csv(const Pages& pages, const http::Request& request) {
    const auto read = read_asked(pages, request);
    const auto* asked = std::get_if<Asked>(&read);
    if (!asked) return html::error_page(request, 404);
    ReleasedCsv csv(pages, i18n::translator(request.language));
    csv.add(*asked, pages.releases.read(asked->whose, asked->table, asked->period, asked->revision));
    return std::move(csv).download(*asked);
}

}  // namespace digilots::releases
