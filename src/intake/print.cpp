#include "intake/print.hpp"

namespace benniu::intake {

namespace {

std::string quoted(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) {
        return text;
    }
    std::string quoted = "\"";
    for (const char letter : text) {
        quoted += letter == '"' ? "\"\"" : std::string(1, letter);
    }
    return quoted + '"';
}

}  // namespace

std::string findings_csv(const Findings& findings) {
    std::string csv = "file,sheet,row,column,finding\r\n";
    for (const Finding& finding : findings) {
        if (finding.severity != Severity::error) {
            continue;
        }
        const Place& place = finding.place;
        csv += quoted(place.file) + ',' + quoted(place.sheet) + ',' +
               (place.row == 0 ? "" : std::to_string(place.row)) + ',' + quoted(place.column) +
               ',' + finding.code + "\r\n";
    }
    return csv;
}

}  // namespace benniu::intake
