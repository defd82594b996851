#include "matters/pages.h"
#include "platform/slice/own_page.h"

namespace digilots::matters {

namespace {

using http::Access, http::Method, http::MenuPlace;

http::Routes routes(const Pages& pages) {
    const auto page = http::handlers_with(pages);
    return {{Method::get, "/{municipality}/staff/ongoing", Access::guide, page(ongoing_page), {"kind", "unit", "page"}},
            {Method::get, "/{municipality}/staff/letters", Access::guide, page(letters_page)},
            {Method::post, "/{municipality}/staff/letters/{id}/again", Access::guide, page(send_letter_again)},
            {Method::post, "/{municipality}/staff/letters/{id}/told", Access::guide, page(tell_in_another_way)},
            {Method::post, "/{municipality}/staff/letters/{id}/done", Access::guide, page(note_told_in_another_way)},
            {Method::post, "/{municipality}/staff/letters/{id}/undo", Access::guide, page(undo_telling)},
            {Method::get, "/{municipality}/my-matters", Access::anyone, page(matters_page)},
            {Method::post, "/{municipality}/my-matters", Access::anyone, page(find_matters)}};
}

const http::Menu menu{{MenuPlace::staff, 205, TEXT("Under way"), "/staff/ongoing", http::Role::guide},
                      {MenuPlace::staff, 217, TEXT("Letters to see to"), "/staff/letters", http::Role::guide},
                      {MenuPlace::help, 120, TEXT("My matters"), "/my-matters"}};

const std::vector<PrivacyNotice> privacy{
    {PrivacyNotice::Of::those_who_ask,
     TEXT("How often you want to be told of a booked time or a session is kept with your number or address, and deleted with "
          "it.")},
    {PrivacyNotice::Of::those_who_ask,
     TEXT("Codes that you write on “My matters” find what is yours. They stand in no address and are not kept.")}};

}  // namespace

namespace {

/// The page where residents find what is theirs.
FindableKind own_matters() {
    return {.as = FindableKind::As::activity,
            .all =
                [](std::string_view) {
                    return std::vector{own_page(
                        TEXT("My matters"), "/my-matters",
                        "mina ärenden|mitt ärende|följa mitt ärende|min bokning|mina bokningar|avboka|avboka tid|avboka min tid|"
                        "min anmälan|ändra min bokning|mine saker|min sak|følge saken min|min bestilling|avbestille|"
                        "avbestille time|my matters|my booking|my bookings|cancel my booking|my case|"
                        "طلباتي|حجزي|إلغاء حجزي|معاملاتي")};
                },
            .from = {}};
}

}  // namespace

Slice slice(db::Database& database, const organisation::Organisation& organisation, const base::Clock& clock,
            register_::NameOfAccount name_of) {
    return {
        .name = "matters",
        .routes =
            [&, name_of](const Slices& all) {
                return routes(
                    {all_of(all, &Slice::ongoing), all_of(all, &Slice::followed), organisation, clock, database, name_of});
            },
        .menu = menu,
        .trail = {.actions = {{"letters read", TEXT("looked at which letters did not go out")},
                              {"letter sent again", TEXT("letter that did not go out sent again")},
                              {"letter taken on", TEXT("tells in another way what a letter did not tell")},
                              {"letter given back", TEXT("does not tell in another way what a letter did not tell")},
                              {"told in another way", TEXT("told in another way what a letter did not tell")}}},
        .privacy = privacy,
        .ongoing = {letters_that_failed(database, clock, name_of)},
        .findable = {own_matters()},
    };
}

}  // namespace digilots::matters
