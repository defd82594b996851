#include "inquiries/counts_of_several.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "inquiries/sql.h"
#include "platform/base/json.h"
#include "platform/base/time.h"

namespace digilots::inquiries {

namespace {

/// What is kept at most of all that was asked: some ten megabytes.
constexpr std::size_t most_kept_sums = 100'000;

std::chrono::year_month month_from(const std::string& day_or_month) {
    const auto first = base::parse_date(day_or_month.substr(0, 7) + "-01").value();
    return {first.year(), first.month()};
}

std::string name_of_cut(const CutAsked& asked, const std::string& grain) {
    std::string name = grain + "\n" + std::string(asked.cut) + "\n" + std::string(asked.column);
    for (const auto& key : {asked.key_1, asked.key_2}) name += key ? "\n=" + *key : "\n";
    for (const auto& municipality : asked.municipalities) name += "\n" + municipality;
    return name;
}

}  // namespace

std::vector<CountedSum> CountsOfSeveral::read(db::Connection& connection, const CutAsked& asked, const Segment& segment) {
    auto pieces = pieces_of(connection, asked, segment);
    const auto name = name_of_cut(asked, segment.grain);
    take_kept(name, pieces);
    bool is_any_new = false;
    for (std::size_t first = 0; first < pieces.size(); ++first) {
        if (pieces[first].sums) continue;
        auto last = first;
        while (last + 1 < pieces.size() && !pieces[last + 1].sums) ++last;
        add_up(connection, asked, segment.grain, &pieces[first], &pieces[last]);
        is_any_new = true;
    }
    if (is_any_new) keep(name, pieces);
    std::vector<CountedSum> sums;
    for (const auto& piece : pieces)
        for (const auto& sum : *piece.sums) sums.push_back({piece.month(), sum.key_1, sum.key_2, sum.total});
    return sums;
}

std::vector<CountsOfSeveral::Piece> CountsOfSeveral::pieces_of(db::Connection& connection, const CutAsked& asked,
                                                               const Segment& segment) {
    std::map<std::string, std::int64_t> changes;
    for (const db::Row row : connection.query(sql::changes_of_months, base::json_list(asked.municipalities),
                                              segment.from.substr(0, 7), segment.to.substr(0, 7)))
        changes[row.text("month")] = row.integer("changes");
    std::vector<Piece> pieces;
    const auto end = month_from(segment.to);
    for (auto month = month_from(segment.from); month <= end; month += std::chrono::months{1}) {
        const auto first = base::format_date(month / 1);
        const auto last = base::format_date(base::Date(month / std::chrono::last));
        Piece piece;
        piece.from = segment.grain == "month" ? first.substr(0, 7) : std::max(segment.from, first);
        piece.to = segment.grain == "month" ? first.substr(0, 7) : std::min(segment.to, last);
        piece.changes = changes[piece.month()];
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

/// Of one segment, without a gap between them.
void CountsOfSeveral::add_up(db::Connection& connection, const CutAsked& asked, const std::string& grain, Piece* first,
                             Piece* last) {
    std::map<std::string, std::vector<Sum>> by_month;
    for (const db::Row row : connection.query(sql::sum_counts_of_several, base::json_list(asked.municipalities), grain, asked.cut,
                                              first->from, last->to, asked.column, asked.key_1, asked.key_2))
        by_month[row.text("month")].push_back({row.text("key_1"), row.text("key_2"), row.integer("total")});
    for (auto* piece = first; piece <= last; ++piece)
        piece->sums = std::make_shared<const std::vector<Sum>>(std::move(by_month[piece->month()]));
}

/// Each municipality's number of changes only grows, so where their sum is the same none of them was made.
void CountsOfSeveral::take_kept(const std::string& name, std::vector<Piece>& pieces) {
    const base::Lock lock(mutex_);
    const auto found = kept_.find(name);
    if (found == kept_.end()) return;
    found->second.used = ++reads_;
    for (auto& piece : pieces) {
        const auto kept = found->second.pieces.find(piece.from + piece.to);
        if (kept != found->second.pieces.end() && kept->second.changes == piece.changes) piece.sums = kept->second.sums;
    }
}

void CountsOfSeveral::keep(const std::string& name, const std::vector<Piece>& pieces) {
    const base::Lock lock(mutex_);
    auto& cut = kept_[name];
    cut.used = ++reads_;
    for (const auto& piece : pieces) cut.pieces[piece.from + piece.to] = piece;
    cut.size = 0;
    for (const auto& [key, piece] : cut.pieces) cut.size += 1 + piece.sums->size();
    std::size_t size = 0;
    for (const auto& [other, kept] : kept_) size += kept.size;
    while (size > most_kept_sums) {
        const auto oldest = std::ranges::min_element(kept_, {}, [](const auto& one) { return one.second.used; });
        size -= oldest->second.size;
        kept_.erase(oldest);
    }
}

}  // namespace digilots::inquiries
