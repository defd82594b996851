// Pictures and documents of records, as people add, show, change, remove and open them.
#include <gtest/gtest.h>

#include "platform/audit/audit.h"
#include "platform/files/files_for_tests.h"
#include "platform/files/sweep.h"
#include "platform/kept/versions.h"
#include "platform/register/register_for_tests.h"
#include "platform/testing/upload.h"

namespace digilots::register_ {
namespace {

Register partners_with_files() {
    auto declaration = partner_register();
    declaration.attachments =
        Attachments{.is_shown = [](const Record& record) { return record.flag("consent"); }};
    return declaration;
}

class RecordFiles : public ::testing::Test, protected RegisterWorld {
protected:
    RecordFiles() {
        auto routes = register_routes(records);
        for (auto& route : shown_file_routes({&rings, &records})) routes.push_back(std::move(route));
        pages = std::make_unique<testing::PageServer>(std::move(routes), clock, &versions);
        record = records.add(around(), full_partner(), "anna").value();
        page = std::string(partner_list) + "/" + record.id;
    }
    testing::PageClient as(http::Role role) {
        pages->person = testing::person_with(role);
        return pages->client();
    }
    testing::PageClient resident() {
        auto client = as(http::Role::guide);
        client.cookies().clear();
        return client;
    }
    testing::Page add(testing::PageClient& by, const testing::FormFields& fields,
                      const testing::SentFile& file) {
        return testing::upload(by, by.get(page + "/files/new"), fields, file);
    }
    testing::Page add_picture(bool is_shown = true) {
        auto coordinator = as(http::Role::coordinator);
        testing::FormFields fields{{"name", "Entrén"}, {"alternative_text", "En röd dörr med ramp"}};
        if (is_shown) fields.emplace_back("is_shown", "1");
        return add(coordinator, fields, {"file", "IMG_1.jpg", files::jpeg(640, 480, 6)});
    }
    files::File only_file() { return records.files_of(sundsvall, record.id).at(0); }
    std::string public_address() {
        return "/sundsvall/files/" + only_file().id + "/" + only_file().file_name();
    }

    Records records{partners_with_files(), *database, clock, contacts()};
    kept::Versions versions{*database};
    std::unique_ptr<testing::PageServer> pages;
    Record record;
    std::string page;
};

TEST_F(RecordFiles, APictureIsAddedShownAndOpenedByResidents) {
    const auto after = add_picture();
    EXPECT_EQ(after.status, 200) << after.html;
    EXPECT_TRUE(after.says("The file is added."));
    EXPECT_TRUE(after.says("Shown to residents"));
    const auto images = after.all("img");
    ASSERT_FALSE(images.empty());
    EXPECT_EQ(images.back().attribute("alt"), "En röd dörr med ramp");
    EXPECT_EQ(images.back().attribute("width"), "480") << "as it is shown: turned";
    auto anybody = resident();
    const auto picture = anybody.get(public_address());
    EXPECT_EQ(picture.status, 200);
    EXPECT_EQ(picture.header("Content-Type"), "image/jpeg");
    EXPECT_EQ(picture.header("X-Content-Type-Options"), "nosniff");
    EXPECT_NE(picture.header("Content-Security-Policy").find("sandbox"), std::string_view::npos);
    EXPECT_NE(picture.header("Cache-Control").find("immutable"), std::string_view::npos);
    EXPECT_EQ(picture.header("Content-Disposition").find("inline; filename=\"entren.jpg\""), 0u);
    EXPECT_FALSE(picture.header("ETag").empty());
    EXPECT_FALSE(picture.says("GPS")) << "where it was taken is nobody's business";
    EXPECT_EQ(picture.html, anybody.get(public_address()).html) << "also where it is kept";
}

TEST_F(RecordFiles, WhatIsOnlyForStaffOrOfAHiddenRecordIsNotForResidents) {
    add_picture(false);
    auto anybody = resident();
    EXPECT_EQ(anybody.get(public_address()).status, 404);
    const auto own_address = page + "/files/" + only_file().id + "/" + only_file().file_name();
    EXPECT_NE(anybody.get_once(own_address).status, 200);
    auto guide = as(http::Role::guide);
    EXPECT_EQ(guide.get(own_address).status, 200);
    EXPECT_EQ(guide.get(own_address).header("Cache-Control"), "no-store");
    EXPECT_EQ(guide.get(page + "/files/new").status, 404) << "who may not change the record adds nothing";
    EXPECT_TRUE(guide.get(page).says("Only for staff"));
    EXPECT_FALSE(guide.get(page).says("Add a file"));

    auto coordinator = as(http::Role::coordinator);
    const auto file_page = coordinator.get(coordinator.get(page).link("Change or remove Entrén"));
    EXPECT_TRUE(coordinator.submit(file_page, {{"is_shown", "1"}}).says("The change is saved."));
    EXPECT_EQ(anybody.get(public_address()).status, 200);
    auto hidden = records.draft_of(record, around());
    hidden["consent"] = {};
    ASSERT_TRUE(records.change(around(), record.id, hidden, "anna", base::Seen::anything()));
    EXPECT_EQ(anybody.get(public_address()).status, 404) << "at once, although it was kept";
    EXPECT_TRUE(coordinator.get(page).says("who do not see this now"));
}

TEST_F(RecordFiles, WhatIsRefusedSaysWhyAndKeepsWhatWasTyped) {
    auto coordinator = as(http::Role::coordinator);
    const auto refused =
        add(coordinator, {{"name", "Semesterbild"}, {"alternative_text", "En strand"}},
            {"file", "semester.jpg",
             std::string("\x7f"
                         "ELF\2\1\1\0",
                         8) +
                 std::string(8, '\0') + std::string("\2\0\x3e\0", 4) + std::string(200, '\0')});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("This is a program, and is not taken."));
    EXPECT_TRUE(refused.says("Semesterbild"));
    EXPECT_TRUE(refused.says("En strand"));
    EXPECT_EQ(add(coordinator, {}, {"file", "bild.png", files::png(10, 10)}).status, 422)
        << "a picture needs its text";
    EXPECT_TRUE(
        add(coordinator, {}, {"file", "bild.png", files::png(10, 10)}).says("Write what the picture shows"));
    const auto nothing = coordinator.submit(coordinator.get(page + "/files/new"), {{"name", "Ingenting"}});
    EXPECT_EQ(nothing.status, 422);
    EXPECT_TRUE(nothing.says("Choose a file."));
    EXPECT_TRUE(records.files_of(sundsvall, record.id).empty());
    EXPECT_EQ(add(coordinator, {{"name", std::string(200, 'x')}}, {"file", "a.pdf", files::pdf()}).status,
              422);
}

TEST_F(RecordFiles, ADocumentIsNamedAfterItsFileAndSaved) {
    auto coordinator = as(http::Role::coordinator);
    const auto after = add(coordinator, {{"is_shown", "1"}}, {"file", "Ansökan_om_kort.docx", files::docx()});
    EXPECT_TRUE(after.says("Ansökan om kort")) << after.html;
    EXPECT_TRUE(after.says("DOCX, 1 kB"));
    auto anybody = resident();
    const auto document = anybody.get(public_address());
    EXPECT_EQ(document.header("Content-Disposition").find("attachment; filename=\"ansokan-om-kort.docx\""),
              0u);
    const auto moved = anybody.get_once("/sundsvall/files/" + only_file().id + "/annat.docx");
    EXPECT_EQ(moved.status, 308);
    EXPECT_EQ(moved.header("Location"), public_address());
    EXPECT_EQ(anybody.get("/sundsvall/files/0192f0c1-0000-7000-8000-0000000000ff/x.docx").status, 404);
}

TEST_F(RecordFiles, RemovingAsksFirstAndIsTold) {
    add_picture();
    const auto address = public_address();
    auto anybody = resident();
    EXPECT_EQ(anybody.get(address).status, 200);
    auto coordinator = as(http::Role::coordinator);
    const auto file_page = coordinator.get(coordinator.get(page).link("Change or remove Entrén"));
    const auto asked = coordinator.submit(file_page, {}, "", "/remove");
    EXPECT_TRUE(asked.says("Remove “Entrén”?"));
    EXPECT_EQ(records.files_of(sundsvall, record.id).size(), 1u);
    const auto after = coordinator.submit(asked, {{"sure", "yes"}});
    EXPECT_TRUE(after.says("The file is removed."));
    EXPECT_TRUE(after.says("A file was removed") && after.says("A file was added")) << "its history";
    EXPECT_EQ(anybody.get(address).status, 404);
    EXPECT_EQ(files::sweep(*database), 1);
}

TEST_F(RecordFiles, TheSameFormAddsOneAndASecondWhoChangesIsTold) {
    auto coordinator = as(http::Role::coordinator);
    const auto form = coordinator.get(page + "/files/new");
    for (int i = 0; i < 3; ++i)
        testing::upload(coordinator, form, {{"name", "En"}}, {"file", "a.pdf", files::pdf()});
    EXPECT_EQ(records.files_of(sundsvall, record.id).size(), 1u);
    const auto trail = database->read(
        [&](db::Connection& c) { return audit::entries_of(c, sundsvall, "partner:" + record.id, 10); });
    EXPECT_EQ(trail.size(), 2u) << "the record, and one file";
    const auto file_page = coordinator.get(page + "/files/" + only_file().id);
    EXPECT_TRUE(coordinator.submit(file_page, {{"name", "Två"}}).says("The change is saved."));
    const auto late = coordinator.submit(file_page, {{"name", "Tre"}});
    EXPECT_EQ(late.status, 409);
    EXPECT_EQ(only_file().name, "Två");
}

TEST_F(RecordFiles, GoWithTheirRecordAndBelongToItAlone) {
    add_picture();
    const auto id = only_file().id;
    const auto other = records.add(around(), {{"name", {"Annan"}}, {"kind", {"school"}}}, "anna").value();
    auto administrator = as(http::Role::administrator);
    const auto other_page = std::string(partner_list) + "/" + other.id;
    EXPECT_EQ(administrator.get(other_page + "/files/" + id).status, 404);
    EXPECT_EQ(administrator.get(other_page + "/files/" + id + "/" + only_file().file_name()).status, 404);
    EXPECT_FALSE(records.remove_file(around(), other.id, id, "anna", base::Seen::anything()));
    EXPECT_TRUE(records.remove(around(), record.id, "anna", base::Seen::anything()));
    EXPECT_TRUE(records.files_of(sundsvall, record.id).empty());
    EXPECT_FALSE(
        records.add_file(around(), record.id, {"Sen"}, {files::media_type("text/plain"), "sen"}, "anna"));
    EXPECT_EQ(files::sweep(*database), 1);
}

}  // namespace
}  // namespace digilots::register_
