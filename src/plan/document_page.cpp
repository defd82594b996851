// A document of the plan with its numbered headings: to be read, printed, or changed in a word processor.
#include "plan/pages.h"
#include "plan/phases.h"
#include "plan/templates.h"
#include "platform/base/lists.h"
#include "platform/html/error_page.h"
#include "platform/http/may.h"
#include "platform/i18n/isolate.h"
#include "platform/print/format.h"

namespace digilots::plan {

namespace {

struct AskedDocument {
    std::shared_ptr<const Plan> plan;
    const Document* document = nullptr;
};

AskedDocument asked_document(const Pages& pages, const http::Request& request) {
    AskedDocument asked{.plan = pages.kinds->kept.of(request.tenant->id)};
    asked.document = base::find_in(asked.plan->documents(), request.parameter("id"), &Document::id);
    return asked;
}

/// Each section is one step away; those in which nothing stands yet say so.
void add_sections(DocumentView& view, const Document& document, const html::Page& page) {
    const auto* kind = find_document_kind(document.kind);
    for (std::size_t at = 0; kind && at < kind->headings.size(); ++at) {
        const auto number = std::to_string(at + 1);
        const auto heading = number + ". " + page.t(kind->headings[at]);
        view.sections.push_back({document.sections[at].empty() ? page.t("{section} (empty)", {{"section", heading}}) : heading,
                                 view.change_url + "#section_" + number});
    }
}

}  // namespace

print::Document paper_of_document(const Plan& plan, const Document& of, const html::Page& page) {
    const auto& language = page.translator().language();
    const auto& tenant = *page.request().tenant;
    print::Document document{.title = of.title, .language = language.code == "sv-easy" ? "sv" : language.code};
    document.right_to_left = language.right_to_left;
    document.footer = i18n::isolated(tenant.name + (tenant.is_made_up ? " (" + page.t("made up") + ")" : ""), language);
    document.blocks.push_back({print::Heading{1, {of.title}}});
    const auto* kind = find_document_kind(of.kind);
    const auto* node = plan.find(of.node);
    std::string lead = kind ? page.t(kind->title) : "";
    if (node) lead += (lead.empty() ? "" : ": ") + plan.name_of(*node);
    if (of.is_short) lead += " (" + page.t("short form") + ")";
    document.blocks.push_back({print::Paragraph{{lead}, print::Emphasis::lead}});
    document.blocks.push_back({print::Paragraph{
        {of.finished ? page.t("Finished on {date}.", {{"date", page.translator().date(*of.finished)}})
                     : page.t("It is being written.")}}});
    for (std::size_t at = 0; kind && at < kind->headings.size(); ++at) {
        document.blocks.push_back({print::Heading{2, {std::to_string(at + 1) + ". " + page.t(kind->headings[at])}}});
        const auto& text = of.sections[at];
        document.blocks.push_back({print::Paragraph{{text.empty() ? page.t("Nothing is written here yet.") : text}}});
    }
    return document;
}

http::Response document_page(const Pages& pages, const http::Request& request) {
    const auto asked = asked_document(pages, request);
    if (!asked.document) return html::error_page(request, 404);
    auto page = plan_page_of(request, asked.document->title);
    if (const auto* node = asked.plan->find(asked.document->node))
        page.breadcrumbs.push_back({asked.plan->name_of(*node), page.tenant_url("/staff/plan/" + node->id)});
    const auto path = page.tenant_url("/staff/plan/documents/" + asked.document->id);
    DocumentView view{.document = paper_of_document(*asked.plan, *asked.document, page)};
    view.formats = {{page.t("A4, as PDF"), path + "/document.pdf"}, print::odt_link(path + "/document.odt", page)};
    view.comments = table_of_comments(*pages.kinds, *asked.plan, {asked.document->node, asked.document->id}, page);
    view.comment_url =
        page.tenant_url("/staff/plan/comments/new?part=" + asked.document->node + "&document=" + asked.document->id);
    if (http::may(request, http::Role::coordinator)) {
        view.change_url = path + "/change";
        add_sections(view, *asked.document, page);
    }
    return html::render_page(page, templates::document_page(view, page));
}

http::Response document_pdf(const Pages& pages, const http::Request& request) {
    const auto asked = asked_document(pages, request);
    if (!asked.document) return html::error_page(request, 404);
    return print::pdf_answer(paper_of_document(*asked.plan, *asked.document, html::Page(request)), "plan-document.pdf");
}

http::Response document_odt(const Pages& pages, const http::Request& request) {
    const auto asked = asked_document(pages, request);
    if (!asked.document) return html::error_page(request, 404);
    return print::odt_answer(paper_of_document(*asked.plan, *asked.document, html::Page(request)), "plan-document.odt");
}

}  // namespace digilots::plan
