#pragma once
// A picture's file on paper. Inside of platform/print.
#include "platform/print/document.h"

struct _cairo;

namespace digilots::print {

struct Room {
    double x = 0, y = 0, width = 0, height = 0;
};

/// What can be printed (picture_file.h), all of it in that room. A photograph is put into the file as it is; of anything else
/// no more is kept than an eye sees on paper. Nothing is drawn of what turns out to be no picture.
void draw_file(_cairo* paper, const PictureFile& file, const Room& room);

}  // namespace digilots::print
