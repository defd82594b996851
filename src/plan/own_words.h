#pragma once
// What a mapping says in English alone, in words of our own: bokmål, for a Norwegian programme.
#include <string>
#include <string_view>

namespace digilots::plan {

/// The English where there are no words of ours.
std::string in_own_words(std::string_view english);

}  // namespace digilots::plan
