#include <algorithm>

#include "platform/base/text.h"
#include "platform/register/types.h"
#include "platform/register/types/web_addresses.h"

namespace digilots::register_ {

namespace {

constexpr i18n::Text no_link = TEXT(
    "Write one link a line: what it leads to, then its whole address, beginning with https://");
constexpr i18n::Text too_many_links = TEXT("Write at most {n} links.");
constexpr std::size_t longest_title = 200;

struct WebLink {
    std::string address, title;
    std::string kept() const { return title.empty() ? address : address + " " + title; }
    std::string written() const { return title.empty() ? address : title + " " + address; }
};

WebLink link_kept(const std::string& item) {
    const auto space = item.find(' ');
    return {item.substr(0, space), space == std::string::npos ? "" : item.substr(space + 1)};
}

/// "Boka tid https://kommun.se/boka", "Boka tid: https://…", the address alone.
std::optional<WebLink> link_in(std::string_view line) {
    const auto space = line.find_last_of(" \t");
    const auto address = space == std::string_view::npos ? line : line.substr(space + 1);
    auto title = space == std::string_view::npos ? std::string_view() : base::trim(line.substr(0, space));
    if (title.ends_with(':')) title = base::trim(title.substr(0, title.size() - 1));
    if (address.size() > longest_web_address || !is_followed(address) || base::length(title) > longest_title)
        return std::nullopt;
    return WebLink{std::string(address), std::string(title)};
}

class WebLinksType final : public FieldType {
public:
    explicit WebLinksType(std::size_t most) : most_(most) {}

    void read(const Field& field, const Draft& draft, const Surroundings&, Record& into,
              Problems& problems) const override {
        const auto text = read_area(field, field.name, draft, most_ * (longest_web_address + longest_title), problems);
        std::vector<std::string> kept;
        bool all_right = true;
        for (const auto line : base::split(text, '\n')) {
            if (base::trim(line).empty()) continue;
            const auto link = link_in(base::trim(line));
            all_right = all_right && link.has_value();
            if (link && kept.size() <= most_) kept.push_back(link->kept());
        }
        if (!all_right) add_problem(field, field.name, no_link, problems);
        if (kept.size() > most_)
            add_problem(field, field.name, too_many_links, problems, static_cast<std::int64_t>(most_));
        into.columns[std::string(field.name)] = joined_list(kept);
    }

    void write(const Field& field, const Record& record, const Surroundings&, Draft& into) const override {
        std::string all;
        for (const auto& item : record.list(field.name)) all += (all.empty() ? "" : "\n") + link_kept(item).written();
        into[std::string(field.name)] = {std::move(all)};
    }
    /// What the links are called.
    std::vector<FreeText> free_texts(const Field& field, const Record& record) const override {
        std::string all;
        for (const auto& item : record.list(field.name)) all += link_kept(item).title + "\n";
        return {{std::string(field.name), std::move(all)}};
    }
    std::vector<FormPart> form(const Field& field, const Draft& draft,
                               const Surroundings& around) const override {
        return {{Control::area, control_of(field, draft, around)}};
    }
    Shown show(const Field& field, const Record& record, const Surroundings&) const override {
        Shown shown;
        for (const auto& item : record.list(field.name)) {
            auto [address, title] = link_kept(item);
            shown.lines.push_back(title.empty() ? address : std::move(title));
            shown.urls.push_back(std::move(address));
        }
        return shown;
    }
    void json(const Field& field, const Record& record, base::JsonWriter& out) const override {
        out.key(field.name).begin_array();
        for (const auto& item : record.list(field.name)) {
            const auto [address, title] = link_kept(item);
            out.begin_object().member("title", title).member("url", address).end_object();
        }
        out.end_array();
    }

private:
    std::size_t most_;
};

}  // namespace

Field web_links(std::string_view name, i18n::Text title, std::size_t most) {
    return {name, title, std::make_shared<WebLinksType>(most)};
}

}  // namespace digilots::register_
