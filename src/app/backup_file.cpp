#include "app/backup_file.hpp"

#include "core/ledger/time_text.hpp"

#include <algorithm>
#include <fstream>

namespace heng::app {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view ending = ".backup";
constexpr std::string_view unfinished_ending = ".part";

/// `20210715T103000Z`
std::string print_second(ledger::Instant instant) {
    std::string out = ledger::print_instant(instant);
    std::erase_if(out, [](char c) { return c == '-' || c == ':'; });
    return out.substr(0, out.find('.')) + 'Z';
}

/// The time in a name that `make_backup` gave, or nothing.
std::optional<ledger::Instant> time_in(std::string_view name, const std::string& tenant) {
    const std::string beginning = tenant + '-';
    constexpr std::string_view form = "20210715T103000Z-";
    if (!name.starts_with(beginning) || !name.ends_with(ending)) return std::nullopt;
    name.remove_prefix(beginning.size());
    if (name.size() < form.size() || name[form.size() - 1] != '-') return std::nullopt;
    const auto part = [&](std::size_t at, std::size_t count) {
        return std::string(name.substr(at, count));
    };
    return ledger::parse_instant(part(0, 4) + '-' + part(4, 2) + '-' + part(6, 5) + ':' +
                                 part(11, 2) + ':' + part(13, 2) + ".000000Z");
}

tl::unexpected<Issues> unwritable(const fs::path& file) {
    return tl::unexpected(Issues{Error{Code::file_unwritable, {}, {file.string()}}});
}

/// Under a name that says it is not whole; what an earlier run left there goes. Nothing is left
/// where it fails.
Checked<ledger::Head> write_unfinished(const Surroundings& world, const BackupStores& stores,
                                       const std::string& tenant, const fs::path& file,
                                       const Progress& progress) {
    world.remove_file(file);
    const auto own = world.write_secret(file, "");
    if (!own) return tl::unexpected(Issues{own.error()});
    std::ofstream out(file, std::ios::binary | std::ios::app);
    auto head = write_backup(stores, tenant, world.readers, out, progress);
    out.close();
    if (head && !out) head = unwritable(file);
    if (!head) world.remove_file(file);
    return head;
}

/// Gives the file its own name, or removes it.
Checked<void> keep(const Surroundings& world, const fs::path& unfinished, const fs::path& file) {
    if (world.keep_file(unfinished, file)) return {};
    world.remove_file(unfinished);
    return unwritable(file);
}

}  // namespace

Checked<ledger::Head> write_backup_file(const Surroundings& world, const BackupStores& stores,
                                        const std::string& tenant, const fs::path& file,
                                        const Progress& progress) {
    const fs::path unfinished = file.string() + std::string(unfinished_ending);
    auto head = write_unfinished(world, stores, tenant, unfinished, progress);
    if (!head) return head;
    const auto kept = keep(world, unfinished, file);
    if (!kept) return tl::unexpected(kept.error());
    return head;
}

Checked<MadeBackup> make_backup(const Surroundings& world, const BackupStores& stores,
                                const std::string& tenant, const fs::path& folder) {
    std::error_code ec;
    if (fs::create_directories(folder, ec)) fs::permissions(folder, fs::perms::owner_all, ec);
    if (ec) return unwritable(folder);
    const auto now = std::chrono::floor<std::chrono::seconds>(world.clock->now());
    const fs::path unfinished = folder / (tenant + std::string(unfinished_ending));
    const auto head = write_unfinished(world, stores, tenant, unfinished, {});
    if (!head) return tl::unexpected(head.error());
    const std::string name =
        tenant + '-' + print_second(now) + '-' + std::to_string(head->seq) + std::string(ending);
    const auto kept = keep(world, unfinished, folder / name);
    if (!kept) return tl::unexpected(kept.error());
    const auto size = static_cast<std::int64_t>(fs::file_size(folder / name, ec));
    return MadeBackup{{name, size, now}, *head};
}

Result<std::vector<BackupFile>> list_backups(const fs::path& folder, const std::string& tenant) {
    std::vector<BackupFile> out;
    std::error_code ec;
    fs::directory_iterator files(folder, ec);
    if (ec == std::errc::no_such_file_or_directory) return out;
    for (; !ec && files != fs::directory_iterator(); files.increment(ec)) {
        const std::string name = files->path().filename().string();
        const auto made_at = time_in(name, tenant);
        const auto size = files->file_size(ec);
        if (made_at && !ec) out.push_back({name, static_cast<std::int64_t>(size), *made_at});
        ec.clear();  // one that goes meanwhile is none
    }
    if (ec) return refuse(Code::file_unreadable, {}, {folder.string()});
    std::sort(out.begin(), out.end(), [](const BackupFile& a, const BackupFile& b) {
        return std::tie(b.made_at, b.name) < std::tie(a.made_at, a.name);
    });
    return out;
}

}  // namespace heng::app
