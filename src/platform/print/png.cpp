#include "platform/print/png.h"

#include <cairo.h>

#include <memory>

#include "platform/base/ensure.h"
#include "platform/print/fonts.h"
#include "platform/print/pencil.h"

namespace digilots::print {

namespace {

cairo_status_t append_to(void* out, const unsigned char* bytes, unsigned int size) {
    static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), size);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

std::string png(const Drawing& drawing, int pixels) {
    Fonts fonts;
    const std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)> surface(
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels, pixels), cairo_surface_destroy);
    {
        const std::unique_ptr<cairo_t, void (*)(cairo_t*)> paper(cairo_create(surface.get()), cairo_destroy);
        cairo_set_source_rgb(paper.get(), 1, 1, 1);
        cairo_paint(paper.get());
        cairo_translate(paper.get(), pixels / 2.0, pixels / 2.0);
        cairo_scale(paper.get(), pixels / (2 * drawing.extent), pixels / (2 * drawing.extent));
        Pencil pencil(paper.get(), fonts);
        drawing.draw(pencil);
    }
    std::string png;
    ENSURE(cairo_surface_write_to_png_stream(surface.get(), append_to, &png) == CAIRO_STATUS_SUCCESS);
    return png;
}

}  // namespace digilots::print
