#pragma once
// Where the reader of the notation stands. A problem is thrown and ends in read_notation.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "platform/calendar/notation.h"
#include "platform/calendar/notation_tokens.h"

namespace digilots::calendar {

class NotationCursor {
public:
    explicit NotationCursor(std::string_view text) : text_(text), tokens_(notation_tokens(text)) {}

    const NotationToken& peek(std::size_t ahead = 0) const {
        return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
    }
    NotationToken take() {
        NotationToken token = peek();
        if (at_ + 1 < tokens_.size()) ++at_;
        return token;
    }
    bool take_if(std::string_view sign) {
        if (!peek().is(sign)) return false;
        take();
        return true;
    }
    /// The next word as it stands in the text.
    std::string written() const {
        const auto begin = peek().position;
        const auto word = text_.substr(begin, peek(1).position - begin);
        return std::string(word.substr(0, word.find_last_not_of(" \t\r\n") + 1));
    }
    /// A whole number within bounds, else the problem.
    int take_number(int least, int most, const char* problem) {
        if (peek().kind != TokenKind::number || peek().number < least || peek().number > most) fail(problem);
        return take().number;
    }
    [[noreturn]] void fail(std::string problem) const { throw NotationError{peek().position, std::move(problem)}; }

private:
    std::string_view text_;
    std::vector<NotationToken> tokens_;
    std::size_t at_ = 0;
};

/// 0 Monday; -1 where the word is no weekday. "mo", "mon", "monday".
int notation_weekday(const NotationToken& token);
/// 1 January; 0 where the word is no month. "jan", "january".
unsigned notation_month(const NotationToken& token);
/// "2026": four digits from 1900 on.
bool is_notation_year(const NotationToken& token);
/// "+1 day", "-2 days" at this place.
bool at_day_offset(const NotationCursor& cursor);
int take_day_offset(NotationCursor& cursor);

bool at_notation_time(const NotationCursor& cursor);
std::vector<TimeSpan> take_notation_times(NotationCursor& cursor);
bool is_sun_event(const NotationToken& token);

/// At a month, at easter, or at a year that belongs to such a date.
bool at_notation_date(const NotationCursor& cursor, std::size_t ahead = 0);
std::vector<DateRange> take_notation_dates(NotationCursor& cursor);

}  // namespace digilots::calendar
