#pragma once
// Shapes and letters of a drawing, on paper and in a picture file. Degrees run clockwise from the top, y
// downwards, (0, 0) is the drawing's middle. Colours are "#rrggbb".
#include <string_view>
#include <vector>

struct _cairo;

namespace digilots::print {

class Fonts;

struct Type {
    double size = 0;
    bool bold = false;
};

/// A look of lines and areas; a width or an opacity of 0 draws none.
struct Stroke {
    std::string_view colour = "#000000";
    double width = 0;
    std::vector<double> dashes = {};
};

class Pencil {
public:
    Pencil(_cairo* paper, Fonts& fonts) : paper_(paper), fonts_(fonts) {}

    /// The part of a ring between two angles and two radii.
    void sector(double from, double to, double inner, double outer, std::string_view fill, double opacity,
                const Stroke& edge);
    void disc(double x, double y, double radius, std::string_view fill, const Stroke& edge);
    void rectangle(double x, double y, double width, double height, std::string_view fill);
    void line(double from_x, double from_y, double to_x, double to_y, const Stroke& stroke);

    /// Path data as SVG writes it: M, L, H, V, Q, Z and circular A, absolute. Around (x, y), `scale` times as
    /// large.
    struct Place {
        double x = 0, y = 0, scale = 1;
    };
    void fill_path(const char* data, Place place, std::string_view fill);
    void stroke_path(const char* data, Place place, const Stroke& stroke);

    /// The letters' middle at (x, y), turned by `degrees`.
    void letters(std::string_view text, double x, double y, double degrees, const Type& type,
                 std::string_view ink);
    enum class Feet { inwards, outwards };
    /// On a circle, their middle at `angle`.
    void letters_along(std::string_view text, double angle, double radius, Feet feet, const Type& type,
                       std::string_view ink);

private:
    void colour(std::string_view text, double opacity = 1);
    void fill_and_stroke(std::string_view fill, double opacity, const Stroke& edge);
    void set(const Stroke& stroke);

    _cairo* paper_;
    Fonts& fonts_;
};

}  // namespace digilots::print
