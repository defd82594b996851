#include "platform/print/fonts.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

#include "platform/base/mutex.h"

namespace digilots::print {

namespace {

/// Maps of fonts that nobody uses now. As many as were used at the same time, at most.
class IdleFontMaps {
public:
    PangoFontMap* take() {
        const base::Lock lock(mutex_);
        if (idle_.empty()) return nullptr;
        PangoFontMap* map = idle_.back();
        idle_.pop_back();
        return map;
    }
    /// False where there are enough.
    bool put(PangoFontMap* map) {
        const base::Lock lock(mutex_);
        if (idle_.size() >= most) return false;
        idle_.push_back(map);
        return true;
    }

private:
    static constexpr std::size_t most = 2;
    base::Mutex mutex_;
    std::vector<PangoFontMap*> idle_ GUARDED_BY(mutex_);
};

IdleFontMaps& idle_font_maps() {
    static IdleFontMaps* all = new IdleFontMaps;  // outlives every thread
    return *all;
}

bool is_only_a_symbol(gunichar sign) {
    switch (g_unichar_type(sign)) {
        case G_UNICODE_OTHER_SYMBOL:
        case G_UNICODE_MODIFIER_SYMBOL:
        case G_UNICODE_NON_SPACING_MARK:
        case G_UNICODE_ENCLOSING_MARK:
        case G_UNICODE_FORMAT:
        case G_UNICODE_CONTROL:
        case G_UNICODE_UNASSIGNED:
            return true;
        default:
            return false;
    }
}

/// Bytes at which a cluster begins that no font can show.
std::vector<bool> without_picture(PangoLayout* layout, std::size_t bytes) {
    std::vector<bool> missing(bytes, false);
    PangoLayoutIter* at = pango_layout_get_iter(layout);
    do {
        const PangoGlyphItem* run = pango_layout_iter_get_run_readonly(at);
        if (run == nullptr) continue;
        for (int glyph = 0; glyph < run->glyphs->num_glyphs; ++glyph) {
            if ((run->glyphs->glyphs[glyph].glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0) continue;
            missing[static_cast<std::size_t>(run->item->offset + run->glyphs->log_clusters[glyph])] = true;
        }
    } while (pango_layout_iter_next_run(at));
    pango_layout_iter_free(at);
    return missing;
}

std::string replaced(const std::string& text, const std::vector<bool>& missing) {
    std::string kept;
    for (const char* at = text.data(); at < text.data() + text.size();) {
        const char* next = g_utf8_next_char(at);
        if (!missing[static_cast<std::size_t>(at - text.data())]) {
            kept.append(at, next);
        } else if (!is_only_a_symbol(g_utf8_get_char(at))) {
            kept += '?';
        }
        at = next;
    }
    return kept;
}

std::string readable(std::string_view text) {
    gchar* valid = g_utf8_make_valid(text.data(), static_cast<gssize>(text.size()));
    std::string clean(valid);
    g_free(valid);
    return clean;
}

/// Arabic letters, in UTF-8: U+0600 to U+06FF.
bool holds_arabic(std::string_view words) {
    return std::ranges::any_of(words, [](char byte) { return (static_cast<unsigned char>(byte) & 0xFCU) == 0xD8U; });
}

/// No line ends in "08.00–" or "24–": a word joiner after the dash between digits.
std::string with_times_whole(std::string words) {
    constexpr std::string_view dash = "–", joiner = "\u2060";
    const auto is_digit = [&](std::size_t at) { return at < words.size() && words[at] >= '0' && words[at] <= '9'; };
    for (auto at = words.find(dash); at != std::string::npos; at = words.find(dash, at + dash.size()))
        if (at > 0 && is_digit(at - 1) && is_digit(at + dash.size())) words.insert(at + dash.size(), joiner);
    return words;
}

/// "e-tjänster" is not parted behind its first letter.
void keep_letters_whole(const std::string& words, PangoAttrList* attributes) {
    const auto is_letter = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x80 || std::isalpha(byte);
    };
    for (std::size_t at = 1; at + 1 < words.size(); ++at) {
        const bool is_first = at == 1 || words[at - 2] == ' ' || words[at - 2] == '\n' || words[at - 2] == '(';
        if (words[at] != '-' || !is_first || !is_letter(words[at - 1]) || !is_letter(words[at + 1])) continue;
        PangoAttribute* whole = pango_attr_allow_breaks_new(false);
        whole->start_index = static_cast<guint>(at - 1);
        whole->end_index = static_cast<guint>(at + 2);
        pango_attr_list_insert(attributes, whole);
    }
}

}  // namespace

void FreeLayout::operator()(_PangoLayout* layout) const {
    g_object_unref(layout);
}

Fonts::Fonts() : map_(idle_font_maps().take()) {
    if (map_ == nullptr) {
        map_ = pango_cairo_font_map_new();
        pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map_), 72);
    }
    context_ = pango_font_map_create_context(map_);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context_, options);
    pango_context_set_round_glyph_positions(context_, FALSE);
    cairo_font_options_destroy(options);
}

Fonts::~Fonts() {
    g_object_unref(context_);
    if (!idle_font_maps().put(map_)) g_object_unref(map_);
}

Layout Fonts::layout(std::string_view text, const Type& type, std::string_view language) {
    Layout layout(pango_layout_new(context_));
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family(font, "Noto Sans, Noto Sans Arabic, DejaVu Sans, sans-serif");
    pango_font_description_set_weight(font, type.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(font, type.size * PANGO_SCALE);
    pango_layout_set_font_description(layout.get(), font);
    pango_font_description_free(font);
    PangoAttrList* attributes = pango_attr_list_new();
    // A reader that takes text out of the file finds letters, not pairs of them.
    pango_attr_list_insert(attributes, pango_attr_font_features_new("liga=0, clig=0"));
    PangoLanguage* const known = language.empty() ? nullptr : pango_language_from_string(std::string(language).c_str());
    if (known) pango_attr_list_insert(attributes, pango_attr_language_new(known));
    // The font's own lines of Arabic are nearly twice as high as its letters: a leaflet of four pages instead of three.
    if (known && pango_language_includes_script(known, PANGO_SCRIPT_ARABIC))
        pango_attr_list_insert(attributes, pango_attr_line_height_new_absolute(static_cast<int>(1.5 * type.size * PANGO_SCALE)));
    std::string words = with_times_whole(readable(text));
    // A sentence that begins with a Swedish name is still one from the right. A name or a number alone is not.
    constexpr std::string_view from_the_right = "\u200F";
    const bool is_arabic = known && pango_language_includes_script(known, PANGO_SCRIPT_ARABIC);
    if (is_arabic && holds_arabic(words)) words.insert(0, from_the_right);
    keep_letters_whole(words, attributes);
    pango_layout_set_attributes(layout.get(), attributes);
    pango_attr_list_unref(attributes);
    pango_layout_set_text(layout.get(), words.data(), static_cast<int>(words.size()));
    if (pango_layout_get_unknown_glyphs_count(layout.get()) > 0) {
        words = replaced(words, without_picture(layout.get(), words.size()));
        pango_layout_set_text(layout.get(), words.data(), static_cast<int>(words.size()));
    }
    return layout;
}

}  // namespace digilots::print
