#include "indicators/meaning/standing_words.h"

#include <algorithm>
#include <charconv>

#include "indicators/figures/made_up.h"

namespace digilots::indicators {

using html::components::Better;
using html::components::Limit;

MarkColour mark_colour(Colour colour) {
    switch (colour) {
        case Colour::green: return MarkColour::green;
        case Colour::yellow: return MarkColour::yellow;
        case Colour::red: return MarkColour::red;
        case Colour::unknown: break;
    }
    return MarkColour::unknown;
}

Mark mark_of(const Standing& standing, const html::Page& page) {
    Mark mark{.colour = mark_colour(standing.colour)};
    if (standing.colour == Colour::green) {
        mark.detail = page.t("among the best quarter");
    } else if (standing.colour == Colour::red) {
        mark.detail = page.t("among the worst quarter");
    } else if (standing.colour == Colour::yellow) {
        mark.detail = standing.many_equal ? page.t("too many equal values to rank") : page.t("in the middle");
    } else if (standing.why == Why::small_group) {
        mark.detail = page.t("too few municipalities to compare with");
    } else if (standing.why == Why::no_direction) {
        mark.detail = page.t("neither high nor low is good");
    } else {
        mark.detail = page.t("no figure");
    }
    return mark;
}

std::string missing_text(Missing missing, const html::Page& page) {
    switch (missing) {
        case Missing::none: return "";
        case Missing::not_applicable: return page.t("Does not apply to this municipality");
        case Missing::secret: return page.t("Secret, because so few people are concerned");
        case Missing::not_published: return page.t("Not published");
        case Missing::not_reported: break;
    }
    return page.t("Not reported");
}

std::string direction_text(Direction direction, const html::Page& page) {
    switch (direction) {
        case Direction::high: return page.t("High is good");
        case Direction::low: return page.t("Low is good");
        case Direction::neither: break;
    }
    return page.t("Neither high nor low is good");
}

Better better_of(Direction direction) {
    return direction == Direction::high ? Better::high : direction == Direction::low ? Better::low : Better::neither;
}

std::string caution_text(const Distribution& distribution, const html::Page& page) {
    if (distribution.n == 0) return "";
    if (distribution.why == Why::no_direction) {
        return page.t("Here neither a high nor a low figure is good in itself. The municipalities are ranked by size "
                      "and have no colours.");
    }
    if (distribution.why == Why::small_group) {
        return page.t("Fewer than 20 municipalities have a figure. That is too few for colours.");
    }
    if (distribution.many_equal) {
        return page.t("So many municipalities have the same figure that they cannot be ranked into quarters. "
                      "Those who cannot be told apart are yellow.");
    }
    return "";
}

std::string short_text(double value, const Indicator& indicator, const html::Page& page) {
    if (indicator.unit == "percent") return indicator.value(value, page.translator());
    return indicator.number(value, page.translator());
}

Limit limit_of(double value, const Indicator& indicator, const html::Page& page) {
    return {value, short_text(value, indicator, page)};
}

std::string group_text(const Pages& pages, const Group& group, const Indicator& indicator,
                       const municipality::Municipality* municipality, const html::Page& page) {
    const std::string country = municipality ? municipality->country : indicator.country;
    if (group.key == "county" && municipality) {
        return page.t("Municipalities in {county}", {{"county", municipality->county_name}});
    }
    if (group.key.starts_with("network:")) {
        const auto network = pages.municipalities.network(std::string_view(group.key).substr(8));
        return network ? page.t("The network {name}", {{"name", network->name}}) : group.key;
    }
    if (group.key.starts_with("chosen:")) return page.t("Municipalities chosen one by one");
    if (group.key.starts_with("similar:") && municipality) {
        const auto choices = pages.indicators.groups(municipality->id);
        const auto found = std::ranges::find(choices, group.key, &GroupChoice::key);
        if (found != choices.end() && !found->title.empty()) return found->title;
    }
    if (group.key.starts_with("similar:")) return page.t("Similar municipalities");
    if (indicator.source == made_up_source) return page.t("All made-up municipalities");
    return country == "NO" ? page.t("All municipalities in Norway") : page.t("All municipalities in Sweden");
}

std::string made_up_text(const html::Page& page) {
    if (page.request().tenant && page.request().tenant->is_made_up)
        return page.t("These figures are made up, as the municipality is. They say nothing about any real one.");
    return page.t("These figures are made up, to try the program. They say nothing about any municipality. Fetched "
                  "figures take their place.");
}

std::string source_name(const Indicator& indicator, const html::Page& page) {
    if (indicator.made_up) return page.t("made-up test figures");
    if (indicator.source == "kolada") return "Kolada";
    if (indicator.source == "kostra") return page.t("Statistics Norway, KOSTRA");
    const auto& tenant = page.request().tenant;
    // "Region Gävleborg municipality" would be wrong.
    const bool has_a_key = municipality::Municipalities::find(indicator.municipality_id) == nullptr;
    if (has_a_key && tenant && tenant->id == indicator.municipality_id) return tenant->name;
    const std::string name = name_of(indicator.municipality_id);
    return name.empty() ? page.t("the municipality itself") : page.t("{municipality} municipality", {{"municipality", name}});
}

std::string source_url(const Indicator& indicator) {
    // Its pages name an indicator by numbers of their own: the search is where people find it by its id.
    if (indicator.source == "kolada") return "https://www.kolada.se/verktyg/fri-sokning/";
    if (!indicator.id.starts_with("kostra:")) return "";
    const auto table = std::string_view(indicator.id).substr(7);
    return "https://www.ssb.no/statbank/table/" + html::url_encode(table.substr(0, table.find(':')));
}

std::string figures_url(const Indicator& indicator) {
    return indicator.made_up ? "" : source_url(indicator);
}

std::string source_data_url(const Indicator& indicator) {
    return indicator.source == "kolada" ? "https://api.kolada.se/v3/kpi/" + html::url_encode(indicator.id) : "";
}

std::string title_language(const Indicator& indicator, const html::Page& page) {
    const std::string language = page.translator().language().code;
    const std::string title = indicator.title(page.translator());
    if ((language == "sv" || language.starts_with("sv-")) && title == indicator.title_sv) return "";
    if ((language == "nb" || language == "nn") && title == indicator.title_nb) return "";
    if (language == "en" && title == indicator.title_en) return "";
    return title == indicator.title_sv ? "sv" : title == indicator.title_nb ? "nb" : "en";
}

std::string exact_text(double value) {
    char text[40];
    const auto [end, error] = std::to_chars(text, text + sizeof text, value);
    return error == std::errc() ? std::string(text, end) : "";
}

const municipality::Municipality* known_municipality(std::string_view id) {
    const auto* official = municipality::Municipalities::find(id);
    return official ? official : municipality::find_made_up(id);
}

std::string name_of(std::string_view municipality) {
    const auto* found = known_municipality(municipality);
    return found ? found->name : std::string(municipality);
}

std::string link_to(std::string path, const std::vector<std::pair<std::string, std::string>>& values) {
    char separator = '?';
    for (const auto& [name, value] : values) {
        if (value.empty()) continue;
        path += separator + name + "=" + html::url_encode(value);
        separator = '&';
    }
    return path;
}

}  // namespace digilots::indicators
