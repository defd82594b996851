#pragma once
class QPDFPageObjectHelper;

namespace digilots::print {

/// What stands on a page outside of the tag tree (page numbers, lines) is marked as that: nobody reads it
/// aloud.
void mark_only_drawn(QPDFPageObjectHelper& page);

}  // namespace digilots::print
