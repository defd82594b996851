#include "platform/mail/letter_parts.h"

#include <algorithm>

#include "platform/base/text.h"

namespace digilots::mail {

namespace {

constexpr std::string_view used_headers[] = {
    "from", "subject", "message-id", "mime-version", "auto-submitted", "precedence", "return-path", "x-spam-flag"};
constexpr std::string_view used_beginnings[] = {"content-", "list-", "x-auto"};
constexpr std::size_t longest_name = 100;

bool is_used(std::string_view name) {
    return std::ranges::find(used_headers, name) != std::end(used_headers) ||
           std::ranges::any_of(used_beginnings, [&](std::string_view one) { return name.starts_with(one); });
}

/// The line that begins at `at`, without its end; `at` goes behind it.
std::string_view next_line(std::string_view bytes, std::size_t& at) {
    const auto end = std::min(bytes.find('\n', at), bytes.size());
    auto line = bytes.substr(at, end - at);
    at = std::min(end + 1, bytes.size());
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

/// Takes lines of a header in, and keeps it at its end where it is used and within bounds.
class Collector {
public:
    explicit Collector(Headers& headers) : headers_(headers) {}
    ~Collector() { keep(); }
    Collector(const Collector&) = delete;
    Collector& operator=(const Collector&) = delete;

    void take(std::string_view line) {
        const bool goes_on = line.front() == ' ' || line.front() == '\t';
        if (!goes_on) begin(line);
        else if (value_.size() <= longest_header) value_ += line;
    }

private:
    void begin(std::string_view line) {
        keep();
        const auto colon = line.find(':');
        if (colon == std::string_view::npos || colon > longest_name) return;
        name_ = base::ascii_lower(base::trim(line.substr(0, colon)));
        value_ = line.substr(colon + 1).substr(0, longest_header + 1);
    }
    void keep() {
        const bool fits = value_.size() <= longest_header && bytes_ + value_.size() <= most_header_bytes;
        if (!name_.empty() && fits && ++count_ <= most_headers && is_used(name_)) {
            bytes_ += value_.size();
            std::ranges::replace_if(value_, [](char c) { return c == '\r' || c == '\t'; }, ' ');
            headers_.all.emplace_back(std::move(name_), base::trim(value_));
        }
        name_.clear();
        value_.clear();
    }

    Headers& headers_;
    std::string name_, value_;
    std::size_t bytes_ = 0, count_ = 0;
};

}  // namespace

std::string_view Headers::find(std::string_view name) const {
    const auto found = std::ranges::find(all, name, &std::pair<std::string, std::string>::first);
    return found == all.end() ? std::string_view() : std::string_view(found->second);
}

Entity entity_in(std::string_view bytes) {
    Entity entity;
    std::size_t at = 0;
    Collector collector(entity.headers);
    while (at < bytes.size()) {
        const auto line = next_line(bytes, at);
        if (line.empty()) break;
        collector.take(line);
    }
    entity.body = bytes.substr(at);
    return entity;
}

std::vector<std::string_view> parts_between(std::string_view body, std::string_view boundary, std::size_t most, bool& is_cut) {
    std::vector<std::string_view> parts;
    const auto begin_line = "--" + std::string(boundary);
    std::size_t from = std::string_view::npos;
    const auto end_part = [&](std::size_t end) {
        if (from == std::string_view::npos) return;
        auto part = body.substr(from, end - from);
        if (part.ends_with('\n')) part.remove_suffix(1);
        if (part.ends_with('\r')) part.remove_suffix(1);
        parts.push_back(part);
    };
    for (std::size_t at = 0; at < body.size();) {
        const auto line_at = at;
        const auto line = next_line(body, at);
        if (!line.starts_with(begin_line)) continue;
        const auto rest = base::trim(line.substr(begin_line.size()));
        if (!rest.empty() && rest != "--") continue;
        end_part(line_at);
        from = at;
        if (rest == "--") return parts;
        if (parts.size() == most) {
            is_cut = true;
            return parts;
        }
    }
    end_part(body.size());
    return parts;
}

}  // namespace digilots::mail
