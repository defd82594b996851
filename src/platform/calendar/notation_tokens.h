#pragma once
// Words, numbers and signs of the notation, each with its place in the text.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace digilots::calendar {

struct NotationToken {
    enum class Kind { end, number, word, comment, sign, odd } kind = Kind::end;
    std::size_t position = 0;
    std::string text;           // words in lower case; signs as "-", "||"
    int number = 0;

    bool is(std::string_view sign) const { return kind == Kind::sign && text == sign; }
};

using TokenKind = NotationToken::Kind;

/// Ends with one of kind `end`. Dashes of every length are "-", a dot between digits is ":".
std::vector<NotationToken> notation_tokens(std::string_view text);

}  // namespace digilots::calendar
