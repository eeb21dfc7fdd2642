#include "standings/print.hpp"

namespace benniu::standings {

namespace {

std::string quoted(const std::string& cell) {
    if (cell.find_first_of(",\"\r\n") == std::string::npos) {
        return cell;
    }
    std::string text = "\"";
    for (const char letter : cell) {
        text += letter;
        if (letter == '"') {
            text += '"';
        }
    }
    return text + "\"";
}

}  // namespace

std::string print(const Standings& standings) {
    std::string text = standings.method->name + " " + standings.period->name + "\n";
    for (const Row& row : standings.rows) {
        text += row.name + "\t" + row.group;
        for (const Cell& cell : row.cells) {
            text += "\t" + cell.shown;
        }
        text += "\n";
    }
    return text;
}

std::string csv(const Standings& standings) {
    std::string text = "unit,group";
    for (const method::Column& column : standings.method->columns) {
        text += "," + quoted(column.name);
    }
    text += "\r\n";
    for (const Row& row : standings.rows) {
        text += quoted(row.name) + "," + quoted(row.group);
        for (const Cell& cell : row.cells) {
            text += "," + quoted(cell.shown);
        }
        text += "\r\n";
    }
    return text;
}

}  // namespace benniu::standings
