// What the form of a record offers can be chosen, and nothing else: what has ended meanwhile, belongs to others or was made
// up is said beside the field, and all that was typed stays.
#include <gtest/gtest.h>

#include <algorithm>

#include "directory/editor_for_tests.h"
#include "platform/testing/html_form.h"
#include "platform/testing/page_client.h"

namespace digilots::directory {
namespace {

class OfferedChoices : public EditorTest {
protected:
    OfferedChoices() : EditorTest("2132") {}

    using Values = std::vector<std::pair<std::string, std::string>>;

    /// What a browser would send, and `values` in place of what stands there, also where the form does not offer it.
    digilots::testing::Page send(const std::string& url, Values values) {
        auto form = client.get(url);
        const auto forms = digilots::testing::all_forms(form.html);
        const auto found = std::ranges::find(forms, url, &digilots::testing::Form::action);
        EXPECT_NE(found, forms.end()) << url;
        return client.post_once(url, found->filled(values));
    }

    const EService& e_service() { return *(snapshot = directory.snapshot("2132"))->e_service("nordanstig-kostintyg"); }

    void end(const std::string& contact) {
        const std::string url = "/nordanstig/staff/directory/contacts/" + contact;
        client.submit(client.get(url), {}, "", "/end");
    }

    const std::string form = "/nordanstig/staff/directory/e-services/nordanstig-kostintyg";
};

TEST_F(OfferedChoices, AContactThatHasEndedMeanwhileIsRefusedAndWhatIsTypedStays) {
    const auto before = e_service().contact;
    const auto snapshot = directory.snapshot("2132");
    const auto& contacts = snapshot->contacts;
    const auto other = std::ranges::find_if(contacts, [&](const Contact& one) { return one.id != before; });
    ASSERT_NE(other, contacts.end());
    const std::string id = other->id, title = other->title;
    end(id);
    const auto refused = send(form, {{"contact_id", id}, {"reapply_rule", "Varje läsår"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says(title + " har upphört. Välj en annan kontakt.")) << refused.html;
    EXPECT_TRUE(refused.says("value=\"Varje läsår\"")) << "nothing typed is lost";
    EXPECT_TRUE(refused.says("href=\"#contact_id\""));
    EXPECT_EQ(e_service().contact, before);
    EXPECT_TRUE(e_service().reapply_rule.empty());
}

TEST_F(OfferedChoices, AContactThatTheRecordHadStaysWhereNobodyChangedIt) {
    const auto before = e_service().contact;
    ASSERT_FALSE(before.empty());
    end(before);
    const auto saved = send(form, {{"contact_id", before}, {"reapply_rule", "Varje läsår"}});
    EXPECT_EQ(saved.status, 303);
    EXPECT_EQ(e_service().contact, before);
    EXPECT_EQ(e_service().reapply_rule, "Varje läsår");
    EXPECT_TRUE(client.get(form).says("(har upphört)"));
}

TEST_F(OfferedChoices, APlaceThatIsClosedForGoodIsRefusedForServicesAndContacts) {
    const auto place = directory.snapshot("2132")->places.front();
    const std::string of_place = "/nordanstig/staff/directory/places/" + place.id;
    ASSERT_EQ(send(of_place, {{"status", "closed"}}).status, 303);
    const auto contact = directory.snapshot("2132")->contacts.front();
    ASSERT_NE(contact.fallback_place, place.id);
    const auto message = place.name + " är stängd för gott. Välj en annan plats.";
    const auto of_contact = send("/nordanstig/staff/directory/contacts/" + contact.id, {{"fallback_place", place.id}});
    EXPECT_EQ(of_contact.status, 422);
    EXPECT_TRUE(of_contact.says(message));
    EXPECT_EQ(directory.snapshot("2132")->contact(contact.id)->fallback_place, contact.fallback_place);
    const std::string fresh = "/nordanstig/staff/directory/services/new";
    const auto of_service = send(fresh, {{"title", "Data för alla"}, {"place_id", place.id}});
    EXPECT_EQ(of_service.status, 422);
    EXPECT_TRUE(of_service.says(message));
    EXPECT_TRUE(of_service.says("value=\"Data för alla\""));
}

TEST_F(OfferedChoices, IdsOfOthersAndMadeUpOnesAreSaidBesideTheirFields) {
    const std::string foreign_contact = directory.snapshot("2281")->contacts.front().id;
    const std::string foreign_place = directory.snapshot("2281")->places.front().id;
    const std::string contact = "/nordanstig/staff/directory/contacts/" + directory.snapshot("2132")->contacts.front().id;
    const std::string place = "/nordanstig/staff/directory/places/" + directory.snapshot("2132")->places.front().id;
    const std::string service = "/nordanstig/staff/directory/services/new";
    struct Wrong {
        std::string url, field, value, at, message;
    };
    const std::string not_there = "Det som valdes finns inte i listan. Välj igen.";
    for (const auto& wrong : std::vector<Wrong>{
             {form, "contact_id", foreign_contact, "contact_id", "Välj en kontakt i listan."},
             {form, "contact_id", "made-up", "contact_id", "Välj en kontakt i listan."},
             {contact, "fallback_place", foreign_place, "fallback_place", "Välj en plats i listan."},
             {service, "place_id", foreign_place, "place_id", "Välj en plats i listan."},
             {service, "activity_kind", "made-up", "activity_kind", not_there},
             {form, "status", "made-up", "status", not_there},
             {form, "paper_form", "made-up", "paper_form", not_there},
             {form, "topics", "made-up", "topics-choices", not_there},
             {form, "languages", "made-up", "languages-choices", not_there},
             {place, "kind", "made-up", "kind", not_there},
             {place, "support", "made-up", "support-choices", not_there},
             {place, "operator_type", "made-up", "operator_type", not_there},
             {place, "aid_0_type", "made-up", "aid_0_type", not_there}}) {
        const auto page = send(wrong.url, {{wrong.field, wrong.value}, {"notes", "Skrivet nyss"}, {"title", "Namn"}});
        EXPECT_EQ(page.status, 422) << wrong.field;
        EXPECT_TRUE(page.says(wrong.message)) << wrong.field << page.html;
        EXPECT_TRUE(page.says("href=\"#" + wrong.at + "\"")) << wrong.field;
        EXPECT_TRUE(page.says("id=\"" + wrong.at + "-error\"")) << wrong.field;
        EXPECT_TRUE(page.says("Skrivet nyss</textarea>")) << wrong.field;
        EXPECT_FALSE(page.says("made-up")) << wrong.field;
    }
}

}  // namespace
}  // namespace digilots::directory
