// What whoever answers for an e-service has answered: at the desk, where it is chosen, on its page for staff.
#include <gtest/gtest.h>
#include "inquiries/desk_for_tests.h"
#include "inquiries/hand_overs.h"
#include "platform/register/records.h"
#include "platform/testing/html_form.h"

namespace digilots::inquiries {
namespace {

TEST(EServiceQuestions, SayWhatItsOwnerAnsweredHereAtTheDeskAndWhereItIsChosen) {
    DeskWorld world;
    auto& e_services = world.log.directory.records(directory::RecordKind::e_service);
    const register_::Draft school{{"name", {"Skolval"}}, {"url", {"https://example.org/"}}, {"status", {"open"}}};
    const auto e_service = e_services.add(e_services.around("2281"), school, "anna").value();
    world.log.inquiries.know(OwnersSay{.of = [&](std::string_view id, const html::Page&) {
        std::vector<OwnersSay::Said> said;
        if (id == e_service.id) said.push_back({"Mended on 3 October. Log in anew.", "mended on 3 October", std::nullopt});
        return said;
    }});
    const auto page = world.client.get("/sundsvall/staff/e-service-questions?e_service=" + e_service.id);
    EXPECT_TRUE(page.says("Mended on 3 October. Log in anew.")) << page.html;
    const auto desk = world.client.get("/sundsvall/staff/?q=Skolval");
    EXPECT_TRUE(desk.says("Mended on 3 October. Log in anew.")) << desk.html;
    EXPECT_TRUE(desk.says("Skolval (mended on 3 October)")) << "where it is chosen";
}

}  // namespace
}  // namespace digilots::inquiries
