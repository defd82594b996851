#pragma once
// From a wheel's facts to the words and marks of its picture.
#include "progress/progress.h"
#include "progress/subject.h"
#include "progress/wheel_picture.h"

namespace digilots::progress {

/// Where the picture's parts lead: to pages, to pages in a new window's top (embedded), or nowhere (files).
enum class Leads { to_pages, nowhere };

Picture picture_of(const Wheel& wheel, const Subject& subject, const html::Page& page, Leads leads);
/// For stamps: marks alone, without a word.
Picture plain_picture_of(const Wheel& wheel);
Sign sign_of(indicators::Colour colour);

}  // namespace digilots::progress
