#pragma once
// One who is told by hand of a session, for the one list of calls and letters (Bookings::AlsoToTell).
#include <string>

namespace digilots::activities {

struct ToRing {
    std::string place = {}, about = {}, url = {}, reach = {}, text = {};
    std::string told_url = {}, letter_url = {};  // where a form says that they are told; "" there is no letter to print
    bool is_cancelled = false;
};

}  // namespace digilots::activities
