// Which documents each phase asks for in this municipality, where it is not the usual.
#include "plan/kinds.h"
#include "plan/phases.h"
#include "plan/sql.h"
#include "plan/words.h"
#include "platform/register/types.h"

namespace digilots::plan {

namespace {

using namespace register_;

void check_said_once(const Writing& writing, const Record& record, Problems& problems) {
    const auto said = writing.connection.query(sql::said_of_documents, writing.around.municipality_id, record.text("kind"),
                                               record.id);
    if (!said.empty())
        problems.push_back(
            {"kind", TEXT("There is a line of this document already. Change that one, or choose another document.")});
}

}  // namespace

Register required_register() {
    return {.key = "plan_required",
            .table = "plan_required",
            .names = {TEXT("Documents that a phase asks for"), TEXT("Document that a phase asks for")},
            .path = "/staff/plan/required",
            .above = {{TEXT("The plan"), "/staff/plan"}},
            .fields = {text("title", TEXT("Why"), 200).required().listed().searched().sorted(),
                       term("kind", TEXT("Document"), fixed_terms(document_terms())).required().listed().filter(),
                       term("phase", TEXT("Which phase asks for it"),
                            fixed_terms({{"1", title_of_phase("1")},
                                         {"2", title_of_phase("2")},
                                         {"3", title_of_phase("3")},
                                         {"4", title_of_phase("4")},
                                         {asked_by_none, TEXT("None: it is not needed here")}}))
                           .required()
                           .listed()
                           .hint(TEXT("A part that moves to a later phase without it is told so. What has moved stays."))},
            .together = check_said_once,
            .endings = Endings::none,
            .remove = http::Role::coordinator,
            .kept = kept_plan,
            .words = {.about = TEXT("Usually planning asks for a pre-study and an inventory, deployment for a project "
                                    "definition and training, operation for its conditions, evaluation for what it led to. "
                                    "Write a line where it is otherwise here."),
                      .caption = TEXT("Documents that a phase asks for"),
                      .empty = TEXT("It is as usual."),
                      .add = TEXT("Say otherwise of a document")}};
}

}  // namespace digilots::plan
