#include "platform/tables/table.h"

namespace digilots::tables {

namespace {

i18n::Text text_of_kind(TableFault::Kind kind) {
    using enum TableFault::Kind;
    switch (kind) {
        case no_table:
            return TEXT("The file is no table. Save it as XLSX, ODS or CSV.");
        case web_page:
            return TEXT(
                "The file is a web page, whatever its name says. Open it in the spreadsheet program and save "
                "it as XLSX.");
        case document:
            return TEXT("The file is a document or a picture, no table. Save the table as XLSX, ODS or CSV.");
        case old_or_locked:
            return TEXT(
                "The file is of an old Excel (XLS), or has a password. Save it as XLSX without a password.");
        case binary_workbook:
            return TEXT("The file is a binary workbook (XLSB). Save it as XLSX.");
        case cut_off:
            return TEXT("The file is damaged or cut off. Save it anew and send it again.");
        case too_large:
            return TEXT(
                "The file holds more than can be taken in at a time. Divide the table and take in one part "
                "after the other.");
        case too_many_rows:
            return TEXT(
                "The table has more than 200 000 rows. Divide it and take in one part after the other.");
        case too_many_columns:
            return TEXT(
                "The table has more than 500 columns: {detail} holds something. Delete what does not belong "
                "to it.");
        case empty:
            return TEXT("The table is empty.");
        case first_sheet_empty:
            return TEXT(
                "The first sheet is empty. There are others: {detail}. Move the sheet with the table to the "
                "first place.");
        case dangerous:
            return TEXT(
                "The file is built in a way that spreadsheet programs do not use, and is not read. Save it "
                "anew as XLSX.");
        case too_slow:
            return TEXT("Reading the file takes too long. Divide the table, or save it as CSV.");
        case busy:
            return TEXT("Others take in tables right now. Wait a minute and send it again.");
        case mixed_letters:
            return TEXT(
                "Line {detail} is saved with other letters (Windows) than the rest of the file (UTF-8), so å, ä and ö "
                "would become other signs. Save all of it as XLSX, or as CSV in UTF-8, and send it again.");
        case not_read:
            break;
    }
    return TEXT("The file could not be read. Save it anew as XLSX, or as CSV.");
}

}  // namespace

i18n::Text text_of(CellFault fault) {
    switch (fault) {
        case CellFault::error:
            return TEXT("The spreadsheet shows an error here. Mend it, or write the value.");
        case CellFault::not_computed:
            return TEXT(
                "There is a formula whose value was not saved. Open the file in the spreadsheet program and "
                "save it anew, or write the value.");
        case CellFault::too_long:
            return TEXT("The text is too long for a cell.");
        case CellFault::none:
            break;
    }
    return {};
}

std::string TableFault::words(const i18n::Translator& translator) const {
    return translator.t(text_of_kind(kind), {{"detail", detail}});
}

std::string column_letters(std::size_t column) {
    std::string letters;
    for (std::size_t left = column + 1; left > 0; left = (left - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
    return letters;
}

}  // namespace digilots::tables
