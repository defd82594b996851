// A review meeting on paper, with what is improved because of it.
#include "platform/base/text.h"
#include "platform/html/error_page.h"
#include "platform/i18n/isolate.h"
#include "platform/print/format.h"
#include "platform/register/pages.h"
#include "reviews/implementation.h"

namespace digilots::reviews {

namespace {

using print::Heading, print::Paragraph;

void add_text(print::Document& document, const std::string& heading, const std::string& text) {
    if (text.empty()) return;
    document.blocks.push_back({Heading{2, {heading}}});
    document.blocks.push_back({Paragraph{{text}}});
}

}  // namespace

http::Response review_file(const Pages& pages, const http::Request& request) {
    const auto& self = Inside::of(pages.reviews);
    const html::Page page(request);
    const auto review = self.reviews.find(request.tenant->id, request.parameter("id"));
    if (!review) return html::error_page(request, 404);
    auto around = self.around(request.tenant->id);
    around.words = &page.translator();
    const auto& language = page.translator().language();
    print::Document document;
    document.title = review->text("title");
    document.language = language.code == "sv-easy" ? "sv" : language.code;
    document.right_to_left = language.right_to_left;
    const auto& tenant = *request.tenant;
    document.footer =
        i18n::isolated(tenant.name + (tenant.is_made_up ? " (" + page.t("made up") + ")" : ""), language);
    document.blocks.push_back({Heading{1, {document.title}}});
    std::string facts;
    for (const char* name : {"held_on", "unit"}) {
        const auto& field = *self.reviews.declaration().find(name);
        for (const auto& line : field.type->show(field, *review, around).lines)
            facts += (facts.empty() ? "" : " · ") + line;
    }
    if (!facts.empty()) document.blocks.push_back({Paragraph{{facts}, print::Emphasis::lead}});
    add_text(document, page.t("What the log showed"), review->text("findings"));
    add_text(document, page.t("What was said and decided"), review->text("decided"));
    print::List list;
    for (const auto& one : self.improvements_of(tenant.id, review->id))
        list.items.push_back({{improvement_in_words(one, self.improvements, around)}});
    if (!list.items.empty()) {
        document.blocks.push_back({Heading{2, {page.t("Improvements")}}});
        document.blocks.push_back({std::move(list)});
    }
    return print::pdf_answer(document, base::slug(document.title) + ".pdf");
}

}  // namespace digilots::reviews
