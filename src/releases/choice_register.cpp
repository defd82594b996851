#include "platform/register/types.h"
#include "releases/implementation.h"

namespace digilots::releases {

register_::Register choice_register() {
    using namespace register_;
    return {.key = "released_tables",
            .table = "releases_choice",
            .names = {TEXT("Released tables"), TEXT("Released tables")},
            .see = http::Role::coordinator,
            .change = http::Role::coordinator,
            .path = "/staff/settings/released-tables",
            .fields = {whole_number("least_shown", TEXT("The least number that is shown"), lowest_least, highest_least)
                           .hint(TEXT("From 3 to 10; 5 where you write nothing. Smaller numbers are hidden in tables that others "
                                      "than your own staff see, and so are others that would give them away. A change "
                                      "holds from January: all tables of a year are made by the same number."))},
            .size = Size::one,
            .endings = Endings::none,
            .words = {.saved = TEXT("It is saved and holds from January.")}};
}

}  // namespace digilots::releases
