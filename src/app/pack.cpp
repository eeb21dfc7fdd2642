#include "app/pack.hpp"

#include <algorithm>

#include "base/writing.hpp"

namespace benniu::app {

namespace {

void add(Findings& all, const Findings& more) {
    all.insert(all.end(), more.begin(), more.end());
}

bool is_in(const std::string& path, std::string_view folder, std::string_view ending) {
    return path.starts_with(folder) && path.ends_with(ending);
}

void report(Findings& findings, const std::string& code, const std::string& file,
            const std::string& value) {
    Finding finding{.code = code, .value = value};
    finding.place.file = file;
    findings.push_back(std::move(finding));
}

void take_ledger(Pack& pack, const std::string& path, const std::string& text) {
    model::ReadLedger read = model::read_ledger(text, path);
    add(pack.findings, read.findings);
    if (has_errors(read.findings)) {
        return;
    }
    for (const auto& other : pack.definitions) {
        if (other->name == read.ledger.name) {
            report(pack.findings, "name-twice", path, read.ledger.name);
            return;
        }
    }
    pack.definitions.push_back(
        std::make_shared<const model::LedgerDefinition>(std::move(read.ledger)));
}

// Who verifies is named in ledgers and defined among the posts.
void check_verifiers(Pack& pack) {
    std::vector<std::string> verifiers;
    for (const model::Post& post : pack.posts) {
        if (post.may(model::Power::verify)) {
            verifiers.push_back(post.name);
        }
    }
    for (const auto& ledger : pack.definitions) {
        const auto named =
            ledger->reporting ? ledger->reporting->verified_by : std::vector<std::string>();
        for (const std::string& post : named) {
            if (std::find(verifiers.begin(), verifiers.end(), post) == verifiers.end()) {
                report(pack.findings, "no-such-post-in-pack", "ledgers/" + ledger->name + ".yaml",
                       post);
                pack.findings.back().words = {{"post", post},
                                              {"nearest", nearest(post, verifiers)}};
            }
        }
    }
}

}  // namespace

Pack read_pack(PackFiles files) {
    Pack pack;
    std::vector<method::MethodText> methods;
    for (const auto& [path, text] : files) {
        if (is_in(path, "ledgers/", ".yaml")) {
            take_ledger(pack, path, text);
        } else if (is_in(path, "methods/", ".md")) {
            methods.push_back({path, text});
        } else if (is_in(path, "calendar/", ".txt")) {
            add(pack.findings, pack.calendar.read(text, path));
        } else if (path == "posts.yaml") {
            model::ReadPosts read = model::read_posts(text, path);
            add(pack.findings, read.findings);
            pack.posts = std::move(read.posts);
        }
    }
    check_verifiers(pack);
    method::LoadedLibrary loaded = method::load_library(methods, pack.definitions);
    add(pack.findings, loaded.findings);
    pack.methods = std::move(loaded.library);
    pack.files = std::move(files);
    return pack;
}

PackFiles for_county(PackFiles files, const std::string& name) {
    constexpr std::string_view place = "{{county}}";
    for (auto& [path, text] : files) {
        if (!path.ends_with(".md") && !path.ends_with(".yaml")) {
            continue;
        }
        for (std::size_t at = text.find(place); at != std::string::npos;
             at = text.find(place, at + name.size())) {
            text.replace(at, place.size(), name);
        }
    }
    return files;
}

}  // namespace benniu::app
