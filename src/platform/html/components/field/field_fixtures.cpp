#include "platform/html/gallery.h"
#include "platform/html/templates.h"

namespace digilots::html::components {

std::vector<Fixture> field_fixtures(const Page& page) {
    const std::vector<Option> channels{
        {"visit", "Visit"}, {"phone", "Phone", true}, {"email", "E-mail", false, "Also web forms"}};
    return {
        {"text with hint and error", text_field({.name = "field-email",
                                                 .label = "E-mail",
                                                 .value = "anna@",
                                                 .error = "Write the whole address",
                                                 .hint = "The one you sign in with",
                                                 .type = "email",
                                                 .autocomplete = "username"},
                                                page)},
        {"number with unit", text_field({.name = "field-minutes",
                                         .label = "Help time",
                                         .value = "15",
                                         .input_mode = "numeric",
                                         .suffix = "min"},
                                        page)},
        {"optional text area", text_area({.name = "field-note",
                                          .label = "Note",
                                          .value = "<b>\nline",
                                          .hint = "No names, no numbers",
                                          .optional = true},
                                         page)},
        {"select", select_field({.name = "field-place", .label = "Place", .options = channels}, page)},
        {"radio group with error",
         radio_group(
             {.name = "field-channel", .label = "Channel", .error = "Choose one", .options = channels},
             page)},
        {"checkbox group",
         checkbox_group(
             {.name = "field-topics", .label = "Topics", .hint = "One or more", .options = channels}, page)},
        {"checkbox",
         checkbox({.name = "field-returning", .label = "Has been here before", .checked = true}, page)},
        {"select with groups", select_field({.name = "field-topic",
                                             .label = "Topic",
                                             .options = {{"", "None", true},
                                                         {"mobile", "Mobile phone", false, "", "Devices"},
                                                         {"tablet", "Tablet", false, "", "Devices"},
                                                         {"cv", "Write a CV", false, "", "Work"},
                                                         {"other", "Something else"}}},
                                            page)},
        {"checkbox group with groups", checkbox_group({.name = "field-aids",
                                                       .label = "Aids",
                                                       .options = {{"printer", "Printer", true, "", "Paper"},
                                                                   {"scanner", "Scanner", false, "", "Paper"},
                                                                   {"tablet", "Tablet", false, "", "Screens"}}},
                                                      page)}};
}

}  // namespace digilots::html::components
