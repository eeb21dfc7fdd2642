// The pack that ships, for tests: its ledgers and methods as they stand in packs/county.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "method/library.hpp"

namespace benniu::method::testing {

inline std::string content_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

inline std::vector<std::filesystem::path> files_in(const std::string& folder) {
    std::vector<std::filesystem::path> files;
    const auto path = std::filesystem::path(BENNIU_SOURCE_DIR) / "packs/county" / folder;
    for (const auto& entry : std::filesystem::directory_iterator(path)) {
        files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

inline Definitions county_ledgers() {
    Definitions definitions;
    for (const auto& path : files_in("ledgers")) {
        auto read = model::read_ledger(content_of(path), path.filename().string());
        definitions.push_back(
            std::make_shared<const model::LedgerDefinition>(std::move(read.ledger)));
    }
    return definitions;
}

inline LoadedLibrary county_methods() {
    std::vector<MethodText> texts;
    for (const auto& path : files_in("methods")) {
        texts.push_back({path.filename().string(), content_of(path)});
    }
    return load_library(texts, county_ledgers());
}

}  // namespace benniu::method::testing
