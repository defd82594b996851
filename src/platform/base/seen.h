#pragma once
// What somebody saw of a record before they changed it: the later of two saves must not win without a word.
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace digilots::base {

/// The same text for the same contents, whatever is in them; stands in a form's hidden field "seen".
std::string mark_of(const std::vector<std::string>& parts);

/// A mark that came back with a form. Compared inside the transaction that writes, with the mark of what is stored then.
class Seen {
public:
    /// Of whoever has seen no form: imports and commands.
    static Seen anything() { return Seen(std::nullopt); }
    static Seen mark(std::string_view mark) { return Seen(std::string(mark)); }
    bool is(const std::string& stored) const { return !mark_ || *mark_ == stored; }

private:
    explicit Seen(std::optional<std::string> mark) : mark_(std::move(mark)) {}
    std::optional<std::string> mark_;
};

}  // namespace digilots::base
