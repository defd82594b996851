#include <algorithm>
#include <utility>

#include "platform/print/pieces.h"

namespace digilots::print {

namespace {

/// Where the run of pieces ends that stay together.
std::size_t end_of_run(const std::vector<Piece>& pieces, std::size_t first) {
    std::size_t last = first;
    while (last + 1 < pieces.size() && pieces[last].keeps_next) ++last;
    return last + 1;
}

double height_of_run(const std::vector<Piece>& pieces, std::size_t first, std::size_t end) {
    double height = 0;
    for (std::size_t at = first; at < end; ++at)
        height += pieces[at].height + (at > first ? pieces[at].before : 0);
    return height;
}

class Breaker {
public:
    explicit Breaker(double height) : height_(height) {}

    bool fits(double before, double height) const {
        return used_ + (page_.empty() ? 0 : before) + height <= height_ + 0.01;
    }
    void turn() {
        if (!page_.empty()) pages_.push_back(std::exchange(page_, {}));
        used_ = 0;
    }
    void put(Piece piece, bool goes_on) {
        if (page_.empty()) piece.before = 0;
        if (page_.empty() && goes_on && piece.repeated &&
            used_ + piece.repeated->height + piece.height <= height_)
            put(*piece.repeated, false);
        used_ += piece.before + piece.height;
        page_.push_back(std::move(piece));
    }
    std::vector<Page> pages() && {
        turn();
        if (pages_.empty()) pages_.emplace_back();
        return std::move(pages_);
    }

private:
    double height_, used_ = 0;
    Page page_;
    std::vector<Page> pages_;
};

}  // namespace

std::vector<Page> break_pages(std::vector<Piece> pieces, double height) {
    Breaker breaker(height);
    for (std::size_t first = 0; first < pieces.size();) {
        const std::size_t end = end_of_run(pieces, first);
        // A run that no page holds is parted after all.
        const bool stays_together = height_of_run(pieces, first, end) <= height;
        if (stays_together && !breaker.fits(pieces[first].before, height_of_run(pieces, first, end)))
            breaker.turn();
        for (; first < end; ++first) {
            if (!breaker.fits(pieces[first].before, pieces[first].height)) breaker.turn();
            breaker.put(std::move(pieces[first]), true);
        }
    }
    return std::move(breaker).pages();
}

bool ends_nearly_empty(const std::vector<Page>& pages, double height) {
    constexpr double nearly_empty = 0.2;
    if (pages.size() < 2) return false;
    double used = 0;
    for (const auto& piece : pages.back()) used += piece.before + piece.height;
    return used < height * nearly_empty;
}

std::vector<Page> break_evenly(const std::vector<Piece>& pieces, double height) {
    constexpr double step = 0.05, shortest = 0.7;
    const auto pages = break_pages(pieces, height);
    for (double share = 1 - step; share >= shortest && ends_nearly_empty(pages, height); share -= step) {
        auto shorter = break_pages(pieces, height * share);
        if (shorter.size() != pages.size()) break;
        if (!ends_nearly_empty(shorter, height)) return shorter;
    }
    return pages;
}

}  // namespace digilots::print
