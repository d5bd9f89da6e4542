#include "shell/system/settings_files.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <string>

namespace heng::system {

namespace {

namespace fs = std::filesystem;

bool may(const fs::path& path, int what) {
    return faccessat(AT_FDCWD, path.c_str(), what, AT_EACCESS) == 0;
}

bool is_readable_file(const fs::path& path) {
    std::error_code absent;
    return fs::is_regular_file(path, absent) && may(path, R_OK);
}

/// A folder, or the nearest one above that there is: there it can be made.
bool is_writable_folder(fs::path path) {
    std::error_code unusable;
    path = fs::absolute(path, unusable);
    while (!fs::exists(path, unusable) && path != path.root_path()) path = path.parent_path();
    return fs::is_directory(path, unusable) && may(path, W_OK | X_OK);
}

/// What there is may be written; what there is not may be made.
bool is_writable_file(const fs::path& path) {
    std::error_code absent;
    if (fs::exists(path, absent)) return !fs::is_directory(path, absent) && may(path, W_OK);
    const fs::path folder = fs::absolute(path, absent).parent_path();
    return fs::is_directory(folder, absent) && may(folder, W_OK | X_OK);
}

void need(bool holds, Code code, const char* setting, const std::string& path, Issues& issues) {
    if (!holds) issues.push_back({code, {{}, 0, 0, setting}, {path}});
}

void need_readable(const char* setting, const std::string& path, Issues& issues) {
    need(path.empty() || is_readable_file(path), Code::file_unreadable, setting, path, issues);
}

}  // namespace

Issues check_files(const app::Settings& settings) {
    constexpr std::string_view sqlite = "sqlite:";
    Issues issues;
    need_readable("tls.certificate", settings.tls_certificate, issues);
    need_readable("tls.key", settings.tls_key, issues);
    need_readable("oidc.client_secret_file", settings.oidc_client_secret_file, issues);
    need_readable("oidc.ca_file", settings.oidc_ca_file, issues);
    need_readable("notices.smtp.password_file", settings.smtp_password_file, issues);
    need(is_writable_folder(settings.data_folder), Code::file_unwritable, "data.folder",
         settings.data_folder, issues);
    if (settings.data_db.starts_with(sqlite)) {
        const std::string path = settings.data_db.substr(sqlite.size());
        need(is_writable_file(path), Code::file_unwritable, "data.db", path, issues);
    }
    if (!settings.data_evidence.empty())
        need(is_writable_folder(settings.data_evidence), Code::file_unwritable, "data.evidence",
             settings.data_evidence, issues);
    if (!settings.log_file.empty())
        need(is_writable_file(settings.log_file), Code::file_unwritable, "log.file",
             settings.log_file, issues);
    return issues;
}

}  // namespace heng::system
