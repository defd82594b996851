#include "needs/needs.h"

namespace digilots::needs {

const std::vector<TemplateQuestion>& template_questions() {
    static const std::vector<TemplateQuestion> questions{
        {"N1", "current", TEXT("What does the first meeting with the municipality look like?")},
        {"N2", "current", TEXT("Where do people naturally turn for support?")},
        {"N3", "current", TEXT("Which needs ask for support?")},
        {"N4", "current", TEXT("How are people who need it led to the support today?")},
        {"N5", "current", TEXT("Where are the gaps in who is responsible?")},
        {"N6", "current", TEXT("Which places receive people who need support?")},
        {"N7", "current", TEXT("What support is there at these places?")},
        {"N8", "current", TEXT("Which aids are there at these places?")},
        {"O1", "desired", TEXT("How should the first meeting look?")},
        {"O2", "desired", TEXT("Where should people turn for support?")},
        {"O3", "desired", TEXT("Do our own staff need to learn more to give support?")},
        {"O4", "desired", TEXT("What communication is needed to reach these groups?")},
        {"O5", "desired", TEXT("How should residents meet the municipality?")},
        {"O6", "desired", TEXT("Do we hit right with what we offer today?")},
        {"O7", "desired", TEXT("Which support is missing at the meeting places?")},
        {"O8", "desired", TEXT("Which aids are needed?")},
        {"D1", "between", TEXT("How do we get from where we are to where we want to be?")},
        {"D2", "between", TEXT("What leads people to the support?")},
        {"D3", "between", TEXT("What should our own staff learn, and how?")},
        {"D4", "between", TEXT("What should those who communicate help us to say?")},
        {"D5", "between", TEXT("How do we work together for the best experience?")},
        {"D6", "between", TEXT("What makes it smooth to get the help that one needs?")},
        {"D7", "between", TEXT("What fills what is missing?")},
        {"D8", "between", TEXT("How do we have aids at hand when they are needed?")}};
    return questions;
}

}  // namespace digilots::needs
