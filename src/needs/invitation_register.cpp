// Who answers a mapping without an account: a link for one unit, that ends.
#include "needs/pages.h"
#include "needs/sql.h"
#include "needs/terms.h"
#include "platform/base/uuid.h"
#include "platform/http/site_address.h"
#include "platform/register/types.h"

namespace digilots::needs {

namespace {

using namespace register_;

constexpr auto longest_open = std::chrono::years(1);

void check_invitation(const Checked& checked, Problems& problems) {
    refuse_people(checked, problems, {"title"});
    const auto last = checked.record.date("open_until");
    if (last && !checked.record.has_ended() && (*last < checked.around.today || *last > checked.around.today + longest_open))
        problems.push_back({"open_until", TEXT("Choose a day from today on, at most a year ahead.")});
}

/// What is done takes no answers in any more.
void check_round_is_open(const Writing& writing, const Record& invitation, Problems& problems) {
    if (writing.before) return;
    const auto rows =
        writing.connection.query(sql::state_of_round, writing.around.municipality_id, invitation.text("round"));
    const auto row = rows.only();
    if (row && row->text("state") == "done")
        problems.push_back({"round", TEXT("This round is done. Say that it is being answered before you invite anybody.")});
}

void give_secret(const Writing&, Record& invitation) {
    if (invitation.text("secret").empty()) invitation.columns["secret"] = base::random_token();
}

}  // namespace

Register invitation_register() {
    return {.key = "mapping_invitation",
            .table = "needs_invitation",
            .names = {TEXT("Invitations to answer"), TEXT("Invitation to answer")},
            .see = http::Role::coordinator,
            .change = http::Role::coordinator,
            .path = "/staff/needs/invitations",
            .above = {to_needs},
            .fields = {name_field(TEXT("Who is to answer"), 100)
                           .hint(TEXT("A unit or a group, such as: Home care north. Never a name.")),
                       link("round", TEXT("Round"), "needs.round")
                           .required()
                           .listed()
                           .filter()
                           .from_address("round"),
                       term("area", TEXT("Area"), areas()).required().listed(),
                       date("open_until", TEXT("Open until"))
                           .required()
                           .listed()
                           .hint(TEXT("The last day. To close a link before, end its use.")),
                       stored("secret", {}), unit_field()},
            .rules = check_invitation,
            .together = check_round_is_open,
            .complete = give_secret,
            .words = {.about = TEXT("A unit without accounts answers on its own phone: whoever has the address "
                                    "answers the questions of one area until the last day. Its answers come in "
                                    "as drafts."),
                      .caption = TEXT("Invitations"),
                      .empty = TEXT("Nobody is invited yet."),
                      .add = TEXT("Invite a unit")}};
}

register_::More address_of_invitation(const Record& invitation, const html::Page& page) {
    More more;
    const auto url = page.tenant_url("/needs/" + invitation.text("secret"));
    if (!invitation.has_ended()) more.links.push_back({page.t("Open the link"), url});
    more.above.push_back({page.t("The address to give"), {http::site_address(page.request()) + url}});
    return more;
}

}  // namespace digilots::needs
