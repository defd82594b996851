// Files of the made-up municipalities: drawn and set by this program, so that nothing in them is anybody's.
#include "app/application.h"
#include "app/command.h"
#include "app/files.h"
#include "app/installation.h"
#include "platform/base/ensure.h"
#include "platform/print/pdf.h"
#include "platform/print/pencil.h"
#include "platform/print/png.h"

namespace digilots::app {

namespace {

struct DemoFiles {
    const char *municipality, *language, *place, *contact;
    const char *sign, *picture_name, *picture_shows;  // of the house
    const char *document_name, *lead;
    std::vector<std::string> points;
    const char *footer, *note_name, *note;  // a text for staff, on the contact
};

const std::vector<DemoFiles>& demo_files() {
    static const std::vector<DemoFiles> files{
        {"lotsby",
         "sv",
         "Medborgarkontoret i Lotsby",
         "Kontaktcenter",
         "MEDBORGARKONTOR",
         "Entrén",
         "Teckning av medborgarkontoret: ett gult hus vid torget, dörren i mitten har en ramp och ingen "
         "tröskel.",
         "Inför ditt besök",
         "Ta med det här, så går det fortare.",
         {"Din telefon, laddad, och koden till den", "Legitimation: körkort, pass eller id-kort",
          "Brevet eller papperet som det gäller", "Någon att ha med dig, om du vill"},
         "Lotsby är en påhittad kommun.",
         "Samtalsstöd",
         "Lotsby är en påhittad kommun.\n\nSäg kommunens namn och ditt förnamn.\nFråga vad det gäller innan "
         "du kopplar vidare.\n"
         "Be aldrig om en kod till BankID.\n"},
        {"losvik",
         "nb",
         "Innbyggertorget i Losvik",
         "Kontaktsenteret",
         "INNBYGGERTORG",
         "Inngangen",
         "Tegning av innbyggertorget: et gult hus ved torget, døren i midten har en rampe og ingen terskel.",
         "Før besøket ditt",
         "Ta med dette, så går det raskere.",
         {"Telefonen din, ladet, og koden til den", "Legitimasjon: førerkort, pass eller ID-kort",
          "Brevet eller papiret det gjelder", "Noen å ha med deg, om du vil"},
         "Losvik er en oppdiktet kommune.",
         "Samtalestøtte",
         "Losvik er en oppdiktet kommune.\n\nSi kommunens navn og fornavnet ditt.\nSpør hva det gjelder før "
         "du setter over.\n"
         "Be aldri om en kode til BankID.\n"}};
    return files;
}

/// A house with a sign, windows, a door in the middle and a ramp.
void draw_house(print::Pencil& pencil, std::string_view sign) {
    const print::Stroke edge{"#5b4a1f", 0.01}, thin{"#3c4a57", 0.008};
    pencil.rectangle(-1, -1, 2, 2, "#dfeaf3");
    pencil.disc(0.7, -0.7, 0.14, "#f7d765", {});
    pencil.rectangle(-1, 0.62, 2, 0.38, "#b9b2a6");
    pencil.rectangle(-0.75, -0.3, 1.5, 0.94, "#f0c75e");
    pencil.fill_path("M -0.85 -0.3 L 0 -0.72 L 0.85 -0.3 Z", {}, "#8c3b2e");
    pencil.rectangle(-0.55, -0.22, 1.1, 0.17, "#1d3c5c");
    pencil.letters(sign, 0, -0.135, 0, {0.1, true}, "#ffffff");
    for (const double x : {-0.6, -0.34, 0.16, 0.42}) {
        pencil.rectangle(x, 0.08, 0.2, 0.26, "#ffffff");
        pencil.rectangle(x + 0.02, 0.1, 0.16, 0.22, "#a8c8dd");
        pencil.line(x + 0.1, 0.1, x + 0.1, 0.32, thin);
    }
    pencil.rectangle(-0.11, 0.1, 0.22, 0.54, "#5b3a1f");
    pencil.disc(0.07, 0.4, 0.015, "#f0e6c8", {});
    pencil.fill_path("M -0.11 0.64 L 0.11 0.64 L 0.62 0.8 L 0.62 0.84 L -0.11 0.84 Z", {}, "#d8d2c6");
    pencil.line(0.11, 0.5, 0.62, 0.66, edge);
    for (const double x : {0.11, 0.36, 0.62})
        pencil.line(x, 0.5 + (x - 0.11) * 0.314, x, 0.64 + (x - 0.11) * 0.314, edge);
}

std::string picture_of(const DemoFiles& files) {
    constexpr int pixels = 720;
    const std::string sign = files.sign;
    return print::png({[&sign](print::Pencil& pencil) { draw_house(pencil, sign); }, 1}, pixels);
}

std::string document_of(const DemoFiles& files) {
    print::List points;
    for (const auto& point : files.points) points.items.push_back({.text = {point}});
    return print::pdf({.title = files.document_name,
                       .language = files.language,
                       .blocks = {{print::Heading{1, {files.document_name}}},
                                  {print::Paragraph{{files.lead}, print::Emphasis::lead}},
                                  {std::move(points)}},
                       .footer = files.footer});
}

/// "" where nobody is called that any more.
std::string id_of(const register_::Records& records, std::string_view municipality, const std::string& name) {
    const auto& first = records.declaration().fields.front().name;
    for (const auto& record : records.list(records.around(municipality), {.search = name}, 10, 0).records)
        if (record.text(first) == name) return record.id;
    return "";
}

struct DemoFile {
    std::string file_name, bytes;
    files::Details details;
};

void add_demo_file(register_::Records& records, std::string_view municipality, const std::string& record,
                   const DemoFile& file, const std::string& actor) {
    const auto media = files::read_media(file.file_name, file.bytes);
    ENSURE(media.has_value());
    const auto added = records.add_file(records.around(municipality), record, file.details, *media, actor);
    if (!added) throw CommandError("The demo's file " + file.file_name + " could not be added.");
}

}  // namespace

void load_demo_files(Application& application, const Demo& demo) {
    auto& places = application.directory.records(directory::RecordKind::place);
    auto& contacts = application.directory.records(directory::RecordKind::contact);
    for (const auto& files : demo_files()) {
        const std::string municipality = files.municipality, fact = "demo " + municipality + " files";
        const auto actor = demo.account(municipality, http::Role::editor);
        if (!application.municipalities.is_active(municipality) || actor.empty()) continue;
        if (installation_fact(application.database, fact) == "yes") continue;
        const auto place = id_of(places, municipality, files.place),
                   contact = id_of(contacts, municipality, files.contact);
        if (place.empty() || contact.empty()) continue;
        add_demo_file(places, municipality, place,
                      {"house.png", picture_of(files), {files.picture_name, files.picture_shows, true}},
                      actor);
        add_demo_file(places, municipality, place,
                      {"visit.pdf", document_of(files), {files.document_name, "", true}}, actor);
        add_demo_file(contacts, municipality, contact, {"note.txt", files.note, {files.note_name, "", false}},
                      actor);
        save_installation_fact(application.database, fact, "yes");
    }
}

}  // namespace digilots::app
