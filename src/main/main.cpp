/// @file
/// Wiring: the one place that knows every part.
#include "app/command_grid.hpp"
#include "main/office.hpp"
#include "main/serve.hpp"
#include "main/stores.hpp"
#include "shell/cli/cli.hpp"
#include "shell/crypto/hash.hpp"
#include "shell/crypto/secrets.hpp"
#include "shell/crypto/sm2.hpp"
#include "shell/csv/command_table.hpp"
#include "shell/csv/print_sheet.hpp"
#include "shell/csv/result_file.hpp"
#include "shell/csv/score_tables.hpp"
#include "shell/csv/write_results.hpp"
#include "shell/files/blobs.hpp"
#include "shell/files/whole.hpp"
#include "shell/json/clause_lines.hpp"
#include "shell/json/document.hpp"
#include "shell/json/issues.hpp"
#include "shell/json/object.hpp"
#include "shell/json/print_scheme.hpp"
#include "shell/json/year.hpp"
#include "shell/memory/event_store.hpp"
#include "shell/office/read_office.hpp"
#include "shell/system/machine.hpp"
#include "shell/xlsx/write_book.hpp"
#include "shell/yaml/load_scheme.hpp"
#include "shell/yaml/print_scheme.hpp"
#include "shell/yaml/scheme_files.hpp"
#include "shell/yaml/settings_file.hpp"

#include <unistd.h>
#include <iostream>

namespace heng {
namespace {

Result<std::vector<csv::ResultColumn>> columns_of(const std::string& text) {
    if (text.empty()) return csv::default_columns();
    return csv::parse_columns(text);
}

Result<void> check_columns(const std::string& text) {
    return columns_of(text).map([](const auto&) {});
}

Result<void> write_results(const app::Year& year, const app::ResultRequest& request,
                           const app::RunOptions& options) {
    return columns_of(request.columns).and_then([&](const auto& columns) {
        return csv::write_results(year, columns, request.path, options);
    });
}

bool is_of_another_encoding(const Checked<app::CommandTable>& table) {
    return !table && table.error().front().code == Code::text_not_utf8;
}

/// Rows of a workbook, or of text; text that is not UTF-8 in the encoding it seems to be in.
Checked<app::CommandTable> read_commands(const std::string& path,
                                         std::span<const act::Field> fields,
                                         std::span<const std::string> ignored) {
    if (!office::is_workbook(path)) {
        auto table = csv::read_commands(path, fields, ignored);
        if (!is_of_another_encoding(table) || !path.ends_with(".csv")) return table;
    }
    const auto source = office::read_office(path);
    if (!source) return tl::unexpected(Issues{source.error()});
    const auto* const sheets = std::get_if<std::vector<intake::Grid>>(&*source);
    if (sheets == nullptr || sheets->empty())
        return tl::unexpected(Issues{{Code::csv_empty, {path, 0, 0, ""}, {}}});
    return app::commands_of(sheets->front(), fields, ignored);
}

app::Formats all_formats() {
    app::Formats formats;
    formats.load_scheme = yaml::load_scheme;
    formats.print_scheme = yaml::print_scheme;
    formats.scheme_files = yaml::scheme_files;
    formats.read_scheme_files = yaml::read_scheme_files;
    formats.scheme_json = json::print_scheme;
    formats.issues_json = json::print_issues;
    formats.document_json = json::print_document;
    formats.read_clause_line = json::read_clause_line;
    formats.reading_json = json::print_reading;
    formats.read_year = csv::score_files;
    formats.check_columns = check_columns;
    formats.write_results = write_results;
    formats.year_json = json::print_year;
    formats.read_commands = read_commands;
    formats.read_office = office::read_office;
    formats.write_table = csv::write_table;
    formats.print_book = xlsx::write_book;
    formats.print_sheet = csv::print_sheet;
    return formats;
}

/// Beside the program where it was installed, or in the tree that it was built in.
std::filesystem::path find_schemes() {
    std::error_code absent;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", absent);
    for (auto folder = program.parent_path(); folder != folder.root_path();
         folder = folder.parent_path())
        for (const char* const below : {"share/heng/schemes", "schemes"})
            if (std::filesystem::is_directory(folder / below, absent)) return folder / below;
    return {};
}

Result<crypto::Vault> open_vault(const std::filesystem::path& key_file) {
    return files::read_secret(key_file).and_then(
        [&](const std::string& text) { return crypto::Vault::parse(text, key_file.string()); });
}

Result<std::unique_ptr<files::Blobs>> open_files(const app::EvidencePlace& place) {
    app::BlobRules rules;
    rules.size_bytes_max = place.size_bytes_max;
    rules.make_hash = [] { return crypto::make_running_hash(ledger::Algorithm::sm3); };
    if (!place.key_file.empty() && std::filesystem::exists(place.key_file)) {
        const auto vault = open_vault(place.key_file);
        if (!vault) return tl::unexpected(vault.error());
        rules.sealing = vault->blob_sealing();
    }
    return files::Blobs::open(place.folder, rules);
}

Result<std::unique_ptr<app::Blobs>> open_blobs(const app::EvidencePlace& place) {
    return open_files(place).map(
        [](auto blobs) { return std::unique_ptr<app::Blobs>(std::move(blobs)); });
}

Result<std::size_t> seal_evidence(const app::EvidencePlace& place) {
    const auto blobs = open_files(place);
    if (!blobs) return tl::unexpected(blobs.error());
    return (*blobs)->seal_all();
}

Result<void> write_file(const std::filesystem::path& path, std::string_view text) {
    auto file = csv::ResultFile::create(path.string());
    if (!file) return tl::unexpected(file.error());
    if (!file->write(text)) return refuse(Code::file_unwritable, {}, {path.string()});
    return file->finish();
}

app::Signing sm2_signing() {
    app::Signing signing;
    signing.make_key = crypto::make_sm2_key;
    signing.public_key = crypto::sm2_public_key;
    signing.sign = [](const std::string& key, std::string_view message) {
        return crypto::sm2_sign(key, app::signing_identity, message);
    };
    signing.verify = [](std::string_view key, std::string_view message,
                        std::string_view signature) {
        return crypto::sm2_verify(key, app::signing_identity, message, signature);
    };
    return signing;
}

Result<app::accounts::Secrets> open_secrets(const std::filesystem::path& key_file,
                                            app::Opening opening, app::PasswordHash passwords) {
    if (opening == app::Opening::may_create && !std::filesystem::exists(key_file)) {
        const auto made = files::write_secret(key_file, crypto::Vault::with_new_key({}));
        if (!made) return tl::unexpected(made.error());
    }
    return open_vault(key_file).map([passwords](crypto::Vault vault) {
        return crypto::make_secrets(std::move(vault), crypto::cost_of(passwords));
    });
}

/// A lost file is made anew; what was sealed with its keys stays closed.
Result<void> add_vault_key(const std::filesystem::path& key_file) {
    if (!std::filesystem::exists(key_file))
        return files::write_secret(key_file, crypto::Vault::with_new_key({}));
    if (const auto usable = open_vault(key_file); !usable) return tl::unexpected(usable.error());
    const auto before = files::read_secret(key_file);
    if (!before) return tl::unexpected(before.error());
    return files::replace_secret(key_file, crypto::Vault::with_new_key(*before));
}

app::Surroundings this_machine() {
    app::Surroundings surroundings;
    surroundings.open_store = open_event_store;
    surroundings.open_boxes = open_ballot_boxes;
    surroundings.open_accounts = open_account_store;
    surroundings.open_secrets = open_secrets;
    surroundings.add_vault_key = add_vault_key;
    surroundings.make_trial_store = [] { return std::make_shared<memory::EventStore>(); };
    surroundings.open_blobs = open_blobs;
    surroundings.seal_evidence = seal_evidence;
    surroundings.readers = {crypto::make_hash, yaml::read_scheme_files};
    surroundings.signing = sm2_signing();
    surroundings.papers = paper_formats();
    surroundings.clock = std::make_shared<system::Clock>();
    surroundings.read_object = json::read_object;
    surroundings.schemes = find_schemes();
    surroundings.read_file = files::read_whole;
    surroundings.write_file = write_file;
    surroundings.write_secret = files::write_secret;
    surroundings.keep_file = files::keep_file;
    surroundings.remove_file = [](const std::filesystem::path& path) {
        std::error_code ignored;  // what cannot be removed is left
        std::filesystem::remove(path, ignored);
    };
    for (char** variable = environ; *variable != nullptr; ++variable)
        surroundings.environment.emplace_back(*variable);
    surroundings.read_settings_file = yaml::read_settings_file;
    return surroundings;
}

}  // namespace
}  // namespace heng

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    const heng::cli::Streams streams{std::cin, std::cout, std::cerr, isatty(STDERR_FILENO) == 1};
    heng::app::Surroundings world = heng::this_machine();
    world.serve = [served_by = world](const auto& settings, const auto& ready) {
        return heng::serve(served_by, settings, ready);
    };
    return heng::cli::run(argc, argv, heng::all_formats(), world, streams);
}
