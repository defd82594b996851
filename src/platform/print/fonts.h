#pragma once
// Letters for paper. What one drawing has loaded serves the next: one set of fonts for each that draws at the
// same time, whichever thread that is.
#include <cstddef>
#include <memory>
#include <string_view>

#include "platform/print/pencil.h"

struct _PangoContext;
struct _PangoFontMap;
struct _PangoLayout;

namespace digilots::print {

struct FreeLayout {
    void operator()(_PangoLayout* layout) const;
};
using Layout = std::unique_ptr<_PangoLayout, FreeLayout>;

class Fonts {
public:
    Fonts();
    ~Fonts();
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;

    /// One paragraph, as wide as it likes. A sign for which no font has a picture is left out where it is a
    /// symbol, and is
    /// "?" else: never an empty box. `language`: "sv", decides where a word may break; "" for none.
    Layout layout(std::string_view text, const Type& type, std::string_view language = "");

private:
    _PangoFontMap* map_;
    _PangoContext* context_;
};

}  // namespace digilots::print
