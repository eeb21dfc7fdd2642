#include "cli/pdf.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstring>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>
#include <system_error>
#include <thread>
#include <vector>

namespace benniu::cli {

namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> failed(std::string reason) {
    return failure("pdf-failed", {{"reason", std::move(reason)}});
}

// Gone with everything in it at the end of the block.
class TemporaryFolder {
  public:
    TemporaryFolder() {
        std::string pattern = fs::temp_directory_path() / "benniu-pdf-XXXXXX";
        if (mkdtemp(pattern.data()) == nullptr) {
            throw std::system_error(errno, std::generic_category(), pattern);
        }
        path_ = pattern;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

// How a program is started: silent, and as the head of a process group, because soffice is a script
// that starts the program proper.
class Start {
  public:
    Start() {
        posix_spawn_file_actions_init(&actions_);
        posix_spawnattr_init(&attributes_);
        for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
            posix_spawn_file_actions_addopen(&actions_, stream, "/dev/null", O_RDWR, 0);
        }
        posix_spawnattr_setpgroup(&attributes_, 0);
        posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP);
    }
    ~Start() {
        posix_spawn_file_actions_destroy(&actions_);
        posix_spawnattr_destroy(&attributes_);
    }
    Start(const Start&) = delete;
    Start& operator=(const Start&) = delete;

    // The process, or the system's error number.
    [[nodiscard]] tl::expected<pid_t, int> run(std::vector<std::string> words) const {
        std::vector<char*> arguments;
        arguments.reserve(words.size() + 1);
        for (std::string& word : words) {
            arguments.push_back(word.data());
        }
        arguments.push_back(nullptr);
        pid_t process = 0;
        const int error = posix_spawnp(&process, arguments.front(), &actions_, &attributes_,
                                       arguments.data(), environ);
        if (error != 0) {
            return tl::unexpected(error);
        }
        return process;
    }

  private:
    posix_spawn_file_actions_t actions_{};
    posix_spawnattr_t attributes_{};
};

// The state in which the process ended, or nothing when it had to be ended.
std::optional<int> wait_for(pid_t process, int seconds) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
    int state = 0;
    while (waitpid(process, &state, WNOHANG) == 0) {
        if (std::chrono::steady_clock::now() >= end) {
            kill(-process, SIGKILL);
            waitpid(process, &state, 0);
            return std::nullopt;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return state;
}

// LibreOffice writes the page tree in plain text: /Type/Pages … /Count 10.
std::optional<int> pages_in(const fs::path& pdf) {
    std::ifstream file(pdf, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    constexpr std::string_view count = "/Count ";
    const std::size_t tree = bytes.find("/Type/Pages");
    const std::size_t at = tree == std::string::npos ? tree : bytes.find(count, tree);
    if (at == std::string::npos) {
        return std::nullopt;
    }
    int pages = 0;
    const char* begin = bytes.data() + at + count.size();
    const auto read = std::from_chars(begin, bytes.data() + bytes.size(), pages);
    return read.ec == std::errc() && pages > 0 ? std::optional(pages) : std::nullopt;
}

Result<PdfFile> convert(const fs::path& docx, const fs::path& pdf, const PdfOptions& options) {
    const TemporaryFolder folder;
    // Under a name of our own: a county's file may begin with a dash.
    const fs::path source = folder.path() / "document.docx";
    const fs::path target = folder.path() / "document.pdf";
    fs::copy_file(docx, source);
    const auto process = Start().run(
        {options.command, "-env:UserInstallation=file://" + (folder.path() / "profile").string(),
         "--headless", "--norestore", "--nolockcheck", "--convert-to",
         "pdf:writer_pdf_Export:{\"IsSkipEmptyPages\":{\"type\":\"boolean\",\"value\":\"false\"}}",
         "--outdir", folder.path().string(), source.string()});
    if (!process && process.error() == ENOENT) {
        return failure("libreoffice-missing", {{"command", options.command}});
    }
    if (!process) {
        return failed(std::strerror(process.error()));
    }
    const auto state = wait_for(*process, options.seconds);
    if (!state) {
        return failure("pdf-too-slow", {{"seconds", std::to_string(options.seconds)}});
    }
    const auto pages = pages_in(target);
    if (!WIFEXITED(*state) || WEXITSTATUS(*state) != 0 || !pages) {
        return failed("soffice " + std::to_string(*state));
    }
    // Beside its place first, so that it appears there whole.
    fs::path beside = pdf;
    beside += ".part";
    fs::copy_file(target, beside, fs::copy_options::overwrite_existing);
    fs::rename(beside, pdf);
    return PdfFile{.pages = *pages};
}

}  // namespace

Result<PdfFile> convert_to_pdf(const fs::path& docx, const fs::path& pdf,
                               const PdfOptions& options) {
    try {
        return convert(docx, pdf, options);
    } catch (const std::system_error& error) {
        return failed(error.what());
    }
}

}  // namespace benniu::cli
