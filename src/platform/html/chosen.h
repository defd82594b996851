#pragma once
// Pages on which one chooses what a form is for: a place, a week. What chooses stands in the form that saves, with a button
// "Show" (name="show") and hidden beside it what the form was made for, so that never the one is shown and the other saved:
//
//   <form method="post">{{ token }} choices, view.hidden with made_for(choices), <button name="show" value="1"> …
//   if (const auto other = html::chosen_otherwise(request, "/staff/queue"))
//       return html::shown_as_chosen(staff_queue_page(pages, *other), request, *other);
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/html/components.h"
#include "platform/http/request.h"
#include "platform/http/response.h"

namespace digilots::html {

/// Hidden fields that say what the form is made for. They stand behind the choices, whose names come first in the form.
std::vector<std::pair<std::string, std::string>> made_for(const std::vector<components::Field>& choices);

/// The page that is wanted instead of saving: "Show" was pressed, or something else is chosen than the form was made for.
/// `path` is its own below the municipality; `carried` names what stands in its address beside the choices.
std::optional<http::Request> chosen_otherwise(const http::Request& request, std::string_view path,
                                              std::initializer_list<std::string_view> carried = {});

/// That page with all that was typed, saying for what it is now and that nothing is saved; where "Show" was pressed and
/// nothing was typed, the way to it. What was not touched is as it stands for what is chosen.
http::Response shown_as_chosen(http::Response page, const http::Request& request, const http::Request& chosen);

}  // namespace digilots::html
